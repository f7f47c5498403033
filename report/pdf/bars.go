package pdf

import (
	"strconv"

	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// barHeight is the height of a bar in mm.
const barHeight = 3.0

// span maps 0 to 100 onto a length.
type span struct{ x, w float64 }

func (s span) at(v float64) float64 { return s.x + s.w*v/100 }

// fieldGap parts two fields of a scale.
const fieldGap = 0.8

// field is the place of a part of the scale, less the gap to the next one.
func (s span) field(from, to float64) (x, w float64) {
	x, w = s.at(from), s.at(to)-s.at(from)
	if to < 100 {
		w -= fieldGap
	}
	return x, w
}

// end is where a level ends: at the start of the next.
func end(bounds []int, i int) float64 {
	if i+1 < len(bounds) {
		return float64(bounds[i+1])
	}
	return 100
}

// bars are the dimensions as a table: the numbers are its cells, the bars only repeat them.
func (r *renderer) bars(b report.Bars, width float64) sheet.Block {
	rows := []sheet.Block{}
	for _, row := range b.Rows {
		rows = append(rows, r.barRow(row, b.Bounds, width))
	}
	rows = append(rows, r.barFoot(b.Bounds, width))
	return r.Inside(sheet.Element{Tag: "Table"}, sheet.Stack(rows...))
}

func (r *renderer) barRow(b report.Bar, bounds []int, width float64) sheet.Block {
	const numbers = 26.0
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
		r.Group(sheet.Element{Tag: "TR"}, func() {
			name.Draw(x, y)
			r.Sheet.Mark(sheet.Cell, func() {
				st := r.Body().Strong().In(r.Accent)
				if !b.Value.Known {
					st = r.Small().In(r.Grey)
				}
				r.Label(x+width, y+3.6, st.Flush(), b.Value.Text)
			})
		})
		r.Artifact(func() { r.barTrack(b.Value, bounds, span{x, width}, y+name.Height+1) })
	}}
}

// barTrack is the track with the level ticks cut out of it and the bar. The range that missing answers leave open
// hangs below, where it hides nothing.
func (r *renderer) barTrack(v report.Value, bounds []int, sc span, y float64) {
	r.Rect(sc.x, y, sc.w, barHeight, r.Wash)
	if v.Known {
		r.Rect(sc.x, y, sc.w*v.Mid/100, barHeight, r.Accent)
	}
	for _, b := range bounds[min(1, len(bounds)):] {
		r.Rect(sc.at(float64(b))-0.25, y, 0.5, barHeight, r.Paper)
	}
	r.whiskers(v, sc, y+barHeight+1.9)
	if v.Range == "" {
		return
	}
	st := r.Small().In(r.Grey)
	switch besideRange(v) {
	case 1:
		r.Label(sc.at(v.High)+1.5, y+barHeight+2.9, st, v.Range)
	case -1:
		r.Label(sc.at(v.Low)-1.5, y+barHeight+2.9, st.Flush(), v.Range)
	default:
		r.LabelMid(sc.at((v.Low+v.High)/2), y+barHeight+5.8, st, v.Range)
	}
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

// barFoot is the scale, with the levels between its ticks.
func (r *renderer) barFoot(bounds []int, width float64) sheet.Block {
	return sheet.Block{Width: width, Height: 10, Draw: func(x, y float64) {
		sc := span{x, width}
		r.Artifact(func() {
			r.Line(x, y, x+width, y, r.AxisPen())
			for i, b := range bounds {
				from := float64(b)
				r.Line(sc.at(from), y, sc.at(from), y+1, r.AxisPen())
				if i > 0 {
					r.LabelMid(sc.at(from), y+4.6, r.Small().In(r.Grey), strconv.Itoa(b))
				} else {
					r.Label(sc.at(0), y+4.6, r.Small().In(r.Grey), "0")
				}
				r.LabelMid((sc.at(from)+sc.at(end(bounds, i)))/2, y+8.8, r.Small().In(r.Grey), r.p.T("pdf.stage", "n", i+1))
			}
			r.Line(sc.at(100), y, sc.at(100), y+1, r.AxisPen())
			r.Label(sc.at(100), y+4.6, r.Small().In(r.Grey).Flush(), "100")
		})
	}}
}

// ranking is a short list of names with mini bars.
func (r *renderer) ranking(b report.Ranking, width float64) sheet.Block {
	blocks := []sheet.Block{r.Para(r.Small().In(r.Grey), width, b.Title)}
	for _, row := range b.Rows {
		blocks = append(blocks, r.miniBar(row, width))
	}
	return sheet.Stack(blocks...)
}

func (r *renderer) miniBar(b report.Bar, width float64) sheet.Block {
	const barWidth, room = 18.0, 8.0
	name := r.Words(r.Body(), width-room-barWidth-1, b.Short)
	return sheet.Block{Width: width, Height: name.Height, Draw: func(x, y float64) {
		right := x + width
		r.Sheet.Mark(sheet.P, func() {
			name.Draw(x, y)
			r.Label(x+name.Width, y+3.6, r.Body(), " ") // keeps name and number apart when the text is taken out
			r.Label(right, y+3.6, r.Body().Strong().Flush(), b.Value.Text)
		})
		r.Artifact(func() {
			r.Rect(right-room-barWidth, y+1.6, barWidth, 1.8, r.Wash)
			r.Rect(right-room-barWidth, y+1.6, barWidth*b.Value.Mid/100, 1.8, r.Accent)
		})
	}}
}

// scale is the scale of levels: a field for each with its name, the one reached filled, the value on top.
func (r *renderer) scale(b report.Scale, width float64) sheet.Block {
	const nameDrop = 5.8 // from the fields to the names
	height := 5 + nameDrop + sheet.Unit
	var names []sheet.Block
	for i, from := range b.Bounds {
		_, w := span{0, width}.field(float64(from), end(b.Bounds, i))
		st := r.Small().In(r.Grey)
		if reached(b, i) {
			st = r.Small().Strong().In(r.Accent)
		}
		names = append(names, r.Words(st, w-1, b.Levels[i]))
		height = max(height, 5+nameDrop+names[i].Height)
	}
	return sheet.Block{Width: width, Height: height, Draw: func(x, y float64) {
		r.Sheet.Mark(sheet.Picture(b.Alt, x, y, width, height), func() {
			sc := span{x, width}
			for i, from := range b.Bounds {
				fx, fw := sc.field(float64(from), end(b.Bounds, i))
				fill := r.Wash
				if reached(b, i) {
					fill = r.Accent
				}
				r.Rect(fx, y+5, fw, barHeight, fill)
				names[i].Draw(fx, y+barHeight+nameDrop)
			}
			r.scaleValue(b.Value, sc, y)
		})
	}}
}

// reached says whether the value of a scale lies in its field i.
func reached(b report.Scale, i int) bool {
	v := b.Value
	return v.Known && v.Mid >= float64(b.Bounds[i]) && (i == len(b.Bounds)-1 || v.Mid < end(b.Bounds, i))
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
