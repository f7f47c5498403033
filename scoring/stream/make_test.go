package stream

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

func load(t testing.TB, dir string) *questionnaire.Bank {
	t.Helper()
	var d source.Diagnostics
	b := questionnaire.Load(os.DirFS(dir), &d)
	if b == nil {
		t.Fatal(d.All())
	}
	return b
}

var folders = []string{"../../data/banks/digitalkompass", "../../data/banks/dma", "../../data/banks/dii", "../../data/banks/cyber",
	"../../questionnaire/testdata/bank", "../../questionnaire/testdata/allbank"}

func shipped(t testing.TB) *questionnaire.Bank { return load(t, folders[0]) }

// maker draws assessments of a bank; the same seed draws the same ones.
type maker struct {
	b    *questionnaire.Bank
	r    *rand.Rand
	gaps int // per cent of answers that are unknown or open
	odd  int // per cent of answers with a note, a target or another mark
}

func newMaker(b *questionnaire.Bank, seed uint64) *maker {
	return &maker{b: b, r: rand.New(rand.NewPCG(seed, 1)), gaps: 3, odd: 5}
}

func (m *maker) chance(percent int) bool { return m.r.IntN(100) < percent }

func (m *maker) assessment() *questionnaire.Assessment {
	at := time.Date(2026, 11, 24, 9, m.r.IntN(60), 0, 0, time.UTC)
	a := questionnaire.New(m.b, questionnaire.Full, i18n.German, at)
	a.Bank.Digest = "0123456789abcdef"
	for _, q := range m.b.Profile {
		switch {
		case m.chance(5) && q.Asking.Optional:
			a.Company[q.ID] = questionnaire.Answer{State: questionnaire.Skipped}
		case !m.chance(5):
			a.Company[q.ID] = questionnaire.Answer{State: questionnaire.Answered, Value: m.value(q)}
		}
	}
	for _, d := range m.b.Dimensions {
		for _, q := range d.Questions {
			if ans := m.answer(q); !ans.Empty() {
				a.Answers[q.ID] = ans
			}
		}
	}
	return a
}

func (m *maker) answer(q *questionnaire.Question) questionnaire.Answer {
	a := questionnaire.Answer{State: questionnaire.Answered}
	switch {
	case m.chance(m.gaps):
		a.State = []questionnaire.State{questionnaire.Unknown, questionnaire.Unknown, questionnaire.Skipped, questionnaire.Open}[m.r.IntN(4)]
	case q.Asking.NotApplicable && m.chance(5):
		a.State = questionnaire.NotApplicable
	default:
		a.Value = m.value(q)
	}
	if m.chance(m.odd) {
		a.Note = "Nachfragen bei \"Frau Müller\",\nsiehe Ordner 7\\B."
		a.Confidence = questionnaire.Confidences[m.r.IntN(4)]
		a.Later = m.chance(30)
		if len(q.Options) > 0 {
			a.Target = q.Options[len(q.Options)-1].ID
		}
	}
	return a
}

func (m *maker) value(q *questionnaire.Question) questionnaire.Value {
	option := func() string { return q.Options[m.r.IntN(len(q.Options))].ID }
	switch q.Kind.Family() {
	case questionnaire.AnyOf:
		return questionnaire.Value{Set: m.set(q)}
	case questionnaire.Rows:
		rows := map[string]string{}
		for _, r := range q.Rows {
			switch {
			case m.chance(m.gaps):
				rows[r.ID] = questionnaire.RowUnknown
			case r.NotApplicable && m.chance(5):
				rows[r.ID] = questionnaire.RowNotApplicable
			case !m.chance(m.gaps):
				rows[r.ID] = option()
			}
		}
		return questionnaire.Value{Rows: rows}
	case questionnaire.Figure:
		if len(q.Options) == 0 || m.chance(50) {
			return questionnaire.Value{Figure: m.figure(q)}
		}
	case questionnaire.Line:
		return questionnaire.Value{Text: fmt.Sprint("Bäckerei ", m.r.IntN(100000))}
	case questionnaire.OneOf:
	}
	return questionnaire.Value{Option: option()}
}

func (m *maker) figure(q *questionnaire.Question) *big.Rat {
	low, _ := q.Range.Low.Float64()
	high, _ := q.Range.High.Float64()
	x := big.NewRat(int64(low+m.r.Float64()*min(high-low, 300)), 1)
	if !q.Range.Whole && m.chance(30) {
		half := new(big.Rat).Add(x, big.NewRat(1, 4))
		if half.Cmp(q.Range.High) <= 0 {
			return half
		}
	}
	return x
}

func (m *maker) set(q *questionnaire.Question) []string {
	var out []string
	for _, o := range q.Options {
		if o.Exclusive {
			if m.chance(10) {
				return []string{o.ID}
			}
			continue
		}
		if m.chance(40) {
			out = append(out, o.ID)
		}
	}
	return out
}

func compact(t testing.TB, b *questionnaire.Bank, a *questionnaire.Assessment) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := json.Compact(&out, questionnaire.Encode(b, a)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func (m *maker) line(t testing.TB) []byte { return compact(t, m.b, m.assessment()) }

func (m *maker) lines(t testing.TB, n int) [][]byte {
	var out [][]byte
	for range n {
		out = append(out, m.line(t))
	}
	return out
}
