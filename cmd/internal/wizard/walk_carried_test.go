package wizard

import (
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// template begins an assessment with the answers of an earlier one.
func template(t *testing.T, d *desktest.Desk, path questionnaire.Path) desk.Start {
	t.Helper()
	earlier := filled(d, i18n.German)
	earlier.Path = path
	s, err := desk.Again(d, earlier, i18n.German)
	if err != nil {
		t.Fatal(err)
	}
	return desk.Start{Session: s, Lang: i18n.German}
}

// keep confirms an answer that was carried over by Enter, or an empty line.
func (w *walk) keep(q *questionnaire.Question) bool {
	if a := w.w.answer(q.ID); !questionnaire.Unconfirmed(q, a) || questionnaire.Settled(q, a) == questionnaire.Open {
		return false
	}
	w.note("%s kept", q.ID)
	w.w.r.replace(w.w.r.question(q.ID)) // as one arrives at it: the pointer on the answer
	w.press(opEnter)
	w.l.typeIn("")
	w.seen["keep"] = true
	return true
}

// confirm confirms what waits in the area of a question, or everything, as the review offers it.
func (w *walk) confirm(q *questionnaire.Question) bool {
	var area, all []*questionnaire.Question
	for _, it := range w.w.r.work.iv.Unconfirmed(w.w.r.work.iv.Assessment()) {
		if all = append(all, it.Question); it.Question.Dimension == q.Dimension && it.Question.Section == q.Section {
			area = append(area, it.Question)
		}
	}
	switch {
	case len(area) > 1 && w.rnd.IntN(4) > 0:
		w.note("area of %s confirmed", q.ID)
		w.seen["area"] = true
		w.w.r.do([]say{confirm{area}})
		w.l.typeIn(".bestätigen bereich")
	case len(all) > 0 && w.rnd.IntN(3) == 0:
		w.note("all confirmed")
		w.seen["all"] = true
		w.w.r.do([]say{confirm{all}})
		w.l.typeIn(".bestätigen alle")
	default:
		return false
	}
	w.w.r.store()
	return true
}

// confirmRest confirms, before the result, everything that still waits.
func (w *walk) confirmRest() {
	w.note("the rest confirmed")
	var all []*questionnaire.Question
	for _, it := range w.w.r.work.iv.Unconfirmed(w.w.r.work.iv.Assessment()) {
		all = append(all, it.Question)
	}
	w.w.r.do([]say{confirm{all}, finish{}})
	w.w.r.store()
	w.l.typeIn("2")
}
