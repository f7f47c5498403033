package report_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
)

func audiences(t testing.TB) []*report.Audience {
	t.Helper()
	var d source.Diagnostics
	all := report.LoadAudiences(os.DirFS("../data/audiences"), &d)
	if d.Failed() || len(all) == 0 {
		t.Fatal(d.All())
	}
	return all
}

func audience(t testing.TB, id string) *report.Audience {
	t.Helper()
	for _, x := range audiences(t) {
		if x.ID == id {
			return x
		}
	}
	t.Fatalf("no audience %s", id)
	return nil
}

// Every field that an audience names is one of a shipped bank, so that a slip of the pen cannot hide or show a thing.
func TestShippedAudiencesNameWhatIsThere(t *testing.T) {
	known := map[string]bool{}
	banks, err := fs.Glob(os.DirFS("../data/banks"), "*")
	if err != nil || len(banks) < 4 {
		t.Fatal(banks, err)
	}
	for _, id := range banks {
		var d source.Diagnostics
		b := questionnaire.Load(os.DirFS("../data/banks/"+id), &d)
		if b == nil {
			t.Fatal(d.All())
		}
		for _, q := range b.Profile {
			known[q.ID] = true
		}
	}
	for _, x := range audiences(t) {
		for _, f := range x.Fields {
			if !known[f] {
				t.Errorf("%s: no bank has a field %q", x.ID, f)
			}
		}
		if !slices.Contains(x.Parts, "summary") {
			t.Errorf("%s has no summary", x.ID)
		}
	}
}

func TestBrokenAudiences(t *testing.T) {
	const sound = "id: x\ntitle: {de: a, en: b}\nabout: {de: a, en: b}\nparts: [summary]\nfields: [sector]\nshows: [answers]\nidentifying: [[sector]]\n"
	for _, x := range []struct{ old, new, code string }{
		{"", "", ""},
		{"id: x", "id: y", "audience-name"},
		{"[summary]", "[digest]", "bad-word"},
		{"[[sector]]", "[[founded]]", "audience-unseen"},
		{"shows: [answers]", "shows: [notes]", "audience-answers"},
		{"parts: [summary]\nfields: [sector]\nshows: [answers]", "parts: [heat]\nfields: [sector]\nshows: []", "audience-heat"},
		{", en: b}\nabout", "}\nabout", "translation-missing"},
		{"fields: [sector]\n", "", "missing-field"},
		{"shows: [answers]", "shows: [gossip]", "bad-word"},
		{"parts", "part", "unknown-field"},
	} {
		var d source.Diagnostics
		got := report.LoadAudiences(fstest.MapFS{"x.yaml": {Data: []byte(strings.Replace(sound, x.old, x.new, 1))}}, &d)
		var codes []string
		for _, f := range d.All() {
			codes = append(codes, f.Code)
			if f.Pos.Line == 0 {
				t.Errorf("%s has no place", f.Code)
			}
		}
		if ok := x.code == "" && len(got) == 1 && len(codes) == 0 || slices.Contains(codes, x.code) && got == nil; !ok {
			t.Errorf("%q: %v, want %q", x.new, codes, x.code)
		}
	}
}

func TestAnAudienceOfOnesOwn(t *testing.T) {
	const good = "id: verband\ntitle: {de: a, en: b}\nabout: {de: a, en: b}\nparts: [summary]\nfields: []\nshows: []\n"
	for file, want := range map[string]string{
		"ordner/verband.yaml": "",
		"anders.yaml":         "audience-name",
		"taken.yaml":          "audience-taken",
	} {
		var d source.Diagnostics
		data := good
		if want == "audience-taken" {
			data = strings.Replace(good, "verband", "taken", 1)
		}
		x := report.LoadAudience(file, []byte(data), []string{"taken"}, &d)
		if (x == nil) != (want != "") || want != "" && (len(d.All()) != 1 || d.All()[0].Code != want || d.All()[0].Pos.Line != 1) {
			t.Errorf("%s: %v, %v", file, x, d.All())
		}
	}
	var d source.Diagnostics
	if report.LoadAudience("x.yaml", []byte("id: [\n"), nil, &d) != nil || !d.Failed() {
		t.Error("broken YAML was taken")
	}
}
