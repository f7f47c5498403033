package cli

import (
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/mattn/go-isatty"
)

// System is the real world: the process's streams, environment and clock. From then on SIGQUIT ends the program as Ctrl+C
// does, and not with the runtime's stacks over the screen.
func System() Env {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, syscall.SIGQUIT)
	go func() {
		for range quit {
			if listening.Load() == 0 {
				os.Exit(exitInterrupted)
			}
		}
	}()
	return Env{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now, Signals: signals, Terminal: func() bool {
		return isTerminal(os.Stdin) && isTerminal(os.Stdout)
	}, ErrTerminal: func() bool { return isTerminal(os.Stderr) }, Show: show, Console: console, Pipes: func() { signal.Ignore(syscall.SIGPIPE) }}
}

// isTerminal says whether a file is a terminal rather than a pipe, a plain file, or another device such as /dev/null.
func isTerminal(f *os.File) bool { return isatty.IsTerminal(f.Fd()) }

// listening counts those who wait for a request to stop, and leave in order when it comes.
var listening atomic.Int32

func signals() (<-chan os.Signal, func()) {
	c := make(chan os.Signal, 1)
	listening.Add(1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	return c, func() {
		signal.Stop(c)
		listening.Add(-1)
	}
}
