package questionnaire

import (
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"digitalkompass/questionnaire/i18n"
)

// Limits of free text, in characters.
const (
	MaxLine = 200
	MaxNote = 5000
)

// Settled is the state that counts: a grid with an open row is open, with an unknown one unknown, with nothing but
// rows that do not apply not applicable; a multi-select without a tick is open; a skipped answer is open.
func Settled(q *Question, a Answer) State {
	if a.State != Answered {
		if a.State == Skipped {
			return Open
		}
		return a.State
	}
	switch q.Kind.Family() {
	case AnyOf:
		if len(a.Value.Set) == 0 {
			return Open
		}
	case Rows:
		return settledRows(q, a.Value.Rows)
	case OneOf, Figure, Line:
	}
	return Answered
}

// Lacking says whether an answer is still missing. What was left empty on purpose, where that is offered, is not.
func Lacking(q *Question, a Answer) bool {
	return Settled(q, a) == Open && !(a.State == Skipped && q.Dimension == "" && q.Asking.Optional)
}

func settledRows(q *Question, rows map[string]string) State {
	state := NotApplicable
	for _, r := range q.Rows {
		switch rows[r.ID] {
		case "":
			return Open
		case RowUnknown:
			state = Unknown
		case RowNotApplicable:
		default:
			if state == NotApplicable {
				state = Answered
			}
		}
	}
	return state
}

// Check says what is wrong with an answer to a question; nil when nothing is. An open answer is never wrong here.
// The codes are those of the messages below "answer.".
func Check(q *Question, a Answer) []i18n.Message {
	if utf8.RuneCountInString(a.Note) > MaxNote {
		return []i18n.Message{i18n.Msg("note-long", "max", MaxNote)}
	}
	if utf8.RuneCountInString(a.Evidence) > MaxLine || strings.ContainsAny(a.Evidence, "\r\n") {
		return []i18n.Message{i18n.Msg("evidence-long", "max", MaxLine)}
	}
	switch a.State {
	case Answered:
		return checkValue(q, a.Value)
	case NotApplicable:
		if !q.Asking.NotApplicable {
			return []i18n.Message{i18n.Msg("not-applicable")}
		}
	case Unknown:
		if q.Dimension == "" {
			return []i18n.Message{i18n.Msg("unknown-profile")}
		}
	case Skipped, Open:
	}
	return nil
}

func checkValue(q *Question, v Value) []i18n.Message {
	switch q.Kind.Family() {
	case Figure:
		if v.Figure != nil {
			return CheckFigure(q, v.Figure)
		}
	case AnyOf:
		return checkSet(q, v.Set)
	case Rows:
		return checkRows(q, v.Rows)
	case Line:
		if utf8.RuneCountInString(v.Text) > MaxLine {
			return []i18n.Message{i18n.Msg("long", "n", utf8.RuneCountInString(v.Text)-MaxLine)}
		}
		return nil
	case OneOf:
	}
	if q.Option(v.Option) == nil {
		return []i18n.Message{i18n.Msg("no-option", "name", v.Option)}
	}
	return nil
}

// CheckFigure says what is wrong with a figure.
func CheckFigure(q *Question, f *big.Rat) []i18n.Message {
	switch r := q.Range; {
	case r.Low != nil && f.Cmp(r.Low) < 0:
		return []i18n.Message{i18n.Msg("small", "x", f, "a", r.Low, "b", r.High)}
	case r.High != nil && f.Cmp(r.High) > 0:
		return []i18n.Message{i18n.Msg("big", "x", f, "a", r.Low, "b", r.High)}
	case r.Whole && !f.IsInt():
		return []i18n.Message{i18n.Msg("whole")}
	}
	return nil
}

func checkSet(q *Question, set []string) []i18n.Message {
	for i, id := range set {
		o := q.Option(id)
		switch {
		case o == nil:
			return []i18n.Message{i18n.Msg("no-option", "name", id)}
		case slices.Contains(set[:i], id):
			return []i18n.Message{i18n.Msg("twice-ticked", "name", id)}
		case o.Exclusive && len(set) > 1:
			return []i18n.Message{i18n.Msg("exclusive", "k", q.Number(id), "opt", o.Text)}
		}
	}
	return nil
}

func checkRows(q *Question, rows map[string]string) []i18n.Message {
	for _, id := range slices.Sorted(mapKeys(rows)) {
		r := q.Row(id)
		switch v := rows[id]; {
		case r == nil:
			return []i18n.Message{i18n.Msg("no-row", "name", id)}
		case v == RowUnknown, q.Option(v) != nil, v == RowNotApplicable && r.NotApplicable:
		case v == RowNotApplicable:
			return []i18n.Message{i18n.Msg("not-applicable")}
		default:
			return []i18n.Message{i18n.Msg("no-option", "name", v)}
		}
	}
	return nil
}

// ParseFigure reads a figure as people type it: 33,5 and 33.5 in both languages, groups of three after the
// language's own thousands sign, spaces ignored, with "about" before it and the question's unit behind it in words of either
// language; amounts of money also in thousands and millions. The figure is the number typed, exactly. The messages are those
// of Check.
func ParseFigure(q *Question, text string, l i18n.Lang) (*big.Rat, []i18n.Message) {
	bad := []i18n.Message{i18n.Msg(map[bool]string{false: "no-number", true: "no-amount"}[q.Kind == Money], "x", text)}
	rest, factor := bareFigure(q, text), int64(1)
	if q.Kind == Money {
		rest, factor = bareAmount(rest, l)
	}
	s := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "'", "", "€", "", "%", "", "−", "-").Replace(rest)
	thousands, point := ".", ","
	if l == i18n.English {
		thousands, point = ",", "."
	}
	if q.Kind == Money && unclear(s, thousands, point, factor) {
		return nil, []i18n.Message{i18n.Msg("unclear", "x", text)}
	}
	if grouped(s, thousands, point) {
		s = strings.ReplaceAll(s, thousands, "")
	}
	s = strings.ReplaceAll(s, ",", ".")
	if s == "" || len(s) > 20 || strings.Trim(s, "-0123456789.") != "" || strings.LastIndex(s, "-") > 0 {
		return nil, bad
	}
	f, ok := new(big.Rat).SetString(s)
	if !ok {
		return nil, bad
	}
	f.Mul(f, big.NewRat(factor, 1))
	return f, CheckFigure(q, f)
}

// grouped says whether every thousands sign is followed by exactly three digits and none comes first.
func grouped(s, thousands, point string) bool {
	whole, _, _ := strings.Cut(s, point)
	parts := strings.Split(strings.TrimPrefix(whole, "-"), thousands)
	if len(parts) < 2 || parts[0] == "" || parts[0] == "0" || len(parts[0]) > 3 {
		return false
	}
	return !slices.ContainsFunc(parts[1:], func(p string) bool { return len(p) != 3 })
}
