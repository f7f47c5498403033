package scoring_test

import (
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// Whether a result is provisional hangs on the path: full never, quick always, deeper until nothing is undecided.
func TestProvisional(t *testing.T) {
	for _, c := range []struct {
		path      questionnaire.Path
		undecided bool
		high      int
		want      bool
	}{
		{questionnaire.Full, true, 3, false},
		{questionnaire.Quick, false, 2, true},
		{questionnaire.Deeper, true, 2, true},
		{questionnaire.Deeper, false, 3, true},
		{questionnaire.Deeper, false, 2, false},
	} {
		r := &scoring.Result{Assessment: &questionnaire.Assessment{Path: c.path}, Stage: scoring.StageRange{Level: 2, Low: 2, High: 2}}
		if got := r.Provisional(c.undecided, scoring.StageRange{Level: 2, Low: 2, High: c.high}); got != c.want {
			t.Errorf("%s, undecided %v, up to %d: %v", c.path, c.undecided, c.high, got)
		}
	}
}
