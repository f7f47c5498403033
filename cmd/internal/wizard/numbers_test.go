package wizard

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// numbered is at the second detail, a number that stands at 9, in a language.
func numbered(t *testing.T, l i18n.Lang) *driver {
	return drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full, Lang: l}).press("Kessler", "enter", "9", "enter", "esc")
}

// In a number field letters and signs are the commands that they are at a choice; the number is kept, whether typed or not.
func TestCommandsInANumber(t *testing.T) {
	type words struct{ lang, key, shows string }
	for _, c := range []words{
		{"de", "n", "Notiz zu"}, {"de", "N", "Notiz zu"}, {"de", "g", "Gehe zu"}, {"de", "h", "Hilfe"}, {"de", "?", "Menü und Tasten"}, {"de", "e", "Ergebnis"},
		{"de", "a", "Alle Antworten"}, {"de", "v", "Eine Zahl nimmt"}, {"de", "b", "vorgemerkt"}, {"de", "o", "Angabe 3 von 3"}, {"de", "z", "Angabe 1 von 3"},
		{"de", "l", "How many"}, {"en", "n", "Note on"}, {"en", "g", "Go to"}, {"en", "?", "Menu and keys"}, {"en", "o", "Detail 3 of 3"},
	} {
		for _, typed := range []string{"", "12"} {
			d := numbered(t, i18n.Lang(c.lang)).press(typed, c.key).shows(c.shows)
			if x, want := d.answer("employees").Value.Figure, map[string]string{"": "9", "12": "12"}[typed]; x == nil || x.RatString() != want {
				t.Errorf("%q %s: %v", typed, c.key, x)
			}
		}
	}
	numbered(t, i18n.German).press("31+").shows("Angabe 3 von 3").press("esc").shows("[ 31_").press("+").shows("Angabe 3 von 3")
	d := numbered(t, i18n.German)
	if d.press("p"); d.r.end == nil {
		t.Error("p did not leave")
	}
}

// Several keys read at once are understood one by one in a number; pasted ones are its text.
func TestNumberTypedAtOnce(t *testing.T) {
	d := numbered(t, i18n.German)
	d.r.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("31+")})
	d.shows("Angabe 3 von 3").press("esc").shows("[ 31_")
	d.r.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("n"), Paste: true})
	d.shows("[ n_")
}

// The unit may be typed behind a number; letters that cannot begin it are commands still.
func TestUnitBehindANumber(t *testing.T) {
	numbered(t, i18n.German).press("12Stell").shows("[ 12Stell_").press("z").shows("Angabe 1 von 3")
	numbered(t, i18n.German).press("12 nur").shows("[ 12 nur_").press("enter").shows("ist keine Zahl")
	d := numbered(t, i18n.German).press("12 Stellen").press("+").shows("Angabe 3 von 3")
	if x := d.answer("employees").Value.Figure; x.RatString() != "12" {
		t.Errorf("read as %v", x)
	}
}

// No way leads out of a wrong number without a word about it.
func TestWrongNumberIsNeverDroppedSilently(t *testing.T) {
	for l, words := range map[i18n.Lang][2]string{i18n.German: {"Nicht gespeichert: ", "Es bleibt bei: 9 Stellen."}, i18n.English: {"Not saved: ", "It stays at: 9 posts."}} {
		for _, way := range []string{"tab", "backtab", "down", "esc", "g", "n", "a", "e", "?", "h", "o", "b", "v"} {
			d := numbered(t, l).press("2,,2", way).shows(words[0], words[1])
			if x := d.answer("employees").Value.Figure; x == nil || x.RatString() != "9" {
				t.Errorf("%s: %v", way, x)
			}
			if d.r.end != nil {
				t.Errorf("%s left", way)
			}
		}
		numbered(t, l).press("2,,2", "+").shows("[ 2,,2_").press("enter").shows("[ 2,,2_")
	}
	numbered(t, i18n.German).press("bs", "esc", "esc")
	numbered(t, i18n.German).press("bs", "tab").shows("Nichts geändert. Es bleibt bei: 9 Stellen.")
	if d := numbered(t, i18n.German).press("2,,2", "p").shows("Nicht gespeichert").press("p"); d.r.end == nil {
		t.Error("p twice did not leave")
	}
}

// Tab goes on from a typed number as from any other place.
func TestTabGoesOnFromANumber(t *testing.T) {
	d := asking(t).press("2", "enter", "v", "2")
	for _, want := range []string{"(•) 1 bis 3", "► Grundlage", "►    [ Weiter ]", "[Esc zurück]", "[ 2_"} {
		d.press("tab").shows(want)
	}
}

// With the key row in focus nothing else looks focused.
func TestOneFocusOnly(t *testing.T) {
	d := asking(t).press("v", "2", "esc", "end").shows("►    [ Weiter ]").press("right").shows("[Esc zurück]").hides("►")
	d.press("esc")
	asking(t).press("2", "right").hides("►")
	numbered(t, i18n.German).press("backtab").hides("[ 9_")
}

// Questions with a button below their answers have no second one below the advice, and its help says what digits do.
func TestAdviceHasOneButton(t *testing.T) {
	d := asking(t).press("v", "2", "3", "enter", "1").size2(120, 50)
	if n := count(d.see(), "[ Weiter ]"); n != 1 {
		t.Errorf("%d buttons:\n%s", n, d.see())
	}
	asking(t).press("2", "v", "end", "up", "up", "up").shows("► Ziel", "Eine Zahl setzt das Ziel")
}

// Esc and a key close behind it arrive as one; both count.
func TestEscAndAKeyAtOnce(t *testing.T) {
	d := asking(t).press("2", "n", "Zettel")
	d.r.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("+"), Alt: true})
	d.shows("Frage 2 von")
	if got := d.answer("order").Note; got != "Zettel" {
		t.Errorf("note %q", got)
	}
}

// Text fields know the keys of every shell; each is one step that can be taken back.
func TestKeysOfTextFields(t *testing.T) {
	d := drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full}).press("Kessler und Sohn")
	d.press("ctrl+w").shows("[ Kessler und _").press("ctrl+w").shows("[ Kessler _").press("Bau", "ctrl+a", "Alt").shows("[ Alt_Kessler Bau")
	d.press("ctrl+u").shows("[ _Kessler Bau").press("ctrl+e").shows("[ Kessler Bau_").press("home", "X").shows("[ X_Kessler").press("end", "ctrl+u").shows("[ _ ")
	if got := d.r.work.iv.Assessment().CompanyName(); got != "" {
		t.Errorf("saved is %q", got)
	}
	n := asking(t).press("2", "n", "eins", "enter", "zwei drei", "ctrl+w", "ctrl+u", "X", "esc")
	if got := n.answer("order").Note; got != "eins\nX" {
		t.Errorf("note %q", got)
	}
}

// Names of drafts take the room that the columns beside them leave.
func TestNamesOfDraftsTakeTheRoom(t *testing.T) {
	long := "Bäckerei und Konditorei Sommer GmbH & Co. KG"
	f := fixtureDesk(t)
	a := filled(f, i18n.German)
	a.Company["company_name"] = questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: long}}
	f.Keep(a)
	drive(t, f, desk.Start{}).size2(120, 40).shows(long, "22.11.2026").size2(80, 24).shows("Bäckerei und Konditorei").size2(60, 20).shows("Bäckerei und Konditorei Som")
}
