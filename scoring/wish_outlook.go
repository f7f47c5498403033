package scoring

import "digitalkompass/questionnaire"

// outlook says whether a wish comes true whatever the open questions turn out to be.
func (s *state) outlook(w *wish) questionnaire.Outlook {
	out := questionnaire.Surely
	join := func(o questionnaire.Outlook) bool {
		if o == questionnaire.Never || out == questionnaire.Surely {
			out = o
		}
		return o != questionnaire.Never
	}
	for i := range w.nodes {
		if !join(w.nodes[i].outlook(s)) {
			return out
		}
	}
	if w.Highest > 0 && !join(s.staged(w.Lowest, w.Highest)) {
		return out
	}
	for _, d := range w.When {
		if !join(flipped(s.e.index.Outlook(d.Clauses, s.sheet, s.open, d.Certain), d.Not)) {
			return out
		}
	}
	for _, m := range w.Items {
		if !join(s.stands(m)) {
			return out
		}
	}
	for _, c := range w.Cases {
		_, may := s.caseOutlook(&s.e.nodes[s.e.byID[c.Node]], c.Case)
		if !join(flipped(may, c.Not)) {
			return out
		}
	}
	for i := range w.except {
		if !join(flipped(s.outlook(&w.except[i]), true)) {
			return out
		}
	}
	return out
}

func flipped(o questionnaire.Outlook, not bool) questionnaire.Outlook {
	switch {
	case !not || o == questionnaire.Perhaps:
		return o
	case o == questionnaire.Surely:
		return questionnaire.Never
	}
	return questionnaire.Surely
}

// staged says whether the level lies between two.
func (s *state) staged(lowest, highest int) questionnaire.Outlook {
	t := &s.nodes[s.e.total]
	low, high := s.level(1), s.level(-1)
	low = min(low, high)
	switch {
	case !t.here, high < lowest, low > highest:
		return questionnaire.Never
	case !t.loose && low >= lowest && high <= highest:
		return questionnaire.Surely
	}
	return questionnaire.Perhaps
}

// stands says whether an item stands as it is meant to.
func (s *state) stands(m Meant) questionnaire.Outlook {
	p := s.e.index.Prospect(s.e.index.At(m.Item), s.sheet, s.open)
	hit, miss := false, false
	note := func(may, want bool) {
		hit, miss = hit || may && want, miss || may && !want
	}
	note(p.Asked, m.Standing == questionnaire.Asked)
	note(p.Absent, m.Standing == questionnaire.Hidden)
	for _, k := range p.Implied {
		note(true, m.Standing == questionnaire.ZeroCount && m.Rule == k)
	}
	switch {
	case !hit:
		return questionnaire.Never
	case !miss:
		return questionnaire.Surely
	}
	return questionnaire.Perhaps
}

func (w *within) outlook(s *state) questionnaire.Outlook {
	f := &s.nodes[w.node]
	if w.cut {
		f = &w.raw
	}
	switch {
	case !f.here && w.OrAbsent:
		return questionnaire.Surely
	case !f.here:
		return questionnaire.Never
	}
	low, high := f.pl, f.ph
	if w.Share {
		low, high = f.sl, f.sh
	}
	may := w.above(high) && w.below(low)
	must := w.above(low) && w.below(high)
	switch {
	case !may && !(f.loose && w.OrAbsent):
		return questionnaire.Never
	case must && (!f.loose || w.OrAbsent):
		return questionnaire.Surely
	}
	return questionnaire.Perhaps
}

func (w *within) above(x num) bool {
	if w.From == nil {
		return true
	}
	c := x.cmp(w.from)
	return c > 0 || c == 0 && !w.Above
}

func (w *within) below(x num) bool {
	if w.To == nil {
		return true
	}
	c := x.cmp(w.to)
	return c < 0 || c == 0 && !w.Below
}
