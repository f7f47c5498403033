package prompt_test

import (
	"strings"
	"testing"
	"time"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
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

// An assessment that nobody worked on for two months is asked about too, though questions are open.
func TestAnAssessmentLeftForMonthsIsAskedAbout(t *testing.T) {
	for days, asks := range map[int]bool{30: false, 61: true} {
		d := shipped(t)
		a := questionnaire.New(d.Bank(), questionnaire.Quick, i18n.German, d.Now().AddDate(0, 0, -days))
		a = a.With(d.Bank().Question("digital-goals"), questionnaire.Answer{State: questionnaire.Unknown})
		a.Updated = d.Now().AddDate(0, 0, -days)
		said, _, _ := talk(d, desk.Start{Session: d.Keep(a)}, ".gehe Frage 2", "2", ".p")
		if strings.Contains(said, "Wollen Sie sie ändern?") != asks {
			t.Errorf("after %d days:\n%s", days, tail(said))
		}
	}
}
