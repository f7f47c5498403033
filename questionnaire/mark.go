package questionnaire

import (
	"iter"
	"maps"
	"slices"

	"digitalkompass/questionnaire/source"
)

func mapKeys[V any](m map[string]V) iter.Seq[string] { return maps.Keys(m) }

// Ticked is an answer with one option of a multi-select ticked or unticked. An exclusive option clears the others,
// and they clear it; cleared counts the ticks that went this way. An answer that was carried over is one of today then,
// as it is with all that follows here.
func Ticked(q *Question, a Answer, option string) (out Answer, cleared int) {
	set := slices.Clone(a.Value.Set)
	if a.State != Answered {
		set = nil
	}
	if slices.Contains(set, option) {
		set = slices.DeleteFunc(set, func(id string) bool { return id == option })
	} else {
		before := len(set)
		exclusive := q.Option(option).Exclusive
		set = slices.DeleteFunc(set, func(id string) bool { return exclusive || q.Option(id).Exclusive })
		cleared = before - len(set)
		set = append(set, option)
	}
	slices.SortFunc(set, func(x, y string) int { return q.Number(x) - q.Number(y) })
	a.State, a.Value, a.Carried = Answered, Value{Set: set}, source.Day{}
	if len(set) == 0 {
		a.State = Open
	}
	return a, cleared
}

// WithRow is an answer with one row of a grid set; "" clears it.
func WithRow(a Answer, row, value string) Answer {
	rows := map[string]string{}
	if a.State == Answered {
		maps.Copy(rows, a.Value.Rows)
	}
	rows[row] = value
	if value == "" {
		delete(rows, row)
	}
	a.State, a.Value, a.Carried = Answered, Value{Rows: rows}, source.Day{}
	if len(rows) == 0 {
		a.State = Open
	}
	return a
}

// WithValue is an answer with another value, its note and marks kept.
func WithValue(a Answer, v Value) Answer {
	a.State, a.Value, a.Carried = Answered, v, source.Day{}
	return a
}

// WithState is an answer without a value in another state, its note and marks kept.
func WithState(a Answer, s State) Answer {
	a.State, a.Value, a.Carried = s, Value{}, source.Day{}
	return a
}

// Confirmed is an answer that was carried over, as one of today.
func Confirmed(a Answer) Answer {
	a.Carried = source.Day{}
	return a
}

// Unconfirmed says whether an answer was carried over from an earlier assessment and nobody has gone over it yet. A grid
// with open rows is none: it has to be gone over anyway.
func Unconfirmed(q *Question, a Answer) bool { return !a.Carried.IsZero() && Settled(q, a) != Open }
