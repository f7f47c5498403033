package stream

import (
	"bytes"
	"math/big"

	"digitalkompass/questionnaire"
)

// figure is a number with room for it, so that it need not be made anew for every line.
type figure struct{ rat big.Rat }

// answer reads one answer: a full one, or for profile fields also a bare value or null.
func (d *decoder) answer(at int) bool {
	x, r := &d.items[at], &d.sheet.Replies[at]
	switch b := d.next(); {
	case b == '{':
		return d.full(at)
	case !x.profile:
		return false
	case b == 'n':
		return d.word("null")
	}
	return d.value(at, r)
}

// The members of an answer, as bits of those that were read.
const (
	hasValue = 1 << iota
	hasState
	hasNote
	hasTarget
	hasConfidence
	hasEvidence
	hasLater
)

// full reads a full answer: a value, or a state, or neither and a mark.
func (d *decoder) full(at int) bool {
	has, marked := 0, false
	ok := d.members(func(key []byte) bool {
		bit, mark, ok := d.aspect(at, key)
		if !ok || has&bit != 0 {
			return false
		}
		has, marked = has|bit, marked || mark
		return true
	})
	both := has&(hasValue|hasState) == hasValue|hasState
	none := has&(hasValue|hasState) == 0
	return ok && !both && (!none || marked)
}

// aspect reads a member of an answer and says which, and whether it says something.
func (d *decoder) aspect(at int, key []byte) (bit int, mark, ok bool) {
	r := &d.sheet.Replies[at]
	switch string(key) {
	case "value":
		return hasValue, true, d.value(at, r)
	case "state":
		return hasState, true, d.state(at, r)
	case "note":
		raw, ok := d.text()
		return hasNote, len(raw) > 0, ok && len(raw) <= questionnaire.MaxNote
	case "target":
		raw, ok := d.text()
		if r.Target = place(d.items[at].options, raw, 0); len(raw) > 0 && r.Target < 0 {
			return 0, false, false
		}
		return hasTarget, len(raw) > 0, ok
	case "confidence":
		mark, ok = d.confidence(r)
		return hasConfidence, mark, ok
	case "evidence":
		raw, ok := d.text()
		return hasEvidence, len(raw) > 0, ok && len(raw) <= questionnaire.MaxLine && !bytes.ContainsAny(raw, "\\\r\n")
	case "later":
		if d.word("true") {
			return hasLater, true, true
		}
		return hasLater, false, d.word("false")
	}
	return 0, false, false
}

// confidence reads how well an answer is known. Words that are none count for nothing.
func (d *decoder) confidence(r *questionnaire.Reply) (mark, ok bool) {
	raw, ok := d.text()
	for i, w := range questionnaire.Confidences {
		if w == string(raw) {
			r.Confidence = i
			return len(raw) > 0, ok
		}
	}
	return false, false
}

func (d *decoder) state(at int, r *questionnaire.Reply) bool {
	raw, ok := d.text()
	switch string(raw) {
	case "skipped":
		return ok // counts as open
	case "unknown":
		r.State = questionnaire.Unknown
		return ok && !d.items[at].profile
	case "not_applicable":
		r.State = questionnaire.NotApplicable
		return ok && d.items[at].q.Asking.NotApplicable
	}
	return false
}

func (d *decoder) value(at int, r *questionnaire.Reply) bool {
	x := &d.items[at]
	r.State = questionnaire.Answered
	switch x.family {
	case questionnaire.AnyOf:
		return d.ticks(x, r)
	case questionnaire.Rows:
		return d.grid(at, r)
	case questionnaire.Figure:
		if d.next() != '"' {
			return d.figure(at, r)
		}
	case questionnaire.Line:
		raw, ok := d.text()
		return ok && len(raw) <= questionnaire.MaxLine
	case questionnaire.OneOf:
	}
	raw, ok := d.text()
	r.Option = place(x.options, raw, 0)
	return ok && r.Option >= 0
}

func (d *decoder) figure(at int, r *questionnaire.Reply) bool {
	l := &d.items[at].limits
	n, ok := d.number()
	if !ok || !l.exact || n < l.low || n > l.high || l.whole && n%unit != 0 {
		return false
	}
	f := &d.store.figures[at].rat
	if n%unit == 0 {
		f.SetInt64(n / unit)
	} else {
		f.SetFrac64(n, unit)
	}
	r.Figure, r.Option = f, l.band(n)
	return true
}

// ticks reads a list of options.
func (d *decoder) ticks(x *item, r *questionnaire.Reply) bool {
	if !d.take('[') || len(x.options) > 64 {
		return false
	}
	for n := 0; ; n++ {
		more, ok := d.more(']', n == 0)
		if !ok {
			return false
		}
		if !more {
			if n == 0 {
				r.State = questionnaire.Open
			}
			return n < 2 || r.Ticks&x.lone == 0
		}
		raw, ok := d.text()
		at := place(x.options, raw, 0)
		if !ok || at < 0 || r.Ticks>>at&1 == 1 {
			return false
		}
		r.Ticks |= 1 << at
	}
}

// grid reads the rows of a grid.
func (d *decoder) grid(at int, r *questionnaire.Reply) bool {
	x, cells := &d.items[at], d.store.rows[at]
	for i := range cells {
		cells[i] = questionnaire.RowOpen
	}
	next := 0
	ok := d.members(func(key []byte) bool {
		row := place(x.rows, key, next)
		if row < 0 || cells[row] != questionnaire.RowOpen {
			return false
		}
		next = row + 1
		var ok bool
		cells[row], ok = d.cell(x, row)
		return ok
	})
	r.Rows, r.State = cells, settled(cells)
	return ok
}

func (d *decoder) cell(x *item, row int) (cell int8, ok bool) {
	raw, ok := d.text()
	switch string(raw) {
	case questionnaire.RowUnknown:
		return questionnaire.RowWithout, ok
	case questionnaire.RowNotApplicable:
		return questionnaire.RowVoid, ok && x.q.Rows[row].NotApplicable
	}
	at := place(x.options, raw, 0)
	return int8(at), ok && at >= 0
}

// settled is the state that a grid's rows come to, see questionnaire.Settled.
func settled(cells []int8) questionnaire.State {
	state := questionnaire.NotApplicable
	for _, c := range cells {
		switch {
		case c == questionnaire.RowOpen:
			return questionnaire.Open
		case c == questionnaire.RowWithout:
			state = questionnaire.Unknown
		case c >= 0 && state == questionnaire.NotApplicable:
			state = questionnaire.Answered
		}
	}
	return state
}
