package report

import (
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring/offer"
)

// fieldKind is the detail that says what kind of project is planned.
const fieldKind = "project_kind"

// writtenFor says for whom the report is; "" where it is for everybody.
func (b *builder) writtenFor() string {
	if b.audience == nil {
		return ""
	}
	return b.Text(b.audience.Title)
}

// planned is what the company plans, in a sentence, as far as the audience sees it; "" where nothing is planned or told, and
// in a report for everybody, which has it in the list of details.
func (b *builder) planned() string {
	q := b.bank.Question(questionnaire.FieldProject)
	if b.audience == nil || q == nil || b.field(q.ID) == "" || b.a.Get(q).Value.Option == "none" {
		return ""
	}
	parts := filled(b.field(fieldKind))
	if costs := b.field(offer.FieldVolume); costs != "" {
		parts = append(parts, b.T("report.plan-costs", "sum", costs))
	}
	return strings.Join(append(parts, b.T("report.plan-state", "state", strings.TrimRight(b.field(q.ID), "."))), "; ")
}

// introduction are both for the top of the first page, which may give them up: the cover has them too.
func (b *builder) introduction() []Block {
	var facts Facts
	for _, f := range []Fact{{Name: b.T("report.for"), Text: b.writtenFor(), Spare: true}, {Name: b.T("report.plan"), Text: b.planned(), Spare: true}} {
		if f.Text != "" {
			facts = append(facts, f)
		}
	}
	if len(facts) == 0 {
		return nil
	}
	return []Block{facts}
}
