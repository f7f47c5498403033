package offer

import (
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

// Advice is the recommendation for one company on one day.
type Advice struct {
	Day     source.Day
	AsOf    source.Day // when the catalogue was last looked at
	SME     SME
	Modules []ModuleAdvice // all of the bank, best first
	Beside  []OfferAdvice  // special cases: security first, automotive, skills, research
	Closed  []OfferAdvice  // offers for a special case that are closed to the company
	Notes   []Reason       // for example that a project already begun rules grants out
	Marks   []scoring.Mark // what another recommendation hangs on
	Project *Project       // what is planned, where another module comes first; nil for none
}

// Best is the module recommended, or nil when none can be.
func (a *Advice) Best() *ModuleAdvice {
	for i := range a.Modules {
		if a.Modules[i].Recommended {
			return &a.Modules[i]
		}
	}
	return nil
}

// Reason says why, with a stable code. Its words are its own, where data carries them, or the message
// "reason.<code>" of the catalogue of messages.
type Reason struct {
	Code    string
	Text    i18n.Text
	Args    []any
	Nearest *Nearest // said after it: what would have to be different
}

// In is the reason in words.
func (r Reason) In(p *i18n.Printer) string {
	switch {
	case r.Text != nil:
		return p.Text(r.Text)
	case r.Nearest != nil:
		return p.T("reason."+r.Code, r.Args...) + " " + r.Nearest.In(p)
	}
	return p.T("reason."+r.Code, r.Args...)
}

// because makes a reason with words of the program's own.
func because(code string, args ...any) Reason { return Reason{Code: code, Args: args} }

// ModuleAdvice is a module with its rank, reasons and the offers that fill it.
type ModuleAdvice struct {
	Module      *questionnaire.Module
	Rank        int
	Recommended bool
	Reasons     []Reason      // for it
	Against     []Reason      // against it today
	Offers      []OfferAdvice // usable ones first, ended ones last
}

// Best is the first offer that is open and not closed to the company, or nil.
func (m *ModuleAdvice) Best() *OfferAdvice {
	for i := range m.Offers {
		if m.Offers[i].Usable() {
			return &m.Offers[i]
		}
	}
	return nil
}

// Closed are its offers that are closed to the company, though not ended.
func (m *ModuleAdvice) Closed() []OfferAdvice {
	return slices.DeleteFunc(slices.Clone(m.Offers), func(o OfferAdvice) bool { return o.Nearest == nil })
}

// OfferAdvice is an offer judged for a company on a day.
type OfferAdvice struct {
	Offer    *Offer
	Case     string // for offers beside the modules: security, automotive, skills, research
	Status   Status // on the day asked
	Eligible Verdict
	Checks   []Check
	Estimate *Estimate
	Reasons  []Reason
	Nearest  *Nearest // of an offer closed to the company that has not ended
}

// Usable says whether the offer can be named as the way to go: documented as open, and not closed to the company.
func (o *OfferAdvice) Usable() bool { return o.Status == StatusOpen && o.Eligible != No }

// Check is a rule's verdict, with the profile field that would decide it where it is unknown.
type Check struct {
	Code    string
	Text    i18n.Text
	Verdict Verdict
	Missing *questionnaire.Question // nil when nothing the company could say decides it
	Lacks   Lacks                   // everything that is missing, the question above among it
}

// Lacks are questions without an answer that a check needs; of those in one row, one is enough.
type Lacks [][]*questionnaire.Question

// In is what is missing in words, "" where nothing is.
func (l Lacks) In(p *i18n.Printer) string {
	var rows []string
	for _, row := range l {
		var names []string
		for _, q := range row {
			names = append(names, p.Text(q.Wording.Short))
		}
		rows = append(rows, strings.Join(names, p.T("offer.or")))
	}
	return strings.Join(rows, "; ")
}

// Estimate is what a company may at most expect, in euro cents. Where only a band of spending is known, UpTo belongs
// to its upper end and Band is set.
type Estimate struct {
	Known   bool
	UpTo    int64
	Planned int64 // 0 when only a band is known, or nothing
	Band    i18n.Text
	Reason  Reason
}

// Funds says whether a measure may be paid for in part: an offer that it names, or one of a module that it names, pays
// money, takes applications on the day as far as is known, and is not closed to the company.
func (a *Advice) Funds(m *questionnaire.Measure) bool {
	pays := func(o OfferAdvice) bool {
		return o.Offer.Funding != nil && (o.Status == StatusOpen || o.Status == StatusUnclear) && o.Eligible != No
	}
	for _, x := range a.Modules {
		for _, o := range x.Offers {
			if pays(o) && (slices.Contains(m.Helps, x.Module.ID) || slices.Contains(m.Helps, o.Offer.ID)) {
				return true
			}
		}
	}
	return slices.ContainsFunc(a.Beside, func(o OfferAdvice) bool { return pays(o) && slices.Contains(m.Helps, o.Offer.ID) })
}

// Of are the offers for a special case.
func (a *Advice) Of(kind string) []OfferAdvice {
	return slices.DeleteFunc(slices.Clone(a.Beside), func(o OfferAdvice) bool { return o.Case != kind })
}

// Judged are all offers as they were judged, by module, then those for special cases; one of two modules comes twice.
func (a *Advice) Judged() []OfferAdvice {
	var out []OfferAdvice
	for _, m := range a.Modules {
		out = append(out, m.Offers...)
	}
	return append(append(out, a.Beside...), a.Closed...)
}

// Offers are all offers that were judged, each once.
func (a *Advice) Offers() []*Offer {
	var out []*Offer
	for _, m := range a.Modules {
		for _, o := range m.Offers {
			out = append(out, o.Offer)
		}
	}
	for _, o := range a.Beside {
		out = append(out, o.Offer)
	}
	return out
}
