package scoring

import (
	"cmp"
	"slices"

	"digitalkompass/questionnaire"
)

// ways are the cheapest sets of measures to the next stage and the one after. What a way newly brings up counts at its
// worst, and what is unknown stays so.
func (s *state) ways(r *Result) []Way {
	var out []Way
	if r.Stage.Level == 0 {
		return nil
	}
	p := s.plan()
	p.security = r.SecurityFirst()
	for level := r.Stage.Level + 1; level <= min(r.Stage.Level+2, len(s.e.stages)); level++ {
		w := p.way(level)
		if w == nil {
			break
		}
		out = append(out, *w)
	}
	return out
}

// plan is the search for ways. It takes the cheapest choice that would do if every question could be lifted for
// itself (see relaxed), looks whether it really does, and if not splits what may be chosen into parts that exclude what
// was wrong. The cheapest choice that does is then proven to be the cheapest of all.
type plan struct {
	s        *state
	lifts    [][]lift      // by item; the first is what stands
	owner    map[int]place // by measure
	shared   []bool        // by item: it feeds more than one place
	payer    []int         // by item: the part in which it is paid for
	parent   []int         // by node: the node in which it is paid for, or -1
	liftable []int
	level    int
	tries    int
	security bool // comes first
}

// place is where a measure stands.
type place struct{ item, measure int }

// maxTries bounds the search for a way; beyond it there is none that is proven.
const maxTries = 3000

func (s *state) plan() *plan {
	n := len(s.e.index.Items)
	p := &plan{s: s, lifts: make([][]lift, n), owner: map[int]place{}, shared: make([]bool, n), payer: make([]int, n), parent: make([]int, len(s.e.nodes))}
	p.pay()
	for i := s.e.first; i < n; i++ {
		p.lifts[i] = s.lifts(i)
		if len(p.lifts[i]) > 1 {
			p.liftable = append(p.liftable, i)
		}
		for m, x := range s.forms[i].q.Measures {
			p.owner[s.e.measures[x.ID]] = place{i, m}
		}
	}
	return p
}

// pay settles where each question, and each node with several parents, is paid for: below the total, if it is there.
func (p *plan) pay() {
	for i := range p.payer {
		p.payer[i] = -1
	}
	for i := range p.parent {
		p.parent[i] = -1
	}
	e, seen := p.s.e, map[int]bool{}
	var visit func(at int)
	visit = func(at int) {
		if seen[at] {
			return
		}
		seen[at] = true
		for _, c := range e.nodes[at].children {
			switch {
			case c.part >= 0 && p.payer[e.parts[c.part].item] < 0:
				p.payer[e.parts[c.part].item] = c.part
			case c.part >= 0:
				p.shared[e.parts[c.part].item] = true
			case c.node >= 0:
				if p.parent[c.node] < 0 {
					p.parent[c.node] = at
				}
				visit(c.node)
			}
		}
	}
	visit(e.total)
	for i := range e.nodes {
		visit(i)
	}
}

// choice says which lifts of each question are still allowed.
type choice struct {
	allowed [][]bool // by item; nil for all
	cost    cost
	picks   []int // by item: the lift taken
}

func (c *choice) may(i, lift int) bool { return c.allowed[i] == nil || c.allowed[i][lift] }

// only is a choice that allows fewer lifts of one question.
func (p *plan) only(c *choice, i int, keep func(l *lift) bool) *choice {
	out := &choice{allowed: slices.Clone(c.allowed)}
	out.allowed[i] = make([]bool, len(p.lifts[i]))
	any := false
	for k := range p.lifts[i] {
		if c.may(i, k) && keep(&p.lifts[i][k]) {
			out.allowed[i][k], any = true, true
		}
	}
	if !any {
		return nil
	}
	return out
}

// fixed says whether only one lift of a question is left, and which.
func (c *choice) fixed(p *plan, i int) (int, bool) {
	at, n := 0, 0
	for k := range p.lifts[i] {
		if c.may(i, k) {
			at, n = k, n+1
		}
	}
	return at, n == 1
}

// way is the cheapest way to a stage, or nil.
func (p *plan) way(level int) *Way {
	p.level, p.tries = level, 0
	open := queue{}
	p.push(&open, &choice{allowed: make([][]bool, len(p.lifts))})
	proven := true
	for len(open) > 0 {
		c := open.pop()
		if i := p.unsettled(c); i >= 0 { // what conditions look at is settled first: it decides what counts
			p.each(&open, c, i)
			continue
		}
		if p.tries > maxTries {
			proven = false
		}
		if !proven {
			return nil
		}
		if after := p.after(c); p.fits(c, after) {
			return p.describe(c)
		}
		p.split(&open, c)
	}
	return nil
}

func (p *plan) each(open *queue, c *choice, i int) {
	for k := range p.lifts[i] {
		if c.may(i, k) {
			p.push(open, p.only(c, i, func(l *lift) bool { return l == &p.lifts[i][k] }))
		}
	}
}

// push adds a choice with the least that it can cost; one that cannot reach the stage is dropped.
func (p *plan) push(open *queue, c *choice) {
	if c == nil {
		return
	}
	p.tries++
	if p.unsettled(c) >= 0 {
		c.picks = p.settledPicks(c)
		c.cost = p.price(c.picks)
		open.push(c)
		return
	}
	if p.relax(c) {
		open.push(c)
	}
}

// unsettled is a question that conditions look at and that may still be lifted in several ways, or -1.
func (p *plan) unsettled(c *choice) int {
	for _, i := range p.liftable {
		if p.s.e.tested[i] {
			if _, ok := c.fixed(p, i); !ok {
				return i
			}
		}
	}
	return -1
}

// settledPicks are the lifts that are fixed, and none for the others.
func (p *plan) settledPicks(c *choice) []int {
	out := make([]int, len(p.lifts))
	for _, i := range p.liftable {
		if k, ok := c.fixed(p, i); ok {
			out[i] = k
		}
	}
	return out
}

// price is what picks cost together.
func (p *plan) price(picks []int) cost {
	var out cost
	for _, i := range p.liftable {
		out = out.plus(p.lifts[i][picks[i]].cost)
	}
	return out
}

// after is the company once the picks are done. What they bring up counts at its worst.
func (p *plan) after(c *choice) *state { return p.with(c.picks) }

func (p *plan) with(picks []int) *state {
	s := p.s.copy()
	for _, i := range p.liftable {
		if picks[i] > 0 {
			s.sheet.Replies[i] = p.lifts[i][picks[i]].reply
		}
	}
	s.waiting = 0
	for i := s.e.first; i < len(s.standing); i++ {
		s.stand(i)
		if s.open[i] && !p.s.open[i] {
			s.sheet.Replies[i] = s.extreme(i, 1)
			s.open[i] = false
			s.waiting--
		}
	}
	s.figures()
	return s
}

// fits says whether a choice reaches the stage and holds all that its measures need.
func (p *plan) fits(c *choice, after *state) bool {
	m, _ := p.missing(c)
	return m < 0 && len(after.required()) == 0 && after.level(0) >= p.level
}

// missing is a measure of the choice and one that it needs and that is neither there nor chosen; -1 for none.
func (p *plan) missing(c *choice) (measure, need int) {
	chosen := map[int]bool{}
	for _, i := range p.liftable {
		for _, m := range p.lifts[i][c.picks[i]].measures {
			chosen[p.s.e.measures[p.s.forms[i].q.Measures[m].ID]] = true
		}
	}
	for _, i := range p.liftable {
		for _, m := range p.lifts[i][c.picks[i]].measures {
			x := p.s.forms[i].q.Measures[m]
			for _, id := range x.Needs {
				if at, known := p.s.e.measures[id]; known && !chosen[at] && p.s.lacks(id) {
					return p.s.e.measures[x.ID], at
				}
			}
		}
	}
	return -1, -1
}

// split parts a choice that does not do.
func (p *plan) split(open *queue, c *choice) {
	if m, need := p.missing(c); m >= 0 {
		a, b := p.owner[m], p.owner[need]
		p.push(open, p.only(c, a.item, func(l *lift) bool { return !slices.Contains(l.measures, a.measure) }))
		if x := p.only(c, a.item, func(l *lift) bool { return slices.Contains(l.measures, a.measure) }); x != nil {
			p.push(open, p.only(x, b.item, func(l *lift) bool { return slices.Contains(l.measures, b.measure) }))
		}
		return
	}
	best := -1
	for _, i := range p.liftable {
		if _, ok := c.fixed(p, i); !ok && (best < 0 || p.shared[i] && !p.shared[best]) {
			best = i
		}
	}
	if best >= 0 {
		p.each(open, c, best)
	}
}

// describe puts a choice into steps, in an order in which they can be done: where security comes first, that and what it
// needs, then what can begin soonest.
func (p *plan) describe(c *choice) *Way {
	w := &Way{Stage: p.level, Proven: true}
	picks := make([]int, len(p.lifts))
	var left []place
	for _, i := range p.liftable {
		for _, m := range p.lifts[i][c.picks[i]].measures {
			left = append(left, place{i, m})
		}
	}
	slices.SortStableFunc(left, func(x, y place) int { return cmp.Compare(p.turn(x, left), p.turn(y, left)) })
	for len(left) > 0 {
		at := max(0, slices.IndexFunc(left, func(x place) bool { return p.ready(x, left, c) }))
		x := left[at]
		left = slices.Delete(left, at, at+1)
		w.Steps = append(w.Steps, p.step(x, picks))
	}
	w.Effort = w.Steps[0].Effort
	for _, s := range w.Steps[1:] {
		w.Effort = w.Effort.And(s.Effort)
	}
	return w
}

// turn is how early a measure should come: 0 for security where that comes first, and for what such a measure needs, else
// by its effort.
func (p *plan) turn(x place, all []place) int {
	m := p.measure(x)
	urgent := func(y place) bool {
		return p.s.forms[y.item].q.Dimension == Security && (y == x || slices.Contains(p.measure(y).Needs, m.ID))
	}
	if p.security && slices.ContainsFunc(all, urgent) {
		return 0
	}
	return int(p.s.effort(m).term(m))
}

func (p *plan) measure(x place) *questionnaire.Measure {
	return p.s.forms[x.item].q.Measures[x.measure]
}

// ready says whether a measure can be done before the rest.
func (p *plan) ready(x place, left []place, c *choice) bool {
	m, taken := p.measure(x), p.lifts[x.item][c.picks[x.item]].measures
	return !slices.ContainsFunc(left, func(y place) bool {
		return slices.Contains(m.Needs, p.measure(y).ID) || y.item == x.item && slices.Index(taken, y.measure) < slices.Index(taken, x.measure)
	})
}

// step is the next measure of a way, with what it gains after those before it.
func (p *plan) step(x place, picks []int) Step {
	before, f, lifts := p.with(picks), &p.s.forms[x.item], p.lifts[x.item]
	from := lifts[picks[x.item]]
	for k := range lifts {
		if len(lifts[k].measures) == len(from.measures)+1 && !slices.ContainsFunc(lifts[k].measures, func(m int) bool {
			return m != x.measure && !slices.Contains(from.measures, m)
		}) {
			picks[x.item] = k
			break
		}
	}
	to := lifts[picks[x.item]]
	m := f.q.Measures[x.measure]
	return Step{Question: f.q, Measure: m, Effort: p.s.effort(m), From: f.height(&from.reply).rat(), To: f.height(&to.reply).rat(),
		Gain: gain(before, p.with(picks)), Unblocks: true}
}
