package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"io"
	"math/big"
	"os"
	"strings"
	"testing"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
	"digitalkompass/report/csv"
	"digitalkompass/report/reporttest"
)

func TestConformance(t *testing.T) {
	w := reporttest.Load(t, os.DirFS("../../data"))
	reporttest.Conformance(t, append(w.Samples(), w.Others(t, os.DirFS("../testdata/banks"))...), func(w io.Writer, s reporttest.Sample) error {
		for _, sheet := range s.Workbook().Sheets {
			var b bytes.Buffer
			if err := csv.Write(&b, sheet, s.Printer.Lang()); err != nil {
				return err
			}
			check(t, s, sheet, b.String())
			if _, err := b.WriteTo(w); err != nil {
				return err
			}
		}
		return nil
	})
}

// check reads a file back: every line has all columns, every text is there, and none is a formula.
func check(t *testing.T, s reporttest.Sample, sheet report.Sheet, file string) {
	t.Helper()
	in := stdcsv.NewReader(strings.NewReader(strings.TrimPrefix(file, "\ufeff")))
	if s.Printer.Lang() == i18n.German {
		in.Comma = ';'
	}
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != len(sheet.Rows)+1 {
		t.Fatalf("%s, %s: %d lines for %d rows", s.Name, sheet.ID, len(rows), len(sheet.Rows))
	}
	for i, row := range rows[1:] {
		for j, got := range row {
			d := sheet.Rows[i][j]
			if d.Day != (source.Day{}) {
				d.Text = d.Day.String()
			}
			if d.Number == nil && strings.TrimPrefix(got, "'") != strings.TrimPrefix(i18n.Printable(d.Text), "'") {
				t.Errorf("%s, %s: %q became %q", s.Name, sheet.ID, d.Text, got)
			}
			if d.Number == nil && got != "" && strings.ContainsAny(got[:1], "=+-@\t\r") {
				t.Errorf("%s, %s: %q may be calculated with", s.Name, sheet.ID, got)
			}
		}
	}
}

func TestNumbersAndFormulas(t *testing.T) {
	s := report.Sheet{Columns: []report.SheetColumn{{Title: "a"}, {Title: "b"}}, Rows: [][]report.Datum{
		{{Text: "=1+1"}, {Number: big.NewRat(-7, 2), Digits: 1}},
		{{Text: "a;b\n\"c\", d"}, {Number: big.NewRat(2, 3), Digits: 2}},
		{{Text: "－2"}, {}},
		{{Text: "@x\x1b[31m"}, {Day: source.Day{Year: 2026, Month: 11, Day: 22}}},
		{{Text: " \n=2"}, {}},
	}}
	for lang, want := range map[i18n.Lang]string{
		i18n.German:  "\ufeffa;b\r\n'=1+1;-3,5\r\n\"a;b\r\n\"\"c\"\", d\";0,67\r\n'－2;\r\n'@x[31m;2026-11-22\r\n\"' \r\n=2\";\r\n",
		i18n.English: "\ufeffa,b\r\n'=1+1,-3.5\r\n\"a;b\r\n\"\"c\"\", d\",0.67\r\n'－2,\r\n'@x[31m,2026-11-22\r\n\"' \r\n=2\",\r\n",
	} {
		var b bytes.Buffer
		if err := csv.Write(&b, s, lang); err != nil || b.String() != want {
			t.Errorf("%v\n got %q\nwant %q", err, b.String(), want)
		}
	}
}
