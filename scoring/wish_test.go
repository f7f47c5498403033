package scoring

import (
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
)

// What is surely so, or never, is so, or not, in every completion of what is open.
func TestOutlooksOfWishes(t *testing.T) {
	many(t, func(t *rapid.T) {
		g, b := small(t, 300)
		e := Compile(b)
		w := g.wish(e)
		inner := e.wish(w.Wish)
		s := e.watching(w.Wish).start(e.blank())
		s.run()
		o := s.outlook(&inner)
		if o == questionnaire.Perhaps {
			return
		}
		completions(s, func(x *state) {
			if w.fulfilled(x) != (o == questionnaire.Surely) {
				t.Fatalf("outlook %d, and a completion that differs: %+v", o, w.Wish)
			}
		})
	})
}

// A company's measures count for questions whose points are decided by cases, too.
func TestWaysThroughCases(t *testing.T) {
	b := workshop(&questionnaire.Question{
		Kind:    questionnaire.Ladder,
		Options: []questionnaire.Option{{ID: "no", Points: rat(0, 1)}, {ID: "yes", Points: rat(4, 1)}},
		Scoring: questionnaire.QuestionScoring{Points: questionnaire.Points{Cases: []questionnaire.PointCase{
			{When: questionnaire.Condition{AnyOf: [][]questionnaire.Test{{{ID: "q", Values: []string{"yes"}}}}}, Points: rat(4, 1)},
		}}},
		Measures: []*questionnaire.Measure{{ID: "do", From: rat(0, 1), To: rat(4, 1)}},
	})
	b.Stages = []questionnaire.Stage{{Level: 1, ID: "low", From: rat(0, 1)}, {Level: 2, ID: "high", From: rat(50, 1)}}
	a := &questionnaire.Assessment{Path: questionnaire.Full, Answers: map[string]questionnaire.Answer{
		"q": {State: questionnaire.Answered, Value: questionnaire.Value{Option: "no"}}}}
	r := Evaluate(b, a)
	switch {
	case len(r.Ways) != 1 || !r.Ways[0].Proven || r.Ways[0].Stage != 2 || len(r.Ways[0].Steps) != 1:
		t.Fatalf("ways %+v", r.Ways)
	case r.Ways[0].Steps[0].Measure.ID != "do" || r.Ways[0].Steps[0].Gain.Cmp(rat(100, 1)) != 0:
		t.Errorf("step %+v", r.Ways[0].Steps[0])
	case len(r.NextSteps) != 1:
		t.Errorf("%d next steps", len(r.NextSteps))
	}
}
