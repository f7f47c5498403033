// Package prose looks at the texts of a question bank as an editor would: two questions in one, words that nobody can
// count, negations, length, the direction of scales, unexplained jargon, typography, and translations older than what
// they translate. The words it looks for are data. Start with Load and Rules.Check.
package prose

import (
	"slices"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// The codes of findings that a bank can declare as intended. The words for them are "diag.<code>" in the locale files.
const (
	codeDouble     = "prose-double"
	codeVague      = "prose-vague"
	codeNegation   = "prose-negation"
	codeLong       = "prose-long"
	codeDirection  = "prose-direction"
	codeJargon     = "prose-jargon"
	codeTypography = "prose-typography"
)

// Codes are the findings that a bank can declare as intended.
var Codes = []string{codeDouble, codeVague, codeNegation, codeLong, codeDirection, codeJargon, codeTypography}

// checker is one look at one bank.
type checker struct {
	rules   *Rules
	bank    *questionnaire.Bank
	text    *questionnaire.Manuscript
	allowed *questionnaire.Allowances
	told    map[string]bool // jargon reported, by question, language and word
	d       *source.Diagnostics
}

// Check adds what there is to say about a bank's texts, but for what is allowed.
func (r *Rules) Check(b *questionnaire.Bank, m *questionnaire.Manuscript, allowed *questionnaire.Allowances, d *source.Diagnostics) {
	c := &checker{rules: r, bank: b, text: m, allowed: allowed, told: map[string]bool{}, d: d}
	for _, t := range m.Texts {
		w := r.words[t.Lang]
		c.double(t, w)
		c.vague(t, w)
		c.negation(t, w)
		c.long(t, w)
		c.jargon(t, w)
		c.typography(t, w)
	}
	c.directions()
}

// warn adds a finding about a text unless it is declared as intended.
func (c *checker) warn(t questionnaire.Text, code string, args ...any) {
	if !c.allowed.Allow(code, t.Below) {
		c.d.Warn(t.Pos, code, args...)
	}
}

// find is a question's text in the bank's first language.
func (c *checker) find(path string) (questionnaire.Text, bool) {
	i := slices.IndexFunc(c.text.Texts, func(t questionnaire.Text) bool { return t.Ref() == path && t.Lang == c.text.Languages[0] })
	if i < 0 {
		return questionnaire.Text{}, false
	}
	return c.text.Texts[i], true
}
