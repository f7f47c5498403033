package plain

import (
	"strings"

	"digitalkompass/scoring/offer"
)

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

func (w writer) offer(key string, o offer.OfferAdvice) {
	kind := ""
	if o.Case != "" {
		kind = w.p.T("beside." + o.Case)
	}
	w.line(key, "name", o.Offer.Name, "status", o.Offer.Validity.Text, "case", kind)
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
