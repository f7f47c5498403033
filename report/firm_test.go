package report_test

import (
	"strings"
	"testing"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// That no single answer changes the stage never stands beside a step that does without a word on why both are so: the step
// lifts its answer by more than one.
func TestNoAnswerButAStepChangesTheStage(t *testing.T) {
	w := world(t)
	seen := map[bool]int{}
	for _, c := range w.Bank.Cases {
		r := scoring.Evaluate(w.Bank, c.Assessment)
		if r.Stage.Level == 0 {
			continue
		}
		byStep := len(r.Ways) > 0 && len(r.Ways[0].Steps) == 1 && len(r.Stability().Flips) == 0
		seen[byStep]++
		for l, want := range map[i18n.Lang]string{i18n.German: "führt trotzdem auf Stufe ", i18n.English: "all the same: it improves its answer by more than that."} {
			p := w.Words.Printer(l)
			text := strings.Join(report.NewWords(r, nil, p).Firm(), " ")
			if got := strings.Contains(text, want); got != byStep {
				t.Errorf("%s, %s: %v\n%s", c.ID, l, got, text)
			}
			if byStep && !strings.Contains(text, p.Text(r.Ways[0].Steps[0].Measure.Title)) {
				t.Errorf("%s, %s: the step has no name: %s", c.ID, l, text)
			}
		}
	}
	if seen[true] == 0 || seen[false] == 0 {
		t.Errorf("only one kind of case: %v", seen)
	}
}

// What the bank says of a level is called general wherever it stands, for each area that it stands for.
func TestALevelIsDescribedInGeneral(t *testing.T) {
	w := world(t)
	r := scoring.Evaluate(w.Bank, w.Bank.Case("metallbau-35").Assessment)
	for l, want := range map[i18n.Lang][2]string{
		i18n.German: {"gilt allgemein; bei Ihnen kann Einzelnes anders sein.", "Allgemein zur Stufe "}, i18n.English: {"holds in general; some of it may differ in your business.", "In general at stage "},
	} {
		part := partOf(reporttest.Sample{Result: r, Advice: offer.Recommend(w.Offers, r, w.Day), Printer: w.Words.Printer(l)}.Document(), "dimensions")
		text := outline(&report.Document{Parts: []report.Part{part}})
		if n := strings.Count(text, want[1]); n != len(r.Dimensions) || !strings.Contains(part.Lead, want[0]) {
			t.Errorf("%s: %d of %d areas: %s", l, n, len(r.Dimensions), part.Lead)
		}
	}
}
