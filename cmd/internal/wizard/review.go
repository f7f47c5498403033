package wizard

import (
	"slices"
	"strings"

	"digitalkompass/questionnaire"
)

// filter chooses among the answers. The zero value is invalid.
type filter int

const (
	filterAll filter = iota + 1
	filterOpen
	filterUnknown
	filterNote
	filterLater
	filterChanged
	filterCarried
	filterNoBasis // these three in the view for advisers
	filterNoProof
	filterNoTarget
	filterHidden
)

var filterKeys = map[filter]string{
	filterAll: "rev.all", filterOpen: "rev.open", filterUnknown: "rev.unknown", filterNote: "rev.note",
	filterLater: "rev.later", filterChanged: "rev.changed", filterCarried: "rev.carried", filterNoBasis: "rev.nobasis", filterNoProof: "rev.noproof", filterNoTarget: "rev.notarget", filterHidden: "rev.hidden",
}

// review lists all answers, to see and to change.
type review struct {
	pick
	filter filter
	placed bool // the pointer was put on the present question
}

func newReview(f filter) *review { return &review{filter: f} }

func (s *review) CapturesText() bool { return false }

// chosen are the items that pass a filter.
func (s *review) chosen(f frame, which filter) []listed {
	var out []listed
	if which == filterHidden {
		for _, q := range f.Look.Talk.HiddenAnswers(f.Look.Talk.Assessment()) {
			out = append(out, listed{questionnaire.Item{Question: q, Dimension: f.Look.bank().Dimension(q.Dimension)}, 0})
		}
		return out
	}
	for _, it := range f.Look.listing() {
		if passes(f.Look, it.Question, which) {
			out = append(out, it)
		}
	}
	return out
}

func passes(l look, q *questionnaire.Question, which filter) bool {
	a := l.Talk.Answer(q)
	answered := q.Dimension != "" && l.settled(q) == questionnaire.Answered
	switch which {
	case filterNoBasis:
		return answered && a.Confidence == ""
	case filterNoProof:
		return answered && a.Evidence == ""
	case filterNoTarget:
		return answered && a.Target == "" && len(q.Goals(a)) > 0
	case filterOpen:
		return questionnaire.Lacking(q, a)
	case filterUnknown:
		return l.settled(q) == questionnaire.Unknown
	case filterNote:
		return a.Note != ""
	case filterLater:
		return a.Later
	case filterChanged:
		return l.Talk.Changed(q)
	case filterCarried:
		return questionnaire.Unconfirmed(q, a)
	case filterAll, filterHidden:
	}
	return true
}

// Update moves, filters and opens.
func (s *review) Update(f frame, k key) []say {
	s.place(f)
	items := s.rows(f)
	if s.press(k, len(items)+1) {
		return nil
	}
	switch k.op {
	case opLeft, opRight:
		all := s.filters(f)
		to := slices.Index(all, s.filter) + map[op]int{opLeft: -1, opRight: 1}[k.op]
		s.filter = all[max(0, min(len(all)-1, to))]
		s.at = 0
		return nil
	case opEnter, opSpace:
		return s.open(f, items)
	case opHelp:
		if s.at < len(items) && items[s.at].confirms == nil {
			return []say{open{newHelp(items[s.at].Question.ID, "")}}
		}
	}
	return []say{pass{k}}
}

func (s *review) open(f frame, items []reviewed) []say {
	settled := len(f.Look.Talk.Pending(f.Look.Talk.Assessment())) == 0
	switch {
	case s.at >= len(items) && (s.filter == filterOpen || s.filter == filterCarried) && settled:
		return []say{finish{}} // what was open is answered by now: on as after the last question
	case s.at >= len(items):
		return []say{result{}}
	case items[s.at].confirms != nil:
		return s.confirm(items[s.at])
	case s.filter == filterHidden:
		return []say{open{newHelp(items[s.at].Question.ID, "")}}
	case f.Look.Run.ReadOnly:
		return []say{tell{note{key: "look.only"}}}
	}
	return []say{open{newQuestion(f, items[s.at].Question.ID, true)}}
}

// place puts the pointer on the question one came from.
func (s *review) place(f frame) {
	if s.placed {
		return
	}
	s.placed = true
	at, _ := f.Look.Talk.Current()
	for i, it := range s.rows(f) {
		if at.Question != nil && it.confirms == nil && it.Question.ID == at.Question.ID {
			s.at = i
		}
	}
}

// View lists what passes the filter; the row pointed at opens to the full answer.
func (s *review) View(f frame) page {
	c := f.counts()
	p := page{Left: f.T("rev.title"), Done: c.of - c.open, Of: c.of}
	p.Right = f.countsListed().in(f)
	var words []string
	filters := s.filters(f)
	for _, which := range filters {
		words = append(words, f.T(filterKeys[which], "n", len(s.chosen(f, which))))
	}
	top := *s
	top.place(f)
	items := s.rows(f)
	at := min(top.at, len(items))
	list := top.conflicts(f)
	heading := ""
	for i, it := range items {
		if it.confirms != nil {
			list = append(list, it.action(f, i, i == at)...)
			continue
		}
		if h := f.group(it.listed); h != heading {
			list, heading = append(list, still(bold(" "+h))), h
		}
		list = append(list, block{lines: s.item(f, it.listed, i == at), stop: i})
	}
	if len(items) == 0 {
		list = append(list, gap, still(f.para(f.T("rev.none"), plain)...))
	}
	list = append(list, gap, block{lines: []line{append(pointer(at == len(items)), span{roleOf(at == len(items)), f.T("rev.result")})}, stop: len(items)})
	fixed := []line{f.tabs(words, slices.Index(filters, s.filter))}
	p.Body = append(fixed, f.fit(list, at, f.body()-len(fixed))...)
	if at < len(items) && items[at].confirms == nil && f.W < 76 {
		p.Hint = f.flags(items[at].Question)
	}
	return p
}

// conflicts are contradictions between answers, to think about.
func (s *review) conflicts(f frame) []block {
	if s.filter != filterAll {
		return nil
	}
	var out []block
	for _, c := range f.Look.Talk.Conflicts() {
		out = append(out, still(f.hanging(line{{warn, " ? "}}, f.text(c.Ask), plain)...))
	}
	if out != nil {
		out = append(out, gap)
	}
	return out
}

func (s *review) item(f frame, it listed, on bool) []line {
	flags := f.flags(it.Question)
	was, known := f.Look.Talk.LastTime(it.Question)
	if known = known && f.Look.Talk.Changed(it.Question); known && f.W >= 100 {
		flags += ", " + f.T("rev.before", "v", f.said(it.Question, was))
	}
	rows := []line{f.row(it, on, flags)}
	if !on {
		return rows
	}
	a := f.Look.Talk.Answer(it.Question)
	full := f.full(it.Question, a)
	if said := f.said(it.Question, a); len(full) == 1 && full[0] == said && strings.Contains(rows[0].text(), said) {
		full = nil // it stands there already
	} else if len(full) == 0 && !strings.Contains(rows[0].text(), said) {
		full = []string{said}
	}
	for _, t := range full {
		rows = append(rows, f.indented(t, 7, plain)...)
	}
	if known {
		in := ask{f: f, q: it.Question}
		rows = append(rows, f.indented(f.T("rev.before", "v", in.was(was)), 7, plain)...)
	}
	if n := a.Note; n != "" {
		rows = append(rows, f.indented(f.T("state.note")+": "+f.prep(n), 7, plain)...)
	}
	return rows
}

// flags are the remarks on an answer.
func (f frame) flags(q *questionnaire.Question) string {
	a := f.Look.Talk.Answer(q)
	var out []string
	for _, x := range []struct {
		on  bool
		key string
	}{{questionnaire.Unconfirmed(q, a), "state.carried"}, {a.Note != "", "state.note"}, {a.Later, "state.later"}, {f.Look.Talk.Changed(q), "state.changed"}} {
		if x.on {
			out = append(out, f.T(x.key))
		}
	}
	return strings.Join(out, " · ")
}

// Keys are the words of the key row.
func (s *review) Keys(f frame) []hint {
	first := "do.change"
	switch rows := s.rows(f); {
	case s.at >= len(rows):
		first = "do.toresult"
	case rows[s.at].confirms != nil:
		first = "do.confirm"
	}
	return []hint{enter(first), {key: "key.right", word: "do.filter"}, esc("do.back"), {op: opResult, key: "e", word: "tab.title"}, menuHint}
}
