package report

import (
	"strings"

	"digitalkompass/questionnaire"
)

// cover carries who, when, by which questions, and the profile without words.
func (b *builder) cover() Cover {
	c := Cover{Name: b.owner(), Stage: b.verdict(), Profile: Radar{Axes: b.bars(), Rings: b.rings()}}
	if f := b.field(questionnaire.FieldSector); f != "" {
		name, _, _ := strings.Cut(f, " – ") // the examples after the dash are for choosing
		c.Facts = append(c.Facts, name)
	}
	if f := b.field(questionnaire.FieldStaff); f != "" {
		c.Facts = append(c.Facts, b.T("report.staff", "x", f))
	}
	for _, f := range b.introduction() {
		for _, x := range f.(Facts) {
			c.Facts = append(c.Facts, b.T("report.named", "name", x.Name, "text", x.Text))
		}
	}
	c.Facts = append(c.Facts, b.T("report.as-of", "date", b.day()), b.T("report.path-"+string(b.a.Path)),
		b.T("report.bank", "name", b.Text(b.bank.About.Title), "v", b.bank.About.Version))
	if b.brand != nil {
		c.Facts = append(c.Facts, b.T("report.by", "name", b.brand.Name))
	}
	return c
}

// field is a profile answer in words, "" where there is none.
func (b *builder) field(id string) string {
	q := b.bank.Question(id)
	if q == nil || b.a.Get(q).State != questionnaire.Answered {
		return ""
	}
	return AnswerText(b.Printer, q, b.a.Get(q))
}
