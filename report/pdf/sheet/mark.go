package sheet

import (
	"fmt"
	"slices"

	"digitalkompass/report/pdf/tag"
)

// Element is a piece of the document's structure.
type Element struct {
	Tag   string // P, H1, Figure, TH …
	Alt   string // what a figure shows, in words
	Title string
	attr  string
}

// Elements that recur.
var (
	P          = Element{Tag: "P"}
	Cell       = Element{Tag: "TD"}
	ColumnHead = Element{Tag: "TH", attr: "<</O /Table /Scope /Column>>"}
	RowHead    = Element{Tag: "TH", attr: "<</O /Table /Scope /Row>>"}
)

// cell says whether the element is a cell of a table, which keeps its place when it is empty.
func (e Element) cell() bool { return e.Tag == "TD" || e.Tag == "TH" }

// SpanHead is the head of a group of rows in a table of n columns.
func SpanHead(n int) Element {
	return Element{Tag: "TH", attr: fmt.Sprintf("<</O /Table /Scope /Row /ColSpan %d>>", n)}
}

// SpanCell is a cell across n columns.
func SpanCell(n int) Element {
	return Element{Tag: "TD", attr: fmt.Sprintf("<</O /Table /ColSpan %d>>", n)}
}

// Picture is a figure with its alternative text and the room it takes.
func Picture(alt string, x, y, w, h float64) Element {
	const k = 72 / 25.4
	box := fmt.Sprintf("<</O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]>>",
		x*k, (PageHeight-y-h)*k, (x+w)*k, (PageHeight-y)*k)
	return Element{Tag: "Figure", Alt: alt, attr: box}
}

// Group opens an element that holds others.
func (s *Sheet) Group(e Element, fn func()) {
	if s.hidden > 0 {
		fn()
		return
	}
	s.tags.In(e.Tag, s.fill(e), fn)
}

// Mark draws the content of an element: text, or a whole figure. Marks do not nest.
func (s *Sheet) Mark(e Element, fn func()) {
	if s.hidden > 0 {
		fn()
		return
	}
	s.open++
	if e.Tag == "Figure" {
		s.drawn++
		defer func() { s.drawn-- }()
	}
	s.tags.Text(e.Tag, s.fill(e), fn)
	s.open--
}

// content marks what fn draws as content of the element that is open.
func (s *Sheet) content(fn func()) {
	if s.hidden > 0 {
		fn()
		return
	}
	s.open++
	s.tags.Mark(fn)
	s.open--
}

// Joined puts blocks into one element, which goes on from each to the next, also over the end of a page.
func (s *Sheet) Joined(e Element, blocks []Block) []Block {
	var all *tag.Elem
	out := slices.Clone(blocks)
	for i, b := range blocks {
		if b.Room {
			continue
		}
		out[i].Draw = func(x, y float64) {
			draw := func() { b.Draw(x, y) }
			switch {
			case s.hidden > 0:
				draw()
			case all == nil:
				all = s.tags.In(e.Tag, s.fill(e), draw)
			default:
				s.tags.Again(all, draw)
			}
		}
	}
	return out
}

// Artifact draws what only pleases the eye: rules, grounds, anything that is said in words elsewhere.
func (s *Sheet) Artifact(fn func()) { s.artifact("Layout", fn) }

func (s *Sheet) artifact(kind string, fn func()) {
	s.open, s.hidden = s.open+1, s.hidden+1
	s.tags.Artifact(kind, fn)
	s.open, s.hidden = s.open-1, s.hidden-1
}

func (s *Sheet) fill(e Element) func(*tag.Elem) {
	return func(t *tag.Elem) {
		t.Alt, t.Title, t.Attr = s.glyphs.plain(e.Alt), s.glyphs.plain(e.Title), e.attr
	}
}

// Bookmark puts the current place into the outline and makes it a target for Link.
func (s *Sheet) Bookmark(name string, y float64) {
	s.pdf.Bookmark(s.glyphs.plain(name), 0, y)
	s.pdf.SetLink(s.link(name), y, -1)
}

// Link draws fn as a link to the bookmark of that name.
func (s *Sheet) Link(name string, x, y, w, h float64, fn func()) {
	s.tags.In("Link", nil, func() {
		s.content(fn)
		s.pdf.Link(x, y, w, h, s.link(name))
		s.tags.Annot(s.glyphs.plain(name))
	})
}

func (s *Sheet) link(name string) int {
	if _, ok := s.links[name]; !ok {
		s.links[name] = s.pdf.AddLink()
	}
	return s.links[name]
}

func (s *Sheet) mustBeMarked() {
	if s.open == 0 {
		panic("sheet: drawn outside of any element")
	}
}
