package scoring

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
)

// With everything answered, scores are those of a second, plain computation.
func TestScoresAgainstAPlainComputation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
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
