package scoring

import (
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// Carried tells how many of the answers that a result rests on were taken over from earlier assessments, without
// anybody having gone over them since, and from which days. They count like all others.
type Carried struct {
	N        int        // 0 for none
	From, To source.Day // the earliest day and the latest
}

// add counts an answer of a day.
func (c *Carried) add(day source.Day) {
	c.N++
	if c.From.IsZero() || day.Before(c.From) {
		c.From = day
	}
	if c.To.Before(day) {
		c.To = day
	}
}

// carried looks at what coverage counts as answered, unknown or not applicable.
func (s *state) carried(a *questionnaire.Assessment) Carried {
	var c Carried
	for i := s.e.first; i < len(s.standing); i++ {
		q := s.forms[i].q
		if ans := a.Get(q); s.standing[i] == questionnaire.Asked && q.Scored() && questionnaire.Unconfirmed(q, ans) {
			c.add(ans.Carried)
		}
	}
	return c
}
