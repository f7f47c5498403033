package scoring

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// Sought is what a search for answers has found.
type Sought struct {
	Answers *questionnaire.Assessment // complete as far as it matters; nil where there are none
	Decided bool                      // without answers: it is proven that there are none
}

// Seek looks for a company and a complete set of answers that make a wish come true. Every kind of company is tried, and
// by branch and bound every completion: what the bounds exclude is not looked at, and neither is what cannot matter.
// Complete means that every question that is asked has an answer, or does not apply where the bank allows that;
// optional details of the company may be missing.
func (e *Engine) Seek(w Wish) Sought {
	e = e.watching(w)
	x := &seeker{s: e.start(e.blank()), wish: e.wish(w), under: e.under(&w)}
	x.fields = e.fields(x.under, &w)
	for i := range x.wish.nodes {
		x.wish.nodes[i].cut = true
		x.s.cuts = append(x.s.cuts, &x.wish.nodes[i])
	}
	x.s.only = make([]bool, len(e.nodes))
	e.needed(x.s.only, &w)
	x.lean = e.leaning(&w)
	x.memos = make([][]*questionnaire.Reply, len(e.shapes))
	x.company(0, x.glance)
	if x.found == nil {
		x.company(0, x.search)
	}
	return Sought{Answers: x.found, Decided: !x.short}
}

// Companies are the kinds of companies that a wish tells apart, one of each, without answers; nil where there are too many.
func (e *Engine) Companies(w Wish) []*questionnaire.Assessment {
	var out []*questionnaire.Assessment
	all := make([]bool, len(e.index.Items))
	for i := range all {
		all[i] = true
	}
	for _, sheet := range e.companies(w) {
		out = append(out, e.start(sheet).words(all))
	}
	return out
}

// companies are Companies in numbers.
func (e *Engine) companies(w Wish) []*questionnaire.Sheet {
	w.Company = nil
	x := &seeker{s: e.start(e.blank()), under: e.under(&w)}
	x.fields = e.fields(x.under, &w)
	var out []*questionnaire.Sheet
	x.company(0, func() bool {
		out = append(out, copied(x.s.sheet))
		return len(out) <= maxCompanies
	})
	if len(out) > maxCompanies {
		return nil
	}
	return out
}

// maxCompanies bounds how many kinds of companies are looked at one by one.
const maxCompanies = 2000

func (e *Engine) blank() *questionnaire.Sheet {
	sheet := &questionnaire.Sheet{Path: questionnaire.Full, Replies: make([]questionnaire.Reply, len(e.index.Items))}
	for i := range sheet.Replies {
		sheet.Replies[i] = questionnaire.Blank()
	}
	return sheet
}

// seeker is one search for answers.
type seeker struct {
	s      *state
	wish   wish
	under  []bool
	fields [][]questionnaire.Reply  // by profile field: the replies that differ; nil where it does not matter
	lean   []int                    // by item: the end at which a wish is likely to come true, 1 for the lowest, -1 for the highest
	memos  [][]*questionnaire.Reply // by size class and none
	runs   int
	short  bool
	found  *questionnaire.Assessment
}

// glance tries the likely completions for one company and goes on until answers are found.
func (x *seeker) glance() bool {
	x.take()
	if x.s.outlook(&x.wish) != questionnaire.Never {
		x.likely()
	}
	return x.found == nil
}

// search looks for answers of one company and goes on until there are some.
func (x *seeker) search() bool {
	x.take()
	x.branch()
	return x.found == nil && x.runs <= maxRuns
}

// take up the company on the sheet.
func (x *seeker) take() {
	s := x.s
	s.reset(s.sheet)
	if x.memos[s.class] == nil {
		x.memos[s.class] = make([]*questionnaire.Reply, 2*len(s.e.index.Items))
	}
	s.memo = x.memos[s.class]
	s.run()
	x.runs++
}

// likely tries the completions that lie at the ends: those that a wish leans to, all lowest, and all highest.
func (x *seeker) likely() bool {
	return x.complete(func(i int) int { return x.lean[i] }, false) || x.complete(func(int) int { return 1 }, false) ||
		x.complete(func(int) int { return -1 }, false)
}

// leaning is by item the end at which a wish is likely to come true: what it keeps down is lowest, all else highest.
func (e *Engine) leaning(w *Wish) []int {
	out := make([]int, len(e.index.Items))
	for i := range out {
		out[i] = -1
		for _, n := range w.Nodes {
			if n.To != nil && n.From == nil && e.nodes[e.byID[n.Node]].under[i] {
				out[i] = 1
			}
		}
	}
	return out
}

// company calls try for all kinds of companies, from a field on, until it says that this is enough.
func (x *seeker) company(i int, try func() bool) bool {
	if i == x.s.e.first {
		return try()
	}
	replies := x.fields[i]
	if st, _ := x.s.e.index.Standing(i, x.s.sheet); st != questionnaire.Asked || len(replies) == 0 {
		replies = []questionnaire.Reply{questionnaire.Blank()}
	}
	for k := range replies {
		x.s.sheet.Replies[i] = replies[k]
		if !x.company(i+1, try) {
			return false
		}
	}
	x.s.sheet.Replies[i] = questionnaire.Blank()
	return true
}

// branch answers the open questions that matter, one after the other, in every way that makes a difference.
func (x *seeker) branch() {
	s := x.s
	s.run()
	x.runs++
	switch s.outlook(&x.wish) {
	case questionnaire.Never:
		return
	case questionnaire.Surely:
		x.complete(func(i int) int { return x.lean[i] }, true)
		return
	case questionnaire.Perhaps:
	}
	if x.runs > maxRuns {
		x.short = true
		return
	}
	i := x.next()
	if x.likely() || i < 0 {
		return
	}
	s.run()
	all, whole := s.allOutcomes(i)
	x.short = x.short || !whole
	s.sortOutcomes(i, all, x.lean[i])
	before := s.sheet.Replies[i]
	for k := range all {
		s.sheet.Replies[i] = all[k]
		if x.branch(); x.found != nil {
			return
		}
	}
	s.sheet.Replies[i] = before
}

// complete answers all that is open with what gives least (sign 1) or most (-1), by item, and takes that if it makes the
// wish come true, or is sure to.
func (x *seeker) complete(sign func(item int) int, sure bool) bool {
	s := x.s
	saved := slices.Clone(s.sheet.Replies)
	s.waiting = 0
	for i := s.e.first; i < len(s.standing); i++ {
		s.stand(i)
		if s.open[i] {
			s.sheet.Replies[i] = s.extreme(i, sign(i))
			s.open[i] = false
			s.waiting--
		}
	}
	s.figures()
	if sure || s.outlook(&x.wish) == questionnaire.Surely {
		x.found = s.words(x.under)
	}
	copy(s.sheet.Replies, saved)
	return x.found != nil
}

// maxFigures is how many figures of a question that is worth points on a line are tried between its ends.
const maxFigures = 200

// allOutcomes are outcomes that also differ between the ends of a line. whole is false where there are more of these than
// are tried.
func (s *state) allOutcomes(i int) (out []questionnaire.Reply, whole bool) {
	out, whole = s.outcomes(i)
	q := s.forms[i].q
	if q.Scoring.Points.Linear == nil || len(s.forms[i].cases) > 0 {
		return out, whole
	}
	span := new(big.Rat).Sub(q.Range.High, q.Range.Low)
	step := new(big.Rat).Quo(span, big.NewRat(maxFigures, 1))
	every := q.Range.Whole && step.Cmp(big.NewRat(1, 1)) <= 0
	if every {
		step = big.NewRat(1, 1)
	}
	for x := new(big.Rat).Add(q.Range.Low, step); x.Cmp(q.Range.High) < 0; x = new(big.Rat).Add(x, step) {
		figure := x
		if q.Range.Whole {
			figure = new(big.Rat).SetInt(new(big.Int).Quo(x.Num(), x.Denom()))
		}
		around(q, []*big.Rat{figure}, func(r questionnaire.Reply) {
			if r.Figure.Cmp(figure) == 0 {
				r.State = questionnaire.Answered
				out = append(out, r)
			}
		})
	}
	return out, whole && every
}

// sortOutcomes puts answers in order: the lowest first for sign 1, the highest for -1.
func (s *state) sortOutcomes(i int, all []questionnaire.Reply, sign int) {
	slices.SortStableFunc(all, func(a, b questionnaire.Reply) int { return sign * s.worthOf(i, &a).cmp(s.worthOf(i, &b)) })
}

// next is the open question to answer next: the first that a condition looks at, else the first that matters; -1 when
// none does.
func (x *seeker) next() int {
	best := -1
	for i := x.s.e.first; i < len(x.s.open); i++ {
		switch {
		case !x.s.open[i] || !x.under[i]:
		case x.s.e.tested[i]:
			return i
		case best < 0:
			best = i
		}
	}
	return best
}

// words puts the answers to what matters and is asked into words.
func (s *state) words(under []bool) *questionnaire.Assessment {
	a := &questionnaire.Assessment{Path: s.sheet.Path, Company: map[string]questionnaire.Answer{}, Answers: map[string]questionnaire.Answer{}}
	for i, q := range s.e.index.Items {
		r := s.sheet.Replies[i]
		switch {
		case !given(r.State) || !under[i]:
		case i < s.e.first:
			a.Company[q.ID] = q.Answer(r)
		case s.standing[i] == questionnaire.Asked:
			a.Answers[q.ID] = q.Answer(r)
		}
	}
	return a
}

// trim brings a node's bounds in to what a wish asks of it. Whatever breaks the wish need not be held by them.
func (s *state) trim(i int) {
	for _, w := range s.cuts {
		if w.node != i {
			continue
		}
		f := &s.nodes[i]
		w.raw = *f
		if !f.here || w.OrAbsent && f.loose || f.ol != f.oh || f.ol.sign() <= 0 {
			continue
		}
		f.loose = false
		from, to := w.from, w.to
		if w.Share {
			from, to = from.mul(f.ol), to.mul(f.ol)
		}
		low, high := f.pl, f.ph
		if w.From != nil {
			low = higher(low, from)
		}
		if w.To != nil {
			high = lower(high, to)
		}
		if low.cmp(high) <= 0 && (low != f.pl || high != f.ph) {
			f.pl, f.ph = low, high
			f.bounded()
		}
	}
}

// fields are the replies to each profile field that matters, one of each kind: those that some condition tells apart.
func (e *Engine) fields(under []bool, w *Wish) [][]questionnaire.Reply {
	looks := w.demands()
	matters := make([]bool, e.first)
	copy(matters, under)
	note := func(c questionnaire.Clauses) {
		looks = append(looks, c)
		for _, i := range c.Items() {
			if i < e.first {
				matters[i] = true
			}
		}
	}
	for i := range e.index.Items {
		if under[i] {
			looks = append(looks, e.index.Conditions(i))
			if i >= e.first {
				looks = append(looks, e.shapes0(i).cases...)
			}
		}
	}
	if e.sized(under) {
		for _, c := range e.index.Classes() {
			note(c)
		}
	}
	for i := range e.nodes {
		looks = append(looks, e.nodes[i].cases...)
		for _, c := range e.nodes[i].bandSets {
			note(c)
		}
	}
	for again := true; again; { // a field may be asked only because of another one
		again = false
		for i := range matters {
			for _, k := range e.index.Conditions(i).Items() {
				if matters[i] && !matters[k] {
					note(e.index.Conditions(i))
					again = true
				}
			}
		}
	}
	out := make([][]questionnaire.Reply, e.first)
	for i, q := range e.index.Items[:e.first] {
		if w.Company != nil {
			out[i] = []questionnaire.Reply{q.Reply(w.Company.Get(q))}
		} else if matters[i] {
			out[i] = e.kinds(i, looks)
		}
	}
	return out
}

// sized says whether an item that matters differs by the company's size.
func (e *Engine) sized(under []bool) bool {
	for i := e.first; i < len(under); i++ {
		if under[i] && len(e.index.Items[i].Shapes()) > 1 {
			return true
		}
	}
	return false
}

// kinds are the replies to a profile field that clauses tell apart, one of each.
func (e *Engine) kinds(i int, looks []questionnaire.Clauses) []questionnaire.Reply {
	q := e.index.Items[i]
	var tests []questionnaire.Clauses
	var borders []*big.Rat
	for _, c := range looks {
		for _, all := range c {
			for _, t := range all {
				if t.Item == i {
					tests, borders = append(tests, questionnaire.Clauses{{t}}), append(borders, t.Borders()...)
				}
			}
		}
	}
	var all []questionnaire.Reply
	add := func(r questionnaire.Reply) {
		r.State = questionnaire.Answered
		all = append(all, r)
	}
	choose(q, add)
	if q.Range.Low != nil {
		around(q, borders, add)
	}
	if q.Asking.Optional || len(all) == 0 {
		all = append(all, questionnaire.Blank())
	}
	sheet := e.blank()
	none := make([]bool, len(e.index.Items))
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(r questionnaire.Reply) bool {
		sheet.Replies[i] = r
		var key []byte
		for _, t := range tests {
			key = append(key, byte(e.index.Outlook(t, sheet, none, false)), byte(e.index.Outlook(t, sheet, none, true)))
		}
		again := seen[string(key)]
		seen[string(key)] = true
		return again
	})
}

// Fitting are the size classes, by place and -1 for none, to which a measure can be proposed: some answer to its question
// is one that it fits and improves. Whether the question is ever asked is left aside.
func (e *Engine) Fitting(measure *questionnaire.Measure) []int {
	var out []int
	i := e.index.At(measure.Question)
	m := slices.Index(e.index.Items[i].Measures, measure)
	look := e.seeing(i, measure.Items)
	for class := range e.shapes {
		s := look.start(e.blank())
		s.forms = e.shapes[class]
		all, _ := s.outcomes(i)
		s.standing[i] = questionnaire.Asked
		fits := slices.ContainsFunc(all, func(r questionnaire.Reply) bool {
			s.sheet.Replies[i] = r
			if r.State != questionnaire.Answered {
				return false
			}
			_, ok := s.lift(i, lift{reply: r}, m)
			return ok
		})
		if fits {
			out = append(out, class-1)
		}
	}
	return out
}

// seeing is the engine with eyes for rows or options of one item.
func (e *Engine) seeing(i int, names []string) *Engine {
	out, q := *e, e.index.Items[i]
	out.eyes = slices.Clone(e.eyes)
	for _, id := range names {
		if k := q.Number(id) - 1; k >= 0 {
			out.eyes[i].options |= 1 << k
		}
		for k := range q.Rows {
			if q.Rows[k].ID == id {
				out.eyes[i].rows |= 1 << k
			}
		}
	}
	return &out
}
