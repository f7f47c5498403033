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
	forms  []*form
	now    *form // that of the line before: the next one is most likely of the same
	p      *i18n.Printer
	quiet  bool // only totals are wanted
	totals Totals
}

// form is what reads, scores and writes lines of one form of the bank.
type form struct {
	bank    *questionnaire.Bank
	decoder *decoder
	scorer  *scoring.Scorer
	writer  writer
}

func (j *Job) worker() *worker {
	w := &worker{p: j.Printer(), quiet: j.Quiet, totals: newTotals(j.Forms)}
	for _, f := range j.Forms {
		w.forms = append(w.forms, &form{f.Bank, newDecoder(f.Bank), f.Engine.Scorer(), newWriter(f.Bank)})
	}
	w.now = w.forms[0]
	return w
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
	dropped := 0
	if !w.read(line) {
		var found source.Diagnostics
		a := questionnaire.Decode("", line, w.now.bank, &found)
		if a == nil {
			return w.refuse(out, n, firstError(&found))
		}
		w.now.decoder.adopt(a)
		for _, x := range found.All() {
			if x.Code == "answer-dropped" {
				dropped++
			}
		}
	}
	b := w.now.scorer.Score(&w.now.decoder.sheet)
	w.totals.add(b, dropped)
	if w.quiet {
		return out
	}
	return w.now.writer.result(out, n, w.now.decoder.ref, b, dropped)
}

// read reads a line as one of the present form or, where that fails, of the form that the line names. It is false where
// the full reader has to judge the line.
func (w *worker) read(line []byte) bool {
	if w.now.decoder.read(line) {
		return true
	}
	if len(w.forms) == 1 {
		return false
	}
	before, variant := w.now, questionnaire.FileBank(line).Variant
	w.now = w.forms[0]
	for _, f := range w.forms {
		if f.bank.About.Variant == variant {
			w.now = f
		}
	}
	return w.now != before && w.now.decoder.read(line)
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
	return w.now.writer.refusal(out, n, d.Code, d.Pos.Column, i18n.Printable(text))
}

// adopt takes over what the full reader has read.
func (d *decoder) adopt(a *questionnaire.Assessment) {
	d.sheet, d.ref = *d.index.Sheet(a), nil
	if a.Ref != "" {
		quoted, _ := json.Marshal(a.Ref) // a string cannot fail
		d.ref = quoted[1 : len(quoted)-1]
	}
}
