package wizard

import (
	"io"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/term"

	"digitalkompass/cmd/internal/desk"
)

// guarded is the root as the library drives it: a panic ends the face in order, with the terminal given back.
type guarded struct {
	*root
	wake func()     // asks for the end from outside of Update
	out  *unhurried // nil for no terminal
	last string     // the picture drawn last
}

// Init draws the first picture on the empty screen: the library's clock would let it wait for a frame, a fifth of a start.
// The library draws it again, over itself.
func (g *guarded) Init() tea.Cmd {
	if g.out == nil {
		return nil
	}
	w, h, err := term.GetSize(g.out.Fd())
	if err != nil {
		return nil // the library will say what the size is
	}
	_, cmd := g.Update(tea.WindowSizeMsg{Width: w, Height: h})
	if g.end != nil {
		return cmd
	}
	_, _ = io.WriteString(g.out, strings.ReplaceAll(g.draw(), "\n", "\r\n"))
	return cmd
}

// Update is the root's.
func (g *guarded) Update(m tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	err := desk.Guard(func() error {
		_, cmd = g.root.Update(m)
		return nil
	})
	if err != nil {
		g.end, cmd = &ending{err: err}, tea.Quit
	}
	return g, cmd
}

// View is the root's, or the last one while that is still on its way to a slow terminal; nothing, once it panicked.
func (g *guarded) View() string {
	if g.end != nil {
		return ""
	}
	if !g.out.free() {
		return g.last
	}
	return g.draw()
}

// draw makes the present picture.
func (g *guarded) draw() (s string) {
	err := desk.Guard(func() error {
		s = g.root.View()
		return nil
	})
	if err != nil {
		g.end = &ending{err: err}
		go g.wake() // waits until the library is ready to listen
		return ""
	}
	g.last = s
	return s
}
