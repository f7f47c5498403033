package wizard

import (
	"slices"
	"strconv"
	"strings"

	"digitalkompass/questionnaire"
)

// advises says whether what a consultant adds to an answer stands below it.
func (in ask) advises() bool { return in.f.Advice && in.q.Dimension != "" }

// advice are the stops of it: what the answer is based on, where the proof is, the level aimed for, a mark, a note; and what
// goes on, where the answers have none of their own.
func (in ask) advice(next bool) []stop {
	if !in.advises() {
		return nil
	}
	out := []stop{{stopBasis, "", ""}, {stopEvidence, "", ""}}
	if len(in.q.Goals(in.a)) > 0 {
		out = append(out, stop{stopTarget, "", ""})
	}
	out = append(out, stop{stopLater, "", ""}, stop{stopNote, "", ""})
	if next {
		return out
	}
	return append(out, stop{stopOnward, "", ""})
}

// advise handles keys on those stops.
func (in ask) advise(here stop, k key) ([]say, bool) {
	acts := k.op == opEnter || k.op == opSpace
	switch here.kind {
	case stopBasis:
		next, own := turned(k, questionnaire.Confidences[1:], in.a.Confidence)
		in.a.Confidence = next
		return in.keep(own)
	case stopEvidence:
		return []say{open{newEvidence(in.q, in.a)}}, acts
	case stopTarget:
		return in.aim(k)
	case stopLater:
		in.a.Later = in.a.Later != acts
		return in.keep(acts)
	case stopArea:
		return []say{open{in.f.whyOf(here.id)}}, acts
	case stopNote:
		return []say{open{newNote(in.q, in.a)}}, acts
	}
	return nil, false
}

// aim sets the target; a digit is the number that the option has above. What is no better than today's answer is no target.
func (in ask) aim(k key) ([]say, bool) {
	goals := in.q.Goals(in.a)
	if d := k.digit(); d > 0 {
		at := slices.IndexFunc(goals, func(id string) bool { return in.q.Number(id) == d })
		switch {
		case d > len(in.q.Options):
			return nil, true
		case at < 0:
			return []say{tell{note{key: "adv.not-better", args: []any{"n", d}, fault: true}}}, true
		}
		k.text = strconv.Itoa(at + 1)
	}
	next, own := turned(k, goals, in.a.Target)
	in.a.Target = next
	return in.keep(own)
}

func (in ask) keep(own bool) ([]say, bool) { return []say{put{answer{in.q, in.a, false}}}, own }

// turned is the choice that a key leads to: a digit takes that one and, where it stands already, takes it away; arrows,
// Enter and Space go round, with none between the last and the first.
func turned(k key, choices []string, now string) (next string, own bool) {
	at := slices.Index(choices, now)
	switch d := k.digit(); {
	case d >= 1 && d <= len(choices) && d-1 != at:
		at = d - 1
	case d >= 0 && d <= len(choices):
		at = -1
	case d > 0:
		return now, true
	case k.op == opLeft:
		if at--; at < -1 {
			at = len(choices) - 1
		}
	case k.op == opRight, k.op == opEnter, k.op == opSpace:
		if at++; at == len(choices) {
			at = -1
		}
	default:
		return now, false
	}
	if at < 0 {
		return "", true
	}
	return choices[at], true
}

// adviceLines are the rows of one of those stops.
func (in ask) adviceLines(st stop, on bool) []line {
	f := in.f
	lead := func(word string) line { return append(pointer(on), span{roleOf(on), pad(f.T(word), 12)}) }
	switch st.kind {
	case stopBasis:
		var words []string
		for _, c := range questionnaire.Confidences[1:] {
			words = append(words, f.T("adv."+c))
		}
		return f.hanging(lead("adv.basis"), marked(words, slices.Index(questionnaire.Confidences[1:], in.a.Confidence)), roleOf(on))
	case stopTarget:
		return in.targetLines(lead("adv.target"), on)
	case stopOnward:
		return []line{f.button(f.T("btn.next"), on)}
	case stopLater:
		mark := map[bool]string{true: "[x] ", false: "[ ] "}[in.a.Later]
		return []line{append(pointer(on), span{roleOf(on), mark + f.T("note.later")})}
	}
	if st.kind == stopEvidence {
		text := f.T("adv.noproof")
		if in.a.Evidence != "" {
			text = f.prep(in.a.Evidence)
		}
		return f.hanging(lead("adv.evidence"), text, roleOf(on))
	}
	text := f.T("adv.nonote")
	if in.a.Note != "" {
		text = f.prep(oneLine(in.a.Note))
	}
	return f.hanging(lead("do.note"), text, roleOf(on))
}

// targetLines are the levels to aim for by their numbers; under the pointer with the words of the one aimed for.
func (in ask) targetLines(lead line, on bool) []line {
	aims := in.q.Goals(in.a)
	var words []string
	for _, id := range aims {
		words = append(words, strconv.Itoa(in.q.Number(id)))
	}
	at := slices.Index(aims, in.a.Target)
	out := in.f.hanging(lead, marked(append(words, in.f.T("adv.none")), (at+len(aims)+1)%(len(aims)+1)), roleOf(on))
	if on && at >= 0 {
		out = append(out, in.f.indented(in.f.text(in.q.Option(aims[at]).Text), lead.width(), plain)...)
	}
	return out
}

// marked are choices in a row, one of them marked; each wraps as a whole.
func marked(words []string, at int) string {
	var out []string
	for i, w := range words {
		mark := map[bool]string{true: "(•)", false: "( )"}[i == at]
		out = append(out, mark+"\u00a0"+strings.ReplaceAll(w, " ", "\u00a0"))
	}
	return strings.Join(out, "\u00a0 ")
}

// advising turns what a consultant adds on and off.
func (r *root) advising() {
	r.view.advice = !r.view.advice
	r.desk.KeepAdvice(r.view.advice)
	r.note = note{key: map[bool]string{true: "adv.on", false: "adv.off"}[r.view.advice]}
}
