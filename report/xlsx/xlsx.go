// Package xlsx writes a result as a workbook for spreadsheets: real numbers and days, heads that stay in sight, filters,
// and columns to fill in. Start with Write. What is needed of the format, ECMA-376, is a handful of fixed parts (parts/) and
// rows of cells (sheet.go); a library for all of it would cost every start of the program more than that.
package xlsx

import (
	"archive/zip"
	"bytes"
	"embed"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"sync"
	"text/template"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
)

//go:embed parts
var files embed.FS

// parts are the templates, parsed when they are needed, for every run of the program would wait for them.
var parts = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{"x": escape, "literal": literal}).ParseFS(files, "parts/*.xml"))
})

// places are the parts of a file with their names in it, in the order that readers expect. The sheets come after them.
var places = [][2]string{
	{"[Content_Types].xml", "content_types.xml"}, {"_rels/.rels", "package_rels.xml"}, {"docProps/core.xml", "core.xml"},
	{"xl/workbook.xml", "workbook.xml"}, {"xl/_rels/workbook.xml.rels", "workbook_rels.xml"}, {"xl/theme/theme1.xml", "theme.xml"},
	{"xl/styles.xml", "styles.xml"}, {"xl/sharedStrings.xml", "shared_strings.xml"},
}

// content is what the parts show.
type content struct {
	Lang              i18n.Lang
	Title, Maker, Day string
	Accent, Ground    string // of heads and of cells to fill in, as RRGGBB
	Sheets            []*sheet
	Texts             []string // each once; cells name them by their number
	Uses              int      // of texts in cells
	numbers           map[string]int
}

// groundShare is how much of the accent the cells to fill in have.
const groundShare = 0.12

// Write writes all tables, a sheet each. Texts are stored as texts, so that none is ever calculated. The same workbook
// gives the same bytes.
func Write(w io.Writer, b *report.Workbook) error {
	accent, _ := b.Brand.Colours()
	c := &content{
		Lang: b.Lang, Title: b.Title, Maker: b.Maker, Day: b.Day.Time().Format("2006-01-02"), numbers: map[string]int{},
		Accent: accent.String()[1:], Ground: accent.Tint(groundShare).String()[1:],
	}
	for _, s := range b.Sheets {
		c.add(s)
	}
	if len(c.Sheets) == 0 {
		c.add(report.Sheet{Name: "1"}) // a workbook without sheets is none
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range places {
		if err := put(z, p[0], p[1], c); err != nil {
			return err
		}
	}
	for _, s := range c.Sheets {
		if err := put(z, "xl/worksheets/sheet"+strconv.Itoa(s.N)+".xml", "sheet.xml", s); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}

// put adds a part, without a time: nothing but the day of the answers gets into the file.
func put(z *zip.Writer, name, part string, data any) error {
	w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	return parts().ExecuteTemplate(w, part, data)
}

// number is that of a text among the texts of the file.
func (c *content) number(text string) int {
	c.Uses++
	n, known := c.numbers[text]
	if !known {
		n = len(c.Texts)
		c.Texts, c.numbers[text] = append(c.Texts, text), n
	}
	return n
}

// escape makes a text safe to stand in XML, whoever wrote it.
func escape(s string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(i18n.Printable(s))) // a builder takes everything
	return out.String()
}

// literal is the text of a cell in XML. Spreadsheets take _x0041_ there for a letter; with its first line as such a letter
// it stays what it was.
func literal(s string) string {
	var out strings.Builder
	done := 0
	for i := range len(s) {
		if coded(s[i:]) {
			out.WriteString(s[done:i] + "_x005F_")
			done = i + 1
		}
	}
	return escape(out.String() + s[done:])
}

// coded says whether a text begins with a letter that is written as its number.
func coded(s string) bool {
	if len(s) < len("_x0041_") || s[:2] != "_x" || s[6] != '_' {
		return false
	}
	_, err := strconv.ParseUint(s[2:6], 16, 16)
	return err == nil
}
