package wizard

import (
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// copied begins with the answers of the draft that is kept, in both faces.
func copied(t *testing.T) *walk {
	t.Helper()
	x, y := fixtureDesk(t), fixtureDesk(t)
	x.Keep(filled(x, i18n.German))
	y.Keep(filled(y, i18n.German))
	w := &walk{t: t, w: drive(t, x, desk.Start{Lang: i18n.German}), l: newLiner(y, desk.Start{Lang: i18n.German})}
	t.Cleanup(func() { _ = w.l.end() })
	w.w.press("enter", "down", "down", "enter")
	w.l.typeIn("1")
	w.l.typeIn("2")
	w.compare()
	return w
}

// toCarried are the keys from a question to the answers that wait.
var toCarried = []string{"a", "right", "right", "right", "right", "right", "right"}

func (w *walk) waits(n int) {
	w.t.Helper()
	if got := len(w.w.r.work.iv.Unconfirmed(w.w.r.work.iv.Assessment())); got != n {
		w.fail("not so many wait")
	}
}

// Enter in the wizard and an empty line in line mode confirm every kind of answer, and both files hold the same; leaving a
// question open, or going back, confirms nothing.
func TestConfirmingOneByOne(t *testing.T) {
	w := copied(t)
	for left := 9; left > 0; left-- {
		w.waits(left)
		if left == 5 {
			w.w.press("o", "esc")
			w.l.typeIn("offen")
			w.l.typeIn("zurück")
			w.compare()
			w.waits(left)
		}
		w.w.press("enter")
		w.l.typeIn("")
		if left > 1 {
			w.compare()
		}
	}
	w.waits(0)
	for _, it := range w.w.r.work.iv.Items(w.w.r.work.iv.Assessment()) {
		if a := w.w.r.work.iv.Answer(it.Question); !a.Carried.IsZero() {
			t.Errorf("%s is from %v", it.Question.ID, a.Carried)
		}
	}
}

// A whole area, then the rest, are confirmed by one action each in the review and by a word in line mode, and taken back.
func TestConfirmingTogether(t *testing.T) {
	w := copied(t)
	w.w.press("tab", "g", "1", "enter").press(toCarried...)
	w.w.shows("Unbestätigt 9", "Diesen Bereich bestätigen (3 Antworten)").press("down", "down", "down", "enter").shows("3 Antworten bestätigt. u nimmt es zurück.", "Unbestätigt 6")
	w.w.press("esc")
	w.l.typeIn(".gehe Frage 1")
	w.l.typeIn("zurück")
	w.l.typeIn("bestätigen")
	w.l.typeIn(".bestätigen bereich")
	w.l.typeIn(".gehe Frage 1")
	w.compare()
	w.w.press(toCarried...).press("end", "up").shows("Alle 6 Antworten bestätigen", "Eingabe bestätigen").press("enter").shows("6 Antworten bestätigt", "Unbestätigt 0")
	w.w.press("esc")
	w.l.typeIn("bestätigen alle")
	w.compare()
	w.waits(0)
	w.w.press("u").shows("6 Bestätigungen zurückgenommen")
	w.l.typeIn("u")
	w.compare()
	w.waits(6)
	w.w.press("u").shows("3 Bestätigungen zurückgenommen")
	w.l.typeIn("u")
	w.compare()
	w.waits(9)
	w.w.press("r", "r").shows("6 Bestätigungen wiederhergestellt")
	w.l.typeIn(".r")
	w.l.typeIn(".r")
	w.compare()
	w.waits(0)
	if n := len(w.w.d.Last().History().Undo); n != 9+9 {
		t.Errorf("%d changes", n)
	}
}

// Whoever comes to the end with answers that wait is shown them once, before the result.
func TestWhatWaitsIsShownBeforeTheResult(t *testing.T) {
	w := copied(t)
	w.w.press("tab", "g", "6", "enter", "+")
	w.waits(8)
	if _, ok := w.w.r.top().(*review); !ok {
		w.fail("no review")
	}
	w.w.shows("Unbestätigt 8").press("end", "enter")
	if _, ok := w.w.r.top().(*review); ok {
		w.fail("shown twice")
	}
	w.w.press("e").shows("wenn die 5 übernommenen Antworten noch gelten", "Seit dem 22.11.2026")
	if a := w.w.r.work.iv.Assessment(); a.Get(w.w.d.Bank().Question("order")).State != questionnaire.Answered {
		t.Error("an answer went")
	}
}
