package scoring

import (
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// sameBounds wants bounds that were taken for proven to be those that a search proves.
func sameBounds(t interface{ Fatalf(string, ...any) }, s *state) {
	quick := s.bounds()
	low, high, here := slices.Clone(quick.low), slices.Clone(quick.high), slices.Clone(quick.here)
	long := s.prove(s.outer())
	if quick.stage != long.stage || !slices.Equal(here, long.here) || !quick.exact || !long.exact {
		t.Fatalf("stage %v %v, want %v %v", quick.stage, here, long.stage, long.here)
	}
	for i := range low {
		if here[i] && (low[i].cmp(long.low[i]) != 0 || high[i].cmp(long.high[i]) != 0) {
			t.Fatalf("%s: %v–%v, want %v–%v", s.e.nodes[i].ID, low[i], high[i], long.low[i], long.high[i])
		}
	}
}

// What stands apart needs no search: it would find the same.
func TestApartNeedsNoSearch(t *testing.T) {
	seen := 0
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		b := g.bank(false)
		for _, n := range b.Nodes() {
			n.Combine.Rule, n.Bounds, n.Weakest, n.Round = questionnaire.Mean, questionnaire.Bounds{}, nil, nil
		}
		e := Compile(b)
		s := e.start(e.index.Sheet(g.answers()))
		if s.run(); s.waiting > 0 && s.apart() {
			seen++
			sameBounds(t, s)
		}
	})
	if seen < 10 {
		t.Errorf("only %d of the banks drawn have what stands apart", seen)
	}
}

func TestApartInTheShippedBanks(t *testing.T) {
	for _, name := range []string{"digitalkompass", "dma", "cyber"} {
		var d source.Diagnostics
		b := questionnaire.Load(os.DirFS("../data/banks/"+name), &d)
		if b == nil {
			t.Fatal(d.All())
		}
		e, seen := Compile(b), 0
		for _, c := range b.Cases {
			for k := range e.index.Items[e.first:] {
				sheet := e.index.Sheet(c.Assessment)
				sheet.Replies[e.first+k] = questionnaire.Blank()
				s := e.start(sheet)
				if s.run(); s.waiting > 0 && s.waiting < 4 && s.apart() {
					seen++
					sameBounds(t, s)
				}
			}
		}
		if seen == 0 && name == "digitalkompass" {
			t.Errorf("%s: nothing stands apart", name)
		}
	}
}

// A state that is used again gives what a new one gives, also after a search.
func TestStatesAreUsedAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		e := Compile(g.bank(true))
		x := e.Scorer()
		a, b := e.index.Sheet(g.answers()), e.index.Sheet(g.answers())
		first := x.Score(a).Total.text()
		x.Score(b)
		if again := x.Score(a).Total.text(); again != first {
			t.Fatalf("%s, want %s", again, first)
		}
	})
}

// Sums of products are the same whether or not they are in lowest terms on the way.
func TestPlus(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) num {
			n := rapid.OneOf(rapid.Int64Range(-50, 50), rapid.Int64Range(-1<<62, 1<<62)).Draw(t, name)
			d := rapid.OneOf(rapid.Int64Range(1, 12), rapid.Int64Range(1, 1<<40)).Draw(t, name+" of")
			return lowest(n, d)
		}
		a, w, x := draw("a"), draw("w"), draw("x")
		if got, want := a.plus(w, x), a.add(w.mul(x)); got.cmp(want) != 0 || got.rat().Cmp(want.rat()) != 0 {
			t.Fatalf("%v, want %v", got.rat(), want.rat())
		}
	})
}

// What is worked out before is what an answer gives.
func TestReadyIsWhatAnAnswerGives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		e := Compile(g.bank(true))
		for i := range e.shapes[0] {
			f := &e.shapes[0][i]
			for part, list := range f.ready {
				for k := range list {
					bare := *f
					bare.ready = nil
					r := questionnaire.Blank()
					r.State, r.Option = questionnaire.Answered, k
					if got := bare.answered(part, &r); got.p.cmp(list[k].p) != 0 || got.sl.cmp(list[k].sl) != 0 || got.here != list[k].here || got.of.cmp(list[k].of) != 0 {
						t.Fatalf("%+v, want %+v", list[k], got)
					}
				}
			}
		}
	})
}
