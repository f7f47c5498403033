package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// WhatIf is what a result would be with other answers.
type WhatIf struct {
	Before, After *Result
	Changes       []Change // the total first, then dimensions in the order of the bank; only what differs
	Asked, Hidden []string // questions that would be asked anew, and no longer
}

// Change is a score that differs; Dimension is "" for the total.
type Change struct {
	Dimension     string
	Before, After Span
	Of            *big.Rat // the top of the scale
}

// Differences holds a result against the one for other answers of the same company by the same bank.
func Differences(before, after *Result) WhatIf {
	out := WhatIf{Before: before, After: after}
	if !before.Total.same(after.Total) {
		out.Changes = append(out.Changes, Change{Before: before.Total, After: after.Total, Of: after.Of})
	}
	for i, d := range before.Dimensions {
		if e := after.Dimensions[i]; !d.Span.same(e.Span) {
			of := e.Of
			if of == nil {
				of = d.Of
			}
			out.Changes = append(out.Changes, Change{Dimension: d.Dimension.ID, Before: d.Span, After: e.Span, Of: of})
		}
	}
	was, now := before.asked(), after.asked()
	for _, q := range before.engine.index.Items[before.engine.first:] {
		switch {
		case now[q.ID] && !was[q.ID]:
			out.Asked = append(out.Asked, q.ID)
		case was[q.ID] && !now[q.ID]:
			out.Hidden = append(out.Hidden, q.ID)
		}
	}
	return out
}

// asked are the questions that are asked, by the trail.
func (r *Result) asked() map[string]bool {
	out := map[string]bool{}
	for _, c := range r.Trail {
		if c.Standing == questionnaire.Asked {
			out[c.Question] = true
		}
	}
	return out
}

func (s Span) same(t Span) bool {
	return sameRat(s.Score, t.Score) && sameRat(s.Low, t.Low) && sameRat(s.High, t.High)
}

func sameRat(a, b *big.Rat) bool { return a == b || a != nil && b != nil && a.Cmp(b) == 0 }
