package prompt_test

import (
	"strings"
	"testing"
	"time"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// agedDesk keeps a finished assessment of an earlier day.
func agedDesk(t *testing.T) (*desktest.Desk, time.Time) {
	t.Helper()
	d := shipped(t)
	a, _, _ := desktest.Lacking(d.Bank(), "metallbau-35")
	a.Updated = desktest.Before
	d.Keep(a)
	return d, a.Updated
}

// Line mode asks too before it changes a finished assessment of an earlier day.
func TestLineModeAsksBeforeAnEarlierDayIsChanged(t *testing.T) {
	d, day := agedDesk(t)
	said, _, _ := talk(d, desk.Start{}, "1", "1", ".gehe 1", "w", "3", "n Notiz", "z", "u", ".p")
	a := d.Last().Assessment()
	if strings.Count(said, "Diese Einschätzung ist vom 12.11.2025. Wollen Sie sie ändern?") != 2 || strings.Count(said, "Nichts geändert.") != 2 || !a.Updated.Equal(day) {
		t.Error(a.Updated, tail(said))
	}
	said, _, _ = talk(d, desk.Start{}, "1", "1", ".gehe 1", "w", "1", "n Notiz", ".p")
	if a := d.Last().Assessment(); a.Updated.Equal(day) || strings.Count(said, "Diese Einschätzung ist vom") != 1 || !strings.Contains(said, "Notiz gespeichert") {
		t.Error(tail(said))
	}
}

func TestLineModeTakesItAsATemplate(t *testing.T) {
	d, day := agedDesk(t)
	talk(d, desk.Start{}, "1", "1", ".gehe 1", "w", "2", "", ".p")
	a := d.Last().Assessment()
	if a.Since == nil || !a.Since.Updated.Equal(day) {
		t.Fatal("no template")
	}
	for _, q := range d.Bank().Dimensions[0].Questions[:2] {
		if ans := a.Get(q); ans.State == questionnaire.Answered && ans.Carried != source.DayOf(day) {
			t.Errorf("%s is from %v", q.ID, ans.Carried)
		}
	}
}
