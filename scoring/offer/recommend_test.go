package offer_test

import (
	"os"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

var (
	today   = source.Day{Year: 2026, Month: 11, Day: 24}
	newYear = source.Day{Year: 2027, Month: 1, Day: 1}
)

func shipped(t testing.TB) (*questionnaire.Bank, *offer.Catalogue) {
	t.Helper()
	var d source.Diagnostics
	b := questionnaire.Load(os.DirFS("../../data/banks/digitalkompass"), &d)
	if b == nil {
		t.Fatal(d.All())
	}
	var od source.Diagnostics
	c := offer.Load(os.DirFS("../../data/offers"), b, &od)
	for _, x := range od.All() {
		t.Errorf("%s: %s %v %s", x.Pos, x.Code, x.Args, x.Near)
	}
	if c == nil {
		t.FailNow()
	}
	return b, c
}

func TestWorkedExamplesGetTheirModule(t *testing.T) {
	b, c := shipped(t)
	for _, x := range b.Cases {
		r := scoring.Compile(b).Score(x.Assessment)
		if got := offer.RuleFor(c, r); x.Expected.Module != "" && got.First != x.Expected.Module {
			t.Errorf("%s: %s by %s, want %s", x.ID, got.First, got.ID, x.Expected.Module)
		}
		a := offer.Recommend(c, r, today)
		best := a.Best()
		if best == nil {
			t.Errorf("%s: nothing is recommended", x.ID)
			continue
		}
		t.Log(x.ID, best.Module.ID, best.Best().Offer.ID, a.SME, len(a.Beside))
	}
}
