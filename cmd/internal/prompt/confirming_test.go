package prompt_test

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
)

// What was taken over is said to wait, an empty line confirms it, words confirm an area or all of it, and before the result
// the rest is offered once more.
func TestConfirmingInLineMode(t *testing.T) {
	d := shipped(t)
	d.Keep(d.Bank().Case("metallbau-35").Assessment)
	said, _, _ := talk(d, desk.Start{}, "1", "2", ".gehe Frage 1", "", "wo", "bestätigen", "bestätigen bereich", "u", "r", "a unbestätigt", "z", ".fertig", "1", "w", ".fertig", "2", "2", ".p")
	for _, want := range []string{
		"Wie am ", ", noch nicht bestätigt.", "noch nicht bestätigt. f liest die möglichen Antworten vor.", ", leer bestätigt:", " bestätigt: ", "Noch nicht bestätigt: 4",
		"Noch nicht bestätigt: ", " in „Strategie und Führung“, ", " insgesamt. Bestätigen mit: bestätigen bereich, oder bestätigen alle.", " Antworten bestätigt. u nimmt es zurück.",
		" Bestätigungen zurückgenommen. r stellt sie wieder her.", " Bestätigungen wiederhergestellt.", "unbestätigt.", "1: Diese Antworten durchgehen.", "2: Alle so bestätigen.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said", want)
		}
	}
	if t.Failed() {
		t.Log(tail(said))
	}
}

func TestNothingToConfirm(t *testing.T) {
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{Path: "full"}, ".bestätigen", ".wo", ".p")
	if !strings.Contains(said, "Keine übernommene Antwort wartet auf eine Bestätigung.") || strings.Contains(said, "noch nicht bestätigt") {
		t.Error(tail(said))
	}
}

// With nothing open, "what settles most" leads to an answer that waits, and the result is none that is certain.
func TestWhatSettlesMostOfWhatWaits(t *testing.T) {
	d, _ := agedDesk(t)
	said, _, _ := talk(d, desk.Start{}, "1", "2", ".wichtig", ".p")
	for _, want := range []string{"Diese unbestätigte Antwort zählt am meisten (47 Fragen und ", "Als Vorlage da: 47 Fragen und ", "Wie am 12.11.2025, noch nicht bestätigt."} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said: %s", want, tail(said))
		}
	}
}
