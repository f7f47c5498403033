package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"digitalkompass/questionnaire"
	"digitalkompass/report/json"
)

func (a *app) bankCommand() *cobra.Command {
	c := a.group("bank")
	for _, sub := range []struct {
		key, use string
		max      int
		run      func(string) error
	}{
		{"bank-list", "list", 0, func(string) error { return a.bankList() }},
		{"bank-show", "show [{bank}]", 1, a.bankShow},
		{"bank-schema", "schema [{schema}]", 1, a.bankSchema},
	} {
		s := a.command(sub.key, sub.use, func(_ *cobra.Command, args []string) error {
			return sub.run(strings.Join(args, ""))
		})
		s.Args = cobra.MaximumNArgs(sub.max)
		c.AddCommand(s)
	}
	c.AddCommand(a.lintCommand(), a.trialCommand())
	return c
}

func (a *app) bankList() error {
	for _, id := range shippedIDs() {
		b, err := a.bank(id)
		if err != nil {
			return err
		}
		fmt.Fprintf(a.env.Out, "%s %s: %s (%s)\n", b.About.ID, b.About.Version, clean(a.p.Text(b.About.Title)), a.aboutBank(b))
	}
	return nil
}

// aboutBank are a bank's languages, its minutes and where its rules come from.
func (a *app) aboutBank(b *questionnaire.Bank) string {
	var langs []string
	for _, l := range b.About.Languages {
		langs = append(langs, string(l))
	}
	return strings.Join([]string{strings.Join(langs, " "), a.minutes(b.Times()), a.p.T("evidence." + b.About.Evidence.String())}, ", ")
}

// minutes are how long a bank takes: on the quick and on the full path, where they differ.
func (a *app) minutes(m map[questionnaire.Path]int) string {
	quick, full := m[questionnaire.Quick], m[questionnaire.Full]
	if quick == full {
		return a.p.T("head.minutes", "n", full)
	}
	return a.p.T("bank.minutes", "a", quick, "b", full)
}

func (a *app) bankShow(name string) error {
	b, err := a.bank(name)
	if err != nil {
		return err
	}
	w := a.env.Out
	fmt.Fprintf(w, "%s\n%s %s, %s, %s, %s\n", clean(a.p.Text(b.About.Title)), b.About.ID, b.About.Version, a.p.Date(b.About.Date), clean(b.About.Licence), clean(b.About.Author))
	for _, d := range b.Dimensions {
		fmt.Fprintf(w, "\n%s\n", clean(a.p.Text(d.Title)))
		for _, q := range d.Questions {
			marks := []string{a.p.T("kind." + q.Kind.String())}
			if q.Asking.Quick {
				marks = append(marks, a.p.T("show.quick"))
			}
			if !q.Scored() {
				marks = append(marks, a.p.T("show.unscored"))
			}
			fmt.Fprintf(w, "  %s (%s)\n", clean(a.p.Text(q.Wording.Text)), strings.Join(marks, ", "))
		}
	}
	return nil
}

func (a *app) bankSchema(name string) error {
	names := append(questionnaire.SchemaNames(), "result")
	slices.Sort(names)
	if name == "" {
		fmt.Fprintln(a.env.Out, strings.Join(names, "\n"))
		return nil
	}
	text, ok := questionnaire.Schema(name)
	if name == "result" {
		text, ok = json.Schema(), true
	}
	if !ok {
		return a.unknown("usage.schema", name, names)
	}
	_, err := a.env.Out.Write(text)
	return err
}
