package questionnaire

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire/source"
)

// tiny is the border below which all parts of an assumed scale would lie only by mistake.
var tiny = big.NewRat(10, 1)

// borders proves that named parts of a node's scale, stages or bands, leave neither gap nor overlap, and that every
// one of them can be reached.
func (l *loader) borders(n *Node, parts string, marks []border) {
	r := l.reachOf(n)
	if l.assumed(n, marks) {
		return
	}
	var before *border
	for i, b := range marks {
		if b.from == nil {
			continue
		}
		switch {
		case i == 0 && (b.from.Cmp(r.low) > 0 || b.above && b.from.Cmp(r.low) == 0):
			l.d.Error(b.at, parts+"-gap", "from", r.low, "to", b.from)
		case b.from.Cmp(r.top) > 0 || b.above && b.from.Cmp(r.top) == 0:
			l.outside(b.at, n, b.from, r)
		case before != nil && !b.after(before):
			l.d.Error(b.at, parts+"-overlap", "from", b.from)
		case before != nil && b.from.Cmp(r.low) <= 0 && !b.above:
			l.d.Warn(before.at, parts+"-idle", "from", before.from, "to", b.from, "low", r.low)
		}
		before = &marks[i]
	}
}

// assumed says whether a node's scale of 100 was only taken for want of another, while the borders are made for a much
// smaller one: such as stages from 1 to 6.
func (l *loader) assumed(n *Node, marks []border) bool {
	p := l.nodes[n.ID]
	if p == nil || p.m.Take("scale") != nil || n.Combine.Rule == Sum || len(marks) < 2 {
		return false
	}
	last := marks[len(marks)-1]
	if last.from == nil || last.from.Sign() <= 0 || last.from.Cmp(tiny) > 0 {
		return false
	}
	l.d.Error(last.at, "scale-assumed", "name", p.name(), "x", last.from, "scale", n.Scale, "write", written(last.from))
	return true
}

// written is a number as a data file has it.
func written(r *big.Rat) string {
	if digits, exact := r.FloatPrec(); exact {
		return r.FloatString(digits)
	}
	return r.RatString()
}

// outside tells of a value that does not lie on a node's scale.
func (l *loader) outside(at source.Pos, n *Node, x *big.Rat, r reach) {
	name := n.ID
	if name == "" {
		name = totalWord
	}
	l.d.Error(at, "border-outside", "name", name, "x", x, "a", least([]*big.Rat{r.low, noPoints}), "b", r.top)
}

// onScale wants a gate within the scale of the node that it asks for.
func (l *loader) onScale(at source.Pos, id string, from *big.Rat) {
	p := l.nodes[id]
	if p == nil {
		return
	}
	r := l.reachOf(p.node)
	if from.Cmp(least([]*big.Rat{r.low, noPoints})) < 0 || from.Cmp(r.top) > 0 {
		l.outside(at, p.node, from, r)
	}
}

// checkScale wants what a node can come to within its scale. Below 0 a node may only go where its points do so openly,
// or where bounds say how far; above its top never.
func (l *loader) checkScale(p *nodePlace) {
	n, r := p.node, l.reachOf(p.node)
	high := l.highOf(n)
	if high != nil && high.Cmp(r.top) > 0 {
		l.d.Error(p.place("scale"), "scale-exceeded", "name", p.name(), "x", high, "scale", r.top, "write", written(r.top))
	}
	if n.Combine.Rule != Formulate || n.Bounds.Least != nil {
		return
	}
	if s, ok := l.spanOf(n.Combine.Formula); !ok || n.Bounds.apply(s.low).Sign() < 0 {
		l.d.Error(p.place("formula"), "scale-negative", "name", p.name())
	}
}

// highOf is the most that a node can come to; nil where that is not told, for a formula that may divide by nothing and
// has no bounds.
func (l *loader) highOf(n *Node) *big.Rat {
	high := l.reachOf(n).top
	switch n.Combine.Rule {
	case Sum:
		high = new(big.Rat)
		for _, r := range n.Of {
			high.Add(high, mul(l.childHigh(n, r), r.Weight))
		}
	case Enough:
		high = greatest([]*big.Rat{high, orNone(n.Combine.Miss)})
	case Formulate:
		s, ok := l.spanOf(n.Combine.Formula)
		if !ok && n.Bounds.Most == nil {
			return nil
		}
		if high = n.Bounds.Most; ok {
			high = s.high
		}
	default: // shares of the scale
	}
	return n.Bounds.apply(high)
}

// childHigh is the most points that a child brings; questions that only take away bring none.
func (l *loader) childHigh(n *Node, r Ref) *big.Rat {
	q := l.bank.index[r.Question]
	if q == nil || r.Take == TakeConfidence {
		return l.childReach(n, r).top
	}
	_, high, _ := q.points(r.Part)
	for _, i := range q.Asking.Implied {
		high = greatest([]*big.Rat{high, i.Points})
	}
	return high
}

// span is where a value of a formula lies.
type span struct{ low, high *big.Rat }

// spanOf are the ends of a formula, as if its parts were free of each other; ok is false where it may divide by
// nothing.
func (l *loader) spanOf(f *Formula) (s span, ok bool) {
	switch f.Op {
	case OpNumber:
		return span{f.Number, f.Number}, true
	case OpNode:
		p := l.nodes[f.Node]
		if p == nil {
			return span{noPoints, noPoints}, true
		}
		r := l.reachOf(p.node)
		return span{r.low, r.top}, true
	default: // an operation on the arguments
	}
	for i := range f.Args {
		x, fine := l.spanOf(&f.Args[i])
		if !fine {
			return s, false
		}
		if i == 0 {
			s = x
		} else if s, fine = s.apply(f.Op, x); !fine {
			return s, false
		}
	}
	return s, true
}

// apply is an operation on all values of two spans.
func (s span) apply(op Op, x span) (span, bool) {
	var ends []*big.Rat
	for _, a := range []*big.Rat{s.low, s.high} {
		for _, b := range []*big.Rat{x.low, x.high} {
			y := new(big.Rat)
			switch op {
			case OpAdd:
				y.Add(a, b)
			case OpSub:
				y.Sub(a, b)
			case OpMul:
				y.Mul(a, b)
			case OpDiv:
				if x.low.Sign() <= 0 && x.high.Sign() >= 0 {
					return span{}, false
				}
				y.Quo(a, b)
			case OpMax:
				y = greatest([]*big.Rat{a, b})
			case OpMin:
				y = least([]*big.Rat{a, b})
			default: // nodes and numbers are no operations
			}
			ends = append(ends, y)
		}
	}
	return span{slices.MinFunc(ends, (*big.Rat).Cmp), slices.MaxFunc(ends, (*big.Rat).Cmp)}, true
}
