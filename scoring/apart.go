package scoring

import "digitalkompass/questionnaire"

// Some open questions need no search for the ends of the intervals: those that stand apart. No condition looks at them,
// they feed one place, and all above that place is a mean. Then every node is lowest where each of them is lowest, whatever
// the others are, and what the run has bounded is what some completion gives.

// apart says whether all that is open stands apart, and every node is there in all completions.
func (s *state) apart() bool {
	for i := s.e.first; i < len(s.open); i++ {
		if s.open[i] && !s.forms[i].apart {
			return false
		}
	}
	for i := range s.nodes {
		if f := &s.nodes[i]; f.here && f.loose {
			return false
		}
	}
	return true
}

// setApart marks the forms of the questions that stand apart.
func (e *Engine) setApart() {
	feeds := make([]int, len(e.index.Items))
	other := make([]bool, len(e.index.Items)) // feeds something else than a mean of answers
	for i := range e.parts {
		p := &e.parts[i]
		feeds[p.item]++
		other[p.item] = other[p.item] || p.take != questionnaire.TakeAnswer
	}
	for i := range e.nodes {
		if !e.nodes[i].onlyMean() {
			e.join(other, e.nodes[i].under)
		}
	}
	for class := range e.shapes {
		for i := e.first; i < len(feeds); i++ {
			f := &e.shapes[class][i]
			f.apart = feeds[i] < 2 && !other[i] && !e.tested[i] && f.attained()
		}
	}
}

// onlyMean says whether a node is the mean of its children and nothing besides.
func (n *node) onlyMean() bool {
	return n.Combine.Rule == questionnaire.Mean && n.Bounds == questionnaire.Bounds{} && n.factor < 0 && n.Weakest == nil && n.Round == nil
}

// attained says whether some answer gives each end of what the whole question can come to.
func (f *form) attained() bool {
	r := &f.q.Scoring.Points
	if r.Rows || r.Leading || r.Linear != nil || f.need.Count != 0 || len(f.cases) > 0 || r.Bounds != (questionnaire.Bounds{}) {
		return false
	}
	for _, points := range f.points {
		for _, x := range points {
			if x.sign() < 0 {
				return false
			}
		}
	}
	return true
}
