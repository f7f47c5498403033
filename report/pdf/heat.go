package pdf

import (
	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// Measures of a step strip in mm.
const (
	steps      = 5
	stepWidth  = 7.0
	stepHeight = 4.0
	stepGap    = 0.6
	stripWidth = steps*(stepWidth+stepGap) - stepGap
)

// strip shows one answer: the steps reached are filled, the one reached carries its number, the target is a frame.
// Darkness grows with the step, so that a column of strips reads as a heat map.
func (r *renderer) strip(e sheet.Element, s report.Strip) sheet.Block {
	return sheet.Block{Width: stripWidth, Height: sheet.Unit, Draw: func(x, y float64) {
		y += (sheet.Unit - stepHeight) / 2
		r.Group(e, func() {
			r.Sheet.Mark(sheet.Picture(s.Words, x, y, stripWidth, stepHeight), func() { r.drawStrip(s, x, y) })
		})
	}}
}

func (r *renderer) drawStrip(s report.Strip, x, y float64) {
	switch s.State {
	case report.StepKnown:
		for i := range steps {
			r.stripCell(s, x+float64(i)*(stepWidth+stepGap), y, i)
		}
	case report.StepUnknown:
		r.Frame(x, y, stripWidth, stepHeight, sheet.Pen{Width: 0.25, Colour: r.Axis, Dash: []float64{1, 0.8}})
		r.LabelMid(x+stripWidth/2, y+3.0, r.Small().In(r.Grey), s.Words)
	case report.StepNone:
		words := r.Width(r.Small(), s.Words)
		r.Line(x, y+stepHeight/2, x+stripWidth-words-2, y+stepHeight/2, r.HairPen())
		r.Label(x+stripWidth, y+3.1, r.Small().In(r.Grey).Flush(), s.Words)
	}
}

func (r *renderer) stripCell(s report.Strip, x, y float64, i int) {
	fill := r.Wash
	if i <= s.Step {
		fill = r.Accent.Tint([]float64{0.18, 0.36, 0.58, 0.80, 1}[s.Step])
	}
	r.Rect(x, y, stepWidth, stepHeight, fill)
	if i == s.Step {
		r.LabelMid(x+stepWidth/2, y+3.0, r.Small().Strong().In(r.On(fill)), s.Label)
	}
	if i == s.Target && s.Target > s.Step {
		r.Frame(x, y, stepWidth, stepHeight, sheet.Pen{Width: 0.25, Colour: r.Ink})
		r.LabelMid(x+stepWidth/2, y+3.0, r.Small(), s.Aim)
	}
}

// heat sets the strips of all dimensions in two columns of about equal length.
func (r *renderer) heat(h report.HeatMap, width float64) []sheet.Block {
	half := (width - 10) / 2
	var blocks []sheet.Block
	for _, g := range h.Groups {
		blocks = append(blocks, r.heatGroup(g, half))
	}
	left, right := halve(blocks)
	row := sheet.Row(sheet.Placed{Block: sheet.Stack(left...)}, sheet.Placed{At: half + 10, Block: sheet.Stack(right...)})
	return []sheet.Block{row, r.Para(r.Small().In(r.Grey), sheet.Span(4), h.Key)}
}

// halve parts blocks where the two columns come out nearest to each other.
func halve(blocks []sheet.Block) (left, right []sheet.Block) {
	total, h := sheet.Stack(blocks...).Height, 0.0
	for i, b := range blocks {
		if h+b.Height/2 > total/2 {
			return blocks[:i], blocks[i:]
		}
		h += b.Height
	}
	return blocks, nil
}

// heatGroup is one dimension as a small table.
func (r *renderer) heatGroup(g report.HeatGroup, width float64) sheet.Block {
	head := sheet.Block{Width: width, Height: 6.4, Draw: func(x, y float64) {
		r.Group(sheet.Element{Tag: "TR"}, func() {
			r.Sheet.Mark(sheet.ColumnHead, func() { r.Label(x, y+3.6, r.Small().Strong(), g.Name) })
			r.Sheet.Mark(sheet.ColumnHead, func() { r.Label(x+width, y+3.6, r.Small().Strong().In(r.Accent).Flush(), g.Value.Text) })
		})
		r.Artifact(func() { r.Line(x, y+5.2, x+width, y+5.2, r.HairPen()) })
	}}
	rows := []sheet.Block{head}
	for _, row := range g.Rows {
		name := r.Text(sheet.RowHead, r.Small(), width-stripWidth-2, row.Name)
		strip := r.strip(sheet.Cell, row.Strip)
		rows = append(rows, r.InRow(sheet.Row(sheet.Placed{Block: name}, sheet.Placed{At: width - stripWidth, Block: strip})), sheet.Gap(0.4))
	}
	return r.Inside(sheet.Element{Tag: "Table"}, sheet.Stack(append(rows, sheet.Gap(4))...))
}
