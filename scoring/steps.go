package scoring

import (
	"cmp"
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// nextSteps are the improvements that can be thought of: first those of the way to the next stage, in its order; then
// for every other answer below full points the first measure that fits it. Of these comes first what can begin sooner,
// then what works on something that keeps the next stage away, then the higher gain per day of effort, then the bank's
// order. A measure whose prerequisites are not there is left out unless the way brings them. Where security comes first
// and is not on the way, the best step for it comes before all. The first step begins now, whatever its effort.
func (s *state) nextSteps(r *Result) []Step {
	var way []Step
	if len(r.Ways) > 0 {
		way = begun(r.Ways[0].Steps)
	}
	rest := s.offWay(r, way)
	secures := func(x Step) bool { return x.Question.Dimension == Security }
	if at := slices.IndexFunc(rest, secures); r.SecurityFirst() && at >= 0 && !slices.ContainsFunc(way, secures) {
		first := rest[at]
		way, rest = append([]Step{first}, way...), slices.Delete(rest, at, at+1)
	}
	out := append(way, rest...)
	if len(out) > 0 {
		out[0].Begin = Soon
	}
	return out
}

// begun are the steps of a way, each a term earlier than by its effort: it is what they lead to that matters most. None
// begins before those ahead of it.
func begun(way []Step) []Step {
	out := slices.Clone(way)
	for i := range out {
		out[i].Begin = max(Soon, out[i].Effort.term(out[i].Measure)-1)
		if i > 0 {
			out[i].Begin = max(out[i].Begin, out[i-1].Begin)
		}
	}
	return out
}

// offWay are the next steps beside the way, in their order.
func (s *state) offWay(r *Result, way []Step) []Step {
	gates := map[string]bool{}
	for _, b := range r.BlockedBy {
		gates[b.Dimension] = true
	}
	var out []Step
	for i := s.e.first; i < len(s.forms); i++ {
		lifts := s.lifts(i)
		if len(lifts) < 2 || slices.ContainsFunc(way, func(x Step) bool { return x.Question.ID == s.forms[i].q.ID }) {
			continue
		}
		if m := s.forms[i].q.Measures[lifts[1].measures[0]]; !slices.ContainsFunc(m.Needs, s.lacks) {
			out = append(out, s.step(i, m, &lifts[1], gates[s.forms[i].q.Dimension]))
		}
	}
	slices.SortStableFunc(out, func(a, b Step) int {
		switch {
		case a.Begin != b.Begin:
			return cmp.Compare(a.Begin, b.Begin)
		case a.Unblocks && !b.Unblocks:
			return -1
		case b.Unblocks && !a.Unblocks:
			return 1
		}
		return cmp.Or(worth(b).Cmp(worth(a)), burden(b).Cmp(burden(a))) // below a floor nothing gains yet, but some take more away
	})
	return out
}

func (s *state) step(i int, m *questionnaire.Measure, to *lift, unblocks bool) Step {
	f := &s.forms[i]
	after := s.copy()
	after.sheet.Replies[i] = to.reply
	after.run()
	effort := s.effort(m)
	return Step{Question: f.q, Measure: m, Effort: effort, From: f.height(&s.sheet.Replies[i]).rat(), To: f.height(&to.reply).rat(), Gain: gain(s, after),
		Unblocks: unblocks, Begin: effort.term(m)}
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
func worth(s Step) *big.Rat { return new(big.Rat).Quo(s.Gain, s.Effort.weight(s.Measure.Cost).rat()) }
