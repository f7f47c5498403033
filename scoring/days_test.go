package scoring

import (
	"math/big"
	"testing"

	"digitalkompass/questionnaire"
)

// Days for each person follow from the staff: a figure, a band, the last band without an end, or nothing that is known.
func TestEffortFollowsTheStaff(t *testing.T) {
	q := &questionnaire.Question{Kind: questionnaire.Ladder, Options: []questionnaire.Option{{ID: "low", Points: rat(0, 1)}, {ID: "high", Points: rat(4, 1)}},
		Measures: []*questionnaire.Measure{{ID: "learn", From: rat(0, 1), To: rat(4, 1)}}}
	b := workshop(q)
	q.Measures[0].Labour = questionnaire.Labour{Days: rat(2, 1), PerPerson: rat(3, 2)}
	b.Profile = []*questionnaire.Question{{ID: questionnaire.FieldStaff, Kind: questionnaire.Number, Section: questionnaire.SectionCompany,
		Range:   questionnaire.Range{Low: rat(0, 1), High: rat(999, 1)},
		Options: []questionnaire.Option{{ID: "solo", From: rat(0, 1)}, {ID: "small", From: rat(2, 1)}, {ID: "large", From: rat(250, 1)}, {ID: "guess", Instead: true}}}}
	e := Compile(questionnaire.Assemble(b))
	answer := func(v questionnaire.Value) questionnaire.Answer {
		return questionnaire.Answer{State: questionnaire.Answered, Value: v}
	}
	for name, c := range map[string]struct {
		answer           questionnaire.Answer
		low, high, least string
		begin            Term
	}{
		"three people":     {answer(questionnaire.Value{Figure: rat(3, 1)}), "13/2", "13/2", "13/2", Later},
		"to half a day":    {answer(questionnaire.Value{Figure: rat(13, 2)}), "12", "12", "12", Far}, // 11.75
		"one at least":     {answer(questionnaire.Value{Figure: rat(1, 2)}), "7/2", "7/2", "7/2", Later},
		"the lowest band":  {answer(questionnaire.Value{Option: "solo"}), "7/2", "5", "7/2", Later},
		"a band":           {answer(questionnaire.Value{Option: "small"}), "5", "377", "5", Later},
		"the last band":    {answer(questionnaire.Value{Option: "large"}), "377", "none", "377", Far},
		"in place of it":   {answer(questionnaire.Value{Option: "guess"}), "none", "none", "7/2", Later},
		"nothing answered": {questionnaire.Answer{}, "none", "none", "7/2", Later},
		"not known":        {questionnaire.Answer{State: questionnaire.Unknown}, "none", "none", "7/2", Later},
	} {
		a := &questionnaire.Assessment{Path: questionnaire.Full, Company: map[string]questionnaire.Answer{questionnaire.FieldStaff: c.answer},
			Answers: map[string]questionnaire.Answer{"q": answer(questionnaire.Value{Option: "low"})}}
		s := e.start(e.index.Sheet(a))
		x := s.effort(q.Measures[0])
		if low, high := orNone(x.Low), orNone(x.High); low != c.low || high != c.high || orNone(x.Least()) != c.least {
			t.Errorf("%s: %s to %s, at least %s", name, low, high, x.Least())
		}
		if begin := x.term(q.Measures[0]); begin != c.begin {
			t.Errorf("%s: begins in term %d", name, begin)
		}
		if u := x.Unstaffed(); u.Low != nil || u.High != nil || u.Days.Cmp(rat(2, 1)) != 0 || u.PerPerson.Cmp(rat(3, 2)) != 0 {
			t.Errorf("%s: tells %v of the staff", name, u)
		}
		fixed := Effort{questionnaire.Labour{Days: rat(1, 1)}, rat(1, 1), rat(1, 1)}
		if u := fixed.Unstaffed(); u.Low == nil || u.High == nil {
			t.Error("fixed days are kept back")
		}
		for _, sum := range []Effort{x.And(fixed), fixed.And(x)} {
			if sum.PerPerson.Cmp(rat(3, 2)) != 0 || sum.Days.Cmp(rat(3, 1)) != 0 || (sum.Low == nil) != (x.Low == nil) || sum.Least().Cmp(added(x.Least(), rat(1, 1))) != 0 {
				t.Errorf("%s: with a day more %+v", name, sum)
			}
		}
		if steps := e.Evaluate(a).NextSteps; len(steps) != 1 || steps[0].Effort.Least().Cmp(x.Least()) != 0 {
			t.Errorf("%s: steps %+v", name, steps)
		}
	}
}

func orNone(x *big.Rat) string {
	if x == nil {
		return "none"
	}
	return x.RatString()
}
