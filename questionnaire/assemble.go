package questionnaire

import (
	"math/big"
	"slices"
)

// Assemble completes a bank made of its parts: it builds the indexes by id and the nodes that the bank leaves to the
// rule: dimensions take the mean of their questions, the total that of the dimensions. A bank has to be assembled
// before use.
func Assemble(b *Bank) *Bank {
	b.enter()
	for _, d := range b.Dimensions {
		b.completeDimension(d)
	}
	b.completeTotal()
	b.handDown()
	return b
}

// enter builds the indexes by id.
func (b *Bank) enter() {
	b.index, b.measures = map[string]*Question{}, map[string]*Measure{}
	for _, q := range b.Profile {
		b.index[q.ID] = q
	}
	for _, d := range b.Dimensions {
		for _, q := range d.Questions {
			b.index[q.ID] = q
			for _, m := range q.Measures {
				b.measures[m.ID] = m
			}
		}
	}
}

// handDown gives nodes the treatment of what is missing from the nodes above them, and in the end from the bank.
func (b *Bank) handDown() {
	all := b.Nodes()
	byID := map[string]*Node{}
	for _, n := range all {
		byID[n.ID] = n
	}
	for _, n := range slices.Backward(all) { // parents before children
		for _, r := range n.Of {
			if child := byID[r.Node]; child != nil && r.Question == "" && child != n {
				child.Missing = child.Missing.Or(n.Missing)
			}
		}
	}
	for _, n := range all {
		n.Missing = n.Missing.Or(b.Policy.Missing)
	}
}

func (b *Bank) completeDimension(d *Dimension) {
	if d.Node == nil {
		d.Node = &Node{}
	}
	d.Node.ID, d.Node.Title = d.ID, d.Title
	if len(d.Node.Of) == 0 {
		for _, g := range d.Groups {
			if !within(d.Groups, g) {
				d.Node.Of = append(d.Node.Of, Ref{Node: g.ID})
			}
		}
	}
	if len(d.Node.Of) == 0 {
		for _, q := range d.Questions {
			if q.Scored() {
				d.Node.Of = append(d.Node.Of, Ref{Question: q.ID})
			}
		}
	}
	for _, n := range append(d.Groups, d.Node) {
		b.completeNode(n)
	}
}

// within says whether a group is a child of another one.
func within(groups []*Node, g *Node) bool {
	return slices.ContainsFunc(groups, func(other *Node) bool {
		return slices.ContainsFunc(other.Of, func(r Ref) bool { return r.Question == "" && r.Node == g.ID })
	})
}

func (b *Bank) completeTotal() {
	t := b.Policy.Total
	if t == nil {
		t = &Node{}
		b.Policy.Total = t
	}
	t.ID = ""
	if len(t.Of) == 0 {
		for _, d := range b.Dimensions {
			t.Of = append(t.Of, Ref{Node: d.ID})
		}
	}
	if t.Coverage.Answered == nil {
		t.Coverage.Answered = big.NewRat(100, 1)
	}
	for _, n := range append(b.Policy.Results, t) {
		b.completeNode(n)
	}
}

// completeNode names every part of a question that counts, and fills in weights, rule, scale and coverage.
func (b *Bank) completeNode(n *Node) {
	var of []Ref
	for _, r := range n.Of {
		if r.Take == 0 {
			r.Take = TakeAnswer
		}
		q := b.index[r.Question]
		if r.Weight == nil {
			r.Weight = big.NewRat(1, 1)
			if q != nil && q.Scored() {
				r.Weight = q.Scoring.Weight
			}
		}
		if q == nil || r.Part != "" {
			of = append(of, r)
			continue
		}
		for _, part := range q.PartNames() {
			r.Part = part
			of = append(of, r)
		}
	}
	n.Of = of
	if n.Combine.Rule == 0 {
		n.Combine.Rule = Mean
	}
	if n.Scale == nil && n.Combine.Rule != Sum {
		n.Scale = big.NewRat(100, 1)
	}
	if n.Coverage.Answered == nil {
		n.Coverage.Answered = b.Policy.Answered
	}
	if n.Coverage.Answered == nil {
		n.Coverage.Answered = big.NewRat(50, 1)
	}
}

// alignSizes gives the variants by size class what was read after them.
func (b *Bank) alignSizes() {
	for _, q := range b.index {
		for _, v := range q.sized {
			v.Asking, v.Measures = q.Asking, q.Measures
		}
	}
}
