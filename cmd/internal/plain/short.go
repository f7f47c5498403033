package plain

import (
	"io"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// Short writes a result for people who hear it: stage, points, what keeps the next stage away, the next step and the
// module, each once and with the word that tells more.
func Short(out io.Writer, r *scoring.Result, a *offer.Advice, p *i18n.Printer) {
	w := newWriter(out, r, a, p)
	if text := w.standing(); text != "" {
		w.more(text, w.p.T("plain.word-why"))
	}
	if text := w.total(); text != "" {
		w.more(text, w.p.T("plain.word-areas"))
	}
	if c := r.Coverage; c.Answered < c.Asked {
		w.coverage()
	}
	w.since()
	for _, b := range r.BlockedBy {
		word := w.p.T("plain.word-why")
		if d := r.Bank.Dimension(b.Dimension); d != nil {
			word += " " + w.p.Text(d.Short)
		}
		w.more(w.block(b), word)
	}
	if ways := w.words.Ways(); len(ways) > 0 {
		w.more(ways[0], w.p.T("plain.word-steps"))
	} else if len(r.NextSteps) > 0 {
		w.more(w.step(0), w.p.T("plain.word-steps"))
	}
	if len(r.Bank.Modules) > 0 {
		w.notes()
		w.more(w.shortModule(), w.p.T("plain.word-module"))
	}
}

// notes are what is to be heeded whatever the module.
func (w writer) notes() {
	for _, n := range w.a.Notes {
		if n.Code != "no-module" {
			w.line("plain.note", "text", n.In(w.p))
		}
	}
}

// shortModule is the module with its first reason.
func (w writer) shortModule() string {
	best := w.a.Best()
	if best == nil {
		return w.p.T("reason.no-module")
	}
	text := w.p.T("plain.module", "name", best.Module.Title)
	for _, r := range best.Reasons[:min(1, len(best.Reasons))] {
		text += " " + w.p.T("plain.reason", "text", w.words.Reason(r))
	}
	return text
}

// more writes a text with the word that tells more about it.
func (w writer) more(text, word string) { w.text(text + " " + w.p.T("plain.more", "x", word)) }

// Areas writes the points of every area and of every further result, and how to have one explained.
func Areas(out io.Writer, r *scoring.Result, p *i18n.Printer) {
	w := newWriter(out, r, nil, p)
	w.areas()
	w.further()
	w.line("plain.areas-why", "area", r.Bank.Dimensions[0].Short)
}

// Whole writes how stage and total come about, and how firm they are.
func Whole(out io.Writer, r *scoring.Result, a *offer.Advice, p *i18n.Printer) {
	w := newWriter(out, r, a, p)
	w.stage()
	if r.Total.Score != nil {
		n := 0
		for _, d := range r.Dimensions {
			if d.Applies {
				n++
			}
		}
		if w.words.Equal() {
			w.line("plain.total-equal", "n", n)
		} else {
			w.line("plain.total", "n", n, "rule", w.words.Rule(r.Bank.Policy.Total))
		}
	}
	w.blocked()
	w.line("plain.areas-why", "area", r.Bank.Dimensions[0].Short)
}

// Why writes where the points of an area, or with "" of all areas, come from: each question with what it earned.
func Why(out io.Writer, r *scoring.Result, dimension string, p *i18n.Printer) {
	w := newWriter(out, r, nil, p)
	all := report.Merged(r)
	for _, d := range r.Dimensions {
		if dimension != "" && d.Dimension.ID != dimension {
			continue
		}
		w.area(d)
		for _, c := range all {
			switch {
			case c.Dimension != d.Dimension.ID:
			case c.Score != nil:
				w.line("plain.why", "question", w.words.Line(c), "x", c.Earned, "y", c.Possible)
			case c.Treatment == scoring.Widens:
				w.line("plain.why-open", "question", w.words.Line(c))
			}
		}
	}
}
