package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// Engine scores assessments by one bank, which it has taken apart once. It is safe for use by many at a time.
type Engine struct {
	bank   *questionnaire.Bank
	index  *questionnaire.Index
	first  int      // place of the first question that is no profile field
	shapes [][]form // by size class and none, then by item
	parts  []part
	nodes  []node // children come before their parents
	byID   map[string]int
	dims   []int
	total  int
	stages []stage
	conditions
	measures map[string]int // place in the bank
}

// conditions say what depends on what, by item, and which items have to be answered.
type conditions struct {
	tested    []bool // a condition that matters to a score looks at it
	depends   []bool // whether it is asked depends on others
	eyes      []eyes
	mandatory []int // items without whose answers there is no total
}

// eyes are what conditions look at in one item.
type eyes struct {
	options, rows uint64 // one bit each
	borders       []*big.Rat
}

// part is what one answer gives to one node.
type part struct {
	item    int
	name    string
	at      int // place among the question's parts
	take    questionnaire.Take
	missing questionnaire.Missing
}

// node is a node with its children as places.
type node struct {
	*questionnaire.Node
	children []child
	scale    num
	answered num
	from     num // of the factor
	factor   int // place of the node that lowers this one, or -1
	cases    []questionnaire.Clauses
	bandSets []questionnaire.Clauses
	under    []bool // by item: can move this node
}

// child is a part or a node, with its weight.
type child struct {
	part, node int // one of them is -1
	weight     num
}

// Compile takes a bank apart.
func Compile(b *questionnaire.Bank) *Engine {
	e := &Engine{bank: b, index: b.Index(), byID: map[string]int{}, first: len(b.Profile)}
	all := map[string]*questionnaire.Node{}
	for _, n := range b.Nodes() {
		all[n.ID] = n
	}
	for _, n := range b.Nodes() {
		e.addNode(n, all)
	}
	for _, d := range b.Dimensions {
		e.dims = append(e.dims, e.byID[d.ID])
	}
	e.total = e.byID[""]
	e.addStages()
	for class := range len(b.Classes) + 1 {
		e.shapes = append(e.shapes, e.forms(class-1))
	}
	e.look()
	e.setApart()
	e.measures = map[string]int{}
	for i, q := range e.index.Items {
		if i >= e.first && q.Scoring.Mandatory {
			e.mandatory = append(e.mandatory, i)
		}
		for _, m := range q.Measures {
			e.measures[m.ID] = len(e.measures)
		}
	}
	return e
}

// addNode adds a node after its children.
func (e *Engine) addNode(n *questionnaire.Node, all map[string]*questionnaire.Node) int {
	if at, done := e.byID[n.ID]; done {
		return at
	}
	out := node{Node: n, factor: -1, answered: numOf(n.Coverage.Answered)}
	if n.Scale != nil {
		out.scale = numOf(n.Scale)
	}
	if n.Factor != nil && all[n.Factor.Node] != nil {
		out.factor, out.from = e.addNode(all[n.Factor.Node], all), numOf(n.Factor.From)
	}
	for _, r := range n.Of {
		c := child{part: -1, node: -1, weight: numOf(r.Weight)}
		if sub := all[r.Node]; r.Question == "" && sub != nil {
			c.node = e.addNode(sub, all)
		} else if at := e.index.At(r.Question); at >= e.first {
			c.part = len(e.parts)
			e.parts = append(e.parts, e.part(at, r, n.Missing))
		}
		out.children = append(out.children, c)
	}
	for _, id := range namedNodes(n) {
		if sub := all[id]; sub != nil {
			e.addNode(sub, all)
		}
	}
	for _, c := range n.Combine.Cases {
		out.cases = append(out.cases, e.index.Resolve(c.When))
	}
	for _, set := range n.BandsWhen {
		out.bandSets = append(out.bandSets, e.index.Resolve(set.When))
	}
	e.byID[n.ID] = len(e.nodes)
	e.nodes = append(e.nodes, out)
	return len(e.nodes) - 1
}

func (e *Engine) part(item int, r questionnaire.Ref, m questionnaire.Missing) part {
	q := e.index.Items[item]
	out := part{item: item, name: r.Part, take: r.Take, missing: q.Scoring.Missing.Or(m)}
	for i, name := range q.PartNames() {
		if name == r.Part {
			out.at = i
		}
	}
	return out
}

// namedNodes are the nodes that a formula or cases name.
func namedNodes(n *questionnaire.Node) []string {
	var out []string
	var walk func(f *questionnaire.Formula)
	walk = func(f *questionnaire.Formula) {
		if f.Op == questionnaire.OpNode {
			out = append(out, f.Node)
		}
		for i := range f.Args {
			walk(&f.Args[i])
		}
	}
	if f := n.Combine.Formula; f != nil {
		walk(f)
	}
	for _, c := range n.Combine.Cases {
		for id := range c.Bands {
			out = append(out, id)
		}
	}
	return out
}

// look finds out which questions can move which node, and which ones conditions look at.
func (e *Engine) look() {
	e.tested, e.eyes = make([]bool, len(e.index.Items)), make([]eyes, len(e.index.Items))
	for i := range e.index.Items {
		e.watch(e.index.Conditions(i))
		e.depends = append(e.depends, len(e.index.Conditions(i)) > 0)
		for _, c := range e.shapes0(i).cases {
			e.watch(c)
		}
	}
	for i := range e.nodes {
		n := &e.nodes[i]
		n.under = make([]bool, len(e.index.Items))
		for _, c := range n.children {
			if c.part >= 0 {
				e.reachItem(n.under, e.parts[c.part].item)
			}
			if c.node >= 0 {
				e.join(n.under, e.nodes[c.node].under)
			}
		}
		if n.factor >= 0 {
			e.join(n.under, e.nodes[n.factor].under)
		}
		for _, id := range namedNodes(n.Node) {
			if at, ok := e.byID[id]; ok {
				e.join(n.under, e.nodes[at].under)
			}
		}
		for _, c := range n.cases {
			e.watch(c)
			e.mention(n.under, c)
		}
	}
}

func (e *Engine) join(to, from []bool) {
	for i, x := range from {
		to[i] = to[i] || x
	}
}

// reachItem marks a question and all that decides whether it is asked or what it is worth.
func (e *Engine) reachItem(under []bool, item int) {
	if under[item] {
		return
	}
	under[item] = true
	e.mention(under, e.index.Conditions(item))
	for _, c := range e.shapes0(item).cases {
		e.mention(under, c)
	}
}

func (e *Engine) mention(under []bool, c questionnaire.Clauses) {
	for _, i := range c.Items() {
		e.tested[i] = true
		e.reachItem(under, i)
	}
}

// shapes0 is the form of an item that belongs to no size class.
func (e *Engine) shapes0(item int) *form { return &e.shapes[0][item] }

// watch notes what a condition looks at.
func (e *Engine) watch(c questionnaire.Clauses) {
	for _, all := range c {
		for i := range all {
			t := &all[i]
			if t.Item < 0 {
				continue
			}
			x := &e.eyes[t.Item]
			if t.Row >= 0 {
				x.rows |= 1 << t.Row
			} else if x.options |= t.Want; e.index.Items[t.Item].Kind == questionnaire.Grid {
				x.rows = ^uint64(0)
			}
			x.borders = append(x.borders, t.Borders()...)
		}
	}
}
