package sheet

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"

	"golang.org/x/text/unicode/bidi"
)

// turned is a line in the order in which it is drawn from left to right: words of scripts that run from right to left
// are turned round. Lines without such words are as they were.
func turned(line string) string {
	if !strings.ContainsFunc(line, leftward) {
		return line
	}
	var p bidi.Paragraph
	if _, err := p.SetString(line, bidi.DefaultDirection(bidi.LeftToRight)); err != nil {
		return line
	}
	order, err := p.Order()
	if err != nil {
		return line
	}
	out, back := "", "" // back is what runs to the left, still growing in that direction
	for i := range order.NumRuns() {
		run := order.Run(i)
		switch text := run.String(); {
		case run.Direction() == bidi.RightToLeft:
			back = bidi.ReverseString(text) + back
		case back != "" && !strings.ContainsFunc(text, unicode.IsLetter):
			back = text + back // a number among such words
		default:
			out, back = out+back+text, ""
		}
	}
	return out + back
}

func leftward(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// text draws a line at a place. One that is turned says to readers what it says in the order in which it is read.
func (s *Sheet) text(x, y float64, line string) {
	seen := turned(line)
	if seen == line {
		s.pdf.Text(x, y, line)
		return
	}
	var said strings.Builder
	for _, u := range utf16.Encode([]rune(line)) {
		fmt.Fprintf(&said, "%04X", u)
	}
	s.pdf.RawWriteStr("/Span <</ActualText <FEFF" + said.String() + ">>> BDC")
	s.pdf.Text(x, y, seen)
	s.pdf.RawWriteStr("EMC")
}
