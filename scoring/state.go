package scoring

import (
	"maps"

	"digitalkompass/questionnaire"
)

// state is one run of an engine over one assessment. It is used again for what-ifs of the same assessment.
type state struct {
	e       *Engine
	a       *questionnaire.Assessment
	open    []bool // by question: may still become anything, and a condition waits for it
	waiting int    // how many of them
	force   []bool // by question: its answer stays in force, whatever others turn out to be
	asked   []asking
	parts   []figure
	nodes   []figure
}

// asking is what a question stands at.
type asking struct {
	shape    *questionnaire.Question
	answer   questionnaire.Answer
	standing questionnaire.Standing
	state    questionnaire.State
	optional bool // some completion does not ask it
}

func (e *Engine) start(a *questionnaire.Assessment) *state {
	return &state{e: e, a: a, open: make([]bool, len(e.questions)), asked: make([]asking, len(e.questions)),
		parts: make([]figure, len(e.parts)), nodes: make([]figure, len(e.nodes))}
}

// run works out all figures.
func (s *state) run() {
	for i, q := range s.e.questions {
		s.asked[i] = s.ask(q)
		if s.force != nil && s.force[i] {
			s.asked[i].standing, s.asked[i].optional = questionnaire.Asked, false
		}
	}
	for i := range s.e.parts {
		s.parts[i] = s.part(&s.e.parts[i])
	}
	for i := range s.e.nodes {
		s.nodes[i] = s.node(&s.e.nodes[i])
	}
}

func (s *state) ask(q *questionnaire.Question) asking {
	shape := s.e.nav.Shape(s.a, q)
	ans := s.a.Get(q)
	out := asking{shape: shape, answer: ans, standing: s.e.nav.Standing(s.a, q), state: questionnaire.Settled(shape, ans)}
	out.optional = s.waiting > 0 && s.mayBeHidden(q)
	return out
}

// given says whether there is an answer.
func (q *asking) given() bool {
	return q.state == questionnaire.Answered || q.state == questionnaire.NotApplicable
}

// isOpen says whether an answer may still become anything.
func (s *state) isOpen(id string) bool {
	at, ok := s.e.index[id]
	return ok && s.open[at]
}

func (s *state) mayBeHidden(q *questionnaire.Question) bool {
	d := s.e.bank.Dimension(q.Dimension)
	return d.When.Outlook(s.e.bank, s.a, s.isOpen, false) != questionnaire.Surely ||
		q.Asking.When.Outlook(s.e.bank, s.a, s.isOpen, false) != questionnaire.Surely
}

// part is the figure of one part.
func (s *state) part(p *part) figure {
	q := &s.asked[p.question]
	switch q.standing {
	case questionnaire.ZeroCount:
		return fixed(numOf(s.e.bank.Implied(s.a, q.shape)), s.e.attainable(q.shape, p))
	case questionnaire.Hidden, questionnaire.OffPath:
		return figure{}
	case questionnaire.Asked:
	}
	f := s.given(q, p)
	if s.waiting == 0 || !f.here || s.force != nil && s.force[p.question] {
		return f
	}
	for _, x := range q.shape.Asking.Implied {
		if x.When.Outlook(s.e.bank, s.a, s.isOpen, true) == questionnaire.Perhaps {
			f = f.widen(fixed(numOf(x.Points), s.e.attainable(q.shape, p)))
		}
	}
	f.optional = f.optional || q.optional
	return f
}

// attainable are the points of a part when everything applies.
func (e *Engine) attainable(q *questionnaire.Question, p *part) num {
	if q.Kind == questionnaire.Grid && !q.Scoring.Points.Rows && q.Scoring.Points.Need.Count == 0 {
		return p.full.mul(whole(len(q.Rows)))
	}
	return p.full
}

// given is the figure of a part whose question is asked.
func (s *state) given(q *asking, p *part) figure {
	if p.take != questionnaire.TakeAnswer {
		if f, ok := s.otherSide(q, p); ok {
			return f
		}
	}
	treat := questionnaire.TreatInterval
	switch q.state {
	case questionnaire.Answered:
		f, _ := s.answered(q.shape, p, q.answer.Value)
		return f
	case questionnaire.NotApplicable:
		if p.missing.NotApplicable == questionnaire.TreatZero {
			return fixed(clamp(q.shape.Scoring.Points.Bounds, zero), s.e.attainable(q.shape, p))
		}
		return figure{}
	case questionnaire.Unknown:
		treat = p.missing.Unknown
	case questionnaire.Open, questionnaire.Skipped:
		treat = p.missing.Open
	}
	if q.answer.State == questionnaire.Answered && (q.shape.Scoring.Points.Rows || q.shape.Scoring.Points.Need.Count != 0) {
		// Rows that are known count although others are not.
		f, _ := s.answered(q.shape, p, q.answer.Value)
		if f.known || !f.here || treat == questionnaire.TreatInterval || treat == 0 {
			return f
		}
	}
	return s.lacking(q, p, treat)
}

// lacking is the figure of a part without an answer.
func (s *state) lacking(q *asking, p *part, treat questionnaire.Treat) figure {
	switch treat {
	case questionnaire.TreatZero:
		return fixed(clamp(q.shape.Scoring.Points.Bounds, zero), s.e.attainable(q.shape, p))
	case questionnaire.TreatExclude:
		return figure{}
	case questionnaire.TreatTarget:
		if t := target(q.shape, p, q.answer); t != nil {
			return fixed(numOf(t), p.full)
		}
	case questionnaire.TreatInterval:
	}
	f := s.reach(q.shape, p)
	f.optional = vanishes(q.shape) && s.open[p.question]
	return f
}

// sure are the shares that stand for how well an answer is known.
var sure = map[string]num{"estimated": {n: 1, d: 3}, "told": {n: 2, d: 3}, "seen": {n: 1, d: 1}}

// otherSide is the figure of an answer's target or confidence; ok is false where the answer itself counts.
func (s *state) otherSide(q *asking, p *part) (f figure, ok bool) {
	if p.take == questionnaire.TakeConfidence {
		if c, marked := sure[q.answer.Confidence]; marked && q.state == questionnaire.Answered {
			return fixed(c, one), true
		}
		return figure{}, true
	}
	if t := target(q.shape, p, q.answer); t != nil {
		return fixed(numOf(t), p.full), true
	}
	return figure{}, false
}

// with is a run with one answer changed; it shares nothing with this one but the engine.
func (s *state) with(q *questionnaire.Question, ans questionnaire.Answer) *state {
	out := s.e.start(s.a.With(q, ans))
	out.run()
	return out
}

// own gives the run an assessment that it may change.
func (s *state) own() {
	a := *s.a
	a.Answers = maps.Clone(s.a.Answers)
	if a.Answers == nil {
		a.Answers = map[string]questionnaire.Answer{}
	}
	s.a = &a
}
