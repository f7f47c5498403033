package main

import (
	"fmt"
	"os"
	"path/filepath"
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
	goldenFolder = "../internal/wizard/testdata"
	smallBank    = "../../questionnaire/testdata/bank"
	reportBanks  = "../../report/testdata/banks"
)

func playScene(t *testing.T, s desktest.Scene) {
	home := t.TempDir()
	args := []string{"--bank", smallBank}
	if s.Fill {
		bank := bankIn(t, smallBank)
		a := desktest.Filled(bank, i18n.German, time.Now)
		a.Bank = bank.Ref()
		keep(t, home, bank, a)
	}
	switch s.With {
	case desktest.Told:
		age(t, home)
	case desktest.Sourced:
		finished(t, home)
		args = []string{"--bank", "dii"}
	case desktest.Held:
		other := inPipe(t, home, "run", "--accessible", filepath.Join(home, "probe.kompass.json"), "--bank", smallBank)
		other.prompted()
	case desktest.Choosing, desktest.Sampled: // which every bank has
	}
	w := open(t, home, usual, args...)
	w.until("first picture", func(p string) bool { return wholePicture(p, 80, 24) })
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
	w.tryScene(s.Name, s.Name == "interrupt")
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
	w := open(t, home, usual, "run", keep(t, home, bank, a), "--bank", folder)
	w.until("first picture", func(p string) bool { return wholePicture(p, 80, 24) })
	w.press("tab", "?", "e").until("result", func(p string) bool { return strings.Contains(p, "[1 Überblick]") })
	w.press(strings.Fields(r.Keys)...)
	w.tryScene(r.Name(), false)
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

// tryScene compares what is shown with the golden, gives the window every size, and changes the language to and fro. asks
// is for what any key takes away.
func (w *window) tryScene(name string, asks bool) {
	w.t.Helper()
	w.like(name, i18n.German, 80, 24)
	before := w.see()
	if !asks {
		before = w.settled()
	}
	for _, size := range [][2]int{{60, 20}, {200, 60}, {40, 9}, {120, 40}, {110, 30}, {60, 20}} {
		s := w.resize(size[0], size[1])
		if pointed(before) != "" && pointed(s) == "" {
			w.t.Errorf("%v: the pointer is out of sight:\n%s", size, s)
		}
		if size != [2]int{200, 60} && size[0] != 40 && size[0] != 110 {
			w.like(name, i18n.German, size[0], size[1])
		}
	}
	w.resize(80, 24)
	w.until("what was there before:\n"+before+"\n", func(s string) bool { return s == before })
	if asks {
		return
	}
	w.changeLanguage(strings.Contains(before, "_"))
	w.like(name, i18n.English, 80, 24)
	w.changeLanguage(strings.Contains(before, "_"))
	w.like(name, i18n.German, 80, 24)
}

// like waits until head and keys are those of a golden; what lies between speaks of files, days and times.
func (w *window) like(name string, l i18n.Lang, width, height int) {
	w.t.Helper()
	head, foot := goldenEnds(w.t, name, l, width, height)
	w.until("head and keys like "+name+":\n"+head+"\n"+foot+"\n", func(s string) bool {
		rows := strings.Split(strings.TrimSuffix(s, "\n"), "\n")
		return len(rows) == height && rows[0] == head && rows[height-1] == foot
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
