package scoring_test

import (
	"testing"

	"digitalkompass/scoring"
)

// The worked examples of the bank dma, whose results were computed apart from the program, with the band of each dimension.
func TestDMACases(t *testing.T) {
	b := load(t, "../data/banks/dma")
	for _, c := range b.Cases {
		r := scoring.Evaluate(b, c.Assessment)
		for _, x := range scoring.Compare(c, r) {
			t.Errorf("%s: %s: want %s, got %s", c.ID, x.What, x.Want, x.Got)
		}
		for _, n := range r.Nodes {
			if len(n.Bands) > 0 && n.Bands[0] != c.Expected.Bands[n.Node.ID] {
				t.Errorf("%s: %s is %s, want %s", c.ID, n.Node.ID, n.Bands[0], c.Expected.Bands[n.Node.ID])
			}
		}
	}
}

// Plans count as much as money spent: a rule of the model, which the bank says plainly.
func TestDMAPlansCountInFull(t *testing.T) {
	b := load(t, "../data/banks/dma")
	plans, spent := scoring.Evaluate(b, b.Case("nur-plaene").Assessment), scoring.Evaluate(b, b.Case("nur-ausgaben").Assessment)
	if plans.Total.Score.Cmp(spent.Total.Score) != 0 {
		t.Errorf("%s with plans, %s with spending", plans.Total.Score, spent.Total.Score)
	}
}
