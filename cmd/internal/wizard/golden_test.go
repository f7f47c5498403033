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
)

var update = flag.Bool("update", false, "write the goldens anew")

// scene is a screen to look at: how to get there. The fixture bank keeps it steady.
type scene struct {
	name string
	keys string // "!full" is no key: from then on nothing can be saved
	fill bool   // begins with an answered assessment
	with func(*testing.T, *desktest.Desk)
}

var scenes = []scene{
	{name: "welcome"},
	{name: "welcome-drafts", fill: true},
	{name: "deleting", keys: "del", fill: true},
	{name: "leaving", keys: "esc"},
	{name: "reading", keys: "end enter"},
	{name: "name", keys: "enter Kessler"},
	{name: "number", keys: "down enter enter"},
	{name: "number-band", keys: "down enter enter 7"},
	{name: "number-wrong", keys: "down enter enter 7 7 7 7 7 7 enter"},
	{name: "choice", keys: "down enter enter 9 enter"},
	{name: "ladder-fresh", keys: "down enter enter 9 enter 1 enter"},
	{name: "ladder-answered", keys: "down enter enter 9 enter 1 enter 2"},
	{name: "ladder-bar", keys: "down enter enter 9 enter 1 enter 2 tab tab right"},
	{name: "multi-cleared", keys: "enter g 3 enter 4", fill: true},
	{name: "grid", keys: "enter g 4 enter up", fill: true},
	{name: "share-unknown", keys: "enter g 5 enter", fill: true},
	{name: "help", keys: "enter g 1 enter h", fill: true},
	{name: "note", keys: "enter g 1 enter n E i n s enter Z w e i", fill: true},
	{name: "jump", keys: "enter g s h o p", fill: true},
	{name: "review", keys: "enter a", fill: true},
	{name: "review-unknown", keys: "enter a right right", fill: true},
	{name: "advice", keys: "enter g 1 enter v 1 esc end up up up 3", fill: true},
	{name: "menu", keys: "enter g 1 enter ?", fill: true},
	{name: "finished", keys: "enter", fill: true},
	{name: "result", keys: "enter e down enter", fill: true},
	{name: "why", keys: "enter e down enter down down enter", fill: true},
	{name: "why-total", keys: "enter e down enter 2", fill: true},
	{name: "steps", keys: "enter e down enter 3", fill: true},
	{name: "module", keys: "enter e down enter 4", fill: true},
	{name: "files", keys: "enter e down enter 5 enter", fill: true},
	{name: "deeper", keys: "enter enter 9 enter 2 enter 2 enter"},
	{name: "result-details", keys: "enter e enter 8 0 0 0 enter", fill: true},
	{name: "funding", keys: "enter enter 9 enter 1 enter 2 enter 3 3 enter down enter"},
	{name: "interrupt", keys: "enter ctrl+c"},
	{name: "notices", keys: "enter", fill: true, with: withNotices},
	{name: "notices-end", keys: "enter end", fill: true, with: withNotices},
	{name: "reusing", keys: "down enter", with: withSources},
	{name: "reused", keys: "down enter enter", with: withSources},
	{name: "choosing", keys: "down down enter", with: withBanks},
	{name: "in-use", keys: "enter", fill: true, with: heldElsewhere},
	{name: "unsaved", keys: "enter Kess !full l"},
	{name: "unsaved-leaving", keys: "enter Kess !full l esc down p"},
	{name: "folder", keys: "enter e down enter 5 down enter", fill: true},
	{name: "term", keys: "enter g 1 enter tab enter", fill: true},
	{name: "glossary", keys: "enter g 1 enter k", fill: true},
	{name: "glossary-found", keys: "enter g 1 enter k s p a n", fill: true},
	{name: "note-help", keys: "enter g 1 enter n f1", fill: true},
	{name: "advice-top", keys: "enter g 1 enter v", fill: true},
	{name: "advice-panel", keys: "enter g 1 enter v tab tab tab tab tab down", fill: true},
	{name: "evidence", keys: "enter g 1 enter v tab tab down enter B e l e g", fill: true},
	{name: "advice-help", keys: "enter g 1 enter v h", fill: true},
	{name: "why-help", keys: "end up enter 2 enter enter", with: withSample},
}

// filled is an answered assessment of the fixture bank.
func filled(d *desktest.Desk, l i18n.Lang) *questionnaire.Assessment {
	b := d.Bank()
	a := german(b)
	a.Language = l
	iv := questionnaire.NewInterview(b, a, d.Now)
	put := func(id string, ans questionnaire.Answer) { iv.Put(b.Question(id), ans) }
	value := func(v questionnaire.Value) questionnaire.Answer {
		return questionnaire.WithValue(questionnaire.Answer{}, v)
	}
	put("company_name", value(questionnaire.Value{Text: "Metallbau Kessler"}))
	put("employees", value(questionnaire.Value{Figure: big335}))
	put("machines", value(questionnaire.Value{Option: "yes"}))
	put("order", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "files"}, Note: "Aufmaße kommen auf Papier.", Later: true})
	put("typing", value(questionnaire.Value{Option: "some"}))
	put("extras", value(questionnaire.Value{Set: []string{"shop", "app"}}))
	put("capture", value(questionnaire.Value{Rows: map[string]string{"sales": "yes", "stock": questionnaire.RowNotApplicable}}))
	put("paperless", questionnaire.WithState(questionnaire.Answer{}, questionnaire.Unknown))
	put("wishes", value(questionnaire.Value{Set: []string{"texts"}}))
	return iv.Assessment()
}

func (s scene) play(t *testing.T, l i18n.Lang, w, h int) *driver {
	t.Helper()
	d := fixtureDesk(t)
	if s.fill {
		d.Keep(filled(d, l))
	}
	if s.with != nil {
		s.with(t, d)
	}
	dr := drive(t, d, desk.Start{Lang: l})
	dr.size(w, h)
	for _, k := range strings.Fields(s.keys) {
		if k == "!full" {
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
		i18n.Msg("clock", "now", d.Today(), "then", d.Today()),
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
	for _, s := range scenes {
		for _, l := range i18n.Languages() {
			t.Run(s.name+"-"+string(l), func(t *testing.T) {
				var got strings.Builder
				for _, size := range sizes {
					fmt.Fprintf(&got, "%d × %d\n%s\n", size[0], size[1], frameOf(s.play(t, l, size[0], size[1]).see()))
				}
				hold(t, filepath.Join("testdata", s.name+"."+string(l)+".txt"), got.String())
			})
		}
	}
}

// TestEveryScreenHasAGolden reads the sources for what is a screen: each type must be on top in one of the scenes.
func TestEveryScreenHasAGolden(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range scenes {
		seen[reflect.TypeOf(s.play(t, i18n.German, 80, 24).r.top()).Elem().Name()] = true
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
	for _, s := range scenes {
		for l, words := range foreign {
			got := escapes.ReplaceAllString(s.play(t, l, 80, 24).see(), "")
			if w := words.FindString(got); w != "" {
				t.Errorf("%s in %s says %q:\n%s", s.name, l, w, got)
			}
		}
	}
}
