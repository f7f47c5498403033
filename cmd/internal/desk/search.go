package desk

import (
	"slices"
	"strings"
	"unicode"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Place says where in an item a search was found: in its text, in an option, in a row, in one of its terms, in its note;
// nowhere of these when it was in its title or its area.
type Place struct {
	Text   bool
	Option int // its number, from 1
	Row    *questionnaire.Row
	Term   *questionnaire.Term
	Note   bool
}

// Search is where to search: the terms of the bank, and the words of an item as they are read in one language.
type Search struct {
	In   func(i18n.Text) string
	Bank *questionnaire.Bank
	Area string // of the item
	Note string // of the item
}

// Find looks for the words of a search in an item, as it is read in one language: every word in its title or area, or in
// its text, or in one of its options or rows, or in the name of one of its terms, or in its note.
func (s Search) Find(it questionnaire.Item, search string) (Place, bool) {
	q, in, area := it.Question, s.In, s.Area
	switch {
	case Matches(in(q.Wording.Short)+" "+area, search):
		return Place{}, true
	case Matches(in(q.Wording.Text), search):
		return Place{Text: true}, true
	}
	for i, o := range q.Options {
		if Matches(in(o.Text), search) {
			return Place{Option: i + 1}, true
		}
	}
	for i := range q.Rows {
		if Matches(in(q.Rows[i].Text), search) {
			return Place{Row: &q.Rows[i]}, true
		}
	}
	for _, id := range q.Wording.Terms {
		if t := s.Bank.Term(id); t != nil && Matches(in(t.Name), search) {
			return Place{Term: t}, true
		}
	}
	if s.Note != "" && Matches(s.Note, search) {
		return Place{Note: true}, true
	}
	return Place{}, false
}

// Matches says whether every word of a search occurs in a text; case and umlauts do not matter.
func Matches(text, search string) bool {
	text = Fold(text)
	for _, word := range strings.Fields(Fold(search)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}

// Begins says whether every word of a search begins a word of a text.
func Begins(text, search string) bool {
	words := strings.FieldsFunc(Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, part := range strings.Fields(Fold(search)) {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, part) }) {
			return false
		}
	}
	return true
}

var folding = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss")

// Fold makes words comparable: lower case, umlauts written out.
func Fold(s string) string { return folding.Replace(strings.ToLower(strings.TrimSpace(s))) }
