package source

import (
	"math/big"
	"slices"
	"strings"

	"digitalkompass/questionnaire/pattern"
)

// Map reads a mapping strictly: every key has to be asked for, and Done reports those that were not.
// All its readers report a value of the wrong kind and then return the zero value.
type Map struct {
	node  *Node
	known []string
	d     *Diagnostics
}

// ReadMap starts reading a node that has to be a mapping. It reports any other kind and then reads as empty.
func ReadMap(n *Node, d *Diagnostics) *Map {
	if n == nil {
		n = &Node{Kind: Mapping}
	}
	if n.Kind != Mapping {
		d.Error(n.Pos, "wrong-kind", "want", "mapping")
		n = &Node{Kind: Mapping, Pos: n.Pos}
	}
	return &Map{node: n, d: d, known: make([]string, 0, usualKeys)}
}

// usualKeys is how many keys most mappings are asked for.
const usualKeys = 8

// Pos is the place of the mapping.
func (m *Map) Pos() Pos { return m.node.Pos }

// At is the place of a key's value, or of the mapping where the key is missing.
func (m *Map) At(key string) Pos {
	if v := m.node.Get(key); v != nil {
		return v.Pos
	}
	return m.node.Pos
}

// Take is the value under a key, or nil. It makes the key known.
func (m *Map) Take(key string) *Node {
	m.known = append(m.known, key)
	if v := m.node.Get(key); v != nil && v.Kind != Null {
		return v
	}
	return nil
}

// Need is Take for a key that has to be there.
func (m *Map) Need(key string) *Node {
	v := m.Take(key)
	if v == nil {
		m.d.Error(m.At(key), "missing-field", "name", key)
	}
	return v
}

// String is an optional text; numbers and booleans count as the text they are written with.
func (m *Map) String(key string) string { return m.text(m.Take(key)) }

// NeedString is a text that has to be there and not be blank.
func (m *Map) NeedString(key string) string {
	v := m.Need(key)
	s := m.text(v)
	if v != nil && v.Scalar() && strings.TrimSpace(s) == "" {
		m.d.Error(v.Pos, "blank-field", "name", key)
	}
	return s
}

func (m *Map) text(v *Node) string {
	if v == nil {
		return ""
	}
	if !v.Scalar() {
		m.d.Error(v.Pos, "wrong-kind", "want", "text")
		return ""
	}
	return v.Value
}

// Bool is an optional yes or no, written true or false.
func (m *Map) Bool(key string) bool {
	v := m.Take(key)
	if v == nil {
		return false
	}
	if v.Kind != Bool || v.Value != "true" && v.Value != "false" {
		m.d.Error(v.Pos, "wrong-kind", "want", "bool")
		return false
	}
	return v.Value == "true"
}

// Rat is an optional exact number, or nil.
func (m *Map) Rat(key string) *big.Rat { return RatOf(m.Take(key), m.d) }

// NeedRat is an exact number that has to be there; nil when it is not.
func (m *Map) NeedRat(key string) *big.Rat { return RatOf(m.Need(key), m.d) }

// Int is an optional whole number, 0 when absent.
func (m *Map) Int(key string) int {
	v := m.Take(key)
	r := RatOf(v, m.d)
	if r == nil {
		return 0
	}
	if !r.IsInt() || !r.Num().IsInt64() {
		m.d.Error(v.Pos, "wrong-kind", "want", "whole")
		return 0
	}
	return int(r.Num().Int64())
}

// Strings is an optional list of texts.
func (m *Map) Strings(key string) []string {
	var out []string
	for _, n := range m.Items(key) {
		out = append(out, m.text(n))
	}
	return out
}

// Items are the values of an optional list.
func (m *Map) Items(key string) []*Node {
	v := m.Take(key)
	if v == nil {
		return nil
	}
	if v.Kind != List {
		m.d.Error(v.Pos, "wrong-kind", "want", "list")
		return nil
	}
	return v.Items
}

// Map is an optional mapping under a key; it reads as empty when absent.
func (m *Map) Map(key string) *Map { return ReadMap(m.Take(key), m.d) }

// Entries are all keys with their values; none is unknown then.
func (m *Map) Entries() []Entry {
	for _, e := range m.node.Entries {
		m.known = append(m.known, e.Key)
	}
	return m.node.Entries
}

// Done reports every key that was not asked for.
func (m *Map) Done() {
	for _, e := range m.node.Entries {
		if !slices.Contains(m.known, e.Key) {
			words := slices.Compact(slices.Sorted(slices.Values(m.known)))
			m.d.Unknown(e.At, "unknown-field", e.Key, m.known, "allowed", strings.Join(words, ", "))
		}
	}
}

var decimalComma = pattern.Late(`^-?[0-9]+,[0-9]+$`)

// isDecimalComma says whether a text is a number as people write it in German.
func isDecimalComma(s string) bool {
	return len(s) <= maxDigits && strings.Contains(s, ",") && decimalComma().MatchString(s)
}

// maxDigits bounds numbers, so that 1e999999999 cannot eat the memory.
const maxDigits = 30

// RatOf is the exact number of a node; nil when there is none, after reporting a node of another kind.
func RatOf(n *Node, d *Diagnostics) *big.Rat {
	if n == nil {
		return nil
	}
	if isDecimalComma(n.Value) && n.bare {
		d.Error(n.Pos, "decimal-comma", "x", strings.Replace(n.Value, ",", ".", 1))
		return nil
	}
	if n.Kind != Number || len(n.Value) > maxDigits || strings.ContainsAny(n.Value, "eExXoObB_:") {
		d.Error(n.Pos, "wrong-kind", "want", "number")
		return nil
	}
	r, ok := new(big.Rat).SetString(n.Value)
	if !ok {
		d.Error(n.Pos, "wrong-kind", "want", "number")
		return nil
	}
	return r
}
