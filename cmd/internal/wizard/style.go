package wizard

import (
	"io"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"digitalkompass/questionnaire/i18n"
)

// role says what a piece of text is. How it looks is the theme's matter; the words and signs say everything without
// colour too. The zero value is plain text.
type role int

const (
	plain role = iota
	strong
	accent
	possible
	good
	warn
	fault
	focus
)

// theme is a choice of colours. The zero value is invalid.
type theme int

const (
	themeAuto theme = iota + 1
	themeDark
	themeLight
	themeNone
)

func (t theme) next() theme { return t%themeNone + 1 }

func (t theme) word() i18n.Key {
	return map[theme]i18n.Key{themeAuto: "theme.auto", themeDark: "theme.dark", themeLight: "theme.light", themeNone: "theme.none"}[t]
}

// palette gives each coloured role its colour by number; an empty one keeps the terminal's own. Of the sixteen colours only
// bright red keeps 3:1 on black and on white with every terminal, so bars have none unless the theme says which it is.
type palette struct{ accent, good, warn, fault string }

var (
	auto256 = palette{accent: "63", good: "29", warn: "130", fault: "163"}
	auto16  = palette{fault: "9"}
	dark16  = palette{accent: "6", good: "2", warn: "3", fault: "9"}
	light16 = palette{accent: "4", warn: "5", fault: "1"}
)

// style paints text for one terminal.
type style struct {
	theme theme
	depth termenv.Profile
	signs *strings.Replacer // nil keeps all signs
	looks map[role]lipgloss.Style
}

// newStyle makes the style for a theme; the terminal's depth of colour bounds it.
func newStyle(t theme, depth termenv.Profile, signs *strings.Replacer) style {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetHasDarkBackground(true)
	r.SetColorProfile(termenv.ANSI256) // bold survives where colours do not
	bold := r.NewStyle().Bold(true)
	s := style{theme: t, depth: depth, signs: signs, looks: map[role]lipgloss.Style{strong: bold, focus: bold}}
	p := paletteOf(t, depth)
	for role, number := range map[role]string{accent: p.accent, possible: p.accent, good: p.good, warn: p.warn, fault: p.fault} {
		if number != "" {
			s.looks[role] = r.NewStyle().Foreground(lipgloss.Color(number))
		}
	}
	return s
}

func paletteOf(t theme, depth termenv.Profile) palette {
	switch {
	case t == themeNone, depth == termenv.Ascii:
		return palette{}
	case t == themeDark:
		return dark16
	case t == themeLight:
		return light16
	case depth == termenv.ANSI:
		return auto16
	}
	return auto256
}

// paint writes a line of exactly w cells.
func (s style) paint(l line, w int) string {
	var b strings.Builder
	left := w
	for _, sp := range l {
		text := strings.ReplaceAll(clean(sp.text), "\n", " ")
		if width(text) > left {
			text = cut(text, left)
		}
		left -= width(text)
		if s.signs != nil {
			text = s.signs.Replace(text)
		}
		if look, ok := s.looks[sp.role]; ok && text != "" {
			text = look.Render(text)
		}
		b.WriteString(text)
	}
	return b.String() + strings.Repeat(" ", max(0, left))
}

// span is a piece of a line in one role.
type span struct {
	role role
	text string
}

// line is one row of the screen before it is painted.
type line []span

// ln is a line of plain text.
func ln(text string) line { return line{{plain, text}} }

// bold is a line of strong text.
func bold(text string) line { return line{{strong, text}} }

func (l line) width() int {
	n := 0
	for _, s := range l {
		n += width(s.text)
	}
	return n
}

// text is the line without its roles.
func (l line) text() string {
	var b strings.Builder
	for _, s := range l {
		b.WriteString(s.text)
	}
	return b.String()
}

// trimmed is the line without free cells at its end.
func (l line) trimmed() line {
	for len(l) > 0 {
		last := l[len(l)-1]
		text := strings.TrimRight(last.text, " ")
		if l = l[:len(l)-1]; text != "" {
			return append(l[:len(l):len(l)], span{last.role, text})
		}
	}
	return l
}

// to fills the line with spaces up to a column.
func (l line) to(w int) line { return append(l, span{plain, strings.Repeat(" ", max(0, w-l.width()))}) }
