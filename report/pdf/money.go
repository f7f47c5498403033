package pdf

import (
	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// Measures of the amount in mm.
const (
	amountTop    = 6.0 // room for the captions
	amountHeight = 9.0
	amountScale  = 2.5 // from the bar to its scale
)

// amount shows what of a planned sum a grant may at most pay and what stays with the company, on a scale with the
// least and the most that is funded.
func (r *renderer) amount(a report.Amount, width float64) sheet.Block {
	height := amountTop + amountHeight + amountScale + 8
	if a.Ceiling > 0 && a.Ceiling < a.Planned {
		height += 4
	}
	return sheet.Block{Width: width, Height: height, Draw: func(x, y float64) {
		r.Sheet.Mark(sheet.Picture(a.Alt, x, y, width, height), func() {
			sc := span{x: x, w: width}
			r.amountBar(a, sc, y)
			r.amountAxis(a, sc, y+amountTop+amountHeight+amountScale)
		})
	}}
}

// share is a sum in hundredths of the planned one.
func share(a report.Amount, sum int64) float64 {
	return min(100, 100*float64(sum)/float64(max(1, a.Planned)))
}

func (r *renderer) amountBar(a report.Amount, sc span, y float64) {
	const gap, room = 0.5, 4.0
	part, caption, strong := sc.w*share(a, a.UpTo)/100, r.Small().In(r.Grey), r.Body().Strong()
	r.Rect(sc.x, y+amountTop, part, amountHeight, r.Accent)
	if own := sc.w - part - gap; own > 0 {
		r.Rect(sc.x+part+gap, y+amountTop, own, amountHeight, r.Accent30)
	}
	r.Label(sc.x, y+4, caption, r.p.T("pdf.grant"))
	r.Label(sc.x+sc.w, y+4, caption.Flush(), a.PlannedText)
	if r.Width(strong, a.UpToText) < part-room {
		r.Label(sc.x+3, y+amountTop+5.9, strong.In(r.Paper), a.UpToText)
	} else {
		r.Label(sc.x+part+3, y+amountTop+5.9, strong, a.UpToText)
	}
	if words := r.p.T("pdf.own-share"); sc.w-part > r.Width(strong, a.UpToText)+r.Width(r.Small(), words)+3*room {
		r.Label(sc.x+sc.w-3, y+amountTop+5.9, r.Small().Flush(), words)
	}
}

// amountAxis has a wedge with words where funding begins, and one where it ends, when the plan goes beyond.
func (r *renderer) amountAxis(a report.Amount, sc span, y float64) {
	st := r.Small().In(r.Grey)
	r.Line(sc.x, y, sc.x+sc.w, y, r.AxisPen())
	r.Line(sc.x, y, sc.x, y+1, r.AxisPen())
	r.Line(sc.x+sc.w, y, sc.x+sc.w, y+1, r.AxisPen())
	floor := sc.at(share(a, a.Floor))
	if a.Floor == 0 || floor > sc.x+sheet.Unit {
		r.Label(sc.x, y+4.6, st, "0")
	}
	if a.Floor > 0 {
		words := r.p.T("pdf.floor", "x", r.p.Euro(100*a.Floor))
		r.wedge(floor, y)
		r.Label(min(floor+1.5, sc.x+sc.w-r.Width(st, words)), y+4.6, st, words)
	}
	if a.Ceiling > 0 && a.Ceiling < a.Planned {
		words, at := r.p.T("pdf.ceiling", "x", r.p.Euro(100*a.Ceiling)), sc.at(share(a, a.Ceiling))
		r.wedge(at, y)
		r.Label(max(sc.x, at-1.5-r.Width(st, words)), y+8.6, st, words)
	}
}

func (r *renderer) wedge(x, y float64) {
	r.Area([]sheet.Point{{X: x, Y: y}, {X: x - 1, Y: y + 1.8}, {X: x + 1, Y: y + 1.8}}, r.Ink)
}

// timeline shows spans of months true to scale.
func (r *renderer) timeline(t report.Timeline, width float64) sheet.Block {
	const height = 22.5
	if len(t.Spans) == 0 {
		return sheet.Gap(0)
	}
	last := t.Spans[len(t.Spans)-1].To
	return sheet.Block{Width: width, Height: height, Draw: func(x, y float64) {
		r.Sheet.Mark(sheet.Picture(t.Alt, x, y, width, height), func() {
			sc := span{x: x, w: width}
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
