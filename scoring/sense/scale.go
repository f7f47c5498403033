package sense

import (
	"math/big"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

var full, nothing = big.NewRat(1, 1), new(big.Rat)

// gates looks for gates that never keep a company from a stage: whoever misses one misses the total, or another gate of
// this stage or of one below.
func (c *checker) gates() {
	for i := range c.bank.Stages {
		st := &c.bank.Stages[i]
		for k, g := range st.Gates {
			at := c.at(join(st.ID, "gates", g.Dimension), "gate", st.ID, g.Dimension)
			if g.Dimension == "" {
				at.ref = join(st.ID, "gates", "every")
			}
			binds := false
			for _, n := range c.gated(g) {
				binds = binds || !c.none(c.kept(i, k, n), at, codeGate)
			}
			if !binds {
				c.warn(at, codeGate, "name", st.ID, "node", at.ref[len(st.ID)+len("/gates/"):], "x", g.From)
			}
		}
	}
}

// gated are the nodes that a gate looks at.
func (c *checker) gated(g questionnaire.Gate) []string {
	if g.Dimension != "" {
		return []string{g.Dimension}
	}
	var out []string
	for _, d := range c.bank.Dimensions {
		out = append(out, d.ID)
	}
	return out
}

// kept is the wish that one gate alone keeps a company from a stage, by one node.
func (c *checker) kept(stage, gate int, node string) scoring.Wish {
	var w scoring.Wish
	for i := range c.bank.Stages[:stage+1] {
		st := &c.bank.Stages[i]
		w.Nodes = append(w.Nodes, scoring.Within{Node: "", From: st.From, Above: st.Above})
		for k, g := range st.Gates {
			if i == stage && k == gate {
				continue
			}
			for _, id := range c.gated(g) {
				w.Nodes = append(w.Nodes, scoring.Within{Node: id, From: g.From, OrAbsent: true})
			}
		}
	}
	w.Nodes = append(w.Nodes, scoring.Within{Node: node, To: c.bank.Stages[stage].Gates[gate].From, Below: true})
	return w
}

// ends looks for companies to whom the total or a dimension applies and whose best or worst answers do not lead to the
// ends of the scale.
func (c *checker) ends() {
	nodes := []*questionnaire.Node{c.bank.Policy.Total}
	for _, d := range c.bank.Dimensions {
		nodes = append(nodes, d.Node)
	}
	for _, n := range nodes {
		at := c.at(nodeName(n), "node", n.ID)
		there := scoring.Wish{Nodes: []scoring.Within{{Node: n.ID}}}
		companies := c.engine.Companies(there)
		if companies == nil {
			c.warn(at, codeUndecided, "code", codeTop, "name", at.ref)
		}
		c.end(n, at, companies, codeTop, scoring.Within{Node: n.ID, Share: true, From: full}, scoring.Within{Node: n.ID, Share: true, From: full, Above: true})
		c.end(n, at, companies, codeBottom, scoring.Within{Node: n.ID, Share: true, To: nothing}, scoring.Within{Node: n.ID, Share: true, To: nothing, Below: true})
	}
}

// end looks at one end: every company has to reach it, and none goes beyond. The first that does not is the witness.
func (c *checker) end(n *questionnaire.Node, at place, companies []*questionnaire.Assessment, code string, reach, beyond scoring.Within) {
	for _, company := range companies {
		there := scoring.Wish{Company: company, Nodes: []scoring.Within{{Node: n.ID}}}
		if c.engine.Seek(there).Answers == nil {
			continue
		}
		short := c.none(scoring.Wish{Company: company, Nodes: []scoring.Within{reach}}, at, code)
		over := c.engine.Seek(scoring.Wish{Company: company, Nodes: []scoring.Within{beyond}})
		if !short && over.Answers == nil {
			continue
		}
		low, high := c.span(n, company)
		x := high
		if code == codeBottom {
			x = low
		}
		c.warn(at, code, "name", nodeName(n), "x", x, "answers", orDash(c.words(company)))
		return
	}
}

// span is the lowest and highest that a node can be for a company.
func (c *checker) span(n *questionnaire.Node, company *questionnaire.Assessment) (low, high *big.Rat) {
	r := c.engine.Score(company)
	if n.ID == "" {
		return r.Total.Low, r.Total.High
	}
	return r.Node(n.ID).Span.Low, r.Node(n.ID).Span.High
}
