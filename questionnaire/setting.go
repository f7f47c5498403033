package questionnaire

import (
	"slices"
	"strings"

	"digitalkompass/questionnaire/i18n"
)

// Wrong says why a setting was not taken: what its form, a name or a value in it should be.
type Wrong struct {
	Code  string   // form, question, row, option, or the code of a message of Check
	Name  string   // the name that is not known
	Known []string // names that could stand in its place
	Args  []any    // of the message
}

// Set is an assessment with one answer set as people type it: question=value. A value is an option's id, a figure, ids
// joined by + for ticks, or unknown, not_applicable or open; question.row=value sets a row of a grid.
func Set(b *Bank, a *Assessment, text string) (*Assessment, *Wrong) {
	name, value, ok := strings.Cut(strings.TrimSpace(text), "=")
	if !ok || name == "" || value == "" {
		return nil, &Wrong{Code: "form", Name: text}
	}
	id, row, _ := strings.Cut(name, ".")
	q := b.Question(id)
	if q == nil {
		return nil, &Wrong{Code: "question", Name: id, Known: slices.Sorted(mapKeys(b.index))}
	}
	q = a.Shape(b, q)
	if row == "" && q.Kind == Grid && stateWord(value) == 0 || row != "" && q.Row(row) == nil {
		return nil, &Wrong{Code: "row", Name: row, Known: rowIDs(q)}
	}
	ans, bad := q.typed(a.Get(q), row, value, a.Language)
	if bad == nil {
		if found := Check(q, ans); found != nil {
			bad = &Wrong{Code: found[0].Code, Args: found[0].Args, Name: value}
		}
	}
	if bad != nil {
		if bad.Code == "no-option" {
			bad.Code, bad.Known = "option", optionIDs(q)
		}
		return nil, bad
	}
	return a.With(q, ans), nil
}

// stateWord is the state that a word of a setting stands for, 0 for none. Open is given as Skipped.
func stateWord(value string) State {
	return map[string]State{"unknown": Unknown, "not_applicable": NotApplicable, "open": Skipped}[value]
}

// typed is an answer made from a word, or from words joined by +.
func (q *Question) typed(now Answer, row, value string, l i18n.Lang) (Answer, *Wrong) {
	if row != "" {
		if value == "open" {
			value = ""
		}
		return WithRow(now, row, value), nil
	}
	switch s := stateWord(value); s {
	case Open, Answered:
	case Skipped:
		return WithState(now, Open), nil
	case Unknown, NotApplicable:
		return WithState(now, s), nil
	}
	switch q.Kind.Family() {
	case AnyOf:
		set := strings.FieldsFunc(value, func(r rune) bool { return r == '+' || r == ',' })
		for _, id := range set {
			if q.Option(id) == nil {
				return now, &Wrong{Code: "option", Name: id, Known: optionIDs(q)}
			}
		}
		slices.SortFunc(set, func(x, y string) int { return q.Number(x) - q.Number(y) })
		return WithValue(now, Value{Set: set}), nil
	case Figure:
		if q.Option(value) != nil {
			break
		}
		f, bad := ParseFigure(q, value, l)
		if bad != nil {
			return now, &Wrong{Code: bad[0].Code, Args: bad[0].Args, Name: value}
		}
		return WithValue(now, Value{Figure: f}), nil
	case Line:
		return WithValue(now, Value{Text: value}), nil
	case OneOf, Rows:
	}
	return WithValue(now, Value{Option: value}), nil
}
