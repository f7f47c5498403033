package benchmark

import (
	"io/fs"
	"maps"
	"math/big"
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// Load reads the benchmark of a bank from its folder: the file that is named like the bank. Without one the catalogue is
// empty. All problems are added to d; the catalogue is nil when one of them is an error.
func Load(fsys fs.FS, b *questionnaire.Bank, d *source.Diagnostics) *Catalogue {
	name := b.About.ID + ".yaml"
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return &Catalogue{}
	}
	n := source.ParseYAML(name, data, d)
	if n == nil {
		return nil
	}
	l := &loader{bank: b, d: d, out: &Benchmark{bank: b}}
	m := source.ReadMap(n, d)
	l.read(m)
	m.Done()
	if d.Failed() {
		return nil
	}
	return &Catalogue{of: l.out}
}

type loader struct {
	bank *questionnaire.Bank
	d    *source.Diagnostics
	out  *Benchmark
}

func (l *loader) read(m *source.Map) {
	if id := m.NeedString("bank"); id != "" && id != l.bank.About.ID {
		l.d.Unknown(m.At("bank"), "bad-word", id, []string{l.bank.About.ID}, "allowed", l.bank.About.ID)
	}
	l.out.Kind = l.kind(m)
	l.source(m.Map("source"))
	l.population(m)
	for _, n := range m.Items("countries") {
		c := source.ReadMap(n, l.d)
		l.out.Countries = append(l.out.Countries, Country{ID: c.NeedString("id"), Option: c.String("option"), In: l.text(c, "in")})
		c.Done()
	}
	for _, n := range m.Items("groups") {
		g := source.ReadMap(n, l.d)
		l.out.Groups = append(l.out.Groups, Group{ID: g.NeedString("id"), When: l.condition(g, "when"), Name: l.text(g, "name")})
		g.Done()
	}
	for _, n := range m.Items("sets") {
		s := source.ReadMap(n, l.d)
		l.out.Sets = append(l.out.Sets, l.set(s))
		s.Done()
	}
	slices.SortStableFunc(l.out.Sets, func(a, b Set) int { return b.Year - a.Year })
	for key, n := range map[string]int{"countries": len(l.out.Countries), "groups": len(l.out.Groups), "sets": len(l.out.Sets)} {
		if n == 0 {
			l.d.Error(m.At(key), "missing-field", "name", key)
		}
	}
}

func (l *loader) kind(m *source.Map) Kind {
	word := m.NeedString("kind")
	for k, w := range kindWords {
		if w == word {
			return k
		}
	}
	if word != "" {
		l.unknown(m.At("kind"), word, slices.Sorted(maps.Values(kindWords)))
	}
	return 0
}

// unknown reports a word that is none of those allowed.
func (l *loader) unknown(at source.Pos, word string, allowed []string) {
	l.d.Unknown(at, "bad-word", word, allowed, "allowed", strings.Join(allowed, ", "))
}

func (l *loader) source(m *source.Map) {
	s := &l.out.Source
	s.Publisher, s.Name, s.Licence = m.NeedString("publisher"), l.text(m, "name"), l.text(m, "licence")
	if m.Take("remark") != nil {
		s.Remark = l.text(m, "remark")
	}
	if !notKnown(m.Need("retrieved")) {
		s.Retrieved = m.Day("retrieved")
	}
	m.Done()
}

// unknownWord stands where a fact is not known; leaving it out is not allowed.
const unknownWord = "unknown"

func notKnown(n *source.Node) bool { return n == nil || n.Value == unknownWord }

func (l *loader) population(m *source.Map) {
	p := &l.out.Population
	pm := m.Map("population")
	p.Text, p.Inside = l.text(pm, "text"), l.condition(pm, "inside")
	if !notKnown(pm.Need("enterprises")) {
		p.Enterprises = pm.Int("enterprises")
	}
	pm.Done()
	p.Below = l.condition(m, "below")
}

func (l *loader) set(m *source.Map) Set {
	s := Set{Year: m.Int("year"), Model: m.NeedString("model"), Comparable: m.Bool("comparable")}
	m.Need("comparable")
	for _, n := range m.Items("rows") {
		r := source.ReadMap(n, l.d)
		row := l.row(r)
		r.Done()
		if s.Row(row.Country, row.Group) != nil {
			l.d.Error(n.Pos, "duplicate-id", "name", row.Country+" "+row.Group, "first", m.Pos().File)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

func (l *loader) row(m *source.Map) Row {
	r := Row{Country: m.NeedString("country"), Group: m.NeedString("group"), Basic: m.Rat("basic")}
	if ids := l.countries(); r.Country != "" && !slices.Contains(ids, r.Country) {
		l.unknown(m.At("country"), r.Country, ids)
	}
	if ids := l.groups(); r.Group != "" && !slices.Contains(ids, r.Group) {
		l.unknown(m.At("group"), r.Group, ids)
	}
	shares := m.Map("shares")
	for _, s := range l.bank.Stages {
		r.Shares = append(r.Shares, shares.NeedRat(s.ID))
	}
	shares.Done()
	l.check(r, m.At("shares"))
	return r
}

func (l *loader) countries() (ids []string) {
	for _, c := range l.out.Countries {
		ids = append(ids, c.ID)
	}
	return ids
}

func (l *loader) groups() (ids []string) {
	for _, g := range l.out.Groups {
		ids = append(ids, g.ID)
	}
	return ids
}

// Published figures are rounded one by one, so sums may be off by slack. More than that is worth a look, and more than
// gross is a slip of the pen.
var slack, gross = big.NewRat(1, 10), big.NewRat(1, 1)

// check holds the shares against 100 and against the figure published for all but the first.
func (l *loader) check(r Row, at source.Pos) {
	if len(r.Shares) == 0 || slices.Contains(r.Shares, nil) {
		return
	}
	l.compare(at, "benchmark-sum", total(r.Shares), big.NewRat(100, 1))
	if r.Basic != nil {
		l.compare(at, "benchmark-basic", total(r.Shares[1:]), r.Basic)
	}
}

func (l *loader) compare(at source.Pos, code string, have, want *big.Rat) {
	off := new(big.Rat).Sub(have, want)
	switch off.Abs(off); {
	case off.Cmp(gross) > 0:
		l.d.Error(at, code, "x", have.FloatString(2), "y", want.FloatString(2))
	case off.Cmp(slack) > 0:
		l.d.Warn(at, code, "x", have.FloatString(2), "y", want.FloatString(2))
	}
}

func total(shares []*big.Rat) *big.Rat {
	sum := new(big.Rat)
	for _, s := range shares {
		sum.Add(sum, s)
	}
	return sum
}

// text reads a text in all languages: {de: …, en: …}.
func (l *loader) text(m *source.Map, key string) i18n.Text {
	n := m.Need(key)
	if n == nil {
		return nil
	}
	t, tm := i18n.Text{}, source.ReadMap(n, l.d)
	for _, lang := range i18n.Languages() {
		if t[lang] = tm.String(string(lang)); strings.TrimSpace(t[lang]) == "" {
			l.d.Error(n.Pos, "translation-missing", "lang", string(lang), "name", key)
		}
	}
	tm.Done()
	return t
}

func (l *loader) condition(m *source.Map, key string) questionnaire.Condition {
	if n := m.Take(key); n != nil {
		return questionnaire.ReadCondition(n, l.bank, l.d)
	}
	return questionnaire.Condition{}
}
