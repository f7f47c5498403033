package scoring

import (
	"fmt"
	"os"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// workshop is a bank with one question that has measures.
func workshop(q *questionnaire.Question) *questionnaire.Bank {
	q.ID, q.Dimension, q.Scoring.Weight = "q", "d", rat(1, 1)
	for _, m := range q.Measures {
		m.Question, m.Days, m.Cost = "q", rat(1, 1), questionnaire.CostLow
	}
	return questionnaire.Assemble(&questionnaire.Bank{Dimensions: []*questionnaire.Dimension{{ID: "d", Questions: []*questionnaire.Question{q}}}})
}

// A measure fits when some answer lies in its span, lacks what it is for, and gets better by it.
func TestFittingMeasures(t *testing.T) {
	steps := func(points ...int) []questionnaire.Option {
		var out []questionnaire.Option
		for i, p := range points {
			out = append(out, questionnaire.Option{ID: fmt.Sprint("o", i), Points: rat(p, 1)})
		}
		return out
	}
	span := func(from, to int, items ...string) *questionnaire.Measure {
		return &questionnaire.Measure{ID: "m", From: rat(from, 1), To: rat(to, 1), Items: items}
	}
	rows := []questionnaire.Row{{ID: "a"}, {ID: "b"}}
	first := &questionnaire.Measure{ID: "first", From: rat(0, 1), To: rat(2, 1)}
	after := &questionnaire.Measure{ID: "m", From: rat(2, 1), To: rat(4, 1), Needs: []string{"first"}}
	for _, c := range []struct {
		name string
		q    questionnaire.Question
		want bool
	}{
		{"an answer in its span", questionnaire.Question{Kind: questionnaire.Ladder, Options: steps(0, 2, 4), Measures: []*questionnaire.Measure{span(1, 3)}}, true},
		{"no answer in its span", questionnaire.Question{Kind: questionnaire.Ladder, Options: steps(0, 4), Measures: []*questionnaire.Measure{span(1, 3)}}, false},
		{"nothing to gain", questionnaire.Question{Kind: questionnaire.Ladder, Options: steps(2, 2), Measures: []*questionnaire.Measure{span(1, 3)}}, false},
		{"after another one", questionnaire.Question{Kind: questionnaire.Ladder, Options: steps(0, 2, 4), Measures: []*questionnaire.Measure{after, first}}, true},
		{"a row that may be behind", questionnaire.Question{Kind: questionnaire.Grid, Rows: rows, Options: steps(0, 4), Measures: []*questionnaire.Measure{span(2, 4, "b")}}, true},
		{"a tick that may be missing", questionnaire.Question{Kind: questionnaire.Multi, Options: steps(1, 1, 1, 1), Scoring: questionnaire.QuestionScoring{Cap: 4},
			Measures: []*questionnaire.Measure{span(3, 4, "o3")}}, true},
		{"no tick that may be missing", questionnaire.Question{Kind: questionnaire.Multi, Options: steps(4), Scoring: questionnaire.QuestionScoring{Cap: 4},
			Measures: []*questionnaire.Measure{span(3, 4, "o0")}}, false},
	} {
		q := c.q
		b := workshop(&q)
		if got := Compile(b).Fitting(q.Measures[0]); (len(got) > 0) != c.want {
			t.Errorf("%s: fits companies of the classes %v", c.name, got)
		}
	}
}

// Points by size class decide to which companies a measure can be proposed.
func TestFittingByClass(t *testing.T) {
	var d source.Diagnostics
	b := questionnaire.Load(os.DirFS("../questionnaire/testdata/bank"), &d)
	if b == nil {
		t.Fatal(d.All())
	}
	e := Compile(b)
	for id, want := range map[string]string{"get-files": "[-1 0]", "get-program": "[-1 0]"} {
		if got := fmt.Sprint(e.Fitting(b.Measure(id))); got != want {
			t.Errorf("%s: classes %s, want %s", id, got, want)
		}
	}
}
