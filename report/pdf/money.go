package pdf

import (
	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// amount shows what of a planned sum a grant may at most pay and what stays with the company.
func (r *renderer) amount(a report.Amount, width float64) sheet.Block {
	const height, top, h = 22.0, 6.0, 9.0
	return sheet.Block{Width: width, Height: height, Draw: func(x, y float64) {
		r.Sheet.Mark(sheet.Picture(a.Alt, x, y, width, height), func() {
			full := width
			part := full * float64(a.UpTo) / float64(max(1, a.Planned))
			r.Rect(x, y+top, part, h, r.Accent)
			r.Rect(x+part+0.5, y+top, full-part-0.5, h, r.Accent30)
			r.Label(x, y+4, r.Small().In(r.Grey), r.p.T("pdf.grant"))
			r.Label(x+full, y+4, r.Small().In(r.Grey).Flush(), a.PlannedText)
			st := r.Body().Strong()
			if room := part - 4; r.Width(st, a.UpToText) < room {
				r.Label(x+3, y+top+5.9, st.In(r.Paper), a.UpToText)
			} else {
				r.Label(x+part+3, y+top+5.9, st, a.UpToText)
			}
		})
	}}
}

// timeline shows spans of months true to scale.
func (r *renderer) timeline(t report.Timeline, width float64) sheet.Block {
	const height = 22.5
	last := t.Spans[len(t.Spans)-1].To
	return sheet.Block{Width: width, Height: height, Draw: func(x, y float64) {
		r.Sheet.Mark(sheet.Picture(t.Alt, x, y, width, height), func() {
			sc := span{x, width}
			r.Line(x, y+14, x+width, y+14, r.AxisPen())
			r.monthAt(sc.at(0), y+14, 0, last)
			for i, s := range t.Spans {
				// the first span is short in time but has words to carry: spans take equal room
				from, to := 100*float64(i)/float64(len(t.Spans)), 100*float64(i+1)/float64(len(t.Spans))
				fx, fw := sc.field(from, to)
				fill := []sheet.Colour{r.Accent, r.Accent60, r.Accent30}[min(i, 2)]
				r.Rect(fx, y, fw, 12, fill)
				r.Label(fx+3, y+5.2, r.Small().Strong().In(r.On(fill)), s.Name)
				r.Label(fx+3, y+9.4, r.Small().In(r.On(fill)), s.Text)
				r.monthAt(sc.at(to), y+14, s.To, last)
			}
		})
	}}
}

func (r *renderer) monthAt(x, y float64, m, last int) {
	st := r.Small().In(r.Grey)
	r.Line(x, y, x, y+1, r.AxisPen())
	switch m {
	case 0:
		r.Label(x, y+4.6, st, r.p.T("pdf.today"))
	case last:
		r.Label(x, y+4.6, st.Flush(), r.p.T("pdf.months", "n", m))
	default:
		r.LabelMid(x, y+4.6, st, r.p.T("pdf.months", "n", m))
	}
}
