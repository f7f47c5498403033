package i18n_test

import (
	"reflect"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

func foreign(t *testing.T, file string) (i18n.Foreign, *source.Diagnostics) {
	t.Helper()
	var d source.Diagnostics
	c := i18n.LoadCatalogue(fstest.MapFS{
		"de/a.yaml": {Data: []byte("a: \"x\"\n")}, "en/a.yaml": {Data: []byte("a: \"x\"\n")}, "foreign.yaml": {Data: []byte(file)},
	}, &d)
	if c == nil {
		return nil, &d
	}
	return c.Printer(i18n.German).Foreign(), &d
}

func TestTextsArePartedWhereTheLanguageChanges(t *testing.T) {
	f, d := foreign(t, "de: {en: [\"Machine\", \"Machine Learning\"]}\nen: {de: [\"Kammer\"]}\n")
	if d.Failed() {
		t.Fatal(d.All())
	}
	en := func(s string) i18n.Passage { return i18n.Passage{Text: s, Lang: i18n.English} }
	de := func(s string) i18n.Passage { return i18n.Passage{Text: s} }
	for text, want := range map[string][]i18n.Passage{
		"":                                      nil,
		"Die Kammer":                            {de("Die Kammer")},
		"Machine Learning":                      {en("Machine Learning")},
		"„Machine“ oder nicht":                  {de("„"), en("Machine"), de("“ oder nicht")},
		"Machines, Machine4":                    {de("Machines, Machine4")},
		"a Machine Learning b, Machine Machine": {de("a "), en("Machine Learning"), de(" b, "), en("Machine"), de(" "), en("Machine")},
		"ÖMachine Machine":                      {de("ÖMachine "), en("Machine")},
	} {
		if got := f.Split(text); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestMistakesInForeignWordsAreFound(t *testing.T) {
	for _, file := range []string{"de: {de: [\"x\"]}\n", "fr: {en: [\"x\"]}\n", "de: [\n", "de: {en: \"x\"}\n"} {
		if _, d := foreign(t, file); !d.Failed() {
			t.Errorf("%q was taken", file)
		}
	}
}
