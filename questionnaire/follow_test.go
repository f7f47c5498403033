package questionnaire_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// codesIn are the findings in files, in short.
func codesIn(files fstest.MapFS) []string {
	var d source.Diagnostics
	questionnaire.Load(files, &d)
	var out []string
	for _, x := range d.All() {
		out = append(out, fmt.Sprintf("%s:%d %s", x.Pos.File, x.Pos.Line, x.Code))
	}
	return out
}

// One mistake is one finding: what only follows from it is not told. Each mistake stands with the code it is told by.
func TestOneMistakeIsOneFinding(t *testing.T) {
	for _, c := range []struct{ bank, file, old, with, code string }{
		{"bank", "ablauf.yaml", "- id: order\n    kind: ladder", "- id: order\n    kind: lader", "bad-word"},
		{"bank", "ablauf.yaml", "  - id: order\n    kind: ladder\n", "  - kind: ladder\n", "missing-field"},
		{"bank", "ablauf.yaml", "{id: paper, points: 0, text: \"Papier\"}", "{id: paper, points: null, txt: \"Papier\"}", "missing-field unknown-field"},
		{"bank", "ablauf.yaml", "- id: order\n", "- id: Order\n", "bad-id"},
		{"bank", "ablauf.yaml", "range: [0, 50]", "range: [0 50]", "bad-range"},
		{"bank", "profile.yaml", "kind: choice", "kind: chioce", "bad-word"},
		{"bank", "daten.yaml", "weight: 2", "weight: zwei", "wrong-kind"},
		{"bank", "daten.yaml", "weight: 2", "weight: -2", "weight-negative"},
		{"bank", "bank.yaml", "date: 2026-11-24", "date: 24.11.2026", "wrong-kind"},
		{"bank", "bank.yaml", "dimensions:", "dimension:", "missing-field unknown-field"},
		{"bank", "bank.yaml", "[ablauf, daten]", "[ablauf, dathen]", "dimension-file"},
		{"bank", "bank.yaml", "{id: partly, points: 2,", "{id: partly, points: zwei,", "wrong-kind"},
		{"bank", "daten.yaml", "answers: yes-partly-no", "answers: yes-partly", "unknown-answers"},
		{"bank", "ablauf.yaml", "title: \"Abläufe\"", "title: \"Abläufe", "yaml-quote"},
		{"bank", "en/ablauf.yaml", "language: en", "language:en", "yaml-colon-space"},
		{"bank", "glossary.yaml", "{id: auftrag", "{ID: auftrag", "missing-field unknown-field"},
		{"allbank", "betrieb.yaml", "  - id: heute\n", "  - id:\n", "missing-field"},
		{"allbank", "betrieb.yaml", "kind: multi", "kind: muli", "bad-word"},
		{"allbank", "schutz.yaml", "need: all", "need: alle", "wrong-kind"},
	} {
		files := mapFS(t, "testdata/"+c.bank)
		edit(t, files, c.file, c.old, c.with)
		got := codesIn(files)
		var codes []string
		for _, g := range got {
			codes = append(codes, g[strings.LastIndex(g, " ")+1:])
		}
		slices.Sort(codes)
		codes = slices.Compact(codes)
		if strings.Join(codes, " ") != c.code {
			t.Errorf("%s with %q: %v, want %s", c.file, c.with, got, c.code)
		}
	}
}

// Two mistakes that have nothing to do with each other are both told.
func TestOtherMistakesAreStillTold(t *testing.T) {
	files := mapFS(t, "testdata/bank")
	edit(t, files, "ablauf.yaml", "- id: order\n    kind: ladder", "- id: order\n    kind: lader")
	edit(t, files, "daten.yaml", "points: 0,", "points: 1,")
	edit(t, files, "profile.yaml", "section: funding", "section: founding")
	got := strings.Join(codesIn(files), "\n")
	for _, want := range []string{"ablauf.yaml:10 bad-word", "profile.yaml:31 bad-word"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

// A file with another ending lies in the folder for nothing.
func TestStrayFiles(t *testing.T) {
	files := mapFS(t, "testdata/bank")
	files["zusatz.yml"] = &fstest.MapFile{Data: []byte("id: zusatz\n")}
	files["LICENCE.txt"] = &fstest.MapFile{Data: []byte("free\n")}
	if got := codesIn(files); !slices.Equal(got, []string{"bank.yaml:14 file-stray"}) {
		t.Errorf("%v", got)
	}
}
