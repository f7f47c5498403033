package scoring

import (
	"fmt"
	"math/big"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
)

// gen draws small banks and answers to them.
type gen struct {
	t *rapid.T
	b *questionnaire.Bank
	n int
}

func (g *gen) int(from, to int) int {
	g.n++
	return rapid.IntRange(from, to).Draw(g.t, fmt.Sprint("d", g.n))
}

func (g *gen) chance(percent int) bool { return g.int(1, 100) <= percent }

func rat(n, d int) *big.Rat { return big.NewRat(int64(n), int64(d)) }

// bank draws a bank; odd ones use every rule there is, the others only what keeps a better answer better.
func (g *gen) bank(odd bool) *questionnaire.Bank {
	g.b = &questionnaire.Bank{}
	for d := range g.int(1, 3) {
		dim := &questionnaire.Dimension{ID: fmt.Sprint("dim", d)}
		g.b.Dimensions = append(g.b.Dimensions, dim)
		for range g.int(1, 2) {
			dim.Questions = append(dim.Questions, g.question(dim.ID, odd))
		}
		dim.Node = g.node(odd)
	}
	g.b.Policy.Answered = rat(g.int(0, 2)*50, 1)
	g.b.Policy.Total = g.node(false)
	if odd && g.chance(30) {
		g.b.Policy.Total.Combine.Rule, g.b.Policy.Total.Weakest = questionnaire.Sum, nil
	}
	if odd {
		g.results()
	}
	for i := range g.int(2, 3) {
		st := questionnaire.Stage{Level: i + 1, ID: fmt.Sprint("s", i), From: rat(30*i, 1), Above: i > 0 && g.chance(30)}
		if i > 0 && g.chance(50) {
			st.Gates = []questionnaire.Gate{{Dimension: "dim0", From: rat(g.int(0, 4)*20, 1)}}
		}
		g.b.Stages = append(g.b.Stages, st)
	}
	return questionnaire.Assemble(g.b)
}

// results adds further results that compute, vote or decide by cases, and lets one dimension lower the total.
func (g *gen) results() {
	p, dims := &g.b.Policy, g.b.Dimensions
	some := func() string { return dims[g.int(0, len(dims)-1)].ID }
	node := func(id string) questionnaire.Formula {
		return questionnaire.Formula{Op: questionnaire.OpNode, Node: id}
	}
	if g.chance(40) {
		ops := []questionnaire.Op{questionnaire.OpAdd, questionnaire.OpSub, questionnaire.OpMul, questionnaire.OpDiv, questionnaire.OpMax, questionnaire.OpMin}
		inner := questionnaire.Formula{Op: ops[g.int(0, 5)], Args: []questionnaire.Formula{node(some()), {Op: questionnaire.OpNumber, Number: rat(g.int(-1, 3), 1)}}}
		f := questionnaire.Formula{Op: ops[g.int(0, 5)], Args: []questionnaire.Formula{node(some()), inner}}
		p.Results = append(p.Results, &questionnaire.Node{ID: "formula", Combine: questionnaire.Combine{Rule: questionnaire.Formulate, Formula: &f}})
	}
	if g.chance(40) {
		dims[0].Node.Bands = []questionnaire.Band{{ID: "low", From: rat(-1000, 1)}, {ID: "high", From: rat(50, 1), Above: g.chance(50)}}
		q := dims[0].Questions[0]
		t := questionnaire.Test{ID: q.ID, Values: []string{"o0"}, Not: g.chance(30)}
		if q.Kind == questionnaire.Grid {
			t.Row = "r0"
		}
		cases := []questionnaire.NodeCase{
			{When: questionnaire.Condition{AnyOf: [][]questionnaire.Test{{t}}}, Bands: map[string][]string{"dim0": {"low"}}, Value: rat(g.int(0, 9)*10, 1)},
			{Bands: map[string][]string{"dim0": {"high"}}, Value: rat(g.int(0, 9)*10, 1)},
		}
		p.Results = append(p.Results, &questionnaire.Node{ID: "cases", Combine: questionnaire.Combine{Rule: questionnaire.Cases, Cases: cases}})
	}
	if g.chance(30) {
		n := &questionnaire.Node{ID: "vote", Combine: questionnaire.Combine{Rule: questionnaire.Vote}}
		for _, d := range dims {
			n.Of = append(n.Of, questionnaire.Ref{Node: d.ID})
		}
		p.Results = append(p.Results, n)
	}
	if g.chance(30) {
		p.Total.Factor = &questionnaire.Factor{Node: some(), From: rat(50, 1)}
	}
}

func (g *gen) node(odd bool) *questionnaire.Node {
	n := &questionnaire.Node{}
	rules := []questionnaire.Rule{questionnaire.Mean, questionnaire.Mean, questionnaire.Mean, questionnaire.Least, questionnaire.Greatest, questionnaire.Median, questionnaire.Met, questionnaire.Enough, questionnaire.Levels, questionnaire.Geometric}
	n.Combine.Rule = rules[g.int(0, len(rules)-1)]
	if odd && g.chance(30) {
		n.Combine.Rule = questionnaire.Sum
	}
	switch n.Combine.Rule {
	case questionnaire.Enough:
		n.Combine.Count = g.int(0, 1)*2 - 1
	case questionnaire.Levels:
		n.Combine.Share = rat(80, 1)
	case questionnaire.Geometric:
		n.Round = &questionnaire.Rounding{Digits: 1, Mode: questionnaire.HalfUp}
	case questionnaire.Sum:
		if g.chance(50) {
			n.Scale = rat(10, 1)
		}
	}
	if g.chance(20) && n.Round == nil {
		n.Round = &questionnaire.Rounding{Digits: g.int(0, 2), Mode: questionnaire.RoundMode(g.int(1, 3))}
	}
	if g.chance(15) {
		n.Bounds.Least = rat(1, 1)
	}
	if g.chance(15) && n.Combine.Rule != questionnaire.Sum {
		n.Weakest = rat(20, 1)
	}
	return n
}

func (g *gen) question(dim string, odd bool) *questionnaire.Question {
	id := fmt.Sprint("q", g.n)
	q := &questionnaire.Question{ID: id, Dimension: dim, Section: questionnaire.SectionQuestions}
	q.Scoring.Weight = rat(g.int(1, 3), 1)
	kinds := []questionnaire.Kind{questionnaire.Ladder, questionnaire.Ladder, questionnaire.Number, questionnaire.Multi, questionnaire.Grid}
	q.Kind = kinds[g.int(0, len(kinds)-1)]
	low := 0
	if odd && g.chance(30) {
		low = g.int(-1, 1)
	}
	for i := range g.int(2, 3) {
		points := []int{low, g.int(0, 4), 4}[i]
		if i == 1 && !odd {
			points = 4 // two options are enough to be lowest and highest
		}
		q.Options = append(q.Options, questionnaire.Option{ID: fmt.Sprint("o", i), Points: rat(points, 1), From: rat(i*10, 1), Exclusive: q.Kind == questionnaire.Multi && i == 0})
	}
	if q.Options[len(q.Options)-1].Points.Cmp(rat(4, 1)) < 0 {
		q.Options[len(q.Options)-1].Points = rat(4, 1)
	}
	switch q.Kind {
	case questionnaire.Number:
		q.Range = questionnaire.Range{Low: rat(0, 1), High: rat(100, 1)}
	case questionnaire.Multi:
		q.Options[0].Points = rat(0, 1)
		q.Scoring.Cap = 4
	case questionnaire.Grid:
		for i := range 2 {
			q.Rows = append(q.Rows, questionnaire.Row{ID: fmt.Sprint("r", i), NotApplicable: g.chance(20)})
		}
		if g.chance(30) {
			q.Scoring.Points.Need = questionnaire.Need{Count: g.int(0, 1)*2 - 1, Miss: rat(-g.int(0, 1), 1)}
		}
	}
	switch {
	case q.Kind == questionnaire.Ladder && odd && g.chance(25):
		g.parts(q)
	case q.Kind == questionnaire.Ladder && odd && g.chance(20):
		g.cases(q)
	case q.Kind == questionnaire.Number && !odd && g.chance(50):
		q.Scoring.Points.Linear = [][]*big.Rat{{rat(0, 1), rat(100, 1)}, {rat(80, 1), rat(20, 1)}}[g.int(0, 1)]
	case q.Kind == questionnaire.Multi && g.chance(30):
		q.Scoring.Points.Leading = true
	case odd && q.Kind == questionnaire.Ladder && g.chance(20):
		q.Scoring.Points.Bounds = questionnaire.Bounds{Start: rat(g.int(-1, 1), 1), Most: rat(g.int(2, 4), 1)}
	}
	q.Asking.NotApplicable = g.chance(25)
	if odd && g.chance(20) {
		q.Scoring.Missing.Unknown = questionnaire.Treat(g.int(1, 3))
	}
	if odd {
		g.conditions(q)
	}
	return q
}

// parts let one answer feed two parts, which may pull in different directions.
func (g *gen) parts(q *questionnaire.Question) {
	q.Scoring.Points.Parts = []string{"x", "y"}
	q.Scoring.Points.Full = map[string]*big.Rat{"x": rat(4, 1), "y": rat(2, 1)}
	for i := range q.Options {
		o := &q.Options[i]
		o.Parts = map[string]*big.Rat{"x": o.Points, "y": rat(g.int(0, 2), 1)}
		o.Points = nil
	}
}

// cases let conditions on this question and an earlier one decide the points.
func (g *gen) cases(q *questionnaire.Question) {
	on := q
	for _, d := range g.b.Dimensions {
		for _, x := range d.Questions {
			if x.Kind == questionnaire.Ladder && g.chance(50) {
				on = x
			}
		}
	}
	test := func(q *questionnaire.Question) questionnaire.Condition {
		t := questionnaire.Test{ID: q.ID, Values: []string{q.Options[g.int(0, len(q.Options)-1)].ID}}
		return questionnaire.Condition{AnyOf: [][]questionnaire.Test{{t}}}
	}
	q.Scoring.Points.Cases = []questionnaire.PointCase{{When: test(on), Points: rat(g.int(-1, 4), 1)}, {When: test(q), Points: rat(g.int(0, 4), 1)}}
}

// conditions let a question depend on an earlier one.
func (g *gen) conditions(q *questionnaire.Question) {
	var earlier []*questionnaire.Question
	for _, d := range g.b.Dimensions {
		earlier = append(earlier, d.Questions...)
	}
	if len(earlier) == 0 || !g.chance(40) {
		return
	}
	on := earlier[g.int(0, len(earlier)-1)]
	t := questionnaire.Test{ID: on.ID, Values: []string{on.Options[g.int(0, len(on.Options)-1)].ID}}
	if on.Kind == questionnaire.Grid {
		t.Row = "r0"
	}
	c := questionnaire.Condition{AnyOf: [][]questionnaire.Test{{t}}}
	if g.chance(40) {
		q.Asking.Implied = []questionnaire.Implied{{When: c, Points: new(big.Rat)}}
		return
	}
	q.Asking.When = c
}

// answers draws an answer or a state for every question.
func (g *gen) answers() *questionnaire.Assessment {
	a := &questionnaire.Assessment{Path: questionnaire.Full, Company: map[string]questionnaire.Answer{}, Answers: map[string]questionnaire.Answer{}}
	for _, d := range g.b.Dimensions {
		for _, q := range d.Questions {
			switch g.int(0, 5) {
			case 0:
			case 1:
				a.Answers[q.ID] = questionnaire.Answer{State: questionnaire.Unknown}
			default:
				all := every(q)
				a.Answers[q.ID] = all[g.int(0, len(all)-1)]
			}
		}
	}
	return a
}

// every are all answers to a question.
func every(q *questionnaire.Question) []questionnaire.Answer {
	var out []questionnaire.Answer
	add := func(v questionnaire.Value) {
		out = append(out, questionnaire.Answer{State: questionnaire.Answered, Value: v})
	}
	switch q.Kind {
	case questionnaire.Multi:
		for set := 1; set < 1<<len(q.Options); set++ {
			var ids []string
			for i, o := range q.Options {
				if set>>i&1 == 1 {
					ids = append(ids, o.ID)
				}
			}
			if len(ids) == 1 || ids[0] != q.Options[0].ID {
				add(questionnaire.Value{Set: ids})
			}
		}
	case questionnaire.Grid:
		cells := func(r questionnaire.Row) []string {
			var ids []string
			for _, o := range q.Options {
				ids = append(ids, o.ID)
			}
			if r.NotApplicable {
				ids = append(ids, questionnaire.RowNotApplicable)
			}
			return ids
		}
		for _, x := range cells(q.Rows[0]) {
			for _, y := range cells(q.Rows[1]) {
				add(questionnaire.Value{Rows: map[string]string{"r0": x, "r1": y}})
			}
		}
	default:
		for _, o := range q.Options {
			add(questionnaire.Value{Option: o.ID})
		}
		if q.Scoring.Points.Linear != nil {
			for _, x := range []int{0, 50, 100} {
				add(questionnaire.Value{Figure: rat(x, 1)})
			}
		}
	}
	if q.Asking.NotApplicable {
		out = append(out, questionnaire.Answer{State: questionnaire.NotApplicable})
	}
	return out
}
