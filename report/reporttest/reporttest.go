// Package reporttest holds the companies that every writer has to get through, and asks of each what all have to keep:
// the same bytes twice, and no word of the document lost. It is for tests only.
package reporttest

import (
	"bytes"
	"io"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// World is the shipped data, loaded.
type World struct {
	Bank   *questionnaire.Bank
	Offers *offer.Catalogue
	Words  *i18n.Catalogue
	Day    source.Day
}

// stock is what was loaded and evaluated in this process. Tests read it and change nothing in it.
var stock struct {
	sync.Mutex
	worlds  map[fs.FS]World
	samples map[World][]Sample
}

// Load loads the shipped data below a folder, once.
func Load(t testing.TB, data fs.FS) World {
	t.Helper()
	stock.Lock()
	defer stock.Unlock()
	if w, ok := stock.worlds[data]; ok {
		return w
	}
	if stock.worlds == nil {
		stock.worlds = map[fs.FS]World{}
	}
	stock.worlds[data] = load(t, data)
	return stock.worlds[data]
}

func load(t testing.TB, data fs.FS) World {
	t.Helper()
	var d source.Diagnostics
	sub := func(dir string) fs.FS {
		s, err := fs.Sub(data, dir)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	w := World{Day: source.Day{Year: 2026, Month: 11, Day: 24}}
	w.Bank = questionnaire.Load(sub("banks/digitalkompass"), &d)
	if w.Bank != nil {
		w.Offers = offer.Load(sub("offers"), w.Bank, &d)
	}
	w.Words = i18n.LoadCatalogue(sub("locales"), &d)
	if d.Failed() {
		t.Fatal(d.All())
	}
	return w
}

// With is the world with another bank, from a folder, and without offers.
func (w World) With(t testing.TB, files fs.FS) World {
	t.Helper()
	var d source.Diagnostics
	w.Bank, w.Offers = questionnaire.Load(files, &d), &offer.Catalogue{}
	if d.Failed() {
		t.Fatal(d.All())
	}
	return w
}

// Others are the worked examples of the fixture banks below a folder, and an empty assessment of each.
func (w World) Others(t testing.TB, banks fs.FS) []Sample {
	t.Helper()
	entries, err := fs.ReadDir(banks, ".")
	if err != nil {
		t.Fatal(err)
	}
	var out []Sample
	for _, e := range entries {
		files, err := fs.Sub(banks, e.Name())
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, w.With(t, files).Examples(e.Name())...)
	}
	return out
}

// Examples are the bank's worked examples and one without answers, in both languages.
func (w World) Examples(name string) []Sample {
	all := append([]questionnaire.Case{}, w.Bank.Cases...)
	all = append(all, questionnaire.Case{ID: "empty", Assessment: &questionnaire.Assessment{Path: questionnaire.Full}})
	var out []Sample
	for _, c := range all {
		r := scoring.Evaluate(w.Bank, c.Assessment)
		advice := offer.Recommend(w.Offers, r, w.Day)
		for _, l := range i18n.Languages() {
			out = append(out, Sample{Name: name + "-" + c.ID + "/" + string(l), Result: r, Advice: advice, Printer: w.Words.Printer(l)})
		}
	}
	return out
}

// Sample is a company with what is said of it.
type Sample struct {
	Name    string
	Result  *scoring.Result
	Advice  *offer.Advice
	Printer *i18n.Printer
	Since   *scoring.Since // a comparison with earlier answers
}

// Document is the sample's report.
func (s Sample) Document() *report.Document {
	if s.Since != nil {
		return report.Build(s.Result, s.Advice, s.Printer, "1.0.0", report.Changed(*s.Since))
	}
	return report.Build(s.Result, s.Advice, s.Printer, "1.0.0")
}

// Workbook is the sample's result as tables.
func (s Sample) Workbook() *report.Workbook {
	return report.NewWorkbook(s.Result, s.Advice, s.Printer, "1.0.0")
}

// Lost are the words of a document that are not in what a writer made of it, white space aside.
func Lost(d *report.Document, written string) []string {
	have := letters(written)
	return slices.DeleteFunc(Texts(d), func(s string) bool { return strings.Contains(have, letters(s)) })
}

func letters(s string) string {
	return strings.Join(strings.FieldsFunc(i18n.Printable(s), func(r rune) bool { return r == ' ' || r == '\n' || r == '\u00a0' }), "")
}

// Texts are all words of a document, one entry a string, wherever it stands in the tree.
func Texts(d *report.Document) []string {
	var out []string
	read := *d
	read.Title = "" // what the file calls itself, not what it says
	collect(reflect.ValueOf(read), &out)
	return out
}

// unread are fields that steer a writer, or name for machines what stands elsewhere in words.
var unread = map[string]bool{"ID": true, "Lang": true, "Alt": true, "Link": true, "Short": true, "Legend": true, "Maker": true, "Key": true, "Axis": true, "Top": true, "Label": true, "Foreign": true, "Fill": true}

func collect(v reflect.Value, out *[]string) {
	switch v.Kind() {
	case reflect.String:
		if s := strings.TrimSpace(v.String()); s != "" {
			*out = append(*out, s)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !unread[v.Type().Field(i).Name] {
				collect(v.Field(i), out)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			collect(v.Index(i), out)
		}
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			collect(v.Elem(), out)
		}
	}
}

// Conformance asks of a writer what all have to keep.
func Conformance(t *testing.T, samples []Sample, write func(io.Writer, Sample) error) {
	t.Helper()
	for _, s := range samples {
		t.Run(s.Name, func(t *testing.T) {
			var a, b bytes.Buffer
			if err := write(&a, s); err != nil {
				t.Fatal(err)
			}
			if err := write(&b, s); err != nil {
				t.Fatal(err)
			}
			if a.Len() == 0 || !bytes.Equal(a.Bytes(), b.Bytes()) {
				t.Errorf("%d bytes, the same twice: %v", a.Len(), bytes.Equal(a.Bytes(), b.Bytes()))
			}
		})
	}
}
