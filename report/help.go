package report

import (
	"slices"
	"strings"

	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// helper is an offer that helps with a step, with what the step's measure calls it: the module that it fills, or its own name.
type helper struct {
	name string
	*offer.OfferAdvice
}

// helpers are the offers that help with a step, best first: those that its measure names, and of a module that it names the
// one that can be used and comes first. What has ended or stays closed to the company helps nobody; what is closed to the
// project that it plans may still help with a measure. Those that end before the step's time begins come last.
func (b *builder) helpers(s scoring.Step) []helper {
	var out []helper
	for _, id := range s.Measure.Helps {
		var all []helper
		if mod := b.moduleAdvice(id); mod != nil {
			for i := range mod.Offers {
				all = append(all, helper{b.Text(mod.Module.Title), &mod.Offers[i]})
			}
		} else if o := b.judged(id); o != nil {
			all = []helper{{b.Text(o.Offer.Name), o}}
		}
		slices.SortStableFunc(all, func(x, y helper) int { return int(x.Status - y.Status) })
		all = b.lasting(slices.DeleteFunc(all, func(h helper) bool { return !helps(h.OfferAdvice) }), b.from(s.Begin))
		if len(all) > 0 && !slices.ContainsFunc(out, func(h helper) bool { return h.OfferAdvice == all[0].OfferAdvice }) {
			out = append(out, all[0])
		}
	}
	return b.lasting(out, b.from(s.Begin))
}

// helps says whether an offer may help with a measure.
func helps(o *offer.OfferAdvice) bool {
	return o.Status != offer.StatusEnded && (o.Eligible != offer.No || o.Nearest != nil && len(o.Nearest.Never) == 0)
}

// lasting are offers in their order, those that can be used but end before a day after the others that can, and the rest
// last.
func (b *builder) lasting(all []helper, day source.Day) []helper {
	rank := func(h helper) int {
		switch {
		case possible(h.OfferAdvice) && !endsBefore(h.Offer, day):
			return 0
		case possible(h.OfferAdvice):
			return 1
		}
		return 2
	}
	slices.SortStableFunc(all, func(x, y helper) int { return rank(x) - rank(y) })
	return all
}

// ordered is the same for offers beside the first step.
func (b *builder) ordered(all []offer.OfferAdvice) []offer.OfferAdvice {
	var at []helper
	for i := range all {
		at = append(at, helper{OfferAdvice: &all[i]})
	}
	var out []offer.OfferAdvice
	for _, h := range b.lasting(at, b.firstDay()) {
		out = append(out, *h.OfferAdvice)
	}
	return out
}

// endsBefore says whether an offer's last day lies before a day.
func endsBefore(o *offer.Offer, day source.Day) bool {
	return !o.Validity.Until.IsZero() && o.Validity.Until.Before(day)
}

// firstDay is the day from which on the first step is to be done; no date without steps.
func (b *builder) firstDay() source.Day {
	if len(b.r.NextSteps) == 0 {
		return source.Day{}
	}
	return b.from(b.r.NextSteps[0].Begin)
}

// ends says of an offer that may be used that its last day lies before that of the first step; "" of any other.
func (b *builder) ends(o *offer.OfferAdvice) string {
	day := b.firstDay()
	if day.IsZero() || !possible(o) || !endsBefore(o.Offer, day) {
		return ""
	}
	return b.T("report.ends-before", "date", b.lastDay(o.Offer), "day", day)
}

// lastDay is an offer's last day, with what it rests on where that is no official source.
func (b *builder) lastDay(o *offer.Offer) string {
	if o.Validity.UntilSure {
		return b.Date(o.Validity.Until)
	}
	return b.T("report.day-unofficial", "date", o.Validity.Until)
}

func (w Words) moduleAdvice(id string) *offer.ModuleAdvice {
	for i := range w.advice.Modules {
		if m := &w.advice.Modules[i]; m.Module.ID == id {
			return m
		}
	}
	return nil
}

// judged is an offer as it was judged for the company, or nil.
func (w Words) judged(id string) *offer.OfferAdvice {
	for i := range w.advice.Modules {
		for k := range w.advice.Modules[i].Offers {
			if o := &w.advice.Modules[i].Offers[k]; o.Offer.ID == id {
				return o
			}
		}
	}
	for i := range w.advice.Beside {
		if o := &w.advice.Beside[i]; o.Offer.ID == id {
			return o
		}
	}
	return nil
}

// ahead says which of the offers that help with a step has to be applied for before it begins, and that the first of them
// ends before the step begins; "" for neither. help is what is named beside it, and is not named twice.
func (b *builder) ahead(s scoring.Step, help string) string {
	all, day := b.helpers(s), b.from(s.Begin)
	if len(all) == 0 {
		return ""
	}
	var ends, before string
	if endsBefore(all[0].Offer, day) {
		ends = b.T("report.help-ends", "offer", all[0].Offer.Name, "date", b.lastDay(all[0].Offer))
	}
	if first := b.firstAhead(all, day); first != nil {
		kind, name := first.Apply.Ahead.String(), b.Text(first.Name)
		before = b.T("report.ahead-" + kind + "-it")
		if name != help {
			before = b.T("report.ahead-"+kind, "offer", name)
		}
	}
	return strings.Join(filled(ends, before), " ")
}

// firstAhead is the offer that has to be applied for before a step begins: one that can be used when the step begins, else one
// that ends before; of what is closed to the company it is only the one that is named as help. Nil for none.
func (b *builder) firstAhead(all []helper, day source.Day) *offer.Offer {
	for _, ending := range []bool{false, true} {
		for _, kind := range []offer.Ahead{offer.AheadMust, offer.AheadCaution} {
			for i, h := range all {
				if h.Offer.Apply.Ahead == kind && endsBefore(h.Offer, day) == ending && (i == 0 || possible(h.OfferAdvice)) {
					return h.Offer
				}
			}
		}
	}
	return nil
}

// helpReach is who helps with a step and how to get at them; the words for own work where nobody does.
func (b *builder) helpReach(s scoring.Step) string {
	all := b.helpers(s)
	if len(all) == 0 {
		return b.T("report.own-work")
	}
	name, at := b.Text(all[0].Offer.Name), b.Reach(all[0].Offer)
	if at == name {
		return strings.Join(filled(at+".", b.ahead(s, name)), " ")
	}
	return strings.Join(filled(name+": "+strings.TrimPrefix(at, name+", ")+".", b.ahead(s, name)), " ")
}

// Reach is how to get at who runs an offer: name, telephone, address in the web. Where no source says, it is where to
// apply, else the words for not documented.
func (w Words) Reach(o *offer.Offer) string {
	at, where := o.Operator, w.Text(o.Apply.Where.Text)
	name := w.Text(at.Name)
	switch {
	case at.Phone != "" || at.Web != "":
		return strings.Join(filled(name, at.Phone, at.Web), ", ")
	case where == "":
		return strings.Join(filled(name, w.T("offer.contact-unknown")), ", ")
	case name == "":
		return where
	}
	return name
}

// Evidence names the kinds of an offer's sources with the dates that they bear.
func (w Words) Evidence(o *offer.Offer) string {
	var kinds []string
	dates := map[string][]string{}
	for _, s := range o.Sources {
		kind, date := w.T("source."+s.Kind.String()), w.Text(s.Date)
		if date == "" {
			date = w.T("source.undated")
		}
		if dates[kind] == nil {
			kinds = append(kinds, kind)
		}
		if !slices.Contains(dates[kind], date) {
			dates[kind] = append(dates[kind], date)
		}
	}
	for i, k := range kinds {
		kinds[i] = k + " (" + strings.Join(dates[k], ", ") + ")"
	}
	return strings.Join(kinds, ", ")
}

// Terms are what has to be known before anybody counts on an offer, each in words: its last day, and when to apply. Where
// no source says, it is nothing.
func (w Words) Terms(o *offer.Offer) []string {
	out := filled(w.Until(o))
	if o.Apply.Ahead.Binding() {
		out = append(out, w.T("offer.ahead")+": "+w.T("offer.ahead."+o.Apply.Ahead.String()))
	}
	return out
}

// Until is an offer's last day in words, "" for none.
func (w Words) Until(o *offer.Offer) string {
	if o.Validity.Until.IsZero() {
		return ""
	}
	return w.T(either(o.Validity.UntilSure, "offer.until", "offer.until-unofficial"), "date", o.Validity.Until)
}

// Condition is a condition in words, with what is missing where that is why it is not settled.
func (w Words) Condition(c offer.Check) string {
	text := w.Text(c.Text)
	if lacks := c.Lacks.In(w.Printer); lacks != "" {
		text += " " + w.T("offer.lacks", "list", lacks)
	}
	return text
}
