package prose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/pattern"
)

// Two questions in one: a person who does one thing and not the other cannot answer. A sign of it is a joining word.
// What is left out here names one thing in several words: fixed pairs, examples, "between 3 and 5", and lists of three
// or more, which name a scope.

// double looks at what is asked or ticked one by one.
func (c *checker) double(t questionnaire.Text, w *words) {
	asked := []passage{newPassage(t.Value)}
	switch {
	case t.Role == questionnaire.RoleQuestion:
		asked = questions(t.Value)
	case t.Role != questionnaire.RoleRow && !c.ticked(t):
		return
	}
	if len(asked) > 1 {
		c.warn(t, codeDouble, "text", strings.TrimSpace(asked[1].text))
		return
	}
	p := w.double.plain(asked[0])
	for start, end := p.first(w.double.joins(), 0); start >= 0; start, end = p.first(w.double.joins(), end) {
		if w.double.joinsTwo(p, start, end) {
			c.warn(t, codeDouble, "text", around(asked[0].text, start, end))
			return
		}
	}
}

// ticked says whether a text is an option that is chosen beside others, for itself.
func (c *checker) ticked(t questionnaire.Text) bool {
	q := c.bank.Question(t.Item)
	return t.Role == questionnaire.RoleOption && q != nil && q.Kind == questionnaire.Multi
}

// questions are the sentences that ask; a text without any is taken as one.
func questions(s string) []passage {
	var out []passage
	for _, part := range sentences(s) {
		if strings.HasSuffix(part, "?") {
			out = append(out, newPassage(part))
		}
	}
	if len(out) == 0 {
		out = append(out, newPassage(s))
	}
	return out
}

// sentenceEnd is a mark with a new beginning behind it; "z. B." has none, for a single letter ends no sentence.
var sentenceEnd = pattern.Late(`(\pL\pL|[\d%)“’])[.?!:]\s+[\p{Lu}„‘]`)

func sentences(s string) []string {
	var out []string
	for {
		at := sentenceEnd().FindStringIndex(s)
		if at == nil {
			return append(out, strings.TrimSpace(s))
		}
		cut := at[0] + strings.IndexAny(s[at[0]:at[1]], ".?!:") + 1
		out, s = append(out, strings.TrimSpace(s[:cut])), s[cut:]
	}
}

func (j joining) joins() []phrase { return append(j.both[:len(j.both):len(j.both)], j.either...) }

var bracketed = pattern.Late(`\([^)]*\)`)

// plain blanks what names one thing in several words.
func (j joining) plain(p passage) passage {
	for _, at := range bracketed().FindAllStringIndex(p.text, -1) {
		p = p.blank(at[0], at[1])
	}
	return j.blankLists(j.blankLists(p.without(j.pairs), j.examples), j.between)
}

// blankLists blanks what follows one of the words up to the first join behind it and the end of that clause: a list of
// examples, or the ends of a span.
func (j joining) blankLists(p passage, words []phrase) passage {
	for start, end := p.first(words, 0); start >= 0; start, end = p.first(words, end) {
		_, joined := p.first(j.joins(), end)
		if joined < 0 {
			return p
		}
		stop := len(p.text)
		if i := strings.IndexAny(p.text[joined:], ",;.:?!)–"); i >= 0 {
			stop = joined + i
		}
		p, end = p.blank(end, stop), stop
	}
	return p
}

// joinsTwo judges one joining word: does it join two questions?
func (j joining) joinsTwo(p passage, start, end int) bool {
	before, after := p.cut(0, start), p.cut(end, len(p.text))
	if j.list(before) || number(last(before.text)) && number(first(after.text)) {
		return false
	}
	if at, _ := p.first(j.both, start); at == start {
		return true
	}
	return strings.HasSuffix(strings.TrimSpace(before.text), ",") || head(after, 2).has(j.clause)
}

// longestItem is how many words an item of a list has at most; more are a clause.
const longestItem = 3

// list says whether a list of names ends before a joining word: the stretch since the last comma is short, holds no
// clause, and in a language that writes nouns with a capital it has one.
func (j joining) list(before passage) bool {
	text := strings.TrimRight(before.text, " ,")
	comma := strings.LastIndexByte(text, ',')
	if comma < 0 || strings.ContainsAny(text[comma:], ";.:?!–") {
		return false
	}
	item := newPassage(text[comma+1:])
	n := len(strings.Fields(item.text))
	named := !j.capital || strings.ContainsFunc(item.text, unicode.IsUpper)
	return n > 0 && n <= longestItem && named && !item.has(j.clause)
}

func last(s string) string {
	fields := strings.Fields(s)
	if len(fields) == 0 {
		return ""
	}
	return strings.Trim(fields[len(fields)-1], ",;.:?!–")
}

func first(s string) string { return last(head(newPassage(s), 1).text) }

func number(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

// head is the first n words.
func head(p passage, n int) passage {
	fields := strings.Fields(p.text)
	return newPassage(strings.Join(fields[:min(n, len(fields))], " "))
}

// around is the joining word with its neighbours, as a reader finds it.
func around(s string, start, end int) string {
	s = strings.ReplaceAll(s, "\u00a0", " ")
	return strings.TrimSpace(last(s[:start]) + " " + s[start:end] + " " + first(s[end:]))
}
