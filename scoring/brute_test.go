package scoring

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
)

// completions calls fn for every way to answer what is open, with the answers given in force.
func completions(s *state, fn func(*state)) {
	x := s.copy()
	x.force = s.inForce()
	var next func(from int)
	next = func(from int) {
		for i := from; i < len(x.standing); i++ {
			x.run()
			if !x.open[i] {
				continue
			}
			before := x.sheet.Replies[i]
			for _, ans := range every(x.forms[i].q) {
				x.sheet.Replies[i] = x.forms[i].q.Reply(ans)
				next(i + 1)
			}
			x.sheet.Replies[i] = before
			return
		}
		x.run()
		fn(x)
	}
	next(s.e.first)
}

// The ends of every node and of the stage are the lowest and highest of all completions, neither wider nor narrower.
func TestEndsAreThoseOfAllCompletions(t *testing.T) {
	many(t, func(t *rapid.T) {
		g := &gen{t: t}
		e := Compile(g.bank(g.chance(70)))
		s := e.start(e.index.Sheet(g.answers()))
		s.run()
		got := s.bounds()
		if !got.exact {
			t.Fatal("not exact")
		}
		low, high := 99, 0
		ends := make([]figure, len(e.nodes))
		completions(s, func(x *state) {
			if x.nodes[e.total].here { // otherwise nothing applies any more, and there is no result at all
				level := x.level(0)
				low, high = min(low, level), max(high, level)
			}
			for i := range x.nodes {
				f := &x.nodes[i]
				if !f.here {
					continue
				}
				if !f.known {
					t.Fatalf("node %q has no score although everything is answered", e.nodes[i].ID)
				}
				now := fixed(f.p, f.of)
				if ends[i].here {
					now = ends[i].widen(now)
				}
				ends[i] = now
			}
		})
		if low <= high && got.stage != [2]int{low, high} {
			t.Errorf("stage %v, completions %d to %d", got.stage, low, high)
		}
		for i := range ends {
			w := &ends[i]
			if got.here[i] != w.here {
				t.Errorf("node %q applies: %t, in completions: %t", e.nodes[i].ID, got.here[i], w.here)
			} else if w.here && (got.low[i].cmp(w.pl) != 0 || got.high[i].cmp(w.ph) != 0) {
				t.Errorf("node %q: %s to %s, completions %s to %s", e.nodes[i].ID, got.low[i].rat(), got.high[i].rat(), w.pl.rat(), w.ph.rat())
			}
		}
	})
}

// With everything answered, scores are those of a second, plain computation.
func TestScoresAgainstAPlainComputation(t *testing.T) {
	many(t, func(t *rapid.T) {
		g := &gen{t: t}
		b := g.bank(g.chance(50))
		a := g.answers()
		for _, d := range b.Dimensions {
			for _, q := range d.Questions {
				if s := a.Get(q).State; s == questionnaire.Open || s == questionnaire.Unknown {
					all := every(q)
					a.Answers[q.ID] = all[g.int(0, len(all)-1)]
				}
			}
		}
		r := Compile(b).Evaluate(a)
		p := plain{b: b, a: a}
		for _, n := range r.Nodes {
			want, ok := p.node(n.Node)
			if ok != n.Applies {
				t.Fatalf("%q applies: %t, want %t", n.Node.ID, n.Applies, ok)
			}
			if ok && fmt.Sprint(n.Span.Score) != fmt.Sprint(want.points) {
				t.Errorf("%q: %v, want %v", n.Node.ID, n.Span.Score, want.points)
			}
		}
	})
}
