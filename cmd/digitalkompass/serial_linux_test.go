package main

import (
	"strings"
	"testing"
	"time"
)

// A line that takes nothing for a while, or very little at a time, keeps nobody from typing, and what was typed from being
// saved. Afterwards the present picture is shown, and the many between are not.
func TestASlowTerminalDelaysNothing(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	w := open(t, home, usual, "--path", "quick")
	w.shows("Angabe 1 von 8").press("Probe AG", "enter").shows("Angabe 2 von 8")
	w.taking.Lock() // the one reading under way still ends
	for range 100 {
		w.press("l") // which draws nearly everything anew
		time.Sleep(10 * time.Millisecond)
	}
	w.press("1", "enter")
	limit := time.Now().Add(patience)
	for {
		if _, text := draft(t, home); strings.Contains(text, `"in_thueringen": "yes"`) {
			break
		}
		if time.Now().After(limit) {
			w.taking.Unlock()
			t.Fatal("nothing is saved while the terminal takes nothing")
		}
		time.Sleep(10 * time.Millisecond)
	}
	w.taking.Unlock()
	w.shows("Angabe 3 von 8")
	if n := strings.Count(w.all(), "Language: English"); n > 30 {
		t.Errorf("%d pictures were kept for later", n)
	}
	w.press("tab", "p").ends(0)
}

// A serial line knows no size; then the window is as large as all old terminals are.
func TestTerminalWithoutASize(t *testing.T) {
	t.Parallel()
	for _, term := range []string{"vt100", "vt220", "linux"} {
		t.Run(term, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			w := open(t, home, manner{w: 80, h: 24, sizeless: true, env: []string{"TERM=" + term, "LANG=C"}})
			w.until("picture of 80 × 24", func(s string) bool { return wholePicture(s, 80, 24) })
			w.choose("Kurzer Weg").shows("Angabe 1 von 8").press("Probe AG", "enter").shows("Angabe 2 von 8").press("p").ends(0)
		})
	}
}
