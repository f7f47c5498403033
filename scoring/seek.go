package scoring

import (
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
	x.limit = maxRuns
	for x.found == nil && x.again() {
		x.company(0, x.search)
	}
	return Sought{Answers: x.found, Decided: !x.short}
}

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
	found  *questionnaire.Assessment
	spent
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
	return x.found == nil && x.runs <= x.limit
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
	if x.runs > x.limit {
		x.short = true
		return
	}
	i := x.next()
	if x.likely() || i < 0 {
		return
	}
	s.run()
	all := x.outcomes(s, i)
	s.sortOutcomes(i, all, x.lean[i])
	before := s.sheet.Replies[i]
	for k := range all { // what is likely in each case first, where conditions look on: a wrong case may be deep
		if s.sheet.Replies[i] = all[k]; s.e.tested[i] && x.likely() {
			return
		}
	}
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
		settled := given(r.State)
		if r.Rows != nil && settled {
			r.State = questionnaire.Answered // conditions may look at rows that do not apply
		}
		switch {
		case !settled || !under[i]:
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
