package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
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
	also   io.Writer  // what is seen goes there too, with mu held; nil for nowhere
	taking sync.Mutex // whoever holds it lets at most one more chunk be read
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
			r.taking.Lock()
			r.taking.Unlock() //nolint:staticcheck // a gate, not a section
			n, err := out.Read(chunk)
			r.mu.Lock()
			r.seen.Write(chunk[:n])
			if r.also != nil {
				_, _ = r.also.Write(chunk[:n])
			}
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
