package questionnaire

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire/source"
)

// readValue reads an answer's content as files write it: an option id, a figure, a list of option ids, a mapping of
// rows, or a text. Problems of form are reported; what a value may be is checked by Check.
func readValue(q *Question, n *source.Node, d *source.Diagnostics) Value {
	switch q.Kind.Family() {
	case AnyOf:
		return Value{Set: readSet(q, n, d)}
	case Rows:
		return Value{Rows: readRows(n, d)}
	case Figure:
		if n.Kind == source.Number {
			return Value{Figure: source.RatOf(n, d)}
		}
	case OneOf, Line:
	}
	if n.Kind != source.String {
		d.Error(n.Pos, "answer-kind", "question", q.ID, "kind", q.Kind.String())
		return Value{}
	}
	if q.Kind.Family() == Line {
		return Value{Text: n.Value}
	}
	return Value{Option: n.Value}
}

func readSet(q *Question, n *source.Node, d *source.Diagnostics) []string {
	if n.Kind != source.List {
		d.Error(n.Pos, "answer-kind", "question", q.ID, "kind", q.Kind.String())
		return nil
	}
	var set []string
	for _, item := range n.Items {
		if item.Kind != source.String {
			d.Error(item.Pos, "answer-kind", "question", q.ID, "kind", q.Kind.String())
			continue
		}
		set = append(set, item.Value)
	}
	slices.SortStableFunc(set, func(a, b string) int { return q.Number(a) - q.Number(b) })
	return set
}

func readRows(n *source.Node, d *source.Diagnostics) map[string]string {
	rows := map[string]string{}
	for _, e := range source.ReadMap(n, d).Entries() {
		if e.Value.Kind != source.String {
			d.Error(e.Value.Pos, "wrong-kind", "want", "text")
			continue
		}
		rows[e.Key] = e.Value.Value
	}
	return rows
}

// checkAnswer reports what Check says about an answer, with a proposal where a name is unknown.
func checkAnswer(q *Question, a Answer, at source.Pos, d *source.Diagnostics) {
	for _, m := range Check(q, a) {
		args := append([]any{"question", q.ID}, m.Args...)
		switch m.Code {
		case "no-option":
			d.Unknown(at, "answer-no-option", m.Args[1].(string), optionIDs(q), "question", q.ID, "allowed", joinWords(optionIDs(q)))
		case "no-row":
			d.Unknown(at, "answer-no-row", m.Args[1].(string), rowIDs(q), "question", q.ID, "allowed", joinWords(rowIDs(q)))
		default:
			d.Error(at, "answer-"+m.Code, args...)
		}
	}
}

// exactDecimal writes an exact number with as many decimals as it needs; figures always have finitely many.
func exactDecimal(r *big.Rat) string {
	digits, _ := r.FloatPrec()
	return r.FloatString(digits)
}
