package report

import (
	"math/big"
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// asked are the questions of one dimension that are asked or count as zero, a line each, and one for each part with a title.
func (b *builder) asked(dimension string) []scoring.Contribution {
	var out []scoring.Contribution
	for _, c := range Merged(b.r) {
		if c.Dimension == dimension && (c.Standing == questionnaire.Asked || c.Standing == questionnaire.ZeroCount) {
			out = append(out, c)
		}
	}
	return out
}

// Merged is a result's trail as people read it: a part with a title has a line of its own; points of the others of one
// question are added up, and a part without any leaves the line without.
func Merged(r *scoring.Result) []scoring.Contribution {
	var out []scoring.Contribution
	for _, c := range r.Trail {
		last := len(out) - 1
		if last < 0 || out[last].Question != c.Question || titled(r.Bank, c) || titled(r.Bank, out[last]) {
			out = append(out, c)
			continue
		}
		out[last] = joint(out[last], c)
	}
	return out
}

func titled(b *questionnaire.Bank, c scoring.Contribution) bool {
	return len(b.Question(c.Question).Wording.Parts[c.Part]) > 0
}

// Line is what a line of the trail is called in lists: the question, and the part if it has a title.
func (w Words) Line(c scoring.Contribution) string {
	q := w.r.Bank.Question(c.Question)
	if part := w.Text(q.Wording.Parts[c.Part]); part != "" {
		return w.T("word.part", "question", q.Wording.Short, "part", part)
	}
	return w.Text(q.Wording.Short)
}

func joint(a, c scoring.Contribution) scoring.Contribution {
	switch {
	case c.Treatment == scoring.Left:
		return a
	case a.Treatment == scoring.Left || c.Score == nil:
		return c
	case a.Score == nil:
		return a
	}
	a.Part = ""
	a.Earned, a.Possible = new(big.Rat).Add(a.Earned, c.Earned), new(big.Rat).Add(a.Possible, c.Possible)
	if a.Possible.Sign() > 0 {
		a.Score = new(big.Rat).Quo(a.Earned, a.Possible)
	}
	return a
}

// answers are all questions with their answers and notes.
func (b *builder) answers() *Part {
	if !b.audience.seesAnswers() {
		return b.companyPart()
	}
	t := Table{Columns: []Column{{Title: b.T("report.col-answer"), Share: 4}, {Title: b.T(either(b.bank.FivePoints(), "report.col-step", "report.col-points")), Share: 2}}}
	for _, d := range b.r.Dimensions {
		run := Run{Title: b.Text(d.Dimension.Title), Value: b.value(d.Span, b.Of(d.Dimension.ID)).Text}
		last := ""
		for _, c := range b.asked(d.Dimension.ID) {
			part := b.Text(b.bank.Question(c.Question).Wording.Parts[c.Part])
			if c.Question != last {
				run.Rows = append(run.Rows, b.answerRow(c, part == ""))
			}
			if last = c.Question; part != "" {
				strip := b.strip(c)
				run.Rows = append(run.Rows, []Cell{{Text: b.Line(c), Quiet: b.points(c)}, {Strip: &strip}})
			}
		}
		if len(run.Rows) > 0 {
			t.Runs = append(t.Runs, run)
		}
	}
	blocks := []Block{}
	if company := b.companyTable(); company != nil {
		blocks = append(blocks, *company)
	}
	if len(t.Runs) > 0 {
		blocks = append(blocks, t)
	}
	if len(blocks) == 0 {
		return nil
	}
	return b.part("answers", b.T("report.answers-head"), b.T(either(b.bank.FivePoints(), "report.answers-lead", "report.answers-points")), blocks...)
}

// answerRow is a question with its answer and, unless its parts follow, what the answer is worth.
func (b *builder) answerRow(c scoring.Contribution, worth bool) []Cell {
	q := b.shape(c.Question)
	a := b.a.Get(q)
	cell := Cell{Text: b.Text(q.Wording.Text), Quiet: AnswerText(b.Printer, q, a)}
	if c.Treatment == scoring.ZeroCounted {
		cell.Quiet = b.T("report.counts-zero")
	}
	said := []string{cell.Quiet}
	if text := b.unconfirmed(q, a); text != "" {
		said = append(said, text)
	}
	cell.Quiet = strings.Join(append(said, b.details(a, c, worth)...), " · ")
	cell.Note = b.said(q, a)
	if !worth {
		return []Cell{cell, {}}
	}
	strip := b.strip(c)
	return []Cell{cell, {Strip: &strip}}
}

// said is what was said of an answer besides: its target, where proof of it is, that it is put aside for later, the note.
func (b *builder) said(q *questionnaire.Question, a questionnaire.Answer) string {
	var out []string
	if t := q.Option(a.Target); t != nil {
		out = append(out, b.T("report.target", "text", strings.TrimRight(b.Text(t.Text), ".")))
	}
	if a.Evidence != "" {
		out = append(out, b.T("report.evidence", "text", strings.TrimRight(a.Evidence, ".")))
	}
	if a.Later {
		out = append(out, b.T("report.later"))
	}
	if a.Note != "" {
		out = append(out, b.T("report.note", "text", a.Note))
	}
	return strings.Join(out, " ")
}

// details are what some audiences see of an answer besides: its points, and what it is based on.
func (b *builder) details(a questionnaire.Answer, c scoring.Contribution, worth bool) []string {
	if b.audience == nil {
		return nil
	}
	var out []string
	if said := b.points(c); said != "" && worth {
		out = append(out, said)
	}
	if a.Confidence != "" {
		out = append(out, b.T("report.based-on", "how", b.T("sheet.sure-"+a.Confidence)))
	}
	return out
}

// points are what an answer earned of what was attainable, for an audience that sees the trail; else "".
func (b *builder) points(c scoring.Contribution) string {
	if b.audience == nil || !b.audience.Sees.Trail || c.Score == nil || c.Possible == nil {
		return ""
	}
	return b.T("word.points-of", "p", b.Trimmed(c.Earned, 2), "of", b.Trimmed(c.Possible, 2))
}

// companyPart are the details of the company alone, for an audience that sees no answers.
func (b *builder) companyPart() *Part {
	t := b.companyTable()
	if t == nil {
		return nil
	}
	part := b.part("answers", b.T("report.details-head"), b.T("report.details-lead"), *t)
	part.Name = b.T("report.details")
	return part
}

// given are the details given about the company, and those of which something was noted. Its name stands on the cover.
func (b *builder) given() []*questionnaire.Question {
	var out []*questionnaire.Question
	for _, q := range b.bank.Profile {
		if a := b.a.Get(q); b.said(q, a) != "" || a.State == questionnaire.Answered && q.ID != questionnaire.FieldName {
			out = append(out, q)
		}
	}
	return out
}

// companyTable are the details of the company.
func (b *builder) companyTable() *Table {
	run := Run{Title: b.T("report.company")}
	for _, q := range b.given() {
		a := b.a.Get(q)
		run.Rows = append(run.Rows, []Cell{{Text: b.Text(q.Wording.Text), Note: b.said(q, a)}, {Text: AnswerText(b.Printer, q, a), Quiet: b.unconfirmed(q, a)}})
	}
	if len(run.Rows) == 0 {
		return nil
	}
	return &Table{Columns: []Column{{Title: b.T("report.col-detail"), Share: 3}, {Title: b.T("report.col-said"), Share: 3}}, Runs: []Run{run}}
}

// glossary explains the terms of the questions that were asked, and of the module recommended.
func (b *builder) glossary() *Part {
	used := map[string]bool{}
	for _, d := range b.applying() {
		for _, c := range b.asked(d.Dimension.ID) {
			for _, t := range b.shape(c.Question).Wording.Terms {
				used[t] = true
			}
		}
	}
	if best := b.advice.Best(); best != nil && b.audience.HasPart("module") {
		for _, t := range best.Module.Terms {
			used[t] = true
		}
	}
	var facts Facts
	for _, t := range b.bank.Glossary {
		if used[t.ID] {
			facts = append(facts, Fact{Name: b.Text(t.Name), Text: b.Text(t.Text)})
		}
	}
	if len(facts) == 0 {
		return nil
	}
	slices.SortFunc(facts, func(x, y Fact) int { return b.Compare(x.Name, y.Name) })
	return b.part("glossary", b.T("report.glossary-head"), b.T("report.glossary-lead"), facts)
}
