// Package docx writes a report as a text document to go on editing: real headings, lists and tables, and in place of each
// picture what it shows. Start with Write. No library for the format is kept well enough to lean on; what is needed of
// it is a handful of fixed parts (parts/) and one flow of paragraphs and tables (body.go), after ECMA-376.
package docx

import (
	"archive/zip"
	"bytes"
	"embed"
	"encoding/xml"
	"io"
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
	return template.Must(template.New("").Funcs(template.FuncMap{"x": escape}).ParseFS(files, "parts/*.xml"))
})

// places are the parts of a file with their names in it, in the order that readers expect.
var places = [][2]string{
	{"[Content_Types].xml", "content_types.xml"}, {"_rels/.rels", "package_rels.xml"}, {"word/document.xml", "document.xml"},
	{"word/_rels/document.xml.rels", "document_rels.xml"}, {"word/styles.xml", "styles.xml"}, {"word/numbering.xml", "numbering.xml"},
	{"word/settings.xml", "settings.xml"}, {"word/footer.xml", "footer.xml"}, {"docProps/core.xml", "core.xml"},
}

// tags are the languages as the format names them.
var tags = map[i18n.Lang]string{i18n.German: "de-DE", i18n.English: "en-GB"}

// content is what the parts show.
type content struct {
	Lang, Title, Maker, Day string
	Body                    string
	Links                   []string
	Accent, Signal          string // as RRGGBB
}

// Write writes the whole document. The same document gives the same bytes.
func Write(w io.Writer, doc *report.Document) error {
	b := &body{doc: doc}
	b.document(doc)
	c := content{Lang: tags[doc.Lang], Title: doc.Title + " – " + doc.Owner, Maker: doc.Maker, Day: doc.Day.Time().Format("2006-01-02"), Body: b.String(), Links: b.links}
	accent, signal := doc.Brand.Colours()
	c.Accent, c.Signal = accent.String()[1:], signal.String()[1:]
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range places {
		// without a time: nothing but the day of the answers gets into the file
		part, err := z.CreateHeader(&zip.FileHeader{Name: p[0], Method: zip.Deflate})
		if err != nil {
			return err
		}
		if err := parts().ExecuteTemplate(part, p[1], c); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	_, err := w.Write(out.Bytes())
	return err
}

// escape makes a text safe to stand in XML, whoever wrote it.
func escape(s string) string {
	var out strings.Builder
	_ = xml.EscapeText(&out, []byte(i18n.Printable(s))) // a builder takes everything
	return out.String()
}
