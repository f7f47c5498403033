package sheet

import (
	"slices"
	"strings"

	"digitalkompass/report/pdf/tag"
)

// Passage is a piece of a text. Lang, as a file names it, is "" where it is that of the document.
type Passage struct{ Text, Lang string }

// passages finds in lines where the language of the text changes that they were broken from. Lines differ from their
// text in spaces and hyphens at their ends alone, so its letters are counted without these.
func (s *Sheet) passages(text string, lines []line) {
	if s.Passages == nil {
		return
	}
	all := s.Passages(strings.ReplaceAll(text, softHyphen, ""))
	if !slices.ContainsFunc(all, func(p Passage) bool { return p.Lang != "" }) {
		return
	}
	var langs []string // one for each letter
	for _, p := range all {
		for _, r := range p.Text {
			if !loose(r) {
				langs = append(langs, p.Lang)
			}
		}
	}
	for i, l := range lines {
		lines[i].parts, langs = l.parted(langs)
	}
}

// parted cuts a line where the languages of its letters change; it gives those of the lines that follow. What stands
// between two words belongs to both or to neither.
func (l line) parted(langs []string) (parts []Passage, rest []string) {
	last := ""
	for _, r := range l.text {
		lang := ""
		switch {
		case len(langs) == 0:
		case !loose(r):
			lang, langs = langs[0], langs[1:]
		case langs[0] == last:
			lang = last
		}
		if len(parts) == 0 || lang != last {
			parts = append(parts, Passage{Lang: lang})
		}
		parts[len(parts)-1].Text += string(r)
		last = lang
	}
	return parts, langs
}

func loose(r rune) bool { return r == ' ' || string(r) == softHyphen }

// setLine sets a line of text with its baseline at y, words of another language in elements of their own. A figure is
// described in the language of the document, and a line that is turned is not cut.
func (s *Sheet) setLine(x, y float64, st Style, l line) {
	if len(l.parts) == 0 || s.hidden > 0 || s.drawn > 0 || strings.ContainsFunc(l.text, leftward) {
		s.set(x, y, st, l.text)
		return
	}
	for _, p := range l.parts {
		draw := func() { s.set(x, y, st, p.Text) }
		if p.Lang == "" {
			draw()
		} else {
			s.tags.Within("Span", func(e *tag.Elem) { e.Lang = p.Lang }, draw)
		}
		s.setFont(st)
		x += s.measure(st, p.Text)
	}
}
