package offer

import (
	"slices"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/pattern"
	"digitalkompass/questionnaire/source"
)

var (
	idForm      = pattern.Late(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	besideWords = []string{"security", "automotive", "skills", "research"}
	statuses    = map[string]Status{"open": StatusOpen, "unclear": StatusUnclear, "ended": StatusEnded}
	changes     = map[string]Changes{"never": ChangesNever, "project": ChangesProject, "time": ChangesTime}
	tests       = map[string]Test{"sme": TestSME, "spend": TestSpend, "room": TestRoom, "begun": TestBegun, "open": TestOpen}
)

func (l *loader) offers(m *source.Map) {
	for _, n := range m.Items("offers") {
		om := source.ReadMap(n, l.d)
		l.c.Offers = append(l.c.Offers, l.offer(om))
		om.Done()
	}
}

func (l *loader) offer(m *source.Map) *Offer {
	o := &Offer{ID: m.NeedString("id"), Modules: m.Strings("modules"), Beside: m.Strings("beside")}
	switch {
	case l.ids[o.ID]:
		l.d.Error(m.At("id"), "duplicate-id", "name", o.ID, "first", "offers")
	case !idForm().MatchString(o.ID):
		l.d.Error(m.At("id"), "bad-id", "name", o.ID)
	}
	l.ids[o.ID] = true
	for _, n := range m.Items("modules") {
		l.checkModule(n.Pos, n.Value)
	}
	for _, n := range m.Items("beside") {
		if !slices.Contains(besideWords, n.Value) {
			l.d.Unknown(n.Pos, "bad-word", n.Value, besideWords, "allowed", "security, automotive, skills, research")
		}
	}
	o.Name, o.Summary = l.text(m, "name", true), l.text(m, "summary", true)
	l.operator(o, m.Map("operator"))
	l.validity(o, m)
	l.sources(o, m)
	l.terms(o, m)
	l.funding(o, m.Take("funding"))
	for _, n := range m.Items("rules") {
		rm := source.ReadMap(n, l.d)
		o.Rules = append(o.Rules, l.eligibility(rm))
		rm.Done()
	}
	l.application(o, m.Map("apply"))
	for _, n := range m.Items("before") {
		o.Apply.Before = append(o.Apply.Before, l.textOf(n, "before"))
	}
	return o
}

// application reads how to apply. An offer that looks whether the project has begun has to say when to apply.
func (l *loader) application(o *Offer, m *source.Map) {
	if m.Take("ahead") != nil {
		o.Apply.Ahead = word(l, m, "ahead", aheads)
	}
	if n := m.Take("where"); n != nil {
		o.Apply.Where = l.claim(o, source.ReadMap(n, l.d))
	}
	for _, n := range m.Items("papers") {
		o.Apply.Papers = append(o.Apply.Papers, l.claim(o, source.ReadMap(n, l.d)))
	}
	begun := slices.ContainsFunc(o.Rules, func(r Rule) bool { return r.Test == TestBegun })
	if begun && !o.Apply.Ahead.Binding() {
		l.d.Error(m.At("ahead"), "offer-ahead", "name", o.ID)
	}
	m.Done()
}

// claim is a fact in words that rests on sources of its offer.
func (l *loader) claim(o *Offer, m *source.Map) Claim {
	c := Claim{Text: l.text(m, "text", true), Sources: l.cited(o, m)}
	m.Done()
	return c
}

// cited are the sources that a fact names; it needs one.
func (l *loader) cited(o *Offer, m *source.Map) []string {
	var known []string
	for _, s := range o.Sources {
		known = append(known, s.ID)
	}
	for _, s := range m.Items("sources") {
		if !slices.Contains(known, s.Value) {
			l.d.Unknown(s.Pos, "offer-source-unknown", s.Value, known)
		}
	}
	ids := m.Strings("sources")
	if len(ids) == 0 {
		l.d.Error(m.Pos(), "offer-source", "name", o.ID)
	}
	return ids
}

func (l *loader) operator(o *Offer, m *source.Map) {
	o.Operator.Name = l.text(m, "name", false)
	o.Operator.Address, o.Operator.Phone, o.Operator.Web = m.String("address"), m.String("phone"), m.String("web")
	o.Operator.When = l.condition(m, "when")
	m.Done()
}

func (l *loader) validity(o *Offer, m *source.Map) {
	v := &o.Validity
	v.Status, v.Text = word(l, m, "status", statuses), l.text(m, "status_text", true)
	v.From, v.Until, v.AsOf, v.UntilSure = m.Day("from"), m.Day("until"), m.Day("as_of"), m.Bool("until_sure")
	if v.AsOf.IsZero() {
		v.AsOf = l.c.AsOf
	}
	if !v.From.IsZero() && !v.Until.IsZero() && v.Until.Before(v.From) {
		l.d.Error(m.At("until"), "offer-dates")
	}
}

func (l *loader) sources(o *Offer, m *source.Map) {
	for _, n := range m.Items("sources") {
		sm := source.ReadMap(n, l.d)
		o.Sources = append(o.Sources, Source{ID: sm.NeedString("id"), Kind: word(l, sm, "kind", sourceKinds), Ref: l.citation(sm, "ref", true), Date: l.citation(sm, "date", false)})
		sm.Done()
	}
	if len(o.Sources) == 0 {
		l.d.Error(m.Pos(), "offer-source", "name", o.ID)
	}
}

// citation is a text in all languages, or one that is the same in each: an address, a date.
func (l *loader) citation(m *source.Map, key string, needed bool) i18n.Text {
	n := m.Take(key)
	if n == nil || !n.Scalar() {
		return l.text(m, key, needed)
	}
	t := i18n.Text{}
	for _, lang := range i18n.Languages() {
		t[lang] = n.Value
	}
	return t
}

func (l *loader) terms(o *Offer, m *source.Map) {
	for _, n := range m.Items("terms") {
		tm := source.ReadMap(n, l.d)
		o.Terms = append(o.Terms, Term{Name: l.text(tm, "name", true), Text: l.text(tm, "text", true), Sources: l.cited(o, tm)})
		tm.Done()
	}
}

func (l *loader) funding(o *Offer, n *source.Node) {
	if n == nil {
		return
	}
	m := source.ReadMap(n, l.d)
	f := &Funding{Percent: m.Int("percent"), DeMinimis: m.Bool("de_minimis"), Project: m.Bool("project")}
	f.Floor, f.Ceiling, f.Max = cents(m.Rat("floor")), cents(m.Rat("ceiling")), cents(m.Rat("max"))
	for _, b := range m.Items("flat") {
		bm := source.ReadMap(b, l.d)
		f.Flat = append(f.Flat, FlatBand{From: cents(bm.NeedRat("from")), To: cents(bm.NeedRat("to")), Amount: cents(bm.NeedRat("amount"))})
		bm.Done()
	}
	if f.Ceiling > 0 && f.Ceiling < f.Floor {
		l.d.Error(m.At("ceiling"), "offer-dates")
	}
	o.Funding = f
	m.Done()
}

func (l *loader) eligibility(m *source.Map) Rule {
	r := Rule{Code: m.NeedString("code"), Text: l.text(m, "text", true), Yes: l.condition(m, "yes"), No: l.condition(m, "no")}
	switch {
	case m.Take("test") != nil:
		r.Test = word(l, m, "test", tests)
		r.Changes = testChanges[r.Test]
	case !r.No.Always():
		r.Changes = word(l, m, "changes", changes)
		l.changeable(r, m.At("no"))
	case r.Yes.Always():
		l.d.Error(m.Pos(), "offer-rule-empty", "name", r.Code)
	}
	if r.Test == 0 && !r.No.Always() || r.Changes == ChangesNever {
		r.Says = l.text(m, "says", true)
	}
	return r
}

// testChanges says what could meet a test: size is a fact about the company, its plan can be another one, and
// de-minimis aid leaves the sum of three years. An open test is never unmet.
var testChanges = map[Test]Changes{TestSME: ChangesNever, TestSpend: ChangesProject, TestBegun: ChangesProject, TestRoom: ChangesTime}

// changeable reports a rule that is to change with answers among which there is no choice to try.
func (l *loader) changeable(r Rule, at source.Pos) {
	if r.Changes == ChangesNever {
		return
	}
	for _, id := range r.No.Questions() {
		q := l.bank.Question(id)
		if q == nil || q.Dimension == "" && (q.Kind.Family() == questionnaire.OneOf || q.Kind.Family() == questionnaire.Figure) {
			continue
		}
		l.d.Error(at, "offer-changes", "name", r.Code, "field", id)
	}
}
