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
	"io"
	"slices"
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
	reports
	walk
	begun bool // from a template, by this run
	old   bool // finished on an earlier day, and nobody has said yet that it may be changed
	lost  bool // the last answer could not be saved, and the person goes on without
}

// walk is how one moves through the items.
type walk struct {
	aside  bool // a detail for funding is asked, which is not on the way
	behind bool // one is behind the result
	round  desk.Round
	shown  desk.Shown // the result shown last
	errand
	jumps desk.Jumps
}

// told is what was explained in this run and need not be again.
type told struct {
	states map[questionnaire.Family]bool // families whose w and t were spelled out
	how    bool                          // how the number of a band is typed
	ways   map[questionnaire.Family]bool // how answers of a kind are typed
	lists  map[string]bool               // long lists of options, by question
	brief  bool                          // the next item needs no options: an answer to it was taken back just now
	why    string                        // the item that was read out with why it is asked, "" for none
	blind  desk.Blind
}

// Run asks until the user pauses or the result is given. It returns nil, desk.ErrInterrupted when the input ends while
// questions are open, or desk.ErrSwitchFace.
func Run(d desk.Desk, start desk.Start, io Streams) error {
	f := &face{d: d, io: io, in: bufio.NewReaderSize(io.In, maxLine), p: d.Printer(start.Lang), told: told{states: map[questionnaire.Family]bool{}, ways: map[questionnaire.Family]bool{}, lists: map[string]bool{}}}
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

// ended is the end of input: an interruption while something is open.
func (f *face) ended(kept bool) error {
	f.write("\n")
	if f.s == nil {
		f.say("line.bye") // nothing is under way
		return nil
	}
	open := f.iv.Pending(f.iv.Assessment())
	if len(open) == 0 {
		return nil
	}
	if kept {
		f.say("say.stopped", "list", desk.Count(f.p, open))
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

// line writes text as one line: no control characters, no line breaks of its own. No text is no line.
func (f *face) line(s string) {
	if s = flat(s); s != "" {
		f.write(s + "\n")
	}
}

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
	if !f.io.Heard {
		f.write("\n") // nobody's return key ended the line of the prompt
	}
	if len(line) > maxLine {
		line = line[:maxLine]
	}
	return strings.TrimSpace(i18n.Printable(strings.ToValidUTF8(line, ""))), nil
}

// fail writes an error, which stands directly before the repeated prompt.
func (f *face) fail(text string) { f.say("line.error", "text", text) }

// numerals are small numbers in words, by their value from 1.
var numerals = [][]string{{"eins", "one"}, {"zwei", "two"}, {"drei", "three"}, {"vier", "four"}, {"fuenf", "five"}, {"sechs", "six"}, {"sieben", "seven"}, {"acht", "eight"}, {"neun", "nine"}, {"zehn", "ten"}}

// number reads a whole number as people write one in a list: 3, #3, 3., 3) or three.
func number(s string) (int, bool) {
	n := 0
	for i, words := range numerals {
		if slices.Contains(words, desk.Fold(s)) {
			return i + 1, true
		}
	}
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
