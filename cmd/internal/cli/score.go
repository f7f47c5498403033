package cli

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"digitalkompass/cmd/internal/plain"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/json"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

func (a *app) scoreCommand() *cobra.Command {
	c := a.command("score", "score {file}…", func(_ *cobra.Command, files []string) error { return a.score(files) })
	c.Args = cobra.MinimumNArgs(1)
	a.flags(c.Flags(), "format", "on", "bank")
	c.Flags().BoolVar(&a.opts.summary, "summary", false, a.p.T("flag.summary"))
	c.Flags().StringArrayVar(&a.opts.set, "set", nil, a.p.T("flag.set"))
	return c
}

// oneOf checks the format asked for.
func (a *app) oneOf(format string, known []string) error {
	if format != "" && !slices.Contains(known, format) {
		return a.unknown("usage.format", format, known)
	}
	return nil
}

func (a *app) score(files []string) error {
	switch {
	case len(files) == 1 && files[0] == streamed:
		return a.scoreStream()
	case a.opts.summary || slices.Contains(files, streamed):
		return a.fail(exitUsage, "usage.stream")
	}
	if err := a.oneOf(a.opts.format, []string{"text", "json"}); err != nil {
		return err
	}
	offices, found, err := a.assessments(files)
	if err != nil {
		return err
	}
	if len(a.opts.set) > 0 {
		if len(files) > 1 {
			return a.fail(exitUsage, "usage.set-files")
		}
		return a.whatIf(offices[0], found[0])
	}
	for i, got := range found {
		o := offices[i]
		r, advice := o.Evaluate(got)
		if a.opts.format == "json" {
			if err := json.Write(a.env.Out, o.record(r, advice, a.p)); err != nil {
				return err
			}
			continue
		}
		if i > 0 {
			fmt.Fprintln(a.env.Out)
		}
		if len(files) > 1 {
			fmt.Fprintln(a.env.Out, clean(files[i]))
		}
		plain.Result(a.env.Out, r, advice, a.p)
		plain.Among(a.env.Out, o.peers.Compare(r), a.p)
	}
	return nil
}

// record is a result for machines, with where it stands among others.
func (o *office) record(r *scoring.Result, advice *offer.Advice, p *i18n.Printer) report.Record {
	out := report.NewRecord(r, advice, p)
	out.Benchmark = report.RecordAmong(o.peers.Compare(r), p)
	return out
}

// assessments reads all files before anything is printed, and says what is wrong with each that is.
func (a *app) assessments(files []string) (offices []*office, found []*questionnaire.Assessment, err error) {
	for _, file := range files {
		o, none := a.office(a.bankOf(file))
		if none != nil {
			return nil, nil, none
		}
		got, wrong := a.assessment(file, o.bank)
		if wrong != nil {
			if err != nil {
				fmt.Fprint(a.env.Err, line(err))
			}
			err = wrong
		}
		offices, found = append(offices, o), append(found, got)
	}
	return offices, found, err
}
