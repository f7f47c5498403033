package report

import (
	"math/big"
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// verdict is the result in one line: the stage, without one the points.
func (b *builder) verdict() string {
	switch {
	case b.r.Stage.Level > 0:
		key := either(b.Outlook().Provisional, "report.verdict-provisional", "report.verdict")
		return b.T(key, "n", b.r.Stage.Level, "m", len(b.bank.Stages), "name", b.Text(b.r.StageOf(b.r.Stage.Level).Title))
	case b.r.Total.Score != nil:
		return b.reached()
	case b.Surely():
		return b.T("report.verdict-points")
	case len(b.bank.Stages) > 0:
		return b.T("report.verdict-none")
	}
	return b.T("report.verdict-unscored")
}

// reached is the total without a stage, with the names of its bands.
func (b *builder) reached() string {
	text := b.Total().OfTop(b.r.Total.Score)
	if bands := b.Bands(b.r.Node("")); len(bands) > 0 {
		text += ": " + strings.Join(bands, ", ")
	}
	return text
}

func (b *builder) verdictReason() string {
	switch {
	case b.r.Total.Score == nil:
		return b.lackingText()
	case b.r.Stage.Level == 0:
		return b.certainty()
	}
	total := b.Total()
	points := total.OfTop(b.r.Total.Score) + "."
	if text := b.Close(); text != "" {
		points += " " + text
	}
	next := b.r.StageOf(b.r.Stage.Level + 1)
	if next == nil {
		return points + " " + b.T("report.top") + " " + b.certainty()
	}
	var held []string
	for _, x := range b.r.BlockedBy {
		if x.Dimension != "" {
			held = append(held, b.title(x.Dimension))
		}
	}
	switch {
	case next.Reaches(b.r.Total.Score) && len(held) > 0:
		points += " " + b.T("report.held", "n", next.Level, "areas", strings.Join(held, ", "))
	case next.Above:
		points += " " + b.T("report.next-above", "n", next.Level, "p", total.Number(next.From))
	default:
		points += " " + b.T("report.next-from", "n", next.Level, "p", total.Number(next.From))
	}
	return points + " " + b.certainty()
}

// title is the name of a dimension, group or result.
func (b *builder) title(id string) string {
	title, _ := b.bank.Called(id)
	return b.Text(title)
}

// certainty says whether missing answers, or questions that were not asked, could change the stage, or without one the
// points, and how many answers are older than the report.
func (b *builder) certainty() string {
	text, holds, n := b.missing(), b.IfHolds(), b.r.Coverage.Unknown+b.r.Coverage.Open
	switch {
	case b.r.Carried.N == 0:
		return text
	case holds == "" || b.Provisional() != "":
		return text + " " + b.T("report.carried-short", "n", b.r.Carried.N)
	case n > 0:
		return holds + " " + b.T("report.besides", "n", n)
	}
	return text + " " + holds
}

func (b *builder) missing() string {
	c := b.r.Coverage
	n := c.Unknown + c.Open
	if text := b.Provisional(); text != "" {
		if n > 0 {
			text += " " + b.T("report.besides", "n", n)
		}
		return text
	}
	switch {
	case n == 0 && b.a.Path != questionnaire.Full && b.r.Stage.Level > 0:
		return b.T("report.settled")
	case n == 0:
		return b.T("report.complete")
	case b.r.Stage.Level == 0 && b.r.Total.Sure():
		return b.T("report.points-certain", "n", n)
	case b.r.Stage.Level == 0:
		return b.T("report.points-uncertain", "n", n, "range", b.Total().Range(b.r.Total.Low, b.r.Total.High))
	case b.r.Certain:
		return b.T("report.certain", "n", n)
	}
	return b.T("report.uncertain", "n", n, "a", b.r.Stage.Low, "b", b.r.Stage.High)
}

// lackingText says which answers keep a result away.
func (b *builder) lackingText() string {
	staged := len(b.bank.Stages) > 0
	if b.r.Coverage.Answered == 0 {
		return b.T(either(staged, "report.nothing", "report.nothing-scored"), "n", b.r.Coverage.Asked)
	}
	var parts []string
	for _, l := range b.r.Lacking {
		parts = append(parts, b.T("report.lacks", "area", b.title(l.Dimension), "n", l.Missing))
	}
	var out []string
	if len(parts) > 0 {
		key := either(staged, "report.lacking", "report.lacking-scored")
		if b.Surely() {
			key = "report.lacking-points"
		}
		out = append(out, b.T(key, "list", strings.Join(parts, ", ")))
	}
	if must := b.Required(); must != "" {
		out = append(out, must)
	}
	if len(out) == 0 {
		out = append(out, b.T("report.lacking-answers", "n", b.r.Coverage.Unknown+b.r.Coverage.Open))
	}
	return strings.TrimSpace(strings.Join(append(out, b.Open()), " "))
}

func either(first bool, a, b string) string {
	if first {
		return a
	}
	return b
}

// standing shows where the company stands: on the ladder of stages, else on the bands of the total, else as a bar.
func (b *builder) standing() []Block {
	v := b.value(b.r.Total, b.Total())
	alt := strings.TrimRight(b.verdict(), ".") + ". " + b.verdictReason()
	if len(b.bank.Stages) > 0 {
		return []Block{b.ladder(v, alt)}
	}
	if bands := b.Own(b.bank.Policy.Total); len(bands) > 1 {
		scale := b.scaled(v, b.Total(), bandBorders(bands), alt)
		for i, x := range bands {
			if slices.Contains(b.r.Node("").Bands, x.ID) {
				scale.Here = i + 1
			}
		}
		return []Block{scale}
	}
	top := Axis{Top: b.Total().Number(b.Total().Top), Ticks: []Tick{{0, b.Number(new(big.Rat))}}}
	return []Block{Bars{Rows: []Bar{{Name: b.T("report.total"), Short: b.T("report.total"), Value: v}}, Axis: top, Alt: alt}}
}

func (b *builder) ladder(v Value, alt string) Ladder {
	total := b.Total()
	l := Ladder{Score: v, Top: total.Number(total.Top), Alt: alt}
	if v.Known {
		l.Score.Text = total.Number(b.r.Total.Score)
	}
	for _, s := range b.bank.Stages {
		l.Stages = append(l.Stages, LadderStage{
			Level: s.Level, Name: b.Text(s.Title), From: total.Share(s.From), Start: total.Number(s.From), Reached: s.Level <= b.r.Stage.Level, Here: s.Level == b.r.Stage.Level,
		})
	}
	for _, x := range b.r.BlockedBy {
		if x.Dimension != "" && b.r.StageOf(x.Stage).Reaches(b.r.Total.Score) {
			_, short := b.bank.Called(x.Dimension)
			g := b.Of(x.Dimension)
			l.Held = append(l.Held, b.T("report.held-by", "area", short, "p", g.Number(x.Has.Score), "q", g.Number(x.Needs)))
		}
	}
	return l
}

// scaled is a value on the scale of its levels.
func (b *builder) scaled(v Value, g Gauge, levels []border, alt string) Scale {
	out := Scale{Value: v, Alt: alt}
	for _, x := range levels {
		out.Levels, out.Bounds = append(out.Levels, b.Text(x.title)), append(out.Bounds, g.Share(x.from))
	}
	return out
}

// further are the results beside the total.
func (b *builder) further() Block {
	var facts Facts
	for _, n := range b.Further() {
		facts = append(facts, Fact{Name: b.Text(n.Node.Title), Text: b.nodeText(n)})
	}
	if len(facts) == 0 {
		return nil
	}
	return Section{Title: b.T("report.further"), Blocks: []Block{facts}}
}

// nodeText is a node's score with its range and the names of its bands.
func (b *builder) nodeText(n *scoring.NodeResult) string {
	v := b.value(n.Span, b.Of(n.Node.ID))
	parts := append(b.Words.Bands(n), v.Text)
	if v.Range != "" {
		parts = append(parts, b.T("pdf.possible", "range", v.Range))
	}
	return strings.Join(parts, ", ")
}
