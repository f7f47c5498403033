package plain

import (
	"io"
	"slices"
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// Module writes the module with all that belongs to it.
func Module(out io.Writer, r *scoring.Result, a *offer.Advice, p *i18n.Printer) {
	w := newWriter(out, r, a, p)
	w.full = true
	w.Module()
}

// ShortModule writes what counts of the module: what to heed, its name, its offers by name and whether they are open, and
// the words that tell more. Where the bank has none, it says so.
func ShortModule(out io.Writer, r *scoring.Result, a *offer.Advice, p *i18n.Printer) {
	w := newWriter(out, r, a, p)
	if len(r.Bank.Modules) == 0 {
		w.line("plain.no-modules")
		return
	}
	w.notes()
	if best := a.Best(); best != nil {
		w.line("plain.module", "name", best.Module.Title)
	} else {
		w.line("reason.no-module")
	}
	if plan := w.words.Project(); plan != nil && plan.First != "" {
		w.text(plan.First)
	}
	var kinds []string
	named := map[string][]string{}
	words := []string{p.T("plain.word-module") + " " + p.T("plain.word-all")}
	all := usable(a.Best())
	for i, o := range offers(a) {
		kind := w.kind(o, len(all))
		if !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
		named[kind] = append(named[kind], p.Text(o.Offer.Name)+", "+p.T("offer.status."+o.Status.String()))
		if i == 0 {
			first, _, _ := strings.Cut(p.Text(o.Offer.Name), " ")
			words = append([]string{p.T("plain.word-module") + " " + strings.TrimRight(first, ":,")}, words...)
		}
	}
	for _, kind := range kinds {
		w.line("plain.offers", "kind", kind, "list", strings.Join(named[kind], "; "))
	}
	w.more(p.T("plain.check", "date", a.AsOf), strings.Join(words, ", "))
}

// kind is what one or several offers are for: the module, or a special case.
func (w writer) kind(o offer.OfferAdvice, n int) string {
	if o.Case != "" {
		return w.p.T("beside." + o.Case)
	}
	return w.p.T("plain.kind", "n", n)
}

// offers are those that a module is told with, its own first.
func offers(a *offer.Advice) []offer.OfferAdvice {
	return append(usable(a.Best()), a.Beside...)
}

// usable are the offers of a module that have not ended and are not closed to the company; none for nil.
func usable(m *offer.ModuleAdvice) []offer.OfferAdvice {
	if m == nil {
		return nil
	}
	var out []offer.OfferAdvice
	for _, o := range m.Offers {
		if o.Status != offer.StatusEnded && o.Eligible != offer.No {
			out = append(out, o)
		}
	}
	return out
}

// Offer writes the offers that fit by what they are for and their name, with what they are, whom to ask and which conditions are met; false for none.
func Offer(out io.Writer, r *scoring.Result, a *offer.Advice, p *i18n.Printer, fits func(name string) bool) bool {
	w := newWriter(out, r, a, p)
	w.full = true
	found := false
	for _, o := range offers(a) {
		if fits(w.kind(o, 1) + " " + p.Text(o.Offer.Name)) {
			w.offer(o)
			found = true
		}
	}
	if found {
		w.line("plain.check", "date", a.AsOf)
	}
	return found
}

// others are the modules that are not recommended, each with why not.
func (w writer) others() {
	for _, m := range w.a.Modules {
		if m.Recommended || len(m.Against) == 0 {
			continue
		}
		w.line("plain.other", "name", m.Module.Title, "text", m.Against[0].In(w.p))
	}
}

// closed says of offers that are closed to the company what would open them, or never will.
func (w writer) closed(offers []offer.OfferAdvice) {
	for _, o := range offers {
		for _, r := range o.Reasons {
			w.line("plain.closed", "text", r.In(w.p))
		}
	}
}

func (w writer) offer(o offer.OfferAdvice) {
	w.line("plain.offer", "kind", w.kind(o, 1), "name", o.Offer.Name, "status", o.Offer.Validity.Text)
	if w.full {
		w.about(o)
	}
	if terms := w.words.Terms(o.Offer); len(terms) > 0 {
		w.text(strings.Join(terms, ". ") + ".")
	}
	if e := o.Estimate; e != nil && e.Known {
		key := "plain.estimate"
		if o.Status != offer.StatusOpen {
			key = "plain.estimate-if"
		}
		w.line(key, "name", o.Offer.Name, "x", w.p.Euro(e.UpTo))
	}
}

// about says what an offer is, whom to ask, and which of its conditions are met, not met or not settled for want of what.
func (w writer) about(o offer.OfferAdvice) {
	w.text(w.p.Text(o.Offer.Summary))
	w.line("plain.contact", "text", w.words.Reach(o.Offer))
	for _, v := range []struct {
		verdict offer.Verdict
		key     string
	}{{offer.Yes, "plain.met"}, {offer.No, "plain.unmet"}} {
		var texts []string
		for _, c := range o.Checks {
			if c.Verdict == v.verdict {
				texts = append(texts, w.p.Text(c.Text))
			}
		}
		if len(texts) > 0 {
			w.line(v.key, "list", strings.Join(texts, "; "))
		}
	}
	for _, c := range o.Checks {
		if c.Verdict == offer.Unknown {
			w.unsettled(c)
		}
	}
}

// unsettled is a condition that is not settled, with what is missing for it.
func (w writer) unsettled(c offer.Check) {
	text := w.p.T("plain.unsettled", "text", c.Text)
	if lacks := c.Lacks.In(w.p); lacks != "" {
		text += " " + w.p.T("report.missing", "field", lacks) + "."
	}
	w.text(text)
}
