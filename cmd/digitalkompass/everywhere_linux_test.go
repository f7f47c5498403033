package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// place is a screen, with the way to it and words on it in both languages.
type place struct {
	name   string
	args   []string // FILE stands for a finished assessment, QUICK for one whose quick path is done
	way    func(*window)
	de, en string
	field  bool // a text field has the focus: letters are text
	mute   bool // any key leads away
}

func keys(k ...string) func(*window) {
	return func(w *window) { w.press(k...) }
}

func chosen(entry string) func(*window) {
	return func(w *window) { w.shows("Digitalkompass").choose(entry) }
}

// at goes to a question or detail by words.
func at(words string, then ...string) func(*window) {
	return func(w *window) {
		w.shows("Antworten ändern").press("g").shows("Gehe zu").press(words).shows(words+"_", "1 Treffer").press("enter").hides("Gehe zu")
		w.press(then...)
	}
}

var places = []place{
	{name: "welcome", de: "Neu beginnen", en: "Start new"},
	{name: "leaving", way: keys(escape), de: "Bleiben", en: "Stay"},
	{name: "menu at the start", way: keys("?"), de: "Menü und Tasten", en: "Menu and keys"},
	{name: "reading", way: chosen("Alle Fragen vorab"), de: "Alle Fragen vorab lesen", en: "Read all questions"},
	{name: "other questionnaires", way: chosen("Anderer Fragebogen"), de: "Fragebogen", en: "uestionnaire"},
	{name: "sample", way: chosen("Beispielbetrieb"), de: "Überblick", en: "Overview"},
	{name: "name", args: []string{"--path", "quick"}, de: "Angabe 1 von 9", en: "Detail 1 of 9", field: true},
	{name: "interrupting", args: []string{"--path", "quick"}, way: keys(ctrlC), de: "Strg+C", mute: true},
	{name: "finished", args: []string{"run", "FILE"}, de: "Antworten ändern", en: "Change answers"},
	{name: "overview", args: []string{"run", "FILE"}, way: keys("e"), de: "[1 Überblick]", en: "[1 Overview]"},
	{name: "why", args: []string{"run", "FILE"}, way: keys("e", "2"), de: "[2 Warum?]", en: "[2 Why?]"},
	{name: "steps", args: []string{"run", "FILE"}, way: keys("e", "3", "down"), de: "[3 Schritte]", en: "[3 Steps]"},
	{name: "module", args: []string{"run", "FILE"}, way: keys("e", "4"), de: "[4 Modul]", en: "[4 Module]"},
	{name: "files", args: []string{"run", "FILE"}, way: keys("e", "5"), de: "[5 Dateien]", en: "[5 Files]"},
	{name: "folder", args: []string{"run", "FILE"}, way: func(w *window) { w.press("e", "5").shows("[5 Dateien]").choose("anderen Ordner") }, de: "Ordner", en: "older", field: true},
	{name: "all answers", args: []string{"run", "FILE"}, way: keys("a", "down", "down"), de: "Alle Antworten", en: "All answers"},
	{name: "go to", args: []string{"run", "FILE"}, way: keys("g", "rechnung"), de: "Gehe zu", en: "Go to", field: true},
	{name: "ladder", args: []string{"run", "FILE"}, way: at("Zuruf"), de: "Ihre Antwort", en: "Your answer"},
	{name: "several", args: []string{"run", "FILE"}, way: at("selbst zusammen", "down"), de: "[x]", en: "[x]"},
	{name: "grid", args: []string{"run", "FILE"}, way: at("Videogespräch", "down"), de: "Internet", en: "Internet"},
	{name: "number", args: []string{"run", "FILE"}, way: at("Vollzeit"), de: "Angabe 8 von 9", en: "Detail 8 of 9", field: true},
	{name: "sector", args: []string{"run", "FILE"}, way: at("Gastgewerbe", "down"), de: "Angabe 3 von 9", en: "Detail 3 of 9"},
	{name: "help", args: []string{"run", "FILE"}, way: at("Zuruf", "h"), de: "Warum wir fragen", en: "Why we ask"},
	{name: "note", args: []string{"run", "FILE"}, way: at("Zuruf", "n", "Ein Wort"), de: "Notiz zu Frage", en: "Note on question", field: true},
	{name: "menu at a question", args: []string{"run", "FILE"}, way: at("Zuruf", "?"), de: "Menü und Tasten", en: "Menu and keys"},
	{name: "advice", args: []string{"run", "FILE"}, way: at("Zuruf", "v"), de: "Ansicht: Beratung", en: "View: advice"},
	{name: "deeper", args: []string{"run", "QUICK"}, way: func(w *window) { w.shows("Digitalkompass").choose("Ergebnis") }, de: "Überblick", en: "Overview"},
}

// In every screen the window becomes small and large and small again: nothing is wider than the window, the pointer
// stays in sight, and in the end all is as it was. Then the language is changed to and fro.
func TestEveryScreenInEverySize(t *testing.T) {
	t.Parallel()
	full, quick := examplePaths(t)
	for _, p := range places {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			home := t.TempDir()
			var args []string
			for _, a := range p.args {
				if data := map[string][]byte{"FILE": full, "QUICK": quick}[a]; data != nil {
					a = filepath.Join(home, "probe.kompass.json")
					if err := os.WriteFile(a, data, 0o600); err != nil {
						t.Fatal(err)
					}
				}
				args = append(args, a)
			}
			w := open(t, home, usual, args...)
			w.until("first picture", func(s string) bool { return wholePicture(s, 80, 24) })
			if p.way != nil {
				p.way(w)
			}
			before := w.settled(p.de)
			for _, size := range []struct{ w, h int }{{60, 20}, {200, 60}, {40, 9}, {110, 30}, {60, 20}} {
				s := w.resize(size.w, size.h)
				if pointed(before) != "" && pointed(s) == "" {
					t.Errorf("%d×%d: the pointer is out of sight:\n%s", size.w, size.h, s)
				}
			}
			w.resize(80, 24)
			w.until("what was there before:\n"+before+"\n", func(s string) bool { return s == before })
			if p.mute {
				return
			}
			w.changeLanguage(p.field)
			w.shows(p.en)
			w.changeLanguage(p.field)
			w.until("what was there before, but for the message:\n"+before+"\n", func(s string) bool { return withoutStatus(s) == withoutStatus(before) })
		})
	}
}

// settled is the picture with a text in it, once it is whole and everything typed has been read: a key that nobody knows
// is sent after the others, and changes nothing.
func (w *window) settled(text string) string {
	w.t.Helper()
	return w.until("picture with "+text, func(s string) bool { return strings.Contains(bare(s), text) && wholePicture(s, w.screen.w, w.screen.h) })
}

// changeLanguage presses l, in a text field by the menu.
func (w *window) changeLanguage(field bool) {
	w.t.Helper()
	if !field {
		w.press("l")
		return
	}
	w.press("tab", "?").until("menu", func(s string) bool { return strings.HasPrefix(s, " Men") })
	w.press("l")
}

// withoutStatus is a picture without the rows between the last rule and the keys.
func withoutStatus(s string) string {
	rows := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
	for y := len(rows) - 2; y > 0; y-- {
		if rows[y] != "" && strings.Trim(rows[y], "─") == "" {
			return strings.Join(append(rows[:y:y], rows[len(rows)-1]), "\n")
		}
	}
	return s
}

// examplePaths are a finished assessment on the full path and one on the quick path, as files.
func examplePaths(t *testing.T) (full, quick []byte) {
	t.Helper()
	b := shippedBank(t)
	a := *b.Case("metallbau-35").Assessment
	a.Bank, a.Language = b.Ref(), i18n.German
	full = questionnaire.Encode(b, &a)
	a.Path = questionnaire.Quick
	return full, questionnaire.Encode(b, &a)
}
