package wizard

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Enter ticks what is not ticked and goes on from what is, so that it never takes away a tick; the space bar and digits do.
func TestEnterNeverTakesATickAway(t *testing.T) {
	at := func() *driver { return asking(t).press("2", "enter", "3", "enter") } // extras
	ticks := func(d *driver) []string { return d.answer("extras").Value.Set }
	for _, keys := range [][]string{{"1", "enter"}, {"down", "enter", "enter"}, {"down", "space", "enter"}, {"1", "tab", "enter"}} {
		d := at().press(keys...)
		if got := ticks(d); len(got) != 1 || got[0] != d.d.Bank().Question("extras").Options[0].ID {
			t.Errorf("%v ticked %v", keys, got)
		}
		if s := d.r.top().(*question); s.id == "extras" {
			t.Errorf("%v did not go on", keys)
		}
	}
	d := at().press("1").shows("Eingabe weiter", "1 angekreuzt. Eingabe: weiter").press("down").shows("Eingabe ankreuzen")
	d.press("enter", "up", "space").shows("Eingabe ankreuzen")
	if got := ticks(d); len(got) != 1 {
		t.Errorf("left is %v", got)
	}
	if d.press("2"); len(ticks(d)) != 0 {
		t.Errorf("left is %v", ticks(d))
	}
}

// A key that means nothing where a question is asked is answered in words, and changes nothing.
func TestKeysThatMeanNothing(t *testing.T) {
	d := asking(t).press("7").shows("Hier gibt es die Antworten 1 bis").press("x").shows("Hier gibt es die Antworten 1 bis", "Frage 1 von 6")
	d.press("l", "0").shows("There are the answers 1 to")
	if !d.answer("order").Empty() {
		t.Error("answered")
	}
	d.press("2").hides("There are the answers").press("g", "x").hides("There are the answers")
}

// A number that stands there is replaced by digits only.
func TestANumberIsNotReplacedByLetters(t *testing.T) {
	d := drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full}).press("enter", "12", "enter", "esc").shows("[ 12_")
	d.press("?").shows("Menü und Tasten").press("esc").shows("[ 12_")
	d.press("h").shows("Hilfe").press("esc").shows("[ 12_")
	d.press("x").shows("[ 12_", "Diese Taste hat hier keine Bedeutung")
	d.press("3", "?").shows("Menü und Tasten").press("esc").shows("[ 3_").press("enter")
	if x := d.answer("employees").Value.Figure; x == nil || x.RatString() != "3" {
		t.Errorf("read as %v", x)
	}
}

// On the way deeper e shows the result, as is promised there, though details for funding are missing.
func TestResultOnTheWayDeeper(t *testing.T) {
	d := shippedDesk(t)
	d.Keep(quickOf(d.Bank(), "metallbau-35"))
	dr := drive(t, d, desk.Start{Lang: i18n.German}).press("enter", "m").shows("Vertiefung")
	dr.press("tab", "tab", "?", "e").shows("[1 Überblick]", "Ergebnis").press("esc").shows("Vertiefung")
}

// A number may be typed as it is spoken, with "about" before it and its unit behind it; what is kept is the number.
func TestNumbersAsTheyAreSpoken(t *testing.T) {
	d := drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full}).press("enter")
	d.r.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("etwa 4,5 Stellen"), Paste: true})
	d.shows("4,5 Stellen_").press("enter", "esc").shows("[ 4,5_")
	d.press("space", "Stellen", "enter", "esc").shows("[ 4,5_")
	if x := d.answer("employees").Value.Figure; x == nil || x.RatString() != "9/2" {
		t.Errorf("read as %v", x)
	}
}
