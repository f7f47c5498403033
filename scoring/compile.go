package scoring

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// Engine scores assessments by one bank, which it has taken apart once. It is safe for use by many at a time.
type Engine struct {
	bank      *questionnaire.Bank
	nav       questionnaire.Navigator
	questions []*questionnaire.Question // of the dimensions, in order
	index     map[string]int
	mentioned []bool // by question: a condition that matters to a score tests it
	tangled   []bool // by question: worst and best of what it feeds may exclude each other
	parts     []part
	nodes     []node // children come before their parents
	byID      map[string]int
	dims      []int
	total     int
}

// part is what one answer gives to one node.
type part struct {
	question int
	name     string
	full     num // points attainable; per row for a grid
	take     questionnaire.Take
	missing  questionnaire.Missing
}

// node is a node with its children as places.
type node struct {
	*questionnaire.Node
	children []child
	scale    num
	answered num
	factor   int // place of the node that lowers this one, or -1
}

// child is a part or a node, with its weight.
type child struct {
	part, node int // one of them is -1
	weight     num
}

// Compile takes a bank apart.
func Compile(b *questionnaire.Bank) *Engine {
	e := &Engine{bank: b, nav: questionnaire.NewNavigator(b), index: map[string]int{}, byID: map[string]int{}}
	for _, d := range b.Dimensions {
		for _, q := range d.Questions {
			e.index[q.ID] = len(e.questions)
			e.questions = append(e.questions, q)
		}
	}
	e.mentioned, e.tangled = make([]bool, len(e.questions)), make([]bool, len(e.questions))
	all := map[string]*questionnaire.Node{}
	for _, n := range b.Nodes() {
		all[n.ID] = n
	}
	for _, n := range b.Nodes() {
		e.addNode(n, all, n.Missing)
	}
	for _, d := range b.Dimensions {
		e.dims = append(e.dims, e.byID[d.ID])
	}
	e.total = e.byID[""]
	e.mark()
	return e
}

// addNode adds a node after its children. The policy for what is missing comes from the nodes above where a node and
// a question have none of their own.
func (e *Engine) addNode(n *questionnaire.Node, all map[string]*questionnaire.Node, m questionnaire.Missing) int {
	if at, done := e.byID[n.ID]; done {
		return at
	}
	out := node{Node: n, factor: -1, answered: numOf(n.Coverage.Answered)}
	if n.Scale != nil {
		out.scale = numOf(n.Scale)
	}
	if n.Factor != nil && all[n.Factor.Node] != nil {
		out.factor = e.addNode(all[n.Factor.Node], all, m)
	}
	for _, r := range n.Of {
		c := child{part: -1, node: -1, weight: numOf(r.Weight)}
		if sub := all[r.Node]; r.Question == "" && sub != nil {
			c.node = e.addNode(sub, all, sub.Missing.Or(m))
		} else if at, ok := e.index[r.Question]; ok {
			q := e.questions[at]
			c.part = len(e.parts)
			e.parts = append(e.parts, part{question: at, name: r.Part, full: numOf(q.Full(r.Part)), take: r.Take, missing: q.Scoring.Missing.Or(m)})
		}
		out.children = append(out.children, c)
	}
	for _, id := range formulaNodes(n) {
		if sub := all[id]; sub != nil {
			e.addNode(sub, all, sub.Missing.Or(m))
		}
	}
	e.byID[n.ID] = len(e.nodes)
	e.nodes = append(e.nodes, out)
	return len(e.nodes) - 1
}

// formulaNodes are the nodes that a formula or cases name.
func formulaNodes(n *questionnaire.Node) []string {
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

// mark finds the questions whose open answers take more than their worst and best to bound a result.
func (e *Engine) mark() {
	mention := func(cs ...questionnaire.Condition) {
		for _, c := range cs {
			for _, id := range c.Questions() {
				if at, ok := e.index[id]; ok {
					e.mentioned[at] = true
				}
			}
		}
	}
	for _, d := range e.bank.Dimensions {
		mention(d.When)
	}
	for i, q := range e.questions {
		mention(q.Asking.When)
		for _, x := range q.Asking.Implied {
			mention(x.When)
		}
		for _, c := range q.Scoring.Points.Cases {
			mention(c.When)
			e.tangled[i] = true
		}
		e.tangled[i] = e.tangled[i] || torn(q)
	}
	for i := range e.nodes {
		for _, c := range e.nodes[i].Combine.Cases {
			mention(c.When)
		}
		switch e.nodes[i].Combine.Rule {
		case questionnaire.Cases, questionnaire.Formulate, questionnaire.Vote:
			e.tangle(i)
		default:
			if e.nodes[i].floored() || e.negative(i) {
				e.tangleOptional(i)
			}
		}
	}
}

// negative says whether a sum has parts that can take points away.
func (e *Engine) negative(i int) bool {
	if e.nodes[i].Combine.Rule != questionnaire.Sum {
		return false
	}
	worst := state{e: e}
	return slices.ContainsFunc(e.nodes[i].children, func(c child) bool {
		if c.part < 0 {
			return false
		}
		q := e.questions[e.parts[c.part].question]
		return vanishes(q) && worst.reach(q, &e.parts[c.part]).pl.sign() < 0
	})
}

// vanishes says whether a question may turn out not to apply.
func vanishes(q *questionnaire.Question) bool {
	return q.Asking.NotApplicable || q.Kind == questionnaire.Grid && !slices.ContainsFunc(q.Rows, func(r questionnaire.Row) bool { return !r.NotApplicable })
}

// floored says whether a node gives points for nothing, which it stops to do when nothing in it applies.
func (n *node) floored() bool {
	return n.Bounds.Start != nil || n.Bounds.Least != nil || n.Factor != nil || sign(n.Combine.Miss) != 0
}

// tangleOptional marks the questions below a node that may turn out not to apply.
func (e *Engine) tangleOptional(i int) {
	for _, c := range e.nodes[i].children {
		if c.part >= 0 && vanishes(e.questions[e.parts[c.part].question]) {
			e.tangled[e.parts[c.part].question] = true
		}
		if c.node >= 0 {
			e.tangleOptional(c.node)
		}
	}
}

// tangle marks every question below a node.
func (e *Engine) tangle(i int) {
	for _, c := range e.nodes[i].children {
		if c.part >= 0 {
			e.tangled[e.parts[c.part].question] = true
		}
		if c.node >= 0 {
			e.tangle(c.node)
		}
	}
	for _, id := range formulaNodes(e.nodes[i].Node) {
		if at, ok := e.byID[id]; ok {
			e.tangle(at)
		}
	}
}

// torn says whether no option is worst, or none best, for every part of a question.
func torn(q *questionnaire.Question) bool {
	parts := q.PartNames()
	if len(parts) < 2 || q.Scoring.Points.Rows {
		return false
	}
	if q.Kind == questionnaire.Multi {
		return slices.ContainsFunc(q.Options, func(o questionnaire.Option) bool {
			return slices.ContainsFunc(parts, func(p string) bool { return sign(o.PointsFor(p)) < 0 })
		})
	}
	return !hasExtreme(q, parts, -1) || !hasExtreme(q, parts, 1)
}

func hasExtreme(q *questionnaire.Question, parts []string, sign int) bool {
	for i := range q.Options {
		if extreme(q, &q.Options[i], parts, sign) {
			return true
		}
	}
	return false
}

// extreme says whether no option lies beyond o, in the direction of sign, in any part.
func extreme(q *questionnaire.Question, o *questionnaire.Option, parts []string, sign int) bool {
	for _, p := range parts {
		for j := range q.Options {
			if order(q.Options[j].PointsFor(p), o.PointsFor(p))*sign > 0 {
				return false
			}
		}
	}
	return true
}

func order(a, b *big.Rat) int {
	if a == nil || b == nil {
		return 0
	}
	return a.Cmp(b)
}

func sign(r *big.Rat) int {
	if r == nil {
		return 0
	}
	return r.Sign()
}
