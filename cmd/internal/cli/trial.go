package cli

import (
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

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
		a.printDepartures(found)
		fmt.Fprintln(a.env.Out, a.p.T("test.done", "n", len(b.Cases), "k", failed))
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
	for _, x := range b.Cases {
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

// printDepartures writes them as a table.
func (a *app) printDepartures(all []departure) {
	if len(all) == 0 {
		return
	}
	w := tabwriter.NewWriter(a.env.Out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, strings.Join([]string{a.p.T("test.place"), a.p.T("test.case"), a.p.T("test.what"), a.p.T("test.expected"), a.p.T("test.got")}, "\t"))
	for _, d := range all {
		fmt.Fprintf(w, "%s:%d\t%s\t%s\t%s\t%s\n", d.File, d.Line, clean(d.Case), clean(d.What), clean(d.Expected), clean(d.Got))
	}
	_ = w.Flush() // what could not be written ends with status 1, see faithful
}
