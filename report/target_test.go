package report_test

import (
	"fmt"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// aiming is a company with a target at the question of its first next step, one better than the answer of today.
func aiming(t *testing.T, w reporttest.World) (a *questionnaire.Assessment, r *scoring.Result, aim *questionnaire.Option) {
	t.Helper()
	for _, c := range w.Bank.Cases {
		if r = scoring.Evaluate(w.Bank, c.Assessment); len(r.NextSteps) == 0 {
			continue
		}
		q := c.Assessment.Shape(w.Bank, w.Bank.Question(r.NextSteps[0].Question.ID))
		if ans := c.Assessment.Get(q); q.Kind.Family() == questionnaire.OneOf && ans.State == questionnaire.Answered {
			aim = &q.Options[len(q.Options)-1]
			ans.Target = aim.ID
			a = c.Assessment.With(q, ans)
			return a, scoring.Evaluate(w.Bank, a), aim
		}
	}
	t.Fatal("no step at a question with options")
	return nil, nil, nil
}

// A measure that leads to a target is marked wherever steps stand, for whoever sees targets, and the mark is explained.
func TestTargetsMarkSteps(t *testing.T) {
	w := world(t)
	_, r, aim := aiming(t, w)
	for lang, words := range map[i18n.Lang][2]string{i18n.German: {"Ihr Ziel", "„Ihr Ziel“ steht, wo"}, i18n.English: {"our target", "‘Your target’ stands where"}} {
		p := w.Words.Printer(lang)
		for _, x := range append(audiences(t), nil) {
			got, want := tellOf(w, r, x, p), x == nil || x.Sees.Targets
			for _, id := range []string{"summary", "measures"} {
				text := outline(&report.Document{Parts: []report.Part{partOf(got.document, id)}})
				if strings.Contains(text, words[0]) != want {
					t.Errorf("%s, %+v: %s marks the target: %v", lang, x, id, !want)
				}
				if id == "measures" && strings.Contains(text, words[1]) != want {
					t.Errorf("%s, %+v: the mark is explained: %v", lang, x, !want)
				}
			}
			for _, s := range got.tables.Sheets {
				if s.ID == "measures" && strings.Contains(fmt.Sprint(s.Rows), p.Text(aim.Text)) != want {
					t.Errorf("%s, %+v: the table of measures tells the target: %v", lang, x, !want)
				}
			}
			if x.Machine() && (got.record.NextSteps[0].Target == aim.ID) != want {
				t.Errorf("%s, %+v: the record tells the target %q", lang, x, got.record.NextSteps[0].Target)
			}
		}
	}
}

// What is reached already is no target ahead.
func TestATargetThatIsReachedMarksNothing(t *testing.T) {
	w := world(t)
	a, r, _ := aiming(t, w)
	q := w.Bank.Question(r.NextSteps[0].Question.ID)
	ans := a.Get(q)
	ans.Target = ans.Value.Option
	r = scoring.Evaluate(w.Bank, a.With(q, ans))
	doc := report.Build(r, offer.Recommend(w.Offers, r, w.Day), w.Words.Printer(i18n.German), "1.0.0")
	if part := partOf(doc, "measures"); strings.Contains(outline(&report.Document{Parts: []report.Part{part}}), "Ihr Ziel") {
		t.Error("a reached target is marked")
	}
}
