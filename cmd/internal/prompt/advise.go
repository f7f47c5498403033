package prompt

import (
	"slices"
	"strings"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// advise sets what an answer is based on, or the level aimed for, by its number; 0 takes it away. Without a number it
// says how it stands and what there is to choose.
func (f *face) advise(it questionnaire.Item, c command, arg string) error {
	q, a := it.Question, f.iv.Answer(it.Question)
	choices, value := questionnaire.Confidences[1:], &a.Confidence
	place := func(id string) int { return slices.Index(choices, id) + 1 }
	if c == cmdTarget {
		choices, value, place = q.Goals(a), &a.Target, q.Number
	}
	if q.Dimension != "" && len(choices) == 0 && len(q.Aims()) > 0 {
		f.fail(f.p.T("adv.best"))
		return nil
	}
	if q.Dimension == "" || len(choices) == 0 {
		f.fail(f.p.T("say.no-advice"))
		return nil
	}
	n, ok := number(arg)
	switch {
	case arg == "":
		f.say(adviceKeys[c], "v", f.advised(q, c, *value))
		for _, id := range choices {
			f.say("say.advice-choice", "n", place(id), "v", f.advised(q, c, id))
		}
		f.say(adviceHow[c], "n", place(choices[0]))
		return nil
	case ok && n == 0:
		*value = ""
	default:
		at := slices.IndexFunc(choices, func(id string) bool { return ok && place(id) == n })
		switch {
		case at < 0 && ok && c == cmdTarget && n <= len(q.Options):
			f.fail(f.p.T("adv.not-better", "n", n))
			return nil
		case at < 0:
			f.fail(f.p.T("say.no-choice", "x", echo(arg), "a", 0, "b", place(choices[len(choices)-1])))
			return nil
		}
		*value = choices[at]
	}
	if _, done, err := f.change(q, a); err != nil || !done {
		return err
	}
	f.say(adviceKeys[c], "v", f.advised(q, c, *value))
	return nil
}

// evidence says where the proof of an answer is, or takes that away.
func (f *face) evidence(it questionnaire.Item, text string) error {
	q, a := it.Question, f.iv.Answer(it.Question)
	switch word := desk.Fold(text); {
	case q.Dimension == "":
		f.fail(f.p.T("say.no-advice"))
		return nil
	case text == "" && a.Evidence == "":
		f.say("say.evidence-how")
		return nil
	case text == "":
		f.say("report.evidence", "text", strings.TrimRight(a.Evidence, "."))
		return nil
	case word == "loeschen" || word == "delete":
		a.Evidence = ""
	default:
		a.Evidence = text
	}
	if _, done, err := f.change(q, a); err != nil || !done {
		return err
	}
	if a.Evidence == "" {
		f.say("say.evidence-gone")
	} else {
		f.say("report.evidence", "text", strings.TrimRight(a.Evidence, "."))
	}
	return nil
}

var (
	adviceKeys = map[command]string{cmdBasis: "say.basis", cmdTarget: "say.target"}
	adviceHow  = map[command]string{cmdBasis: "say.basis-how", cmdTarget: "say.target-how"}
)

// advised is a basis or a target in words.
func (f *face) advised(q *questionnaire.Question, c command, id string) string {
	switch {
	case id == "":
		return f.p.T("say.unset")
	case c == cmdBasis:
		return f.p.T("adv." + id)
	}
	return strings.TrimRight(f.p.Text(q.Option(id).Text), ".")
}
