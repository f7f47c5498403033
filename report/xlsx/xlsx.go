// Package xlsx writes a result as a workbook for spreadsheets: real numbers and days, heads that stay in sight, filters,
// and columns to fill in. Start with Write.
package xlsx

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"

	"github.com/xuri/excelize/v2"
)

// Write writes all tables, a sheet each. Texts are stored as texts, so that none is ever calculated. The same workbook
// gives the same bytes.
func Write(w io.Writer, b *report.Workbook) error {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }() // nothing is open but memory
	accent, _ := b.Brand.Colours()
	x := &writer{File: f, styles: map[style]int{}, accent: accent.String()[1:], ground: accent.Tint(groundShare).String()[1:]}
	for i, s := range b.Sheets {
		if i == 0 {
			x.do(f.SetSheetName(f.GetSheetName(0), s.Name))
		} else {
			_, err := f.NewSheet(s.Name)
			x.do(err)
		}
		x.sheet(s)
	}
	day := b.Day.Time().Format("2006-01-02T15:04:05Z")
	x.do(f.SetDocProps(&excelize.DocProperties{
		Title: i18n.Printable(b.Title), Creator: i18n.Printable(b.Maker), Language: string(b.Lang), Created: day, Modified: day,
	}))
	if x.err != nil {
		return x.err
	}
	_, err := f.WriteTo(w)
	return err
}

// writer fills a file. The first error stays.
type writer struct {
	*excelize.File
	styles map[style]int
	accent string // as RRGGBB
	ground string // of cells to fill in
	err    error
}

func (x *writer) do(err error) {
	if x.err == nil {
		x.err = err
	}
}

// style is how a cell looks.
type style struct {
	head, fill, days bool
	digits           int // of a number, -1 for texts
}

// Colours of the report, see its look; the face is one that every office has.
const (
	face = "Arial"
	hair = "D3D9DD"
)

// groundShare is how much of the accent the cells to fill in have.
const groundShare = 0.12

// longest is how many letters a cell may hold, and enough how many extra rows beyond a list can be filled in.
const (
	longest = 32767
	enough  = 200
)

func (x *writer) style(s style) int {
	if id, ok := x.styles[s]; ok {
		return id
	}
	out := &excelize.Style{Font: &excelize.Font{Family: face, Size: 10}, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}, Border: []excelize.Border{{Type: "bottom", Style: 1, Color: hair}}}
	switch {
	case s.head:
		out.Font.Bold, out.Font.Color = true, "FFFFFF"
		out.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{x.accent}}
	case s.fill:
		out.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{x.ground}}
	}
	if s.digits >= 0 && !s.head {
		out.Alignment.Horizontal, out.Alignment.Indent = "right", 1 // words may follow
	}
	switch {
	case s.days:
		out.NumFmt = 14 // a day as the reader's system writes it
	case s.digits > 0:
		format := "0." + strings.Repeat("0", s.digits)
		out.CustomNumFmt = &format
	case s.digits == 0 && !s.head:
		out.NumFmt = 1
	default:
		out.NumFmt = 49 // text
	}
	id, err := x.NewStyle(out)
	x.do(err)
	x.styles[s] = id
	return id
}

func at(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(fmt.Sprintf("xlsx: cell %d, %d: %v", column, row, err)) // tables have a few columns
	}
	return name
}

func (x *writer) sheet(s report.Sheet) {
	last := len(s.Rows) + 1
	for i, c := range s.Columns {
		letter, _, _ := excelize.SplitCellName(at(i+1, 1))
		x.do(x.SetColWidth(s.Name, letter, letter, float64(c.Width)))
		x.text(s.Name, at(i+1, 1), c.Title)
		x.do(x.SetCellStyle(s.Name, at(i+1, 1), at(i+1, 1), x.style(style{head: true, digits: -1})))
		x.toFill(s, c, i+1, last)
	}
	for r, row := range s.Rows {
		for i, d := range row {
			x.datum(s, at(i+1, r+2), d, s.Columns[i])
		}
		x.do(x.SetRowHeight(s.Name, r+2, height(row, s.Columns)))
	}
	x.do(x.SetPanes(s.Name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	if len(s.Rows) > 0 {
		x.do(x.AutoFilter(s.Name, "A1:"+at(len(s.Columns), last), nil))
	}
	x.printed(s.Name)
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

// printed sets a sheet across, as wide as the paper.
func (x *writer) printed(name string) {
	across, paper, wide, high, fit := "landscape", 9, 1, 0, true // 9 is A4
	x.do(x.SetPageLayout(name, &excelize.PageLayoutOptions{Orientation: &across, Size: &paper, FitToWidth: &wide, FitToHeight: &high}))
	x.do(x.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}))
	x.do(x.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: "'" + strings.ReplaceAll(name, "'", "''") + "'!$1:$1", Scope: name}))
}

// toFill prepares the cells of a column that the reader fills in, some rows beyond the list included.
func (x *writer) toFill(s report.Sheet, c report.SheetColumn, column, last int) {
	if !c.Fill {
		return
	}
	first, end := at(column, 2), at(column, last+enough)
	if last > 1 {
		x.do(x.SetCellStyle(s.Name, first, at(column, last), x.style(style{fill: true, days: c.Days, digits: -1})))
	}
	if c.Days && last > 1 {
		v := excelize.NewDataValidation(true)
		v.Sqref = first + ":" + end
		x.do(v.SetRange(1, 2958465, excelize.DataValidationTypeDate, excelize.DataValidationOperatorBetween)) // any day that a spreadsheet knows
		x.do(x.AddDataValidation(s.Name, v))
	}
	if len(c.Choices) > 0 {
		v := excelize.NewDataValidation(true)
		v.Sqref = first + ":" + end
		x.do(v.SetDropList(c.Choices))
		x.do(x.AddDataValidation(s.Name, v))
	}
}

func (x *writer) datum(s report.Sheet, cell string, d report.Datum, c report.SheetColumn) {
	if d.Number != nil {
		v, _ := d.Number.Float64()
		x.do(x.SetCellFloat(s.Name, cell, v, -1, 64))
		x.do(x.SetCellStyle(s.Name, cell, cell, x.style(style{digits: d.Digits})))
		return
	}
	if d.Day != (source.Day{}) {
		x.do(x.SetCellValue(s.Name, cell, d.Day.Time()))
		x.do(x.SetCellStyle(s.Name, cell, cell, x.style(style{fill: c.Fill, days: true, digits: -1})))
		return
	}
	if d.Text != "" {
		x.text(s.Name, cell, d.Text)
	}
	x.do(x.SetCellStyle(s.Name, cell, cell, x.style(style{fill: c.Fill, days: c.Days, digits: -1})))
}

func (x *writer) text(sheet, cell, text string) {
	letters := []rune(i18n.Printable(text))
	x.do(x.SetCellStr(sheet, cell, string(letters[:min(longest, len(letters))])))
}
