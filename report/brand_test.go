package report_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"testing"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
	"digitalkompass/report/colour"
)

// picture is a half see-through picture, as a file of a kind, with a word about its author behind it.
func picture(t *testing.T, kind string, w, h int) []byte {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for x := range w {
		for y := range h {
			m.Set(x, y, color.NRGBA{R: 200, A: uint8(255 * (x % 2))})
		}
	}
	var out bytes.Buffer
	var err error
	if kind == "jpeg" {
		err = jpeg.Encode(&out, m, nil)
	} else {
		err = png.Encode(&out, m)
	}
	if err != nil {
		t.Fatal(err)
	}
	return append(out.Bytes(), "Author Geheimrat"...)
}

func TestBrands(t *testing.T) {
	files := map[string][]byte{
		"logo.png": picture(t, "png", 300, 90), "logo.jpg": picture(t, "jpeg", 90, 300), "wide.png": picture(t, "png", 2500, 2),
		"text.png": []byte("no picture"), "cut.png": picture(t, "png", 300, 90)[:120],
	}
	open := func(path string) ([]byte, error) {
		if data := files[path]; data != nil {
			return data, nil
		}
		return nil, errors.New("not there")
	}
	for _, x := range []struct {
		text   string
		codes  []string
		accent string // of a sound one
		kind   string
	}{
		{"name: \"Muster\"\n", nil, "#0E5A64", ""},
		{"name: \"Muster\"\naccent: \"#003C7D\"\nlogo: logo.png\n", nil, "#003C7D", "png"},
		{"name: \"Muster\"\naccent: \"#FFD400\"\nlogo: logo.jpg\n", []string{"brand-light"}, "#7A6600", "jpeg"},
		{"accent: \"#003C7D\"\n", []string{"missing-field"}, "", ""},
		{"name: \"Muster\"\naccent: blue\n", []string{"brand-colour"}, "", ""},
		{"name: \"Muster\"\naccent: \"#03c\"\n", []string{"brand-colour"}, "", ""},
		{"name: \"Muster\"\nlogo: none.png\n", []string{"brand-logo-missing"}, "", ""},
		{"name: \"Muster\"\nlogo: text.png\n", []string{"brand-logo-kind"}, "", ""},
		{"name: \"Muster\"\nlogo: cut.png\n", []string{"brand-logo-kind"}, "", ""},
		{"name: \"Muster\"\nlogo: wide.png\n", []string{"brand-logo-large"}, "", ""},
		{"name: \"Muster\"\nacent: \"#003C7D\"\n", []string{"unknown-field"}, "", ""},
		{"name: [\n", []string{"syntax"}, "", ""},
	} {
		var d source.Diagnostics
		b := report.LoadBrand("marke.yaml", []byte(x.text), open, &d)
		var codes []string
		for _, f := range d.All() {
			codes = append(codes, f.Code)
			if f.Pos.File != "marke.yaml" || f.Pos.Line == 0 {
				t.Errorf("%s stands at %s", f.Code, f.Pos)
			}
		}
		if x.codes == nil && codes != nil || x.accent == "" && (b != nil || len(codes) == 0) || x.codes != nil && x.codes[0] != "syntax" && !slices.Equal(codes, x.codes) {
			t.Errorf("%q: %v, want %v", x.text, codes, x.codes)
		}
		if b == nil {
			continue
		}
		if b.Accent.String() != x.accent || b.Accent.Contrast(colour.White) < 5.5 {
			t.Errorf("%q: accent %s, want %s", x.text, b.Accent, x.accent)
		}
		if x.kind == "" {
			continue
		}
		logo, kind, err := image.Decode(bytes.NewReader(b.Logo.Data))
		if err != nil || kind != x.kind || b.Logo.Kind != kind || logo.Bounds().Dx() != b.Logo.Width {
			t.Fatalf("%q: %s %v", x.text, kind, err)
		}
		if _, _, _, alpha := logo.At(0, 0).RGBA(); alpha != 0xffff || bytes.Contains(b.Logo.Data, []byte("Geheimrat")) {
			t.Errorf("%q: alpha %x, or words beside the picture", x.text, alpha)
		}
	}
}

func TestABrandStandsOnTheCover(t *testing.T) {
	w := world(t)
	s := w.Samples()[0]
	d := report.Build(s.Result, s.Advice, w.Words.Printer(i18n.German), "1.0.0", report.By(&report.Brand{Name: "Beratung Muster", Accent: colour.Accent}))
	if !slices.Contains(d.Cover.Facts, "Begleitet von Beratung Muster") || d.Brand == nil {
		t.Errorf("%q", d.Cover.Facts)
	}
}
