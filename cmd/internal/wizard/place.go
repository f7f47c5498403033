package wizard

import (
	"strings"

	"digitalkompass/questionnaire"
)

// place is the first row and the progress for a question.
func (f frame) place(q *questionnaire.Question) page {
	n, of := f.Look.number(q)
	done, asked := f.Look.done(q.Section)
	p := page{Done: done, Of: asked}
	switch q.Section {
	case questionnaire.SectionQuestions:
		d := f.Look.bank().Dimension(q.Dimension)
		p.Left = f.area(d)
		p.Right = f.T("head.question", "n", n, "m", of)
		if left := f.Look.Talk.Progress(f.Look.Talk.Assessment()).Minutes; left > 0 && f.W >= 76 {
			p.Right += " · " + f.T("head.left", "time", f.minutes(left))
		} else if left > 0 {
			p.Right += " · " + f.T("head.min", "t", left)
		}
	case questionnaire.SectionFunding:
		p.Left, p.Right = f.T("head.funding"), f.T("head.detail", "n", n, "m", of)
	default:
		p.Left, p.Right = f.T("head.profile"), f.T("head.detail", "n", n, "m", of)
	}
	if n == 0 {
		p.Right = f.T("state.hidden")
	}
	if round := f.Look.Run.Round; round.Began() && round.Shows(q.ID) {
		most := f.Look.Run.Ahead().Most + 1
		p.Right = f.T("deep.most", "n", most)
		p.Done, p.Of = round.Passed()-1, round.Passed()-1+most
	}
	if a := f.Look.Talk.Answer(q); a.Note != "" && f.W >= 76 {
		p.Right = f.T("state.note") + " · " + p.Right
	}
	return f.withArea(f.reached(q, p), q)
}

// withArea adds how far the area of a question is, where there is room.
func (f frame) withArea(p page, q *questionnaire.Question) page {
	d := f.Look.bank().Dimension(q.Dimension)
	if d == nil {
		return p
	}
	pr := f.Look.areaProgress(d)
	for _, key := range []string{"progress.area", "progress.area.short"} {
		if left := f.T(key, "area", p.Left, "n", pr.Answered, "m", pr.Of); width(left)+width(p.Right)+4 <= f.W {
			p.Left = left
			break
		}
	}
	return p
}

// areaProgress counts within an area. On the way deeper it is counted among all its questions, for those asked so far grow with
// every step.
func (l look) areaProgress(d *questionnaire.Dimension) questionnaire.Progress {
	a := *l.Talk.Assessment()
	if a.Path == questionnaire.Deeper {
		a.Path = questionnaire.Full
	}
	return l.Talk.DimensionProgress(&a, d)
}

// progress is the panel that shows every area.
func (f frame) progress() []line {
	out := []line{bold(" " + f.T("progress.panel")), nil}
	for _, d := range f.Look.bank().Dimensions {
		pr := f.Look.areaProgress(d)
		if pr.Of == 0 {
			continue
		}
		const w = 12
		done := (2*pr.Answered*w + pr.Of) / (2 * pr.Of)
		l := ln(" " + pad(f.text(d.Short), 15))
		l = append(l, span{accent, strings.Repeat("═", done)}, span{plain, strings.Repeat("─", w-done) + "  " + f.T("progress.of", "n", pr.Answered, "m", pr.Of)})
		out = append(out, l)
	}
	if list := f.waiting(); list != "" {
		out = append(append(out, nil), f.sideways(f.T("carried.left", "list", list))...)
	}
	return out
}

// area is a dimension's title, short where the window is small.
func (f frame) area(d *questionnaire.Dimension) string {
	if d == nil {
		return ""
	}
	if title := f.text(d.Title); f.W >= 100 || width(title) <= 36 {
		return title
	}
	return f.text(d.Short)
}
