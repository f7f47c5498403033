package scoring

import (
	"container/heap"
	"slices"

	"digitalkompass/questionnaire"
)

// dot is a price and the best value that it buys.
type dot struct {
	cost  cost
	value num
	trace *trace
}

// trace leads back to the lifts that a dot is made of.
type trace struct {
	left, right *trace
	item, lift  int
}

func (t *trace) fill(picks []int) {
	if t == nil {
		return
	}
	t.left.fill(picks)
	t.right.fill(picks)
	if t.left == nil && t.right == nil {
		picks[t.item] = t.lift
	}
}

// front is a list of dots in which every dearer one is worth more.
type front []dot

// trim brings dots in order and drops those that a cheaper one is as good as.
func trim(all []dot) front {
	slices.SortFunc(all, func(a, b dot) int {
		if c := a.cost.compare(&b.cost); c != 0 {
			return c
		}
		return b.value.cmp(a.value)
	})
	out := all[:0]
	for i := range all {
		if len(out) == 0 || all[i].value.cmp(out[len(out)-1].value) > 0 {
			out = append(out, all[i])
		}
	}
	return front(out)
}

// join takes every pair of two fronts.
func join(a, b front, value func(x, y num) num) front {
	all := make([]dot, 0, len(a)*len(b))
	for i := range a {
		for k := range b {
			d := dot{cost: a[i].cost.plus(b[k].cost), value: value(a[i].value, b[k].value), trace: a[i].trace}
			switch {
			case a[i].trace == nil:
				d.trace = b[k].trace
			case b[k].trace != nil:
				d.trace = &trace{left: a[i].trace, right: b[k].trace}
			}
			all = append(all, d)
		}
	}
	return trim(all)
}

// relaxer works out for each node what it can become at which price, if every question could be lifted for itself: what
// measures need elsewhere is left aside, and a question that feeds several places is paid for in one of them only. No
// real choice is cheaper.
type relaxer struct {
	p      *plan
	c      *choice
	s      *state // with what is fixed
	need   []num  // by node: what the stage's gates ask for
	gated  []bool
	fronts []front
}

// relax finds the cheapest choice that would do; false when there is none.
func (p *plan) relax(c *choice) bool {
	x := &relaxer{p: p, c: c, s: p.with(p.settledPicks(c)), fronts: make([]front, len(p.s.e.nodes)),
		need: make([]num, len(p.s.e.nodes)), gated: make([]bool, len(p.s.e.nodes))}
	for _, st := range p.s.e.stages[:p.level] {
		for _, g := range st.gates {
			if !x.gated[g.node] || x.need[g.node].cmp(g.from) < 0 {
				x.need[g.node], x.gated[g.node] = g.from, true
			}
		}
	}
	for i := range p.s.e.nodes {
		x.fronts[i] = x.node(i)
		if f := &x.s.nodes[i]; f.here && !f.out && len(x.fronts[i]) == 0 {
			return false
		}
	}
	return x.choose()
}

// choose takes the cheapest dot of the total that reaches the stage.
func (x *relaxer) choose() bool {
	st := &x.p.s.e.stages[x.p.level-1]
	for _, d := range x.fronts[x.p.s.e.total] {
		if c := d.value.cmp(st.from); c < 0 || c == 0 && st.above {
			continue
		}
		x.c.picks = x.p.settledPicks(x.c)
		x.c.cost = d.cost.plus(x.p.price(x.c.picks)) // before the rest is picked
		d.trace.fill(x.c.picks)
		return true
	}
	return false
}

// node is the front of one node, without the dots that miss a gate.
func (x *relaxer) node(i int) front {
	n, f := &x.s.e.nodes[i], &x.s.nodes[i]
	if !f.here || f.out {
		return nil
	}
	out := x.combined(i, n, f)
	if !x.gated[i] {
		return out
	}
	return slices.DeleteFunc(out, func(d dot) bool { return d.value.cmp(x.need[i]) < 0 })
}

func (x *relaxer) combined(at int, n *node, f *figure) front {
	kids, weights := x.kids(at, n)
	add := func(a, b num) num { return a.add(b) }
	fold := func(start num, value func(a, b num) num) front {
		out := front{{value: start}}
		for _, k := range kids {
			out = join(out, k, value)
		}
		return out
	}
	switch n.Combine.Rule {
	case questionnaire.Mean:
		sum := zero
		for i, k := range kids {
			sum = sum.add(weights[i])
			for d := range k {
				k[d].value = k[d].value.mul(weights[i])
			}
		}
		return n.finished(fold(zero, add), func(v num) num { return ratio(v, sum).mul(n.scale) })
	case questionnaire.Sum:
		return x.summed(at, n)
	case questionnaire.Least:
		return n.finished(fold(endless, lower), func(v num) num { return v.mul(n.scale) })
	case questionnaire.Greatest:
		return n.finished(fold(endless.neg(), higher), func(v num) num { return v.mul(n.scale) })
	case questionnaire.Met:
		return x.met(n, kids, weights)
	default:
		return anything(f)
	}
}

// finished applies a node's own bounds and rounding. Whatever lowers it by looking at others is left aside.
func (n *node) finished(all front, value func(num) num) front {
	for i := range all {
		v := clamp(n.Bounds, value(all[i].value))
		if n.factor >= 0 {
			v = higher(v, zero)
		}
		all[i].value = round(n.Round, v)
	}
	return trim(all)
}

// kids are the fronts of the children with a score, in shares.
func (x *relaxer) kids(at int, n *node) (out []front, weights []num) {
	for _, c := range n.children {
		f, k := x.child(at, c)
		if f == nil || !f.known {
			continue
		}
		for d := range k {
			k[d].value = ratio(k[d].value, f.of)
		}
		out, weights = append(out, k), append(weights, c.weight)
	}
	return out, weights
}

// child is a child's figure and a front of its own, in points; nil where it does not count.
func (x *relaxer) child(parent int, c child) (*figure, front) {
	switch {
	case c.part >= 0 && x.s.parts[c.part].here && !x.s.parts[c.part].out:
		return &x.s.parts[c.part], x.part(c.part)
	case c.node >= 0 && x.s.nodes[c.node].here && !x.s.nodes[c.node].out:
		out := slices.Clone(x.fronts[c.node])
		if x.p.parent[c.node] != parent {
			for d := range out {
				out[d].cost, out[d].trace = cost{}, nil
			}
			out = trim(out)
		}
		return &x.s.nodes[c.node], out
	}
	return nil, nil
}

// part is the front of one part.
func (x *relaxer) part(at int) front {
	p, f := &x.s.e.parts[at], &x.s.parts[at]
	decided := len(x.s.forms[p.item].cases) > 0 // by what conditions look at, which is settled by now
	if decided || len(x.p.lifts[p.item]) < 2 || x.s.standing[p.item] != questionnaire.Asked || p.take != questionnaire.TakeAnswer {
		return front{{value: f.p}}
	}
	var all []dot
	_, settled := x.c.fixed(x.p, p.item) // and paid for once, see choose
	free := settled || x.p.payer[p.item] != at
	for k := range x.p.lifts[p.item] {
		if !x.c.may(p.item, k) {
			continue
		}
		l := &x.p.lifts[p.item][k]
		d := dot{value: x.s.forms[p.item].points1(p, l)}
		if !free {
			d.cost, d.trace = l.cost, &trace{item: p.item, lift: k}
		}
		all = append(all, d)
	}
	return trim(all)
}

func (f *form) points1(p *part, l *lift) num {
	x := f.answered(p.at, &l.reply)
	return x.p
}

func (x *relaxer) summed(at int, n *node) front {
	out := front{{}}
	for _, c := range n.children {
		f, k := x.child(at, c)
		if f == nil || !f.known {
			continue
		}
		for d := range k {
			k[d].value = k[d].value.mul(c.weight)
		}
		out = join(out, k, func(a, b num) num { return a.add(b) })
	}
	return n.finished(out, func(v num) num { return v })
}

func (x *relaxer) met(n *node, kids []front, weights []num) front {
	sum, out := zero, front{{}}
	for i, k := range kids {
		sum = sum.add(weights[i])
		for d := range k {
			v := zero
			if k[d].value.cmp(one) >= 0 {
				v = weights[i]
			}
			k[d].value = v
		}
		out = join(out, trim(k), func(a, b num) num { return a.add(b) })
	}
	return n.finished(out, func(v num) num { return ratio(v, sum).mul(n.scale) })
}

// anything lets a node become the best it can be at no price. What it really becomes is found out by trying.
func anything(f *figure) front {
	best := higher(f.p, f.ph)
	return front{{value: higher(best, endless)}}
}

// queue holds choices, the cheapest first.
type queue []*choice

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].cost.compare(&q[j].cost) < 0 }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }

// Push is for container/heap.
func (q *queue) Push(x any) { *q = append(*q, x.(*choice)) }

// Pop is for container/heap.
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}

func (q *queue) push(c *choice) { heap.Push(q, c) }
func (q *queue) pop() *choice   { return heap.Pop(q).(*choice) }
