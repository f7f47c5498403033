package stream

import (
	"math/big"

	"digitalkompass/scoring"
)

// micro is how finely scores are added up: in millionths of a point, so that a sum of any length is fast and its mean
// is right to far more decimals than are shown.
const micro = 1_000_000

// Totals are what all lines together come to.
type Totals struct {
	Lines    int // results and errors
	Errors   int
	Dropped  int   // lines from another version of the bank, in which answers were left out
	Stages   []int // results by level; 0 for those without a stage
	Certain  int
	Scored   int
	Coverage scoring.Coverage
	sum      int64 // of the scores, in millionths
}

func newTotals(forms []Form) Totals {
	stages := 0
	for _, f := range forms {
		stages = max(stages, len(f.Bank.Stages))
	}
	return Totals{Stages: make([]int, stages+1)}
}

func (t *Totals) add(b *scoring.Brief, dropped int) {
	t.Lines++
	t.Dropped += min(dropped, 1)
	t.Stages[b.Stage.Level]++
	if b.Certain {
		t.Certain++
	}
	if b.Total.Scored {
		t.Scored++
		t.sum += b.Total.Score.In(micro)
	}
	t.cover(b.Coverage)
}

func (t *Totals) cover(c scoring.Coverage) {
	t.Coverage.Asked += c.Asked
	t.Coverage.Answered += c.Answered
	t.Coverage.Unknown += c.Unknown
	t.Coverage.NotApplicable += c.NotApplicable
	t.Coverage.Open += c.Open
	t.Coverage.Hidden += c.Hidden
	t.Coverage.OffPath += c.OffPath
	t.Coverage.Unscored += c.Unscored
}

// merge adds what another worker has counted.
func (t *Totals) merge(o *Totals) {
	t.Lines += o.Lines
	t.Errors += o.Errors
	t.Dropped += o.Dropped
	t.Certain += o.Certain
	t.Scored += o.Scored
	t.sum += o.sum
	for i, n := range o.Stages {
		t.Stages[i] += n
	}
	t.cover(o.Coverage)
}

// Results are the lines that were scored.
func (t *Totals) Results() int { return t.Lines - t.Errors }

// Mean is the mean of all scores, nil without one.
func (t *Totals) Mean() *big.Rat {
	if t.Scored == 0 {
		return nil
	}
	return big.NewRat(t.sum, int64(t.Scored)*micro)
}

// Sure is the share of results whose stage is certain, in per cent; nil without results.
func (t *Totals) Sure() *big.Rat {
	if t.Results() == 0 {
		return nil
	}
	return big.NewRat(int64(t.Certain)*100, int64(t.Results()))
}
