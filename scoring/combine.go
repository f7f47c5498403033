package scoring

import (
	"slices"

	"digitalkompass/questionnaire"
)

// weighed is a child's figure with its weight.
type weighed struct {
	figure
	weight num
	place  int // among the children
}

// node is the figure of one node.
func (s *state) node(n *node) figure {
	kids, applies, has := s.children(n)
	if len(kids) == 0 && (n.Combine.Rule != questionnaire.Cases && n.Combine.Rule != questionnaire.Formulate) {
		return figure{}
	}
	f := s.combine(n, kids)
	if !f.here {
		return f
	}
	f.optional = len(kids) > 0 && !slices.ContainsFunc(kids, func(k weighed) bool { return !k.optional })
	if n.Combine.Rule != questionnaire.Enough { // which is known as soon as it is decided
		f.known = f.known && has.mul(whole(100)).cmp(n.answered.mul(applies)) >= 0
	}
	f = s.finish(n, f, kids)
	if !f.known && n.Coverage.Zero {
		f.known, f.p = true, zero
	}
	return f
}

// children are those that apply, the weight of all, and that of those with a score.
func (s *state) children(n *node) (kids []weighed, applies, has num) {
	kids = make([]weighed, 0, len(n.children))
	for i, c := range n.children {
		f := figure{}
		if c.part >= 0 {
			f = s.parts[c.part]
		} else if c.node >= 0 {
			f = s.nodes[c.node]
		}
		if !f.here {
			continue
		}
		applies = applies.add(c.weight)
		if f.known {
			has = has.add(c.weight)
		}
		kids = append(kids, weighed{figure: f, weight: c.weight, place: i})
	}
	return kids, applies, has
}

func (s *state) combine(n *node, kids []weighed) figure {
	switch n.Combine.Rule {
	case questionnaire.Sum:
		return sum(n, kids)
	case questionnaire.Enough:
		return count(n, kids)
	case questionnaire.Vote:
		return vote(n, kids)
	case questionnaire.Cases:
		return s.decide(n)
	case questionnaire.Formulate:
		return s.formula(n)
	case questionnaire.Levels:
		return levels(n, kids)
	case questionnaire.Mean:
		return mean(n, kids)
	default:
		return shares(n, kids)
	}
}

// scaled turns a share of a node into its points.
func (n *node) scaled(known bool, mid, low, high num) figure {
	return figure{here: true, known: known, p: mid.mul(n.scale), of: n.scale, pl: low.mul(n.scale), ph: high.mul(n.scale), sl: low, sh: high}
}

func mean(n *node, kids []weighed) figure {
	w, x := zero, zero
	for i := range kids {
		if kids[i].known {
			w, x = w.add(kids[i].weight), x.add(kids[i].weight.mul(kids[i].share()))
		}
	}
	low := bound(kids, func(k *weighed) num { return k.sl }, 1)
	high := bound(kids, func(k *weighed) num { return k.sh }, -1)
	return n.scaled(w.sign() > 0, ratio(x, w), low, high)
}

// bound is the lowest mean (sign 1) or the highest (-1) over all choices of the optional children.
func bound(kids []weighed, end func(*weighed) num, sign int) num {
	w, x := zero, zero
	var free []*weighed
	for i := range kids {
		if k := &kids[i]; k.optional {
			free = append(free, k)
		} else {
			w, x = w.add(k.weight), x.add(k.weight.mul(end(k)))
		}
	}
	slices.SortFunc(free, func(a, b *weighed) int { return sign * end(a).cmp(end(b)) })
	for _, k := range free {
		if w.sign() == 0 || end(k).cmp(x.quo(w))*sign < 0 {
			w, x = w.add(k.weight), x.add(k.weight.mul(end(k)))
		}
	}
	return ratio(x, w)
}

// sum adds points. What does not apply leaves the maximum.
func sum(n *node, kids []weighed) figure {
	f := figure{here: true}
	least, most := zero, zero // attainable over all completions
	for i := range kids {
		k, w := &kids[i], kids[i].weight
		of := k.attainable().mul(w)
		if k.known {
			f.known, f.p, f.of = true, f.p.add(w.mul(k.p)), f.of.add(of)
		}
		low, high := w.mul(k.pl), w.mul(k.ph)
		most = most.add(of)
		if k.optional {
			low, high = lower(zero, low), higher(zero, high)
		} else {
			least = least.add(of)
		}
		f.pl, f.ph = f.pl.add(low), f.ph.add(high)
	}
	if n.Scale != nil {
		f.of, least, most = n.scale, n.scale, n.scale
	}
	f.rest(least, most)
	return f
}

// attainable is the top of a child's scale, also where it has no middle.
func (f figure) attainable() num {
	if f.of.sign() != 0 || f.sh.sign() == 0 {
		return f.of
	}
	return f.ph.quo(f.sh)
}

// rest gives the shares to the points, when what is attainable lies between two numbers.
func (f *figure) rest(least, most num) {
	if least.sign() == 0 {
		least = most
	}
	f.sl, f.sh = ratio(f.pl, most), ratio(f.ph, least)
	if f.pl.sign() < 0 {
		f.sl = ratio(f.pl, least)
	}
	if f.ph.sign() < 0 {
		f.sh = ratio(f.ph, most)
	}
	if f.of.sign() == 0 {
		f.of = most
	}
}

// count compares how many children are full with how many have to be.
func count(n *node, kids []weighed) figure {
	met, open := 0, 0
	for i := range kids {
		switch k := &kids[i]; {
		case k.optional || k.sl.cmp(one) < 0 && k.sh.cmp(one) >= 0:
			open++
		case k.sl.cmp(one) >= 0:
			met++
		}
	}
	need := questionnaire.Need{Count: n.Combine.Count, Miss: n.Combine.Miss}
	return enough(need, n.scale, met, open, len(kids))
}

// shares are the rules that look at the children's shares one by one.
func shares(n *node, kids []weighed) figure {
	var mid, low, high []weighed
	loose := false
	for _, k := range kids {
		loose = loose || k.optional
		if k.known {
			mid = append(mid, k)
		}
	}
	at := func(end func(weighed) num) []weighed {
		out := slices.Clone(kids)
		for i := range out {
			out[i].p, out[i].of = end(out[i]), one
		}
		return out
	}
	low, high = at(func(k weighed) num { return k.sl }), at(func(k weighed) num { return k.sh })
	rule := shareRules[n.Combine.Rule]
	f := n.scaled(len(mid) > 0, zero, rule(n, low), rule(n, high))
	if len(mid) > 0 {
		f.p = rule(n, mid).mul(n.scale)
	}
	if loose { // a child that may go away takes the others' place
		f = f.widen(n.scaled(true, zero, leastShare(n, low), greatestShare(n, high)))
		if n.Combine.Rule == questionnaire.Met {
			f = f.widen(n.scaled(true, zero, zero, one))
		}
	}
	return f
}

var shareRules = map[questionnaire.Rule]func(*node, []weighed) num{
	questionnaire.Least: leastShare, questionnaire.Greatest: greatestShare, questionnaire.Median: median,
	questionnaire.Geometric: geometric, questionnaire.Met: metShare,
}

func leastShare(_ *node, kids []weighed) num {
	out := kids[0].share()
	for i := range kids {
		out = lower(out, kids[i].share())
	}
	return out
}

func greatestShare(_ *node, kids []weighed) num {
	out := kids[0].share()
	for i := range kids {
		out = higher(out, kids[i].share())
	}
	return out
}

// median is the middle share, or the mean of the two in the middle.
func median(_ *node, kids []weighed) num {
	all := make([]num, len(kids))
	for i := range kids {
		all[i] = kids[i].share()
	}
	slices.SortFunc(all, num.cmp)
	m := len(all) / 2
	if len(all)%2 == 1 {
		return all[m]
	}
	return all[m-1].add(all[m]).quo(whole(2))
}

func metShare(_ *node, kids []weighed) num {
	w, met := zero, zero
	for i := range kids {
		w = w.add(kids[i].weight)
		if kids[i].share().cmp(one) >= 0 {
			met = met.add(kids[i].weight)
		}
	}
	return ratio(met, w)
}

// finish applies what a node does after combining: shift and clamp, the factor, the cap by the weakest, rounding.
func (s *state) finish(n *node, f figure, kids []weighed) figure {
	plain := n.Bounds == questionnaire.Bounds{} && n.factor < 0 && n.Weakest == nil && n.Round == nil
	if plain {
		return f
	}
	low, high := f.spread()
	ends := []*num{&f.p, &f.pl, &f.ph}
	for i, x := range ends {
		*x = clamp(n.Bounds, *x)
		if n.factor >= 0 {
			*x = x.mul(s.damping(n, i, &f))
		}
		if n.Weakest != nil {
			*x = lower(*x, weakest(n, kids, i))
		}
		*x = round(n.Round, *x)
	}
	f.rest(low, high)
	return f
}

// spread is what is attainable at least and at most, as the shares tell it.
func (f figure) spread() (least, most num) {
	least, most = f.of, f.of
	for _, e := range [][2]num{{f.pl, f.sl}, {f.ph, f.sh}} {
		if e[1].sign() != 0 {
			of := e[0].quo(e[1])
			least, most = lower(least, of), higher(most, of)
		}
	}
	return least, most
}

// damping is the share that another node leaves of this one; end is 0 for the middle, 1 and 2 for the bounds.
func (s *state) damping(n *node, end int, f *figure) num {
	x := &s.nodes[n.factor]
	if !x.here {
		return one
	}
	share := x.share()
	switch {
	case end == 0 && !x.known:
		f.known = false
	case end == 1:
		share = x.sl
	case end == 2:
		share = x.sh
	}
	return higher(zero, lower(one, share.mul(whole(100)).quo(numOf(n.Factor.From))))
}

// weakest is the most that the weakest child allows.
func weakest(n *node, kids []weighed, end int) num {
	out, found := zero, false
	for i := range kids {
		x := kids[i].share()
		switch end {
		case 0:
			if !kids[i].known {
				continue
			}
		case 1:
			x = kids[i].sl
		case 2:
			if kids[i].optional {
				continue
			}
			x = kids[i].sh
		}
		if !found || x.cmp(out) < 0 {
			out, found = x, true
		}
	}
	if !found {
		out = one
	}
	return out.mul(n.scale).add(numOf(n.Weakest))
}
