package report

import (
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring/offer"
)

// module is the page of the recommended module, if the bank has any: whether it fits, what it pays, what to do first, a
// sheet for each other offer in question, and a line for each that was looked at.
func (b *builder) module() *Part {
	if len(b.bank.Modules) == 0 {
		return nil
	}
	best, plan := b.advice.Best(), b.projectText()
	head, lead := b.T("report.module-none"), b.T("reason.no-module")
	var blocks []Block
	if best != nil {
		head, lead = b.Text(best.Module.Title), b.Text(best.Module.Promise)+" "+b.Text(best.Module.For)
		blocks = append(blocks, Section{Title: b.T("report.why"), Blocks: b.reasons(best.Reasons)})
		blocks = append(blocks, plan...)
		if len(b.advice.Notes) > 0 {
			blocks = append(blocks, Section{Title: b.T("report.mind"), Blocks: b.reasons(b.advice.Notes)})
		}
		blocks = append(blocks, b.offerBlocks(*best.Best())...)
		rest := b.others(best)
		blocks = append(blocks, b.offerSheets(b.T(either(len(rest) > 1, "report.alternatives", "report.alternative")), rest)...)
	} else {
		blocks = append(blocks, plan...)
	}
	for _, kind := range offer.Cases() {
		blocks = append(blocks, b.offerSheets(b.T("beside."+kind), b.ordered(b.advice.Of(kind)))...)
	}
	if s := b.considered(); s != nil {
		blocks = append(blocks, *s)
	}
	return b.part("module", head, lead, blocks...)
}

func (b *builder) reasons(rs []offer.Reason) []Block {
	var out []Block
	for _, r := range rs {
		out = append(out, Paragraph{Text: b.Reason(r)})
	}
	return out
}

// offerBlocks is an offer with its state, terms, eligibility, estimate and checklist.
func (b *builder) offerBlocks(o offer.OfferAdvice) []Block {
	x := o.Offer
	head := []Block{Statement{Status: statusOf(&o), Strong: true, Text: b.state(&o)}, Paragraph{Text: b.Text(x.Summary)}, append(b.contact(x), b.application(x)...)}
	blocks := []Block{Section{Title: b.Text(x.Name), Blocks: head}}
	if len(x.Terms) > 0 {
		var facts Facts
		for _, t := range x.Terms {
			facts = append(facts, Fact{Name: b.Text(t.Name), Text: b.Text(t.Text)})
		}
		blocks = append(blocks, Section{Title: b.T("report.terms"), Blocks: []Block{facts}})
	}
	if len(o.Checks) > 0 {
		blocks = append(blocks, Section{Title: b.T("report.fits"), Blocks: b.checks(o.Checks)})
	}
	if s := b.money(o); s != nil {
		blocks = append(blocks, s)
	}
	if len(x.Apply.Before) > 0 {
		items := Items{Boxes: true}
		for _, t := range x.Apply.Before {
			items.Texts = append(items.Texts, b.Text(t))
		}
		blocks = append(blocks, Section{Title: b.T("report.before"), Blocks: []Block{items}})
	}
	return blocks
}

// state is whether an offer takes applications, in words, and that it ends before the first step begins.
func (b *builder) state(o *offer.OfferAdvice) string {
	return strings.Join(filled(b.Text(o.Offer.Validity.Text), b.ends(o)), " ")
}

func (b *builder) contact(o *offer.Offer) Facts {
	or := func(s, none string) string {
		if s == "" {
			return b.T(none)
		}
		return s
	}
	facts := Facts{
		{Name: b.T("offer.operator"), Text: or(b.Text(o.Operator.Name), "offer.undocumented")},
		{Name: b.T("offer.contact"), Text: or(strings.Join(filled(o.Operator.Address, o.Operator.Phone), ", "), either(o.Operator.Web != "", "offer.contact-web", "offer.undocumented"))},
	}
	if web := o.Operator.Web; web != "" {
		facts = append(facts, Fact{Name: b.T("offer.web"), Text: web, Link: "https://" + web})
	}
	return append(facts, Fact{Name: b.T("report.as-of-short"), Text: b.T("report.check-first", "date", o.Validity.AsOf)},
		Fact{Name: b.T("offer.evidence"), Text: b.Evidence(o)})
}

// application says when and where to apply and with which papers; what no source says is called not documented.
func (b *builder) application(o *offer.Offer) Facts {
	facts := Facts{{Name: b.T("offer.ahead"), Text: b.T("offer.ahead." + o.Apply.Ahead.String())}}
	switch {
	case o.Apply.Ahead == offer.AheadNone:
		return facts
	case o.Apply.Ahead == 0 && o.Apply.Where.Text == nil && len(o.Apply.Papers) == 0:
		return Facts{{Name: b.T("offer.ahead"), Text: b.T("offer.apply-unknown")}}
	}
	return append(facts, Fact{Name: b.T("offer.where"), Text: b.where(o)}, Fact{Name: b.T("offer.papers"), Text: b.papers(o)})
}

// where is where to apply for an offer, in words.
func (b *builder) where(o *offer.Offer) string {
	if o.Apply.Where.Text == nil {
		return b.T("offer.undocumented")
	}
	return b.Text(o.Apply.Where.Text)
}

// papers are those that an application needs, in words.
func (b *builder) papers(o *offer.Offer) string {
	if len(o.Apply.Papers) == 0 {
		return b.T("offer.undocumented")
	}
	var all []string
	for _, c := range o.Apply.Papers {
		all = append(all, b.Text(c.Text))
	}
	return strings.Join(all, "; ")
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

// hidden says whether a condition rests on a detail that the audience does not see: whether the company gave it is not
// told either.
func (b *builder) hidden(c offer.Check) bool {
	return slices.ContainsFunc(c.Lacks, func(row []*questionnaire.Question) bool {
		return slices.ContainsFunc(row, func(q *questionnaire.Question) bool { return !b.audience.HasField(q.ID) })
	})
}

// checks are conditions, one each. Those that the audience does not see stand in a sentence at the end, without a sign that
// could be taken for a doubt.
func (b *builder) checks(all []offer.Check) []Block {
	var out []Block
	hidden := 0
	for _, c := range all {
		if b.hidden(c) {
			hidden++
			continue
		}
		out = append(out, b.check(c))
	}
	if hidden > 0 {
		out = append(out, Paragraph{Voice: Quiet, Text: b.T("report.not-shown", "n", hidden)})
	}
	return out
}

func (b *builder) check(c offer.Check) Statement {
	s := Statement{Status: map[offer.Verdict]Status{offer.Yes: Met, offer.No: Unmet, offer.Unknown: Undecided}[c.Verdict], Strong: c.Verdict == offer.No}
	s.Text = b.Text(c.Text) + ": " + b.T("verdict."+c.Verdict.String())
	if lacks := c.Lacks.In(b.Printer); lacks != "" {
		s.Text += ". " + b.T("report.missing", "field", lacks)
	}
	return s
}

// money is what a grant may pay for the planned project.
func (b *builder) money(o offer.OfferAdvice) Block {
	e := o.Estimate
	if e == nil {
		return nil
	}
	text := b.estimated(o)
	blocks := []Block{Paragraph{Text: text}}
	if e.Known && e.Planned > 0 {
		text = b.estimate(o)
		blocks = append([]Block{Amount{
			Planned: e.Planned / 100, UpTo: e.UpTo / 100, Floor: o.Offer.Funding.Floor / 100, Ceiling: o.Offer.Funding.Ceiling / 100,
			PlannedText: b.T("report.planned", "x", b.Euro(e.Planned)), UpToText: b.T("report.up-to", "x", b.Euro(e.UpTo)), Alt: text,
		}}, blocks...)
	}
	return Section{Title: b.T("report.grant"), Blocks: blocks}
}

// offerSheets are offers for one purpose, below one heading.
func (b *builder) offerSheets(title string, offers []offer.OfferAdvice) []Block {
	if len(offers) == 0 {
		return nil
	}
	var blocks []Block
	for _, o := range offers {
		blocks = append(blocks, b.offerSheet(o)...)
	}
	return []Block{Section{Title: title, Blocks: blocks}}
}

// offerSheet is an offer beside the one recommended, on a few lines: state, terms, estimate, conditions by verdict, how to
// apply.
func (b *builder) offerSheet(o offer.OfferAdvice) []Block {
	x := o.Offer
	facts := b.contact(x)
	for _, t := range x.Terms {
		facts = append(facts, Fact{Name: b.Text(t.Name), Text: b.Text(t.Text)})
	}
	if o.Estimate != nil {
		facts = append(facts, Fact{Name: b.T("report.grant"), Text: b.estimated(o)})
	}
	facts = append(append(facts, b.checkFacts(o.Checks)...), b.application(x)...)
	return []Block{
		Paragraph{Voice: Strong, Text: b.Text(x.Name)}, Paragraph{Text: b.Text(x.Summary)}, Statement{Status: statusOf(&o), Text: b.state(&o)}, facts,
	}
}

// checkFacts are conditions in lists: met, not met, not settled, and not shown to the audience.
func (b *builder) checkFacts(checks []offer.Check) Facts {
	var out Facts
	list := func(name string, of func(offer.Check) bool) {
		var texts []string
		for _, c := range checks {
			if of(c) {
				texts = append(texts, b.Condition(c))
			}
		}
		if len(texts) > 0 {
			out = append(out, Fact{Name: capital(name), Text: strings.Join(texts, "; ")})
		}
	}
	for _, v := range []offer.Verdict{offer.Yes, offer.No, offer.Unknown} {
		list(b.T("verdict."+v.String()), func(c offer.Check) bool { return c.Verdict == v && !b.hidden(c) })
	}
	hidden := 0
	for _, c := range checks {
		if b.hidden(c) {
			hidden++
		}
	}
	if hidden > 0 {
		out = append(out, Fact{Name: capital(b.T("report.not-shown-short")), Text: b.T("report.not-shown-count", "n", hidden)})
	}
	return out
}

// estimated is an estimate with its reason, or why there is none.
func (b *builder) estimated(o offer.OfferAdvice) string {
	e := o.Estimate
	switch {
	case !e.Known && e.Reason.Code == "estimate-no-volume" && !b.audience.HasField(offer.FieldVolume):
		return b.T("report.no-estimate-shown")
	case !e.Known:
		return e.Reason.In(b.Printer)
	}
	return b.estimate(o) + " " + e.Reason.In(b.Printer)
}
