package scoring

import (
	"fmt"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire/i18n"
)

func ratText(r *big.Rat) string {
	if r == nil {
		return "none"
	}
	return r.RatString()
}

func (b BriefSpan) text() string {
	show := func(ok bool, p Points) string {
		if !ok {
			return "none"
		}
		return p.Rat().RatString()
	}
	return fmt.Sprint(show(b.Scored, b.Score), " in ", show(b.Bounded, b.Low), "–", show(b.Bounded, b.High), " of ", show(b.Applies, b.Of))
}

func spanText(s Span, of *big.Rat) string {
	return fmt.Sprint(ratText(s.Score), " in ", ratText(s.Low), "–", ratText(s.High), " of ", ratText(of))
}

// sameBrief holds a brief against the full result.
func sameBrief(t interface{ Fatalf(string, ...any) }, b *Brief, r *Result) {
	if got, want := b.Total.text(), spanText(r.Total, r.Of); got != want {
		t.Fatalf("total %s, want %s", got, want)
	}
	if b.Stage != r.Stage || b.Certain != r.Certain || b.Coverage != r.Coverage {
		t.Fatalf("%+v %v %+v, want %+v %v %+v", b.Stage, b.Certain, b.Coverage, r.Stage, r.Certain, r.Coverage)
	}
	for i, d := range r.Dimensions {
		x := b.Dimensions[i]
		if got, want := x.Span.text(), spanText(d.Span, d.Of); got != want || x.Level != d.Level || x.Dimension != d.Dimension {
			t.Fatalf("%s: %s level %d, want %s level %d", d.Dimension.ID, got, x.Level, want, d.Level)
		}
	}
}

// A scorer that is used again and again says what Evaluate says, for any bank and any answers.
func TestScorerSaysWhatEvaluateSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		e := Compile(g.bank(true))
		x := e.Scorer()
		for range 3 {
			a := g.answers()
			s := e.start(e.index.Sheet(a))
			s.run()
			sameBrief(t, x.Score(e.index.Sheet(a)), s.result(a, s.bounds()))
		}
	})
}

func TestPointsInParts(t *testing.T) {
	for _, r := range []*big.Rat{rat(0, 1), rat(1, 3), rat(1, 20), rat(-1, 20), rat(-1, 3), rat(5333, 100), rat(1, 1000000007)} {
		want, _ := new(big.Rat).SetString(i18n.HalfUp(r, 1))
		if got := new(big.Rat).SetFrac64(Points{numOf(r)}.In(10), 10); got.Cmp(want) != 0 {
			t.Errorf("%s: %s, want %s", r, got, want)
		}
	}
	long := new(big.Rat).SetFrac(new(big.Int).Lsh(big.NewInt(1), 90), new(big.Int).Lsh(big.NewInt(3), 80))
	if got := (Points{num{r: long}}).In(10); got != 3413 {
		t.Errorf("%s: %d", long, got)
	}
	if (Points{}).In(10) != 0 {
		t.Error("nothing is not zero")
	}
}
