package xlsx

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
)

// sheet is a table as its part shows it.
type sheet struct {
	N             int // from 1
	Name          string
	Columns       []column
	Range, Filter string // of all cells, as A1:B2; Filter as $A$1:$B$2, or nothing where there is nothing to choose from
	Rows          string
	Rules         []rule
}

// column is the width of a column, which counts from 1, in letters.
type column struct{ N, Width int }

// rule says what may stand in some cells: one of some words, which commas part, or without words any day that a spreadsheet
// knows.
type rule struct{ Cells, Words string }

// Looks of cells, by their numbers in the styles; each kind to fill in comes after the one that is not, and a number with
// digits after that without.
const (
	headLook = iota + 1
	textLook
	textFillLook
	dayLook
	dayFillLook
	numberLook
	mostDigits = 6
)

// What a spreadsheet can do.
const (
	longest  = 32767 // letters in a cell, counted as UTF-16 does
	listed   = 255   // letters of all words to choose from
	firstDay = 61    // 1900-03-01: about the days before it spreadsheets disagree
	epoch    = 25569 // 1970-01-01
)

// enough is how many extra rows beyond a list can be filled in.
const enough = 200

// add makes the cells of a table.
func (c *content) add(s report.Sheet) {
	last := len(s.Rows) + 1
	t := &sheet{N: len(c.Sheets) + 1, Name: s.Name, Range: "A1"}
	var rows strings.Builder
	rows.WriteString(`<row r="1">`)
	for i, col := range s.Columns {
		t.Columns = append(t.Columns, column{i + 1, col.Width})
		t.Range = "A1:" + at(i, last)
		c.cell(&rows, at(i, 1), headLook, report.Datum{Text: col.Title})
		t.rules(col, at(i, 2)+":"+at(i, last+enough))
	}
	rows.WriteString("</row>")
	for r, row := range s.Rows {
		fmt.Fprintf(&rows, `<row r="%d" ht="%v" customHeight="1">`, r+2, height(row, s.Columns))
		for i, d := range row {
			c.cell(&rows, at(i, r+2), look(d, s.Columns[i]), d)
		}
		rows.WriteString("</row>")
	}
	t.Rows = rows.String()
	if len(s.Rows) > 0 {
		t.Filter = fmt.Sprintf("$A$1:$%s$%d", letters(len(s.Columns)-1), last)
	}
	c.Sheets = append(c.Sheets, t)
}

// Quoted is the name of a sheet as formulas have it.
func (s *sheet) Quoted() string { return "'" + strings.ReplaceAll(s.Name, "'", "''") + "'" }

// at is the name of a cell; columns count from 0, rows from 1.
func at(column, row int) string { return letters(column) + strconv.Itoa(row) }

func letters(column int) string {
	if column < 26 {
		return string(rune('A' + column))
	}
	return letters(column/26-1) + letters(column%26)
}

// rules are those for the cells of a column that the reader fills in, some rows beyond the list included.
func (s *sheet) rules(c report.SheetColumn, cells string) {
	if c.Fill && c.Days {
		s.Rules = append(s.Rules, rule{Cells: cells})
	}
	words := strings.ReplaceAll(strings.Join(c.Choices, ","), `"`, `""`)
	if c.Fill && words != "" && len(utf16.Encode([]rune(words))) <= listed {
		s.Rules = append(s.Rules, rule{cells, words})
	}
}

// look is how a cell looks.
func look(d report.Datum, c report.SheetColumn) int {
	if d.Number != nil {
		return numberLook + min(d.Digits, mostDigits)
	}
	out := textLook
	if c.Days || d.Day != (source.Day{}) {
		out = dayLook
	}
	if c.Fill {
		out++
	}
	return out
}

// cell writes a cell: numbers and days as numbers, texts by their own number, and never anything to calculate.
func (c *content) cell(rows *strings.Builder, name string, look int, d report.Datum) {
	if d.Number != nil {
		v, _ := d.Number.Float64()
		fmt.Fprintf(rows, `<c r="%s" s="%d"><v>%s</v></c>`, name, look, strconv.FormatFloat(v, 'g', -1, 64))
		return
	}
	if n := d.Day.Time().Unix()/(24*60*60) + epoch; n >= firstDay {
		fmt.Fprintf(rows, `<c r="%s" s="%d"><v>%d</v></c>`, name, look, n)
		return
	}
	if text := cut(i18n.Printable(d.Text + d.Day.String())); text != "" {
		fmt.Fprintf(rows, `<c r="%s" s="%d" t="s"><v>%d</v></c>`, name, look, c.number(text))
		return
	}
	fmt.Fprintf(rows, `<c r="%s" s="%d"/>`, name, look)
}

// cut is as much of a text as a cell holds.
func cut(text string) string {
	n := 0
	for i, r := range text {
		if n += utf16.RuneLen(r); n > longest {
			return text[:i]
		}
	}
	return text
}

// Measures of a row in points. Not every spreadsheet finds out by itself how high a row has to be.
const (
	lineHigh = 13.0
	tallest  = 409.0 // that a spreadsheet allows
)

// height is what the longest text of a row needs in its column, whose width is in letters.
func height(row []report.Datum, columns []report.SheetColumn) float64 {
	most := 1
	for i, d := range row {
		lines := 0
		for _, line := range strings.Split(d.Text, "\n") {
			lines += 1 + utf8.RuneCountInString(line)*5/6/max(1, columns[i].Width) // letters are narrower than the figures that widths count
		}
		most = max(most, lines)
	}
	return min(tallest, lineHigh*float64(most)+3)
}
