// Package plain writes a result as lines of text, for line mode and for the command line.
package plain

import (
	"fmt"
	"io"
	"math/big"
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// writer writes lines without control characters.
type writer struct {
	io.Writer
	p *i18n.Printer
	r *scoring.Result
	a *offer.Advice
}

func (w writer) line(key string, args ...any) { w.text(w.p.T(key, args...)) }

func (w writer) text(s string) { fmt.Fprintln(w, strings.ReplaceAll(i18n.Printable(s), "\n", " ")) }

// shownSteps is how many next steps a result names.
const shownSteps = 3

// Result writes stage, certainty, areas, what keeps the next stage away, next steps and the module with its reasons.
func Result(out io.Writer, r *scoring.Result, a *offer.Advice, p *i18n.Printer) {
	w := writer{out, p, r, a}
	w.stage()
	w.areas()
	w.blocked()
	w.Steps()
	w.Module()
}

// Steps writes the next steps alone, Module the module alone.
func Steps(out io.Writer, r *scoring.Result, a *offer.Advice, p *i18n.Printer) {
	writer{out, p, r, a}.Steps()
}

// Module writes the module with its reasons.
func Module(out io.Writer, r *scoring.Result, a *offer.Advice, p *i18n.Printer) {
	writer{out, p, r, a}.Module()
}

func (w writer) stage() {
	s := w.r.StageOf(w.r.Stage.Level)
	switch {
	case s == nil:
		w.line("plain.no-stage")
		for _, l := range w.r.Lacking {
			w.line("plain.lacks", "area", w.r.Bank.Dimension(l.Dimension).Title, "n", l.Missing)
		}
	case w.r.Certain:
		w.line("plain.stage-fixed", "n", s.Level, "m", len(w.r.Bank.Stages), "name", s.Title)
	default:
		w.line("plain.stage", "n", s.Level, "m", len(w.r.Bank.Stages), "name", s.Title, "a", w.r.Stage.Low, "b", w.r.Stage.High)
	}
	switch t := w.r.Total; {
	case t.Score == nil:
	case t.Sure():
		w.line("plain.points-sure", "p", w.p.Rounded(t.Score, 1))
	default:
		w.line("plain.points", "p", w.p.Rounded(t.Score, 1), "a", w.p.Rounded(t.Low, 1), "b", w.p.Rounded(t.High, 1))
	}
	c := w.r.Coverage
	w.line("plain.coverage", "n", c.Answered, "m", c.Asked, "k", c.Unknown, "x", c.NotApplicable, "o", c.Open)
}

func (w writer) areas() {
	for _, d := range w.r.Dimensions {
		title := d.Dimension.Title
		switch {
		case !d.Applies:
			w.line("plain.area-out", "area", title)
		case d.Span.Score == nil:
			w.line("plain.area-none", "area", title, "a", w.p.Points(d.Span.Low), "b", w.p.Points(d.Span.High))
		case d.Span.Sure():
			w.line("plain.area", "area", title, "p", w.p.Rounded(d.Span.Score, 1), "n", d.Level)
		default:
			w.line("plain.area-range", "area", title, "p", w.p.Rounded(d.Span.Score, 1), "n", d.Level, "a", w.p.Rounded(d.Span.Low, 1), "b", w.p.Rounded(d.Span.High, 1))
		}
	}
}

func (w writer) blocked() {
	for _, b := range w.r.BlockedBy {
		key, area := "plain.blocked-total", i18n.Text(nil)
		if b.Dimension != "" {
			key, area = "plain.blocked", w.r.Bank.Dimension(b.Dimension).Title
		}
		w.line(key, "stage", b.Stage, "area", area, "p", w.p.Rounded(b.Has.Score, 1), "q", b.Needs)
	}
}

// Steps writes the next steps.
func (w writer) Steps() {
	for i, s := range w.r.NextSteps[:min(shownSteps, len(w.r.NextSteps))] {
		w.line("plain.step", "n", i+1, "title", s.Measure.Title, "question", s.Question.Wording.Short, "days", w.days(s.Measure.Days), "gain", w.p.Rounded(s.Gain, 1))
	}
}

// days is a number of working days in words.
func (w writer) days(d *big.Rat) string {
	n := 2
	if d.Cmp(big.NewRat(1, 1)) == 0 {
		n = 1
	}
	return w.p.T("report.days", "n", n, "x", d)
}

// Module writes the recommended module, its offers, and what else is to be known.
func (w writer) Module() {
	best := w.a.Best()
	if best == nil {
		w.line("reason.no-module")
	} else {
		w.line("plain.module", "name", best.Module.Title)
		for _, r := range best.Reasons {
			w.line("plain.reason", "text", r.In(w.p))
		}
		for _, o := range best.Offers {
			if o.Status != offer.StatusEnded && o.Eligible != offer.No {
				w.offer("plain.offer", o)
			}
		}
	}
	for _, n := range w.a.Notes {
		if n.Code != "no-module" {
			w.line("plain.note", "text", n.In(w.p))
		}
	}
	for _, o := range w.a.Beside {
		w.offer("plain.beside", o)
	}
	w.closed(w.a.Closed)
	for i := range w.a.Modules {
		w.closed(w.a.Modules[i].Closed())
	}
	if len(w.a.Modules) > 0 {
		w.line("plain.check", "date", w.a.AsOf)
	}
}

// closed says of offers that are closed to the company what would open them, or never will.
func (w writer) closed(offers []offer.OfferAdvice) {
	for _, o := range offers {
		for _, r := range o.Reasons {
			w.line("plain.closed", "text", r.In(w.p))
		}
	}
}

func (w writer) offer(key string, o offer.OfferAdvice) {
	kind := ""
	if o.Case != "" {
		kind = w.p.T("beside." + o.Case)
	}
	w.line(key, "name", o.Offer.Name, "status", o.Offer.Validity.Text, "case", kind)
	if e := o.Estimate; e != nil && e.Known {
		w.line("plain.estimate", "x", w.p.Euro(e.UpTo))
	}
}

// Why writes where every area's points come from: each question with what it earned.
func Why(out io.Writer, r *scoring.Result, p *i18n.Printer) {
	w := writer{out, p, r, nil}
	for _, c := range r.Trail {
		q := r.Bank.Question(c.Question)
		area := r.Bank.Dimension(c.Dimension).Short
		switch {
		case c.Score != nil:
			w.line("plain.why", "area", area, "question", q.Wording.Short, "x", c.Earned, "y", c.Possible)
		case c.Treatment == scoring.Widens:
			w.line("plain.why-open", "area", area, "question", q.Wording.Short)
		}
	}
}
