package text_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/report/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

func plain(t testing.TB, s reporttest.Sample, d *report.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := text.Plain(&b, d, s.Printer); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPlainText(t *testing.T) {
	all := samples(t)
	reporttest.Conformance(t, all, func(w io.Writer, s reporttest.Sample) error { return text.Plain(w, s.Document(), s.Printer) })
	for _, s := range all {
		d := s.Document()
		got := plain(t, s, d)
		for _, sign := range []string{"≥\u00a0", "½", " → "} {
			if strings.Contains(got, sign) {
				t.Errorf("%s: the sign %q is not for ears", s.Name, sign)
			}
		}
		atLeast := strings.NewReplacer("\u00ad", "", s.Printer.T("text.at-least")+"\u00a0", "≥\u00a0")
		for _, want := range reporttest.Lost(d, atLeast.Replace(got)) {
			if !strings.Contains(want, "\u00ad") && !slices.Contains(levels(d), want) {
				t.Errorf("%s: %q is missing", s.Name, want)
			}
		}
		for _, line := range strings.Split(got, "\n") {
			if utf8.RuneCountInString(line) > 78 && strings.Contains(strings.TrimLeft(line, " -[]"), " ") {
				t.Errorf("%s: a long line: %q", s.Name, line)
			}
			if strings.TrimRight(line, " ") != line || strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || r == 0x202e || r == 0xad }) {
				t.Errorf("%s: %q", s.Name, line)
			}
		}
		if strings.Contains(got, "\n\n\n\n") || strings.Contains(got, "- \n") || !strings.HasSuffix(got, "\n") {
			t.Errorf("%s: empty lines or lists", s.Name)
		}
	}
}

// levels are the names on the scales of a document; of those a text names the one that is reached.
func levels(d *report.Document) []string {
	var out []string
	var walk func(bs []report.Block)
	walk = func(bs []report.Block) {
		for _, b := range bs {
			switch b := b.(type) {
			case report.Section:
				walk(b.Blocks)
			case report.Columns:
				walk(b.Left)
				walk(b.Right)
			case report.Scale:
				out = append(out, b.Levels...)
			}
		}
	}
	for _, p := range d.Parts {
		walk(p.Blocks)
	}
	return out
}

func TestPlainTextIsWrapped(t *testing.T) {
	s := samples(t)[0]
	long := strings.Repeat("x", 90)
	got := plain(t, s, &report.Document{Title: "T", Maker: "M", Cover: report.Cover{Name: "N"}, Parts: []report.Part{{Name: "P", Headline: "H", Blocks: []report.Block{
		report.Items{Boxes: true, Texts: []string{"kurz", "a " + long + " b\nzweite Zeile", ""}},
		report.Statement{Status: report.Met, Text: "eins"}, report.Statement{Status: report.Unmet, Text: "zwei"},
		report.Section{Title: "S", Blocks: []report.Block{report.Card{Title: "C"}, report.Columns{Left: []report.Block{report.Section{Title: "L"}}, Right: []report.Block{report.Section{Title: "R"}}}}},
		report.Facts{{Name: "Netz", Text: "hier", Link: "https://a.b/c"}, {Name: "Netz", Text: "a.b", Link: "https://a.b/"}},
		report.Table{Columns: []report.Column{{Title: "A"}, {Title: "B"}, {Title: "C"}}, Runs: []report.Run{{Title: "R", Value: "7", Rows: [][]report.Cell{
			{{Text: "a", Quiet: "q", Note: "n\nm"}, {Text: "b"}, {}},
		}}}},
	}}}})
	want := "N\n\nT\n\n\n1 P\n\nH\n\n[ ] kurz\n[ ] a\n    " + long + "\n    b\n    zweite Zeile\n\n- eins\n- zwei\n\n1.1 S\n\n1.1.1 C\n\n1.1.2 L\n\n1.1.3 R\n\n" +
		"- Netz: hier https://a.b/c\n- Netz: a.b\n\nTabelle mit: A, B, C.\n\nR, 7:\n\na\n  q\n  n\n  m\n  B: b\n\nM\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestPlainTextGolden(t *testing.T) {
	for _, s := range samples(t) {
		file := map[string]string{"fuenf-vorbild/de": "testdata/fuenf-vorbild.de.golden", "punkte-server/en": "testdata/punkte-server.en.golden"}[s.Name]
		if file == "" {
			continue
		}
		got := plain(t, s, s.Document())
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(file)
		if err != nil || string(want) != got {
			t.Errorf("%s differs, see -update: %v", file, err)
		}
	}
}
