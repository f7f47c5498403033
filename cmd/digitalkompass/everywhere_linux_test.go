package main

import (
	"fmt"
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
	args   []string // FILE stands for a finished assessment, QUICK for one whose quick path lacks its last answer
	way    func(*window)
	de, en string
	asks   bool // any key leads away
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
		w.shows("Antworten ändern").press("g").shows("Gehe zu").press(words).shows(words+"_", "1 Treffer").press("enter")
		w.until("question", func(s string) bool { return !strings.HasPrefix(s, " Gehe zu") })
		w.press(then...)
	}
}

var places = []place{
	{name: "welcome", de: "Neu beginnen", en: "New assessment"},
	{name: "leaving", way: keys(escape), de: "Bleiben", en: "Stay"},
	{name: "menu at the start", way: keys("?"), de: "Menü und Tasten", mute: true},
	{name: "reading", way: chosen("Alle Fragen vorab"), de: "Alle Fragen vorab lesen", en: "Read all questions"},
	{name: "other questionnaires", way: chosen("Anderer Fragebogen"), de: "Fragebogen", en: "uestionnaire"},
	{name: "sample", way: chosen("Beispielbetrieb"), de: "Überblick", en: "Overview"},
	{name: "name", args: []string{"--path", "quick"}, de: "Angabe 1 von 8", en: "Detail 1 of 8"},
	{name: "interrupting", args: []string{"--path", "quick"}, way: keys(ctrlC), de: "Strg+C", mute: true, asks: true},
	{name: "finished", args: []string{"run", "FILE"}, de: "Antworten ändern", en: "Change answers"},
	{name: "offer", args: []string{"run", "FILE"}, way: keys("e"), de: "Jetzt angeben", en: "Add them now"},
	{name: "overview", args: []string{"run", "FILE"}, way: keys("e", "down", "enter"), de: "[1 Überblick]", en: "[1 Overview]"},
	{name: "why", args: []string{"run", "FILE"}, way: keys("e", "down", "enter", "2"), de: "[2 Warum?]", en: "[2 Why?]"},
	{name: "steps", args: []string{"run", "FILE"}, way: keys("e", "down", "enter", "3", "down"), de: "[3 Schritte]", en: "[3 Steps]"},
	{name: "module", args: []string{"run", "FILE"}, way: keys("e", "down", "enter", "4"), de: "[4 Modul]", en: "[4 Module]"},
	{name: "files", args: []string{"run", "FILE"}, way: keys("e", "down", "enter", "5"), de: "[5 Dateien]", en: "[5 Files]"},
	{name: "folder", args: []string{"run", "FILE"}, way: func(w *window) { w.press("e", "down", "enter", "5").shows("[5 Dateien]").choose("anderen Ordner") }, de: "Ordner", en: "older"},
	{name: "all answers", args: []string{"run", "FILE"}, way: keys("a", "down", "down"), de: "Alle Antworten", en: "All answers"},
	{name: "go to", args: []string{"run", "FILE"}, way: keys("g", "rechnung"), de: "Gehe zu", en: "Go to"},
	{name: "ladder", args: []string{"run", "FILE"}, way: at("Zuruf"), de: "4  (•)", en: "4  (•)"},
	{name: "several", args: []string{"run", "FILE"}, way: at("Letzte Anschaffung", "down"), de: "[x]", en: "[x]"},
	{name: "grid", args: []string{"run", "FILE"}, way: at("Videogespräch", "up", "up", "right"), de: "Videogespräch", en: "video call"},
	{name: "number", args: []string{"run", "FILE"}, way: at("Vollzeit"), de: "Angabe 8 von 9", en: "Detail 8 of 9"},
	{name: "sector", args: []string{"run", "FILE"}, way: at("Gastgewerbe", "down"), de: "Angabe 3 von 9", en: "Detail 3 of 9"},
	{name: "help", args: []string{"run", "FILE"}, way: at("Zuruf", "h"), de: "Warum wir fragen", en: "Why we ask"},
	{name: "note", args: []string{"run", "FILE"}, way: at("Zuruf", "n", "Ein Wort"), de: "Notiz zu Frage", mute: true},
	{name: "below the note", args: []string{"run", "FILE"}, way: at("Zuruf", "n", "Ein Wort", "tab"), de: "Notiz zu Frage", en: "Note on question"},
	{name: "menu at a question", args: []string{"run", "FILE"}, way: at("Zuruf", "?"), de: "Menü und Tasten", mute: true},
	{name: "advice", args: []string{"run", "FILE"}, way: at("Zuruf", "v"), de: "Beratung", en: "Consulting"},
	{name: "funding", args: []string{"run", "FILE"}, way: keys("enter"), de: "Für die Förderung", en: "for funding"},
	{name: "deeper", args: []string{"run", "QUICK"}, way: keys("1", "enter"), de: "Kurzer Weg geschafft", en: "Quick path done"},
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
			w.everySize(p)
		})
	}
}

// Every kind of question there is, in every bank and section: asked of the company, asked of its work, asked for support.
func TestEveryKindInEverySize(t *testing.T) {
	t.Parallel()
	kinds := map[questionnaire.Kind]bool{}
	for _, folder := range []string{smallBank, "../../questionnaire/testdata/allbank", "../../data/banks/digitalkompass", "../../data/banks/dii", "../../data/banks/dma", "../../data/banks/cyber"} {
		bank := bankIn(t, folder)
		example := *bank.Cases[0].Assessment
		example.Bank, example.Language, example.Path = bank.Ref(), i18n.German, questionnaire.Full
		seen := map[string]bool{}
		for _, section := range []questionnaire.Section{questionnaire.SectionCompany, questionnaire.SectionQuestions, questionnaire.SectionFunding} {
			for _, it := range questionnaire.NewNavigator(bank).Section(&example, section) {
				q := it.Question
				name := fmt.Sprint(bank.About.ID, " ", section, " ", q.Kind)
				if seen[name] {
					continue
				}
				seen[name], kinds[q.Kind] = true, true
				t.Run(name, func(t *testing.T) {
					t.Parallel()
					home, a := t.TempDir(), *example.With(q, questionnaire.Answer{})
					a.Position = q.ID
					w := open(t, home, usual, "run", keep(t, home, bank, &a), "--bank", folder)
					w.everySize(place{de: opening(q, i18n.German), en: opening(q, i18n.English)})
				})
			}
		}
	}
	for k := questionnaire.Ladder; k <= questionnaire.Words; k++ {
		if !kinds[k] {
			t.Errorf("no bank asks a question of the kind %s", k)
		}
	}
}

// everySize gives the window every size and changes the language to and fro; in the end all is as it was.
func (w *window) everySize(p place) {
	w.t.Helper()
	reads := func(words string) {
		w.t.Helper()
		w.until(words, func(s string) bool { return strings.Contains(bare(s), words) })
	}
	reads(p.de)
	before := w.see()
	if !p.asks {
		before = w.settled()
	}
	w.throughSizes(before, [2]int{80, 24}, nil)
	if p.mute {
		return
	}
	w.changeLanguage(typing(before))
	reads(p.en)
	w.changeLanguage(typing(before))
	reads(p.de)
	if !typing(before) { // the way to the menu leads out of a field
		w.until("what was there before, but for the message:\n"+before+"\n", func(s string) bool { return withoutStatus(s) == withoutStatus(before) })
	}
}

// throughSizes makes the window small, large and small again, looks at each size, and ends with the first one, in which all
// is as it was.
func (w *window) throughSizes(before string, first [2]int, look func(size [2]int)) {
	w.t.Helper()
	for _, size := range [][2]int{{60, 20}, {200, 60}, {40, 9}, {120, 40}, {110, 30}, {60, 20}, first} {
		now := w.resize(size[0], size[1])
		if pointed(before) != "" && pointed(now) == "" {
			w.t.Errorf("%v: the pointer is out of sight:\n%s", size, now)
		}
		if look != nil {
			look(size)
		}
	}
	w.until("what was there before:\n"+before+"\n", func(s string) bool { return s == before })
}

// typing says whether a text field has the focus: its cursor stands there, and letters are text.
func typing(screen string) bool { return strings.Contains(screen, "_") }

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

// examplePaths are a finished assessment on the full path and one on the quick path whose last question is open, as files.
func examplePaths(t *testing.T) (full, quick []byte) {
	t.Helper()
	b := shippedBank(t)
	name := questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: "Probe AG"}}
	a := *b.Case("metallbau-35").Assessment.With(b.Question("company_name"), name)
	a.Bank, a.Language = b.Ref(), i18n.German
	full = questionnaire.Encode(b, &a)
	a.Path = questionnaire.Quick
	items := questionnaire.NewNavigator(b).Section(&a, questionnaire.SectionQuestions)
	last := items[len(items)-1].Question
	a = *a.With(last, questionnaire.Answer{})
	a.Position = last.ID
	return full, questionnaire.Encode(b, &a)
}
