package wizard

import (
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire/i18n"
)

func TestDiskFull(t *testing.T) {
	d := asking(t)
	d.d.SaveErr = &desk.SaveError{Kind: "full", Folder: "Dokumente"}
	d.press("2").shows("Nicht gespeichert", "Der Datenträger ist voll: Dokumente.", "► Noch einmal speichern")
	d.press("enter").shows("Nicht gespeichert").press("esc").shows("! Nicht gespeichert seit Frage 1", "► 2  (•)")
	d.press("enter", "3").shows("Frage 2 von 6")
	d.press("down", "p").shows("► Noch einmal speichern", "Beenden, obwohl")
	if d.r.end != nil {
		t.Fatal("left without a word")
	}
	d.press("esc", "esc", "esc", "esc", "esc", "esc").shows("Noch einmal speichern").press("esc")
	d.r.do([]say{visit{"typing"}})
	d.d.SaveErr = nil
	d.press("0", "enter").hides("Nicht gespeichert")
	if got := d.r.work.session.Assessment(); got.Answers["order"].Value.Option != "files" || got.Answers["typing"].Value.Figure == nil {
		t.Error("answers are lost")
	}
	d.d.SaveErr = &desk.SaveError{Kind: "edited", Folder: "Dokumente", File: "x-2.kompass.json"}
	d.press("w").shows("Ihr Stand liegt als x-2.kompass.json").press("esc").hides("! Nicht")
}

func TestFileInUse(t *testing.T) {
	d := fixtureDesk(t)
	d.Keep(filled(d, i18n.German))
	drafts, _, _ := d.Drafts()
	d.InUse[drafts[0].Path] = true
	dr := drive(t, d, desk.Start{}).press("enter").shows("Schon geöffnet", "„Metallbau Kessler“", "09:12", "Nichts wurde verändert.")
	dr.press("enter").shows("Schon geöffnet")
	delete(d.InUse, drafts[0].Path)
	dr.press("enter").shows("Metallbau Kessler", "► Ergebnis")
}

func TestAnEmptyStartLeavesNoDraft(t *testing.T) {
	d := drive(t, fixtureDesk(t), desk.Start{}).press("enter", "esc").hides("Weitermachen")
	d.press("enter", "K", "esc").shows("Weitermachen", "► K")
	d.press("enter", "bs", "esc").shows("Weitermachen") // not begun by this visit: kept, however empty
}

func TestDeletingAsks(t *testing.T) {
	d := fixtureDesk(t)
	d.Keep(filled(d, i18n.German))
	dr := drive(t, d, desk.Start{}).press("del").shows("► Behalten").press("enter").shows("Metallbau Kessler")
	dr.press("del", "up", "enter").shows("Gelöscht.").hides("Metallbau")
	if drafts, _, _ := d.Drafts(); len(drafts) != 0 {
		t.Error("still there")
	}
}
