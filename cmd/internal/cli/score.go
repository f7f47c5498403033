package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"digitalkompass/cmd/internal/plain"
	"digitalkompass/questionnaire"
	"digitalkompass/report"
	"digitalkompass/report/json"
)

func (a *app) scoreCommand() *cobra.Command {
	c := a.command("score", "score {file}…", func(_ *cobra.Command, files []string) error { return a.score(files) })
	c.Args = cobra.MinimumNArgs(1)
	a.flags(c.Flags(), "format", "on", "bank")
	return c
}

func (a *app) score(files []string) error {
	if f := a.opts.format; f != "" && f != "text" && f != "json" {
		return a.unknown("usage.format", f, []string{"text", "json"})
	}
	offices, found, err := a.assessments(files)
	if err != nil {
		return err
	}
	for i, got := range found {
		r, advice := offices[i].Evaluate(got)
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
			fmt.Fprintln(a.env.Out, clean(files[i]))
		}
		plain.Result(a.env.Out, r, advice, a.p)
	}
	return nil
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
