package questionnaire

import (
	"slices"

	"digitalkompass/questionnaire/source"
)

// Find is the item with an id, be it one of an earlier edition of the bank; nil when there is none.
func (b *Bank) Find(id string) *Question {
	if q := b.index[id]; q != nil {
		return q
	}
	return b.index[b.renamed[id]]
}

// current puts the present ids of options and rows in the place of those of earlier editions; false when there are none.
func (q *Question) current(a Answer) (Answer, bool) {
	moved := false
	option := func(id string) string {
		if q.Option(id) != nil {
			return id
		}
		for i := range q.Options {
			if slices.Contains(q.Options[i].Was, id) {
				moved = true
				return q.Options[i].ID
			}
		}
		return id
	}
	a.Value.Option, a.Target = option(a.Value.Option), option(a.Target)
	a.Value.Set = slices.Clone(a.Value.Set)
	for i, id := range a.Value.Set {
		a.Value.Set[i] = option(id)
	}
	if a.Value.Rows != nil {
		rows := map[string]string{}
		for id, cell := range a.Value.Rows {
			rows[q.currentRow(id, &moved)] = option(cell)
		}
		a.Value.Rows = rows
	}
	if moved {
		slices.SortStableFunc(a.Value.Set, func(x, y string) int { return q.Number(x) - q.Number(y) })
		a.Value.Set = slices.Compact(a.Value.Set)
	}
	return a, moved
}

func (q *Question) currentRow(id string, moved *bool) string {
	if q.Row(id) != nil {
		return id
	}
	for i := range q.Rows {
		if slices.Contains(q.Rows[i].Was, id) {
			*moved = true
			return q.Rows[i].ID
		}
	}
	return id
}

// wasItem reads the ids that a question or field had in earlier editions of the bank.
func (l *loader) wasItem(m *source.Map, id string) {
	for _, n := range m.Items("was") {
		l.later = append(l.later, func() {
			b := l.bank
			if b.renamed == nil {
				b.renamed = map[string]string{}
			}
			l.former([]*source.Node{n}, func(old string) bool { return b.index[old] != nil })
			if b.renamed[n.Value] != "" {
				l.d.Error(n.Pos, "was-twice", "name", n.Value)
			}
			b.renamed[n.Value] = id
		})
	}
}

// former checks ids of earlier editions: none may be one of the present, and none stands twice.
func (l *loader) former(nodes []*source.Node, present func(string) bool) {
	seen := map[string]bool{}
	for _, n := range nodes {
		switch {
		case present(n.Value):
			l.d.Error(n.Pos, "was-present", "name", n.Value)
		case seen[n.Value]:
			l.d.Error(n.Pos, "was-twice", "name", n.Value)
		}
		seen[n.Value] = true
	}
}
