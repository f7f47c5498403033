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
		r.hatch(x, y, s.Words)
		r.Frame(x, y, stripWidth, stepHeight, sheet.Pen{Width: 0.25, Colour: r.Axis, Dash: []float64{1, 0.8}})
		r.LabelMid(x+stripWidth/2, y+3.0, r.Small().In(r.Grey), s.Words)
	case report.StepNone:
		words := r.Width(r.Small(), s.Words)
		r.Line(x, y+stepHeight/2, x+stripWidth-words-2, y+stepHeight/2, r.HairPen())
		r.Label(x+stripWidth, y+3.1, r.Small().In(r.Grey).Flush(), s.Words)
	}
}

// hatch fills a strip with slanted lines, around the words in its middle.
func (r *renderer) hatch(x, y float64, words string) {
	const apart = 1.8
	r.Within(x, y, stripWidth, stepHeight, func() {
		for at := apart / 2; at < stripWidth+stepHeight; at += apart {
			r.Line(x+at, y, x+at-stepHeight, y+stepHeight, sheet.Pen{Width: 0.15, Colour: r.Axis})
		}
		half := min(r.Width(r.Small(), words)/2+1.2, stripWidth/2)
		r.Rect(x+stripWidth/2-half, y, 2*half, stepHeight, r.Paper)
	})
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

// heatColumn is the height of a column of strips in mm beyond which the columns go on on the next page.
const heatColumn = 202.0

// heat sets the strips of all dimensions in two columns of about equal length, as many as it takes, and their key.
func (r *renderer) heat(h report.HeatMap, width float64) []sheet.Block {
	const gutter = 10
	half := (width - gutter) / 2
	var groups, rows []sheet.Block
	for _, g := range h.Groups {
		group := r.heatGroup(g, half)
		groups, rows = append(groups, sheet.Stack(group...)), append(rows, group...)
	}
	left, right := halve(groups)
	columns, key := beneath(left, right, half+gutter), r.Para(r.Small().In(r.Grey), sheet.Span(4), h.Key)
	if columns.Height+key.Height > heatColumn { // the key ends the last column, so that it never has a page for itself
		return spread(append(rows, r.Pieces(sheet.P, r.Small().In(r.Grey), half, h.Key, pieceLines)...), half+gutter)
	}
	return []sheet.Block{columns, key}
}

// beneath are two columns of blocks, the second at a distance.
func beneath(left, right []sheet.Block, at float64) sheet.Block {
	return sheet.Row(sheet.Placed{Block: sheet.Stack(left...)}, sheet.Placed{At: at, Block: sheet.Stack(right...)})
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

// spread fills two columns after two columns, each pair on a page.
func spread(blocks []sheet.Block, at float64) []sheet.Block {
	var out []sheet.Block
	next := func() (column []sheet.Block) {
		n, h := 0, 0.0
		for n < len(blocks) && (n == 0 || h+blocks[n].Height <= heatColumn) {
			n, h = n+1, h+blocks[n].Height
		}
		for n > 1 && n < len(blocks) && blocks[n-1].Keep {
			n-- // a head stays with its first row
		}
		column, blocks = blocks[:n], blocks[n:]
		return column
	}
	for len(blocks) > 0 {
		left := next()
		out = append(out, beneath(left, next(), at))
	}
	return out
}

// heatGroup is one dimension as a small table.
func (r *renderer) heatGroup(g report.HeatGroup, width float64) []sheet.Block {
	st := r.Small().Strong()
	value := min(r.Width(st, g.Value.Text), width/2) // a long one breaks, so that the name has room
	name := r.Text(sheet.ColumnHead, st, width-value-2, g.Name)
	head := r.InRow(sheet.Row(sheet.Placed{Block: name}, sheet.Placed{At: width - value, Block: r.Text(sheet.ColumnHead, st.In(r.Accent), value+0.1, g.Value.Text)}))
	ruled := sheet.Block{Width: width, Height: head.Height + 1.4, Keep: true, Draw: func(x, y float64) {
		head.Draw(x, y)
		r.Artifact(func() { r.Line(x, y+head.Height+0.2, x+width, y+head.Height+0.2, r.HairPen()) })
	}}
	rows := []sheet.Block{ruled}
	for _, row := range g.Rows {
		name := r.Text(sheet.RowHead, r.Small(), width-stripWidth-2, row.Name)
		strip := r.strip(sheet.Cell, row.Strip)
		rows = append(rows, r.InRow(sheet.Row(sheet.Placed{Block: name}, sheet.Placed{At: width - stripWidth, Block: strip})), sheet.Gap(0.4))
	}
	return r.Joined(sheet.Element{Tag: "Table"}, append(rows, sheet.Gap(3)))
}
