package sense

import (
	"math/big"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
)

// Witnesses are written as an author would set the answers.
func TestWitnessesInWords(t *testing.T) {
	grid := &questionnaire.Question{ID: "rows", Kind: questionnaire.Grid, Rows: []questionnaire.Row{{ID: "a"}, {ID: "b"}, {ID: "c"}}}
	for _, c := range []struct {
		name string
		q    *questionnaire.Question
		a    questionnaire.Answer
		want string
	}{
		{"option", &questionnaire.Question{ID: "q"}, questionnaire.Answer{Value: questionnaire.Value{Option: "x"}}, "q=x"},
		{"figure", &questionnaire.Question{ID: "q"}, questionnaire.Answer{Value: questionnaire.Value{Figure: big.NewRat(5, 2)}}, "q=2.5"},
		{"ticks", &questionnaire.Question{ID: "q"}, questionnaire.Answer{Value: questionnaire.Value{Set: []string{"x", "y"}}}, "q=x+y"},
		{"does not apply", &questionnaire.Question{ID: "q"}, questionnaire.Answer{State: questionnaire.NotApplicable}, "q=not-applicable"},
		{"rows", grid, questionnaire.Answer{Value: questionnaire.Value{Rows: map[string]string{"c": questionnaire.RowNotApplicable, "a": "yes"}}}, "rows.a=yes, rows.c=not-applicable"},
		{"nothing", grid, questionnaire.Answer{}, ""},
	} {
		if got := strings.Join(said(c.q, c.a), ", "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// A long witness is cut, and what changes is not repeated in it.
func TestWitnessesAreShort(t *testing.T) {
	d := &questionnaire.Dimension{ID: "d"}
	a := &questionnaire.Assessment{Answers: map[string]questionnaire.Answer{}}
	for _, id := range strings.Fields("a b c d e f g h i j") {
		q := &questionnaire.Question{ID: id, Dimension: "d", Kind: questionnaire.Ladder, Options: []questionnaire.Option{{ID: "x"}}}
		d.Questions = append(d.Questions, q)
		a.Answers[id] = questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "x"}}
	}
	b := questionnaire.Assemble(&questionnaire.Bank{Dimensions: []*questionnaire.Dimension{d}})
	c := &checker{bank: b, index: b.Index()}
	if got, want := c.words(a, "b"), "a=x, c=x, d=x, e=x, f=x, g=x, h=x, i=x, …"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := orDash(c.words(&questionnaire.Assessment{})); got != "–" {
		t.Errorf("no answers: %q", got)
	}
}
