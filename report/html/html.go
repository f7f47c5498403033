// Package html writes a report as one HTML file that needs nothing else: no script, no other file, no address to load
// from. Its pictures are drawings inside the text, each beside the words and numbers that it shows; it reads on a phone,
// on paper, in light and in dark. Start with Write.
package html

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
)

//go:embed page.tmpl blocks.tmpl charts.tmpl style.css
var files embed.FS

// pages are the templates. They are never filled themselves: every document has words of its own, see wording. They are
// parsed when they are needed, for every run of the program would wait for them.
var pages = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(template.FuncMap{"t": i18n.Printable, "w": i18n.Printable, "percent": percent}).ParseFS(files, "*.tmpl"))
})

// wording is a text of a document with the passages marked that are in another language.
func wording(doc *report.Document) func(string) template.HTML {
	return func(text string) template.HTML {
		var out strings.Builder
		for _, p := range doc.Passages(i18n.Printable(text)) {
			said := template.HTMLEscapeString(p.Text)
			if p.Lang != "" {
				said = fmt.Sprintf(`<span lang="%s">%s</span>`, p.Lang, said)
			}
			out.WriteString(said)
		}
		return template.HTML(out.String())
	}
}

var style = func() template.CSS {
	css, err := files.ReadFile("style.css")
	if err != nil {
		panic(err) // it is part of the program
	}
	return template.CSS(css)
}()

// Write writes the whole document. The same document gives the same bytes.
func Write(w io.Writer, doc *report.Document, p *i18n.Printer) error {
	filled, err := pages().Clone()
	if err != nil {
		return err
	}
	r := &renderer{pages: filled.Funcs(template.FuncMap{"w": wording(doc)}), p: p, words: wording(doc)}
	v := page{Document: doc, Style: style + branded(doc.Brand), Logo: logo(doc.Brand), Contents: p.T("html.contents"), Profile: r.web(doc.Cover.Profile)}
	for _, part := range doc.Parts {
		v.Sections = append(v.Sections, section{Part: part, Body: r.blocks(part.Blocks, 3)})
	}
	if r.err != nil {
		return r.err
	}
	var out bytes.Buffer
	if err := r.pages.ExecuteTemplate(&out, "page", v); err != nil {
		return err
	}
	_, err = w.Write(out.Bytes())
	return err
}

// page is what the frame of the file shows.
type page struct {
	*report.Document
	Style    template.CSS
	Logo     template.URL // "" for none
	Contents string       // the heading of the contents
	Profile  web
	Sections []section
}

// section is a part of the report with its blocks written.
type section struct {
	report.Part
	Body template.HTML
}

// renderer writes blocks. The first error stays, and what follows is empty.
type renderer struct {
	pages *template.Template
	words func(string) template.HTML // see wording
	p     *i18n.Printer
	err   error
}

// fill is a template with its data.
func (r *renderer) fill(name string, data any) template.HTML {
	if r.err != nil {
		return ""
	}
	var out bytes.Buffer
	r.err = r.pages.ExecuteTemplate(&out, name, data)
	return template.HTML(out.String())
}
