package prompt_test

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// An end of input where nothing is under way is as good as leaving by the menu.
func TestEndOfInputAtTheStart(t *testing.T) {
	d := shipped(t)
	for _, lines := range [][]string{nil, {"hilfe"}, {"4", "1"}} {
		said, _, err := talk(d, desk.Start{}, lines...)
		if err != nil || !strings.HasSuffix(said, "\nAuf Wiedersehen.\n") {
			t.Errorf("%q: %v\n%s", lines, err, tail(said))
		}
	}
}

// Questions are read as they are written, whatever they end with, and details for funding are told from those of the company.
func TestAnswersAreListedAsWritten(t *testing.T) {
	said, _, _ := talk(shipped(t), desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun...), "a alle", "z", "suche Zettel", ".p")...)
	inOrder(t, said, "6: Angabe 6, Arbeiten Sie mit Maschinen, Fahrzeugen oder Geräten ab 2.000\u0020€ Neuwert? Bürogeräte zählen nicht. Jetzt: 1, Ja.\n", ": Angabe 1 zur Förderung, In welchem Jahr")
	for _, bad := range []string{".?", "!?", "..", "??"} {
		if strings.Contains(said, bad) {
			t.Errorf("%q in\n%s", bad, said)
		}
	}
}

// Who asks for the answers hears first how many each filter finds, in place of all of them.
func TestFiltersAreCounted(t *testing.T) {
	said, _, _ := talk(shipped(t), desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun...), "w", "notiz eins", "antworten", "m", ".p")...)
	inOrder(t, said, "Frage 1 gespeichert: weiß nicht.", "Antworten: Alle 36, Offen 26, Weiß nicht 1, Notiz 1. Zum Beispiel: antworten offen, oder antworten alle.\nFrage 2, ", "Fragen ohne Antwort entscheidet diese am meisten.")
}

// One number says what is open, wherever it is said: questions, and details beside them. What counts for the result is told apart.
func TestOneCountOfWhatIsOpen(t *testing.T) {
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun...), "w", "3", "wo", "e", ".fertig")...)
	inOrder(t, said, "Noch offen: 12 Fragen, etwa 9 Minuten.", "Gewertet: 1 von 14 Fragen, 1 mit „weiß nicht“, 12 offen.", "Noch offen: 12 Fragen. Dorthin: antworten offen.", "Noch offen: 12 Fragen.", "Unterbrochen. Noch offen: 12 Fragen.")
	said, _, _ = talk(d, desk.Start{}, "1", "1")
	inOrder(t, said, "1: Weitermachen: Metallbau Kessler", "noch 12 von 14 Fragen offen", "Willkommen zurück. Noch offen: 12 Fragen.")
}

// Rows that all have one value are said as one; how a basis is set is said where it is read out.
func TestShortAndWithTheWayOn(t *testing.T) {
	said, _, _ := talk(shipped(t), desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun...), ".gehe 11", "w w w w", "grundlage", "beleg Ordner", "warum daten", ".p")...)
	inOrder(t, said, "Frage 11 gespeichert: alle 4 Zeilen weiß nicht.", "3: gesehen.\nSetzen mit: grundlage und der Nummer, zum Beispiel grundlage 2.\n", "Nachweis: Ordner.", "Daten und KI: ")
}

// The sample can be asked about like any other result, and the way out of a menu is out, not back.
func TestTheSampleIsAskedAbout(t *testing.T) {
	d := shipped(t)
	said, result := person(d, desk.Start{}, "3", "warum", "e", "1", "z", "4", "ende")
	inOrder(t, said, "1: Das ganze Ergebnis vorlesen.", "Woher Punkte kommen: ", "Stufe 2 von 5", "Stufe 2 von 5", "Schritt 2, zu „", "Anfang. ", "Auf Wiedersehen.")
	if !strings.Contains(result, "Mehr: warum.") || strings.Contains(said, "Nachtragen") {
		t.Errorf("%s\n%s", result, said)
	}
	d.Keep(d.Sample)
	for _, lines := range [][]string{{"5", "ende"}, {"1", "3", "ende"}} {
		if said, _, err := talk(d, desk.Start{}, append(lines, "99")...); err != nil || strings.Contains(said, "„99“") {
			t.Errorf("%q: %v\n%s", lines, err, tail(said))
		}
	}
}
