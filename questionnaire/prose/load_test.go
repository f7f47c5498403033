package prose_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire/prose"
	"digitalkompass/questionnaire/source"
)

// lists are the shipped word lists with one place of the German one replaced.
func lists(t *testing.T, replace, with string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, name := range []string{"de.yaml", "en.yaml"} {
		data, err := os.ReadFile("../../data/prose/" + name)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = &fstest.MapFile{Data: data}
	}
	text := string(out["de.yaml"].Data)
	if !strings.Contains(text, replace) {
		t.Fatalf("%q is not in de.yaml", replace)
	}
	out["de.yaml"].Data = []byte(strings.Replace(text, replace, with, 1))
	return out
}

func TestBrokenWordLists(t *testing.T) {
	for _, c := range []struct{ code, replace, with, mark string }{
		{"unknown-field", "limits:", "limit: {}\nlimits:", "limit: {}"},
		{"unknown-field", "{question: 160,", "{questions: 160, question: 160,", "limits:"},
		{"unknown-field", "capital_nouns: true", "capital_noun: true", "capital_noun:"},
		{"unknown-field", "vague:\n", "vague:\n  wrods: []\n", "wrods"},
		{"unknown-field", "negation:\n", "negation:\n  fein: []\n", "fein"},
		{"missing-field", "vague:\n", "\n", "language: de"},
		{"missing-field", "option: 110", "option: 0", "option: 0"},
		{"missing-field", "language: de", "{}", ""},
		{"overlay-language", "language: de", "language: en", "language: en"},
		{"wrong-kind", "question: 160", "question: lang", "lang"},
		{"wrong-kind", "capital_nouns: true", "capital_nouns: vielleicht", "vielleicht"},
		{"wrong-kind", `either: ["oder"]`, `either: oder`, "either: oder"},
		{"wrong-kind", `either: ["oder"]`, `either: [[oder]]`, "[[oder]]"},
		{"blank-field", `either: ["oder"]`, `either: ["oder", " "]`, `" "`},
		{"blank-field", `either: ["oder"]`, `either: ["oder", "*"]`, `"*"`},
		{"duplicate-key", `either: ["oder"]`, `either: ["oder", "Oder"]`, `"Oder"`},
		{"bad-pattern", `'\S*\.\.\.'`, `'('`, `'('`},
		{"bad-word", "want: ellipsis", "want: elipsis", "elipsis"},
		{"missing-field", ", want: ellipsis", "", `'\S*\.\.\.'`},
		{"yaml-bracket", "language: de", "language: [", ""},
	} {
		if c.with == "{}" {
			c.with = ""
		}
		files := lists(t, c.replace, c.with)
		var d source.Diagnostics
		if prose.Load(files, &d) != nil {
			t.Errorf("%s: %q is taken", c.code, c.with)
		}
		found := false
		for _, x := range d.All() {
			found = found || x.Code == c.code && x.Pos.File == "de.yaml" && (c.mark == "" || strings.Contains(x.Line, c.mark))
		}
		if !found {
			t.Errorf("%s: %q: %v", c.code, c.with, d.All())
		}
	}
}

func TestEveryLanguageHasItsList(t *testing.T) {
	files := lists(t, "language: de", "language: de")
	delete(files, "en.yaml")
	var d source.Diagnostics
	if prose.Load(files, &d) != nil || len(d.All()) != 1 || d.All()[0].Pos.File != "en.yaml" {
		t.Errorf("%v", d.All())
	}
}
