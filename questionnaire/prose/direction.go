package prose

import (
	"math/big"
	"path"

	"digitalkompass/questionnaire"
)

// direction is how points run along the options, from the first to the last.
type direction int

const (
	level   direction = iota // all the same, or no points at all
	rising                   // the worst first
	falling                  // the best first
)

// words for a direction; the locale files have "diag.want.<word>" for each.
func (d direction) want() string {
	return map[direction]string{rising: "rising", falling: "falling"}[d]
}

// directions looks at ladders and the columns of grids: each has to run one way, and all of a dimension the same way.
// Bands of figures are left out, for "less is better" turns them round, and so are multi-selects.
func (c *checker) directions() {
	for _, d := range c.bank.Dimensions {
		run := map[string]direction{}
		count := map[direction]int{}
		for _, q := range d.Questions {
			if q.Kind == questionnaire.Ladder || q.Kind == questionnaire.Grid {
				run[q.ID] = c.direction(q)
				count[run[q.ID]]++
			}
		}
		usual := rising
		if count[falling] > count[rising] {
			usual = falling
		}
		for _, q := range d.Questions {
			if run[q.ID] == level || run[q.ID] == usual {
				continue
			}
			if t, ok := c.find(path.Join(q.ID, "text")); ok {
				c.warn(t, codeDirection, "name", q.ID, "want", usual.want())
			}
		}
	}
}

// direction is the way that a question's points run; it reports where one of its shapes turns round.
func (c *checker) direction(q *questionnaire.Question) direction {
	first := level
	for i, shape := range q.Shapes() {
		run, turn := runs(shape)
		if turn != "" {
			c.turned(q, turn, run)
		}
		if i == 0 {
			first = run
		}
	}
	return first
}

// runs says which way the points run, and the option at which they turn round, if they do.
func runs(q *questionnaire.Question) (run direction, turn string) {
	var before *big.Rat
	for i := range q.Options {
		now := worth(q, &q.Options[i])
		if before == nil || now == nil {
			before = now
			continue
		}
		step := [...]direction{falling, level, rising}[now.Cmp(before)+1]
		switch {
		case run == level:
			run = step
		case step != level && step != run:
			return run, q.Options[i].ID
		}
		before = now
	}
	return run, ""
}

// worth is what an option gives, in all parts that it feeds; nil where it gives no points.
func worth(q *questionnaire.Question, o *questionnaire.Option) *big.Rat {
	if len(q.Scoring.Points.Parts) == 0 {
		return o.Points
	}
	sum := new(big.Rat)
	for _, part := range q.Scoring.Points.Parts {
		if p := o.PointsFor(part); p != nil {
			sum.Add(sum, p)
		}
	}
	return sum
}

// turned reports at the option, or at the question where the options are a shared set.
func (c *checker) turned(q *questionnaire.Question, option string, run direction) {
	t, ok := c.find(path.Join(q.ID, "options", option))
	if !ok {
		t, ok = c.find(path.Join(q.ID, "text"))
	}
	if ok {
		c.warn(t, codeDirection, "name", path.Join(q.ID, option), "want", run.want())
	}
}
