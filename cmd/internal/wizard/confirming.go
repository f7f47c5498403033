package wizard

import (
	"slices"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// waiting counts in words what was carried over and not confirmed; "" for none.
func (f frame) waiting() string {
	n := questionnaire.NewNavigator(f.Look.bank())
	return f.prep(desk.WaitingWords(f.P, n, f.Look.Talk.Assessment()))
}

// confirm makes answers that were carried over from an earlier assessment ones of today.
type confirm struct{ questions []*questionnaire.Question }

func (s confirm) do(r *root) {
	if n := r.confirm(s.questions...); n > 0 {
		r.note = note{key: "carried.confirmed", args: []any{"n", n}}
	}
}

// confirm counts what it made answers of today.
func (r *root) confirm(questions ...*questionnaire.Question) int {
	if r.work.session == nil {
		return 0
	}
	n := r.work.iv.Confirm(questions...)
	r.put = r.put || n > 0
	return n
}

// reviewed is a row of the review that can be pointed at: an item, or an action that confirms several.
type reviewed struct {
	listed
	confirms []*questionnaire.Question // nil for an item
	all      bool                      // everything that waits, not one area alone
}

// rows are what passes the filter. Among answers that wait to be confirmed, each area with several has an action for all of
// them, and so has the end.
func (s *review) rows(f frame) []reviewed {
	var out []reviewed
	var area, all []*questionnaire.Question
	items := s.chosen(f, s.filter)
	for i, it := range items {
		out = append(out, reviewed{listed: it})
		if s.filter != filterCarried {
			continue
		}
		area, all = append(area, it.Question), append(all, it.Question)
		if ends := i == len(items)-1; ends || f.group(items[i+1]) != f.group(it) {
			if len(area) > 1 && !(ends && len(area) == len(all)) {
				out = append(out, reviewed{confirms: area})
			}
			area = nil
		}
	}
	if len(all) > 0 {
		out = append(out, reviewed{confirms: all, all: true})
	}
	return out
}

// filters are those to choose from: what waits to be confirmed is one while there is any, or was just now.
func (s *review) filters(f frame) []filter {
	var out []filter
	for which := filterAll; which <= filterHidden; which++ {
		if which >= filterNoBasis && which <= filterNoTarget && !f.Advice {
			continue
		}
		if which != filterCarried || s.filter == filterCarried || slices.ContainsFunc(f.Look.listing(), func(it listed) bool { return passes(f.Look, it.Question, which) }) {
			out = append(out, which)
		}
	}
	return out
}

// confirm confirms and points at what follows.
func (s *review) confirm(x reviewed) []say {
	s.at = max(0, s.at-len(x.confirms))
	return []say{confirm{x.confirms}}
}

// action is the row of an action.
func (x reviewed) action(f frame, at int, on bool) []block {
	key := "rev.confirm.area"
	var out []block
	if x.all {
		key, out = "rev.confirm.all", []block{gap}
	}
	return append(out, block{lines: f.hanging(pointer(on), f.T(key, "n", len(x.confirms)), roleOf(on)), stop: at})
}

// confirming are the words of the key row, which say that Enter confirms, or leads back after a jump, where it would only go
// on otherwise.
func (in ask) confirming(here stop, hints []hint) []hint {
	if len(hints) == 0 || hints[0].word != "do.next" {
		return hints
	}
	if home, ok := in.returns(); ok {
		hints = append([]hint{home}, hints[1:]...)
	}
	keeps := here.kind == stopInput && !in.s.typed || here.kind == stopNext || here.kind == stopOnward || in.given(here)
	if !keeps || !questionnaire.Unconfirmed(in.q, in.a) {
		return hints
	}
	return append([]hint{enter("do.confirm")}, hints[1:]...)
}

// returns is the word for Enter after a jump, where it leads back.
func (in ask) returns() (hint, bool) {
	if in.s.once {
		return hint{}, false
	}
	home, ok := in.f.Look.Run.Home(in.q.ID)
	if home.Result {
		return hint{op: opEnter, key: "key.enter", word: "do.return.result"}, ok
	}
	return in.f.backTo(enter("do.next"), home.ID), ok
}

// backTo makes a word one that names the item it leads to.
func (f frame) backTo(h hint, id string) hint {
	h.word = "do.return.detail"
	if n := f.Look.Talk.Number(f.Look.Talk.Assessment(), id); n > 0 {
		h.word, h.args = "do.return", []any{"n", n}
	}
	return h
}

// out is the word for Esc: where a question lies below, it is named.
func (f frame) out() hint {
	if f.Look.Below == "" {
		return esc("do.back")
	}
	return f.backTo(esc("do.back"), f.Look.Below)
}
