package offer

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// answers are those that a field can be changed to, as far as they can differ in what they decide: every option, and
// the figures at which a verdict turns. Figures come first: of two that are as close, the exact one is taken.
func (s *search) answers(q *questionnaire.Question) []questionnaire.Answer {
	now := s.a.Get(q).Value
	var out []questionnaire.Answer
	add := func(v questionnaire.Value) {
		if !v.Equal(now) {
			out = append(out, questionnaire.Answer{State: questionnaire.Answered, Value: v})
		}
	}
	if q.Kind.Family() == questionnaire.Figure {
		for _, f := range s.borders(q.ID) {
			if f.Cmp(q.Range.Low) >= 0 && f.Cmp(q.Range.High) <= 0 {
				add(questionnaire.Value{Figure: f})
			}
		}
	}
	for i := range q.Options {
		add(questionnaire.Value{Option: q.Options[i].ID})
	}
	return out
}

// borders are the figures at which a verdict of the offer on a field turns.
func (s *search) borders(field string) []*big.Rat {
	var out []*big.Rat
	for _, r := range s.o.Rules {
		switch {
		case r.Test == TestSpend && field == FieldVolume && s.o.Funding != nil:
			out = append(out, euros(s.o.Funding.Floor), euros(s.o.Funding.Ceiling))
		case r.Test == TestRoom && field == fieldAidSum && s.o.Funding != nil:
			out = append(out, s.sums()...)
		case r.Test == 0:
			out = append(out, around(r.No, field)...)
		}
	}
	return out
}

// sums are sums of de-minimis aid that leave room: for the most that the offer pays, for the estimate of a project
// that is planned or could be, and for one euro.
func (s *search) sums() []*big.Rat {
	needs := []int64{s.o.Funding.Max, 100}
	for _, j := range s.plans() {
		if e := j.estimate(s.o); e != nil && e.Known {
			needs = append(needs, e.UpTo)
		}
	}
	var out []*big.Rat
	for _, n := range needs {
		out = append(out, euros(s.c.Limits.DeMinimis-n))
	}
	return out
}

// plans are judges of the company with its project as planned, and at every cost that it could have instead.
func (s *search) plans() []*judge {
	out := []*judge{s.judge}
	for _, q := range s.fields {
		if q.ID == FieldVolume {
			for _, a := range s.answers(q) {
				out = append(out, s.with(q, a))
			}
		}
	}
	return out
}

// around are the bounds of a condition's figures with the whole figures beside them.
func around(c questionnaire.Condition, field string) []*big.Rat {
	var out []*big.Rat
	for _, all := range c.AnyOf {
		for _, t := range all {
			if t.ID != field || t.Figure == nil {
				continue
			}
			for _, f := range []*big.Rat{t.Figure.From, t.Figure.Above, t.Figure.To, t.Figure.Below} {
				if f != nil {
					out = append(out, f, new(big.Rat).Add(f, one), new(big.Rat).Sub(f, one))
				}
			}
		}
	}
	return out
}

var one = big.NewRat(1, 1)

func euros(cents int64) *big.Rat { return big.NewRat(cents, 100) }

// distance is how far an answer lies from today's: in places among the options, or in the figure's own unit from the
// band or figure of today. Without an answer today, all are as far.
func (s *search) distance(q *questionnaire.Question, to questionnaire.Answer) *big.Rat {
	now := s.a.Get(q)
	if now.State != questionnaire.Answered {
		return new(big.Rat)
	}
	if q.Kind.Family() != questionnaire.Figure {
		d := int64(q.Number(to.Value.Option) - q.Number(now.Value.Option))
		return big.NewRat(max(d, -d), 1)
	}
	a, ok := s.figure(q.ID)
	b, known := s.with(q, to).figure(q.ID)
	switch {
	case !ok || !known:
		return new(big.Rat)
	case b.Low.Cmp(a.Low) < 0:
		return new(big.Rat).Sub(a.Low, b.Low)
	case a.High != nil && b.Low.Cmp(a.High) > 0:
		return new(big.Rat).Sub(b.Low, a.High)
	}
	return new(big.Rat)
}
