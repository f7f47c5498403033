package scoring_test

import (
	"os"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

func load(t testing.TB, dir string) *questionnaire.Bank {
	t.Helper()
	var d source.Diagnostics
	b := questionnaire.Load(os.DirFS(dir), &d)
	for _, x := range d.All() {
		if x.Severity == source.Error {
			t.Errorf("%s: %s %v", x.Pos, x.Code, x.Args)
		}
	}
	if b == nil {
		t.FailNow()
	}
	return b
}

func shipped(t testing.TB) *questionnaire.Bank { return load(t, "../data/banks/digitalkompass") }
func fixture(t testing.TB) *questionnaire.Bank { return load(t, "../questionnaire/testdata/bank") }

func TestWorkedExamples(t *testing.T) {
	for _, b := range []*questionnaire.Bank{shipped(t), fixture(t)} {
		for _, c := range b.Cases {
			t.Run(c.ID, func(t *testing.T) {
				for _, d := range scoring.Compare(c, scoring.Evaluate(b, c.Assessment)) {
					t.Errorf("%s: want %s, got %s", d.What, d.Want, d.Got)
				}
			})
		}
	}
}
