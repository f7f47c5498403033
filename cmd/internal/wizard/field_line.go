package wizard

import (
	"strings"

	"digitalkompass/questionnaire"
)

// lineField asks for a line of text. Every key is saved.
type lineField struct{}

func (lineField) stops(in ask) []stop { return append([]stop{{stopInput, "", ""}}, in.tail(false)...) }

func (lineField) begin(in ask) int {
	in.s.input = newEditor(in.a.Value.Text, questionnaire.MaxLine)
	in.s.input.fresh = false // an old name is mended more often than replaced
	return 0
}

func (fl lineField) press(in ask, here stop, k key) ([]say, bool) {
	if here.kind != stopInput {
		return nil, false
	}
	switch k.op {
	case opEnter:
		return fl.accept(in), true
	case opUndo:
		if !in.s.typed {
			return nil, false
		}
	case opUp:
		return nil, true
	}
	next, own := in.s.input.press(k)
	if !own {
		return nil, false
	}
	changed := next.String() != in.s.input.String()
	in.s.input = next
	if !changed {
		return nil, true
	}
	says := []say{put{answer{in.q, fl.answer(in), in.s.typed}}}
	in.s.typed = true
	return says, true
}

func (lineField) answer(in ask) questionnaire.Answer {
	if text := strings.TrimSpace(in.s.input.String()); text != "" {
		return questionnaire.WithValue(in.a, questionnaire.Value{Text: text})
	}
	return questionnaire.WithState(in.a, questionnaire.Open)
}

// accept goes on; an empty line means that nothing is to be said.
func (fl lineField) accept(in ask) []say {
	if strings.TrimSpace(in.s.input.String()) == "" {
		if !in.optional() {
			return []say{tell{note{key: "msg.choose.field"}}}
		}
		return in.refuse()
	}
	return []say{forward{id: in.q.ID}}
}

// lines are as many rows as the text needs: nothing of a long name is out of sight.
func (lineField) lines(in ask, _ stop, on bool) []line {
	w := min(48, in.f.main()-10)
	rows, _ := in.s.input.shown(w, on)
	var out []line
	for i, r := range rows {
		lead := pointer(on && i == 0)
		out = append(out, append(lead, span{roleOf(on), "[ " + pad(in.f.prep(r), w) + " ]"}))
	}
	return out
}

func (lineField) head(ask) []line { return nil }

func (lineField) hint(in ask, here stop) string {
	if here.kind == stopInput && in.optional() && in.s.input.String() == "" {
		return in.f.T("hint.empty")
	}
	return ""
}

func (lineField) keys(in ask, here stop) []hint { return in.typed(here) }

// typed says what Enter does at a field that one types into.
func (in ask) typed(here stop) []hint {
	switch {
	case here.kind != stopInput:
		return nil
	case in.optional() && strings.TrimSpace(in.s.input.String()) == "":
		return []hint{enter("do.refuse")}
	}
	return []hint{enter("do.next")}
}

// refuse gives an optional detail no answer, and goes on.
func (in ask) refuse() []say {
	return []say{put{answer{in.q, questionnaire.WithState(in.a, questionnaire.Skipped), in.s.typed}}, forward{id: in.q.ID}}
}
