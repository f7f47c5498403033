package wizard

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// clumsy is a desk that panics when told to.
type clumsy struct {
	*desktest.Desk
	now, words bool
}

func (d *clumsy) Now() time.Time {
	if d.now {
		panic("now")
	}
	return d.Desk.Now()
}

func (d *clumsy) Printer(l i18n.Lang) *i18n.Printer {
	if d.words {
		panic("words")
	}
	return d.Desk.Printer(l)
}

// A panic while a key is handled or a picture drawn ends the face, and the answers so far are kept.
func TestPanics(t *testing.T) {
	for name, fail := range map[string]func(*clumsy){"key": func(d *clumsy) { d.now = true }, "picture": func(d *clumsy) { d.words = true }} {
		d := &clumsy{Desk: fixtureDesk(t)}
		woken := make(chan bool, 9)
		g := &guarded{root: newRoot(d, desk.Start{Path: questionnaire.Full}, Options{NoColour: true}), wake: func() { woken <- true }}
		g.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		typing := func(s string) tea.Cmd {
			_, cmd := g.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(s)})
			return cmd
		}
		typing("Kessler")
		fail(d)
		cmd := typing("x")
		if name == "picture" {
			g.end = nil
			for range 2 {
				if g.View() != "" {
					t.Error("a picture all the same")
				}
			}
			<-woken
		} else if cmd == nil {
			t.Error("the library is not told to end")
		}
		var wrong *desk.PanicError
		if g.end == nil || !errors.As(g.end.err, &wrong) || wrong.Value != map[string]any{"key": "now", "picture": "words"}[name] || len(wrong.Stack) == 0 {
			t.Fatalf("%s: ended with %v", name, g.end)
		}
		var left desk.Start
		g.handOver(&left)
		if left.Session == nil || left.Session.Assessment().CompanyName() == "" {
			t.Errorf("%s: the answers are lost", name)
		}
	}
}

// Keys typed before the size of the window is known are handled when it is, and Ctrl+C at once.
func TestKeysBeforeTheFirstPicture(t *testing.T) {
	r := newRoot(fixtureDesk(t), desk.Start{Path: questionnaire.Full}, Options{NoColour: true})
	r.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("sp")})
	r.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("ät")})
	if r.end != nil || len(r.work.iv.Assessment().Company) > 0 {
		t.Fatal("handled blindly")
	}
	r.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	if got := r.work.iv.Assessment().CompanyName(); got != "spät" {
		t.Errorf("%q", got)
	}
	// A terminal that was not taken over yet sends Enter as the end of a line.
	r = newRoot(fixtureDesk(t), desk.Start{}, Options{NoColour: true})
	r.Update(tea.KeyMsg{Type: tea.KeyCtrlJ})
	r.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	if _, ok := r.top().(*question); !ok {
		t.Errorf("Enter was lost: %T", r.top())
	}
	r = newRoot(fixtureDesk(t), desk.Start{}, Options{NoColour: true})
	r.Update(tea.KeyMsg{Type: tea.KeyCtrlC})
	r.Update(tea.KeyMsg{Type: tea.KeyCtrlC})
	if r.end == nil {
		t.Error("Ctrl+C does nothing")
	}
}

// What was answered before the assessment was left is taken back after it.
func TestUndoAfterLeaving(t *testing.T) {
	d := fixtureDesk(t)
	first := drive(t, d, desk.Start{Path: questionnaire.Full})
	first.size(80, 24)
	first.press("K", "e", "enter")
	first.r.handOver(nil)
	second := drive(t, d, desk.Start{Session: d.Last()})
	second.size(80, 24)
	if second.press("down", "u"); d.Last().Assessment().CompanyName() != "" {
		t.Errorf("still %q:\n%s", d.Last().Assessment().CompanyName(), second.see())
	}
	if second.press("r"); d.Last().Assessment().CompanyName() != "Ke" {
		t.Errorf("not brought back:\n%s", second.see())
	}
}

// begun fails before anything of ours could catch it.
type begun struct{ tea.Model }

func (begun) Init() tea.Cmd { panic("begun") }

// A mistake that the library comes across gives the terminal back too, without a stack on it.
func TestPanicInTheLibrary(t *testing.T) {
	var out bytes.Buffer
	p := tea.NewProgram(begun{}, tea.WithInput(strings.NewReader("")), tea.WithOutput(&out), tea.WithAltScreen(), tea.WithoutSignalHandler(), tea.WithoutCatchPanics())
	err := lead(p)
	var wrong *desk.PanicError
	if !errors.As(err, &wrong) || wrong.Value != "begun" {
		t.Errorf("%v", err)
	}
	if !strings.Contains(out.String(), "\x1b[?1049l") || strings.Contains(out.String(), "goroutine") {
		t.Errorf("%q", out.String())
	}
}
