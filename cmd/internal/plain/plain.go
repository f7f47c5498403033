// Package plain writes a result as lines of text, for line mode and for the command line.
package plain

import (
	"fmt"
	"io"
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/scoring"
	"digitalkompass/scoring/benchmark"
	"digitalkompass/scoring/offer"
)

// writer writes lines without control characters.
type writer struct {
	io.Writer
	p     *i18n.Printer
	r     *scoring.Result
	a     *offer.Advice
	words report.Words
	full  bool // offers with what they are, whom to ask and which conditions are met
}

func newWriter(out io.Writer, r *scoring.Result, a *offer.Advice, p *i18n.Printer) writer {
	return writer{Writer: out, p: p, r: r, a: a, words: report.NewWords(r, a, p)}
}

func (w writer) line(key string, args ...any) { w.text(w.p.T(key, args...)) }

func (w writer) text(s string) { fmt.Fprintln(w, strings.ReplaceAll(i18n.Printable(s), "\n", " ")) }

// shownSteps is how many next steps a result names.
const shownSteps = 3

// Result writes stage, points, certainty, areas, further results, what keeps the next stage away, next steps and the module with its reasons.
func Result(out io.Writer, r *scoring.Result, a *offer.Advice, p *i18n.Printer) {
	w := newWriter(out, r, a, p)
	w.stage()
	w.areas()
	w.further()
	w.blocked()
	w.Steps(min(shownSteps, len(r.NextSteps)))
	w.Module()
}

// Steps writes next steps alone: all, or a few beginning with the one of a number, from 1, with the words for the others.
// Before the first goes what they lead to, and where there are none why.
func Steps(out io.Writer, r *scoring.Result, a *offer.Advice, p *i18n.Printer, from int, all bool) {
	w := newWriter(out, r, a, p)
	to := len(r.NextSteps)
	if !all {
		to = min(from-1+shownSteps, to)
	}
	switch {
	case from > 1:
		w.steps(from, to)
		w.moreSteps(to)
		return
	case !r.Bank.HasMeasures():
		w.line("plain.no-measures")
	case len(r.NextSteps) == 0 && r.Coverage.Unknown+r.Coverage.Open > 0:
		w.line("report.no-steps")
	case len(r.NextSteps) == 0:
		w.line("step.none")
	}
	w.Steps(to)
	w.moreSteps(to)
}

// moreSteps says how many of the steps were told so far, and how to have the others.
func (w writer) moreSteps(told int) {
	if m := len(w.r.NextSteps); told < m {
		word := w.p.T("plain.word-steps")
		w.more(w.p.T("plain.steps-told", "n", told, "m", m), fmt.Sprintf("%s %d, %s %s", word, told+1, word, w.p.T("plain.word-all")))
	}
}

// missing says which answers keep a result away.
func (w writer) missing() {
	key := "plain.no-result"
	switch {
	case len(w.r.Bank.Stages) > 0 && w.words.Surely():
		key = "plain.no-points" // the stage is sure, see Words.Open
	case len(w.r.Bank.Stages) > 0:
		key = "plain.no-stage"
	}
	w.line(key)
	var lacks []string
	for _, l := range w.r.Lacking {
		lacks = append(lacks, w.p.T("plain.lacks-in", "area", w.r.Bank.Dimension(l.Dimension).Title, "n", l.Missing))
	}
	if len(lacks) > 0 {
		w.line("plain.lacks", "list", strings.Join(lacks, "; "))
	}
	must := w.words.Required()
	if must != "" {
		w.text(must)
	}
	if c := w.r.Coverage; must == "" && len(w.r.Lacking) == 0 {
		w.line("report.lacking-answers", "n", c.Unknown+c.Open)
	}
	if open := w.words.Open(); open != "" {
		w.text(open)
	}
}

// total are the points of the whole, "" where there are none.
func (w writer) total() string {
	t, g := w.r.Total, w.words.Total()
	if t.Score == nil {
		return ""
	}
	text := append([]string{w.p.T("word.points-of", "p", g.Exact(t.Score), "of", g.Top)}, w.words.Bands(w.r.Node(""))...)
	return strings.Join(append(text, w.span(g, t)...), ", ") + "."
}

// sentence writes parts as one.
func (w writer) sentence(parts []string) { w.text(strings.Join(parts, ", ") + ".") }

// span is the interval in words, or nothing where the score is sure.
func (w writer) span(g report.Gauge, s scoring.Span) []string {
	if s.Sure() {
		return nil
	}
	return []string{w.p.T("plain.span", "a", g.Exact(s.Low), "b", g.Exact(s.High))}
}

func (w writer) areas() {
	for _, d := range w.r.Dimensions {
		w.area(d)
		if d.Applies {
			w.nodes(w.words.Groups(d.Dimension), "plain.group", "plain.group-none")
		}
	}
}

func (w writer) area(d scoring.DimensionResult) {
	title, g := d.Dimension.Title, w.words.Of(d.Dimension.ID)
	switch {
	case !d.Applies:
		w.line("plain.area-out", "area", title)
	case d.Span.Score == nil:
		w.line("plain.area-none", "area", title, "a", g.Number(d.Span.Low), "b", g.Number(d.Span.High))
	default:
		text := append([]string{w.p.T("plain.area", "area", title, "p", g.Said(d.Span.Score))}, w.level(d)...)
		text = append(text, w.span(g, d.Span)...)
		if basis := w.words.Basis(&d); basis != "" {
			text = append(text, basis)
		}
		w.sentence(text)
	}
}

// level is a dimension's level: the number where it is that of the stages, the name where it is its own.
func (w writer) level(d scoring.DimensionResult) []string {
	switch {
	case w.words.Level(&d) == 0:
		return nil
	case len(w.words.Own(d.Dimension.Node)) > 0:
		return []string{w.words.LevelName(&d)}
	}
	return []string{w.p.T("plain.level", "n", w.words.Level(&d))}
}

// further are the results beside the total.
func (w writer) further() { w.nodes(w.words.Further(), "plain.area", "plain.area-none") }

// nodes are groups or results, a line each; one without a score says so.
func (w writer) nodes(nodes []*scoring.NodeResult, key, none string) {
	for _, n := range nodes {
		g := w.words.Of(n.Node.ID)
		if n.Span.Score == nil {
			w.line(none, "area", n.Node.Title, "a", g.Number(n.Span.Low), "b", g.Number(n.Span.High))
			continue
		}
		text := append([]string{w.p.T(key, "area", n.Node.Title, "p", g.Said(n.Span.Score))}, w.words.Bands(n)...)
		w.sentence(append(text, w.span(g, n.Span)...))
	}
}

func (w writer) blocked() {
	for _, b := range w.r.BlockedBy {
		w.text(w.block(b))
	}
}

// block says what keeps a stage away.
func (w writer) block(b scoring.Block) string {
	g := w.words.Of(b.Dimension)
	if b.Dimension == "" {
		return w.p.T("plain.blocked-total", "stage", b.Stage, "p", g.Said(b.Has.Score), "q", w.words.Needed(b))
	}
	title, _ := w.r.Bank.Called(b.Dimension)
	return w.p.T("plain.blocked", "stage", b.Stage, "area", title, "p", g.Said(b.Has.Score), "q", w.words.Needed(b))
}

// Steps writes what leads to the next stage, and the first next steps.
func (w writer) Steps(to int) {
	for _, way := range w.words.Ways() {
		w.text(way)
	}
	w.steps(1, to)
}

// steps writes next steps from one number to another.
func (w writer) steps(from, to int) {
	for i := from; i <= to; i++ {
		w.text(w.step(i - 1))
	}
}

func (w writer) step(i int) string {
	s := w.r.NextSteps[i]
	return w.p.T("plain.step", "n", i+1, "title", s.Measure.Title, "question", s.Question.Wording.Short, "days", w.words.Effort(s.Effort), "gain", w.words.Gain(s.Gain))
}

// Module writes the recommended module, if the bank has any, its offers, and what else is to be known.
func (w writer) Module() {
	if len(w.r.Bank.Modules) == 0 {
		return
	}
	best := w.a.Best()
	if best == nil {
		w.line("reason.no-module")
		w.project()
	} else {
		w.line("plain.module", "name", best.Module.Title)
		for _, r := range best.Reasons {
			w.line("plain.reason", "text", w.words.Reason(r))
		}
		w.project()
		for _, o := range usable(best) {
			w.offer(o)
		}
	}
	w.notes()
	for _, o := range w.a.Beside {
		w.offer(o)
	}
	w.others()
	w.closed(w.a.Closed)
	for i := range w.a.Modules {
		w.closed(w.a.Modules[i].Closed())
	}
	if len(w.a.Modules) > 0 {
		w.line("plain.check", "date", w.a.AsOf)
	}
}

// project writes what came of looking for money for what is planned, a line for each programme.
func (w writer) project() {
	plan := w.words.Project()
	if plan == nil {
		return
	}
	w.text(plan.Lead)
	for _, x := range plan.Programmes {
		w.line("plain.programme", "text", x.Text)
	}
	for _, text := range []string{plan.First, plan.Stage} {
		if text != "" {
			w.text(text)
		}
	}
}

// Among writes where the company stands among others; nothing for nil.
func Among(out io.Writer, s *benchmark.Standing, p *i18n.Printer) {
	if s == nil {
		return
	}
	w := writer{Writer: out, p: p}
	for _, r := range s.Reasons {
		w.line("plain.among", "text", r.In(p))
	}
}
