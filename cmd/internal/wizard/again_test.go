package wizard

import (
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

func TestTemplateBeginsWithEarlierAnswers(t *testing.T) {
	d := fixtureDesk(t)
	earlier := d.Keep(filled(d, i18n.German))
	dr := drive(t, d, desk.Start{Lang: i18n.German})
	dr.press("enter").shows("Als Vorlage für heute").press("down", "down", "enter").shows("Antworten vom 22.11.2026 stehen als Vorlage da", "Metallbau Kessler")
	if d.Last() == earlier || !earlier.Closed {
		t.Fatal("no assessment of its own")
	}
	if a := dr.answer("order"); a.Value.Option != "files" || a.Note != "" || a.Later {
		t.Errorf("order is %+v", a)
	}
	dr.press("tab", "enter", "a").shows("Geändert 0")
	dr.press("esc", "enter", "enter", "enter").shows("Frage 1 von", "(•)").press("3").press("a").shows("Geändert 1")
	if a := earlier.Assessment().Answers["order"]; a.Value.Option != "files" || a.State != questionnaire.Answered {
		t.Error("the earlier assessment changed")
	}
}

func TestTemplateThatCannotBeSaved(t *testing.T) {
	d := fixtureDesk(t)
	d.Keep(filled(d, i18n.German))
	dr := drive(t, d, desk.Start{Lang: i18n.German}).press("enter")
	d.SaveErr = &desk.SaveError{Kind: "full", Folder: "Stick"}
	dr.press("down", "down", "enter").shows("Der Datenträger ist voll", "Als Vorlage für heute")
}
