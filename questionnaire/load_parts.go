package questionnaire

import (
	"maps"
	"math/big"
	"slices"
	"strings"

	"digitalkompass/questionnaire/source"
)

// profile reads profile.yaml.
func (l *loader) profile(s scope, m *source.Map) {
	s.need(m, "title")
	s.text(m, "about")
	for _, n := range m.Items("fields") {
		l.field(s, source.ReadMap(n, l.d))
	}
	l.conflicts(s, m.Items("conflicts"))
}

func (l *loader) field(s scope, m *source.Map) {
	before := l.d.Errors()
	q := &Question{ID: l.id(m, "item")}
	l.places["question/"+q.ID] = m.Pos()
	l.wasItem(m, q.ID)
	q.Kind = profileKinds[l.enum(m, "kind", slices.Sorted(maps.Keys(profileKinds))...)]
	q.Section = map[string]Section{"company": SectionCompany, "funding": SectionFunding}[l.enum(m, "section", "company", "funding")]
	at := s.in("fields", q.ID)
	q.Wording.Text, q.Wording.Short, q.Wording.Why = at.need(m, "text"), at.need(m, "short"), at.need(m, "help")
	l.terms(&q.Wording.Terms, m)
	q.Asking.Optional = m.Bool("optional")
	l.mark(m.At("when"), "when", q.ID)
	l.condition(m.Take("when"), q.ID, func(c Condition) { q.Asking.When = c })
	l.figures(at, q, m)
	l.content(at, q, m)
	m.Done()
	l.doubt(q, before)
	if q.Kind != 0 && q.ID != "" {
		l.bank.Profile = append(l.bank.Profile, q)
	}
}

var costs = map[string]Cost{"none": CostNone, "low": CostLow, "middle": CostMiddle, "high": CostHigh}

// String is the word for a cost class in data files.
func (c Cost) String() string {
	for w, other := range costs {
		if other == c {
			return w
		}
	}
	return ""
}

func (l *loader) measure(s scope, m *source.Map, q *Question) *Measure {
	x := &Measure{ID: l.id(m, "item"), Question: q.ID, From: m.NeedRat("from"), To: m.NeedRat("to")}
	l.places["measure/"+x.ID] = m.Pos()
	x.Cost = costs[l.enum(m, "cost", "none", "low", "middle", "high")]
	x.Days, x.PerPerson = m.NeedRat("days"), l.perPerson(m)
	x.Items, x.Helps = m.Strings("items"), m.Strings("helps")
	at := s.in("measures", x.ID)
	x.Title, x.What, x.Who = at.need(m, "title"), at.need(m, "what"), at.need(m, "who")
	l.measureRange(m, x)
	for _, n := range m.Items("items") {
		if q.Option(n.Value) == nil && q.Row(n.Value) == nil {
			l.d.Unknown(n.Pos, "unknown-option", n.Value, append(optionIDs(q), rowIDs(q)...))
		}
	}
	for _, n := range m.Items("needs") {
		x.Needs = append(x.Needs, n.Value)
		l.later = append(l.later, func() {
			if l.bank.Measure(n.Value) == nil && !l.doubts.about("measure", n.Value) && !l.doubts.lost("item") {
				l.d.Unknown(n.Pos, "unknown-measure", n.Value, slices.Sorted(maps.Keys(l.bank.measures)))
			}
		})
	}
	m.Done()
	return x
}

func (l *loader) measureRange(m *source.Map, x *Measure) {
	four := big.NewRat(4, 1)
	if x.From == nil || x.To == nil {
		x.From, x.To = new(big.Rat), four
		return
	}
	if x.From.Sign() < 0 || x.From.Cmp(x.To) >= 0 || x.To.Cmp(four) > 0 {
		l.d.Error(m.At("from"), "measure-range", "a", 0, "b", 4)
	}
	if x.Days == nil {
		x.Days = new(big.Rat) // which is reported
	}
	if x.Days.Sign() < 0 {
		l.d.Error(m.At("days"), "out-of-range", "a", 0, "b", 1000)
	}
}

// perPerson are the days of a measure for each person; the details of the company have to tell how many there are.
func (l *loader) perPerson(m *source.Map) *big.Rat {
	x := m.Rat("days_per_person")
	if x == nil {
		return nil
	}
	at := m.At("days_per_person")
	if x.Sign() <= 0 {
		l.d.Error(at, "not-positive", "name", "days_per_person")
	}
	l.later = append(l.later, func() {
		if f := l.bank.Question(FieldStaff); f == nil && !l.doubts.about("question", FieldStaff) && !l.doubts.lost("item") || f != nil && (f.Section != SectionCompany || f.Kind != Number) {
			l.d.Error(at, "no-staff", "name", FieldStaff)
		}
	})
	return x
}

func rowIDs(q *Question) []string {
	var out []string
	for _, r := range q.Rows {
		out = append(out, r.ID)
	}
	return out
}

func (l *loader) conflicts(s scope, nodes []*source.Node) {
	for _, n := range nodes {
		m := source.ReadMap(n, l.d)
		c := Conflict{ID: l.id(m, "conflict")}
		l.mark(m.Pos(), "conflict", c.ID)
		c.Ask = s.in("conflicts", c.ID).need(m, "ask")
		refs := m.Items("when")
		m.Done()
		l.later = append(l.later, func() {
			for _, r := range refs {
				c.When = append(c.When, l.reference(r))
			}
			l.bank.Conflicts = append(l.bank.Conflicts, c)
		})
		if len(refs) == 0 {
			l.d.Error(m.Pos(), "missing-field", "name", "when")
		}
	}
}

// reference reads "question=a|b", "question!=a" or "question.row=yes".
func (l *loader) reference(n *source.Node) Test {
	left, right, ok := strings.Cut(n.Value, "=")
	t := Test{Answer: true, Not: strings.HasSuffix(left, "!"), Values: strings.Split(right, "|")}
	t.ID, t.Row, _ = strings.Cut(strings.TrimSuffix(left, "!"), ".")
	for i, v := range t.Values {
		t.Values[i] = cellWord(v)
	}
	if !ok || t.ID == "" || right == "" {
		l.d.Error(n.Pos, "bad-reference", "name", n.Value)
		return t
	}
	l.checkTest(n.Pos, t)
	return t
}

func (l *loader) questionIDs() []string { return slices.Sorted(maps.Keys(l.bank.index)) }
