package wizard

import (
	"slices"
	"strconv"
	"strings"

	"digitalkompass/questionnaire"
)

// rowsField asks for one option per row: as a matrix where it fits, else row and value below each other.
type rowsField struct{}

// Cells of a matrix: where the columns begin, the room for a row's text, the narrowest window.
const matrixAt, matrixText, matrixWindow = 31, 27, 76

// roomForRows is how many rows of the window the rest takes beside the rows of a grid that stand below each other.
const roomForRows = 18

// shownRow is how many cells of a row's text are said of it.
const shownRow = 20

// column is one value of a row; label is the key that sets it.
type column struct{ id, label, word string }

// width is the room of a column in a matrix.
func (c column) width() int { return max(4, width(c.word)+2) }

func (rowsField) columns(in ask) []column {
	var out []column
	for i, o := range in.q.Options {
		out = append(out, column{o.ID, strconv.Itoa(i + 1), in.f.text(o.Text)})
	}
	out = append(out, column{questionnaire.RowUnknown, "w", in.f.T("state.unknown")})
	if slices.ContainsFunc(in.q.Rows, func(r questionnaire.Row) bool { return r.NotApplicable }) {
		out = append(out, column{questionnaire.RowNotApplicable, "t", in.f.T("state.na")})
	}
	return out
}

// allowed are the columns that one row may take.
func (fl rowsField) allowed(in ask, row string) []column {
	return slices.DeleteFunc(fl.columns(in), func(c column) bool {
		return c.id == questionnaire.RowNotApplicable && !in.q.Row(row).NotApplicable
	})
}

// matrix says whether the options fit one header row and every row two lines.
func (fl rowsField) matrix(in ask) bool {
	if in.f.main() < matrixWindow {
		return false
	}
	n := matrixAt
	for _, c := range fl.columns(in) {
		n += c.width()
	}
	return n-2 < in.f.main() && !slices.ContainsFunc(in.q.Rows, func(r questionnaire.Row) bool {
		return len(wrap(in.f.text(r.Text), matrixText)) > 2
	})
}

func (rowsField) stops(in ask) []stop {
	var out []stop
	for _, r := range in.q.Rows {
		out = append(out, stop{stopRow, r.ID, ""})
	}
	return append(out, in.tail(true)...)
}

// begin points at the first open row, or when none is at the button; where rows and values stand below each other and the
// button would push rows out of sight, at the first row, so that Enter goes by all of them.
func (fl rowsField) begin(in ask) int {
	if in.a.State == questionnaire.NotApplicable {
		return in.stopOf(questionnaire.NotApplicable)
	}
	if at := fl.firstOpen(in); at >= 0 {
		return at
	}
	if !fl.matrix(in) && in.f.H < roomForRows+2*len(in.q.Rows) {
		return 0
	}
	return in.find(func(st stop) bool { return st.kind == stopNext })
}

func (rowsField) firstOpen(in ask) int {
	return in.find(func(st stop) bool {
		return st.kind == stopRow && (in.a.State != questionnaire.Answered || in.a.Value.Rows[st.id] == "")
	})
}

func (fl rowsField) press(in ask, here stop, k key) ([]say, bool) {
	if (here.kind == stopNext || here.kind == stopOnward) && (k.op == opEnter || k.op == opSpace) && questionnaire.Settled(in.q, in.a) == questionnaire.Open {
		if at := fl.firstOpen(in); at >= 0 {
			in.s.at = at
			return []say{tell{note{key: "rows.open", args: []any{"n", fl.open(in)}}}}, true
		}
		return nil, false
	}
	if here.kind != stopRow {
		return nil, false
	}
	columns := fl.allowed(in, here.id)
	switch {
	case k.op == opEnter:
		in.s.at++
		return nil, true
	case k.op == opLeft, k.op == opRight:
		return fl.turn(in, here.id, columns, k), true
	case k.op == opSpace: // people press it to look around
		return []say{tell{note{key: "rows.space", args: []any{"n", len(in.q.Options)}}}}, true
	}
	for _, c := range columns {
		if k.op == opText && k.text == c.label || k.op == opUnknown && c.label == "w" || k.op == opNotApplicable && c.label == "t" {
			in.s.at++
			return fl.set(in, here.id, c.id), true
		}
	}
	if k.op == opNotApplicable && !in.q.Asking.NotApplicable {
		return []say{tell{note{key: "answer.not-offered"}}}, true
	}
	return nil, false
}

// turn goes to the neighbouring value of a row; an open row begins at the first.
func (fl rowsField) turn(in ask, row string, columns []column, k key) []say {
	at := slices.IndexFunc(columns, func(c column) bool { return c.id == fl.value(in, row) })
	if k.op == opLeft {
		at = max(0, at-1)
	} else {
		at = min(len(columns)-1, at+1)
	}
	return fl.set(in, row, columns[at].id)
}

func (rowsField) value(in ask, row string) string {
	if in.a.State != questionnaire.Answered {
		return ""
	}
	return in.a.Value.Rows[row]
}

// set gives a row its value, and says so where it had another one.
func (fl rowsField) set(in ask, row, value string) []say {
	says := []say{put{answer{in.q, questionnaire.WithRow(in.a, row, value), false}}}
	if was := fl.value(in, row); was != "" && was != value {
		says = append(says, tell{note{key: "rows.set", args: []any{"row", shorten(in.f.text(in.q.Row(row).Text), shownRow), "v", fl.word(in, value), "was", fl.word(in, was)}}})
	}
	return says
}

// word is what a value is called.
func (fl rowsField) word(in ask, value string) string {
	for _, c := range fl.columns(in) {
		if c.id == value {
			return c.word
		}
	}
	return ""
}

func (fl rowsField) open(in ask) int {
	n := 0
	for _, r := range in.q.Rows {
		if fl.value(in, r.ID) == "" {
			n++
		}
	}
	return n
}

func (fl rowsField) lines(in ask, st stop, on bool) []line {
	text := in.f.text(in.q.Row(st.id).Text)
	if !fl.matrix(in) {
		return fl.stacked(in, st.id, text, on)
	}
	var out []line
	for i, l := range wrap(text, matrixText) {
		row := append(pointer(on && i == 0), span{roleOf(on), l})
		if i == 0 {
			row = append(row.to(matrixAt), fl.marks(in, st.id)...)
		}
		out = append(out, row)
	}
	return out
}

// marks are the values of one row below the header.
func (fl rowsField) marks(in ask, row string) line {
	var out line
	may := fl.allowed(in, row)
	for _, c := range fl.columns(in) {
		mark := "( )"
		switch {
		case !slices.Contains(may, c):
			mark = ""
		case fl.value(in, row) == c.id:
			mark = "(•)"
		}
		out = append(out, span{plain, pad(mark, c.width())})
	}
	return out
}

// stacked is a row with its value below.
func (fl rowsField) stacked(in ask, row, text string, on bool) []line {
	out := in.f.hanging(pointer(on), text, roleOf(on))
	value := in.f.T("state.open")
	for _, c := range fl.columns(in) {
		if c.id == fl.value(in, row) {
			value = c.label + " " + c.word
		}
	}
	if on {
		return append(out, in.f.hanging(line{{focus, "     ◄ "}}, value+" ►", focus)...)
	}
	return append(out, in.f.indented(value, 7, plain)...)
}

// head names the columns.
func (fl rowsField) head(in ask) []line {
	columns := fl.columns(in)
	if fl.matrix(in) {
		labels, words := line(nil).to(matrixAt), line(nil).to(matrixAt)
		for _, c := range columns {
			labels = append(labels, span{plain, pad(c.label, c.width())})
			words = append(words, span{plain, pad(c.word, c.width())})
		}
		return []line{nil, labels, words}
	}
	var names []string
	for _, c := range columns {
		names = append(names, c.label+"\u00a0"+strings.ReplaceAll(c.word, " ", "\u00a0"))
	}
	return in.f.para(strings.Join(names, wide), plain)
}

func (fl rowsField) hint(in ask, _ stop) string {
	if a := in.a; questionnaire.Settled(in.q, a) == questionnaire.Unknown && len(a.Value.Rows) > 0 {
		return in.f.T("hint.rows.unknown")
	}
	return in.f.T("hint.rows", "n", len(in.q.Rows)-fl.open(in), "m", len(in.q.Rows))
}

func (rowsField) keys(_ ask, here stop) []hint {
	if here.kind != stopRow {
		return nil
	}
	return []hint{enter("do.nextrow"), arrows("do.choose"), {op: opTab, key: "key.tab", word: "do.tonext"}}
}
