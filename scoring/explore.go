package scoring

import (
	"slices"

	"digitalkompass/questionnaire"
)

// bounds are what all nodes and the stage can still become, over every completion of what is open.
type bounds struct {
	low, high []num  // by node, in points
	here      []bool // by node: it applies in some completion
	stage     [2]int // lowest and highest level
	exact     bool   // all of them are reached by some completion
}

// maxRuns bounds the search for exact ends. Beyond it the ends still hold every completion, but may lie too far apart.
const maxRuns = 20000

// target is one end of a node's points, or of the stage.
type target struct {
	node int // place, or -1 for the stage
	sign int // 1 for the lowest, -1 for the highest
}

// search proves ends by branch and bound. outer holds every completion, attained is what completions were seen to
// give. Where both meet, an end is proven; everywhere else the open questions that can move it are answered one by one,
// those that conditions look at first, until nothing better than what was attained is left.
type search struct {
	s               *state
	outer, attained bounds
	runs            int
	short           bool                  // of runs, or of answers to try
	saved           []questionnaire.Reply // scratch
	ways            map[int]ways          // by item
}

// ways are the answers that an open question may get. They stay the same through a search.
type ways struct {
	all   []questionnaire.Reply
	whole bool
}

func (x *search) outcomes(i int) ([]questionnaire.Reply, bool) {
	w, there := x.ways[i]
	if !there {
		w.all, w.whole = x.s.outcomes(i)
		x.ways[i] = w
	}
	return w.all, w.whole
}

// bounds are those of a finished run. Where the total applies in no completion, there is no stage: both levels are 0.
func (s *state) bounds() bounds {
	out := s.outer()
	if s.waiting == 0 || s.apart() {
		out.exact = true
	} else {
		out = s.prove(out)
	}
	if out.stage[0] == none || !out.here[s.e.total] {
		out.stage = [2]int{}
	}
	out.stage[0] = min(out.stage[0], out.stage[1])
	return out
}

// prove searches for completions that give the ends of a run's bounds, and brings the bounds in where there are none.
func (s *state) prove(outer bounds) bounds {
	x := &search{s: s.double(), outer: outer, attained: nothing(len(s.nodes)), ways: map[int]ways{}}
	x.s.force = s.inForce()
	x.s.kept = make([]*questionnaire.Reply, 2*len(s.open))
	if x.s.memo == nil {
		x.s.memo = make([]*questionnaire.Reply, 2*len(s.open))
	}
	x.s.run()
	x.witness(1)
	x.witness(-1)
	outer.exact = true
	for _, t := range x.gaps() {
		x.short = false
		if x.met(t) {
			continue
		}
		x.branch(t)
		if x.short {
			outer.exact = false
			continue
		}
		x.settle(t)
	}
	exact := outer.exact
	outer = x.outer
	outer.exact = exact
	for i, here := range x.attained.here {
		if !here && exact {
			outer.here[i] = false
		}
	}
	return outer
}

func nothing(nodes int) bounds {
	return bounds{low: make([]num, nodes), high: make([]num, nodes), here: make([]bool, nodes), stage: [2]int{none, 0}}
}

// none is the stage of a total that does not apply, within a search: no result is no lower stage.
const none = 1 << 30

// outer are bounds that hold every completion of a run's open questions. They are good until the state's next ones.
func (s *state) outer() bounds {
	if s.room.low == nil {
		s.room = nothing(len(s.nodes))
	}
	out := s.room
	for i := range s.nodes {
		f := &s.nodes[i]
		out.low[i], out.high[i], out.here[i] = f.pl, f.ph, f.here
	}
	if s.nodes[s.e.total].here {
		out.stage = [2]int{s.level(1), s.level(-1)}
	}
	return out
}

// value is one end in a set of bounds, turned so that lower is better; ok is false where there is none.
func (b *bounds) value(t target) (v num, ok bool) {
	if t.node < 0 {
		if t.sign > 0 {
			return whole(b.stage[0]), b.stage[0] != none
		}
		return whole(-b.stage[1]), b.stage[0] != none
	}
	if t.sign > 0 {
		return b.low[t.node], b.here[t.node]
	}
	return b.high[t.node].neg(), b.here[t.node]
}

// better says whether bounds promise more than was attained.
func (x *search) better(b *bounds, t target) bool {
	v, ok := b.value(t)
	if !ok {
		return false
	}
	w, seen := x.attained.value(t)
	return !seen || v.cmp(w) < 0
}

func (x *search) met(t target) bool { return !x.better(&x.outer, t) }

// settle takes what was attained for the end itself.
func (x *search) settle(t target) {
	switch {
	case t.node < 0 && t.sign > 0:
		x.outer.stage[0] = x.attained.stage[0]
	case t.node < 0:
		x.outer.stage[1] = x.attained.stage[1]
	case !x.attained.here[t.node]:
		x.outer.here[t.node] = false
	case t.sign > 0:
		x.outer.low[t.node] = x.attained.low[t.node]
	default:
		x.outer.high[t.node] = x.attained.high[t.node]
	}
}

// gaps are the ends that no completion was seen to reach, the total's and the stage's first.
func (x *search) gaps() []target {
	all := []target{{-1, 1}, {-1, -1}}
	for i := len(x.outer.low) - 1; i >= 0; i-- {
		all = append(all, target{i, 1}, target{i, -1})
	}
	return slices.DeleteFunc(all, x.met)
}

// attain notes what one completion gives.
func (x *search) attain() {
	b := x.s.outer()
	a := &x.attained
	for i, here := range b.here {
		switch {
		case !here:
		case !a.here[i]:
			a.low[i], a.high[i], a.here[i] = b.low[i], b.high[i], true
		default:
			a.low[i], a.high[i] = lower(a.low[i], b.low[i]), higher(a.high[i], b.high[i])
		}
	}
	if b.here[x.s.e.total] {
		a.stage = [2]int{min(a.stage[0], b.stage[0]), max(a.stage[1], b.stage[1])}
	}
}

// witness completes what is open with the answers that give least (sign 1) or most (-1), one after the other, so that
// each sees whether it is asked at all.
func (x *search) witness(sign int) {
	s := x.s
	x.saved = append(x.saved[:0], s.sheet.Replies...)
	s.waiting = 0
	for i := s.e.first; i < len(s.standing); i++ {
		s.stand(i)
		if s.open[i] {
			s.sheet.Replies[i] = s.extreme(i, sign)
			s.open[i] = false
			s.waiting--
		}
	}
	s.figures()
	x.runs++
	x.attain()
	copy(s.sheet.Replies, x.saved)
}

// extreme is the completion of one question that gives its parts least or most, taken together.
func (s *state) extreme(i, sign int) questionnaire.Reply {
	now, memo := &s.sheet.Replies[i], s.memo
	if now.Rows != nil && s.forms[i].keepsRows() {
		memo = s.kept
	}
	if memo == nil {
		return s.findExtreme(i, sign)
	}
	at := &memo[2*i+(1-sign)/2]
	if *at == nil {
		r := s.findExtreme(i, sign)
		*at = &r
	}
	r := **at
	r.Target, r.Confidence = now.Target, now.Confidence
	return r
}

// findExtreme looks for it among all.
func (s *state) findExtreme(i, sign int) questionnaire.Reply {
	all, _ := s.outcomes(i)
	best, at := zero, -1
	for k := range all {
		sum := s.worthOf(i, &all[k])
		if at < 0 || sum.cmp(best)*sign < 0 {
			best, at = sum, k
		}
	}
	return all[at]
}

// worthOf is what an answer gives to its parts, taken together, in shares.
func (s *state) worthOf(i int, r *questionnaire.Reply) num {
	sum := zero
	for p := range s.forms[i].full {
		if r.State == questionnaire.Answered {
			f := s.forms[i].answered(p, r)
			sum = sum.add(f.share())
		}
	}
	return sum
}

// branch answers the next open question that can move an end in every way that makes a difference.
func (x *search) branch(t target) {
	s := x.s
	s.run()
	x.runs++
	if b := s.outer(); !x.better(&b, t) {
		return
	}
	if x.runs > maxRuns {
		x.short = true
		return
	}
	i := x.next(t)
	if i < 0 {
		if s.waiting == 0 {
			x.attain()
			return
		}
		x.witness(t.sign) // what is still open cannot move the end
		return
	}
	x.witness(t.sign)
	all, whole := x.outcomes(i)
	x.short = x.short || !whole
	before := s.sheet.Replies[i]
	for k := range all {
		s.sheet.Replies[i] = all[k]
		x.branch(t)
	}
	s.sheet.Replies[i] = before
}

// next is the question to answer next: the first that a condition looks at, since conditions look back, else the first
// that matters; -1 when none does.
func (x *search) next(t target) int {
	s, best := x.s, -1
	under := s.e.nodes[s.e.total].under
	for i := s.e.first; i < len(s.open); i++ {
		if t.node >= 0 {
			under = s.e.nodes[t.node].under
		}
		if !s.open[i] || !under[i] && !(t.node < 0 && s.e.gated(i)) {
			continue
		}
		if s.e.tested[i] {
			return i
		}
		if best < 0 {
			best = i
		}
	}
	return best
}

// gated says whether an item can move a node that a stage's gate looks at.
func (e *Engine) gated(i int) bool {
	for k := range e.stages {
		for _, g := range e.stages[k].gates {
			if e.nodes[g.node].under[i] {
				return true
			}
		}
	}
	return false
}
