package scoring

import (
	"math/big"
	"testing"

	"digitalkompass/questionnaire"
)

// What is open can make up for what is missing as long as its weight suffices; what is not known cannot.
func TestMissingAnswers(t *testing.T) {
	line := func(s questionnaire.State, weight int64) Contribution {
		c := Contribution{State: s, Treatment: Widens, Weight: big.NewRat(weight, 1)}
		if s == questionnaire.Answered {
			c.Treatment, c.Score = Counted, new(big.Rat)
		}
		return c
	}
	const known, open, unknown, skipped = questionnaire.Answered, questionnaire.Open, questionnaire.Unknown, questionnaire.Skipped
	for _, x := range []struct {
		lines []Contribution
		n     int
		stuck bool
	}{
		{[]Contribution{line(unknown, 1), line(open, 1), line(open, 1)}, 2, false},
		{[]Contribution{line(unknown, 1), line(unknown, 1), line(open, 1)}, 2, true},
		{[]Contribution{line(unknown, 1), line(unknown, 1), line(open, 1), line(known, 1)}, 1, false},
		{[]Contribution{line(unknown, 1), line(skipped, 1)}, 1, false},
		{[]Contribution{line(unknown, 3), line(open, 1), line(open, 1)}, 1, true},
		{[]Contribution{line(unknown, 1)}, 1, true},
	} {
		if n, stuck := missing(x.lines, big.NewRat(50, 1)); n != x.n || stuck != x.stuck {
			t.Errorf("%+v: %d, %v", x.lines, n, stuck)
		}
	}
}
