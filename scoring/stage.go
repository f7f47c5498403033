package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// level is the stage by one end of all spans; 0 where the total has no such end.
func (r *Result) level(end func(Span) *big.Rat) int {
	t := end(r.Total)
	if t == nil {
		return 0
	}
	level := 0
	for _, s := range r.Bank.Stages {
		if t.Cmp(s.From) < 0 || !r.gatesMet(s, end) {
			break
		}
		level = s.Level
	}
	return level
}

func (r *Result) gatesMet(s questionnaire.Stage, end func(Span) *big.Rat) bool {
	for _, g := range s.Gates {
		for _, d := range r.Dimensions {
			if d.Applies && (g.Dimension == "" || g.Dimension == d.Dimension.ID) && end(d.Span).Cmp(g.From) < 0 {
				return false
			}
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
	if r.Total.Score.Cmp(next.From) < 0 {
		out = append(out, Block{Stage: next.Level, Needs: next.From, Has: r.Total, Open: r.Total.High.Cmp(next.From) >= 0})
	}
	needs := map[string]*big.Rat{}
	for _, g := range next.Gates {
		for _, d := range r.Dimensions {
			id := d.Dimension.ID
			if d.Applies && (g.Dimension == "" || g.Dimension == id) && (needs[id] == nil || g.From.Cmp(needs[id]) > 0) {
				needs[id] = g.From
			}
		}
	}
	for _, d := range r.Dimensions {
		if n := needs[d.Dimension.ID]; n != nil && d.Span.Score.Cmp(n) < 0 {
			out = append(out, Block{Stage: next.Level, Dimension: d.Dimension.ID, Needs: n, Has: d.Span, Open: d.Span.High.Cmp(n) >= 0})
		}
	}
	return out
}

// Gates are all gates of a stage that apply to the company, with what it has; for showing met ones too.
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
		if d := r.Dimension(g.Dimension); d != nil && d.Applies {
			out = append(out, Block{Stage: level, Dimension: g.Dimension, Needs: g.From, Has: d.Span, Open: d.Span.Low.Cmp(g.From) < 0 && d.Span.High.Cmp(g.From) >= 0})
		}
	}
	return out
}
