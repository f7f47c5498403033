package i18n_test

import (
	"io/fs"
	"math/big"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

func shipped(t *testing.T) *i18n.Catalogue {
	t.Helper()
	var d source.Diagnostics
	c := i18n.LoadCatalogue(os.DirFS("../../data/locales"), &d)
	for _, x := range d.All() {
		t.Errorf("%s: %s %v", x.Pos, x.Code, x.Args)
	}
	if c == nil {
		t.FailNow()
	}
	return c
}

func TestShippedCatalogueIsComplete(t *testing.T) { shipped(t) }

// sameInBoth are texts that are rightly the same in both languages: names, units, formats.
var sameInBoth = regexp.MustCompile(`^[^\p{L}]*$|^(\{[a-z]+\}|[^\p{L}]|Digitalkompass|Name|PDF|HTML|CSV|Word|Excel|Start|Status|Version|Text|OK|Markdown|JSON|WZ|Tab|Esc|min|Min|Pause)*$`)

func TestTextsAreTranslated(t *testing.T) {
	c := shipped(t)
	for _, k := range c.Keys() {
		de, en := c.Raw(i18n.German, k), c.Raw(i18n.English, k)
		if de == en && !sameInBoth.MatchString(de) {
			t.Errorf("%s: the same in both languages: %q", k, de)
		}
		if strings.ContainsAny(en, "äöüßÄÖÜ„") && !strings.Contains(en, "ü") {
			t.Errorf("%s: German signs in English: %q", k, en)
		}
		if strings.ContainsAny(de, "‘") {
			t.Errorf("%s: English quotes in German: %q", k, de)
		}
	}
}

func TestEveryDiagnosticHasItsWords(t *testing.T) {
	c := shipped(t)
	keys := c.Keys()
	for _, k := range keys {
		if code, ok := strings.CutPrefix(k, "mend."); ok && !slices.Contains(keys, "diag."+code) {
			t.Errorf("%s has no text", code)
		}
	}
	code := regexp.MustCompile(`\b(?:Error|Warn|Unknown|fail)\((?:[^"\n]*), "([a-z]+(?:-[a-z]+)+)"`)
	root := os.DirFS("..")
	_ = fs.WalkDir(root, ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return err
		}
		data, _ := fs.ReadFile(root, p)
		for _, m := range code.FindAllStringSubmatch(string(data), -1) {
			for _, k := range []string{"diag." + m[1], "mend." + m[1]} {
				if !slices.Contains(keys, k) {
					t.Errorf("%s: %s has no words", p, k)
				}
			}
		}
		return nil
	})
}

func TestDifferencesBetweenLanguagesAreFound(t *testing.T) {
	for name, c := range map[string]struct{ de, en, code string }{
		"missing":      {"a: x\nb: y\n", "a: x\n", "locale-missing"},
		"extra":        {"a: x\n", "a: x\nb: y\n", "locale-extra"},
		"placeholders": {"a: '{n} x'\n", "a: '{m} x'\n", "locale-placeholders"},
		"blank":        {"a: ' '\n", "a: x\n", "blank-field"},
	} {
		t.Run(name, func(t *testing.T) {
			var d source.Diagnostics
			fsys := fstest.MapFS{"de/x.yaml": {Data: []byte(c.de)}, "en/x.yaml": {Data: []byte(c.en)}}
			if i18n.LoadCatalogue(fsys, &d) != nil || d.All()[0].Code != c.code {
				t.Errorf("%v", d.All())
			}
		})
	}
}

func TestPrinter(t *testing.T) {
	fsys := fstest.MapFS{
		"de/x.yaml": {Data: []byte("rows: {one: '{n} Zeile', other: '{n} Zeilen'}\nword.none: keine\nword.unknown-date: ohne\nx: '{a}, {b}'\n")},
		"en/x.yaml": {Data: []byte("rows: {one: '{n} row', other: '{n} rows'}\nword.none: none\nword.unknown-date: none\nx: '{a}, {b}'\n")},
	}
	var d source.Diagnostics
	c := i18n.LoadCatalogue(fsys, &d)
	de, en := c.Printer(i18n.German), c.Printer(i18n.English)
	day := source.Day{Year: 2026, Month: 11, Day: 5}
	for _, x := range []struct{ got, want string }{
		{de.T("rows", "n", 1), "1 Zeile"}, {de.T("rows", "n", 2), "2 Zeilen"}, {en.T("rows", "n", 1), "1 row"}, {en.T("rows", "n", 0), "0 rows"},
		{de.Int(1234567), "1.234.567"}, {en.Int(1234567), "1,234,567"}, {de.Int(-3), "−3"}, {de.Int(2026), "2026"}, {de.Int(12026), "12.026"}, {de.Number(big.NewRat(1998, 1)), "1998"}, {de.T("x", "a", i18n.Money(500000), "b", ""), "5.000\u00a0€, "},
		{de.Number(big.NewRat(67, 2)), "33,5"}, {en.Number(big.NewRat(67, 2)), "33.5"}, {de.Number(big.NewRat(1, 3)), "0,33"},
		{de.Rounded(big.NewRat(225, 4), 1), "56,3"}, {en.Rounded(big.NewRat(30, 1), 1), "30.0"}, {de.Points(big.NewRat(1, 2)), "1"},
		{de.Euro(1500000), "15.000\u00a0€"}, {en.Euro(1500000), "€15,000"}, {de.Euro(150), "1,50\u00a0€"},
		{de.Percent(big.NewRat(50, 1)), "50\u00a0%"}, {en.Percent(big.NewRat(50, 1)), "50%"},
		{de.Date(day), "05.11.2026"}, {en.Date(day), "5 November 2026"}, {de.Date(source.Day{}), "ohne"},
		{de.T("x", "a", big.NewRat(5, 2), "b", day), "2,5, 05.11.2026"}, {de.T("gone"), "[gone]"},
		{de.T("x", "a", i18n.Key("word.none"), "b", i18n.Text{i18n.English: "E"}), "keine, E"},
		{i18n.HalfUp(big.NewRat(-1, 2), 0), "0"}, {i18n.HalfUp(big.NewRat(5, 1000), 2), "0.01"},
	} {
		if x.got != x.want {
			t.Errorf("got %q, want %q", x.got, x.want)
		}
	}
}

func TestWriteDiagnostic(t *testing.T) {
	p := shipped(t).Printer(i18n.German)
	var d source.Diagnostics
	d.AddFile("a.yaml", []byte("x: 1\n\tkind: lader\x1b[31m\n"))
	d.Unknown(source.Pos{File: "a.yaml", Line: 2, Column: 8}, "bad-word", "lader", []string{"ladder", "grid"}, "allowed", "ladder, grid")
	var w strings.Builder
	p.WriteDiagnostic(&w, d.All()[0])
	want := "a.yaml:2:8: Fehler: bad-word: „lader“ ist hier nicht vorgesehen.\n     kind: lader [31m\n           ^\n    Meinten Sie „ladder“?\n    Abhilfe: Möglich sind: ladder, grid.\n"
	if w.String() != want {
		t.Errorf("got\n%s\nwant\n%s", w.String(), want)
	}
}

// A catalogue that is opened says the same as one that is loaded, also in a language that is asked for later; of one that
// there is not it says keys.
func TestOpenCatalogue(t *testing.T) {
	var d source.Diagnostics
	fsys := os.DirFS("../../data/locales")
	loaded, opened := i18n.LoadCatalogue(fsys, &d), i18n.OpenCatalogue(fsys)
	for _, l := range i18n.Languages() {
		for _, key := range loaded.Keys() {
			if x, y := loaded.Raw(l, key), opened.Raw(l, key); x != y {
				t.Errorf("%s %s: %q, opened %q", l, key, x, y)
			}
		}
		if x, y := len(loaded.Printer(l).Foreign()), len(opened.Printer(l).Foreign()); x != y || x == 0 {
			t.Errorf("%s: %d and %d foreign phrases", l, x, y)
		}
	}
	if got := opened.Printer("fr").T("report.days", "n", 1); got != "[report.days]" {
		t.Error(got)
	}
}
