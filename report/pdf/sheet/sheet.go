// Package sheet puts a grid, a type scale, a palette and tags over gofpdf. Lengths are millimetres from the
// upper left corner of the page, text sizes are points.
//
// Sheet draws, Block is something measured that can be drawn later, Flow stacks blocks down the pages.
// Whatever is drawn belongs to an Element or is an artifact: drawing outside of both panics, so that a page
// that looks right is also tagged.
package sheet

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"digitalkompass/report/pdf/icc"
	"digitalkompass/report/pdf/post"
	"digitalkompass/report/pdf/tag"
	"github.com/jung-kurt/gofpdf"
	"golang.org/x/image/font/sfnt"
)

const family = "sans"

// Sheet is a document being drawn.
type Sheet struct {
	Theme
	Furniture func(page int)              // draws what stands on every page but the first
	Passages  func(text string) []Passage // parts a text where its language changes; may be nil

	pdf    *gofpdf.Fpdf
	tags   *tag.Tree
	glyphs *glyphs
	links  map[string]int
	texts  []Placement
	open   int                   // depth of marked content, artifacts included
	hidden int                   // depth of artifacts
	drawn  int                   // depth of figures
	shapes map[string]*sfnt.Font // faces whose letters were measured, see shape
}

// New starts a document. The day is written into the file, so that equal input gives equal bytes.
func New(theme Theme, day time.Time) (*Sheet, error) {
	g, err := newGlyphs(liberationsansregular.TTF)
	if err != nil {
		return nil, fmt.Errorf("sheet: %w", err)
	}
	p := gofpdf.New("P", "mm", "A4", "")
	p.SetCatalogSort(true)
	p.SetCreationDate(day)
	p.SetModificationDate(day)
	p.SetAutoPageBreak(false, 0)
	p.SetCompression(false) // post compresses, with less memory
	p.AddUTF8FontFromBytes(family, "", liberationsansregular.TTF)
	p.AddUTF8FontFromBytes(family, "B", liberationsansbold.TTF)
	p.AddUTF8FontFromBytes(family, "I", liberationsansitalic.TTF)
	return &Sheet{Theme: theme, pdf: p, tags: tag.New(p), glyphs: g, links: map[string]int{}, shapes: map[string]*sfnt.Font{}}, p.Error()
}

// Page starts a new page.
func (s *Sheet) Page() {
	s.pdf.AddPage()
	if s.Furniture != nil && s.PageNo() > 1 {
		s.artifact("Pagination", func() { s.Furniture(s.PageNo()) })
	}
}

// PageNo is the number of the page being drawn.
func (s *Sheet) PageNo() int { return s.pdf.PageNo() }

// Info is what the file says about itself, and the files that it carries.
type Info struct {
	Title, Author, Subject, Lang, Producer string
	Files                                  []File
}

// File is a file that the document carries. Name is in ASCII; Kind is its media type.
type File = post.File

// Attached are the contents of the files that a document carries.
func Attached(document []byte) [][]byte { return post.Attached(document) }

// Bytes ends the document: a tagged file with its structure, metadata and fonts put right.
func (s *Sheet) Bytes(in Info, day time.Time) ([]byte, error) {
	if s.open != 0 {
		return nil, errors.New("sheet: marked content left open")
	}
	var raw bytes.Buffer
	if err := s.pdf.Output(&raw); err != nil {
		return nil, fmt.Errorf("sheet: %w", err)
	}
	return post.Tag(raw.Bytes(), s.tags, post.Meta{
		Title: in.Title, Author: in.Author, Subject: in.Subject, Lang: in.Lang, Producer: in.Producer,
		Created: day.UTC().Format(time.RFC3339), ICC: icc.SRGB(), Files: in.Files,
		FontNames: map[string]string{
			family: "LiberationSans", family + "B": "LiberationSans-Bold", family + "I": "LiberationSans-Italic",
		},
	})
}
