package report

import (
	"slices"
	"strings"

	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// shown is how many strengths, gaps and next steps the summary names.
const shown = 3

// summary is the one page for the reader in a hurry.
func (b *builder) summary() *Part {
	blocks := []Block{b.ladder()}
	if s := b.strengthsAndGaps(); s != nil {
		blocks = append(blocks, s)
	}
	if s := b.blocking(); s != nil {
		blocks = append(blocks, s)
	}
	blocks = append(blocks, b.card())
	if steps := b.steps(b.r.NextSteps, shown); len(steps) > 0 {
		blocks = append(blocks, Section{Title: b.T("report.next-steps"), Blocks: []Block{b.stepTable(steps)}})
	} else {
		blocks = append(blocks, Section{Title: b.T("report.next-steps"), Blocks: []Block{Paragraph{Voice: Quiet, Text: b.T("report.no-steps")}}})
	}
	p := b.part("summary", b.verdict(), b.verdictReason(), blocks...)
	p.OnePage = true
	return p
}

func (b *builder) verdict() string {
	if b.r.Stage.Level == 0 {
		return b.T("report.verdict-none")
	}
	return b.T("report.verdict", "n", b.r.Stage.Level, "m", len(b.bank.Stages), "name", b.stageName(b.r.Stage.Level))
}

func (b *builder) verdictReason() string {
	if b.r.Stage.Level == 0 {
		return b.lackingText()
	}
	points := b.T("report.points", "p", b.Points(b.r.Total.Score))
	next := b.r.StageOf(b.r.Stage.Level + 1)
	if next == nil {
		return points + " " + b.T("report.top") + " " + b.certainty()
	}
	var held []string
	for _, x := range b.r.BlockedBy {
		if x.Dimension != "" {
			held = append(held, b.Text(b.bank.Dimension(x.Dimension).Title))
		}
	}
	reaches := b.r.Total.Score.Cmp(next.From) >= 0
	switch {
	case reaches && len(held) > 0:
		points += " " + b.T("report.held", "n", next.Level, "areas", strings.Join(held, ", "))
	default:
		points += " " + b.T("report.next-from", "n", next.Level, "p", b.Points(next.From))
	}
	return points + " " + b.certainty()
}

// certainty says whether missing answers could change the stage.
func (b *builder) certainty() string {
	c := b.r.Coverage
	switch {
	case c.Unknown+c.Open == 0:
		return b.T("report.complete")
	case b.r.Certain:
		return b.T("report.certain", "n", c.Unknown+c.Open)
	}
	return b.T("report.uncertain", "n", c.Unknown+c.Open, "a", b.r.Stage.Low, "b", b.r.Stage.High)
}

func (b *builder) lackingText() string {
	if b.r.Coverage.Answered == 0 {
		return b.T("report.nothing", "n", b.r.Coverage.Asked)
	}
	var parts []string
	for _, l := range b.r.Lacking {
		parts = append(parts, b.T("report.lacks", "area", b.bank.Dimension(l.Dimension).Title, "n", l.Missing))
	}
	return b.T("report.lacking", "list", strings.Join(parts, ", "))
}

func (b *builder) ladder() Ladder {
	l := Ladder{Score: b.value(b.r.Total), Alt: b.verdict() + ". " + b.verdictReason()}
	for _, s := range b.bank.Stages {
		l.Stages = append(l.Stages, LadderStage{Level: s.Level, Name: b.Text(s.Title), From: float(s.From), Reached: s.Level <= b.r.Stage.Level, Here: s.Level == b.r.Stage.Level})
	}
	for _, x := range b.r.BlockedBy {
		if x.Dimension != "" && b.r.Total.Score.Cmp(b.r.StageOf(x.Stage).From) >= 0 {
			l.Held = append(l.Held, b.T("report.held-by", "area", b.bank.Dimension(x.Dimension).Short, "p", b.Points(x.Has.Score), "q", b.Points(x.Needs)))
		}
	}
	return l
}

// strengthsAndGaps needs enough dimensions with a score that none is named twice.
func (b *builder) strengthsAndGaps() Block {
	known := slices.DeleteFunc(b.applying(), func(d scoring.DimensionResult) bool { return d.Span.Score == nil })
	if len(known) < 2 {
		return nil
	}
	slices.SortStableFunc(known, func(x, y scoring.DimensionResult) int { return y.Span.Score.Cmp(x.Span.Score) })
	n := min(shown, len(known)/2)
	best, worst := Ranking{Title: b.T("report.strengths")}, Ranking{Title: b.T("report.gaps")}
	for i := range n {
		best.Rows = append(best.Rows, b.bar(known[i]))
		worst.Rows = append(worst.Rows, b.bar(known[len(known)-1-i]))
	}
	return Section{Title: b.T("report.strengths-gaps"), Blocks: []Block{Columns{Left: []Block{best}, Right: []Block{worst}}}}
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
	if b.r.Total.Score.Cmp(next.From) < 0 {
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
	return b.statement(b.T("report.total"), scoring.Block{Needs: b.r.StageOf(level).From, Has: b.r.Total})
}

func (b *builder) gateLine(g scoring.Block) Statement {
	return b.statement(b.Text(b.bank.Dimension(g.Dimension).Title), g)
}

func (b *builder) statement(name string, g scoring.Block) Statement {
	has := b.value(g.Has)
	switch {
	case g.Has.Score == nil:
		return Statement{Status: Undecided, Text: b.T("report.gate-open", "area", name, "range", has.Range, "q", b.Points(g.Needs))}
	case g.Has.Score.Cmp(g.Needs) < 0:
		return Statement{Status: Unmet, Strong: true, Text: b.T("report.gate-unmet", "area", name, "p", has.Text, "q", b.Points(g.Needs))}
	}
	return Statement{Status: Met, Text: b.T("report.gate-met", "area", name, "p", has.Text, "q", b.Points(g.Needs))}
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
