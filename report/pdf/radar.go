package pdf

import (
	"math"
	"slices"

	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// web draws a profile as a shape. Where a value is missing, its line breaks and the wedges beside it stay empty.
type web struct {
	*renderer
	radius float64
	axes   []report.Bar
	rings  []float64 // where the levels begin
	pen    sheet.Pen
	fill   *sheet.Colour
}

// nameGap parts an axis from its name; besides is how far an axis leans before its name stands beside it.
const (
	nameGap = 3.0
	besides = 0.2
)

func (r *renderer) radar(b report.Radar, width float64) sheet.Block {
	legend := r.Para(r.Small().In(r.Grey), width, b.Legend)
	if len(b.Axes) == 0 {
		return legend
	}
	fill := r.Accent12
	w := web{renderer: r, radius: 28, axes: b.Axes, rings: b.Rings, pen: r.CurvePen(), fill: &fill}
	w.radius = w.fit(width)
	above, below := w.margins()
	h := 2*w.radius + above + below
	picture := sheet.Block{Width: width, Height: h, Draw: func(x, y float64) {
		c := sheet.Point{X: x + width/2, Y: y + above + w.radius}
		r.Sheet.Mark(sheet.Picture(b.Alt, x, y, width, h), func() {
			w.shape(c)
			w.names(c)
		})
	}}
	return sheet.Stack(picture, legend)
}

// fit shrinks the web before a name leaves its column.
func (w web) fit(width float64) float64 {
	radius := w.radius
	for i, a := range w.axes {
		if side := math.Abs(math.Cos(w.angle(float64(i)))); side > besides {
			room := width/2 - w.name(a).Width - nameGap*side
			radius = min(radius, room/side)
		}
	}
	return max(8, radius)
}

// margins are the room for names above and below the web; a name of several lines takes more.
func (w web) margins() (above, below float64) {
	above, below = 10, 10
	for i, a := range w.axes {
		dy := math.Sin(w.angle(float64(i)))
		more := w.name(a).Height - sheet.Unit - w.radius*(1-math.Abs(dy))
		if dy < 0 {
			above = max(above, 10+more)
		} else {
			below = max(below, 10+more)
		}
	}
	return above, below
}

// angle of an axis; the first points to the top.
func (w web) angle(axis float64) float64 { return 2*math.Pi*axis/float64(len(w.axes)) - math.Pi/2 }

func (w web) polar(c sheet.Point, axis, v float64) sheet.Point {
	a := w.angle(axis)
	return sheet.Point{X: c.X + w.radius*v/100*math.Cos(a), Y: c.Y + w.radius*v/100*math.Sin(a)}
}

func (w web) at(c sheet.Point, i int) sheet.Point { return w.polar(c, float64(i), w.axes[i].Value.Mid) }

// shape draws the web without a word, round a point.
func (w web) shape(c sheet.Point) {
	if len(w.axes) < 3 {
		return
	}
	whole := true
	var all []sheet.Point
	for i, a := range w.axes {
		whole = whole && a.Value.Known
		all = append(all, w.at(c, i))
	}
	if whole {
		w.Area(all, *w.fill)
	} else {
		w.edges(func(i, j int) { w.Area([]sheet.Point{c, w.at(c, i), w.at(c, j)}, *w.fill) })
	}
	w.grid(c)
	w.before(c)
	if whole {
		w.Path(all, true, w.pen)
		return
	}
	w.edges(func(i, j int) { w.Path([]sheet.Point{w.at(c, i), w.at(c, j)}, false, w.pen) })
}

// before draws the shape of the time before, where all of it is known.
func (w web) before(c sheet.Point) {
	var all []sheet.Point
	for i, a := range w.axes {
		if !a.Last.Known {
			return
		}
		all = append(all, w.polar(c, float64(i), a.Last.Mid))
	}
	w.Path(all, true, sheet.Pen{Width: 0.4, Colour: w.Grey})
}

// grid draws the axes and a ring for each level.
func (w web) grid(c sheet.Point) {
	for _, v := range append(slices.Clone(w.rings), 100) {
		if v > 0 {
			w.Ring(c.X, c.Y, w.radius*v/100, w.HairPen())
		}
	}
	for i := range w.axes {
		p := w.polar(c, float64(i), 100)
		w.Line(c.X, c.Y, p.X, p.Y, w.HairPen())
	}
}

// edges calls fn for neighbouring axes that both have a value.
func (w web) edges(fn func(i, j int)) {
	for i := range w.axes {
		j := (i + 1) % len(w.axes)
		if w.axes[i].Value.Known && w.axes[j].Value.Known {
			fn(i, j)
		}
	}
}

// nameRoom is the measure of an axis name, enough for fourteen letters; longer ones take more lines.
const nameRoom = 25.0

func (w web) name(a report.Bar) sheet.Block { return w.Words(w.Small(), nameRoom, a.Short) }

// names sets the axis names round the web, flush with it.
func (w web) names(c sheet.Point) {
	for i, a := range w.axes {
		p, name := w.polar(c, float64(i), 100), w.name(a)
		dx, dy := (p.X-c.X)/w.radius, (p.Y-c.Y)/w.radius
		x, y := p.X+nameGap*dx, p.Y+nameGap*dy+1+1.2*dy-w.Small().Rise
		if more := name.Height - sheet.Unit; dy < 0 {
			y -= more // grows away from the web
		}
		switch {
		case math.Abs(dx) < besides:
			x -= name.Width / 2
		case dx < 0:
			x -= name.Width
		}
		name.Draw(x, y)
	}
}
