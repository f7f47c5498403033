package report

import (
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring/offer"
)

// helpers are the offers that help with a measure, best first: those that it names, and of a module that it names the
// one that the module is known by. What has ended or stays closed to the company helps nobody; what is closed to the
// project that it plans may still help with a measure.
func (w Words) helpers(m *questionnaire.Measure) []*offer.OfferAdvice {
	var out []*offer.OfferAdvice
	for _, id := range m.Helps {
		o := w.judged(id)
		if mod := w.moduleAdvice(id); mod != nil {
			if o = w.judged(id); o == nil || o.Status == offer.StatusEnded {
				o = mod.Best()
			}
		}
		if o != nil && o.Status != offer.StatusEnded && (o.Eligible != offer.No || o.Nearest != nil && len(o.Nearest.Never) == 0) {
			out = append(out, o)
		}
	}
	return out
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

// ahead says which of the offers that help with a measure has to be applied for before it begins; "" for none. help is
// what is named beside it, and is not named twice.
func (w Words) ahead(m *questionnaire.Measure, help string) string {
	all := w.helpers(m)
	for _, kind := range []offer.Ahead{offer.AheadMust, offer.AheadCaution} {
		for _, o := range all {
			if o.Offer.Apply.Ahead != kind {
				continue
			}
			if name := w.Text(o.Offer.Name); name != help {
				return w.T("report.ahead-"+kind.String(), "offer", name)
			}
			return w.T("report.ahead-" + kind.String() + "-it")
		}
	}
	return ""
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
	var out []string
	if until := o.Validity.Until; !until.IsZero() {
		out = append(out, w.T(either(o.Validity.UntilSure, "offer.until", "offer.until-unofficial"), "date", until))
	}
	if o.Apply.Ahead.Binding() {
		out = append(out, w.T("offer.ahead")+": "+w.T("offer.ahead."+o.Apply.Ahead.String()))
	}
	return out
}

// Condition is a condition in words, with what is missing where that is why it is not settled.
func (w Words) Condition(c offer.Check) string {
	text := w.Text(c.Text)
	if lacks := c.Lacks.In(w.Printer); lacks != "" {
		text += " " + w.T("offer.lacks", "list", lacks)
	}
	return text
}
