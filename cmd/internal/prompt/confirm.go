package prompt

import (
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
)

// confirm is an answer with its number, so that what was heard can be compared with what was typed.
func (f *face) confirm(q *questionnaire.Question, a questionnaire.Answer) string {
	text := strings.TrimRight(report.AnswerText(f.p, q, a), ".")
	if a.State == questionnaire.Skipped && q.Asking.Optional {
		return f.p.T("opt.refuse")
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

// filled are the values of the rows, each with the number of its row.
func (f *face) filled(q *questionnaire.Question, a questionnaire.Answer) string {
	var out []string
	for i, r := range q.Rows {
		value := "state.open"
		switch v := a.Value.Rows[r.ID]; {
		case v == questionnaire.RowUnknown:
			value = "state.unknown"
		case v == questionnaire.RowNotApplicable:
			value = "state.na"
		case v != "":
			out = append(out, f.p.T("say.filled", "n", i+1, "v", strings.TrimRight(f.p.Text(q.Option(v).Text), ".")))
			continue
		}
		out = append(out, f.p.T("say.filled", "n", i+1, "v", i18n.Key(value)))
	}
	return strings.Join(out, ", ")
}
