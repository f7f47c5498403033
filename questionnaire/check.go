package questionnaire

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// maxPoints is the top of the scale that ladders, bands and grids are scored on.
var maxPoints = big.NewRat(4, 1)

// Longest short names, in characters; charts and lists have room for no more.
const (
	maxShortQuestion  = 24
	maxShortDimension = 14
)

// check looks at what can only be judged when everything is read.
func (l *loader) check() {
	for _, d := range l.bank.Dimensions {
		l.checkDimension(d)
	}
	for _, q := range l.inOrder() {
		at := l.places["question/"+q.ID]
		l.checkShort(at, q.Wording.Short, maxShortQuestion)
		if !l.sound(q) {
			continue
		}
		l.checkBands(at, q)
		if q.Dimension != "" {
			l.checkPoints(at, q)
			l.checkMeasures(at, q)
			for _, v := range q.sized {
				l.checkPoints(at, v)
			}
		}
	}
	l.checkNodes()
	l.checkNeeds()
	l.checkTerms()
}

// inOrder are all fields and questions in the order of the files.
func (l *loader) inOrder() []*Question {
	out := slices.Clone(l.bank.Profile)
	for _, d := range l.bank.Dimensions {
		out = append(out, d.Questions...)
	}
	return out
}

func (l *loader) checkShort(at source.Pos, t i18n.Text, limit int) {
	for lang, s := range t {
		if n := len([]rune(s)); n > limit {
			l.d.Warn(at, "short-long", "name", s, "lang", string(lang), "n", n, "max", limit)
		}
	}
}

func (l *loader) checkDimension(d *Dimension) {
	at := l.places["dimension/"+d.ID]
	l.checkShort(at, d.Short, maxShortDimension)
	weighed, quick := false, false
	if l.doubts.about("dimension", d.ID) {
		weighed, quick = true, true // what counts is not known
	}
	for _, q := range d.Questions {
		weighed = weighed || q.Scored()
		quick = quick || q.Asking.Quick && q.Scored()
	}
	switch {
	case !weighed && len(d.Node.Of) == 0 && d.Node.Combine.Rule != Cases && d.Node.Combine.Rule != Formulate:
		l.d.Error(at, "weights-zero", "name", d.ID)
	case !quick && l.bank.On(Quick) > 0:
		l.d.Warn(at, "quick-missing", "name", d.ID)
	}
	l.checkLevels(at, d)
}

// checkLevels wants a text for each of a dimension's own bands, or for each stage where it has none; or none at all.
func (l *loader) checkLevels(at source.Pos, d *Dimension) {
	if len(d.Levels) == 0 {
		return
	}
	want := len(d.Node.Bands)
	if want == 0 {
		want = len(l.bank.Stages)
	}
	for _, s := range d.Node.BandsWhen {
		want = max(want, len(s.Bands))
	}
	for i := range want {
		if i >= len(d.Levels) || d.Levels[i].Level != i+1 {
			l.d.Error(at, "level-missing", "name", d.ID, "level", i+1)
			return
		}
	}
	if len(d.Levels) > want {
		l.d.Error(at, "level-extra", "name", d.ID)
	}
}

// checkBands proves that every figure in the range has exactly one band.
func (l *loader) checkBands(at source.Pos, q *Question) {
	if q.Kind.Family() != Figure || q.Range.Low == nil || q.Range.High == nil {
		return
	}
	var lowest *big.Rat
	seen := map[string]bool{}
	for _, o := range q.Options {
		if o.From == nil {
			if !o.Instead {
				l.d.Error(o.at, "option-without-from", "question", q.ID, "option", o.ID)
			}
			continue
		}
		if seen[o.From.String()] {
			l.d.Error(o.at, "options-overlap", "question", q.ID, "from", o.From)
		}
		seen[o.From.String()] = true
		if o.From.Cmp(q.Range.High) > 0 || o.From.Cmp(q.Range.Low) < 0 {
			l.d.Error(o.at, "option-outside", "question", q.ID, "option", o.ID)
		}
		if lowest == nil || o.From.Cmp(lowest) < 0 {
			lowest = o.From
		}
	}
	switch {
	case lowest == nil:
		if q.Scored() && q.Scoring.Points.Linear == nil && len(q.Scoring.Points.Cases) == 0 {
			l.d.Error(at, "options-gap", "question", q.ID, "from", q.Range.Low, "to", q.Range.High)
		}
	case lowest.Cmp(q.Range.Low) > 0:
		l.d.Error(at, "options-gap", "question", q.ID, "from", q.Range.Low, "to", lowest)
	}
}

// checkMeasures looks for points of the scale that could be improved but have no measure.
func (l *loader) checkMeasures(at source.Pos, q *Question) {
	if !q.Scored() || len(q.Measures) == 0 {
		return
	}
	reached := new(big.Rat)
	for _, m := range slices.SortedFunc(slices.Values(q.Measures), func(a, b *Measure) int { return a.From.Cmp(b.From) }) {
		if m.From.Cmp(reached) > 0 {
			break
		}
		if m.To.Cmp(reached) > 0 {
			reached = m.To
		}
	}
	if reached.Cmp(maxPoints) < 0 {
		l.d.Warn(at, "measure-gap", "question", q.ID, "from", reached)
	}
}

// checkNeeds looks for measures that need each other in a circle.
func (l *loader) checkNeeds() {
	state := map[string]int{}
	var visit func(id string) bool
	visit = func(id string) bool {
		m := l.bank.Measure(id)
		if m == nil || state[id] == 2 {
			return false
		}
		if state[id] == 1 {
			return true
		}
		state[id] = 1
		circle := slices.ContainsFunc(m.Needs, visit)
		state[id] = 2
		return circle
	}
	for _, id := range slices.Sorted(mapKeys(l.bank.measures)) {
		if visit(id) {
			l.d.Error(l.places["measure/"+id], "needs-circle", "name", id)
		}
	}
}

func (l *loader) checkTerms() {
	used := map[string]bool{}
	if l.questionsLost() {
		return
	}
	for _, q := range l.bank.index {
		for _, t := range q.Wording.Terms {
			used[t] = true
		}
	}
	for _, mod := range l.bank.Modules {
		for _, t := range mod.Terms {
			used[t] = true
		}
	}
	for _, t := range l.bank.Glossary {
		if !used[t.ID] {
			l.d.Warn(l.places["term/"+t.ID], "term-unused", "name", t.ID)
		}
	}
}
