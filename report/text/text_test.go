package text_test

import (
	"bytes"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/report/text"
)

var once []reporttest.Sample

func samples(t testing.TB) []reporttest.Sample {
	if once == nil {
		w := reporttest.Load(t, os.DirFS("../../data"))
		once = append(w.Samples(), w.Others(t, os.DirFS("../testdata/banks"))...)
	}
	return once
}

func TestConformance(t *testing.T) {
	reporttest.Conformance(t, samples(t), func(w io.Writer, s reporttest.Sample) error { return text.Write(w, s.Document()) })
}

// read is Markdown as a reader sees it: signs that are escaped stand for themselves.
func read(s string) string {
	s = regexp.MustCompile(`(?s)\\(.)`).ReplaceAllString(s, "$1")
	return strings.NewReplacer("&lt;", "<", "<br>", "").Replace(s)
}

func TestNoWordIsLostAndNothingSteersATerminal(t *testing.T) {
	for _, s := range samples(t) {
		var b bytes.Buffer
		d := s.Document()
		if err := text.Write(&b, d); err != nil {
			t.Fatal(err)
		}
		for _, want := range reporttest.Lost(d, read(b.String())) {
			t.Errorf("%s: %q is missing", s.Name, want)
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
