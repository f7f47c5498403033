package pdf

import (
	"bytes"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
	"digitalkompass/report/reporttest"
)

// chosen are the samples that stress a layout; the others differ in numbers only.
var chosen = []string{
	"metallbau-35", "pflegedienst-60", "gaestehaus-kurz", "zu-wenig-antworten", "empty", "one-answer", "long-name", "capitals", "one-word", "odd", "notes",
	"unbroken", "begun", "cents", "alles-oben", "alles-unten", "weiss-nicht",
}

// loaded are the samples once they have been computed, which takes seconds.
var loaded []reporttest.Sample

func samples(t testing.TB) []reporttest.Sample {
	t.Helper()
	if loaded == nil {
		loaded = computed(t)
	}
	return slices.Clone(loaded)
}

func computed(t testing.TB) []reporttest.Sample {
	t.Helper()
	w := reporttest.Load(t, os.DirFS("../../data"))
	all := append(w.Samples(), w.Others(t, os.DirFS("../testdata/banks"))...)
	return slices.DeleteFunc(all, func(s reporttest.Sample) bool {
		name, lang, _ := strings.Cut(s.Name, "/")
		return !slices.Contains(chosen, name) || lang == "en" && name != "metallbau-35" && name != "zu-wenig-antworten"
	})
}

func TestConformance(t *testing.T) {
	reporttest.Conformance(t, samples(t), func(w io.Writer, s reporttest.Sample) error {
		_, err := Write(w, s.Document(), s.Printer)
		return err
	})
}

// drawn is a report with all its texts and where they stand.
func drawn(t testing.TB, s reporttest.Sample) *renderer {
	t.Helper()
	return drawnDocument(t, s.Document(), s.Printer)
}

func drawnDocument(t testing.TB, doc *report.Document, p *i18n.Printer) *renderer {
	t.Helper()
	first, err := draw(doc, p, plan{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := draw(doc, p, first.found)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTextsStayInTheirPlaces(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.Name, func(t *testing.T) {
			r := drawn(t, s)
			ps := r.Placements()
			insideMargins(t, ps)
			noOverlap(t, ps)
			noHeadingAlone(t, ps)
			if from, to := r.found.pages["summary"], r.found.pages["profile"]; from != 2 || to != 3 {
				t.Errorf("summary on page %d, profile on page %d, want 2 and 3", from, to)
			}
		})
	}
}

func insideMargins(t *testing.T, ps []sheet.Placement) {
	t.Helper()
	for _, f := range outside(ps) {
		t.Error(f)
	}
}

func noOverlap(t *testing.T, ps []sheet.Placement) {
	t.Helper()
	for _, f := range overlaps(ps) {
		t.Error(f)
	}
}

// noHeadingAlone asks of every heading of a part that something follows it on its page.
func noHeadingAlone(t *testing.T, ps []sheet.Placement) {
	const headSize, near, beside = 13, 32, 13 // what it heads may stand beside it
	for _, h := range ps {
		if h.Size == headSize && h.Page > 1 && !slices.ContainsFunc(ps, func(p sheet.Placement) bool {
			return p.Page == h.Page && p.Size != headSize && p.Y > h.Y-beside && p.Y < h.Y+near && p.Y < sheet.Bottom && p.Y > sheet.Top
		}) {
			t.Errorf("page %d: nothing follows %q", h.Page, h.Text)
		}
	}
}

// bare are the letters of a text: line breaks, hyphens and replaced signs aside.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \n\t\u00a0\u00ad-□", r) {
			return -1
		}
		return r
	}, i18n.Printable(s))
}

func TestNoWordIsLost(t *testing.T) {
	for _, s := range samples(t) {
		if strings.HasPrefix(s.Name, "odd") {
			continue // its signs are replaced, see below
		}
		var all strings.Builder
		for _, p := range drawn(t, s).Placements() {
			all.WriteString(p.Text)
		}
		have := bare(all.String())
		doc := s.Document()
		for i, p := range doc.Parts {
			if p.OnePage { // its card may give up facts that stand on the module's page
				doc.Parts[i].Blocks, _ = withSpares(p.Blocks, 0)
			}
		}
		for _, want := range reporttest.Texts(doc) {
			for _, word := range strings.Fields(want) {
				if len(word) < 1000 && // longer ones run over the end of a page
					!strings.Contains(have, bare(word)) {
					t.Errorf("%s: %q of %q is missing", s.Name, word, want)
				}
			}
		}
	}
}

func TestSignsThatCannotBeDrawnShow(t *testing.T) {
	for _, s := range samples(t) {
		if s.Name != "odd/de" {
			continue
		}
		for _, p := range drawn(t, s).Placements() {
			if p.Page == 1 && strings.Contains(p.Text, "□") {
				return
			}
		}
		t.Error("no replacement on the cover")
	}
}

func TestTheFileIsTaggedAndNamed(t *testing.T) {
	for _, s := range samples(t) {
		var b bytes.Buffer
		pages, err := Write(&b, s.Document(), s.Printer)
		if err != nil {
			t.Fatal(err)
		}
		if pages < 4 {
			t.Errorf("%s: %d pages", s.Name, pages)
		}
		for _, want := range []string{"%PDF-1.7", "/MarkInfo <</Marked true>>", "/StructTreeRoot", "/Outlines", "/Lang (" + map[i18n.Lang]string{"de": "de-DE", "en": "en-GB"}[s.Printer.Lang()] + ")", "pdfuaid:part", "/OutputIntents"} {
			if !bytes.Contains(b.Bytes(), []byte(want)) {
				t.Errorf("%s: no %s", s.Name, want)
			}
		}
	}
}

func TestOnlySpareFactsAreGivenUp(t *testing.T) {
	facts := report.Facts{{Name: "1", Spare: true}, {Name: "2"}, {Name: "3", Spare: true}}
	blocks := []report.Block{report.Paragraph{Text: "a"}, report.Card{Title: "c", Blocks: []report.Block{facts}}, report.Section{Blocks: []report.Block{facts}}}
	if n := spares(blocks); n != 4 {
		t.Errorf("%d spare facts, want 4", n)
	}
	for keep, want := range []string{"2 2", "12 2", "123 2", "123 12", "123 123"} {
		short, _ := withSpares(blocks, keep)
		var got []string
		for _, b := range []any{short[1].(report.Card).Blocks[0], short[2].(report.Section).Blocks[0]} {
			names := ""
			for _, f := range b.(report.Facts) {
				names += f.Name
			}
			got = append(got, names)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%d kept: %v, want %s", keep, got, want)
		}
	}
}

// BenchmarkPDF writes a whole report; its page count and size stand beside time and memory.
func BenchmarkPDF(b *testing.B) { benchmark(b, nil) }

// BenchmarkTenPages writes the parts that most readers get: about ten pages.
func BenchmarkTenPages(b *testing.B) {
	benchmark(b, []string{"summary", "profile", "dimensions", "measures"})
}

func benchmark(b *testing.B, parts []string) {
	s := sample(b, "metallbau-35/de")
	doc := s.Document()
	if parts != nil {
		doc.Parts = slices.DeleteFunc(doc.Parts, func(p report.Part) bool { return !slices.Contains(parts, p.ID) })
	}
	var out bytes.Buffer
	pages := 0
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		n, err := Write(&out, doc, s.Printer)
		if err != nil {
			b.Fatal(err)
		}
		pages = n
	}
	b.ReportMetric(float64(pages), "pages")
	b.ReportMetric(float64(out.Len()), "bytes")
}
