package scoring

import (
	"slices"

	"digitalkompass/questionnaire"
)

// Fitting are the size classes, by place and -1 for none, to which a measure can be proposed: some answer to its question
// is one that it fits and improves. Whether the question is ever asked is left aside.
func (e *Engine) Fitting(measure *questionnaire.Measure) []int {
	var out []int
	i := e.index.At(measure.Question)
	m := slices.Index(e.index.Items[i].Measures, measure)
	look := e.seeing(i, measure.Items)
	for class := range e.shapes {
		s := look.start(e.blank())
		s.forms = e.shapes[class]
		all, _ := s.outcomes(i)
		s.standing[i] = questionnaire.Asked
		fits := slices.ContainsFunc(all, func(r questionnaire.Reply) bool {
			s.sheet.Replies[i] = r
			if r.State != questionnaire.Answered {
				return false
			}
			_, ok := s.lift(i, lift{reply: r}, m)
			return ok
		})
		if fits {
			out = append(out, class-1)
		}
	}
	return out
}

// seeing is the engine with eyes for rows or options of one item.
func (e *Engine) seeing(i int, names []string) *Engine {
	out, q := *e, e.index.Items[i]
	out.eyes = slices.Clone(e.eyes)
	for _, id := range names {
		if k := q.Number(id) - 1; k >= 0 {
			out.eyes[i].options |= 1 << k
		}
		for k := range q.Rows {
			if q.Rows[k].ID == id {
				out.eyes[i].rows |= 1 << k
			}
		}
	}
	return &out
}
