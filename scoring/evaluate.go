package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// Evaluate scores an assessment by its bank. Who scores many compiles the bank once.
func Evaluate(b *questionnaire.Bank, a *questionnaire.Assessment) *Result {
	return Compile(b).Evaluate(a)
}

// Evaluate scores an assessment. It is pure and exact: nothing is rounded but where the bank's model says so, and
// everything that led to a number is in the trail.
//
// Part: points earned by points attainable. Node: its children by its rule; it has a score when the share of answered
// weight that the bank asks for is reached. Stage: the highest one whose lower bound the total reaches and whose gates,
// and those of all stages below, are met. Interval: the lowest and highest over all completions of unknown and open
// answers, and of what conditions would then ask. The company's details, and answers given to questions that are asked,
// stay in force in all of them.
func (e *Engine) Evaluate(a *questionnaire.Assessment) *Result {
	s := e.start(a)
	s.run()
	r := s.result(s.bounds())
	r.Ways = s.ways(r)
	r.NextSteps = s.nextSteps(r)
	return r
}

// result puts the figures of a run in words of the domain.
func (s *state) result(b bounds) *Result {
	r := &Result{Bank: s.e.bank, Assessment: s.a, engine: s.e}
	r.Exact = b.exact
	for i := range s.e.parts {
		p := &s.e.parts[i]
		if r.Trail == nil {
			r.Trail = make([]Contribution, 0, len(s.e.parts))
		}
		if p.take == questionnaire.TakeAnswer {
			r.Trail = append(r.Trail, s.contribution(i))
		}
	}
	r.Trail = s.complete(r.Trail)
	for i := range s.e.nodes {
		r.Nodes = append(r.Nodes, s.nodeResult(i, &b.nodes[i]))
	}
	for i, d := range s.e.bank.Dimensions {
		r.Dimensions = append(r.Dimensions, s.dimension(d, &r.Nodes[s.e.dims[i]], r.Trail))
	}
	r.conclude(s, b)
	return r
}

// conclude draws total, stage and what blocks the next one.
func (r *Result) conclude(s *state, b bounds) {
	for _, d := range r.Dimensions {
		r.Coverage.add(d.Coverage)
		if d.Applies && d.Span.Score == nil {
			r.Lacking = append(r.Lacking, Lack{Dimension: d.Dimension.ID, Missing: d.Missing})
		}
	}
	t := r.Nodes[s.e.total]
	r.Total, r.Of = t.Span, t.Of
	r.Required = s.required()
	if len(r.Required) > 0 {
		r.Total.Score = nil
	}
	r.Stage = StageRange{Level: s.level(middle), Low: b.low, High: b.high}
	if r.Total.Score == nil {
		r.Stage.Level = 0
	}
	r.Certain = r.Stage.Level > 0 && r.Stage.Low == r.Stage.High
	r.BlockedBy = r.blocked()
}

// required are the mandatory questions that still lack an answer.
func (s *state) required() []string {
	var out []string
	for i, q := range s.e.questions {
		if x := &s.asked[i]; q.Scoring.Mandatory && x.standing == questionnaire.Asked && x.state != questionnaire.Answered && x.state != questionnaire.NotApplicable {
			out = append(out, q.ID)
		}
	}
	return out
}

// contribution is the trail's line for one part.
func (s *state) contribution(i int) Contribution {
	p, f := &s.e.parts[i], &s.parts[i]
	q := &s.asked[p.question]
	c := Contribution{Dimension: q.shape.Dimension, Question: q.shape.ID, Part: p.name, Standing: q.standing, State: q.state,
		Treatment: Left, Weight: q.shape.Scoring.Weight}
	switch {
	case !f.here:
	case !f.known:
		c.Treatment = Widens
	default:
		c.Treatment = Counted
		if q.standing == questionnaire.ZeroCount {
			c.Treatment = ZeroCounted
		}
		c.Earned, c.Possible, c.Score = f.p.rat(), f.of.rat(), f.share().rat()
	}
	return c
}

// complete adds the questions that feed no part, and brings the lines into the order of the bank, each part once.
func (s *state) complete(lines []Contribution) []Contribution {
	by := map[string][]Contribution{}
	seen := map[[2]string]bool{}
	for _, c := range lines {
		if key := [2]string{c.Question, c.Part}; !seen[key] {
			seen[key] = true
			by[c.Question] = append(by[c.Question], c)
		}
	}
	out := lines[:0:0]
	for i, q := range s.e.questions {
		if by[q.ID] == nil {
			x := &s.asked[i]
			by[q.ID] = []Contribution{{Dimension: q.Dimension, Question: q.ID, Standing: x.standing, State: x.state, Treatment: Left, Weight: new(big.Rat)}}
		}
		out = append(out, by[q.ID]...)
	}
	return out
}

func (s *state) nodeResult(i int, ends *figure) NodeResult {
	f, n := &s.nodes[i], &s.e.nodes[i]
	out := NodeResult{Node: n.Node, Applies: f.here}
	if ends.here {
		out.Span.Low, out.Span.High = ends.pl.rat(), ends.ph.rat()
	}
	if !f.here {
		out.Span = Span{}
		return out
	}
	out.Of = f.of.rat()
	if f.known {
		out.Span.Score = f.p.rat()
		out.Bands = n.reached(f)
	}
	return out
}

// reached are the ids of the bands that a node lies in: one, or for a vote the children that won.
func (n *node) reached(f *figure) []string {
	if f.winners != nil {
		var out []string
		for _, i := range f.winners {
			out = append(out, n.childName(i))
		}
		return out
	}
	if id := n.bandID(n.band(f.p)); id != "" {
		return []string{id}
	}
	return nil
}

func (n *node) childName(i int) string {
	r := n.Of[i]
	for _, s := range []string{r.Node, r.Part} {
		if s != "" {
			return s
		}
	}
	return r.Question
}
