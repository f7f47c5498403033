// Package pdf writes a report as a tagged PDF. Start with Write. sheet draws and measures, the files here turn each
// block of the document into something drawn; the PDF library is known below this package alone.
package pdf

import (
	"io"
	"math"
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
	tight bool // the part has to fit on its page and does not with the usual room
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
	r.tight = false
}

// fitted leaves less room between blocks and makes stairs less steep where blocks do not fit on the page; then it gives up spare facts, the last one first, until all blocks fit on the page; other parts say them again.
func (r *renderer) fitted(f *sheet.Flow, blocks []report.Block) []report.Block {
	fits := func(blocks []report.Block) bool {
		var all []sheet.Block
		for _, b := range blocks {
			all = append(all, r.whole(b))
		}
		return f.Fits(sheet.Stack(all...))
	}
	if fits(blocks) {
		return blocks
	}
	r.tight = true
	for keep := spares(blocks); ; keep-- {
		if short, _ := withSpares(blocks, keep); keep == 0 || fits(short) {
			return short
		}
	}
}

// spares counts the spare facts of blocks.
func spares(blocks []report.Block) int {
	_, left := withSpares(blocks, math.MaxInt)
	return math.MaxInt - left
}

// withSpares is blocks with the first n of their spare facts; left is how many more there might have been.
func withSpares(blocks []report.Block, n int) (out []report.Block, left int) {
	for _, b := range blocks {
		switch x := b.(type) {
		case report.Section:
			x.Blocks, n = withSpares(x.Blocks, n)
			b = x
		case report.Card:
			x.Blocks, n = withSpares(x.Blocks, n)
			b = x
		case report.Facts:
			var kept report.Facts
			for _, fact := range x {
				if fact.Spare && n == 0 {
					continue
				}
				if fact.Spare {
					n--
				}
				kept = append(kept, fact)
			}
			b = kept
		}
		out = append(out, b)
	}
	return out, n
}
