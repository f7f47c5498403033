package wizard

import (
	"slices"
	"strings"
	"unicode"

	"digitalkompass/questionnaire"
)

// typing is a key while the number has the focus.
func (fl figureField) typing(in ask, k key) ([]say, bool) {
	s := in.s
	if k.op == opText && !k.pasted {
		if k.text == "#" {
			return fl.toList(in), true
		}
		if r := []rune(k.text)[0]; !fl.takes(in, r) {
			k = meaning(r)
		} else if s.input.fresh && !begins(r) { // a unit or a separator goes on with the number that stands there
			s.input.fresh = false
		}
	}
	switch {
	case k.op == opEnter, k.op == opOnward && s.typed:
		return fl.accept(in), true
	case k.op == opUndo && s.typed:
		*s = *newQuestion(in.f, s.id, s.once)
		return nil, true
	case (k.op == opLeft || k.op == opRight) && in.q.Range.Step > 0:
		fl.step(in, map[op]int{opLeft: -1, opRight: 1}[k.op])
		return nil, true
	}
	if next, own := s.input.press(k); own {
		s.typed = s.typed || next.String() != s.input.String()
		s.input, s.wrong = next, note{}
		return nil, true
	}
	if k.op == 0 {
		return []say{tell{s.strange(in.f)}}, true
	}
	return fl.away(in, k), true
}

// begins says whether a sign may be the first of a number, so that it takes the place of the old one.
func begins(r rune) bool { return r >= '0' && r <= '9' || strings.ContainsRune("-−", r) }

// takes says whether a sign can be a part of a number, of a word like "about" before it, or of the unit behind a number that is
// being typed: behind a space any letter, right behind a digit one that goes on with the unit.
func (figureField) takes(in ask, r rune) bool {
	if begins(r) || strings.ContainsRune(" \u00a0.,'’%€–", r) {
		return true
	}
	if in.hedges(string(r)) {
		return true
	}
	e := in.s.input
	if e.fresh || !unicode.IsLetter(r) {
		return false
	}
	typed := string(e.text[:e.at])
	number := strings.TrimRightFunc(typed, unicode.IsLetter)
	word := strings.ToLower(strings.TrimPrefix(typed, number) + string(r))
	if !strings.ContainsFunc(number, unicode.IsDigit) {
		return false
	}
	return strings.HasSuffix(number, " ") || slices.ContainsFunc(in.units(), func(unit string) bool {
		return strings.HasPrefix(strings.ToLower(unit), word)
	})
}

// hedges says whether the field holds, with what is typed behind it, nothing but the beginning of a word like "about". What
// goes on with no such word is a command again, and undo is one always.
func (in ask) hedges(more string) bool {
	text := strings.TrimRight(string(in.s.input.text)+more, ". ")
	return text != "" && in.s.input.at == len(in.s.input.text) && meaning([]rune(text)[0]).op != opUndo && questionnaire.BeginsAbout(text)
}

// units are the words that may stand behind the number.
func (in ask) units() []string {
	out := []string{in.f.text(in.q.Wording.Unit)}
	switch in.q.Kind {
	case questionnaire.Share:
		out = append(out, "Prozent", "percent")
	case questionnaire.Money:
		out = append(out, questionnaire.AmountWords()...)
	}
	return out
}

// toList leads from the number to the bands below it, which then answer to their numbers.
func (fl figureField) toList(in ask) []say {
	says, _ := fl.keep(in)
	in.s.bands = true
	in.s.at = min(1, len(fl.stops(in))-1)
	return says
}

// keep takes the number that was typed. A wrong one is not taken: it stays in the field with the reason above it, and what
// happened is told.
func (fl figureField) keep(in ask) (says []say, right bool) {
	if in.hedges("") { // no number yet
		in.s.input, in.s.typed = newEditor("", figureMax), false
	}
	if !in.s.typed {
		return nil, true
	}
	x, bad := fl.read(in)
	if bad.key == "" {
		return fl.take(in, x), true
	}
	n := note{key: "msg.dropped", args: []any{"why", bad.in(in.f), "value", in.f.said(in.q, in.a)}, fault: true}
	switch empty := strings.TrimSpace(in.s.input.String()) == ""; {
	case empty && in.a.State != questionnaire.Answered:
		return nil, true
	case empty:
		bad, n.key = note{}, "msg.kept"
	case in.a.State != questionnaire.Answered:
		n.key = "msg.dropped.open"
	}
	in.s.wrong, in.s.typed, in.s.input.fresh = bad, false, true
	return []say{tell{n}}, false
}

// away is a key that leads out of the number: what was typed is kept, or it is told that it was not. Nobody leaves the
// program without having read that.
func (fl figureField) away(in ask, k key) []say {
	s := in.s
	says, right := fl.keep(in)
	if right && len(says) > 0 {
		in.a = says[0].(put).a
	}
	if !right && (k.op == opPause || k.op == opLine) {
		return says
	}
	out, own := in.mark(stop{kind: stopInput}, k)
	if !own {
		out = s.move(in, fl.stops(in), k)
	}
	switch {
	case right:
		return append(says, out...)
	case own && s.at > 0: // another answer was given in its place
		return out
	case k.op != opDown && k.op != opTab && k.op != opBackTab:
		*s = *newQuestion(in.f, s.id, s.once)
	}
	return append(out, says...)
}
