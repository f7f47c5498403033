package questionnaire

import "math/big"

// Reply is an answer in numbers: options and rows by their places in the question. It is what scoring computes with and
// what can be read straight from a stream; notes stay behind.
type Reply struct {
	State      State    // as it counts, see Settled
	Option     int      // place of the option or band chosen, or that the figure lies in; -1 for none
	Figure     *big.Rat // the figure given, else nil
	Ticks      uint64   // one bit for each option
	Rows       []int8   // by row: place of the option, or one of the Row constants; nil where there are none
	Target     int      // place of the option aimed for, or -1
	Confidence int      // 0 for none, else the place of its word in Confidences
}

// What a row holds when it is no option.
const (
	RowOpen int8 = -1 - iota
	RowWithout
	RowVoid
)

// Confidences are the words for how well an answer is known, from guessed to seen.
var Confidences = [...]string{"", "estimated", "told", "seen"}

// Blank is the reply to a question that nothing was said to.
func Blank() Reply { return Reply{Option: -1, Target: -1} }

// Reply puts an answer into numbers.
func (q *Question) Reply(a Answer) Reply {
	r := Blank()
	r.State = Settled(q, a)
	r.Target = q.place(a.Target)
	for i, w := range Confidences {
		if w == a.Confidence {
			r.Confidence = i
		}
	}
	if a.State != Answered {
		return r
	}
	switch q.Kind.Family() {
	case AnyOf:
		for _, id := range a.Value.Set {
			if i := q.place(id); i >= 0 {
				r.Ticks |= 1 << i
			}
		}
	case Rows:
		r.Rows = make([]int8, len(q.Rows))
		for i, row := range q.Rows {
			r.Rows[i] = q.Cell(a.Value.Rows[row.ID])
		}
	case Figure:
		r.Figure = a.Value.Figure
		if o := q.Chosen(a.Value); o != nil {
			r.Option = q.place(o.ID)
		}
	case OneOf:
		r.Option = q.place(a.Value.Option)
	case Line:
	}
	return r
}

// Cell is what a row holds, by the word for it.
func (q *Question) Cell(word string) int8 {
	switch word {
	case "":
		return RowOpen
	case RowUnknown:
		return RowWithout
	case RowNotApplicable:
		return RowVoid
	}
	return int8(q.place(word))
}

func (q *Question) place(option string) int { return q.Number(option) - 1 }

// Answer puts a reply into words again.
func (q *Question) Answer(r Reply) Answer {
	a := Answer{State: r.State}
	if r.Target >= 0 {
		a.Target = q.Options[r.Target].ID
	}
	a.Confidence = Confidences[r.Confidence]
	if r.State != Answered {
		return a
	}
	switch q.Kind.Family() {
	case AnyOf:
		for i := range q.Options {
			if r.Ticks>>i&1 == 1 {
				a.Value.Set = append(a.Value.Set, q.Options[i].ID)
			}
		}
	case Rows:
		a.Value.Rows = map[string]string{}
		for i, c := range r.Rows {
			if w := q.cellWord(c); w != "" {
				a.Value.Rows[q.Rows[i].ID] = w
			}
		}
	case OneOf, Figure:
		a.Value.Figure = r.Figure
		if r.Figure == nil && r.Option >= 0 {
			a.Value.Option = q.Options[r.Option].ID
		}
	case Line:
	}
	return a
}

func (q *Question) cellWord(c int8) string {
	switch c {
	case RowOpen:
		return ""
	case RowWithout:
		return RowUnknown
	case RowVoid:
		return RowNotApplicable
	}
	return q.Options[c].ID
}
