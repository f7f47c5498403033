package pdf

import (
	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// Measures of a spread in mm.
const (
	spreadHigh = 20.0 // the highest bar
	spreadGap  = 4.0  // between two bars
	spreadHead = 10.0 // above the highest bar, for its number and the company's place
)

// spread draws the shares of others as bars side by side, the company's own in the accent and with its words.
func (r *renderer) spread(b report.Spread, width float64) sheet.Block {
	n := len(b.Shares)
	if n == 0 {
		return sheet.Gap(0)
	}
	most, below := 0.0, 0.0
	field := (width + spreadGap) / float64(n)
	bar := max(0.5, field-spreadGap)
	var names, here []sheet.Block
	for _, s := range b.Shares {
		name := r.Words(r.Small(), bar, s.Name)
		most, below = max(most, s.Percent), max(below, name.Height)
		names = append(names, name)
		here = append(here, r.Words(r.Small().Strong().In(r.Accent), bar, b.Here))
	}
	head := spreadHead + here[0].Height - sheet.Unit
	height := head + spreadHigh + 1.5 + below
	return sheet.Block{Width: width, Height: height, Draw: func(x, y float64) {
		r.Sheet.Mark(sheet.Picture(b.Alt, x, y, width, height), func() {
			foot := y + head + spreadHigh
			for i, s := range b.Shares {
				at, h, fill := x+float64(i)*field, spreadHigh*s.Percent/max(most, 1e-9), r.Accent30
				if s.Here {
					fill = r.Accent
					here[i].Draw(at, foot-h-4.6-here[i].Height)
				}
				r.Rect(at, foot-h, bar, h, fill)
				r.Label(at, foot-h-1.2, r.Small(), s.Text)
				names[i].Draw(at, foot+1.5)
			}
			r.Line(x, foot, x+width, foot, r.AxisPen())
		})
	}}
}
