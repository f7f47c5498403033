package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// Effort is what something takes in a company.
type Effort struct {
	questionnaire.Labour
	Low, High *big.Rat // all days together; High is nil where there is no upper end, both where the staff is not known
}

// staff is how many people work in a company, from and to; to is nil without an end, both where it is not known.
type staff struct{ from, to *big.Rat }

// staff is that of the company. A band goes from its lower end to where the next one begins, the last one has no end.
func (s *state) staff() staff {
	at := s.e.index.At(questionnaire.FieldStaff)
	if at < 0 || s.sheet.Replies[at].State != questionnaire.Answered {
		return staff{}
	}
	q, r := s.e.index.Items[at], &s.sheet.Replies[at]
	switch {
	case r.Figure != nil:
		return staff{r.Figure, r.Figure}
	case r.Option < 0 || q.Options[r.Option].From == nil:
		return staff{}
	}
	x := staff{from: q.Options[r.Option].From}
	for i := range q.Options {
		if f := q.Options[i].From; f != nil && f.Cmp(x.from) > 0 && (x.to == nil || f.Cmp(x.to) < 0) {
			x.to = f
		}
	}
	return x
}

// effort is what a measure takes in the company.
func (s *state) effort(m *questionnaire.Measure) Effort {
	if m.PerPerson == nil {
		return Effort{m.Labour, m.Days, m.Days}
	}
	x := s.staff()
	return Effort{m.Labour, forStaff(m, x.from), forStaff(m, x.to)}
}

// forStaff are the days of a measure for so many people, to half a day, for it is an estimate. There is at least one:
// whoever answers works there.
func forStaff(m *questionnaire.Measure, people *big.Rat) *big.Rat {
	if people == nil {
		return nil
	}
	if one := big.NewRat(1, 1); people.Cmp(one) < 0 {
		people = one
	}
	x := new(big.Rat).Mul(m.PerPerson, people)
	x.Add(x, m.Days).Mul(x, big.NewRat(2, 1))
	return x.Quo(new(big.Rat).SetInt(rounded(x, questionnaire.HalfUp)), big.NewRat(2, 1))
}

// And is the effort of both.
func (e Effort) And(other Effort) Effort {
	e.Days, e.Low, e.High = added(e.Days, other.Days), added(e.Low, other.Low), added(e.High, other.High)
	if e.PerPerson == nil {
		e.PerPerson = other.PerPerson
	} else if other.PerPerson != nil {
		e.PerPerson = added(e.PerPerson, other.PerPerson)
	}
	return e
}

// added is the sum of both; nil where one of them is not known.
func added(x, y *big.Rat) *big.Rat {
	if x == nil || y == nil {
		return nil
	}
	return new(big.Rat).Add(x, y)
}

// Least is what it takes at least: of a staff that is not known one person.
func (e Effort) Least() *big.Rat {
	if e.Low == nil {
		return added(e.Days, e.PerPerson)
	}
	return e.Low
}

// Unstaffed is the effort as it is told to somebody who does not know the staff.
func (e Effort) Unstaffed() Effort {
	if e.PerPerson != nil {
		e.Low, e.High = nil, nil
	}
	return e
}
