package scoring

import (
	"slices"

	"digitalkompass/questionnaire"
)

// weighed is a child's figure with its weight.
type weighed struct {
	*figure
	weight num
	place  int // among the children
}

// node is the figure of one node.
func (s *state) node(n *node) figure {
	kids, applies, has, mid := s.children(n)
	decides := n.Combine.Rule == questionnaire.Cases || n.Combine.Rule == questionnaire.Formulate
	if len(kids) == 0 && !decides {
		return figure{}
	}
	f := s.combine(n, kids)
	if !f.here {
		return f
	}
	f.out = f.out || !mid && !decides
	f.loose = f.loose || len(kids) > 0 && !slices.ContainsFunc(kids, func(k weighed) bool { return !k.loose })
	if n.Combine.Rule != questionnaire.Enough || n.Weakest != nil { // enough is known as soon as it is decided
		f.known = f.known && has.mul(whole(100)).cmp(n.answered.mul(applies)) >= 0
	}
	f = s.finish(n, f, kids)
	if !f.known && n.Coverage.Zero {
		f.known, f.p = true, zero
	}
	f.known = f.known && !f.out
	return f
}

// children are those that apply, the weight of all in the middle, that of those with a score, and whether there are any.
func (s *state) children(n *node) (kids []weighed, applies, has num, mid bool) {
	kids = s.kids[:0]
	for i, c := range n.children {
		var f *figure
		if c.part >= 0 {
			f = &s.parts[c.part]
		} else if c.node >= 0 {
			f = &s.nodes[c.node]
		}
		if f == nil || !f.here {
			continue
		}
		if !f.out {
			mid = true
			applies = applies.add(c.weight)
		}
		if f.known {
			has = has.add(c.weight)
		}
		kids = append(kids, weighed{figure: f, weight: c.weight, place: i})
	}
	s.kids = kids
	return kids, applies, has, mid
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
		return s.mean(n, kids)
	default:
		return shares(n, kids)
	}
}

// scaled turns shares of a node into its points.
func (n *node) scaled(known bool, mid, low, high num) figure {
	if mid == low && mid == high {
		p := mid.mul(n.scale)
		return figure{presence: presence{here: true, known: known}, p: p, of: n.scale, pl: p, ph: p, ol: n.scale, oh: n.scale, sl: mid, sh: mid}
	}
	return figure{presence: presence{here: true, known: known}, p: mid.mul(n.scale), of: n.scale, pl: low.mul(n.scale), ph: high.mul(n.scale),
		ol: n.scale, oh: n.scale, sl: low, sh: high}
}

func (s *state) mean(n *node, kids []weighed) figure {
	w, x, sure := zero, zero, true // of the children without doubt
	for i := range kids {
		if k := &kids[i]; k.certain() {
			w, x = w.add(k.weight), x.plus(k.weight, k.sl)
		} else {
			sure = false
		}
	}
	if sure && s.sway.sign() == 0 {
		mid := ratio(x, w)
		return n.scaled(w.sign() > 0, mid, mid, mid)
	}
	var low, high num
	if s.sway.sign() != 0 {
		low, high = swing(kids, 1, s.sway), swing(kids, -1, s.sway)
	} else {
		low, high = bound(kids, 1, w, x), bound(kids, -1, w, x)
	}
	for i := range kids {
		if k := &kids[i]; k.known && !k.certain() {
			w, x = w.add(k.weight), x.plus(k.weight, k.share())
		}
	}
	return n.scaled(w.sign() > 0, ratio(x, w), low, high)
}

// end is one end of a child's share: the lower for sign 1, the higher for -1.
func (k *weighed) end(sign int) num {
	if sign > 0 {
		return k.sl
	}
	return k.sh
}

// bound is the lowest mean (sign 1) or the highest (-1) over all choices of the children that may go away: those that
// pull the mean further stay. w and x are the weight and the sum of those without doubt.
func bound(kids []weighed, sign int, w, x num) num {
	var free []*weighed
	for i := range kids {
		switch k := &kids[i]; {
		case k.certain():
		case k.loose:
			free = append(free, k)
		default:
			w, x = w.add(k.weight), x.plus(k.weight, k.end(sign))
		}
	}
	slices.SortFunc(free, func(a, b *weighed) int { return sign * a.end(sign).cmp(b.end(sign)) })
	for _, k := range free {
		if w.sign() == 0 || k.end(sign).cmp(x.quo(w))*sign < 0 {
			w, x = w.add(k.weight), x.add(k.weight.mul(k.end(sign)))
		}
	}
	return ratio(x, w)
}

// sum adds points. What does not apply leaves the maximum.
func sum(n *node, kids []weighed) figure {
	f := figure{presence: presence{here: true}}
	firm, least := false, zero
	for i := range kids {
		k, w := &kids[i], kids[i].weight
		if k.known {
			f.known, f.p = true, f.p.add(w.mul(k.p))
		}
		if !k.out {
			f.of = f.of.add(w.mul(k.of))
		}
		low, high := w.mul(k.pl), w.mul(k.ph)
		if k.loose {
			low, high = lower(zero, low), higher(zero, high)
		} else {
			firm = true
			f.ol = f.ol.add(w.mul(k.ol))
		}
		if i == 0 || w.mul(k.ol).cmp(least) < 0 {
			least = w.mul(k.ol)
		}
		f.pl, f.ph, f.oh = f.pl.add(low), f.ph.add(high), f.oh.add(w.mul(k.oh))
	}
	if !firm { // one of them is there, or the node is not
		f.ol = least
	}
	if n.Scale != nil {
		f.of, f.ol, f.oh = n.scale, n.scale, n.scale
	}
	f.bounded()
	return f
}

// count compares how many children are full with how many have to be.
func count(n *node, kids []weighed) figure {
	met, open, sure, doubt, all, assumed := 0, 0, 0, 0, 0, false
	for i := range kids {
		k := &kids[i]
		switch {
		case k.loose || k.sl.cmp(one) < 0 && k.sh.cmp(one) >= 0:
			open++
		case k.sl.cmp(one) >= 0:
			met++
		}
		switch share := k.share(); {
		case k.out:
			continue
		case (!k.known || k.assumed) && k.sh.cmp(one) >= 0:
			assumed = assumed || k.assumed
			doubt++
		case k.known && share.cmp(one) >= 0:
			sure++
		}
		all++
	}
	need := questionnaire.Need{Count: n.Combine.Count, Miss: n.Combine.Miss}
	f := enough(need, n.scale, met, open, len(kids))
	f.known = false
	if mid := enough(need, n.scale, sure, doubt, all); mid.known {
		f.known, f.p = true, mid.p
	} else if assumed && n.Missing.Open == questionnaire.TreatZero { // undecided, it counts as its children do
		f.known, f.assumed, f.p = true, true, zero
	}
	return f
}

// shares are the rules that look at the children's shares one by one.
func shares(n *node, kids []weighed) figure {
	rule := shareRules[n.Combine.Rule]
	var mid []weighed
	loose := false
	for _, k := range kids {
		loose = loose || k.loose
		if k.known {
			mid = append(mid, k)
		}
	}
	low, high := ends(kids, 1), ends(kids, -1)
	f := n.scaled(len(mid) > 0, zero, rule(n, low), rule(n, high))
	if len(mid) > 0 {
		f.p = rule(n, mid).mul(n.scale)
	}
	if loose { // a child that may go away takes the others' place
		l, h := leastShare(n, low), greatestShare(n, high)
		if n.Combine.Rule == questionnaire.Met {
			l, h = zero, one
		}
		f = f.widen(n.scaled(true, zero, l, h))
	}
	return f
}

// ends are the children at one end of their shares.
func ends(kids []weighed, sign int) []weighed {
	out := slices.Clone(kids)
	for i := range out {
		x := *out[i].figure
		x.p, x.of = out[i].end(sign), one
		out[i].figure = &x
	}
	return out
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
	if (n.Bounds == questionnaire.Bounds{}) && n.factor < 0 && n.Weakest == nil && n.Round == nil {
		return f
	}
	for i, x := range []*num{&f.p, &f.pl, &f.ph} {
		*x = clamp(n.Bounds, *x)
		if n.factor >= 0 {
			*x = s.damped(n, i, &f, *x)
		}
		if n.Weakest != nil {
			*x = lower(*x, weakest(n, kids, i))
		}
		*x = round(n.Round, *x)
	}
	f.bounded()
	return f
}

// damped is what another node leaves of this one's points; end is 0 for the middle, 1 and 2 for the bounds. Points
// below zero come nearer to it.
func (s *state) damped(n *node, end int, f *figure, x num) num {
	other := &s.nodes[n.factor]
	if !other.here {
		return x
	}
	share := func(v num) num { return higher(zero, lower(one, v.mul(whole(100)).quo(n.from))) }
	if end == 0 {
		f.known = f.known && (other.known || other.out)
		if other.out {
			return x
		}
		return x.mul(share(other.share()))
	}
	low, high := share(other.sl), share(other.sh)
	if other.loose {
		high = one
	}
	if (end == 1) == (x.sign() < 0) {
		return x.mul(high)
	}
	return x.mul(low)
}

// weakest is the most that the weakest child allows.
func weakest(n *node, kids []weighed, end int) num {
	least, most, found := zero, zero, false
	for i := range kids {
		x := kids[i].share()
		switch end {
		case 1:
			x = kids[i].sl
		case 2:
			x = kids[i].sh
		}
		most = higher(most, x)
		if end == 0 && !kids[i].known || end == 2 && kids[i].loose {
			continue
		}
		if !found || x.cmp(least) < 0 {
			least, found = x, true
		}
	}
	if !found { // each of them may go away, but one stays
		least = most
	}
	return least.mul(n.scale).add(numOf(n.Weakest))
}
