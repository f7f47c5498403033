package prompt_test

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Help says first what can be typed, with the word for all commands, and does not repeat what was just read out.
func TestHelpSaysWhatToType(t *testing.T) {
	const why = "Der Name erscheint auf dem Deckblatt"
	said, _ := person(shipped(t), desk.Start{Path: questionnaire.Full}, "h", "", ".h", "1", ".h", "z", "h", "z", ".p")
	inOrder(t, said, why, "Tippen Sie einen Text, leer heißt keine Angabe. Alle Befehle: befehle.\n", "Angabe 2, 1 bis 2: Tippen Sie eine Zahl von 1 bis 2. Alle Befehle: befehle.\n", "Begriffe: Betriebsstätte.",
		"Angabe 3, 1 bis 19 oder Buchstabe: Tippen Sie eine Zahl von 1 bis 19, oder den Buchstaben. Alle Befehle", "Angabe 2 von", "Tippen Sie eine Zahl von 1 bis 2, leer behält.", "Warum wir fragen: Programme des Landes")
	if strings.Count(said, why) != 2 || strings.Count(said, "Warum wir fragen") != 1 { // read out again with its question; said with help where it was not
		t.Errorf("repeated:\n%s", said)
	}
	for _, x := range []struct{ to, want string }{
		{"Frage 1", "Tippen Sie eine Zahl von 1 bis 5, oder w für weiß nicht. Alle Befehle: befehle.\nWarum wir fragen: "},
		{"Wareneingänge", "Tippen Sie 4 Werte von 1 bis 3, mit Leerzeichen dazwischen, oder w für weiß nicht, oder t für trifft nicht zu, oder 2=1: Zeile 2 bekommt Wert 1."},
		{"auf Vollzeit", "Tippen Sie eine Zahl von 0 bis 99.999, oder # und die Nummer einer Gruppe. Alle"},
		{"digitalen Zusätze", "Tippen Sie Zahlen von 1 bis 9, mit Leerzeichen dazwischen, oder w für weiß nicht."},
	} {
		said, _ := person(shipped(t), desk.Start{Path: questionnaire.Full}, ".gehe "+x.to, "h", ".p")
		inOrder(t, said, x.want)
	}
	said, _ = person(shipped(t), desk.Start{Path: questionnaire.Full, Lang: i18n.English}, ".go question 1", "h", ".p")
	inOrder(t, said, "Type a number from 1 to 5, or w for don’t know. All commands: commands.\nWhy we ask: ")
}
