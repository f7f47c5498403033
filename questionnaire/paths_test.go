package questionnaire_test

import (
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// A quick path is offered where it has questions, and fewer than the full one; what is left out of the minutes counts
// as one for each question, and a bank without a quick path has one time.
func TestPathsAndTheirTimes(t *testing.T) {
	for note, c := range map[string]struct {
		minutes, quick string
		paths          []questionnaire.Path
		times          [2]int
	}{
		"as it is":          {"minutes: {quick: 2, full: 4}", "quick: true", []questionnaire.Path{questionnaire.Quick, questionnaire.Full}, [2]int{2, 4}},
		"no minutes":        {"# none", "quick: true", []questionnaire.Path{questionnaire.Quick, questionnaire.Full}, [2]int{2, 6}},
		"no quick question": {"minutes: {quick: 2, full: 4}", "quick: false", []questionnaire.Path{questionnaire.Full}, [2]int{4, 4}},
		"neither":           {"# none", "quick: false", []questionnaire.Path{questionnaire.Full}, [2]int{6, 6}},
	} {
		files := mapFS(t, "testdata/bank")
		edit(t, files, "bank.yaml", "minutes: {quick: 2, full: 4}", c.minutes)
		edit(t, files, "ablauf.yaml", "quick: true", c.quick)
		edit(t, files, "daten.yaml", "quick: true", c.quick)
		var d source.Diagnostics
		b := questionnaire.Load(files, &d)
		if b == nil {
			t.Fatal(note, d.All())
		}
		if got := [2]int{b.About.Minutes[questionnaire.Quick], b.About.Minutes[questionnaire.Full]}; !slices.Equal(b.Paths(), c.paths) || got != c.times {
			t.Errorf("%s: %v %v, want %v %v", note, b.Paths(), got, c.paths, c.times)
		}
	}
}

// An assessment on a quick path that has no questions is taken on the full one, and that is said.
func TestAnEmptyQuickPathIsTheFullOne(t *testing.T) {
	files := readDescription(t).simplest()
	var d source.Diagnostics
	b := questionnaire.Load(files, &d)
	a, found := decode(t, b, `{"bank":{"id":"muster"},"path":"quick","company":{},"answers":{"order":{"value":"files"}}}`)
	if a == nil || a.Path != questionnaire.Full || len(found.All()) != 1 || found.All()[0].Code != "path-empty" {
		t.Errorf("%v %v", a, found.All())
	}
	edit(t, files, "bank.yaml", "dimensions: [ablauf]", "minutes: {full: 0, quick: -1}\ndimensions: [ablauf]")
	if got := strings.Join(codesIn(files), ", "); got != "bank.yaml:8 not-positive, bank.yaml:8 not-positive" {
		t.Errorf("%s", got)
	}
}
