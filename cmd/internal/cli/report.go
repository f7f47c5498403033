package cli

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"digitalkompass/cmd/internal/session"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/json"
	"digitalkompass/report/pdf"
	"digitalkompass/report/text"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// format is a writer by its name, which is also the ending of its files.
type format struct {
	name  string
	write func(io.Writer, *office, *scoring.Result, *offer.Advice) (pages int, err error)
}

var formats = []format{
	{"pdf", func(w io.Writer, o *office, r *scoring.Result, ad *offer.Advice) (int, error) {
		return pdf.Write(w, o.document(r, ad, o.app.p), o.app.p)
	}},
	{"md", func(w io.Writer, o *office, r *scoring.Result, ad *offer.Advice) (int, error) {
		return 0, text.Write(w, o.document(r, ad, o.app.p))
	}},
	{"json", func(w io.Writer, o *office, r *scoring.Result, ad *offer.Advice) (int, error) {
		return 0, json.Write(w, o.record(r, ad, o.app.p))
	}},
}

// document is a report, with where the company stands among others.
func (o *office) document(r *scoring.Result, advice *offer.Advice, p *i18n.Printer) *report.Document {
	return report.Build(r, advice, p, Version, report.Among(o.peers.Compare(r)))
}

func (a *app) reportCommand() *cobra.Command {
	c := a.command("report", "report {file} -o {out}", func(_ *cobra.Command, args []string) error { return a.report(args[0]) })
	c.Args = cobra.ExactArgs(1)
	a.flags(c.Flags(), "output", "format", "on", "bank")
	return c
}

func (a *app) report(file string) error {
	if a.opts.out == "" {
		return a.fail(exitUsage, "usage.output")
	}
	to, err := a.writer(a.opts.out)
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
	return a.write(o, got, a.opts.out, to)
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

// write writes a report. "-" is standard output.
func (a *app) write(o *office, got *questionnaire.Assessment, out string, to format) error {
	r, advice := o.Evaluate(got)
	var b bytes.Buffer
	pages, err := to.write(&b, o, r, advice)
	if err != nil {
		return a.fail(exitFailed, "cli.failed", "text", err.Error())
	}
	return a.deliver(out, b.Bytes(), pages)
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
