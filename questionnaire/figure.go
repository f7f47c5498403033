package questionnaire

import (
	"slices"
	"strings"
	"unicode"
)

// abouts are the words that people put before a number they are not sure of.
var abouts = []string{"etwa", "ca", "circa", "rund", "ungefähr", "about", "around", "approx", "approximately", "roughly", "~", "≈"}

// BeginsAbout says whether a text is such a word or its beginning.
func BeginsAbout(text string) bool {
	return slices.ContainsFunc(abouts, func(word string) bool { return strings.HasPrefix(word, strings.ToLower(text)) })
}

// unitWords are what people write for the signs that units may be.
var unitWords = map[string][]string{"€": {"euro", "euros", "eur"}, "%": {"prozent", "percent", "per", "cent"}}

// bareFigure is what was typed for a figure without a word for "about" and without the unit of the question. Any other word
// stays, so that nothing which changes the number is passed over.
func bareFigure(q *Question, text string) string {
	rest := strings.TrimSpace(text)
	lead := strings.ToLower(strings.TrimRightFunc(rest[:firstDigit(rest)], func(r rune) bool { return !unicode.IsLetter(r) && r != '~' && r != '≈' }))
	if slices.Contains(abouts, lead) {
		rest = strings.TrimLeft(rest[len(lead):], ". \u00a0")
	}
	at := strings.LastIndexFunc(rest, unicode.IsDigit) + 1
	for _, word := range strings.Fields(rest[at:]) {
		if !isUnit(q, strings.ToLower(strings.TrimRight(word, ".,"))) {
			return rest
		}
	}
	return rest[:at]
}

// firstDigit is where the first digit stands, or the end.
func firstDigit(s string) int {
	if at := strings.IndexFunc(s, unicode.IsDigit); at >= 0 {
		return at
	}
	return len(s)
}

// isUnit says whether a word stands for the unit of a question, or for a part of it: Stellen for Vollzeitstellen, Min. for
// Minuten, Jahre for Jahr.
func isUnit(q *Question, word string) bool {
	for _, unit := range q.Wording.Unit {
		for _, u := range strings.Fields(strings.ToLower(unit)) {
			part := len(word) >= 3 && (strings.HasPrefix(u, word) || strings.HasSuffix(u, word))
			ending := len(u) >= 3 && strings.HasPrefix(word, u) && len(word) <= len(u)+2
			if word == u || part || ending || slices.Contains(unitWords[u], word) {
				return true
			}
		}
	}
	return false
}
