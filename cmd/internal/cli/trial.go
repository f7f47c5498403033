package cli

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// departure is where a worked example's result is not the expected one. Scores are exact; a dash stands for none.
type departure struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Case     string `json:"case"`
	What     string `json:"what"`
	Expected string `json:"expected"`
	Got      string `json:"got"`
}

func (a *app) trialCommand() *cobra.Command {
	c := a.command("bank-test", "test [{bank}]", func(_ *cobra.Command, args []string) error {
		return a.bankTest(strings.Join(args, ""))
	})
	c.Args = cobra.MaximumNArgs(1)
	a.flags(c.Flags(), "format")
	return c
}

func (a *app) bankTest(name string) error {
	if f := a.opts.format; f != "" && f != "text" && f != "json" {
		return a.unknown("usage.format", f, []string{"text", "json"})
	}
	b, err := a.bank(name)
	if err != nil {
		return err
	}
	c, err := a.catalogue(b)
	if err != nil {
		return err
	}
	found, failed := departures(b, c), 0
	last := ""
	for _, d := range found {
		if d.Case != last {
			failed++
		}
		last = d.Case
	}
	if a.opts.format == "json" {
		enc := json.NewEncoder(a.env.Out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(found); err != nil {
			return err
		}
	} else {
		a.printDepartures(a.bankFolder(name), found)
		fmt.Fprintln(a.env.Out, a.p.T("test.done", "n", len(b.Examples()), "k", failed))
	}
	if failed > 0 {
		return &statusError{status: exitInput}
	}
	return nil
}

// departures runs all worked examples of a bank.
func departures(b *questionnaire.Bank, c *offer.Catalogue) []departure {
	out := []departure{}
	e := scoring.Compile(b)
	for _, x := range b.Examples() {
		r := e.Evaluate(x.Assessment)
		diffs := scoring.Compare(x, r)
		if want, got := x.Expected.Module, offer.RuleFor(c, r).First; want != "" && want != got && len(c.Rules) > 0 {
			diffs = append(diffs, scoring.Difference{What: "module", Want: want, Got: got})
		}
		for _, d := range diffs {
			out = append(out, departure{x.Pos.File, x.Pos.Line, x.ID, d.What, d.Want, d.Got})
		}
	}
	return out
}

// printDepartures writes them as a table for each file: a line for each worked example, and below it what differs.
func (a *app) printDepartures(folder string, all []departure) {
	if len(all) == 0 {
		return
	}
	rows := [][]string{{a.p.T("test.what"), a.p.T("test.expected"), a.p.T("test.got")}}
	for _, d := range all {
		rows = append(rows, []string{clean(d.What), clean(d.Expected), clean(d.Got)})
	}
	t, last := newTable("  ", rows), departure{}
	for i, d := range all {
		if d.File != last.File {
			fmt.Fprintln(a.env.Out, clean(filepath.Join(folder, d.File)))
			t.write(a.env.Out, rows[0])
		}
		if d.File != last.File || d.Case != last.Case {
			fmt.Fprintln(a.env.Out, clean(a.p.T("test.case", "line", d.Line, "name", d.Case)))
		}
		t.write(a.env.Out, rows[i+1])
		last = d
	}
}
