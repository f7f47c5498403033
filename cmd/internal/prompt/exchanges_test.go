package prompt_test

import (
	"bytes"
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/cmd/internal/prompt"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// say is one exchange: lines of input, and what the dialogue has to hold.
var exchanges = []struct {
	name  string
	lines []string
	want  []string
}{
	{"help", []string{"h"}, []string{"Warum wir fragen: ", "Ein Beispiel: ", "Wo Sie nachsehen: ", "Begriffe: "}},
	{"a term", []string{"begriff Kennzahl"}, []string{"Kennzahl: "}},
	{"no such term", []string{"begriff xyz"}, []string{"Fehler: Kein Treffer für „xyz“. begriff alles nennt alle Begriffe."}},
	{"an empty line answers nothing", []string{"", ""}, []string{"Fehler: Diese Frage ist noch offen."}},
	{"a number too high", []string{"9"}, []string{"Fehler: „9“ gibt es hier nicht. Bitte eine Zahl von 1 bis 5"}},
	{"confirmed with number and words", []string{"3"}, []string{"Frage 1 gespeichert: 3, Die Ziele stehen in einem Dokument."}},
	{"don't know", []string{"w"}, []string{"Frage 1 gespeichert: weiß nicht."}},
	{"not offered", []string{"t"}, []string{"Fehler: „Trifft nicht zu“ gibt es bei dieser Frage nicht."}},
	{"back and kept", []string{"3", "zurück", ""}, []string{"Frage 1 von 14", "Bisher: 3, Die Ziele stehen in einem Dokument. f liest", "Frage 1, 1 bis 5 oder w, leer behält:", "Frage 1 behalten: 3, Die Ziele stehen in einem Dokument."}},
	{"umlauts written out", []string{"3", "zurueck"}, []string{"Bisher: "}},
	{"left open", []string{"o"}, []string{"Frage 1 bleibt offen.", "Frage 2 von 14"}},
	{"undo and redo", []string{"3", "u", "r"}, []string{"Zurückgenommen: Digitale Ziele, wieder: offen.", "Wiederhergestellt: Digitale Ziele, jetzt: 3, Die Ziele stehen in einem Dokument."}},
	{"nothing to redo", []string{"r"}, []string{"Fehler: Es gibt nichts wiederherzustellen."}},
	{"a note, added to and deleted", []string{"notiz eins", "n zwei", "n", "notiz löschen", "n"}, []string{"Notiz gespeichert, 4 Zeichen.", "Notiz gespeichert, 9 Zeichen.", "Notiz: eins zwei", "Notiz gespeichert, 0 Zeichen.", "Schreiben Sie notiz"}},
	{"go by number", []string{"g 5"}, []string{"Frage 5 von 14"}},
	{"go by word", []string{"gehe Quantencomputer"}, []string{"Fehler: Kein Treffer."}},
	{"go by area", []string{"gehe daten und ki", "2"}, []string{"1: Frage 12, Wie werden diese Angaben bei Ihnen erfasst?\n", "Daten und KI. Wie arbeitet Ihr Betrieb"}},
	{"where", []string{"wo"}, []string{"Frage 1 von 14, Strategie und Führung. Noch offen: 14 Fragen, etwa 10 Minuten."}},
	{"all commands", []string{"befehle alles"}, []string{"z, zurück: ", "p, pause, ende: "}},
	{"English", []string{"l", "3"}, []string{"Language: English.", "Question 1, 1 to 5 or w:", "Question 1 saved: 3, The goals are set out in a document."}},
	{"marked for later", []string{"b", "b"}, []string{"Vorgemerkt", "Vormerkung aufgehoben."}},
	{"review of what is not known", []string{"w", "a weiß"}, []string{"Frage 1 von 14"}},
	{"review without hits", []string{"a notiz"}, []string{"Fehler: Keine solche Antwort."}},
	{"a filter that is none", []string{"a xyz"}, []string{"Bitte einen Filter nennen"}},
	{"read again", []string{"f"}, []string{"1: Wir entscheiden von Fall zu Fall"}},
	{"say that again", []string{"3", "z", "nochmal", "wiederholen", "repeat"}, []string{"1: Wir entscheiden von Fall zu Fall", "Frage 1 von 14", "f liest die", "Frage 1 von 14", "1: Wir entscheiden von Fall zu Fall", "Bisher: 3", "1: Wir entscheiden", "Bisher: 3", "1: Wir entscheiden", "Bisher: 3"}},
	{"redo by its word", []string{"3", "u", "wiederherstellen"}, []string{"Wiederhergestellt: Digitale Ziele"}},
	{"search", []string{"suche rechnung in word"}, []string{"von 14, Prozesse und Verwaltung"}},
	{"search asks for the word", []string{"search", "Quantencomputer", "suche", ""}, []string{"Suchwort, leer bricht ab:", "Fehler: Kein Treffer.", "Frage 1, 1 bis 5", "Suchwort, leer bricht ab: \nFrage 1, 1 bis 5"}},
	{"an option by its words", []string{"Die Ziele stehen in einem Dokument."}, []string{"Frage 1 gespeichert: 3,"}},
	{"an option with its sign", []string{"#3"}, []string{"Frage 1 gespeichert: 3,"}},
	{"no command", []string{"tanze"}, []string{"Fehler: „tanze“ gibt es hier nicht."}},
	{"result so far", []string{"e"}, []string{"Für eine Stufe ist noch zu wenig beantwortet."}},
	{"a report before there is one", []string{"bericht"}, []string{"Fehler: „bericht“ gibt es beim Ergebnis. Dorthin: fertig."}},
	{"a dot makes a command", []string{".h"}, []string{"Warum wir fragen: "}},
}

// begun answers the nine company details and stands at the first question.
var begun = []string{"Metallbau Kessler", "1", "3", "1", "1", "1", "3", "33,5", "2"}

func TestExchanges(t *testing.T) {
	d := shipped(t)
	for _, x := range exchanges {
		t.Run(x.name, func(t *testing.T) {
			said, _, _ := talk(d.Fresh(), desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun...), x.lines...)...)
			_, said, _ = strings.Cut(said, "Frage 1 von 14")
			said = "Frage 1 von 14" + said
			at := 0
			for _, want := range x.want {
				i := strings.Index(said[at:], want)
				if i < 0 {
					t.Fatalf("%q is missing in\n%s", want, said)
				}
				at += i
			}
		})
	}
}

// person talks as somebody at a terminal, who hears the result.
func person(d *desktest.Desk, start desk.Start, lines ...string) (dialogue, result string) {
	var said, out bytes.Buffer
	if start.Lang == "" {
		start.Lang = i18n.German
	}
	_ = prompt.Run(d, start, prompt.Streams{In: strings.NewReader(strings.Join(lines, "\n") + "\n"), Dialogue: &said, Result: &out, Screen: true, Heard: true})
	return said.String(), out.String()
}

// Digits are the figure that is asked for. Whoever may have meant the number of a band is told each time what was taken,
// with the way to the band in the same line; nobody is asked. # and words say it.
func TestNumberOrBand(t *testing.T) {
	d := shipped(t)
	for lang, want := range map[i18n.Lang][]string{
		i18n.German: {"oder # und die Nummer einer Gruppe, zum Beispiel #2.", "Angabe 8 gespeichert: 4\u0020Vollzeitstellen, #2, 2 bis unter 10. Gruppe 4 gemeint? Dann u, und #4.\n", "Angabe 9 von", "Zurückgenommen: ", "Angabe 8 von 9", "Angabe 8 gespeichert: #4, 50 bis unter 250.\n",
			"Angabe 8 gespeichert: 5\u0020Vollzeitstellen, #2, 2 bis unter 10. Gruppe 5 gemeint? Dann u, und #5.\n", "Angabe 8 gespeichert: 2\u0020Vollzeitstellen, #2, 2 bis unter 10.\n", "Angabe 8 gespeichert: 6\u0020Vollzeitstellen, #2, 2 bis unter 10.\n",
			"Angabe 8 gespeichert: #3, 10 bis unter 50.\n", "Angabe 8 gespeichert: #5,", "Fehler: „gruppe 7“ gibt es hier nicht. Gruppen sind #1 bis #5.", "Angabe 8 gespeichert: #4,"},
		i18n.English: {"Detail 8 saved: 4\u0020full-time equivalents, #2, 2 to fewer than 10. Did you mean group 4? Then u, and #4.\n", "Undone: ", "Detail 8 saved: #4, "},
	} {
		words := []string{"250 oder mehr", "z", "gruppe 7", "50 bis"}
		if lang == i18n.English {
			words = nil
		}
		lines := append(append([]string{}, begun[:7]...), "4", "u", "#4", "z", "5", "z", "2", "z", "6", "z", "Gruppe 3", "z")
		said, _ := person(d.Fresh(), desk.Start{Path: questionnaire.Quick, Lang: lang}, append(lines, words...)...)
		inOrder(t, said, want...)
		if lang == i18n.German && strings.Count(said, "gemeint?") != 2 {
			t.Errorf("%s", said)
		}
	}
	// So it is through a pipe.
	if said, _, _ := talk(d.Fresh(), desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun[:7]...), "4")...); !strings.Contains(said, "Angabe 8 gespeichert: 4") {
		t.Errorf("%s", tail(said))
	}
}

// Every prompt says what an empty line does.
func TestEmptyLinesAreForetold(t *testing.T) {
	said, _ := person(shipped(t), desk.Start{Path: questionnaire.Quick}, "", "z", "", "1", "z", "l")
	inOrder(t, said, "Angabe 1, Text, leer heißt keine Angabe:", "Angabe 1 gespeichert: Keine Angabe.", "Angabe 1, Text, leer heißt keine Angabe:", "Angabe 2, 1 bis 2:", "Angabe 2, 1 bis 2, leer behält:", "Detail 2, 1 to 2, empty keeps it:")
}

// The commands listed are those that work at this place.
func TestCommandsListedWorkHere(t *testing.T) {
	d := shipped(t)
	said, _ := person(d, desk.Start{}, "commands all", "p")
	for _, not := range []string{"rückgängig", "grundlage", "bericht", "warum", "notiz", "suche"} {
		if strings.Contains(said, not) {
			t.Errorf("%s is listed at the start:\n%s", not, said)
		}
	}
	said, _ = person(d, desk.Start{Path: questionnaire.Quick}, "befehle alles", "p")
	if strings.Contains(said, "grundlage") || strings.Contains(said, "bericht, dateien") || !strings.Contains(said, "suche Rechnung") || !strings.Contains(said, "vollbild") {
		t.Errorf("at a detail:\n%s", said)
	}
	if said, _, _ = talk(d, desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun...), "befehle alles")...); !strings.Contains(said, "grundlage 1 bis 3") || strings.Contains(said, "vollbild") {
		t.Errorf("at a question, without a terminal:\n%s", said)
	}
	d.Keep(d.Sample)
	said, _ = person(d, desk.Start{}, "5", "1", ".gehe Gründungsjahr", "1999", ".fertig", "2", "2", "befehle alles", "p")
	_, said, _ = strings.Cut(said, "Weiter mit: ")
	if strings.Contains(said, "grundlage") || strings.Contains(said, "fertig:") || !strings.Contains(said, "bericht, dateien") || !strings.Contains(said, "format: ") {
		t.Errorf("behind the result:\n%s", said)
	}
}

// Who hears the result gets each fact once, with the word that tells more; the words work.
func TestResultThatIsHeard(t *testing.T) {
	for lang, want := range map[i18n.Lang][]string{
		i18n.German: {"Mehr: warum.", "Mehr: bereiche.", "Mehr: warum Sicherheit.", "Mehr: schritte.", "Mehr: modul."}, i18n.English: {"More: why.", "More: areas.", "More: why Security.", "More: steps.", "More: module."},
	} {
		d := shipped(t)
		d.Keep(d.Sample)
		words := []string{"1", "1", "fertig", "2", "2"}
		for _, w := range want {
			_, word, _ := strings.Cut(strings.TrimSuffix(w, "."), ": ")
			words = append(words, word)
		}
		said, result := person(d, desk.Start{Lang: lang}, append(words, "search", "", "warum stufe", "nochmal", "ergebnis alles", "p")...)
		inOrder(t, result, want...)
		if n := strings.Count(result, "\n"); n > 8 {
			t.Errorf("%d lines:\n%s", n, result)
		}
		if strings.Contains(said, "Fehler: Kein") || strings.Contains(said, "Error: ") {
			t.Errorf("%s", said)
		}
		if strings.Count(said, want[1]) != 1 { // said again, in the dialogue
			t.Errorf("%s", said)
		}
	}
}

// Amounts are typed as people write them; what may mean two things is asked for again.
func TestAmountsInLines(t *testing.T) {
	said, _ := person(shipped(t), desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun...), "gehe Umsatz", "1", "1,4 Mio. €", "gehe Umsatz", "1", "35.000,-", "gehe Umsatz", "1", "35 TEUR", "gehe Umsatz", "1", "1.400 Mio", "viel", "l", "1.4m")...)
	inOrder(t, said, "gespeichert: 1.400.000\u0020€, #1", "gespeichert: 35.000\u0020€, #1", "gespeichert: 35.000\u0020€, #1", "Fehler: „1.400 Mio“ kann zweierlei heißen.", "Fehler: „viel“ ist kein Betrag.", "saved: €1,400,000, #1")
}

// A word of the trade is looked up in a long list, which takes numbers and letters.
func TestAWordOfALongList(t *testing.T) {
	said, _ := person(shipped(t), desk.Start{Path: questionnaire.Quick}, "Brandt", "1", "Galabau", "Gärtner", "Zeppelin", "14", "z", ".l", "gardening")
	inOrder(t, said, "„Galabau“ steht bei 14, N Dienste für Unternehmen – zum Beispiel Reinigung, Gärtner, Garten- und Landschaftsbau, Zeitarbeit, Reisebüro. Bitte die Nummer eingeben, wenn das passt.",
		"„Gärtner“ steht bei 1, A ", "; 14, N ", "Bitte eine der Nummern eingeben.", "Fehler: „Zeppelin“ gibt es hier nicht.", "Angabe 3 gespeichert: 14, N ", "‘gardening’ is in 14, N Business support")
}

// w is the option of a detail that means "I don't know".
func TestWAtADetailWithSuchAnOption(t *testing.T) {
	said, _ := person(shipped(t), desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun...), "gehe Welche Kammer", "w", ".l", ".go which chamber", "w")...)
	inOrder(t, said, "gespeichert: 8, Weiß ich nicht.", "saved: 8, I don’t know.")
}

// The start says all that is asked before the result, details of the company among it.
func TestAPathSaysItsDetailsInLines(t *testing.T) {
	for l, want := range map[i18n.Lang]string{
		i18n.German:  "Kurzer Weg, bis 14 Fragen und 9 Angaben, etwa 13 Minuten",
		i18n.English: "Quick path, up to 14 questions and 9 details, about 13 minutes",
	} {
		said, _ := person(shipped(t), desk.Start{Lang: l})
		inOrder(t, said, want)
	}
}
