// Package cli holds the commands, one file each. It alone opens files, reads the clock and the environment, and decides
// the exit status. Start with Main.
package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"github.com/spf13/cobra"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/data"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
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
	In          io.Reader
	Out, Err    io.Writer
	Getenv      func(string) string
	Now         func() time.Time
	Terminal    func() bool             // whether input and output are a terminal
	ErrTerminal func() bool             // whether messages go to a terminal; nil for no
	Pipes       func()                  // makes writing to a reader that went away an error, and not the end; nil where it is one
	Show        func(path string) error // opens a file with the system's viewer; nil where there is none
	Console     func() Console          // what the terminal can; nil for everything
	// Signals are the requests to stop, until stop is called; nil where there are none.
	Signals func() (c <-chan os.Signal, stop func())
}

// app is one run of the program.
type app struct {
	env    Env
	screen io.Writer // the terminal itself, for the face that paints on it
	cat    *i18n.Catalogue
	p      *i18n.Printer
	lang   i18n.Lang
	opts   options
	shelf  shelf
	lines  bool // the last face shown was line mode
}

// options are the flags that several commands share.
type options struct {
	lang, bank, on, format, path string
	accessible, version, summary bool
	set                          []string
	output
}

// output says what of a report is written where.
type output struct {
	outs, parts   []string
	since         string // earlier answers of the same company
	force, noData bool
	audience      string
	brand         string
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

// unknown is wrong usage: a name that is not among the known ones.
func (a *app) unknown(key, name string, known []string) error {
	text := a.p.T(key, "x", name, "list", strings.Join(known, ", "))
	if near := source.Nearest(name, known); near != "" {
		text += "\n" + a.p.T("diag.near", "name", near)
	}
	return &statusError{exitUsage, text}
}

// line is what an error has to say, with a line end; nothing for one that has printed already.
func line(err error) string {
	if err.Error() == "" {
		return ""
	}
	return clean(err.Error()) + "\n"
}

// room is how much memory may grow, in percent, before the garbage collector runs: enough for the first picture to be there
// before. Its first run would take a third of the time.
const room = 300

// once sets what is kept once for the whole process.
var once = sync.OnceFunc(func() {
	debug.SetGCPercent(room)
	source.UseIndex(data.Index())
	cobra.AddTemplateFunc("aligned", aligned)
	cobra.MousetrapHelpText = "" // a double click on Windows starts the main job
})

// Main runs the program with its arguments and says how it ended.
func Main(args []string, env Env) int {
	once()
	out := &faithful{Writer: env.Out}
	a := &app{env: env, screen: env.Out, shelf: newShelf()}
	a.env.Out = out
	a.readAhead(args)
	if err := a.loadWords(args); err != nil {
		fmt.Fprintln(env.Err, err)
		return exitFailed
	}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(a.env.In)
	root.SetOut(a.env.Out)
	root.SetErr(a.env.Err)
	var c *cobra.Command
	err := desk.Guard(func() (err error) { c, err = root.ExecuteC(); return err })
	if err == nil {
		err = a.unwritten(out)
	}
	status := a.status(c, err)
	a.linger()
	return status
}

// faithful remembers that a result could not be written, so that the exit status says so.
type faithful struct {
	io.Writer
	err error
}

func (w *faithful) Write(p []byte) (int, error) {
	n, err := w.Writer.Write(p)
	if w.err == nil {
		w.err = err
	}
	return n, err
}

func (a *app) unwritten(w *faithful) error {
	if w.err == nil {
		return nil
	}
	return a.fail(exitFailed, "cli.failed", "text", w.err.Error())
}

// status prints what went wrong and gives the exit status for it.
func (a *app) status(c *cobra.Command, err error) int {
	var s *statusError
	var wrong *desk.PanicError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &wrong):
		return a.status(c, a.crashed(wrong))
	case errors.As(err, &s):
		fmt.Fprint(a.env.Err, line(err))
		return s.status
	}
	text, near := a.usageText(c, err)
	fmt.Fprintln(a.env.Err, a.p.T("cli.error", "text", clean(text)))
	if near != "" {
		fmt.Fprintln(a.env.Err, a.p.T("diag.near", "name", near))
	}
	fmt.Fprintln(a.env.Err, a.p.T("help.usage"), c.UseLine())
	fmt.Fprintln(a.env.Err, a.p.T("cli.help-hint", "command", c.CommandPath()+" --help"))
	return exitUsage
}

// clean takes control characters out of text that may come from files.
func clean(s string) string { return i18n.Printable(s) }
