package scoring

import (
	"slices"

	"digitalkompass/questionnaire"
)

// state is one run of an engine over one sheet. It is used again for what-ifs of the same sheet.
type state struct {
	e        *Engine
	sheet    *questionnaire.Sheet
	forms    []form // for the company's size
	open     []bool // by item: asked and without an answer, so that it may still become anything
	waiting  int    // how many of them
	standing []questionnaire.Standing
	implied  []int  // by item: the rule that counts it unasked, or -1
	force    []bool // by item: its answer stays in force, whatever others turn out to be; nil for none
	parts    []figure
	nodes    []figure
	sway     num // by which share weights of means may be off; 0 for not at all
	spare
}

// spare is what a state keeps for the next sheet, so that a scorer makes nothing anew.
type spare struct {
	kids  []weighed // scratch
	class int       // place of the company's size among the shapes
	room  bounds
	twin  *state
	only  []bool                 // nodes that are worked out; nil for all
	cuts  []*within              // bounds that a wish asks for, see trim
	memo  []*questionnaire.Reply // by item, lowest and highest completion for the company's size; nil where none is kept
	kept  []*questionnaire.Reply // the same for grids whose known rows stay, good for one search; nil where none is kept
}

func (e *Engine) start(sheet *questionnaire.Sheet) *state {
	n := len(e.index.Items)
	s := &state{e: e, open: make([]bool, n), standing: make([]questionnaire.Standing, n), implied: make([]int, n),
		parts: make([]figure, len(e.parts)), nodes: make([]figure, len(e.nodes))}
	s.reset(sheet)
	return s
}

// reset takes up another sheet.
func (s *state) reset(sheet *questionnaire.Sheet) {
	s.sheet = sheet
	s.class = s.e.index.Class(sheet) + 1
	s.forms = s.e.shapes[s.class]
}

// copy is a state that may change its replies without touching this one's.
func (s *state) copy() *state {
	return s.e.start(&questionnaire.Sheet{Path: s.sheet.Path, Replies: slices.Clone(s.sheet.Replies)})
}

// double is a copy for one search at a time.
func (s *state) double() *state {
	if s.twin == nil {
		s.twin = s.copy()
	}
	t := s.twin
	t.sheet.Path, t.force, t.memo, t.kept = s.sheet.Path, nil, s.memo, nil
	t.sheet.Replies = append(t.sheet.Replies[:0], s.sheet.Replies...)
	t.reset(t.sheet)
	return t
}

func given(state questionnaire.State) bool {
	return state == questionnaire.Answered || state == questionnaire.NotApplicable
}

// inForce are the questions that are asked and answered. A completion of others that would make such a question void
// contradicts the company's own answer, so the answer goes on counting.
func (s *state) inForce() []bool {
	out := make([]bool, len(s.standing))
	for i := s.e.first; i < len(out); i++ {
		out[i] = s.standing[i] == questionnaire.Asked && given(s.sheet.Replies[i].State)
	}
	return out
}

// stand finds out whether a question is asked, and whether it is open. Questions before it have to be settled.
func (s *state) stand(i int) {
	s.standing[i], s.implied[i] = questionnaire.Asked, -1
	if s.force == nil || !s.force[i] {
		s.standing[i], s.implied[i] = s.e.index.Standing(i, s.sheet)
	}
	s.open[i] = s.standing[i] == questionnaire.Asked && !given(s.sheet.Replies[i].State)
	if s.open[i] {
		s.waiting++
	}
}

// run works out all figures.
func (s *state) run() {
	s.waiting = 0
	for i := s.e.first; i < len(s.standing); i++ {
		s.stand(i)
	}
	s.figures()
}

func (s *state) figures() {
	for i := range s.e.parts {
		p := &s.e.parts[i]
		if f := s.ready(p); f != nil {
			s.parts[i] = *f
		} else {
			s.parts[i] = s.part(p)
		}
	}
	for i := range s.e.nodes {
		if s.only != nil && !s.only[i] {
			continue
		}
		s.nodes[i] = s.node(&s.e.nodes[i])
		if s.cuts != nil {
			s.trim(i)
		}
	}
}

// ready is the figure of a part whose question is answered with one option, worked out before; nil for all others.
func (s *state) ready(p *part) *figure {
	f, r := &s.forms[p.item], &s.sheet.Replies[p.item]
	if s.standing[p.item] != questionnaire.Asked || r.State != questionnaire.Answered || p.take != questionnaire.TakeAnswer || len(f.cases) > 0 {
		return nil
	}
	return f.one(p.at, r)
}

// part is the figure of one part: the middle by what stands now, the bounds by what may become of it.
func (s *state) part(p *part) figure {
	f := &s.forms[p.item]
	mid := s.now(f, p)
	sure := s.standing[p.item] == questionnaire.Asked && given(s.sheet.Replies[p.item].State)
	if s.waiting == 0 || sure || !s.e.depends[p.item] {
		return mid
	}
	return s.ahead(f, p, mid)
}

// now is the figure of a part by what stands now.
func (s *state) now(f *form, p *part) figure {
	switch s.standing[p.item] {
	case questionnaire.ZeroCount:
		return fixed(f.implied[s.implied[p.item]], f.attainable(p.at))
	case questionnaire.Hidden, questionnaire.OffPath:
		return figure{}
	case questionnaire.Asked:
	}
	return s.asked(f, p, &s.sheet.Replies[p.item])
}

// ahead widens a figure by what open answers elsewhere may make of it.
func (s *state) ahead(f *form, p *part, mid figure) figure {
	next := s.e.index.Prospect(p.item, s.sheet, s.open)
	out := figure{presence: presence{out: mid.out || !mid.here, known: mid.known, assumed: mid.assumed}, p: mid.p, of: mid.of}
	add := func(x figure) {
		if x.here {
			x.known, x.assumed, x.out, x.p, x.of = out.known, out.assumed, out.out, out.p, out.of
			if out.here {
				x.loose = x.loose || out.loose
				x = x.widen(out)
			}
			out = x
		}
	}
	for _, k := range next.Implied {
		add(fixed(f.implied[k], f.attainable(p.at)))
	}
	if next.Asked {
		one := mid
		if s.standing[p.item] != questionnaire.Asked {
			one = s.asked(f, p, &s.sheet.Replies[p.item])
		}
		add(one)
		next.Absent = next.Absent || !one.here
	}
	out.loose = out.loose || next.Absent
	if out.of.sign() == 0 {
		out.of = out.oh
	}
	return out
}

// asked is the figure of a part whose question is asked.
func (s *state) asked(f *form, p *part, r *questionnaire.Reply) figure {
	if p.take == questionnaire.TakeConfidence {
		if r.Confidence > 0 && r.State == questionnaire.Answered {
			return fixed(whole(r.Confidence).quo(whole(len(questionnaire.Confidences)-1)), one)
		}
		return figure{}
	}
	if t := goal(f.q, p.name, r); t != nil && p.take == questionnaire.TakeTarget {
		return fixed(numOf(t), f.full[p.at])
	}
	if r.State == questionnaire.NotApplicable {
		if p.missing.NotApplicable == questionnaire.TreatZero {
			return fixed(clamp(f.q.Scoring.Points.Bounds, zero), f.attainable(p.at))
		}
		return figure{}
	}
	var x figure
	switch {
	case len(f.cases) > 0:
		x = s.cased(f, f.full[p.at], p.item)
	case r.State == questionnaire.Answered:
		return f.answered(p.at, r)
	case r.Rows != nil && (f.q.Scoring.Points.Rows || f.need.Count != 0):
		x = f.answered(p.at, r) // rows that are known count although others are not
	default:
		x = f.reach[p.at]
	}
	if x.known || !x.here || r.State == questionnaire.Answered {
		return x
	}
	return s.lacking(f, p, r, x)
}

// lacking gives a part without an answer the middle that the model asks for.
func (s *state) lacking(f *form, p *part, r *questionnaire.Reply, x figure) figure {
	treat := p.missing.Open
	if r.State == questionnaire.Unknown {
		treat = p.missing.Unknown
	}
	switch treat {
	case questionnaire.TreatZero:
		x.known, x.assumed, x.p, x.of = true, true, clamp(f.q.Scoring.Points.Bounds, zero), f.attainable(p.at)
	case questionnaire.TreatExclude:
		x.out = true
	case questionnaire.TreatTarget:
		if t := goal(f.q, p.name, r); t != nil {
			x.known, x.p, x.of = true, numOf(t), f.full[p.at]
		}
	case questionnaire.TreatInterval:
	}
	return x
}

// cased is the figure of a question whose points are decided by cases.
func (s *state) cased(f *form, full num, item int) figure {
	x := figure{presence: presence{here: true}, of: full, ol: full, oh: full}
	var c chooser
	for k, when := range f.cases {
		c.take(f.worth[k], s.e.index.Outlook(when, s.sheet, s.open, true))
	}
	c.finish()
	x.known, x.p, x.pl, x.ph = !c.doubt, c.p, c.low, c.high
	x.bounded()
	x = f.shifted(x)
	x.loose = f.vanishes && s.open[item]
	return x
}

// chooser takes the first of several cases that holds, and bounds it by all that may.
type chooser struct {
	p, low, high     num
	any, doubt, done bool
}

func (c *chooser) take(v num, o questionnaire.Outlook) {
	switch {
	case c.done || o == questionnaire.Never:
		return
	case o == questionnaire.Perhaps:
		c.doubt = true
	default:
		c.p, c.done = v, true
	}
	if !c.any {
		c.low, c.high, c.any = v, v, true
	}
	c.low, c.high = lower(c.low, v), higher(c.high, v)
}

// finish gives nothing where no case surely holds.
func (c *chooser) finish() { c.take(zero, questionnaire.Surely) }
