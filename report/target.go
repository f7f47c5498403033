package report

import (
	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// target is the option that the company aims for at the question that a step improves, as far as the audience sees it; nil
// where there is none, or where the answer is that good already.
func (b *builder) target(s scoring.Step) *questionnaire.Option {
	q := b.shape(s.Question.ID)
	for _, c := range b.r.Trail {
		if c.Question != q.ID {
			continue
		}
		if aim := b.aim(c); aim != nil && (c.Score == nil || c.Earned.Cmp(aim) < 0) {
			return q.Option(b.a.Get(q).Target)
		}
	}
	return nil
}

// targeted is the mark of a step that leads to a target, "" for any other.
func (b *builder) targeted(s scoring.Step) string {
	if b.target(s) == nil {
		return ""
	}
	return b.T("report.your-target")
}

// markedTitle is what a step is called, with the mark behind it.
func (b *builder) markedTitle(s scoring.Step) string {
	title := b.Text(s.Measure.Title)
	if mark := b.targeted(s); mark != "" {
		title = b.T("report.your-target-title", "title", title, "mark", mark)
	}
	return title
}

// targetNote explains the mark, "" where no step has it.
func (b *builder) targetNote() string {
	for _, s := range b.r.NextSteps {
		if b.target(s) != nil {
			return b.T("report.your-target-note", "mark", capital(b.T("report.your-target")))
		}
	}
	return ""
}
