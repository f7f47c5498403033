package questionnaire

import (
	"math/big"
	"math/bits"
)

// Clauses is a condition with its names resolved: all terms of one alternative have to be met. Without alternatives it
// always holds.
type Clauses [][]Clause

// Clause is a test with its names resolved.
type Clause struct {
	Item    int // place of the question or field among all
	Row     int // place of the row, or -1
	Want    uint64
	test    Test
	void    bool // a row that does not apply is one of the values
	blank   bool // so is a field without an answer
	profile bool
}

// resolve finds the places of a test's names; false where the question is not known.
func (t Test) resolve(b *Bank, at func(id string) int) (Clause, bool) {
	q := b.Question(t.ID)
	if q == nil {
		return Clause{}, false
	}
	out := Clause{Item: at(t.ID), Row: -1, test: t, profile: q.Dimension == ""}
	for i := range q.Rows {
		if q.Rows[i].ID == t.Row {
			out.Row = i
		}
	}
	for _, v := range t.Values {
		switch i := q.place(v); {
		case i >= 0:
			out.Want |= 1 << i
		case v == Unanswered:
			out.blank = true
		case v == RowNotApplicable:
			out.void = true
		}
	}
	return out, true
}

// met says whether a reply meets the clause. Without an answer it counts as met, except for a profile field, and except
// where consequences need an answer.
func (t *Clause) met(q *Question, r *Reply, certain bool) bool {
	certain = certain || t.test.Answer
	if t.test.Count > 0 && q.Kind == Grid {
		return t.enoughRows(r, certain)
	}
	if !t.answered(r) {
		return !certain && !t.profile || t.blank
	}
	if t.test.Figure != nil {
		f := r.Figure
		if f == nil && r.Option >= 0 {
			f = q.Options[r.Option].From
		}
		return f != nil && t.test.Figure.Hold(f)
	}
	if t.test.Count > 0 {
		return bits.OnesCount64(r.Ticks&t.Want) >= t.test.Count
	}
	return t.hit(q, r) != t.test.Not
}

// enoughRows counts a grid's rows. While open rows can still decide, the clause stands as one on an open answer.
func (t *Clause) enoughRows(r *Reply, certain bool) bool {
	met, open := 0, 0
	for _, c := range r.Rows {
		switch {
		case c >= 0 && t.Want>>c&1 == 1, c == RowVoid && t.void:
			met++
		case c == RowOpen || c == RowWithout:
			open++
		}
	}
	if r.Rows == nil && r.State != NotApplicable {
		return !certain
	}
	return met >= t.test.Count || !certain && r.State != NotApplicable && met+open >= t.test.Count
}

func (t *Clause) answered(r *Reply) bool {
	if t.Row >= 0 {
		return r.Rows != nil && r.Rows[t.Row] != RowOpen && r.Rows[t.Row] != RowWithout
	}
	return r.State == Answered
}

func (t *Clause) hit(q *Question, r *Reply) bool {
	switch q.Kind.Family() {
	case AnyOf:
		return r.Ticks&t.Want != 0
	case Rows:
		c := r.Rows[t.Row]
		return c == RowVoid && t.void || c >= 0 && t.Want>>c&1 == 1
	case OneOf, Figure:
		return r.Option >= 0 && t.Want>>r.Option&1 == 1
	case Line:
	}
	return false
}

// Index numbers the fields and questions of a bank, and holds its conditions with their names resolved.
type Index struct {
	Items   []*Question // profile fields, then questions
	bank    *Bank
	at      map[string]int
	classes []Clauses
	rules   []rules // by item
}

// rules say when an item is asked.
type rules struct {
	dimension, when Clauses
	implied         []Clauses
}

// Index numbers the bank's items: a loaded bank once for all, one made by hand anew each time.
func (b *Bank) Index() *Index {
	if b.numbered != nil {
		return b.numbered
	}
	return NewIndex(b)
}

// NewIndex numbers a bank that is complete.
func NewIndex(b *Bank) *Index {
	x := &Index{bank: b, at: map[string]int{}}
	add := func(q *Question) {
		x.at[q.ID] = len(x.Items)
		x.Items = append(x.Items, q)
	}
	for _, q := range b.Profile {
		add(q)
	}
	for _, d := range b.Dimensions {
		for _, q := range d.Questions {
			add(q)
		}
	}
	for _, c := range b.Classes {
		x.classes = append(x.classes, x.Resolve(c.When))
	}
	for _, q := range x.Items {
		r := rules{when: x.Resolve(q.Asking.When)}
		if d := b.Dimension(q.Dimension); d != nil {
			r.dimension = x.Resolve(d.When)
		}
		for _, i := range q.Asking.Implied {
			r.implied = append(r.implied, x.Resolve(i.When))
		}
		x.rules = append(x.rules, r)
	}
	return x
}

// At is the place of an item, or -1.
func (x *Index) At(id string) int {
	if i, ok := x.at[id]; ok {
		return i
	}
	return -1
}

// AtBytes is At for a name that is no string yet.
func (x *Index) AtBytes(id []byte) int {
	if i, ok := x.at[string(id)]; ok {
		return i
	}
	return -1
}

// Resolve finds the places of a condition's names.
func (x *Index) Resolve(c Condition) Clauses {
	var out Clauses
	for _, all := range c.AnyOf {
		var terms []Clause
		for _, t := range all {
			term, ok := t.resolve(x.bank, x.At)
			if !ok {
				terms = nil
				break
			}
			terms = append(terms, term)
		}
		if terms != nil {
			out = append(out, terms)
		}
	}
	if out == nil && len(c.AnyOf) > 0 {
		out = Clauses{{Clause{Item: -1}}} // nothing that is known: never
	}
	return out
}

// Sheet is an assessment in numbers: what was said to each item of an index, and on which path.
type Sheet struct {
	Path    Path
	Replies []Reply
	words   *Assessment // for a look at few items: read when they are needed, instead of Replies
}

// reply is what was said to an item.
func (s *Sheet) reply(x *Index, i int) *Reply {
	if s.words == nil {
		return &s.Replies[i]
	}
	r := x.Items[i].Reply(s.words.Get(x.Items[i]))
	return &r
}

// glance is a sheet for a look at few items.
func (x *Index) glance(a *Assessment) *Sheet { return &Sheet{Path: a.Path, words: a} }

// Sheet puts an assessment into numbers. Questions are read as they are worded for the company's size.
func (x *Index) Sheet(a *Assessment) *Sheet {
	s := &Sheet{Path: a.Path, Replies: make([]Reply, len(x.Items))}
	for i, q := range x.Items {
		s.Replies[i] = q.Reply(a.Get(q))
	}
	return s
}

// Class is the place of the size class the company belongs to, or -1.
func (x *Index) Class(s *Sheet) int {
	for i, c := range x.classes {
		if x.Hold(c, s) {
			return i
		}
	}
	return -1
}

// Classes are the conditions of the size classes, in their order.
func (x *Index) Classes() []Clauses { return x.classes }

// Hold says whether a condition holds; a question without an answer counts as met.
func (x *Index) Hold(c Clauses, s *Sheet) bool { return x.hold(c, s, false) }

func (x *Index) hold(c Clauses, s *Sheet, certain bool) bool {
	if len(c) == 0 {
		return !certain
	}
	for _, all := range c {
		if x.all(all, s, certain) {
			return true
		}
	}
	return false
}

func (x *Index) all(terms []Clause, s *Sheet, certain bool) bool {
	for i := range terms {
		if t := &terms[i]; t.Item < 0 || !t.met(x.Items[t.Item], s.reply(x, t.Item), certain) {
			return false
		}
	}
	return true
}

// Outlook says whether a condition holds whatever the open items turn out to be. Certain asks for answers, see Certain.
func (x *Index) Outlook(c Clauses, s *Sheet, open []bool, certain bool) Outlook {
	if len(c) == 0 {
		return Surely
	}
	best := Never
	for _, all := range c {
		switch one := x.outlook(all, s, open, certain); {
		case one == Surely:
			return Surely
		case one == Perhaps:
			best = Perhaps
		}
	}
	return best
}

func (x *Index) outlook(all []Clause, s *Sheet, open []bool, certain bool) Outlook {
	out := Surely
	for i := range all {
		t := &all[i]
		switch {
		case t.Item < 0:
			return Never
		case open[t.Item]:
			out = Perhaps
		case !t.met(x.Items[t.Item], s.reply(x, t.Item), certain):
			return Never
		}
	}
	return out
}

// offPath says whether an item is a question that the path leaves out.
func (x *Index) offPath(i int, s *Sheet) bool {
	q := x.Items[i]
	if s.Path == Full || q.Dimension == "" || q.Asking.Quick {
		return false
	}
	return s.Path == Quick || s.reply(x, i).State == Open
}

// Standing says whether an item is asked; implied is the place of the rule that counts it unasked, or -1.
func (x *Index) Standing(i int, s *Sheet) (standing Standing, implied int) {
	r := &x.rules[i]
	switch {
	case x.offPath(i, s):
		return OffPath, -1
	case !x.Hold(r.dimension, s):
		return Hidden, -1
	}
	for k, c := range r.implied {
		if x.hold(c, s, true) {
			return ZeroCount, k
		}
	}
	if !x.Hold(r.when, s) {
		return Hidden, -1
	}
	return Asked, -1
}

// Prospect is what will become of an item, whatever the open ones turn out to be.
type Prospect struct {
	Asked   bool  // it may be asked
	Absent  bool  // it may be neither asked nor counted
	Implied []int // places of the rules that may count it unasked
}

// Prospect looks ahead for one item.
func (x *Index) Prospect(i int, s *Sheet, open []bool) Prospect {
	r := &x.rules[i]
	if x.offPath(i, s) {
		return Prospect{Absent: true}
	}
	dimension := x.Outlook(r.dimension, s, open, false)
	if dimension == Never {
		return Prospect{Absent: true}
	}
	out := Prospect{Absent: dimension == Perhaps}
	for k, c := range r.implied {
		switch x.Outlook(c, s, open, true) {
		case Surely:
			out.Implied = append(out.Implied, k)
			return out
		case Perhaps:
			out.Implied = append(out.Implied, k)
		case Never:
		}
	}
	when := x.Outlook(r.when, s, open, false)
	out.Asked, out.Absent = when != Never, out.Absent || when != Surely
	return out
}

// Items are the places that a condition looks at.
func (c Clauses) Items() []int {
	var out []int
	for _, all := range c {
		for _, t := range all {
			if t.Item >= 0 {
				out = append(out, t.Item)
			}
		}
	}
	return out
}

// Conditions are all that decide whether an item is asked, as alternatives side by side.
func (x *Index) Conditions(i int) Clauses {
	r := &x.rules[i]
	out := append(append(Clauses{}, r.dimension...), r.when...)
	for _, c := range r.implied {
		out = append(out, c...)
	}
	return out
}

// Shape is an item as companies of a size class see it; class -1 stands for none.
func (x *Index) Shape(i, class int) *Question {
	q := x.Items[i]
	if class >= 0 {
		if s := q.sized[x.bank.Classes[class].ID]; s != nil {
			return s
		}
	}
	return q
}

// Borders are the figures at which a clause turns.
func (t *Clause) Borders() []*big.Rat {
	if t.test.Figure == nil {
		return nil
	}
	var out []*big.Rat
	for _, x := range []*big.Rat{t.test.Figure.From, t.test.Figure.Above, t.test.Figure.To, t.test.Figure.Below} {
		if x != nil {
			out = append(out, x)
		}
	}
	return out
}
