package scoring_test

import (
	"math/big"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

func option(id string) questionnaire.Answer {
	return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: id}}
}

// small is the worked example of the small bank with some answers replaced.
func small(b *questionnaire.Bank, with map[string]questionnaire.Answer) *questionnaire.Assessment {
	a := b.Case("small").Assessment
	for id, ans := range with {
		a = a.With(b.Question(id), ans)
	}
	return a
}

func line(r *scoring.Result, id string) scoring.Contribution {
	for _, c := range r.Trail {
		if c.Question == id {
			return c
		}
	}
	return scoring.Contribution{}
}

func TestPointsByKind(t *testing.T) {
	b := fixture(t)
	set := func(ids ...string) questionnaire.Answer {
		return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Set: ids}}
	}
	rows := func(sales, stock string) questionnaire.Answer {
		return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Rows: map[string]string{"sales": sales, "stock": stock}}}
	}
	figure := func(n, d int64) questionnaire.Answer {
		return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Figure: big.NewRat(n, d)}}
	}
	for _, c := range []struct {
		id   string
		a    questionnaire.Answer
		want *big.Rat
	}{
		{"order", option("program"), big.NewRat(1, 1)},
		{"order", option("files"), big.NewRat(3, 4)}, // by the anchor for micro firms
		{"typing", figure(0, 1), big.NewRat(1, 1)},
		{"typing", figure(1, 1), big.NewRat(1, 2)},
		{"typing", figure(3, 1), big.NewRat(1, 2)},
		{"typing", figure(4, 1), new(big.Rat)},
		{"typing", figure(50, 1), new(big.Rat)},
		{"typing", option("never-counted"), new(big.Rat)},
		{"extras", set("nothing"), new(big.Rat)},
		{"extras", set("shop"), big.NewRat(1, 2)},
		{"extras", set("shop", "app"), big.NewRat(1, 1)},
		{"extras", set("shop", "app", "portal"), big.NewRat(1, 1)},
		{"capture", rows("yes", "partly"), big.NewRat(3, 4)},
		{"capture", rows("no", "no"), new(big.Rat)},
		{"capture", rows("partly", questionnaire.RowNotApplicable), big.NewRat(1, 2)},
		{"paperless", figure(4999, 100), new(big.Rat)},
		{"paperless", figure(50, 1), big.NewRat(1, 1)},
		{"paperless", figure(100, 1), big.NewRat(1, 1)},
	} {
		got := line(scoring.Evaluate(b, small(b, map[string]questionnaire.Answer{c.id: c.a})), c.id).Score
		if got == nil || got.Cmp(c.want) != 0 {
			t.Errorf("%s %+v: %v, want %v", c.id, c.a.Value, got, c.want)
		}
	}
}

func TestStatesAndTheirEffect(t *testing.T) {
	b := fixture(t)
	for _, c := range []struct {
		name, id string
		a        questionnaire.Answer
		want     scoring.Treatment
	}{
		{"answered", "order", option("files"), scoring.Counted},
		{"unknown", "order", questionnaire.Answer{State: questionnaire.Unknown}, scoring.Widens},
		{"open", "order", questionnaire.Answer{}, scoring.Widens},
		{"skipped", "order", questionnaire.Answer{State: questionnaire.Skipped}, scoring.Widens},
		{"not applicable", "extras", questionnaire.Answer{State: questionnaire.NotApplicable}, scoring.Left},
		{"unscored", "wishes", questionnaire.Answer{State: questionnaire.Unknown}, scoring.Left},
	} {
		if got := line(scoring.Evaluate(b, small(b, map[string]questionnaire.Answer{c.id: c.a})), c.id).Treatment; got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
	r := scoring.Evaluate(b, small(b, map[string]questionnaire.Answer{"order": option("paper")}))
	if c := line(r, "typing"); c.Treatment != scoring.ZeroCounted || c.Score.Sign() != 0 {
		t.Errorf("counted as nought: %+v", c)
	}
}

func TestHalfOfTheWeightIsEnough(t *testing.T) {
	b := fixture(t)
	unknown := questionnaire.Answer{State: questionnaire.Unknown}
	r := scoring.Evaluate(b, small(b, map[string]questionnaire.Answer{"capture": unknown}))
	d := r.Dimension("daten") // capture weighs 2, paperless 1: nothing is answered
	if d.Span.Score != nil || d.Level != 0 || d.Missing != 1 || r.Stage.Level != 0 || len(r.Lacking) != 1 || r.Certain {
		t.Errorf("%+v, stage %v", d, r.Stage)
	}
	if d.Span.Low.Sign() != 0 || d.Span.High.Cmp(hundred) != 0 {
		t.Errorf("interval %v", d.Span)
	}
	r = scoring.Evaluate(b, small(b, map[string]questionnaire.Answer{"paperless": unknown}))
	if r.Dimension("daten").Span.Score == nil {
		t.Error("two of three of the weight are enough")
	}
}

func TestGates(t *testing.T) {
	b := shipped(t)
	exact, short := scoring.Evaluate(b, b.Case("schwelle-genau").Assessment), scoring.Evaluate(b, b.Case("schwelle-knapp").Assessment)
	if exact.Stage.Level != 4 {
		t.Errorf("on the gate: stage %d", exact.Stage.Level)
	}
	if short.Stage.Level != 3 || len(short.BlockedBy) != 1 || short.BlockedBy[0].Dimension != "sicherheit" || short.BlockedBy[0].Stage != 4 {
		t.Errorf("below the gate: stage %d, %+v", short.Stage.Level, short.BlockedBy)
	}
	if m := short.BlockedBy[0].Reason(); m.Code != "blocked-gate" {
		t.Errorf("reason %v", m)
	}
	if g := short.Gates(4); len(g) != 3 {
		t.Errorf("gates of stage 4: %d", len(g))
	}
	if g := short.Gates(9); g != nil {
		t.Errorf("gates of no stage: %v", g)
	}
}

func TestAGateOnADimensionThatDoesNotApplyIsMet(t *testing.T) {
	b := fixture(t)
	a := small(b, map[string]questionnaire.Answer{"machines": option("no"), "order": option("program")})
	r := scoring.Evaluate(b, a)
	if r.Dimension("daten").Applies {
		t.Fatal("applies")
	}
	if r.Stage.Level != 2 {
		t.Errorf("stage %d with %v", r.Stage.Level, r.Total.Score)
	}
}

func TestTotalBlocks(t *testing.T) {
	b := shipped(t)
	r := scoring.Evaluate(b, b.Case("spedition-48").Assessment)
	if len(r.BlockedBy) == 0 || r.BlockedBy[0].Dimension != "" || r.BlockedBy[0].Reason().Code != "blocked-total" {
		t.Errorf("%+v", r.BlockedBy)
	}
	top := scoring.Evaluate(b, b.Case("alles-oben").Assessment)
	if len(top.BlockedBy) != 0 || len(top.NextSteps) != 0 || !top.Certain {
		t.Errorf("at the top: %+v %d steps", top.BlockedBy, len(top.NextSteps))
	}
}

func TestNextSteps(t *testing.T) {
	b := shipped(t)
	r := scoring.Evaluate(b, b.Case("metallbau-35").Assessment)
	if len(r.NextSteps) < 10 {
		t.Fatalf("%d steps", len(r.NextSteps))
	}
	seen := map[string]bool{}
	for _, s := range r.NextSteps {
		if seen[s.Question.ID] {
			t.Errorf("%s twice", s.Question.ID)
		}
		seen[s.Question.ID] = true
		if s.Gain.Sign() <= 0 || s.From.Cmp(s.To) >= 0 || s.To.Cmp(four) > 0 {
			t.Errorf("%s: %v to %v gains %v", s.Measure.ID, s.From, s.To, s.Gain)
		}
		for _, need := range s.Measure.Needs {
			for _, other := range r.NextSteps {
				if other.Measure.ID == need {
					t.Errorf("%s is offered beside %s, which it needs", s.Measure.ID, need)
				}
			}
		}
	}
	if !r.NextSteps[0].Unblocks || r.NextSteps[0].Question.Dimension != "sicherheit" {
		t.Errorf("first %s", r.NextSteps[0].Measure.ID)
	}
}

// Whatever shows next steps shows them in one order: the first begins now, security comes first where the result warns of
// it, the way to the next stage stands before the rest, and nothing stands before what begins sooner.
func TestOneOrderOfSteps(t *testing.T) {
	b := shipped(t)
	warned := 0
	for _, c := range b.Cases {
		r := scoring.Evaluate(b, c.Assessment)
		if len(r.NextSteps) == 0 {
			continue
		}
		first := r.NextSteps[0]
		if first.Begin != scoring.Soon {
			t.Errorf("%s: the first step, %s, begins in term %d", c.ID, first.Measure.ID, first.Begin)
		}
		rest := r.NextSteps
		if r.SecurityFirst() {
			warned++
			if first.Question.Dimension != scoring.Security {
				t.Errorf("%s: %s comes before security", c.ID, first.Measure.ID)
			}
			if len(r.Ways) > 0 && r.Ways[0].Steps[0].Measure.ID != first.Measure.ID {
				rest = rest[1:]
			}
		}
		if len(r.Ways) > 0 {
			for i, s := range r.Ways[0].Steps {
				if rest[i].Measure.ID != s.Measure.ID {
					t.Errorf("%s: step %d is %s, on the way it is %s", c.ID, i+1, rest[i].Measure.ID, s.Measure.ID)
				}
			}
			rest = rest[len(r.Ways[0].Steps):]
		}
		for i := 1; i < len(rest); i++ {
			if rest[i].Begin < rest[i-1].Begin {
				t.Errorf("%s: %s stands behind what begins later", c.ID, rest[i].Measure.ID)
			}
		}
	}
	if warned == 0 {
		t.Error("no case is warned of its security")
	}
}

// What a step promises is what scoring the improved answer gives.
func TestGainIsExact(t *testing.T) {
	b := shipped(t)
	a := b.Case("metallbau-35").Assessment
	before := scoring.Evaluate(b, a)
	for _, s := range before.NextSteps {
		q := s.Question
		if q.Kind != questionnaire.Ladder || !s.To.IsInt() {
			continue
		}
		for _, o := range q.Options {
			if o.Points.Cmp(s.To) == 0 {
				after := scoring.Evaluate(b, a.With(q, option(o.ID)))
				if rise := new(big.Rat).Sub(after.Total.Score, before.Total.Score); rise.Cmp(s.Gain) != 0 && q.ID != "order-to-invoice" {
					t.Errorf("%s: promised %s, got %s", s.Measure.ID, s.Gain, rise)
				}
			}
		}
	}
}

func TestMeasuresThatAreDoneAreNotOffered(t *testing.T) {
	b := shipped(t)
	q := b.Question("two-factor")
	ans := questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Rows: map[string]string{"email": "yes", "remote": "no", "cloud": "no", "admin": "yes"}}}
	r := scoring.Evaluate(b, b.Case("metallbau-35").Assessment.With(q, ans))
	for _, s := range r.NextSteps {
		if s.Measure.ID == "mfa-email-admin" {
			t.Error("what is settled is offered")
		}
	}
}

func TestCompareFindsDifferences(t *testing.T) {
	b := shipped(t)
	c := *b.Case("metallbau-35")
	r := scoring.Evaluate(b, c.Assessment)
	if d := scoring.Compare(c, r); len(d) != 0 {
		t.Fatalf("%v", d)
	}
	c.Expected.Total.Score = big.NewRat(1, 3)
	c.Expected.Stage.Level = 5
	c.Expected.Lacking = []string{"daten"}
	c.Expected.SecurityFirst = false
	c.Expected.Coverage = map[string]int{"answered": 1}
	delete(c.Expected.Dimensions, "daten")
	found := map[string]bool{}
	for _, d := range scoring.Compare(c, r) {
		found[d.What] = true
	}
	for _, want := range []string{"total", "stage", "lacking", "security_first", "coverage.answered", "daten"} {
		if !found[want] {
			t.Errorf("%s was not found", want)
		}
	}
	c.Expected.Dimensions["daten"] = questionnaire.Span{}
}

func TestStageOf(t *testing.T) {
	r := scoring.Evaluate(shipped(t), shipped(t).Case("metallbau-35").Assessment)
	if r.StageOf(0) != nil || r.StageOf(6) != nil || r.StageOf(3).ID != "vernetzt" || r.Dimension("gibt-es-nicht") != nil {
		t.Error("stages by level")
	}
}

// On the shipped bank every company below the top learns the cheapest way to the next stage and to the one after, and
// doing what it says reaches that stage.
func TestEveryExampleHasItsWays(t *testing.T) {
	b := shipped(t)
	for _, c := range b.Cases {
		r := scoring.Evaluate(b, c.Assessment)
		want := min(2, len(b.Stages)-r.Stage.Level)
		if r.Stage.Level == 0 {
			want = 0
		}
		if len(r.Ways) != want {
			t.Errorf("%s at stage %d: %d ways, want %d", c.ID, r.Stage.Level, len(r.Ways), want)
		}
		for i, w := range r.Ways {
			low, high, done := new(big.Rat), new(big.Rat), map[string]bool{}
			for _, s := range w.Steps {
				low.Add(low, s.Effort.Low)
				high.Add(high, s.Effort.High)
				for _, need := range s.Measure.Needs {
					if m := b.Measure(need); !done[need] && b.Question(m.Question) == s.Question {
						if s.From.Cmp(m.To) < 0 {
							t.Errorf("%s: %s comes before %s, which it needs", c.ID, s.Measure.ID, need)
						}
					}
				}
				done[s.Measure.ID] = true
			}
			if !w.Proven || w.Stage != r.Stage.Level+1+i || low.Cmp(w.Effort.Low) != 0 || high.Cmp(w.Effort.High) != 0 || len(w.Steps) == 0 {
				t.Errorf("%s: %+v", c.ID, w)
			}
			if i > 0 && w.Effort.Low.Cmp(r.Ways[0].Effort.Low) < 0 && len(w.Steps) < len(r.Ways[0].Steps) {
				t.Errorf("%s: stage %d takes less than stage %d", c.ID, w.Stage, r.Ways[0].Stage)
			}
		}
	}
}
