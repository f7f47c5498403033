package questionnaire

import "math/big"

// Points says how the answer to a question becomes points. The zero value is the plain rule: the points of the option
// chosen, the ticked ones up to the cap, or those of all rows, of as many as can be reached.
type Points struct {
	Parts   []string            // names of the parts that one answer feeds; none means a single one, ""
	Full    map[string]*big.Rat // points attainable by part, per row for a grid; nil for the kind's own
	Rows    bool                // each row of a grid is a part of its own
	Need    Need                // points for enough rows or ticks instead of for each
	Linear  []*big.Rat          // of a figure: where points begin and where they are full
	Leading bool                // only what stands before the first gap counts
	Cases   []PointCase         // the first that holds decides, none means 0
	Bounds  Bounds
}

// Need asks for a number of rows or ticks: enough give full points, fewer give Miss.
type Need struct {
	Count int // NeedAll, or how many; 0 for no such rule
	Miss  *big.Rat
}

// NeedAll asks for every row or option that applies.
const NeedAll = -1

// PointCase gives points while a condition holds.
type PointCase struct {
	When   Condition
	Points *big.Rat
}

// Bounds shift and clamp points; nil parts do nothing.
type Bounds struct{ Start, Least, Most *big.Rat }

// Treat says what becomes of a state without an answer. The zero value leaves it to the node above.
type Treat int

// The treatments: opening the interval, counting as no points, leaving the weights, and counting the target answer.
const (
	TreatInterval Treat = iota + 1
	TreatZero
	TreatExclude
	TreatTarget
)

// Missing is the policy for the states without an answer.
type Missing struct{ Open, Unknown, NotApplicable Treat }

// Or fills what a policy leaves open from another.
func (m Missing) Or(n Missing) Missing {
	for _, p := range []struct{ to, from *Treat }{{&m.Open, &n.Open}, {&m.Unknown, &n.Unknown}, {&m.NotApplicable, &n.NotApplicable}} {
		if *p.to == 0 {
			*p.to = *p.from
		}
	}
	return m
}

// Implied counts a question with points, unasked, while a condition surely holds.
type Implied struct {
	When   Condition
	Points *big.Rat
}

// PartNames are the parts that a question's answer feeds.
func (q *Question) PartNames() []string {
	switch {
	case q.Scoring.Points.Rows:
		var out []string
		for _, r := range q.Rows {
			out = append(out, r.ID)
		}
		return out
	case len(q.Scoring.Points.Parts) > 0:
		return q.Scoring.Points.Parts
	}
	return []string{""}
}

// Full are the points attainable by a part; for a grid, by one of its rows.
func (q *Question) Full(part string) *big.Rat {
	if f := q.Scoring.Points.Full; f != nil {
		if x := f[part]; x != nil {
			return x
		}
		return f[""]
	}
	if q.Kind == Multi && q.Scoring.Points.Need.Count == 0 {
		return big.NewRat(int64(q.Scoring.Cap), 1)
	}
	return maxPoints
}

// PointsFor are an option's points for a part.
func (o *Option) PointsFor(part string) *big.Rat {
	if o.Parts != nil {
		if p := o.Parts[part]; p != nil {
			return p
		}
		if o.Points == nil {
			return noPoints
		}
	}
	return o.Points
}

var noPoints = new(big.Rat)
