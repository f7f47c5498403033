package desk

import (
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Place says where in an item a search was found: in its text, in an option, in a row; nowhere of these when it was in
// its title or its area.
type Place struct {
	Text   bool
	Option int // its number, from 1
	Row    *questionnaire.Row
}

// Find looks for the words of a search in an item, as it is read in one language: every word in its title or area, or in
// its text, or in one of its options or rows.
func Find(in func(i18n.Text) string, it questionnaire.Item, area, search string) (Place, bool) {
	q := it.Question
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

var folding = strings.NewReplacer("ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss")

// Fold makes words comparable: lower case, umlauts written out.
func Fold(s string) string { return folding.Replace(strings.ToLower(strings.TrimSpace(s))) }
