package scoring

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

var hundred = big.NewRat(100, 1)

// dimension draws a dimension's result from its node and its lines of the trail.
func (s *state) dimension(d *questionnaire.Dimension, n *NodeResult, trail []Contribution) DimensionResult {
	out := DimensionResult{Dimension: d, Applies: n.Applies, Span: n.Span, Of: n.Of}
	var lines []Contribution
	seen := map[string]bool{}
	for _, c := range trail {
		if c.Dimension == d.ID {
			lines = append(lines, c)
			if !seen[c.Question] {
				out.Coverage.count(c)
			}
			seen[c.Question] = true
		}
	}
	switch {
	case !out.Applies:
	case out.Span.Score != nil:
		out.Level = s.levelOf(s.e.byID[d.ID])
	default:
		out.Missing, out.Stuck = missing(lines, n.Node.Coverage.Answered)
	}
	return out
}

// Stuck says whether a dimension can have no score without another answer to what is not known, and how many answers it
// lacks. It takes none of the time that intervals and ways take.
func (e *Engine) Stuck(a *questionnaire.Assessment, dimension string) (missing int, stuck bool) {
	i := slices.IndexFunc(e.bank.Dimensions, func(d *questionnaire.Dimension) bool { return d.ID == dimension })
	if i < 0 {
		return 0, false
	}
	s := e.start(e.index.Sheet(a))
	s.run()
	n := s.nodeResult(e.dims[i], &bounds{here: make([]bool, len(e.nodes))})
	out := s.dimension(e.bank.Dimensions[i], &n, s.trail())
	return out.Missing, out.Stuck
}

// missing counts how many of the unanswered questions, in order, make up the weight that lacks; stuck says that those that are
// open do not suffice.
func missing(lines []Contribution, share *big.Rat) (n int, stuck bool) {
	applies, answered, open := new(big.Rat), new(big.Rat), new(big.Rat)
	for _, c := range lines {
		if c.Treatment != Left {
			applies.Add(applies, c.Weight)
		}
		if c.Score != nil {
			answered.Add(answered, c.Weight)
		}
		if c.Treatment == Widens && (c.State == questionnaire.Open || c.State == questionnaire.Skipped) {
			open.Add(open, c.Weight)
		}
	}
	lacks := new(big.Rat).Mul(applies, share)
	lacks.Sub(lacks.Quo(lacks, hundred), answered)
	stuck = lacks.Cmp(open) > 0
	for _, c := range lines {
		if c.Treatment == Widens && (lacks.Sign() > 0 || n == 0) {
			lacks.Sub(lacks, c.Weight)
			n++
		}
	}
	return n, stuck
}

// levelOf is the level of a dimension's score: by its own bands, else by the stages' borders; 0 where there are none.
func (s *state) levelOf(at int) int {
	f := &s.nodes[at]
	if bands := s.bands(&s.e.nodes[at]); len(bands) > 0 {
		return bandAt(bands, f.p) + 1
	}
	level, scale := 0, s.e.nodes[s.e.total].scale
	if scale.sign() == 0 || f.of.sign() == 0 {
		return 0
	}
	x := f.p.quo(f.of).mul(scale)
	for i := range s.e.stages {
		if s.e.stages[i].reached(x) {
			level = i + 1
		}
	}
	return level
}

// count adds a line of the trail.
func (c *Coverage) count(line Contribution) {
	scored := line.Weight != nil && line.Weight.Sign() != 0
	c.tally(scored, line.Treatment == ZeroCounted, line.Standing, line.State)
}

// tally adds a question. One that counts as answered with zero is answered.
func (c *Coverage) tally(scored, zero bool, standing questionnaire.Standing, state questionnaire.State) {
	switch {
	case !scored:
		c.Unscored++
	case zero:
		c.Answered++
		c.Asked++
	case standing == questionnaire.OffPath:
		c.OffPath++
	case standing == questionnaire.Hidden:
		c.Hidden++
	default:
		c.Asked++
		switch state {
		case questionnaire.Answered:
			c.Answered++
		case questionnaire.Unknown:
			c.Unknown++
		case questionnaire.NotApplicable:
			c.NotApplicable++
		case questionnaire.Open, questionnaire.Skipped:
			c.Open++
		}
	}
}

func (c *Coverage) add(o Coverage) {
	c.Asked += o.Asked
	c.Answered += o.Answered
	c.Unknown += o.Unknown
	c.NotApplicable += o.NotApplicable
	c.Open += o.Open
	c.Hidden += o.Hidden
	c.OffPath += o.OffPath
	c.Unscored += o.Unscored
}
