package scoring

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// Lowered is a better answer with a worse result.
type Lowered struct {
	Before, After *questionnaire.Assessment // the same answers but for the one, and for what it newly asks or no longer does
	Node          string                    // what falls: a dimension, or "" for the total
	Stage         bool                      // it is the stage that falls, and From and To are levels
	From, To      *big.Rat
}

// Lowering looks for an answer to a question that is worth more points than another one, in no part fewer, and with which
// the total, a dimension or the stage is lower, all other answers being the same. What the better answer newly asks may be
// answered in any way. Nothing is found and decided is true where there is none. Questions whose points are decided by
// cases have no better answers.
func (e *Engine) Lowering(question string) (found *Lowered, decided bool) {
	t := e.twin(e.index.At(question))
	if t == nil {
		return nil, true
	}
	aims := Wish{Highest: len(e.stages), Nodes: e.aims()}
	t.only = make([]bool, len(e.nodes))
	e.needed(t.only, &aims)
	companies := e.companies(aims)
	t.short = len(companies) == 0 // too many
	t.limit = maxRuns
	for t.found == nil && t.again() {
		for _, c := range companies {
			if t.found == nil && t.runs <= t.limit {
				t.company(c)
			}
		}
	}
	return t.found, t.found != nil || !t.short
}

// aims are the total and the dimensions.
func (e *Engine) aims() []Within {
	out := []Within{{Node: ""}}
	for _, d := range e.dims {
		out = append(out, Within{Node: e.nodes[d].ID})
	}
	return out
}

// twin is a company twice: with an answer to one question, and with a better one.
type twin struct {
	e       *Engine
	item    int
	a, b    *state
	shallow bool   // a first look, which goes no deeper than one question
	any     bool   // instead of two answers, any better one: its question is open in both
	only    []bool // nodes that are worked out
	parts   []gap
	nodes   []gap
	found   *Lowered
	spent
	reaching
}

// reaching says how far a question reaches beyond its own points, by item.
type reaching struct {
	touched []bool // whether it is asked, or what it is worth, may hang on the question
	near    []bool // it is touched, or it decides about what is
}

// twin prepares the search for one question; nil where it counts nowhere.
func (e *Engine) twin(item int) *twin {
	t := &twin{e: e, item: item, reaching: reaching{touched: make([]bool, len(e.index.Items))}, parts: make([]gap, len(e.parts)), nodes: make([]gap, len(e.nodes))}
	if len(e.counted(item)) == 0 || len(e.shapes0(item).cases) > 0 {
		return nil
	}
	on := make([]bool, len(e.index.Items))
	on[item] = true
	for again := true; again; {
		again = false
		for i := e.first; i < len(on); i++ {
			looks := e.index.Conditions(i).Items()
			for _, c := range e.shapes0(i).cases {
				looks = append(looks, c.Items()...)
			}
			if !on[i] && slices.ContainsFunc(looks, func(k int) bool { return on[k] }) {
				on[i], t.touched[i], again = true, true, true
			}
		}
	}
	t.near = make([]bool, len(on))
	for i, touched := range t.touched {
		if touched {
			e.reachItem(t.near, i)
		}
	}
	return t
}

// counted are the places of the parts of a question that some node counts.
func (e *Engine) counted(item int) []int {
	var out []int
	for _, p := range e.parts {
		if p.item == item && p.take == questionnaire.TakeAnswer && !slices.Contains(out, p.at) {
			out = append(out, p.at)
		}
	}
	return out
}

// company looks at one kind of company: first whether any better answer can lower anything at all, then answer by answer.
func (t *twin) company(sheet *questionnaire.Sheet) {
	t.a, t.b = t.e.start(copied(sheet)), t.e.start(copied(sheet))
	t.a.memo = make([]*questionnaire.Reply, 2*len(t.e.index.Items))
	t.b.memo = t.a.memo
	t.a.only, t.b.only = t.only, t.only
	t.any = true
	open := t.run() && t.may() != nil
	t.any = false
	if !open {
		return
	}
	all := t.outcomes(t.a, t.item)
	for _, t.shallow = range []bool{true, false} {
		for i := range all {
			for k := range all {
				if t.found == nil && t.better(&all[i], &all[k]) {
					t.a.sheet.Replies[t.item], t.b.sheet.Replies[t.item] = all[i], all[k]
					t.branch()
				}
			}
		}
	}
}

func copied(s *questionnaire.Sheet) *questionnaire.Sheet {
	return &questionnaire.Sheet{Path: s.Path, Replies: slices.Clone(s.Replies)}
}

// better says whether a second answer is worth more than a first, in no part that counts fewer.
func (t *twin) better(first, second *questionnaire.Reply) bool {
	f, out := &t.a.forms[t.item], false
	if first.State != questionnaire.Answered || second.State != questionnaire.Answered {
		return false
	}
	for _, p := range t.e.counted(t.item) {
		x, y := f.answered(p, first), f.answered(p, second)
		if x.here != y.here || x.of.cmp(y.of) != 0 || y.p.cmp(x.p) < 0 {
			return false
		}
		out = out || y.p.cmp(x.p) > 0
	}
	return out
}

// run works out both and what lies between them; false where the question is not asked.
func (t *twin) run() bool {
	t.runs++
	t.a.run()
	t.b.run()
	if t.a.standing[t.item] != questionnaire.Asked {
		return false
	}
	t.compare()
	return true
}

// branch answers what is open, in both alike, until something is lower or cannot be.
func (t *twin) branch() {
	if !t.run() {
		return
	}
	nodes := t.may()
	switch {
	case nodes == nil:
		return
	case t.runs > t.limit:
		t.short = true
		return
	}
	i := t.next(nodes)
	if i < 0 {
		t.judge()
		return
	}
	in, too := t.a.open[i], t.b.open[i]
	all := t.outcomes(t.a, i)
	x, y := t.a.sheet.Replies[i], t.b.sheet.Replies[i]
	for _, deeper := range []bool{false, true} { // what is likely in each case first
		for k := range all {
			if t.found != nil {
				return
			}
			t.put(i, all[k], in, too)
			switch {
			case !deeper:
				t.guess()
			case !t.shallow:
				t.branch()
			}
		}
	}
	t.a.sheet.Replies[i], t.b.sheet.Replies[i] = x, y
}

func (t *twin) put(i int, r questionnaire.Reply, in, too bool) {
	if in {
		t.a.sheet.Replies[i] = r
	}
	if too {
		t.b.sheet.Replies[i] = r
	}
}

// next is the open question to answer next: first those near to what hangs on the question, then those that a condition
// looks at, then any that can move the nodes; -1 when there is none. Conditions look back, so those are settled first.
func (t *twin) next(nodes []int) int {
	best, rank := -1, 4
	for i := t.e.first; i < len(t.a.open); i++ {
		if !t.a.open[i] && !t.b.open[i] || !slices.ContainsFunc(nodes, func(n int) bool { return t.e.nodes[n].under[i] }) {
			continue
		}
		r := 0
		if !t.near[i] {
			r += 2
		}
		if !t.e.tested[i] {
			r++
		}
		if r < rank {
			best, rank = i, r
		}
	}
	return best
}
