package report

import (
	"math/big"

	"digitalkompass/scoring"
)

// mostDigits is how many decimals a score is shown with at most, however close it lies to a bound.
const mostDigits = 6

// telling is how many decimals a score needs, from a number of them on, so that what is shown stands to every bound as
// the score itself does.
// A score upon a bound such as a third, which no decimals show, keeps what it has.
func (g Gauge) telling(x *big.Rat, digits int) int {
	for n := digits; n <= mostDigits; n++ {
		if g.alike(x, rounded(x, n)) {
			return n
		}
	}
	return digits
}

// alike says whether a score and what is shown of it lie on the same side of every bound, or both upon it.
func (g Gauge) alike(x, shown *big.Rat) bool {
	for _, bound := range g.bounds {
		if x.Cmp(bound) != shown.Cmp(bound) {
			return false
		}
	}
	return true
}

// bounds are what the scores of a node are compared with, "" being the total: where stages and bands begin, gates, the
// rules that rank modules, and how weak security may be.
func (w Words) bounds(id string) []*big.Rat {
	var out []*big.Rat
	n, d := w.r.Node(id), w.r.Dimension(id)
	if n != nil {
		for _, b := range w.Own(n.Node) {
			out = append(out, b.From)
		}
	}
	if d != nil {
		for _, b := range w.borders(*d) {
			out = append(out, b.from)
		}
	}
	for _, s := range w.r.Bank.Stages {
		if id == "" {
			out = append(out, s.From)
		}
		for _, g := range s.Gates {
			if g.Dimension == id || g.Dimension == "" && d != nil {
				out = append(out, g.From)
			}
		}
	}
	if id == scoring.Security {
		out = append(out, scoring.SecurityFloor())
	}
	if w.advice != nil {
		for _, m := range w.advice.Marks {
			if m.Node != "" && m.Node == id {
				out = append(out, m.From)
			}
		}
	}
	return out
}
