package questionnaire

import (
	"cmp"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"digitalkompass/questionnaire/source"
)

func itoa(n int) string { return strconv.Itoa(n) }

// ruleWords are the words for rules in data files.
var ruleWords = map[string]Rule{
	"mean": Mean, "sum": Sum, "least": Least, "greatest": Greatest, "median": Median, "geometric": Geometric, "met": Met,
	"enough": Enough, "vote": Vote, "levels": Levels, "cases": Cases, "formula": Formulate,
}

// ruleFields are the fields that only one rule has.
var ruleFields = []struct {
	name string
	rule Rule
}{{"count", Enough}, {"miss", Enough}, {"share", Levels}, {"cases", Cases}, {"formula", Formulate}}

// combine reads a rule with what it needs. A rule that is left out is the mean.
func (l *loader) combine(m *source.Map, id string, c *Combine) {
	word := l.word(m.Take("combine"), slices.Sorted(mapKeys(ruleWords)))
	c.Rule = ruleWords[word]
	for _, f := range ruleFields {
		if v := m.Take(f.name); v != nil && c.Rule != f.rule && (word != "" || m.Take("combine") == nil) {
			l.d.Error(v.Pos, "field-not-here", "name", f.name, "kind", "combine: "+cmp.Or(word, "mean"))
		}
	}
	switch c.Rule {
	case Enough:
		c.Count, c.Miss = l.count(m, "count"), m.Rat("miss")
		if c.Count == 0 {
			c.Count = NeedAll
		}
	case Levels:
		if c.Share = l.percent(m, "share"); c.Share == nil {
			c.Share = big.NewRat(100, 1)
		}
	case Cases:
		m.Need("cases")
		l.nodeCases(m.Items("cases"), id, c)
	case Formulate:
		if v := m.Need("formula"); v != nil {
			f := l.formula(v)
			c.Formula = &f
		}
	default:
	}
}

// count reads "all" or a whole number from 1; 0 when there is none.
func (l *loader) count(m *source.Map, key string) int {
	v := m.Take(key)
	if v == nil {
		return 0
	}
	if v.Kind == source.String && v.Value == "all" {
		return NeedAll
	}
	n := m.Int(key)
	if n < 1 && v.Kind == source.Number {
		l.d.Error(v.Pos, "not-positive", "name", key)
	}
	return n
}

func (l *loader) nodeCases(nodes []*source.Node, id string, c *Combine) {
	for i, n := range nodes {
		m := source.ReadMap(n, l.d)
		one := NodeCase{Value: m.NeedRat("value"), Bands: map[string][]string{}}
		if one.Value == nil {
			one.Value = new(big.Rat)
		}
		l.condition(m.Take("when"), "", func(cond Condition) { c.Cases[i].When = cond })
		for _, e := range m.Map("bands").Entries() {
			one.Bands[e.Key] = l.values(e.Value, "")
			l.later = append(l.later, func() { l.bandsNamed(e) })
		}
		if m.Take("when") == nil && len(one.Bands) == 0 {
			l.d.Error(m.Pos(), "case-empty")
		}
		c.Cases = append(c.Cases, one)
		l.mark(m.Pos(), "node-case", id, itoa(i))
		m.Done()
	}
}

// bandsNamed checks the names of bands that a case asks a node for.
func (l *loader) bandsNamed(e source.Entry) {
	if !l.nodeNamed(e.At, e.Key) {
		return
	}
	known := bandIDs(l.nodes[e.Key].node)
	for _, v := range e.Value.Items {
		if !slices.Contains(known, v.Value) {
			l.d.Unknown(v.Pos, "unknown-band", v.Value, known, "node", e.Key)
		}
	}
}

// bandIDs are the ids of all bands that a node has for any company.
func bandIDs(n *Node) []string {
	var out []string
	for _, s := range append([]BandSet{{Bands: n.Bands}}, n.BandsWhen...) {
		for _, b := range s.Bands {
			if !slices.Contains(out, b.ID) {
				out = append(out, b.ID)
			}
		}
	}
	return out
}

func childNames(n *Node) []string {
	var out []string
	for _, r := range n.Of {
		out = append(out, r.Name())
	}
	return out
}

// opWords are the words for operations of a formula.
var opWords = map[string]Op{"add": OpAdd, "subtract": OpSub, "multiply": OpMul, "divide": OpDiv, "max": OpMax, "min": OpMin}

// formula reads an expression: a node's id, a number, or an operation with its arguments.
func (l *loader) formula(n *source.Node) Formula {
	switch n.Kind {
	case source.Number:
		if r := source.RatOf(n, l.d); r != nil {
			return Formula{Op: OpNumber, Number: r}
		}
	case source.String:
		if !validID(n.Value) {
			l.d.Error(n.Pos, "wrong-kind", "want", "formula")
			break
		}
		l.later = append(l.later, func() { l.nodeNamed(n.Pos, n.Value) })
		return Formula{Op: OpNode, Node: n.Value}
	case source.Mapping:
		return l.operation(n)
	default:
		l.d.Error(n.Pos, "wrong-kind", "want", "formula")
	}
	return Formula{Op: OpNumber, Number: new(big.Rat)}
}

func (l *loader) operation(n *source.Node) Formula {
	none := Formula{Op: OpNumber, Number: new(big.Rat)}
	if len(n.Entries) != 1 {
		l.d.Error(n.Pos, "wrong-kind", "want", "formula")
		return none
	}
	e := n.Entries[0]
	f := Formula{Op: opWords[e.Key]}
	if f.Op == 0 {
		words := slices.Sorted(mapKeys(opWords))
		l.d.Unknown(e.At, "bad-word", e.Key, words, "allowed", joinWords(words))
		return none
	}
	if e.Value.Kind != source.List || len(e.Value.Items) < 2 {
		l.d.Error(e.Value.Pos, "formula-arguments", "name", e.Key)
		return none
	}
	for _, item := range e.Value.Items {
		f.Args = append(f.Args, l.formula(item))
	}
	return f
}

var roundModes = map[string]RoundMode{"half-up": HalfUp, "half-even": HalfEven, "down": Down}

// maxRound is the most digits that a rule may round to.
const maxRound = 6

func (l *loader) rounding(m *source.Map) *Rounding {
	if m.Take("round") == nil {
		return nil
	}
	sub := m.Map("round")
	r := &Rounding{Digits: sub.Int("digits"), Mode: HalfUp}
	if w := l.word(sub.Take("mode"), []string{"half-up", "half-even", "down"}); w != "" {
		r.Mode = roundModes[w]
	}
	if r.Digits < 0 || r.Digits > maxRound {
		l.d.Error(sub.At("digits"), "out-of-range", "a", 0, "b", maxRound)
	}
	sub.Done()
	return r
}

// bounds reads a shift and two ends, and finishes the mapping they stand in.
func (l *loader) bounds(m *source.Map) Bounds {
	b := l.ends(m)
	m.Done()
	return b
}

func (l *loader) ends(m *source.Map) Bounds {
	b := Bounds{Start: m.Rat("start"), Least: m.Rat("least"), Most: m.Rat("most")}
	if b.Least != nil && b.Most != nil && b.Least.Cmp(b.Most) > 0 {
		l.d.Error(m.At("least"), "bounds-crossed", "a", b.Least, "b", b.Most)
	}
	return b
}

func (l *loader) factor(m *source.Map) *Factor {
	if m.Take("factor") == nil {
		return nil
	}
	sub := m.Map("factor")
	f := &Factor{Node: sub.NeedString("node"), From: l.percent(sub, "from")}
	if f.From == nil || f.From.Sign() == 0 {
		if f.From == nil && sub.Take("from") == nil {
			l.d.Error(sub.Pos(), "missing-field", "name", "from")
		} else if f.From != nil {
			l.d.Error(sub.At("from"), "not-positive", "name", "from")
		}
		f.From = big.NewRat(100, 1)
	}
	if f.Node != "" {
		l.later = append(l.later, func() { l.nodeNamed(sub.At("node"), f.Node) })
	}
	sub.Done()
	return f
}

// percent reads a number from 0 to 100; nil when there is none.
func (l *loader) percent(m *source.Map, key string) *big.Rat {
	r := m.Rat(key)
	if r != nil && (r.Sign() < 0 || r.Cmp(big.NewRat(100, 1)) > 0) {
		l.d.Error(m.At(key), "out-of-range", "a", 0, "b", 100)
	}
	return r
}

var treats = map[string]Treat{"interval": TreatInterval, "zero": TreatZero, "exclude": TreatExclude, "target": TreatTarget}

// missing reads what becomes of the states without an answer.
func (l *loader) missing(m *source.Map) Missing {
	sub := m.Map("missing")
	all := []string{"interval", "zero", "exclude", "target"}
	out := Missing{
		Open: treats[l.word(sub.Take("open"), all)], Unknown: treats[l.word(sub.Take("unknown"), all)],
		// What does not apply has no target and no interval.
		NotApplicable: treats[l.word(sub.Take("not_applicable"), []string{"exclude", "zero"})],
	}
	sub.Done()
	return out
}

// ratio reads an exact number, also one written as a fraction.
func (l *loader) ratio(n *source.Node) *big.Rat {
	r, ok := new(big.Rat), false
	if len(n.Value) <= 60 && n.Scalar() && strings.Trim(n.Value, "-0123456789./") == "" {
		r, ok = r.SetString(n.Value)
	}
	if !ok {
		l.d.Error(n.Pos, "wrong-kind", "want", "number")
		return nil
	}
	return r
}
