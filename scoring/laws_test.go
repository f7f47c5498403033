package scoring

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
)

// manyBanks is how many random banks the comparisons with brute force go through.
const manyBanks = 1000

// many checks a property on many random banks.
func many(t *testing.T, check func(*rapid.T)) {
	t.Helper()
	for range manyBanks / 100 { // the library does a hundred at a time
		rapid.Check(t, check)
	}
}

// scores are the scores of all nodes, "" for those without one.
func scores(r *Result) []string {
	var out []string
	for _, n := range r.Nodes {
		s := ""
		if n.Span.Score != nil {
			s = n.Span.Score.RatString()
		}
		out = append(out, n.Node.ID+"="+s)
	}
	return out
}

// A score lies between its bounds, bounds between those with nothing answered, and all meet when all is answered.
func TestBoundsHoldOnRandomBanks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		b := g.bank(false)
		e := Compile(b)
		a := g.answers()
		nothing := *a
		nothing.Answers = map[string]questionnaire.Answer{}
		some, none, all := e.Evaluate(a), e.Evaluate(&nothing), e.Evaluate(g.answeredAll())
		if s := some.Stage; s.Low < 0 || s.High < s.Low || s.High > len(b.Stages) {
			t.Fatalf("stage %+v of %d", s, len(b.Stages))
		}
		alike := alikeNodes(e)
		for i, n := range some.Nodes {
			s := n.Span
			if n.Applies && s.Low.Cmp(s.High) > 0 {
				t.Fatalf("%q: %v", n.Node.ID, s)
			}
			// Where something can give less, or not less, than what it is counted with, the answers given may promise what
			// no completion keeps.
			if n.Applies && alike[i] && s.Score != nil && (s.Score.Cmp(s.Low) < 0 || s.Score.Cmp(s.High) > 0) {
				t.Fatalf("%q: %v", n.Node.ID, s)
			}
			if o := none.Nodes[i].Span; n.Applies && (n.Span.Low.Cmp(o.Low) < 0 || n.Span.High.Cmp(o.High) > 0) {
				t.Fatalf("%q: %v lies outside %v", n.Node.ID, n.Span, o)
			}
		}
		for _, n := range all.Nodes {
			if n.Applies && !n.Span.Sure() {
				t.Fatalf("%q is not sure although everything is answered: %v", n.Node.ID, n.Span)
			}
		}
		if all.Stage.Level != 0 && !all.Certain {
			t.Fatalf("stage %v", all.Stage)
		}
	})
}

// alikeNodes says of each node whether all that it counts reaches from the same lowest share to the same highest one,
// and so do all nodes below: then whatever is answered stands for the rest.
func alikeNodes(e *Engine) []bool {
	s := e.start(e.index.Sheet(&questionnaire.Assessment{Path: questionnaire.Full}))
	s.run()
	out := make([]bool, len(e.nodes))
	for i := range e.nodes {
		out[i] = true
		var first *figure
		for _, c := range e.nodes[i].children {
			var f *figure
			if c.node >= 0 {
				f = &s.nodes[c.node]
				out[i] = out[i] && out[c.node]
			} else {
				f = &s.parts[c.part]
			}
			if first == nil {
				first = f
			}
			out[i] = out[i] && f.sl == first.sl && f.sh == first.sh
		}
	}
	return out
}

// The greatest of an answer that takes away and one that is open: the score is what is answered, the interval what can
// still come about.
func TestAScoreOfNegativePointsMayLieBelowItsInterval(t *testing.T) {
	ladder := func(id string, least int) *questionnaire.Question {
		return &questionnaire.Question{ID: id, Kind: questionnaire.Ladder, Dimension: "d", Section: questionnaire.SectionQuestions,
			Scoring: questionnaire.QuestionScoring{Weight: rat(1, 1)},
			Options: []questionnaire.Option{{ID: "low", Points: rat(least, 1)}, {ID: "high", Points: rat(4, 1)}}}
	}
	for rule, want := range map[questionnaire.Rule]string{questionnaire.Mean: "-25 of -25/2 to 75/2", questionnaire.Greatest: "-25 of 0 to 100",
		questionnaire.Least: "-25 of -25 to -25"} {
		b := &questionnaire.Bank{Dimensions: []*questionnaire.Dimension{{ID: "d", Questions: []*questionnaire.Question{ladder("takes", -1), ladder("gives", 0)},
			Node: &questionnaire.Node{Combine: questionnaire.Combine{Rule: rule}}}}}
		b.Policy.Total = &questionnaire.Node{}
		b.Policy.Answered = new(big.Rat)
		e := Compile(questionnaire.Assemble(b))
		r := e.Evaluate(&questionnaire.Assessment{Path: questionnaire.Full, Answers: map[string]questionnaire.Answer{
			"takes": {State: questionnaire.Answered, Value: questionnaire.Value{Option: "low"}}}})
		s := r.Node("d").Span
		if s.Score == nil || s.Score.RatString()+" of "+s.Low.RatString()+" to "+s.High.RatString() != want {
			t.Errorf("%v: %v, not %s", rule, s, want)
		}
		if alike := alikeNodes(e); alike[0] {
			t.Errorf("%v: alike", rule)
		}
	}
}

// A better answer lowers nothing, where a bank has no conditions and no rule that takes away.
func TestABetterAnswerLowersNothingOnRandomBanks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		b := g.bank(false)
		e, a := Compile(b), g.answeredAll()
		i := g.int(e.first, len(e.index.Items)-1)
		q := e.index.Items[i]
		before := e.Evaluate(a)
		f := &e.shapes[0][i]
		was := q.Reply(a.Get(q))
		if was.State != questionnaire.Answered {
			return
		}
		for _, ans := range every(q) {
			r := q.Reply(ans)
			if r.State != questionnaire.Answered || !better(f, &was, &r) {
				continue
			}
			after := e.Evaluate(a.With(q, ans))
			for k, n := range before.Nodes {
				if m := after.Nodes[k]; n.Applies && m.Span.Score.Cmp(n.Span.Score) < 0 {
					t.Fatalf("%q falls from %v to %v when %s rises", n.Node.ID, n.Span.Score, m.Span.Score, q.ID)
				}
			}
			if after.Stage.Level < before.Stage.Level {
				t.Fatalf("the stage falls from %d to %d when %s rises", before.Stage.Level, after.Stage.Level, q.ID)
			}
		}
	})
}

// better says whether a reply is worth no less than another, with as many rows that apply.
func better(f *form, was, now *questionnaire.Reply) bool {
	x, y := f.answered(0, was), f.answered(0, now)
	void := func(r *questionnaire.Reply) (n int) {
		for _, c := range r.Rows {
			if c == questionnaire.RowVoid {
				n++
			}
		}
		return n
	}
	return x.here && y.here && void(was) == void(now) && y.p.cmp(x.p) >= 0
}

// The order of questions and of answers decides nothing, except for levels, which are an order.
func TestOrderDecidesNothingOnRandomBanks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		b := g.bank(false)
		a := g.answers()
		before := scores(Compile(b).Evaluate(a))
		for _, n := range b.Nodes() {
			if n.Combine.Rule != questionnaire.Levels {
				slices.Reverse(n.Of)
			}
		}
		turned := &questionnaire.Assessment{Path: a.Path, Company: a.Company, Answers: map[string]questionnaire.Answer{}}
		for _, d := range slices.Backward(b.Dimensions) {
			for _, q := range slices.Backward(d.Questions) {
				turned = turned.With(q, a.Get(q))
			}
		}
		after := scores(Compile(b).Evaluate(turned))
		if !slices.Equal(before, after) {
			t.Fatalf("%v, turned round %v", before, after)
		}
	})
}

// Weights count in relation to each other: three times all of a node's weights change nothing, except for a sum.
func TestWeightsAreRelativeOnRandomBanks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		b := g.bank(g.chance(50))
		a := g.answers()
		before := Compile(b).Evaluate(a)
		for _, n := range b.Nodes() {
			if n.Combine.Rule == questionnaire.Sum {
				continue
			}
			for i := range n.Of {
				n.Of[i].Weight = new(big.Rat).Mul(n.Of[i].Weight, rat(3, 1))
			}
		}
		after := Compile(b).Evaluate(a)
		if x, y := scores(before), scores(after); !slices.Equal(x, y) {
			t.Fatalf("%v, with three times the weights %v", x, y)
		}
		if before.Stage != after.Stage {
			t.Fatalf("stage %v, then %v", before.Stage, after.Stage)
		}
	})
}

// The trail and the bank's rules alone give every score back.
func TestTheTrailRecomputesRandomBanks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		b := g.bank(g.chance(50))
		r := Compile(b).Evaluate(g.answeredAll())
		p := plain{b: b, a: r.Assessment, trail: map[[2]string]Contribution{}}
		for _, c := range r.Trail {
			p.trail[[2]string{c.Question, c.Part}] = c
		}
		for _, n := range r.Nodes {
			want, ok := p.node(n.Node)
			if ok != n.Applies || ok && want.points.Cmp(n.Span.Score) != 0 {
				t.Fatalf("%q: %v, the trail gives %v", n.Node.ID, n.Span.Score, want.points)
			}
		}
	})
}
