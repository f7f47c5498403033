package scoring

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
)

// answeredAll answers every question at random.
func (g *gen) answeredAll() *questionnaire.Assessment {
	a := g.answers()
	for _, d := range g.b.Dimensions {
		for _, q := range d.Questions {
			all := every(q)
			a.Answers[q.ID] = all[g.int(0, len(all)-1)]
		}
	}
	return a
}

// Whatever is named really changes the stage, and nothing that does is left out.
func TestFlipsAreAllNeighboursThatChangeTheStage(t *testing.T) {
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		b := g.bank(g.chance(40))
		e, a := Compile(b), g.answeredAll()
		level := e.Evaluate(a).Stage.Level
		got := e.Stability(a)
		if level == 0 {
			if len(got.Flips) > 0 {
				t.Fatal("flips without a stage")
			}
			return
		}
		want := map[string][]int{}
		for _, d := range b.Dimensions {
			for _, q := range d.Questions {
				for _, ans := range besides(q, a.Get(q)) {
					now := e.Evaluate(a.With(q, ans)).Stage.Level
					asked := questionnaire.NewNavigator(b).Standing(a, q) == questionnaire.Asked
					if asked && now != level && now != 0 && !slices.Contains(want[q.ID], now) {
						want[q.ID] = append(want[q.ID], now)
					}
				}
			}
		}
		have := map[string][]int{}
		for _, f := range got.Flips {
			found++
			have[f.Question.ID] = append(have[f.Question.ID], f.Stage)
			if now := e.Evaluate(a.With(f.Question, f.Answer)).Stage.Level; now != f.Stage {
				t.Fatalf("%s: stage %d said, %d given", f.Question.ID, f.Stage, now)
			}
		}
		for _, m := range []map[string][]int{want, have} {
			for id := range m {
				slices.Sort(m[id])
			}
		}
		if fmt.Sprint(want) != fmt.Sprint(have) {
			t.Fatalf("want %v, have %v", want, have)
		}
	})
	if found == 0 {
		t.Error("nothing ever changed the stage")
	}
}

// besides are the answers one step away, worked out from the words of an answer.
func besides(q *questionnaire.Question, a questionnaire.Answer) []questionnaire.Answer {
	var out []questionnaire.Answer
	if a.State != questionnaire.Answered {
		return nil
	}
	steps := func(id string) []string { // the nearest with fewer and with more points
		var near []string
		worth := func(o *questionnaire.Option) *big.Rat {
			if o.Parts != nil {
				return o.Parts["x"]
			}
			return o.Points
		}
		now := worth(q.Option(id))
		for _, sign := range []int{-1, 1} {
			var best *questionnaire.Option
			for i := range q.Options {
				o := &q.Options[i]
				if worth(o).Cmp(now) == sign && (best == nil || worth(o).Cmp(worth(best)) == -sign) {
					best = o
				}
			}
			if best != nil {
				near = append(near, best.ID)
			}
		}
		return near
	}
	switch q.Kind {
	case questionnaire.Multi:
		for _, o := range q.Options {
			set := slices.Clone(a.Value.Set)
			if i := slices.Index(set, o.ID); i >= 0 {
				set = slices.Delete(set, i, i+1)
			} else {
				set = append(set, o.ID)
			}
			if len(set) == 0 || len(set) > 1 && slices.Contains(set, q.Options[0].ID) {
				continue // the first option stands alone
			}
			out = append(out, questionnaire.WithValue(a, questionnaire.Value{Set: set}))
		}
	case questionnaire.Grid:
		for row, cell := range a.Value.Rows {
			if cell == questionnaire.RowNotApplicable {
				continue
			}
			for _, id := range steps(cell) {
				out = append(out, questionnaire.WithRow(a, row, id))
			}
		}
	default:
		for _, id := range steps(q.Chosen(a.Value).ID) {
			out = append(out, questionnaire.WithValue(a, questionnaire.Value{Option: id}))
		}
	}
	return out
}

// The ends for weights are those of all combinations of least and most weights: a mean is furthest out at a corner.
func TestSwayAgainstAllCorners(t *testing.T) {
	moved := 0
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		b := g.bank(false)
		for _, d := range b.Dimensions {
			*d.Node = questionnaire.Node{ID: d.ID, Of: d.Node.Of, Combine: questionnaire.Combine{Rule: questionnaire.Mean}, Scale: rat(100, 1)}
		}
		b.Policy.Total.Combine.Rule, b.Policy.Total.Round, b.Policy.Total.Lowering = questionnaire.Mean, nil, questionnaire.Lowering{}
		b.Policy.Total.Bounds = questionnaire.Bounds{}
		questionnaire.Assemble(b)
		a := g.answeredAll()
		got := Compile(b).Stability(a).Sway
		if got.Percent == 0 {
			return
		}
		low, high := 99, 0
		var refs []*questionnaire.Ref
		for _, n := range b.Nodes() {
			for i := range n.Of {
				refs = append(refs, &n.Of[i])
			}
		}
		if len(refs) > 9 {
			return
		}
		plain := make([]*big.Rat, len(refs))
		for i, r := range refs {
			plain[i] = r.Weight
		}
		for corner := range 1 << len(refs) {
			for i, r := range refs {
				factor := rat(100-SwayPercent, 100)
				if corner>>i&1 == 1 {
					factor = rat(100+SwayPercent, 100)
				}
				r.Weight = new(big.Rat).Mul(plain[i], factor)
			}
			level := Compile(b).Evaluate(a).Stage.Level
			low, high = min(low, level), max(high, level)
		}
		if got.Low != low || got.High != high {
			t.Fatalf("sway %d to %d, corners %d to %d", got.Low, got.High, low, high)
		}
		if low < high {
			moved++
		}
	})
	if moved == 0 {
		t.Error("no stage ever moved")
	}
}

// Each open question is named once, and none that comes later settles more.
func TestTellingQuestionsComeFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		b := g.bank(false)
		e, a := Compile(b), g.answers()
		marks := []Mark{{Node: "dim0", From: rat(50, 1)}}
		got := e.Telling(a, marks)
		open := 0
		nav := questionnaire.NewNavigator(b)
		for _, it := range nav.Section(a, questionnaire.SectionQuestions) {
			if s := questionnaire.Settled(it.Question, a.Get(it.Question)); s == questionnaire.Open || s == questionnaire.Unknown {
				open++
			}
		}
		if len(got) != open {
			t.Fatalf("%d of %d open questions", len(got), open)
		}
		last := big.NewRat(-1, 1)
		for _, id := range got {
			now := leaves(e, a, b.Question(id), marks)
			if now.Cmp(last) < 0 {
				t.Fatalf("%s settles more than what comes before it", id)
			}
			last = now
		}
	})
}

// leaves is what stays unsettled on average once a question is answered.
func leaves(e *Engine, a *questionnaire.Assessment, q *questionnaire.Question, marks []Mark) *big.Rat {
	s := e.start(e.index.Sheet(a))
	s.run()
	force := s.inForce()
	i := e.index.At(q.ID)
	sum, n := new(big.Rat), int64(0)
	all, _ := s.outcomes(i)
	for k := range all {
		x := s.copy()
		x.force = force
		x.sheet.Replies[i] = all[k]
		x.run()
		count, _ := x.unsettled(marks)
		sum.Add(sum, rat(count, 1))
		n++
	}
	return sum.Quo(sum, big.NewRat(n, 1))
}
