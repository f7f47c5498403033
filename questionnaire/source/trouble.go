package source

import (
	"errors"
	"io"
	"sort"
	"strings"

	"digitalkompass/questionnaire/pattern"

	"gopkg.in/yaml.v3"
)

// yamlError turns the library's refusal into a finding in words of the author. The library names the line where the
// construct began that it could not finish, which may be the first of the file, so the place is found anew: the
// fewest lines of the file that are refused for the same reason end with the one to look at.
func yamlError(at Pos, data []byte, err error, d *Diagnostics) {
	if errors.Is(err, io.EOF) {
		d.Error(at, "file-empty")
		return
	}
	reason := yamlReason(err)
	ends := lineEnds(data)
	n := sort.Search(len(ends), func(i int) bool {
		other := yaml.Unmarshal(data[:ends[i]], new(yaml.Node))
		return other != nil && yamlReason(other) == reason
	})
	t := trouble{lines: strings.Split(string(data), "\n"), at: min(n, len(ends)-1), reason: reason}
	for i, line := range t.lines {
		t.lines[i] = strings.TrimRight(line, "\r")
	}
	one := t.find()
	at.Line, at.Column = one.line+1, len([]rune(t.lines[one.line][:one.column]))+1
	d.Error(at, one.code, "text", one.text, "detail", reason)
}

var yamlPrefix = pattern.Late(`^yaml: (line \d+: )?`)

// yamlReason is the library's text without its prefix and place.
func yamlReason(err error) string { return yamlPrefix().ReplaceAllString(err.Error(), "") }

// lineEnds are the offsets after each line.
func lineEnds(data []byte) []int {
	var out []int
	for i, b := range data {
		if b == '\n' {
			out = append(out, i+1)
		}
	}
	if len(out) == 0 || out[len(out)-1] < len(data) {
		out = append(out, len(data))
	}
	return out
}

// trouble is a text that is no YAML, with the line that the library stopped at.
type trouble struct {
	lines  []string
	at     int // from 0
	reason string
}

// mistake is what is probably wrong, where: a line from 0 and a byte in it.
type mistake struct {
	code         string
	line, column int
	text         string
}

// find looks for the usual mistakes; what is none of them is told in the library's words.
func (t *trouble) find() mistake {
	for _, look := range []func(*trouble) (mistake, bool){(*trouble).tab, (*trouble).dash, (*trouble).quote, (*trouble).escape, (*trouble).colon, (*trouble).start, (*trouble).byReason} {
		if m, ok := look(t); ok {
			return m
		}
	}
	return mistake{code: "yaml-syntax", line: t.at, column: indent(t.lines[t.at])}
}

// indent is where a line's text begins.
func indent(line string) int { return len(line) - len(strings.TrimLeft(line, " \t")) }

// before is the line with text before another, or that line itself.
func (t *trouble) before(line int) int {
	for i := line - 1; i >= 0; i-- {
		if s := strings.TrimSpace(t.lines[i]); s != "" && s[0] != '#' {
			return i
		}
	}
	return line
}

// tab looks for a tab in the indentation, and for a no-break space, which looks like a space and is none.
func (t *trouble) tab() (mistake, bool) {
	for _, line := range []int{t.at, t.before(t.at)} {
		text := t.lines[line]
		if i := strings.IndexByte(text[:indent(text)], '\t'); i >= 0 {
			return mistake{code: "yaml-tab", line: line, column: i}, true
		}
		if rest := text[indent(text):]; strings.HasPrefix(rest, "\u00a0") {
			return mistake{code: "yaml-no-break", line: line, column: indent(text)}, true
		}
	}
	return mistake{}, false
}

// dash looks for an entry of a list whose dash lacks the space behind it.
func (t *trouble) dash() (mistake, bool) {
	for _, line := range []int{t.at, t.before(t.at)} {
		text := strings.TrimLeft(t.lines[line], " ")
		if name, _, is := strings.Cut(text, ":"); is && dashed(name) {
			return mistake{code: "yaml-dash-space", line: line, column: indent(t.lines[line])}, true
		}
	}
	return mistake{}, false
}

// quote looks for quotes that nothing closes, that are closed far below only, or that stand within others.
func (t *trouble) quote() (mistake, bool) {
	s := quotes{}
	for i := range min(t.at+1, len(t.lines)) {
		if m, bad := s.line(i, t.lines[i]); bad && (i >= t.at-1 || m.code == "yaml-quote") {
			return m, true
		}
	}
	if s.open != 0 {
		return mistake{code: "yaml-quote", line: s.since, column: s.from, text: string(s.open)}, true
	}
	return mistake{}, false
}

// quotes is a reader that knows of a file only what stands in quotes.
type quotes struct {
	open        byte // the quote that is open, 0 for none
	since, from int  // where it was opened
	block       int  // the indentation that a text of several lines belongs to, plus 1; 0 for none
}

// line reads a line and tells of text right behind closed quotes, where none can stand.
func (s *quotes) line(number int, line string) (mistake, bool) {
	if s.block > 0 && (strings.TrimSpace(line) == "" || indent(line) >= s.block) {
		return mistake{}, false
	}
	s.block = 0
	value := true // a value may begin here
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case s.open != 0:
			if s.closes(line, &i) {
				s.open, value = 0, false
				if m, bad := s.after(number, line, i+1); bad {
					return m, true
				}
			}
		case c == '#' && (i == 0 || line[i-1] == ' '):
			return mistake{}, false
		case value && (c == '"' || c == '\''):
			s.open, s.since, s.from = c, number, i
		case value && (c == '|' || c == '>') && s.open == 0:
			s.block = indent(line) + 1
			return mistake{}, false
		case c == ' ':
		default:
			value = strings.IndexByte(":-,[{?", c) >= 0 && (strings.IndexByte("[{", c) >= 0 || i+1 == len(line) || line[i+1] == ' ')
		}
	}
	return mistake{}, false
}

// closes says whether the open quote ends at i, and steps over what is written in two characters.
func (s *quotes) closes(line string, i *int) bool {
	switch c := line[*i]; {
	case c == '\\' && s.open == '"':
		*i++
	case c == '\'' && s.open == c && *i+1 < len(line) && line[*i+1] == c:
		*i++
	default:
		return c == s.open
	}
	return false
}

// after looks at what follows closed quotes: the end, a colon, or what parts entries.
func (s *quotes) after(number int, line string, i int) (mistake, bool) {
	rest := strings.TrimLeft(line[i:], " ")
	if rest == "" || strings.IndexByte(",]}:", rest[0]) >= 0 || rest[0] == '#' && rest != line[i:] {
		return mistake{}, false
	}
	if s.since < number {
		return mistake{code: "yaml-quote", line: s.since, column: s.from, text: line[i-1 : i]}, true
	}
	return mistake{code: "yaml-quote-inside", line: number, column: i - 1, text: line[i-1 : i]}, true
}

// escape looks for a backslash between double quotes that stands for nothing.
func (t *trouble) escape() (mistake, bool) {
	if i := strings.IndexByte(t.lines[t.at], '\\'); i >= 0 && strings.Contains(t.reason, "escape") {
		return mistake{code: "yaml-escape", line: t.at, column: i}, true
	}
	return mistake{}, false
}

var noSpace = pattern.Late(`^\s*(?:- +)*(?:\{ *)?[A-Za-z_][A-Za-z0-9_-]*:[^\s:/,}]`)

// colon looks for a colon without a space behind it, for a field without a colon, and for a colon within a text.
func (t *trouble) colon() (mistake, bool) {
	missing, second := strings.Contains(t.reason, "could not find expected ':'"), strings.Contains(t.reason, "mapping values are not allowed")
	if !missing && !second {
		return mistake{}, false
	}
	for _, line := range []int{t.at, t.before(t.at)} {
		if m := noSpace().FindStringIndex(t.lines[line]); m != nil {
			return mistake{code: "yaml-colon-space", line: line, column: m[1] - 1}, true
		}
	}
	text := t.lines[t.at]
	if missing {
		return mistake{code: "yaml-colon-missing", line: t.at, column: indent(text), text: strings.TrimSpace(text)}, true
	}
	if all := colons(text); len(all) > 1 {
		return mistake{code: "yaml-colon-text", line: t.at, column: all[1]}, true
	}
	return mistake{code: "yaml-indent", line: t.at, column: indent(text)}, true
}

// colons are the places of those colons in a line that end a field's name, outside quotes.
func colons(line string) []int {
	var out []int
	open := byte(0)
	for i := range len(line) {
		switch c := line[i]; {
		case open != 0:
			if c == open {
				open = 0
			}
		case (c == '"' || c == '\'') && (i == 0 || line[i-1] == ' '):
			open = c
		case c == ':' && (i+1 == len(line) || line[i+1] == ' '):
			out = append(out, i)
		}
	}
	return out
}

// start looks for a value that begins with a sign which YAML keeps for itself.
func (t *trouble) start() (mistake, bool) {
	if strings.Contains(t.reason, "anchor") || strings.Contains(t.reason, "alphabetic or numeric") {
		if i := strings.IndexAny(t.lines[t.at], "*&"); i >= 0 {
			return mistake{code: "yaml-alias", line: t.at, column: i}, true
		}
	}
	if strings.Contains(t.reason, "cannot start any token") || strings.Contains(t.reason, "tag") || strings.Contains(t.reason, "directive") {
		if i := strings.IndexAny(t.lines[t.at], "@`%!"); i >= 0 {
			return mistake{code: "yaml-start", line: t.at, column: i, text: t.lines[t.at][i : i+1]}, true
		}
	}
	return mistake{}, false
}

// byReason takes the library's word for what is wrong.
func (t *trouble) byReason() (mistake, bool) {
	for _, r := range []struct{ has, code string }{
		{"expected '-' indicator", "yaml-dash"},
		{"expected ',' or", "yaml-bracket"},
		{"expected key", "yaml-indent"},
		{"sequence entries are not allowed", "yaml-indent"},
		{"expected node content", "yaml-value"},
	} {
		if strings.Contains(t.reason, r.has) {
			for _, line := range []int{t.at, t.before(t.at)} {
				if r.code == "yaml-value" && opened(t.lines[line]) {
					return mistake{code: "yaml-bracket", line: line, column: indent(t.lines[line])}, true
				}
			}
			if r.code == "yaml-dash" && t.within() {
				r.code = "yaml-indent"
			}
			return mistake{code: r.code, line: t.at, column: indent(t.lines[t.at])}, true
		}
	}
	return mistake{}, false
}

// opened says whether a line opens a bracket that it does not close.
func opened(line string) bool {
	line, _, _ = strings.Cut(line, " #")
	return strings.Count(line, "[")+strings.Count(line, "{") > strings.Count(line, "]")+strings.Count(line, "}")
}

// within says whether the line stands deeper than the dash of the entry above it.
func (t *trouble) within() bool {
	for i := t.at - 1; i >= 0; i-- {
		if strings.HasPrefix(strings.TrimLeft(t.lines[i], " "), "- ") {
			return indent(t.lines[t.at]) > indent(t.lines[i])
		}
	}
	return false
}
