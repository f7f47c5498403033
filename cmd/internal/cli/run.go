package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/prompt"
	"digitalkompass/cmd/internal/session"
	"digitalkompass/cmd/internal/wizard"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

func (a *app) runCommand() *cobra.Command {
	c := a.command("run", "run [{file}]", func(_ *cobra.Command, args []string) error { return a.start(strings.Join(args, "")) })
	c.Args = cobra.MaximumNArgs(1)
	a.flags(c.Flags(), "bank", "path", "accessible", "on")
	return c
}

// start begins the main job: at the welcome screen, on a path, or with a file.
func (a *app) start(file string) error {
	path := questionnaire.Path(a.opts.path)
	if path != "" && path != questionnaire.Quick && path != questionnaire.Full {
		return a.fail(exitUsage, "usage.path", "x", a.opts.path)
	}
	bank := a.opts.bank
	if file != "" {
		bank = a.bankOf(file)
	}
	o, err := a.office(bank)
	if err != nil {
		return err
	}
	if path == questionnaire.Quick && o.bank.On(path) == 0 {
		return a.fail(exitUsage, "usage.no-quick", "x", o.bank.About.ID)
	}
	start := desk.Start{Path: path, Lang: a.lang}
	if file != "" {
		if start.Session, err = o.open(file); err != nil {
			return a.openFailed(file, err)
		}
		start.Lang = a.spoken(start.Session)
	}
	return a.faces(o, start)
}

// spoken is the language to go on in: the one asked for, else the file's own.
func (a *app) spoken(s desk.Session) i18n.Lang {
	if a.opts.lang != "" {
		return a.lang
	}
	return s.Assessment().Language
}

func (a *app) openFailed(file string, err error) error {
	var status *statusError
	var use *desk.InUseError
	var save *desk.SaveError
	switch {
	case errors.As(err, &status):
		return err
	case errors.As(err, &use), errors.As(err, &save):
		return a.saveFailed(err)
	}
	return a.fail(exitInput, "cli.unreadable", "file", file)
}

// faces shows one face after the other, until it is left for good. The session stays the same.
func (a *app) faces(o desk.Desk, start desk.Start) error {
	lines := a.opts.accessible || a.env.Getenv("ACCESSIBLE") != "" || a.env.Getenv("TERM") == "dumb" || !a.env.Terminal() || !a.console().Sequences
	a.fit()
	for {
		var left desk.Start
		a.lines = lines
		err := a.face(o, start, lines, &left)
		if !errors.Is(err, desk.ErrSwitchFace) {
			return a.left(left, err)
		}
		if lines, start = !lines, left; left.Desk != nil {
			o = left.Desk
		}
		if lines || a.env.Terminal() {
			continue
		}
		return a.left(left, a.fail(exitUsage, "cli.no-terminal"))
	}
}

func (a *app) face(o desk.Desk, start desk.Start, lines bool, left *desk.Start) error {
	if lines {
		in, stopped, done := a.untilSignal()
		defer done()
		err := prompt.Run(o, start, prompt.Streams{In: in, Dialogue: a.env.Err, Result: a.env.Out, Left: left, Screen: a.env.Terminal() && a.console().Sequences, Heard: a.env.Terminal()})
		if stopped() && !errors.Is(err, desk.ErrSwitchFace) {
			return desk.ErrInterrupted
		}
		return err
	}
	stop, done := a.onSignal()
	defer done()
	signs, letters := a.ascii()
	return wizard.Run(o, start, wizard.Options{Input: a.env.In, Output: a.screen, NoColour: a.env.Getenv("NO_COLOR") != "", ASCII: signs, PlainLetters: letters, Stop: stop, Left: left})
}

// left closes the session and says where the answers lie and how to go on.
func (a *app) left(at desk.Start, err error) error {
	if at.Lang != "" {
		a.p = a.cat.Printer(at.Lang)
	}
	var wrong *desk.PanicError
	if at.Session != nil {
		unsaved := a.kept(at.Session)
		if e := at.Session.Close(); err == nil && e != nil {
			err = e
		}
		switch {
		case unsaved != nil && errors.As(err, &wrong):
			fmt.Fprint(a.env.Err, line(a.saveFailed(unsaved)))
		case unsaved != nil:
			return a.saveFailed(unsaved)
		}
	}
	var status *statusError
	switch {
	case err == nil, errors.As(err, &status), errors.As(err, &wrong):
		return err
	case errors.Is(err, desk.ErrInterrupted):
		return &statusError{status: exitInterrupted}
	}
	return a.fail(exitFailed, "cli.failed", "text", err.Error())
}

// kept says where the answers lie and how to go on, or gives the reason why the last of them are lost.
func (a *app) kept(s desk.Session) error {
	if f, ok := s.(*session.File); ok && f.Unsaved() != nil {
		return f.Unsaved()
	}
	fmt.Fprintln(a.env.Err, a.p.T("cli.kept", "file", s.Path()))
	resume := "cli.resume.only"
	if a.outside() == "" && filepath.Dir(s.Path()) == filepath.Clean(session.Folder(a.env.Getenv(session.HomeVariable))) {
		fmt.Fprintln(a.env.Err, a.p.T("cli.again", "entry", i18n.Key("welcome.resume")))
		resume = "cli.resume"
	}
	fmt.Fprintln(a.env.Err, a.p.T(resume, "command", "digitalkompass run "+a.outside()+a.sameFace()+quoted(s.Path())))
	return nil
}

// sameFace is the flag that goes on in line mode, where that was left or asked for.
func (a *app) sameFace() string {
	if a.lines || a.opts.accessible {
		return "--accessible "
	}
	return ""
}

// outside is the flag that a bank from outside needs again: its file does not say where it lies.
func (a *app) outside() string {
	if name, _ := questionnaire.VariantOf(a.opts.bank); name == "" || slices.Contains(shippedIDs(), name) {
		return ""
	}
	return "--bank " + quoted(a.opts.bank) + " "
}

// quoted is a path as it can be typed on a command line.
func quoted(path string) string {
	if strings.ContainsAny(path, " \t'\"\\$&()") {
		return `"` + path + `"`
	}
	return path
}
