package report

import (
	"strings"

	"digitalkompass/scoring/offer"
)

// module is the page of the recommended module, if the bank has any: whether it fits, what it pays, what to do first, what else there is.
func (b *builder) module() *Part {
	if len(b.bank.Modules) == 0 {
		return nil
	}
	best := b.advice.Best()
	if best == nil {
		return b.part("module", b.T("report.module-none"), b.T("reason.no-module"), b.otherModules()...)
	}
	lead := leading(best)
	blocks := []Block{Section{Title: b.T("report.why"), Blocks: b.reasons(best.Reasons)}}
	if len(b.advice.Notes) > 0 {
		blocks = append(blocks, Section{Title: b.T("report.mind"), Blocks: b.reasons(b.advice.Notes)})
	}
	blocks = append(blocks, b.offerBlocks(*lead)...)
	for _, o := range best.Offers {
		if o.Offer != lead.Offer && (o.Usable() || o.Status == offer.StatusUnclear && o.Eligible != offer.No) {
			blocks = append(blocks, Section{Title: b.T("report.alternative"), Blocks: b.brief(o)})
		}
	}
	blocks = append(blocks, b.special()...)
	blocks = append(blocks, b.closed(append(best.Closed(), b.advice.Closed...))...)
	blocks = append(blocks, b.otherModules()...)
	return b.part("module", b.Text(best.Module.Title), b.Text(best.Module.Promise)+" "+b.Text(best.Module.For), blocks...)
}

func (b *builder) reasons(rs []offer.Reason) []Block {
	var out []Block
	for _, r := range rs {
		out = append(out, Paragraph{Text: r.In(b.Printer)})
	}
	return out
}

// offerBlocks is an offer with its state, terms, eligibility, estimate and checklist.
func (b *builder) offerBlocks(o offer.OfferAdvice) []Block {
	x := o.Offer
	head := []Block{Statement{Status: statusOf(&o), Strong: true, Text: b.Text(x.Validity.Text)}, Paragraph{Text: b.Text(x.Summary)}, b.contact(x)}
	blocks := []Block{Section{Title: b.Text(x.Name), Blocks: head}}
	if len(x.Terms) > 0 {
		var facts Facts
		for _, t := range x.Terms {
			facts = append(facts, Fact{Name: b.Text(t.Name), Text: b.Text(t.Text)})
		}
		blocks = append(blocks, Section{Title: b.T("report.terms"), Blocks: []Block{facts}})
	}
	if len(o.Checks) > 0 {
		var checks []Block
		for _, c := range o.Checks {
			checks = append(checks, b.check(c))
		}
		blocks = append(blocks, Section{Title: b.T("report.fits"), Blocks: checks})
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

func (b *builder) contact(o *offer.Offer) Facts {
	none := b.T("word.none")
	or := func(s string) string {
		if s == "" {
			return none
		}
		return s
	}
	facts := Facts{
		{Name: b.T("offer.operator"), Text: or(b.Text(o.Operator.Name))},
		{Name: b.T("offer.contact"), Text: or(strings.Join(filled(o.Operator.Address, o.Operator.Phone), ", "))},
	}
	if web := o.Operator.Web; web != "" {
		facts = append(facts, Fact{Name: b.T("offer.web"), Text: web, Link: "https://" + web})
	}
	return append(facts, Fact{Name: b.T("report.as-of-short"), Text: b.T("report.check-first", "date", o.Validity.AsOf)})
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

func (b *builder) check(c offer.Check) Statement {
	s := Statement{Status: map[offer.Verdict]Status{offer.Yes: Met, offer.No: Unmet, offer.Unknown: Undecided}[c.Verdict], Strong: c.Verdict == offer.No}
	s.Text = b.Text(c.Text) + ": " + b.T("verdict."+c.Verdict.String())
	if c.Missing != nil {
		s.Text += ". " + b.T("report.missing", "field", c.Missing.Wording.Short)
	}
	return s
}

// money is what a grant may pay for the planned project.
func (b *builder) money(o offer.OfferAdvice) Block {
	e := o.Estimate
	if e == nil {
		return nil
	}
	if !e.Known {
		return Section{Title: b.T("report.grant"), Blocks: []Block{Paragraph{Text: e.Reason.In(b.Printer)}}}
	}
	text := b.estimate(*e)
	blocks := []Block{Paragraph{Text: text + " " + e.Reason.In(b.Printer)}}
	if e.Planned > 0 {
		blocks = append([]Block{Amount{
			Planned: e.Planned / 100, UpTo: e.UpTo / 100, Floor: o.Offer.Funding.Floor / 100, Ceiling: o.Offer.Funding.Ceiling / 100,
			PlannedText: b.T("report.planned", "x", b.Euro(e.Planned)), UpToText: b.T("report.up-to", "x", b.Euro(e.UpTo)), Alt: text,
		}}, blocks...)
	}
	return Section{Title: b.T("report.grant"), Blocks: blocks}
}

// brief is an offer in a few lines.
func (b *builder) brief(o offer.OfferAdvice) []Block {
	blocks := []Block{
		Paragraph{Voice: Strong, Text: b.Text(o.Offer.Name)}, Paragraph{Text: b.Text(o.Offer.Summary)},
		Statement{Status: statusOf(&o), Text: b.Text(o.Offer.Validity.Text)},
	}
	return append(blocks, Paragraph{Voice: Quiet, Text: b.T("report.check-first", "date", o.Offer.Validity.AsOf)})
}

// special are the offers for special cases, by case.
func (b *builder) special() []Block {
	var out []Block
	for i := 0; i < len(b.advice.Beside); {
		kind := b.advice.Beside[i].Case
		var blocks []Block
		for ; i < len(b.advice.Beside) && b.advice.Beside[i].Case == kind; i++ {
			blocks = append(blocks, b.brief(b.advice.Beside[i])...)
		}
		out = append(out, Section{Title: b.T("beside." + kind), Blocks: blocks})
	}
	return out
}

// closed are offers that were looked at and are closed to the company, with what would open them or never will.
func (b *builder) closed(offers []offer.OfferAdvice) []Block {
	var out []Block
	for _, o := range offers {
		for _, r := range o.Reasons {
			out = append(out, Statement{Status: Unmet, Text: r.In(b.Printer)})
		}
	}
	if out == nil {
		return nil
	}
	return []Block{Section{Title: b.T("report.closed"), Blocks: out}}
}

// otherModules say what else there is and why not now.
func (b *builder) otherModules() []Block {
	var out []Block
	for _, m := range b.advice.Modules {
		if m.Recommended {
			continue
		}
		blocks := []Block{Paragraph{Text: b.Text(m.Module.Promise)}}
		for _, r := range append(m.Reasons, m.Against...) {
			text := r.In(b.Printer)
			if r.Code == "too-early" || r.Code == "too-late" {
				text = b.T("report."+r.Code, "text", text)
			}
			blocks = append(blocks, Paragraph{Voice: Quiet, Text: text})
		}
		if m.Best() != nil { // without one, all its offers are among the reasons
			for _, o := range m.Closed() {
				for _, r := range o.Reasons {
					blocks = append(blocks, Paragraph{Voice: Quiet, Text: r.In(b.Printer)})
				}
			}
		}
		out = append(out, Section{Title: b.Text(m.Module.Title), Blocks: blocks})
	}
	return out
}
