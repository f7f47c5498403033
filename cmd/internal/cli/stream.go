package cli

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"syscall"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/stream"
)

// streamed is the name that stands for many assessments on standard input.
const streamed = "-"

// scoreStream scores one assessment per line of standard input.
func (a *app) scoreStream() error {
	formats := []string{"json"}
	if a.opts.summary {
		formats = []string{"text", "json"}
	}
	if err := a.oneOf(a.opts.format, formats); err != nil {
		return err
	}
	if _, err := a.day(); err != nil {
		return err
	}
	forms, err := a.forms()
	if err != nil {
		return err
	}
	if a.env.Pipes != nil {
		a.env.Pipes()
	}
	in, stopped, done := a.untilSignal()
	defer done()
	counter := a.counter()
	job := stream.Job{
		Forms: forms, Printer: func() *i18n.Printer { return a.cat.Printer(a.lang) },
		Workers: runtime.GOMAXPROCS(0), Quiet: a.opts.summary, Progress: counter.show, Stopped: stopped,
	}
	totals, err := job.Run(in, a.env.Out)
	counter.clear()
	if err == nil && a.opts.summary {
		err = a.summary(forms, &totals)
	}
	return a.streamEnd(&totals, stopped(), err)
}

// forms are the bank and its variants or, where one was asked for, that variant alone.
func (a *app) forms() ([]stream.Form, error) {
	b, err := a.bank(a.opts.bank)
	if err != nil {
		return nil, err
	}
	out := []stream.Form{{Bank: b, Engine: scoring.Compile(b)}}
	if b.About.Variant != "" {
		return out, nil
	}
	for _, v := range b.About.Variants {
		name := questionnaire.BankRef{ID: a.opts.bank, Variant: v.ID}.Name()
		if a.opts.bank == "" {
			name = questionnaire.BankRef{ID: b.About.ID, Variant: v.ID}.Name()
		}
		form, err := a.bank(name)
		if err != nil {
			return nil, err
		}
		out = append(out, stream.Form{Bank: form, Engine: scoring.Compile(form)})
	}
	return out, nil
}

// streamEnd is how a stream ends: interrupted, with a reader that went away, or with lines that were wrong.
func (a *app) streamEnd(t *stream.Totals, stopped bool, err error) error {
	switch {
	case stopped:
		return &statusError{status: exitInterrupted}
	case errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe):
		return &statusError{status: exitFailed}
	case err != nil:
		return a.fail(exitFailed, "cli.failed", "text", err.Error())
	case t.Errors > 0:
		return a.fail(exitInput, "stream.errors", "n", t.Errors, "m", t.Lines)
	}
	return nil
}

// counter shows on a terminal how many lines are done.
type counter struct {
	a     *app
	last  time.Time
	shown bool
}

// often is how long a figure stands before the next is shown.
const often = 400 * time.Millisecond

func (a *app) counter() *counter { return &counter{a: a, last: a.env.Now()} }

func (c *counter) show(lines int) {
	now := c.a.env.Now()
	if c.a.env.ErrTerminal == nil || !c.a.env.ErrTerminal() || now.Sub(c.last) < often {
		return
	}
	c.last, c.shown = now, true
	fmt.Fprint(c.a.env.Err, "\r"+c.a.p.T("stream.progress", "n", lines)+"\x1b[K")
}

func (c *counter) clear() {
	if c.shown {
		fmt.Fprint(c.a.env.Err, "\r\x1b[K")
	}
}
