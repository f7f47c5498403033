package sense

import (
	"slices"
	"strings"

	"digitalkompass/questionnaire"
)

// maxShown is how many answers of a witness are written out.
const maxShown = 8

// words writes answers as an author would set them: question=option, question.row=option, several ticks with a plus.
func (c *checker) words(a *questionnaire.Assessment, but ...string) string {
	var out []string
	for _, q := range c.index.Items {
		if ans := a.Get(q); !slices.Contains(but, q.ID) && (ans.State == questionnaire.Answered || ans.State == questionnaire.NotApplicable) {
			out = append(out, said(q, ans)...)
		}
	}
	if len(out) > maxShown {
		out = append(out[:maxShown], "…")
	}
	return strings.Join(out, ", ")
}

// orDash is a witness, or a dash where no answer matters.
func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}

// said writes one answer.
func said(q *questionnaire.Question, a questionnaire.Answer) []string {
	v := a.Value
	switch {
	case a.State == questionnaire.NotApplicable:
		return []string{q.ID + "=not-applicable"}
	case len(v.Set) > 0:
		return []string{q.ID + "=" + strings.Join(v.Set, "+")}
	case v.Figure != nil:
		digits, _ := v.Figure.FloatPrec()
		return []string{q.ID + "=" + v.Figure.FloatString(digits)}
	case v.Option != "":
		return []string{q.ID + "=" + v.Option}
	}
	var out []string
	for _, r := range q.Rows {
		if w := v.Rows[r.ID]; w != "" {
			out = append(out, q.ID+"."+r.ID+"="+strings.ReplaceAll(w, "_", "-"))
		}
	}
	return out
}
