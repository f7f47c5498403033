package wizard

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"digitalkompass/cmd/internal/desk"
)

const childVariable = "WIZARD_TEST_CHILD"

// TestTerminalIsNotAsked runs the wizard in a real terminal that stays silent: the first screen appears, and nobody
// asked for the background colour or the cursor, neither now nor while packages were initialised.
func TestTerminalIsNotAsked(t *testing.T) {
	if os.Getenv(childVariable) != "" {
		if err := Run(fixtureDesk(t), desk.Start{}, Options{Input: os.Stdin, Output: os.Stdout}); err != nil {
			fmt.Println("left with", err)
		}
		return
	}
	master, slave := openTerminal(t)
	cmd := exec.Command(os.Args[0], "-test.run=^TestTerminalIsNotAsked$")
	cmd.Env = append(os.Environ(), childVariable+"=1", "TERM=xterm-256color", "NO_COLOR=")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = slave.Close()
	guard := time.AfterFunc(20*time.Second, func() { _ = cmd.Process.Kill() })
	defer guard.Stop()
	var seen bytes.Buffer
	chunk := make([]byte, 4096)
	for paused := false; ; {
		n, err := master.Read(chunk)
		seen.Write(chunk[:n])
		if !paused && strings.Contains(seen.String(), "Digitalkompass") {
			paused = true
			_, _ = io.WriteString(master, "p\x1b[B\r")
		}
		if err != nil {
			break // the other end is closed
		}
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("%v\n%q", err, seen.String())
	}
	for _, question := range []string{"]11;?", "]10;?", "[6n", "[c"} {
		if strings.Contains(seen.String(), "\x1b"+question) {
			t.Errorf("the terminal was asked %q", question)
		}
	}
	for _, text := range []string{"Digitalkompass", "\x1b[?1049h", "\x1b[?1049l"} {
		if !strings.Contains(seen.String(), text) {
			t.Errorf("%q was not written:\n%q", text, seen.String())
		}
	}
	// The library goes home before each picture of its own; the first one stands before that, on the screen that it emptied.
	if _, shown, emptied := strings.Cut(seen.String(), "\x1b[2J\x1b[H"); !emptied {
		t.Errorf("the screen was not emptied:\n%q", seen.String())
	} else if first, _, _ := strings.Cut(shown, "\x1b[H"); !strings.Contains(first, "Digitalkompass") || !strings.Contains(first, "\r\n") {
		t.Errorf("the first picture waited for the library's clock:\n%q", first)
	}
	for _, mouse := range []string{"\x1b[?1000h", "\x1b[?1002h", "\x1b[?1003h"} {
		if strings.Contains(seen.String(), mouse) {
			t.Error("the mouse was taken")
		}
	}
}

// openTerminal opens both ends of a pseudo-terminal of 80 × 24.
func openTerminal(t *testing.T) (master, slave *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no pseudo-terminals here:", err)
	}
	t.Cleanup(func() { _ = master.Close() })
	fd := int(master.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 80}); err != nil {
		t.Fatal(err)
	}
	slave, err = os.OpenFile(fmt.Sprintf("/dev/pts/%d", n), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	return master, slave
}
