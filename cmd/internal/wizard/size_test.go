package wizard

import (
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire/i18n"
)

// What begins says all that is asked before the result, details of the company among it, in one row of every window.
func TestAPathSaysItsDetailsToo(t *testing.T) {
	for l, words := range map[i18n.Lang][2]string{
		i18n.German:  {"Kurzer Weg              14 Fragen, 9 Angaben, 13 Min.", "bis 14 Fragen und 9 Angaben, etwa 13 Minuten, "},
		i18n.English: {"Quick path              14 questions, 9 details, 13 min", "up to 14 questions and 9 details, about 13 minutes, "},
	} {
		d := drive(t, shippedDesk(t), desk.Start{Lang: l}).size2(minWidth, minHeight).shows(words[0])
		d.size2(80, 24).shows(words[1])
	}
}
