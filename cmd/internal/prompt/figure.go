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
	if bad != nil {
		if !f.guessed(line, atItem(q)) {
			f.reject(bad)
		}
		return false, true, nil
	}
	other := ""
	if n := f.otherBand(q, line, figure); n > 0 {
		other = f.p.T("say.or-band-meant", "n", n)
	}
	return f.putWith(q, questionnaire.WithValue(now, questionnaire.Value{Figure: figure}), other)
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

// otherBand is the number of the band that digits may have been meant for, though they say a figure of another one; 0 for
// none.
func (f *face) otherBand(q *questionnaire.Question, line string, figure *big.Rat) int {
	n, ok := number(line)
	if !ok || n < 1 || n > len(q.Options) {
		return 0
	}
	if o := q.Chosen(questionnaire.Value{Figure: figure}); o != nil && q.Number(o.ID) == n {
		return 0
	}
	return n
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
