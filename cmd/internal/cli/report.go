package cli

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"digitalkompass/cmd/internal/session"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/csv"
	"digitalkompass/report/docx"
	"digitalkompass/report/html"
	"digitalkompass/report/json"
	"digitalkompass/report/pdf"
	"digitalkompass/report/text"
	"digitalkompass/report/xlsx"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// format is a writer by its name, which is also the ending of its files.
type format struct {
	name  string
	parts []string // that can be chosen, none where it is all or nothing
	usual []string // the parts if none was chosen
	write func(io.Writer, *made) (pages int, err error)
}

// made is what a report is written from, and what of it was asked for.
type made struct {
	*office
	r      *scoring.Result // from all answers
	advice *offer.Advice   // from what the audience sees
	parts  []string
	manner
	p *i18n.Printer // of the report's language
}

// manner says for whom a report is, by whom, and what it compares with.
type manner struct {
	audience *report.Audience          // nil for everybody
	brand    *report.Brand             // nil for none
	before   *questionnaire.Assessment // of the same company, nil without a comparison
}

// make scores an assessment and recommends, for a report in one manner. Without earlier answers of its own it compares with
// those that were the template.
func (o *office) make(a *questionnaire.Assessment, to manner, parts []string, p *i18n.Printer) *made {
	if to.before == nil {
		to.before = a.Earlier()
	}
	r := o.engine().Evaluate(a)
	return &made{o, r, offer.Recommend(o.offers(), to.audience.Seen(r), o.day), parts, to, p}
}

var formats = []format{
	{"pdf", report.PartIDs, report.PartIDs, writePDF},
	{"html", report.PartIDs, report.PartIDs, func(w io.Writer, m *made) (int, error) { return 0, html.Write(w, m.pages(), m.p) }},
	{"md", report.PartIDs, report.PartIDs, func(w io.Writer, m *made) (int, error) { return 0, text.Write(w, m.pages()) }},
	{"txt", report.PartIDs, report.PartIDs, writePlain},
	{"docx", report.PartIDs, []string{"summary", "measures", "talk"}, func(w io.Writer, m *made) (int, error) { return 0, docx.Write(w, m.pages()) }},
	{"xlsx", report.SheetIDs, report.SheetIDs, writeWorkbook},
	{"csv", report.SheetIDs, []string{"answers"}, writeTable},
	{"json", nil, nil, func(w io.Writer, m *made) (int, error) { return 0, json.Write(w, m.machine()) }},
}

func writePlain(w io.Writer, m *made) (int, error) { return 0, text.Plain(w, m.pages(), m.p) }

// errNoTable says that this result has none of the tables that were asked for, such as offers by a bank without modules.
var errNoTable = errors.New("no table")

func writeWorkbook(w io.Writer, m *made) (int, error) {
	b := m.tables()
	if len(b.Sheets) == 0 {
		return 0, errNoTable
	}
	return 0, xlsx.Write(w, b)
}

func writeTable(w io.Writer, m *made) (int, error) {
	b := m.tables()
	if len(b.Sheets) == 0 {
		return 0, errNoTable
	}
	return 0, csv.Write(w, b.Sheets[0], m.p.Lang())
}

// writePDF writes a report with what it was made from attached.
func writePDF(w io.Writer, m *made) (int, error) {
	files, err := m.files()
	if err != nil {
		return 0, err
	}
	return pdf.Write(w, m.pages(), m.p, files...)
}

func (m *made) pages() *report.Document {
	return report.Build(m.r, m.advice, m.p, Version, m.more()...).Only(m.parts)
}

func (m *made) tables() *report.Workbook {
	return report.NewWorkbook(m.r, m.advice, m.p, Version, m.more()...).Only(m.parts)
}

// more is what the report says besides: where the company stands among others, as far as its readers see who it is, and
// what became of it since earlier answers.
func (m *made) more() []report.Addition {
	more := []report.Addition{report.For(m.audience), report.Among(m.peers.Compare(m.audience.Seen(m.r))), report.By(m.brand)}
	if m.before != nil {
		more = append(more, report.Changed(m.engine().Since(m.before, m.r.Assessment)))
	}
	return more
}

// machine is the result for machines.
func (m *made) machine() report.Record {
	out := report.NewRecord(m.r, m.advice, m.p, report.For(m.audience))
	out.Benchmark = report.RecordAmong(m.peers.Compare(m.audience.Seen(m.r)), m.p)
	return out
}

func (a *app) reportCommand() *cobra.Command {
	c := a.command("report", "report {file} -o {out}", func(_ *cobra.Command, args []string) error { return a.report(args[0]) })
	c.Args = cobra.ExactArgs(1)
	a.flags(c.Flags(), "output", "format", "for", "brand", "parts", "since", "no-data", "force", "on", "bank")
	return c
}

func (a *app) report(file string) error {
	if len(a.opts.outs) == 0 {
		return a.fail(exitUsage, "usage.output")
	}
	to, how, err := a.order(a.opts.outs)
	if err != nil {
		return err
	}
	o, err := a.office(a.bankOf(file))
	if err != nil {
		return err
	}
	got, err := a.assessment(file, o.bank)
	if err != nil {
		return err
	}
	if how.before, err = a.earlier(o); err != nil {
		return err
	}
	return a.write(o, got, to, how)
}

// earlier reads the answers to compare with, if there are any.
func (a *app) earlier(o *office) (*questionnaire.Assessment, error) {
	if a.opts.since == "" {
		return nil, nil
	}
	return a.assessment(a.opts.since, o.bank)
}

// target is where a report goes, and in which format.
type target struct {
	out string // "-" is standard output
	format
	chosen []string // of its parts
}

// order is what the command line asks for: where to, and in which manner.
func (a *app) order(outs []string) ([]target, manner, error) {
	var how manner
	if len(outs) > 1 && a.opts.format != "" {
		return nil, how, a.fail(exitUsage, "usage.several")
	}
	var err error
	if how.audience, err = a.audience(a.opts.audience); err != nil {
		return nil, how, err
	}
	if how.brand, err = a.brand(a.opts.brand); err != nil {
		return nil, how, err
	}
	var all []target
	for _, out := range outs {
		f, err := a.writer(out)
		if err != nil {
			return nil, how, err
		}
		all = append(all, target{out: out, format: f})
	}
	if err := a.choose(all); err != nil {
		return nil, how, err
	}
	return all, how, a.narrow(all, how.audience)
}

// choose gives every target the parts that were asked for. A part is wrong that none of them has, and so is a target
// that has none of the parts. A file of comma-separated values holds one table.
func (a *app) choose(all []target) error {
	var known []string
	for i := range all {
		t := &all[i]
		for _, id := range t.parts {
			if slices.Contains(a.opts.parts, id) {
				t.chosen = append(t.chosen, id)
			}
			if !slices.Contains(known, id) {
				known = append(known, id)
			}
		}
		if len(a.opts.parts) == 0 {
			t.chosen = t.usual
		}
	}
	for _, id := range a.opts.parts {
		if !slices.Contains(known, id) {
			return a.unknown("usage.part", id, known)
		}
	}
	for _, t := range all {
		if len(t.parts) > 0 && len(t.chosen) == 0 || len(t.parts) == 0 && len(a.opts.parts) > 0 {
			return a.fail(exitUsage, "usage.no-part", "x", t.name, "list", strings.Join(t.parts, ", "))
		}
		if t.name == "csv" && len(t.chosen) > 1 {
			return a.fail(exitUsage, "usage.one-table", "list", strings.Join(t.chosen, ", "))
		}
	}
	return nil
}

// writer is the format that --format or the ending of the file asks for.
func (a *app) writer(out string) (format, error) {
	name := a.opts.format
	if name == "" {
		name = strings.TrimPrefix(strings.ToLower(filepath.Ext(out)), ".")
	}
	var known []string
	for _, f := range formats {
		if f.name == name {
			return f, nil
		}
		known = append(known, f.name)
	}
	if out == "-" && name == "" {
		return format{}, a.fail(exitUsage, "usage.output-format", "list", strings.Join(known, ", "))
	}
	return format{}, a.unknown("usage.format", name, known)
}

// write writes a report in each format asked for. All are made before the first is written, and none is written over
// without a word.
func (a *app) write(o *office, got *questionnaire.Assessment, to []target, how manner) error {
	for _, t := range to {
		if err := a.mayWrite(t.out); err != nil {
			return err
		}
	}
	whole := o.make(got, how, nil, a.p)
	files, err := whole.each(to)
	switch {
	case errors.Is(err, errNoTable):
		return a.fail(exitInput, "cli.no-table", "list", strings.Join(a.opts.parts, ", "))
	case err != nil:
		return a.fail(exitFailed, "cli.failed", "text", err.Error())
	}
	if how.audience != nil {
		for _, m := range whole.disclosed(to) {
			fmt.Fprintln(a.env.Err, clean(a.p.Message("audience.", m)))
		}
	}
	for i, t := range to {
		if err := a.deliver(t.out, files[i].data, files[i].pages); err != nil {
			return err
		}
	}
	return nil
}

// finished is a file before it is written.
type finished struct {
	data  []byte
	pages int
}

// each makes the report for every target.
func (m *made) each(to []target) ([]finished, error) {
	out := make([]finished, len(to))
	for i, t := range to {
		one := *m
		one.parts = t.chosen
		var b bytes.Buffer
		pages, err := t.write(&b, &one)
		if err != nil {
			return nil, err
		}
		out[i] = finished{b.Bytes(), pages}
	}
	return out, nil
}

// mayWrite says whether a file may be written: one that is there already only on demand. A terminal is asked.
func (a *app) mayWrite(out string) error {
	if out == "-" || a.opts.force {
		return nil
	}
	if info, err := os.Stat(out); err != nil || !info.Mode().IsRegular() {
		return nil // a device takes anything, and what is wrong with a folder is said when it is written to
	}
	if !a.env.Terminal() {
		return a.fail(exitFailed, "cli.exists", "file", out)
	}
	fmt.Fprint(a.env.Err, a.p.T("cli.overwrite", "file", out)+" ")
	answer, _ := bufio.NewReader(a.env.In).ReadString('\n')
	if !strings.EqualFold(strings.TrimSpace(answer), a.p.T("cli.yes")) {
		return a.fail(exitFailed, "cli.left-alone", "file", out)
	}
	return nil
}

// deliver puts finished bytes where they were asked for, never a part of them.
func (a *app) deliver(out string, data []byte, pages int) error {
	if out == "-" {
		_, err := a.env.Out.Write(data)
		return err
	}
	if err := session.Write(out, data); err != nil {
		return a.saveFailed(err)
	}
	if pages > 0 {
		fmt.Fprintln(a.env.Err, a.p.T("cli.wrote-pages", "file", out, "n", pages))
	} else {
		fmt.Fprintln(a.env.Err, a.p.T("cli.wrote", "file", out))
	}
	return nil
}
