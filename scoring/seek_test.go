package scoring

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
)

// drawn is a wish with a second way to tell whether a completed run fulfils it.
type drawn struct {
	Wish
	fulfilled func(*state) bool
}

// wish draws something that a bank's completions may or may not give.
func (g *gen) wish(e *Engine) drawn {
	switch g.int(0, 4) {
	case 0:
		k := g.int(1, len(e.stages))
		return drawn{Wish{Lowest: k, Highest: k}, func(s *state) bool { return s.nodes[e.total].here && s.level(0) == k }}
	case 1:
		return g.alone(e)
	case 2:
		i := g.int(0, len(e.index.Items)-1)
		how := []questionnaire.Standing{questionnaire.Asked, questionnaire.Hidden, questionnaire.ZeroCount}[g.int(0, 2)]
		return drawn{Wish{Items: []Meant{{Item: e.index.Items[i].ID, Standing: how}}}, func(s *state) bool { return s.standing[i] == how }}
	case 3:
		i, not := g.int(0, len(e.index.Items)-1), g.chance(50)
		c := e.index.Conditions(i)
		if len(c) == 0 {
			return g.alone(e)
		}
		return drawn{Wish{When: []Demand{{Clauses: c, Not: not}}}, func(s *state) bool { return e.index.Hold(c, s.sheet) != not }}
	}
	x, y := g.within(e, g.chance(50)), g.alone(e)
	out := drawn{y.Wish, func(s *state) bool { return y.fulfilled(s) && !x.fulfilled(s) }}
	out.Except = []Wish{x.Wish}
	return out
}

// alone draws two nodes that shall lie within bounds, one from below and one from above, as for a gate.
func (g *gen) alone(e *Engine) drawn {
	x, y := g.within(e, true), g.within(e, false)
	return drawn{Wish{Nodes: append(x.Nodes, y.Nodes...)}, func(s *state) bool { return x.fulfilled(s) && y.fulfilled(s) }}
}

func (g *gen) within(e *Engine, from bool) drawn {
	at := g.int(0, len(e.nodes)-1)
	border, strict, share, absent := rat(g.int(0, 10)*10, 1), g.chance(50), g.chance(30), g.chance(20)
	if share {
		border = new(big.Rat).Quo(border, rat(100, 1))
	}
	w := Within{Node: e.nodes[at].ID, Share: share, OrAbsent: absent}
	if from {
		w.From, w.Above = border, strict
	} else {
		w.To, w.Below = border, strict
	}
	return drawn{Wish{Nodes: []Within{w}}, func(s *state) bool {
		f := &s.nodes[at]
		if !f.here {
			return absent
		}
		x := f.p
		if share {
			x = f.share()
		}
		c := x.cmp(numOf(border))
		if !from {
			c = -c
		}
		return c > 0 || c == 0 && !strict
	}}
}

// Seek finds answers exactly when some completion is what was wished for.
func TestSeekAgainstAllCompletions(t *testing.T) {
	found, none := 0, 0
	many(t, func(t *rapid.T) {
		g, b := small(t, 200)
		e := Compile(b)
		s := e.start(e.blank())
		s.run()
		for range 3 {
			w := g.wish(e)
			want := false
			completions(s, func(x *state) { want = want || w.fulfilled(x) })
			got := e.Seek(w.Wish)
			switch {
			case got.Answers == nil && !got.Decided && lines(b):
			case got.Answers == nil && !got.Decided:
				t.Fatal("not decided")
			case (got.Answers != nil) != want && !(lines(b) && !want):
				t.Fatalf("found: %t, among all completions: %t: %+v", got.Answers != nil, want, w.Wish)
			case got.Answers != nil:
				found++
				fulfils(t, e, got.Answers, w)
			default:
				none++
			}
		}
	})
	if found == 0 || none == 0 {
		t.Errorf("%d wishes come true, %d do not", found, none)
	}
}

// lines says whether a bank has a question whose points lie on a line: between its ends not all figures are tried.
func lines(b *questionnaire.Bank) bool {
	return slices.ContainsFunc(b.Dimensions, func(d *questionnaire.Dimension) bool {
		return slices.ContainsFunc(d.Questions, func(q *questionnaire.Question) bool { return q.Scoring.Points.Linear != nil })
	})
}

// fulfils checks that the answers found are what was wished for. They may leave out what does not matter.
func fulfils(t *rapid.T, e *Engine, a *questionnaire.Assessment, w drawn) {
	s := e.start(e.index.Sheet(a))
	s.run()
	hit := false
	completions(s, func(x *state) { hit = hit || w.fulfilled(x) })
	if !hit {
		t.Fatalf("%v does not fulfil %+v", a.Answers, w.Wish)
	}
}

// Every kind of company is tried, and one of each kind.
func TestCompaniesAreToldApartByWhatLooksAtThem(t *testing.T) {
	yes, no := questionnaire.Option{ID: "yes"}, questionnaire.Option{ID: "no"}
	b := questionnaire.Assemble(&questionnaire.Bank{
		Profile: []*questionnaire.Question{
			{ID: "shop", Kind: questionnaire.Choice, Options: []questionnaire.Option{yes, no, {ID: "could"}}},
			{ID: "staff", Kind: questionnaire.Number, Range: questionnaire.Range{Low: rat(0, 1), High: rat(500, 1)}},
			{ID: "unseen", Kind: questionnaire.Choice, Options: []questionnaire.Option{yes, no}},
		},
		Dimensions: []*questionnaire.Dimension{{ID: "d", Questions: []*questionnaire.Question{{
			ID: "q", Kind: questionnaire.Ladder, Dimension: "d", Scoring: questionnaire.QuestionScoring{Weight: rat(1, 1)},
			Options: []questionnaire.Option{{ID: "a", Points: rat(0, 1)}, {ID: "b", Points: rat(4, 1)}},
			Asking: questionnaire.Asking{When: questionnaire.Condition{AnyOf: [][]questionnaire.Test{
				{{ID: "shop", Values: []string{"yes"}}}, {{ID: "staff", Figure: &questionnaire.Limits{From: rat(10, 1)}}}}}},
		}}}},
	})
	e := Compile(b)
	if got := e.Companies(Wish{Nodes: []Within{{Node: ""}}}); len(got) != 4 {
		t.Errorf("%d kinds of companies: with and without a shop, below 10 and from 10", len(got))
	}
	hidden := e.Seek(Wish{Items: []Meant{{Item: "q", Standing: questionnaire.Hidden}}})
	if hidden.Answers == nil || hidden.Answers.Company["shop"].Value.Option == "yes" {
		t.Errorf("hidden for %+v", hidden.Answers)
	}
	for _, staff := range []int{9, 10} {
		a := &questionnaire.Assessment{Company: map[string]questionnaire.Answer{
			"shop":  {State: questionnaire.Answered, Value: questionnaire.Value{Option: "no"}},
			"staff": {State: questionnaire.Answered, Value: questionnaire.Value{Figure: rat(staff, 1)}}}}
		asked := e.Seek(Wish{Company: a, Items: []Meant{{Item: "q", Standing: questionnaire.Asked}}})
		if (asked.Answers != nil) != (staff == 10) || !asked.Decided {
			t.Errorf("%d: asked %t", staff, asked.Answers != nil)
		}
	}
}
