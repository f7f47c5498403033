package questionnaire

import (
	"math/big"
	"slices"
)

// reach is the lowest value that a question or node can come to, and the top of its scale.
type reach struct{ low, top *big.Rat }

// points are the lowest and the highest points of a part of a question, and those attainable.
func (q *Question) points(part string) (low, high, full *big.Rat) {
	p := &q.Scoring.Points
	full = q.Full(part)
	low, high = q.plainPoints(part)
	if q.Kind == Grid && !p.Rows && p.Need.Count == 0 && len(p.Cases) == 0 {
		rows := big.NewRat(int64(len(q.Rows)), 1)
		low, high, full = mul(low, rows), mul(high, rows), mul(full, rows)
	}
	return p.Bounds.apply(low), p.Bounds.apply(high), full
}

// plainPoints are the ends before shift and clamp, per row for a grid.
func (q *Question) plainPoints(part string) (low, high *big.Rat) {
	p := &q.Scoring.Points
	switch {
	case len(p.Cases) > 0:
		all := []*big.Rat{noPoints}
		for _, c := range p.Cases {
			all = append(all, c.Points)
		}
		return least(all), greatest(all)
	case p.Need.Count != 0:
		return least([]*big.Rat{orNone(p.Need.Miss), q.Full(part)}), q.Full(part)
	}
	var all []*big.Rat
	if p.Linear != nil {
		all = append(all, noPoints, q.Full(part))
	}
	if p.Leading {
		all = append(all, noPoints)
	}
	minus, plus := new(big.Rat), new(big.Rat)
	for i := range q.Options {
		x := orNone(q.Options[i].PointsFor(part))
		all = append(all, x)
		switch {
		case q.Options[i].Exclusive:
		case x.Sign() < 0:
			minus.Add(minus, x)
		default:
			plus.Add(plus, x)
		}
	}
	if q.Kind == Multi {
		return least(append(all, minus)), least([]*big.Rat{greatest(append(all, plus)), q.Full(part)})
	}
	return least(all), greatest(all)
}

// apply shifts and clamps.
func (b Bounds) apply(x *big.Rat) *big.Rat {
	if b.Start != nil {
		x = new(big.Rat).Add(x, b.Start)
	}
	if b.Least != nil {
		x = greatest([]*big.Rat{x, b.Least})
	}
	if b.Most != nil {
		x = least([]*big.Rat{x, b.Most})
	}
	return x
}

// reachOf is what a node can come to. It must not be asked while nodes go in circles.
func (l *loader) reachOf(n *Node) reach {
	if r, done := l.reaches[n]; done {
		return r
	}
	var kids []reach
	var weights []*big.Rat
	for _, r := range n.Of {
		if kid := l.childReach(n, r); kid.top.Sign() > 0 {
			kids, weights = append(kids, kid), append(weights, r.Weight)
		}
	}
	out := n.combined(kids, weights)
	out.low = n.Bounds.apply(out.low)
	if n.Factor != nil || n.Coverage.Zero {
		out.low = least([]*big.Rat{out.low, noPoints})
	}
	l.reaches[n] = out
	return out
}

func (l *loader) childReach(n *Node, r Ref) reach {
	q := l.bank.index[r.Question]
	switch {
	case q == nil && l.nodes[r.Node] != nil:
		return l.reachOf(l.nodes[r.Node].node)
	case q == nil:
		return reach{low: noPoints, top: noPoints}
	case r.Take == TakeConfidence:
		return reach{low: noPoints, top: big.NewRat(1, 1)}
	}
	low, _, full := q.points(r.Part)
	for _, i := range q.Asking.Implied {
		low = least([]*big.Rat{low, i.Points})
	}
	if m := q.Scoring.Missing.Or(n.Missing); m.Open == TreatZero || m.Unknown == TreatZero || m.NotApplicable == TreatZero {
		low = least([]*big.Rat{low, q.Scoring.Points.Bounds.apply(noPoints)})
	}
	return reach{low: low, top: full}
}

// combined is what a node's rule makes of its children, before shift and clamp. Where that is hard to tell, the lowest
// value is 0 at most.
func (n *Node) combined(kids []reach, weights []*big.Rat) reach {
	shares, sum, low, top, weight := []*big.Rat{}, new(big.Rat), new(big.Rat), new(big.Rat), new(big.Rat)
	for i, k := range kids {
		share := new(big.Rat).Quo(k.low, k.top)
		shares = append(shares, share)
		sum.Add(sum, mul(share, weights[i]))
		weight.Add(weight, weights[i])
		low.Add(low, mul(least([]*big.Rat{k.low, noPoints}), weights[i]))
		top.Add(top, mul(k.top, weights[i]))
	}
	out := reach{low: noPoints, top: n.Scale}
	if n.Combine.Rule == Sum && n.Scale == nil {
		out.top = top
	}
	switch n.Combine.Rule {
	case Sum:
		out.low = low
	case Mean:
		if weight.Sign() > 0 {
			out.low = mul(new(big.Rat).Quo(sum, weight), n.Scale)
		}
	case Least, Greatest, Median, Vote:
		if len(shares) > 0 {
			out.low = mul(least(shares), n.Scale)
		}
	case Enough:
		out.low = least([]*big.Rat{noPoints, orNone(n.Combine.Miss)})
	case Cases:
		for _, c := range n.Combine.Cases {
			out.low = least([]*big.Rat{out.low, c.Value})
		}
	case Geometric, Met, Levels, Formulate:
	}
	return out
}

func orNone(r *big.Rat) *big.Rat {
	if r == nil {
		return noPoints
	}
	return r
}

func mul(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }

func least(all []*big.Rat) *big.Rat {
	if len(all) == 0 {
		return noPoints
	}
	return slices.MinFunc(all, (*big.Rat).Cmp)
}

func greatest(all []*big.Rat) *big.Rat {
	if len(all) == 0 {
		return noPoints
	}
	return slices.MaxFunc(all, (*big.Rat).Cmp)
}
