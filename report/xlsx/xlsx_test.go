package xlsx_test

import (
	"archive/zip"
	"bytes"
	"io"
	"math"
	"math/big"
	"os"
	"strconv"
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

func read(t testing.TB, file []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestConformance(t *testing.T) {
	w := reporttest.Load(t, os.DirFS("../../data"))
	reporttest.Conformance(t, append(w.Samples(), w.Others(t, os.DirFS("../testdata/banks"))...), func(w io.Writer, s reporttest.Sample) error {
		var b bytes.Buffer
		if err := xlsx.Write(&b, s.Workbook()); err != nil {
			return err
		}
		check(t, s.Name, s.Workbook(), read(t, b.Bytes()))
		_, err := b.WriteTo(w)
		return err
	})
}

// check compares what is in a file with what should be: each text as text, each number as a number, nothing calculated.
func check(t *testing.T, name string, want *report.Workbook, f *excelize.File) {
	t.Helper()
	if got := f.GetSheetList(); len(got) != len(want.Sheets) {
		t.Fatalf("%s: sheets %v", name, got)
	}
	for _, s := range want.Sheets {
		for r, row := range s.Rows {
			for c, d := range row {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+2)
				got, err := f.GetCellValue(s.Name, cell, excelize.Options{RawCellValue: true})
				kind, _ := f.GetCellType(s.Name, cell)
				formula, _ := f.GetCellFormula(s.Name, cell)
				if err != nil || formula != "" {
					t.Errorf("%s, %s %s: %v, formula %q", name, s.Name, cell, err, formula)
				}
				if d.Day != (source.Day{}) {
					if _, err := strconv.Atoi(got); err != nil || kind == excelize.CellTypeSharedString {
						t.Errorf("%s, %s %s: the day is %q, kind %d", name, s.Name, cell, got, kind)
					}
					continue
				}
				if d.Number == nil {
					if got != i18n.Printable(d.Text) || got != "" && kind != excelize.CellTypeSharedString {
						t.Errorf("%s, %s %s: %q, kind %d, want %q", name, s.Name, cell, got, kind, d.Text)
					}
					continue
				}
				v, _ := d.Number.Float64()
				if have, err := strconv.ParseFloat(got, 64); err != nil || math.Abs(have-v) > 1e-12*math.Abs(v) || kind == excelize.CellTypeSharedString {
					t.Errorf("%s, %s %s: %q, kind %d, want %v", name, s.Name, cell, got, kind, v)
				}
			}
		}
	}
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

// Heads stay in sight, lists can be filtered, columns to fill in know what may stand in them.
func TestAListToWorkWith(t *testing.T) {
	f := read(t, written(t, small()))
	if p, err := f.GetPanes("Maßnahmen"); err != nil || !p.Freeze || p.YSplit != 1 {
		t.Errorf("panes %+v, %v", p, err)
	}
	rules, err := f.GetDataValidations("Maßnahmen")
	if err != nil || len(rules) != 2 {
		t.Fatalf("rules %v, %v", rules, err)
	}
	var kinds []string
	for _, r := range rules {
		kinds = append(kinds, r.Type+" "+r.Formula1)
	}
	if got := strings.Join(kinds, "; "); !strings.Contains(got, "date") || !strings.Contains(got, "offen,läuft") {
		t.Errorf("rules %s", got)
	}
	if style, _ := f.GetCellStyle("Maßnahmen", "C2"); style == 0 {
		t.Error("a day has no style")
	}
	if got, _ := f.GetCellValue("Maßnahmen", "B2"); got != "2.5" {
		t.Errorf("shown as %q", got)
	}
	if names := f.GetDefinedName(); !strings.Contains(names[0].Name+names[len(names)-1].Name, "Print_Titles") {
		t.Errorf("names %+v", names)
	}
}

// Nothing of this machine and no time of day gets into a file.
func TestTheFileSaysNothingElse(t *testing.T) {
	data := written(t, small())
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(r)
		if part.Name == "docProps/core.xml" && !strings.Contains(string(text), "2026-11-22T00:00:00Z") {
			t.Errorf("%s", text)
		}
		if strings.Contains(string(text), "<f>") {
			t.Errorf("%s has a formula", part.Name)
		}
		if y := part.Modified.Year(); y > 1980 {
			t.Errorf("%s is of %d", part.Name, y)
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

func TestTooLongForACell(t *testing.T) {
	b := small()
	b.Sheets[0].Rows[0][0].Text = strings.Repeat("ä", 40000)
	got, _ := read(t, written(t, b)).GetCellValue("Maßnahmen", "A2")
	if n := len([]rune(got)); n != 32767 {
		t.Errorf("%d letters", n)
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

func TestBrandAndDays(t *testing.T) {
	w := &report.Workbook{Brand: &report.Brand{Accent: colour.Hex("#B00020")}, Sheets: []report.Sheet{{Name: "a", Columns: []report.SheetColumn{{Title: "t", Width: 9}}, Rows: [][]report.Datum{
		{{Day: source.Day{Year: 2026, Month: 11, Day: 22}}},
	}}}}
	var b bytes.Buffer
	if err := xlsx.Write(&b, w); err != nil {
		t.Fatal(err)
	}
	f := read(t, b.Bytes())
	if raw, _ := f.GetCellValue("a", "A2", excelize.Options{RawCellValue: true}); raw != "46348" { // days since 1900
		t.Errorf("a day is %q", raw)
	}
	id, _ := f.GetCellStyle("a", "A1")
	if s, err := f.GetStyle(id); err != nil || len(s.Fill.Color) != 1 || s.Fill.Color[0] != "B00020" {
		t.Errorf("%v, the head is %v", err, s.Fill)
	}
}
