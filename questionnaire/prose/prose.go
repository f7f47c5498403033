// Package prose looks at the texts of a question bank as an editor would: two questions in one, words that nobody can
// count, negations, length, the direction of scales, unexplained jargon, typography, and translations older than what
// they translate. The words it looks for are data. Start with Load and Rules.Check.
package prose

import (
	"maps"
	"slices"
	"strings"

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

var codes = []string{codeDouble, codeVague, codeNegation, codeLong, codeDirection, codeJargon, codeTypography}

// checker is one look at one bank.
type checker struct {
	rules   *Rules
	bank    *questionnaire.Bank
	text    *questionnaire.Manuscript
	allowed []allowance
	told    map[string]bool // jargon reported, by question, language and word
	d       *source.Diagnostics
}

// allowance remembers whether it was needed.
type allowance struct {
	questionnaire.Allowance
	used bool
}

// Check adds what there is to say about a bank's texts.
func (r *Rules) Check(b *questionnaire.Bank, m *questionnaire.Manuscript, d *source.Diagnostics) {
	c := &checker{rules: r, bank: b, text: m, told: map[string]bool{}, d: d}
	for _, a := range m.Allowed {
		c.allowed = append(c.allowed, allowance{Allowance: a})
	}
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
	c.idle()
}

// warn adds a finding about a text unless it is declared as intended.
func (c *checker) warn(t questionnaire.Text, code string, args ...any) {
	intended := false
	for i := range c.allowed {
		if a := &c.allowed[i]; a.Code == code && t.Below(a.At) {
			a.used, intended = true, true
		}
	}
	if !intended {
		c.d.Warn(t.Pos, code, args...)
	}
}

// idle reports allowances that allow nothing: a mistyped one would hide what its author wanted to decide.
func (c *checker) idle() {
	for _, a := range c.allowed {
		switch {
		case a.used:
		case !slices.Contains(codes, a.Code):
			c.d.Unknown(a.Pos, "bad-word", a.Code, codes, "allowed", strings.Join(codes, ", "))
		case !slices.ContainsFunc(c.text.Texts, func(t questionnaire.Text) bool { return t.Below(a.At) }):
			c.d.Unknown(a.Pos, "unknown-place", a.At, places(c.text))
		default:
			c.d.Warn(a.Pos, "prose-allow-unused", "name", a.At, "code", a.Code)
		}
	}
}

// places are the names that a text can be found by.
func places(m *questionnaire.Manuscript) []string {
	out := map[string]bool{}
	for _, t := range m.Texts {
		file, _, _ := strings.Cut(t.Path, "/")
		out[file], out[t.Item], out[t.Ref()] = true, true, true
	}
	return slices.Sorted(maps.Keys(out))
}

// find is a question's text in the bank's first language.
func (c *checker) find(path string) (questionnaire.Text, bool) {
	i := slices.IndexFunc(c.text.Texts, func(t questionnaire.Text) bool { return t.Ref() == path && t.Lang == c.text.Languages[0] })
	if i < 0 {
		return questionnaire.Text{}, false
	}
	return c.text.Texts[i], true
}
