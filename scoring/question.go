package scoring

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// answered is the figure of a part for an answer that is given; ok is false where the part does not apply.
func (s *state) answered(q *questionnaire.Question, p *part, v questionnaire.Value) (figure, bool) {
	r := &q.Scoring.Points
	switch {
	case len(r.Cases) > 0:
		return s.bounded(r, fixed(s.cases(r.Cases), p.full)), true
	case r.Rows:
		return rowPart(q, p, v)
	case r.Need.Count != 0:
		f, ok := needing(q, p, v)
		return s.bounded(r, f), ok
	}
	earned, of := zero, p.full
	switch q.Kind.Family() {
	case questionnaire.AnyOf:
		earned = lower(ticked(q, p, v), p.full)
	case questionnaire.Rows:
		earned, of = rows(q, p, v)
		if of.sign() == 0 {
			return figure{}, false
		}
	case questionnaire.OneOf, questionnaire.Figure, questionnaire.Line:
		earned = single(q, p, v)
	}
	return s.bounded(r, fixed(earned, of)), true
}

// bounded shifts and clamps points by the question's own bounds.
func (s *state) bounded(r *questionnaire.Points, f figure) figure {
	b := r.Bounds
	if b.Start == nil && b.Least == nil && b.Most == nil {
		return f
	}
	for _, x := range []*num{&f.p, &f.pl, &f.ph} {
		*x = clamp(b, *x)
	}
	f.sl, f.sh = ratio(f.pl, f.of), ratio(f.ph, f.of)
	return f
}

func clamp(b questionnaire.Bounds, x num) num {
	if b.Start != nil {
		x = x.add(numOf(b.Start))
	}
	if b.Least != nil {
		x = higher(x, numOf(b.Least))
	}
	if b.Most != nil {
		x = lower(x, numOf(b.Most))
	}
	return x
}

func (s *state) cases(cases []questionnaire.PointCase) num {
	for _, c := range cases {
		if c.When.Holds(s.e.bank, s.a) {
			return numOf(c.Points)
		}
	}
	return zero
}

// single are the points of one option, or of a figure on a line from none to full.
func single(q *questionnaire.Question, p *part, v questionnaire.Value) num {
	if l := q.Scoring.Points.Linear; l != nil && v.Figure != nil {
		from, to := numOf(l[0]), numOf(l[1])
		share := numOf(v.Figure).sub(from).quo(to.sub(from))
		return higher(zero, lower(one, share)).mul(p.full)
	}
	if o := q.Chosen(v); o != nil {
		return numOf(o.PointsFor(p.name))
	}
	return zero
}

// ticked are the points of what is ticked; with leading, of what comes before the first gap.
func ticked(q *questionnaire.Question, p *part, v questionnaire.Value) num {
	sum := zero
	for i := range q.Options {
		o := &q.Options[i]
		switch {
		case slices.Contains(v.Set, o.ID):
			sum = sum.add(numOf(o.PointsFor(p.name)))
		case q.Scoring.Points.Leading && !o.Exclusive:
			return sum
		}
	}
	return sum
}

// rows are the points of the rows that apply, and those attainable in them.
func rows(q *questionnaire.Question, p *part, v questionnaire.Value) (earned, of num) {
	gap := false
	for i := range q.Rows {
		o := q.Option(v.Rows[q.Rows[i].ID])
		if o == nil {
			continue
		}
		of = of.add(p.full)
		x := numOf(o.PointsFor(p.name))
		gap = gap || q.Scoring.Points.Leading && x.cmp(p.full) < 0
		if !gap {
			earned = earned.add(x)
		}
	}
	return earned, of
}

// rowPart is the figure of one row that is a part of its own.
func rowPart(q *questionnaire.Question, p *part, v questionnaire.Value) (figure, bool) {
	cell := v.Rows[p.name]
	if cell == questionnaire.RowNotApplicable {
		return figure{}, false
	}
	if o := q.Option(cell); o != nil {
		return fixed(numOf(o.PointsFor("")), p.full), true
	}
	low, high := extremes(q, "")
	return between(low, high, p.full), true
}

// needing is the figure of a question that asks for enough rows or ticks. Open rows leave it open only while they can
// still decide.
func needing(q *questionnaire.Question, p *part, v questionnaire.Value) (figure, bool) {
	met, open, of := 0, 0, 0
	if q.Kind.Family() == questionnaire.AnyOf {
		for _, o := range q.Options {
			if !o.Exclusive {
				of++
				if slices.Contains(v.Set, o.ID) {
					met++
				}
			}
		}
	} else {
		_, top := extremes(q, p.name)
		for _, r := range q.Rows {
			cell := v.Rows[r.ID]
			o := q.Option(cell)
			switch {
			case cell == questionnaire.RowNotApplicable:
				continue
			case o == nil:
				open++
			case numOf(o.PointsFor(p.name)).cmp(top) == 0:
				met++
			}
			of++
		}
	}
	if of == 0 {
		return figure{}, false
	}
	return enough(q.Scoring.Points.Need, p.full, met, open, of), true
}

// enough compares what is met with what is asked for.
func enough(need questionnaire.Need, full num, met, open, of int) figure {
	want := need.Count
	if want == questionnaire.NeedAll {
		want = of
	}
	miss := numOf(need.Miss)
	switch {
	case met >= want:
		return fixed(full, full)
	case met+open < want:
		return fixed(miss, full)
	}
	return between(lower(miss, full), higher(miss, full), full)
}

// extremes are the fewest and most points of an option.
func extremes(q *questionnaire.Question, name string) (low, high num) {
	for i := range q.Options {
		x := numOf(q.Options[i].PointsFor(name))
		if i == 0 {
			low, high = x, x
		}
		low, high = lower(low, x), higher(high, x)
	}
	return low, high
}

// reach is the figure of a part whose whole question is open.
func (s *state) reach(q *questionnaire.Question, p *part) figure {
	r := &q.Scoring.Points
	switch {
	case len(r.Cases) > 0:
		low, high := zero, zero
		for _, c := range r.Cases {
			low, high = lower(low, numOf(c.Points)), higher(high, numOf(c.Points))
		}
		return s.bounded(r, between(low, high, p.full))
	case r.Rows:
		low, high := extremes(q, "")
		return between(low, high, p.full)
	case r.Need.Count != 0:
		miss := numOf(r.Need.Miss)
		return s.bounded(r, between(lower(miss, p.full), higher(miss, p.full), p.full))
	}
	low, high, of := zero, zero, p.full
	switch q.Kind.Family() {
	case questionnaire.AnyOf:
		low, high = tickable(q, p)
	case questionnaire.Rows:
		l, h := extremes(q, p.name)
		n := whole(len(q.Rows))
		low, high, of = l.mul(n), h.mul(n), p.full.mul(n)
		if r.Leading {
			low = lower(low, zero)
		}
	case questionnaire.OneOf, questionnaire.Figure, questionnaire.Line:
		low, high = extremes(q, p.name)
		if r.Linear != nil {
			low, high = lower(low, zero), higher(high, p.full)
		}
	}
	return s.bounded(r, between(low, high, of))
}

// tickable are the fewest and most points that ticks can bring. Something has to be ticked, be it the option that
// stands alone.
func tickable(q *questionnaire.Question, p *part) (low, high num) {
	first, minus, plus := true, zero, zero
	note := func(x num) {
		if first {
			low, high, first = x, x, false
		}
		low, high = lower(low, x), higher(high, x)
	}
	for i := range q.Options {
		x := numOf(q.Options[i].PointsFor(p.name))
		note(lower(x, p.full))
		switch {
		case q.Options[i].Exclusive:
		case x.sign() < 0:
			minus = minus.add(x)
		default:
			plus = plus.add(x)
		}
		if q.Scoring.Points.Leading {
			note(zero)
		}
	}
	if minus.sign() < 0 {
		note(minus)
	}
	if plus.sign() > 0 {
		note(lower(plus, p.full))
	}
	return low, high
}

// target is the points of the option a company aims for; nil where it names none.
func target(q *questionnaire.Question, p *part, a questionnaire.Answer) *big.Rat {
	if o := q.Option(a.Target); o != nil {
		return o.PointsFor(p.name)
	}
	return nil
}
