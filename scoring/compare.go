package scoring

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"

	"digitalkompass/questionnaire"
)

// Difference is where a result departs from what a worked example expects.
type Difference struct{ What, Want, Got string }

// Compare holds a result against a worked example's expectations, all but the module.
func Compare(c questionnaire.Case, r *Result) []Difference {
	var out []Difference
	add := func(what, want, got string) {
		if want != got {
			out = append(out, Difference{What: what, Want: want, Got: got})
		}
	}
	for _, d := range r.Dimensions {
		want, expected := c.Expected.Dimensions[d.Dimension.ID]
		if expected || d.Applies {
			add(d.Dimension.ID, span(want.Score, want.Low, want.High), span(d.Span.Score, d.Span.Low, d.Span.High))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.Expected.Nodes)) {
		if n, want := r.Node(id), c.Expected.Nodes[id]; n != nil {
			add(id, span(want.Score, want.Low, want.High), span(n.Span.Score, n.Span.Low, n.Span.High))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(c.Expected.Bands)) {
		if n := r.Node(id); n != nil {
			add(id, c.Expected.Bands[id], strings.Join(n.Bands, " "))
		}
	}
	t, w := r.Total, c.Expected.Total
	add("total", span(w.Score, w.Low, w.High), span(t.Score, t.Low, t.High))
	add("stage", stages(c.Expected.Stage.Level, c.Expected.Stage.Low, c.Expected.Stage.High), stages(r.Stage.Level, r.Stage.Low, r.Stage.High))
	var lacking []string
	for _, l := range r.Lacking {
		lacking = append(lacking, l.Dimension)
	}
	add("lacking", strings.Join(c.Expected.Lacking, " "), strings.Join(lacking, " "))
	have := map[string]int{
		"answered": r.Coverage.Answered, "dont-know": r.Coverage.Unknown, "open": r.Coverage.Open, "not-applicable": r.Coverage.NotApplicable,
		"hidden": r.Coverage.Hidden, "off-path": r.Coverage.OffPath, "unscored": r.Coverage.Unscored,
	}
	for _, k := range slices.Sorted(maps.Keys(c.Expected.Coverage)) {
		add("coverage."+k, fmt.Sprint(c.Expected.Coverage[k]), fmt.Sprint(have[k]))
	}
	add("security_first", fmt.Sprint(c.Expected.SecurityFirst), fmt.Sprint(r.SecurityFirst()))
	return out
}

// span writes a score with the ends of its interval where they differ; a dash stands for what there is not.
func span(score, low, high *big.Rat) string {
	text := func(x *big.Rat) string {
		if x == nil {
			return "–"
		}
		return x.RatString()
	}
	if text(score) == text(low) && text(low) == text(high) {
		return text(score)
	}
	return fmt.Sprintf("%s [%s … %s]", text(score), text(low), text(high))
}

func stages(level, low, high int) string {
	if level == low && low == high {
		return fmt.Sprint(level)
	}
	return fmt.Sprintf("%d [%d … %d]", level, low, high)
}
