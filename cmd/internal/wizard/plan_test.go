package wizard

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// The details for funding are offered before the first result, however one comes to it, and once only; what is missing
// stays in sight, and what was given says what it changed.
func TestDetailsAreOfferedOnTheWayToTheResult(t *testing.T) {
	f := fixtureDesk(t)
	f.Keep(filled(f, i18n.German))
	d := drive(t, f, desk.Start{Lang: i18n.German}).press("enter", "e").shows("Für die Förderung fehlt noch 1 Angabe, etwa")
	d.press("down", "enter").shows("[1 Überblick]", "► Für die Förderung fehlt noch 1 Angabe zu", "Eingabe Angabe nachtragen")
	d.press("esc", "e").shows("[1 Überblick]").press("enter").shows("Was kostet das Vorhaben?")
	d.press("8000", "enter").shows("[1 Überblick]", "Ihre Angaben zur Förderung ändern das empfohlene Modul nicht").hides("fehlt noch 1 Angabe")
	d.press("down", "enter").shows("◄ Daten ►")
}

// With questions open, the result is a glance, and nothing is asked before it.
func TestGlanceAsksNothing(t *testing.T) { asking(t).press("2", "e").shows("[1 Überblick]") }

// Enter on an answer that stands alone goes on; Space takes it away.
func TestEnterOnAnExclusiveAnswerGoesOn(t *testing.T) {
	d := asking(t).press("2", "enter", "3", "enter")
	q := d.d.Bank().Question("extras")
	alone := 0
	for i, o := range q.Options {
		if o.Exclusive {
			alone = i + 1
		}
	}
	key := string(rune('0' + alone))
	d.press(key).shows("Eingabe weiter", "Leertaste Kreuz entfernen", "1 angekreuzt").press("space").shows("Eingabe ankreuzen").hides("Gespeichert")
	d.press("enter").shows("Eingabe weiter").press("enter").hides("[x]")
	if d.answer("extras").Value.Set[0] != q.Options[alone-1].ID {
		t.Error("Enter took the answer away")
	}
	d.press("esc", "up", "up", "1").shows("Eingabe weiter").press("enter").hides("[x]")
}

// Letters that are text in a field are not shown beside its answers; numbers of bands only for advisers.
func TestOnlyKeysThatWorkAreShown(t *testing.T) {
	d := drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full}).shows("     ( ) Keine Angabe", "Tab, dann p: Pause").press("tab", "p")
	if d.r.end == nil {
		t.Error("Tab, then p does not leave")
	}
	d = drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full}).press("down", "enter", "enter").shows("( ) 10 und mehr").hides("#2")
	d.press("#").shows("► ").press("v").shows("#2 ( ) 10 und mehr")
}

// What the details for funding changed is said above the result, and only when some were given.
func TestWhatTheDetailsChangedIsSaid(t *testing.T) {
	for example, want := range desktest.Changed {
		d := shippedDesk(t)
		a, q, given := desktest.Lacking(d.Bank(), example)
		d.Keep(a)
		dr := drive(t, d, desk.Start{Lang: i18n.German})
		dr.size(80, 40)
		dr.press("enter", "e").shows("Für die Förderung fehlt noch 1 Angabe").press("enter").shows(q.Wording.Text.In(i18n.German))
		dr.press(keysFor(q, given)...).shows("[1 Überblick]")
		if said := strings.Join(strings.Fields(dr.see()), " "); !strings.Contains(said, want) {
			t.Errorf("%s: no %q in %s", example, want, said)
		}
	}
}
