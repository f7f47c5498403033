package source_test

import (
	"fmt"
	"strings"
	"testing"

	"digitalkompass/questionnaire/source"
)

// head stands before every mistake, so that no place is right by chance.
const head = "id: muster\ntitle: \"Eine Bank\" # nicht „amtlich\"\nabout: |\n  Ein Text mit \"Anführung\n  und: Doppelpunkt\n"

// The usual mistakes in YAML, each with the place and the name of what is wrong.
func TestYAMLMistakesAreNamed(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"short: \"Abläufe\nwhy: \"Zeit\"\nexample: x\n", "6:8 yaml-quote"},
		{"short: 'Abläufe\nwhy: Zeit\n", "6:8 yaml-quote"},
		{"short: \"Abläufe", "6:8 yaml-quote"},
		{"short: \"Der \"gute\" Ablauf\"\nwhy: x\n", "6:13 yaml-quote-inside"},
		{"options:\n  - {id: a, text: \"Sagt \"nein\".\"}\n", "7:25 yaml-quote-inside"},
		{"short:\"Abläufe\"\nwhy: x\n", "6:7 yaml-colon-space"},
		{"short:Abläufe\nwhy: x\n", "6:7 yaml-colon-space"},
		{"short \"Abläufe\"\nwhy: x\n", "6:1 yaml-colon-missing"},
		{"list:\n  - id: a\n    text b\n    why: c\n", "8:5 yaml-colon-missing"},
		{"short: Achtung: Abläufe\nwhy: x\n", "6:15 yaml-colon-text"},
		{"list:\n  - id: a text: b\n", "7:15 yaml-colon-text"},
		{"short: Abläufe\n  why: x\n", "7:3 yaml-indent"},
		{"short: \"Abläufe\"\n  why: x\n", "7:3 yaml-indent"},
		{"list:\n  - id: a\n   text: b\n", "8:4 yaml-indent"},
		{"map:\n    a: 1\n  b: 2\n", "8:3 yaml-indent"},
		{"list:\n  - id: a\n\ttext: b\n", "8:1 yaml-tab"},
		{"list:\n\t- id: a\n", "7:1 yaml-tab"},
		{"list:\n  - id: a\n  id: b\n", "8:3 yaml-dash"},
		{"list:\n  - id: a\n  -id: b\n", "8:3 yaml-dash-space"},
		{"list:\n  -id: a\n  -id: b\n", "7:3 yaml-dash-space"},
		{"list:\n  - {node: a, weight: 25,5}\n", "7:26 decimal-comma"},
		{"list:\n  - id: a\n\u00a0   text: b\n", "8:1 yaml-no-break"},
		{"list: [a, b\nwhy: x\nmore: y\n", "6:1 yaml-bracket"},
		{"list:\n  - {id: a, text: b\n  - {id: c}\n", "7:3 yaml-bracket"},
		{"list:\n  - {id: a text: b}\n", "7:3 yaml-bracket"},
		{"list: [\n  - id: a\n", "6:1 yaml-bracket"},
		{"path: \"C:\\Daten\"\n", "6:10 yaml-escape"},
		{"text: @home\nwhy: x\n", "6:7 yaml-start"},
		{"text: %voll\nwhy: x\n", "6:7 yaml-start"},
		{"text: *wichtig\nwhy: x\n", "6:7 yaml-alias"},
		{"text: *wichtig* ist\nwhy: x\n", "6:7 yaml-alias"},
		{"text: !wichtig ist\nwhy: x\n", "6:7 yaml-tag"},
		{"list:\n  - id: a\n    text: b\n    id: c\n    text: d\n", "9:5 dash-missing"},
		{"map: {a: 1, b: 2, a: 3}\n", "6:19 duplicate-key"},
		{"---\nwhy: x\n", "6:1 yaml-second-document"},
	} {
		var d source.Diagnostics
		if source.ParseYAML("a.yaml", []byte(head+c.text), &d) != nil {
			t.Errorf("%q: a tree came back", c.text)
		}
		var got []string
		for _, x := range d.All() {
			got = append(got, fmt.Sprintf("%d:%d %s", x.Pos.Line, x.Pos.Column, x.Code))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%q: %v, want %s", c.text, got, c.want)
		}
	}
}

// A mistake in the first line, with the line ends of Windows, and in a file without a last line end.
func TestYAMLMistakesAtTheEdges(t *testing.T) {
	for text, want := range map[string]string{
		"title:\"x\"\nid: a\n":          "1:7 yaml-colon-space",
		"id: a\r\nlist: [x\r\nb: 1\r\n": "2:1 yaml-bracket",
		"id: a\r\n  why: x":             "2:3 yaml-indent",
		"title: \"x":                    "1:8 yaml-quote",
	} {
		var d source.Diagnostics
		source.ParseYAML("a.yaml", []byte(text), &d)
		x := d.All()[0]
		if got := fmt.Sprintf("%d:%d %s", x.Pos.Line, x.Pos.Column, x.Code); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// Words that other programs take for true or false are to be quoted; where the value is wrong anyway, only that is said.
func TestYesAndNoWantQuotes(t *testing.T) {
	var d source.Diagnostics
	n := source.ParseYAML("a.yaml", []byte("a: no\nb: \"no\"\nOn: x\nflag: yes\nc: „Ja“\nd: \"„Ja“\"\n"), &d)
	if n == nil {
		t.Fatal(d.All())
	}
	source.WarnBare(n, &d)
	source.ReadMap(n, &d).Bool("flag")
	var got []string
	for _, x := range d.All() {
		got = append(got, fmt.Sprintf("%d:%d %s", x.Pos.Line, x.Pos.Column, x.Code))
	}
	if want := "[1:4 yaml-yes-no 3:1 yaml-yes-no 4:7 wrong-kind 5:4 yaml-other-quotes]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
}
