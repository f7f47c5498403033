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

// The headline above the bars is true of all of them: it calls areas level only where all are, and says where those with too few
// answers count for nothing in it.
func TestTheHeadlineIsTrueOfAllBars(t *testing.T) {
	w := world(t)
	const few, none = 1000, -1 // added to points: from few answers; no score
	for _, c := range []struct {
		points      []int64 // of the areas in their order; the last one goes for the rest
		de, english string
	}{
		{[]int64{50}, "Alle Bereiche liegen gleichauf", "All areas are level"},
		{[]int64{44, few, few + 6, few + 25}, "Ein erster Eindruck aus wenigen Fragen", "A first impression from few questions"},
		{[]int64{44, 44, few + 6, 44}, "Gleichauf, wo genug beantwortet ist", "Level where enough is answered"},
		{[]int64{44, 44, none, 44}, "Gleichauf, wo genug beantwortet ist", "Level where enough is answered"},
		{[]int64{44, 10, few, 20}, "Wo genug beantwortet ist: vorn Strategie, zurück Kunden", "Where enough is answered: Strategy ahead, Customers behind"},
		{[]int64{44, 10, few + 30, 20}, "Stark: Strategie. Schwach: Kunden.", "Strong: Strategy. Weak: Customers."},
		{[]int64{44, none}, "Nur ein Bereich hat bisher einen Wert", "Only one area has a score so far"},
		{[]int64{none}, "Noch kein Profil: Es fehlen Antworten.", "No profile yet: answers are missing."},
	} {
		r := *scoring.Evaluate(w.Bank, w.Bank.Case("metallbau-35").Assessment)
		r.BlockedBy = nil
		for i := range r.Dimensions {
			d, p := &r.Dimensions[i], c.points[min(i, len(c.points)-1)]
			d.Coverage = scoring.Coverage{Asked: 4, Answered: 4}
			if p >= few {
				d.Coverage.Answered = 1
			}
			score := big.NewRat(p%few, 1)
			if d.Span = (scoring.Span{Score: score, Low: score, High: score}); p == none {
				d.Span = scoring.Span{Low: new(big.Rat), High: big.NewRat(100, 1)}
			}
		}
		for l, want := range map[i18n.Lang]string{i18n.German: c.de, i18n.English: c.english} {
			if got := report.ProfileHead(&r, w.Words.Printer(l)); got != want {
				t.Errorf("%s, %v: %q instead of %q", l, c.points, got, want)
			}
		}
	}
}
