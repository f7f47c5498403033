package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// phrase is a word or several, found only as whole words. A star at the end takes any ending.
type phrase struct {
	text  string
	open  bool
	exact bool // an abbreviation, such as KI or SaaS: its capitals count
}

func newPhrase(s string) phrase {
	p := phrase{text: strings.TrimSpace(s)}
	p.text, p.open = strings.CutSuffix(p.text, "*")
	capitals := 0
	for _, r := range p.text {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	p.exact = capitals > 1 && !strings.Contains(p.text, " ")
	if !p.exact {
		p.text = strings.ToLower(p.text)
	}
	return p
}

// passage is a piece of text to search in; lower has the same length.
type passage struct{ text, lower string }

func newPassage(s string) passage {
	s = strings.ReplaceAll(s, "\u00a0", " ")
	p := passage{s, strings.ToLower(s)}
	if len(p.lower) != len(s) {
		p.lower = s // a letter whose small form is longer: capitals count then
	}
	return p
}

func (p passage) cut(start, end int) passage { return passage{p.text[start:end], p.lower[start:end]} }

// find is the first place of a phrase from a byte on; start is -1 when there is none.
func (p passage) find(w phrase, from int) (start, end int) {
	in := p.lower
	if w.exact {
		in = p.text
	}
	for from < len(in) {
		i := strings.Index(in[from:], w.text)
		if i < 0 {
			break
		}
		start, end = from+i, from+i+len(w.text)
		if w.open {
			end += len(in[end:]) - len(strings.TrimLeftFunc(in[end:], unicode.IsLetter))
		}
		if !letterBefore(in, start) && !letterAfter(in, end) {
			return start, end
		}
		from = start + 1
	}
	return -1, -1
}

func letterBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return i > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func letterAfter(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i < len(s) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// first is the earliest place of any of the phrases, the longest where several begin there.
func (p passage) first(list []phrase, from int) (start, end int) {
	start, end = -1, -1
	for _, w := range list {
		if s, e := p.find(w, from); s >= 0 && (start < 0 || s < start || s == start && e > end) {
			start, end = s, e
		}
	}
	return start, end
}

// has says whether one of the phrases occurs.
func (p passage) has(list []phrase) bool {
	start, _ := p.first(list, 0)
	return start >= 0
}

// without blanks every place of the phrases, so that their words are not found any more.
func (p passage) without(list []phrase) passage {
	for _, w := range list {
		for start, end := p.find(w, 0); start >= 0; start, end = p.find(w, end) {
			p = p.blank(start, end)
		}
	}
	return p
}

// blank replaces a stretch by as many bytes that are no letters.
func (p passage) blank(start, end int) passage {
	fill := strings.Repeat("_", end-start)
	return passage{p.text[:start] + fill + p.text[end:], p.lower[:start] + fill + p.lower[end:]}
}
