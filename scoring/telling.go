package scoring

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// Mark is what decides something outside of scoring, which module is recommended, say: a value of a node, or the answer
// to a question.
type Mark struct {
	Node     string
	From     *big.Rat
	Question string // its id; "" for a value of a node
	// Least and Most are the stages for which it counts; Most is 0 for no bound.
	Least, Most int
}

// Telling are the open questions, those first whose answers settle most. What is unsettled are the stages that are still
// possible and the marks that still lie within a node's interval; of equal questions the one that narrows the total most,
// then the order of the bank. Each of a question's answers is taken for as likely as the others.
func (e *Engine) Telling(a *questionnaire.Assessment, marks []Mark) []string {
	s := e.start(e.index.Sheet(a))
	s.run()
	x := s.copy()
	x.force = s.inForce()
	x.run()
	var all []worthAsking
	for i := e.first; i < len(s.open); i++ {
		if s.open[i] {
			all = append(all, x.worth(i, marks))
		}
	}
	slices.SortStableFunc(all, func(a, b worthAsking) int {
		if c := a.unsettled.cmp(b.unsettled); c != 0 {
			return c
		}
		return a.width.cmp(b.width)
	})
	var out []string
	for _, w := range all {
		out = append(out, e.index.Items[w.item].ID)
	}
	return out
}

// worthAsking is what an answer to a question leaves open on average.
type worthAsking struct {
	item             int
	unsettled, width num
}

// maxTold bounds how many answers to one question are looked at; of more, as many are taken at even distances.
const maxTold = 24

func (s *state) worth(i int, marks []Mark) worthAsking {
	all, _ := s.outcomes(i)
	before := s.sheet.Replies[i]
	out, n := worthAsking{item: i}, 0
	for k := 0; k < len(all); k += (len(all) + maxTold - 1) / maxTold {
		s.sheet.Replies[i] = all[k]
		s.run()
		unsettled, width := s.unsettled(marks)
		out.unsettled, out.width, n = out.unsettled.add(whole(unsettled)), out.width.add(width), n+1
	}
	s.sheet.Replies[i] = before
	s.run()
	out.unsettled, out.width = out.unsettled.quo(whole(n)), out.width.quo(whole(n))
	return out
}

// unsettled counts the further stages that are possible and the marks that are not decided, and measures the total.
func (s *state) unsettled(marks []Mark) (n int, width num) {
	b := s.outer()
	if b.stage[0] != none {
		n = b.stage[1] - b.stage[0]
	}
	for _, m := range marks {
		if s.undecided(m, &b) {
			n++
		}
	}
	if t := s.e.total; b.here[t] {
		width = b.high[t].sub(b.low[t])
	}
	return n, width
}
