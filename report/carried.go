package report

import (
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// Carried says how many answers were taken over from earlier assessments and not confirmed; "" where none was.
func (w Words) Carried() string {
	c, given := w.r.Carried, w.r.Coverage.Asked-w.r.Coverage.Open
	switch {
	case c.N == 0:
		return ""
	case c.From == c.To:
		return w.T("report.carried", "n", c.N, "m", given, "date", c.To)
	}
	return w.T("report.carried-days", "n", c.N, "m", given, "a", c.From, "b", c.To)
}

// IfHolds says of a stage that is certain by the answers that it is only so if those taken over still hold; "" where none
// waits to be confirmed, or where the stage is not certain.
func (w Words) IfHolds() string {
	s := w.r.StageOf(w.r.Stage.Level)
	if w.r.Carried.N == 0 || s == nil || !w.r.Certain {
		return ""
	}
	return w.T("word.if-holds", "n", w.r.Carried.N, "stage", s.Level, "name", s.Title)
}

// unconfirmed is the sign at an answer that was taken over and not confirmed; "" at any other.
func (b *builder) unconfirmed(q *questionnaire.Question, a questionnaire.Answer) string {
	day := fromDay(q, a)
	if day.IsZero() {
		return ""
	}
	return b.T("report.unconfirmed", "date", day)
}

// unknownChange says, in a comparison, of how many answers nobody has asked whether they still hold; "" where of none.
func (b *builder) unknownChange() string {
	text := b.Carried()
	if text == "" {
		return ""
	}
	return " " + text + " " + b.T("change.carried")
}

// fromDay is the day that an answer was taken over from, as long as nobody has confirmed it; else no date.
func fromDay(q *questionnaire.Question, a questionnaire.Answer) source.Day {
	if !questionnaire.Unconfirmed(q, a) {
		return source.Day{}
	}
	return a.Carried
}
