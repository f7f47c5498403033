// Package sense looks whether a question bank makes sense: whether everything in it can be reached and does something,
// whether its scores use their whole scale, and whether a better answer ever lowers a result. It reasons exactly, over
// every company and every complete set of answers, and has a witness or a reason for what it says. Start with Check.
package sense

import (
	"path"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// The codes of findings. The words for them are "diag.<code>" in the locale files.
const (
	codeStage     = "sense-stage"
	codeLevel     = "sense-level"
	codeModule    = "sense-module"
	codeMeasure   = "sense-measure"
	codeUnasked   = "sense-unasked"
	codeAlways    = "sense-always"
	codeNever     = "sense-never"
	codeGate      = "sense-gate"
	codeTop       = "sense-top"
	codeBottom    = "sense-bottom"
	codeSame      = "sense-same"
	codeIdle      = "sense-idle"
	codeOrder     = "sense-order"
	codeEffect    = "sense-effect"
	codeLowers    = "sense-lowers"
	codeUndecided = "sense-undecided"
)

// Codes are the findings that a bank can declare as intended.
var Codes = []string{codeStage, codeLevel, codeModule, codeMeasure, codeUnasked, codeAlways, codeNever, codeGate, codeTop, codeBottom,
	codeSame, codeIdle, codeOrder, codeEffect, codeLowers, codeUndecided}

// Around is what else looks at a bank's answers.
type Around struct {
	Offers *offer.Catalogue          // with the rules that recommend modules; nil for none
	Looks  []questionnaire.Condition // of figures about others, and of banks that take answers over
	Fields []string                  // questions and fields whose answers are read as they are
}

// checker is one look at one bank.
type checker struct {
	bank    *questionnaire.Bank
	index   *questionnaire.Index
	engine  *scoring.Engine
	text    *questionnaire.Manuscript
	around  Around
	allowed *questionnaire.Allowances
	never   map[string]bool // questions that are never asked
	d       *source.Diagnostics
}

// Check adds what does not make sense in a bank, but for what is allowed.
func Check(b *questionnaire.Bank, m *questionnaire.Manuscript, around Around, allowed *questionnaire.Allowances, d *source.Diagnostics) {
	c := &checker{bank: b, index: b.Index(), engine: scoring.Compile(b), text: m, around: around, allowed: allowed, never: map[string]bool{}, d: d}
	if around.Offers == nil {
		c.around.Offers = &offer.Catalogue{}
	}
	looks, fields := c.around.Offers.Looks()
	c.around.Looks, c.around.Fields = append(looks, around.Looks...), append(fields, around.Fields...)
	c.questions()
	c.measures()
	c.conditions()
	c.stages()
	c.levels()
	c.modules()
	c.gates()
	c.ends()
	c.options()
	c.effects()
	c.lowering()
}

// place is where a finding lies: in the file, and as allowances name it.
type place struct {
	pos source.Pos
	ref string
}

// at is a place by the part of the bank and the ids that lead to it; ref is how allowances name it.
func (c *checker) at(ref, part string, ids ...string) place {
	return place{pos: c.text.At(part, ids...), ref: ref}
}

// warn adds a finding unless it is declared as intended.
func (c *checker) warn(at place, code string, args ...any) {
	below := func(p string) bool {
		for _, name := range []string{at.ref, at.pos.File} {
			if rest, ok := strings.CutPrefix(name, p); ok && (rest == "" || rest[0] == '/') {
				return true
			}
		}
		return false
	}
	if !c.allowed.Allow(code, below) {
		c.d.Warn(at.pos, code, args...)
	}
}

// none says whether no company and no answers make a wish come true; what cannot be decided is reported.
func (c *checker) none(w scoring.Wish, at place, code string) bool {
	found := c.engine.Seek(w)
	if found.Answers == nil && !found.Decided {
		c.warn(at, codeUndecided, "code", code, "name", at.ref)
	}
	return found.Answers == nil && found.Decided
}

// nodeName is how allowances and findings name a node.
func nodeName(n *questionnaire.Node) string {
	if n.ID == "" {
		return "total"
	}
	return n.ID
}

func join(parts ...string) string { return path.Join(parts...) }
