package wizard

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

func TestTemplateBeginsWithEarlierAnswers(t *testing.T) {
	d := fixtureDesk(t)
	earlier := d.Keep(filled(d, i18n.German))
	dr := drive(t, d, desk.Start{Lang: i18n.German})
	dr.press("enter").shows("Als Vorlage für heute").press("down", "down", "enter").shows("Als Vorlage da: 6 Fragen und 3 Angaben vom 22.11.2026", "Metallbau Kessler")
	if d.Last() == earlier || !earlier.Closed {
		t.Fatal("no assessment of its own")
	}
	if a := dr.answer("order"); a.Value.Option != "files" || a.Note != "" || a.Later {
		t.Errorf("order is %+v", a)
	}
	dr.press("tab", "enter", "a").size(120, 40)
	dr.shows("Geändert 0")
	dr.press("esc", "enter", "enter", "enter").shows("Frage 1 von", "(•)").press("3").press("a").shows("Geändert 1")
	if a := earlier.Assessment().Answers["order"]; a.Value.Option != "files" || a.State != questionnaire.Answered {
		t.Error("the earlier assessment changed")
	}
}

// What was said last time stands beside the question, and "changed" means since then, also after a restart.
func TestLastTimeIsRemembered(t *testing.T) {
	d := fixtureDesk(t)
	d.Keep(filled(d, i18n.German))
	dr := drive(t, d, desk.Start{Lang: i18n.German}).press("enter", "down", "down", "enter").shows("Antwort vom 22.11.2026; Eingabe bestätigt sie. 9 Antworten noch unbestätigt.")
	dr.press("tab", "g", "Auftrag", "enter").shows("Antwort vom 22.11.2026").press("3").shows("Beim letzten Mal (22.11.2026): Dateien").press("enter", "tab", "p")
	d.Last().Closed = true
	again := drive(t, d, desk.Start{Lang: i18n.German}).press("enter", "a")
	again.size(120, 40)
	again.shows("Geändert 1", "Unbestätigt 8")
	again.size(60, 20)
	again.press("g", "Auftrag", "enter").shows("Beim letzten Mal (22.11.2026): Dateien")
}

func TestTemplateBegunByMistakeLeavesNothing(t *testing.T) {
	for _, leave := range [][]string{{"tab", "p"}, {"esc"}} {
		d := fixtureDesk(t)
		earlier := d.Keep(filled(d, i18n.German))
		dr := drive(t, d, desk.Start{Lang: i18n.German}).press("enter", "down", "down", "enter").shows("Als Vorlage da").press(leave...)
		var at desk.Start
		dr.r.handOver(&at)
		if d.Last() != earlier || at.Session != nil {
			t.Errorf("%v: the template stayed", leave)
		}
	}
}

func TestTemplateThatCannotBeSaved(t *testing.T) {
	d := fixtureDesk(t)
	d.Keep(filled(d, i18n.German))
	dr := drive(t, d, desk.Start{Lang: i18n.German}).press("enter")
	d.SaveErr = &desk.SaveError{Kind: "full", Folder: "Stick"}
	dr.press("down", "down", "enter").shows("Der Datenträger ist voll", "Als Vorlage für heute")
}

// A long answer of last time takes two rows beside the question; the help has all of it.
func TestALongAnswerOfLastTimeLeavesRoom(t *testing.T) {
	d := drive(t, fixtureDesk(t), desk.Start{})
	f := d.r.frame()
	if rows := f.inFew(strings.Repeat("Wir haben ein Programm. ", 12)); len(rows) != 2 || !strings.HasSuffix(rows[1].text(), " …") || width(rows[1].text()) > 80 {
		t.Errorf("%v", rows)
	}
	if got := inARow([]string{"Weil es sein muss.", "Wir haben", "mehr"}); got != "Weil es sein muss. Wir haben; mehr" {
		t.Errorf("%q", got)
	}
}

// In a small window a grid that is answered begins at its first row: Enter goes by every row before it confirms.
func TestACarriedGridIsSeenBeforeItIsConfirmed(t *testing.T) {
	d := fixtureDesk(t)
	d.Keep(filled(d, i18n.German))
	dr := drive(t, d, desk.Start{Lang: i18n.German})
	dr.size(60, 20)
	dr.press("enter", "down", "down", "enter", "tab", "g", "4", "enter")
	rows := len(d.Bank().Question("capture").Rows)
	for range rows {
		if s, ok := dr.r.top().(*question); !ok || s.id != "capture" || s.at >= rows {
			t.Fatalf("left:\n%s", dr.see())
		}
		dr.press("enter")
	}
	dr.shows("► ", "[ Weiter ]")
}

// The list of what changed says what it was before.
func TestChangedSaysWhatItWas(t *testing.T) {
	d := fixtureDesk(t)
	d.Keep(filled(d, i18n.German))
	dr := drive(t, d, desk.Start{Lang: i18n.German}).press("enter", "down", "down", "enter", "tab", "g", "Auftrag", "enter", "3", "a")
	dr.size(120, 40)
	dr.shows("geändert, vorher: Antwort 2", "vorher: Dateien")
	dr.size(60, 20)
	dr.shows("vorher: Dateien").press("l").shows("before: ")
}

// In the view for advisers the review has filters for what is missing beside an answer.
func TestFiltersOfAdvisers(t *testing.T) {
	d := asking(t).press("2", "a").hides("Ohne Grundlage").press("esc", "v", "a")
	for range 6 {
		d.press("right")
	}
	d.shows("Ohne Grundlage 1").press("right").shows("Ohne Nachweis 1").press("right").shows("Ohne Ziel 1").press("l").shows("No target 1")
}
