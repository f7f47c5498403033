// Package prompt is line mode: the same assessment in plain lines, for screen readers, dumb terminals and pipes. What is
// asked, what is valid and what counts is decided by the questionnaire package. Start with Run.
//
// Rules: output only grows; no escape sequences, no repainting, no columns. One head, option or message per line. Where,
// state, question, options, prompt, in this order. Every answer is confirmed with its number or value; nothing is
// preselected; an empty line never answers an open question. An error is the line before the repeated prompt.
package prompt

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Streams are where line mode reads and writes: the dialogue on standard error, the result on standard output.
type Streams struct {
	In       io.Reader
	Dialogue io.Writer
	Result   io.Writer
	Left     *desk.Start // where the face was left, filled on return; its session is the caller's to close
	Screen   bool        // full screen is possible here, so a person types
	Heard    bool        // the result goes to a person: the short one, the rest on request
}

// maxLine bounds a line of input, in bytes.
const maxLine = 1 << 16

// Ways out of a dialogue, other than going on.
var (
	errEnd   = errors.New("end of input")
	errPause = errors.New("pause")
	errLast  = errors.New("back to the last question")
)

// face is one run of line mode.
type face struct {
	d  desk.Desk
	io Streams
	in *bufio.Reader
	p  *i18n.Printer
	iv *questionnaire.Interview
	s  desk.Session
	told
	// aside says that a detail for funding was asked for by name: it is asked alone.
	aside bool
	reports
	round desk.Round
	begun bool // from a template, by this run
	old   bool // finished on an earlier day, and nobody has said yet that it may be changed
	lost  bool // the last answer could not be saved, and the person goes on without
}

// told is what was explained in this run and need not be again.
type told struct {
	states map[questionnaire.Family]bool // families whose w and t were spelled out
	how    bool                          // how the number of a band is typed
	bands  bool                          // that it is another thing than a figure, after that was mixed up
}

// Run asks until the user pauses or the result is given. It returns nil, desk.ErrInterrupted when the input ends while
// questions are open, or desk.ErrSwitchFace.
func Run(d desk.Desk, start desk.Start, io Streams) error {
	f := &face{d: d, io: io, in: bufio.NewReaderSize(io.In, maxLine), p: d.Printer(start.Lang), told: told{states: map[questionnaire.Family]bool{}}}
	f.say("line.mode")
	f.say("line.rule")
	err := desk.Guard(func() error { return f.begin(start) })
	kept := false
	if e := desk.Guard(func() error { kept = f.keepPlace(); return nil }); err == nil {
		err = e
	}
	if f.begun && f.iv.Untouched() && errors.Is(err, errPause) {
		_ = f.s.Close() // a template begun by mistake
		_ = f.d.Delete(desk.Draft{Path: f.s.Path()})
		f.s, kept = nil, false
	}
	if io.Left != nil {
		*io.Left = desk.Start{Desk: f.d, Session: f.s, Lang: f.p.Lang()}
	}
	switch {
	case errors.Is(err, desk.ErrSwitchFace):
		return desk.ErrSwitchFace
	case errors.Is(err, errPause):
		if kept {
			f.say("line.bye")
		}
		return nil
	case errors.Is(err, errEnd):
		return f.ended(kept)
	}
	return err
}

// keepPlace saves the place to go on from. Every answer is saved already, or its failure told; false when it still is not.
func (f *face) keepPlace() bool {
	return f.s == nil || f.iv == nil || f.s.Save(f.iv.Assessment(), f.iv.History()) == nil
}

// ended is the end of input: an interruption while questions are open.
func (f *face) ended(kept bool) error {
	f.write("\n")
	if f.iv == nil {
		return desk.ErrInterrupted
	}
	if _, open := f.iv.FirstOpen(f.iv.Assessment()); !open {
		return nil
	}
	if pr := f.iv.Progress(f.iv.Assessment()); kept {
		f.say("say.stopped", "a", pr.Answered, "m", pr.Of)
	}
	return desk.ErrInterrupted
}

func (f *face) begin(start desk.Start) error {
	switch {
	case start.Session != nil:
		return f.work(start.Session)
	case start.Path != "":
		return f.create(start.Path)
	}
	return f.welcome()
}

// say writes a message as one line of the dialogue.
func (f *face) say(key string, args ...any) { f.line(f.p.T(key, args...)) }

// line writes text as one line: no control characters, no line breaks of its own.
func (f *face) line(s string) { f.write(flat(s) + "\n") }

func (f *face) write(s string) { _, _ = io.WriteString(f.io.Dialogue, s) }

func flat(s string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(i18n.Printable(s), "\n", " ")), " ")
}

// ask writes a prompt and reads one line of input.
func (f *face) ask(prompt string) (string, error) {
	f.write(flat(prompt) + " ")
	line, err := f.in.ReadString('\n')
	if err != nil && line == "" {
		return "", errEnd
	}
	if len(line) > maxLine {
		line = line[:maxLine]
	}
	return strings.TrimSpace(i18n.Printable(strings.ToValidUTF8(line, ""))), nil
}

// fail writes an error, which stands directly before the repeated prompt.
func (f *face) fail(text string) { f.say("line.error", "text", text) }

// offer are the choices of a menu, in the language of the moment.
type offer func() []string

// offering is a menu of fixed messages.
func (f *face) offering(keys ...string) offer {
	return func() []string {
		out := make([]string, len(keys))
		for i, k := range keys {
			out[i] = f.p.T(k)
		}
		return out
	}
}

// each is a choice for each of some things.
func each[T any](all []T, text func(T) string) offer {
	return func() []string {
		var out []string
		for _, x := range all {
			out = append(out, text(x))
		}
		return out
	}
}

// with adds a choice at the end.
func (o offer) with(last offer) offer {
	return func() []string { return append(o(), last()...) }
}

// menu offers numbered choices and gives back the chosen one, from 0. Commands that make sense without a question are
// obeyed; undo and redo, like the way back, are for whoever offers the choices.
func (f *face) menu(o offer) (int, error) {
	f.choices(o())
	for {
		n := len(o())
		line, err := f.ask(f.p.T("line.choice", "a", 1, "b", n))
		if err != nil {
			return 0, err
		}
		if x, ok := number(line); ok && x >= 1 && x <= n {
			return x - 1, nil
		}
		switch cmd, arg := f.command(line); {
		case cmd == cmdPause:
			return 0, errPause
		case cmd == cmdSwitch && f.io.Screen:
			return 0, desk.ErrSwitchFace
		case cmd == cmdSwitch:
			f.fail(f.p.T("cli.no-terminal"))
		case cmd == cmdBack && o()[n-1] == f.p.T("do.back"):
			return n - 1, nil
		case cmd == cmdBack && f.iv != nil:
			return 0, errLast
		case (cmd == cmdUndo || cmd == cmdRedo) && f.iv != nil && o()[n-1] != f.p.T("do.back"):
			return 0, replaying(cmd)
		default:
			f.atMenu(cmd, arg, line, o)
		}
	}
}

// atMenu are commands that leave the choice open.
func (f *face) atMenu(c command, arg, line string, o offer) {
	switch c {
	case cmdLanguage:
		f.language()
		f.choices(o())
	case cmdRead:
		f.choices(o())
	case cmdTerm:
		f.term(arg)
	case cmdList:
		f.list(f.choosing)
	case cmdBack:
		f.fail(f.p.T("say.first.menu"))
	case cmdResult, cmdWhy, cmdAreas, cmdSteps, cmdModule:
		if f.iv != nil {
			f.soFar(c, arg)
			return
		}
		f.fail(f.p.T("say.no-question", "x", line))
	default:
		f.fail(f.p.T("say.no-choice", "x", line, "a", 1, "b", len(o())))
	}
}

// choices reads them out.
func (f *face) choices(all []string) {
	for i, c := range all {
		f.line(fmt.Sprintf("%d: %s.", i+1, strings.TrimRight(c, ". …")))
	}
}

// number reads a whole number as people write one in a list: 3, #3, 3. or 3).
func number(s string) (int, bool) {
	n := 0
	s = strings.TrimRight(strings.TrimSpace(strings.TrimPrefix(s, "#")), ".)")
	for _, r := range s {
		if r < '0' || r > '9' || n > 9999 {
			return 0, false
		}
		n = n*10 + int(r-'0')
	}
	return n, s != ""
}

// language switches between German and English.
func (f *face) language() {
	next := i18n.English
	if f.p.Lang() == i18n.English {
		next = i18n.German
	}
	f.p = f.d.Printer(next)
	if f.iv != nil {
		f.iv.SetLanguage(next)
	}
	f.say("msg.lang")
}
