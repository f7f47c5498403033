package wizard

import (
	"strings"
	"unicode"
)

// editor is a text field: text with a cursor. fresh says that nothing was typed since the field was entered, so that
// typing replaces the old text of a short field.
type editor struct {
	text  []rune
	at    int
	max   int
	lines bool // may hold line breaks
	fresh bool
}

func newEditor(text string, limit int) editor {
	r := []rune(clean(text))
	return editor{text: r, at: len(r), max: limit, fresh: true}
}

// String is the text.
func (e editor) String() string { return string(e.text) }

// press edits; false when the key is none of the field's. Over-long input is cut at the limit.
func (e editor) press(k key) (editor, bool) {
	switch k.op {
	case opText:
		if e.fresh && !e.lines {
			e.text, e.at = nil, 0
		}
		e = e.insert(k.text)
	case opEnter:
		if !e.lines {
			return e, false
		}
		e = e.insert("\n")
	case opBackspace:
		e = e.cutFrom(e.at - 1)
	case opCutRow:
		e = e.cutFrom(e.rowStart())
	case opCutWord:
		e = e.cutFrom(e.wordStart())
	case opDelete:
		if e.at < len(e.text) {
			e.text = append(append([]rune{}, e.text[:e.at]...), e.text[e.at+1:]...)
		}
	case opLeft:
		e.at = max(0, e.at-1)
	case opRight:
		e.at = min(len(e.text), e.at+1)
	case opHome:
		e.at = e.rowStart()
	case opEnd:
		e.at = e.rowEnd()
	default:
		return e, false
	}
	e.fresh = false
	return e, true
}

// cutFrom takes out what stands between a place and the cursor.
func (e editor) cutFrom(at int) editor {
	at = max(0, at)
	e.text = append(append([]rune{}, e.text[:at]...), e.text[e.at:]...)
	e.at = at
	return e
}

// wordStart is where the word before the cursor begins, past the spaces behind it.
func (e editor) wordStart() int {
	i := e.at
	for i > 0 && unicode.IsSpace(e.text[i-1]) {
		i--
	}
	for i > 0 && !unicode.IsSpace(e.text[i-1]) {
		i--
	}
	return i
}

func (e editor) insert(s string) editor {
	if !e.lines {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	in := []rune(s)
	in = in[:min(len(in), max(0, e.max-len(e.text)))]
	e.text = append(append(append([]rune{}, e.text[:e.at]...), in...), e.text[e.at:]...)
	e.at += len(in)
	return e
}

func (e editor) rowStart() int {
	i := e.at
	for i > 0 && e.text[i-1] != '\n' {
		i--
	}
	return i
}

func (e editor) rowEnd() int {
	i := e.at
	for i < len(e.text) && e.text[i] != '\n' {
		i++
	}
	return i
}

// rows breaks the text into rows of at most w cells and says where each begins.
func (e editor) rows(w int) (starts []int) {
	starts = []int{0}
	begin, space := 0, -1
	for i, r := range e.text {
		if r == '\n' {
			starts, begin, space = append(starts, i+1), i+1, -1
			continue
		}
		if r == ' ' {
			space = i
		}
		if width(string(e.text[begin:i+1])) > w-1 && i > begin {
			if space > begin && space < i {
				begin = space + 1
			} else {
				begin = i
			}
			starts, space = append(starts, begin), -1
		}
	}
	return starts
}

// row is the number of the row that the cursor is in.
func (e editor) row(starts []int) int {
	n := 0
	for i, s := range starts {
		if s <= e.at {
			n = i
		}
	}
	return n
}

// vertical moves the cursor by rows of w cells; false at the edge.
func (e editor) vertical(by, w int) (editor, bool) {
	starts := e.rows(w)
	from := e.row(starts)
	to := from + by
	if to < 0 || to >= len(starts) {
		return e, false
	}
	end := len(e.text)
	if to+1 < len(starts) {
		end = starts[to+1] - 1
	}
	e.at = min(starts[to]+e.at-starts[from], end)
	e.fresh = false
	return e, true
}

// shown is the text in rows of w cells with the cursor drawn; the cursor's row comes second.
func (e editor) shown(w int, cursor bool) ([]string, int) {
	starts := e.rows(w)
	here := e.row(starts)
	var out []string
	for i, s := range starts {
		end := len(e.text)
		if i+1 < len(starts) {
			end = starts[i+1]
		}
		row := strings.TrimSuffix(string(e.text[s:end]), "\n")
		if cursor && i == here {
			row = string(e.text[s:e.at]) + "_" + strings.TrimSuffix(string(e.text[e.at:end]), "\n")
		}
		out = append(out, row)
	}
	return out, here
}

// field is a text field of w cells between brackets; the part around the cursor shows, and a mark where the
// beginning does not.
func (e editor) field(w int, cursor bool) string {
	text := string(e.text)
	if cursor {
		text = string(e.text[:e.at]) + "_" + string(e.text[e.at:])
	}
	if width(text) > w {
		skip := 0
		for skip < e.at && width(string(e.text[skip:e.at])) > w-2 {
			skip++
		}
		tail := string(e.text[skip:])
		if cursor {
			tail = string(e.text[skip:e.at]) + "_" + string(e.text[e.at:])
		}
		if skip > 0 {
			tail = "…" + tail
		}
		text = cut(tail, w)
	}
	return "[ " + pad(text, w) + " ]"
}
