package stream

import (
	"bytes"
	"encoding/json"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

// worker scores lines, one after the other.
type worker struct {
	bank    *questionnaire.Bank
	decoder *decoder
	scorer  *scoring.Scorer
	p       *i18n.Printer
	writer  writer
	quiet   bool // only totals are wanted
	totals  Totals
}

func (j *Job) worker() *worker {
	return &worker{
		bank: j.Bank, decoder: newDecoder(j.Bank), scorer: j.Engine.Scorer(), p: j.Printer(), writer: newWriter(j.Bank), quiet: j.Quiet,
		totals: newTotals(j.Bank),
	}
}

// work scores the lines of a chunk into its output.
func (w *worker) work(c *chunk) {
	c.out = c.out[:0]
	if c.long {
		c.out = w.refuse(c.out, c.first, tooLong)
		return
	}
	n := c.first
	for rest := c.data; len(rest) > 0; n++ {
		line, after, _ := bytes.Cut(rest, []byte("\n"))
		rest = after
		switch {
		case len(line) > MaxLine:
			c.out = w.refuse(c.out, n, tooLong)
		case len(bytes.TrimSpace(line)) > 0:
			c.out = w.line(c.out, n, line)
		}
	}
}

var tooLong = source.Diagnostic{Severity: source.Error, Code: "line-long", Pos: source.Pos{Line: 1, Column: 1}, Args: []any{"limit", MaxLine}}

// line scores one line.
func (w *worker) line(out []byte, n int, line []byte) []byte {
	d, dropped := w.decoder, 0
	if !d.read(line) {
		var found source.Diagnostics
		a := questionnaire.Decode("", line, w.bank, &found)
		if a == nil {
			return w.refuse(out, n, firstError(&found))
		}
		d.adopt(a)
		for _, x := range found.All() {
			if x.Code == "answer-dropped" {
				dropped++
			}
		}
	}
	b := w.scorer.Score(&d.sheet)
	w.totals.add(b, dropped)
	if w.quiet {
		return out
	}
	return w.writer.result(out, n, d.ref, b, dropped)
}

func firstError(found *source.Diagnostics) source.Diagnostic {
	for _, x := range found.All() {
		if x.Severity == source.Error {
			return x
		}
	}
	return source.Diagnostic{}
}

// refuse writes a line on what is wrong.
func (w *worker) refuse(out []byte, n int, d source.Diagnostic) []byte {
	w.totals.Lines++
	w.totals.Errors++
	if w.quiet {
		return out
	}
	f := w.p.Diagnostic(d)
	text := f.Text
	if f.Near != "" {
		text += " " + f.Near
	}
	return w.writer.refusal(out, n, d.Code, d.Pos.Column, i18n.Printable(text))
}

// adopt takes over what the full reader has read.
func (d *decoder) adopt(a *questionnaire.Assessment) {
	d.sheet, d.ref = *d.index.Sheet(a), nil
	if a.Ref != "" {
		quoted, _ := json.Marshal(a.Ref) // a string cannot fail
		d.ref = quoted[1 : len(quoted)-1]
	}
}
