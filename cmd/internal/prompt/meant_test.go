package prompt_test

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// A mistyped command is answered with the nearest one of this place, in one line, and nothing is done.
func TestMistypedCommands(t *testing.T) {
	for _, x := range []struct {
		typed, error string
	}{
		{"zurük", "Fehler: „zurük“ gibt es hier nicht. Meinten Sie „zurück“?\n"},
		{"ZURUK", "Meinten Sie „zurück“?"},
		{"weietr", "Meinten Sie „weiter“?"},
		{"noitz Tresor ist neu", "Fehler: „noitz Tresor ist neu“ gibt es hier nicht. Meinten Sie „notiz“?"},
		{".resutl", "Fehler: „.resutl“ gibt es hier nicht. Meinten Sie „result“?"},
		{"oepn", "Meinten Sie „open“?"},
		{"rükgängig", "Meinten Sie „rückgängig“?"},
		{"9", "Bitte eine Zahl von 1 bis 5"},
		{"bericht", "„bericht“ gibt es beim Ergebnis."}, // known, only not here
		{"tanze", "befehle nennt alle Befehle."},
	} {
		d := shipped(t)
		said, _, _ := talk(d, desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun...), x.typed)...)
		_, said, _ = strings.Cut(said, "Frage 1 von 14")
		inOrder(t, said, "Frage 1, 1 bis 5 oder w:", x.error, "Frage 1, 1 bis 5 oder w:")
		if strings.Count(said, "Fehler: ") != 1 || strings.Contains(said, "Frage 2 von") || strings.Contains(said, "Notiz gespeichert") {
			t.Errorf("%s:\n%s", x.typed, said)
		}
	}
}

// So it is at every kind of prompt: a menu, a detail, a figure, a table, formats, and behind the result.
func TestMistypedCommandsEverywhere(t *testing.T) {
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{}, "beghle", "paus", "suhce", "p")
	inOrder(t, said, "Meinten Sie „befehle“?", "Meinten Sie „pause“?", "Fehler: „suhce“ gibt es hier nicht. Bitte eine Zahl") // nothing to search yet
	said, _, _ = talk(d.Fresh(), desk.Start{Path: questionnaire.Full}, append(append([]string{}, begun[:7]...), "zurük", "viel", ".gehe Daten und KI", "1", "hlife", "9", ".p")...)
	inOrder(t, said, "Angabe 8, Zahl von", "Meinten Sie „zurück“?\nAngabe 8, Zahl von", "Fehler: „viel“ ist keine Zahl.", "Frage 35, 4 Werte", "Meinten Sie „hilfe“?\nFrage 35, 4 Werte", "Fehler: Zeile 1 von 4: Verkäufe oder erbrachte Leistungen. „9“ passt nicht.")
	d = shipped(t)
	a := *d.Bank().Case("metallbau-35").Assessment
	lines := script(d, &a)
	said, _, _ = talk(d, desk.Start{Path: a.Path}, append(lines[:len(lines)-1], "berciht", "format", "zruück", "zurück", "ende")...)
	inOrder(t, said, "Weiter mit: ", "Befehl: \nFehler: „berciht“ gibt es hier nicht. Meinten Sie „bericht“?\nBefehl: ", "Formate, 1 bis", "Meinten Sie „zurück“?\nFormate, 1 bis")
	if len(d.Reports) > 0 {
		t.Error("a guess was carried out")
	}
	said, _, _ = talk(d.Fresh(), desk.Start{Path: questionnaire.Quick, Lang: i18n.English}, append(append([]string{}, begun...), "opne", "noet", "p")...)
	inOrder(t, said, "Error: There is no ‘opne’ here. Did you mean ‘open’?", "Did you mean ‘note’?")
}
