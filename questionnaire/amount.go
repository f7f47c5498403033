package questionnaire

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/pattern"
)

const (
	thousand = 1_000
	million  = 1_000_000
)

// magnitudes are what people write behind an amount for thousands and millions, folded.
var magnitudes = map[string]int64{
	"k": thousand, "tsd": thousand, "tausend": thousand, "thousand": thousand,
	"mio": million, "mill": million, "million": million, "millionen": million, "millions": million,
}

// currencies are what may stand behind an amount, the longer ones first.
var currencies = []string{"euros", "euro", "eur", "€"}

// AmountWords are the words that may stand behind the digits of an amount.
func AmountWords() []string {
	return append(append(slices.Sorted(maps.Keys(magnitudes)), "teur", "m"), currencies...)
}

// dashes stand for the cents that there are none of: 35.000,- and 35.000,–.
var dashes = pattern.Late(`^\s*[.,][-–—]{1,2}`)

// bareAmount is an amount of money without what stands around its digits, and what they have to be multiplied by: 1,4 Mio. €,
// 35 T€, 35k, 35.000,-. A word that it does not know stays.
func bareAmount(text string, l i18n.Lang) (bare string, factor int64) {
	at := firstDigit(text)
	if lead := strings.ToLower(strings.Trim(text[:at], " .\u00a0")); slices.Contains(currencies, lead) {
		text = text[at:]
	}
	at = strings.LastIndexFunc(text, unicode.IsDigit) + 1
	tail := dashes().ReplaceAllString(text[at:], "")
	word := strings.ToLower(strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ".", "").Replace(tail))
	currency := false
	for _, c := range currencies {
		if w, ok := strings.CutSuffix(word, c); ok {
			word, currency = w, true
			break
		}
	}
	switch n := magnitudes[word]; {
	case word == "":
		return text[:at], 1
	case n > 0:
		return text[:at], n
	case word == "t" && currency: // T€, TEUR
		return text[:at], thousand
	case word == "m" && (currency || l == i18n.English): // M€; 1.4m
		return text[:at], million
	}
	return text, 1
}

// unclear says whether an amount may be read in two ways: three digits behind the sign that is the thousands sign of the other
// language, and groups of three in an amount of thousands or millions.
func unclear(s, thousands, point string, factor int64) bool {
	if factor > 1 && grouped(s, thousands, point) {
		return true
	}
	_, decimals, _ := strings.Cut(s, point)
	return factor < million && len(decimals) == 3
}
