package plain

import (
	"io"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// Stage writes stage, points and certainty alone.
func Stage(out io.Writer, r *scoring.Result, a *offer.Advice, p *i18n.Printer) {
	newWriter(out, r, a, p).stage()
}

func (w writer) stage() {
	s := w.r.StageOf(w.r.Stage.Level)
	switch {
	case s == nil && w.r.Total.Score != nil: // the points say it all
	case s == nil:
		w.missing()
	case w.words.Outlook().Provisional:
		w.line("plain.stage-so-far", "n", s.Level, "m", len(w.r.Bank.Stages), "name", s.Title)
		if text := w.words.Provisional(); text != "" {
			w.text(text)
		}
	case w.r.Certain:
		w.line("plain.stage-fixed", "n", s.Level, "m", len(w.r.Bank.Stages), "name", s.Title)
	default:
		w.line("plain.stage", "n", s.Level, "m", len(w.r.Bank.Stages), "name", s.Title, "a", w.r.Stage.Low, "b", w.r.Stage.High)
	}
	w.points()
	for _, s := range w.words.Firm() {
		w.text(s)
	}
	c := w.r.Coverage
	w.line("plain.coverage", "n", c.Answered, "m", c.Asked, "k", c.Unknown, "x", c.NotApplicable, "o", c.Open)
	if text := w.words.Carried(); text != "" {
		w.text(text)
	}
	if notice := w.p.Text(w.r.Bank.About.Notice); notice != "" {
		w.text(notice)
	}
}
