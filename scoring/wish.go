package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// Wish is what a complete set of answers shall give, all of it at once. See Engine.Seek.
type Wish struct {
	Company         *questionnaire.Assessment // the only one that is looked at; nil for all
	Lowest, Highest int                       // level of the stage; both 0 for any
	Nodes           []Within
	When            []Demand
	Items           []Meant
	Cases           []NodeCase
	Except          []Wish // none of these comes true
}

// Within bounds a node's points, or its share of what is attainable.
type Within struct {
	Node            string
	From, To        *big.Rat // nil for no bound
	Above, Below    bool     // the bound itself does not count: From, To
	Share, OrAbsent bool     // OrAbsent: a node that does not apply will do as well
}

// Demand is a condition that shall hold, or not hold. Certain asks for answers, see questionnaire.Condition.
type Demand struct {
	Clauses      questionnaire.Clauses
	Certain, Not bool
}

// Meant is how an item shall stand.
type Meant struct {
	Item     string
	Standing questionnaire.Standing // Asked, Hidden or ZeroCount
	Rule     int                    // of ZeroCount: the place of the rule that counts it
}

// NodeCase is a case of a node that decides by cases; it holds, or does not, whatever the cases before it say.
type NodeCase struct {
	Node string
	Case int
	Not  bool
}

// wish is a Wish with its names resolved.
type wish struct {
	Wish
	nodes  []within
	except []wish
}

type within struct {
	Within
	node     int
	from, to num
	cut      bool   // its node's bounds are brought in, see state.trim
	raw      figure // then: as they were before
}

func (e *Engine) wish(w Wish) wish {
	out := wish{Wish: w}
	for _, n := range w.Nodes {
		out.nodes = append(out.nodes, within{Within: n, node: e.byID[n.Node], from: numOf(n.From), to: numOf(n.To)})
	}
	for _, x := range w.Except {
		out.except = append(out.except, e.wish(x))
	}
	return out
}

// watching is the engine with eyes for what a wish asks for besides.
func (e *Engine) watching(w Wish) *Engine {
	all := w.demands()
	if len(all) == 0 {
		return e
	}
	out := *e
	out.tested = append([]bool(nil), e.tested...)
	out.eyes = append([]eyes(nil), e.eyes...)
	for i := range out.eyes {
		b := out.eyes[i].borders
		out.eyes[i].borders = b[:len(b):len(b)]
	}
	for _, d := range all {
		out.watch(d)
		for _, i := range d.Items() {
			out.tested[i] = true
		}
	}
	return &out
}

func (w *Wish) demands() []questionnaire.Clauses {
	var out []questionnaire.Clauses
	for _, d := range w.When {
		out = append(out, d.Clauses)
	}
	for i := range w.Except {
		out = append(out, w.Except[i].demands()...)
	}
	return out
}

// under are the items that a wish depends on, profile fields among them.
func (e *Engine) under(w *Wish) []bool {
	out := make([]bool, len(e.index.Items))
	for _, n := range w.Nodes {
		e.join(out, e.nodes[e.byID[n.Node]].under)
	}
	for _, c := range w.Cases {
		e.join(out, e.nodes[e.byID[c.Node]].under)
	}
	if w.Highest > 0 {
		e.join(out, e.nodes[e.total].under)
		for i := range e.stages {
			for _, g := range e.stages[i].gates {
				e.join(out, e.nodes[g.node].under)
			}
		}
	}
	for _, d := range w.When {
		for _, i := range d.Clauses.Items() {
			e.reachItem(out, i)
		}
	}
	for _, m := range w.Items {
		e.reachItem(out, e.index.At(m.Item))
	}
	for i := range w.Except {
		e.join(out, e.under(&w.Except[i]))
	}
	return out
}

// needed marks the nodes that a wish depends on.
func (e *Engine) needed(out []bool, w *Wish) {
	var mark func(i int)
	mark = func(i int) {
		if out[i] {
			return
		}
		out[i] = true
		for _, c := range e.nodes[i].children {
			if c.node >= 0 {
				mark(c.node)
			}
		}
		if f := e.nodes[i].factor; f >= 0 {
			mark(f)
		}
		for _, id := range namedNodes(e.nodes[i].Node) {
			if at, ok := e.byID[id]; ok {
				mark(at)
			}
		}
	}
	for _, n := range w.Nodes {
		mark(e.byID[n.Node])
	}
	for _, c := range w.Cases {
		mark(e.byID[c.Node])
	}
	if w.Highest > 0 {
		mark(e.total)
		for i := range e.stages {
			for _, g := range e.stages[i].gates {
				mark(g.node)
			}
		}
	}
	for i := range w.Except {
		e.needed(out, &w.Except[i])
	}
}
