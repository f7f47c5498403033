package desk_test

import (
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

func TestFind(t *testing.T) {
	text := func(s string) i18n.Text { return i18n.Text{i18n.German: s} }
	in := func(t i18n.Text) string { return t[i18n.German] }
	it := questionnaire.Item{Question: &questionnaire.Question{
		Wording: questionnaire.Wording{Short: text("Rücksicherung"), Text: text("Wann haben Sie zuletzt geprobt?")},
		Options: []questionnaire.Option{{Text: text("nie")}, {Text: text("vor einem Jahr, auf Papier")}},
		Rows:    []questionnaire.Row{{Text: text("Straßenfahrzeuge")}},
	}}
	bank := &questionnaire.Bank{Glossary: []questionnaire.Term{{ID: "backup", Name: text("Kopie (Backup)")}}}
	it.Question.Wording.Terms = []string{"backup"}
	s := desk.Search{In: in, Bank: bank, Area: "Sicherheit", Note: "Band im Tresor"}
	for search, want := range map[string]desk.Place{
		"": {}, "RUECK": {}, "sicherheit rück": {}, "zuletzt  geprobt": {Text: true}, "papier jahr": {Option: 2}, "strasse": {Row: &it.Question.Rows[0]}, "backup": {Term: bank.Term("backup")}, "tresor": {Note: true},
	} {
		if got, ok := s.Find(it, search); !ok || got != want {
			t.Errorf("%q: %+v %v", search, got, ok)
		}
	}
	for search, want := range map[string]bool{
		"Gartenbau": true, "gartenb": true, "galabau": true, "GaLa": true, "landschaftsbau": true, "gartenhof": false, "galahof": false, "gabau": false, "ga": true, "glbau": false,
	} {
		if got := desk.Matches("Reinigung, Garten- und Landschaftsbau, Reisebüro", search); got != want {
			t.Errorf("%q in two words with one ending: %v", search, got)
		}
	}
	if _, ok := s.Find(it, "nie Papier"); ok {
		t.Error("words of two options are no hit")
	}
}

// What is looked for begins a word.
func TestBegins(t *testing.T) {
	for search, want := range map[string]bool{"sicher": true, "gepro": true, "sicher gepro": true, "ung": false, "": true, "Größe": false} {
		if got := desk.Begins("Sicherung, geprobt", search); got != want {
			t.Errorf("%q: %v", search, got)
		}
	}
}
