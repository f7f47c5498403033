package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// multiplexed is the program inside a real multiplexer, that is looked at and typed to from outside.
type multiplexed struct {
	t       *testing.T
	tmux    string
	socket  string
	program string
}

func (m *multiplexed) run(args ...string) string {
	m.t.Helper()
	c := exec.Command(m.tmux, append([]string{"-S", m.socket, "-f", os.DevNull}, args...)...)
	c.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	out, err := c.CombinedOutput()
	if err != nil {
		m.t.Fatalf("%v: %v\n%s", args, err, out)
	}
	return string(out)
}

func (m *multiplexed) until(what string, right func(screen string) bool) string {
	m.t.Helper()
	limit := time.Now().Add(patience)
	for {
		s := m.run("capture-pane", "-p")
		if right(s) {
			return s
		}
		if time.Now().After(limit) {
			m.t.Fatalf("no %s:\n%s", what, s)
		}
		time.Sleep(20 * time.Millisecond)
	}
}

func (m *multiplexed) shows(text string) {
	m.t.Helper()
	m.until(text, func(s string) bool { return strings.Contains(s, text) })
}

// inMultiplexer begins the quick path in a window of tmux, where wanted by way of another program.
func inMultiplexer(t *testing.T, home string, by ...string) *multiplexed {
	t.Helper()
	tmux, err := exec.LookPath("tmux")
	if err != nil {
		t.Skip("no tmux here")
	}
	m := &multiplexed{t: t, tmux: tmux, socket: filepath.Join(t.TempDir(), "s"), program: filepath.Join(t.TempDir(), program)}
	if err := os.Symlink(command(t, home, nil).Path, m.program); err != nil { // by its name the test binary is the program
		t.Fatal(err)
	}
	start := append([]string{"new-session", "-d", "-x", "80", "-y", "24", "env", "DIGITALKOMPASS_HOME=" + home, "LANG=C.UTF-8", "DIGITALKOMPASS_LANG=de"}, by...)
	m.run(append(start, m.program, "--path", "quick")...)
	t.Cleanup(func() { _ = exec.Command(tmux, "-S", m.socket, "kill-server").Run() })
	return m
}

// Inside real multiplexers the pictures arrive as they are drawn, in every size.
func TestInsideMultiplexers(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"tmux", "screen"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			var by []string
			if name == "screen" {
				by = throughScreen(t)
			}
			m := inMultiplexer(t, home, by...)
			m.shows("Angabe 1 von 8")
			m.run("send-keys", "Bäckerei Groß", "Enter")
			m.shows("Angabe 2 von 8")
			m.shows("Bäckerei Groß")
			m.run("send-keys", "1", "Escape") // which are sent together
			m.shows("Angabe 1 von 8")
			m.run("send-keys", "Down", "Up", "Enter")
			m.shows("(•) Ja")
			for _, size := range [][2]int{{60, 20}, {120, 40}, {80, 24}} {
				m.run("resize-window", "-x", strconv.Itoa(size[0]), "-y", strconv.Itoa(size[1]))
				m.until("picture of that size", func(s string) bool { return wholePicture(s, size[0], size[1]) })
			}
			m.run("send-keys", "n")
			m.shows("Notiz zu")
			m.run("send-keys", "„Später“ – 5 €", "Escape")
			m.until("question", func(s string) bool { return !strings.Contains(s, "Notiz zu") })
			m.run("send-keys", "e")
			m.shows("[1 Überblick]")
			if _, text := draft(t, home); !strings.Contains(text, "Bäckerei Groß") || !strings.Contains(text, "„Später“ – 5 €") {
				t.Errorf("saved: %s", text)
			}
		})
	}
}

// throughScreen are the words that begin a command in GNU Screen, which ends with its window.
func throughScreen(t *testing.T) []string {
	t.Helper()
	screen, err := exec.LookPath("screen")
	if err != nil {
		t.Skip("no screen here")
	}
	sockets, settings := filepath.Join(t.TempDir(), "s"), filepath.Join(t.TempDir(), "screenrc")
	if err := os.Mkdir(sockets, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(settings, []byte("autodetach off\nstartup_message off\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return []string{"SCREENDIR=" + sockets, screen, "-U", "-c", settings}
}
