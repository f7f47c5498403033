package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Every screen of the wizard that its goldens show is shown by the real program in a real window as well: in the sizes of
// the goldens with the same head and keys, in every other size without loss, and in both languages.
func TestEverySceneInAWindow(t *testing.T) {
	t.Parallel()
	done := map[string]bool{}
	for _, s := range desktest.Scenes {
		done[s.Name] = true
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			playScene(t, s)
		})
	}
	for _, r := range desktest.Results {
		done[r.Name()] = true
		t.Run(r.Name(), func(t *testing.T) {
			t.Parallel()
			playResult(t, r)
		})
	}
	goldens, err := filepath.Glob(filepath.Join(goldenFolder, "*.de.txt"))
	if err != nil || len(goldens) < 50 {
		t.Fatal(goldens, err)
	}
	for _, g := range goldens {
		if name := strings.TrimSuffix(filepath.Base(g), ".de.txt"); !done[name] {
			t.Errorf("nothing shows %s in a window", name)
		}
	}
}

const (
	goldenDay    = "2026-11-22"
	goldenFolder = "../internal/wizard/testdata"
	smallBank    = "../../questionnaire/testdata/bank"
	reportBanks  = "../../report/testdata/banks"
)

func playScene(t *testing.T, s desktest.Scene) {
	home := t.TempDir()
	args := []string{"run", "--on", goldenDay, "--bank", smallBank}
	if s.Fill {
		bank := bankIn(t, smallBank)
		a := desktest.Filled(bank, i18n.German, time.Now)
		a.Bank = bank.Ref()
		if s.With == desktest.Aged {
			a.Updated = desktest.Before
		}
		keep(t, home, bank, a)
	}
	switch s.With {
	case desktest.Told:
		age(t, home)
	case desktest.Sourced:
		finished(t, home)
		args = []string{"run", "--on", goldenDay, "--bank", "dii"}
	case desktest.Held:
		other := inPipe(t, home, "run", "--accessible", filepath.Join(home, "probe.kompass.json"), "--bank", smallBank)
		other.prompted()
	case desktest.Choosing, desktest.Sampled, desktest.Aged: // which every bank has, or is done
	}
	w := openScene(t, home, s.Name, args...)
	for _, k := range strings.Fields(s.Keys) {
		switch k {
		case desktest.NoRoom:
			w.settled()
			if err := os.RemoveAll(home); err != nil {
				t.Fatal(err)
			}
		case "esc": // else it could arrive together with what follows, which makes another key of them
			before := w.settled()
			w.press(k).until("another picture", func(p string) bool { return p != before })
		default:
			w.press(k)
		}
	}
	w.tryScene(traits{name: s.Name, asks: s.Name == "interrupt", menu: s.Name == "menu", sample: s.With == desktest.Sampled, other: s.With == desktest.Sourced})
}

func playResult(t *testing.T, r desktest.Result) {
	home, folder := t.TempDir(), filepath.Join(reportBanks, r.Bank)
	bank := bankIn(t, folder)
	a := questionnaire.New(bank, questionnaire.Full, i18n.German, time.Now())
	if r.Sample != "" {
		example := *bank.Case(r.Sample).Assessment
		a = &example
	}
	a.Bank, a.Language = bank.Ref(), i18n.German
	w := openScene(t, home, r.Name(), "run", keep(t, home, bank, a), "--on", goldenDay, "--bank", folder)
	w.press("tab", "?", "e").until("result", func(p string) bool { return strings.Contains(p, "[1 Überblick]") })
	w.press(strings.Fields(r.Keys)...)
	w.tryScene(traits{name: r.Name(), sample: true})
}

// keep writes an assessment as a draft.
func keep(t *testing.T, home string, bank *questionnaire.Bank, a *questionnaire.Assessment) (file string) {
	t.Helper()
	file = filepath.Join(home, "probe.kompass.json")
	if err := os.WriteFile(file, questionnaire.Encode(bank, a), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// age makes the draft one of an earlier edition of the bank, with answers that are not possible any more.
func age(t *testing.T, home string) {
	t.Helper()
	file := filepath.Join(home, "probe.kompass.json")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, change := range [][2]string{{`"1.0.0"`, `"0.9.0"`}, {`"files"`, `"fax"`}, {`"some"`, `"lots"`}} {
		if !strings.Contains(text, change[0]) {
			t.Fatalf("no %s in %s", change[0], text)
		}
		text = strings.Replace(text, change[0], change[1], 1)
	}
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// wide are scenes that begin in a large window, where they have something beside them to go to.
var wide = map[string]bool{"advice-panel": true}

func openScene(t *testing.T, home, name string, args ...string) *window {
	m := usual
	if wide[name] {
		m = manner{w: 120, h: 40}
	}
	w := open(t, home, m, args...)
	w.until("first picture", func(p string) bool { return wholePicture(p, m.w, m.h) })
	return w
}

// traits are what a scene has of its own.
type traits struct {
	name   string
	asks   bool // any key takes it away
	menu   bool // its keys lead away, and it has to be opened again
	sample bool // the golden shows the sample, whose head has other words
	other  bool // a question of another bank than the golden's, with terms of its own in the key row
}

// tryScene compares what is shown with the golden, gives the window every size, and changes the language to and fro.
func (w *window) tryScene(s traits) {
	w.t.Helper()
	first := [2]int{w.screen.w, w.screen.h}
	w.like(s, i18n.German, first, true)
	var before string
	if s.asks {
		before = w.shows("Noch einmal Strg+C").see()
	} else {
		before = w.settled()
	}
	golden := [][2]int{first, {60, 20}, {120, 40}}
	if strings.HasPrefix(s.name, "advice") || s.name == "carried-grid" { // whose keys lead elsewhere in another size, or where one arrives
		golden = golden[:1]
	}
	w.throughSizes(before, first, func(size [2]int) {
		if slices.Contains(golden, size) {
			w.like(s, i18n.German, size, true)
		}
	})
	if s.asks {
		return
	}
	field := typing(before)
	for _, l := range []i18n.Lang{i18n.English, i18n.German} {
		w.changeLanguage(field)
		if s.menu {
			w.hides(strings.TrimSpace(before[:strings.Index(before, "\n")])).press("?")
		}
		w.like(s, l, first, !field) // from a field the way to the menu leads below it
	}
}

// like waits until the head, and the keys if asked for, are those of a golden; what lies between speaks of files, days and
// times.
func (w *window) like(s traits, l i18n.Lang, size [2]int, keys bool) {
	w.t.Helper()
	head, foot := goldenEnds(w.t, s.name, l, size[0], size[1])
	if s.sample {
		head, _, _ = strings.Cut(head, "  ")
	}
	w.until("head and keys like "+s.name+":\n"+head+"\n"+foot+"\n", func(now string) bool {
		rows := strings.Split(strings.TrimSuffix(now, "\n"), "\n")
		return len(rows) == size[1] && (rows[0] == head || s.sample && strings.HasPrefix(rows[0], head+"  ")) && (!keys || s.other || rows[size[1]-1] == foot)
	})
}

// goldenEnds are the first and the last row of a golden.
func goldenEnds(t testing.TB, name string, l i18n.Lang, width, height int) (head, foot string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(goldenFolder, name+"."+string(l)+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(string(data), "\n")
	for i, r := range rows {
		if r == fmt.Sprintf("%d × %d", width, height) {
			bare := func(s string) string { return strings.TrimRight(strings.Trim(s, "¦"), " ") }
			return bare(rows[i+1]), bare(rows[i+height])
		}
	}
	t.Fatalf("no size %d × %d in the golden of %s", width, height, name)
	return "", ""
}
