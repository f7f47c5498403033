// Package csv writes one table of a result for spreadsheets and for programs.
package csv

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode/utf8"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
)

// mark tells a spreadsheet that the file is UTF-8.
const mark = "\ufeff"

// Write writes a table as a spreadsheet of the language opens it by a double click: German with semicolons and decimal
// commas, English with commas and points. Text that a spreadsheet would take for a formula begins with an apostrophe.
func Write(w io.Writer, s report.Sheet, lang i18n.Lang) error {
	if _, err := io.WriteString(w, mark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if lang == i18n.German {
		out.Comma = ';'
	}
	var head []string
	for _, c := range s.Columns {
		head = append(head, plain(c.Title))
	}
	if err := out.Write(head); err != nil {
		return err
	}
	for _, row := range s.Rows {
		var cells []string
		for _, d := range row {
			cells = append(cells, cell(d, lang))
		}
		if err := out.Write(cells); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

func cell(d report.Datum, lang i18n.Lang) string {
	if d.Day != (source.Day{}) {
		return d.Day.String()
	}
	if d.Number == nil {
		return plain(d.Text)
	}
	number := i18n.HalfUp(d.Number, d.Digits)
	if lang == i18n.German {
		number = strings.Replace(number, ".", ",", 1)
	}
	return number
}

// plain is a text that no spreadsheet calculates with.
func plain(s string) string {
	s = i18n.Printable(s)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \n\u00a0")) // some spreadsheets overlook room in front
	if strings.ContainsRune("=+-@＝＋－＠", first) {
		return "'" + s
	}
	return s
}
