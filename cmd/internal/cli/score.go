package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"digitalkompass/cmd/internal/plain"
	"digitalkompass/report"
	"digitalkompass/report/json"
)

func (a *app) scoreCommand() *cobra.Command {
	c := a.command("score", "score FILE…", func(_ *cobra.Command, files []string) error { return a.score(files) })
	c.Args = cobra.MinimumNArgs(1)
	a.flags(c.Flags(), "format", "on", "bank")
	return c
}

func (a *app) score(files []string) error {
	if f := a.opts.format; f != "" && f != "text" && f != "json" {
		return a.fail(exitUsage, "usage.format", "x", f, "list", "text, json")
	}
	o, err := a.office(a.opts.bank)
	if err != nil {
		return err
	}
	for i, file := range files {
		got, err := a.assessment(file, o.bank)
		if err != nil {
			return err
		}
		r, advice := o.Evaluate(got)
		if a.opts.format == "json" {
			if err := json.Write(a.env.Out, report.NewRecord(r, advice, a.p)); err != nil {
				return err
			}
			continue
		}
		if i > 0 {
			fmt.Fprintln(a.env.Out)
		}
		if len(files) > 1 {
			fmt.Fprintln(a.env.Out, file)
		}
		plain.Result(a.env.Out, r, advice, a.p)
	}
	return nil
}
