package pdf

// span maps 0 to 100 onto a length. A level that begins at the very top of a scale would have no room of its own: then
// the drawing goes on beyond 100 for the tail, in points, and the top lies in the middle of it.
type span struct{ x, w, tail float64 }

// spanOf is the span for levels that begin at some bounds. The tail is as wide as the other levels are on average.
func spanOf(bounds []float64, x, w float64) span {
	s := span{x: x, w: w}
	if n := len(bounds); n > 1 && bounds[n-1] >= 100 {
		s.tail = max(1, (100-bounds[0])/float64(n-1))
	}
	return s
}

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
