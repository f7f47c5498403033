package scoring

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// Stability says what it would take to change a stage that the answers give.
type Stability struct {
	Flips []Flip // answers that change it when they are one step off, in the order of the bank
	Sway  Sway
}

// Flip is one answer, one step off, that changes the stage.
type Flip struct {
	Question *questionnaire.Question
	Answer   questionnaire.Answer // the one that would change it
	Stage    int                  // the level it gives
}

// Sway is how the stage fares when all weights may be off by some percent, each for itself.
type Sway struct {
	Percent   int
	Low, High int // levels
}

// SwayPercent is how far weights are taken to be off. No published study fixes such a number for these models, so it is
// stated wherever it is used.
const SwayPercent = 20

// Stability looks at an assessment that has a stage; without one there is nothing to shake. It is exact: every
// neighbouring answer is tried, and the ends for weights are those of the worst and best weights for each mean.
func (e *Engine) Stability(a *questionnaire.Assessment) Stability {
	s := e.start(e.index.Sheet(a))
	s.run()
	level := s.level(0)
	if level == 0 {
		return Stability{}
	}
	out := Stability{Sway: s.swayed(SwayPercent)}
	for i := e.first; i < len(s.forms); i++ {
		if s.standing[i] == questionnaire.Asked && s.sheet.Replies[i].State == questionnaire.Answered {
			out.Flips = append(out.Flips, s.flips(i, level)...)
		}
	}
	return out
}

// flips are the neighbouring answers to one question that change the stage: of those that give the same one, the first.
func (s *state) flips(i, level int) []Flip {
	var out []Flip
	x := s.copy()
	for _, r := range s.forms[i].neighbours(&s.sheet.Replies[i]) {
		x.sheet.Replies[i] = r
		x.run()
		now := x.level(0)
		seen := slices.ContainsFunc(out, func(f Flip) bool { return f.Stage == now })
		if now != 0 && now != level && !seen {
			out = append(out, Flip{Question: s.forms[i].q, Answer: s.forms[i].q.Answer(r), Stage: now})
		}
	}
	return out
}

// neighbours are the answers one step from a given one: the next option up or down in points, a tick more or less, or
// one row of a grid a step up or down.
func (f *form) neighbours(r *questionnaire.Reply) []questionnaire.Reply {
	var out []questionnaire.Reply
	switch f.q.Kind.Family() {
	case questionnaire.OneOf, questionnaire.Figure:
		for _, k := range f.beside(r.Option) {
			x := *r
			x.Option, x.Figure = k, nil
			out = append(out, x)
		}
	case questionnaire.AnyOf:
		for k := range f.q.Options {
			x := *r
			x.Ticks ^= 1 << k
			if alone := x.Ticks&f.lone != 0 && x.Ticks&(x.Ticks-1) != 0; x.Ticks != 0 && !alone {
				out = append(out, x)
			}
		}
	case questionnaire.Rows:
		for row, c := range r.Rows {
			if c < 0 {
				continue
			}
			for _, k := range f.beside(int(c)) {
				x := *r
				x.Rows = slices.Clone(r.Rows)
				x.Rows[row] = int8(k)
				out = append(out, x)
			}
		}
	case questionnaire.Line:
	}
	return out
}

// beside are the options next below and next above one in points.
func (f *form) beside(option int) []int {
	down, up := -1, -1
	if option < 0 {
		return nil
	}
	points := f.points[0]
	for k := range points {
		switch c := points[k].cmp(points[option]); {
		case f.q.Options[k].Instead:
		case c < 0 && (down < 0 || points[k].cmp(points[down]) > 0):
			down = k
		case c > 0 && (up < 0 || points[k].cmp(points[up]) < 0):
			up = k
		}
	}
	return slices.DeleteFunc([]int{down, up}, func(k int) bool { return k < 0 })
}

// swayed lets every weight of a mean be off by some percent, each for itself, and looks how low and high the stage gets.
func (s *state) swayed(percent int) Sway {
	x := s.copy()
	x.run()
	for i := range x.parts {
		if f := &x.parts[i]; f.here && f.known {
			x.parts[i] = fixed(f.p, f.of)
		} else {
			x.parts[i] = figure{}
		}
	}
	x.sway = numOf(big.NewRat(int64(percent), 100))
	for i := range x.nodes {
		x.nodes[i] = x.node(&x.e.nodes[i])
	}
	return Sway{Percent: percent, Low: x.level(1), High: x.level(-1)}
}

// swing is the lowest (sign 1) or highest (-1) mean of children whose weights may each be off by a share: those that pull
// it further weigh most, all others least, and where one ends and the other begins is tried out.
func swing(kids []weighed, sign int, share num) num {
	order := slices.Clone(kids)
	slices.SortStableFunc(order, func(a, b weighed) int { return sign * a.end(sign).cmp(b.end(sign)) })
	best, found := zero, false
	for heavy := range len(order) + 1 {
		w, x := zero, zero
		for i := range order {
			factor := one.sub(share)
			if i < heavy {
				factor = one.add(share)
			}
			w, x = w.add(order[i].weight.mul(factor)), x.add(order[i].weight.mul(factor).mul(order[i].end(sign)))
		}
		if m := ratio(x, w); !found || m.cmp(best)*sign < 0 {
			best, found = m, true
		}
	}
	return best
}
