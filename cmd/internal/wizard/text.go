package wizard

import (
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"digitalkompass/questionnaire/i18n"
)

// clean takes out what could steer a terminal or turn text around. Line breaks stay, tabs become spaces.
func clean(s string) string { return i18n.Printable(s) }

// oneLine is clean text without line breaks.
func oneLine(s string) string { return strings.TrimSpace(strings.ReplaceAll(clean(s), "\n", " ")) }

// width counts cells; ambiguous characters take one.
func width(s string) int { return lipgloss.Width(s) }

// wrap breaks text into lines of at most w cells, at spaces and line breaks; a word that is longer is broken inside.
func wrap(s string, w int) []string {
	w = max(w, 1)
	var out []string
	for _, paragraph := range strings.Split(s, "\n") {
		out = append(out, wrapParagraph(paragraph, w)...)
	}
	return out
}

// months are those before which a day stays in its row.
var months = strings.Fields("January February March April May June July August September October November December")

// wordsOf are the pieces of text that stay whole: its words, and a day with its month.
func wordsOf(s string) []string {
	words := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' })
	out := words[:0]
	for i := 0; i < len(words); i++ {
		word := words[i]
		if n, err := strconv.Atoi(word); err == nil && n <= 31 && i+1 < len(words) && slices.Contains(months, words[i+1]) {
			i++
			word += " " + words[i]
		}
		out = append(out, word)
	}
	return out
}

func wrapParagraph(s string, w int) []string {
	var out []string
	line := ""
	for _, word := range wordsOf(s) {
		switch {
		case line == "":
			line = word
		case width(line)+1+width(word) <= w:
			line += " " + word
		default:
			out, line = append(out, line), word
		}
		for width(line) > w {
			head, rest := split(line, w)
			out, line = append(out, head), rest
		}
	}
	return append(out, line)
}

// split cuts text after at most w cells, after a hyphen if one comes late enough; a path before its last part, if that
// then stays whole. It always takes a rune.
func split(s string, w int) (head, rest string) {
	if at := strings.LastIndexAny(s, `/\`) + 1; at > 0 && at < len(s) && width(s[:at]) <= w && width(s[at:]) <= w {
		return s[:at], s[at:]
	}
	end, hyphen := 0, 0
	for i, r := range s {
		next := i + len(string(r))
		if end > 0 && width(s[:next]) > w {
			break
		}
		end = next
		if r == '-' || r == '/' {
			hyphen = next
		}
	}
	if hyphen > end/2 {
		end = hyphen
	}
	return s[:end], s[end:]
}

// pad fills text with spaces to w cells.
func pad(s string, w int) string { return s + strings.Repeat(" ", max(0, w-width(s))) }

// padLeft fills text with spaces on its left to w cells.
func padLeft(s string, w int) string { return strings.Repeat(" ", max(0, w-width(s))) + s }

// shorten cuts text that cannot wrap, such as a company's name in a status row, and marks the cut.
func shorten(s string, w int) string {
	if width(s) <= w {
		return s
	}
	if w < 2 {
		return ""
	}
	return cut(s, w-1) + "…"
}

// cut is the part of a text that fits into a width.
func cut(s string, w int) string {
	end := 0
	for i, r := range s {
		next := i + len(string(r))
		if width(s[:next]) > w {
			break
		}
		end = next
	}
	return s[:end]
}
