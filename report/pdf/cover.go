package pdf

import (
	"strconv"
	"strings"

	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// cover carries the company's own profile as its picture, large and without words.
func (r *renderer) cover() {
	r.Page()
	r.Artifact(r.coverPicture)
	r.Sheet.Mark(sheet.P, func() {
		r.Label(sheet.Left, 24, r.Head().Strong(), "Digitalkompass ")
		r.Label(sheet.Left, 29.5, r.Small().In(r.Grey), r.p.T("pdf.tagline"))
	})
	r.logo()
	r.coverWords(sheet.Bottom - float64(len(r.doc.Parts)+1)*sheet.Unit)
	r.contents(sheet.Bottom + 2.5)
}

// The box of a logo, at the upper right of the cover.
const (
	logoTop    = 18
	logoWidth  = 54
	logoHeight = 14
)

// logo stands flush right in its box, unchanged in shape.
func (r *renderer) logo() {
	b := r.doc.Brand
	if b == nil || b.Logo == nil {
		return
	}
	scale := min(logoWidth/float64(b.Logo.Width), logoHeight/float64(b.Logo.Height))
	w, h := float64(b.Logo.Width)*scale, float64(b.Logo.Height)*scale
	left := sheet.Left + sheet.Full - w
	r.Sheet.Mark(sheet.Picture(b.Name, left, logoTop, w, h), func() { r.Logo(b.Logo.Data, b.Logo.Kind, left, logoTop, w, h) })
}

// The picture on the cover: whole, flush with the right and the lower margin, clear of the contents.
const coverRadius = 58

// coverAt is the middle of the picture.
var coverAt = sheet.Point{X: sheet.Left + sheet.Full - coverRadius, Y: sheet.Bottom - coverRadius}

func (r *renderer) coverPicture() {
	fill := r.Accent12
	w := web{renderer: r, radius: coverRadius, axes: r.doc.Cover.Profile.Axes, rings: r.doc.Cover.Profile.Rings, pen: sheet.Pen{Width: 1.2, Colour: r.Accent}, fill: &fill}
	w.shape(coverAt)
}

// coverWords sets name, stage and facts, the name as large as it fits in two lines; what would reach down to the
// contents is set small and higher up.
func (r *renderer) coverWords(foot float64) {
	const top, high = 72, 40
	name := r.Para(r.Display().Theirs(), sheet.Full, oneLine(r.doc.Cover.Name))
	if name.Height > 2*r.Display().Lead {
		name = r.Para(r.Title().Theirs(), sheet.Full, oneLine(r.doc.Cover.Name))
	}
	if b := sheet.Stack(name, r.coverBelow(r.Body(), sheet.Span(3))); top+b.Height <= foot {
		b.Draw(sheet.Left, top)
		return
	}
	sheet.Stack(r.Para(r.Head(), sheet.Full, oneLine(r.doc.Cover.Name)), r.coverBelow(r.Small(), sheet.Full)).Draw(sheet.Left, high)
}

// oneLine is a text without its own line breaks: the cover has no room for those.
func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }

// coverBelow is what stands below the name: the stage, then the facts, the first of them in ink.
func (r *renderer) coverBelow(st sheet.Style, width float64) sheet.Block {
	out := []sheet.Block{sheet.Gap(4), r.Para(r.Head().Strong().In(r.Accent), sheet.Span(5), oneLine(r.doc.Cover.Stage)), sheet.Gap(5)}
	for i, f := range r.doc.Cover.Facts {
		if i > 0 {
			st = st.In(r.Grey)
		}
		out = append(out, r.Para(st, width, oneLine(f)))
	}
	return sheet.Stack(out...)
}

// contents stand at the foot of the cover, their last line at y.
func (r *renderer) contents(y float64) {
	y -= float64(len(r.doc.Parts)) * sheet.Unit
	r.Group(sheet.Element{Tag: "TOC"}, func() {
		for i, p := range r.doc.Parts {
			r.contentsLine(p, y+float64(i)*sheet.Unit)
		}
	})
}

func (r *renderer) contentsLine(p report.Part, y float64) {
	r.Group(sheet.Element{Tag: "TOCI"}, func() {
		r.Group(sheet.Element{Tag: "Reference"}, func() {
			r.Link(p.Name, sheet.Left, y, sheet.Span(2), sheet.Unit, func() {
				r.Label(sheet.Left, y+3.6, r.Small().In(r.Grey), strconv.Itoa(r.known.pages[p.ID])+" ")
				r.Label(sheet.Left+7, y+3.6, r.Small(), p.Name)
			})
		})
	})
}
