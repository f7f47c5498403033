package prompt_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire/i18n"
)

// behindResult are the answers to lines typed behind the result of the worked example metallbau-35.
func behindResult(t *testing.T, lang i18n.Lang, lines ...string) []string {
	t.Helper()
	d := shipped(t)
	d.Keep(d.Bank().Case("metallbau-35").Assessment)
	said, _ := person(d, desk.Start{Lang: lang}, append(append([]string{"1", "1", "X", ".fertig", "3", "2"}, lines...), "p")...)
	all := strings.Split(said, map[i18n.Lang]string{i18n.German: "Befehl: ", i18n.English: "Command: "}[lang])
	if len(all) != len(lines)+2 {
		t.Fatalf("not behind the result:\n%s", tail(said))
	}
	return all[1 : len(all)-1]
}

// What is long by ear has a short first answer, about six lines of 80 letters, which says the word for more; and nothing of
// the long one is lost.
func TestShortFirstAnswers(t *testing.T) {
	const most = 6*80 + 60
	for _, x := range []struct {
		lang  i18n.Lang
		short string
		want  []string // of the short answer, in order
		more  []string // the words for more that it says
		all   []string // of the answer to the last of these, in order
	}{
		{i18n.German, "modul",
			[]string{"Bitte beachten: ", "Modul: ", "\nAngebote: InnoInvest, offen; KfW: ", "; Digitalbonus Thüringen, nicht bestätigt.\nZuerst die Sicherheit: ", "Stand der Angaben: 22.11.2026.", "Mehr: modul InnoInvest, modul alles.\n"},
			[]string{"modul InnoInvest", "modul alles"}, []string{"Modul: ", "Warum: ", "Angebot: InnoInvest. ", "Wen fragen: ", "Erfüllt: ", "Angebot: KfW", "Ungeklärt: ", "Bitte beachten: ", "Zuerst die Sicherheit: ", "Sonst: ", "Stand der Angaben: "}},
		{i18n.English, "module", []string{"Please note: ", "Module: ", "\nOffers: InnoInvest, open; ", ", not confirmed.\nSecurity first: ", "More: module InnoInvest, module all.\n"},
			[]string{"module InnoInvest", "module all"}, []string{"Module: ", "Offer: InnoInvest. ", "Whom to ask: ", "Met: ", "Not settled: ", "Otherwise: "}},
		{i18n.German, "befehle", []string{"Gehen: zurück, offen, ", "\nHier: hilfe, ", "\nErgebnis: ergebnis, warum, ", " bericht, ", "\nSonst: wo, ", "wie befehle pause. Mehr: befehle alles.\n"},
			[]string{"befehle pause", "befehle alles"}, []string{"z, zurück: ", "warum: ", "bericht, dateien: ", "befehle, ?: ", "p, pause, ende: "}},
		{i18n.English, "commands", []string{"Moving: back, open, ", "More: commands all.\n"}, []string{"commands pause", "commands all"}, []string{"z, back: ", "p, pause, end: "}},
		{i18n.German, "begriff", []string{" Begriffe, von Anfrage bis Zwei-Faktor-Anmeldung. ", "begriff Anfrage. Mehr: begriff alles.\n"},
			[]string{"begriff Anfrage", "begriff alles"}, []string{"Begriffe: Anfrage, ", "Medienbruch, ", "Zwei-Faktor-Anmeldung. "}},
		{i18n.English, "term", []string{" terms, from AI to Your own bank. ", "More: term all.\n"}, []string{"term AI", "term all"}, []string{"Terms: AI ", "Your own bank. "}},
	} {
		told := behindResult(t, x.lang, append([]string{x.short}, x.more...)...)
		short := told[0]
		inOrder(t, short, x.want...)
		if n := utf8.RuneCountInString(short); n > most {
			t.Errorf("%s: %d letters:\n%s", x.short, n, short)
		}
		for i, word := range x.more {
			if said := told[i+1]; !strings.Contains(short, word) || said == "" || strings.Contains(said, "Fehler: ") || strings.Contains(said, "Error: ") {
				t.Errorf("%s: %q", word, said)
			}
		}
		inOrder(t, told[len(x.more)], x.all...)
	}
}

// One offer is found by its name or what it is for, one command by any of its words; what is in a report is told when it is
// asked for.
func TestOneOfALongAnswer(t *testing.T) {
	told := behindResult(t, i18n.German, "modul kfw", "modul sicherheit", "modul Mondfahrt", "befehle undo", "befehle zurük", "befehle xyz", "bericht inhalt", "bericht", "bericht inhalt")
	if strings.Contains(told[0], "InnoInvest") {
		t.Error(told[0])
	}
	for i, want := range [][]string{
		{"Angebot: KfW", "Wen fragen: ", "Stand der Angaben: "}, {"Zuerst die Sicherheit: CyberRisikoCheck", "Zuerst die Sicherheit: Transferstelle"}, {"Fehler: Kein Treffer."},
		{"u, rückgängig: "}, {"Meinten Sie „zurück“?"}, {"Fehler: „xyz“ gibt es hier nicht."},
		{"Fehler: Es ist noch kein Bericht geschrieben."}, {"Geschrieben: "}, {"Alle, nichts wird weggelassen"},
	} {
		inOrder(t, told[i], want...)
	}
}

// What each command is listed with names the word that it goes by, in both languages.
func TestCommandsGoByTheWordsListed(t *testing.T) {
	for lang, word := range map[i18n.Lang]string{i18n.German: "befehle", i18n.English: "commands"} {
		var names, lines []string
		for _, group := range strings.Split(behindResult(t, lang, word)[0], "\n")[:4] {
			_, list, _ := strings.Cut(strings.TrimSuffix(group, "."), ": ")
			names = append(names, strings.Split(list, ", ")...)
		}
		for _, name := range names {
			lines = append(lines, word+" "+name)
		}
		if len(names) < 25 {
			t.Fatal(names)
		}
		for i, told := range behindResult(t, lang, lines...) {
			if !strings.Contains(told, names[i]) || strings.Count(told, "\n") != 1 {
				t.Errorf("%s: %q", names[i], told)
			}
		}
	}
}

// Three of the next steps are told, how many there are, and the words that reach the others: every one, once.
func TestStepsInTurn(t *testing.T) {
	for lang, x := range map[i18n.Lang]struct{ word, all, step, told, more, error string }{
		i18n.German:  {"schritte", "alles", "Schritt %d, ", "Das waren %d von %d möglichen Schritten. ", "Mehr: schritte %d, schritte alles.\n", "Fehler: „99“ gibt es hier nicht. Bitte eine Zahl von 1 bis %d."},
		i18n.English: {"steps", "all", "Step %d, ", "Those were %d of %d possible steps. ", "More: steps %d, steps all.\n", "Error: There is no ‘99’ here. Please type a number from 1 to %d."},
	} {
		all := behindResult(t, lang, x.word+" "+x.all)[0]
		m := 0
		for strings.Contains(all, fmt.Sprintf(x.step, m+1)) {
			m++
		}
		if m < 7 {
			t.Fatalf("only %d steps:\n%s", m, all)
		}
		told := behindResult(t, lang, x.word, x.word+" 4", fmt.Sprintf("%s %d", x.word, m), x.word+" 99", x.word+" bald")
		inOrder(t, told[0], fmt.Sprintf(x.step, 1), fmt.Sprintf(x.step, 3), fmt.Sprintf(x.told+x.more, 3, m, 4))
		inOrder(t, told[1], fmt.Sprintf(x.step, 4), fmt.Sprintf(x.step, 6), fmt.Sprintf(x.told+x.more, 6, m, 7))
		if strings.Contains(told[0], fmt.Sprintf(x.step, 4)) || strings.Contains(told[1], fmt.Sprintf(x.step, 3)) || strings.Count(told[2], "\n") != 1 {
			t.Errorf("%q", told)
		}
		inOrder(t, told[2], fmt.Sprintf(x.step, m))
		inOrder(t, told[3], fmt.Sprintf(x.error, m))
		if strings.Count(told[4], "\n") != 1 {
			t.Errorf("%q", told[4])
		}
	}
}
