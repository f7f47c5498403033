package cli

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/mattn/go-isatty"
)

// System is the real world: the process's streams, environment and clock.
func System() Env {
	return Env{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now, Signals: signals, Terminal: func() bool {
		return isTerminal(os.Stdin) && isTerminal(os.Stdout)
	}, ErrTerminal: func() bool { return isTerminal(os.Stderr) }, Show: show, Pipes: func() { signal.Ignore(syscall.SIGPIPE) }}
}

// isTerminal says whether a file is a terminal rather than a pipe, a plain file, or another device such as /dev/null.
func isTerminal(f *os.File) bool { return isatty.IsTerminal(f.Fd()) }

func signals() (<-chan os.Signal, func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	return c, func() { signal.Stop(c) }
}
