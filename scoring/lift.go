package scoring

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// rung is a point that measures of one question lift its answer to, each including those below.
type rung struct {
	answer   questionnaire.Answer
	measures []*questionnaire.Measure
	share    num
}

// rungs are the points that a question's answer can be lifted to, lowest first. A measure fits an answer from its From
// up to its To, on the scale 0–4; what it is for may be there already, then it is passed over.
func (s *state) rungs(q *asking) []rung {
	if q.state != questionnaire.Answered {
		return nil
	}
	p := part{full: numOf(q.shape.Full("")), name: q.shape.PartNames()[0]}
	f, ok := s.answered(q.shape, &p, q.answer.Value)
	if !ok || !f.known {
		return nil
	}
	at, ans := f.share().mul(whole(4)), q.answer
	var out []rung
	var done []*questionnaire.Measure
	for _, m := range q.shape.Measures {
		if numOf(m.From).cmp(at) > 0 || at.cmp(numOf(m.To)) >= 0 || settled(q.shape, ans.Value, m) {
			continue
		}
		ans = s.lifted(q.shape, &p, ans, m)
		f, _ = s.answered(q.shape, &p, ans.Value)
		if up := f.share().mul(whole(4)); up.cmp(at) > 0 {
			at = up
			done = append(done, m)
			out = append(out, rung{answer: ans, measures: slices.Clone(done), share: f.share()})
		}
	}
	return out
}

// lifted is an answer after a measure: the first option that reaches its end, or the rows and ticks it is for, and then
// others in order, until its end is reached.
func (s *state) lifted(q *questionnaire.Question, p *part, a questionnaire.Answer, m *questionnaire.Measure) questionnaire.Answer {
	out := questionnaire.Answer{State: questionnaire.Answered, Note: a.Note, Target: a.Target}
	enough := func(v questionnaire.Value) bool {
		f, ok := s.answered(q, p, v)
		return ok && f.known && f.share().mul(whole(4)).cmp(numOf(m.To)) >= 0
	}
	switch q.Kind.Family() {
	case questionnaire.AnyOf:
		out.Value = liftTicks(q, a.Value, m, enough)
	case questionnaire.Rows:
		out.Value = liftRows(q, a.Value, m, enough)
	case questionnaire.OneOf, questionnaire.Figure, questionnaire.Line:
		out.Value = liftOption(q, a.Value, enough)
	}
	return out
}

func liftOption(q *questionnaire.Question, v questionnaire.Value, enough func(questionnaire.Value) bool) questionnaire.Value {
	best, points := v, (*big.Rat)(nil)
	for i := range q.Options {
		o := &q.Options[i]
		if x := (questionnaire.Value{Option: o.ID}); !o.Instead && enough(x) && (points == nil || order(o.Points, points) < 0) {
			best, points = x, o.Points
		}
	}
	return best
}

func liftTicks(q *questionnaire.Question, v questionnaire.Value, m *questionnaire.Measure, enough func(questionnaire.Value) bool) questionnaire.Value {
	set := slices.DeleteFunc(slices.Clone(v.Set), func(id string) bool { return q.Option(id).Exclusive })
	tick := func(o *questionnaire.Option) {
		if !o.Exclusive && sign(o.Points) > 0 && !slices.Contains(set, o.ID) && !enough(questionnaire.Value{Set: set}) {
			set = append(set, o.ID)
		}
	}
	for _, id := range m.Items {
		if o := q.Option(id); o != nil {
			tick(o)
		}
	}
	for i := range q.Options {
		tick(&q.Options[i])
	}
	return questionnaire.Value{Set: set}
}

func liftRows(q *questionnaire.Question, v questionnaire.Value, m *questionnaire.Measure, enough func(questionnaire.Value) bool) questionnaire.Value {
	rows := map[string]string{}
	for k, x := range v.Rows {
		rows[k] = x
	}
	up := slices.Clone(q.Options)
	slices.SortStableFunc(up, func(a, b questionnaire.Option) int { return order(a.Points, b.Points) })
	raise := func(row string) {
		for _, o := range up {
			now := q.Option(rows[row])
			if now == nil || enough(questionnaire.Value{Rows: rows}) {
				return
			}
			if order(o.Points, now.Points) > 0 {
				rows[row] = o.ID
			}
		}
	}
	for _, id := range m.Items {
		raise(id)
	}
	for _, r := range q.Rows {
		raise(r.ID)
	}
	return questionnaire.Value{Rows: rows}
}

// settled says whether the rows or ticks that a measure is for are all there already.
func settled(q *questionnaire.Question, v questionnaire.Value, m *questionnaire.Measure) bool {
	if len(m.Items) == 0 {
		return false
	}
	return !slices.ContainsFunc(m.Items, func(item string) bool {
		if q.Kind != questionnaire.Grid {
			return !slices.Contains(v.Set, item)
		}
		o := q.Option(v.Rows[item])
		return v.Rows[item] != questionnaire.RowNotApplicable && (o == nil || o.Points.Cmp(q.Full("")) < 0)
	})
}
