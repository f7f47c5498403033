package scoring

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// nextSteps are the improvements that can be thought of: first those of the way to the next stage, in its order; then
// for every other answer below full points the first measure that fits it. Of these, what works on something that keeps
// the next stage away comes first, then the higher gain per day of effort, then the bank's order. A measure whose
// prerequisites are not there is left out unless the way brings them.
func (s *state) nextSteps(r *Result) []Step {
	gates := map[string]bool{}
	for _, b := range r.BlockedBy {
		gates[b.Dimension] = true
	}
	var out []Step
	if len(r.Ways) > 0 {
		out = append(out, r.Ways[0].Steps...)
	}
	onWay := len(out)
	for i := s.e.first; i < len(s.forms); i++ {
		lifts := s.lifts(i)
		if len(lifts) < 2 || slices.ContainsFunc(out[:onWay], func(x Step) bool { return x.Question.ID == s.forms[i].q.ID }) {
			continue
		}
		if m := s.forms[i].q.Measures[lifts[1].measures[0]]; !slices.ContainsFunc(m.Needs, s.lacks) {
			out = append(out, s.step(i, m, &lifts[1], gates[s.forms[i].q.Dimension]))
		}
	}
	slices.SortStableFunc(out[onWay:], func(a, b Step) int {
		if a.Unblocks != b.Unblocks {
			if a.Unblocks {
				return -1
			}
			return 1
		}
		if c := worth(b).Cmp(worth(a)); c != 0 {
			return c
		}
		return burden(b).Cmp(burden(a)) // below a floor nothing gains yet, but some take more away
	})
	return out
}

func (s *state) step(i int, m *questionnaire.Measure, to *lift, unblocks bool) Step {
	f := &s.forms[i]
	after := s.copy()
	after.sheet.Replies[i] = to.reply
	after.run()
	return Step{Question: f.q, Measure: m, From: f.height(&s.sheet.Replies[i]).rat(), To: f.height(&to.reply).rat(), Gain: gain(s, after), Unblocks: unblocks}
}

// gain is what the total rises by; where there is none, what its lower end rises by.
func gain(before, after *state) *big.Rat {
	was, now := &before.nodes[before.e.total], &after.nodes[after.e.total]
	if was.known && now.known {
		return now.p.sub(was.p).rat()
	}
	return now.pl.sub(was.pl).rat()
}

// burden is what the question can take away from the total at worst.
func burden(s Step) *big.Rat {
	low := new(big.Rat)
	for _, o := range s.Question.Options {
		if o.Points != nil && o.Points.Cmp(low) < 0 {
			low = o.Points
		}
	}
	return new(big.Rat).Neg(low)
}

// worth is the gain per day of effort.
func worth(s Step) *big.Rat { return new(big.Rat).Quo(s.Gain, effort(s.Measure).rat()) }
