package scoring_test

import (
	"slices"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

func TestWhatIfNamesWhatDiffersAndNothingElse(t *testing.T) {
	b := shipped(t)
	a := b.Case("metallbau-35").Assessment
	before := scoring.Evaluate(b, a)
	if same := scoring.Differences(before, scoring.Evaluate(b, a)); len(same.Changes)+len(same.Asked)+len(same.Hidden) != 0 {
		t.Errorf("nothing has changed: %+v", same)
	}
	better, wrong := questionnaire.Set(b, a, "restore-test=1")
	if wrong != nil {
		t.Fatal(wrong)
	}
	d := scoring.Differences(before, scoring.Evaluate(b, better))
	if len(d.Changes) != 2 || d.Changes[0].Dimension != "" || d.Changes[1].Dimension != "sicherheit" {
		t.Fatalf("%+v", d.Changes)
	}
	if d.Changes[1].After.Score.Cmp(d.Changes[1].Before.Score) <= 0 {
		t.Errorf("a restore trial raises security: %v to %v", d.Changes[1].Before.Score, d.Changes[1].After.Score)
	}
	if d.Before.Stage.Level != 2 || d.After.Stage.Level != 3 {
		t.Errorf("stage %d to %d", d.Before.Stage.Level, d.After.Stage.Level)
	}
}

func TestWhatIfSaysWhatIsAskedThen(t *testing.T) {
	b := fixture(t)
	a := small(b, map[string]questionnaire.Answer{"order": option("paper")})
	files := a.With(b.Question("order"), option("files"))
	down, up := scoring.Evaluate(b, a), scoring.Evaluate(b, files)
	if d := scoring.Differences(down, up); !slices.Equal(d.Asked, []string{"typing"}) || len(d.Hidden) != 0 {
		t.Errorf("from paper to files: %v asked, %v hidden", d.Asked, d.Hidden)
	}
	if d := scoring.Differences(up, down); !slices.Equal(d.Hidden, []string{"typing"}) || len(d.Asked) != 0 {
		t.Errorf("from files to paper: %v asked, %v hidden", d.Asked, d.Hidden)
	}
	unknown := a.With(b.Question("capture"), questionnaire.Answer{State: questionnaire.Unknown})
	d := scoring.Differences(down, scoring.Evaluate(b, unknown))
	if len(d.Changes) == 0 || d.Changes[0].After.Score != nil || d.Changes[0].Of == nil {
		t.Errorf("without an answer there is no total: %+v", d.Changes)
	}
}
