package report

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"
	"math/big"

	"digitalkompass/questionnaire/source"
	"digitalkompass/report/colour"
)

// Brand are the marks of a consultancy or chamber that hands a report over: its name, its accent, its logo. Face, grid,
// marks and order are the same in every report, so that reports stay comparable.
type Brand struct {
	Name   string
	Accent colour.Colour // dark enough for white text; the program's own where the file names none
	Logo   *Logo         // nil for none
}

// Colours are the accent of a report and the signal beside it; those of the program where there is no brand.
func (b *Brand) Colours() (accent, signal colour.Colour) {
	if b == nil {
		return colour.Accent, colour.Signal
	}
	return b.Accent, colour.SignalBeside(b.Accent)
}

// Logo is a picture without anything see-through and without a word about where it comes from.
type Logo struct {
	Kind          string // "png" or "jpeg"
	Data          []byte
	Width, Height int // in pixels
}

// Bounds of a logo's file: it stands in 54 × 14 mm, for which this is far more than enough.
const (
	maxLogoBytes = 2 << 20
	maxLogoSide  = 2400
	logoQuality  = 92
)

// LoadBrand reads a brand from a file's text. open reads the logo, whose path is relative to the file. All problems are
// added to d; the brand is nil when one of them is an error.
func LoadBrand(file string, data []byte, open func(path string) ([]byte, error), d *source.Diagnostics) *Brand {
	before := d.Errors()
	n := source.ParseYAML(file, data, d)
	if n == nil {
		return nil
	}
	m := source.ReadMap(n, d)
	b := &Brand{Name: m.NeedString("name"), Accent: colour.Accent}
	if hex := m.String("accent"); hex != "" {
		b.accent(m.At("accent"), hex, d)
	}
	if path := m.String("logo"); path != "" {
		b.Logo = readLogo(m.At("logo"), path, open, d)
	}
	m.Done()
	if d.Errors() > before {
		return nil
	}
	return b
}

// accent takes a colour, and says so where it has to be darkened.
func (b *Brand) accent(at source.Pos, hex string, d *source.Diagnostics) {
	c, ok := colour.Parse(hex)
	if !ok {
		d.Error(at, "brand-colour", "x", hex)
		return
	}
	if b.Accent = colour.Readable(c); b.Accent != c {
		contrast := big.NewRat(int64(math.Round(10*c.Contrast(colour.White))), 10)
		d.Warn(at, "brand-light", "x", hex, "contrast", contrast, "to", b.Accent.String())
	}
}

// readLogo reads a picture and writes it anew: on white where it is see-through, and without what else its file says.
func readLogo(at source.Pos, path string, open func(string) ([]byte, error), d *source.Diagnostics) *Logo {
	data, err := open(path)
	if err != nil {
		d.Error(at, "brand-logo-missing", "name", path)
		return nil
	}
	about, kind, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		d.Error(at, "brand-logo-kind", "name", path)
		return nil
	case len(data) > maxLogoBytes || about.Width > maxLogoSide || about.Height > maxLogoSide:
		d.Error(at, "brand-logo-large", "name", path, "w", about.Width, "h", about.Height)
		return nil
	}
	picture, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		d.Error(at, "brand-logo-kind", "name", path)
		return nil
	}
	flat := image.NewRGBA(image.Rect(0, 0, about.Width, about.Height))
	draw.Draw(flat, flat.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(flat, flat.Rect, picture, picture.Bounds().Min, draw.Over)
	var out bytes.Buffer
	if kind == "jpeg" {
		err = jpeg.Encode(&out, flat, &jpeg.Options{Quality: logoQuality})
	} else {
		err = png.Encode(&out, flat)
	}
	if err != nil {
		d.Error(at, "brand-logo-kind", "name", path)
		return nil
	}
	return &Logo{Kind: kind, Data: out.Bytes(), Width: about.Width, Height: about.Height}
}

// By puts a brand on a report; nil is none.
func By(brand *Brand) Addition { return func(b *builder) { b.brand = brand } }
