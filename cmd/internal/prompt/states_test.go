package prompt_test

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// The latest draft comes first; drafts that would be told alike are told apart; a template is said to be a new assessment.
func TestDraftsAtTheStart(t *testing.T) {
	for lang, want := range map[i18n.Lang][]string{
		i18n.German:  {"1: Weitermachen: ohne Namen, zuletzt 22.11.2026", ", begonnen 22.11.2026, Datei ", "2: Kurzer Weg", "4: Weitermachen: ohne Namen", "Datei ", "2: Neu beginnen, mit diesen Antworten als Vorlage."},
		i18n.English: {"1: Carry on: unnamed, last 22", ", begun 22", "file ", "2: Quick path", "4: Carry on: unnamed", "file ", "2: Begin a new one, with these answers to start from."},
	} {
		d := shipped(t)
		for range 2 {
			d.Keep(questionnaire.New(d.Bank(), questionnaire.Quick, i18n.German, d.Now()))
		}
		said, _, err := talk(d, desk.Start{Lang: lang}, "1", "ende")
		if err != nil {
			t.Fatal(err)
		}
		inOrder(t, said, want...)
	}
}

// Whoever comes back to an item hears what else there is to it; questions that an answer adds are announced.
func TestStatesAreSaid(t *testing.T) {
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun...), "3", "z", "notiz eins", "b", "", "z", ".p")...)
	inOrder(t, said, "Notiz gespeichert", "Vorgemerkt", "Bisher: 3, Die Ziele stehen in einem Dokument. Mit Notiz. Für später vorgemerkt. f liest die möglichen Antworten vor.")
	said, _, _ = talk(d.Fresh(), desk.Start{Path: questionnaire.Quick}, "Eins AG", "1", "C", "z", "z", "z", "z", ".p")
	_, said, _ = strings.Cut(said, "Angabe 4 von 8")
	if strings.Contains(said, "Bergbau") || strings.Contains(said, "Bisher: Eins AG. f liest") || !strings.Contains(said, "Bisher: 3, C ") {
		t.Errorf("too much is read again:\n%s", said)
	}
}

// What begins like a command in a text field is asked back.
func TestCommandsWithMoreInATextField(t *testing.T) {
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Quick}, "gehe Frage 1", "suche Rechnung", "\"Suche und Partner\"", ".p")
	inOrder(t, said, "Fehler: Als Text „gehe Frage 1“ bitte in Anführungszeichen, als Befehl mit Punkt davor.", "Fehler: Als Text „suche Rechnung“", "Angabe 1 gespeichert: Suche und Partner.")
}

// An area's name behind the command confirms that area; after an undo the options are not read again.
func TestConfirmingOneAreaByName(t *testing.T) {
	d := shipped(t)
	d.Keep(d.Bank().Case("metallbau-35").Assessment)
	said, _, _ := talk(d, desk.Start{}, "1", "2", ".bestätigen Sicherheit", ".gehe Frage 1", "4", "u", "antworten", "z", ".p")
	inOrder(t, said, " Antworten bestätigt.", "Frage 1 gespeichert: 4", "Zurückgenommen: ", "Frage 1 von ", "Antworten: Alle ")
	_, said, _ = strings.Cut(said, "Zurückgenommen: ")
	said, _, _ = strings.Cut(said, "Antworten: ")
	if strings.Contains(said, "\n1: ") {
		t.Errorf("options are read again:\n%s", said)
	}
}

// Who types in a pipe has no return key on the screen: the prompt's line ends all the same.
func TestPromptsEndTheirLineInAPipe(t *testing.T) {
	said, _, _ := talk(shipped(t), desk.Start{Path: questionnaire.Quick}, "Eins AG", ".p")
	if !strings.Contains(said, "keine Angabe: \nAngabe 1 gespeichert: Eins AG.\n") {
		t.Errorf("%s", said)
	}
	if said, _ = person(shipped(t), desk.Start{Path: questionnaire.Quick}, "Eins AG", ".p"); !strings.Contains(said, "keine Angabe: Angabe 1 gespeichert") {
		t.Errorf("%s", said)
	}
}
