package pdf

import (
	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// Measures of a spread in mm.
const (
	spreadHigh = 20.0 // the highest bar
	spreadGap  = 4.0  // between two bars
	spreadText = 80.0 // words above and below bars together; with higher ones the bars lie under their words
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
	var names, values []sheet.Block
	head := 0.0
	for _, s := range b.Shares {
		name, value := r.Words(r.Small(), bar, s.Name), r.Words(r.Small(), bar, s.Text)
		if s.Here {
			value = sheet.Stack(r.Words(r.Small().Strong().In(r.Accent), bar, b.Here), value)
		}
		names, values = append(names, name), append(values, value)
		most, below, head = max(most, s.Percent), max(below, name.Height), max(head, value.Height)
	}
	if head+below > spreadText {
		return r.lying(b, width, most)
	}
	height := head + spreadHigh + 1.5 + below
	return sheet.Block{Width: width, Height: height, Draw: func(x, y float64) {
		r.Sheet.Mark(sheet.Picture(b.Alt, x, y, width, height), func() {
			foot := y + head + spreadHigh
			for i, s := range b.Shares {
				at, h, fill := x+float64(i)*field, spreadHigh*s.Percent/max(most, 1e-9), r.Accent30
				if s.Here {
					fill = r.Accent
				}
				r.Rect(at, foot-h, bar, h, fill)
				values[i].Draw(at, foot-h-values[i].Height)
				names[i].Draw(at, foot+1.5)
			}
			r.Line(x, foot, x+width, foot, r.AxisPen())
		})
	}}
}

// lying draws the bars one below the other, each under its words, which then have the whole width.
func (r *renderer) lying(b report.Spread, width, most float64) sheet.Block {
	const high, gap = 2.5, 2.0
	var words []sheet.Block
	height := 0.0
	for _, s := range b.Shares {
		st, text := r.Small(), s.Name+" "+s.Text
		if s.Here {
			st, text = st.Strong().In(r.Accent), text+" "+b.Here
		}
		words = append(words, r.Words(st, width, text))
		height += words[len(words)-1].Height + high + gap
	}
	return sheet.Block{Width: width, Height: height, Draw: func(x, y float64) {
		r.Sheet.Mark(sheet.Picture(b.Alt, x, y, width, height), func() {
			for i, s := range b.Shares {
				words[i].Draw(x, y)
				y += words[i].Height
				fill := r.Accent30
				if s.Here {
					fill = r.Accent
				}
				r.Rect(x, y, width*s.Percent/max(most, 1e-9), high, fill)
				y += high + gap
			}
		})
	}}
}
