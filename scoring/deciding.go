package scoring

import (
	"slices"

	"digitalkompass/questionnaire"
)

// Deciding are the open questions of Telling, in its order, whose answers can still change the stage or a mark (in a
// bank without stages, the total); most is how many may have to be asked, with those that other answers may bring up. Left out are questions that nothing
// undecided depends on: neither a bound of a stage that is still possible, nor one of its gates, nor a mark.
func (e *Engine) Deciding(a *questionnaire.Assessment, marks []Mark) (ids []string, most int) {
	s := e.start(e.index.Sheet(a))
	s.run()
	b := s.bounds()
	under := make([]bool, len(e.index.Items))
	for i := range e.nodes {
		if s.turns(i, &b) {
			e.join(under, e.nodes[i].under)
		}
	}
	for _, m := range marks {
		if !s.undecided(m, &b) {
			continue
		}
		if at, ok := e.byID[m.Node]; ok {
			e.join(under, e.nodes[at].under)
		}
		if at := e.index.At(m.Question); at >= 0 {
			e.behind(under, at)
		}
	}
	for _, id := range e.Telling(a, marks) {
		if under[e.index.At(id)] {
			ids = append(ids, id)
		}
	}
	most = len(ids)
	for i := e.first; i < len(under); i++ {
		if under[i] && s.standing[i] != questionnaire.Asked && s.sheet.Replies[i].State == questionnaire.Open && e.index.Prospect(i, s.sheet, s.open).Asked {
			most++
		}
	}
	return ids, most
}

// behind marks a question and all that decides whether it is asked.
func (e *Engine) behind(under []bool, item int) {
	if under[item] {
		return
	}
	under[item] = true
	for _, i := range e.index.Conditions(item).Items() {
		e.behind(under, i)
	}
}

// turns says whether a stage that is still possible depends on a node that is not known well enough.
func (s *state) turns(node int, b *bounds) bool {
	if !b.here[node] {
		return false
	}
	if len(s.e.stages) == 0 {
		return node == s.e.total && b.low[node].cmp(b.high[node]) < 0
	}
	for i := b.stage[0]; i < b.stage[1]; i++ {
		st := &s.e.stages[i]
		if node == s.e.total && !st.reached(b.low[node]) {
			return true
		}
		open := func(g gate) bool { return g.node == node && b.low[node].cmp(g.from) < 0 }
		if slices.ContainsFunc(st.gates, open) {
			return true
		}
	}
	return false
}

// undecided says whether a mark that counts for a stage still possible may yet be passed or not.
func (s *state) undecided(m Mark, b *bounds) bool {
	if b.stage[0] != none && (b.stage[1] < m.Least || m.Most > 0 && b.stage[0] > m.Most) {
		return false
	}
	if at := s.e.index.At(m.Question); at >= s.e.first {
		return s.open[at]
	}
	at, ok := s.e.byID[m.Node]
	return ok && b.here[at] && b.low[at].cmp(numOf(m.From)) < 0 && b.high[at].cmp(numOf(m.From)) >= 0
}
