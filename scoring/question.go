package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// full is the top of the scale of options.
var full = big.NewRat(4, 1)

// contribution is the trail's line for one question.
func contribution(nav questionnaire.Navigator, a *questionnaire.Assessment, q *questionnaire.Question) Contribution {
	q = nav.Shape(a, q)
	ans := a.Get(q)
	c := Contribution{
		Dimension: q.Dimension, Question: q.ID, Standing: nav.Standing(a, q), State: questionnaire.Settled(q, ans),
		Treatment: Left, Weight: q.Scoring.Weight,
	}
	if !q.Scored() {
		return c
	}
	switch {
	case c.Standing == questionnaire.ZeroCount:
		c.Treatment, c.Earned, c.Possible = ZeroCounted, new(big.Rat), full
	case c.Standing != questionnaire.Asked, c.State == questionnaire.NotApplicable:
		return c
	case c.State == questionnaire.Answered:
		c.Treatment = Counted
		c.Earned, c.Possible = points(q, ans.Value)
	default:
		c.Treatment = Widens
		return c
	}
	c.Score = new(big.Rat).Quo(c.Earned, c.Possible)
	return c
}

// points are those earned and those attainable.
func points(q *questionnaire.Question, v questionnaire.Value) (earned, possible *big.Rat) {
	earned = new(big.Rat)
	switch q.Kind.Family() {
	case questionnaire.AnyOf:
		possible = big.NewRat(int64(q.Scoring.Cap), 1)
		for _, id := range v.Set {
			earned.Add(earned, q.Option(id).Points)
		}
		if earned.Cmp(possible) > 0 {
			earned.Set(possible)
		}
		return earned, possible
	case questionnaire.Rows:
		possible = new(big.Rat)
		for _, r := range q.Rows {
			if o := q.Option(v.Rows[r.ID]); o != nil {
				earned.Add(earned, o.Points)
				possible.Add(possible, full)
			}
		}
		return earned, possible
	case questionnaire.OneOf, questionnaire.Figure, questionnaire.Line:
	}
	if o := q.Chosen(v); o != nil && o.Points != nil {
		earned.Set(o.Points)
	}
	return earned, full
}
