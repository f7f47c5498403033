package questionnaire

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire/source"
)

// border is where a named part of a scale begins.
type border struct {
	from  *big.Rat
	above bool
	at    source.Pos
}

// after says whether a border lies above another: a part may hold one value alone, which the next one begins above.
func (b border) after(other *border) bool {
	c := b.from.Cmp(other.from)
	return c > 0 || c == 0 && b.above && !other.above
}

// checkNodes looks at all places where points come together.
func (l *loader) checkNodes() {
	circle := false
	for _, id := range slices.Sorted(mapKeys(l.nodes)) {
		p := l.nodes[id]
		l.checkWeights(p)
		l.checkPairwise(p)
		l.checkOrder(p)
		circle = circle || l.checkCircle(p) // one is enough, for it comes again at each of its nodes
	}
	if circle {
		return // what nodes can reach is not to be told
	}
	if l.questionsLost() {
		return // nor while points are wrong
	}
	l.reaches = map[*Node]reach{}
	for _, id := range slices.Sorted(mapKeys(l.nodes)) {
		l.checkScale(l.nodes[id])
	}
	for _, f := range l.reached {
		f()
	}
	for _, id := range slices.Sorted(mapKeys(l.nodes)) {
		l.checkCases(l.nodes[id])
	}
}

// needed are the nodes that a node needs to know before itself, by id.
func (n *Node) needed() []string {
	var out []string
	for _, r := range n.Of {
		if r.Question == "" {
			out = append(out, r.Node)
		}
	}
	if n.Factor != nil {
		out = append(out, n.Factor.Node)
	}
	for _, c := range n.Combine.Cases {
		out = slices.AppendSeq(out, mapKeys(c.Bands))
	}
	if n.Combine.Formula != nil {
		out = n.Combine.Formula.nodes(out)
	}
	return out
}

func (f *Formula) nodes(out []string) []string {
	if f.Op == OpNode {
		out = append(out, f.Node)
	}
	for i := range f.Args {
		out = f.Args[i].nodes(out)
	}
	return out
}

// checkCircle reports a node that needs itself.
func (l *loader) checkCircle(p *nodePlace) bool {
	seen := map[string]bool{}
	var leads func(n *Node) bool
	leads = func(n *Node) bool {
		for _, id := range n.needed() {
			next := l.nodes[id]
			if id == p.node.ID {
				return true
			}
			if next == nil || id == "" || seen[id] {
				continue
			}
			seen[id] = true
			if leads(next.node) {
				return true
			}
		}
		return false
	}
	if !leads(p.node) {
		return false
	}
	l.d.Error(p.at, "node-circle", "name", p.name())
	return true
}

// checkOrder wants a dimension's groups below those that they take.
func (l *loader) checkOrder(p *nodePlace) {
	for _, d := range l.bank.Dimensions {
		at := slices.Index(d.Groups, p.node)
		if at < 0 {
			continue
		}
		for _, r := range p.refs {
			later := slices.IndexFunc(d.Groups, func(g *Node) bool { return r.Question == "" && g.ID == r.Node })
			if later > at {
				l.d.Error(r.at, "node-order", "name", r.Node, "node", p.node.ID)
			}
		}
	}
}

// checkWeights wants something to count in every node, and whole weights where a root is drawn from them.
func (l *loader) checkWeights(p *nodePlace) {
	sum := new(big.Rat)
	for _, r := range p.node.Of {
		sum.Add(sum, r.Weight)
		if p.node.Combine.Rule == Geometric && !r.Weight.IsInt() {
			l.d.Error(p.place("of"), "weight-whole", "name", r.Question+r.Node)
		}
	}
	if len(p.node.Of) > 0 && sum.Sign() == 0 {
		l.d.Error(p.place("of"), "weights-zero", "name", p.name())
	}
	if n := p.node.Combine.Count; n > len(p.node.Of) {
		l.d.Error(p.place("count"), "count-many", "n", n, "max", len(p.node.Of))
	}
}

// checkCases wants the values of cases on the node's scale.
func (l *loader) checkCases(p *nodePlace) {
	for _, c := range p.node.Combine.Cases {
		if p.node.Scale != nil && c.Value.Cmp(p.node.Scale) > 0 {
			l.d.Error(p.place("cases"), "border-outside", "name", p.name(), "x", c.Value, "a", 0, "b", p.node.Scale)
		}
	}
}
