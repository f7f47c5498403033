package report_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// A score from few of an area's questions is shown with how many, and no headline calls its area the lowest.
func TestAThinScoreIsSaidToBeOne(t *testing.T) {
	w := world(t)
	for l, want := range map[i18n.Lang][2]string{i18n.German: {"aus 1 von 6 Fragen", "Am weitesten zurück: Menschen"}, i18n.English: {"from 1 of 6 questions", "Furthest behind: People"}} {
		a := *w.Bank.Case("metallbau-35").Assessment
		a.Path = questionnaire.Quick
		r := scoring.Evaluate(w.Bank, &a)
		for i := range r.Dimensions {
			if d := &r.Dimensions[i]; d.Dimension.ID == "menschen" {
				d.Span.Score, d.Coverage = new(big.Rat), scoring.Coverage{Asked: 1, Answered: 1, OffPath: 5}
				if got := report.NewWords(r, nil, w.Words.Printer(l)).Basis(d); got != want[0] {
					t.Errorf("%s: %q", l, got)
				}
			}
		}
		s := reporttest.Sample{Result: r, Advice: offer.Recommend(w.Offers, r, w.Day), Printer: w.Words.Printer(l)}
		text := fmt.Sprint(reporttest.Texts(s.Document()))
		if !strings.Contains(text, want[0]) || strings.Contains(text, want[1]) {
			t.Errorf("%s: the thin score is not told as one", l)
		}
		for _, id := range []string{"summary", "profile"} { // wherever the score is shown before its own page
			if part := partOf(s.Document(), id); !strings.Contains(outline(&report.Document{Parts: []report.Part{part}}), want[0]) {
				t.Errorf("%s: %s shows a thin score without a word", l, id)
			}
		}
	}
}

// Close to where a stage begins is said to be so, on either side, and nowhere else.
func TestNarrowlyIsSaid(t *testing.T) {
	w := world(t)
	r := *scoring.Evaluate(w.Bank, w.Bank.Case("alles-unten").Assessment)
	for _, c := range []struct {
		points string
		level  int
		want   string
	}{
		{"19.9", 1, "Das ist knapp unter Stufe 2."}, {"18.9", 1, ""}, {"20", 2, "Stufe 2 ist knapp erreicht."}, {"21.1", 2, ""}, {"0", 1, ""}, {"99.5", 5, ""},
	} {
		r.Total.Score, r.Stage.Level = rat(c.points), c.level
		r.BlockedBy = []scoring.Block{{Stage: c.level + 1, Has: r.Total}}
		if got := report.NewWords(&r, nil, w.Words.Printer(i18n.German)).Close(); got != c.want {
			t.Errorf("%s: %q", c.points, got)
		}
	}
	r.Total.Score, r.Stage.Level, r.BlockedBy = rat("19.9"), 1, make([]scoring.Block, 2)
	if got := report.NewWords(&r, nil, w.Words.Printer(i18n.English)).Close(); got != "" {
		t.Errorf("a gate is missed as well: %q", got)
	}
}
