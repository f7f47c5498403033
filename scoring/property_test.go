package scoring_test

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

var (
	hundred = big.NewRat(100, 1)
	four    = big.NewRat(4, 1)
)

// questionsOf are all questions of the dimensions.
func questionsOf(b *questionnaire.Bank) []*questionnaire.Question {
	var out []*questionnaire.Question
	for _, d := range b.Dimensions {
		out = append(out, d.Questions...)
	}
	return out
}

// answerAt is the answer of a question that is nearest to a share of its points: 0 the lowest, 1 the highest.
func answerAt(q *questionnaire.Question, share float64) questionnaire.Answer {
	a := questionnaire.Answer{State: questionnaire.Answered}
	order := slices.Clone(q.Options)
	slices.SortStableFunc(order, func(x, y questionnaire.Option) int {
		if x.Points == nil || y.Points == nil {
			return 0
		}
		return x.Points.Cmp(y.Points)
	})
	pick := order[int(share*float64(len(order)-1)+0.5)]
	switch q.Kind.Family() {
	case questionnaire.AnyOf:
		n := 0
		for _, o := range q.Options {
			if !o.Exclusive && float64(n) < share*float64(len(q.Options)) {
				a.Value.Set = append(a.Value.Set, o.ID)
				n++
			}
		}
		if n == 0 {
			for _, o := range q.Options {
				if o.Exclusive {
					a.Value.Set = []string{o.ID}
				}
			}
		}
	case questionnaire.Rows:
		a.Value.Rows = map[string]string{}
		for _, r := range q.Rows {
			a.Value.Rows[r.ID] = pick.ID
		}
	default:
		a.Value.Option = pick.ID
	}
	return a
}

// company is a company to which all of the shipped bank applies.
func company(b *questionnaire.Bank) *questionnaire.Assessment {
	a := *b.Case("alles-oben").Assessment
	a.Answers = map[string]questionnaire.Answer{}
	return &a
}

func TestLowestIsNoughtAndHighestIsAHundred(t *testing.T) {
	b := shipped(t)
	for share, want := range map[float64]*big.Rat{0: new(big.Rat), 1: hundred} {
		a := company(b)
		for _, q := range questionsOf(b) {
			a = a.With(q, answerAt(q, share))
		}
		r := scoring.Evaluate(b, a)
		if r.Total.Score == nil || r.Total.Score.Cmp(want) != 0 || r.Total.Low.Cmp(want) != 0 || r.Total.High.Cmp(want) != 0 {
			t.Errorf("%v: total %v", share, r.Total)
		}
	}
}

// drawn answers every question at random, with some left open, unknown or not applicable.
func drawn(t *rapid.T, b *questionnaire.Bank) *questionnaire.Assessment {
	a := company(b)
	for _, q := range questionsOf(b) {
		switch rapid.IntRange(0, 9).Draw(t, q.ID) {
		case 0:
		case 1:
			a = a.With(q, questionnaire.Answer{State: questionnaire.Unknown})
		case 2:
			if q.Asking.NotApplicable {
				a = a.With(q, questionnaire.Answer{State: questionnaire.NotApplicable})
			}
		default:
			a = a.With(q, answerAt(q, rapid.Float64Range(0, 1).Draw(t, "share")))
		}
	}
	return a
}

func TestScoresKeepTheirRules(t *testing.T) {
	b := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		r := scoring.Evaluate(b, drawn(t, b))
		spans := []scoring.Span{r.Total}
		for _, d := range r.Dimensions {
			if d.Applies {
				spans = append(spans, d.Span)
			}
		}
		for _, s := range spans {
			if s.Low.Cmp(s.High) > 0 || s.Low.Sign() < 0 || s.High.Cmp(hundred) > 0 {
				t.Fatalf("span %v", s)
			}
			if s.Score != nil && (s.Score.Cmp(s.Low) < 0 || s.Score.Cmp(s.High) > 0) {
				t.Fatalf("score outside: %v", s)
			}
		}
		if (r.Total.Score == nil) != (len(r.Lacking) > 0) || (r.Stage.Level == 0) != (r.Total.Score == nil) {
			t.Fatalf("stage %v, lacking %v", r.Stage, r.Lacking)
		}
		if r.Stage.Low > r.Stage.High || r.Stage.Level > r.Stage.High || r.Stage.Level > 0 && r.Stage.Level < r.Stage.Low {
			t.Fatalf("stage %v", r.Stage)
		}
		c := r.Coverage
		if c.Asked != c.Answered+c.Unknown+c.NotApplicable+c.Open || c.Asked+c.Hidden+c.OffPath+c.Unscored != len(questionsOf(b)) {
			t.Fatalf("coverage %+v", c)
		}
	})
}

func TestABetterAnswerNeverLowersAnything(t *testing.T) {
	b := shipped(t)
	all := questionsOf(b)
	rapid.Check(t, func(t *rapid.T) {
		a := drawn(t, b)
		q := all[rapid.IntRange(0, len(all)-1).Draw(t, "question")]
		lowShare := rapid.Float64Range(0, 1).Draw(t, "low")
		highShare := rapid.Float64Range(lowShare, 1).Draw(t, "high")
		if q.ID == "order-to-invoice" {
			return // it brings follow-up questions with it: declared in the bank
		}
		before, after := scoring.Evaluate(b, a.With(q, answerAt(q, lowShare))), scoring.Evaluate(b, a.With(q, answerAt(q, highShare)))
		for i, d := range before.Dimensions {
			e := after.Dimensions[i]
			if d.Applies && (e.Span.Low.Cmp(d.Span.Low) < 0 || e.Span.High.Cmp(d.Span.High) < 0 || d.Span.Score != nil && e.Span.Score.Cmp(d.Span.Score) < 0) {
				t.Fatalf("%s lowers %s: %v to %v", q.ID, d.Dimension.ID, d.Span, e.Span)
			}
		}
		if before.Stage.Level > after.Stage.Level {
			t.Fatalf("%s lowers the stage", q.ID)
		}
	})
}

// The trail alone gives every number back: dimensions, total, interval and coverage.
func TestTheTrailRecomputesEverything(t *testing.T) {
	b := shipped(t)
	rapid.Check(t, func(t *rapid.T) {
		r := scoring.Evaluate(b, drawn(t, b))
		total, n := new(big.Rat), int64(0)
		complete := true
		for _, d := range r.Dimensions {
			weight, answered, earned := new(big.Rat), new(big.Rat), new(big.Rat)
			for _, c := range r.Trail {
				if c.Dimension != d.Dimension.ID || c.Treatment == scoring.Left {
					continue
				}
				weight.Add(weight, c.Weight)
				if c.Treatment != scoring.Widens {
					answered.Add(answered, c.Weight)
					earned.Add(earned, new(big.Rat).Mul(c.Weight, new(big.Rat).Quo(c.Earned, c.Possible)))
				}
			}
			if weight.Sign() == 0 {
				continue
			}
			n++
			low := new(big.Rat).Quo(new(big.Rat).Mul(earned, hundred), weight)
			if low.Cmp(d.Span.Low) != 0 {
				t.Fatalf("%s: low %s, trail %s", d.Dimension.ID, d.Span.Low, low)
			}
			if d.Span.Score == nil {
				complete = false
				continue
			}
			score := new(big.Rat).Quo(new(big.Rat).Mul(earned, hundred), answered)
			if score.Cmp(d.Span.Score) != 0 {
				t.Fatalf("%s: %s, trail %s", d.Dimension.ID, d.Span.Score, score)
			}
			total.Add(total, score)
		}
		if complete && total.Quo(total, big.NewRat(n, 1)).Cmp(r.Total.Score) != 0 {
			t.Fatalf("total %s, trail %s", r.Total.Score, total)
		}
	})
}

func TestOrderOfAnswersDoesNotMatter(t *testing.T) {
	b := shipped(t)
	c := b.Case("metallbau-35").Assessment
	again := &questionnaire.Assessment{Path: c.Path, Company: c.Company, Answers: map[string]questionnaire.Answer{}}
	all := questionsOf(b)
	slices.Reverse(all)
	for _, q := range all {
		again = again.With(q, c.Get(q))
	}
	x, y := scoring.Evaluate(b, c), scoring.Evaluate(b, again)
	if x.Total.Score.Cmp(y.Total.Score) != 0 || x.Stage != y.Stage || len(x.NextSteps) != len(y.NextSteps) {
		t.Error("another result")
	}
}

// On the small bank the interval is that of all completions of what is open or unknown.
func TestIntervalsAgainstAllCompletions(t *testing.T) {
	b := fixture(t)
	all := []*questionnaire.Question{b.Question("order"), b.Question("extras"), b.Question("capture"), b.Question("paperless")}
	base := *b.Case("small").Assessment
	base.Answers = map[string]questionnaire.Answer{"typing": {State: questionnaire.Answered, Value: questionnaire.Value{Option: "some"}}}
	for mask := range 1 << len(all) {
		t.Run(fmt.Sprintf("%04b", mask), func(t *testing.T) {
			a := &base
			var open []*questionnaire.Question
			for i, q := range all {
				if mask>>i&1 == 1 || q.ID == "order" { // the condition of a question stays answered: it would hide another
					a = a.With(q, answerAt(q, 0.5))
				} else {
					open = append(open, q)
				}
			}
			r := scoring.Evaluate(b, a)
			low, high := complete(b, a, open)
			if r.Total.Low.Cmp(low) != 0 || r.Total.High.Cmp(high) != 0 {
				t.Errorf("interval %s to %s, completions %s to %s", r.Total.Low, r.Total.High, low, high)
			}
		})
	}
}

// complete is the lowest and highest total over all ways to answer the open questions.
func complete(b *questionnaire.Bank, a *questionnaire.Assessment, open []*questionnaire.Question) (low, high *big.Rat) {
	if len(open) == 0 {
		s := scoring.Evaluate(b, a).Total.Score
		return s, s
	}
	for _, share := range []float64{0, 0.25, 0.5, 0.75, 1} {
		l, h := complete(b, a.With(open[0], answerAt(open[0], share)), open[1:])
		if low == nil || l.Cmp(low) < 0 {
			low = l
		}
		if high == nil || h.Cmp(high) > 0 {
			high = h
		}
	}
	return low, high
}

func BenchmarkEvaluate(b *testing.B) {
	bank := shipped(b)
	a := bank.Case("metallbau-35").Assessment
	for b.Loop() {
		scoring.Evaluate(bank, a)
	}
}

// The short way to what a dimension lacks says the same as the whole result.
func TestStuckIsAsInTheResult(t *testing.T) {
	t.Parallel()
	b := shipped(t)
	e := scoring.Compile(b)
	rapid.Check(t, func(t *rapid.T) {
		a := drawn(t, b)
		r := e.Score(a)
		for _, d := range r.Dimensions {
			if missing, stuck := e.Stuck(a, d.Dimension.ID); missing != d.Missing || stuck != d.Stuck {
				t.Errorf("%s: %d, %v; in the result %d, %v", d.Dimension.ID, missing, stuck, d.Missing, d.Stuck)
			}
		}
	})
}
