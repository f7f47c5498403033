package sense

import (
	"slices"

	"digitalkompass/questionnaire"
)

// known are the fields that the program itself reads.
var known = []string{questionnaire.FieldName, questionnaire.FieldFounded, questionnaire.FieldSector, questionnaire.FieldStaff,
	questionnaire.FieldProject, questionnaire.FieldThuringia}

// effects looks for questions and fields whose answer changes nothing: no score counts it, no condition looks at it, it
// has no measure, and no offer and no other bank reads it. Lines of text are for people.
func (c *checker) effects() {
	tests, counted := c.tests(), c.counted()
	for _, q := range c.index.Items {
		switch {
		case q.Kind == questionnaire.Words, counted[q.ID], len(tests[q.ID]) > 0, len(q.Measures) > 0:
		case slices.Contains(c.around.Fields, q.ID), q.Dimension == "" && slices.Contains(known, q.ID):
		default:
			c.warn(c.at(q.ID, "question", q.ID), codeEffect, "question", q.ID)
		}
	}
}

// counted are the questions that a node gives weight to.
func (c *checker) counted() map[string]bool {
	out := map[string]bool{}
	for _, n := range c.bank.Nodes() {
		for _, r := range n.Of {
			out[r.Question] = out[r.Question] || r.Weight.Sign() > 0
		}
	}
	return out
}
