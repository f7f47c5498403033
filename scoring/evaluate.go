package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// Evaluate scores an assessment by its bank. It is pure and exact: nothing is rounded, and everything that led to a
// number is in the trail.
//
// Question: points earned by points attainable, 0–1. Dimension: weighted mean of its answered questions × 100; it has
// a score when the share of answered weight that the bank asks for is reached. Total: mean of the dimensions that
// apply, when all have a score. Stage: the highest one whose lower bound the total reaches and whose gates, and those
// of all stages below, are met. Interval: unknown and open answers once as worst, once as best.
func Evaluate(b *questionnaire.Bank, a *questionnaire.Assessment) *Result {
	r := &Result{Bank: b, Assessment: a}
	nav := questionnaire.NewNavigator(b)
	for _, d := range b.Dimensions {
		var lines []Contribution
		for _, q := range d.Questions {
			lines = append(lines, contribution(nav, a, q))
		}
		r.Trail = append(r.Trail, lines...)
		r.Dimensions = append(r.Dimensions, dimensionResult(b, d, lines))
	}
	r.conclude()
	r.NextSteps = nextSteps(nav, r)
	return r
}

// conclude draws total, stage and what blocks the next one from the dimensions.
func (r *Result) conclude() {
	r.Coverage = Coverage{}
	for _, d := range r.Dimensions {
		r.Coverage.add(d.Coverage)
		if d.Applies && d.Span.Score == nil {
			r.Lacking = append(r.Lacking, Lack{Dimension: d.Dimension.ID, Missing: d.Missing})
		}
	}
	r.Total = total(r.Dimensions)
	r.Stage = StageRange{
		Level: r.level(func(s Span) *big.Rat { return s.Score }),
		Low:   r.level(func(s Span) *big.Rat { return s.Low }),
		High:  r.level(func(s Span) *big.Rat { return s.High }),
	}
	r.Certain = r.Stage.Level > 0 && r.Stage.Low == r.Stage.High
	r.BlockedBy = r.blocked()
}

// total is the mean of the dimensions that apply, for the score and both ends.
func total(ds []DimensionResult) Span {
	sum := Span{Score: new(big.Rat), Low: new(big.Rat), High: new(big.Rat)}
	n := int64(0)
	for _, d := range ds {
		if !d.Applies {
			continue
		}
		n++
		sum.Low.Add(sum.Low, d.Span.Low)
		sum.High.Add(sum.High, d.Span.High)
		if d.Span.Score == nil {
			sum.Score = nil
		} else if sum.Score != nil {
			sum.Score.Add(sum.Score, d.Span.Score)
		}
	}
	if n == 0 {
		return Span{}
	}
	for _, x := range []*big.Rat{sum.Score, sum.Low, sum.High} {
		if x != nil {
			x.Quo(x, big.NewRat(n, 1))
		}
	}
	return sum
}
