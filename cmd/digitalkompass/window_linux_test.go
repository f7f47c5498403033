package main

import (
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// window is a terminal window with the program in it, as large and as able as wanted, that shows what people see.
type window struct {
	*real
	master *os.File
	screen *emulator // guarded by real.mu
}

// manner is what kind of window it is.
type manner struct {
	w, h     int
	sizeless bool     // the system is not told w and h, as on a serial line
	env      []string // beside, or in place of, a German UTF-8 terminal of 256 colours
}

var usual = manner{w: 80, h: 24}

// open starts the program in a window.
func open(t testing.TB, home string, m manner, args ...string) *window {
	t.Helper()
	master, slave := openTerminal(t)
	w := &window{master: master, screen: newEmulator(m.w, m.h)}
	w.tell(m.w, m.h, t)
	if m.sizeless {
		w.tell(0, 0, t)
	}
	cmd := command(t, home, append([]string{"LANG=de_DE.UTF-8"}, m.env...), args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	w.real = &real{t: t, cmd: cmd, keys: master, also: w.screen}
	w.start(master)
	_ = slave.Close()
	t.Cleanup(w.well)
	return w
}

func (w *window) tell(width, height int, t testing.TB) {
	conn, err := w.master.SyscallConn()
	if err == nil {
		e := conn.Control(func(fd uintptr) {
			err = unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &unix.Winsize{Row: uint16(height), Col: uint16(width)})
		})
		if e != nil {
			err = e
		}
	}
	if err != nil {
		t.Fatal(err)
	}
}

// well wants that everything written was understood and fitted.
func (w *window) well() {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, x := range w.screen.wrong {
		w.t.Errorf("written to the terminal: %s", x)
	}
}

// see is what is on the screen.
func (w *window) see() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.screen.picture()
}

// until waits for a picture.
func (w *window) until(what string, right func(screen string) bool) string {
	w.t.Helper()
	limit := time.After(patience)
	for {
		s := w.see()
		if right(s) {
			return s
		}
		select {
		case <-w.more:
		case <-w.exited:
			if s = w.see(); right(s) {
				return s
			}
			w.t.Fatalf("ended before %s:\n%s", what, s)
		case <-limit:
			w.t.Fatalf("no %s:\n%s", what, s)
		}
	}
}

// shows waits until all texts are on the screen.
func (w *window) shows(texts ...string) *window {
	w.t.Helper()
	w.until(strings.Join(texts, ", "), func(s string) bool {
		for _, text := range texts {
			if !strings.Contains(s, text) {
				return false
			}
		}
		return true
	})
	return w
}

// hides waits until a text is gone.
func (w *window) hides(text string) *window {
	w.t.Helper()
	w.until("screen without "+text, func(s string) bool { return !strings.Contains(s, text) })
	return w
}

// press types keys by name, or letters, one after the other as hands do: each is read by itself.
func (w *window) press(keys ...string) *window {
	w.t.Helper()
	for _, k := range keys {
		if seq, ok := keyCodes[k]; ok {
			k = seq
		}
		if _, err := io.WriteString(w.keys, k); err != nil {
			w.t.Fatal(err)
		}
	}
	return w
}

// settled is the picture after everything typed so far. What comes last is the question of Ctrl+C, which any other key
// takes away again.
func (w *window) settled() string {
	w.t.Helper()
	asked := func(s string) bool {
		return strings.Contains(s, "Noch einmal Strg+C") || strings.Contains(s, "Ctrl+C again")
	}
	w.press("ctrl+c").until("question", asked)
	return w.press("f12").until("screen without question", func(s string) bool { return !asked(s) })
}

// resize makes the window another size, and waits until the program has drawn that one in full: the rule above the foot
// is as wide as the window.
func (w *window) resize(width, height int) string {
	w.t.Helper()
	w.mu.Lock()
	w.screen.resize(width, height)
	w.mu.Unlock()
	w.tell(width, height, w.t)
	if width < 60 || height < 20 {
		return w.until("too small", func(s string) bool { return strings.Contains(s, "►") && !strings.Contains(s, "───") })
	}
	return w.until("picture of that size", func(s string) bool { return wholePicture(s, width, height) })
}

// wholePicture says whether a screen has its frame in the places of a window of that size.
func wholePicture(s string, width, height int) bool {
	rows := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	if len(rows) != height || rows[height-1] == "" {
		return false
	}
	rule := func(r string) bool { return len([]rune(r)) == width && strings.Trim(r, "─═-=") == "" }
	if !rule(rows[1]) {
		return false
	}
	for y := height - 4; y < height-1; y++ {
		if rule(rows[y]) {
			return true
		}
	}
	return false
}

var keyCodes = map[string]string{
	"enter": enter, "esc": escape, "down": down, "up": "\x1b[A", "right": "\x1b[C", "left": "\x1b[D", "tab": "\t", "backtab": "\x1b[Z",
	"home": "\x1b[H", "end": "\x1b[F", "pgdn": "\x1b[6~", "pgup": "\x1b[5~", "del": "\x1b[3~", "bs": "\x7f", "f1": "\x1bOP", "f12": "\x1b[24~", "ctrl+c": ctrlC,
	"ctrl+z": "\x1a", "ctrl+y": "\x19", "space": " ",
}
