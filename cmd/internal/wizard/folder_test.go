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

// A folder that is not there keeps its place in the field and can be made, if the one it lies in is there.
func TestFolderThatIsNotThere(t *testing.T) {
	for l, words := range map[i18n.Lang][2]string{i18n.German: {"Diesen Ordner gibt es nicht", "► Diesen Ordner anlegen"}, i18n.English: {"there is no such folder", "► Make this folder"}} {
		f := fixtureDesk(t)
		f.Keep(filled(f, l))
		d := drive(t, f, desk.Start{Lang: l}).press("enter", "e", "down", "enter", "5", "down", "enter")
		f.SaveErr = &desk.SaveError{Kind: "absent", Folder: "/media/neu"}
		d.press("/media/neu", "enter").shows(words[0], "[ /media/neu_").press("down").shows(words[1]).press("up", "X").shows("[ /media/neuX_").hides(words[0])
		d.press("bs", "enter", "down").size2(60, 20)
		d.shows(words[1])
		f.SaveErr = nil
		d.press("enter").shows("/media/neu/bericht-1.pdf")
		if !f.Ordered.Create || f.Ordered.Folder != "/media/neu" {
			t.Errorf("ordered %+v", f.Ordered)
		}
		f.SaveErr = &desk.SaveError{Kind: "nowhere", Folder: "/x/y"}
		d.press("down", "down", "down", "enter", "/x/y", "enter").shows(words[0][2:], "[ /x/y_").hides(words[1][4:])
	}
}
