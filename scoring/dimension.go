package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
)

var hundred = big.NewRat(100, 1)

// half is the share of weight that has to be answered where the bank does not say, in percent.
var half = big.NewRat(50, 1)

// dimensionResult draws a dimension's numbers from its lines of the trail.
func dimensionResult(b *questionnaire.Bank, d *questionnaire.Dimension, lines []Contribution) DimensionResult {
	out := DimensionResult{Dimension: d}
	applies, answered, earned := new(big.Rat), new(big.Rat), new(big.Rat)
	for _, c := range lines {
		out.Coverage.count(c)
		if c.Treatment == Left {
			continue
		}
		applies.Add(applies, c.Weight)
		if c.Score != nil {
			answered.Add(answered, c.Weight)
			earned.Add(earned, new(big.Rat).Mul(c.Weight, c.Score))
		}
	}
	if applies.Sign() == 0 {
		return out
	}
	out.Applies = true
	open := new(big.Rat).Sub(applies, answered)
	out.Span.Low = percent(earned, applies)
	out.Span.High = percent(new(big.Rat).Add(earned, open), applies)
	needed := needed(b, applies)
	if answered.Sign() > 0 && answered.Cmp(needed) >= 0 {
		out.Span.Score = percent(earned, answered)
		out.Level = levelOf(b, out.Span.Score)
		return out
	}
	out.Missing = missing(lines, needed.Sub(needed, answered))
	return out
}

// needed is the weight that has to be answered.
func needed(b *questionnaire.Bank, applies *big.Rat) *big.Rat {
	share := b.Policy.Answered
	if share == nil {
		share = half
	}
	n := new(big.Rat).Mul(applies, share)
	return n.Quo(n, hundred)
}

// missing counts how many of the unanswered questions, in order, make up the weight that lacks.
func missing(lines []Contribution, lacks *big.Rat) int {
	n := 0
	for _, c := range lines {
		if c.Treatment == Widens && (lacks.Sign() > 0 || n == 0) {
			lacks.Sub(lacks, c.Weight)
			n++
		}
	}
	return n
}

func percent(part, whole *big.Rat) *big.Rat {
	p := new(big.Rat).Quo(part, whole)
	return p.Mul(p, hundred)
}

// levelOf is the band that a score falls in, by the stages' lower bounds.
func levelOf(b *questionnaire.Bank, score *big.Rat) int {
	level := 0
	for _, s := range b.Stages {
		if score.Cmp(s.From) >= 0 {
			level = s.Level
		}
	}
	return level
}

// count adds a line of the trail. A question answered with zero counts as answered.
func (c *Coverage) count(line Contribution) {
	switch {
	case line.Weight == nil || line.Weight.Sign() == 0:
		c.Unscored++
	case line.Treatment == ZeroCounted:
		c.Answered++
		c.Asked++
	case line.Standing == questionnaire.OffPath:
		c.OffPath++
	case line.Standing == questionnaire.Hidden:
		c.Hidden++
	default:
		c.Asked++
		switch line.State {
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
