package plain

import (
	"io"
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// Standing writes stage and points alone.
func Standing(out io.Writer, r *scoring.Result, a *offer.Advice, p *i18n.Printer) {
	newWriter(out, r, a, p).head()
}

func (w writer) head() {
	for _, text := range append(strings.Split(w.standing(), "\n"), w.total()) {
		if text != "" {
			w.text(text)
		}
	}
}

func (w writer) stage() {
	w.head()
	if text := w.words.Close(); text != "" {
		w.text(text)
	}
	for _, s := range w.words.Firm() {
		w.text(s)
	}
	w.coverage()
	w.since()
	if notice := w.p.Text(w.r.Bank.About.Notice); notice != "" {
		w.text(notice)
	}
}

func (w writer) coverage() {
	w.text(Coverage(w.r.Coverage, w.p))
	if text := w.words.Carried(); text != "" {
		w.text(text)
	}
}

// Coverage says how many of the questions that count are answered, and what became of the others.
func Coverage(c scoring.Coverage, p *i18n.Printer) string {
	text := p.T("plain.coverage", "n", c.Answered, "m", c.Asked)
	for _, x := range []struct {
		n   int
		key i18n.Key
	}{{c.Unknown, "report.coverage-unknown"}, {c.NotApplicable, "report.coverage-na"}, {c.Open, "report.coverage-open"}} {
		if x.n > 0 {
			text += ", " + p.T(string(x.key), "n", x.n)
		}
	}
	return text + "."
}

// since is what became of stage and points since the template, if there was one.
func (w writer) since() {
	if text := w.words.Since(); text != "" {
		w.text(text)
	}
}

// standing is the stage with how sure it is. What it lacks is written; "" where the points say it all.
func (w writer) standing() string {
	s := w.r.StageOf(w.r.Stage.Level)
	switch {
	case s == nil && w.r.Total.Score != nil:
	case s == nil:
		w.missing()
	case w.words.Outlook().Provisional:
		text := w.p.T("plain.stage-so-far", "n", s.Level, "m", len(w.r.Bank.Stages), "name", s.Title)
		if more := w.words.Provisional(); more != "" {
			text += "\n" + more
		}
		return text
	case w.words.IfHolds() != "":
		return w.words.IfHolds()
	case w.r.Certain:
		return w.p.T("plain.stage-fixed", "n", s.Level, "m", len(w.r.Bank.Stages), "name", s.Title)
	default:
		return w.p.T("plain.stage", "n", s.Level, "m", len(w.r.Bank.Stages), "name", s.Title, "a", w.r.Stage.Low, "b", w.r.Stage.High)
	}
	return ""
}
