package pdf

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"digitalkompass/report"
	"digitalkompass/report/colour"
)

// A logo is a figure with words, once, and its file stays whole; the accent colours the pages.
func TestBrandOnTheCover(t *testing.T) {
	var logo bytes.Buffer
	picture := image.NewRGBA(image.Rect(0, 0, 120, 40))
	for i := range picture.Pix {
		picture.Pix[i] = 0xff
	}
	if err := png.Encode(&logo, picture); err != nil {
		t.Fatal(err)
	}
	s := sample(t, "metallbau-35/de")
	doc := s.Document()
	write := func(b *report.Brand) []byte {
		var out bytes.Buffer
		doc.Brand = b
		if _, err := Write(&out, doc, s.Printer); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	brand := &report.Brand{Name: "Beratung Muster", Accent: colour.Hex("#003C7D"), Logo: &report.Logo{Kind: "png", Data: logo.Bytes(), Width: 120, Height: 40}}
	plain, marked := write(nil), write(brand)
	if !bytes.Equal(marked, write(brand)) {
		t.Error("not the same bytes twice")
	}
	if a, b := bytes.Count(plain, []byte("/Subtype /Image")), bytes.Count(marked, []byte("/Subtype /Image")); a != 0 || b != 1 {
		t.Errorf("%d and %d pictures, want 0 and 1", a, b)
	}
	if bytes.Contains(marked, []byte("/Interpolate true")) || bytes.Contains(marked, []byte("/SMask")) {
		t.Error("the picture has what PDF/A does not allow, or is see-through")
	}
	const petrol, blue = "0.055 0.353 0.392", "0.000 0.235 0.490"
	for name, x := range map[string]struct {
		file      []byte
		has, lack string
	}{"plain": {plain, petrol, blue}, "marked": {marked, blue, petrol}} {
		text := strings.Join(streams(t, x.file), "\n")
		if !strings.Contains(text, x.has) || strings.Contains(text, x.lack) {
			t.Errorf("%s: the accent is not %s alone", name, x.has)
		}
	}
}
