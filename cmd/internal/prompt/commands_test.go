package prompt_test

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// Commands are commands in a text field too, unless they stand in quotation marks; where there is no terminal, full screen
// is refused and nothing else happens; "fertig" leads to what ends the questions.
func TestCommandsInTextFields(t *testing.T) {
	d := shipped(t)
	said, _, err := talk(d, desk.Start{Path: questionnaire.Quick}, "befehle", "befehle pause", "befehle alles", "vollbild", "\"Wo\"", "fertig", "p")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Mehr: befehle alles.", "zum Ergebnis, auch wenn Fragen offen sind", "Fehler: Für den Vollbildmodus fehlt ein Terminal.", "Angabe 1 gespeichert: Wo.", "Offenes beantworten"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said: %s", want, said)
		}
	}
}
