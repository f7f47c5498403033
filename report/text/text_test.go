package text_test

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/report/text"
)

func samples(t testing.TB) []reporttest.Sample {
	w := reporttest.Load(t, os.DirFS("../../data"))
	return append(w.Samples(), w.Others(t, os.DirFS("../testdata/banks"))...)
}

func TestConformance(t *testing.T) {
	reporttest.Conformance(t, samples(t), func(w io.Writer, s reporttest.Sample) error { return text.Write(w, s.Document()) })
}

// letters are what is left of a text without signs that Markdown gives a meaning.
func letters(s string) string {
	s = strings.NewReplacer("&lt;", "<", "<br>", "", "\\", "").Replace(s)
	return strings.Join(strings.FieldsFunc(i18n.Printable(s), func(r rune) bool { return r == ' ' || r == '\n' || r == '\u00a0' }), "")
}

func TestNoWordIsLost(t *testing.T) {
	for _, s := range samples(t) {
		var b bytes.Buffer
		d := s.Document()
		if err := text.Write(&b, d); err != nil {
			t.Fatal(err)
		}
		have := letters(b.String())
		for _, want := range reporttest.Texts(d) {
			if !strings.Contains(have, letters(want)) {
				t.Errorf("%s: %q is missing", s.Name, want)
			}
		}
	}
}

func TestNothingSteersATerminal(t *testing.T) {
	for _, s := range samples(t) {
		var b bytes.Buffer
		if err := text.Write(&b, s.Document()); err != nil {
			t.Fatal(err)
		}
		for _, r := range b.String() {
			if r < ' ' && r != '\n' || r == 0x202e {
				t.Errorf("%s: %U", s.Name, r)
				break
			}
		}
	}
}

func TestMarkdownOfACompanyIsNoMarkdown(t *testing.T) {
	d := &report.Document{Cover: report.Cover{Name: "*a* _b_ `c` [d](e) <f> | # g"}, Parts: []report.Part{{Name: "x", Headline: "y", Blocks: []report.Block{
		report.Table{Columns: []report.Column{{Title: "T"}}, Runs: []report.Run{{Rows: [][]report.Cell{{{Text: "a|b", Note: "c\nd"}}}}}},
	}}}}
	var b bytes.Buffer
	if err := text.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); !strings.HasPrefix(got, "# \\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) &lt;f> \\| \\# g\n") || !strings.Contains(got, "| a\\|b<br>c<br>d |") {
		t.Errorf("%s", got)
	}
}
