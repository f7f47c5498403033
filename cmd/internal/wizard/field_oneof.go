package wizard

import (
	"strconv"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// digits is how many options can be answered by one digit; longer lists have a search line instead.
const digits = 9

// oneOf asks for one of several: ladder, choice, yes or no.
type oneOf struct{}

func (oneOf) long(in ask) bool { return len(in.q.Options) > digits }

func (o oneOf) stops(in ask) []stop {
	var out []stop
	if o.long(in) {
		out = append(out, stop{stopInput, "", ""})
	}
	for i, opt := range in.q.Options {
		label := strconv.Itoa(i + 1)
		if o.long(in) {
			label = ""
			if !desk.Matches(in.f.text(opt.Text), in.s.input.String()) {
				continue
			}
		}
		out = append(out, stop{stopOption, opt.ID, label})
	}
	return append(out, in.tail(false)...)
}

// begin points at the present answer, and on a fresh question at nothing.
func (o oneOf) begin(in ask) int {
	if o.long(in) {
		in.s.input = newEditor("", questionnaire.MaxLine)
	}
	switch in.a.State {
	case questionnaire.Answered:
		return in.find(func(st stop) bool { return st.kind == stopOption && st.id == in.a.Value.Option })
	case questionnaire.Unknown, questionnaire.NotApplicable, questionnaire.Skipped:
		if at := in.stopOf(in.a.State); at >= 0 {
			return at
		}
	case questionnaire.Open:
	}
	if o.long(in) {
		return 0
	}
	return noStop
}

func (o oneOf) press(in ask, here stop, k key) ([]say, bool) {
	if here.kind == stopInput {
		return o.search(in, k)
	}
	if d := k.digit(); d > 0 && d <= len(in.q.Options) && !o.long(in) {
		in.s.at = d - 1
		return in.choose(in.q.Options[d-1].ID, in.f.Advice), true
	}
	if here.kind == stopOption && (k.op == opEnter || k.op == opSpace) {
		return in.choose(here.id, k.op == opEnter), true
	}
	return nil, false
}

// found is the first option that fits what is searched for, or noStop.
func (oneOf) found(in ask) int { return in.find(func(st stop) bool { return st.kind == stopOption }) }

// search narrows the list; Enter goes into it.
func (o oneOf) search(in ask, k key) ([]say, bool) {
	if k.op == opEnter {
		if o.found(in) < 0 {
			return []say{tell{note{key: "go.none", fault: true}}}, true
		}
		in.s.at = 1
		return nil, true
	}
	next, own := in.s.input.press(k)
	if own {
		in.s.input = next
	}
	return nil, own
}

// choose marks an option, and goes on if asked to.
func (in ask) choose(option string, on bool) []say {
	says := []say{put{answer{in.q, questionnaire.WithValue(in.a, questionnaire.Value{Option: option}), false}}}
	if on {
		says = append(says, forward{id: in.q.ID})
	}
	return says
}

func (o oneOf) lines(in ask, st stop, on bool) []line {
	if st.kind == stopInput {
		out := []line{append(pointer(on), span{roleOf(on), in.f.prep(in.s.input.field(28, on)) + "   " + in.f.T("find.search")})}
		if o.found(in) < 0 {
			out = append(append(out, nil), in.f.para(in.f.T("find.none", "x", in.f.prep(in.s.input.String())), strong)...)
		}
		return out
	}
	chosen := in.a.State == questionnaire.Answered && in.a.Value.Option == st.id
	return in.f.hanging(in.lead(st.label, chosen, on), in.f.text(in.q.Option(st.id).Text), roleOf(on))
}

func (oneOf) head(ask) []line { return nil }

func (o oneOf) hint(in ask, here stop) string {
	switch {
	case here.kind == stopInput:
		return in.f.T("hint.search")
	case here.kind == 0:
		return in.f.T("hint.first")
	}
	return ""
}

func (oneOf) keys(in ask, here stop) []hint {
	if here.kind == stopInput {
		return []hint{enter("do.tolist")}
	}
	return nil
}
