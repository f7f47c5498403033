package sheet

import (
	"unicode"
	"unicode/utf8"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansitalic"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// isMark says whether a character is drawn onto the one before it.
func isMark(r rune) bool { return unicode.Is(unicode.Mn, r) }

// units draws characters with their marks. The face draws its marks beside where they belong, so each is set by its
// shape: in the middle of its letter, above it or below it, and above or below the marks before.
func (s *Sheet) units(x, y float64, st Style, units []string) {
	var letters []byte
	var at []float64 // of each unit
	for _, u := range units {
		at = append(at, x+s.measure(st, string(letters)))
		_, n := utf8.DecodeRuneInString(u)
		letters = append(letters, u[:n]...)
	}
	s.pdf.Text(x, y, string(letters))
	em := st.Size * 25.4 / 72 / perEm // mm
	for i, u := range units {
		base, n := utf8.DecodeRuneInString(u)
		if n == len(u) {
			continue
		}
		taken := s.shape(st, base)
		for _, m := range u[n:] {
			b := s.shape(st, m)
			dx, dy := placed(m, b, taken)
			taken.top, taken.foot = min(taken.top, b.top+dy), max(taken.foot, b.foot+dy)
			s.pdf.Text(at[i]+dx*em, y+dy*em, string(m))
		}
	}
}

// perEm is the unit of shapes: parts of the size of the type.
const perEm = 1000

// shape is the room that a character takes round its origin; y grows downwards.
type shape struct{ left, right, top, foot float64 }

// placed says how far a mark has to move from its letter's origin. Marks of the face stand right above small letters
// and right below the line.
func placed(m rune, b, letter shape) (dx, dy float64) {
	const small, gap = -538, 40 // the height of small letters; the room between marks
	dx = (letter.left+letter.right)/2 - (b.left+b.right)/2
	switch m {
	case '\u05c1': // the dot that makes a shin
		dx = letter.right - b.right
	case '\u05c2', '\u05b9': // the dot that makes a sin; holam
		dx = letter.left - b.left
	}
	switch {
	case b.foot < small+gap && letter.top < small:
		dy = min(0, letter.top-gap-b.foot)
	case b.top >= 0 && letter.foot > 0:
		dy = max(0, letter.foot+gap-b.top)
	}
	return dx, dy
}

var faces = map[string][]byte{"": liberationsansregular.TTF, "B": liberationsansbold.TTF, "I": liberationsansitalic.TTF}

// shape is measured in the face of a style.
func (s *Sheet) shape(st Style, r rune) shape {
	f := s.shapes[st.face()]
	if f == nil {
		var err error
		if f, err = sfnt.Parse(faces[st.face()]); err != nil {
			return shape{} // they were read before
		}
		s.shapes[st.face()] = f
	}
	i, err := f.GlyphIndex(nil, r)
	if err != nil {
		return shape{}
	}
	b, _, err := f.GlyphBounds(nil, i, fixed.I(perEm), font.HintingNone)
	if err != nil {
		return shape{}
	}
	part := func(v fixed.Int26_6) float64 { return float64(v) / 64 }
	return shape{part(b.Min.X), part(b.Max.X), part(b.Min.Y), part(b.Max.Y)}
}
