package xlsx_test

import (
	"bytes"
	"io"
	"math/big"
	"os"
	"strings"
	"testing"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
	"digitalkompass/report/colour"
	"digitalkompass/report/reporttest"
	"digitalkompass/report/xlsx"

	"github.com/xuri/excelize/v2"
)

func TestConformance(t *testing.T) {
	w := reporttest.Load(t, os.DirFS("../../data"))
	checked := map[string]bool{} // every company comes twice
	reporttest.Conformance(t, append(w.Samples(), w.Others(t, os.DirFS("../testdata/banks"))...), func(w io.Writer, s reporttest.Sample) error {
		var b bytes.Buffer
		if err := xlsx.Write(&b, s.Workbook()); err != nil {
			return err
		}
		if !checked[s.Name] {
			checked[s.Name] = true
			check(t, s.Name, s.Workbook(), b.Bytes())
			sound(t, s.Name, b.Bytes())
		}
		_, err := b.WriteTo(w)
		return err
	})
}

func small() *report.Workbook {
	return &report.Workbook{Lang: i18n.German, Title: "Betrieb", Maker: "Digitalkompass", Day: source.Day{Year: 2026, Month: 11, Day: 22}, Sheets: []report.Sheet{{
		ID: "measures", Name: "Maßnahmen", Columns: []report.SheetColumn{{Title: "A", Width: 10}, {Title: "Z", Width: 10},
			{Title: "Beginn", Width: 10, Fill: true, Days: true}, {Title: "Status", Width: 10, Fill: true, Choices: []string{"offen", "läuft"}}},
		Rows: [][]report.Datum{{{Text: "=cmd|' /C calc'!A0"}, {Number: big.NewRat(5, 2), Digits: 1}, {}, {Text: "offen"}}},
	}}}
}

func written(t testing.TB, b *report.Workbook) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := xlsx.Write(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Numbers and days are shown as they should be, and a list without rows can be filled in all the same.
func TestAListToWorkWith(t *testing.T) {
	b := small()
	b.Brand = &report.Brand{Accent: colour.Hex("#B00020")}
	s := &b.Sheets[0]
	for digits := range 9 {
		s.Rows = append(s.Rows, []report.Datum{{Text: "x"}, {Number: big.NewRat(200, 3), Digits: digits}, {Day: b.Day}, {}})
	}
	s.Columns[0].Days = true
	b.Sheets = append(b.Sheets, report.Sheet{Name: "Leer", Columns: s.Columns})
	file := written(t, b)
	check(t, "small", b, file)
	sound(t, "small", file)
	f := read(t, file)
	for cell, want := range map[string]string{"B2": "2.5", "B3": "67", "B5": "66.67", "B9": "66.666667", "C3": "11-22-26"} {
		if got, err := f.GetCellValue("Maßnahmen", cell); err != nil || got != want {
			t.Errorf("%s is shown as %q, want %q, %v", cell, got, want, err)
		}
	}
}

// A row is as high as its longest text needs, and never higher than a spreadsheet allows.
func TestRowsShowAllOfTheirText(t *testing.T) {
	b := small()
	for _, x := range []struct {
		text string
		high float64
	}{{"kurz", 16}, {strings.Repeat("x", 25), 42}, {"a\nb", 29}, {strings.Repeat("x", 20000), 409}} {
		b.Sheets[0].Rows[0][0].Text = x.text
		if got, err := read(t, written(t, b)).GetRowHeight("Maßnahmen", 2); err != nil || got != x.high {
			t.Errorf("%d letters: %v high, want %v, %v", len(x.text), got, x.high, err)
		}
	}
}

// Days count from 1900; a day that spreadsheets disagree about is a text.
func TestDays(t *testing.T) {
	b := small()
	for day, want := range map[string]string{"2026-11-22": "46348", "1900-03-01": "61", "1970-01-01": "25569", "9999-12-31": "2958465", "1900-02-28": "1900-02-28", "1789-07-14": "1789-07-14"} {
		d, _ := source.ParseDay(day)
		b.Sheets[0].Rows[0][2].Day = d
		f := read(t, written(t, b))
		got, err := f.GetCellValue("Maßnahmen", "C2", excelize.Options{RawCellValue: true})
		if kind, _ := f.GetCellType("Maßnahmen", "C2"); err != nil || got != want || (kind == excelize.CellTypeSharedString) != (day == want) {
			t.Errorf("%s is %q, kind %d, %v", day, got, kind, err)
		}
	}
}

// Tables may be wider than the alphabet is long.
func TestWideTables(t *testing.T) {
	b := small()
	s := report.Sheet{Name: "Breit", Rows: [][]report.Datum{{}}}
	for range 26*27 + 2 {
		s.Columns = append(s.Columns, report.SheetColumn{Title: "T", Width: 9})
		s.Rows[0] = append(s.Rows[0], report.Datum{Text: "x"})
	}
	b.Sheets = []report.Sheet{s}
	check(t, "wide", b, written(t, b))
}

// Words to choose from that no spreadsheet could hold are none: the file can be opened, and the cells filled in freely.
func TestTooManyChoices(t *testing.T) {
	b := small()
	for word, want := range map[string]int{"äö": 2, "äöü": 1} { // together 255 letters, and 256
		b.Sheets[0].Columns[3].Choices = []string{strings.Repeat("🧭", 126), word}
		if rules, err := read(t, written(t, b)).GetDataValidations("Maßnahmen"); err != nil || len(rules) != want {
			t.Errorf("with %s: %d rules, want %d, %v", word, len(rules), want, err)
		}
	}
	b.Sheets[0].Columns[3].Choices = []string{`a "b" <c>`, "d"}
	const want = `<formula1>"a &#34;&#34;b&#34;&#34; &lt;c&gt;,d"</formula1>`
	if got := reporttest.Parts(t, written(t, b))["xl/worksheets/sheet1.xml"]; !strings.Contains(got, want) {
		t.Errorf("no %s in %s", want, got)
	}
}

// A workbook without tables is one that can be opened.
func TestNoSheets(t *testing.T) {
	file := written(t, &report.Workbook{})
	sound(t, "none", file)
	if got := read(t, file).GetSheetList(); len(got) != 1 {
		t.Errorf("sheets %q", got)
	}
}

func BenchmarkWrite(b *testing.B) {
	s := reporttest.Load(b, os.DirFS("../../data")).Samples()[1]
	w := s.Workbook()
	for b.Loop() {
		if err := xlsx.Write(io.Discard, w); err != nil {
			b.Fatal(err)
		}
	}
}
