package main

import (
	"bytes"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"testing"

	"digitalkompass/cmd/internal/cli"
)

// A mistake in the program, in either face: the terminal is given back, the draft is kept, a note names the way through
// the program and nobody's name, and no stack is on the screen.
func TestAMistakeInTheProgram(t *testing.T) {
	for name, face := range map[string]struct {
		begin func(testing.TB, string, ...string) *real
		enter string
	}{"full screen": {inTerminal, enter}, "line mode": {inPipe, "\n"}} {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			p := face.begin(t, home, failing, "run", "--path", "quick")
			p.await("Wie heißt Ihr Unternehmen?")
			p.send("Geheim AG" + face.enter)
			p.await("Thüringen")
			if err := os.WriteFile(filepath.Join(home, "fehler"), nil, 0o600); err != nil {
				t.Fatal(err)
			}
			p.send("1" + face.enter)
			p.await("Alles ist gespeichert: ")
			p.await("Im Programm ist ein Fehler aufgetreten")
			p.ends(1)
			if strings.Contains(p.all(), "goroutine") || strings.Contains(p.all(), ".go:") {
				t.Errorf("a stack on the screen:\n%s", p.all())
			}
			if strings.Contains(p.all(), "\x1b[?1049h") && !strings.Contains(p.all(), "\x1b[?1049l") {
				t.Error("the terminal was not given back")
			}
			if _, text := draft(t, home); !strings.Contains(text, "Geheim AG") {
				t.Errorf("kept: %s", text)
			}
			notes, _ := filepath.Glob(filepath.Join(home, "digitalkompass-fehler*.txt"))
			if len(notes) != 1 || !strings.Contains(p.all(), filepath.Base(notes[0])) {
				t.Fatalf("notes: %v\n%s", notes, p.all())
			}
			text, err := os.ReadFile(notes[0])
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range []string{"index out of range", "\tcmd/digitalkompass/main_test.go:", "questionnaire.(*Interview)", "TERM=xterm-256color", "\tquestionnaire/interview.go:"} {
				if !strings.Contains(string(text), want) {
					t.Errorf("no %q in the note:\n%s", want, text)
				}
			}
			dir, _ := os.Getwd()
			host, _ := os.Hostname()
			private := []string{"Geheim", home, dir, host}
			if u, err := user.Current(); err == nil {
				private = append(private, u.HomeDir+"/")
				if u.Username != "root" { // which is also a word of the program
					private = append(private, u.Username)
				}
			}
			for _, p := range private {
				if len(p) > 2 && strings.Contains(string(text), p) {
					t.Errorf("%q in the note:\n%s", p, text)
				}
			}
		})
	}
}

type fallingInput struct{}

func (fallingInput) Read([]byte) (int, error) { panic("input") }

// A mistake in a goroutine ends with the note too, whoever waits for it: line mode for a line, the stream for its input.
func TestAMistakeInAGoroutine(t *testing.T) {
	for name, args := range map[string][]string{"line mode": {"run", "--path", "quick"}, "stream": {"score", "-", "--format", "json"}} {
		home := t.TempDir()
		env := cli.System()
		var errs bytes.Buffer
		env.In, env.Out, env.Err, env.Terminal = fallingInput{}, io.Discard, &errs, func() bool { return false }
		env.Getenv = func(name string) string { return map[string]string{"DIGITALKOMPASS_HOME": home}[name] }
		if status := cli.Main(args, env); status != 1 || strings.Contains(errs.String(), "goroutine") {
			t.Errorf("%s: status %d\n%s", name, status, errs.String())
		}
		notes, _ := filepath.Glob(filepath.Join(home, "digitalkompass-fehler*.txt"))
		if len(notes) != 1 {
			t.Fatalf("%s: notes %v\n%s", name, notes, errs.String())
		}
		if text, err := os.ReadFile(notes[0]); err != nil || !strings.Contains(string(text), "fallingInput") {
			t.Errorf("%s: %v\n%s", name, err, text)
		}
	}
}
