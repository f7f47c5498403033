package prompt

import (
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/report"
)

// confirm is an answer with its number, so that what was heard can be compared with what was typed.
func (f *face) confirm(q *questionnaire.Question, a questionnaire.Answer) string {
	text := strings.TrimRight(report.AnswerText(f.p, q, a), ".")
	if a.State == questionnaire.Skipped && q.Asking.Optional {
		return f.p.T("say.refused")
	}
	if a.State != questionnaire.Answered {
		return text
	}
	switch q.Kind.Family() {
	case questionnaire.OneOf:
		return f.p.Int(q.Number(a.Value.Option)) + ", " + text
	case questionnaire.Figure:
		if a.Value.Figure == nil {
			return "#" + f.p.Int(q.Number(a.Value.Option)) + ", " + text
		}
		if o := q.Chosen(a.Value); o != nil {
			return text + ", #" + f.p.Int(q.Number(o.ID)) + ", " + strings.TrimRight(f.p.Text(o.Text), ".")
		}
	case questionnaire.AnyOf:
		return f.ticked(q, a)
	case questionnaire.Rows:
		return f.filled(q, a)
	case questionnaire.Line:
	}
	return text
}

// ticked are the options of an answer, each with its number.
func (f *face) ticked(q *questionnaire.Question, a questionnaire.Answer) string {
	var out []string
	for i, o := range q.Options {
		if slices.Contains(a.Value.Set, o.ID) {
			out = append(out, f.p.Int(i+1)+", "+strings.TrimRight(f.p.Text(o.Text), "."))
		}
	}
	return strings.Join(out, "; ")
}

// filled are the values of the rows, each after number and name of its row, or the one value that all have.
func (f *face) filled(q *questionnaire.Question, a questionnaire.Answer) string {
	if f.alike(q, a) {
		return f.p.T("say.filled-all", "n", len(q.Rows), "v", f.inRow(q, a, q.Rows[0]))
	}
	var out []string
	for i, r := range q.Rows {
		out = append(out, f.p.T("say.filled", "n", i+1, "row", f.rowName(r), "v", f.inRow(q, a, r)))
	}
	return strings.Join(out, "; ")
}

// alike says whether all rows of a table have one value.
func (f *face) alike(q *questionnaire.Question, a questionnaire.Answer) bool {
	return len(q.Rows) > 1 && !slices.ContainsFunc(q.Rows, func(r questionnaire.Row) bool { return a.Value.Rows[r.ID] != a.Value.Rows[q.Rows[0].ID] })
}

// rowName is what a row is about, within a sentence.
func (f *face) rowName(r questionnaire.Row) string { return strings.TrimRight(f.p.Text(r.Text), ".") }

// inRow is the value of a row in words.
func (f *face) inRow(q *questionnaire.Question, a questionnaire.Answer, r questionnaire.Row) string {
	switch v := a.Value.Rows[r.ID]; v {
	case "":
		return f.p.T("state.open")
	case questionnaire.RowUnknown:
		return f.p.T("state.unknown")
	case questionnaire.RowNotApplicable:
		return f.p.T("state.na")
	default:
		return strings.TrimRight(f.p.Text(q.Option(v).Text), ".")
	}
}
