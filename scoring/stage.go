package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// level is the stage by the middle or one end of all figures; 0 where the total has no such.
func (s *state) level(of func(*figure) (num, bool)) int {
	t := &s.nodes[s.e.total]
	if !t.here {
		return 0
	}
	x, ok := of(t)
	if !ok {
		return 0
	}
	level := 0
	for i := range s.e.bank.Stages {
		st := &s.e.bank.Stages[i]
		if c := x.cmp(numOf(st.From)); c < 0 || c == 0 && st.Above || !s.gatesMet(st, of) {
			break
		}
		level = st.Level
	}
	return level
}

func (s *state) gatesMet(st *questionnaire.Stage, of func(*figure) (num, bool)) bool {
	met := func(at int, from *big.Rat) bool {
		f := &s.nodes[at]
		x, ok := of(f)
		return !f.here || ok && x.cmp(numOf(from)) >= 0
	}
	for _, g := range st.Gates {
		if g.Dimension != "" {
			if at, ok := s.e.byID[g.Dimension]; ok && !met(at, g.From) {
				return false
			}
			continue
		}
		for _, at := range s.e.dims {
			if !met(at, g.From) {
				return false
			}
		}
	}
	return true
}

// middle is the end that answers stand at.
func middle(f *figure) (num, bool) { return f.p, f.known }

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
