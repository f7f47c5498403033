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
	q := b.Question(t.ID)
	if q == nil {
		return false
	}
	if t.Count > 0 && q.Kind == Grid {
		return t.enoughRows(q, a.Get(q))
	}
	chosen, answered := choices(q, a.Get(q), t.Row)
	if !answered {
		return !t.Answer && q.Dimension != "" || slices.Contains(t.Values, Unanswered)
	}
	if t.Figure != nil {
		f := q.figure(a.Get(q).Value)
		return f != nil && t.Figure.Hold(f)
	}
	if t.Count > 0 {
		return t.among(chosen) >= t.Count
	}
	hit := slices.ContainsFunc(chosen, func(c string) bool { return slices.Contains(t.Values, c) })
	return hit != t.Not
}

// among counts what is chosen of the test's values.
func (t Test) among(chosen []string) int {
	n := 0
	for _, c := range chosen {
		if slices.Contains(t.Values, c) {
			n++
		}
	}
	return n
}

// enoughRows counts a grid's rows. While open rows can still decide, the test stands as one on an open answer.
func (t Test) enoughRows(q *Question, a Answer) bool {
	var chosen []string
	open := 0
	for _, r := range q.Rows {
		if cell := a.Value.Rows[r.ID]; a.State != Answered || cell == "" || cell == RowUnknown {
			open++
		} else {
			chosen = append(chosen, cell)
		}
	}
	met := t.among(chosen)
	return met >= t.Count || !t.Answer && a.State != NotApplicable && met+open >= t.Count
}

// Limits bound a figure; nil ones do not.
type Limits struct{ From, Above, To, Below *big.Rat }

// Hold says whether a figure lies within the limits.
func (l Limits) Hold(f *big.Rat) bool {
	return (l.From == nil || f.Cmp(l.From) >= 0) && (l.Above == nil || f.Cmp(l.Above) > 0) &&
		(l.To == nil || f.Cmp(l.To) <= 0) && (l.Below == nil || f.Cmp(l.Below) < 0)
}

// figure is the number that an answer stands for: the one given, or the lower end of the band chosen; nil for none.
func (q *Question) figure(v Value) *big.Rat {
	if v.Figure != nil {
		return v.Figure
	}
	if o := q.Option(v.Option); o != nil {
		return o.From
	}
	return nil
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
		return nil, a.Value.Figure != nil
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

// Outlook says whether a condition holds whatever the open answers turn out to be. The zero value is invalid.
type Outlook int

// The outlooks.
const (
	Surely Outlook = iota + 1
	Never
	Perhaps
)

// Outlook evaluates a condition while some answers may still become anything; open names them. Their tests are
// undecided, all others are what Holds, or Certain where certain is set, makes of them.
func (c Condition) Outlook(b *Bank, a *Assessment, open func(id string) bool, certain bool) Outlook {
	if c.Always() {
		return Surely
	}
	best := Never
	for _, all := range c.AnyOf {
		switch one := outlook(all, b, a, open, certain); {
		case one == Surely:
			return Surely
		case one == Perhaps:
			best = Perhaps
		}
	}
	return best
}

func outlook(all []Test, b *Bank, a *Assessment, open func(id string) bool, certain bool) Outlook {
	out := Surely
	for _, t := range all {
		if open(t.ID) {
			out = Perhaps
			continue
		}
		t.Answer = t.Answer || certain
		if !t.Holds(b, a) {
			return Never
		}
	}
	return out
}

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
