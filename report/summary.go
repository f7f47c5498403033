package report

import (
	"math/big"
	"slices"
	"strings"

	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// shown is how many strengths, gaps and next steps the summary names.
const shown = 3

// summary is the one page for the reader in a hurry.
func (b *builder) summary() *Part {
	blocks := b.notice()
	blocks = append(blocks, b.standing()...)
	for _, s := range []Block{b.strengthsAndGaps(), b.blocking(), b.further()} {
		if s != nil {
			blocks = append(blocks, s)
		}
	}
	if len(b.bank.Modules) > 0 {
		blocks = append(blocks, b.card())
	}
	if b.bank.HasMeasures() {
		blocks = append(blocks, Section{Title: b.T("report.next-steps"), Blocks: b.firstSteps()})
	}
	p := b.part("summary", b.verdict(), b.verdictReason(), blocks...)
	p.OnePage = true
	return p
}

// notice is what the bank wants said with every result.
func (b *builder) notice() []Block {
	if text := b.Text(b.bank.About.Notice); text != "" {
		return []Block{Paragraph{Text: text}}
	}
	return nil
}

// firstSteps say what leads to the next stage and list the first of it.
func (b *builder) firstSteps() []Block {
	steps := b.steps(b.r.NextSteps, shown)
	if len(steps) == 0 {
		key := "report.no-steps"
		if c := b.r.Coverage; c.Unknown+c.Open == 0 {
			key = "report.all-done"
		}
		return []Block{Paragraph{Voice: Quiet, Text: b.T(key)}}
	}
	out := b.wayBlocks()
	return append(out, b.stepTable(steps))
}

func (b *builder) wayBlocks() []Block {
	var out []Block
	for _, s := range b.Ways() {
		out = append(out, Paragraph{Text: s})
	}
	return out
}

func (b *builder) verdict() string {
	switch {
	case b.r.Stage.Level > 0:
		return b.T("report.verdict", "n", b.r.Stage.Level, "m", len(b.bank.Stages), "name", b.Text(b.r.StageOf(b.r.Stage.Level).Title))
	case b.r.Total.Score != nil:
		return b.reached()
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

// certainty says whether missing answers could change the stage, or without one the points.
func (b *builder) certainty() string {
	c := b.r.Coverage
	n := c.Unknown + c.Open
	switch {
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
		out = append(out, b.T(either(staged, "report.lacking", "report.lacking-scored"), "list", strings.Join(parts, ", ")))
	}
	if must := b.Required(); must != "" {
		out = append(out, must)
	}
	if len(out) == 0 {
		return b.T("report.lacking-answers", "n", b.r.Coverage.Unknown+b.r.Coverage.Open)
	}
	return strings.Join(out, " ")
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
	alt := b.verdict() + ". " + b.verdictReason()
	if len(b.bank.Stages) > 0 {
		return []Block{b.ladder(v, alt)}
	}
	if bands := b.bank.Policy.Total.Bands; len(bands) > 1 {
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
	v := b.value(n.Span, b.Area(n.Of))
	parts := append(b.Words.Bands(n), v.Text)
	if v.Range != "" {
		parts = append(parts, b.T("pdf.possible", "range", v.Range))
	}
	return strings.Join(parts, ", ")
}

// strengthsAndGaps needs enough dimensions with a score that none is named twice.
func (b *builder) strengthsAndGaps() Block {
	known := slices.DeleteFunc(b.applying(), func(d scoring.DimensionResult) bool { return d.Span.Score == nil })
	if len(known) < 2 {
		return nil
	}
	slices.SortStableFunc(known, func(x, y scoring.DimensionResult) int { return compareShares(&y, &x) })
	n := min(shown, len(known)/2)
	best, worst := Ranking{Title: b.T("report.strengths")}, Ranking{Title: b.T("report.gaps")}
	for i := range n {
		best.Rows = append(best.Rows, b.bar(known[i]))
		worst.Rows = append(worst.Rows, b.bar(known[len(known)-1-i]))
	}
	return Section{Title: b.T("report.strengths-gaps"), Blocks: []Block{Columns{Left: []Block{best}, Right: []Block{worst}}}}
}

// compareShares orders dimensions by how much of their scale they reach; both have a score.
func compareShares(x, y *scoring.DimensionResult) int {
	a, b := x.Share(), y.Share()
	if a == nil || b == nil {
		return 0
	}
	return a.Cmp(b)
}

// blocking lists what the next stage asks for, met or not.
func (b *builder) blocking() Block {
	next := b.r.StageOf(b.r.Stage.Level + 1)
	if next == nil || b.r.Stage.Level == 0 {
		return nil
	}
	title := b.T("report.gates-of", "n", next.Level)
	if len(b.r.BlockedBy) > 0 {
		title = b.T("report.blocks", "n", next.Level)
	}
	var blocks []Block
	if !next.Reaches(b.r.Total.Score) {
		blocks = append(blocks, b.totalLine(next.Level))
	}
	for _, g := range b.r.Gates(next.Level) {
		blocks = append(blocks, b.gateLine(g))
	}
	for _, x := range b.r.BlockedBy { // gates on every dimension, where one is missed
		if x.Dimension != "" && !slices.ContainsFunc(b.r.Gates(next.Level), func(g scoring.Block) bool { return g.Dimension == x.Dimension }) {
			blocks = append(blocks, b.gateLine(x))
		}
	}
	return Section{Title: title, Blocks: blocks}
}

func (b *builder) totalLine(level int) Statement {
	return b.statement(b.T("report.total"), b.Total(), scoring.Block{Needs: b.r.StageOf(level).From, Has: b.r.Total})
}

func (b *builder) gateLine(g scoring.Block) Statement {
	return b.statement(b.title(g.Dimension), b.Of(g.Dimension), g)
}

func (b *builder) statement(name string, gauge Gauge, g scoring.Block) Statement {
	has, needs := b.value(g.Has, gauge), gauge.Text(g.Needs)
	switch {
	case g.Has.Score == nil:
		return Statement{Status: Undecided, Text: b.T("report.gate-open", "area", name, "range", has.Range, "q", needs)}
	case g.Has.Score.Cmp(g.Needs) < 0:
		return Statement{Status: Unmet, Strong: true, Text: b.T("report.gate-unmet", "area", name, "p", has.Text, "q", needs)}
	}
	return Statement{Status: Met, Text: b.T("report.gate-met", "area", name, "p", has.Text, "q", needs)}
}

// card names the module, whether it is open, what comes first and what comes instead.
func (b *builder) card() Card {
	best := b.advice.Best()
	if best == nil {
		return Card{Title: b.T("report.module"), Blocks: []Block{Paragraph{Text: b.T("reason.no-module")}}}
	}
	blocks := []Block{Paragraph{Voice: Strong, Text: b.Text(best.Module.Title)}}
	lead := leading(best)
	status := b.Text(lead.Offer.Validity.Text)
	if name := b.Text(lead.Offer.Name); name != b.Text(best.Module.Title) {
		status = name + ". " + status
	}
	blocks = append(blocks, Statement{Status: statusOf(lead), Text: status})
	facts := Facts{{Name: b.T("report.as-of-short"), Text: b.T("report.check-first", "date", lead.Offer.Validity.AsOf)}}
	if other := best.Best(); other != nil && other.Offer != lead.Offer {
		facts = append(facts, Fact{Name: b.T("report.otherwise"), Text: b.Text(other.Offer.Name) + ". " + b.Text(other.Offer.Validity.Text)})
	}
	if e := lead.Estimate; e != nil && e.Known {
		facts = append(facts, Fact{Name: b.T("report.grant"), Text: b.estimate(*e)})
	}
	if b.r.SecurityFirst() {
		facts = append(facts, Fact{Name: b.T("report.first"), Text: b.T("reason.security-first")})
	}
	return Card{Title: b.T("report.module"), Blocks: append(blocks, facts)}
}

// leading is the offer that a module is known by: the one named like it where that is not closed, else the first.
func leading(m *offer.ModuleAdvice) *offer.OfferAdvice {
	for i := range m.Offers {
		if o := &m.Offers[i]; o.Offer.ID == m.Module.ID && o.Status != offer.StatusEnded && o.Eligible != offer.No {
			return o
		}
	}
	return m.Best()
}

// statusOf is whether an offer is known to be open.
func statusOf(o *offer.OfferAdvice) Status {
	switch o.Status {
	case offer.StatusOpen:
		return Met
	case offer.StatusEnded, offer.StatusAnnounced:
		return Unmet
	case offer.StatusUnclear:
	}
	return Undecided
}

func (b *builder) estimate(e offer.Estimate) string {
	if e.Planned > 0 {
		return b.T("report.estimate", "x", b.Euro(e.UpTo), "y", b.Euro(e.Planned))
	}
	return b.T("report.estimate-band", "x", b.Euro(e.UpTo), "y", e.Band)
}
