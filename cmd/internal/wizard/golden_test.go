package wizard

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

var update = flag.Bool("update", false, "write the goldens anew")

// settings are the worlds around the scenes, in memory.
var settings = map[desktest.Setting]func(*testing.T, *desktest.Desk){
	desktest.Told: withNotices, desktest.Sourced: withSources, desktest.Choosing: withBanks, desktest.Sampled: withSample, desktest.Held: heldElsewhere, desktest.Aged: aged,
}

// filled is the draft that scenes begin with.
func filled(d *desktest.Desk, l i18n.Lang) *questionnaire.Assessment {
	return desktest.Filled(d.Bank(), l, d.Now)
}

// play begins a scene in a window of that size and presses its keys.
func play(t *testing.T, s desktest.Scene, l i18n.Lang, w, h int) *driver {
	t.Helper()
	d := fixtureDesk(t)
	if s.Fill {
		d.Keep(filled(d, l))
	}
	if with := settings[s.With]; with != nil {
		with(t, d)
	}
	dr := drive(t, d, desk.Start{Lang: l})
	dr.size(w, h)
	for _, k := range strings.Fields(s.Keys) {
		if k == desktest.NoRoom {
			d.SaveErr = &desk.SaveError{Kind: "full", Folder: d.Folder()}
			continue
		}
		dr.press(k)
	}
	return dr
}

func withNotices(_ *testing.T, d *desktest.Desk) { d.Notices = told(d) }

func withSources(_ *testing.T, d *desktest.Desk) { d.Sources = sources(d) }

func withBanks(t *testing.T, d *desktest.Desk) {
	d.Others = []*desktest.Desk{bankDesk(t, "punkte"), bankDesk(t, "zwoelf")}
}

func withSample(_ *testing.T, d *desktest.Desk) { d.Sample = filled(d, i18n.German) }

func heldElsewhere(_ *testing.T, d *desktest.Desk) { d.InUse[d.Last().Path()] = true }

// aged makes the draft one of an earlier day.
func aged(_ *testing.T, d *desktest.Desk) {
	a := *d.Last().Assessment()
	a.Updated = desktest.Before
	_ = d.Last().Save(&a, questionnaire.History{})
}

// told is everything that can have happened to a file at once.
func told(d *desktest.Desk) []i18n.Message {
	var titles i18n.List
	for _, id := range []string{"order", "typing", "extras"} {
		titles = append(titles, d.Bank().Question(id).Wording.Short)
	}
	file := "Dokumente/Digitalkompass/metallbau-kessler-1-0-0.kompass.bak"
	return []i18n.Message{
		i18n.Msg("repaired", "n", 9, "file", file), i18n.Msg("bank-new", "v", "1.1.0", "n", 6, "file", file), i18n.Msg("bank-mapped", "n", 3, "items", titles),
		i18n.Msg("bank-dropped", "n", 1, "items", titles[:1]), i18n.Msg("bank-added", "n", 2, "items", titles[:2]), i18n.Msg("history-cut", "n", 1, "file", file),
		i18n.Msg("clock", "now", d.Today(), "then", source.DayOf(d.Clock.AddDate(0, 0, 2))),
	}
}

// sources are two assessments by another questionnaire that answer some of the fixture bank.
func sources(d *desktest.Desk) []desk.Source {
	other := i18n.Text{i18n.German: "Der andere Fragebogen", i18n.English: "The other questionnaire"}
	name := questionnaire.WithValue(questionnaire.Answer{}, questionnaire.Value{Text: "Metallbau Kessler"})
	order := questionnaire.WithValue(questionnaire.Answer{}, questionnaire.Value{Option: "program"})
	return []desk.Source{
		{Name: "Metallbau Kessler", Bank: other, Updated: d.Today(), Answers: map[string]questionnaire.Answer{"company_name": name, "order": order}},
		{Bank: other, Updated: d.Today(), Answers: map[string]questionnaire.Answer{"order": order}},
	}
}

var sizes = [][2]int{{60, 20}, {80, 24}, {120, 40}}

var escapes = regexp.MustCompile("\x1b\\[[0-9;]*m")

// TestGoldens holds every screen in both languages and three sizes against testdata; -update writes them anew.
func TestGoldens(t *testing.T) {
	for _, s := range desktest.Scenes {
		for _, l := range i18n.Languages() {
			t.Run(s.Name+"-"+string(l), func(t *testing.T) {
				var got strings.Builder
				for _, size := range sizes {
					fmt.Fprintf(&got, "%d × %d\n%s\n", size[0], size[1], frameOf(play(t, s, l, size[0], size[1]).see()))
				}
				hold(t, filepath.Join("testdata", s.Name+"."+string(l)+".txt"), got.String())
			})
		}
	}
}

// TestEveryScreenHasAGolden reads the sources for what is a screen: each type must be on top in one of the scenes.
func TestEveryScreenHasAGolden(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range desktest.Scenes {
		seen[reflect.TypeOf(play(t, s, i18n.German, 80, 24).r.top()).Elem().Name()] = true
	}
	for _, name := range screenTypes(t) {
		if !seen[name] {
			t.Errorf("no scene shows the screen %s", name)
		}
	}
}

// screenTypes are the types that say whether they capture text, as only screens do.
func screenTypes(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	method := regexp.MustCompile(`(?m)^func \(\w+ \*?(\w+)\) CapturesText\(\)`)
	var out []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range method.FindAllSubmatch(text, -1) {
			out = append(out, string(m[1]))
		}
	}
	if len(out) < 15 {
		t.Fatalf("only %v", out)
	}
	return out
}

// frameOf marks the edges of a screen, so that spaces at the end of a row count.
func frameOf(s string) string {
	s = escapes.ReplaceAllString(s, "")
	return "¦" + strings.ReplaceAll(s, "\n", "¦\n¦") + "¦"
}

func hold(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at it and run with -update if it is right:\n%s", file, got)
	}
}

// TestOneLanguageAtATime reads the goldens for words of the other language.
func TestOneLanguageAtATime(t *testing.T) {
	foreign := map[i18n.Lang]*regexp.Regexp{
		i18n.English: regexp.MustCompile(`(?i)\b(und|der|die|das|oder|nicht|Sie|Frage|Angabe|Eingabe|zurück|weiter|Stufe|Punkte|Pfeile|Antwort|Gespeichert)\b`),
		i18n.German:  regexp.MustCompile(`(?i)\b(the|and|or|not|question|detail|back|next|stage|points|arrows|answers|saved|more)\b`),
	}
	for _, s := range desktest.Scenes {
		for l, words := range foreign {
			got := escapes.ReplaceAllString(play(t, s, l, 80, 24).see(), "")
			if w := words.FindString(got); w != "" {
				t.Errorf("%s in %s says %q:\n%s", s.Name, l, w, got)
			}
		}
	}
}
