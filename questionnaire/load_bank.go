package questionnaire

import (
	"math/big"
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/pattern"
	"digitalkompass/questionnaire/source"
)

var evidenceWords = []string{"own", "published", "reproduced", "assumed"}

var (
	idForm      = pattern.Late(`^[a-z0-9]+([-_][a-z0-9]+)*$`)
	versionForm = pattern.Late(`^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?$`)
)

func validID(s string) bool { return len(s) <= 60 && idForm().MatchString(s) }

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

func joinWords(words []string) string { return strings.Join(words, ", ") }

// about reads bank.yaml.
func (l *loader) about(s scope, m *source.Map) {
	a := &l.bank.About
	a.ID, a.Version = l.id(m, "bank"), m.NeedString("version")
	if a.Version != "" && !versionForm().MatchString(a.Version) {
		l.d.Error(m.At("version"), "bad-version", "name", a.Version)
	}
	a.Licence, a.Author, a.Date = m.NeedString("licence"), m.NeedString("author"), m.Day("date")
	if m.Take("date") == nil {
		l.d.Error(m.At("date"), "missing-field", "name", "date")
	}
	l.languages(m)
	a.Title, a.Summary = s.need(m, "title"), s.text(m, "summary")
	l.provenance(s, m)
	minutes := m.Map("minutes")
	a.Minutes = map[Path]int{Quick: l.positive(minutes, "quick"), Full: l.positive(minutes, "full")}
	minutes.Done()
	if l.dimensions = m.Items("dimensions"); len(l.dimensions) == 0 {
		l.d.Error(m.At("dimensions"), "missing-field", "name", "dimensions")
	}
	l.policy(s, m)
	l.classes(m)
	for _, n := range m.Items("answer_sets") {
		l.answerSet(s, source.ReadMap(n, l.d))
	}
	l.stages(s, m.Items("stages"))
	for _, n := range m.Items("modules") {
		l.module(s, source.ReadMap(n, l.d))
	}
	l.lint(m.Map("lint"))
}

// provenance reads where the rules come from, and which variants there are.
func (l *loader) provenance(s scope, m *source.Map) {
	a := &l.bank.About
	a.Evidence = EvidenceOwn
	if w := l.word(m.Take("evidence"), evidenceWords); w != "" {
		a.Evidence = evidences[w]
	}
	a.Sources, a.Notice = m.Strings("sources"), s.text(m, "notice")
	for _, n := range m.Items("variants") {
		v := source.ReadMap(n, l.d)
		one := Variant{ID: l.id(v, "variant")}
		one.Title = s.in("variants", one.ID).need(v, "title")
		l.places["variant/"+one.ID] = v.Pos()
		a.Variants = append(a.Variants, one)
		v.Done()
	}
}

// policy reads what a score needs, the total, and further results.
func (l *loader) policy(s scope, m *source.Map) {
	p := &l.bank.Policy
	policy := m.Map("policy")
	p.Answered, p.Missing = l.percent(policy, "answered"), l.missing(policy)
	policy.Done()
	p.Total = l.total(s, m)
	for _, n := range m.Items("results") {
		r := source.ReadMap(n, l.d)
		p.Results = append(p.Results, l.titledNode(s, "results", r))
		r.Done()
	}
}

func (l *loader) classes(m *source.Map) {
	for _, n := range m.Items("size_classes") {
		c := source.ReadMap(n, l.d)
		class := SizeClass{ID: l.id(c, "class")}
		i := len(l.bank.Classes)
		l.bank.Classes = append(l.bank.Classes, class)
		l.mark(c.Pos(), "class", class.ID)
		l.condition(c.Take("when"), "", func(cond Condition) { l.bank.Classes[i].When = cond })
		c.Done()
	}
}

func (l *loader) languages(m *source.Map) {
	for _, n := range m.Items("languages") {
		switch lang := i18n.Lang(n.Value); lang {
		case i18n.German, i18n.English:
			l.bank.About.Languages = append(l.bank.About.Languages, lang)
		default:
			l.d.Unknown(n.Pos, "bad-word", n.Value, []string{"de", "en"}, "allowed", "de, en")
		}
	}
	if m.Take("languages") == nil {
		l.d.Error(m.At("languages"), "missing-field", "name", "languages")
	}
	if len(l.bank.About.Languages) == 0 {
		l.bank.About.Languages = []i18n.Lang{i18n.German} // so that the rest can be read
	}
}

func (l *loader) answerSet(s scope, m *source.Map) {
	id := l.id(m, "answers")
	before := l.d.Errors()
	l.sets[id] = l.options(s.in("answer_sets", id, "options"), m.Items("options"))
	m.Done()
	if l.d.Errors() > before {
		l.doubts.add("answers", id)
	}
}

func (l *loader) stages(s scope, nodes []*source.Node) {
	var marks []border
	for i, n := range nodes {
		m := source.ReadMap(n, l.d)
		st := Stage{Level: m.Int("level"), ID: l.id(m, "stage"), From: m.NeedRat("from"), Above: m.Bool("above")}
		at := s.in("stages", st.ID)
		st.Title, st.Summary, st.Meaning, st.Next = at.need(m, "title"), at.need(m, "summary"), at.need(m, "meaning"), at.need(m, "next")
		if st.Level != i+1 {
			l.d.Error(m.At("level"), "stage-order", "want", i+1)
		}
		marks = append(marks, border{from: st.From, above: st.Above, at: m.At("from")})
		if st.From == nil {
			st.From = new(big.Rat)
		}
		l.mark(m.Pos(), "stage", st.ID)
		st.Gates = l.gates(m, st.ID)
		l.bank.Stages = append(l.bank.Stages, st)
		m.Done()
	}
	l.reached = append(l.reached, func() { l.borders(l.bank.Policy.Total, "stages", marks) })
}

// gates reads lower bounds of nodes; they have to lie on the scales of these.
func (l *loader) gates(m *source.Map, stage string) []Gate {
	var out []Gate
	for _, e := range m.Map("gates").Entries() {
		g := Gate{Dimension: e.Key, From: source.RatOf(e.Value, l.d)}
		if g.From == nil {
			continue
		}
		out = append(out, g)
		l.mark(e.At, "gate", stage, g.Dimension)
		l.later = append(l.later, func() { l.nodeNamed(e.At, g.Dimension) })
		l.reached = append(l.reached, func() { l.onScale(e.Value.Pos, g.Dimension, g.From) })
	}
	if every := m.Rat("every"); every != nil {
		out = append(out, Gate{From: every})
		l.mark(m.At("every"), "gate", stage, "")
		l.reached = append(l.reached, func() {
			for _, d := range l.bank.Dimensions {
				l.onScale(m.At("every"), d.ID, every)
			}
		})
	}
	return out
}

func (l *loader) module(s scope, m *source.Map) {
	mod := Module{ID: l.id(m, "module")}
	l.mark(m.Pos(), "module", mod.ID)
	at := s.in("modules", mod.ID)
	mod.Title, mod.Promise, mod.For = at.need(m, "title"), at.need(m, "promise"), at.need(m, "for")
	mod.TooEarly, mod.TooLate = at.need(m, "too_early"), at.need(m, "too_late")
	l.terms(&mod.Terms, m)
	l.bank.Modules = append(l.bank.Modules, mod)
	m.Done()
}

// positive is an optional whole number from 1; 0 when it is left out.
func (l *loader) positive(m *source.Map, key string) int {
	n := m.Int(key)
	if v := m.Take(key); n < 0 || n == 0 && v != nil && v.Kind == source.Number {
		l.d.Error(m.At(key), "not-positive", "name", key)
		return 1
	}
	return n
}

// completeTimes gives a path without minutes one for each of its questions. A bank without a quick path has one time.
func (l *loader) completeTimes() {
	times := l.bank.About.Minutes
	for _, p := range []Path{Full, Quick} {
		if times[p] == 0 {
			times[p] = l.bank.On(p)
		}
	}
	if l.bank.On(Quick) == 0 {
		times[Quick] = times[Full]
	}
}

// glossary reads glossary.yaml.
func (l *loader) glossary(s scope, m *source.Map) {
	for _, n := range m.Items("terms") {
		t := source.ReadMap(n, l.d)
		term := Term{ID: l.id(t, "item")}
		at := s.in("terms", term.ID)
		term.Name, term.Text = at.need(t, "term"), at.need(t, "text")
		l.places["term/"+term.ID] = t.Pos()
		l.bank.Glossary = append(l.bank.Glossary, term)
		t.Done()
	}
}
