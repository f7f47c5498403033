package wizard

import (
	"slices"
	"strconv"
	"strings"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// jump goes to a question by number, word or area.
type jump struct{ finder }

func newJump() *jump { return &jump{newFinder()} }

func (s *jump) CapturesText() bool { return true }

// finder is a search line above a list of what it finds.
type finder struct {
	pick
	find editor
}

func newFinder() finder { return finder{find: newEditor("", 60)} }

// typed moves in a list of n hits or changes what is looked for; false where a key does neither.
func (s *finder) typed(k key, n int) bool {
	if k.op != opHome && k.op != opEnd && s.press(k, n) {
		return true
	}
	if k.op == opEnter {
		return false
	}
	next, own := s.find.press(k)
	if !own {
		return false
	}
	if next.String() != s.find.String() {
		s.at = 0
	}
	s.find = next
	return true
}

// hit is an item found, with the text that was found in it.
type hit struct {
	listed
	where string
}

func (s *jump) hits(f frame) []hit {
	search := strings.TrimSpace(s.find.String())
	var out []hit
	for _, it := range f.Look.listing() {
		where, ok := f.found(it, search)
		if ok {
			out = append(out, hit{it, where})
		}
	}
	return out
}

// found says whether an item fits a search: its number, or words in its area, title, text or answers.
func (f frame) found(it listed, search string) (where string, ok bool) {
	if n, err := strconv.Atoi(search); err == nil {
		return "", n == it.number
	}
	q := it.Question
	at, ok := desk.Search{In: f.text, Bank: f.Look.bank(), Area: f.group(it), Note: f.Look.Talk.Answer(q).Note}.Find(it.Item, search)
	switch {
	case at.Text:
		return f.text(q.Wording.Text), ok
	case at.Option > 0:
		return f.T("rev.value", "k", strconv.Itoa(at.Option)) + ": " + f.text(q.Options[at.Option-1].Text), ok
	case at.Row != nil:
		return f.T("go.row", "row", f.text(at.Row.Text)), ok
	case at.Term != nil:
		return f.T("go.term", "term", f.text(at.Term.Name)), ok
	case at.Note:
		return f.T("state.note") + ": " + shorten(f.prep(oneLine(f.Look.Talk.Answer(q).Note)), 60), ok
	}
	return "", ok
}

// Update filters while one types, and goes there.
func (s *jump) Update(f frame, k key) []say {
	hits := s.hits(f)
	before := s.find.String()
	switch {
	case s.typed(k, len(hits)):
		if now := s.find.String(); now != before {
			s.aim(f, now)
		}
		return nil
	case k.op != opEnter:
		return []say{pass{k}}
	case s.at >= len(hits):
		return []say{tell{note{key: "go.none", fault: true}}}
	}
	return []say{leap{hits[s.at].Question.ID}}
}

// aim points at what is looked for most likely: an item where a word begins like that, in its title or else its text.
func (s *jump) aim(f frame, search string) {
	hits := s.hits(f)
	for _, text := range []func(questionnaire.Wording) i18n.Text{
		func(w questionnaire.Wording) i18n.Text { return w.Short }, func(w questionnaire.Wording) i18n.Text { return w.Text },
	} {
		if at := slices.IndexFunc(hits, func(h hit) bool { return desk.Begins(f.text(text(h.Question.Wording)), search) }); at >= 0 {
			s.at = at
			return
		}
	}
}

// View shows the search line and what it finds.
func (s *jump) View(f frame) page {
	c := f.counts()
	p := page{Left: f.T("go.title"), Done: c.of - c.open, Of: c.of}
	p.Right = c.in(f)
	if it, ok := f.Look.Talk.Current(); ok {
		if n := f.Look.Talk.Number(f.Look.Talk.Assessment(), it.Question.ID); n > 0 {
			p.Hint = f.T("go.esc", "n", n)
		}
	}
	hits := s.hits(f)
	field := ln("   " + f.prep(s.find.field(26, true)))
	if strings.TrimSpace(s.find.String()) != "" {
		field = append(field, span{plain, "   " + f.T("go.hits", "n", len(hits))})
	}
	fixed := []line{nil, ln(" " + f.T("go.ask")), field, nil}
	var list []block
	if len(hits) == 0 {
		list = append(list, still(f.para(f.T("go.none"), plain)...))
	}
	heading := ""
	for i, h := range hits {
		if g := f.group(h.listed); g != heading {
			list, heading = append(list, still(bold(" "+g))), g
		}
		rows := []line{f.row(h.listed, i == s.at, "")}
		if h.where != "" {
			rows = append(rows, f.indented(h.where, 7, plain)...)
		} else if i == s.at {
			rows = append(rows, f.indented(f.text(h.Question.Wording.Text), 7, plain)...)
		}
		list = append(list, block{lines: rows, stop: i})
	}
	if s.find.String() == "" {
		list = append(list, gap, still(f.para(f.T("go.hint"), plain)...))
	}
	p.Body = append(fixed, f.fit(list, s.at, f.body()-len(fixed))...)
	return p
}

// Keys are the words of the key row.
func (s *jump) Keys(frame) []hint {
	return []hint{enter("do.goto"), arrows("do.choose"), esc("do.back"), tabHint}
}
