// Package cli holds the commands, one file each. It alone opens files, reads the clock and the environment, and decides
// the exit status. Start with Main.
package cli

import (
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"digitalkompass/questionnaire/i18n"
)

// Exit statuses.
const (
	exitDone        = 0
	exitFailed      = 1   // could not be done: disk full, file locked
	exitUsage       = 2   // wrong usage
	exitInput       = 3   // the input is wrong; diagnostics were printed
	exitInterrupted = 130 // the draft is kept, its place printed
)

// Env is everything a run takes from outside.
type Env struct {
	In       io.Reader
	Out, Err io.Writer
	Getenv   func(string) string
	Now      func() time.Time
	Terminal func() bool // whether input and output are a terminal
	Exit     func(int)   // ends the process at once; nil where signals are not handled
}

// app is one run of the program.
type app struct {
	env  Env
	cat  *i18n.Catalogue
	p    *i18n.Printer
	lang i18n.Lang
	opts options
}

// options are the flags that several commands share.
type options struct {
	lang, bank, on, format, out, path string
	accessible                        bool
}

// statusError ends the run with an exit status; its message, if any, is printed.
type statusError struct {
	status int
	text   string
}

func (e *statusError) Error() string { return e.text }

// fail is an error with a message of the catalogue.
func (a *app) fail(status int, key string, args ...any) error {
	return &statusError{status, a.p.T(key, args...)}
}

// Main runs the program with its arguments and says how it ended.
func Main(args []string, env Env) int {
	a := &app{env: env}
	if err := a.loadWords(args); err != nil {
		fmt.Fprintln(env.Err, err)
		return exitFailed
	}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(env.In)
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	return a.status(root, root.Execute())
}

// status prints what went wrong and gives the exit status for it.
func (a *app) status(root *cobra.Command, err error) int {
	var s *statusError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &s):
		if s.text != "" {
			fmt.Fprintln(a.env.Err, clean(s.text))
		}
		return s.status
	}
	fmt.Fprintln(a.env.Err, a.p.T("cli.error", "text", clean(a.usageText(err))))
	fmt.Fprintln(a.env.Err, a.p.T("cli.help-hint", "command", root.Name()+" --help"))
	return exitUsage
}

// clean takes control characters out of text that may come from files.
func clean(s string) string { return i18n.Printable(s) }
