package wizard

import (
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire/i18n"
)

// While answers wait to be confirmed nothing is called certain: the file's menu, the list at the start and the result say so,
// the menu offers to confirm them first, and "what settles most" leads to one of them.
func TestNothingIsCertainWhileAnswersWait(t *testing.T) {
	for l, w := range map[i18n.Lang][5]string{
		i18n.German:  {"Stufe 2, 6 unbestätigt", "wenn die 5 übernommenen Antworten noch gelten.", "Übernommenes bestätigen: 6 Fragen und 2 Angaben", "Unbestätigt 8", "Diese unbestätigte Antwort zählt am meisten"},
		i18n.English: {"stage 2, 6 unconfirmed", "if the 5 answers taken over still hold.", "Confirm what was taken over: 6 questions and 2 details", "Unconfirmed 8", "This unconfirmed answer settles most"},
	} {
		d := fixtureDesk(t)
		d.Keep(filled(d, l))
		dr := drive(t, d, desk.Start{Lang: l}).press("enter", "down", "down", "enter", "enter", "tab", "g", "1", "enter")
		start{}.do(dr.r)
		dr.shows(w[0]).press("enter").shows(w[1], "► "+w[2]).press("m").shows(w[4])
		if a := dr.answer(dr.r.work.iv.Assessment().Position); a.Carried.IsZero() {
			t.Error("not one that waits")
		}
		start{}.do(dr.r)
		dr.press("enter", "enter").size(120, 40)
		dr.shows(w[3])
	}
}
