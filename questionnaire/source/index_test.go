package source_test

import (
	"reflect"
	"testing"

	"digitalkompass/questionnaire/source"
)

// A file that an index knows gives the same tree as one that is parsed, and any other is parsed.
func TestIndex(t *testing.T) {
	texts := []string{
		"a: [1, 2]\nb: {c: true, d: ~}\n",
		"größe: \"12 €\"\n„x“: 'it''s'\nleer: ''\nende: da\n",
		"lang: >\n  zwei\n  Zeilen\nblock: |\n  eine\n  zwei\nplain: über\n  zwei Zeilen\nesc: \"a\\tb\\u00e4\"\n",
		"- x: 1\n  y:\n    - é\n    - \"\"\n- []\n- {}\n# Ende\n",
		"a:\nb: 1\n",
	}
	var files [][]byte
	var want []*source.Node
	var d source.Diagnostics
	for _, text := range append(texts, "a: 1\na: 2\n", "a: [", "") {
		files = append(files, []byte(text))
		want = append(want, source.ParseYAML("x.yaml", []byte(text), &d))
	}
	made, left := source.Index(files)
	if !reflect.DeepEqual(left, []int{5, 6, 7}) {
		t.Errorf("left out: %v", left)
	}
	source.UseIndex(made)
	defer source.UseIndex("")
	for i, text := range append(texts, "a: 1\na: 2\n", "a: [1, 2]\nb: {c: true, d: ~}\n#\n") {
		var d source.Diagnostics
		n := source.ParseYAML("x.yaml", []byte(text), &d)
		if i < len(texts) && (!d.Empty() || !reflect.DeepEqual(n, want[i])) || i == len(texts) && len(d.All()) != 1 || i > len(texts) && n == nil {
			t.Errorf("%q: %+v %v", text, n, d.All())
		}
	}
}

// What a known file says is found without parsing: an index that says something else about it is believed.
func TestIndexIsUsed(t *testing.T) {
	made, _ := source.Index([][]byte{[]byte("a: bcd\n")})
	source.UseIndex(made[:len(made)-1] + "\x02")
	defer source.UseIndex("")
	var d source.Diagnostics
	if n := source.ParseYAML("x.yaml", []byte("a: bcd\n"), &d); n.Get("a").Value != "bc" {
		t.Errorf("parsed: %q", n.Get("a").Value)
	}
}
