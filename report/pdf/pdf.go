// Package pdf writes a report as a tagged PDF. Start with Write. sheet draws and measures, the files here turn each
// block of the document into something drawn; the PDF library is known below this package alone.
package pdf

import (
	"io"
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/colour"
	"digitalkompass/report/pdf/sheet"
	"golang.org/x/text/unicode/norm"
)

// plan is where the parts start, and on how many pages all of it stands.
type plan struct {
	pages map[string]int
	total int
}

// renderer draws one document once.
type renderer struct {
	*sheet.Sheet
	p     *i18n.Printer
	doc   *report.Document
	known plan // from the pass before
	found plan
}

// File is a file that the document carries. Name is in ASCII; Kind is its media type.
type File = sheet.File

// Attached are the contents of the files that a document carries, also after another program has written it anew.
func Attached(document []byte) [][]byte { return sheet.Attached(document) }

// Write writes the document, with files attached if there are any, and says on how many pages. It draws twice: the first
// pass only finds out the page numbers. The same document gives the same bytes.
func Write(w io.Writer, doc *report.Document, p *i18n.Printer, files ...File) (pages int, err error) {
	first, err := draw(doc, p, plan{})
	if err != nil {
		return 0, err
	}
	r, err := draw(doc, p, first.found)
	if err != nil {
		return 0, err
	}
	data, err := r.Bytes(sheet.Info{
		Title: named(doc.Title + " – " + doc.Owner), Author: named(doc.Owner), Subject: named(doc.Title), Lang: tags[doc.Lang], Producer: named(doc.Maker), Files: files,
	}, doc.Day.Time())
	if err != nil {
		return 0, err
	}
	_, err = w.Write(data)
	return r.found.total, err
}

// tags are the languages as a file names them.
var tags = map[i18n.Lang]string{i18n.German: "de-DE", i18n.English: "en-GB"}

// passages parts a text of the document where its language changes.
func passages(doc *report.Document) func(string) []sheet.Passage {
	return func(text string) (out []sheet.Passage) {
		for _, p := range doc.Passages(text) {
			out = append(out, sheet.Passage{Text: p.Text, Lang: tags[p.Lang]})
		}
		return out
	}
}

// named is a text for the file's own description: on one line, composed, without signs that steer or turn.
func named(s string) string {
	return strings.ReplaceAll(norm.NFC.String(i18n.Printable(s)), "\n", " ")
}

func draw(doc *report.Document, p *i18n.Printer, known plan) (*renderer, error) {
	accent := colour.Accent
	if doc.Brand != nil {
		accent = doc.Brand.Accent
	}
	s, err := sheet.New(sheet.NewTheme(accent), doc.Day.Time())
	if err != nil {
		return nil, err
	}
	r := &renderer{Sheet: s, p: p, doc: doc, known: known, found: plan{pages: map[string]int{}}}
	s.Furniture, s.Passages = r.furniture, passages(doc)
	r.cover()
	for _, part := range doc.Parts {
		r.part(part)
	}
	r.found.total = s.PageNo()
	return r, nil
}

// furniture stands outside of the text: whose report, which page.
func (r *renderer) furniture(page int) {
	st := r.Small().In(r.Grey)
	name := r.Para(st, sheet.Full, oneLine(r.doc.Owner))
	name.Draw(sheet.Left, max(6, 16.4-name.Height))
	r.Label(sheet.Left, 285, st, r.p.T("pdf.footer", "date", r.doc.Day))
	r.Label(sheet.Left+sheet.Full, 285, st.Flush(), r.p.T("pdf.page", "n", page, "m", r.known.total))
}

// part draws one section of the report from the top of a new page.
func (r *renderer) part(part report.Part) {
	f := r.NewFlow()
	r.found.pages[part.ID] = r.PageNo()
	r.Bookmark(part.Name, sheet.Top)
	kicker := r.Text(sheet.Element{Tag: "H1", Title: part.Name}, r.Body().Strong().In(r.Accent), sheet.Full, part.Name)
	title := r.Para(r.Title(), sheet.Span(5), part.Headline)
	f.Add(kicker.Kept(), title.Kept(), sheet.Gap(2.5))
	if part.Lead != "" {
		f.Add(append(r.Pieces(sheet.P, r.Body(), sheet.Span(4), part.Lead, pieceLines), sheet.Gap(7.5))...)
	}
	blocks := part.Blocks
	if part.OnePage {
		blocks = r.fitted(f, blocks)
	}
	for _, b := range blocks {
		r.flow(f, b)
	}
}

// fitted gives up the last facts of the card, one by one, and then what stands above tables, until all blocks fit on
// the page; other parts say it again.
func (r *renderer) fitted(f *sheet.Flow, blocks []report.Block) []report.Block {
	for drop := 0; ; drop++ {
		short, more := withoutFacts(blocks, drop)
		var all []sheet.Block
		for _, b := range short {
			all = append(all, r.whole(b))
		}
		switch {
		case f.Fits(sheet.Stack(all...)):
			return short
		case !more:
			return withoutLeads(short)
		}
	}
}

// withoutLeads is blocks with their tables alone in their sections.
func withoutLeads(blocks []report.Block) []report.Block {
	var out []report.Block
	for _, b := range blocks {
		if s, ok := b.(report.Section); ok {
			if t, _, found := tableIn(s); found {
				b = report.Section{Title: s.Title, Blocks: []report.Block{t}}
			}
		}
		out = append(out, b)
	}
	return out
}

// withoutFacts is blocks with the card's last facts left out; more says whether others could go.
func withoutFacts(blocks []report.Block, drop int) (out []report.Block, more bool) {
	for _, b := range blocks {
		card, ok := b.(report.Card)
		if !ok {
			out = append(out, b)
			continue
		}
		short := report.Card{Title: card.Title}
		for _, inner := range card.Blocks {
			if facts, ok := inner.(report.Facts); ok {
				keep := max(0, len(facts)-drop)
				more = more || keep > 0
				inner = facts[:keep]
			}
			short.Blocks = append(short.Blocks, inner)
		}
		out = append(out, short)
	}
	return out, more
}
