package scoring

import (
	"slices"

	"digitalkompass/questionnaire"
)

// lift is what some measures of one question make of its answer.
type lift struct {
	reply    questionnaire.Reply
	measures []int // places in the question's list, in the order in which they are taken
	cost     cost
}

// lifts are all answers that measures of one question can lead to, the one that stands first. A measure fits an answer
// from its From up to its To, on the scale 0–4; what it is for may be there already, then it is passed over. Each fits
// only after those of the same question that it needs.
func (s *state) lifts(i int) []lift {
	f, r := &s.forms[i], s.sheet.Replies[i]
	out := []lift{{reply: r}}
	if s.standing[i] != questionnaire.Asked || r.State != questionnaire.Answered {
		return out
	}
	for k := 0; k < len(out) && len(out) < maxOutcomes; k++ {
		for m := range f.q.Measures {
			if next, ok := s.lift(i, out[k], m); ok && !slices.ContainsFunc(out, next.same) {
				out = append(out, next)
			}
		}
	}
	return out
}

func (l lift) same(m lift) bool {
	return len(l.measures) == len(m.measures) && l.cost.compare(&m.cost) == 0 && l.reply.Option == m.reply.Option &&
		l.reply.Ticks == m.reply.Ticks && slices.Equal(l.reply.Rows, m.reply.Rows)
}

// lift takes one more measure of a question.
func (s *state) lift(i int, from lift, m int) (lift, bool) {
	f := &s.forms[i]
	x := f.q.Measures[m]
	at := f.height(&from.reply)
	if slices.Contains(from.measures, m) || numOf(x.From).cmp(at) > 0 || at.cmp(numOf(x.To)) >= 0 || f.settled(&from.reply, x) {
		return lift{}, false
	}
	for _, id := range x.Needs {
		k := slices.IndexFunc(f.q.Measures, func(y *questionnaire.Measure) bool { return y.ID == id })
		if k >= 0 && !slices.Contains(from.measures, k) && s.lacks(id) {
			return lift{}, false
		}
	}
	to := f.lifted(from.reply, x)
	if f.height(&to).cmp(at) <= 0 {
		return lift{}, false
	}
	return lift{reply: to, measures: append(slices.Clone(from.measures), m), cost: from.cost.plus(s.price(i, m))}, true
}

// height is what an answer is worth on the scale 0–4, by its first part. Points below nothing are no height.
func (f *form) height(r *questionnaire.Reply) num {
	x := f.answered(0, r)
	return higher(zero, x.share().mul(whole(4)))
}

// lifted is an answer after a measure: the first option that reaches its end, or the rows and ticks it is for, and then
// others in order, until its end is reached.
func (f *form) lifted(r questionnaire.Reply, m *questionnaire.Measure) questionnaire.Reply {
	reached := func() bool { return f.height(&r).cmp(numOf(m.To)) >= 0 }
	switch f.q.Kind.Family() {
	case questionnaire.AnyOf:
		f.liftTicks(&r, m, reached)
	case questionnaire.Rows:
		r.Rows = slices.Clone(r.Rows)
		f.liftRows(&r, m, reached)
	case questionnaire.OneOf, questionnaire.Figure, questionnaire.Line:
		f.liftOption(&r, m)
	}
	return r
}

// liftOption chooses the option with the fewest points that reach the measure's end.
func (f *form) liftOption(r *questionnaire.Reply, m *questionnaire.Measure) {
	best := -1
	for k := range f.q.Options {
		x := *r
		x.Option, x.Figure = k, nil
		enough := !f.q.Options[k].Instead && f.height(&x).cmp(numOf(m.To)) >= 0
		if enough && (best < 0 || f.points[0][k].cmp(f.points[0][best]) < 0) {
			best = k
		}
	}
	if best >= 0 {
		r.Option, r.Figure = best, nil
	}
}

func (f *form) liftTicks(r *questionnaire.Reply, m *questionnaire.Measure, reached func() bool) {
	r.Ticks &^= f.lone
	tick := func(k int) {
		if f.lone>>k&1 == 0 && f.points[0][k].sign() > 0 && !reached() {
			r.Ticks |= 1 << k
		}
	}
	for _, id := range m.Items {
		if k := f.q.Number(id) - 1; k >= 0 {
			tick(k)
		}
	}
	for k := range f.q.Options {
		tick(k)
	}
}

func (f *form) liftRows(r *questionnaire.Reply, m *questionnaire.Measure, reached func() bool) {
	up := make([]int8, len(f.q.Options))
	for k := range up {
		up[k] = int8(k)
	}
	slices.SortStableFunc(up, func(a, b int8) int { return f.points[0][a].cmp(f.points[0][b]) })
	raise := func(row int) {
		for _, k := range up {
			if r.Rows[row] < 0 || reached() {
				return
			}
			if f.points[0][k].cmp(f.points[0][r.Rows[row]]) > 0 {
				r.Rows[row] = k
			}
		}
	}
	for _, id := range m.Items {
		if row := f.row1(id); row >= 0 {
			raise(row)
		}
	}
	for row := range f.q.Rows {
		raise(row)
	}
}

// row1 is the place of a row, or -1.
func (f *form) row1(id string) int {
	return slices.IndexFunc(f.q.Rows, func(r questionnaire.Row) bool { return r.ID == id })
}

// settled says whether the rows or ticks that a measure is for are all there already.
func (f *form) settled(r *questionnaire.Reply, m *questionnaire.Measure) bool {
	if len(m.Items) == 0 {
		return false
	}
	return !slices.ContainsFunc(m.Items, func(item string) bool {
		if f.q.Kind != questionnaire.Grid {
			k := f.q.Number(item) - 1
			return k < 0 || r.Ticks>>k&1 == 0
		}
		c := r.Rows[f.row1(item)]
		return c != questionnaire.RowVoid && (c < 0 || f.points[0][c].cmp(f.full[0]) < 0)
	})
}

// lacks says whether a measure is still to be done: its question applies and has not reached its end.
func (s *state) lacks(measure string) bool {
	m := s.e.bank.Measure(measure)
	if m == nil {
		return false
	}
	i := s.e.index.At(m.Question)
	f, r := &s.forms[i], &s.sheet.Replies[i]
	switch {
	case s.standing[i] == questionnaire.ZeroCount:
		return true
	case s.standing[i] != questionnaire.Asked || r.State == questionnaire.NotApplicable:
		return false
	case r.State != questionnaire.Answered:
		return true
	}
	return f.height(r).cmp(numOf(m.To)) < 0 && !f.settled(r, m)
}

// cost is what measures weigh: effort first; of equals the fewer that do nothing for a target the company set; of those
// the set whose measures come earlier in the bank.
type cost struct {
	effort  num
	outside int
	order   [4]uint64 // one bit for each measure of the bank; beyond 256 measures their order decides nothing
}

func (c cost) plus(d cost) cost {
	c.effort, c.outside = c.effort.add(d.effort), c.outside+d.outside
	for i, w := range d.order {
		c.order[i] |= w
	}
	return c
}

// compare orders costs, the lower first.
func (c *cost) compare(d *cost) int {
	if x := c.effort.cmp(d.effort); x != 0 {
		return x
	}
	if c.outside != d.outside {
		return c.outside - d.outside
	}
	for i, a := range c.order {
		if x := a ^ d.order[i]; x != 0 {
			if a&(x&-x) != 0 {
				return -1
			}
			return 1
		}
	}
	return 0
}

// costDays sets the cost classes on the scale of working days: a class is as heavy as so many days. It orders what is
// to be done and is no estimate.
var costDays = map[questionnaire.Cost]int{
	questionnaire.CostNone: 0, questionnaire.CostLow: 2, questionnaire.CostMiddle: 8, questionnaire.CostHigh: 20,
}

// weight is what a measure with this effort weighs: its days and those that stand for its cost; half a day is the least.
func (e Effort) weight(c questionnaire.Cost) num {
	return higher(numOf(e.Least()).add(whole(costDays[c])), num{n: 1, d: 2})
}

// price is what one measure costs this company.
func (s *state) price(i, m int) cost {
	f, r := &s.forms[i], &s.sheet.Replies[i]
	x := f.q.Measures[m]
	place := s.e.measures[x.ID]
	c := cost{effort: s.effort(x).weight(x.Cost), outside: 1}
	if place < 64*len(c.order) {
		c.order[place/64] = 1 << (place % 64)
	}
	if r.Target >= 0 {
		goal := *r
		goal.Option, goal.Figure = r.Target, nil
		if f.q.Kind.Family() == questionnaire.OneOf && f.height(&goal).cmp(f.height(r)) > 0 {
			c.outside = 0
		}
	}
	return c
}
