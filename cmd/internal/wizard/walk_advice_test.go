package wizard

import (
	"fmt"
	"slices"

	"digitalkompass/questionnaire"
)

func (w *walk) proof(q *questionnaire.Question) bool {
	if q.Dimension == "" {
		return false
	}
	a := w.w.answer(q.ID)
	w.w.r.do([]say{open{newEvidence(q, a)}})
	if a.Evidence != "" && w.rnd.IntN(2) == 0 {
		w.note("%s no proof", q.ID)
		w.w.press("tab", "down", "enter", "esc")
		w.l.typeIn(".nachweis löschen")
		return true
	}
	w.n++
	text := fmt.Sprintf("Ordner %d", w.n)
	w.note("%s proof", q.ID)
	for range a.Evidence {
		w.press(opBackspace)
	}
	w.w.press(text, "enter")
	w.l.typeIn(".nachweis " + text)
	w.seen["evidence"] = true
	return true
}

func (w *walk) basis(q *questionnaire.Question) bool {
	return w.advise(q, stopBasis, "grundlage", questionnaire.Confidences[1:], w.w.answer(q.ID).Confidence, func(id string) int { return slices.Index(questionnaire.Confidences[1:], id) + 1 })
}
