package desk

import "digitalkompass/questionnaire"

// Detour is a jump away from an item, to look something up or to change an answer: what is answered there leads back, as soon
// as only items that are answered already would follow. The zero value is none.
type Detour struct{ from, to string }

// Begin notes a jump. A further one on the way still leads back to where the first began.
func (d *Detour) Begin(from, to string) {
	if d.to == from && d.from != "" {
		from = d.from
	}
	*d = Detour{from, to}
	if from == to {
		*d = Detour{}
	}
}

// Home is the item to go back to from another one; false where the order of the bank goes on.
func (d Detour) Home(iv *questionnaire.Interview, id string) (string, bool) {
	if d.from == "" || d.to != id {
		return "", false
	}
	if _, asked := iv.Visible(d.from); !asked {
		return "", false
	}
	next, ok := iv.Neighbour(iv.Assessment(), id, 1)
	return d.from, !ok || next.Question.ID == d.from || !questionnaire.Lacking(next.Question, iv.Answer(next.Question))
}

// Follow notes that one went on from an item of the detour to another, in order.
func (d *Detour) Follow(from, to string) {
	if d.to == from {
		d.to = to
	}
	if d.to == d.from {
		*d = Detour{}
	}
}

// At is the number of the question that a saved assessment goes on at: where it was left, or else at what is open first.
func At(nav questionnaire.Navigator, a *questionnaire.Assessment, open questionnaire.Item) int {
	if n := nav.Number(a, a.Position); n > 0 {
		return n
	}
	return max(1, nav.Number(a, open.Question.ID))
}
