package wizard

import (
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring/offer"
)

// module shows the module recommended, why, what it asks for, and what else there is.
type module struct{}

// fact is one paragraph of the pane; missing is the detail that would settle it.
type fact struct {
	lead    line
	text    string
	role    role
	missing *questionnaire.Question
	terms   []string // words of the bank's glossary that it names
	offer   string   // the id of an offer to read all about
}

func (m module) stops(f frame, s *results) int { return len(m.shown(f, s)) }

// shown are the paragraphs that stand there: of the offer that is open, else of the module.
func (m module) shown(f frame, s *results) []fact {
	if all := m.programme(f, s.programme.id); all != nil {
		return all
	}
	return m.facts(f)
}

// facts are all paragraphs, in order.
func (m module) facts(f frame) []fact {
	_, advice := f.Look.Run.Judge()
	var out []fact
	if d := f.details(); d.open > 0 { // first, for the pointer rests on it, and what it says of Enter is so
		out = append(out, fact{lead: line{{warn, "! "}}, text: f.T("fund.lacks.here", "n", d.open), missing: d.next})
	}
	for _, n := range advice.Notes {
		out = append(out, fact{lead: line{{warn, "! "}}, text: f.prep(n.In(f.P))})
	}
	best := advice.Best()
	if best != nil {
		out = append(out, m.recommended(f, best)...)
	} else {
		out = append(out, m.project(f)...)
	}
	for _, kind := range offer.Cases() {
		var of []fact
		for _, o := range advice.Of(kind) {
			of = append(of, fact{lead: ln("– "), text: f.standing(&o) + " " + f.text(o.Offer.Summary), offer: o.Offer.ID})
		}
		out = append(out, headed(f, string(offer.SpecialKey(kind)), of)...)
	}
	out = append(out, m.closed(f, advice.Closed)...)
	var other, notNow []fact
	for i := range advice.Modules {
		a := &advice.Modules[i]
		if a.Recommended {
			continue
		}
		is := fact{text: f.text(a.Module.Title) + ":" + m.because(f, a.Against)}
		switch offers := m.offers(f, a, nil); {
		case a.Best() == nil:
			notNow = append(append(notNow, is), m.named(f, a)...)
		case advice.Project != nil && advice.Project.For(a):
			other = append(append(other, is), m.ended(f, a)...)
		default:
			other = append(append(append(append(other, is), offers...), m.closed(f, a.Closed())...), m.ended(f, a)...)
		}
	}
	out = append(out, headed(f, "mod.else", other)...)
	out = append(out, headed(f, "mod.notnow", notNow)...)
	if advice.AsOf.IsZero() {
		return append(out, fact{text: f.T("mod.judged", "day", advice.Day)})
	}
	return append(out, fact{text: f.T("mod.checked", "date", advice.AsOf, "day", advice.Day)})
}

func headed(f frame, key string, facts []fact) []fact {
	if len(facts) == 0 {
		return nil
	}
	return append([]fact{{text: f.T(key), role: strong}}, facts...)
}

func (module) because(f frame, reasons []offer.Reason) string {
	var out []string
	for _, r := range reasons {
		out = append(out, f.prep(r.In(f.P)))
	}
	if len(out) == 0 {
		return ""
	}
	return " " + strings.Join(out, " ")
}

// closed says of offers that are closed to the company what would open them, or never will.
func (m module) closed(f frame, offers []offer.OfferAdvice) []fact {
	var out []fact
	for _, o := range offers {
		out = append(out, fact{lead: ln("– "), text: strings.TrimSpace(m.because(f, o.Reasons)), offer: o.Offer.ID})
	}
	return out
}

func (f frame) offerName(o offer.OfferAdvice) string { return f.text(o.Offer.Name) }

// recommended are the paragraphs about the module named first.
func (m module) recommended(f frame, a *offer.ModuleAdvice) []fact {
	out := []fact{{text: f.text(a.Module.Title), role: strong}, {text: f.text(a.Module.Promise)}}
	if len(a.Module.Terms) > 0 {
		out = append(out, m.words(f, a.Module.Terms))
	}
	for _, r := range a.Reasons {
		out = append(out, fact{text: f.T("mod.why", "reason", r.In(f.P))})
	}
	out = append(out, m.project(f)...)
	if best := a.Best(); best != nil {
		out = append(out, m.offer(f, best)...)
	}
	return append(out, headed(f, "mod.more", m.offers(f, a, a.Best()))...)
}

// words are the terms of a module.
func (module) words(f frame, ids []string) fact {
	var names []string
	for _, id := range ids {
		if t := f.Look.bank().Term(id); t != nil {
			names = append(names, strings.ReplaceAll(f.text(t.Name), " ", "\u00a0"))
		}
	}
	return fact{text: f.T("help.terms") + ": " + strings.Join(names, " · "), terms: ids}
}

// offers are a line for each offer of a module but one; of another module only those that may be open.
func (m module) offers(f frame, a *offer.ModuleAdvice, but *offer.OfferAdvice) []fact {
	var out []fact
	for i := range a.Offers {
		o := &a.Offers[i]
		switch possible := o.Usable() || o.Status == offer.StatusUnclear && o.Eligible != offer.No; {
		case o == but:
		case possible:
			out = append(out, fact{lead: ln("– "), text: f.standing(o), offer: o.Offer.ID})
		case but != nil:
			out = append(out, fact{lead: ln("– "), text: strings.TrimSpace(m.because(f, o.Reasons)), offer: o.Offer.ID})
		}
	}
	return out
}

// standing is an offer with its state and what has to be known before anybody counts on it.
func (f frame) standing(o *offer.OfferAdvice) string {
	text := f.offerName(*o) + " (" + f.T("offer.status."+o.Status.String()) + ")."
	for _, term := range f.say().Terms(o.Offer) {
		text += " " + f.prep(term) + "."
	}
	return text
}

// openOffer names an offer as one that takes applications or, where none are made, as one within reach; as proven only where
// an official source with a date says so.
func (f frame) openOffer(o *offer.OfferAdvice) string {
	keys := [2]string{"mod.reach", "mod.reach.proven"}
	if o.Offer.AppliedFor() {
		keys = [2]string{"mod.open", "mod.open.proven"}
	}
	key := keys[0]
	if o.Offer.Documented() {
		key = keys[1]
	}
	return f.T(key, "offer", f.offerName(*o))
}

// offer are the paragraphs about one offer.
func (m module) offer(f frame, o *offer.OfferAdvice) []fact {
	v := o.Offer.Validity
	out := []fact{
		{text: f.openOffer(o), role: strong, offer: o.Offer.ID}, {text: f.text(o.Offer.Summary)},
		{text: f.T("mod.asof", "date", v.AsOf) + ": " + f.text(v.Text)}, {text: f.T("offer.evidence") + ": " + f.prep(f.say().Evidence(o.Offer))},
	}
	for _, term := range f.say().Terms(o.Offer) {
		out = append(out, fact{text: f.prep(term)})
	}
	out = append(out, m.estimate(f, o)...)
	for _, c := range o.Checks {
		out = append(out, m.check(f, c))
	}
	for i, b := range o.Offer.Apply.Before {
		if i == 0 {
			out = append(out, fact{text: f.T("mod.before"), role: strong})
		}
		out = append(out, fact{lead: ln("– "), text: f.text(b)})
	}
	return append(append(out, m.contact(f, o.Offer.Operator)...), m.sources(f, o.Offer)...)
}

func (module) check(f frame, c offer.Check) fact {
	sign := map[offer.Verdict]span{offer.Yes: {good, "+ "}, offer.No: {warn, "– "}, offer.Unknown: {warn, "? "}}[c.Verdict]
	text := f.text(c.Text)
	out := fact{lead: line{sign, {plain, pad(f.T("verdict."+c.Verdict.String()), 15)}}}
	if c.Verdict == offer.Unknown && c.Missing != nil {
		out.missing = c.Missing
	}
	if lacks := c.Lacks.In(f.P); lacks != "" {
		text += " " + f.T("offer.lacks", "list", f.prep(lacks))
	}
	out.text = text
	return out
}

func (module) contact(f frame, o offer.Operator) []fact {
	var parts []string
	for _, p := range []string{f.text(o.Name), f.prep(o.Address), f.prep(o.Phone), f.prep(o.Web)} {
		if p != "" {
			parts = append(parts, oneLine(p))
		}
	}
	return []fact{{text: f.T("mod.contact"), role: strong}, {text: strings.Join(parts, " · ")}}
}

func (m module) body(f frame, s *results) (fixed []line, list []block) {
	for i, fa := range m.shown(f, s) {
		on := i == s.at[paneModule]
		role := fa.role
		if on && role == plain {
			role = roleOf(on)
		}
		if fa.role == strong && i > 0 {
			list = append(list, gap)
		}
		list = append(list, block{lines: f.hanging(append(pointer(on), fa.lead...), fa.text, role), stop: i})
	}
	return []line{nil}, list
}

// here is the paragraph pointed at.
func (m module) here(f frame, s *results) fact {
	facts := m.shown(f, s)
	return facts[min(s.at[paneModule], len(facts)-1)]
}

// run opens the detail that is missing, or explains the terms.
func (m module) run(f frame, s *results) []say {
	here := m.here(f, s)
	if here.terms != nil {
		return []say{open{newGlossary(here.terms)}}
	}
	if here.offer != "" {
		s.show(here.offer)
		return nil
	}
	q := here.missing
	if q == nil || f.Look.Run.ReadOnly {
		return nil
	}
	if _, asked := f.Look.Talk.Visible(q.ID); !asked {
		return nil
	}
	return []say{open{newQuestion(f, q.ID, true)}}
}

func (m module) keys(f frame, s *results) []hint {
	if m.here(f, s).missing != nil && !f.Look.Run.ReadOnly {
		return []hint{enter("do.fill"), arrows("do.scroll")}
	}
	if m.here(f, s).terms != nil {
		return []hint{enter("do.lookup"), arrows("do.scroll")}
	}
	if m.here(f, s).offer != "" {
		return []hint{enter("do.programme"), arrows("do.scroll")}
	}
	return []hint{arrows("do.scroll")}
}

func (module) hint(f frame, _ *results) string {
	if f.W < 78 {
		return ""
	}
	return f.T("mod.check")
}
