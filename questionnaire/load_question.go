package questionnaire

import (
	"fmt"
	"maps"
	"math/big"
	"slices"

	"digitalkompass/questionnaire/source"
)

// kinds are the words for kinds in data files; the first group can be scored.
var (
	scoredKinds  = map[string]Kind{"ladder": Ladder, "number": Number, "share": Share, "money": Money, "multi": Multi, "grid": Grid}
	profileKinds = map[string]Kind{"text": Words, "number": Number, "money": Money, "choice": Choice}
)

// String is the word for a kind in data files.
func (k Kind) String() string {
	for _, m := range []map[string]Kind{scoredKinds, profileKinds} {
		for w, other := range m {
			if other == k {
				return w
			}
		}
	}
	return fmt.Sprintf("kind %d", int(k))
}

// dimension reads a dimension's file.
func (l *loader) dimension(s scope, m *source.Map) {
	d := &Dimension{ID: l.id(m, "node")}
	l.places["dimension/"+d.ID] = m.Pos()
	d.Title, d.Short, d.About = s.need(m, "title"), s.need(m, "short"), s.need(m, "about")
	l.mark(m.At("when"), "dimension-when", d.ID)
	l.condition(m.Take("when"), "", func(c Condition) { d.When = c })
	for _, n := range m.Items("levels") {
		lm := source.ReadMap(n, l.d)
		lv := Level{Level: lm.Int("level")}
		l.mark(lm.Pos(), "level", d.ID, itoa(lv.Level))
		at := s.in("levels", fmt.Sprint(lv.Level))
		lv.Meaning, lv.Next = at.need(lm, "meaning"), at.need(lm, "next")
		d.Levels = append(d.Levels, lv)
		lm.Done()
	}
	l.bank.Dimensions = append(l.bank.Dimensions, d)
	before := l.d.Errors()
	for _, n := range m.Items("questions") {
		if q := l.question(s, source.ReadMap(n, l.d), d.ID); q != nil {
			d.Questions = append(d.Questions, q)
		}
	}
	if l.d.Errors() > before {
		l.doubts.add("dimension", d.ID)
	}
	l.dimensionNode(s, m, d)
	l.conflicts(s, m.Items("conflicts"))
}

// question reads a question of a dimension; nil when its kind or its id is not known.
func (l *loader) question(s scope, m *source.Map, dimension string) *Question {
	before := l.d.Errors()
	q := &Question{ID: l.id(m, "item"), Section: SectionQuestions, Dimension: dimension}
	q.Kind = scoredKinds[l.enum(m, "kind", slices.Sorted(maps.Keys(scoredKinds))...)]
	l.places["question/"+q.ID] = m.Pos()
	l.wasItem(m, q.ID)
	at := s.in("questions", q.ID)
	w := &q.Wording
	w.Text, w.Short, w.Why = at.need(m, "text"), at.need(m, "short"), at.need(m, "why")
	w.Example, w.Where = at.need(m, "example"), at.need(m, "where")
	w.Tags = m.Strings("tags")
	l.terms(&w.Terms, m)
	l.asking(at, q, m)
	l.figures(at, q, m)
	l.scoring(at, q, m)
	l.content(at, q, m)
	l.sizes(at, q, m.Map("by_size"))
	l.mirror(q, m)
	for _, n := range m.Items("measures") {
		q.Measures = append(q.Measures, l.measure(at, source.ReadMap(n, l.d), q))
	}
	m.Done()
	l.doubt(q, before)
	if q.Kind == 0 || q.ID == "" {
		return nil
	}
	return q
}

// terms reads the words of a question, a detail or a module that the glossary explains.
func (l *loader) terms(into *[]string, m *source.Map) {
	for _, n := range m.Items("terms") {
		*into = append(*into, n.Value)
		l.later = append(l.later, func() {
			if l.bank.Term(n.Value) == nil && !l.doubts.lost("item") {
				var known []string
				for _, t := range l.bank.Glossary {
					known = append(known, t.ID)
				}
				l.d.Unknown(n.Pos, "unknown-term", n.Value, known)
			}
		})
	}
}

func (l *loader) asking(s scope, q *Question, m *source.Map) {
	a := &q.Asking
	a.Quick, a.NotApplicable = m.Bool("quick"), m.Bool("not_applicable")
	l.mark(m.At("when"), "when", q.ID)
	l.condition(m.Take("when"), q.ID, func(c Condition) { a.When = c })
	l.condition(m.Take("counts_as_zero"), q.ID, func(c Condition) {
		l.mark(m.At("counts_as_zero"), "implied", q.ID, itoa(len(a.Implied)))
		a.Implied = append(a.Implied, Implied{When: c, Points: new(big.Rat)})
	})
	q.Wording.NotApplicableWhen = s.text(m, "not_applicable_when")
}

// figures reads units, range and step.
func (l *loader) figures(s scope, q *Question, m *source.Map) {
	q.Wording.Unit, q.Wording.UnitOne = s.text(m, "unit"), s.text(m, "unit_one")
	ends := m.Items("range")
	q.Range.Whole, q.Range.Step = m.Bool("whole"), max(1, m.Int("step"))
	if q.Kind.Family() != Figure {
		if len(ends) > 0 && q.Kind != 0 {
			l.d.Error(m.At("range"), "field-not-here", "name", "range", "kind", q.Kind.String())
		}
		return
	}
	if len(ends) != 2 {
		if v := m.Take("range"); v == nil || v.Kind == source.List { // else it is told already
			l.d.Error(m.At("range"), "bad-range")
		}
		return
	}
	q.Range.Low, q.Range.High = source.RatOf(ends[0], l.d), source.RatOf(ends[1], l.d)
	if q.Range.Low != nil && q.Range.High != nil && q.Range.Low.Cmp(q.Range.High) >= 0 {
		l.d.Error(m.At("range"), "bad-range")
		q.Range.Low, q.Range.High = nil, nil
	}
}

// content reads options, by themselves or as a shared set, and rows.
func (l *loader) content(s scope, q *Question, m *source.Map) {
	q.Options = l.options(s.in("options"), m.Items("options"))
	for i, n := range m.Items("options")[:len(q.Options)] {
		l.mark(n.Pos, "option", q.ID, q.Options[i].ID)
	}
	if v := m.Take("answers"); v != nil {
		set, ok := l.sets[v.Value]
		if !ok {
			l.d.Unknown(v.Pos, "unknown-answers", v.Value, l.known("answers"))
		}
		if len(q.Options) > 0 {
			l.d.Error(v.Pos, "answers-twice")
		}
		if l.doubts.about("answers", v.Value) {
			l.doubts.add("question", q.ID)
		}
		q.Options = slices.Clone(set)
	}
	if len(q.Options) == 0 && m.Take("answers") == nil && q.Kind != Words && q.Kind.Family() != Figure {
		l.d.Error(m.Pos(), "missing-field", "name", "options")
	}
	l.rows(s, q, m)
}

func (l *loader) rows(s scope, q *Question, m *source.Map) {
	nodes := m.Items("rows")
	if (q.Kind == Grid) != (len(nodes) > 0) && q.Kind != 0 {
		code := "field-not-here"
		if q.Kind == Grid {
			code = "missing-field"
		}
		l.d.Error(m.At("rows"), code, "name", "rows", "kind", q.Kind.String())
	}
	var former []*source.Node
	for _, n := range nodes {
		rm := source.ReadMap(n, l.d)
		r := Row{ID: l.local(rm, func(id string) bool { return q.Row(id) != nil }), NotApplicable: rm.Bool("not_applicable")}
		if v := rm.Need("text"); v != nil {
			r.Text = s.in("rows").register(r.ID, v)
		}
		r.Was, former = rm.Strings("was"), append(former, rm.Items("was")...)
		q.Rows = append(q.Rows, r)
		rm.Done()
	}
	l.former(former, func(id string) bool { return q.Row(id) != nil })
}

func (l *loader) options(s scope, nodes []*source.Node) []Option {
	var out []Option
	var former []*source.Node
	for _, n := range nodes {
		m := source.ReadMap(n, l.d)
		o := Option{at: m.Pos(), From: m.Rat("from"), Instead: m.Bool("instead"), Exclusive: m.Bool("exclusive")}
		l.points(m, &o)
		o.ID = l.local(m, func(id string) bool { return slices.ContainsFunc(out, func(o Option) bool { return o.ID == id }) })
		if v := m.Need("text"); v != nil {
			o.Text = s.register(o.ID, v)
		}
		o.Was, former = m.Strings("was"), append(former, m.Items("was")...)
		out = append(out, o)
		m.Done()
	}
	l.former(former, func(id string) bool { return slices.ContainsFunc(out, func(o Option) bool { return o.ID == id }) })
	return out
}

// local reads an id that is unique within its question.
func (l *loader) local(m *source.Map, taken func(string) bool) string {
	id := m.NeedString("id")
	switch {
	case id == "":
	case !validID(id):
		l.d.Error(m.At("id"), "bad-id", "name", id)
	case taken(id):
		l.d.Error(m.At("id"), "duplicate-id", "name", id, "first", m.Pos().File)
	}
	return id
}

// sizes reads what differs for a size class and builds the question as that class sees it.
func (l *loader) sizes(s scope, q *Question, m *source.Map) {
	for _, e := range m.Entries() {
		if _, ok := l.ids["class/"+e.Key]; !ok {
			l.d.Unknown(e.At, "unknown-class", e.Key, l.known("class"))
		}
		at := s.in("by_size", e.Key)
		vm := source.ReadMap(e.Value, l.d)
		v := *q
		v.sized, v.Options = nil, slices.Clone(q.Options)
		if t := at.text(vm, "text"); t != nil {
			v.Wording.Text = t
		}
		l.sizedOptions(at.in("options"), &v, vm.Map("options"))
		vm.Done()
		if q.sized == nil {
			q.sized = map[string]*Question{}
		}
		q.sized[e.Key] = &v
	}
}

func (l *loader) sizedOptions(s scope, q *Question, m *source.Map) {
	for _, e := range m.Entries() {
		o := q.Option(e.Key)
		if o == nil {
			l.d.Unknown(e.At, "unknown-option", e.Key, optionIDs(q))
			continue
		}
		om := source.ReadMap(e.Value, l.d)
		if t := s.in(e.Key).text(om, "text"); t != nil {
			o.Text = t
		}
		l.points(om, o)
		om.Done()
	}
}

func optionIDs(q *Question) []string {
	var out []string
	for _, o := range q.Options {
		out = append(out, o.ID)
	}
	return out
}
