package pdf

import "digitalkompass/report"

// span maps 0 to 100 onto a length. Beyond 100 it goes on for the tail, in points, see report.Tail.
type span struct{ x, w, tail float64 }

// spanOf is the span for levels that begin at some bounds.
func spanOf(bounds []float64, x, w float64) span { return span{x, w, report.Tail(bounds)} }

// at is the place of a value.
func (s span) at(v float64) float64 {
	if v >= 100 {
		v = 100 + s.tail/2
	}
	return s.edge(v)
}

// edge is where a level that begins at a value begins.
func (s span) edge(v float64) float64 { return s.x + s.w*v/(100+s.tail) }

// fieldGap parts two fields of a scale.
const fieldGap = 0.8

// field is the place of a part of the scale, less the gap to the next one.
func (s span) field(from, to float64) (x, w float64) {
	x, w = s.edge(from), s.edge(to)-s.edge(from)
	if to < 100+s.tail {
		w -= fieldGap
	}
	return x, w
}

// level is the field of one of the levels that begin at some bounds.
func (s span) level(bounds []float64, i int) (x, w float64) {
	to := 100 + s.tail
	if i+1 < len(bounds) {
		to = bounds[i+1]
	}
	return s.field(bounds[i], to)
}
