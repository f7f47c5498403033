package main

import (
	"strings"
	"testing"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// After the quick path a person goes on where it counts, changes the window's size and the language on the way, is
// interrupted, goes on, and ends with the result of all that was answered.
func TestDeepeningInAWindow(t *testing.T) {
	t.Parallel()
	b, home := shippedBank(t), t.TempDir()
	w := open(t, home, usual, "run", "--path", "quick")
	h := &hands{window: w, bank: b, given: b.Case("metallbau-35").Assessment, now: questionnaire.New(b, questionnaire.Quick, i18n.German, time.Time{})}
	h.answerAll(questionnaire.SectionCompany, questionnaire.SectionQuestions)
	w.shows("Kurzer Weg geschafft").choose("Weiter, wo es zählt (")
	h.deepen(2)
	before := w.settled()
	w.resize(60, 20)
	w.resize(200, 60)
	w.resize(80, 24)
	w.until("what was there before", func(s string) bool { return s == before })
	w.press("l").shows("Language: English").press("l").shows("Sprache: Deutsch")
	_ = w.cmd.Process.Kill()
	w.ends(-1)

	path, _ := draft(t, home)
	h.window = open(t, home, manner{w: 60, h: 20}, "run", path)
	if rest := h.deepen(100); rest == 100 {
		t.Fatal("no end")
	}
	if s := h.see(); strings.HasPrefix(s, " Weiter, wo es zählt") {
		h.choose("Gleich zum Ergebnis").until("what follows", func(s string) bool { return !strings.HasPrefix(s, " Weiter, wo es zählt") })
	}
	h.toResult()
	h.press("p").ends(0)
	compare(t, b, h.now, path, "")
	if s := score(t, path); s.Interval.Stage.Low != s.Interval.Stage.High {
		t.Errorf("the stage is open: %v", s.Interval.Stage)
	}
}

// deepen answers what is asked, at most n questions, and says how many it were.
func (h *hands) deepen(n int) (asked int) {
	h.t.Helper()
	nav := questionnaire.NewNavigator(h.bank)
	for ; asked < n; asked++ {
		var q *questionnaire.Question
		h.until("question or end", func(s string) bool {
			q = nil
			for _, d := range h.bank.Dimensions {
				for _, x := range d.Questions {
					if x = nav.Shape(h.now, x); h.now.Get(x).State == questionnaire.Open && strings.Contains(s, "Vertiefung") && strings.Contains(bare(s), opening(x, i18n.German)) {
						q = x
						return true
					}
				}
			}
			return strings.HasPrefix(s, " Weiter, wo es zählt") || strings.Contains(s, "Für die Förderung fehl") || strings.Contains(s, "1 Überblick")
		})
		if q == nil {
			return asked
		}
		a := questionnaire.Answer{State: h.given.Get(q).State, Value: h.given.Get(q).Value}
		if a.State == questionnaire.Open {
			a.State = questionnaire.Unknown
		}
		h.press(keysFor(q, a)...)
		h.now = h.now.With(q, a)
	}
	return asked
}
