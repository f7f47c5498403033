package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring/offer"
)

// Plan is what came of looking for money for what the company plans, in words: what was looked at, a line for each
// programme, which one to ask about first, and why another module comes first. First and Stage may be "".
type Plan struct {
	Lead       string
	Programmes []Programme
	First      string
	Stage      string
}

// Programme says of an offer whether it fits what is planned and whether it takes applications, and whom to ask.
type Programme struct {
	Offer *offer.OfferAdvice
	Text  string
}

// Project is what came of looking for money for what the company plans, or nil where there is nothing to say.
func (w Words) Project() *Plan {
	if w.advice == nil || w.advice.Project == nil {
		return nil
	}
	p := w.advice.Project
	sum := w.T("project.own")
	switch {
	case p.Planned > 0:
		sum = w.T("project.own-sum", "sum", w.Euro(p.Planned))
	case p.Band != nil:
		sum = w.T("project.own-sum", "sum", p.Band)
	}
	out := &Plan{Lead: w.T(either(len(p.Open()) > 0, "project.open", "project.none"), "project", sum), First: w.firstAsked(p)}
	for i := range p.Offers {
		out.Programmes = append(out.Programmes, Programme{&p.Offers[i], w.programme(&p.Offers[i])})
	}
	if p.From > 0 {
		out.Stage = w.T("project.stage", "n", p.From, "m", w.r.Stage.Level)
	}
	return out
}

// plan is what came of looking for money for what is planned; nil for an audience that does not see the plan.
func (b *builder) plan() *Plan {
	for _, field := range []string{questionnaire.FieldProject, offer.FieldVolume, fieldKind} {
		if !b.audience.HasField(field) {
			return nil
		}
	}
	return b.Project()
}

// projectText is the plan as a section of its own.
func (b *builder) projectText() []Block {
	plan := b.plan()
	if plan == nil {
		return nil
	}
	var lines Items
	for _, x := range plan.Programmes {
		lines.Texts = append(lines.Texts, x.Text)
	}
	blocks := []Block{Paragraph{Text: plan.Lead}, lines}
	for _, text := range filled(plan.First, plan.Stage) {
		blocks = append(blocks, Paragraph{Text: text})
	}
	return []Block{Section{Title: b.T("report.project"), Blocks: blocks}}
}

// projectFact says which programme to ask about first for what is planned, where another module is recommended.
func (b *builder) projectFact() Facts {
	if plan := b.plan(); plan != nil && plan.First != "" {
		return Facts{{Name: b.T("report.project"), Text: plan.First}}
	}
	return nil
}

// firstAsked says which programme to ask about first for what is planned, whom, and that nothing is to be ordered before.
func (w Words) firstAsked(p *offer.Project) string {
	first := p.First()
	if first == nil {
		return ""
	}
	text := w.T("project.first", "name", first.Offer.Name, "who", w.Reach(first.Offer))
	if ahead := p.Ahead(); ahead.Binding() {
		text += " " + w.T("project.ahead-"+ahead.String())
	}
	return text
}

// programme is an offer for what is planned, on one line.
func (w Words) programme(o *offer.OfferAdvice) string {
	text := w.T("project.offer", "name", o.Offer.Name, "fit", w.fit(o)) + " " + w.T("project.status-"+o.Status.String())
	if until := w.Until(o.Offer); until != "" {
		text += " " + until + "."
	}
	if o.Eligible == offer.No && (o.Nearest == nil || len(o.Nearest.Never) > 0) {
		return text
	}
	return text + " " + w.T("project.ask", "who", w.Reach(o.Offer))
}

// fit is whether an offer fits what is planned, with what is against it or to be settled.
func (w Words) fit(o *offer.OfferAdvice) string {
	open := w.Unsettled(o)
	switch {
	case o.Eligible == offer.No && o.Nearest != nil:
		return w.T("project.fits-not", "why", uncapital(strings.TrimSuffix(o.Nearest.In(w.Printer), ".")))
	case o.Eligible == offer.No:
		return w.T("project.fits-none")
	case open != "":
		return w.T("project.fits-perhaps", "list", open)
	}
	return w.T("project.fits")
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
	return strings.Join(out, "; ")
}

// uncapital is a text with a small first letter.
func uncapital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[n:]
}
