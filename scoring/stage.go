package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// level is the stage by the middle (0), the lowest (1) or the highest (-1) of all figures; 0 where the total has no
// such.
func (s *state) level(sign int) int {
	t := &s.nodes[s.e.total]
	x, ok := t.at(sign)
	if !ok {
		return 0
	}
	level := 0
	for i := range s.e.stages {
		st := &s.e.stages[i]
		if !st.reached(x) || !s.gatesMet(st, sign) {
			break
		}
		level = i + 1
	}
	return level
}

// at is the middle or an end of a figure's points.
func (f *figure) at(sign int) (x num, ok bool) {
	switch {
	case sign > 0:
		return f.pl, f.here
	case sign < 0:
		return f.ph, f.here
	}
	return f.p, f.known
}

// stage is a step of the ladder with its gates as places.
type stage struct {
	from  num
	above bool
	gates []gate
}

// reached says whether points reach a stage's lower bound.
func (st *stage) reached(x num) bool {
	c := x.cmp(st.from)
	return c > 0 || c == 0 && !st.above
}

type gate struct {
	node int
	from num
}

func (e *Engine) addStages() {
	for i := range e.bank.Stages {
		st := &e.bank.Stages[i]
		out := stage{from: numOf(st.From), above: st.Above}
		for _, g := range st.Gates {
			if at, ok := e.byID[g.Dimension]; ok && g.Dimension != "" {
				out.gates = append(out.gates, gate{at, numOf(g.From)})
			}
			if g.Dimension == "" {
				for _, at := range e.dims {
					out.gates = append(out.gates, gate{at, numOf(g.From)})
				}
			}
		}
		e.stages = append(e.stages, out)
	}
}

// gatesMet looks at a stage's gates. One on what does not apply is met.
func (s *state) gatesMet(st *stage, sign int) bool {
	for _, g := range st.gates {
		f := &s.nodes[g.node]
		x, ok := f.at(sign)
		skip := !f.here || sign == 0 && f.out || sign < 0 && f.loose
		if !skip && (!ok || x.cmp(g.from) < 0) {
			return false
		}
	}
	return true
}

// blocked is what keeps the next stage away: the total and every gate that is not met, the total first.
func (r *Result) blocked() []Block {
	next := r.StageOf(r.Stage.Level + 1)
	if next == nil || r.Stage.Level == 0 {
		return nil
	}
	var out []Block
	if !next.Reaches(r.Total.Score) {
		out = append(out, Block{Stage: next.Level, Needs: next.From, Has: r.Total, Open: next.Reaches(r.Total.High)})
	}
	for _, b := range r.strictest(next) {
		if b.Has.Score != nil && b.Has.Score.Cmp(b.Needs) < 0 {
			b.Open = b.Has.High.Cmp(b.Needs) >= 0
			out = append(out, b)
		}
	}
	return out
}

// strictest are a stage's gates that apply to the company, the highest for each node, in the order of the bank.
func (r *Result) strictest(st *questionnaire.Stage) []Block {
	needs := map[string]*big.Rat{}
	raise := func(id string, from *big.Rat) {
		if needs[id] == nil || from.Cmp(needs[id]) > 0 {
			needs[id] = from
		}
	}
	for _, g := range st.Gates {
		if g.Dimension != "" {
			raise(g.Dimension, g.From)
			continue
		}
		for _, d := range r.Dimensions {
			raise(d.Dimension.ID, g.From)
		}
	}
	var out []Block
	for i := range r.Nodes {
		if n := &r.Nodes[i]; n.Applies && needs[n.Node.ID] != nil {
			out = append(out, Block{Stage: st.Level, Dimension: n.Node.ID, Needs: needs[n.Node.ID], Has: n.Span})
		}
	}
	return out
}

// Gates are all named gates of a stage that apply to the company, with what it has; for showing met ones too.
func (r *Result) Gates(level int) []Block {
	s := r.StageOf(level)
	if s == nil {
		return nil
	}
	var out []Block
	for _, g := range s.Gates {
		if g.Dimension == "" {
			continue
		}
		if n := r.Node(g.Dimension); n != nil && n.Applies {
			out = append(out, Block{Stage: level, Dimension: g.Dimension, Needs: g.From, Has: n.Span, Open: n.Span.Low.Cmp(g.From) < 0 && n.Span.High.Cmp(g.From) >= 0})
		}
	}
	return out
}
