package questionnaire

import (
	"math/big"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// scoring reads what a question is worth, before its options.
func (l *loader) scoring(at scope, q *Question, m *source.Map) {
	s := &q.Scoring
	s.Weight, s.Cap, s.Mandatory = m.Rat("weight"), m.Int("cap"), m.Bool("mandatory")
	if s.Weight != nil && s.Weight.Sign() < 0 {
		l.d.Error(m.At("weight"), "weight-negative", "question", q.ID)
		s.Weight = nil
	}
	if s.Weight == nil {
		s.Weight = big.NewRat(1, 1)
	}
	s.Origin = Origin{Evidence: l.bank.About.Evidence, Source: m.String("source")}
	if w := l.word(m.Take("evidence"), evidenceWords); w != "" {
		s.Origin.Evidence = evidences[w]
	}
	s.Missing = l.missing(m)
	l.attainable(at, q, m)
	l.score(q, m.Map("score"))
	for _, n := range m.Items("implied") {
		im := source.ReadMap(n, l.d)
		points := im.NeedRat("points")
		l.condition(im.Need("when"), q.ID, func(c Condition) {
			l.mark(im.Pos(), "implied", q.ID, itoa(len(q.Asking.Implied)))
			q.Asking.Implied = append(q.Asking.Implied, Implied{When: c, Points: points})
		})
		if points == nil {
			points = new(big.Rat)
		}
		im.Done()
	}
}

// attainable reads the parts that an answer feeds and the points attainable in each.
func (l *loader) attainable(s scope, q *Question, m *source.Map) {
	p := &q.Scoring.Points
	full := m.Rat("full")
	if full != nil {
		p.Full = map[string]*big.Rat{"": full}
		if full.Sign() <= 0 {
			l.d.Error(m.At("full"), "not-positive", "name", "full")
			p.Full = nil
		}
	}
	for _, e := range m.Map("parts").Entries() {
		if !validID(e.Key) {
			l.d.Error(e.At, "bad-id", "name", e.Key)
		}
		r := l.part(s.in("parts", e.Key), q, e)
		if len(p.Parts) == 0 {
			p.Full = map[string]*big.Rat{}
		}
		p.Parts, p.Full[e.Key] = append(p.Parts, e.Key), r
	}
	clash := func(a, b string) {
		if m.Take(a) != nil && m.Take(b) != nil {
			l.d.Error(m.At(b), "fields-clash", "a", a, "b", b)
		}
	}
	clash("parts", "full")
	clash("parts", "cap")
	clash("full", "cap")
}

// part reads the points attainable in a part, alone or beside its title.
func (l *loader) part(s scope, q *Question, e source.Entry) *big.Rat {
	v := e.Value
	if v.Kind == source.Mapping {
		m := source.ReadMap(v, l.d)
		if t := s.text(m, "title"); t != nil {
			if q.Wording.Parts == nil {
				q.Wording.Parts = map[string]i18n.Text{}
			}
			q.Wording.Parts[e.Key] = t
		}
		v = m.Need("points")
		m.Done()
	}
	r := source.RatOf(v, l.d)
	switch {
	case r == nil:
		return maxPoints
	case r.Sign() <= 0:
		l.d.Error(v.Pos, "not-positive", "name", e.Key)
		return maxPoints
	}
	return r
}

// score reads how answers become points where the plain rule of the kind does not fit.
func (l *loader) score(q *Question, m *source.Map) {
	p := &q.Scoring.Points
	p.Rows, p.Leading = m.Bool("rows"), m.Bool("leading")
	p.Need = Need{Count: l.count(m, "need"), Miss: m.Rat("miss")}
	l.linear(q, m)
	for i, n := range m.Items("cases") {
		cm := source.ReadMap(n, l.d)
		one := PointCase{Points: cm.NeedRat("points")}
		if one.Points == nil {
			one.Points = new(big.Rat)
		}
		p.Cases = append(p.Cases, one)
		l.mark(cm.Pos(), "case", q.ID, itoa(i))
		l.condition(cm.Need("when"), "", func(c Condition) { p.Cases[i].When = c })
		cm.Done()
	}
	p.Bounds = l.ends(m)
	l.scoreFits(q, m)
	m.Done()
}

// scoreFields are the fields of score, with the kinds they fit; at most one of the first four may stand.
var scoreFields = []struct {
	name string
	fits func(*Question) bool
}{
	{"cases", func(*Question) bool { return true }},
	{"linear", func(q *Question) bool { return q.Kind.Family() == Figure }},
	{"rows", func(q *Question) bool { return q.Kind == Grid }},
	{"need", func(q *Question) bool { return q.Kind == Grid || q.Kind == Multi }},
	{"leading", func(q *Question) bool { return q.Kind == Grid || q.Kind == Multi }},
}

// scoreFits refuses fields that the kind does not have, and rules that exclude each other.
func (l *loader) scoreFits(q *Question, m *source.Map) {
	first := ""
	for i, f := range scoreFields {
		if m.Take(f.name) == nil {
			continue
		}
		if !f.fits(q) && q.Kind != 0 {
			l.d.Error(m.At(f.name), "field-not-here", "name", f.name, "kind", q.Kind.String())
		}
		if first != "" {
			l.d.Error(m.At(f.name), "fields-clash", "a", first, "b", f.name)
		}
		if i < 4 || first == "" {
			first = f.name
		}
	}
	if m.Take("miss") != nil && m.Take("need") == nil {
		l.d.Error(m.At("miss"), "fields-need", "name", "miss", "want", "need")
	}
	p := &q.Scoring.Points
	switch {
	case p.Rows && p.Bounds != Bounds{}:
		l.d.Error(m.At("rows"), "fields-clash", "a", "rows", "b", "start, least, most")
	case len(p.Parts) > 0 && (p.Rows || len(p.Cases) > 0):
		l.d.Error(m.Pos(), "fields-clash", "a", "parts", "b", first)
		p.Parts, p.Full = nil, nil
	}
}

func (l *loader) linear(q *Question, m *source.Map) {
	ends := m.Items("linear")
	if m.Take("linear") == nil {
		return
	}
	var out []*big.Rat
	for _, n := range ends {
		if r := source.RatOf(n, l.d); r != nil {
			out = append(out, r)
		}
	}
	if len(out) != 2 || len(ends) != 2 || out[0].Cmp(out[1]) == 0 {
		l.d.Error(m.At("linear"), "bad-linear")
		return
	}
	q.Scoring.Points.Linear = out
}

// points reads an option's points: a number, or one for each part.
func (l *loader) points(m *source.Map, o *Option) {
	v := m.Take("points")
	if v == nil || v.Kind != source.Mapping {
		if r := source.RatOf(v, l.d); r != nil {
			o.Points, o.Parts = r, nil
		}
		return
	}
	o.Points, o.Parts = nil, map[string]*big.Rat{}
	for _, e := range v.Entries {
		if r := source.RatOf(e.Value, l.d); r != nil {
			o.Parts[e.Key] = r
		}
	}
}

// mirror turns the points of a statement that is worded the other way round, also for each size class.
func (l *loader) mirror(q *Question, m *source.Map) {
	if !m.Bool("inverted") {
		return
	}
	p := q.Scoring.Points
	if q.Kind == Multi || len(p.Parts) > 0 || p.Linear != nil || len(p.Cases) > 0 {
		l.d.Error(m.At("inverted"), "inverted-here", "question", q.ID)
		return
	}
	q.mirror()
	for _, v := range q.sized {
		v.mirror()
	}
}

func (q *Question) mirror() {
	for i := range q.Options {
		if o := &q.Options[i]; o.Points != nil {
			o.Points = new(big.Rat).Sub(q.Full(""), o.Points)
		}
	}
}
