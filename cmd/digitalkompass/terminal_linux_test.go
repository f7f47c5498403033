package main

import (
	"os"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A person begins, is interrupted in every way there is, and goes on each time where they were.
func TestWizardResumesAfterEveryEnd(t *testing.T) {
	home := t.TempDir()
	r := inTerminal(t, home)
	r.await("Kurzer Weg")
	r.send(enter)
	r.await("Angabe 1 von 8")
	r.send("Probe AG" + enter)
	r.await("Angabe 2 von 8")
	r.send("1p") // typed fast, so that both arrive together
	r.ends(0)
	if asked := regexp.MustCompile(`\x1b\](10|11);\?|\x1b\[6n|\x1b\[c`).FindString(r.all()); asked != "" {
		t.Errorf("the terminal was asked %q", asked)
	}
	if !strings.Contains(r.all(), "\x1b[?1049l") {
		t.Error("the terminal was not given back")
	}
	path, text := draft(t, home)
	if !strings.Contains(text, `"company_name": "Probe AG"`) || !strings.Contains(text, `"in_thueringen": "yes"`) {
		t.Errorf("saved: %s", text)
	}

	r = inTerminal(t, home) // killed
	r.await("Probe AG")
	r.send(enter)
	r.await("Betriebsst")
	r.send(enter)
	r.await("Angabe 3 von 8")
	r.send("Maschinenbau" + down + " ")
	r.await("Gespeichert")
	_ = r.cmd.Process.Kill()
	r.ends(-1)

	r = inTerminal(t, home, "run", path) // closed window
	r.await("Angabe 3 von 8")
	r.send(enter)
	r.await("Angabe 4 von 8")
	r.send("1")
	r.await("Gespeichert")
	_ = r.cmd.Process.Signal(syscall.SIGTERM)
	r.ends(130)

	r = inTerminal(t, home, "run", path) // Ctrl+C
	r.await("Angabe 4 von 8")
	r.send(ctrlC)
	r.await("Strg+C")
	r.send(ctrlC)
	r.await("Oder mit einem Befehl: ")
	r.ends(130)
	if _, text := draft(t, home); !strings.Contains(text, `"sector": "wz-c"`) || !strings.Contains(text, `"crafts": "yes"`) {
		t.Errorf("saved: %s", text)
	}
}

// Both faces go on with the same session at the same question.
func TestChangingTheFace(t *testing.T) {
	home := t.TempDir()
	r := inTerminal(t, home, "--path", "quick")
	r.await("Angabe 1 von 8")
	r.send("Probe AG" + enter)
	r.await("Angabe 2 von 8")
	r.send("s")
	r.await("Im Zeilenmodus weitermachen?")
	r.send(down + enter)
	r.await("Digitalkompass, Zeilenmodus.")
	r.await("Angabe 2 von 8")
	r.send("1" + enter)
	r.await("Angabe 3 von 8")
	r.send(".vollbild" + enter)
	r.await("\x1b[?1049h")
	r.await("Angabe 3 von 8")
	r.send(escape)
	r.await("Angabe 2 von 8")
	r.send("p")
	r.ends(0)
	if _, text := draft(t, home); !strings.Contains(text, `"in_thueringen": "yes"`) || !strings.Contains(text, "Probe AG") {
		t.Errorf("saved: %s", text)
	}
}

func TestLineModeEndsOnSignals(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT} {
		home := t.TempDir()
		r := inPipe(t, home, "--accessible", "--path", "quick")
		r.await("Angabe 1 von 8")
		r.send("Probe AG\n")
		r.await("Angabe 2 von 8")
		_ = r.cmd.Process.Signal(s)
		path, text := draft(t, home)
		r.await("Oder mit einem Befehl: digitalkompass run --accessible " + path)
		r.ends(130)
		if !strings.Contains(text, "Probe AG") {
			t.Errorf("%v: %s", s, text)
		}
	}
}

func TestSecondProcessIsKeptOut(t *testing.T) {
	home := t.TempDir()
	first := inPipe(t, home, "--accessible", "--path", "quick")
	first.await("Angabe 1 von 8")
	path, _ := draft(t, home)
	for _, args := range [][]string{{"run", path}, {"drafts", "delete", path}} {
		second := inPipe(t, home, args...)
		second.await("ist in einem anderen Fenster offen")
		second.ends(1)
	}
	_ = first.cmd.Process.Kill()
	first.ends(-1)
	third := inPipe(t, home, "run", path)
	third.await("Angabe 1 von 8")
}

// What could not be saved is never called saved.
func TestLostAnswersAreNotCalledSaved(t *testing.T) {
	home := filepath.Join(t.TempDir(), "stick")
	r := inPipe(t, home, "--accessible", "--path", "quick")
	r.await("Angabe 1 von 8")
	if err := os.RemoveAll(home); err != nil {
		t.Fatal(err)
	}
	r.send("Probe AG\n")
	r.await("Weiter ohne Speichern")
	r.send("2\n")
	r.await("Angabe 2 von 8")
	r.send("ende\n")
	r.ends(1)
	if strings.Contains(r.all(), "ist gespeichert") || strings.Contains(r.all(), "Angabe 1 gespeichert: Probe") {
		t.Errorf("said to be saved:\n%s", r.all())
	}
}

// A request to stop gives the terminal back.
func TestFullScreenEndsOnSignals(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT} {
		home := t.TempDir()
		r := inTerminal(t, home, "--path", "quick")
		r.await("Wie heißt")
		r.send("Probe AG")
		r.await("Probe AG_")
		_ = r.cmd.Process.Signal(s)
		r.await("\x1b[?1049l")
		r.await("Oder mit einem Befehl: ")
		r.ends(130)
		if _, text := draft(t, home); !strings.Contains(text, "Probe AG") {
			t.Errorf("%v: %s", s, text)
		}
	}
}

// A terminal that goes away ends the program, even where the system's signal for that is ignored.
func TestTheTerminalGoesAway(t *testing.T) {
	for _, ignored := range []bool{false, true} {
		home := t.TempDir()
		if ignored {
			signal.Ignore(syscall.SIGHUP)
		}
		r := inTerminal(t, home, "--path", "quick")
		signal.Reset(syscall.SIGHUP)
		r.await("Wie heißt")
		r.send("Probe AG")
		r.await("Probe AG_")
		path, _ := draft(t, home)
		_ = r.keys.(*os.File).Close()
		done := make(chan struct{})
		go func() {
			defer close(done)
			_ = r.cmd.Wait()
		}()
		select {
		case <-done:
		case <-time.After(patience):
			t.Fatalf("ignored %v: does not end", ignored)
		}
		if _, text := draft(t, home); !strings.Contains(text, "Probe AG") {
			t.Errorf("saved: %s", text)
		}
		again := inPipe(t, home, "run", path)
		again.await("Probe AG")
	}
}

// A terminal to write to is not enough: without one to read from, line mode starts.
func TestNoTerminalToReadFrom(t *testing.T) {
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	master, slave := openTerminal(t)
	cmd := command(t, t.TempDir(), nil)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = null, slave, slave
	r := &real{t: t, cmd: cmd}
	r.start(master)
	_ = slave.Close()
	r.await("Zeilenmodus")
	r.ends(0) // nothing was begun
}
