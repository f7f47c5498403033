package wizard

import (
	"slices"

	"digitalkompass/questionnaire"
)

// question shows one question or profile field. What can be pointed at are its stops; what they look like and do is
// the field's matter, one per way of asking.
type question struct {
	id    string
	at    int    // stop pointed at, or noStop
	term  int    // word among the terms
	input editor // of a figure, a line, a search
	wrong note   // what is wrong with the input
	typed bool   // something was typed since the field was entered
	once  bool   // after the answer, back to the screen below
	bands bool   // a # was typed: digits are numbers of bands, not the figure
}

// stopKind says what a stop is. The zero value is invalid.
type stopKind int

const (
	stopInput stopKind = iota + 1
	stopOption
	stopRow
	stopUnknown
	stopNotApplicable
	stopRefuse
	stopNext
	stopTerms
	stopBasis
	stopEvidence
	stopTarget
	stopLater
	stopNote
	stopOnward // goes on, below the advice
	stopArea   // in the panel
)

// stop is something the pointer can rest on; label is the key that leads there.
type stop struct {
	kind  stopKind
	id    string
	label string
}

// ask is a question as a field sees it, for one event.
type ask struct {
	f frame
	q *questionnaire.Question
	a questionnaire.Answer
	s *question
}

// field is one way of asking.
type field interface {
	stops(ask) []stop
	begin(ask) int                      // the stop to begin at
	press(ask, stop, key) ([]say, bool) // false when the key is none of its own
	lines(ask, stop, bool) []line       // of its own kinds of stops
	head(ask) []line                    // below the question, stays while the rest scrolls
	hint(ask, stop) string              // for the status row
	keys(ask, stop) []hint              // what Enter does first
}

var fields = map[questionnaire.Family]field{
	questionnaire.OneOf: oneOf{}, questionnaire.AnyOf: anyOf{}, questionnaire.Figure: figureField{},
	questionnaire.Rows: rowsField{}, questionnaire.Line: lineField{},
}

func newQuestion(f frame, id string, once bool) *question {
	s := &question{id: id, at: noStop, once: once}
	if in, fl, ok := s.ask(f); ok {
		s.at = fl.begin(in)
	}
	return s
}

// ask looks the question up as it is asked now.
func (s *question) ask(f frame) (ask, field, bool) {
	it, ok := f.Look.Talk.Visible(s.id)
	if !ok {
		q := f.Look.bank().Question(s.id)
		if q == nil {
			return ask{}, nil, false
		}
		it = questionnaire.Item{Question: q, Dimension: f.Look.bank().Dimension(q.Dimension)}
	}
	in := ask{f: f, q: it.Question, a: f.Look.Talk.Answer(it.Question), s: s}
	return in, fields[it.Question.Kind.Family()], true
}

// tail are the stops that every field has below its own.
func (in ask) tail(next bool) []stop {
	var out []stop
	grid := in.q.Kind == questionnaire.Grid
	if in.q.Dimension != "" && !grid {
		out = append(out, stop{stopUnknown, "", "w"})
	}
	if in.q.Asking.NotApplicable && !grid {
		out = append(out, stop{stopNotApplicable, "", "t"})
	}
	if in.optional() {
		out = append(out, stop{stopRefuse, "", "t"})
	}
	if next {
		out = append(out, stop{stopNext, "", ""})
	}
	if in.q.Asking.NotApplicable && grid { // below the button, where nobody comes by accident
		out = append(out, stop{stopNotApplicable, "", "t"})
	}
	if len(in.q.Wording.Terms) > 0 {
		out = append(out, stop{stopTerms, "", ""})
	}
	return append(append(out, in.advice(next)...), in.areas()...)
}

func (in ask) optional() bool { return in.q.Dimension == "" && in.q.Asking.Optional }

// CapturesText says whether a text field has the focus. Only fields with a text field have it as their first stop.
func (s *question) CapturesText() bool { return s.at == 0 && s.input.max > 0 }

// figures says whether a number is asked for.
func (s *question) figures(f frame) bool {
	in, _, ok := s.ask(f)
	return ok && in.q.Kind.Family() == questionnaire.Figure
}

// Update moves the pointer and lets the field do the rest.
func (s *question) Update(f frame, k key) []say {
	in, fl, ok := s.ask(f)
	if !ok {
		return []say{pass{k}}
	}
	stops := fl.stops(in)
	s.at = min(s.at, len(stops)-1)
	here := stop{}
	if s.at >= 0 {
		here = stops[s.at]
	}
	if says, own := in.advise(here, k); own {
		return says
	}
	if says, own := fl.press(in, here, k); own {
		return says
	}
	if says, own := in.mark(here, k); own {
		return says
	}
	return s.move(in, stops, k)
}

// strange says which keys give an answer here, after one that does not.
func (s *question) strange(f frame) note {
	in, _, ok := s.ask(f)
	switch n := len(in.q.Options); {
	case !ok:
		return note{}
	case in.q.Kind.Family() == questionnaire.Line || in.q.Kind.Family() == questionnaire.Figure || n > digits:
		return note{key: "msg.nokey"}
	default:
		return note{key: "msg.nodigit", args: []any{"n", n}}
	}
}

// move handles the keys that every question has.
func (s *question) move(in ask, stops []stop, k key) []say {
	switch k.op {
	case opUp:
		s.at = max(s.at-1, min(s.at, 0))
	case opDown:
		if s.at == len(stops)-1 {
			return []say{focusBar{}}
		}
		s.at++
	case opHome, opPageUp:
		s.at = 0
	case opEnd, opPageDown:
		s.at = len(stops) - 1
	case opTab, opBackTab:
		return s.group(in, stops, k)
	case opEsc:
		return []say{backward{s.id}}
	case opHelp:
		return []say{open{newHelp(s.id, "")}}
	case opNoteBefore:
		if in.f.Advice {
			return []say{noteBefore{s.id}}
		}
		return []say{open{newNote(in.q, in.a)}}
	case opNote:
		return []say{open{newNote(in.q, in.a)}}
	case opLater:
		in.a.Later = !in.a.Later
		return []say{put{answer{in.q, in.a, false}}, tell{note{key: map[bool]string{true: "note.marked", false: "note.unmarked"}[in.a.Later]}}}
	case opText:
		return []say{tell{s.strange(in.f)}}
	case opSkip:
		return in.skip()
	case opOnward:
		return in.inOrder()
	default:
		return []say{pass{k}}
	}
	return nil
}

// skip leaves the question open and goes on; what was answered stays.
func (in ask) skip() []say {
	says := []say{put{answer{in.q, questionnaire.LeftOpen(in.a), false}}, onward{id: in.q.ID}}
	if questionnaire.Settled(in.q, in.a) != questionnaire.Open {
		says = append(says, tell{note{key: "msg.left"}})
	}
	return says
}

// The groups of stops that Tab goes round in; the key row closes the circle.
const (
	tabItems = iota
	tabBands // below a number
	tabNext
	tabTerms
	tabAdvice
	tabOnward
	tabArea
)

// group is the group of a stop.
func (in ask) group(k stopKind) int {
	switch {
	case k != stopInput && k < stopNext && in.q.Kind.Family() == questionnaire.Figure:
		return tabBands
	case k == stopNext:
		return tabNext
	case k == stopTerms:
		return tabTerms
	case k == stopOnward:
		return tabOnward
	case k == stopArea:
		return tabArea
	case k > stopTerms:
		return tabAdvice
	}
	return tabItems
}

// group moves to the next or the previous group of stops, or to the key row.
func (s *question) group(in ask, stops []stop, k key) []say {
	here, to := 0, 0
	if s.at >= 0 {
		here = in.group(stops[s.at].kind)
	}
	for _, st := range stops { // the nearest group that there is
		g := in.group(st.kind)
		if k.op == opTab && g > here && (to == 0 || g < to) || k.op == opBackTab && g < here && g > to {
			to = g
		}
	}
	if to == 0 && (k.op == opTab || here == 0) {
		return []say{focusBar{last: k.op == opBackTab || s.CapturesText() && in.q.Kind.Family() != questionnaire.Figure}}
	}
	s.at = in.first(to)
	return nil
}

// arrive comes from the key row: forward to the answers, backward to the last group.
func (s *question) arrive(f frame, back bool) {
	in, fl, ok := s.ask(f)
	if !ok {
		return
	}
	stops := fl.stops(in)
	to := 0
	if back && len(stops) > 0 {
		to = in.group(stops[len(stops)-1].kind)
	}
	s.at = in.first(to)
}

// first is the stop that a group begins with. Among the answers it is the one given, and none where nothing is: so Enter
// never overwrites what was said.
func (in ask) first(group int) int {
	if group <= tabBands {
		if at := in.find(in.given); at >= 0 {
			return at
		}
	}
	if group > 0 {
		return in.find(func(st stop) bool { return in.group(st.kind) == group })
	}
	return in.find(func(st stop) bool { return st.kind == stopInput || st.kind == stopRow })
}

// given says whether a stop stands for the answer.
func (in ask) given(st stop) bool {
	switch {
	case st.kind == stopOption:
		return in.a.State == questionnaire.Answered && (in.a.Value.Option == st.id || slices.Contains(in.a.Value.Set, st.id))
	case in.a.State == questionnaire.Open || in.a.State == questionnaire.Answered:
		return false
	}
	return in.stateOf(st) == in.a.State
}

// mark handles the stops that fields have in common, by pointer and by letter.
func (in ask) mark(here stop, k key) ([]say, bool) {
	state := questionnaire.Open
	switch {
	case k.op == opUnknown, here.kind == stopUnknown && (k.op == opEnter || k.op == opSpace):
		state = questionnaire.Unknown
	case k.op == opNotApplicable && in.optional(), here.kind == stopRefuse && (k.op == opEnter || k.op == opSpace):
		state = questionnaire.Skipped
	case k.op == opNotApplicable, here.kind == stopNotApplicable && (k.op == opEnter || k.op == opSpace):
		state = questionnaire.NotApplicable
	case here.kind == stopTerms:
		return in.terms(k)
	case k.op == opEnter:
		return in.next(here)
	}
	if state == questionnaire.Open {
		return nil, false
	}
	if o := in.q.DontKnow(); o != nil && state == questionnaire.Unknown {
		in.s.at = in.find(func(st stop) bool { return st.kind == stopOption && st.id == o.ID })
		return in.choose(o.ID, in.f.Advice), true
	}
	var told []say
	if state == questionnaire.Unknown && in.optional() { // a detail knows no other answer for that
		state, told = questionnaire.Skipped, []say{tell{note{key: "msg.unknown.refused"}}}
	}
	if !in.allowed(state) {
		return []say{tell{in.notOffered(state)}}, true
	}
	in.s.at = in.stopOf(state)
	in.s.wrong = note{}
	in.s.input.text, in.s.input.at = nil, 0
	says := []say{put{answer{in.q, questionnaire.WithState(in.a, state), false}}}
	if k.op == opEnter || in.f.Advice && k.op != opSpace {
		says = append(says, forward{id: in.q.ID})
	}
	return append(says, told...), true
}

// notOffered says that a state is none of the answers here, and where somebody does not know a detail, what to do.
func (in ask) notOffered(s questionnaire.State) note {
	if s == questionnaire.Unknown && in.q.Dimension == "" {
		return note{key: "say.no-unknown"}
	}
	return note{key: "answer.not-offered"}
}

func (in ask) allowed(s questionnaire.State) bool { return in.stopOf(s) >= 0 }

// stopOf is the number of the stop that stands for a state, or noStop.
func (in ask) stopOf(s questionnaire.State) int {
	kind := map[questionnaire.State]stopKind{questionnaire.Unknown: stopUnknown, questionnaire.NotApplicable: stopNotApplicable, questionnaire.Skipped: stopRefuse}[s]
	return in.find(func(st stop) bool { return st.kind == kind })
}

// find is the number of the first stop that fits, or noStop.
func (in ask) find(fits func(stop) bool) int {
	for i, st := range fields[in.q.Kind.Family()].stops(in) {
		if fits(st) {
			return i
		}
	}
	return noStop
}

// terms moves among the terms and opens one.
func (in ask) terms(k key) ([]say, bool) {
	words := in.q.Wording.Terms
	switch k.op {
	case opLeft:
		in.s.term = max(0, in.s.term-1)
	case opRight:
		in.s.term = min(len(words)-1, in.s.term+1)
	case opEnter, opSpace:
		return []say{open{newHelp(in.q.ID, words[min(in.s.term, len(words)-1)])}}, true
	default:
		return nil, false
	}
	return nil, true
}

// inOrder goes on to the next question, also after a jump.
func (in ask) inOrder() []say {
	says, _ := in.next(stop{kind: stopOnward})
	for i, s := range says {
		if on, ok := s.(forward); ok {
			on.inOrder = true
			says[i] = on
		}
	}
	return says
}

// next is Enter where nothing else has a use for it.
func (in ask) next(here stop) ([]say, bool) {
	settled := questionnaire.Settled(in.q, in.a) != questionnaire.Open
	if (here.kind == stopNext || here.kind == stopOnward || here.kind == 0) && settled {
		return []say{forward{id: in.q.ID}}, true
	}
	key := "msg.choose"
	if in.q.Dimension == "" {
		key = "msg.choose.field"
	}
	return []say{tell{note{key: key}}}, true
}
