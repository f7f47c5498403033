package questionnaire

import (
	"bytes"
	"encoding/json"
	"time"
)

// AssessmentSchema names the format of assessment files. A field is added freely, a changed meaning raises the number.
const AssessmentSchema = "digitalkompass.assessment/1"

// Words for states in assessment files.
var stateWords = map[State]string{Unknown: "unknown", NotApplicable: "not_applicable", Skipped: "skipped"}

// object is a JSON object with its members in order.
type object []member

type member struct {
	key   string
	value any
}

// MarshalJSON writes the members in their order.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		b.Write(plainJSON(m.key))
		b.WriteByte(':')
		b.Write(plainJSON(m.value))
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// plainJSON writes a value without escaping for HTML. It cannot fail for the values used here.
func plainJSON(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic(err)
	}
	return bytes.TrimRight(b.Bytes(), "\n")
}

// Encode writes an assessment as JSON, its answers in the order of the bank. The same assessment gives the same bytes.
func Encode(b *Bank, a *Assessment) []byte {
	doc := object{{"schema", AssessmentSchema}}
	if a.Ref != "" {
		doc = append(doc, member{"ref", a.Ref})
	}
	doc = append(doc, object{
		{"bank", encodeRef(a.Bank)},
		{"language", a.Language}, {"path", a.Path},
	}...)
	for _, t := range []struct {
		key string
		at  time.Time
	}{{"started", a.Started}, {"updated", a.Updated}} {
		if !t.at.IsZero() {
			doc = append(doc, member{t.key, t.at.Format(time.RFC3339)})
		}
	}
	if a.Position != "" {
		doc = append(doc, member{"position", a.Position})
	}
	doc = append(doc, encodeAnswers(b, a)...)
	if e := a.Since; e != nil {
		since := object{{"bank", encodeRef(e.Bank)}, {"path", e.Path}}
		if !e.Updated.IsZero() {
			since = append(since, member{"updated", e.Updated.Format(time.RFC3339)})
		}
		doc = append(doc, member{"since", append(since, encodeAnswers(b, e)...)})
	}
	var out bytes.Buffer
	if err := json.Indent(&out, plainJSON(doc), "", "  "); err != nil {
		panic(err)
	}
	out.WriteByte('\n')
	return out.Bytes()
}

func encodeRef(r BankRef) object {
	out := object{{"id", r.ID}, {"version", r.Version}, {"digest", r.Digest}}
	if r.Variant != "" {
		out = append(out, member{"variant", r.Variant})
	}
	return out
}

func encodeAnswers(b *Bank, a *Assessment) object {
	company, answers := object{}, object{}
	for _, q := range b.Profile {
		if ans, ok := a.Company[q.ID]; ok {
			company = append(company, member{q.ID, companyAnswer(q, ans)})
		}
	}
	for _, d := range b.Dimensions {
		for _, q := range d.Questions {
			if ans, ok := a.Answers[q.ID]; ok {
				answers = append(answers, member{q.ID, fullAnswer(q, ans)})
			}
		}
	}
	return object{{"company", company}, {"answers", answers}}
}

// companyAnswer is the bare value where there is nothing else, and null for a field left empty on purpose.
func companyAnswer(q *Question, a Answer) any {
	bare := Answer{State: a.State, Value: a.Value}
	switch {
	case !a.Equal(bare):
		return fullAnswer(q, a)
	case a.State == Answered:
		return encodeValue(q, a.Value)
	}
	return nil
}

func fullAnswer(q *Question, a Answer) object {
	var o object
	if a.State == Answered {
		o = append(o, member{"value", encodeValue(q, a.Value)})
	} else if w := stateWords[a.State]; w != "" {
		o = append(o, member{"state", w})
	}
	for _, m := range []member{{"note", a.Note}, {"target", a.Target}, {"confidence", a.Confidence}, {"evidence", a.Evidence}} {
		if m.value != "" {
			o = append(o, m)
		}
	}
	if a.Later {
		o = append(o, member{"later", true})
	}
	if !a.Carried.IsZero() {
		o = append(o, member{"carried", a.Carried.String()})
	}
	return o
}

func encodeValue(q *Question, v Value) any {
	switch q.Kind.Family() {
	case AnyOf:
		return append([]string{}, v.Set...)
	case Rows:
		rows := object{}
		for _, r := range q.Rows {
			if cell, ok := v.Rows[r.ID]; ok {
				rows = append(rows, member{r.ID, cell})
			}
		}
		return rows
	case Figure:
		if v.Figure != nil {
			return json.Number(exactDecimal(v.Figure))
		}
	case Line:
		return v.Text
	case OneOf:
	}
	return v.Option
}

// EncodeAnswer writes one answer as assessment files do; an empty one is null.
func EncodeAnswer(q *Question, a Answer) []byte {
	if a.Empty() {
		return []byte("null")
	}
	return plainJSON(fullAnswer(q, a))
}
