package wizard

import (
	"slices"
	"strings"

	"digitalkompass/cmd/internal/desk"
)

// glossary explains hard words: all of them, or those that belong to what is shown.
type glossary struct {
	finder
	of []string // ids of the bank's terms, or nil for all words
}

func newGlossary(of []string) *glossary { return &glossary{newFinder(), of} }

func (s *glossary) CapturesText() bool { return true }

// hits are the words that the search finds. What was typed is looked for among all words.
func (s *glossary) hits(f frame) []desk.Entry {
	all, search := desk.Glossary(f.Look.bank(), f.P), strings.TrimSpace(s.find.String())
	if search == "" && s.of != nil {
		return slices.DeleteFunc(all, func(e desk.Entry) bool { return !slices.Contains(s.of, e.ID) })
	}
	return desk.Lookup(all, search)
}

// Update filters while one types.
func (s *glossary) Update(f frame, k key) []say {
	switch {
	case s.typed(k, len(s.hits(f))):
		return nil
	case k.op == opEnter:
		return []say{leave{}}
	}
	return []say{pass{k}}
}

// View shows the search line and the words, those found and the one pointed at with what they mean.
func (s *glossary) View(f frame) page {
	hits := s.hits(f)
	searching := strings.TrimSpace(s.find.String()) != ""
	p := page{Left: f.T("term.title"), Right: f.T("term.count", "n", len(hits)), Done: 1, Of: 1}
	fixed := []line{nil, ln(" " + f.T("term.ask")), ln("   " + f.prep(s.find.field(26, true))), nil}
	var list []block
	if len(hits) == 0 {
		list = append(list, still(f.para(f.T("go.none"), plain)...))
	}
	for i, e := range hits {
		on := i == s.at
		rows := f.hanging(pointer(on), f.prep(e.Name), roleOf(on))
		if on || searching {
			rows = append(rows, f.indented(f.prep(e.Text), 5, plain)...)
		}
		list = append(list, block{lines: rows, stop: i})
	}
	p.Body = append(fixed, f.fit(list, s.at, f.body()-len(fixed))...)
	return p
}

// Keys are the words of the key row.
func (s *glossary) Keys(frame) []hint {
	return []hint{enter("do.close"), arrows("do.choose"), esc("do.back"), tabHint}
}
