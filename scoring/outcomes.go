package scoring

import (
	"encoding/binary"
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// maxOutcomes bounds how many different answers to one question are told apart.
const maxOutcomes = 4096

// outcomes are the answers that an open question may get, as far as they differ for points and conditions. whole is
// false where there are more than can be told apart. The list is never empty.
func (s *state) outcomes(i int) (out []questionnaire.Reply, whole bool) {
	f, now := &s.forms[i], &s.sheet.Replies[i]
	whole = true
	add := func(r questionnaire.Reply) {
		if r.State == questionnaire.Open {
			r.State = questionnaire.Answered
		}
		r.Target, r.Confidence = now.Target, now.Confidence
		out = append(out, r)
	}
	switch f.q.Kind.Family() {
	case questionnaire.AnyOf:
		whole = s.tickings(i, add)
	case questionnaire.Rows:
		whole = s.fillings(i, add)
	case questionnaire.Figure:
		s.figuresOf(f.q, i, add)
		choose(f.q, add)
	case questionnaire.OneOf, questionnaire.Line:
		choose(f.q, add)
	}
	if f.q.Asking.NotApplicable {
		r := questionnaire.Blank()
		r.State, r.Target, r.Confidence = questionnaire.NotApplicable, now.Target, now.Confidence
		out = append(out, r)
	}
	return out, whole
}

func choose(q *questionnaire.Question, add func(questionnaire.Reply)) {
	for k := range q.Options {
		r := questionnaire.Blank()
		r.Option = k
		add(r)
	}
}

// figuresOf are the ends of the range and both sides of every border that points or conditions draw. Figures are told
// apart to two decimals.
func (s *state) figuresOf(q *questionnaire.Question, i int, add func(questionnaire.Reply)) {
	borders := s.e.eyes[i].borders
	if l := q.Scoring.Points.Linear; l != nil {
		borders = append(slices.Clone(borders), l...)
	}
	if len(borders) == 0 {
		return
	}
	around(q, borders, add)
}

// around are figures at the ends of the range and at both sides of every border, each once.
func around(q *questionnaire.Question, borders []*big.Rat, add func(questionnaire.Reply)) {
	step := big.NewRat(1, 100)
	if q.Range.Whole {
		step = big.NewRat(1, 1)
	}
	seen := map[string]bool{}
	try := func(x *big.Rat) {
		if x.Cmp(q.Range.Low) < 0 || x.Cmp(q.Range.High) > 0 || seen[x.String()] {
			return
		}
		seen[x.String()] = true
		r := questionnaire.Blank()
		r.Figure = x
		if o := q.Band(x); o != nil {
			r.Option = q.Number(o.ID) - 1
		}
		add(r)
	}
	try(q.Range.Low)
	try(q.Range.High)
	for _, b := range borders {
		try(new(big.Rat).Sub(b, step))
		try(b)
		try(new(big.Rat).Add(b, step))
	}
}

// trial is an answer in the making, with what tells it apart from others.
type trial struct {
	reply questionnaire.Reply
	sums  []num // by part
	gaps  uint64
	count int // ticks or rows that are met
	of    int // rows that apply
	seen  uint64
	cells string
}

// key tells trials apart.
func (t *trial) key() string {
	b := binary.AppendUvarint(nil, t.gaps)
	b = binary.AppendVarint(binary.AppendVarint(b, int64(t.count)), int64(t.of))
	b = append(binary.AppendUvarint(b, t.seen), t.cells...)
	for _, x := range t.sums {
		if x.r != nil {
			b = append(b, x.r.String()...)
			continue
		}
		b = binary.AppendVarint(binary.AppendVarint(b, x.n), x.den())
	}
	return string(b)
}

// grow continues every trial in several ways and keeps one of each kind; whole is false when some had to go.
func grow(all []trial, ways int, step func(trial, int) (trial, bool)) (out []trial, whole bool) {
	seen := map[string]bool{}
	for i := range all {
		for w := range ways {
			t := all[i]
			t.sums = slices.Clone(t.sums)
			t, ok := step(t, w)
			if !ok {
				continue
			}
			key := t.key()
			if seen[key] {
				continue
			}
			if len(out) == maxOutcomes {
				return out, false
			}
			seen[key] = true
			out = append(out, t)
		}
	}
	return out, true
}

// tickings are the sets of ticks.
func (s *state) tickings(i int, add func(questionnaire.Reply)) bool {
	f, eyes := &s.forms[i], s.e.eyes[i].options
	all, whole := []trial{{reply: questionnaire.Blank(), sums: make([]num, len(f.full))}}, true
	for k := range f.q.Options {
		if f.lone>>k&1 == 1 {
			r := questionnaire.Blank()
			r.Ticks = 1 << k
			add(r)
			continue
		}
		var fine bool
		all, fine = grow(all, 2, func(t trial, tick int) (trial, bool) { return f.tick(t, k, tick == 1, eyes), true })
		whole = whole && fine
	}
	for k := range all {
		if all[k].reply.Ticks != 0 {
			add(all[k].reply)
		}
	}
	return whole
}

func (f *form) tick(t trial, k int, tick bool, eyes uint64) trial {
	if !tick {
		if f.q.Scoring.Points.Leading {
			t.gaps = 1
		}
		return t
	}
	t.reply.Ticks |= 1 << k
	t.seen |= eyes & (1 << k)
	if f.need.Count != 0 {
		t.count++
	}
	t.of = 1 // something is ticked
	for p := range t.sums {
		if t.gaps == 0 {
			t.sums[p] = t.sums[p].add(f.points[p][k])
		}
	}
	return t
}

// fillings are the ways to fill a grid. Where its rows count by themselves, those that are known stay as they are.
func (s *state) fillings(i int, add func(questionnaire.Reply)) bool {
	f, now := &s.forms[i], s.sheet.Replies[i].Rows
	rows := f.q.Scoring.Points.Rows
	if !f.keepsRows() {
		now = nil
	}
	blank := questionnaire.Blank()
	blank.Rows = []int8{}
	all, whole := []trial{{reply: blank, sums: make([]num, len(f.full))}}, true
	for k := range f.q.Rows {
		eyes := rows || s.e.eyes[i].rows>>k&1 == 1
		var fine bool
		all, fine = grow(all, len(f.q.Options)+1, func(t trial, w int) (trial, bool) {
			c := int8(w)
			if w == len(f.q.Options) {
				c = questionnaire.RowVoid
				if !f.q.Rows[k].NotApplicable {
					return t, false
				}
			}
			if now != nil && now[k] != c && (now[k] >= 0 || now[k] == questionnaire.RowVoid) {
				return t, false
			}
			return f.fill(t, c, eyes), true
		})
		whole = whole && fine
	}
	for k := range all {
		r := all[k].reply
		if !slices.ContainsFunc(r.Rows, func(c int8) bool { return c >= 0 }) {
			r.State = questionnaire.NotApplicable
		}
		add(r)
	}
	return whole
}

// keepsRows says whether the rows of an open grid that are known stay as they are.
func (f *form) keepsRows() bool {
	return (f.q.Scoring.Points.Rows || f.need.Count != 0) && len(f.cases) == 0
}

func (f *form) fill(t trial, c int8, eyes bool) trial {
	t.reply.Rows = append(slices.Clone(t.reply.Rows), c)
	if eyes {
		t.cells += string(rune(c + 4))
	}
	if c < 0 {
		return t
	}
	t.of++
	for p := range t.sums {
		if f.q.Scoring.Points.Rows {
			break
		}
		x := f.points[p][c]
		if f.q.Scoring.Points.Leading && x.cmp(f.full[p]) < 0 {
			t.gaps |= 1 << p
		}
		if t.gaps>>p&1 == 0 {
			t.sums[p] = t.sums[p].add(x)
		}
	}
	if f.need.Count != 0 {
		if _, top := f.extremes(0); f.points[0][c].cmp(top) == 0 {
			t.count++
		}
	}
	return t
}
