package source_test

import (
	"slices"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire/source"
)

// Parsed ahead or not, a file gives the same tree and the same findings with the same lines.
func TestParseAhead(t *testing.T) {
	files := fstest.MapFS{}
	for name, text := range map[string]string{"good.yaml": "a: [1, 2]\n", "bad.yaml": "a: 1\na: 2\n", "empty.yaml": "", "latin.yaml": "a: \xe4\n"} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	ahead := source.ParseAhead(files, []string{"good.yaml", "bad.yaml", "bad.yaml", "empty.yaml", "latin.yaml", "missing.yaml", "."})
	for name, f := range files {
		for _, data := range [][]byte{f.Data, f.Data, []byte("b: 3\n")} { // as it was, again, and changed since
			var d, want source.Diagnostics
			n, m := ahead.YAML(name, data, &d), source.ParseYAML(name, data, &want)
			if (n == nil) != (m == nil) || !slices.EqualFunc(d.All(), want.All(), func(a, b source.Diagnostic) bool { return a.Pos == b.Pos && a.Code == b.Code && a.Line == b.Line }) {
				t.Errorf("%s: %v, want %v", name, d.All(), want.All())
			}
			d.Error(source.Pos{File: name, Line: 1}, "later")
			want.Error(source.Pos{File: name, Line: 1}, "later")
			if got := d.All(); got[len(got)-1].Line != want.All()[len(got)-1].Line {
				t.Errorf("%s: the line of a later finding is lost", name)
			}
		}
	}
}
