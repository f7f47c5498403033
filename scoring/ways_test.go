package scoring

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
)

// measures gives the questions of a bank measures, some of which need others.
func (g *gen) measures() {
	var all []string
	for _, d := range g.b.Dimensions {
		for _, q := range d.Questions {
			spans := [][][2]int{{{0, 4}}, {{0, 2}, {2, 4}}, {{0, 4}, {0, 2}, {2, 4}}, {}}[g.int(0, 3)]
			for _, s := range spans {
				m := &questionnaire.Measure{ID: fmt.Sprint("m", g.n), Question: q.ID, From: rat(s[0], 1), To: rat(s[1], 1),
					Labour: questionnaire.Labour{Days: rat(g.int(1, 8), 2)}, Cost: questionnaire.Cost(g.int(1, 2))}
				if g.chance(30) {
					m.PerPerson = rat(g.int(1, 8), 4)
				}
				if len(all) > 0 && g.chance(30) {
					m.Needs = []string{all[g.int(0, len(all)-1)]}
				}
				all = append(all, m.ID)
				q.Measures = append(q.Measures, m)
			}
		}
	}
	questionnaire.Assemble(g.b)
}

// everyChoice calls fn for every way to take lifts of the questions.
func everyChoice(p *plan, fn func(*choice)) {
	picks := make([]int, len(p.lifts))
	var next func(k int)
	next = func(k int) {
		if k == len(p.liftable) {
			c := &choice{picks: picks}
			for _, i := range p.liftable {
				c.cost = c.cost.plus(p.lifts[i][picks[i]].cost)
			}
			fn(c)
			return
		}
		for l := range p.lifts[p.liftable[k]] {
			picks[p.liftable[k]] = l
			next(k + 1)
		}
		picks[p.liftable[k]] = 0
	}
	next(0)
}

// The way found is the cheapest of all that there are, also where several take the same effort.
func TestWaysAreTheCheapestOfAll(t *testing.T) {
	found := 0
	many(t, func(t *rapid.T) {
		g := &gen{t: t}
		g.bank(g.chance(60))
		g.measures()
		e := Compile(g.b)
		a := g.answers()
		for id, ans := range a.Answers { // more answers, so that there is a stage to start from
			if q := g.b.Question(id); ans.State == questionnaire.Unknown && g.chance(70) {
				a.Answers[id] = every(q)[0]
			}
			if q := g.b.Question(id); g.chance(30) && q.Kind == questionnaire.Ladder {
				x := a.Answers[id]
				x.Target = q.Options[len(q.Options)-1].ID
				a.Answers[id] = x
			}
		}
		s := e.start(e.index.Sheet(a))
		s.run()
		if s.level(0) == 0 {
			return
		}
		p := s.plan()
		for level := s.level(0) + 1; level <= len(e.stages); level++ {
			p.level = level
			var best *cost
			everyChoice(p, func(c *choice) {
				if (best == nil || c.cost.compare(best) < 0) && p.fits(c, p.after(c)) {
					x := c.cost
					best = &x
				}
			})
			w := p.way(level)
			if (w == nil) != (best == nil) {
				t.Fatalf("level %d: a way %t, by trying all %t", level, w != nil, best != nil)
			}
			if w == nil {
				continue
			}
			found++
			got := cost{}
			for _, x := range w.Steps {
				at := p.owner[e.measures[x.Measure.ID]]
				got = got.plus(s.price(at.item, at.measure))
			}
			if !w.Proven || got.compare(best) != 0 {
				t.Fatalf("level %d: effort %s outside %d order %v, by trying all %s outside %d order %v", level, got.effort.rat(), got.outside, got.order, best.effort.rat(), best.outside, best.order)
			}
		}
	})
	if found == 0 {
		t.Error("no way was ever found")
	}
}
