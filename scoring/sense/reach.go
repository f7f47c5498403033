package sense

import (
	"math/big"
	"slices"
	"strconv"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// questions looks for questions and fields that nobody is ever asked.
func (c *checker) questions() {
	for _, q := range c.index.Items {
		w := scoring.Wish{Items: []scoring.Meant{{Item: q.ID, Standing: questionnaire.Asked}}}
		if at := c.at(q.ID, "question", q.ID); len(c.index.Conditions(c.index.At(q.ID))) > 0 && c.none(w, at, codeUnasked) {
			c.never[q.ID] = true
			c.warn(at, codeUnasked, "question", q.ID)
		}
	}
}

// measures looks for measures that fit no answer that anybody can give.
func (c *checker) measures() {
	for _, q := range c.index.Items {
		for _, m := range q.Measures {
			at := c.at(m.ID, "measure", m.ID)
			if !c.never[q.ID] && !slices.ContainsFunc(c.engine.Fitting(m), func(class int) bool { return c.asks(q, class) }) {
				c.warn(at, codeMeasure, "name", m.ID, "question", q.ID, "a", m.From, "b", m.To)
			}
		}
	}
}

// asks says whether a company of a size class may be asked a question; class is the class's place, -1 for none.
func (c *checker) asks(q *questionnaire.Question, class int) bool {
	w := scoring.Wish{Items: []scoring.Meant{{Item: q.ID, Standing: questionnaire.Asked}}}
	for k, clauses := range c.index.Classes() {
		if class < 0 || k <= class {
			w.When = append(w.When, scoring.Demand{Clauses: clauses, Not: k != class})
		}
	}
	found := c.engine.Seek(w)
	return found.Answers != nil || !found.Decided
}

// stages looks for stages that no company stands on.
func (c *checker) stages() {
	for i := range c.bank.Stages {
		st := &c.bank.Stages[i]
		at := c.at(st.ID, "stage", st.ID)
		if c.none(scoring.Wish{Lowest: st.Level, Highest: st.Level}, at, codeStage) {
			c.warn(at, codeStage, "name", st.ID)
		}
	}
}

// levels looks for bands that no company lies in, and for texts of levels that no company reads.
func (c *checker) levels() {
	for _, n := range c.bank.Nodes() {
		sets := append([]questionnaire.BandSet{{Bands: n.Bands}}, n.BandsWhen...)
		for k, set := range sets {
			for i, b := range set.Bands {
				w := scoring.Wish{Nodes: []scoring.Within{{Node: n.ID, From: b.From, Above: b.Above}}, When: c.bandsOf(n, k)}
				if i == 0 {
					w.Nodes[0].From = nil // the lowest has no lower border in truth
				}
				if i+1 < len(set.Bands) {
					w.Nodes[0].To, w.Nodes[0].Below = set.Bands[i+1].From, !set.Bands[i+1].Above
				}
				at := c.at(join(nodeName(n), "bands", b.ID), "band", n.ID, strconv.Itoa(k), b.ID)
				if c.none(w, at, codeLevel) {
					c.warn(at, codeLevel, "name", nodeName(n), "level", b.ID)
				}
			}
		}
	}
	for _, d := range c.bank.Dimensions {
		if len(d.Node.Bands) == 0 && len(d.Levels) > 0 {
			c.levelsOf(d)
		}
	}
}

// bandsOf are the conditions under which a set of bands counts: 0 for the node's own.
func (c *checker) bandsOf(n *questionnaire.Node, set int) []scoring.Demand {
	var out []scoring.Demand
	for k := range n.BandsWhen {
		if set == 0 || k < set {
			out = append(out, scoring.Demand{Clauses: c.index.Resolve(n.BandsWhen[k].When), Not: k != set-1})
		}
	}
	return out
}

// levelsOf looks at a dimension whose levels have the borders of the stages.
func (c *checker) levelsOf(d *questionnaire.Dimension) {
	scale := c.bank.Policy.Total.Scale
	if scale == nil || scale.Sign() == 0 {
		return
	}
	for i := range c.bank.Stages {
		st := &c.bank.Stages[i]
		w := scoring.Within{Node: d.ID, Share: true}
		if i > 0 {
			w.From, w.Above = new(big.Rat).Quo(st.From, scale), st.Above
		}
		if i+1 < len(c.bank.Stages) {
			next := &c.bank.Stages[i+1]
			w.To, w.Below = new(big.Rat).Quo(next.From, scale), !next.Above
		}
		level := strconv.Itoa(st.Level)
		at := c.at(join(d.ID, "levels", level), "level", d.ID, level)
		if c.none(scoring.Wish{Nodes: []scoring.Within{w}}, at, codeLevel) {
			c.warn(at, codeLevel, "name", d.ID, "level", level)
		}
	}
}

// modules looks for modules that no row of the table of rules ever recommends. Where there is no table, nothing is said.
func (c *checker) modules() {
	rules := c.around.Offers.Rules
	if len(rules) == 0 || len(c.bank.Stages) == 0 {
		return
	}
	for _, m := range c.bank.Modules {
		at := c.at(m.ID, "module", m.ID)
		reached := false
		for k := range rules {
			reached = reached || rules[k].First == m.ID && !c.none(c.rule(rules, k), at, codeModule)
		}
		if !reached {
			c.warn(at, codeModule, "name", m.ID)
		}
	}
}

// rule is the wish that a row of the table decides: it fits, and none before it does.
func (c *checker) rule(rules []offer.ModuleRule, k int) scoring.Wish {
	out := c.fits(&rules[k])
	for i := range rules[:k] {
		out.Except = append(out.Except, c.fits(&rules[i]))
	}
	return out
}

func (c *checker) fits(r *offer.ModuleRule) scoring.Wish {
	w := scoring.Wish{Lowest: max(1, r.Stage), Highest: r.StageTo}
	if w.Highest == 0 {
		w.Highest = len(c.bank.Stages)
	}
	for _, d := range c.bank.Dimensions {
		if least := r.Scores[d.ID]; least != nil {
			w.Nodes = append(w.Nodes, scoring.Within{Node: d.ID, From: least})
		}
	}
	if !r.When.Always() {
		w.When = []scoring.Demand{{Clauses: c.index.Resolve(r.When), Certain: true}}
	}
	return w
}
