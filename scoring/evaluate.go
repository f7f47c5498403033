package scoring

import "digitalkompass/questionnaire"

// Evaluate scores an assessment by its bank.
func Evaluate(b *questionnaire.Bank, a *questionnaire.Assessment) *Result {
	panic("scoring comes next")
}
