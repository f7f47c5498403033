package offer

import (
	"math/big"
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Nearest says what would open an offer that is closed to the company: the fewest answers that would have to be
// different so that no rule is unmet any more, or the rules that no change can meet.
type Nearest struct {
	Changes  []Change // in the order of the profile; none where something is in Never
	Eligible Verdict  // with the changes: Yes, or Unknown where other rules are not settled
	Never    []Reason // rules that stay unmet, with their codes
}

// Change is one answer that would have to be different.
type Change struct {
	Field    *questionnaire.Question
	From, To questionnaire.Answer
	By       Changes
	Reason   Reason // a clause: "if the project comes to at least …"
}

// In is the change, or what rules the offer out, as a sentence.
func (n *Nearest) In(p *i18n.Printer) string {
	code, and := "nearest-possible", p.T("reason.nearest-and")
	clauses := n.Never
	switch {
	case len(n.Never) > 0:
		code, and = "nearest-never", "; "
	case n.Eligible == Yes:
		code = "nearest-fits"
	}
	var words []string
	for _, r := range clauses {
		words = append(words, r.In(p))
	}
	for _, c := range n.Changes {
		words = append(words, c.Reason.In(p))
	}
	return p.T("reason."+code, "what", strings.Join(words, and))
}

// nearest looks for the fewest changes. It is exact: sets of fields are tried by size and, within a size, in the order
// of the profile, with every option and at every figure at which a verdict turns. Within the first set that works, the
// values that settle most rules win, then those closest to today's.
func (j *judge) nearest(o *Offer) *Nearest {
	s := &search{judge: j, o: o}
	s.free()
	if never := s.never(); len(never) > 0 {
		return &Nearest{Never: never}
	}
	s.options()
	for size := 1; size <= len(s.fields); size++ {
		if s.sets(nil, s.fields, size) {
			return s.best.nearest(s)
		}
	}
	return &Nearest{Never: said(s.unmet)}
}

// search is the search for the nearest change to one offer.
type search struct {
	*judge
	o      *Offer
	fields []*questionnaire.Question // may change, in the order of the profile
	unmet  []Rule
	to     map[string][]option // by field
	best   *candidate
}

// option is an answer that a field can be changed to, and how far it lies from today's.
type option struct {
	questionnaire.Answer
	distance *big.Rat
}

// candidate is a set of changed fields with their answers, and how good it is.
type candidate struct {
	fields   []*questionnaire.Question
	to       []questionnaire.Answer
	unknown  int        // rules it leaves unsettled
	distance []*big.Rat // of each answer from today's
}

// free collects the unmet rules and the fields that may change: those of rules that can change, unless another rule
// of the offer takes them as given.
func (s *search) free() {
	var open, given []string
	for _, r := range s.o.Rules {
		if v, _ := s.verdict(s.o, r); v == No {
			s.unmet = append(s.unmet, r)
		}
		if r.Changes == ChangesNever {
			given = append(given, r.fields()...)
		} else {
			open = append(open, r.fields()...)
		}
	}
	for _, q := range s.b.Profile {
		if slices.Contains(open, q.ID) && !slices.Contains(given, q.ID) {
			s.fields = append(s.fields, q)
		}
	}
}

// options lists once what every field can be changed to.
func (s *search) options() {
	s.to = map[string][]option{}
	for _, q := range s.fields {
		for _, a := range s.answers(q) {
			s.to[q.ID] = append(s.to[q.ID], option{a, s.distance(q, a)})
		}
	}
}

// never are the unmet rules that rest on nothing that may change.
func (s *search) never() []Reason {
	return said(slices.DeleteFunc(slices.Clone(s.unmet), func(r Rule) bool { return r.touched(s.fields) }))
}

func said(rules []Rule) []Reason {
	var out []Reason
	for _, r := range rules {
		text := r.Says
		if text == nil {
			text = r.Text
		}
		out = append(out, Reason{Code: r.Code, Text: text})
	}
	return out
}

// touched says whether a rule rests on one of the fields.
func (r Rule) touched(fields []*questionnaire.Question) bool {
	return slices.ContainsFunc(fields, func(q *questionnaire.Question) bool { return slices.Contains(r.fields(), q.ID) })
}

// fields are the profile fields that decide whether a rule is unmet. Of de-minimis aid it is the sum alone: what was
// received stays received, but the sum of three years falls.
func (r Rule) fields() []string {
	switch r.Test {
	case TestSME:
		return []string{questionnaire.FieldStaff, fieldTurnover, fieldBalance, fieldGroup, fieldPublic}
	case TestSpend:
		return []string{FieldVolume}
	case TestRoom:
		return []string{fieldAidSum}
	case TestBegun:
		return []string{questionnaire.FieldProject}
	case TestOpen:
		return nil
	}
	return r.No.Questions()
}

// sets tries all sets of a size that begin with the fields chosen; it stops at the first one that works.
func (s *search) sets(chosen, rest []*questionnaire.Question, size int) bool {
	if size == 0 {
		if slices.ContainsFunc(s.unmet, func(r Rule) bool { return !r.touched(chosen) }) {
			return false // this rule would stay unmet
		}
		s.values(s.all, &candidate{fields: chosen})
		return s.best != nil
	}
	for i := range rest {
		if s.sets(append(slices.Clone(chosen), rest[i]), rest[i+1:], size-1) {
			return true
		}
	}
	return false
}

// values tries all answers to the fields of a set, from the first one that has none yet, and keeps the best.
func (s *search) values(all *questionnaire.Assessment, c *candidate) {
	at := len(c.to)
	if at == len(c.fields) {
		s.try(s.of(all), c)
		return
	}
	q := c.fields[at]
	for _, x := range s.to[q.ID] {
		next := *c
		next.to = append(slices.Clone(c.to), x.Answer)
		next.distance = append(slices.Clone(c.distance), x.distance)
		s.values(all.With(q, x.Answer), &next)
	}
}

// with is a judge of the same company with one answer replaced.
func (j *judge) with(q *questionnaire.Question, to questionnaire.Answer) *judge {
	return j.of(j.all.With(q, to))
}

func (s *search) try(with *judge, c *candidate) {
	for _, r := range s.o.Rules {
		switch v, _ := with.verdict(s.o, r); v {
		case No:
			return
		case Unknown:
			c.unknown++
		case Yes:
		}
	}
	if with.keeps(s.judge) && (s.best == nil || c.better(s.best)) {
		s.best = c
	}
}

// keeps says whether no answer of before has fallen away: dropping the project is no way into an offer.
func (j *judge) keeps(before *judge) bool {
	return !slices.ContainsFunc(j.b.Profile, func(q *questionnaire.Question) bool {
		return before.a.Get(q).State != questionnaire.Open && j.a.Get(q).State == questionnaire.Open
	})
}

// better says whether a candidate settles more rules, or as many with answers closer to today's.
func (c *candidate) better(than *candidate) bool {
	if c.unknown != than.unknown {
		return c.unknown < than.unknown
	}
	return slices.CompareFunc(c.distance, than.distance, (*big.Rat).Cmp) < 0
}

// nearest puts a candidate into words.
func (c *candidate) nearest(s *search) *Nearest {
	out := &Nearest{Eligible: Yes}
	if c.unknown > 0 {
		out.Eligible = Unknown
	}
	for i, q := range c.fields {
		r := s.reasonFor(q)
		from := s.a.Get(q)
		out.Changes = append(out.Changes, Change{Field: q, From: from, To: c.to[i], By: r.Changes, Reason: r.clause(q, from, c.to[i])})
	}
	return out
}

// reasonFor is the rule that a field is changed for: the first unmet one, else the first that tests it.
func (s *search) reasonFor(q *questionnaire.Question) Rule {
	rules := append(slices.Clone(s.unmet), s.o.Rules...)
	return rules[slices.IndexFunc(rules, func(r Rule) bool { return slices.Contains(r.fields(), q.ID) })]
}

// clause says what would have to be different for a rule.
func (r Rule) clause(q *questionnaire.Question, from, to questionnaire.Answer) Reason {
	code := map[Test]string{TestSpend: "nearest-spend", TestRoom: "nearest-room", TestBegun: "nearest-begun"}[r.Test]
	if code == "" {
		return Reason{Code: r.Code, Text: r.Says}
	}
	return because(code, "from", worded(q, from), "to", worded(q, to))
}

// worded is an answer as the value of a placeholder.
func worded(q *questionnaire.Question, a questionnaire.Answer) any {
	switch o := q.Option(a.Value.Option); {
	case o != nil:
		return o.Text
	case a.Value.Figure != nil && q.Kind == questionnaire.Money:
		return i18n.Money(cents(a.Value.Figure))
	case a.Value.Figure != nil:
		return a.Value.Figure
	}
	return i18n.Key("word.none")
}
