package questionnaire_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

var update = flag.Bool("update", false, "write the golden files anew")

func catalogue(t *testing.T) *i18n.Catalogue {
	t.Helper()
	var d source.Diagnostics
	c := i18n.LoadCatalogue(os.DirFS("../data/locales"), &d)
	if c == nil {
		t.Fatal(d.All())
	}
	return c
}

// Every finding of the broken banks and assessments as a person reads it, in both languages: what is wrong, where, and
// how to mend it.
func TestFindingsInWords(t *testing.T) {
	words := catalogue(t)
	b := fixture(t)
	for _, l := range i18n.Languages() {
		p := words.Printer(l)
		var got strings.Builder
		banks := cases(t, "testdata/broken-banks.yaml")
		for _, note := range sortedKeys(banks) {
			c := banks[note]
			var d source.Diagnostics
			questionnaire.Load(broken(t, c), &d)
			tell(&got, p, note, c["code"], &d)
		}
		assessments := cases(t, "testdata/broken-assessments.yaml")
		for _, note := range sortedKeys(assessments) {
			_, d := decode(t, b, assessments[note]["text"])
			tell(&got, p, note, assessments[note]["code"], d)
		}
		file := "testdata/findings." + string(l) + ".golden"
		if *update {
			if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got.String() != string(want) {
			t.Errorf("%s differs; look at the change, then run the test with -update", file)
		}
		if strings.Contains(got.String(), "[diag.") || strings.Contains(got.String(), "[mend.") {
			t.Errorf("%s: a finding without words", l)
		}
	}
}

func sortedKeys(m map[string]map[string]string) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

func tell(w *strings.Builder, p *i18n.Printer, note, code string, d *source.Diagnostics) {
	w.WriteString("== " + note + "\n")
	for _, x := range d.All() {
		if x.Code == code {
			p.WriteDiagnostic(w, x)
			return
		}
	}
}

// Every placeholder of a finding is filled.
func TestNoPlaceholderIsLeft(t *testing.T) {
	for _, l := range i18n.Languages() {
		data, err := os.ReadFile("testdata/findings." + string(l) + ".golden")
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(string(data), "\n") {
			if strings.Contains(line, ": ") && (strings.Contains(line, "„{") || strings.Contains(line, "‘{") || strings.Contains(line, " {n}") || strings.Contains(line, "{name}")) {
				t.Errorf("%s: %s", l, line)
			}
		}
	}
}

func TestFiguresAsPeopleTypeThem(t *testing.T) {
	b := fixture(t)
	for note, c := range cases(t, "testdata/figures.yaml") {
		f, bad := questionnaire.ParseFigure(b.Question(c["question"]), c["typed"], i18n.Lang(c["lang"]))
		got, code := "none", "none"
		if f != nil {
			got = f.RatString()
		}
		if len(bad) > 0 {
			code = bad[0].Code
		}
		if got != c["value"] || code != c["code"] {
			t.Errorf("%s: %q is %s with %s, want %s with %s", note, c["typed"], got, code, c["value"], c["code"])
		}
	}
}

// An assessment file that uses everything, as it lies on disk: the format others rely on.
func TestTheFormatOfAssessments(t *testing.T) {
	b := fixture(t)
	want, err := os.ReadFile("testdata/everything.kompass.json")
	if err != nil {
		t.Fatal(err)
	}
	a, d := decode(t, b, string(want))
	if a == nil {
		t.Fatal(d.All())
	}
	if got := string(questionnaire.Encode(b, a)); got != string(want) {
		t.Errorf("written differently:\n%s", got)
	}
}
