package wizard

import (
	"math/big"
	"strconv"
	"strings"
	"unicode"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// figureField asks for a number, or for one of its bands.
type figureField struct{}

// Cells of a number and of an amount, and how many characters either may have.
const figureWidth, amountWidth, figureMax = 14, 26, 40

func (figureField) stops(in ask) []stop {
	out := []stop{{stopInput, "", ""}}
	for i, o := range in.q.Options {
		label := ""
		if in.f.Advice || in.s.bands { // who does not expect it takes the number of a band for the number asked for
			label = "#" + strconv.Itoa(i+1)
		}
		out = append(out, stop{stopOption, o.ID, label})
	}
	return append(out, in.tail(false)...)
}

// begin points at the number, or at the band or state that was chosen without one.
func (figureField) begin(in ask) int {
	in.s.input = newEditor("", figureMax)
	if v := in.a.Value; in.a.State == questionnaire.Answered && v.Figure != nil {
		in.s.input = newEditor(plainFigure(in, v.Figure), figureMax)
		return 0
	}
	at := 0
	switch in.a.State {
	case questionnaire.Answered:
		at = in.find(func(st stop) bool { return st.kind == stopOption && st.id == in.a.Value.Option })
	case questionnaire.Unknown, questionnaire.NotApplicable, questionnaire.Skipped:
		at = in.stopOf(in.a.State)
	case questionnaire.Open:
	}
	return max(0, at)
}

// plainFigure is a number as it stands in the field.
func plainFigure(in ask, x *big.Rat) string {
	digits, _ := x.FloatPrec()
	s := x.FloatString(digits)
	if in.f.P.Lang() == i18n.German {
		s = strings.ReplaceAll(s, ".", ",")
	}
	return s
}

func (fl figureField) press(in ask, here stop, k key) ([]say, bool) {
	if here.kind == stopInput || k.pasted || here.kind == 0 && k.op == opText {
		in.s.at = 0
		return fl.typing(in, k)
	}
	switch d := k.digit(); {
	case d >= 0 && !in.f.Advice && !in.s.bands: // bands show no numbers: it is the number asked for
		in.s.at = 0
		return fl.typing(in, k)
	case d > 0 && d <= len(in.q.Options):
		in.s.at = d
		return fl.choose(in, in.q.Options[d-1].ID, false), true
	}
	if here.kind == stopOption && (k.op == opEnter || k.op == opSpace) {
		return fl.choose(in, here.id, k.op == opEnter), true
	}
	return nil, false
}

// choose takes a band or an "instead" option, and empties the number.
func (figureField) choose(in ask, option string, on bool) []say {
	in.s.input = newEditor("", figureMax)
	in.s.wrong = note{}
	return in.choose(option, on)
}

func (figureField) read(in ask) (*big.Rat, note) {
	text := strings.TrimSpace(in.s.input.String())
	if text == "" {
		return nil, note{key: "err.empty." + map[bool]string{true: "field", false: "question"}[in.q.Dimension == ""], fault: true}
	}
	x, bad := questionnaire.ParseFigure(in.q, text, in.f.P.Lang())
	if len(bad) > 0 {
		return nil, about("answer.", bad[0])
	}
	return x, note{}
}

func (figureField) take(in ask, x *big.Rat) []say {
	in.s.typed = false
	return []say{put{answer{in.q, questionnaire.WithValue(in.a, questionnaire.Value{Figure: x}), false}}}
}

// accept is Enter: a right number is taken, a wrong one stays with the reason above it.
func (fl figureField) accept(in ask) []say {
	if in.optional() && strings.TrimSpace(in.s.input.String()) == "" {
		return in.refuse()
	}
	x, bad := fl.read(in)
	in.s.wrong = bad
	if bad.key != "" {
		in.s.input.fresh = true // typing begins anew
		return nil
	}
	return append(fl.take(in, x), forward{id: in.q.ID})
}

// step adds the field's step to the number, within its range.
func (figureField) step(in ask, sign int) {
	x, bad := questionnaire.ParseFigure(in.q, in.s.input.String(), in.f.P.Lang())
	if len(bad) > 0 {
		x = new(big.Rat)
	}
	x = new(big.Rat).Add(x, big.NewRat(int64(sign*in.q.Range.Step), 1))
	if r := in.q.Range; r.Low != nil && x.Cmp(r.Low) < 0 {
		x = r.Low
	} else if r.High != nil && x.Cmp(r.High) > 0 {
		x = r.High
	}
	in.s.input = newEditor(plainFigure(in, x), figureMax)
	in.s.typed, in.s.wrong = true, note{}
}

// lines are the number with what is wrong above it, and the bands; the number typed marks its band.
func (fl figureField) lines(in ask, st stop, on bool) []line {
	if st.kind == stopInput {
		var out []line
		if in.s.wrong.key != "" {
			out = in.f.hanging(line{{fault, " ! "}}, in.s.wrong.in(in.f), strong)
		}
		row := append(pointer(on), span{roleOf(on), in.f.prep(in.s.input.field(fl.width(in), on))})
		return append(out, append(row, span{plain, " " + in.f.text(in.q.Wording.Unit)}))
	}
	return in.f.hanging(in.lead(st.label, fl.marked(in) == st.id, on), in.f.text(in.q.Option(st.id).Text), roleOf(on))
}

// width is the room for what is typed: an amount has groups, and words behind it.
func (figureField) width(in ask) int {
	if in.q.Kind == questionnaire.Money {
		return amountWidth
	}
	return figureWidth
}

// marked is the option that the number typed, or else the answer, stands for.
func (figureField) marked(in ask) string {
	v := in.a.Value
	if text := in.s.input.String(); text != "" {
		x, bad := questionnaire.ParseFigure(in.q, text, in.f.P.Lang())
		if len(bad) > 0 {
			return ""
		}
		v = questionnaire.Value{Figure: x}
	} else if in.a.State != questionnaire.Answered {
		return ""
	}
	if o := in.q.Chosen(v); o != nil {
		return o.ID
	}
	return ""
}

func (figureField) head(ask) []line { return nil }

func (figureField) hint(in ask, here stop) string {
	if here.kind != stopInput {
		return ""
	}
	if in.hedges("") {
		return in.f.T("hint.about")
	}
	if text := in.s.input.String(); in.q.Kind == questionnaire.Money && strings.ContainsFunc(text, unicode.IsLetter) {
		if x, bad := questionnaire.ParseFigure(in.q, text, in.f.P.Lang()); len(bad) == 0 {
			return in.f.T("hint.reads", "x", in.f.said(in.q, questionnaire.WithValue(in.a, questionnaire.Value{Figure: x})))
		}
	}
	if in.q.Range.Step > 0 && in.s.input.String() != "" {
		return in.f.T("hint.step", "n", in.q.Range.Step)
	}
	key := "hint.number"
	for _, o := range in.q.Options {
		key = "hint.number.band"
		if o.Instead {
			return in.f.T("hint.number.answer")
		}
	}
	return in.f.T(key)
}

func (figureField) keys(in ask, here stop) []hint { return in.typed(here) }
