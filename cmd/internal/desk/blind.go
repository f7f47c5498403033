package desk

import (
	"math/big"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Blind are the areas of which it was told that too little is known there. The zero value is none.
type Blind struct{ told map[string]bool }

// Next says, after an answer "don't know", that its area can have no score any more without another answer to what is not
// known, and with it the whole no stage: a message below "blind.", once for each area.
func (b *Blind) Next(d Desk, iv *questionnaire.Interview, q *questionnaire.Question) (m i18n.Message, ok bool) {
	if q.Dimension == "" || b.told[q.Dimension] || questionnaire.Settled(q, iv.Answer(q)) != questionnaire.Unknown {
		return m, false
	}
	if d.Bank().Policy.Total.Coverage.Answered.Cmp(big.NewRat(100, 1)) < 0 {
		return m, false // the whole does without some areas
	}
	missing, stuck := d.Stuck(iv.Assessment(), q.Dimension)
	if !stuck {
		return m, false
	}
	if b.told == nil {
		b.told = map[string]bool{}
	}
	b.told[q.Dimension] = true
	code := "stage"
	if len(d.Bank().Stages) == 0 {
		code = "points"
	}
	return i18n.Msg(code, "n", missing, "area", d.Bank().Dimension(q.Dimension).Short), true
}
