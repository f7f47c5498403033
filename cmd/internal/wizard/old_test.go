package wizard

import (
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// agedDrive begins with a finished draft of an earlier day, opened.
func agedDrive(t *testing.T, l i18n.Lang) *driver {
	t.Helper()
	d := fixtureDesk(t)
	d.Keep(filled(d, l))
	aged(t, d)
	return drive(t, d, desk.Start{Lang: l}).press("enter")
}

// Esc leads from the offer of the details for funding back to where it was made: the file's menu, not a text field.
func TestEscFromTheOfferLeadsBack(t *testing.T) {
	dr := agedDrive(t, i18n.German)
	dr.press("enter").shows("Angaben").press("esc").shows("Als Vorlage für heute").press("v")
	if a := dr.d.Last().Assessment(); a.CompanyName() != "Metallbau Kessler" || !a.Updated.Equal(desktest.Before) {
		t.Errorf("%s of %v", a.CompanyName(), a.Updated)
	}
	dr.press("enter").shows("Überblick").press("esc").shows("Als Vorlage für heute")
}

// A finished assessment of an earlier day is not changed without a question, and keeps its day until then, whatever is
// looked at, and in whatever language.
func TestAnEarlierDayIsNotChangedSilently(t *testing.T) {
	dr := agedDrive(t, i18n.German)
	dr.press("g", "1", "enter", "l", "l")
	was := dr.answer("order").Value.Option
	dr.press("1").shows("Diese Einschätzung ist vom 12.11.2025. Wollen Sie sie ändern?", "Nichts ändern").press("esc")
	if a := dr.d.Last().Assessment(); dr.answer("order").Value.Option != was || !a.Updated.Equal(desktest.Before) {
		t.Fatalf("changed: %v", a.Updated)
	}
	dr.press("b").shows("Diese Einschätzung ist vom").press("down", "enter").press("u", "1").shows("Wollen Sie sie ändern?").press("up", "enter")
	if got := dr.answer("order").Value.Option; got == was {
		t.Fatal("not changed after all")
	}
	if a := dr.d.Last().Assessment(); source.DayOf(a.Updated) != source.DayOf(clock) {
		t.Errorf("of %v", a.Updated)
	}
	dr.press("2")
	if _, asks := dr.r.top().(*old); asks {
		t.Error("asked twice")
	}
}

func TestATemplateTakesTheDayOfItsSource(t *testing.T) {
	dr := agedDrive(t, i18n.English)
	dr.press("g", "1", "enter", "1").shows("This assessment dates from 12 November 2025.").press("enter").shows("The template is there: 6 questions and 3 details of 12 November 2025")
	if day := dr.answer("order").Carried; day != source.DayOf(desktest.Before) {
		t.Errorf("of %v", day)
	}
	dr.press("enter")
	if _, asks := dr.r.top().(*old); asks {
		t.Error("a template is asked about")
	}
}
