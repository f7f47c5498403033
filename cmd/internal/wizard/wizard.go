// Package wizard is the full-screen face: one question at a time, with help, review and result. It shows what the
// interview and the desk say and never touches files, clocks or the system itself. Start with Run; root routes keys
// to screens, says.go holds what follows from what they announce.
package wizard

import (
	"errors"
	"io"

	_ "digitalkompass/cmd/internal/wizard/calm" // before the libraries: no question to the terminal

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire/i18n"
)

// Options say how the terminal is to be used.
type Options struct {
	Input        io.Reader
	Output       io.Writer
	NoColour     bool
	ASCII        bool            // signs of ASCII only
	PlainLetters bool            // with ASCII: ae, oe, ue, ss for what the encoding lacks
	Stop         <-chan struct{} // closed when the program shall end; nil for never
	Left         *desk.Start     // where the face was left, filled on return, whatever the error; its session is the caller's to close
}

// framesPerSecond bounds how long the first picture and a key wait: half a frame of a usual screen. An idle program takes one
// percent of a core for it.
const framesPerSecond = 120

// Run shows the wizard until it is left: nil when the person pauses or is done, desk.ErrInterrupted after Ctrl+C or a
// signal, desk.ErrSwitchFace when line mode shall go on.
func Run(d desk.Desk, start desk.Start, o Options) error {
	r := newRoot(d, start, o)
	g := &guarded{root: r, out: unhurriedly(o.Output)}
	output := o.Output
	if g.out != nil {
		output = g.out
	}
	p := tea.NewProgram(g, tea.WithInput(lastingInput(o.Input)), tea.WithOutput(output), tea.WithAltScreen(), tea.WithFPS(framesPerSecond), tea.WithoutSignalHandler(), tea.WithoutCatchPanics())
	g.wake = p.Quit
	if g.out != nil {
		g.out.arrived = func() { p.Send(struct{}{}) }
	}
	done := make(chan struct{})
	defer close(done)
	go func() {
		select {
		case <-o.Stop:
			p.Quit()
		case <-done:
		}
	}()
	err := lead(p)
	g.out.finish(o.Stop)
	r.handOver(o.Left)
	switch {
	case errors.Is(err, tea.ErrInterrupted), errors.Is(err, errGone), err == nil && r.end == nil:
		return desk.ErrInterrupted
	case err != nil:
		return err
	}
	return r.end.err
}

// lead runs the library. It is not left to catch panics, for it writes the stack on the screen; so the terminal is given back
// here.
func lead(p *tea.Program) error {
	err := desk.Guard(func() error { _, err := p.Run(); return err })
	var wrong *desk.PanicError
	if errors.As(err, &wrong) {
		_ = p.ReleaseTerminal()
	}
	return err
}

func newRoot(d desk.Desk, start desk.Start, o Options) *root {
	r := &root{desk: d, bar: noStop, view: view{lang: start.Lang, theme: themeAuto, ascii: o.ASCII, letters: o.PlainLetters, depth: depthOf(o), advice: d.Advice()}}
	if r.view.lang == "" {
		r.view.lang = i18n.German
	}
	r.stack = []screen{&welcome{}}
	if start.Session == nil {
		r.stack[0] = newWelcome(d)
	} // else it is read when somebody goes there
	switch {
	case start.Session != nil:
		r.take(start.Session)
		if start.Lang != "" {
			r.view.lang = start.Lang
		}
	case start.Path != "":
		begin{start.Path}.do(r)
	}
	return r
}

// depthOf is how many colours the terminal has, as the environment says; none when none are wanted.
func depthOf(o Options) termenv.Profile {
	if o.NoColour || o.Output == nil {
		return termenv.Ascii
	}
	return lipgloss.NewRenderer(o.Output).ColorProfile()
}

// handOver gives the open assessment to the caller, or closes it.
func (r *root) handOver(to *desk.Start) {
	if to == nil {
		r.close()
		return
	}
	*to = desk.Start{Desk: r.desk, Lang: r.view.lang}
	if w := r.work; w != nil && w.blank() && w.iv.Untouched() && r.end != nil && r.end.err == nil {
		_ = r.desk.Delete(desk.Draft{Path: r.closed()}) // a template begun by mistake
	}
	if r.work != nil && r.work.session != nil {
		_ = desk.Guard(r.work.store) // which may be what failed
		to.Session, to.Path = r.work.session, r.work.iv.Assessment().Path
	}
}
