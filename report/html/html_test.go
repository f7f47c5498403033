package html_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/html"
	"digitalkompass/report/reporttest"
)

// once keeps the samples: evaluating them takes longer than anything else here.
var once []reporttest.Sample

func samples(t testing.TB) []reporttest.Sample {
	if once == nil {
		w := reporttest.Load(t, os.DirFS("../../data"))
		once = append(w.Samples(), w.Others(t, os.DirFS("../testdata/banks"))...)
	}
	return once
}

func TestConformance(t *testing.T) {
	reporttest.Conformance(t, samples(t), func(w io.Writer, s reporttest.Sample) error { return html.Write(w, s.Document(), s.Printer) })
}

func written(t testing.TB, d *report.Document, p *i18n.Printer) string {
	t.Helper()
	var b bytes.Buffer
	if err := html.Write(&b, d, p); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// page is a sample's report as a file, read once for all tests.
type page struct {
	doc  *report.Document
	file string
	all  []*element
	text string
}

var pages = map[string]*page{}

func pageOf(t testing.TB, s reporttest.Sample) *page {
	t.Helper()
	if pages[s.Name] == nil {
		p := &page{doc: s.Document()}
		p.file = written(t, p.doc, s.Printer)
		p.all, p.text = parse(t, p.file)
		pages[s.Name] = p
	}
	return pages[s.Name]
}

// element is an element of a file with its place among the others.
type element struct {
	name  string
	attrs map[string]string
	text  string // all that stands in it
	in    []string
}

// parse reads a file as elements and its text. HTML that is not well formed is an error: every element here is closed,
// or one of those that never are.
func parse(t testing.TB, file string) (all []*element, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(file))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	var open []*element
	var words strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			e := &element{name: x.Name.Local, attrs: map[string]string{}}
			for _, a := range x.Attr {
				e.attrs[a.Name.Local] = a.Value
			}
			for _, o := range open {
				e.in = append(e.in, o.name)
			}
			all, open = append(all, e), append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			for _, o := range open {
				o.text += string(x)
			}
			if len(open) > 0 && open[len(open)-1].name != "style" {
				words.Write(x)
			}
		}
	}
	if len(open) > 0 {
		t.Errorf("%s is not closed", open[len(open)-1].name)
	}
	return all, words.String()
}

func TestNoWordIsLost(t *testing.T) {
	for _, s := range samples(t) {
		p := pageOf(t, s)
		for _, want := range reporttest.Lost(p.doc, p.text) {
			t.Errorf("%s: %q is missing", s.Name, want)
		}
	}
}

// Headings go down by one at a time, ids are there once, links lead to one of them or out of the file.
func TestTheOutlineHolds(t *testing.T) {
	for _, s := range samples(t) {
		all := pageOf(t, s).all
		last := 0
		ids := map[string]int{}
		for _, e := range all {
			if id := e.attrs["id"]; id != "" {
				ids[id]++
			}
			var level int
			if n, _ := fmt.Sscanf(e.name, "h%d", &level); n == 1 && len(e.name) == 2 {
				if level > last+1 {
					t.Errorf("%s: %q is h%d below h%d", s.Name, e.text, level, last)
				}
				if strings.TrimSpace(e.text) == "" {
					t.Errorf("%s: a heading without words", s.Name)
				}
				last = level
			}
		}
		for id, n := range ids {
			if n > 1 {
				t.Errorf("%s: id %s is there %d times", s.Name, id, n)
			}
		}
		for _, e := range all {
			if to, ok := strings.CutPrefix(e.attrs["href"], "#"); ok && ids[to] == 0 {
				t.Errorf("%s: there is no %s", s.Name, to)
			}
			if by := e.attrs["aria-labelledby"]; by != "" && ids[by] == 0 {
				t.Errorf("%s: there is no %s", s.Name, by)
			}
		}
	}
}

// A picture says in words what it shows, or is one that only repeats the words beside it.
func TestEveryPictureIsDescribed(t *testing.T) {
	for _, s := range samples(t) {
		all := pageOf(t, s).all
		pictures := 0
		for _, e := range all {
			if e.name != "svg" {
				continue
			}
			pictures++
			told := e.attrs["role"] == "img" && strings.TrimSpace(e.attrs["aria-label"]) != ""
			if told == (e.attrs["aria-hidden"] == "true") {
				t.Errorf("%s: a drawing that is neither described nor hidden: %v", s.Name, e.attrs)
			}
		}
		if pictures == 0 && !strings.Contains(s.Name, "empty") {
			t.Errorf("%s: no picture", s.Name)
		}
	}
}

// Columns and rows of a table have a head that says which of both it is.
func TestTablesHaveHeads(t *testing.T) {
	for _, s := range samples(t) {
		all := pageOf(t, s).all
		for _, e := range all {
			if e.name == "th" && !slices.Contains([]string{"col", "row", "rowgroup"}, e.attrs["scope"]) {
				t.Errorf("%s: a head without scope: %q", s.Name, e.text)
			}
			if e.name == "td" && e.attrs["class"] != "picture" && strings.TrimSpace(e.text) == "" {
				t.Errorf("%s: an empty cell", s.Name)
			}
		}
	}
}

// The file needs no other and asks for none, whatever a company wrote.
func TestTheFileStandsAlone(t *testing.T) {
	for _, s := range samples(t) {
		file, all := pageOf(t, s).file, pageOf(t, s).all
		for _, e := range all {
			if slices.Contains([]string{"script", "link", "img", "iframe", "object", "form", "input", "base", "audio", "video"}, e.name) {
				t.Errorf("%s: <%s>", s.Name, e.name)
			}
			for name, value := range e.attrs {
				if strings.HasPrefix(name, "on") || name == "src" || name == "style" {
					t.Errorf("%s: %s=%q", s.Name, name, value)
				}
				if name == "href" && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "https://") {
					t.Errorf("%s: a link to %q", s.Name, value)
				}
			}
		}
		for _, bad := range []string{"url(", "@import", "ZgotmplZ", "\x1b", "\u202e"} {
			if strings.Contains(file, bad) {
				t.Errorf("%s: %q", s.Name, bad)
			}
		}
		if len(file) > 250_000 {
			t.Errorf("%s: %d bytes", s.Name, len(file))
		}
	}
}

func TestWhatACompanyWritesStaysText(t *testing.T) {
	d := &report.Document{Lang: i18n.German, Title: "T", Owner: "</title><script>x</script>", Parts: []report.Part{{ID: "a", Name: "<b>", Headline: "&amp;", Blocks: []report.Block{
		report.Section{Title: "<i>s</i>"},
		report.Paragraph{Voice: report.Own, Text: "<img src=x onerror=y>"},
		report.Facts{{Name: "n", Text: "t", Link: "javascript:alert(1)"}},
	}}}}
	all, text := parse(t, written(t, d, reporttest.Load(t, os.DirFS("../../data")).Words.Printer(i18n.German)))
	for _, want := range []string{"</title><script>x</script>", "<b>", "&amp;", "<i>s</i>", "<img src=x onerror=y>"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	for _, e := range all {
		if strings.Contains(e.attrs["href"], "javascript") {
			t.Errorf("a link to %q", e.attrs["href"])
		}
	}
}

// Places of a ladder keep the order of the points, whatever room a stage has.
func TestStairsKeepTheirOrder(t *testing.T) {
	stages := []report.LadderStage{{Level: 1, Name: "a", Start: "1"}, {Level: 2, Name: "b", From: 98, Start: "2"}, {Level: 3, Name: "c", From: 100, Start: "3"}}
	d := &report.Document{Lang: i18n.German, Parts: []report.Part{{ID: "a", Name: "n", Headline: "h", Blocks: []report.Block{report.Ladder{Stages: stages, Alt: "x"}}}}}
	all, _ := parse(t, written(t, d, reporttest.Load(t, os.DirFS("../../data")).Words.Printer(i18n.German)))
	last, stairs := 0.0, 0
	for _, e := range all {
		if !strings.HasPrefix(e.attrs["class"], "stair ") {
			continue
		}
		var x, w float64
		if n, err := fmt.Sscanf(e.attrs["x"]+" "+e.attrs["width"], "%g%% %g%%", &x, &w); n != 2 {
			t.Fatal(err)
		}
		if x < last || w < 10 || x+w > 100 {
			t.Errorf("a stair from %g, %g wide, after %g", x, w, last)
		}
		last, stairs = x+w, stairs+1
	}
	if stairs != 3 {
		t.Errorf("%d stairs", stairs)
	}
}

// A level that begins at the top of its scale has room of its own, and a value at the top lies in it.
func TestTheTopLevelHasRoom(t *testing.T) {
	scale := report.Scale{Levels: []string{"a", "b", "c"}, Bounds: []float64{0, 50, 100}, Here: 3, Value: report.Value{Known: true, Mid: 100, Text: "3"}, Alt: "x"}
	d := &report.Document{Lang: i18n.German, Parts: []report.Part{{ID: "a", Name: "n", Headline: "h", Blocks: []report.Block{scale}}}}
	all, _ := parse(t, written(t, d, reporttest.Load(t, os.DirFS("../../data")).Words.Printer(i18n.German)))
	var x, w, here float64
	for _, e := range all {
		switch e.attrs["class"] {
		case "fill":
			_, _ = fmt.Sscanf(e.attrs["x"]+" "+e.attrs["width"], "%g%% %g%%", &x, &w)
		case "here":
			if e.attrs["x1"] != "" {
				_, _ = fmt.Sscanf(e.attrs["x1"], "%g%%", &here)
			}
		}
	}
	if w < 30 || here < x || here > x+w {
		t.Errorf("the top level begins at %g and is %g wide, the value is at %g", x, w, here)
	}
}

func BenchmarkWrite(b *testing.B) {
	w := reporttest.Load(b, os.DirFS("../../data"))
	s := w.Samples()[1]
	d := s.Document()
	for b.Loop() {
		if err := html.Write(io.Discard, d, s.Printer); err != nil {
			b.Fatal(err)
		}
	}
}

func TestForeignWordsAreMarked(t *testing.T) {
	s := samples(t)[1]
	file := written(t, s.Planted(), s.Printer)
	all, _ := parse(t, file)
	n := 0
	for _, e := range all {
		if e.attrs["lang"] == "en" && e.text == reporttest.Word {
			n++
		}
	}
	if n != 4 {
		t.Errorf("marked %d times, want 4", n)
	}
}
