package xlsx_test

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"

	"github.com/xuri/excelize/v2"
)

// reader reads a file with another implementation of the format than the one that wrote it.
type reader struct {
	*testing.T
	*excelize.File
	name  string
	looks map[int]string
}

func read(t testing.TB, file []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// line is some values with a space between.
func line(values ...any) string { return strings.TrimSuffix(fmt.Sprintln(values...), "\n") }

// same compares what was read with what should be.
func (r *reader) same(what string, got any, err error, want any) {
	r.Helper()
	if got, want := fmt.Sprint(got), fmt.Sprint(want); err != nil || got != want {
		r.Errorf("%s, %s: %.200q, want %.200q, %v", r.name, what, got, want, err)
	}
}

// check compares everything in a file with what should be.
func check(t *testing.T, name string, want *report.Workbook, file []byte) {
	t.Helper()
	r := &reader{t, read(t, file), name, map[int]string{}}
	var names []string
	for i, s := range want.Sheets {
		names = append(names, s.Name)
		if n := len(utf16.Encode([]rune(s.Name))); n < 1 || n > 31 || strings.ContainsAny(s.Name, `:\/?*[]`) || strings.Trim(s.Name, "'") != s.Name ||
			slices.ContainsFunc(want.Sheets[:i], func(o report.Sheet) bool { return strings.EqualFold(o.Name, s.Name) }) {
			t.Errorf("%s: no spreadsheet has a sheet %q", name, s.Name)
		}
	}
	r.same("sheets", r.GetSheetList(), nil, names)
	p, err := r.GetDocProps()
	day := want.Day.Time().Format("2006-01-02T15:04:05Z")
	r.same("properties", line(p.Title, p.Creator, p.Language, p.Created, p.Modified), err, line(i18n.Printable(want.Title), i18n.Printable(want.Maker), want.Lang, day, day))
	accent, _ := want.Brand.Colours()
	book, err := r.GetWorkbookProps()
	r.same("privacy", *book.FilterPrivacy, err, true)
	face, err := r.GetDefaultFont()
	r.same("face", face, err, "Calibri")
	r.same("colour of the theme", r.GetBaseColor("", 0, new(4)), nil, accent.String()[1:])
	for _, s := range want.Sheets {
		r.sheet(s)
		for c, col := range s.Columns {
			r.cell(s, c, 1, report.Datum{Text: col.Title}, "49 fill "+accent.String()[1:]+" bold FFFFFF left 0")
			for i, row := range s.Rows {
				r.cell(s, c, i+2, row[c], look(row[c], col, accent.Tint(0.12).String()[1:]))
			}
		}
	}
}

// look is how a cell should look: format of numbers, fill, letters, side and indent.
func look(d report.Datum, c report.SheetColumn, ground string) string {
	if d.Number != nil {
		format := "1"
		if d.Digits > 0 {
			format = "0." + strings.Repeat("0", min(6, d.Digits))
		}
		return format + " fill  plain  right 1"
	}
	format := "49"
	if c.Days || !d.Day.IsZero() {
		format = "14"
	}
	if !c.Fill {
		ground = ""
	}
	return format + " fill " + ground + " plain  left 0"
}

// sheet checks what is true of a whole table.
func (r *reader) sheet(s report.Sheet) {
	last := len(s.Rows) + 1
	end, _ := excelize.CoordinatesToCellName(len(s.Columns), last)
	p, err := r.GetPanes(s.Name)
	r.same("head of "+s.Name, line(p.Freeze, p.XSplit, p.YSplit, p.TopLeftCell), err, "true 0 1 A2")
	dim, err := r.GetSheetDimension(s.Name)
	r.same("size of "+s.Name, dim, err, "A1:"+end)
	m, err := r.GetMergeCells(s.Name)
	r.same("merged cells of "+s.Name, len(m), err, 0)
	page, err := r.GetPageLayout(s.Name)
	r.same("paper of "+s.Name, line(*page.Orientation, *page.Size, *page.FitToWidth, *page.FitToHeight), err, "landscape 9 1 0")
	props, err := r.GetSheetProps(s.Name)
	r.same("fit of "+s.Name, *props.FitToPage, err, true)
	var names, want []string
	for _, n := range r.GetDefinedName() {
		if n.Scope == s.Name {
			names = append(names, n.Name+" "+n.RefersTo)
		}
	}
	quoted := "'" + strings.ReplaceAll(s.Name, "'", "''") + "'!"
	if last > 1 {
		absolute, _ := excelize.CoordinatesToCellName(len(s.Columns), last, true)
		want = append(want, "_xlnm._FilterDatabase "+quoted+"$A$1:"+absolute)
	}
	r.same("names of "+s.Name, names, nil, append(want, "_xlnm.Print_Titles "+quoted+"$1:$1"))
	var rules, wantRules []string
	all, err := r.GetDataValidations(s.Name)
	for _, v := range all {
		rules = append(rules, line(v.Sqref, v.Type, v.Operator, v.Formula1, v.Formula2, v.AllowBlank))
	}
	for i, c := range s.Columns {
		column, _ := excelize.ColumnNumberToName(i + 1)
		width, err := r.GetColWidth(s.Name, column)
		r.same("width of "+s.Name+" "+column, width, err, c.Width)
		cells := fmt.Sprintf("%s2:%[1]s%d", column, last+200)
		if c.Days && c.Fill {
			wantRules = append(wantRules, line(cells, "date", "between", "1", "2958465", true))
		}
		if len(c.Choices) > 0 {
			wantRules = append(wantRules, line(cells, "list", "", `"`+strings.Join(c.Choices, ",")+`"`, "", true))
		}
	}
	r.same("rules of "+s.Name, rules, err, wantRules)
}

// cell checks what is in a cell and how it looks: each text as text, each number as a number, nothing calculated.
func (r *reader) cell(s report.Sheet, column, row int, d report.Datum, look string) {
	r.Helper()
	cell, _ := excelize.CoordinatesToCellName(column+1, row)
	what := s.Name + " " + cell
	raw, err := r.GetCellValue(s.Name, cell, excelize.Options{RawCellValue: true})
	kind, _ := r.GetCellType(s.Name, cell)
	formula, _ := r.GetCellFormula(s.Name, cell)
	r.same("formula of "+what, formula, nil, "")
	wantKind := excelize.CellTypeUnset
	switch {
	case d.Number != nil:
		got, bad := strconv.ParseFloat(raw, 64)
		v, _ := d.Number.Float64()
		r.same(what, got, bad, v)
	case d.Day != source.Day{}:
		days := source.Day{Year: 1899, Month: 12, Day: 30}.DaysUntil(d.Day)
		r.same(what, raw, err, days)
	default:
		r.same(what, raw, err, i18n.Printable(d.Text))
		if raw != "" {
			wantKind = excelize.CellTypeSharedString
		}
	}
	r.same("kind of "+what, kind, nil, wantKind)
	id, err := r.GetCellStyle(s.Name, cell)
	r.same("look of "+what, r.look(id), err, look)
}

func (r *reader) look(id int) string {
	if r.looks[id] != "" {
		return r.looks[id]
	}
	s, err := r.GetStyle(id)
	if err != nil || s.Font == nil || s.Alignment == nil {
		r.Fatalf("%s: look %d, %v", r.name, id, err)
	}
	r.same("letters", line(s.Font.Family, s.Font.Size), nil, line("Arial", 10))
	r.same("rule below", s.Border, nil, []excelize.Border{{Type: "bottom", Color: "D3D9DD", Style: 1}})
	r.same("lines", line(s.Alignment.Vertical, s.Alignment.WrapText), nil, line("top", true))
	format, weight, side := strconv.Itoa(s.NumFmt), "plain", "left"
	if s.CustomNumFmt != nil {
		format = *s.CustomNumFmt
	}
	if s.Font.Bold {
		weight = "bold"
	}
	if s.Alignment.Horizontal != "" {
		side = s.Alignment.Horizontal
	}
	r.looks[id] = fmt.Sprintf("%s fill %s %s %s %s %d", format, strings.Join(s.Fill.Color, ""), weight, s.Font.Color, side, s.Alignment.Indent)
	return r.looks[id]
}
