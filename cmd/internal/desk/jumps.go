package desk

import "digitalkompass/questionnaire"

// Jumps are the ways taken apart from the order of the bank. Back leads from where a jump led to where it began, jump by
// jump; and what is answered on a detour leads there too, as soon as only what is answered and confirmed would follow. The
// zero value is none. Both faces go by it.
type Jumps struct {
	all  []jump
	home Spot   // where the detour under way began
	at   string // the item it has come to, "" where none is under way
}

type jump struct {
	from Spot
	to   string
}

// Spot is an item, or the result above the item that one was at last.
type Spot struct {
	ID     string
	Result bool
}

// asked says whether one can go there.
func (s Spot) asked(iv *questionnaire.Interview) bool {
	_, asked := iv.Visible(s.ID)
	return asked || s.Result
}

// Note notes a jump. One that looks something up or changes an answer is a detour: that leads back by itself, and so does
// every one from the result. A further one on a detour still leads back to where the first began.
func (j *Jumps) Note(from Spot, to string, detour bool) {
	if from.ID == to && !from.Result || from == (Spot{}) {
		return
	}
	j.all = append(j.all, jump{from, to})
	switch further := j.at != "" && j.at == from.ID && !from.Result; {
	case further && (detour || j.home.Result):
		j.at = to
	case !detour && !from.Result:
		j.home, j.at = Spot{}, ""
	default:
		j.home, j.at = from, to
	}
	if j.home.ID == to && !j.home.Result {
		j.home, j.at = Spot{}, ""
	}
}

// Back is where the jump to an item began; false when one did not come by a jump, or can go there no more. It is forgotten
// then.
func (j *Jumps) Back(iv *questionnaire.Interview, id string) (Spot, bool) {
	n := len(j.all)
	if n == 0 || j.all[n-1].to != id {
		return Spot{}, false
	}
	from := j.all[n-1].from
	j.all, j.home, j.at = j.all[:n-1], Spot{}, ""
	return from, from.asked(iv)
}

// Home is where to go from an item that is answered; false where the order of the bank goes on.
func (j *Jumps) Home(iv *questionnaire.Interview, id string) (Spot, bool) {
	if j.at == "" || j.at != id || !j.home.asked(iv) {
		return Spot{}, false
	}
	next, ok := iv.Neighbour(iv.Assessment(), id, 1)
	if !ok || next.Question.ID == j.home.ID || next.Question.Section != iv.Bank().Question(id).Section {
		return j.home, true
	}
	a := iv.Answer(next.Question)
	return j.home, !questionnaire.Lacking(next.Question, a) && !questionnaire.Unconfirmed(next.Question, a)
}

// Return ends the detour under way.
func (j *Jumps) Return() { j.home, j.at = Spot{}, "" }

// Follow notes that one went on from an item of a detour to another, in order.
func (j *Jumps) Follow(from, to string) {
	if j.at == "" || j.at != from {
		return
	}
	if j.at = to; to == j.home.ID && !j.home.Result {
		j.Return()
	}
}

// At is the number of the question that a saved assessment goes on at: where it was left, or else at what is open first.
func At(nav questionnaire.Navigator, a *questionnaire.Assessment, open questionnaire.Item) int {
	if n := nav.Number(a, a.Position); n > 0 {
		return n
	}
	return max(1, nav.Number(a, open.Question.ID))
}
