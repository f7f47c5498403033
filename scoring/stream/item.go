package stream

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// item is a question or field with its names at hand.
type item struct {
	q       *questionnaire.Question
	id      string
	family  questionnaire.Family
	profile bool
	options []string
	rows    []string
	lone    uint64 // options that stand alone
	limits  limits
}

// limits bound a figure, in units.
type limits struct {
	exact     bool // all of them are whole numbers of units
	low, high int64
	whole     bool
	bands     []band
}

// band is an option that stands for figures from one on.
type band struct {
	from   int64
	option int
}

func newItem(q *questionnaire.Question) item {
	out := item{q: q, id: q.ID, family: q.Kind.Family(), profile: q.Dimension == ""}
	for i := range q.Options {
		out.options = append(out.options, q.Options[i].ID)
		if q.Options[i].Exclusive {
			out.lone |= 1 << i
		}
	}
	for i := range q.Rows {
		out.rows = append(out.rows, q.Rows[i].ID)
	}
	if out.family == questionnaire.Figure {
		out.limits = newLimits(q)
	}
	return out
}

func newLimits(q *questionnaire.Question) limits {
	low, ok1 := unitsOf(q.Range.Low)
	high, ok2 := unitsOf(q.Range.High)
	out := limits{exact: ok1 && ok2, low: low, high: high, whole: q.Range.Whole}
	for i := range q.Options {
		if q.Options[i].From == nil {
			continue
		}
		from, ok := unitsOf(q.Options[i].From)
		out.exact = out.exact && ok
		out.bands = append(out.bands, band{from, i})
	}
	return out
}

// unitsOf is a number in units; ok is false where it is none, or none that fits.
func unitsOf(r *big.Rat) (units int64, ok bool) {
	if r == nil {
		return 0, false
	}
	x := new(big.Rat).Mul(r, big.NewRat(unit, 1))
	return x.Num().Int64(), x.IsInt() && x.Num().IsInt64()
}

// band is the option that a figure lies in, or -1.
func (l *limits) band(units int64) int {
	best := -1
	for i, b := range l.bands {
		if b.from <= units && (best < 0 || b.from > l.bands[best].from) {
			best = i
		}
	}
	if best < 0 {
		return -1
	}
	return l.bands[best].option
}

// place finds a name, trying the one that comes next in order before all others.
func place(names []string, raw []byte, next int) int {
	if next < len(names) && names[next] == string(raw) {
		return next
	}
	for i, n := range names {
		if n == string(raw) {
			return i
		}
	}
	return -1
}
