package wizard

import (
	"digitalkompass/scoring/offer"
)

// programme is all that is known of one offer that was looked at, and what came of it for the company. It stands in the
// place of the pane of the module until somebody goes back.
type programme struct {
	id string // of the offer; "" while none is open
	at int    // where the pointer rested in the pane
}

// programme are the paragraphs about the offer that is open.
func (m module) programme(f frame, id string) []fact {
	_, advice := f.Look.Run.Judge()
	for _, o := range advice.Judged() {
		if o.Offer.ID == id {
			return m.whole(f, &o)
		}
	}
	return nil
}

// whole is an offer with state, terms, estimate, conditions, how to apply, contact and sources.
func (m module) whole(f frame, o *offer.OfferAdvice) []fact {
	x := o.Offer
	state := f.T("mod.asof", "date", x.Validity.AsOf) + ": " + f.T("offer.status."+o.Status.String()) + ". " + f.text(x.Validity.Text)
	out := []fact{{text: f.offerName(*o), role: strong}, {text: f.text(x.Summary)}, {text: state}}
	var terms, checks, before []fact
	for _, t := range x.Terms {
		terms = append(terms, fact{text: f.text(t.Name) + ": " + f.text(t.Text)})
	}
	for _, r := range o.Reasons {
		checks = append(checks, fact{text: f.prep(r.In(f.P))})
	}
	for _, c := range o.Checks {
		checks = append(checks, m.check(f, c))
	}
	for _, b := range x.Apply.Before {
		before = append(before, fact{lead: ln("– "), text: f.text(b)})
	}
	out = append(out, headed(f, "report.terms", append(terms, m.estimate(f, o)...))...)
	out = append(out, headed(f, "report.fits", checks)...)
	out = append(out, headed(f, "offer.ahead", m.apply(f, x))...)
	out = append(out, headed(f, "mod.before", before)...)
	return append(append(out, m.contact(f, x.Operator)...), m.sources(f, x)...)
}

// apply is when and where to apply and with which papers, as far as it is documented.
func (m module) apply(f frame, o *offer.Offer) []fact {
	out := []fact{{text: f.T("offer.ahead." + o.Apply.Ahead.String())}}
	if until := f.say().Until(o); until != "" {
		out = append(out, fact{text: f.prep(until)})
	}
	if where := f.text(o.Apply.Where.Text); where != "" {
		out = append(out, fact{text: f.T("offer.where") + ": " + where})
	}
	for i, p := range o.Apply.Papers {
		if i == 0 {
			out = append(out, fact{text: f.T("offer.papers") + ":"})
		}
		out = append(out, fact{lead: ln("– "), text: f.text(p.Text)})
	}
	return out
}

// show opens an offer in the place of the pane; close goes back to where one came from.
func (s *results) show(id string) {
	s.programme = programme{id: id, at: s.at[paneModule]}
	s.at[paneModule] = 0
}

func (s *results) close() {
	if s.programme.id == "" {
		return
	}
	s.at[paneModule] = s.programme.at
	s.programme = programme{}
}

// ended are the offers of a module that are over, by their names.
func (m module) ended(f frame, a *offer.ModuleAdvice) []fact {
	over := *a
	over.Offers = nil
	for _, o := range a.Offers {
		if o.Status == offer.StatusEnded {
			over.Offers = append(over.Offers, o)
		}
	}
	return m.named(f, &over)
}

// named are all offers of a module by name and state: why none of them is a way to go stands above them.
func (m module) named(f frame, a *offer.ModuleAdvice) []fact {
	var out []fact
	for i := range a.Offers {
		out = append(out, fact{lead: ln("– "), text: f.standing(&a.Offers[i]), offer: a.Offers[i].Offer.ID})
	}
	return out
}

// project is what came of looking for money for what is planned, with the offers for it to be opened.
func (m module) project(f frame) []fact {
	plan := f.say().Project()
	if plan == nil {
		return nil
	}
	out := []fact{{text: f.T("report.project"), role: strong}, {text: f.prep(plan.Lead)}}
	for _, x := range plan.Programmes {
		out = append(out, fact{lead: ln("– "), text: f.prep(x.Text), offer: x.Offer.Offer.ID})
	}
	for _, text := range []string{plan.First, plan.Stage} {
		if text != "" {
			out = append(out, fact{text: f.prep(text)})
		}
	}
	return out
}

func (module) sources(f frame, o *offer.Offer) []fact {
	var out []fact
	for _, s := range o.Sources {
		date := f.text(s.Date)
		if date == "" {
			date = f.T("source.undated")
		}
		out = append(out, fact{lead: ln("– "), text: f.T("source."+s.Kind.String()) + ", " + date + ": " + f.text(s.Ref)})
	}
	return headed(f, "offer.sources", out)
}

// estimate is what an offer may pay for what is planned, if it pays for any.
func (module) estimate(f frame, o *offer.OfferAdvice) []fact {
	e := o.Estimate
	if e == nil {
		return nil
	}
	text := f.prep(e.Reason.In(f.P))
	if e.Known {
		text = f.T("mod.estimate", "sum", f.P.Euro(e.UpTo)) + " " + text
	}
	return []fact{{text: text}}
}
