package pdf

import (
	"strconv"

	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// Measures of a path in mm.
const (
	pathSide = 28.0 // for where it starts, and for where it leads
	pathLow  = 9.0  // height of the first step
	pathRise = 13.0 // from the first step to the last one
	pathHead = 5.0  // above a step, for what is reached
	pathStep = 5.0  // the least width of a step
)

// path draws the steps of a way, each as wide as its effort and higher than the one before, from where the company stands
// to the stage that they lead to.
func (r *renderer) path(p report.Path, width float64) sheet.Block {
	start, goal := r.Words(r.Small().In(r.Grey), pathSide-3, p.Start), r.Words(r.Small().Strong().In(r.Accent), pathSide-3, p.Goal)
	stairs := max(pathHead+pathLow+pathRise, start.Height, goal.Height)
	if len(p.Steps) == 0 {
		return sheet.Gap(0)
	}
	height := stairs + 7
	return sheet.Block{Width: width, Height: height, Draw: func(x, y float64) {
		r.Sheet.Mark(sheet.Picture(p.Alt, x, y, width, height), func() {
			foot := y + stairs
			r.Line(x, foot, x+width, foot, r.AxisPen())
			start.Draw(x, foot-start.Height)
			widths := pathWidths(p.Steps, width-2*pathSide)
			at := x + pathSide
			for i := range p.Steps {
				r.pathStep(p, i, at, foot, widths[i])
				at += widths[i]
			}
			goal.Draw(x+width-pathSide+3, foot-stairs)
			r.pathDays(p.Steps, widths, x+pathSide, foot)
		})
	}}
}

// pathWidths are the widths of steps: true to their effort, or all the same where one would be too narrow.
func pathWidths(steps []report.PathStep, width float64) []float64 {
	total := 0.0
	for _, s := range steps {
		total += s.Days
	}
	out, even := make([]float64, len(steps)), total <= 0
	for i, s := range steps {
		out[i] = width * s.Days / max(total, 1e-9)
		even = even || out[i] < pathStep
	}
	for i := range out {
		if even {
			out[i] = width / float64(len(out))
		}
	}
	return out
}

func (r *renderer) pathStep(p report.Path, i int, x, foot, w float64) {
	fill, last := r.Accent30, len(p.Steps)-1
	if i == last {
		fill = r.Accent
	}
	h := pathLow + pathRise
	if last > 0 {
		h = pathLow + pathRise*float64(i)/float64(last)
	}
	r.Rect(x, foot-h, max(0.2, w-fieldGap), h, fill)
	if n := strconv.Itoa(i + 1); r.Width(r.Small().Strong(), n) < w-fieldGap {
		r.LabelMid(x+(w-fieldGap)/2, foot-h+5.4, r.Small().Strong().In(r.On(fill)), n)
	}
	if t := p.Steps[i].Reached; t != "" && r.Width(r.Small(), t) < w-fieldGap {
		r.LabelMid(x+(w-fieldGap)/2, foot-h-1.4, r.Small(), t)
	}
}

// pathDays labels the axis with the days of work up to the end of a step: of the last one always, of others where there
// is room.
func (r *renderer) pathDays(steps []report.PathStep, widths []float64, x, foot float64) {
	st := r.Small().In(r.Grey)
	r.Line(x, foot, x, foot+1, r.AxisPen())
	end, last := x, ""
	for i, w := range widths {
		end, last = end+w, steps[i].Label
	}
	free, until := x, end-r.Width(st, last)-1
	for i, s := range steps {
		x += widths[i]
		r.Line(x, foot, x, foot+1, r.AxisPen())
		if w := r.Width(st, s.Label); i+1 < len(steps) && x-w >= free && x <= until {
			r.Label(x, foot+4.6, st.Flush(), s.Label)
			free = x + 1
		}
	}
	r.Label(end, foot+4.6, st.Flush(), last)
}
