package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// finished puts a finished assessment into a folder.
func finished(t *testing.T, home string) (file string) {
	t.Helper()
	full, _ := examplePaths(t)
	file = filepath.Join(home, "probe.kompass.json")
	if err := os.WriteFile(file, full, 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// Going back and answering otherwise hides what follows from the answer; the hidden answers stay, and come back.
func TestBackAndChangeInAWindow(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	w := open(t, home, usual, "run", finished(t, home))
	w.shows("Antworten ändern")
	at("Reparieren oder")(w)
	w.shows("Angabe").press("2").shows("verdeckt")
	if _, text := draft(t, home); !strings.Contains(text, `"order-control"`) {
		t.Error("a hidden answer was thrown away")
	}
	w.press("a").shows("Verdeckt 7").press("right", "right", "right", "right", "right", "right").shows("[Verdeckt 7]", "Steuerung der Aufträge")
	w.press("esc").until("question", func(s string) bool { return strings.Contains(s, "Angabe") })
	w.press("1", "enter").press("a").shows("Verdeckt 0")
	w.press("p").ends(0)
}

// Words lead to questions; what is found in an answer is named.
func TestSearchInAWindow(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	w := open(t, home, manner{w: 60, h: 20}, "run", finished(t, home))
	w.shows("Antworten ändern").press("g").shows("Gehe zu").press("xyzxyz").shows("Kein Treffer")
	w.press("bs", "bs", "bs", "bs", "bs", "bs").hides("Kein Treffer")
	w.press("Videogespräch").shows("1 Treffer").press("enter").shows("Minuten lang")
	w.press("g").shows("Gehe zu").press("10").shows("10_").press("enter").shows("Frage 10 von 47")
	w.press("p").ends(0)
}

// Answers are taken back and brought back, also by the next run of the program.
func TestUndoOverARestartInAWindow(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	w := open(t, home, usual, "--path", "quick")
	w.shows("Angabe 1 von 8").press("Probe AG", "enter").shows("Angabe 2 von 8").press("1", "enter").shows("Angabe 3 von 8").press("esc")
	w.shows("Angabe 2 von 8").press("2").shows("( ) Ja", "(•) Nein")
	path, _ := draft(t, home)
	before := w.settled()
	w.press("u").shows("(•) Ja").press("r").shows("(•) Nein").press("p").ends(0)

	w = open(t, home, usual, "run", path)
	w.shows("(•) Nein").press("u").shows("(•) Ja", "Zurückgenommen").press("u").hides("(•)").press("r", "r").shows("(•) Nein")
	if s := w.settled(); withoutStatus(s) != withoutStatus(before) {
		t.Errorf("after the restart:\n%s\nbefore:\n%s", s, before)
	}
	w.press("p").ends(0)
	w = open(t, home, usual, "run", path)
	w.shows("(•) Nein").press("ctrl+z").shows("(•) Ja").press("ctrl+y").shows("(•) Nein").press("p").ends(0)
}

// A second window on the same file says so and offers ways out; when the first is closed, it goes on with all answers.
func TestTwoWindowsOnOneFile(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	first := open(t, home, usual, "--path", "quick")
	first.shows("Angabe 1 von 8").press("Probe AG", "enter").shows("Angabe 2 von 8")
	second := open(t, home, usual)
	second.shows("Probe AG").press("enter").shows("anderen Fenster")
	for _, size := range []struct{ w, h int }{{60, 20}, {200, 60}, {80, 24}} {
		second.resize(size.w, size.h)
	}
	first.press("1").shows("(•)").press("p").ends(0)
	second.shows("anderen Fenster").press("enter").shows("(•) Ja")
	second.press("p").ends(0)
}

// After a call, and after a night: the question is the one that was left, and what was typed is there.
func TestInterruptAndResumeInAWindow(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	w := open(t, home, usual, "run", finished(t, home))
	w.shows("Antworten ändern")
	at("Zuruf", "n", "mitten im Wort")(w)
	w.shows("mitten im Wort_")
	_ = w.cmd.Process.Kill()
	w.ends(-1)
	w = open(t, home, usual, "run", filepath.Join(home, "probe.kompass.json"))
	w.shows("Antworten ändern")
	at("Zuruf")(w)
	w.shows("Notiz").press("n").shows("mitten im Wort_").press("ctrl+c").shows("Noch einmal Strg+C").press("ctrl+c").ends(130)
}

// The terminal's abilities decide on colours and signs, and nothing else.
func TestTerminalsOfEveryKind(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		env             []string
		coloured, ascii bool
		wants           string // a sequence for the bars
	}{
		"256 colours":     {nil, true, false, "\x1b[38;5;63m"},
		"16 colours":      {[]string{"TERM=xterm"}, false, false, ""}, // no colour of these is legible on every background
		"no colour":       {[]string{"NO_COLOR=1"}, false, false, ""},
		"light":           {[]string{"COLORFGBG=0;15"}, true, false, "\x1b[38;5;63m"},
		"C":               {[]string{"LANG=C"}, true, true, ""},
		"Latin-1":         {[]string{"LANG=de_DE.ISO-8859-1"}, true, true, ""},
		"screen":          {[]string{"TERM=screen"}, false, false, ""}, // says nothing of colours
		"tmux":            {[]string{"TERM=tmux-256color", "TMUX=/tmp/x,1,0"}, true, false, ""},
		"serial console":  {[]string{"TERM=vt100", "LANG=C"}, false, true, ""},
		"linux console":   {[]string{"TERM=linux"}, false, false, ""},
		"nothing is said": {[]string{"TERM=", "LANG="}, false, false, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			w := open(t, home, manner{w: 80, h: 24, env: c.env}, "run", finished(t, home))
			w.shows("Probe AG").press("e").shows("Jetzt angeben").press("down", "enter")
			w.until("overview", func(s string) bool { return strings.Contains(s, "berblick") && strings.Contains(s, "Stufe 2 Aufbau") })
			s := w.settled()
			ascii := strings.IndexFunc(s, func(r rune) bool { return r > 126 }) < 0
			if ascii != c.ascii {
				t.Errorf("ASCII %v:\n%s", ascii, s)
			}
			if w.screen.coloured != c.coloured {
				t.Errorf("%s: colours %v", name, w.screen.coloured)
			}
			if !strings.Contains(w.all(), c.wants) {
				t.Errorf("no %q", c.wants)
			}
			sixteen := name == "16 colours" || name == "linux console"
			if c.coloured || sixteen { // by hand: auto, dark, light, none
				w.press("d").shows("dunkel")
				if sixteen && !strings.Contains(w.all(), "\x1b[36m") {
					t.Error("a dark background that is said to be one gets no colour")
				}
				w.press("d").shows("hell").press("d").shows("ohne Farbe")
			}
			w.press("p").ends(0)
			if strings.LastIndex(w.all(), "\x1b[?1049l") > strings.LastIndex(w.all(), "Alles ist gespeichert") {
				t.Error("the terminal was not given back before the last words")
			}
		})
	}
}

// A dumb terminal gets line mode, without a single sequence.
func TestDumbTerminal(t *testing.T) {
	t.Parallel()
	w := open(t, t.TempDir(), manner{w: 80, h: 24, env: []string{"TERM=dumb"}}, "--path", "quick")
	w.shows("Zeilenmodus", "Angabe 1 von 8").press("Probe AG", "enter").shows("Angabe 2 von 8").press("ende", "enter").ends(0)
	if strings.ContainsAny(w.all(), "\x1b\a") {
		t.Errorf("sequences:\n%q", w.all())
	}
}
