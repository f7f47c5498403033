package cli

import (
	"os"
	"time"
)

// System is the real world: the process's streams, environment and clock.
func System() Env {
	return Env{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Now: time.Now, Exit: os.Exit, Terminal: func() bool {
		return isTerminal(os.Stdin) && isTerminal(os.Stdout)
	}}
}

// isTerminal says whether a file is a terminal rather than a pipe or a plain file.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && info.Mode()&os.ModeDevice != 0 && f.Name() != os.DevNull
}
