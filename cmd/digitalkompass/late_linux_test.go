package main

import (
	"strings"
	"testing"
	"time"
)

// prompted waits until the program has said something new and waits for a line: what it said last ends with a colon and
// a space.
func (r *real) prompted() string {
	r.t.Helper()
	limit := time.After(patience)
	for {
		r.mu.Lock()
		said := r.seen.String()[r.read:]
		if strings.HasSuffix(said, ": ") && strings.TrimSpace(said) != "" {
			r.read += len(said)
			r.mu.Unlock()
			return said
		}
		r.mu.Unlock()
		select {
		case <-r.more:
		case <-r.exited:
			r.t.Fatalf("ended without a prompt:\n%s", r.all())
		case <-limit:
			r.t.Fatalf("no prompt:\n%s", r.all())
		}
	}
}

// Someone types one line after the other, each only when asked for it, as a braille line, a serial line or expect does. Every
// prompt is whole when it is waited at, says where it is and what is allowed; an error stands directly before it.
func TestLineModeWithLateLines(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	r := inPipe(t, home, "--accessible")
	for _, step := range []struct{ typed, says, prompt string }{
		{"", "Digitalkompass, Zeilenmodus.", "Ihre Wahl, 1 bis 6: "},
		{"x", "Fehler: „x“ gibt es hier nicht.", "Ihre Wahl, 1 bis 6: "},
		{"l", "1: Quick path", "Your choice, 1 to 6: "},
		{"l", "1: Kurzer Weg", "Ihre Wahl, 1 bis 6: "},
		{"1", "Angabe 1 von 8, freiwillig.", "Angabe 1, Text, leer heißt keine Angabe: "},
		{"Probe AG", "Angabe 1 gespeichert: Probe AG.", "Angabe 2, 1 bis 2: "},
		{"", "Fehler: ", "Angabe 2, 1 bis 2: "},
		{"3", "Fehler: „3“ gibt es hier nicht.", "Angabe 2, 1 bis 2: "},
		{"hilfe", "Tippen Sie eine Zahl von 1 bis 2. Alle Befehle: befehle.", "Angabe 2, 1 bis 2: "},
		{"1", "Angabe 2 gespeichert: 1, Ja.", "Angabe 3, 1 bis "},
		{"zurück", "Bisher: 1, Ja.", "Angabe 2, 1 bis 2, leer behält: "},
		{"", "Angabe 2 behalten: 1, Ja.", "Angabe 3, 1 bis "},
		{"u", "Zurückgenommen: Betriebsstätte", "Angabe 2, 1 bis 2: "},
		{"r", "Wiederhergestellt: Betriebsstätte", "Angabe 2, 1 bis 2, leer behält: "},
		{"wo", "Angabe 2 von 8.", "Angabe 2, 1 bis 2, leer behält: "},
		{"gehe Frage 5", "Frage 5 von ", ": "},
		{"notiz Aufmaße kommen auf Papier", "Notiz gespeichert, 25 Zeichen.", ": "},
		{"später", "Vorgemerkt", ": "},
		{"sprache", "Question 5 of ", ": "},
		{"language", "Frage 5 von ", ": "},
		{"quatsch", "Fehler: ", ": "},
		{"befehle alles", "p, pause, ende: speichern und beenden", ": "},
		{"e", "Stufe", ": "},
	} {
		if step.prompt != "Ihre Wahl, 1 bis 6: " || step.typed != "" {
			r.send(step.typed + "\n")
		}
		said := r.prompted()
		if !strings.Contains(bare(said), step.says) || !strings.Contains(bare(said), step.prompt) {
			t.Fatalf("after %q no %q or %q:\n%s", step.typed, step.says, step.prompt, said)
		}
		if at := strings.Index(said, "Fehler: "); at >= 0 && strings.Count(said[at:], "\n") != 1 {
			t.Errorf("between the error and the prompt:\n%s", said)
		}
	}
	r.send("ende\n")
	r.await("Auf Wiedersehen.")
	r.ends(0)
	if strings.ContainsAny(r.all(), "\x1b\r\a") {
		t.Errorf("control characters:\n%q", r.all())
	}
}
