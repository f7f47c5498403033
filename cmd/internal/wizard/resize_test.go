package wizard

import (
	"fmt"
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/questionnaire/i18n"
)

// TestEverySize draws every screen at widths from 60 to 200 and heights from 20 to 60: every row is as wide as the window
// and holds all of its text, the page has as many rows as the window, what is pointed at is to be seen, and back at the
// first size everything is as it was.
func TestEverySize(t *testing.T) {
	for _, s := range desktest.Scenes {
		for _, l := range i18n.Languages() {
			t.Run(s.Name+"-"+string(l), func(t *testing.T) {
				dr := play(t, s, l, 80, 24)
				first := dr.see()
				pointed := strings.Contains(first, "►")
				for i := range 36 {
					// 47 and 17 have no divisor in common with the number of widths and heights
					w, h := 60+i*47%141, 20+i*17%41
					dr.size(w, h)
					if seen := dr.see(); pointed && !strings.Contains(seen, "►") {
						t.Fatalf("%d × %d: what is pointed at is not to be seen:\n%s", w, h, seen)
					}
				}
				dr.size(80, 24)
				if again := dr.see(); again != first {
					t.Errorf("after resizing:\n%s\nbefore:\n%s", again, first)
				}
			})
		}
	}
}

// TestPointerStaysInSight moves through every screen at the smallest size and at two that have a panel or much room: after
// every key what is pointed at is to be seen.
func TestPointerStaysInSight(t *testing.T) {
	for _, s := range desktest.Scenes {
		for _, size := range [][2]int{{60, 20}, {110, 20}, {120, 40}} {
			t.Run(fmt.Sprint(s.Name, size), func(t *testing.T) {
				dr := play(t, s, i18n.German, size[0], size[1])
				if !strings.Contains(dr.see(), "►") {
					return
				}
				for _, k := range strings.Fields("down down down down down down down down down down down down up up home end up up") {
					dr.press(k)
					seen := dr.see()
					if dr.r.bar == noStop && !strings.Contains(seen, "►") {
						t.Fatalf("after %s what is pointed at is not to be seen:\n%s", k, seen)
					}
				}
			})
		}
	}
}
