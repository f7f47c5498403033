package sense

import (
	"fmt"
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// options looks for options that do what another one does, that do nothing, or that stand out of their order.
func (c *checker) options() {
	tests := c.tests()
	for _, d := range c.bank.Dimensions {
		for _, q := range d.Questions {
			if !q.Scored() || slices.Contains(c.around.Fields, q.ID) {
				continue
			}
			c.twins(q, tests[q.ID])
			c.idleTicks(q, tests[q.ID])
			c.outOfOrder(q)
		}
	}
}

// tests are all tests that anything puts to each question.
func (c *checker) tests() map[string][]questionnaire.Test {
	all := slices.Clone(c.around.Looks)
	for _, d := range c.bank.Dimensions {
		all = append(all, d.When)
	}
	for _, q := range c.index.Items {
		all = append(all, q.Asking.When)
		for _, i := range q.Asking.Implied {
			all = append(all, i.When)
		}
		for _, k := range q.Scoring.Points.Cases {
			all = append(all, k.When)
		}
	}
	for _, n := range c.bank.Nodes() {
		for _, k := range n.Combine.Cases {
			all = append(all, k.When)
		}
		for _, set := range n.BandsWhen {
			all = append(all, set.When)
		}
	}
	for _, class := range c.bank.Classes {
		all = append(all, class.When)
	}
	for _, x := range c.bank.Conflicts {
		all = append(all, questionnaire.Condition{AnyOf: [][]questionnaire.Test{x.When}})
	}
	out := map[string][]questionnaire.Test{}
	for _, cond := range all {
		for _, alternative := range cond.AnyOf {
			for _, t := range alternative {
				out[t.ID] = append(out[t.ID], t)
			}
		}
	}
	return out
}

// mark is all that tells an option from others, but for its words.
func mark(q *questionnaire.Question, option int, tests []questionnaire.Test) string {
	out := ""
	for _, shape := range q.Shapes() {
		o := &shape.Options[option]
		for _, part := range q.PartNames() {
			if q.Scoring.Points.Rows {
				part = ""
			}
			out += fmt.Sprint(o.PointsFor(part), " ")
		}
	}
	o := &q.Options[option]
	for _, t := range tests {
		out += fmt.Sprint(slices.Contains(t.Values, o.ID) || t.Figure != nil && o.From != nil && t.Figure.Hold(o.From), " ")
	}
	for _, m := range q.Measures {
		out += fmt.Sprint(slices.Contains(m.Items, o.ID), " ")
	}
	return out + fmt.Sprint(o.Instead, o.Exclusive)
}

// twins looks for two options that nothing tells apart. Ticks add up, so those of a multi-select never are; but two that
// stand alone may be.
func (c *checker) twins(q *questionnaire.Question, tests []questionnaire.Test) {
	first := map[string]string{}
	for i := range q.Options {
		o := &q.Options[i]
		if q.Kind == questionnaire.Multi && !o.Exclusive {
			continue
		}
		m := mark(q, i, tests)
		if other := first[m]; other != "" {
			c.warn(c.at(join(q.ID, "options", o.ID), "option", q.ID, o.ID), codeSame, "question", q.ID, "option", o.ID, "other", other)
			continue
		}
		first[m] = o.ID
	}
}

// idleTicks looks for ticks that earn nothing and that nothing looks at.
func (c *checker) idleTicks(q *questionnaire.Question, tests []questionnaire.Test) {
	p := &q.Scoring.Points
	if q.Kind != questionnaire.Multi || p.Need.Count != 0 || p.Leading || len(p.Cases) > 0 {
		return
	}
	for i := range q.Options {
		o := &q.Options[i]
		seen := o.Exclusive || slices.ContainsFunc(tests, func(t questionnaire.Test) bool { return slices.Contains(t.Values, o.ID) }) ||
			slices.ContainsFunc(q.Measures, func(m *questionnaire.Measure) bool { return slices.Contains(m.Items, o.ID) })
		for _, shape := range q.Shapes() {
			for _, part := range q.PartNames() {
				seen = seen || shape.Options[i].PointsFor(part).Sign() != 0
			}
		}
		if !seen {
			c.warn(c.at(join(q.ID, "options", o.ID), "option", q.ID, o.ID), codeIdle, "question", q.ID, "option", o.ID)
		}
	}
}

// outOfOrder looks for bands of figures that are worse than one they are above of while the points rise, or the other way
// round. Ladders and grids are an editor's matter, see prose-direction.
func (c *checker) outOfOrder(q *questionnaire.Question) {
	if q.Kind.Family() != questionnaire.Figure || len(q.Scoring.Points.Cases) > 0 {
		return
	}
	for _, shape := range q.Shapes() {
		bands := slices.DeleteFunc(slices.Clone(shape.Options), func(o questionnaire.Option) bool { return o.From == nil })
		slices.SortFunc(bands, func(a, b questionnaire.Option) int { return a.From.Cmp(b.From) })
		if len(bands) < 3 {
			continue
		}
		rising := !worse(q, &bands[len(bands)-1], &bands[0])
		for i := range bands[1:] {
			low, high := &bands[i], &bands[i+1]
			if !rising {
				low, high = high, low
			}
			if worse(q, high, low) {
				o := &bands[i+1]
				c.warn(c.at(join(q.ID, "options", o.ID), "option", q.ID, o.ID), codeOrder, "question", q.ID, "option", o.ID, "other", bands[i].ID)
			}
		}
	}
}

// worse says whether an option is worse than another one in every part that they differ in.
func worse(q *questionnaire.Question, a, b *questionnaire.Option) bool {
	out := false
	for _, part := range q.PartNames() {
		switch x, y := points(a, part), points(b, part); x.Cmp(y) {
		case 1:
			return false
		case -1:
			out = true
		}
	}
	return out
}

func points(o *questionnaire.Option, part string) *big.Rat {
	if p := o.PointsFor(part); p != nil {
		return p
	}
	return nothing
}
