package pdf

import (
	"slices"

	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// barHeight is the height of a bar in mm.
const barHeight = 3.0

// bars are the dimensions as a table: the numbers are its cells, the bars only repeat them. The scale stays below the
// last bar; all stay together where they fit on a page.
func (r *renderer) bars(b report.Bars, width float64) []sheet.Block {
	var rows []sheet.Block
	for _, row := range b.Rows {
		rows = append(rows, r.barRow(row, width))
	}
	whole := sheet.Stack(rows...).Height < sheet.Bottom-sheet.Top-2*sheet.Unit
	for i := range rows {
		rows[i].Keep, rows[i].Hold = i == 0 || i >= len(rows)-2, whole
	}
	return append(r.Joined(sheet.Element{Tag: "Table"}, rows), r.barFoot(b.Axis, width))
}

func (r *renderer) barRow(b report.Bar, width float64) sheet.Block {
	numbers := 26.0
	if b.Last.Known {
		numbers += 18
	}
	name := r.Text(sheet.RowHead, r.Body(), width-numbers, b.Name)
	height := name.Height + barHeight + 6.5
	switch {
	case b.Value.Range == "":
	case besideRange(b.Value) == 0:
		height += 4
	default:
		height += 2
	}
	return sheet.Block{Width: width, Height: height, Draw: func(x, y float64) {
		track := y + name.Height + 1
		r.Group(sheet.Element{Tag: "TR"}, func() {
			name.Draw(x, y)
			r.Sheet.Mark(sheet.Cell, func() {
				r.barNumbers(b, x+width, y+3.6)
				r.barRange(b.Value, span{x: x, w: width}, track)
			})
		})
		r.Artifact(func() { r.barTrack(b, span{x: x, w: width}, track) })
	}}
}

// barNumbers are the value, flush right, and the one of last time before it.
func (r *renderer) barNumbers(b report.Bar, right, y float64) {
	st := r.Body().Strong().In(r.Accent)
	if !b.Value.Known {
		st = r.Small().In(r.Grey)
	}
	if b.Last.Known {
		r.Label(right-r.Width(st, b.Value.Text)-2, y, r.Small().In(r.Grey).Flush(), b.Last.Text+" ") // the space keeps both apart when the text is taken out
	}
	r.Label(right, y, st.Flush(), b.Value.Text)
}

// barRange says in words what missing answers leave open, beside the whiskers.
func (r *renderer) barRange(v report.Value, sc span, y float64) {
	if v.Range == "" {
		return
	}
	st, words := r.Small().In(r.Grey), " "+v.Range // the space keeps it apart from the value when the text is taken out
	switch besideRange(v) {
	case 1:
		r.Label(sc.at(v.High)+1.5-r.Width(st, " "), y+barHeight+2.9, st, words)
	case -1:
		r.Label(sc.at(v.Low)-1.5, y+barHeight+2.9, st.Flush(), words)
	default:
		r.LabelMid(sc.at((v.Low+v.High)/2), y+barHeight+5.8, st, words)
	}
}

// barTrack is the track with the level ticks cut out of it and the bar. The range that missing answers leave open
// hangs below, where it hides nothing.
func (r *renderer) barTrack(b report.Bar, sc span, y float64) {
	v := b.Value
	r.Rect(sc.x, y, sc.w, barHeight, r.Wash)
	if v.Known {
		r.Rect(sc.x, y, sc.w*v.Mid/100, barHeight, r.Accent)
	}
	for _, cut := range b.Cuts {
		r.Rect(sc.at(cut)-0.25, y, 0.5, barHeight, r.Paper)
	}
	if b.Last.Known {
		r.Disc(sc.at(b.Last.Mid), y+barHeight/2, 1.2, r.Paper)
		r.Ring(sc.at(b.Last.Mid), y+barHeight/2, 0.95, r.MarkPen())
	}
	r.whiskers(v, sc, y+barHeight+1.9)
}

// besideRange is the side of a range that has room for its words: 1 right, -1 left, 0 neither, so that they go below.
func besideRange(v report.Value) int {
	const room = 30 // points
	switch {
	case v.High < 100-room:
		return 1
	case v.Low > room:
		return -1
	}
	return 0
}

// whiskers span what missing answers leave open.
func (r *renderer) whiskers(v report.Value, sc span, y float64) {
	if v.Range == "" {
		return
	}
	lo, hi := sc.at(v.Low), sc.at(v.High)
	r.Line(lo, y, hi, y, r.MarkPen())
	for _, x := range []float64{lo, hi} {
		r.Line(x, y-0.9, x, y+0.9, r.MarkPen())
	}
}

// barFoot is the scale, with the names of its parts between the ticks, if it has names.
func (r *renderer) barFoot(axis report.Axis, width float64) sheet.Block {
	height := 10.0
	if len(axis.Names) == 0 {
		height = 6
	}
	return sheet.Block{Width: width, Height: height, Draw: func(x, y float64) {
		r.Artifact(func() { r.drawFoot(axis, span{x: x, w: width}, y) })
	}}
}

func (r *renderer) drawFoot(axis report.Axis, sc span, y float64) {
	st := r.Small().In(r.Grey)
	r.Line(sc.x, y, sc.x+sc.w, y, r.AxisPen())
	free := sc.x // from here on the line of numbers is free
	last := sc.at(100) - r.Width(st, axis.Top) - 1
	for i, t := range axis.Ticks {
		at, half := sc.at(t.At), r.Width(st, t.Text)/2
		r.Line(at, y, at, y+1, r.AxisPen())
		if i == 0 {
			r.Label(at, y+4.6, st, t.Text)
			free = at + 2*half + 1
		} else if at-half >= free && at+half <= last {
			r.LabelMid(at, y+4.6, st, t.Text)
			free = at + half + 1
		}
	}
	r.axisNames(axis, sc, y+8.8, st)
	r.Line(sc.at(100), y, sc.at(100), y+1, r.AxisPen())
	r.Label(sc.at(100), y+4.6, st.Flush(), axis.Top)
}

// axisNames sets the names of an axis' parts between its ticks. Where the last part begins at the top, each name stands
// below its own tick instead.
func (r *renderer) axisNames(axis report.Axis, sc span, y float64, st sheet.Style) {
	at := func(i int) float64 {
		if i < len(axis.Ticks) {
			return sc.at(axis.Ticks[i].At)
		}
		return sc.x + sc.w
	}
	n := min(len(axis.Names), len(axis.Ticks))
	below := n > 1 && axis.Ticks[n-1].At >= 100
	free := sc.x
	for i, name := range axis.Names[:n] {
		w, mid := r.Width(st, name), (at(i)+at(i+1))/2
		if below {
			mid = min(max(at(i), sc.x+w/2), sc.x+sc.w-w/2)
		} else if w >= at(i+1)-at(i) {
			continue
		}
		if mid-w/2 >= free {
			r.LabelMid(mid, y, st, name)
			free = mid + w/2 + 1
		}
	}
}

// ranking is a short list of names with their levels in words, or mini bars where those do not fit. On how few questions a
// value rests goes below its name where it does not fit beside it.
func (r *renderer) ranking(b report.Ranking, width float64) sheet.Block {
	blocks := []sheet.Block{r.Para(r.Small().In(r.Grey), width, b.Title)}
	room, thin := 8.0, false
	for _, row := range b.Rows {
		room, thin = max(room, r.Width(r.Body().Strong(), row.Value.Text)+2), thin || row.Thin
	}
	apart := 4.0
	if thin {
		apart = 1.5
	}
	fits := func(row report.Bar) bool {
		return row.Level != "" && r.Width(r.Body(), row.Short)+r.Width(r.Small(), row.Level)+apart <= width-room
	}
	bars := !thin && slices.ContainsFunc(b.Rows, func(row report.Bar) bool { return !fits(row) })
	for _, row := range b.Rows {
		shown := row
		if bars || !fits(row) {
			shown.Level = ""
		}
		blocks = append(blocks, r.miniBar(shown, width, room, bars))
		if row.Thin && !fits(row) {
			blocks = append(blocks, r.Para(r.Small().In(r.Grey), width, row.Level))
		}
	}
	return sheet.Stack(blocks...)
}

// miniBar is a name with its number, which has some room, and between the two its level in words, or a bar.
func (r *renderer) miniBar(b report.Bar, width, room float64, bar bool) sheet.Block {
	barWidth := r.Width(r.Small(), b.Level)
	if bar {
		barWidth = 26 - room
	}
	name := r.Words(r.Body(), width-room-barWidth-1, b.Short)
	return sheet.Block{Width: width, Height: max(sheet.Unit, name.Height), Draw: func(x, y float64) {
		right := x + width
		r.Sheet.Mark(sheet.P, func() {
			name.Draw(x, y)
			r.Label(x+name.Width, y+3.6, r.Body(), " ") // keeps name and number apart when the text is taken out
			if b.Level != "" {
				r.Label(right-room, y+3.6, r.Small().In(r.Grey).Flush(), b.Level+" ")
			}
			r.Label(right, y+3.6, r.Body().Strong().Flush(), b.Value.Text)
		})
		if !bar {
			return
		}
		r.Artifact(func() {
			r.Rect(right-room-barWidth, y+1.6, barWidth, 1.8, r.Wash)
			r.Rect(right-room-barWidth, y+1.6, barWidth*b.Value.Mid/100, 1.8, r.Accent)
		})
	}}
}

// narrow is the width of a field in mm below which the fields of a scale are drawn evenly, so that names fit.
const narrow = 14.0

// scale is the scale of levels: a field for each with its name, the one reached filled, the value on top.
func (r *renderer) scale(b report.Scale, width float64) sheet.Block {
	nameDrop := 5.8 // from the fields to the names
	if b.Value.Range != "" {
		nameDrop = 7.2 // below what missing answers leave open
	}
	height := 5 + nameDrop + sheet.Unit
	var names []sheet.Block
	for i := range b.Bounds {
		_, w := spanOf(b.Bounds, 0, width).level(b.Bounds, i)
		st := r.Small().In(r.Grey)
		if i+1 == b.Here {
			st = r.Small().Strong().In(r.Accent)
		}
		if w < narrow {
			return r.crowded(b, width)
		}
		names = append(names, r.Words(st, w-1, b.Levels[i]))
		height = max(height, 5+nameDrop+names[i].Height)
	}
	return sheet.Block{Width: width, Height: height, Draw: func(x, y float64) {
		r.Sheet.Mark(sheet.Picture(r.scaleWords(b), x, y, width, height), func() {
			sc := spanOf(b.Bounds, x, width)
			r.fields(b, sc, y)
			for i, from := range b.Bounds {
				names[i].Draw(sc.edge(from), y+barHeight+nameDrop)
			}
		})
	}}
}

// scaleWords is what a scale shows in words, with what missing answers leave open.
func (r *renderer) scaleWords(b report.Scale) string {
	if b.Value.Range == "" {
		return b.Alt
	}
	return b.Alt + " (" + r.p.T("pdf.possible", "range", b.Value.Range) + ")"
}

// crowded is a scale with fields too narrow for their names: only the one reached is named, in a line of its own.
func (r *renderer) crowded(b report.Scale, width float64) sheet.Block {
	picture := sheet.Block{Width: width, Height: 11, Draw: func(x, y float64) {
		r.Sheet.Mark(sheet.Picture(r.scaleWords(b), x, y, width, 11), func() { r.fields(b, spanOf(b.Bounds, x, width), y) })
	}}
	if b.Here == 0 {
		return picture
	}
	return sheet.Stack(picture, r.Para(r.Small().Strong().In(r.Accent), width, b.Levels[b.Here-1]))
}

func (r *renderer) fields(b report.Scale, sc span, y float64) {
	for i := range b.Bounds {
		x, w := sc.level(b.Bounds, i)
		fill := r.Wash
		if i+1 == b.Here {
			fill = r.Accent
		}
		r.Rect(x, y+5, w, barHeight, fill)
	}
	r.scaleValue(b.Value, sc, y)
}

func (r *renderer) scaleValue(v report.Value, sc span, y float64) {
	if v.Known {
		x := sc.at(v.Mid)
		r.Line(x, y+3.2, x, y+5, r.MarkPen())
		r.Line(x, y+5, x, y+5+barHeight, sheet.Pen{Width: 0.7, Colour: r.Paper})
		half := r.Width(r.Small().Strong(), v.Text) / 2
		r.LabelMid(min(max(x, sc.x+half), sc.x+sc.w-half), y+2.6, r.Small().Strong(), v.Text)
	}
	r.whiskers(v, sc, y+5+barHeight+1.3)
}
