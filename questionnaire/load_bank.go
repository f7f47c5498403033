package questionnaire

import (
	"math/big"
	"regexp"
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

var (
	idForm      = regexp.MustCompile(`^[a-z0-9]+([-_][a-z0-9]+)*$`)
	versionForm = regexp.MustCompile(`^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-[0-9A-Za-z.-]+)?$`)
)

func validID(s string) bool { return len(s) <= 60 && idForm.MatchString(s) }

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

func joinWords(words []string) string { return strings.Join(words, ", ") }

// about reads bank.yaml.
func (l *loader) about(s scope, m *source.Map) {
	a := &l.bank.About
	a.ID, a.Version = l.id(m, "bank"), m.NeedString("version")
	if a.Version != "" && !versionForm.MatchString(a.Version) {
		l.d.Error(m.At("version"), "bad-version", "name", a.Version)
	}
	a.Licence, a.Author, a.Date = m.NeedString("licence"), m.NeedString("author"), m.Day("date")
	if a.Date.IsZero() {
		l.d.Error(m.At("date"), "missing-field", "name", "date")
	}
	l.languages(m)
	if len(a.Languages) == 0 {
		return
	}
	a.Title, a.Summary = s.need(m, "title"), s.text(m, "summary")
	minutes := m.Map("minutes")
	a.Minutes = map[Path]int{Quick: minutes.Int("quick"), Full: minutes.Int("full")}
	minutes.Done()
	policy := m.Map("policy")
	l.bank.Policy.Answered = policy.Rat("answered")
	policy.Done()
	for _, n := range m.Items("size_classes") {
		c := source.ReadMap(n, l.d)
		class := SizeClass{ID: l.id(c, "class")}
		i := len(l.bank.Classes)
		l.bank.Classes = append(l.bank.Classes, class)
		l.condition(c.Take("when"), "", func(cond Condition) { l.bank.Classes[i].When = cond })
		c.Done()
	}
	l.dimensions = m.Strings("dimensions")
	for _, n := range m.Items("answer_sets") {
		l.answerSet(s, source.ReadMap(n, l.d))
	}
	l.stages(s, m.Items("stages"))
	for _, n := range m.Items("modules") {
		l.module(s, source.ReadMap(n, l.d))
	}
	l.lint(m.Map("lint"))
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
	if len(l.bank.About.Languages) == 0 {
		l.d.Error(m.Pos(), "missing-field", "name", "languages")
	}
}

func (l *loader) answerSet(s scope, m *source.Map) {
	id := l.id(m, "answers")
	l.sets[id] = l.options(s.in("answer_sets", id, "options"), m.Items("options"))
	m.Done()
}

func (l *loader) stages(s scope, nodes []*source.Node) {
	for i, n := range nodes {
		m := source.ReadMap(n, l.d)
		st := Stage{Level: m.Int("level"), ID: l.id(m, "stage"), From: m.NeedRat("from")}
		at := s.in("stages", st.ID)
		st.Title, st.Summary, st.Meaning, st.Next = at.need(m, "title"), at.need(m, "summary"), at.need(m, "meaning"), at.need(m, "next")
		if st.Level != i+1 {
			l.d.Error(m.At("level"), "stage-order", "want", i+1)
		}
		l.stageBound(m.At("from"), i, st.From)
		st.Gates = l.gates(m)
		l.bank.Stages = append(l.bank.Stages, st)
		m.Done()
	}
	if len(nodes) == 0 {
		l.d.Error(source.Pos{File: fileBank, Line: 1, Column: 1}, "missing-field", "name", "stages")
	}
}

// stageBound checks that the bands of the total leave neither gap nor overlap.
func (l *loader) stageBound(at source.Pos, i int, from *big.Rat) {
	switch {
	case from == nil:
	case i == 0 && from.Sign() != 0:
		l.d.Error(at, "bands-gap", "from", new(big.Rat), "to", from)
	case from.Sign() < 0 || from.Cmp(big.NewRat(100, 1)) > 0:
		l.d.Error(at, "out-of-range", "a", 0, "b", 100)
	case i > 0 && l.bank.Stages[i-1].From != nil && from.Cmp(l.bank.Stages[i-1].From) <= 0:
		l.d.Error(at, "bands-overlap", "from", from)
	}
}

func (l *loader) gates(m *source.Map) []Gate {
	var out []Gate
	for _, e := range m.Map("gates").Entries() {
		g := Gate{Dimension: e.Key, From: source.RatOf(e.Value, l.d)}
		l.later = append(l.later, func() {
			if l.bank.Dimension(g.Dimension) == nil {
				l.d.Unknown(e.At, "unknown-dimension", g.Dimension, l.dimensions)
			}
		})
		if g.From != nil {
			out = append(out, g)
		}
	}
	if every := m.Rat("every"); every != nil {
		out = append(out, Gate{From: every})
	}
	for _, g := range out {
		if g.From.Sign() < 0 || g.From.Cmp(big.NewRat(100, 1)) > 0 {
			l.d.Error(m.At("gates"), "out-of-range", "a", 0, "b", 100)
		}
	}
	return out
}

func (l *loader) module(s scope, m *source.Map) {
	mod := Module{ID: l.id(m, "module")}
	at := s.in("modules", mod.ID)
	mod.Title, mod.Promise, mod.For = at.need(m, "title"), at.need(m, "promise"), at.need(m, "for")
	mod.TooEarly, mod.TooLate = at.need(m, "too_early"), at.need(m, "too_late")
	l.bank.Modules = append(l.bank.Modules, mod)
	m.Done()
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
