package offer

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

const fileCatalogue = "catalogue.yaml"

// Load reads a catalogue from its folder and checks it against a bank's fields, dimensions and modules. All problems
// are added to d; the catalogue is nil when one of them is an error.
func Load(fsys fs.FS, b *questionnaire.Bank, d *source.Diagnostics) *Catalogue {
	files, _ := fs.Glob(fsys, "*.yaml")
	l := &loader{fsys: fsys, bank: b, d: d, c: &Catalogue{}, ids: map[string]bool{}}
	before := d.Failed()
	l.file(fileCatalogue, l.catalogue)
	for _, f := range l.order {
		l.file(f+".yaml", l.offers)
	}
	for _, f := range files {
		if f != fileCatalogue && !slices.Contains(l.order, strings.TrimSuffix(f, ".yaml")) {
			d.Error(source.Pos{File: f}, "offer-file-stray", "name", f)
		}
	}
	if d.Failed() && !before {
		return nil
	}
	return l.c
}

type loader struct {
	fsys  fs.FS
	bank  *questionnaire.Bank
	d     *source.Diagnostics
	c     *Catalogue
	order []string
	ids   map[string]bool
}

func (l *loader) file(name string, read func(*source.Map)) {
	data, err := fs.ReadFile(l.fsys, name)
	if err != nil {
		l.d.Error(source.Pos{File: name}, "file-missing", "name", name)
		return
	}
	if n := source.ParseYAML(name, data, l.d); n != nil {
		m := source.ReadMap(n, l.d)
		read(m)
		m.Done()
	}
}

func (l *loader) catalogue(m *source.Map) {
	l.c.AsOf, l.order = m.Day("as_of"), m.Strings("files")
	limits := m.Map("limits")
	l.c.Limits.DeMinimis = cents(limits.NeedRat("de_minimis"))
	for _, n := range limits.Items("sme") {
		s := source.ReadMap(n, l.d)
		row := SizeLimit{Staff: s.NeedRat("staff"), Turnover: s.NeedRat("turnover"), Balance: s.NeedRat("balance")}
		row.Class = word(l, s, "class", map[string]SME{"micro": SMEMicro, "small": SMESmall, "medium": SMEMedium})
		l.c.Limits.SME = append(l.c.Limits.SME, row)
		s.Done()
	}
	limits.Done()
	for _, n := range m.Items("rules") {
		l.rule(source.ReadMap(n, l.d))
	}
}

func (l *loader) rule(m *source.Map) {
	r := ModuleRule{ID: m.NeedString("id"), First: l.module(m, "first"), Then: l.module(m, "then"), Stage: m.Int("stage"), StageTo: m.Int("stage_to"), Scores: map[string]*big.Rat{}}
	for _, e := range m.Map("scores").Entries() {
		if l.bank.Dimension(e.Key) == nil {
			l.d.Unknown(e.At, "unknown-dimension", e.Key, dimensions(l.bank))
		}
		r.Scores[e.Key] = source.RatOf(e.Value, l.d)
	}
	r.When, r.Reason = l.condition(m, "when"), l.text(m, "reason", true)
	l.c.Rules = append(l.c.Rules, r)
	m.Done()
}

func dimensions(b *questionnaire.Bank) []string {
	var out []string
	for _, d := range b.Dimensions {
		out = append(out, d.ID)
	}
	return out
}

func (l *loader) module(m *source.Map, key string) string {
	id := m.NeedString(key)
	l.checkModule(m.At(key), id)
	return id
}

func (l *loader) checkModule(at source.Pos, id string) {
	if id != "" && l.bank.Module(id) == nil {
		var known []string
		for _, mod := range l.bank.Modules {
			known = append(known, mod.ID)
		}
		l.d.Unknown(at, "unknown-module", id, known)
	}
}

// word reads one of a fixed set of words.
func word[T any](l *loader, m *source.Map, key string, words map[string]T) T {
	s := m.NeedString(key)
	v, ok := words[s]
	if !ok && s != "" {
		known := slices.Sorted(maps.Keys(words))
		l.d.Unknown(m.At(key), "bad-word", s, known, "allowed", strings.Join(known, ", "))
	}
	return v
}

// text reads a text in all languages: {de: …, en: …}.
func (l *loader) text(m *source.Map, key string, needed bool) i18n.Text {
	n := m.Take(key)
	if n == nil {
		if needed {
			l.d.Error(m.Pos(), "missing-text", "name", key)
		}
		return nil
	}
	return l.textOf(n, key)
}

func (l *loader) textOf(n *source.Node, key string) i18n.Text {
	t := i18n.Text{}
	tm := source.ReadMap(n, l.d)
	for _, lang := range i18n.Languages() {
		if t[lang] = tm.String(string(lang)); strings.TrimSpace(t[lang]) == "" {
			l.d.Error(n.Pos, "translation-missing", "lang", string(lang), "name", key)
		}
	}
	tm.Done()
	return t
}

func (l *loader) condition(m *source.Map, key string) questionnaire.Condition {
	n := m.Take(key)
	if n == nil {
		return questionnaire.Condition{}
	}
	return questionnaire.ReadCondition(n, l.bank, l.d)
}

// cents turns whole or partial euros into cents; 0 for none.
func cents(euro *big.Rat) int64 {
	if euro == nil {
		return 0
	}
	c := new(big.Rat).Mul(euro, big.NewRat(100, 1))
	return new(big.Int).Quo(c.Num(), c.Denom()).Int64()
}
