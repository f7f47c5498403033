package wizard

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/questionnaire/i18n"
)

func TestResizeKeepsEverything(t *testing.T) {
	d := asking(t).press("2", "n", "Halbe No")
	before := d.see()
	for _, size := range [][2]int{{200, 60}, {60, 20}, {40, 9}, {10, 2}} {
		d.size(size[0], size[1])
		d.see()
	}
	d.press("x", "?") // too small for letters
	d.size(80, 24)
	if d.see() != before {
		t.Errorf("before:\n%s\nafter:\n%s", before, d.see())
	}
	d.press("tiz").shows("Halbe Notiz_")
}

func TestTooSmallOffersWaysOut(t *testing.T) {
	d := asking(t)
	d.size(40, 9)
	d.shows("40 × 9", "► Im Zeilenmodus weiter").press("down", "enter")
	if d.r.end == nil || d.r.end.err != nil {
		t.Error("did not pause")
	}
}

func TestLanguageEverywhere(t *testing.T) {
	for _, s := range desktest.Scenes {
		d := play(t, s, i18n.German, 80, 24)
		if _, menu := d.r.top().(*menu); menu || d.r.top().CapturesText() || d.r.stop || d.r.bar != noStop {
			continue // letters are text here, or close what is open
		}
		before := d.see()
		d.press("l").shows("l switches to Deutsch").press("l", "F") // F means nothing and takes the message away
		if after := d.see(); stripStatus(after) != stripStatus(before) {
			t.Errorf("%s: before\n%s\nafter\n%s", s.Name, before, after)
		}
	}
}

// stripStatus leaves out the status row, whose message comes and goes.
func stripStatus(s string) string {
	rows := strings.Split(s, "\n")
	return strings.Join(append(rows[:len(rows)-2:len(rows)-2], rows[len(rows)-1]), "\n")
}

func TestASCII(t *testing.T) {
	for _, s := range desktest.Scenes {
		d := fixtureDesk(t)
		if s.Fill {
			d.Keep(filled(d, i18n.German))
		}
		dr := &driver{t: t, r: newRoot(d, desk.Start{}, Options{NoColour: true, ASCII: true, PlainLetters: true}), d: d}
		dr.size(80, 24)
		dr.press(strings.Fields(s.Keys)...)
		for _, r := range escapes.ReplaceAllString(dr.see(), "") {
			if r > '~' {
				t.Errorf("%s: %q is not in ASCII", s.Name, r)
			}
		}
	}
}
