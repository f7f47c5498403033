package scoring

import (
	"slices"

	"digitalkompass/questionnaire"
)

// gap is how far a figure of the second of two twins lies above that of the first, over all completions: in points and in
// shares. It is steady where the figure is there in both or in neither, with the same points attainable.
type gap struct {
	pl, ph, sl, sh num
	steady         bool
}

func (g *gap) zero() bool {
	return g.steady && g.pl.sign() == 0 && g.ph.sign() == 0 && g.sl.sign() == 0 && g.sh.sign() == 0
}

// apart is a gap of two figures that nothing more is known of.
func apart(f, g *figure) gap {
	out := gap{pl: g.pl.sub(f.ph), ph: g.ph.sub(f.pl), sl: g.sl.sub(f.sh), sh: g.sh.sub(f.sl)}
	switch {
	case !f.here && !g.here:
		return gap{steady: true}
	case f.here && g.here && !f.loose && !g.loose:
		out.steady = f.ol.cmp(f.oh) == 0 && g.ol.cmp(g.oh) == 0 && f.ol.cmp(g.ol) == 0
	}
	return out
}

// compare works out all gaps of two twins that have run.
func (t *twin) compare() {
	for i := range t.e.parts {
		t.parts[i] = t.part(i)
	}
	for i := range t.e.nodes {
		if t.only != nil && !t.only[i] {
			continue
		}
		t.nodes[i] = t.node(i)
	}
}

// part is the gap of a part. What does not hang on the question is the same in both, also while it is open.
func (t *twin) part(i int) gap {
	p := &t.e.parts[i]
	f, g := &t.a.parts[i], &t.b.parts[i]
	switch {
	case p.item == t.item && t.any:
		if p.take == questionnaire.TakeConfidence {
			return gap{steady: true}
		}
		return gap{ph: g.ph.sub(f.pl), sh: g.sh.sub(f.sl), steady: true}
	case p.item == t.item:
		out := apart(f, g)
		out.steady = f.here == g.here
		return out
	case !t.touched[p.item] || t.unmoved(p.item):
		return gap{steady: true}
	}
	return apart(f, g)
}

// unmoved says whether a question is surely asked in both, and worth the same.
func (t *twin) unmoved(item int) bool {
	if len(t.a.forms[item].cases) > 0 {
		return false
	}
	for _, s := range []*state{t.a, t.b} {
		p := t.e.index.Prospect(item, s.sheet, s.open)
		if !p.Asked || p.Absent || len(p.Implied) > 0 {
			return false
		}
	}
	return true
}

// kidGap is a child's gap with its figures.
type kidGap struct {
	gap
	a, b   *figure
	weight num
}

func (t *twin) kids(n *node) (out []kidGap, steady, same bool) {
	steady, same = true, true
	for _, c := range n.children {
		k := kidGap{weight: c.weight}
		switch {
		case c.part >= 0:
			k.gap, k.a, k.b = t.parts[c.part], &t.a.parts[c.part], &t.b.parts[c.part]
		case c.node >= 0:
			k.gap, k.a, k.b = t.nodes[c.node], &t.a.nodes[c.node], &t.b.nodes[c.node]
		default:
			continue
		}
		if k.a.here || k.b.here {
			steady, same = steady && k.steady, same && k.zero()
			out = append(out, k)
		}
	}
	return out, steady, same
}

// node is the gap of a node: by its rule where the children say enough, and never wider than the two figures lie apart.
func (t *twin) node(i int) gap {
	n, f, g := &t.e.nodes[i], &t.a.nodes[i], &t.b.nodes[i]
	kids, steady, same := t.kids(n)
	if same && t.rest(n) {
		return gap{steady: true}
	}
	wide := apart(f, g)
	out := wide
	if !f.here || !g.here {
		return out
	}
	pl, ph, ok := t.combined(n, kids, steady)
	if ok {
		pl, ph = t.finished(n, kids, steady, &wide, pl, ph)
		out.pl, out.ph = higher(wide.pl, pl), lower(wide.ph, ph)
	}
	decides := n.Combine.Rule == questionnaire.Cases || n.Combine.Rule == questionnaire.Formulate
	out.steady = wide.steady || steady && !decides
	switch {
	case f.ol.cmp(f.oh) == 0 && g.ol.cmp(g.oh) == 0 && f.ol.cmp(g.ol) == 0:
		out.sl, out.sh = higher(wide.sl, ratio(out.pl, f.ol)), lower(wide.sh, ratio(out.ph, f.ol))
	case out.steady && out.pl.sign() >= 0:
		out.sl = higher(wide.sl, zero)
	}
	return out
}

// rest says whether what a node looks at besides its children is the same in both.
func (t *twin) rest(n *node) bool {
	if n.factor >= 0 && !t.nodes[n.factor].zero() {
		return false
	}
	for _, id := range namedNodes(n.Node) {
		if at, ok := t.e.byID[id]; ok && !t.nodes[at].zero() {
			return false
		}
	}
	for _, c := range n.cases {
		for _, i := range c.Items() {
			if i == t.item || t.touched[i] {
				return false
			}
		}
	}
	return true
}

// combined is the gap in points of what a rule makes of the children; ok is false where it says nothing.
func (t *twin) combined(n *node, kids []kidGap, steady bool) (pl, ph num, ok bool) {
	switch n.Combine.Rule {
	case questionnaire.Sum:
		for i := range kids {
			low, high := kids[i].summed()
			pl, ph = pl.add(kids[i].weight.mul(low)), ph.add(kids[i].weight.mul(high))
		}
		return pl, ph, true
	case questionnaire.Mean:
		low, high, ok := meanGap(kids, steady)
		return low.mul(n.scale), high.mul(n.scale), ok
	case questionnaire.Least, questionnaire.Greatest, questionnaire.Median:
		low, high := gapEnds(kids)
		return low.mul(n.scale), high.mul(n.scale), steady
	case questionnaire.Cases:
		return zero, endless, t.rising(n)
	case questionnaire.Enough:
		if n.Combine.Miss != nil && numOf(n.Combine.Miss).cmp(n.scale) > 0 {
			return zero, zero, false
		}
		fallthrough
	case questionnaire.Geometric, questionnaire.Met, questionnaire.Levels:
		low, high := gapEnds(kids)
		switch {
		case !steady:
		case low.sign() >= 0:
			return zero, endless, true
		case high.sign() <= 0:
			return endless.neg(), zero, true
		}
	default:
	}
	return zero, zero, false
}

// summed is what a child adds to the gap of a sum: what is not there adds nothing.
func (k *kidGap) summed() (low, high num) {
	if k.steady {
		if k.a.loose {
			return lower(zero, k.pl), higher(zero, k.ph)
		}
		return k.pl, k.ph
	}
	part := func(f *figure) (low, high num) {
		switch {
		case !f.here:
			return zero, zero
		case f.loose:
			return lower(zero, f.pl), higher(zero, f.ph)
		}
		return f.pl, f.ph
	}
	al, ah := part(k.a)
	bl, bh := part(k.b)
	return bl.sub(ah), bh.sub(al)
}

// gapEnds are the lowest and highest gap in shares.
func gapEnds(kids []kidGap) (low, high num) {
	for i := range kids {
		if i == 0 {
			low, high = kids[i].sl, kids[i].sh
		}
		low, high = lower(low, kids[i].sl), higher(high, kids[i].sh)
	}
	return low, high
}

// meanGap is the gap of a weighted mean of shares. Where the same children are there in both, it is a mean of their gaps;
// where the better answer brings some or takes some away, all weights change.
func meanGap(kids []kidGap, steady bool) (low, high num, ok bool) {
	loose := slices.ContainsFunc(kids, func(k kidGap) bool { return k.a.here && k.a.loose || k.b.here && k.b.loose })
	if steady && loose {
		low, high = gapEnds(kids)
		return low, high, true
	}
	wa, wb := zero, zero
	for i := range kids {
		if kids[i].a.here {
			wa = wa.add(kids[i].weight)
		}
		if kids[i].b.here {
			wb = wb.add(kids[i].weight)
		}
	}
	if loose || wa.sign() == 0 || wb.sign() == 0 {
		return zero, zero, false
	}
	turn := one.quo(wb).sub(one.quo(wa))
	for i := range kids {
		k := &kids[i]
		switch {
		case k.a.here && k.b.here:
			x, y := k.weight.mul(turn).mul(k.a.sl), k.weight.mul(turn).mul(k.a.sh)
			low, high = low.add(lower(x, y)).add(k.weight.mul(k.sl).quo(wb)), high.add(higher(x, y)).add(k.weight.mul(k.sh).quo(wb))
		case k.b.here:
			low, high = low.add(k.weight.mul(k.b.sl).quo(wb)), high.add(k.weight.mul(k.b.sh).quo(wb))
		default:
			low, high = low.sub(k.weight.mul(k.a.sh).quo(wa)), high.sub(k.weight.mul(k.a.sl).quo(wa))
		}
	}
	return low, high, true
}
