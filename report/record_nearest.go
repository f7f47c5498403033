package report

import (
	"encoding/json"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring/offer"
)

func recordNearest(n *offer.Nearest, p *i18n.Printer) *RecordNearest {
	if n == nil {
		return nil
	}
	out := &RecordNearest{Text: n.In(p), Changes: []RecordChange{}, Never: []string{}}
	for _, c := range n.Changes {
		out.Changes = append(out.Changes, RecordChange{c.Field.ID, recordValue(c.From), recordValue(c.To), c.By.String(), c.Reason.In(p)})
	}
	for _, r := range n.Never {
		out.Never = append(out.Never, r.Code)
	}
	return out
}

// recordValue is an answer as in an assessment, nil where there is none.
func recordValue(a questionnaire.Answer) any {
	switch v := a.Value; {
	case a.State != questionnaire.Answered:
		return nil
	case v.Figure == nil:
		return v.Option
	case v.Figure.IsInt():
		return json.Number(i18n.HalfUp(v.Figure, 0))
	default:
		return json.Number(i18n.HalfUp(v.Figure, 2))
	}
}
