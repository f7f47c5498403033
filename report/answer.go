package report

import (
	"math/big"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// AnswerText is an answer in words. q is the question as the company reads it.
func AnswerText(p *i18n.Printer, q *questionnaire.Question, a questionnaire.Answer) string {
	switch a.State {
	case questionnaire.Unknown:
		return p.T("report.answer-unknown")
	case questionnaire.NotApplicable:
		return p.T("report.answer-na")
	case questionnaire.Open, questionnaire.Skipped:
		return p.T("report.answer-open")
	case questionnaire.Answered:
	}
	switch q.Kind.Family() {
	case questionnaire.Figure:
		return figureText(p, q, a.Value)
	case questionnaire.AnyOf:
		var parts []string
		for _, id := range a.Value.Set {
			parts = append(parts, optionText(p, q, id))
		}
		return joined(p, parts)
	case questionnaire.Rows:
		var parts []string
		for _, r := range q.Rows {
			parts = append(parts, strings.TrimRight(p.Text(r.Text), ".")+": "+cellText(p, q, a.Value.Rows[r.ID]))
		}
		return joined(p, parts)
	case questionnaire.Line:
		return a.Value.Text
	case questionnaire.OneOf:
	}
	return optionText(p, q, a.Value.Option)
}

// joined sets parts in a row: whole sentences one after the other, all else with a sign between.
func joined(p *i18n.Printer, parts []string) string {
	if len(parts) == 0 {
		return p.T("report.answer-open")
	}
	var out strings.Builder
	for i, part := range parts {
		switch {
		case i == 0:
		case strings.HasSuffix(parts[i-1], "."):
			out.WriteString(" ")
		default:
			out.WriteString("; ")
		}
		out.WriteString(part)
	}
	return out.String()
}

func optionText(p *i18n.Printer, q *questionnaire.Question, id string) string {
	if o := q.Option(id); o != nil {
		return p.Text(o.Text)
	}
	return p.T("report.answer-open")
}

func cellText(p *i18n.Printer, q *questionnaire.Question, cell string) string {
	switch cell {
	case questionnaire.RowUnknown:
		return p.T("report.answer-unknown")
	case questionnaire.RowNotApplicable:
		return p.T("report.answer-na")
	}
	return optionText(p, q, cell)
}

// figureText is the figure with its unit, or the band in words.
func figureText(p *i18n.Printer, q *questionnaire.Question, v questionnaire.Value) string {
	if v.Figure == nil {
		return optionText(p, q, v.Option)
	}
	switch q.Kind {
	case questionnaire.Share:
		return p.Percent(v.Figure)
	case questionnaire.Money:
		cents := new(big.Int).Mul(v.Figure.Num(), big.NewInt(100))
		return p.Euro(cents.Quo(cents, v.Figure.Denom()).Int64())
	default: // a number with its own unit
	}
	if q.ID == questionnaire.FieldFounded {
		return v.Figure.RatString()
	}
	return p.Number(v.Figure) + "\u00a0" + p.Text(q.Wording.UnitOf(v.Figure))
}
