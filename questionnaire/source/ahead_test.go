package source_test

import (
	"bytes"
	"slices"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire/source"
)

// Read ahead or not, a file gives the same tree and the same findings with the same lines.
func TestReadAhead(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{}
	for name, text := range map[string]string{"good.yaml": "a: [1, 2]\n", "bad.yaml": "a: 1\na: 2\n", "empty.yaml": "", "latin.yaml": "a: \xe4\n"} {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	ahead := source.ReadAhead(files, []string{"good.yaml", "bad.yaml", "bad.yaml", "empty.yaml", "latin.yaml", "missing.yaml", "."})
	defer ahead.Wait()
	for name, f := range files {
		for range 2 { // as it was read, and again
			var d, want source.Diagnostics
			data, n, err := ahead.YAML(files, name, &d)
			m := source.ParseYAML(name, f.Data, &want)
			if err != nil || !bytes.Equal(data, f.Data) || (n == nil) != (m == nil) ||
				!slices.EqualFunc(d.All(), want.All(), func(a, b source.Diagnostic) bool { return a.Pos == b.Pos && a.Code == b.Code && a.Line == b.Line }) {
				t.Errorf("%s: %q %v %v, want %v", name, data, d.All(), err, want.All())
			}
			d.Error(source.Pos{File: name, Line: 1}, "later")
			want.Error(source.Pos{File: name, Line: 1}, "later")
			if got := d.All(); got[len(got)-1].Line != want.All()[len(got)-1].Line {
				t.Errorf("%s: the line of a later finding is lost", name)
			}
		}
	}
	if _, _, err := ahead.YAML(files, "missing.yaml", new(source.Diagnostics)); err == nil {
		t.Error("a missing file was read")
	}
}
