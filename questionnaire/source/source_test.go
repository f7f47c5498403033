package source_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"digitalkompass/questionnaire/source"
)

func codes(d *source.Diagnostics) []string {
	var out []string
	for _, x := range d.All() {
		out = append(out, x.Code)
	}
	return out
}

func TestYAMLKnowsPlacesAndKinds(t *testing.T) {
	var d source.Diagnostics
	n := source.ParseYAML("a.yaml", []byte("title: Größe\nlist:\n  - 1\n  - yes\n  - true\n  - 2026-11-24\n  - ~\nmap: {k: \"v\"}\n"), &d)
	if n == nil {
		t.Fatal(d.All())
	}
	list := n.Get("list")
	var kinds []source.Kind
	for _, i := range list.Items {
		kinds = append(kinds, i.Kind)
	}
	if want := []source.Kind{source.Number, source.String, source.Bool, source.String, source.Null}; !slices.Equal(kinds, want) {
		t.Errorf("kinds %v, want %v", kinds, want)
	}
	if got := n.Get("map").Get("k").Pos.String(); got != "a.yaml:8:10" {
		t.Errorf("place %s", got)
	}
	if n.Get("gone") != nil || n.Get("title").Value != "Größe" {
		t.Error("values")
	}
}

func TestYAMLRefusals(t *testing.T) {
	for name, c := range map[string]struct{ text, code string }{
		"empty":     {" \n", "file-empty"},
		"comment":   {"# nur ein Kommentar\n", "file-empty"},
		"syntax":    {"a: [1,\nb: 2\n", "yaml-bracket"},
		"control":   {"a: \x01\n", "yaml-syntax"},
		"tab":       {"a:\n\t- 1\n", "yaml-tab"},
		"duplicate": {"a: 1\na: 2\n", "duplicate-key"},
		"alias":     {"a: &x 1\nb: *x\n", "yaml-alias"},
		"merge":     {"a: 1\n<<: {b: 2}\n", "yaml-key"},
		"key":       {"? [a]\n: 1\n", "yaml-key"},
		"second":    {"a: 1\n---\nb: 2\n", "yaml-second-document"},
		"latin1":    {"a: \xe4\n", "file-encoding"},
		"deep":      {strings.Repeat("[", 200), "file-too-deep"},
		"nested":    {nested(60), "file-too-deep"},
		"large":     {strings.Repeat("#", source.MaxSize+1), "file-too-large"},
	} {
		t.Run(name, func(t *testing.T) {
			var d source.Diagnostics
			if source.ParseYAML("a.yaml", []byte(c.text), &d) != nil {
				t.Error("a tree came back")
			}
			if got := codes(&d); !slices.Contains(got, c.code) {
				t.Errorf("got %v, want %s", got, c.code)
			}
		})
	}
}

// nested is a mapping within a mapping, many times.
func nested(depth int) string {
	var b strings.Builder
	for i := range depth {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String() + strings.Repeat(" ", depth) + "a: 1\n"
}

func TestJSONKnowsPlaces(t *testing.T) {
	var d source.Diagnostics
	n := source.ParseJSON("a.json", []byte("\ufeff{\n  \"ä\": [1, \"x\"],\n  \"b\" : {\"c\": null, \"d\": false}\n}\n"), &d)
	if n == nil {
		t.Fatal(d.All())
	}
	for _, c := range []struct {
		n    *source.Node
		want string
		kind source.Kind
	}{
		{n, "a.json:1:1", source.Mapping},
		{n.Get("ä").Items[1], "a.json:2:12", source.String},
		{n.Get("b").Get("c"), "a.json:3:15", source.Null},
		{n.Get("b").Get("d"), "a.json:3:26", source.Bool},
	} {
		if got := c.n.Pos.String(); got != c.want || c.n.Kind != c.kind {
			t.Errorf("%s kind %d, want %s kind %d", got, c.n.Kind, c.want, c.kind)
		}
	}
	if got := n.Entries[1].At.String(); got != "a.json:3:3" {
		t.Errorf("place of a key: %s", got)
	}
}

func TestJSONRefusals(t *testing.T) {
	for text, code := range map[string]string{
		`{"a":1`:           "json-cut-off",
		`{"a":"x`:          "json-cut-off",
		`{"a":1} {}`:       "json-after-end",
		`{"a":01}`:         "json-syntax",
		`{'a':1}`:          "json-syntax",
		`{"a":1,"a":2}`:    "duplicate-key",
		`{"a":NaN}`:        "json-syntax",
		`<html>`:           "json-syntax",
		"\xff\xfe{\x00":    "file-encoding",
		"":                 "file-empty",
		nestedList(50):     "file-too-deep",
		`{"a":1,}`:         "json-missing",
		`{"a":}`:           "json-missing",
		`[1,,2]`:           "json-missing",
		`{"a" "b"}`:        "json-comma",
		`{"a":"x" "b":1}`:  "json-comma",
		`{"a":"\x"}`:       "json-escape",
		"{\"a\":\"\x01\"}": "json-control",
		"{\"a\":\"b\nc\"}": "json-control",
	} {
		var d source.Diagnostics
		if source.ParseJSON("a.json", []byte(text), &d) != nil {
			t.Errorf("%q: a tree came back", text)
		}
		if got := codes(&d); !slices.Contains(got, code) {
			t.Errorf("%q: got %v, want %s", text, got, code)
		}
	}
}

func nestedList(n int) string { return strings.Repeat("[", n) + "1" + strings.Repeat("]", n) }

func TestMapReportsWhatItWasNotAskedFor(t *testing.T) {
	var d source.Diagnostics
	n := source.ParseYAML("a.yaml", []byte("title: x\ntitel: y\ncount: 2.5\nlist: a\nflag: 1\nday: 2026-02-30\nblank: ''\nmap: []\nnum: x\nbig: 123456789012345678901234567890123\n"), &d)
	m := source.ReadMap(n, &d)
	if m.String("title") != "x" || m.String("gone") != "" {
		t.Error("texts")
	}
	m.Int("count")
	m.Strings("list")
	m.Bool("flag")
	m.Day("day")
	m.NeedString("blank")
	m.NeedString("missing")
	m.Map("map")
	m.Rat("num")
	m.Rat("big")
	m.Done()
	got := codes(&d)
	for want, n := range map[string]int{"unknown-field": 1, "wrong-kind": 7, "blank-field": 1, "missing-field": 1} {
		if have := len(slices.DeleteFunc(slices.Clone(got), func(c string) bool { return c != want })); have != n {
			t.Errorf("%s: %d times, want %d (%v)", want, have, n, got)
		}
	}
	for _, x := range d.All() {
		if x.Code == "unknown-field" && (x.Near != "title" || x.Line != "titel: y" || x.Pos.Line != 2) {
			t.Errorf("%+v", x)
		}
	}
}

func TestExactNumbers(t *testing.T) {
	var d source.Diagnostics
	n := source.ParseYAML("a.yaml", []byte("- 0.1\n- 33\n- -2.50\n- 1e3\n- 0x10\n- .inf\n- 1_000\n"), &d)
	want := []string{"1/10", "33/1", "-5/2", "", "", "", ""}
	for i, item := range n.Items {
		got := ""
		if r := source.RatOf(item, &d); r != nil {
			got = r.String()
		}
		if got != want[i] {
			t.Errorf("%s: %q, want %q", item.Value, got, want[i])
		}
	}
}

func TestNearest(t *testing.T) {
	known := []string{"sicherheit", "strategie", "technik"}
	for name, want := range map[string]string{"sicherhiet": "sicherheit", "stratgie": "strategie", "x": "", "technik": "", "kunden": "", "Technik": "technik", "tehcnki": "technik", strings.Repeat("a", 500): ""} {
		if got := source.Nearest(name, known); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	// Neighbours that changed places are one mistake, so that words of four letters are found too.
	if got := source.Nearest("oepn", []string{"done", "open"}); got != "open" {
		t.Errorf("%q", got)
	}
}

func TestDiagnosticsAreOrderedAndBounded(t *testing.T) {
	var d source.Diagnostics
	d.Warn(source.Pos{File: "b"}, "x")
	d.Error(source.Pos{File: "a", Line: 2, Column: 1}, "y")
	d.Error(source.Pos{File: "a", Line: 1, Column: 9}, "z")
	d.Error(source.Pos{File: "a", Line: 1, Column: 9}, "z")
	if got := codes(&d); !slices.Equal(got, []string{"z", "y", "x"}) {
		t.Errorf("%v", got)
	}
	for i := range 5000 {
		d.Error(source.Pos{File: "c", Line: i + 1}, "many")
	}
	if len(d.All()) > 600 {
		t.Errorf("%d findings", len(d.All()))
	}
	var w source.Diagnostics
	w.Warn(source.Pos{}, "x")
	if w.Failed() || w.Empty() {
		t.Error("a warning is no failure")
	}
}

func TestDay(t *testing.T) {
	d, ok := source.ParseDay("2026-11-24")
	if !ok || d.String() != "2026-11-24" || d.IsZero() {
		t.Errorf("%v", d)
	}
	if _, ok := source.ParseDay("24.11.2026"); ok {
		t.Error("another form was taken")
	}
	end := source.Day{Year: 2026, Month: time.December, Day: 31}
	if !d.Before(end) || end.Before(d) || d.DaysUntil(end) != 37 || (source.Day{}).String() != "" {
		t.Errorf("%d", d.DaysUntil(end))
	}
	for p, want := range map[source.Pos]string{{File: "a"}: "a", {File: "a", Line: 3}: "a:3", {File: "a", Line: 3, Column: 4}: "a:3:4"} {
		if p.String() != want {
			t.Errorf("%s", p)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("a: [1, {b: c}]\n"))
	f.Add([]byte(`{"a":[1,null]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, parse := range []func(string, []byte, *source.Diagnostics) *source.Node{source.ParseYAML, source.ParseJSON} {
			var d source.Diagnostics
			if n := parse("x", data, &d); (n == nil) != d.Failed() {
				t.Errorf("tree %v, findings %v", n, d.All())
			}
		}
	})
}
