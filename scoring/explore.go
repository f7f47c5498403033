package scoring

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// bounds are what all nodes and the stage can still become.
type bounds struct {
	nodes     []figure // only their ends mean something
	low, high int      // stage
	exact     bool
}

// maxRuns bounds the search for exact ends. Beyond it the ends still hold every completion, but may lie too far apart.
const maxRuns = 20000

// search walks through the answers that open questions may still get, where these decide what is asked or pull in
// several directions at once. All other open questions stay between their worst and best.
type search struct {
	s       *state
	pivots  []int
	found   bounds
	any     bool
	runs    int
	outcome [][]questionnaire.Answer
}

// bounds are those of a finished run.
func (s *state) bounds() bounds {
	pivots := s.pivots()
	if !slices.ContainsFunc(pivots, func(i int) bool { return s.asked[i].standing == questionnaire.Asked }) {
		out := s.outer()
		out.low = min(out.low, out.high)
		return out
	}
	x := search{s: s.e.start(s.a), pivots: pivots}
	x.s.own()
	for _, p := range pivots {
		x.s.open[p] = true
		x.outcome = append(x.outcome, outcomes(s.e, s.asked[p].shape))
	}
	x.s.force = s.inForce()
	x.s.waiting = len(pivots)
	x.found.exact = true
	x.walk(0)
	x.found.low = min(x.found.low, x.found.high)
	return x.found
}

// inForce are the questions that are asked and answered. A completion that would make such a question void contradicts
// the company's own answer, so the answer goes on counting.
func (s *state) inForce() []bool {
	out := make([]bool, len(s.asked))
	for i := range s.asked {
		out[i] = s.asked[i].standing == questionnaire.Asked && s.asked[i].given()
	}
	return out
}

// outer are bounds that hold every completion; they are exact when nothing is waited for.
func (s *state) outer() bounds {
	out := bounds{nodes: s.nodes, exact: s.waiting == 0}
	if s.nodes[s.e.total].here {
		out.low = s.level(func(f *figure) (num, bool) { return f.pl, true })
		out.high = s.level(func(f *figure) (num, bool) { return f.ph, true })
	} else {
		out.low = len(s.e.bank.Stages) // no result is no lower stage
	}
	return out
}

// pivots are the open questions whose answers have to be tried one by one.
func (s *state) pivots() []int {
	var out []int
	for i := range s.asked {
		q := &s.asked[i]
		if q.standing != questionnaire.Asked && !s.e.mentioned[i] || q.state == questionnaire.Answered || q.state == questionnaire.NotApplicable || !s.widens(i) {
			continue
		}
		if s.e.mentioned[i] || s.e.tangled[i] || vanishes(q.shape) && s.e.partial(i, q.shape) {
			out = append(out, i)
		}
	}
	return out
}

// widens says whether a question without an answer opens an interval, rather than counting as nothing.
func (s *state) widens(i int) bool {
	found := false
	for k := range s.e.parts {
		p := &s.e.parts[k]
		if p.question != i {
			continue
		}
		found = true
		treat := p.missing.Open
		if s.asked[i].state == questionnaire.Unknown {
			treat = p.missing.Unknown
		}
		if treat == 0 || treat == questionnaire.TreatInterval || treat == questionnaire.TreatTarget {
			return true
		}
	}
	return !found
}

// partial says whether an open question reaches less than all from nothing to full, so that "not applicable" may lie
// beyond its ends.
func (e *Engine) partial(i int, q *questionnaire.Question) bool {
	s := state{e: e}
	for k := range e.parts {
		if e.parts[k].question == i {
			if f := s.reach(q, &e.parts[k]); f.sl.sign() != 0 || f.sh.cmp(one) != 0 {
				return true
			}
		}
	}
	return false
}

func (x *search) walk(k int) {
	x.s.run()
	x.runs++
	out := x.s.outer()
	switch {
	case x.any && x.within(out):
		return
	case x.s.waiting == 0 || x.runs > maxRuns:
		x.merge(out)
		return
	}
	i := x.pivots[k]
	x.s.open[i] = false
	x.s.waiting--
	defer func() {
		x.s.open[i] = true
		x.s.waiting++
	}()
	if x.s.asked[i].standing != questionnaire.Asked {
		x.walk(k + 1)
		return
	}
	id := x.s.e.questions[i].ID
	before := x.s.a.Answers[id]
	for _, ans := range x.outcome[k] {
		ans.Target, ans.Confidence = before.Target, before.Confidence
		if ans.State == questionnaire.Open {
			ans = before
		}
		x.s.a.Answers[id] = ans
		x.walk(k + 1)
	}
	x.s.a.Answers[id] = before
}

// within says whether nothing new can be found below a place.
func (x *search) within(b bounds) bool {
	if b.low < x.found.low || b.high > x.found.high {
		return false
	}
	for i := range b.nodes {
		f, g := &b.nodes[i], &x.found.nodes[i]
		if f.here && (!g.here || f.pl.cmp(g.pl) < 0 || f.ph.cmp(g.ph) > 0 || f.sl.cmp(g.sl) < 0 || f.sh.cmp(g.sh) > 0) {
			return false
		}
	}
	return true
}

func (x *search) merge(b bounds) {
	x.found.exact = x.found.exact && b.exact
	if !x.any {
		x.any = true
		x.found.nodes = append([]figure{}, b.nodes...)
		x.found.low, x.found.high = b.low, b.high
		return
	}
	x.found.low, x.found.high = min(x.found.low, b.low), max(x.found.high, b.high)
	for i := range b.nodes {
		switch f, g := &b.nodes[i], &x.found.nodes[i]; {
		case !f.here:
		case !g.here:
			*g = *f
		default:
			*g = g.widen(*f)
		}
	}
}

// outcomes are the answers that a question may get, as far as they differ for conditions and points; the extremes
// come first, so that the search can stop early. Nothing stands for an answer that only has to be between its ends.
func outcomes(e *Engine, q *questionnaire.Question) []questionnaire.Answer {
	var out []questionnaire.Answer
	i := e.index[q.ID]
	if !e.mentioned[i] && !e.tangled[i] {
		out = append(out, questionnaire.Answer{})
	} else {
		for _, v := range values(q, e.borders(q.ID)) {
			out = append(out, questionnaire.Answer{State: questionnaire.Answered, Value: v})
		}
	}
	if vanishes(q) {
		out = append(out, questionnaire.Answer{State: questionnaire.NotApplicable})
	}
	return out
}

// values are the contents that an answer may have.
func values(q *questionnaire.Question, borders []*big.Rat) []questionnaire.Value {
	switch q.Kind.Family() {
	case questionnaire.AnyOf:
		return tickings(q)
	case questionnaire.Rows:
		return fillings(q)
	case questionnaire.Figure:
		return append(figures(q, borders), chosen(q)...)
	case questionnaire.OneOf, questionnaire.Line:
	}
	return chosen(q)
}

func chosen(q *questionnaire.Question) []questionnaire.Value {
	var out []questionnaire.Value
	for i := range q.Options {
		out = append(out, questionnaire.Value{Option: q.Options[i].ID})
	}
	if n := len(out); n > 2 { // ends first
		out[1], out[n-1] = out[n-1], out[1]
	}
	return out
}

// figures are the ends of the range and both sides of every border that a condition draws, to two decimals.
func figures(q *questionnaire.Question, borders []*big.Rat) []questionnaire.Value {
	if len(borders) == 0 && q.Scoring.Points.Linear == nil {
		return nil
	}
	step := big.NewRat(1, 100)
	if q.Range.Whole {
		step = big.NewRat(1, 1)
	}
	var out []questionnaire.Value
	add := func(x *big.Rat) {
		if x.Cmp(q.Range.Low) >= 0 && x.Cmp(q.Range.High) <= 0 {
			out = append(out, questionnaire.Value{Figure: x})
		}
	}
	add(q.Range.Low)
	add(q.Range.High)
	for _, b := range borders {
		add(new(big.Rat).Sub(b, step))
		add(b)
		add(new(big.Rat).Add(b, step))
	}
	return out
}

// most options or cells that are tried in every combination.
const maxCombined = 8

// tickings are all sets of ticks; of long lists, all sets of the first ones with all or none of the rest.
func tickings(q *questionnaire.Question) []questionnaire.Value {
	var out []questionnaire.Value
	var free []string
	for _, o := range q.Options {
		if o.Exclusive {
			out = append(out, questionnaire.Value{Set: []string{o.ID}})
		} else {
			free = append(free, o.ID)
		}
	}
	tried := min(len(free), maxCombined)
	for set := range 1 << tried {
		var ticks []string
		for i, id := range free[:tried] {
			if set>>i&1 == 0 {
				ticks = append(ticks, id)
			}
		}
		if len(ticks) > 0 {
			out = append(out, questionnaire.Value{Set: ticks})
		}
		if tried < len(free) {
			out = append(out, questionnaire.Value{Set: append(ticks[:len(ticks):len(ticks)], free[tried:]...)})
		}
	}
	return out
}

// fillings are the ways to fill a grid: every combination of the first rows, the others all at one option.
func fillings(q *questionnaire.Question) []questionnaire.Value {
	out := []questionnaire.Value{{Rows: map[string]string{}}}
	for n, r := range q.Rows {
		cells := make([]string, 0, len(q.Options)+1)
		for _, o := range q.Options {
			cells = append(cells, o.ID)
		}
		if r.NotApplicable {
			cells = append(cells, questionnaire.RowNotApplicable)
		}
		var next []questionnaire.Value
		for _, v := range out {
			for _, c := range cells {
				if n > maxCombined/2 && c != v.Rows[q.Rows[n-1].ID] && len(out) > 1000 {
					continue
				}
				rows := map[string]string{r.ID: c}
				for k, x := range v.Rows {
					rows[k] = x
				}
				next = append(next, questionnaire.Value{Rows: rows})
			}
		}
		out = next
	}
	return out
}

// borders are the figures at which conditions turn, for one question.
func (e *Engine) borders(id string) []*big.Rat {
	var out []*big.Rat
	look := func(c questionnaire.Condition) {
		for _, all := range c.AnyOf {
			for _, t := range all {
				if t.ID == id && t.Figure != nil {
					for _, x := range []*big.Rat{t.Figure.From, t.Figure.Above, t.Figure.To, t.Figure.Below} {
						if x != nil {
							out = append(out, x)
						}
					}
				}
			}
		}
	}
	for _, d := range e.bank.Dimensions {
		look(d.When)
	}
	for _, q := range e.questions {
		look(q.Asking.When)
		for _, x := range q.Asking.Implied {
			look(x.When)
		}
		for _, c := range q.Scoring.Points.Cases {
			look(c.When)
		}
	}
	for i := range e.nodes {
		for _, c := range e.nodes[i].Combine.Cases {
			look(c.When)
		}
	}
	return out
}
