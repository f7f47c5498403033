package scoring

import (
	"math/big"
	"slices"

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
	r, s := e.score(a)
	r.Ways = s.ways(r)
	r.NextSteps = s.nextSteps(r)
	return r
}

// Score is Evaluate without what leads on, which takes most of the time: no ways and no next steps.
func (e *Engine) Score(a *questionnaire.Assessment) *Result {
	r, _ := e.score(a)
	return r
}

func (e *Engine) score(a *questionnaire.Assessment) (*Result, *state) {
	s := e.start(e.index.Sheet(a))
	s.run()
	return s.result(a, s.bounds()), s
}

// result puts the figures of a run in words of the domain.
func (s *state) result(a *questionnaire.Assessment, b bounds) *Result {
	r := &Result{Bank: s.e.bank, Assessment: a, engine: s.e}
	r.Exact, r.Carried = b.exact, s.carried(a)
	r.Trail = s.trail()
	for i := range s.e.nodes {
		r.Nodes = append(r.Nodes, s.nodeResult(i, &b))
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
	r.Stage = StageRange{Level: s.level(0), Low: b.stage[0], High: b.stage[1]}
	if r.Total.Score == nil {
		r.Stage.Level = 0
	}
	r.Certain = r.Stage.Certain()
	r.BlockedBy = r.blocked()
}

// required are the mandatory questions that still lack an answer.
func (s *state) required() []string {
	var out []string
	for _, i := range s.e.mandatory {
		if s.open[i] {
			out = append(out, s.e.index.Items[i].ID)
		}
	}
	return out
}

// trail has a line for each part of each question, in the order of the bank; one that feeds several nodes stands once.
func (s *state) trail() []Contribution {
	feeds := make([][]int, len(s.e.index.Items))
	for i := range s.e.parts {
		p := &s.e.parts[i]
		twice := slices.ContainsFunc(feeds[p.item], func(k int) bool { return s.e.parts[k].at == p.at })
		if p.take == questionnaire.TakeAnswer && !twice {
			feeds[p.item] = append(feeds[p.item], i)
		}
	}
	var out []Contribution
	for i := s.e.first; i < len(feeds); i++ {
		if feeds[i] == nil {
			out = append(out, s.line(i))
		}
		slices.SortFunc(feeds[i], func(a, b int) int { return s.e.parts[a].at - s.e.parts[b].at })
		for _, k := range feeds[i] {
			c := s.line(i)
			c.fill(&s.e.parts[k], &s.parts[k])
			out = append(out, c)
		}
	}
	return out
}

func (s *state) line(i int) Contribution {
	q := s.forms[i].q
	c := Contribution{Dimension: q.Dimension, Question: q.ID, Standing: s.standing[i], State: s.sheet.Replies[i].State, Treatment: Left, Weight: q.Scoring.Weight}
	if !q.Scored() {
		c.Weight = new(big.Rat)
	}
	return c
}

func (c *Contribution) fill(p *part, f *figure) {
	c.Part = p.name
	switch {
	case !f.here || f.out:
	case !f.known:
		c.Treatment = Widens
	default:
		c.Treatment = Counted
		if c.Standing == questionnaire.ZeroCount {
			c.Treatment = ZeroCounted
		}
		c.Earned, c.Possible, c.Score = f.p.rat(), f.of.rat(), f.share().rat()
	}
}

func (s *state) nodeResult(i int, b *bounds) NodeResult {
	f, n := &s.nodes[i], &s.e.nodes[i]
	out := NodeResult{Node: n.Node, Applies: f.here && !f.out}
	if !out.Applies {
		return out
	}
	out.Of = f.of.rat()
	if b.here[i] {
		out.Span.Low, out.Span.High = b.low[i].rat(), b.high[i].rat()
	}
	if f.known {
		out.Span.Score = f.p.rat()
		out.Bands = s.reached(n, f)
	}
	return out
}

// reached are the ids of the bands that a node lies in: one, or for a vote the children that won.
func (s *state) reached(n *node, f *figure) []string {
	if f.winners != nil {
		var out []string
		for _, i := range f.winners {
			out = append(out, n.Of[i].Name())
		}
		return out
	}
	bands := s.bands(n)
	if at := bandAt(bands, f.p); at >= 0 {
		return []string{bands[at].ID}
	}
	return nil
}

// StageOf is the stage alone with its range, without steps and reasons, for lists and for looks on the way.
func (e *Engine) StageOf(a *questionnaire.Assessment) StageRange {
	s := e.start(e.index.Sheet(a))
	s.run()
	b := s.bounds()
	out := StageRange{Level: s.level(0), Low: b.stage[0], High: b.stage[1]}
	if len(s.required()) > 0 {
		out.Level = 0
	}
	return out
}

// Certain says whether the stage is known and cannot change any more.
func (r StageRange) Certain() bool { return r.Level > 0 && r.Low == r.High }
