package prompt_test

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Where options carry letters, letters are answers; a dot makes them commands, and the dialogue says so.
func TestOptionsByTheirLetters(t *testing.T) {
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Quick}, "Praxis", "ja", "M", "z", "p", "z", "l", "z", "h", "z", ".h", "Q", ".p")
	inOrder(t, said, "Buchstaben sind hier Antworten. Befehle bitte mit Punkt: .p", "Angabe 3, 1 bis 19 oder Buchstabe:", "Angabe 3 gespeichert: 13, M Freie",
		"gespeichert: 16, P ", "gespeichert: 12, L ", "gespeichert: 8, H ", "Die Buchstaben sind", "gespeichert: 17, Q ", "Auf Wiedersehen")
	said, _, _ = talk(d.Fresh(), desk.Start{Path: questionnaire.Quick, Lang: i18n.English}, "Practice", "y", "m", ".p")
	inOrder(t, said, "Letters are answers here. Please type commands with a dot: .p", "1 to 19 or letter:", "saved: 13, M ", "Goodbye")
}

// A jump goes to details too, and back from where it led is where it began.
func TestJumpsAndTheWayBack(t *testing.T) {
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Quick}, "Eins AG", "1", "g", "g 5", ".gehe Angabe 3", "z", "z", "gehe Frage 7", "z", ".p")
	inOrder(t, said, "gespeichert: 7, G ", "Angabe 5 von 8", "Angabe 3 von 8", "Angabe 5 von 8", "Angabe 4 von 8", "Frage 7 von 13", "Angabe 4 von 8")
}

// What is read aloud is an answer, and so are the words that people use for it.
func TestWordsForNotKnowing(t *testing.T) {
	d := shipped(t)
	for _, word := range []string{"Weiß ich nicht", "weiß nicht", "weiss nicht.", "i don't know", "I don’t know.", "don't know", "w"} {
		said, _, _ := talk(d.Fresh(), desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun...), word)...)
		if !strings.Contains(said, "Frage 1 gespeichert: weiß nicht.") {
			t.Errorf("%s: %s", word, tail(said))
		}
	}
	said, _, _ := talk(d.Fresh(), desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun...), "vielleicht doch noch irgendwann später einmal")...)
	inOrder(t, said, "„vielleicht doch noch…“", "Zahl von 1 bis 5, oder w für weiß nicht.")
	said, _, _ = talk(d.Fresh(), desk.Start{Path: questionnaire.Full}, ".gehe Wertschöpfung", "1", "trifft nicht zu", ".p")
	if !strings.Contains(said, "trifft nicht zu") {
		t.Errorf("%s", tail(said))
	}
	// at details, the option that says so, or no answer; never a word stored as one
	d = d.Fresh()
	said, _, _ = talk(d, desk.Start{Path: questionnaire.Quick}, "weiß nicht", "weiß nicht", "1", ".gehe Welche Kammer", "w", "1", ".gehe lautet WZ-Code", "weiß nicht", ".p")
	a := d.Last().Assessment()
	if got := a.Get(d.Bank().Question("wz_code")); a.CompanyName() != "" || got.Value.Text != "" {
		t.Errorf("stored: %+v", got)
	}
	if !strings.Contains(said, "gespeichert: 8, Weiß ich nicht") || !strings.Contains(said, "Fehler: „Weiß nicht“ passt hier nicht.") {
		t.Errorf("%q\n%s", a.CompanyName(), said)
	}
}

// Words of the first moment: on, numbers, yes and no, the way out, what a word means.
func TestInstinctiveWords(t *testing.T) {
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Quick}, "weiter", "weiter", "j", "z", "n", "drei", "z", "next", "hilfe", "was ist KMU?", "exit")
	inOrder(t, said, "Angabe 1 gespeichert: Keine Angabe.", "Fehler: Hier fehlt noch eine Antwort.", "Angabe 2 gespeichert: 1, Ja.", "Angabe 2 gespeichert: 2, Nein.", "Angabe 3 gespeichert: 3, C ", "Angabe 3 behalten: 3, C ", "Gemeint sind", "KMU", "Auf Wiedersehen")
	d.Keep(d.Sample)
	said, _, _ = talk(d, desk.Start{}, "hilfe", "eins", "drei", "ja", "exit")
	inOrder(t, said, "Bitte die Zahl einer Zeile tippen", "2: Ja, ", "Gelöscht: ")
	said, _, _ = talk(d.Fresh(), desk.Start{Path: questionnaire.Quick, Lang: i18n.English}, "skip", "yes", "what is SME", ".exit")
	inOrder(t, said, "Detail 1 stays open", "Detail 2 saved: 1, Yes.", "SME", "Goodbye")
}

// Behind the result each thing that lacks has a word that asks for it, and after one answer one is back.
func TestWordsBehindTheResult(t *testing.T) {
	lines, _ := quickly(t, "metallbau-35")
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Quick}, append(lines, "1", "2", "m", "gehe 3", "2", "gehe 2", "z", "o", "mehr", "1", "förderung", "z", "p")...)
	inOrder(t, said, "Weitere Fragen stellen: vertiefen.", "Nachtragen: förderung.", "Weiter mit: ", "Weitere Fragen", "Frage 3 gespeichert: 2", "Zurück beim Ergebnis.", "Stufe 2",
		"Frage 2 von 14", "Zurück beim Ergebnis.", "stellen: vertiefen.", "1: Gleich zum Ergebnis", "Befehl: \nZur Förderung, Angabe 1 von ", "Auf Wiedersehen")
	if strings.Contains(said, "Vertiefung, ") {
		t.Errorf("asked without being told to:\n%s", tail(said))
	}
	said, _, _ = talk(d.Fresh(), desk.Start{Path: questionnaire.Quick, Lang: i18n.English}, append(append(lines[:len(lines)-1:len(lines)-1], ".o"), "2", "2", "open", "w", "p")...)
	inOrder(t, said, "Still open: 1 question. To get there: answers open.", "To add them: funding.", "Command: ", "Question 14 of 14")
}

// Whoever goes over the answers taken over gets all of them, one after the other, and is back where that began.
func TestGoingOverAllThatWaits(t *testing.T) {
	d := shipped(t)
	d.Keep(d.Bank().Case("gaestehaus-kurz").Assessment)
	lines := []string{"1", "2", "Haus", ".fertig", "1", "", "z", "z", "1", "1", ""}
	for range 60 {
		lines = append(lines, "")
	}
	said, _, _ := talk(d, desk.Start{}, append(lines, ".p")...)
	_, said, _ = strings.Cut(said, "Diese Antworten durchgehen")
	inOrder(t, said, "Angabe 2 von 8", "Angabe 2 bestätigt", "Angabe 3 von 8", "Angabe 2 von 8", "Diese Antworten durchgehen", "Angabe 3 von 8", "Angabe 3 gespeichert: 1", "Frage 13 bestätigt", "Kurzer Weg geschafft.")
	if n := strings.Count(said, " bestätigt: "); n < 20 || strings.Contains(said, "Vertiefung, ") {
		t.Errorf("%d confirmed\n%s", n, tail(said))
	}
}

// A single value at a table of several rows does not say which row it is for.
func TestTablesAskWhichRow(t *testing.T) {
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Full}, ".gehe Daten und KI", "1", "1 1 1 1", "z", "2", "2 = digital", "2 = 3", ".p")
	inOrder(t, said, "Zeile 4 von 4", "Frage 29 gespeichert: alle 4 Zeilen auf Papier oder gar nicht.", "Bisher: ", "Fehler: „2“: Für welche Zeile? Bitte 4 Werte, oder 1=2 für Zeile 1: Verkäufe oder erbrachte Leistungen.", "Fehler: Zeile 2 von 4: Wareneingänge. „2=digital“ passt nicht. Möglich: 1 auf Papier", "gespeichert: Zeile 1, Verkäufe oder erbrachte Leistungen: auf Papier oder gar nicht; Zeile 2, Wareneingänge: automatisch beim Arbeiten; Zeile 3, ")
	said, _, _ = talk(d.Fresh(), desk.Start{Path: questionnaire.Full}, ".gehe Daten und KI", "1", "1=2", "f", ".gehe Daten und KI", "1", ".p")
	inOrder(t, said, "Zeile 2 von 4: Wareneingänge. Noch offen. Zum Beispiel: 2=1.\n", "Zeile 4 von 4: Messwerte", "Noch offen.", "Zeile 4 von 4: Messwerte", "Bisher: Zeile 1, Verkäufe oder erbrachte Leistungen: digital, von Hand eingetippt; Zeile 2, Wareneingänge: offen", "Jetzt: 1 von 4 Zeilen beantwortet.")
	said, _, _ = talk(d.Fresh(), desk.Start{Path: questionnaire.Full, Lang: i18n.English}, ".go Data and AI", "2", "1=2", "2=9", "1 2 1 1", "p")
	inOrder(t, said, "Row 2 of 4: Goods coming in. Still open. For example: 2=1.", "Error: Row 2 of 4: Goods coming in. ‘2=9’ does not fit. Possible: 1 ", "saved: row 1, ", "; row 2, Goods coming in: ")
}

// What is planned gets a line for each programme, and is told which one to ask about first.
func TestModuleSaysAProgrammeALine(t *testing.T) {
	for lang, want := range map[i18n.Lang][]string{
		i18n.German:  {"wurden diese Programme geprüft:\n", "Programm: InnoInvest – passt vielleicht", "\nProgramm: Digitalbonus Thüringen – ", "\nFragen Sie als Erstes nach InnoInvest – ", "bevor der Antrag gestellt ist."},
		i18n.English: {"these programmes were looked at:\n", "Programme: InnoInvest – may fit", "\nProgramme: Digitalbonus Thüringen – ", "\nAsk about InnoInvest first – ", "before the application is in."},
	} {
		d := shipped(t)
		a := d.Bank().Case("alles-unten").Assessment
		a = a.With(d.Bank().Question("project"), questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "describable"}})
		said, _, _ := talk(d, desk.Start{Session: d.Keep(a), Lang: lang}, ".module all", ".p")
		inOrder(t, said, want...)
	}
}

// The module tells what its offers are, whom to ask, and which conditions are met.
func TestModuleSaysWhomToAsk(t *testing.T) {
	for lang, want := range map[i18n.Lang][]string{
		i18n.German:  {"Angebot: ", "Wen fragen: ", "Erfüllt: Betriebsstätte in Thüringen", "Ungeklärt: ", ". Es fehlt: "},
		i18n.English: {"Offer: ", "Whom to ask: ", "Met: Place of business in Thuringia", "Not settled: ", ". Missing: "},
	} {
		d := shipped(t)
		a := *d.Bank().Case("metallbau-35").Assessment
		for _, q := range d.Bank().Profile {
			if q.Section == questionnaire.SectionFunding {
				a = *a.With(q, questionnaire.Answer{})
			}
		}
		said, _, _ := talk(d, desk.Start{Session: d.Keep(&a), Lang: lang}, ".module all", ".p")
		inOrder(t, said, want...)
	}
}
