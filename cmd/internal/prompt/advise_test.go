package prompt_test

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// A target has the number of its option and is better than today; leaving open keeps the answer; undo names what changed;
// the search knows terms and notes.
func TestTargetsAnswersKeptAndPartsNamed(t *testing.T) {
	said, _, _ := talk(shipped(t), desk.Start{Path: questionnaire.Full}, ".gehe Frage 1", "4", "gehe 1", "ziel 3", "ziel", "ziel 5", "u",
		"notiz Tresor", "u", "r", "o", "gehe 1", "5", "gehe 1", "ziel 5", "gehe 2", "gehe tresor", "gehe backup", "p")
	for _, want := range []string{
		"Fehler: Antwort 3 ist nicht besser als die von heute", "\n5: Jedes schriftliche Ziel", "Zurückgenommen bei Digitale Ziele: Ziel.",
		"Zurückgenommen bei Digitale Ziele: Notiz.", "Wiederhergestellt bei Digitale Ziele: Notiz.", "Die Antwort bleibt, wie sie war.",
		"Besser als die Antwort von heute ist hier keine.", "Sicherheit und Datenschutz.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said:\n%s", want, said)
		}
	}
}
