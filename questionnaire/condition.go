package questionnaire

import (
	"math/big"
	"slices"
)

// Unanswered stands in a condition for a profile field that has no answer.
const Unanswered = "unanswered"

// Condition says for which companies something holds: all tests of at least one alternative. The empty condition
// always holds.
type Condition struct{ AnyOf [][]Test }

// Always says whether the condition is empty.
func (c Condition) Always() bool { return len(c.AnyOf) == 0 }

// Test compares one answer with a list of option ids, one of which has to be chosen, or with limits where it is a figure.
type Test struct {
	ID     string   // a question or profile field
	Row    string   // of a grid, else ""
	Values []string // option ids or Unanswered
	Figure *Limits  // of a figure: instead of Values
	Not    bool     // answered, and with none of Values
	Count  int      // of a multi-select's ticks or a grid's rows: so many of Values at least; 0 for no such rule
	Answer bool     // an open answer does not meet the test (contradictions), instead of meeting it (conditions)
}

// Holds evaluates a condition. A test on a question that is open or answered "don't know" counts as met.
func (c Condition) Holds(b *Bank, a *Assessment) bool {
	if c.Always() {
		return true
	}
	return slices.ContainsFunc(c.AnyOf, func(all []Test) bool { return AllHold(all, b, a) })
}

// Certain is Holds for a condition that has consequences: a test on an open answer does not count as met.
func (c Condition) Certain(b *Bank, a *Assessment) bool {
	return slices.ContainsFunc(c.AnyOf, func(all []Test) bool {
		return !slices.ContainsFunc(all, func(t Test) bool {
			t.Answer = true
			return !t.Holds(b, a)
		})
	})
}

// AllHold says whether all tests are met.
func AllHold(tests []Test, b *Bank, a *Assessment) bool {
	return !slices.ContainsFunc(tests, func(t Test) bool { return !t.Holds(b, a) })
}

// Holds evaluates one test.
func (t Test) Holds(b *Bank, a *Assessment) bool {
	c, known := t.resolve(b, func(string) int { return 0 })
	if !known {
		return false
	}
	q := b.Question(t.ID)
	r := q.Reply(a.Get(q))
	return c.met(q, &r, false)
}

// Limits bound a figure; nil ones do not.
type Limits struct{ From, Above, To, Below *big.Rat }

// Hold says whether a figure lies within the limits.
func (l Limits) Hold(f *big.Rat) bool {
	return (l.From == nil || f.Cmp(l.From) >= 0) && (l.Above == nil || f.Cmp(l.Above) > 0) &&
		(l.To == nil || f.Cmp(l.To) <= 0) && (l.Below == nil || f.Cmp(l.Below) < 0)
}

// Outlook says whether a condition holds whatever the open answers turn out to be. The zero value is invalid.
type Outlook int

// The outlooks.
const (
	Surely Outlook = iota + 1
	Never
	Perhaps
)

// Questions are the ids that a condition tests.
func (c Condition) Questions() []string {
	var out []string
	for _, all := range c.AnyOf {
		for _, t := range all {
			out = append(out, t.ID)
		}
	}
	return out
}
