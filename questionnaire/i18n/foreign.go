package i18n

import (
	"io/fs"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"digitalkompass/questionnaire/source"
)

// Passage is a piece of a text. Lang is "" where it is in the language of the text around it.
type Passage struct {
	Text string
	Lang Lang
}

// Foreign are the phrases of other languages that texts of one language hold, the longest first.
type Foreign []Passage

// foreignFile lists the phrases: by the language of the text, then by that of the phrase.
const foreignFile = "foreign.yaml"

// loadForeign reads the phrases; a catalogue may have none.
func loadForeign(fsys fs.FS, d *source.Diagnostics) map[Lang]Foreign {
	out := map[Lang]Foreign{}
	data, err := fs.ReadFile(fsys, foreignFile)
	if err != nil {
		return out
	}
	n := source.ParseYAML(foreignFile, data, d)
	if n == nil {
		return out
	}
	top := source.ReadMap(n, d)
	for _, l := range Languages() {
		inner := top.Take(string(l))
		if inner == nil {
			continue
		}
		m := source.ReadMap(inner, d)
		for _, other := range Languages() {
			if other == l {
				continue // is found as an unknown name
			}
			for _, phrase := range m.Strings(string(other)) {
				out[l] = append(out[l], Passage{phrase, other})
			}
		}
		m.Done()
		slices.SortStableFunc(out[l], func(a, b Passage) int { return len(b.Text) - len(a.Text) })
	}
	top.Done()
	return out
}

// Split parts a text where its language changes. Phrases are found as whole words, written as listed; where two overlap,
// the longer one counts.
func (f Foreign) Split(s string) []Passage {
	for _, p := range f {
		if at := p.in(s); at >= 0 {
			return slices.Concat(f.Split(s[:at]), []Passage{p}, f.Split(s[at+len(p.Text):]))
		}
	}
	if s == "" {
		return nil
	}
	return []Passage{{Text: s}}
}

// in is the place in a text where the passage stands as whole words, -1 for none.
func (p Passage) in(s string) int {
	for from := 0; ; {
		i := strings.Index(s[from:], p.Text)
		if i < 0 {
			return -1
		}
		at := from + i
		before, _ := utf8.DecodeLastRuneInString(s[:at])
		after, _ := utf8.DecodeRuneInString(s[at+len(p.Text):])
		if !wordly(before) && !wordly(after) {
			return at
		}
		from = at + len(p.Text)
	}
}

func wordly(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
