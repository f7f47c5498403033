package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring/offer"
)

func (a *app) offersCommand() *cobra.Command {
	c := a.group("offers")
	for _, sub := range []struct {
		key, use string
		n        int
		run      func(*offer.Catalogue, source.Day, []string) error
	}{
		{"offers-list", "list", 0, a.offersList},
		{"offers-show", "show {offer}", 1, a.offersShow},
		{"offers-check", "check", 0, a.offersCheck},
	} {
		s := a.command(sub.key, sub.use, func(_ *cobra.Command, args []string) error {
			b, err := a.bank("")
			if err != nil {
				return err
			}
			cat, err := a.catalogue(b)
			if err != nil {
				return err
			}
			day, err := a.day()
			if err != nil {
				return err
			}
			return sub.run(cat, day, args)
		})
		s.Args = cobra.ExactArgs(sub.n)
		a.flags(s.Flags(), "on")
		c.AddCommand(s)
	}
	return c
}

func (a *app) offersList(c *offer.Catalogue, day source.Day, _ []string) error {
	for _, o := range c.Offers {
		fmt.Fprintf(a.env.Out, "%s: %s, %s\n", o.ID, a.p.Text(o.Name), a.p.T("offer.status."+o.StatusOn(day).String()))
	}
	return nil
}

func (a *app) offersShow(c *offer.Catalogue, day source.Day, args []string) error {
	o := c.Offer(args[0])
	if o == nil {
		var known []string
		for _, x := range c.Offers {
			known = append(known, x.ID)
		}
		return a.unknown("usage.offer", args[0], known)
	}
	w, p := a.env.Out, a.p
	fmt.Fprintf(w, "%s\n%s\n\n", p.Text(o.Name), p.Text(o.Summary))
	line := func(key, text string) {
		if text == "" {
			text = p.T("word.none")
		}
		fmt.Fprintf(w, "%s: %s\n", p.T(key), text)
	}
	line("offer.status", p.T("offer.status."+o.StatusOn(day).String())+". "+p.Text(o.Validity.Text))
	line("offer.as-of", p.Date(o.Validity.AsOf))
	line("offer.operator", p.Text(o.Operator.Name))
	line("offer.contact", strings.Join(filled(o.Operator.Address, o.Operator.Phone, o.Operator.Web), ", "))
	for _, t := range o.Terms {
		fmt.Fprintf(w, "%s: %s\n", p.Text(t.Name), p.Text(t.Text))
	}
	line("offer.ahead", p.T("offer.ahead."+o.Apply.Ahead.String()))
	line("offer.where", p.Text(o.Apply.Where.Text))
	var papers []string
	for _, c := range o.Apply.Papers {
		papers = append(papers, p.Text(c.Text))
	}
	line("offer.papers", strings.Join(papers, "; "))
	for i, b := range o.Apply.Before {
		fmt.Fprintf(w, "%d. %s\n", i+1, p.Text(b))
	}
	fmt.Fprintf(w, "\n%s\n", p.T("offer.sources"))
	for _, s := range o.Sources {
		date := p.Text(s.Date)
		if date == "" {
			date = p.T("source.undated")
		}
		fmt.Fprintf(w, "- %s (%s, %s)\n", p.Text(s.Ref), p.T("source."+s.Kind.String()), date)
	}
	return nil
}

func filled(parts ...string) []string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func (a *app) offersCheck(c *offer.Catalogue, day source.Day, _ []string) error {
	findings := offer.Review(c, day)
	for _, f := range findings {
		fmt.Fprintf(a.env.Out, "%s: %s\n", f.Offer.ID, a.p.Message("offers.check.", f.Message))
	}
	fmt.Fprintln(a.env.Out, a.p.T("offers.checked", "n", len(c.Offers), "k", len(findings), "date", day))
	return nil
}
