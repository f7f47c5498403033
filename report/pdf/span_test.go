package pdf

import "testing"

// Levels share the whole length in order, and a value lies in its level, also at the very top.
func TestLevelsHaveRoom(t *testing.T) {
	for _, bounds := range [][]float64{{0, 25, 50, 75}, {20, 40, 60, 80, 100}, {0, 100}, {0}} {
		s := spanOf(bounds, 10, 200)
		end := 0.0
		for i, from := range bounds {
			x, w := s.level(bounds, i)
			if w < 10 || x < end || x+w > 210.001 || s.at(from) < x || s.at(from) > x+w {
				t.Errorf("%v: level %d from %g, %g wide, its border at %g", bounds, i, x, w, s.at(from))
			}
			end = x + w
		}
		if end < 209.999 {
			t.Errorf("%v: the last level ends at %g", bounds, end)
		}
	}
}
