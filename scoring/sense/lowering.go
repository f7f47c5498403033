package sense

import (
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// lowering looks for answers that are worth more and yet lower the total, a dimension or the stage, be it because of what
// they newly ask.
func (c *checker) lowering() {
	for _, d := range c.bank.Dimensions {
		for _, q := range d.Questions {
			if c.never[q.ID] {
				continue
			}
			at := c.at(q.ID, "question", q.ID)
			found, decided := c.engine.Lowering(q.ID)
			switch {
			case found != nil:
				c.lowered(q, at, found)
			case !decided:
				c.warn(at, codeUndecided, "code", codeLowers, "name", at.ref)
			}
		}
	}
}

// lowered reports a witness, with the answers beside the better one: it may have been asked more.
func (c *checker) lowered(q *questionnaire.Question, at place, x *scoring.Lowered) {
	name := x.Node
	switch {
	case x.Stage:
		name = "stage"
	case name == "":
		name = nodeName(c.bank.Policy.Total)
	}
	from, to := said(q, x.Before.Get(q)), said(q, x.After.Get(q))
	c.warn(at, codeLowers, "question", q.ID, "name", name, "a", x.From, "b", x.To, "from", strings.Join(from, ", "), "to", strings.Join(to, ", "),
		"answers", orDash(c.words(x.After, q.ID)))
}
