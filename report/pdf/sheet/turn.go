package sheet

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/unicode/bidi"
)

// turned are the characters of a line, each with its marks, in the order in which they are drawn from left to right:
// words of scripts that run from right to left are turned round, and brackets among them are mirrored (UAX 9, L2 to L4).
func turned(line string) []string {
	letters := []rune(line)
	var units []string
	if !slices.ContainsFunc(letters, leftward) {
		for _, r := range letters {
			units = attach(units, r)
		}
		return units
	}
	depth := levels(letters)
	var at []int // depth of each unit
	most := 0
	for i, r := range letters {
		n := len(units)
		if depth[i]%2 == 1 {
			r = mirrored(r)
		}
		if units = attach(units, r); len(units) > n {
			at, most = append(at, depth[i]), max(most, depth[i])
		}
	}
	for ; most > 0; most-- {
		for i := 0; i < len(at); i++ {
			from := i
			for i < len(at) && at[i] >= most {
				i++
			}
			slices.Reverse(units[from:i])
			slices.Reverse(at[from:i])
		}
	}
	return units
}

// attach adds a character, a mark to the one before it.
func attach(units []string, r rune) []string {
	if isMark(r) && len(units) > 0 {
		units[len(units)-1] += string(r)
		return units
	}
	return append(units, string(r))
}

func leftward(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// text draws a line at a place. One that is turned, or that has marks, says to readers what it says in the order in
// which it is read.
func (s *Sheet) text(x, y float64, st Style, line string) {
	if !strings.ContainsFunc(line, func(r rune) bool { return isMark(r) || leftward(r) }) {
		s.pdf.Text(x, y, line)
		return
	}
	var said strings.Builder
	for _, u := range utf16.Encode([]rune(line)) {
		fmt.Fprintf(&said, "%04X", u)
	}
	s.pdf.RawWriteStr("/Span <</ActualText <FEFF" + said.String() + ">>> BDC")
	s.units(x, y, st, turned(line))
	s.pdf.RawWriteStr("EMC")
}
