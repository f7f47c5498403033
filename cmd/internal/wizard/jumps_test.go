package wizard

import (
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// After a jump and an answer, Enter leads back to where one jumped from, once only answered questions would follow; + goes on
// in order.
func TestEnterLeadsBackAfterAJump(t *testing.T) {
	third := func() *driver { // questions 1 to 3 are answered
		return asking(t).press("3", "enter", "2", "enter")
	}
	here := func(d *driver) string { return d.r.top().(*question).id }
	start := here(third())
	d := third().press("g", "1", "enter").shows("Frage 1 von", "Eingabe zurück zu Frage 3").press("2", "enter").shows("Zurück bei Frage")
	if here(d) != start {
		t.Errorf("back at %s, not %s", here(d), start)
	}
	if d = third().press("g", "1", "enter", "+"); here(d) == start {
		t.Error("+ leads back")
	}
	if d.shows("Eingabe zurück zu Frage 3").press("enter"); here(d) != start {
		t.Errorf("after + and Enter at %s", here(d))
	}
	third().press("g", "1", "enter", "l").shows("Enter back to question 3").press("enter").shows("Back at question 3")
	// to what is open: the order goes on from there as long as there is anything open
	third().press("g", "4", "enter").hides("zurück zu Frage")
	// a jump on the way leads back to where the first began
	d = third().press("g", "1", "enter", "g", "2", "enter").shows("Eingabe zurück zu Frage 3").press("enter")
	if here(d) != start {
		t.Errorf("after two jumps at %s", here(d))
	}
	// arriving by oneself ends it
	third().press("g", "1", "enter", "+", "tab", "?", "+").hides("zurück zu Frage")
}

// From the result one goes to a question and comes back to the pane one left, by an answer or by Esc.
func TestJumpFromTheResultLeadsBackThere(t *testing.T) {
	x := fixtureDesk(t)
	x.Keep(filled(x, i18n.German))
	d := drive(t, x, desk.Start{Lang: i18n.German})
	d.press("enter", "e", "down", "enter", "right").shows("Warum")
	pane := d.r.top().(*results).pane
	for _, back := range [][]string{{"3", "enter"}, {"esc"}, {"enter"}} {
		d.press("g", "1", "enter").shows("Eingabe zurück zum Ergebnis").press(back...)
		if s, ok := d.r.top().(*results); !ok || s.pane != pane {
			t.Fatalf("%v leads elsewhere:\n%s", back, d.see())
		}
	}
	d.shows("Zurück beim Ergebnis.")
}

// What counts most, asked for from the result, leads back to the pane one left; so does asking for it once more on the way.
func TestMostTellingFromTheResultLeadsBackThere(t *testing.T) {
	back := func(d *driver) {
		t.Helper()
		if s, ok := d.r.top().(*results); !ok || s.pane != paneWhy {
			t.Fatalf("not in the pane that was left:\n%s", d.see())
		}
	}
	answered := func(d *driver) {
		q := d.d.Bank().Question(d.r.top().(*question).id)
		a := questionnaire.WithState(questionnaire.Answer{}, questionnaire.Unknown)
		for i, row := range q.Rows {
			if a = questionnaire.WithRow(a, row.ID, questionnaire.RowUnknown); i == 0 {
				a.State = questionnaire.Answered
			}
		}
		d.r.note = note{} // as any key does
		d.r.do([]say{put{answer{q, a, false}}, forward{id: q.ID}})
	}
	d := asking(t).press("3", "enter", "o", "1", "enter", "o", "2", "enter").press("e", "2").shows("Warum?")
	for range 2 {
		d.press("m").shows("am meisten")
		for range 3 { // right behind it may be what is open too
			if _, on := d.r.top().(*question); on {
				d.press("m")
				answered(d)
			}
		}
		back(d)
	}
}

// Behind the last detail for funding, and back at the result after a jump from there, back leads to the choices there are,
// to no detail; where it leads to a question, the key row names it.
func TestBackFromTheResultIsNoSurprise(t *testing.T) {
	d := asking(t).press("o", "o", "o", "o", "o", "o").press("end", "enter", "enter").shows("Was kostet das Vorhaben?")
	d.press("8000", "enter").shows("Ergebnis").press("esc").shows("Alle Antworten", "[Offen")
	x := fixtureDesk(t)
	x.Keep(filled(x, i18n.German))
	d = drive(t, x, desk.Start{Lang: i18n.German}).press("enter", "e").shows("Für die Förderung fehlt noch 1 Angabe").press("enter").shows("Was kostet das Vorhaben?")
	d.press("8000", "enter").shows("[1 Überblick]", "Esc zurück   ").press("esc").shows("Antworten ändern", "Esc zum Anfang")
	d.press("enter", "g", "1", "enter", "enter").shows("Zurück beim Ergebnis.", "Esc zurück   ").press("esc").shows("Antworten ändern")
	asking(t).press("3", "enter", "e", "e").shows("Esc zurück zu Frage 2").press("esc").shows("Frage 2 von")
}

func TestReviewOpensAndComesBack(t *testing.T) {
	d := asking(t).press("2", "a").shows("►  1  ", "6 offen").press("down", "enter").shows("Frage 2 von 6")
	d.press("4", "enter").shows("Alle Antworten", "►  2  ", "5 offen")
	d.press("enter", "esc").shows("Alle Antworten").press("right").shows("[Offen 5]")
	d.press("esc").shows("Frage 1 von 6")
}

// Undo at the result stays there, and a stage that has become another one is told.
func TestTheResultSaysWhatBecameOfTheStage(t *testing.T) {
	x := fixtureDesk(t)
	x.Keep(filled(x, i18n.German))
	d := drive(t, x, desk.Start{Lang: i18n.German})
	d.press("enter", "e", "down", "enter").shows("Stufe 2 Mitte")
	d.press("g", "1", "enter", "1", "enter").shows("Jetzt Stufe 1 Start, vorher Stufe 2.", "[1 Überblick]")
	d.press("u").shows("Zurückgenommen: Frage 1", "[1 Überblick]", "Stufe 2 Mitte")
	if d.press("3").hides("[1 Überblick]"); d.r.top().(*results).pane != paneSteps {
		t.Error("a digit is no view")
	}
}
