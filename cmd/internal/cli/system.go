package cli

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

// System is the real world: the process's streams, environment and clock.
func System() Env {
	return Env{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now, Signals: signals, Terminal: func() bool {
		return isTerminal(os.Stdin) && isTerminal(os.Stdout)
	}}
}

// isTerminal says whether a file is a terminal rather than a pipe or a plain file.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && info.Mode()&os.ModeDevice != 0 && f.Name() != os.DevNull
}

func signals() (<-chan os.Signal, func()) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	return c, func() { signal.Stop(c) }
}
