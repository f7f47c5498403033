package prompt_test

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// What there is to tell about a file comes before its question, one thing a line, and undo goes on after a restart.
func TestTakingUpAFile(t *testing.T) {
	d := shipped(t)
	if _, _, err := talk(d, desk.Start{Path: questionnaire.Quick}, "Eins AG", "z", "Zwei AG", ".pause"); err != nil {
		t.Fatal(err)
	}
	d.Notices = []i18n.Message{i18n.Msg("edited", "n", 2), i18n.Msg("bank-added", "n", 1, "items", i18n.List{d.Bank().Question("order-to-invoice").Wording.Short})}
	s, err := d.Open(desk.Draft{Path: d.Last().Path()})
	if err != nil {
		t.Fatal(err)
	}
	said, _, err := talk(d, desk.Start{Session: s}, ".u", ".u", ".r", ".pause")
	if err != nil {
		t.Fatal(err)
	}
	order := []string{"In der Datei stehen 2 Antworten anders", "Neu gefragt: ", "Angabe 2 von 8", "wieder: Eins AG", "wieder: ", "jetzt: Eins AG"}
	for at, want := range order {
		i := strings.Index(said, want)
		if i < 0 {
			t.Fatalf("no %q (%d):\n%s", want, at, said)
		}
		said = said[i+len(want):]
	}
	if got := d.Last().Assessment().CompanyName(); got != "Eins AG" {
		t.Errorf("%q", got)
	}
}
