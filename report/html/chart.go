package html

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"digitalkompass/report"
)

// percent writes a share of a length, 0 to 100, for a drawing.
func percent(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64) + "%"
}

// web is a profile as a shape in a square of 400. Where a value is missing, the line breaks.
type web struct {
	report.Radar
	Rings  []float64 // radii
	Spokes []spoke
	Shape  string   // all corners, where all are known
	Last   string   // the same of the time before
	Wedges []string // else those between known neighbours
	Edges  []string
}

// spoke is an axis with its name, which grows away from the web.
type spoke struct {
	X, Y, NameX, NameY float64
	Anchor             string
	Bar                report.Bar
}

// Measures of the web.
const (
	middle = 200.0
	radius = 130.0
	named  = 14.0 // from an axis to its name
)

func (r *renderer) web(b report.Radar) web {
	v := web{Radar: b}
	n := len(b.Axes)
	if n == 0 {
		return v
	}
	for _, ring := range append(append([]float64{}, b.Rings...), 100) {
		if ring > 0 {
			v.Rings = append(v.Rings, rounded(radius*ring/100))
		}
	}
	whole := true
	var corners []string
	at := func(i int, length float64) (x, y float64) {
		a := 2*math.Pi*float64(i)/float64(n) - math.Pi/2
		return rounded(middle + length*math.Cos(a)), rounded(middle + length*math.Sin(a))
	}
	corner := func(i int, value report.Value) string {
		x, y := at(i, radius*value.Mid/100)
		return fmt.Sprintf("%g,%g", x, y)
	}
	before, compared := []string{}, true
	for i, axis := range b.Axes {
		s := spoke{Bar: axis}
		s.X, s.Y = at(i, radius)
		s.NameX, s.NameY = at(i, radius+named)
		s.Anchor = anchor(s.NameX)
		s.NameY += 4 + 6*(s.NameY-middle)/radius
		v.Spokes = append(v.Spokes, s)
		whole, compared = whole && axis.Value.Known, compared && axis.Last.Known
		corners, before = append(corners, corner(i, axis.Value)), append(before, corner(i, axis.Last))
	}
	if compared {
		v.Last = strings.Join(before, " ")
	}
	if whole {
		v.Shape = strings.Join(corners, " ")
		return v
	}
	for i := range b.Axes {
		if j := (i + 1) % n; b.Axes[i].Value.Known && b.Axes[j].Value.Known {
			edge := corners[i] + " " + corners[j]
			v.Edges = append(v.Edges, edge)
			v.Wedges = append(v.Wedges, fmt.Sprintf("%g,%g %s", middle, middle, edge))
		}
	}
	return v
}

func rounded(v float64) float64 { return math.Round(v*10) / 10 }

// anchor is where a name beside the web begins.
func anchor(x float64) string {
	switch {
	case x > middle+radius*0.2:
		return "start"
	case x < middle-radius*0.2:
		return "end"
	}
	return "middle"
}

// scaleView is a value on the scale of levels.
type scaleView struct {
	report.Scale
	Fields []field
	Width  float64 // of the range
}

type field struct {
	Name string
	X, W float64
	Here bool
}

func fields(s report.Scale) scaleView {
	tail := report.Tail(s.Bounds)
	edge := func(v float64) float64 { return 100 * v / (100 + tail) }
	at := func(v float64) float64 {
		if v >= 100 {
			return edge(100 + tail/2)
		}
		return edge(v)
	}
	s.Value.Low, s.Value.Mid, s.Value.High = at(s.Value.Low), at(s.Value.Mid), at(s.Value.High)
	v := scaleView{Scale: s, Width: s.Value.High - s.Value.Low}
	for i, from := range s.Bounds {
		to := 100.0
		if i+1 < len(s.Bounds) {
			to = edge(s.Bounds[i+1])
		}
		v.Fields = append(v.Fields, field{Name: s.Levels[i], X: edge(from), W: max(0, to-edge(from)-stairGap), Here: i+1 == s.Here})
	}
	return v
}

// amountView is a grant as a part of what is planned.
type amountView struct {
	report.Amount
	Share float64
}

func amount(a report.Amount) amountView {
	v := amountView{Amount: a}
	if a.Planned > 0 {
		v.Share = min(100, 100*float64(a.UpTo)/float64(a.Planned))
	}
	return v
}

// timeView is a time line with its months in words.
type timeView struct {
	report.Timeline
	Spans []timeSpan
}

type timeSpan struct {
	report.Span
	Months string
}

func (r *renderer) months(t report.Timeline) timeView {
	v := timeView{Timeline: t}
	for _, s := range t.Spans {
		v.Spans = append(v.Spans, timeSpan{s, r.p.T("report.months", "a", s.From, "b", s.To)})
	}
	return v
}
