package questionnaire

import (
	"maps"
	"math/big"
	"slices"

	"digitalkompass/questionnaire/source"
)

// State says what became of a question. The zero value means that nothing was said: the question is open.
type State int

// The states of an answer.
const (
	Open          State = iota // nothing said yet
	Answered                   // also "none of these"
	Unknown                    // "I don't know"
	NotApplicable              // "does not apply to us"
	Skipped                    // left open on purpose; counts as open
)

// Values of a grid's row that are no option.
const (
	RowUnknown       = "unknown"
	RowNotApplicable = "not_applicable"
)

// Answer is what a company said to one question.
type Answer struct {
	State      State
	Value      Value
	Note       string
	Target     string // option id the company aims for
	Confidence string // "estimated", "told" or "seen"
	Evidence   string // where the proof of it is to be found, in a line
	Later      bool   // to be discussed later
	// Carried is the day of the earlier assessment that the answer was taken over from, as long as nobody has gone over
	// it; no date for one that was given or confirmed in this assessment.
	Carried source.Day
}

// Value is the content of an answer; which part is used depends on the kind of question.
type Value struct {
	Option string            // OneOf; a Figure answered by band or by an "instead" option
	Figure *big.Rat          // Figure answered by number
	Set    []string          // AnyOf, in the order of the bank
	Rows   map[string]string // Rows: row id → option id, RowUnknown or RowNotApplicable; absent rows are open
	Text   string            // Line
}

// LeftOpen is the answer to a question that is left open on purpose. What was answered stays.
func LeftOpen(a Answer) Answer {
	if a.State != Open {
		return a
	}
	return WithState(a, Skipped)
}

// Chosen is the option that a value of a OneOf or Figure question stands for, or nil.
func (q *Question) Chosen(v Value) *Option {
	if v.Option != "" {
		return q.Option(v.Option)
	}
	if v.Figure != nil {
		return q.Band(v.Figure)
	}
	return nil
}

// Empty says whether nothing was said, noted or marked.
func (a Answer) Empty() bool {
	return a.State == Open && a.Value.Empty() && a.Note == "" && a.Target == "" && a.Confidence == "" &&
		a.Evidence == "" && !a.Later
}

// Empty says whether a value holds nothing.
func (v Value) Empty() bool {
	return v.Option == "" && v.Figure == nil && len(v.Set) == 0 && len(v.Rows) == 0 && v.Text == ""
}

// Equal says whether two values are the same.
func (v Value) Equal(w Value) bool {
	if (v.Figure == nil) != (w.Figure == nil) || v.Figure != nil && v.Figure.Cmp(w.Figure) != 0 {
		return false
	}
	return v.Option == w.Option && v.Text == w.Text && slices.Equal(v.Set, w.Set) && maps.Equal(v.Rows, w.Rows)
}

// Equal says whether two answers are the same, with their notes and marks.
func (a Answer) Equal(b Answer) bool {
	return a.State == b.State && a.Value.Equal(b.Value) && a.Note == b.Note && a.Target == b.Target &&
		a.Confidence == b.Confidence && a.Evidence == b.Evidence && a.Later == b.Later && a.Carried == b.Carried
}
