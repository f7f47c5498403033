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
	const leftToRight = "\u200e" // the page runs so, also where a line begins with a word that does not
	var p bidi.Paragraph
	if _, err := p.SetString(leftToRight + line); err != nil {
		return line
	}
	order, err := p.Order()
	if err != nil {
		return line
	}
	out, back := "", "" // back is what runs to the left, still growing in that direction
	for i := range order.NumRuns() {
		run := order.Run(i)
		text := strings.TrimPrefix(run.String(), leftToRight)
		if run.Direction() == bidi.RightToLeft {
			back = bidi.ReverseString(text) + back
			continue
		}
		if n := number(text); back != "" && n > 0 { // a number among such words belongs to them
			back, text = text[:n]+back, text[n:]
		}
		if text != "" {
			out, back = out+back+text, ""
		}
	}
	return out + back
}

// number is the length in bytes of the number that a text begins with.
func number(text string) int {
	end := strings.IndexFunc(text, unicode.IsLetter)
	if end < 0 {
		end = len(text)
	}
	start := strings.TrimRight(text[:end], " ")
	if !strings.ContainsFunc(start, unicode.IsDigit) {
		return 0
	}
	return len(start)
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
