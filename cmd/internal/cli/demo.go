package cli

import (
	"slices"

	"github.com/spf13/cobra"

	"digitalkompass/cmd/internal/plain"
	"digitalkompass/questionnaire"
)

func (a *app) demoCommand() *cobra.Command {
	var id string
	c := a.command("demo", "demo", func(*cobra.Command, []string) error { return a.demo(id) })
	a.flags(c.Flags(), "output", "format", "for", "brand", "parts", "no-data", "force", "on", "bank")
	c.Flags().StringVar(&id, "case", "", a.p.T("flag.case"))
	return c
}

// demo scores a sample company and writes its report: the main job without a keyboard.
func (a *app) demo(id string) error {
	o, err := a.office(a.opts.bank)
	if err != nil {
		return err
	}
	got := o.Demo()
	if id != "" {
		c := o.bank.Case(id)
		if c == nil {
			return a.unknownCase(o.bank, id)
		}
		got = c.Assessment
	}
	if got == nil {
		return a.fail(exitInput, "cli.no-cases", "name", o.bank.About.ID)
	}
	got = a.named(o.bank, got)
	outs := a.opts.outs
	if len(outs) == 0 {
		ending := "pdf"
		if a.opts.format != "" {
			ending = a.opts.format
		}
		outs, a.opts.force = []string{"digitalkompass-demo." + ending}, true // its own file, from the last time
	}
	to, how, err := a.order(outs)
	if err != nil {
		return err
	}
	if err := a.write(o, got, to, how); err != nil || slices.Contains(outs, "-") {
		return err
	}
	r, advice := o.Evaluate(got) // told last: a reader of standard output may go away after its first line
	plain.Result(a.env.Out, r, advice, a.p)
	plain.Among(a.env.Out, o.peers.Compare(r), a.p)
	return nil
}

// named gives a sample company the title of its example as its name, so that nobody takes it for a real one.
func (a *app) named(b *questionnaire.Bank, got *questionnaire.Assessment) *questionnaire.Assessment {
	for _, c := range b.Examples() {
		if c.Assessment == got && b.Question(questionnaire.FieldName) != nil {
			name := a.p.T("demo.name", "name", c.Title)
			return got.With(b.Question(questionnaire.FieldName), questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: name}})
		}
	}
	return got
}

func (a *app) unknownCase(b *questionnaire.Bank, id string) error {
	var known []string
	for _, c := range b.Examples() {
		known = append(known, c.ID)
	}
	return a.unknown("usage.case", id, known)
}
