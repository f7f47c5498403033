package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"digitalkompass/scoring/offer"
)

// Project says what came of looking for money for what the company plans, offer by offer with its reasons, and why another
// module comes first; "" where there is nothing to say.
func (w Words) Project() string {
	if w.advice == nil || w.advice.Project == nil {
		return ""
	}
	p := w.advice.Project
	var list []string
	for i := range p.Offers {
		list = append(list, w.T("project.offer", "name", p.Offers[i].Offer.Name, "why", w.standing(&p.Offers[i])))
	}
	sum := w.T("project.own")
	switch {
	case p.Planned > 0:
		sum = w.T("project.own-sum", "sum", w.Euro(p.Planned))
	case p.Band != nil:
		sum = w.T("project.own-sum", "sum", p.Band)
	}
	text := w.T(either(len(p.Open()) > 0, "project.open", "project.none"), "project", sum, "list", strings.Join(list, "; "))
	if p.From > 0 {
		text += " " + w.T("project.stage", "n", p.From, "m", w.r.Stage.Level)
	}
	if len(p.Open()) > 0 {
		text += " " + w.T("project.ask")
	}
	return text
}

// standing is whether an offer is open to the company, with what is against it or not settled.
func (w Words) standing(o *offer.OfferAdvice) string {
	if o.Eligible == offer.No && o.Nearest != nil {
		return uncapital(strings.TrimSuffix(o.Nearest.In(w.Printer), "."))
	}
	text := w.T("offer.status." + o.Status.String())
	if open := w.Unsettled(o); open != "" && o.Eligible != offer.No {
		text += ", " + w.T("project.unsettled", "list", open)
	}
	return text
}

// Unsettled are the conditions of an offer that nobody has decided, "" for none. That applications may not be accepted is
// what its status says already.
func (w Words) Unsettled(o *offer.OfferAdvice) string {
	var out []string
	for _, c := range o.Checks {
		if c.Verdict == offer.Unknown && (o.Status == offer.StatusOpen || c.Code != "accepting") {
			out = append(out, w.Text(c.Text))
		}
	}
	return strings.Join(out, ", ")
}

// uncapital is a text with a small first letter.
func uncapital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
