package wizard

import (
	"slices"
	"strconv"

	"digitalkompass/questionnaire"
)

// anyOf asks for any of several.
type anyOf struct{}

func (anyOf) stops(in ask) []stop {
	var out []stop
	for i, o := range in.q.Options {
		label := ""
		if i < digits {
			label = strconv.Itoa(i + 1)
		}
		out = append(out, stop{stopOption, o.ID, label})
	}
	return append(out, in.tail(true)...)
}

// begin points at the button when there is an answer, so that Enter keeps it.
func (anyOf) begin(in ask) int {
	if questionnaire.Settled(in.q, in.a) == questionnaire.Open {
		return noStop
	}
	return in.find(func(st stop) bool { return st.kind == stopNext })
}

func (anyOf) press(in ask, here stop, k key) ([]say, bool) {
	if d := k.digit(); d > 0 && d <= min(digits, len(in.q.Options)) {
		in.s.at = d - 1
		return in.tick(in.q.Options[d-1].ID), true
	}
	acts := k.op == opEnter || k.op == opSpace
	switch {
	case k.op == opEnter && in.ticked(here): // Enter never takes away what stands there; the space bar and digits do
		return []say{forward{id: in.q.ID}}, true
	case here.kind == stopOption && acts:
		return in.tick(here.id), true
	case acts && in.stateOf(here) != questionnaire.Open:
		return in.instead(in.stateOf(here), k), true
	}
	for s, letter := range map[questionnaire.State]op{questionnaire.Unknown: opUnknown, questionnaire.NotApplicable: opNotApplicable} {
		if k.op == letter && in.allowed(s) {
			return in.instead(s, k), true
		}
	}
	return nil, false
}

// ticked says whether what a stop stands for is the answer, or a part of it.
func (in ask) ticked(st stop) bool {
	if st.kind == stopOption {
		return in.a.State == questionnaire.Answered && slices.Contains(in.a.Value.Set, st.id)
	}
	return in.stateOf(st) != questionnaire.Open && in.a.State == in.stateOf(st)
}

// instead marks a state in place of ticks and leads to the button, so that Enter goes on. Marked already, it is taken
// away again.
func (in ask) instead(s questionnaire.State, k key) []say {
	in.s.at = in.stopOf(s)
	if in.a.State != s && k.op != opSpace {
		in.s.at = in.find(func(st stop) bool { return st.kind == stopNext })
	}
	return in.untick(s)
}

// stateOf is the state that a stop stands for, or Open.
func (in ask) stateOf(st stop) questionnaire.State {
	return map[stopKind]questionnaire.State{stopUnknown: questionnaire.Unknown, stopNotApplicable: questionnaire.NotApplicable, stopRefuse: questionnaire.Skipped}[st.kind]
}

// untick marks a state in place of ticks, or takes it away again.
func (in ask) untick(s questionnaire.State) []say {
	lost := len(in.a.Value.Set)
	a := questionnaire.WithState(in.a, s)
	if in.a.State == s {
		a = questionnaire.WithState(in.a, questionnaire.Open)
	}
	says := []say{put{answer{in.q, a, false}}}
	if lost > 0 && in.a.State == questionnaire.Answered {
		word := map[questionnaire.State]string{questionnaire.Unknown: "opt.unknown", questionnaire.NotApplicable: "opt.na", questionnaire.Skipped: "opt.refuse"}[s]
		says = append(says, tell{note{key: "msg.cleared", args: []any{"n", lost, "opt", in.f.T(word)}}})
	}
	return says
}

func (in ask) tick(option string) []say {
	a, cleared := questionnaire.Ticked(in.q, in.a, option)
	says := []say{put{answer{in.q, a, false}}}
	if cleared > 0 {
		name := in.q.Option(option).Text
		if in.q.Option(option).Exclusive {
			says = append(says, tell{note{key: "msg.cleared", args: []any{"n", cleared, "opt", shorten(in.f.text(name), 24)}}})
		}
	}
	return says
}

func (anyOf) lines(in ask, st stop, on bool) []line {
	return in.f.hanging(in.lead(st.label, in.ticked(st), on), in.f.text(in.q.Option(st.id).Text), roleOf(on))
}

func (anyOf) head(ask) []line { return nil }

func (anyOf) hint(in ask, here stop) string {
	switch n := len(in.a.Value.Set); {
	case here.kind == 0:
		return in.f.T("hint.first")
	case here.kind != stopNext && n > 0 && in.ticked(here):
		return in.f.T("hint.ticked.here", "n", n)
	case here.kind != stopNext && n > 0:
		return in.f.T("hint.ticked", "n", n)
	}
	return ""
}

func (anyOf) keys(in ask, here stop) []hint {
	toNext := hint{op: opTab, key: "key.tab", word: "do.tonext"}
	switch here.kind {
	case stopNext:
		return nil
	case 0:
		return []hint{arrows("do.choose"), toNext}
	}
	if in.ticked(here) {
		return []hint{enter("do.next"), {op: opSpace, key: "key.space", word: "do.untick"}}
	}
	return []hint{enter("do.tick"), toNext}
}
