package pdf

import (
	"strconv"

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
	y := r.coverName(72)
	y = r.coverStage(y + 4)
	r.coverFacts(y + 5)
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

func (r *renderer) coverPicture() {
	fill := r.Accent12
	w := web{renderer: r, radius: 86, axes: r.doc.Cover.Profile.Axes, rings: r.doc.Cover.Profile.Rings, pen: sheet.Pen{Width: 1.2, Colour: r.Accent}, fill: &fill}
	r.Within(0, 0, sheet.PageWidth, sheet.PageHeight, func() { w.shape(sheet.Point{X: 158, Y: 194}) })
}

// coverName sets the name as large as it fits in two lines, and gives back where it ends.
func (r *renderer) coverName(y float64) float64 {
	name := r.doc.Cover.Name
	b := r.Para(r.Display(), sheet.Full, name)
	if b.Height > 2*r.Display().Lead {
		b = r.Para(r.Title(), sheet.Full, name)
	}
	b.Draw(sheet.Left, y)
	return y + b.Height
}

func (r *renderer) coverStage(y float64) float64 {
	b := r.Para(r.Head().Strong().In(r.Accent), sheet.Span(5), r.doc.Cover.Stage)
	b.Draw(sheet.Left, y)
	return y + b.Height
}

func (r *renderer) coverFacts(y float64) {
	for i, f := range r.doc.Cover.Facts {
		st := r.Body()
		if i > 0 {
			st = st.In(r.Grey)
		}
		b := r.Para(st, sheet.Span(3), f)
		b.Draw(sheet.Left, y)
		y += b.Height
	}
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
