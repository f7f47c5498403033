package questionnaire

import "digitalkompass/questionnaire/i18n"

// Called is the name of a dimension, group or result, with a short one for charts; both are empty for the total.
func (b *Bank) Called(id string) (title, short i18n.Text) {
	if d := b.Dimension(id); d != nil {
		return d.Title, d.Short
	}
	for _, n := range b.Nodes() {
		if n.ID == id {
			return n.Title, n.Title
		}
	}
	return nil, nil
}

// Simple says whether a node is the weighted mean of its children and nothing else is done to it.
func (n *Node) Simple() bool {
	for _, r := range n.Of {
		if r.Part != "" || r.Take != TakeAnswer {
			return false
		}
	}
	return n.Combine.Rule == Mean && n.Round == nil && n.Bounds == (Bounds{}) && n.Factor == nil && n.Weakest == nil
}

// HasMeasures says whether any question of the bank knows how to improve on it.
func (b *Bank) HasMeasures() bool { return len(b.measures) > 0 }

// FivePoints says whether every question that counts is worth the usual four points at most, given by its options
// alone, so that its answers are steps from 0 to 4.
func (b *Bank) FivePoints() bool {
	for _, d := range b.Dimensions {
		for _, q := range d.Questions {
			p := q.Scoring.Points
			if q.Scored() && (p.Full != nil || p.Rows || p.Need.Count != 0 || p.Linear != nil || p.Leading || p.Cases != nil || p.Bounds != (Bounds{})) {
				return false
			}
		}
	}
	return true
}
