package scoring

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// costDays sets the cost classes on the scale of working days: a class is as heavy as so many days. It orders what is
// to be done and is no estimate.
var costDays = map[questionnaire.Cost]int64{
	questionnaire.CostNone: 0, questionnaire.CostLow: 2, questionnaire.CostMiddle: 8, questionnaire.CostHigh: 20,
}

// effort is what a measure weighs: its days and those that stand for its cost; half a day is the least.
func effort(m *questionnaire.Measure) num {
	e := numOf(m.Days).add(whole(int(costDays[m.Cost])))
	return higher(e, num{n: 1, d: 2})
}

// nextSteps are the improvements that can be begun now: for every answer below full points the measure that fits it,
// with the gain of scoring the company as if the measure had lifted the answer. First come those on the way to the next
// stage, in the order of the way; then those in what keeps it away; then the higher gain per day of effort, then the
// bank's order. A measure whose prerequisites are not reached is left out unless the way brings them.
func (s *state) nextSteps(r *Result) []Step {
	gates := map[string]bool{}
	for _, b := range r.BlockedBy {
		gates[b.Dimension] = true
	}
	var out []Step
	if len(r.Ways) > 0 {
		for _, w := range r.Ways[0].Steps {
			w.Unblocks = true
			out = append(out, w)
		}
	}
	onWay := len(out)
	for i := range s.asked {
		q := &s.asked[i]
		rungs := s.rungs(q)
		if len(rungs) == 0 {
			continue
		}
		m := rungs[0].measures[0]
		if slices.ContainsFunc(m.Needs, s.lacks) || slices.ContainsFunc(out[:onWay], func(x Step) bool { return x.Question.ID == q.shape.ID }) {
			continue
		}
		out = append(out, s.step(q, m, rungs[0], gates[q.shape.Dimension]))
	}
	slices.SortStableFunc(out[onWay:], func(a, b Step) int {
		if a.Unblocks != b.Unblocks {
			if a.Unblocks {
				return -1
			}
			return 1
		}
		return worth(b).Cmp(worth(a))
	})
	return out
}

func (s *state) step(q *asking, m *questionnaire.Measure, to rung, unblocks bool) Step {
	return Step{Question: q.shape, Measure: m, From: s.points(q, q.answer), To: s.points(q, to.answer), Gain: s.gain(q, to.answer), Unblocks: unblocks}
}

// points are what an answer is worth on the scale 0–4.
func (s *state) points(q *asking, a questionnaire.Answer) *big.Rat {
	p := part{full: numOf(q.shape.Full("")), name: q.shape.PartNames()[0]}
	f, _ := s.answered(q.shape, &p, a.Value)
	return f.share().mul(whole(4)).rat()
}

// gain is what the total rises by when one answer changes; where there is no total, what its lower end rises by.
func (s *state) gain(q *asking, ans questionnaire.Answer) *big.Rat {
	was := &s.nodes[s.e.total]
	now := &s.with(q.shape, ans).nodes[s.e.total]
	if was.known && now.known {
		return now.p.sub(was.p).rat()
	}
	return now.pl.sub(was.pl).rat()
}

// lacks says whether a measure is still to be done: its question applies and has not reached its end.
func (s *state) lacks(measure string) bool {
	m := s.e.bank.Measure(measure)
	if m == nil {
		return false
	}
	q := &s.asked[s.e.index[m.Question]]
	switch {
	case q.standing == questionnaire.ZeroCount:
		return true
	case q.standing != questionnaire.Asked || q.state == questionnaire.NotApplicable:
		return false
	case q.state != questionnaire.Answered:
		return true
	}
	return s.points(q, q.answer).Cmp(m.To) < 0 && !settled(q.shape, q.answer.Value, m)
}

// worth is the gain per day of effort.
func worth(s Step) *big.Rat { return new(big.Rat).Quo(s.Gain, effort(s.Measure).rat()) }
