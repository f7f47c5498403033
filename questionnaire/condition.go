package questionnaire

import "slices"

// Unanswered stands in a condition for a profile field that has no answer.
const Unanswered = "unanswered"

// Condition says for which companies something holds: all tests of at least one alternative. The empty condition
// always holds.
type Condition struct{ AnyOf [][]Test }

// Always says whether the condition is empty.
func (c Condition) Always() bool { return len(c.AnyOf) == 0 }

// Test compares one answer with a list of option ids, one of which has to be chosen.
type Test struct {
	ID     string   // a question or profile field
	Row    string   // of a grid, else ""
	Values []string // option ids or Unanswered
	Not    bool     // of a multi-select: answered without these ticks
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
	q := b.Question(t.ID)
	if q == nil {
		return false
	}
	chosen, answered := choices(q, a.Get(q), t.Row)
	if !answered {
		return !t.Answer && q.Dimension != "" || slices.Contains(t.Values, Unanswered)
	}
	hit := slices.ContainsFunc(chosen, func(c string) bool { return slices.Contains(t.Values, c) })
	return hit != t.Not
}

// choices are the option ids an answer stands for, and whether there is an answer.
func choices(q *Question, a Answer, row string) ([]string, bool) {
	if a.State != Answered {
		return nil, false
	}
	switch q.Kind.Family() {
	case Figure:
		if o := q.Chosen(a.Value); o != nil {
			return []string{o.ID}, true
		}
		return nil, false
	case AnyOf:
		return a.Value.Set, true
	case Rows:
		v := a.Value.Rows[row]
		return []string{v}, v != "" && v != RowUnknown
	case Line:
		return []string{a.Value.Text}, true
	case OneOf:
	}
	return []string{a.Value.Option}, true
}
