package report

import (
	"slices"
	"strings"

	"digitalkompass/scoring/offer"
)

// lookedAt are offers that were looked at for one purpose, each with why it is named or not.
type lookedAt struct {
	title  string
	module *offer.ModuleAdvice // nil for a special case
	offers []*offer.OfferAdvice
	why    []string
}

// lookedAt are all offers that were looked at, each once: by module, then by special case.
func (b *builder) lookedAt() []lookedAt {
	var out []lookedAt
	named := map[string]bool{}
	add := func(g lookedAt, all []offer.OfferAdvice, why func(*offer.OfferAdvice) string) {
		for i := range all {
			if o := &all[i]; !named[o.Offer.ID] {
				named[o.Offer.ID] = true
				g.offers, g.why = append(g.offers, o), append(g.why, why(o))
			}
		}
		out = append(out, g)
	}
	for i := range b.advice.Modules {
		m := &b.advice.Modules[i]
		add(lookedAt{title: b.Text(m.Module.Title), module: m}, b.considering(m), func(o *offer.OfferAdvice) string { return b.outcome(m, o) })
	}
	beside := append(slices.Clone(b.advice.Beside), b.advice.Closed...)
	for _, kind := range offer.Cases() {
		all := slices.DeleteFunc(slices.Clone(beside), func(o offer.OfferAdvice) bool { return o.Case != kind })
		add(lookedAt{title: b.T("beside." + kind)}, b.ordered(all), b.outcomeBeside)
	}
	return out
}

// considering are a module's offers as they are listed: of the one recommended, its first offer stays first.
func (b *builder) considering(m *offer.ModuleAdvice) []offer.OfferAdvice {
	all := slices.Clone(m.Offers)
	if m.Recommended {
		return append(all[:1], b.ordered(all[1:])...)
	}
	return b.ordered(all)
}

// considered is a line for each offer that was looked at, with its state and why it is named or not; nil without any.
func (b *builder) considered() *Section {
	t := Table{Columns: []Column{{Title: b.T("considered.offer"), Share: 2}, {Title: b.T("considered.status"), Share: 1}, {Title: b.T("considered.result"), Share: 3}}}
	for _, g := range b.lookedAt() {
		run := Run{Title: g.title}
		if g.module != nil && !g.module.Recommended {
			run.Rows = append(run.Rows, b.moduleRow(g.module))
		}
		for i, o := range g.offers {
			run.Rows = append(run.Rows, []Cell{
				{Text: b.Text(o.Offer.Name)}, {Text: b.T("offer.status." + o.Status.String()), Quiet: b.looked(o)}, {Text: g.why[i], Quiet: strings.Join(filled(b.ends(o), b.rate(o.Offer), b.unsettled(o)), " ")},
			})
		}
		if len(run.Rows) > 0 {
			t.Runs = append(t.Runs, run)
		}
	}
	if len(t.Runs) == 0 {
		return nil
	}
	return &Section{Title: b.T("considered.title"), Blocks: []Block{Paragraph{Voice: Quiet, Text: b.T("considered.as-of", "date", b.advice.AsOf)}, t}}
}

// offersSheet is the same as a table to go on working with, with how to apply.
func (b *builder) offersSheet() Sheet {
	s := b.sheet("offers", SheetColumn{Title: "purpose", Width: 24}, SheetColumn{Title: "offer", Width: 30}, SheetColumn{Title: "status", Width: 14},
		SheetColumn{Title: "as-of", Width: 12}, SheetColumn{Title: "why", Width: 46}, SheetColumn{Title: "unsettled", Width: 30},
		SheetColumn{Title: "ahead", Width: 26}, SheetColumn{Title: "where", Width: 30}, SheetColumn{Title: "papers", Width: 34}, SheetColumn{Title: "reach", Width: 34})
	for _, g := range b.lookedAt() {
		for i, o := range g.offers {
			x := o.Offer
			s.Rows = append(s.Rows, []Datum{
				words(g.title), words(b.Text(x.Name)), words(b.T("offer.status." + o.Status.String())), words(x.Validity.AsOf.String()), words(strings.Join(filled(g.why[i], b.ends(o)), " ")), words(b.unsettled(o)),
				words(b.T("offer.ahead." + x.Apply.Ahead.String())), words(b.where(x)), words(b.papers(x)), words(b.Reach(x)),
			})
		}
	}
	return s
}

// looked is the day an offer was last looked at, where that is another one than for the whole catalogue.
func (b *builder) looked(o *offer.OfferAdvice) string {
	if o.Offer.Validity.AsOf == b.advice.AsOf {
		return ""
	}
	return b.Date(o.Offer.Validity.AsOf)
}

// moduleRow says of a module that is not recommended what it is for and why it is not for now.
func (b *builder) moduleRow(m *offer.ModuleAdvice) []Cell {
	var why []string
	for _, r := range append(slices.Clone(m.Reasons), m.Against...) {
		switch r.Code {
		case "ended", "ended-unofficial", "ended-undated", "unclear", "announced", "not-eligible": // its offers say so
		default:
			why = append(why, b.Reason(r))
		}
	}
	return []Cell{{Text: b.Text(m.Module.Promise)}, {Text: b.T("considered.module")}, {Text: strings.Join(why, " ")}}
}

// outcome says what came of looking at an offer of a module.
func (b *builder) outcome(m *offer.ModuleAdvice, o *offer.OfferAdvice) string {
	switch {
	case !possible(o):
		return b.against(o)
	case m.Recommended && m.Best().Offer == o.Offer:
		return b.T("considered.first")
	case o.Status == offer.StatusUnclear:
		return b.Text(o.Offer.Validity.Text)
	case m.Recommended:
		return b.T("considered.else")
	}
	for _, r := range m.Against {
		switch r.Code {
		case "too-early", "too-late", "helps", "second":
			return b.T("considered." + r.Code)
		}
	}
	return b.T("considered.possible")
}

// rate is what an offer pays, as it is documented; "" where nothing is.
func (b *builder) rate(o *offer.Offer) string {
	f := o.Funding
	switch {
	case f == nil:
		return ""
	case f.Percent > 0 && f.Max > 0:
		return b.T("considered.rate", "percent", f.Percent, "max", b.Euro(f.Max))
	case f.Percent > 0:
		return b.T("considered.percent", "percent", f.Percent)
	case f.Max > 0:
		return b.T("considered.max", "max", b.Euro(f.Max))
	}
	return ""
}

func (b *builder) outcomeBeside(o *offer.OfferAdvice) string {
	switch {
	case !possible(o):
		return b.against(o)
	case o.Status == offer.StatusUnclear:
		return b.Text(o.Offer.Validity.Text)
	}
	return b.T("considered.possible")
}

// possible says whether an offer may be open to the company: it takes applications as far as is known, and no condition
// is surely missed.
func possible(o *offer.OfferAdvice) bool {
	return o.Usable() || o.Status == offer.StatusUnclear && o.Eligible != offer.No
}

// against says why an offer does not come into question: it has ended or not begun, or what would open it.
func (b *builder) against(o *offer.OfferAdvice) string {
	if o.Status == offer.StatusEnded || o.Status == offer.StatusAnnounced {
		for _, r := range o.Reasons {
			if r.Code != "not-eligible" {
				return b.withoutName(o, r)
			}
		}
	}
	for _, r := range o.Reasons {
		if r.Code == "not-eligible" {
			return b.withoutName(o, r)
		}
	}
	return b.Text(o.Offer.Validity.Text)
}

// withoutName is a reason in words without the name of the offer that begins it: the line has it already.
func (b *builder) withoutName(o *offer.OfferAdvice, r offer.Reason) string {
	return capital(strings.TrimPrefix(r.In(b.Printer), b.Text(o.Offer.Name)+": "))
}

// unsettled names the conditions of an offer that nobody has decided yet; "" where it is closed anyway.
func (b *builder) unsettled(o *offer.OfferAdvice) string {
	if !possible(o) {
		return ""
	}
	var open []string
	for _, c := range o.Checks {
		if c.Verdict == offer.Unknown && !b.hidden(c) {
			open = append(open, b.Condition(c))
		}
	}
	if len(open) == 0 {
		return ""
	}
	return b.T("considered.open", "list", strings.Join(open, "; "))
}
