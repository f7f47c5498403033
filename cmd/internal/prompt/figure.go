package prompt

import (
	"math/big"
	"slices"
	"strings"
	"unicode"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// figure takes a number, or one of its bands by number or words.
func (f *face) figure(q *questionnaire.Question, now questionnaire.Answer, line string) (bool, bool, error) {
	n, isBand := f.band(q, line)
	if isBand && (n < 1 || n > len(q.Options)) {
		f.fail(f.p.T("say.no-band", "x", echo(line), "n", len(q.Options)))
		return false, true, nil
	}
	figure, bad := questionnaire.ParseFigure(q, line, f.p.Lang())
	if figure == nil && !isBand {
		if c, _ := f.command(line); c != 0 {
			return false, false, nil
		}
		n = f.spoken(q, line)
	}
	if n > 0 {
		return f.put(q, questionnaire.WithValue(now, questionnaire.Value{Option: q.Options[n-1].ID}))
	}
	if f.doubtful(q, line, figure) {
		return false, true, nil
	}
	if bad != nil {
		if !f.guessed(line, atItem(q)) {
			f.reject(bad)
		}
		return false, true, nil
	}
	return f.put(q, questionnaire.WithValue(now, questionnaire.Value{Figure: figure}))
}

// band reads the number of a band: #2, or with the word that bands go by.
func (f *face) band(q *questionnaire.Question, line string) (n int, ok bool) {
	rest, ok := strings.CutPrefix(line, "#")
	if word, more, two := strings.Cut(line, " "); !ok && two && len(q.Options) > 0 {
		ok = slices.Contains(bandWords, strings.TrimRight(desk.Fold(word), "."))
		rest = more
	}
	if !ok {
		return 0, false
	}
	n, _ = number(strings.TrimSpace(rest))
	return n, true
}

var bandWords = []string{"gruppe", "band", "nummer", "nr", "antwort", "group", "number", "no", "answer"}

// doubtful asks back, once in a run, whether a figure is meant that is also the number of another band. Only a person at a
// terminal can be asked; elsewhere digits are the figure that is asked for.
func (f *face) doubtful(q *questionnaire.Question, line string, figure *big.Rat) bool {
	n, ok := number(line)
	if !ok || figure == nil || n < 1 || n > len(q.Options) || f.told.bands || !f.io.Screen {
		return false
	}
	if o := q.Chosen(questionnaire.Value{Figure: figure}); o != nil && o.ID == q.Options[n-1].ID {
		return false
	}
	f.told.bands = true
	f.say("say.number-or-band", "n", n, "band", strings.TrimRight(f.p.Text(q.Options[n-1].Text), "."))
	return true
}

// spoken is the number of the one option that a line says or begins, 0 where it is none or several.
func (f *face) spoken(q *questionnaire.Question, line string) int {
	if c, _ := f.command(line); c != 0 {
		return 0
	}
	said, at := desk.Fold(strings.TrimRight(line, ".!")), 0
	for i, o := range q.Options {
		text := strings.TrimRight(desk.Fold(f.p.Text(o.Text)), ".")
		if text == said {
			return i + 1
		}
		rest, begins := strings.CutPrefix(text, said)
		if !begins || said == "" || strings.IndexFunc(rest, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) == 0 {
			continue
		}
		if at > 0 {
			return 0
		}
		at = i + 1
	}
	return at
}
