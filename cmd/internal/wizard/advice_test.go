package wizard

import (
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

func TestTurned(t *testing.T) {
	choices := []string{"a", "b", "c"}
	digit := func(s string) key { return key{op: opText, text: s} }
	for _, c := range []struct {
		k         key
		now, want string
		own       bool
	}{
		{digit("2"), "", "b", true}, {digit("2"), "b", "", true}, {digit("0"), "b", "", true}, {digit("4"), "b", "b", true},
		{key{op: opRight}, "", "a", true}, {key{op: opRight}, "c", "", true}, {key{op: opLeft}, "a", "", true}, {key{op: opLeft}, "", "c", true},
		{key{op: opEnter}, "c", "", true}, {key{op: opSpace}, "a", "b", true}, {key{op: opUp}, "a", "a", false},
	} {
		if got, own := turned(c.k, choices, c.now); got != c.want || own != c.own {
			t.Errorf("%v from %q: %q %v", c.k, c.now, got, own)
		}
	}
}

func TestAdviceIsAddedToAnAnswer(t *testing.T) {
	d := asking(t).hides("Grundlage").press("v").shows("Eine Zahl nimmt", "Grundlage", "Ziel", "[ ] Später besprechen")
	d.press("2").shows("Frage 2 von").press("esc").shows("► 2  (•)", "Frage 1 von", "Ansicht: Beratung")
	d.press("end").shows("►    [ Weiter ]").press("up", "up", "up", "up", "up").shows("► Grundlage").press("right", "right").shows("(•)\u00a0berichtet", "Grundlage")
	d.press("down").shows("► Nachweis").press("enter").shows("Nachweis: wo steht oder liegt er?").press("Ordner 3", "enter").shows("► Nachweis", "Ordner 3")
	d.press("down", "3").shows("► Ziel", "(•)\u00a03").press("down", "enter").shows("► [x] Später besprechen").press("down", "enter", "Zettel", "esc").shows("► Notiz", "Zettel")
	a := d.answer("order")
	if a.Value.Option != "files" || a.Confidence != "told" || a.Target != "program" || !a.Later || a.Note != "Zettel" || a.Evidence != "Ordner 3" {
		t.Errorf("%+v", a)
	}
	d.press("v").shows("Ansicht Betrieb").hides("► Ziel")
	if b := d.answer("order"); !b.Equal(a) {
		t.Errorf("the other view changed it: %+v", b)
	}
	d.press("u", "u", "u")
	if b := d.answer("order"); b.Later || b.Target != "" || b.Evidence == "" || b.Confidence != "told" {
		t.Errorf("not one step each: %+v", b)
	}
}

// Tab goes round in a circle and back to the answer given, from both sides; + and [ Weiter ] lead on.
func TestTabGoesRoundTheAdvice(t *testing.T) {
	d := asking(t).press("v", "2", "esc").shows("► 2  (•)")
	for _, want := range []string{"► Begriff", "► Grundlage", "►    [ Weiter ]", "[Esc zurück]", "► 2  (•)"} {
		d.press("tab").shows(want)
	}
	for _, want := range []string{"[? Menü]", "►    [ Weiter ]", "► Grundlage", "► Begriff"} {
		d.press("backtab").shows(want)
	}
	d.press("backtab").shows("► 2  (•)").press("enter").shows("Frage 2 von")
	d.press("esc", "tab", "tab", "tab", "enter").shows("Frage 2 von").press("esc", "tab", "tab", "+").shows("Frage 2 von")
	if a := d.answer("order"); a.Value.Option != "files" {
		t.Errorf("overwritten: %+v", a)
	}
	e := asking(t).press("v", "tab", "tab", "backtab", "backtab").hides("►").press("enter").shows("Bitte eine Antwort wählen")
	e.press("+").shows("Bitte eine Antwort wählen")
}

func TestViewOfAdvisersIsRemembered(t *testing.T) {
	d := fixtureDesk(t)
	drive(t, d, desk.Start{Lang: i18n.German}).hides("Ansicht: Beratung").press("v").shows("Ansicht: Beratung")
	drive(t, d, desk.Start{Lang: i18n.German}).shows("Digitalkompass · Ansicht: Beratung").press("v").hides("Ansicht: Beratung")
	drive(t, d, desk.Start{Lang: i18n.German}).hides("Ansicht: Beratung")
}

// A digit goes on at company details too, and the note that comes after it finds the question it belongs to.
func TestNoteOfTheQuestionBefore(t *testing.T) {
	d := asking(t).press("N").shows("Notiz zu Frage 1: Auftrag").press("esc", "v", "N").shows("Notiz").press("esc", "2").shows("Frage 2 von")
	d.press("esc", "2", "down", "N").shows("Notiz zu Frage 1: Auftrag").press("Telefon", "esc").shows("Frage 2 von")
	if a := d.answer("order"); a.Note != "Telefon" {
		t.Errorf("%+v", a)
	}
}

// Undo names what changed.
func TestUndoNamesThePart(t *testing.T) {
	d := asking(t).press("2", "n", "Telefon", "esc", "b", "u").shows("Zurückgenommen bei Frage 1: Später besprechen.")
	d.press("u").shows("Zurückgenommen bei Frage 1: Notiz.").press("r").shows("Wiederhergestellt bei Frage 1: Notiz.").press("u", "u").shows("Zurückgenommen: Frage 1, wieder offen")
}

func TestTargetIsBetterThanToday(t *testing.T) {
	d := asking(t).press("v", "2", "esc", "tab", "tab", "down", "down").shows("► Ziel        ( )\u00a03\u00a0 (•)\u00a0keines")
	d.press("1").shows("Antwort 1 ist nicht besser")
	d.press("3").shows("(•)\u00a03")
}

func TestAdviceGoesOnAfterOneKey(t *testing.T) {
	d := asking(t).press("v", "w").shows("Frage 2 von")
	if d.answer("order").State != questionnaire.Unknown {
		t.Error("not answered")
	}
}

func TestTargetOnlyWhereThereIsOneAnswer(t *testing.T) {
	f := fixtureDesk(t)
	f.Keep(filled(f, i18n.German))
	d := drive(t, f, desk.Start{Lang: i18n.German}).press("enter", "g", "3", "enter", "v", "end").shows("Notiz").hides("Ziel        (")
	d.press("esc", "v").hides("Grundlage   (")
}

func TestLiveResultBeside(t *testing.T) {
	d := asking(t)
	d.size(110, 24)
	d.shows("Beantwortet je Bereich").press("v").shows("Ergebnis bisher", "Möglich: Stufe 1 bis 2.", "Ziel gesetzt: 0").hides("Zuletzt")
	d.press("1").shows("Zuletzt: Auftrag", "Stufe: vorher 1 bis 2, jetzt 1", "Abläufe: vorher – ", "Ohne Grundlage: 1")
	d.press("u").hides("Zuletzt")
	d.press("2").shows("Zuletzt: Auftrag")
	f := d.r.frame()
	now, _ := f.Look.Run.Judge()
	if got := f.liveShift(now, now); len(got) != 1 || got[0].text() != " Am Ergebnis ändert das nichts." {
		t.Errorf("%v", got)
	}
	d.size(109, 24)
	d.hides("Ergebnis bisher")
	d.size(110, 20)
	d.press("esc").see()
}
