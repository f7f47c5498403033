package prose_test

import (
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/prose"
	"digitalkompass/questionnaire/source"
)

const stamps = "en/" + questionnaire.FileFingerprints

// bank is the fixture in memory, with one place of one file replaced.
func bank(t *testing.T, file, replace, with string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	root := os.DirFS("../testdata/bank")
	err := fs.WalkDir(root, ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, p)
		out[p] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if file != "" {
		if !strings.Contains(string(out[file].Data), replace) {
			t.Fatalf("%q is not in %s", replace, file)
		}
		out[file].Data = []byte(strings.Replace(string(out[file].Data), replace, with, 1))
	}
	return out
}

// reviewed stamps the fixture's translations at a place, on top of what is stamped in files.
func reviewed(t *testing.T, files fstest.MapFS, at string) (text string, n int) {
	t.Helper()
	var d source.Diagnostics
	_, m := questionnaire.LoadManuscript(files, &d)
	if m == nil {
		t.Fatal(d.All())
	}
	data, n := prose.ReadStamps(files, m, &d).Stamp(m, i18n.English, at)
	return string(data), n
}

// stale are the findings about translations, as places with codes.
func stale(t *testing.T, files fstest.MapFS) []string {
	t.Helper()
	var d source.Diagnostics
	_, m := questionnaire.LoadManuscript(files, &d)
	if m == nil {
		t.Fatal(d.All())
	}
	prose.ReadStamps(files, m, &d).Check(m, &d)
	var out []string
	for _, x := range d.All() {
		out = append(out, fmt.Sprintf("%s:%d %s %v", x.Pos.File, x.Pos.Line, x.Code, x.Args[1]))
	}
	return out
}

func TestABankWithoutStampsHasNoSuchCheck(t *testing.T) {
	if got := stale(t, bank(t, "", "", "")); len(got) > 0 {
		t.Error(got)
	}
}

func TestTranslationsOlderThanTheirSource(t *testing.T) {
	all, n := reviewed(t, bank(t, "", "", ""), "")
	if n < 60 {
		t.Fatalf("%d texts", n)
	}
	for _, c := range []struct {
		name, file, replace, with string
		want                      string
	}{
		{"nothing has changed", "", "", "", ""},
		{"the translation alone", "en/ablauf.yaml", "How does an order run?", "How is an order run?", ""},
		{"the source", "ablauf.yaml", "Wie läuft ein Auftrag?", "Wie kommt ein Auftrag?", "en/ablauf.yaml translation-stale order/text"},
		{"the source, with the translation", "bank.yaml", `title: "Probe"`, `title: "Versuch"`, "en/bank.yaml translation-stale bank/title"},
		{"a shared answer", "bank.yaml", `text: "teilweise"`, `text: "zum Teil"`, "en/bank.yaml translation-stale yes-partly-no/options/partly"},
		{"points, which are no text", "ablauf.yaml", "{id: files, points: 2", "{id: files, points: 1", ""},
		{"a text without a stamp", stamps, "bank.yaml/title: ", "bank.yaml/titel: ", "en/bank.yaml translation-unstamped bank/title; en/fingerprints.yaml translation-stamp-idle bank.yaml/titel"},
	} {
		files := bank(t, "", "", "")
		files[stamps] = &fstest.MapFile{Data: []byte(all)}
		if c.file != "" {
			files[c.file].Data = []byte(strings.Replace(string(files[c.file].Data), c.replace, c.with, 1))
		}
		var got []string
		for _, x := range stale(t, files) {
			place, rest, _ := strings.Cut(x, " ")
			file, _, _ := strings.Cut(place, ":")
			got = append(got, file+" "+rest)
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// Stamping one place leaves what is stale elsewhere stale.
func TestReviewsPlaceByPlace(t *testing.T) {
	files := bank(t, "", "", "")
	all, n := reviewed(t, files, "")
	files[stamps] = &fstest.MapFile{Data: []byte(all + "gone.yaml/title: \"01234567\"\n")}
	for _, x := range [][2]string{{"Wie läuft ein Auftrag?", "Wie kommt ein Auftrag?"}, {`"Zwei."`, `"Drei."`}} {
		files["ablauf.yaml"].Data = []byte(strings.Replace(string(files["ablauf.yaml"].Data), x[0], x[1], 1))
	}
	if got := stale(t, files); len(got) != 3 {
		t.Fatalf("before: %v", got)
	}
	part, k := reviewed(t, files, "order")
	if k < 5 || k >= n {
		t.Errorf("%d of %d reviewed", k, n)
	}
	files[stamps] = &fstest.MapFile{Data: []byte(part)}
	if got := stale(t, files); len(got) != 1 || !strings.Contains(got[0], "typing/example") {
		t.Errorf("after: %v", got)
	}
	if _, k := reviewed(t, files, "nowhere"); k != 0 {
		t.Errorf("%d at a place that is not there", k)
	}
	if _, k := reviewed(t, files, "daten.yaml"); k < 10 {
		t.Errorf("%d in a file", k)
	}
	again, _ := reviewed(t, files, "")
	files[stamps] = &fstest.MapFile{Data: []byte(again)}
	if twice, _ := reviewed(t, files, ""); twice != again {
		t.Error("stamping twice gives another file")
	}
}

func TestBrokenStamps(t *testing.T) {
	for code, text := range map[string]string{
		"wrong-kind":    "bank.yaml/title: {a: b}\n",
		"duplicate-key": "bank.yaml/title: \"01234567\"\nbank.yaml/title: \"01234567\"\n",
		"file-empty":    "\n",
	} {
		files := bank(t, "", "", "")
		files[stamps] = &fstest.MapFile{Data: []byte(text)}
		var d source.Diagnostics
		_, m := questionnaire.LoadManuscript(files, &d)
		if m == nil {
			t.Fatalf("the stamps alone break the bank: %v", d.All())
		}
		prose.ReadStamps(files, m, &d)
		if got := d.All(); len(got) != 1 || got[0].Code != code || got[0].Pos.File != stamps {
			t.Errorf("%s: %v", code, got)
		}
	}
}
