package questionnaire

import (
	"math/big"
	"strings"

	"digitalkompass/questionnaire/source"
)

// condition reads a "when" after all ids are known. before names the question it belongs to, "" for none.
func (l *loader) condition(n *source.Node, before string, set func(Condition)) {
	if n == nil {
		return
	}
	l.later = append(l.later, func() {
		set(l.alternatives(n, func(at source.Pos, t Test) {
			if l.checkTest(at, t) && l.bank.index[before] != nil && !l.doubts.about("question", before) && l.bank.order(t.ID) >= l.bank.order(before) {
				l.d.Error(at, "condition-forward", "name", t.ID, "question", before)
			}
		}))
	})
}

// onProfile is condition for one that may only look at the profile.
func (l *loader) onProfile(n *source.Node, set func(Condition)) {
	if n == nil {
		return
	}
	l.later = append(l.later, func() {
		set(l.alternatives(n, func(at source.Pos, t Test) {
			if l.checkTest(at, t) && l.bank.Question(t.ID).Dimension != "" {
				l.d.Error(at, "condition-profile", "name", t.ID)
			}
		}))
	})
}

// alternatives reads a condition and hands every test to check.
func (l *loader) alternatives(n *source.Node, check func(source.Pos, Test)) Condition {
	anyOf := n.Get("any_of")
	if anyOf == nil || len(n.Entries) != 1 {
		return Condition{AnyOf: [][]Test{l.tests(n, check)}}
	}
	var c Condition
	for _, a := range anyOf.Items {
		c.AnyOf = append(c.AnyOf, l.tests(a, check))
	}
	if anyOf.Kind != source.List || len(c.AnyOf) == 0 {
		l.d.Error(anyOf.Pos, "wrong-kind", "want", "list")
	}
	return c
}

func (l *loader) tests(n *source.Node, check func(source.Pos, Test)) []Test {
	var out []Test
	if n.Kind != source.Mapping {
		l.d.Error(n.Pos, "condition-shape", "when", "when: {order: [paper, files]}")
		return nil
	}
	entries := source.ReadMap(n, l.d).Entries()
	if n.Kind == source.Mapping && len(entries) == 0 {
		l.d.Error(n.Pos, "condition-empty")
	}
	for _, e := range entries {
		if t, ok := l.test(e); ok {
			check(e.At, t)
			out = append(out, t)
		}
	}
	return out
}

// test reads what one question is asked for: a list of answers, of which one has to be chosen, or a mapping.
func (l *loader) test(e source.Entry) (Test, bool) {
	t := Test{}
	t.ID, t.Row, _ = strings.Cut(e.Key, ".")
	if e.Value.Kind == source.Mapping {
		return t, l.comparison(&t, source.ReadMap(e.Value, l.d))
	}
	t.Values = l.values(e.Value, t.Row)
	return t, len(t.Values) > 0
}

// comparison reads limits of a figure, answers that must not be chosen, or a number of them.
func (l *loader) comparison(t *Test, m *source.Map) bool {
	limits := Limits{From: m.Rat("from"), Above: m.Rat("above"), To: m.Rat("to"), Below: m.Rat("below")}
	none, least, of := m.Take("none_of"), m.Take("at_least"), m.Take("of")
	t.Count = m.Int("at_least")
	m.Done()
	forms := 0
	for _, has := range []bool{limits != Limits{}, none != nil, least != nil || of != nil} {
		if has {
			forms++
		}
	}
	switch {
	case forms != 1:
		l.d.Error(m.Pos(), "condition-form", "question", t.ID)
	case none != nil:
		t.Not, t.Values = true, l.values(none, t.Row)
		return len(t.Values) > 0
	case (least == nil) != (of == nil):
		l.d.Error(m.Pos(), "missing-field", "name", map[bool]string{true: "at_least", false: "of"}[least == nil])
	case least != nil:
		t.Values = l.values(of, t.Row)
		if t.Count < 1 {
			l.d.Error(least.Pos, "wrong-kind", "want", "whole")
			return false
		}
		return len(t.Values) > 0
	default:
		t.Figure = &limits
		if limits.empty() {
			l.d.Error(m.Pos(), "limits-empty", "question", t.ID)
		}
		return true
	}
	return false
}

// values reads a list of answers that has at least one.
func (l *loader) values(n *source.Node, row string) []string {
	var out []string
	for _, v := range n.Items {
		if !v.Scalar() {
			l.d.Error(v.Pos, "wrong-kind", "want", "text")
			continue
		}
		word := v.Value
		if row != "" {
			word = cellWord(word)
		}
		out = append(out, word)
	}
	if n.Kind != source.List || len(n.Items) == 0 {
		l.d.Error(n.Pos, "wrong-kind", "want", "list")
	}
	return out
}

// empty says whether no figure lies within the limits, or an end is given twice.
func (l Limits) empty() bool {
	for _, low := range []*big.Rat{l.From, l.Above} {
		for _, high := range []*big.Rat{l.To, l.Below} {
			if low != nil && high != nil && (low.Cmp(high) > 0 || low.Cmp(high) == 0 && (low == l.Above || high == l.Below)) {
				return true
			}
		}
	}
	return l.From != nil && l.Above != nil || l.To != nil && l.Below != nil
}

// checkTest checks the names in a test and says whether they are known.
func (l *loader) checkTest(at source.Pos, t Test) bool {
	q := l.bank.Question(t.ID)
	if q == nil {
		l.noQuestion(at, t.ID)
		return false
	}
	if !l.sound(q) {
		return false
	}
	counted := t.Count > 0 && t.Row == ""
	if (q.Kind == Grid && !counted) != (t.Row != "") || t.Row != "" && q.Row(t.Row) == nil {
		l.d.Unknown(at, "unknown-row", t.Row, rowIDs(q))
		return false
	}
	if t.Figure != nil && q.Kind.Family() != Figure || t.Count > 0 && q.Kind != Multi && q.Kind != Grid {
		l.d.Error(at, "condition-kind", "question", t.ID, "kind", q.Kind.String())
		return false
	}
	for _, v := range t.Values {
		if q.Option(v) == nil && v != Unanswered && (t.Row == "" || v != RowNotApplicable) {
			l.d.Unknown(at, "unknown-option", v, optionIDs(q), "question", t.ID)
			return false
		}
	}
	return true
}

// ReadCondition reads a condition in another data file, against a loaded bank.
func ReadCondition(n *source.Node, b *Bank, d *source.Diagnostics) Condition {
	var c Condition
	l := &loader{bank: b, d: d}
	l.condition(n, "", func(read Condition) { c = read })
	for _, f := range l.later {
		f()
	}
	return c
}
