package sense

import (
	"strconv"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// conditions looks for conditions that always hold or never do. One of several that are tried in order never does if
// those before it leave it nothing.
func (c *checker) conditions() {
	for _, d := range c.bank.Dimensions {
		c.plain(d.When, c.at(join(d.ID, "when"), "dimension-when", d.ID))
	}
	for _, q := range c.index.Items {
		if c.never[q.ID] {
			continue
		}
		c.plain(q.Asking.When, c.at(join(q.ID, "when"), "when", q.ID))
		c.implied(q)
		c.pointCases(q)
	}
	for _, n := range c.bank.Nodes() {
		c.nodeCases(n)
		var list []ordered
		for k, set := range n.BandsWhen {
			list = append(list, ordered{set.When, c.at(join(nodeName(n), "bands_when", strconv.Itoa(k+1)), "bands-when", n.ID, strconv.Itoa(k))})
		}
		c.inOrder(list, scoring.Wish{}, false)
	}
	var classes []ordered
	for _, class := range c.bank.Classes {
		classes = append(classes, ordered{class.When, c.at(join(class.ID, "when"), "class", class.ID)})
	}
	c.inOrder(classes, scoring.Wish{}, false)
	for _, x := range c.bank.Conflicts {
		c.plain(questionnaire.Condition{AnyOf: [][]questionnaire.Test{x.When}}, c.at(x.ID, "conflict", x.ID))
	}
}

// plain looks at a condition that stands for itself.
func (c *checker) plain(cond questionnaire.Condition, at place) {
	c.inOrder([]ordered{{cond, at}}, scoring.Wish{}, false)
}

// ordered is one of several conditions of which the first that holds counts.
type ordered struct {
	cond questionnaire.Condition
	at   place
}

// inOrder looks at conditions of which the first that holds counts, wherever a wish is true.
func (c *checker) inOrder(list []ordered, where scoring.Wish, certain bool) {
	before := where.When
	for _, o := range list {
		if o.cond.Always() {
			continue
		}
		clauses := c.index.Resolve(o.cond)
		holds, not := where, where
		holds.When = append(before[:len(before):len(before)], scoring.Demand{Clauses: clauses, Certain: certain})
		not.When = append(where.When[:len(where.When):len(where.When)], scoring.Demand{Clauses: clauses, Certain: certain, Not: true})
		switch {
		case c.none(holds, o.at, codeNever):
			c.warn(o.at, codeNever, "name", o.at.ref)
		case c.none(not, o.at, codeAlways):
			c.warn(o.at, codeAlways, "name", o.at.ref)
		}
		before = append(before[:len(before):len(before)], scoring.Demand{Clauses: clauses, Certain: certain, Not: true})
	}
}

// implied looks at the rules that count a question unasked, where its dimension applies.
func (c *checker) implied(q *questionnaire.Question) {
	var list []ordered
	for k, i := range q.Asking.Implied {
		list = append(list, ordered{i.When, c.at(join(q.ID, "implied", strconv.Itoa(k+1)), "implied", q.ID, strconv.Itoa(k))})
	}
	where := scoring.Wish{}
	if d := c.bank.Dimension(q.Dimension); d != nil && !d.When.Always() {
		where.When = []scoring.Demand{{Clauses: c.index.Resolve(d.When)}}
	}
	c.inOrder(list, where, true)
}

// pointCases looks at the cases that decide a question's points, where it is asked.
func (c *checker) pointCases(q *questionnaire.Question) {
	var list []ordered
	for k, one := range q.Scoring.Points.Cases {
		list = append(list, ordered{one.When, c.at(join(q.ID, "cases", strconv.Itoa(k+1)), "case", q.ID, strconv.Itoa(k))})
	}
	c.inOrder(list, scoring.Wish{Items: []scoring.Meant{{Item: q.ID, Standing: questionnaire.Asked}}}, true)
}

// nodeCases looks at the cases that decide a node.
func (c *checker) nodeCases(n *questionnaire.Node) {
	var before []scoring.NodeCase
	for k := range n.Combine.Cases {
		at := c.at(join(nodeName(n), "cases", strconv.Itoa(k+1)), "node-case", n.ID, strconv.Itoa(k))
		holds := scoring.Wish{Cases: append(before[:k:k], scoring.NodeCase{Node: n.ID, Case: k})}
		not := scoring.NodeCase{Node: n.ID, Case: k, Not: true}
		switch {
		case c.none(holds, at, codeNever):
			c.warn(at, codeNever, "name", at.ref)
		case c.none(scoring.Wish{Cases: []scoring.NodeCase{not}}, at, codeAlways):
			c.warn(at, codeAlways, "name", at.ref)
		}
		before = append(before, not)
	}
}
