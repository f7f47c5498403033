package pdf

import (
	"strconv"

	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// Measures of the ladder in mm.
const (
	stairLow   = 15.0 // height of the first stair
	stairRise  = 5.0
	stairTight = 2.0 // the rise where the page has no room for more
	stairPad   = 3.0
	stairWidth = 18.0 // the least on the scale of points
	axisDrop   = 4.0  // from the foot of the stairs to the axis
	axisRoom   = 17.0
)

// stairs draws the stages as stairs on the scale of points.
type stairs struct {
	*renderer
	l     report.Ladder
	x     span
	from  []float64 // where the stages begin
	rise  float64   // from one stair to the next
	even  bool      // all stairs are of one width, because one of them would be too narrow for its name
	foot  float64
	low   float64 // height of the first stair
	names []sheet.Block
	what  sheet.Block // that the next stage is held, and by what
	why   sheet.Block
}

// ladder shows the stage reached, where the points stand and how sure they are, and the gate that holds.
func (r *renderer) ladder(l report.Ladder, width float64) sheet.Block {
	s := stairs{renderer: r, l: l, low: stairLow, rise: stairRise}
	if r.tight {
		s.rise = stairTight
	}
	for _, st := range l.Stages {
		s.from = append(s.from, st.From)
	}
	s.x = spanOf(s.from, 0, width)
	for i := range l.Stages {
		_, w := s.field(i)
		s.even = s.even || w < stairWidth
	}
	below := s.name()
	height := s.low + s.rise*float64(len(l.Stages)-1)
	if next := s.next(); next > 0 {
		s.what, s.why = s.held(next)
		height = max(height, s.low+s.rise*float64(next)+s.what.Height+s.why.Height) // what holds the next stage stands above the stairs before it
	}
	picture := sheet.Block{Width: width, Height: height + axisRoom, Draw: func(x, y float64) {
		s.x.x, s.foot = x, y+height
		r.Sheet.Mark(sheet.Picture(l.Alt, x, y, width, height+axisRoom), s.draw)
	}}
	return sheet.Stack(append([]sheet.Block{picture}, below...)...)
}

// name puts the names into the stairs, which grow with them; names that would make them too high go below the ladder.
func (s *stairs) name() (below []sheet.Block) {
	const highest = 80
	for i, st := range s.l.Stages {
		_, w := s.field(i)
		name := s.Words(s.voice(i), w-stairPad-1, st.Name)
		s.low = max(s.low, stairLow+name.Height-sheet.Unit)
		s.names = append(s.names, name)
		below = append(below, s.Para(s.Small(), s.x.w, strconv.Itoa(st.Level)+" "+st.Name))
	}
	if s.low <= highest {
		return nil
	}
	s.low = stairLow
	for i := range s.names {
		s.names[i] = sheet.Gap(0)
	}
	return below
}

func (s stairs) draw() {
	for i := range s.l.Stages {
		s.stair(i)
	}
	s.gate()
	s.axis()
	s.position()
}

// at is the place of a share of the scale. Stairs of one width keep the order and stretch what lies between two borders.
func (s stairs) at(v float64) float64 {
	if !s.even {
		return s.x.at(v)
	}
	for i := len(s.from) - 1; i >= 0; i-- {
		from, to := s.from[i], 100.0
		if i+1 < len(s.from) {
			to = s.from[i+1]
		}
		switch x, w := s.field(i); {
		case v < from:
		case to > from:
			return x + (s.edge(i+1)-x)*(v-from)/(to-from)
		default: // the last stage begins at the top
			return x + w/2
		}
	}
	return s.x.x
}

// edge is where a stair begins; the one after the last begins at the end.
func (s stairs) edge(i int) float64 {
	switch {
	case i == len(s.from):
		return s.x.x + s.x.w
	case s.even:
		return s.x.x + s.x.w*float64(i)/float64(len(s.from))
	}
	return s.x.edge(s.from[i])
}

func (s stairs) field(i int) (x, w float64) {
	x, w = s.edge(i), s.edge(i+1)-s.edge(i)
	if i+1 < len(s.from) {
		w -= fieldGap
	}
	return x, w
}

// colours are the fill of a stair and the ink on it.
func (s stairs) colours(i int) (fill, ink sheet.Colour) {
	switch st := s.l.Stages[i]; {
	case st.Here:
		return s.Accent, s.Paper
	case st.Reached:
		return s.Accent30, s.Ink
	}
	return s.Wash, s.Grey
}

func (s stairs) voice(i int) sheet.Style {
	_, ink := s.colours(i)
	if s.l.Stages[i].Here {
		return s.Small().Strong().In(ink)
	}
	return s.Small().In(ink)
}

func (s stairs) stair(i int) {
	h := s.low + s.rise*float64(i)
	x, w := s.field(i)
	fill, ink := s.colours(i)
	s.Rect(x, s.foot-h, w, h, fill)
	s.Label(x+stairPad, s.foot-h+8.2, s.Title().In(ink), strconv.Itoa(s.l.Stages[i].Level))
	s.names[i].Draw(x+stairPad, s.foot-h+8.4)
}

// next is the place of the next stage when its points are there and a gate is not met, else 0.
func (s stairs) next() int {
	for i, st := range s.l.Stages {
		if st.Here && len(s.l.Held) > 0 && i+1 < len(s.l.Stages) {
			return i + 1
		}
	}
	return 0
}

// boltGap parts what holds a stage from its bolt.
const boltGap = 4.0

// held says what holds the next stage, in the room before it.
func (s stairs) held(next int) (what, why sheet.Block) {
	words := s.l.Held[0]
	if n := len(s.l.Held) - 1; n > 0 {
		words += ", " + s.p.T("pdf.more", "n", n)
	}
	room := s.edge(next) - fieldGap/2 - boltGap - s.x.x
	return s.Words(s.Small().Strong().In(s.Signal).Flush(), room, s.p.T("pdf.gate", "n", s.l.Stages[next].Level)), s.Words(s.Small().Flush(), room, words)
}

// gate draws the bolt before the next stage, and at its left what holds, its last line just below the top of that stage.
func (s stairs) gate() {
	next := s.next()
	if next == 0 {
		return
	}
	x := s.edge(next) - fieldGap/2
	top := s.foot - s.low - s.rise*float64(next)
	s.Line(x, s.foot, x, top-2.4, sheet.Pen{Width: 0.9, Colour: s.Signal})
	s.mark(x, top-4, report.Unmet)
	x -= boltGap
	y := top + 0.9 - s.Small().Rise - (s.why.Height - sheet.Unit)
	s.why.Draw(x-s.why.Width, y)
	s.what.Draw(x-s.what.Width, y-(s.what.Height-1))
}

// tick is a place on the axis with its label, and where that begins and ends.
type tick struct {
	x, from, to float64
	text        string
}

// ticks are the borders of the stages and the top, which may be the border of the last stage.
func (s stairs) ticks() []tick {
	var out []tick
	add := func(x, left float64, text string) { // left is how much of the label stands on the left
		w := s.Width(s.Small(), text)
		from := min(x-left*w, s.x.x+s.x.w-w)
		out = append(out, tick{x, from, from + w, text})
	}
	top, end := s.p.T("pdf.top", "p", s.l.Top), s.x.x+s.x.w
	for i, st := range s.l.Stages {
		switch {
		case st.From >= 100:
			add(s.at(st.From), 0.5, top)
			return out
		case i == 0 && s.at(st.From) == s.x.x:
			add(s.x.x, 0, st.Start)
		default:
			add(s.at(st.From), 0.5, st.Start)
		}
	}
	add(end, 1, top)
	return out
}

// axis labels its ticks, the last one always and the others where they have room.
func (s stairs) axis() {
	y := s.foot + axisDrop
	s.Line(s.x.x, y, s.x.x+s.x.w, y, s.AxisPen())
	ticks := s.ticks()
	free, last := s.x.x-s.x.w, ticks[len(ticks)-1]
	for i, t := range ticks {
		s.Line(t.x, y-0.8, t.x, y+0.8, s.AxisPen())
		if i+1 == len(ticks) || t.from >= free && t.to < last.from {
			s.Label(t.from, y+4.6, s.Small().In(s.Grey), t.text)
			free = t.to
		}
	}
}

// position marks the points on the axis, with the range they may lie in.
func (s stairs) position() {
	v, y := s.l.Score, s.foot+axisDrop
	if v.Range != "" {
		s.Rect(s.at(v.Low), y-1.1, s.at(v.High)-s.at(v.Low), 2.2, s.Accent30)
		for _, end := range []float64{v.Low, v.High} {
			s.Line(s.at(end), y-1.6, s.at(end), y+1.6, s.MarkPen())
		}
	}
	if !v.Known {
		text := s.p.T("pdf.no-points")
		if v.Range != "" {
			text = s.p.T("pdf.possible", "range", v.Range)
		}
		s.LabelMid(s.x.x+s.x.w/2, y+11.5, s.Small(), text)
		return
	}
	x, from := s.at(v.Mid), y
	for _, t := range s.ticks() {
		if t.from-0.6 < x && x < t.to+0.6 {
			from = y + 5.6 // below the label, not through it
		}
	}
	s.Line(x, from, x, y+11.5, s.MarkPen())
	s.Disc(x, y, 1.9, s.Paper)
	s.Disc(x, y, 1.5, s.Accent)
	s.reading(x, y+11.5)
}

// reading writes the number beside its line, on the side with more room.
func (s stairs) reading(x, y float64) {
	big, small := s.Head().Strong().In(s.Accent), s.Small()
	num, rest := s.l.Score.Text, s.p.T("pdf.points")
	if s.l.Score.Range != "" {
		rest += ", " + s.p.T("pdf.possible", "range", s.l.Score.Range)
	}
	total := s.Width(big, num) + s.Width(small, rest) + 3
	if x > s.x.x+0.6*s.x.w {
		x -= total + 2
	}
	x = max(s.x.x, min(x, s.x.x+s.x.w-total)) // a narrow ladder has room on neither side
	s.Label(x+1.6, y, big, num)
	s.Label(x+1.6+s.Width(big, num)+1.2, y, small, rest)
}
