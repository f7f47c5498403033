package desk

import (
	"slices"
	"strings"
	"unicode"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/pattern"
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

// Matches says whether every word of a search occurs in a text; case and umlauts do not matter. A word also occurs in two that
// share an ending: Gartenbau, and Galabau, in Garten- und Landschaftsbau.
func Matches(text, search string) bool {
	text = Fold(text)
	for _, word := range strings.Fields(Fold(search)) {
		if !strings.Contains(text, word) && !joined(text, word) {
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

// sharing are two words of which the first leaves its ending to the second.
var sharing = pattern.Late(`(\pL+)- (?:und|oder|bzw\.|sowie) ([\pL-]+)`)

// syllable is how many letters of a word make a part of a short form.
const syllable = 2

// joined says whether a word, as far as it is typed, is made of the first of such two and of an ending of the second, or is
// their short form: the beginnings of both and such an ending.
func joined(text, word string) bool {
	for _, pair := range sharing().FindAllStringSubmatch(text, -1) {
		first, second := pair[1], pair[2]
		if ending, ok := strings.CutPrefix(word, first); ok && strings.Contains(second, ending) {
			return true
		}
		for at := syllable; at < len(word) && strings.HasPrefix(first, word[:at]); at++ {
			for end := at + syllable; end <= len(word) && strings.HasPrefix(second, word[at:end]); end++ {
				if strings.Contains(second[end-at:], word[end:]) {
					return true
				}
			}
		}
	}
	return false
}

var folding = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss")

// Fold makes words comparable: lower case, umlauts written out.
func Fold(s string) string { return folding.Replace(strings.ToLower(strings.TrimSpace(s))) }
