package wizard

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

func BenchmarkFirstFrame(b *testing.B) {
	d := shippedDesk(b)
	for b.Loop() {
		r := newRoot(d, desk.Start{}, Options{NoColour: true})
		r.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
		_ = r.View()
	}
}

// BenchmarkKeyToView is a digit on a question of the shipped bank, saved and drawn.
func BenchmarkKeyToView(b *testing.B) {
	r := newRoot(shippedDesk(b), desk.Start{Path: questionnaire.Full}, Options{NoColour: true})
	r.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	visit{"order-to-invoice"}.do(r)
	keys := []tea.KeyMsg{{Type: tea.KeyRunes, Runes: []rune{'1'}}, {Type: tea.KeyRunes, Runes: []rune{'2'}}}
	i := 0
	for b.Loop() {
		r.Update(keys[i%2])
		_ = r.View()
		i++
	}
}

func BenchmarkResult(b *testing.B) {
	d := shippedDesk(b)
	d.Keep(d.Sample)
	r := newRoot(d, desk.Start{}, Options{NoColour: true})
	r.Update(tea.WindowSizeMsg{Width: 80, Height: 24})
	r.Update(tea.KeyMsg{Type: tea.KeyEnter})
	for b.Loop() {
		r.work.judged = judged{}
		r.push(newResult(paneOverview))
		_ = r.View()
	}
}
