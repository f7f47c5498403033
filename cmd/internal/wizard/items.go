package wizard

import (
	"strconv"

	"digitalkompass/questionnaire"
)

// listed is an item as lists show it: its number among the questions, or none for details of the company.
type listed struct {
	questionnaire.Item
	number int
}

// listing is everything that is asked now, in order.
func (l look) listing() []listed {
	var out []listed
	numbered := l.Talk.Numbered(l.Talk.Assessment())
	for _, s := range []questionnaire.Section{questionnaire.SectionCompany, questionnaire.SectionQuestions, questionnaire.SectionFunding} {
		n := 0
		for _, it := range l.asked(s) {
			out = append(out, listed{it, 0})
			if s != questionnaire.SectionQuestions {
				continue
			}
			if out[len(out)-1].number = n + 1; n < len(numbered) && numbered[n].Question.ID == it.Question.ID {
				n++ // else it is only shown while going deeper, and moves no other
			}
		}
	}
	return out
}

// group is the heading that an item stands under in lists.
func (f frame) group(it listed) string {
	switch {
	case it.Dimension != nil:
		return f.text(it.Dimension.Title)
	case it.Question.Section == questionnaire.SectionFunding:
		return f.T("head.funding")
	}
	return f.T("head.profile")
}

// Cells where an item's answer and remarks begin.
func (f frame) answerAt() int { return min(40, f.W-22) }

func (f frame) flagsAt() int { return 58 }

// row is an item with its answer in short.
func (f frame) row(it listed, on bool, flags string) line {
	number := ""
	if it.number > 0 {
		number = strconv.Itoa(it.number)
	}
	l := append(pointer(on), span{roleOf(on), padLeft(number, 2) + "  " + shorten(f.short(it.Question), f.answerAt()-8)}).to(f.answerAt())
	room := f.wide() - f.answerAt()
	if flags != "" && f.W >= 76 {
		room = f.flagsAt() - f.answerAt() - 1
	}
	l = append(l, span{roleOf(on), shorten(f.said(it.Question, f.Look.Talk.Answer(it.Question)), room)})
	if flags != "" && f.W >= 76 {
		l = append(l.to(f.flagsAt()), span{plain, shorten(flags, f.W-1-f.flagsAt())})
	}
	return l
}

// tabs is a row of words, one of them chosen; where they do not fit, it shows the chosen one and what follows.
func (f frame) tabs(words []string, chosen int) line {
	var full line
	n := 0
	for i, w := range words {
		before, after := " ", " "
		if i == chosen {
			before, after = "[", "]"
		}
		role := roleOf(i == chosen)
		full = append(full, span{role, before + w + after})
		n += width(w) + 2
	}
	if n <= f.W-1 {
		return full
	}
	out := line{{focus, " ◄ " + words[chosen] + " ►"}}
	more := "   " + f.T("scroll.right")
	for i := chosen + 1; i < len(words); i++ {
		last := i == len(words)-1
		room := f.W - 1 - out.width()
		if !last {
			room -= width(more)
		}
		if 3+width(words[i]) > room {
			return append(out, span{plain, more})
		}
		out = append(out, span{plain, "   " + words[i]})
	}
	return out
}
