package stream

import (
	"encoding/json"
	"strconv"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// writer writes results as lines of JSON, with the names and numbers of the full record.
type writer struct {
	stages     []string // the beginnings of the stages' objects, by level
	dimensions []string
}

func newWriter(b *questionnaire.Bank) writer {
	w := writer{stages: []string{"null"}}
	for _, s := range b.Stages {
		w.stages = append(w.stages, `{"level":`+strconv.Itoa(s.Level)+`,"id":`+quoted(s.ID)+`}`)
	}
	for _, d := range b.Dimensions {
		w.dimensions = append(w.dimensions, `{"id":`+quoted(d.ID)+`,"applies":`)
	}
	return w
}

func quoted(s string) string {
	out, _ := json.Marshal(s) // a string cannot fail
	return string(out)
}

// result writes a result; ref is escaped already.
func (w *writer) result(out []byte, n int, ref []byte, b *scoring.Brief, dropped int) []byte {
	out = strconv.AppendInt(append(out, `{"line":`...), int64(n), 10)
	if len(ref) > 0 {
		out = append(append(append(out, `,"ref":"`...), ref...), '"')
	}
	if dropped > 0 {
		out = integer(out, `,"dropped":`, dropped)
	}
	t := &b.Total
	out = number(append(out, `,"score":`...), t.Scored, t.Score)
	out = number(append(out, `,"of":`...), t.Applies, t.Of)
	out = append(append(out, `,"stage":`...), w.stages[b.Stage.Level]...)
	out = strconv.AppendBool(append(out, `,"certain":`...), b.Certain)
	out = interval(append(out, `,"interval":{"score":`...), t)
	out = integer(out, `,"stage":{"low":`, b.Stage.Low)
	out = integer(out, `,"high":`, b.Stage.High)
	c := &b.Coverage
	out = integer(append(out, "}}"...), `,"coverage":{"answered":`, c.Answered)
	out = integer(out, `,"unknown":`, c.Unknown)
	out = integer(out, `,"not_applicable":`, c.NotApplicable)
	out = integer(out, `,"open":`, c.Open)
	out = integer(out, `,"asked":`, c.Asked)
	return w.areas(append(out, `},"dimensions":[`...), b)
}

func (w *writer) areas(out []byte, b *scoring.Brief) []byte {
	for i := range b.Dimensions {
		if i > 0 {
			out = append(out, ',')
		}
		d := &b.Dimensions[i]
		out = strconv.AppendBool(append(out, w.dimensions[i]...), d.Span.Applies)
		out = number(append(out, `,"score":`...), d.Span.Scored, d.Span.Score)
		out = number(append(out, `,"of":`...), d.Span.Applies, d.Span.Of)
		if out = append(out, `,"level":`...); d.Level > 0 {
			out = strconv.AppendInt(out, int64(d.Level), 10)
		} else {
			out = append(out, "null"...)
		}
		out = append(interval(append(out, `,"interval":`...), &d.Span), '}')
	}
	return append(out, "]}\n"...)
}

func integer(out []byte, name string, n int) []byte {
	return strconv.AppendInt(append(out, name...), int64(n), 10)
}

func interval(out []byte, s *scoring.BriefSpan) []byte {
	out = number(append(out, `{"low":`...), s.Bounded, s.Low)
	return append(number(append(out, `,"high":`...), s.Bounded, s.High), '}')
}

// number writes points with one decimal, or null.
func number(out []byte, there bool, p scoring.Points) []byte {
	if !there {
		return append(out, "null"...)
	}
	n := p.In(10)
	if n < 0 {
		out, n = append(out, '-'), -n
	}
	return append(strconv.AppendInt(out, n/10, 10), '.', byte('0'+n%10))
}

// refusal writes what is wrong with a line, and where.
func (w *writer) refusal(out []byte, n int, code string, column int, text string) []byte {
	out = integer(out, `{"line":`, n)
	out = append(append(out, `,"error":{"code":`...), quoted(code)...)
	out = integer(out, `,"column":`, column)
	return append(append(append(out, `,"text":`...), quoted(text)...), "}}\n"...)
}
