// Package reporttest holds the companies that every writer has to get through, and asks of each what all have to keep:
// the same bytes twice, and no word of the document lost. It is for tests only.
package reporttest

import (
	"bytes"
	"io"
	"io/fs"
	"math/big"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

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

// Odd is text that nobody expects: emoji, other scripts, directions, control characters, marks.
const Odd = "Bäckerei „Süß“ 🥐 & <Söhne> עברית العربية 日本語 \u202eumgedreht\u202c \x1b[31mrot\x07 e\u0301 a|b `c` *d* \u00adweich ẞ € ≥ №"

// Samples are the companies, in both languages. They are evaluated once.
func (w World) Samples() []Sample {
	stock.Lock()
	defer stock.Unlock()
	if stock.samples[w] == nil {
		if stock.samples == nil {
			stock.samples = map[World][]Sample{}
		}
		stock.samples[w] = w.samples()
	}
	return slices.Clone(stock.samples[w])
}

func (w World) samples() []Sample {
	var out []Sample
	engine, known := scoring.Compile(w.Bank), map[string]Sample{}
	for _, l := range i18n.Languages() {
		p := w.Words.Printer(l)
		add := func(name string, a *questionnaire.Assessment) {
			s, ok := known[name]
			if !ok {
				s.Result = engine.Evaluate(a)
				s.Advice = offer.Recommend(w.Offers, s.Result, w.Day)
				known[name] = s
			}
			s.Name, s.Printer = name+"/"+string(l), p
			out = append(out, s)
		}
		for _, c := range w.Bank.Cases {
			add(c.ID, c.Assessment)
		}
		empty := &questionnaire.Assessment{Path: questionnaire.Full}
		add("empty", empty)
		add("one-answer", w.with(empty, "digital-goals", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "written-down"}}))
		usual := w.Bank.Cases[1].Assessment
		long := strings.Repeat("Präzisionswerkzeugmaschinenbau ", 3)[:90]
		add("long-name", w.named(usual, long))
		add("capitals", w.named(usual, strings.ToUpper(long)))
		add("one-word", w.named(usual, strings.Repeat("Donaudampfschifffahrt", 9)))
		add("odd", w.noted(w.named(usual, Odd), Odd))
		add("notes", w.noted(usual, strings.Repeat("Aufmaße kommen auf Papier aus der Montage, das Büro tippt sie ab. ", 76)[:5000]))
		add("unbroken", w.noted(usual, strings.Repeat("x", 5000)))
		add("cents", w.with(usual, "project_volume", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Figure: big.NewRat(2999999, 100)}}))
		add("begun", w.with(usual, "project", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "begun"}}))
		small := w.with(usual, "project_volume", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "under-5k"}})
		add("since", usual)
		out[len(out)-1].Since = w.since(usual)
		add("carried", w.carried(usual))
		out[len(out)-1].Since = w.since(w.carried(usual))
		add("closed", w.with(small, "employees", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Figure: big.NewRat(80, 1)}}))
	}
	return out
}

// since compares with a year before: one answer was another, one was not known, one is lost since.
func (w World) since(now *questionnaire.Assessment) *scoring.Since {
	old := *now
	old.Updated = time.Date(2025, 11, 15, 0, 0, 0, 0, time.UTC)
	then := w.with(&old, "digital-goals", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "case-by-case"}})
	then = w.with(then, "two-factor", questionnaire.Answer{State: questionnaire.Unknown})
	s := scoring.Compile(w.Bank).Since(then, now)
	return &s
}

// carried has answers that were taken over and not confirmed: one detail of the company, the first three questions of two
// areas, these from another year.
func (w World) carried(a *questionnaire.Assessment) *questionnaire.Assessment {
	mark := func(q *questionnaire.Question, year int) {
		ans := a.Get(q)
		ans.Carried = source.Day{Year: year, Month: 3, Day: 12}
		a = w.with(a, q.ID, ans)
	}
	mark(w.Bank.Question("employees"), 2025)
	for i, d := range w.Bank.Dimensions[:2] {
		for _, q := range d.Questions[:3] {
			mark(q, 2025-i)
		}
	}
	return a
}

func (w World) with(a *questionnaire.Assessment, id string, ans questionnaire.Answer) *questionnaire.Assessment {
	return a.With(w.Bank.Question(id), ans)
}

func (w World) named(a *questionnaire.Assessment, name string) *questionnaire.Assessment {
	return w.with(a, questionnaire.FieldName, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: name}})
}

// noted puts a note on three answers.
func (w World) noted(a *questionnaire.Assessment, note string) *questionnaire.Assessment {
	for _, id := range []string{"digital-goals", "two-factor", "work-tools"} {
		q := w.Bank.Question(id)
		ans := a.Get(q)
		ans.Note, ans.Evidence = note, "Ordner „Nachweise“, Blatt 3"
		a = a.With(q, ans)
	}
	return a
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
