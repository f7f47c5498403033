package docx_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"strings"
	"testing"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/colour"
	"digitalkompass/report/docx"
	"digitalkompass/report/reporttest"
)

// paragraph is a paragraph with its style and its text.
type paragraph struct{ style, text string }

func paragraphs(t testing.TB, document string) []paragraph {
	t.Helper()
	var out []paragraph
	for d := xml.NewDecoder(strings.NewReader(document)); ; {
		token, err := d.Token()
		if err != nil {
			return out
		}
		switch x := token.(type) {
		case xml.StartElement:
			switch x.Name.Local {
			case "p":
				out = append(out, paragraph{})
			case "br":
				out[len(out)-1].text += "\n"
			case "pStyle":
				out[len(out)-1].style = x.Attr[0].Value
			}
		case xml.CharData:
			if len(out) > 0 {
				out[len(out)-1].text += string(x)
			}
		}
	}
}

// Every part is there and sound, no word is lost, every style is one that the file has, headings go down by one at a time.
func TestConformance(t *testing.T) {
	w := reporttest.Load(t, os.DirFS("../../data"))
	reporttest.Conformance(t, append(w.Samples(), w.Others(t, os.DirFS("../testdata/banks"))...), func(w io.Writer, s reporttest.Sample) error {
		d := s.Document()
		var b bytes.Buffer
		if err := docx.Write(&b, d); err != nil {
			return err
		}
		parts := reporttest.Parts(t, b.Bytes())
		last, have := "Heading0", ""
		for _, p := range paragraphs(t, parts["word/document.xml"]) {
			have += p.text
			if !strings.Contains(parts["word/styles.xml"], `w:styleId="`+p.style+`"`) {
				t.Errorf("%s: there is no style %q", s.Name, p.style)
			}
			if strings.HasPrefix(p.style, "Heading") {
				if p.style[7] > last[7]+1 {
					t.Errorf("%s: %q is %s below %s", s.Name, p.text, p.style, last)
				}
				last = p.style
			}
		}
		for _, want := range reporttest.Lost(d, have) {
			t.Errorf("%s: %q is missing", s.Name, want)
		}
		_, err := b.WriteTo(w)
		return err
	})
}

// Parts name each other: whatever a relation leads to is in the file, and has a kind.
func TestPartsBelongTogether(t *testing.T) {
	d := &report.Document{Lang: i18n.English, Parts: []report.Part{{Name: "n", Headline: "h", Blocks: []report.Block{report.Facts{{Name: "a", Text: "b", Link: "https://example.org/?a=1&b=2"}}}}}}
	var b bytes.Buffer
	if err := docx.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	parts := reporttest.Parts(t, b.Bytes())
	for _, name := range []string{"document", "styles", "numbering", "settings", "footer"} {
		if parts["word/"+name+".xml"] == "" || !strings.Contains(parts["[Content_Types].xml"], `"/word/`+name+`.xml"`) {
			t.Errorf("no %s", name)
		}
		if name != "document" && !strings.Contains(parts["word/_rels/document.xml.rels"], `Target="`+name+`.xml"`) {
			t.Errorf("nothing leads to %s", name)
		}
	}
	if !strings.Contains(parts["word/_rels/document.xml.rels"], `Id="link0"`) || !strings.Contains(parts["word/document.xml"], `r:id="link0"`) ||
		!strings.Contains(parts["word/_rels/document.xml.rels"], "https://example.org/?a=1&amp;b=2") {
		t.Error("the link leads nowhere")
	}
	if !strings.Contains(parts["word/styles.xml"], `<w:lang w:val="en-GB"/>`) {
		t.Error("the language is not told")
	}
}

// Rows of a table fill its columns, its head comes again on every page.
func TestTables(t *testing.T) {
	d := &report.Document{Lang: i18n.German, Parts: []report.Part{{Name: "n", Headline: "h", Blocks: []report.Block{report.Table{
		Columns: []report.Column{{Title: "A", Share: 3}, {Title: "B", Share: 1, Right: true}, {Title: "C"}},
		Runs:    []report.Run{{Title: "R", Rows: [][]report.Cell{{{Text: "<a>\nb"}, {Text: "2"}, {Strip: &report.Strip{Words: "w"}}}}}},
	}}}}}
	var b bytes.Buffer
	if err := docx.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	doc := reporttest.Parts(t, b.Bytes())["word/document.xml"]
	for _, want := range []string{"<w:tblHeader/>", `<w:gridSpan w:val="3"/>`, `<w:gridCol w:w="4819"/><w:gridCol w:w="1606"/><w:gridCol w:w="3212"/>`, `<w:jc w:val="right"/>`, "&lt;a&gt;", "<w:br/>"} {
		if !strings.Contains(doc, want) {
			t.Errorf("no %s", want)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	d := reporttest.Load(b, os.DirFS("../../data")).Samples()[1].Document()
	for b.Loop() {
		if err := docx.Write(io.Discard, d); err != nil {
			b.Fatal(err)
		}
	}
}

func TestForeignWordsAreMarked(t *testing.T) {
	var b bytes.Buffer
	if err := docx.Write(&b, reporttest.Load(t, os.DirFS("../../data")).Samples()[1].Planted()); err != nil {
		t.Fatal(err)
	}
	const want = `<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">Machine Learning &amp; more</w:t>`
	if n := strings.Count(reporttest.Parts(t, b.Bytes())["word/document.xml"], want); n != 4 {
		t.Errorf("marked %d times, want 4", n)
	}
}

func TestBrandAndColumnsToFillIn(t *testing.T) {
	d := &report.Document{Lang: i18n.German, Brand: &report.Brand{Name: "x", Accent: colour.Hex("#B00020")}, Parts: []report.Part{{Name: "n", Headline: "h", Blocks: []report.Block{report.Table{
		Columns: []report.Column{{Title: "A", Share: 4}, {Title: "B", Share: 2}}, Fill: []string{"Wer", "Bis"},
		Runs: []report.Run{{Title: "R", Rows: [][]report.Cell{{{Text: "a"}, {Text: "b"}}}}},
	}}}}}
	var b bytes.Buffer
	if err := docx.Write(&b, d); err != nil {
		t.Fatal(err)
	}
	parts := reporttest.Parts(t, b.Bytes())
	for name, n := range map[string]int{"word/styles.xml": 3, "word/numbering.xml": 1} {
		if got := strings.Count(parts[name], `w:val="B00020"`); got != n || strings.Contains(parts[name], "0E5A64") || strings.Contains(parts[name], "B23A12") {
			t.Errorf("%s: the accent %d times, want %d", name, got, n)
		}
	}
	doc := parts["word/document.xml"]
	if strings.Count(doc, "<w:gridCol") != 4 || !strings.Contains(doc, `<w:gridSpan w:val="4"/>`) || !strings.Contains(doc, ">Wer<") || strings.Count(doc, "<w:tc>") != 9 {
		t.Errorf("%s", doc)
	}
}
