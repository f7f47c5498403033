package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// form is a question as companies of one size class see it, with its points by place.
type form struct {
	q        *questionnaire.Question
	points   [][]num // by part, then by option
	full     []num   // attainable by part; per row for a grid
	reach    []figure
	cases    []questionnaire.Clauses
	worth    []num // of the cases
	implied  []num
	need     questionnaire.Need
	ready    [][]figure // by part, then by option: what answered gives for one option alone
	vanishes bool       // may turn out not to apply
	apart    bool       // see setApart
	lone     uint64
}

func (e *Engine) forms(class int) []form {
	out := make([]form, len(e.index.Items))
	for i := e.first; i < len(out); i++ {
		out[i] = e.form(e.index.Shape(i, class))
	}
	return out
}

func (e *Engine) form(q *questionnaire.Question) form {
	r := &q.Scoring.Points
	f := form{q: q, need: r.Need, vanishes: vanishes(q)}
	for _, name := range q.PartNames() {
		f.full = append(f.full, numOf(q.Full(name)))
		if r.Rows {
			name = ""
		}
		points := make([]num, len(q.Options))
		for i := range q.Options {
			points[i] = numOf(q.Options[i].PointsFor(name))
			if q.Options[i].Exclusive {
				f.lone |= 1 << i
			}
		}
		f.points = append(f.points, points)
	}
	for _, c := range r.Cases {
		f.cases, f.worth = append(f.cases, e.index.Resolve(c.When)), append(f.worth, numOf(c.Points))
	}
	for _, i := range q.Asking.Implied {
		f.implied = append(f.implied, numOf(i.Points))
	}
	for part := range f.full {
		f.reach = append(f.reach, f.whole(part))
	}
	f.prepare()
	return f
}

// prepare works out once what most answers give.
func (f *form) prepare() {
	if k := f.q.Kind.Family(); k != questionnaire.OneOf && k != questionnaire.Figure || f.need.Count != 0 || f.q.Scoring.Points.Rows {
		return
	}
	for part := range f.full {
		var list []figure
		for i := range f.q.Options {
			list = append(list, f.answered(part, &questionnaire.Reply{State: questionnaire.Answered, Option: i}))
		}
		f.ready = append(f.ready, list)
	}
}

// vanishes says whether a question may turn out not to apply.
func vanishes(q *questionnaire.Question) bool {
	if q.Kind != questionnaire.Grid {
		return q.Asking.NotApplicable
	}
	for _, r := range q.Rows {
		if !r.NotApplicable {
			return q.Asking.NotApplicable
		}
	}
	return true
}

// attainable are the points of a part when everything applies.
func (f *form) attainable(part int) num {
	if f.q.Kind == questionnaire.Grid && !f.q.Scoring.Points.Rows && f.need.Count == 0 && len(f.cases) == 0 {
		return f.full[part].mul(whole(len(f.q.Rows)))
	}
	return f.full[part]
}

// shifted moves and clamps points by the question's own bounds.
func (f *form) shifted(x figure) figure {
	b := f.q.Scoring.Points.Bounds
	if b.Start == nil && b.Least == nil && b.Most == nil {
		return x
	}
	for _, p := range []*num{&x.p, &x.pl, &x.ph} {
		*p = clamp(b, *p)
	}
	x.bounded()
	return x
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

// one is what answered gives for one option; nil where the answer is another.
func (f *form) one(part int, r *questionnaire.Reply) *figure {
	if part < len(f.ready) && r.Option >= 0 && (r.Figure == nil || f.q.Scoring.Points.Linear == nil) {
		return &f.ready[part][r.Option]
	}
	return nil
}

// answered is the figure of a part for an answer that is given, or of which some rows are; it is not here where the
// part does not apply.
func (f *form) answered(part int, r *questionnaire.Reply) figure {
	rule := &f.q.Scoring.Points
	if x := f.one(part, r); x != nil {
		return *x
	}
	switch {
	case rule.Rows:
		return f.row(part, r.Rows[part])
	case f.need.Count != 0:
		return f.shifted(f.needing(part, r))
	}
	earned, of := zero, f.full[part]
	switch f.q.Kind.Family() {
	case questionnaire.AnyOf:
		earned = lower(f.ticked(part, r.Ticks), of)
	case questionnaire.Rows:
		earned, of = f.rows(part, r.Rows)
		if of.sign() == 0 {
			return figure{}
		}
	case questionnaire.OneOf, questionnaire.Figure, questionnaire.Line:
		earned = f.single(part, r)
	}
	return f.shifted(fixed(earned, of))
}

// single are the points of one option, or of a figure on a line from none to full.
func (f *form) single(part int, r *questionnaire.Reply) num {
	if l := f.q.Scoring.Points.Linear; l != nil && r.Figure != nil {
		from, to := numOf(l[0]), numOf(l[1])
		share := numOf(r.Figure).sub(from).quo(to.sub(from))
		return higher(zero, lower(one, share)).mul(f.full[part])
	}
	if r.Option >= 0 {
		return f.points[part][r.Option]
	}
	return zero
}

// ticked are the points of what is ticked; with leading, of what comes before the first gap.
func (f *form) ticked(part int, ticks uint64) num {
	sum := zero
	for i, p := range f.points[part] {
		switch {
		case ticks>>i&1 == 1:
			sum = sum.add(p)
		case f.q.Scoring.Points.Leading && f.lone>>i&1 == 0:
			return sum
		}
	}
	return sum
}

// rows are the points of the rows that apply, and those attainable in them.
func (f *form) rows(part int, cells []int8) (earned, of num) {
	gap := false
	for _, c := range cells {
		if c < 0 {
			continue
		}
		of = of.add(f.full[part])
		x := f.points[part][c]
		gap = gap || f.q.Scoring.Points.Leading && x.cmp(f.full[part]) < 0
		if !gap {
			earned = earned.add(x)
		}
	}
	return earned, of
}

// row is the figure of one row that is a part of its own.
func (f *form) row(part int, cell int8) figure {
	if cell == questionnaire.RowVoid {
		return figure{}
	}
	if cell >= 0 {
		return fixed(f.points[part][cell], f.full[part])
	}
	return f.reach[part]
}

// needing is the figure of a question that asks for enough rows or ticks. Open rows leave it open only while they can
// still decide.
func (f *form) needing(part int, r *questionnaire.Reply) figure {
	met, open, of, void := 0, 0, 0, 0
	if f.q.Kind.Family() == questionnaire.AnyOf {
		for i := range f.q.Options {
			if f.lone>>i&1 == 0 {
				of++
				met += int(r.Ticks >> i & 1)
			}
		}
	} else {
		_, top := f.extremes(part)
		for i, c := range r.Rows {
			switch {
			case c == questionnaire.RowVoid:
				continue
			case c < 0:
				open++
				if f.q.Rows[i].NotApplicable {
					void++
				}
			case f.points[part][c].cmp(top) == 0:
				met++
			}
			of++
		}
	}
	if of == 0 {
		return figure{}
	}
	x := enough(f.need, f.full[part], met, open, of)
	x.loose = void == of
	return x
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
func (f *form) extremes(part int) (low, high num) {
	for i, x := range f.points[part] {
		if i == 0 {
			low, high = x, x
		}
		low, high = lower(low, x), higher(high, x)
	}
	return low, high
}

// whole is the figure of a part whose whole question is open.
func (f *form) whole(part int) figure {
	rule, of := &f.q.Scoring.Points, f.full[part]
	low, high := f.extremes(part)
	var x figure
	switch {
	case rule.Rows:
		x = between(low, high, of)
		x.loose = f.q.Rows[part].NotApplicable
		return x
	case f.need.Count != 0:
		miss := numOf(f.need.Miss)
		x = between(lower(miss, of), higher(miss, of), of)
	case f.q.Kind.Family() == questionnaire.AnyOf:
		low, high = f.tickable(part)
		x = between(low, high, of)
	case f.q.Kind.Family() == questionnaire.Rows:
		x = f.grid(part, low, high)
	default:
		if rule.Linear != nil {
			low, high = lower(low, zero), higher(high, of)
		}
		x = between(low, high, of)
	}
	x = f.shifted(x)
	x.loose = f.vanishes
	return x
}

// grid is the figure of an open grid: as few as one of its rows may turn out to apply.
func (f *form) grid(part int, low, high num) figure {
	must, n := 0, whole(len(f.q.Rows))
	for _, r := range f.q.Rows {
		if !r.NotApplicable {
			must++
		}
	}
	least := whole(max(1, must))
	if f.q.Scoring.Points.Leading {
		low, high = lower(low, zero), higher(high, zero)
	}
	of := f.full[part]
	x := figure{presence: presence{here: true}, of: of.mul(n), ol: of.mul(least), oh: of.mul(n)}
	x.pl, x.ph = lower(low.mul(least), low.mul(n)), higher(high.mul(least), high.mul(n))
	x.sl, x.sh = ratio(low, of), ratio(high, of)
	return x
}

// tickable are the fewest and most points that ticks can bring. Something has to be ticked, be it the option that
// stands alone.
func (f *form) tickable(part int) (low, high num) {
	first, minus, plus := true, zero, zero
	note := func(x num) {
		x = lower(x, f.full[part])
		if first {
			low, high, first = x, x, false
		}
		low, high = lower(low, x), higher(high, x)
	}
	for i, x := range f.points[part] {
		note(x)
		switch {
		case f.lone>>i&1 == 1:
		case x.sign() < 0:
			minus = minus.add(x)
		default:
			plus = plus.add(x)
		}
	}
	if f.q.Scoring.Points.Leading {
		note(zero)
	}
	if minus.sign() < 0 {
		note(minus)
	}
	if plus.sign() > 0 {
		note(plus)
	}
	return low, high
}

// goal is the points of the option a company aims for; nil where it names none.
func goal(q *questionnaire.Question, name string, r *questionnaire.Reply) *big.Rat {
	if r.Target < 0 {
		return nil
	}
	return q.Options[r.Target].PointsFor(name)
}
