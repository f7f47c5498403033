package questionnaire

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire/source"
)

// checkPoints proves that full points can be reached and are not exceeded.
func (l *loader) checkPoints(at source.Pos, q *Question) {
	if !q.Scored() && !l.counts(q) || !l.checkOptions(at, q) {
		return
	}
	s := &q.Scoring
	options := int64(len(q.Options))
	if q.Kind == Grid {
		options = int64(len(q.Rows))
	}
	if need := int64(s.Points.Need.Count); need > options {
		l.d.Error(at, "need-many", "question", q.ID, "n", need, "max", options)
	}
	if line := s.Points.Linear; line != nil && q.Range.Low != nil && (line[1].Cmp(q.Range.Low) < 0 || line[1].Cmp(q.Range.High) > 0) {
		l.d.Error(at, "linear-outside", "question", q.ID, "x", line[1])
	}
	parts := q.PartNames()
	if s.Points.Rows {
		parts = []string{""} // all rows are alike
	}
	for _, part := range parts {
		low, best, full := q.points(part)
		switch {
		case best.Sign() == 0 && low.Sign() < 0: // it only takes away
		case best.Cmp(full) < 0:
			l.d.Error(at, "maximum-unreachable", "question", q.ID, "best", best, "full", full)
		case best.Cmp(full) > 0:
			l.d.Error(at, "maximum-exceeded", "question", q.ID, "best", best, "full", full)
		}
	}
}

// counts says whether a node takes a question although the question itself has no weight.
func (l *loader) counts(q *Question) bool {
	for _, p := range l.nodes {
		for _, r := range p.node.Of {
			if r.Question == q.ID && r.Take != TakeConfidence {
				return true
			}
		}
	}
	return false
}

// checkOptions proves that every option that needs points has some, for parts that there are; false where it would
// make no sense to look further.
func (l *loader) checkOptions(at source.Pos, q *Question) bool {
	sound := true
	p := &q.Scoring.Points
	if len(p.Cases) > 0 || q.Kind == Multi && p.Need.Count != 0 {
		return true
	}
	if q.Kind == Multi && q.Scoring.Cap < 1 && p.Full == nil {
		l.d.Error(at, "cap-missing", "question", q.ID)
		return false
	}
	for _, o := range q.Options {
		if o.Points == nil && o.Parts == nil {
			if l.once(o.at, "points-missing") {
				l.d.Error(o.at, "points-missing", "question", q.ID, "option", o.ID)
			}
			sound = false
			continue
		}
		for _, part := range slices.Sorted(mapKeys(o.Parts)) {
			if !slices.Contains(p.Parts, part) {
				l.d.Unknown(o.at, "unknown-part", part, p.Parts, "question", q.ID)
				return false
			}
		}
		sound = l.checkOptionRange(q, &o) && sound
	}
	return sound
}

// checkOptionRange keeps points on the scale that the question has, unless it says itself what becomes of others.
func (l *loader) checkOptionRange(q *Question, o *Option) bool {
	p := &q.Scoring.Points
	if p.Need.Count != 0 || p.Bounds != (Bounds{}) {
		return true
	}
	for _, part := range q.PartNames() {
		x, top := o.PointsFor(part), q.Full(part)
		if q.Kind == Multi {
			top = greatest([]*big.Rat{top, maxPoints})
		}
		if x.Cmp(top) > 0 || x.Sign() < 0 && p.Full == nil {
			if l.once(o.at, "points-range") {
				l.d.Error(o.at, "points-range", "question", q.ID, "option", o.ID, "a", 0, "b", top)
			}
			return false
		}
	}
	return true
}
