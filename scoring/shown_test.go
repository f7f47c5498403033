package scoring_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// What a report shows gives the same score as all that is in the file, and holds nothing that is not asked.
func TestWhatIsShownScoresTheSame(t *testing.T) {
	dirs, err := os.ReadDir("../data/banks")
	if err != nil || len(dirs) < 4 {
		t.Fatalf("%d banks, %v", len(dirs), err)
	}
	dropped := 0
	for _, e := range dirs {
		b := load(t, filepath.Join("../data/banks", e.Name()))
		nav, engine := questionnaire.NewNavigator(b), scoring.Compile(b)
		for _, c := range b.Cases {
			a := *c.Assessment
			a.Path, a.Ref, a.Position = questionnaire.Quick, "mark", "somewhere" // answers of the full path are not asked
			a.Started = time.Date(2026, 11, 22, 14, 37, 5, 0, time.UTC)
			shown := nav.Shown(&a)
			if d := scoring.Differences(engine.Score(&a), engine.Score(shown)); len(d.Changes) > 0 || d.Before.Stage != d.After.Stage {
				t.Errorf("%s, %s: %+v", e.Name(), c.ID, d.Changes)
			}
			if shown.Ref != "" || shown.Position != "" || shown.Started.Hour() != 0 || len(nav.HiddenAnswers(shown)) > 0 {
				t.Errorf("%s, %s: still there: %+v", e.Name(), c.ID, shown)
			}
			dropped += len(a.Answers) - len(shown.Answers)
		}
	}
	if dropped == 0 {
		t.Error("no answer was left out")
	}
}
