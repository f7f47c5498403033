package wizard

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// Keys typed faster than they are read arrive in one message: none is lost, and a key that opens a text field makes the
// rest of them its text. What was pasted outside a text field does nothing.
func TestKeysTypedTogether(t *testing.T) {
	d := drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full})
	d.press("Probe", "enter", "6", "enter")
	together := func(keys string, paste bool) {
		d.r.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(keys), Paste: paste})
	}
	q := d.d.Bank().Question("machines")
	answer := func() questionnaire.Answer { return d.r.work.iv.Answer(q) }
	d.press("esc")
	together("#1", false) // out of the number into its list
	if got := d.answer("employees"); got.Value.Option == "" {
		t.Errorf("after # and 1: %+v", got)
	}
	d.press("enter")
	together("12", true)
	if !answer().Empty() {
		t.Errorf("pasted keys answered: %+v", answer())
	}
	together("21", false)
	if got := answer().Value.Option; got != "yes" {
		t.Errorf("after 2 and 1: %q", got)
	}
	together("nspäter fragen", false)
	d.press("esc")
	if got := answer().Note; got != "später fragen" {
		t.Errorf("note: %q", got)
	}
	together("up", false)
	if d.r.end == nil || d.r.end.err != nil {
		t.Errorf("u and p: %v", d.r.end)
	}
}
