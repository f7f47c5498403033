package wizard

import (
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

func TestNumbers(t *testing.T) {
	d := drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full}).press("enter")
	d.press("1,,5", "enter").shows("„1,,5“ ist keine Zahl", "[ 1,,5_")
	d.press("120000", "enter").shows("120.000 ist zu groß. Bitte eine Zahl von 0 bis 99.999 eingeben.")
	for _, x := range []struct{ typed, want string }{{"33.5", "67/2"}, {"33,5", "67/2"}, {"1.000", "1000"}} {
		d.press(x.typed, "enter").shows("Angabe 3 von 3")
		if got := d.answer("employees").Value.Figure.RatString(); got != x.want {
			t.Errorf("%s was read as %s", x.typed, got)
		}
		d.press("esc").shows("Angabe 2 von 3")
	}
	d.press("777777", "esc").shows("Nicht gespeichert: 777.777 ist zu groß.", "Es bleibt bei: 1000 Stellen.")
	d.press("enter", "#").shows("► #1 ( ) unter 10").press("2").shows("► #2 (•) 10 und mehr", "[                ]")
	if got := d.answer("employees").Value.Option; got != "many" {
		t.Errorf("band %q", got)
	}
}

// A word like "about" may be typed or pasted before a number; its letters are commands again when typed once more, and undo
// stays undo.
func TestAboutANumber(t *testing.T) {
	begin := func() *driver { return drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full}).press("enter") }
	paste := func(d *driver, text string) *driver {
		d.r.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
		return d
	}
	read := func(d *driver, what string) {
		t.Helper()
		if got := d.answer("employees").Value; got.Figure == nil || got.Figure.RatString() != "420" {
			t.Errorf("%s is read as %+v:\n%s", what, got, d.see())
		}
	}
	for _, text := range []string{"etwa 420", "ca. 420", "ca 420 Stellen", "rund 420", "about 420", "~420", "Etwa 420", "approx. 420"} {
		read(begin().press(text, "enter"), "typed "+text)
		read(paste(begin(), text).press("enter"), "pasted "+text)
		read(paste(begin().press("down"), text).press("enter"), "pasted below "+text)
	}
	begin().press("e").shows("[ e_", "Ein Wort wie „etwa“").press("e").shows("Ergebnis").press("esc").shows("Angabe 2 von 3", "[ _")
	begin().press("a", "a").shows("Alle Antworten")
	begin().press("et", "esc").hides("Nicht gespeichert")
	begin().press("et", "tab").hides("Nicht gespeichert").shows("[                ]")
	if d := begin().press("7", "enter", "esc").press("u").shows("Zurückgenommen", "[                ]").press("r"); d.answer("employees").Value.Figure == nil {
		t.Error("redo is text")
	}
	if d := begin().press("7", "enter", "esc", "u", "8", "enter"); d.answer("employees").Value.Figure.RatString() != "8" {
		t.Error("after undo the field takes no number")
	}
	asking(t).press("2", "enter").shows("Frage 2").press("u").shows("Zurückgenommen: Frage 1")
}

// Bands show no numbers to an owner, so digits typed while the pointer stands on them are the number asked for.
func TestDigitsOnBandsAreTheNumber(t *testing.T) {
	d := drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full}).press("enter")
	d.press("down", "down").shows("►    ( ) 10 und mehr").press("2", "4").shows("► [ 24_").press("enter")
	if got := d.answer("employees").Value; got.Figure == nil || got.Figure.RatString() != "24" {
		t.Errorf("read as %+v", got)
	}
}

// w behind a number is the answer in its place, and the number comes back.
func TestNumberTakesW(t *testing.T) {
	d := asking(t).press("2", "enter")
	d.press("w").shows("► w  (•)")
	if got := d.answer("typing").State; got != questionnaire.Unknown {
		t.Errorf("state %v", got)
	}
	d.press("up", "up", "up", "up", "up", "7", "w").shows("► w  (•)").press("u").shows("Zurückgenommen: Frage 2, wieder 7 Stellen")
	d.press("7", "right", "right", "left", "enter")
	if got := d.answer("typing").Value.Figure.RatString(); got != "8" {
		t.Errorf("typing is %s", got)
	}
}

// w at a detail that has no such answer is no answer where one may refuse, as in line mode; where one may not, the way out is told.
func TestDetailsNobodyKnows(t *testing.T) {
	x := fixtureDesk(t)
	x.Keep(filled(x, i18n.German))
	d := drive(t, x, desk.Start{Lang: i18n.German}).press("enter", "e", "enter").shows("Was kostet das Vorhaben?")
	d.press("w").shows("► t  (•) Keine Angabe", "Das steht jetzt als „Keine Angabe“.")
	if got := d.answer("volume").State; got != questionnaire.Skipped {
		t.Errorf("state %v", got)
	}
	d.press("enter").shows("Ergebnis")
	drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full}).press("enter", "w").shows("Angabe 2 von 3", "„Weiß nicht“ passt hier nicht. o lässt die Angabe offen.")
}

// That an area can have no score any more is said at the answer that makes it so, once, and not while what is open may do.
func TestTooMuchUnknownIsTold(t *testing.T) {
	d := asking(t).press("w").hides("Für eine Stufe").press("enter").press("w").shows("Für eine Stufe braucht „Abläufe“ noch 2 Antworten")
	r, _ := d.r.work.judge(d.r.desk)
	if area := r.Dimension("ablauf"); !area.Stuck || area.Missing != 2 {
		t.Errorf("%+v", area)
	}
	d.press("enter").hides("Für eine Stufe").press("w").hides("Für eine Stufe")
	asking(t).press("w", "enter", "l", "w").shows("For a stage, ‘", "still needs 2 answers")
}

func TestTextFieldsTakeEveryLetter(t *testing.T) {
	d := drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full})
	d.press("huat lps?").shows("[ huat lps?_")
	if got := d.r.work.session.Assessment().CompanyName(); got != "huat lps?" {
		t.Errorf("saved is %q", got)
	}
	d.press("tab", "enter").shows("Menü und Tasten").press("l").shows("What is your business called?", "[ huat lps?_")
	d.press("ctrl+z").shows("Undone: Name")
	if got := d.r.work.iv.Assessment().CompanyName(); got != "" {
		t.Errorf("one stay in the field is one step, but %q is left", got)
	}
}

func TestNumberIsKeptOnEveryWayOut(t *testing.T) {
	for _, way := range []string{"enter", "down", "tab", "esc"} {
		d := drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full}).press("enter", "12", way)
		if x := d.answer("employees").Value.Figure; x == nil || x.RatString() != "12" {
			t.Errorf("after %s it is %v", way, x)
		}
	}
}

func TestPastedText(t *testing.T) {
	d := drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full})
	paste := func(s string) { d.r.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s), Paste: true}) }
	paste("Kess\x1b[31mler\u202e & Co\r\nKG")
	if got := d.r.work.iv.Assessment().CompanyName(); got != "Kess[31mler & Co KG" {
		t.Errorf("name is %q", got)
	}
	d.press("enter", "9", "enter")
	paste("1")
	paste("21")
	d.shows("Angabe 3 von 3")
	if !d.answer("machines").Empty() {
		t.Error("pasted text answered a choice")
	}
}

func TestHostileTextStaysInside(t *testing.T) {
	d := fixtureDesk(t)
	a := filled(d, i18n.German)
	bad := "\x1b]0;x\a\x1b[2J\u202eevil\u0085"
	a.Company["company_name"] = questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: bad}}
	a.Answers["order"] = questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "files"}, Note: bad}
	d.Keep(a)
	dr := drive(t, d, desk.Start{})
	for _, keys := range []string{"", "enter", "e", "a", "g 1", "enter", "n", "esc h"} {
		dr.press(strings.Fields(keys)...)
		plain := escapes.ReplaceAllString(dr.see(), "")
		if strings.ContainsAny(plain, "\x1b\a\u202e\u0085") {
			t.Errorf("after %q: %q", keys, plain)
		}
	}
}

// A long name stands there whole, in as many rows as it needs, in every window.
func TestALongNameIsNeverOutOfSight(t *testing.T) {
	d := drive(t, fixtureDesk(t), desk.Start{}).press("enter")
	d.size(minWidth, minHeight)
	for _, word := range strings.Fields("Bäckerei und Konditorei Johann Sebastian Sommer und Töchter, Filiale am Markt") {
		d.press(word, "space")
	}
	d.shows("[ Bäckerei und", "Johann Sebastian", "Töchter, Filiale", "am Markt _")
	d.press("enter", "esc").shows("[ Bäckerei und", "am Markt_")
}
