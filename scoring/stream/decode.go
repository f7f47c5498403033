package stream

import (
	"time"
	"unicode/utf8"

	"digitalkompass/questionnaire"
)

// decoder reads one line after the other into the same sheet.
type decoder struct {
	cursor
	index *questionnaire.Index
	about questionnaire.BankRef
	quick bool // the bank has a quick path
	items []item
	names []string // of the items
	sheet questionnaire.Sheet
	ref   []byte // the line's own mark, as it is written; nil for none
	store store
}

// store is what the replies of a sheet are kept in, by item.
type store struct {
	blank   []questionnaire.Reply
	figures []figure
	rows    [][]int8
	seen    []int // the line in which an item came last
	line    int
}

func newDecoder(b *questionnaire.Bank) *decoder {
	x := questionnaire.NewIndex(b)
	d := &decoder{index: x, about: b.Ref(), quick: b.On(questionnaire.Quick) > 0}
	for _, q := range x.Items {
		d.items, d.names = append(d.items, newItem(q)), append(d.names, q.ID)
		d.store.blank = append(d.store.blank, questionnaire.Blank())
		d.store.rows = append(d.store.rows, make([]int8, len(q.Rows)))
	}
	d.store.figures, d.store.seen = make([]figure, len(x.Items)), make([]int, len(x.Items))
	d.sheet.Replies = make([]questionnaire.Reply, len(x.Items))
	return d
}

// read reads a line into the sheet; false where the full reader has to judge it. What it accepts is what
// questionnaire.Decode accepts, with the same sheet.
func (d *decoder) read(line []byte) bool {
	d.cursor = cursor{data: line}
	d.sheet.Path, d.ref = questionnaire.Full, nil
	copy(d.sheet.Replies, d.store.blank)
	d.store.line++
	return utf8.Valid(line) && d.document() && d.next() == 0 && d.at == len(line)
}

// The members of an assessment, as bits of those that were read. None may come twice.
const (
	hasSchema = 1 << iota
	hasBank
	hasLanguage
	hasPath
	hasStarted
	hasUpdated
	hasPosition
	hasRef
	hasCompany
	hasAnswers
	needed = hasBank | hasCompany | hasAnswers
)

func (d *decoder) document() bool {
	has := 0
	return d.members(func(key []byte) bool {
		bit, ok := d.member(key)
		if !ok || has&bit != 0 {
			return false
		}
		has |= bit
		return true
	}) && has&needed == needed
}

// members reads a mapping; read is called after each key.
func (d *decoder) members(read func(key []byte) bool) bool {
	if !d.take('{') {
		return false
	}
	for first := true; ; first = false {
		more, ok := d.more('}', first)
		if !more || !ok {
			return ok
		}
		key, ok := d.key()
		if !ok || !read(key) {
			return false
		}
	}
}

// member reads one member of an assessment and says which.
func (d *decoder) member(key []byte) (bit int, ok bool) {
	switch string(key) {
	case "schema":
		return hasSchema, d.one(questionnaire.AssessmentSchema, "")
	case "bank":
		return hasBank, d.bank()
	case "language":
		return hasLanguage, d.one("de", "en")
	case "path":
		return hasPath, d.path()
	case "started":
		return hasStarted, d.moment()
	case "updated":
		return hasUpdated, d.moment()
	case "position":
		_, ok = d.text()
		return hasPosition, ok
	case "ref":
		d.ref, ok = d.text()
		return hasRef, ok && len(d.ref) <= questionnaire.MaxLine
	case "company":
		return hasCompany, d.answers(true)
	case "answers":
		return hasAnswers, d.answers(false)
	}
	return 0, false
}

// one reads a text that is one of two.
func (d *decoder) one(a, b string) bool {
	raw, ok := d.text()
	return ok && (string(raw) == a || string(raw) == b)
}

func (d *decoder) path() bool {
	raw, ok := d.text()
	for _, p := range []questionnaire.Path{questionnaire.Quick, questionnaire.Deeper} {
		if string(raw) == string(p) {
			d.sheet.Path = p
			return ok && d.quick
		}
	}
	return ok && string(raw) == string(questionnaire.Full)
}

func (d *decoder) moment() bool {
	raw, ok := d.text()
	var t time.Time
	return ok && (len(raw) == 0 || t.UnmarshalText(raw) == nil)
}

// bank wants the bank to be this one.
func (d *decoder) bank() bool {
	has, id, variant := 0, false, d.about.Variant == ""
	return d.members(func(key []byte) bool {
		at := place([]string{"id", "version", "digest", "variant"}, key, 0)
		raw, ok := d.text()
		if at < 0 || !ok || has>>at&1 == 1 {
			return false
		}
		has |= 1 << at
		switch at {
		case 0:
			id = string(raw) == d.about.ID
		case 3:
			variant = string(raw) == d.about.Variant
		}
		return true
	}) && id && variant
}

// answers reads those of the profile or of the questions.
func (d *decoder) answers(profile bool) bool {
	next := 0
	return d.members(func(key []byte) bool {
		at := next
		if at >= len(d.names) || d.names[at] != string(key) {
			at = d.index.AtBytes(key)
		}
		if at < 0 || d.items[at].profile != profile || d.store.seen[at] == d.store.line {
			return false
		}
		d.store.seen[at], next = d.store.line, at+1
		return d.answer(at)
	})
}
