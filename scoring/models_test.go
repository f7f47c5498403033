package scoring_test

import (
	"os"
	"path/filepath"
	"testing"

	"digitalkompass/scoring"
)

// Published models, each as a small bank of its own with cases whose results were worked out by hand or by an
// independent computation from the published rule.
func TestPublishedModels(t *testing.T) {
	dirs, err := filepath.Glob("testdata/models/*")
	if err != nil || len(dirs) < 10 {
		t.Fatalf("%d models, %v", len(dirs), err)
	}
	for _, dir := range dirs {
		b := load(t, dir)
		if len(b.Cases) == 0 {
			t.Errorf("%s has no cases", dir)
		}
		for _, c := range b.Cases {
			t.Run(filepath.Base(dir)+"/"+c.ID, func(t *testing.T) {
				for _, d := range scoring.Compare(c, scoring.Evaluate(b, c.Assessment)) {
					t.Errorf("%s: want %s, got %s", d.What, d.Want, d.Got)
				}
			})
		}
	}
}

// Every shipped bank gives what its own cases say.
func TestShippedBanksGiveWhatTheirCasesSay(t *testing.T) {
	dirs, err := os.ReadDir("../data/banks")
	if err != nil || len(dirs) < 4 {
		t.Fatalf("%d banks, %v", len(dirs), err)
	}
	for _, e := range dirs {
		b := load(t, filepath.Join("../data/banks", e.Name()))
		for _, c := range b.Cases {
			for _, d := range scoring.Compare(c, scoring.Evaluate(b, c.Assessment)) {
				t.Errorf("%s, %s: %s: want %s, got %s", e.Name(), c.ID, d.What, d.Want, d.Got)
			}
		}
	}
}
