package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// patience bounds how long a test waits for something that never comes.
const patience = 30 * time.Second

// real is the program running as a process of its own.
type real struct {
	t      testing.TB
	cmd    *exec.Cmd
	keys   io.Writer
	mu     sync.Mutex
	seen   bytes.Buffer
	read   int // how much of seen was looked at already
	more   chan struct{}
	exited chan struct{}
}

func command(t testing.TB, home string, env []string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	name := program
	if len(args) > 0 && args[0] == failing {
		name, args = failing, args[1:]
	} else if other := os.Getenv(binaryVariable); other != "" {
		self = other
	}
	return &exec.Cmd{Path: self, Args: append([]string{name}, args...),
		Env: append([]string{"DIGITALKOMPASS_HOME=" + home, "TERM=xterm-256color", "HOME=" + home}, env...)}
}

// inTerminal starts the program in a pseudo-terminal of 80 × 24 that answers no questions.
func inTerminal(t testing.TB, home string, args ...string) *real {
	t.Helper()
	master, slave := openTerminal(t)
	cmd := command(t, home, []string{"LANG=de_DE.UTF-8"}, args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	r := &real{t: t, cmd: cmd, keys: master}
	r.start(master)
	_ = slave.Close()
	return r
}

// inPipe starts the program in line mode with its input held open.
func inPipe(t testing.TB, home string, args ...string) *real {
	t.Helper()
	cmd := command(t, home, nil, args...)
	keys, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	r := &real{t: t, cmd: cmd, keys: keys}
	r.start(out)
	return r
}

func (r *real) start(out io.Reader) {
	r.t.Helper()
	r.more, r.exited = make(chan struct{}, 1), make(chan struct{})
	if err := r.cmd.Start(); err != nil {
		r.t.Fatal(err)
	}
	r.t.Cleanup(func() { _ = r.cmd.Process.Kill() })
	go func() {
		chunk := make([]byte, 4096)
		for {
			n, err := out.Read(chunk)
			r.mu.Lock()
			r.seen.Write(chunk[:n])
			r.mu.Unlock()
			select {
			case r.more <- struct{}{}:
			default:
			}
			if err != nil {
				close(r.exited)
				return
			}
		}
	}()
}

// await waits until a text appears after what was awaited before.
func (r *real) await(text string) {
	r.t.Helper()
	limit := time.After(patience)
	for {
		r.mu.Lock()
		i := strings.Index(r.seen.String()[r.read:], text)
		if i >= 0 {
			r.read += i + len(text)
		}
		r.mu.Unlock()
		if i >= 0 {
			return
		}
		select {
		case <-r.more:
		case <-r.exited:
			r.t.Fatalf("ended before %q:\n%s", text, r.all())
		case <-limit:
			r.t.Fatalf("no %q:\n%s", text, r.all())
		}
	}
}

func (r *real) all() string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.seen.String()
}

func (r *real) send(keys string) {
	r.t.Helper()
	if _, err := io.WriteString(r.keys, keys); err != nil {
		r.t.Fatal(err)
	}
}

// ends waits for the end and wants an exit status; -1 is the end by a signal.
func (r *real) ends(status int) {
	r.t.Helper()
	select {
	case <-r.exited:
	case <-time.After(patience):
		r.t.Fatalf("does not end:\n%s", r.all())
	}
	_ = r.cmd.Wait()
	if got := r.cmd.ProcessState.ExitCode(); got != status {
		r.t.Errorf("exit status %d, want %d:\n%s", got, status, r.all())
	}
}

func openTerminal(t testing.TB) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no pseudo-terminals here: ", err)
	}
	t.Cleanup(func() { _ = master.Close() })
	n := 0
	conn, err := master.SyscallConn() // and not Fd, after which nobody could close it while somebody reads
	if err != nil {
		t.Fatal(err)
	}
	if e := conn.Control(func(fd uintptr) {
		err = errors.Join(unix.IoctlSetPointerInt(int(fd), unix.TIOCSPTLCK, 0), unix.IoctlSetWinsize(int(fd), unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 80}))
		if err == nil {
			n, err = unix.IoctlGetInt(int(fd), unix.TIOCGPTN)
		}
	}); err != nil || e != nil {
		t.Fatal(err, e)
	}
	slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	return master, slave
}

func draft(t testing.TB, home string) (path, text string) {
	t.Helper()
	found, _ := filepath.Glob(filepath.Join(home, "*.kompass.json"))
	if len(found) != 1 {
		t.Fatalf("drafts: %v", found)
	}
	data, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	return found[0], string(data)
}

const (
	enter  = "\r"
	ctrlC  = "\x03"
	escape = "\x1b"
	down   = "\x1b[B"
)

// A person begins, is interrupted in every way there is, and goes on each time where they were.
func TestWizardResumesAfterEveryEnd(t *testing.T) {
	home := t.TempDir()
	r := inTerminal(t, home)
	r.await("Kurzer Weg")
	r.send(enter)
	r.await("Angabe 1 von 9")
	r.send("Probe AG" + enter)
	r.await("Angabe 2 von 9")
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
	r.await("Angabe 3 von 9")
	r.send("Maschinenbau" + down + " ")
	r.await("Gespeichert")
	_ = r.cmd.Process.Kill()
	r.ends(-1)

	r = inTerminal(t, home, "run", path) // closed window
	r.await("Angabe 3 von 9")
	r.send(enter)
	r.await("Angabe 4 von 9")
	r.send("1")
	r.await("Gespeichert")
	_ = r.cmd.Process.Signal(syscall.SIGTERM)
	r.ends(130)

	r = inTerminal(t, home, "run", path) // Ctrl+C
	r.await("Angabe 4 von 9")
	r.send(ctrlC)
	r.await("Strg+C")
	r.send(ctrlC)
	r.await("Weitermachen: ")
	r.ends(130)
	if _, text := draft(t, home); !strings.Contains(text, `"sector": "wz-c"`) || !strings.Contains(text, `"crafts": "yes"`) {
		t.Errorf("saved: %s", text)
	}
}

// Both faces go on with the same session at the same question.
func TestChangingTheFace(t *testing.T) {
	home := t.TempDir()
	r := inTerminal(t, home, "--path", "quick")
	r.await("Angabe 1 von 9")
	r.send("Probe AG" + enter)
	r.await("Angabe 2 von 9")
	r.send("s")
	r.await("Zeilenmodus")
	r.await("Angabe 2 von 9")
	r.send("1" + enter)
	r.await("Angabe 3 von 9")
	r.send("s" + enter)
	r.await("\x1b[?1049h")
	r.await("Angabe 3 von 9")
	r.send(escape)
	r.await("Angabe 2 von 9")
	r.send("p")
	r.ends(0)
	if _, text := draft(t, home); !strings.Contains(text, `"in_thueringen": "yes"`) || !strings.Contains(text, "Probe AG") {
		t.Errorf("saved: %s", text)
	}
}

func TestLineModeEndsOnSignals(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		home := t.TempDir()
		r := inPipe(t, home, "--accessible", "--path", "quick")
		r.await("Angabe 1 von 9")
		r.send("Probe AG\n")
		r.await("Angabe 2 von 9")
		_ = r.cmd.Process.Signal(s)
		path, text := draft(t, home)
		r.await("Weitermachen: digitalkompass run " + path)
		r.ends(130)
		if !strings.Contains(text, "Probe AG") {
			t.Errorf("%v: %s", s, text)
		}
	}
}

func TestSecondProcessIsKeptOut(t *testing.T) {
	home := t.TempDir()
	first := inPipe(t, home, "--accessible", "--path", "quick")
	first.await("Angabe 1 von 9")
	path, _ := draft(t, home)
	for _, args := range [][]string{{"run", path}, {"drafts", "delete", path}} {
		second := inPipe(t, home, args...)
		second.await("ist in einem anderen Fenster offen")
		second.ends(1)
	}
	_ = first.cmd.Process.Kill()
	first.ends(-1)
	third := inPipe(t, home, "run", path)
	third.await("Angabe 1 von 9")
}

// What could not be saved is never called saved.
func TestLostAnswersAreNotCalledSaved(t *testing.T) {
	home := filepath.Join(t.TempDir(), "stick")
	r := inPipe(t, home, "--accessible", "--path", "quick")
	r.await("Angabe 1 von 9")
	if err := os.RemoveAll(home); err != nil {
		t.Fatal(err)
	}
	r.send("Probe AG\n")
	r.await("Weiter ohne Speichern")
	r.send("2\n")
	r.await("Angabe 2 von 9")
	r.send("ende\n")
	r.ends(1)
	if strings.Contains(r.all(), "ist gespeichert") || strings.Contains(r.all(), "Gespeichert: Probe") {
		t.Errorf("said to be saved:\n%s", r.all())
	}
}

// A request to stop gives the terminal back.
func TestFullScreenEndsOnSignals(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		home := t.TempDir()
		r := inTerminal(t, home, "--path", "quick")
		r.await("Wie heißt")
		r.send("Probe AG")
		r.await("Probe AG_")
		_ = r.cmd.Process.Signal(s)
		r.await("\x1b[?1049l")
		r.await("Weitermachen: ")
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
	r.ends(130)
}
