package report

import (
	"math/big"
	"strings"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

// steps are the first n steps.
func (b *builder) steps(all []scoring.Step, n int) []scoring.Step { return all[:min(n, len(all))] }

// gain is the rise of the total in words, with one decimal: single measures move it by little. It tells the answer that
// the measure starts from, so that it is nothing for an audience that sees no answers.
func (b *builder) gain(g *big.Rat) string {
	if !b.audience.seesAnswers() {
		return ""
	}
	return b.T("report.gain", "x", strings.ReplaceAll(b.Gain(g), " ", "\u00a0"))
}

// helpName names what helps with a step first.
func (b *builder) helpName(s scoring.Step) string {
	if all := b.helpers(s); len(all) > 0 {
		return all[0].name
	}
	return b.T("report.own-work")
}

// funded says of a measure that there may be money for it; "" of any other.
func (b *builder) funded(m *questionnaire.Measure) string {
	if !b.advice.Funds(m) {
		return ""
	}
	return b.T("report.fundable")
}

// Horizons of the roadmap, in months.
const (
	monthsSoon = 3
	monthsMid  = 12
	monthsFar  = 24
)

// horizonEnds are the months at which each span of time begins, and the last one ends.
var horizonEnds = []int{0, monthsSoon, monthsMid, monthsFar}

// until is the day at which a span of the roadmap ends, counted from the day that the report is for.
func (b *builder) until(t scoring.Term) source.Day { return monthsOn(b.advice.Day, horizonEnds[t]) }

// from is the day at which it begins: help that is there until then comes too late for nobody.
func (b *builder) from(t scoring.Term) source.Day {
	return monthsOn(b.advice.Day, horizonEnds[max(t-scoring.Soon, 0)])
}

// monthsOn is the day so many months later; where that month has no such day, its last one.
func monthsOn(d source.Day, months int) source.Day {
	first := time.Date(d.Year, d.Month+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return source.Day{Year: first.Year(), Month: first.Month(), Day: min(d.Day, last)}
}

// roadmap puts the measures into three spans of time, by when to begin with them: the way to the next stage and small ones
// first, then the larger ones, then those that are expensive or take long.
func (b *builder) roadmap() *Part {
	if len(b.r.NextSteps) == 0 {
		return nil
	}
	var spans [3][]scoring.Step
	for _, s := range b.r.NextSteps {
		h := s.Begin - scoring.Soon
		if len(spans[h]) < roadmapRows {
			spans[h] = append(spans[h], s)
		}
	}
	names, ends := []string{"soon", "mid", "far"}, horizonEnds
	line, table := Timeline{}, Table{Columns: []Column{
		{Title: b.T("report.col-measure"), Share: 3}, {Title: b.T("report.col-effort"), Share: 1}, {Title: b.T("report.col-who"), Share: 2},
	}, Fill: []string{b.T("sheet.owner"), b.T("sheet.due")}}
	for i, n := range names {
		name := b.T("report.horizon-" + n)
		line.Spans = append(line.Spans, Span{Name: name, Text: b.T("report.measures-count", "n", len(spans[i])), From: ends[i], To: ends[i+1]})
		if len(spans[i]) > 0 {
			table.Runs = append(table.Runs, Run{Title: name, Value: b.T("report.months", "a", ends[i], "b", ends[i+1]), Rows: b.roadmapRows(spans[i])})
		}
	}
	line.Alt = b.T("report.timeline-alt", "a", len(spans[0]), "b", len(spans[1]), "c", len(spans[2]))
	lead := b.T(either(len(b.bank.Stages) > 0, "report.roadmap-lead", "report.roadmap-lead-scored"))
	_, after := b.ways()
	blocks := append(append(append(b.path(), line, table), after...), Paragraph{Voice: Quiet, Text: strings.Join(filled(b.T("report.roadmap-note"), b.targetNote()), " ")})
	return b.part("measures", b.T("report.roadmap-head"), lead, blocks...)
}

// roadmapRows bounds a span: more than this nobody takes on.
const roadmapRows = 6

func (b *builder) roadmapRows(steps []scoring.Step) [][]Cell {
	var rows [][]Cell
	for _, s := range steps {
		what := b.Text(s.Measure.What)
		if mark := b.targeted(s); mark != "" {
			what = capital(mark) + ". " + what
		}
		rows = append(rows, []Cell{
			{Text: b.Text(s.Measure.Title), Quiet: what},
			{Text: b.Effort(s.Effort), Quiet: b.T("report.cost-" + s.Measure.Cost.String())},
			{Text: b.Text(s.Measure.Who), Quiet: strings.Join(filled(b.T("report.helped", "name", b.helpName(s)), b.funded(s.Measure), b.ahead(s, b.helpName(s)), b.gain(s.Gain)), " ")},
		})
	}
	return rows
}
