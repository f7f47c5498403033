package report

import (
	"fmt"
	"math/big"
	"strings"

	"digitalkompass/questionnaire"
)

// levels lists the stages with their minimums, or the bands of the total; nil where there are neither.
func (b *builder) levels() *Section {
	var facts Facts
	title := "report.bands"
	for _, s := range b.bank.Stages {
		title = "report.stages-plain"
		facts = append(facts, Fact{Name: fmt.Sprintf("%d\u00a0%s", s.Level, b.Text(s.Title)), Text: strings.Join(append([]string{b.start(s.From, s.Above)}, b.gates(s)...), ", ")})
	}
	if len(b.bank.Stages) == 0 {
		for _, x := range b.Own(b.bank.Policy.Total) {
			facts = append(facts, Fact{Name: b.Text(x.Title), Text: b.start(x.From, x.Above)})
		}
	}
	if len(facts) == 0 {
		return nil
	}
	return &Section{Title: b.T(title), Blocks: []Block{facts}}
}

// start is where a stage or band begins, in words where its border belongs to the one below.
func (b *builder) start(from *big.Rat, above bool) string {
	return b.T(either(above, "report.above", "report.from"), "p", b.Total().Number(from))
}

// gates are the minimums of a stage in short.
func (b *builder) gates(s questionnaire.Stage) []string {
	var out []string
	for _, g := range s.Gates {
		name := b.T("report.every")
		if g.Dimension != "" {
			_, short := b.bank.Called(g.Dimension)
			name = b.Text(short)
		}
		out = append(out, fmt.Sprintf("%s ≥\u00a0%s", name, b.gateGauge(g).Text(g.From)))
	}
	return out
}

func (b *builder) gateGauge(g questionnaire.Gate) Gauge {
	if g.Dimension == "" {
		return b.area(nil)
	}
	return b.Of(g.Dimension)
}
