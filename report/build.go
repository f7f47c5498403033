package report

import (
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// Build says a result and its advice as a document in the printer's language.
func Build(r *scoring.Result, advice *offer.Advice, p *i18n.Printer) *Document {
	panic("report comes next")
}
