package scoring

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// costDays sets the cost classes on the scale of working days, for ordering only: a class is as heavy as so many days.
var costDays = map[questionnaire.Cost]int64{
	questionnaire.CostNone: 0, questionnaire.CostLow: 2, questionnaire.CostMiddle: 8, questionnaire.CostHigh: 20,
}

// nextSteps are the improvements worth doing next, best first: for every answered question below full points the
// measure that fits its points, its gain computed by scoring the company as if the measure had lifted the answer.
// Steps in what keeps the next stage away come first, then the higher gain per day of effort, then the bank's order.
// A measure whose prerequisites are not reached is left out; they stand for themselves.
func nextSteps(nav questionnaire.Navigator, r *Result) []Step {
	gates := map[string]bool{}
	for _, b := range r.BlockedBy {
		gates[b.Dimension] = true
	}
	var out []Step
	for i, c := range r.Trail {
		if c.Treatment != Counted && c.Treatment != ZeroCounted || c.Score.Cmp(big.NewRat(1, 1)) >= 0 {
			continue
		}
		q := nav.Shape(r.Assessment, r.Bank.Question(c.Question))
		from := new(big.Rat).Mul(c.Score, full)
		m := r.fitting(q, from)
		if m == nil {
			continue
		}
		out = append(out, Step{Question: q, Measure: m, From: from, To: m.To, Gain: r.gain(i, m.To), Unblocks: gates[q.Dimension]})
	}
	slices.SortStableFunc(out, func(a, b Step) int {
		if a.Unblocks != b.Unblocks {
			if a.Unblocks {
				return -1
			}
			return 1
		}
		return value(b).Cmp(value(a))
	})
	return out
}

// fitting is the measure of a question to do next: the first that fits the points, is not settled by the answer
// already, and whose prerequisites are met; where all that fit are settled, the next one above.
func (r *Result) fitting(q *questionnaire.Question, from *big.Rat) *questionnaire.Measure {
	v := r.Assessment.Get(q).Value
	for _, above := range []bool{false, true} {
		for _, m := range q.Measures {
			if (above || m.From.Cmp(from) <= 0) && from.Cmp(m.To) < 0 && !settled(q, v, m) && !slices.ContainsFunc(m.Needs, r.lacks) {
				return m
			}
		}
	}
	return nil
}

// settled says whether the rows or ticks that a measure is for are all there already.
func settled(q *questionnaire.Question, v questionnaire.Value, m *questionnaire.Measure) bool {
	if len(m.Items) == 0 {
		return false
	}
	return !slices.ContainsFunc(m.Items, func(item string) bool {
		if q.Kind != questionnaire.Grid {
			return !slices.Contains(v.Set, item)
		}
		o := q.Option(v.Rows[item])
		return v.Rows[item] != questionnaire.RowNotApplicable && (o == nil || o.Points.Cmp(full) < 0)
	})
}

// lacks says whether a measure is still to be done: its question applies and has not reached its end.
func (r *Result) lacks(measure string) bool {
	m := r.Bank.Measure(measure)
	if m == nil {
		return false
	}
	for _, c := range r.Trail {
		if c.Question == m.Question {
			return c.Score != nil && new(big.Rat).Mul(c.Score, full).Cmp(m.To) < 0 || c.Treatment == Widens
		}
	}
	return false
}

// gain is what the total rises by when one line of the trail reaches a number of points on the 0–4 scale. Where there
// is no total, it is the rise of the dimension divided by the dimensions that apply.
func (r *Result) gain(line int, to *big.Rat) *big.Rat {
	id := r.Trail[line].Dimension
	var lines []Contribution
	for i, c := range r.Trail {
		if c.Dimension != id {
			continue
		}
		if i == line {
			c.Score = new(big.Rat).Quo(to, full)
		}
		lines = append(lines, c)
	}
	before := r.Dimension(id)
	after := dimensionResult(r.Bank, before.Dimension, lines)
	rise := new(big.Rat).Sub(after.Span.High, before.Span.High)
	if before.Span.Score != nil {
		rise.Sub(after.Span.Score, before.Span.Score)
	}
	n := int64(0)
	for _, d := range r.Dimensions {
		if d.Applies {
			n++
		}
	}
	return rise.Quo(rise, big.NewRat(n, 1))
}

// value is the gain per day of effort; half a day is the least that anything takes.
func value(s Step) *big.Rat {
	effort := new(big.Rat).Add(s.Measure.Days, big.NewRat(costDays[s.Measure.Cost], 1))
	if least := big.NewRat(1, 2); effort.Cmp(least) < 0 {
		effort = least
	}
	return new(big.Rat).Quo(s.Gain, effort)
}
