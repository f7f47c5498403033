package wizard

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire/i18n"
)

// inPanel is the first question of an answered assessment in a window with a panel.
func inPanel(t *testing.T) *driver {
	t.Helper()
	d := fixtureDesk(t)
	d.Keep(filled(d, i18n.German))
	dr := drive(t, d, desk.Start{Lang: i18n.German})
	dr.size(110, 24)
	return dr.press("enter", "g", "1", "enter")
}

// In a wide window help stands beside the question, which stays as it is; closing it gives the pointer back.
func TestHelpOpensBeside(t *testing.T) {
	d := inPanel(t)
	before := d.see()
	d.press("h").shows("► Hilfe", "Warum wir fragen", "1  ( ) Papier", "Esc schließen").hides("── Hilfe")
	d.size(109, 24)
	d.shows("── Hilfe ─", "Warum wir fragen").hides("Papier")
	d.size(110, 24)
	if d.press("esc"); d.see() != before {
		t.Errorf("not as before:\n%s", d.see())
	}
}

// A term stands first in what its word opens.
func TestTermComesFirst(t *testing.T) {
	text := escapes.ReplaceAllString(inPanel(t).press("tab", "enter").shows("► Hilfe", "Eine feste Zusage.").see(), "")
	if strings.Index(text, "Begriffe") > strings.Index(text, "Warum wir fragen") {
		t.Errorf("the term is below:\n%s", text)
	}
}

// The areas of the live panel are reached by Tab and arrows; Enter shows the reasons, Esc leads back.
func TestReasonsFromThePanel(t *testing.T) {
	d := inPanel(t).press("v", "tab", "tab", "tab", "tab").shows("► Abläufe", "Eingabe Warum?")
	d.press("down").shows("► Daten").press("enter").shows("◄ Daten ►", "[2 Warum?]")
	d.press("esc", "esc").shows("► Daten", "Wie läuft ein Auftrag?")
	d.press("down").shows("[Esc zurück]")
	d.press("up", "tab")
	if d.r.bar == noStop {
		t.Error("Tab does not go on to the key row")
	}
	d.press("up")
	d.size(80, 24)
	d.shows("►    [ Weiter ]") // no panel, so the last of the other stops
	d.size(110, 24)
	d.shows("► Daten")
}

func TestShownTo(t *testing.T) {
	for _, c := range []struct{ n, top, height, want int }{{5, 0, 5, 5}, {9, 0, 5, 4}, {9, 2, 5, 5}, {9, 5, 5, 9}, {3, 0, 9, 3}} {
		if got := shownTo(c.n, c.top, c.height); got != c.want {
			t.Errorf("%d rows from %d in %d: %d, not %d", c.n, c.top, c.height, got, c.want)
		}
		rows := make([]line, c.n)
		shown := 0
		for _, l := range (frame{P: fixtureDesk(t).Printer(i18n.German)}).window(rows, c.top, c.height) {
			if len(l) == 0 {
				shown++
			}
		}
		if shown != c.want-c.top {
			t.Errorf("%d rows from %d in %d: %d are shown", c.n, c.top, c.height, shown)
		}
	}
}

// A path breaks before its last part, if that fits then.
func TestPathsBreakAtFolders(t *testing.T) {
	got := wrap("Dokumente/Digitalkompass/metallbau-kessler-1-0-0.kompass.bak", 40)
	if len(got) != 2 || got[1] != "metallbau-kessler-1-0-0.kompass.bak" {
		t.Errorf("%q", got)
	}
	if got := wrap("bergauf-bergab/zwei", 12); strings.Join(got, "|") != "bergauf-|bergab/zwei" {
		t.Errorf("%q", got)
	}
}
