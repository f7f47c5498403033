package report

import (
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// ProfileHead is the headline of the profile of a result.
func ProfileHead(r *scoring.Result, p *i18n.Printer) string {
	return newBuilder(r, &offer.Advice{}, p, nil).profileHead()
}

// Ends is ends, for tests.
var Ends = ends

// MonthsOn, Possible and Letters are what the tests ask directly.
var (
	MonthsOn = monthsOn
	Possible = possible
	Letters  = letters
)
