package wizard

import (
	"slices"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire/i18n"
)

func TestReportIsOpenedOnRequestOnly(t *testing.T) {
	f := fixtureDesk(t)
	f.Keep(filled(f, i18n.German))
	d := drive(t, f, desk.Start{Lang: i18n.German}).press("enter", "e", "down", "enter", "5").hides("Bericht öffnen")
	d.press("enter").shows("► Bericht öffnen", "Ordner öffnen", "bericht-1.pdf")
	if len(f.Shown) != 0 {
		t.Fatal("opened by itself")
	}
	d.press("enter").shows("Geöffnet.").press("down", "enter")
	if want := []string{f.Folder() + "/bericht-1.pdf", f.Folder()}; !slices.Equal(f.Shown, want) {
		t.Errorf("opened %v, want %v", f.Shown, want)
	}
	f.Blind = true
	d.press("enter").shows("! Auf diesem Rechner ließ sich nichts starten")
}

func TestFolderCanBeChosen(t *testing.T) {
	f := fixtureDesk(t)
	f.Keep(filled(f, i18n.German))
	d := drive(t, f, desk.Start{Lang: i18n.German}).press("enter", "e", "down", "enter", "5", "down", "enter").shows("In welchen Ordner", "USB-Stick")
	d.press("enter").shows("! Bitte einen Ordner eingeben").press("/media/stick a", "enter").shows("► Bericht öffnen", "/media/stick a/bericht-1.pdf")
	d.press("down", "down", "down", "enter").shows("[ /media/stick a_").press("esc").shows("► Bericht in einen anderen Ordner")
	f.SaveErr = &desk.SaveError{Kind: "gone", Folder: "/media/weg"}
	d.press("enter", "/media/weg", "enter").shows("! /media/weg ist nicht mehr da")
	d.size(60, 20)
	d.press("down", "enter").see()
}
