package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// spent is what a search has cost and how far it may go.
type spent struct {
	runs, limit int
	short       bool // of runs, or of answers to try
	round       int  // 1 looks at the ends of lines, 2 between them
	line        bool // a question came up whose points lie on a line
}

// again begins the next round, if there has to be one: figures between the ends of a line are many and rarely matter.
func (x *spent) again() bool {
	x.round++
	if x.round == 2 {
		x.limit = x.runs + maxRuns/10
	}
	return x.round == 1 || x.round == 2 && x.line && !x.short
}

// maxFigures is how many figures of a question that is worth points on a line are tried between its ends.
const maxFigures = 200

// outcomes are those of one question, as far as the round goes.
func (x *spent) outcomes(s *state, i int) []questionnaire.Reply {
	out, whole := s.outcomes(i)
	if s.forms[i].q.Scoring.Points.Linear != nil && len(s.forms[i].cases) == 0 {
		x.line = true
		if x.round == 2 {
			more, every := inBetween(s.forms[i].q)
			out, whole = append(out, more...), whole && every
		}
	}
	x.short = x.short || !whole
	return out
}

// inBetween are figures between the ends of a question's range, and whether they are all that there are.
func inBetween(q *questionnaire.Question) (out []questionnaire.Reply, every bool) {
	step := new(big.Rat).Sub(q.Range.High, q.Range.Low)
	step.Quo(step, big.NewRat(maxFigures, 1))
	if every = q.Range.Whole && step.Cmp(big.NewRat(1, 1)) <= 0; every {
		step.SetInt64(1)
	}
	for x := new(big.Rat).Add(q.Range.Low, step); x.Cmp(q.Range.High) < 0; x = new(big.Rat).Add(x, step) {
		r := questionnaire.Blank()
		r.State, r.Figure = questionnaire.Answered, x
		if q.Range.Whole {
			r.Figure = new(big.Rat).SetInt(new(big.Int).Quo(x.Num(), x.Denom()))
		}
		if o := q.Band(r.Figure); o != nil {
			r.Option = q.Number(o.ID) - 1
		}
		out = append(out, r)
	}
	return out, every
}
