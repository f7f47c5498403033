package wizard

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring/offer"
)

var (
	clock = time.Date(2026, 11, 22, 9, 12, 0, 0, time.UTC)
)

var dataFiles = os.DirFS("../../../data")

// driver is a wizard driven key by key, without a terminal.
type driver struct {
	t *testing.T
	r *root
	d *desktest.Desk
}

func drive(t *testing.T, d *desktest.Desk, start desk.Start) *driver {
	t.Helper()
	dr := &driver{t: t, r: newRoot(d, start, Options{NoColour: true}), d: d}
	dr.size(80, 24)
	return dr
}

// The desks are loaded once; every test gets a fresh one of its own.
var shippedOnce, fixtureOnce *desktest.Desk

func shippedDesk(tb testing.TB) *desktest.Desk {
	tb.Helper()
	if shippedOnce == nil {
		shippedOnce = desktest.Shipped(tb, dataFiles)
	}
	return shippedOnce.Fresh()
}

func fixtureDesk(tb testing.TB) *desktest.Desk {
	tb.Helper()
	if fixtureOnce == nil {
		b := desktest.Bank(tb, os.DirFS("../../../questionnaire/testdata/bank"))
		fixtureOnce = desktest.New(tb, dataFiles, b, &offer.Catalogue{})
	}
	return fixtureOnce.Fresh()
}

func (d *driver) size(w, h int) { d.r.Update(tea.WindowSizeMsg{Width: w, Height: h}) }

func (d *driver) size2(w, h int) *driver {
	d.size(w, h)
	return d
}

func count(screen, text string) int { return strings.Count(escapes.ReplaceAllString(screen, ""), text) }

var named = map[string]tea.KeyType{
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight, "enter": tea.KeyEnter, "space": tea.KeySpace,
	"tab": tea.KeyTab, "backtab": tea.KeyShiftTab, "esc": tea.KeyEsc, "home": tea.KeyHome, "end": tea.KeyEnd, "pgdn": tea.KeyPgDown,
	"pgup": tea.KeyPgUp, "bs": tea.KeyBackspace, "del": tea.KeyDelete, "f1": tea.KeyF1, "ctrl+c": tea.KeyCtrlC, "ctrl+u": tea.KeyCtrlU, "ctrl+w": tea.KeyCtrlW, "ctrl+a": tea.KeyCtrlA, "ctrl+e": tea.KeyCtrlE, "ctrl+z": tea.KeyCtrlZ, "ctrl+y": tea.KeyCtrlY,
}

// press presses keys given by name, or as letters to type.
func (d *driver) press(keys ...string) *driver {
	d.t.Helper()
	for _, k := range keys {
		if kind, ok := named[k]; ok {
			d.r.Update(tea.KeyMsg{Type: kind})
			continue
		}
		for _, r := range k {
			if r == ' ' {
				d.r.Update(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}})
				continue
			}
			d.r.Update(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
		}
	}
	return d
}

// wordless is what a message without words looks like.
var wordless = regexp.MustCompile(`\[[a-z]+(\.[a-z-]+)+\]`)

// see is the screen as people see it. It fails when the screen is not exactly as large as the window.
func (d *driver) see() string {
	d.t.Helper()
	s := d.r.View()
	rows := strings.Split(s, "\n")
	if len(rows) != d.r.view.h {
		d.t.Fatalf("%d rows in a window of %d:\n%s", len(rows), d.r.view.h, s)
	}
	for _, r := range rows {
		if w := lipgloss.Width(r); w != d.r.view.w {
			d.t.Fatalf("a row of %d cells in a window of %d: %q\n%s", w, d.r.view.w, r, s)
		}
	}
	if key := wordless.FindString(s); key != "" {
		d.t.Fatalf("no words for %s:\n%s", key, s)
	}
	if !d.r.tooSmall() {
		if p, f := d.r.top().View(d.r.frame()), d.r.frame(); len(p.Body) > f.body() || len(p.Panel) > f.body() {
			d.t.Fatalf("%d and %d rows where there is room for %d:\n%s", len(p.Body), len(p.Panel), f.body(), s)
		}
		for _, l := range d.r.rows(d.r.frame()) {
			if w := width(strings.TrimRight(l.text(), " ")); w > d.r.view.w {
				d.t.Fatalf("a row is cut: %v\n%s", l, s)
			}
		}
	}
	return s
}

func (d *driver) shows(texts ...string) *driver {
	d.t.Helper()
	s := escapes.ReplaceAllString(d.see(), "")
	for _, text := range texts {
		if !strings.Contains(s, text) {
			d.t.Fatalf("%q is not shown:\n%s", text, s)
		}
	}
	return d
}

func (d *driver) hides(text string) *driver {
	d.t.Helper()
	if s := d.see(); strings.Contains(s, text) {
		d.t.Fatalf("%q is shown:\n%s", text, s)
	}
	return d
}

func (d *driver) answer(id string) questionnaire.Answer {
	d.t.Helper()
	return d.r.work.iv.Answer(d.d.Bank().Question(id))
}

func german(b *questionnaire.Bank) *questionnaire.Assessment {
	return questionnaire.New(b, questionnaire.Full, i18n.German, clock)
}
