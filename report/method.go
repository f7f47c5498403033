package report

import (
	"fmt"
	"strings"

	"digitalkompass/scoring/offer"
)

// method explains the arithmetic and its limits, with this report's own numbers.
func (b *builder) method() *Part {
	var blocks []Block
	for _, name := range []string{"question", "dimension", "total", "stage", "range", "module", "limits"} {
		section := Section{Title: b.T("report.method-" + name), Blocks: []Block{Paragraph{Text: b.T("report.method-" + name + "-text")}}}
		if here := b.here(name); here != "" {
			section.Blocks = append(section.Blocks, Paragraph{Voice: Quiet, Text: here})
		}
		blocks = append(blocks, section)
	}
	blocks = append(blocks, b.stageTable())
	return b.part("method", b.T("report.method-head"), b.T("report.method-lead", "maker", b.T("report.bank", "name", b.Text(b.bank.About.Title), "v", b.bank.About.Version)), blocks...)
}

// here is a rule worked out with this report's numbers.
func (b *builder) here(rule string) string {
	if b.r.Total.Score == nil {
		return ""
	}
	switch rule {
	case "total":
		var parts []string
		for _, d := range b.applying() {
			parts = append(parts, b.Rounded(d.Span.Score, 1))
		}
		return b.T("report.here-total", "sum", strings.Join(parts, " + "), "n", len(parts), "p", b.Rounded(b.r.Total.Score, 1))
	case "range":
		c := b.r.Coverage
		if c.Unknown+c.Open == 0 {
			return ""
		}
		return b.T("report.here-range", "n", c.Unknown+c.Open, "a", b.Points(b.r.Total.Low), "b", b.Points(b.r.Total.High))
	}
	return ""
}

func (b *builder) stageTable() Table {
	t := Table{Columns: []Column{{Title: b.T("report.col-stage"), Share: 2}, {Title: b.T("report.col-from"), Share: 1, Right: true}, {Title: b.T("report.col-gates"), Share: 3}}}
	run := Run{Title: b.T("report.stages")}
	for _, s := range b.bank.Stages {
		var gates []string
		for _, g := range s.Gates {
			name := b.T("report.every")
			if d := b.bank.Dimension(g.Dimension); d != nil {
				name = b.Text(d.Short)
			}
			gates = append(gates, fmt.Sprintf("%s ≥\u00a0%s", name, b.Points(g.From)))
		}
		text := strings.Join(gates, ", ")
		if text == "" {
			text = b.T("report.no-gates")
		}
		run.Rows = append(run.Rows, []Cell{{Text: fmt.Sprintf("%d\u00a0%s", s.Level, b.Text(s.Title)), Quiet: b.Text(s.Summary)}, {Text: b.Points(s.From)}, {Text: text}})
	}
	t.Runs = []Run{run}
	return t
}

// sources lists where every fact about the programmes named comes from, with its date.
func (b *builder) sources() *Part {
	var blocks []Block
	named := map[string]bool{}
	add := func(o offer.OfferAdvice) {
		if named[o.Offer.ID] || o.Status == offer.StatusEnded {
			return
		}
		named[o.Offer.ID] = true
		var facts Facts
		for _, s := range o.Offer.Sources {
			date := b.Text(s.Date)
			if date == "" {
				date = b.T("source.undated")
			}
			facts = append(facts, Fact{Name: b.T("source." + s.Kind.String()), Text: b.Text(s.Ref) + " (" + date + ")"})
		}
		blocks = append(blocks, Section{Title: b.Text(o.Offer.Name), Blocks: []Block{facts}})
	}
	if best := b.advice.Best(); best != nil {
		for _, o := range best.Offers {
			add(o)
		}
	}
	for _, o := range b.advice.Beside {
		add(o)
	}
	if len(blocks) == 0 {
		return nil
	}
	return b.part("sources", b.T("report.sources-head"), b.T("report.sources-lead", "date", b.advice.AsOf, "day", b.advice.Day), blocks...)
}
