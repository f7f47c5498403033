package sheet

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// levels says of each character of a line whether it runs to the right (even) or to the left (odd), and how deep it
// is nested: the Unicode bidirectional algorithm (UAX 9, rules W1 to I2 and L1) for a line that runs to the right and
// holds no controls. The library knows the classes; its own order loses the partner of a bracket.
func levels(line []rune) []int {
	was := make([]bidi.Class, len(line))
	for i, r := range line {
		p, _ := bidi.LookupRune(r)
		was[i] = p.Class()
	}
	is := slices.Clone(was)
	weak(is)
	brackets(line, was, is)
	neutral(is)
	out := make([]int, len(line))
	for i, c := range is {
		switch c {
		case bidi.R:
			out[i] = 1
		case bidi.EN, bidi.AN:
			out[i] = 2
		default: // to the right, as the line
		}
	}
	for i := len(line) - 1; i >= 0 && slices.Contains([]bidi.Class{bidi.WS, bidi.S, bidi.B, bidi.BN}, was[i]); i-- {
		out[i] = 0
	}
	return out
}

// weak settles numbers and what belongs to them.
func weak(is []bidi.Class) {
	before, strong := bidi.L, bidi.L
	for i, c := range is {
		switch c {
		case bidi.NSM: // W1
			is[i] = before
		case bidi.L, bidi.R, bidi.AL:
			strong = c
		case bidi.EN: // W2
			if strong == bidi.AL {
				is[i] = bidi.AN
			}
		default: // stays
		}
		before = is[i]
	}
	for i, c := range is {
		switch {
		case c == bidi.AL: // W3
			is[i] = bidi.R
		case i > 0 && i+1 < len(is) && is[i-1] == is[i+1]: // W4
			if is[i-1] == bidi.EN && (c == bidi.ES || c == bidi.CS) || is[i-1] == bidi.AN && c == bidi.CS {
				is[i] = is[i-1]
			}
		}
	}
	runs(is, func(c bidi.Class) bool { return c == bidi.ET }, func(from, to int) { // W5
		if from > 0 && is[from-1] == bidi.EN || to < len(is) && is[to] == bidi.EN {
			set(is[from:to], bidi.EN)
		}
	})
	strong = bidi.L
	for i, c := range is {
		switch c {
		case bidi.ES, bidi.ET, bidi.CS: // W6
			is[i] = bidi.ON
		case bidi.L, bidi.R:
			strong = c
		case bidi.EN: // W7
			if strong == bidi.L {
				is[i] = bidi.L
			}
		default: // stays
		}
	}
}

// brackets gives both of a pair the direction of what they hold (N0).
func brackets(line []rune, was, is []bidi.Class) {
	for _, p := range pairs(line, is) {
		inner := is[p[0]+1 : p[1]]
		to := bidi.L
		switch {
		case slices.Contains(inner, bidi.L):
		case !slices.ContainsFunc(inner, toLeft):
			continue
		default:
			i := p[0] - 1
			for i >= 0 && is[i] != bidi.L && !toLeft(is[i]) {
				i--
			}
			if i >= 0 && toLeft(is[i]) {
				to = bidi.R
			}
		}
		for _, at := range p {
			is[at] = to
			for at++; at < len(is) && was[at] == bidi.NSM; at++ {
				is[at] = to
			}
		}
	}
}

// pairs are the brackets that belong together, in the order in which they open (BD16).
func pairs(line []rune, is []bidi.Class) (out [][2]int) {
	var open []int
	for i, r := range line {
		p, _ := bidi.LookupRune(r)
		if is[i] != bidi.ON || !p.IsBracket() {
			continue
		}
		if p.IsOpeningBracket() {
			open = append(open, i)
			continue
		}
		for k := len(open) - 1; k >= 0; k-- {
			if mirrored(line[open[k]]) == r {
				out, open = append(out, [2]int{open[k], i}), open[:k]
				break
			}
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return a[0] - b[0] })
	return out
}

// neutral gives what stands between two of one direction that direction, else that of the line (N1, N2).
func neutral(is []bidi.Class) {
	runs(is, func(c bidi.Class) bool { return c != bidi.L && !toLeft(c) }, func(from, to int) {
		if from > 0 && to < len(is) && toLeft(is[from-1]) && toLeft(is[to]) {
			set(is[from:to], bidi.R)
		} else {
			set(is[from:to], bidi.L)
		}
	})
}

// toLeft says whether a class counts as one that runs to the left; numbers do where they stand among such.
func toLeft(c bidi.Class) bool { return c == bidi.R || c == bidi.EN || c == bidi.AN }

func set(classes []bidi.Class, to bidi.Class) {
	for i := range classes {
		classes[i] = to
	}
}

// runs calls fn for every longest run that has a property.
func runs(is []bidi.Class, has func(bidi.Class) bool, fn func(from, to int)) {
	for i := 0; i < len(is); i++ {
		from := i
		for i < len(is) && has(is[i]) {
			i++
		}
		if i > from {
			fn(from, i)
		}
	}
}

// others are pairs that the library, which knows brackets alone, does not mirror.
var others = []rune("<>«»‹›≤≥")

// mirrored is the sign that a sign looks like in a mirror: for brackets the partner.
func mirrored(r rune) rune {
	if i := slices.Index(others, r); i >= 0 {
		return others[i^1]
	}
	for _, m := range bidi.ReverseString(string(r)) {
		return m
	}
	return r
}
