package scoring

import (
	"math"
	"math/big"
	"slices"
	"sort"

	"digitalkompass/questionnaire"
)

// plain computes scores a second time, by the words of the format and with nothing shared but the bank.
type plain struct {
	b     *questionnaire.Bank
	a     *questionnaire.Assessment
	trail map[[2]string]Contribution // by question and part: taken instead of the answers, nil for not at all
}

type mark struct{ points, of, weight *big.Rat }

func (m mark) share() *big.Rat {
	if m.of.Sign() == 0 {
		return new(big.Rat)
	}
	return new(big.Rat).Quo(m.points, m.of)
}

func (p plain) question(q *questionnaire.Question, part string) (mark, bool) {
	if p.trail != nil {
		c := p.trail[[2]string{q.ID, part}]
		return mark{points: c.Earned, of: c.Possible}, c.Treatment == Counted || c.Treatment == ZeroCounted
	}
	nav, ans := questionnaire.NewNavigator(p.b), p.a.Get(q)
	points := func(id string) *big.Rat {
		if part != "" {
			return q.Option(id).Parts[part]
		}
		return q.Option(id).Points
	}
	of := rat(4, 1)
	if part == "y" {
		of = rat(2, 1)
	}
	switch nav.Standing(p.a, q) {
	case questionnaire.ZeroCount:
		if q.Kind == questionnaire.Grid && q.Scoring.Points.Need.Count == 0 {
			of = rat(4*len(q.Rows), 1)
		}
		return mark{points: new(big.Rat), of: of}, true
	case questionnaire.Asked:
	default:
		return mark{}, false
	}
	if ans.State == questionnaire.NotApplicable {
		return mark{}, false
	}
	rule := q.Scoring.Points
	if rule.Cases != nil {
		for _, c := range rule.Cases {
			if c.When.Certain(p.b, p.a) {
				return mark{points: c.Points, of: of}, true
			}
		}
		return mark{points: new(big.Rat), of: of}, true
	}
	switch q.Kind {
	case questionnaire.Multi:
		sum := new(big.Rat)
		for i := range q.Options {
			id := q.Options[i].ID
			switch {
			case slices.Contains(ans.Value.Set, id):
				sum.Add(sum, points(id))
				continue
			case !rule.Leading || q.Options[i].Exclusive:
				continue
			}
			break // at the first gap
		}
		if sum.Cmp(of) > 0 {
			sum = of
		}
		return mark{points: sum, of: of}, true
	case questionnaire.Grid:
		return p.grid(q, ans.Value.Rows)
	}
	earned := new(big.Rat)
	if l := rule.Linear; l != nil && ans.Value.Figure != nil {
		part := new(big.Rat).Quo(new(big.Rat).Sub(ans.Value.Figure, l[0]), new(big.Rat).Sub(l[1], l[0]))
		if part.Sign() < 0 {
			part = new(big.Rat)
		} else if part.Cmp(rat(1, 1)) > 0 {
			part = rat(1, 1)
		}
		earned.Mul(part, of)
	} else {
		earned.Set(points(ans.Value.Option))
	}
	if s := rule.Bounds.Start; s != nil {
		earned.Add(earned, s)
	}
	if m := rule.Bounds.Most; m != nil && earned.Cmp(m) > 0 {
		earned = m
	}
	return mark{points: earned, of: of}, true
}

func (p plain) grid(q *questionnaire.Question, rows map[string]string) (mark, bool) {
	sum, n, met := new(big.Rat), 0, 0
	for _, cell := range rows {
		if o := q.Option(cell); o != nil {
			n++
			sum.Add(sum, o.Points)
			if o.Points.Cmp(rat(4, 1)) == 0 {
				met++
			}
		}
	}
	if n == 0 {
		return mark{}, false
	}
	need := q.Scoring.Points.Need
	switch {
	case need.Count == 0:
		return mark{points: sum, of: rat(4*n, 1)}, true
	case need.Count == questionnaire.NeedAll && met == n, need.Count > 0 && met >= need.Count:
		return mark{points: rat(4, 1), of: rat(4, 1)}, true
	}
	return mark{points: need.Miss, of: rat(4, 1)}, true
}

func (p plain) children(n *questionnaire.Node) (all []mark, places []int) {
	for i, r := range n.Of {
		var m mark
		var ok bool
		if r.Question != "" {
			m, ok = p.question(p.b.Question(r.Question), r.Part)
		} else {
			m, ok = p.node(p.b.Dimension(r.Node).Node)
		}
		if ok {
			m.weight = r.Weight
			all, places = append(all, m), append(places, i+1)
		}
	}
	return all, places
}

func (p plain) node(n *questionnaire.Node) (mark, bool) {
	switch n.Combine.Rule {
	case questionnaire.Formulate:
		v := p.reckon(*n.Combine.Formula)
		return mark{points: v, of: n.Scale}, v != nil
	case questionnaire.Cases:
		return mark{points: p.decide(n), of: n.Scale}, true
	}
	kids, places := p.children(n)
	if len(kids) == 0 {
		return mark{}, false
	}
	out := mark{of: n.Scale}
	if n.Combine.Rule == questionnaire.Vote {
		best := slices.MaxFunc(kids, func(a, b mark) int { return a.points.Cmp(b.points) })
		out.points = new(big.Rat).Mul(best.share(), n.Scale)
	} else if n.Combine.Rule == questionnaire.Sum {
		out.points, out.of = new(big.Rat), new(big.Rat)
		for _, k := range kids {
			out.points.Add(out.points, new(big.Rat).Mul(k.weight, k.points))
			out.of.Add(out.of, new(big.Rat).Mul(k.weight, k.of))
		}
		if n.Scale != nil {
			out.of = n.Scale
		}
	} else {
		out.points = new(big.Rat).Mul(plainShare(n, kids, places), n.Scale)
	}
	if l := n.Bounds.Least; l != nil && out.points.Cmp(l) < 0 {
		out.points = l
	}
	if f := n.Factor; f != nil {
		if other, ok := p.node(p.b.Dimension(f.Node).Node); ok {
			part := new(big.Rat).Quo(new(big.Rat).Mul(other.share(), rat(100, 1)), f.From)
			if part.Sign() < 0 {
				part = new(big.Rat)
			}
			if part.Cmp(rat(1, 1)) < 0 {
				out.points = new(big.Rat).Mul(out.points, part)
			}
		}
	}
	if n.Weakest != nil {
		low := slices.MinFunc(kids, func(a, b mark) int { return a.share().Cmp(b.share()) }).share()
		top := new(big.Rat).Add(new(big.Rat).Mul(low, n.Scale), n.Weakest)
		if out.points.Cmp(top) > 0 {
			out.points = top
		}
	}
	if n.Round != nil {
		out.points = plainRound(out.points, n.Round)
	}
	return out, true
}

// reckon works out a formula; nil where a node in it does not apply.
func (p plain) reckon(f questionnaire.Formula) *big.Rat {
	switch f.Op {
	case questionnaire.OpNumber:
		return f.Number
	case questionnaire.OpNode:
		m, ok := p.node(p.b.Dimension(f.Node).Node)
		if !ok {
			return nil
		}
		return m.points
	}
	x := p.reckon(f.Args[0])
	for _, a := range f.Args[1:] {
		y := p.reckon(a)
		if x == nil || y == nil {
			return nil
		}
		switch {
		case f.Op == questionnaire.OpAdd:
			x = new(big.Rat).Add(x, y)
		case f.Op == questionnaire.OpSub:
			x = new(big.Rat).Sub(x, y)
		case f.Op == questionnaire.OpMul:
			x = new(big.Rat).Mul(x, y)
		case f.Op == questionnaire.OpDiv && y.Sign() == 0:
			x = new(big.Rat)
		case f.Op == questionnaire.OpDiv:
			x = new(big.Rat).Quo(x, y)
		case (x.Cmp(y) < 0) == (f.Op == questionnaire.OpMax):
			x = y
		}
	}
	return x
}

// decide takes the first case that holds.
func (p plain) decide(n *questionnaire.Node) *big.Rat {
	for _, c := range n.Combine.Cases {
		holds := c.When.Always() || c.When.Certain(p.b, p.a)
		for id, want := range c.Bands {
			d := p.b.Dimension(id).Node
			m, ok := p.node(d)
			band := ""
			for _, b := range d.Bands {
				if ok && b.Reaches(m.points) {
					band = b.ID
				}
			}
			holds = holds && slices.Contains(want, band)
		}
		if holds {
			return c.Value
		}
	}
	return new(big.Rat)
}

func plainShare(n *questionnaire.Node, kids []mark, places []int) *big.Rat {
	var shares []*big.Rat
	sum, weights, met := new(big.Rat), new(big.Rat), new(big.Rat)
	full := 0
	for _, k := range kids {
		s := k.share()
		shares = append(shares, s)
		sum.Add(sum, new(big.Rat).Mul(s, k.weight))
		weights.Add(weights, k.weight)
		if s.Cmp(rat(1, 1)) >= 0 {
			met.Add(met, k.weight)
			full++
		}
	}
	sorted := slices.Clone(shares)
	sort.Slice(sorted, func(i, j int) bool { return sorted[i].Cmp(sorted[j]) < 0 })
	m := len(sorted) / 2
	switch n.Combine.Rule {
	case questionnaire.Least:
		return sorted[0]
	case questionnaire.Greatest:
		return sorted[len(sorted)-1]
	case questionnaire.Median:
		if len(sorted)%2 == 1 {
			return sorted[m]
		}
		return new(big.Rat).Quo(new(big.Rat).Add(sorted[m-1], sorted[m]), rat(2, 1))
	case questionnaire.Met:
		return met.Quo(met, weights)
	case questionnaire.Enough:
		if n.Combine.Count == questionnaire.NeedAll && full == len(kids) || n.Combine.Count > 0 && full >= n.Combine.Count {
			return rat(1, 1)
		}
		return new(big.Rat)
	case questionnaire.Levels:
		top := 0
		for i, s := range shares {
			if s.Cmp(rat(4, 5)) < 0 {
				break
			}
			top = places[i]
		}
		return rat(top, len(n.Of))
	case questionnaire.Geometric:
		return plainGeometric(n, kids)
	}
	return sum.Quo(sum, weights)
}

// plainGeometric goes through all values of one decimal.
func plainGeometric(n *questionnaire.Node, kids []mark) *big.Rat {
	logs, weights := 0.0, 0.0
	for _, k := range kids {
		s, _ := k.share().Float64()
		w, _ := k.weight.Float64()
		if s <= 0 {
			return new(big.Rat)
		}
		logs += w * math.Log(s)
		weights += w
	}
	tenths := math.Floor(math.Exp(logs/weights)*1000 + 0.5 + 1e-9)
	return new(big.Rat).Quo(rat(int(tenths), 10), n.Scale)
}

func plainRound(x *big.Rat, r *questionnaire.Rounding) *big.Rat {
	ten := rat(int(math.Pow10(r.Digits)), 1)
	v := new(big.Rat).Mul(x, ten)
	floor := new(big.Int).Div(v.Num(), v.Denom())
	rest := new(big.Rat).Sub(v, new(big.Rat).SetInt(floor))
	up := false
	switch r.Mode {
	case questionnaire.HalfUp:
		up = rest.Cmp(rat(1, 2)) >= 0
	case questionnaire.HalfEven:
		up = rest.Cmp(rat(1, 2)) > 0 || rest.Cmp(rat(1, 2)) == 0 && floor.Bit(0) == 1
	case questionnaire.Down:
		up = v.Sign() < 0 && rest.Sign() > 0
	}
	if up {
		floor.Add(floor, big.NewInt(1))
	}
	return new(big.Rat).Quo(new(big.Rat).SetInt(floor), ten)
}
