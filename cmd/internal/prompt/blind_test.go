package prompt_test

import (
	"slices"
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// When too little of an area is known for a stage, that is said at once, and once.
func TestTooMuchUnknownIsTold(t *testing.T) {
	d := shipped(t)
	b := d.Bank()
	a := *b.Demo()
	a.Bank = b.Ref()
	next, area := &a, b.Dimensions[0]
	for _, q := range area.Questions {
		next = next.With(q, questionnaire.Answer{})
	}
	next.Position, next.Language = area.Questions[0].ID, i18n.German
	d.Keep(next)
	said, _, _ := talk(d, desk.Start{Session: d.Last()}, slices.Repeat([]string{"w"}, len(area.Questions))...)
	if n := strings.Count(said, "Für eine Stufe braucht „"+b.Dimensions[0].Short.In(i18n.German)+"“ noch"); n != 1 {
		t.Errorf("said %d times: %s", n, tail(said))
	}
}
