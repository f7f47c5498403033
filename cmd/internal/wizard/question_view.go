package wizard

import (
	"strings"

	"digitalkompass/questionnaire"
)

// View shows where we are, the question, and as much of its answers as fits; the question stays while they scroll.
func (s *question) View(f frame) page {
	in, fl, ok := s.ask(f)
	if !ok {
		return page{}
	}
	stops := fl.stops(in)
	at := min(s.at, len(stops)-1)
	here := stop{}
	if at >= 0 {
		here = stops[at]
	}
	p := f.place(in.q)
	main := len(stops) - len(in.areas())
	p.Panel = f.side(at - main)
	p.Hint = fl.hint(in, here)
	fixed := append([]line{nil}, f.para(f.text(in.q.Wording.Text), strong)...)
	help := in.explained()
	own := fl.head(in)
	list := in.blocks(fl, stops, at)
	if len(fixed)+len(help)+len(own)+1+needed(list) > f.body() && len(help) > 2 {
		list = append([]block{still(help...), gap}, list...)
		help = nil
	}
	fixed = append(append(append(fixed, help...), own...), nil)
	if len(fixed)+len(flatLines(list)) > f.body() && len(fixed) > 1 {
		fixed = fixed[1:] // the free row on top
	}
	p.Body = append(fixed, f.fit(list, min(at, main-1), f.body()-len(fixed))...)
	if here.kind == stopTarget && !f.Away {
		p.Hint = f.T("adv.target.digit")
	}
	if in.advises() && here.kind < stopBasis {
		f.announce(p.Body, f.T("adv.below"))
	}
	return p
}

// needed is the room that a list has to have at least, to be worth looking at.
func needed(list []block) int { return min(len(flatLines(list)), 7) }

func flatLines(list []block) []line {
	rows, _, _ := flatten(list, noStop)
	return rows
}

// explained is the text below a profile field, or the remark that several answers may be ticked, and the answer given
// last time or, as long as that is the answer, that it waits to be confirmed.
func (in ask) explained() []line {
	var out []line
	if in.q.Dimension == "" {
		out = in.f.para(in.f.text(in.q.Wording.Why), plain)
	}
	if in.q.Kind.Family() == questionnaire.AnyOf {
		out = append(out, in.f.para(in.f.T("hint.many"), plain)...)
	}
	if questionnaire.Unconfirmed(in.q, in.a) {
		n := len(in.f.Look.Talk.Unconfirmed(in.f.Look.Talk.Assessment()))
		return append(out, in.f.para(in.f.T("carried.here", "date", in.a.Carried, "n", n), plain)...)
	}
	if was, ok := in.f.Look.Talk.LastTime(in.q); ok {
		day := dayOf(in.f.Look.Talk.Assessment().Since.Updated)
		out = append(out, in.f.inFew(in.f.T("last.time", "date", day, "v", in.was(was)))...)
	}
	return out
}

// lastTimeRows is how many rows the answer given last time may take from the present one; the help has all of it.
const lastTimeRows = 2

// inFew is running text in few rows; what is left out is marked.
func (f frame) inFew(text string) []line {
	rows := f.para(text, plain)
	if len(rows) <= lastTimeRows {
		return rows
	}
	last := cut(strings.TrimPrefix(rows[lastTimeRows-1].text(), " "), f.wide()-3)
	return append(rows[:lastTimeRows-1], ln(" "+strings.TrimRight(last, " ;,.")+" …"))
}

// was is an earlier answer in words.
func (in ask) was(a questionnaire.Answer) string {
	if all := in.f.full(in.q, a); len(all) > 0 {
		return inARow(all)
	}
	return in.f.said(in.q, a)
}

// inARow sets texts in a row: whole sentences one after the other, all else with a sign between.
func inARow(texts []string) string {
	var out strings.Builder
	for i, t := range texts {
		switch {
		case i > 0 && strings.HasSuffix(texts[i-1], "."):
			out.WriteString(" ")
		case i > 0:
			out.WriteString("; ")
		}
		out.WriteString(t)
	}
	return out.String()
}

func (in ask) blocks(fl field, stops []stop, at int) []block {
	var out []block
	last := stopKind(0)
	for i, st := range stops {
		if st.kind == stopArea {
			break
		}
		if last != 0 && groupOf(st.kind) != groupOf(last) {
			out = append(out, gap)
			if groupOf(st.kind) == adviceGroup {
				out = append(out, still(bold(" "+in.f.T("adv.title"))))
			}
		}
		out = append(out, block{lines: in.lines(fl, st, i == at && !in.f.Away), stop: i})
		last = st.kind
	}
	return out
}

// adviceGroup is the group of what a consultant adds.
const adviceGroup = 6

// groupOf says which stops stand together without a free row.
func groupOf(k stopKind) int {
	return map[stopKind]int{stopInput: 1, stopOption: 2, stopRow: 2, stopUnknown: 3, stopNotApplicable: 3, stopRefuse: 3, stopNext: 4, stopTerms: 5,
		stopBasis: adviceGroup, stopEvidence: adviceGroup, stopTarget: adviceGroup, stopLater: adviceGroup, stopNote: adviceGroup, stopOnward: adviceGroup + 1}[k]
}

func (in ask) lines(fl field, st stop, on bool) []line {
	f := in.f
	switch st.kind {
	case stopUnknown:
		return in.choice(st, "opt.unknown", in.a.State == questionnaire.Unknown, on)
	case stopNotApplicable:
		word := "opt.na"
		if in.q.Kind == questionnaire.Grid {
			word = "opt.na.all"
		}
		return in.choice(st, word, in.a.State == questionnaire.NotApplicable, on)
	case stopRefuse:
		return in.choice(st, "opt.refuse", in.a.State == questionnaire.Skipped, on)
	case stopNext:
		return []line{f.button(f.T("btn.next"), on)}
	case stopTerms:
		return in.termLines(on)
	case stopBasis, stopEvidence, stopTarget, stopLater, stopNote, stopOnward:
		return in.adviceLines(st, on)
	case stopInput, stopOption, stopRow, stopArea:
	}
	return fl.lines(in, st, on)
}

func (in ask) choice(st stop, key string, chosen, on bool) []line {
	return in.f.hanging(in.lead(st.label, chosen, on), in.f.T(key), roleOf(on))
}

// lead is pointer, key and mark before an answer.
func (in ask) lead(label string, chosen, on bool) line {
	mark := map[bool]string{true: "(•)", false: "( )"}[chosen]
	if in.q.Kind.Family() == questionnaire.AnyOf {
		mark = map[bool]string{true: "[x]", false: "[ ]"}[chosen]
	}
	return append(pointer(on), span{roleOf(on), pad(in.usable(label), 3) + mark + " "})
}

// usable is the key before an answer, unless it would be text now.
func (in ask) usable(label string) string {
	if in.s.CapturesText() && in.q.Kind.Family() != questionnaire.Figure {
		return ""
	}
	return label
}

// button is a word in brackets below the answers.
func (f frame) button(word string, on bool) line {
	return append(pointer(on), span{roleOf(on), "   [ " + word + " ]"})
}

// termLines are the terms of the question, the one in focus in brackets.
func (in ask) termLines(on bool) []line {
	f := in.f
	words := in.q.Wording.Terms
	title := f.T("help.terms")
	if len(words) == 1 {
		title = f.T("help.term")
	}
	var names []string
	for i, id := range words {
		name := id
		if t := f.Look.bank().Term(id); t != nil {
			name = f.text(t.Name)
		}
		if on && i == min(in.s.term, len(words)-1) {
			name = "[" + name + "]"
		}
		names = append(names, strings.ReplaceAll(name, " ", "\u00a0"))
	}
	if !on {
		return f.hanging(ln(" "), title+": "+strings.Join(names, " · "), plain)
	}
	return f.hanging(pointer(true), title+": "+strings.Join(names, " · "), focus)
}

// Keys are the words of the key row; the first says what Enter does.
func (s *question) Keys(f frame) []hint {
	in, fl, ok := s.ask(f)
	if !ok {
		return []hint{esc("do.back"), menuHint}
	}
	stops := fl.stops(in)
	here := stop{}
	if at := min(s.at, len(stops)-1); at >= 0 {
		here = stops[at]
	}
	if here.kind == stopInput && in.q.Kind.Family() != questionnaire.Figure {
		out := second(in.confirming(here, fl.keys(in, here)), esc("do.back"))
		if f.W >= 80 {
			out = append(out, pauseTextHint)
		}
		return append(out, helpF1Hint, s.tabbing(stops))
	}
	out := []hint{enter("do.next")}
	if here.kind == stopTerms {
		out = []hint{enter("do.lookup")}
		if f.Advice {
			out = append(out, onwardHint)
		}
	} else if here.kind == stopArea {
		out = []hint{enter("tab.2"), onwardHint, arrows("do.choose")}
	} else if here.kind > stopTerms && here.kind != stopOnward {
		out = []hint{enter("do.change"), onwardHint, arrows("do.choose")}
	} else if own := fl.keys(in, here); own != nil {
		out = own
	}
	out = append(second(in.confirming(here, out), esc("do.back")), helpHint, pauseHint, noteHint, goHint)
	if f.Panel && (here.kind != stopInput || s.input.String() != "") { // there it may begin a word
		out = append(out, hint{op: opResult, key: "e", word: "live.title"})
	}
	return append(out, menuHint)
}

// tabbing says where Tab leads from a text field.
func (s *question) tabbing(stops []stop) hint {
	for _, st := range stops {
		switch {
		case st.kind == stopTerms:
			return hint{op: opTab, key: "key.tab", word: "do.toterm"}
		case st.kind == stopArea:
			return hint{op: opTab, key: "key.tab", word: "do.toarea"}
		case st.kind > stopTerms:
			return hint{op: opTab, key: "key.tab", word: "do.toadvice"}
		}
	}
	return tabHint
}
