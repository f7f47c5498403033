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
	blocks := append(b.introduction(), b.notice()...)
	blocks = append(blocks, b.standing()...)
	for _, s := range []Block{b.strengthsAndGaps(), b.blocking(), b.further()} {
		if s != nil {
			blocks = append(blocks, s)
		}
	}
	if len(b.bank.Modules) > 0 && b.audience.HasPart("module") {
		blocks = append(blocks, b.card())
	}
	if b.bank.HasMeasures() {
		blocks = append(blocks, Section{Title: b.T("report.first-step"), Blocks: b.firstStep()})
	}
	p := b.part("summary", b.verdict(), b.verdictReason(), blocks...)
	p.OnePage = true
	return p
}

// notice is what the bank wants said with every result.
func (b *builder) notice() []Block {
	if text := b.Text(b.bank.About.Notice); text != "" {
		return []Block{Paragraph{Voice: Quiet, Text: text}}
	}
	return nil
}

// firstStep is what to do first: until when, who, and whom to ask for help; and what comes after it.
func (b *builder) firstStep() []Block {
	steps := b.steps(b.r.NextSteps, shown)
	if len(steps) == 0 {
		key := "report.no-steps"
		if c := b.r.Coverage; c.Unknown+c.Open == 0 {
			key = "report.all-done"
		}
		return []Block{Paragraph{Voice: Quiet, Text: b.T(key)}}
	}
	m := steps[0].Measure
	effort := filled(b.T("report.by-day", "date", b.until(steps[0].Begin), "n", horizonEnds[steps[0].Begin]), b.Effort(steps[0].Effort), b.T("report.cost-"+m.Cost.String()), b.gain(steps[0].Gain))
	facts := Facts{
		{Name: b.T("report.by-when"), Text: strings.Join(effort, ", ")},
		{Name: b.T("report.who"), Text: b.Text(m.Who)},
		{Name: b.T("report.step-help"), Text: b.helpReach(steps[0])},
	}
	var then []string
	for _, s := range steps[1:] {
		then = append(then, b.markedTitle(s))
	}
	if len(then) > 0 {
		facts = append(facts, Fact{Name: b.T("report.afterwards"), Text: strings.Join(then, "; "), Spare: true})
	}
	next, _ := b.ways()
	return append(append([]Block{Paragraph{Voice: Strong, Text: b.markedTitle(steps[0])}}, facts), next...)
}

// ways are what leads to the next stage, for above a list of steps, and to the one after, for below it.
func (b *builder) ways() (next, after []Block) {
	for i, s := range b.Ways() {
		if i == 0 {
			next = append(next, Paragraph{Text: s})
		} else {
			after = append(after, Paragraph{Text: s})
		}
	}
	return next, after
}

// strengthsAndGaps needs enough dimensions with a score that none is named twice.
func (b *builder) strengthsAndGaps() Block {
	known := slices.DeleteFunc(b.applying(), func(d scoring.DimensionResult) bool { return d.Span.Score == nil })
	if len(known) < 2 {
		return nil
	}
	slices.SortStableFunc(known, func(x, y scoring.DimensionResult) int { return compareShares(&y, &x) })
	if compareShares(&known[0], &known[len(known)-1]) == 0 {
		return Section{Title: b.T("report.strengths-gaps"), Blocks: []Block{Paragraph{Text: b.T(either(len(known) < len(b.applying()), "report.even-part", "report.even"))}}}
	}
	best, worst := ends(known, min(shown, len(known)/2))
	best = slices.DeleteFunc(best, b.warned)
	rank := func(key string, all []scoring.DimensionResult) []Block {
		out := Ranking{Title: b.T(key)}
		for _, d := range all {
			bar := b.bar(d)
			if text := b.Basis(&d); text != "" { // says more than a level that it is hardly enough for
				bar.Level, bar.Thin = text, true
			}
			out.Rows = append(out.Rows, bar)
		}
		return []Block{out}
	}
	out := Section{Title: b.T("report.strengths-gaps"), Blocks: []Block{Columns{Left: rank("report.strengths", best), Right: rank("report.gaps", worst)}}}
	switch {
	case len(best) == 0:
		out = Section{Title: b.T("report.gaps"), Blocks: rank("report.weakest", worst)}
	case slices.ContainsFunc(best, func(d scoring.DimensionResult) bool { return !b.strong(d) }):
		out = Section{Title: b.T("report.compared"), Blocks: []Block{Columns{Left: rank("report.furthest", best), Right: rank("report.gaps", worst)}}}
	}
	return out
}

// warned says whether a dimension is one that the report warns of: security so weak that it comes first, or a gate that
// the next stage has and it misses. Such a one is never called a strength.
func (b *builder) warned(d scoring.DimensionResult) bool {
	return d.Dimension.ID == scoring.Security && b.r.SecurityFirst() || slices.ContainsFunc(b.r.BlockedBy, func(x scoring.Block) bool { return x.Dimension == d.Dimension.ID })
}

// strongWithout is the share of its scale from which a dimension is called strong where the bank has no stages.
var strongWithout = big.NewRat(2, 5)

// strong says whether a dimension may be called strong: it reaches the middle one of the stages, and nothing warns of it.
func (b *builder) strong(d scoring.DimensionResult) bool {
	from := strongWithout
	if all, top := b.bank.Stages, b.Total().Top; len(all) > 0 && top.Sign() > 0 {
		from = new(big.Rat).Quo(all[len(all)/2].From, top)
	}
	return !b.warned(d) && !thin(&d) && d.Share() != nil && d.Share().Cmp(from) >= 0
}

// ends are the first n of dimensions in order and the last n, the last one first. What stands as high as one on the other
// side is neither, unless nothing would be left.
func ends(all []scoring.DimensionResult, n int) (best, worst []scoring.DimensionResult) {
	best, worst = slices.Clone(all[:n]), slices.Clone(all[len(all)-n:])
	slices.Reverse(worst)
	if border := best[n-1]; compareShares(&border, &worst[n-1]) == 0 {
		for _, side := range []*[]scoring.DimensionResult{&best, &worst} {
			apart := slices.DeleteFunc(slices.Clone(*side), func(d scoring.DimensionResult) bool { return compareShares(&d, &border) == 0 })
			if len(apart) > 0 {
				*side = apart
			}
		}
	}
	return best, worst
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
	var blocks []gateState
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
	return Section{Title: title, Blocks: b.metTogether(blocks)}
}

// metTogether says all that is met in one statement, after what is not.
func (b *builder) metTogether(lines []gateState) []Block {
	var out []Block
	var met []string
	for _, l := range lines {
		if l.Status == Met {
			met = append(met, l.short)
		} else {
			out = append(out, l.Statement)
		}
	}
	if len(met) > 0 {
		out = append(out, Statement{Status: Met, Text: b.T("report.gates-met", "list", strings.Join(met, ", "))})
	}
	return out
}

// gateState is what a stage asks of a part, as a statement and in short.
type gateState struct {
	Statement
	short string
}

func (b *builder) totalLine(level int) gateState {
	return b.statement(b.T("report.total"), b.Total(), scoring.Block{Stage: level, Needs: b.r.StageOf(level).From, Has: b.r.Total})
}

func (b *builder) gateLine(g scoring.Block) gateState {
	return b.statement(b.title(g.Dimension), b.Of(g.Dimension), g)
}

func (b *builder) statement(name string, gauge Gauge, g scoring.Block) gateState {
	has, needs := b.value(g.Has, gauge), b.Needed(g)
	short := name
	if g.Dimension != "" {
		_, text := b.bank.Called(g.Dimension)
		short = b.Text(text)
	}
	switch {
	case g.Has.Score == nil:
		return gateState{Statement: Statement{Status: Undecided, Text: b.T("report.gate-open", "area", name, "range", has.Range, "q", needs)}}
	case g.Dimension == "" || g.Has.Score.Cmp(g.Needs) < 0: // the total has a line only where it does not reach the stage
		return gateState{Statement: Statement{Status: Unmet, Strong: true, Text: b.T("report.gate-unmet", "area", name, "p", has.Text, "q", needs)}}
	}
	return gateState{Statement{Status: Met}, b.T("report.gate-short", "area", short, "p", has.Text, "q", needs)}
}

// card names the module, whether it is open, what comes first and what comes instead.
func (b *builder) card() Card {
	best := b.advice.Best()
	if best == nil {
		blocks := []Block{Paragraph{Text: b.T("reason.no-module")}}
		if facts := b.projectFact(); facts != nil {
			blocks = append(blocks, facts)
		}
		return Card{Title: b.T("report.module"), Blocks: blocks}
	}
	blocks := []Block{Paragraph{Voice: Strong, Text: b.Text(best.Module.Title)}}
	lead := best.Best()
	status := b.T("report.status-as-of", "text", b.Text(lead.Offer.Validity.Text), "date", lead.Offer.Validity.AsOf)
	if name := b.Text(lead.Offer.Name); name != b.Text(best.Module.Title) {
		status = name + ". " + status
	}
	blocks = append(blocks, Statement{Status: statusOf(lead), Text: strings.Join(filled(status, b.ends(lead)), " ")})
	var facts Facts
	if b.r.SecurityFirst() {
		facts = append(facts, Fact{Name: b.T("report.first"), Text: b.T("reason.security-first")})
	}
	facts = append(facts, Fact{Name: b.T("offer.contact"), Text: b.Reach(lead.Offer)})
	facts = append(facts, b.projectFact()...)
	if e := lead.Estimate; e != nil && e.Known {
		facts = append(facts, Fact{Name: b.T("report.grant"), Text: b.estimate(*lead)})
	}
	if rest := b.others(best); len(rest) > 0 {
		facts = append(facts, Fact{Name: b.T("report.otherwise"), Text: b.otherwise(known(best.Module.ID, rest)), Spare: true})
	}
	return Card{Title: b.T("report.module"), Blocks: append(blocks, facts)}
}

// others are the offers of a module in question beside its first one.
func (b *builder) others(m *offer.ModuleAdvice) []offer.OfferAdvice {
	return b.ordered(slices.DeleteFunc(slices.Clone(m.Offers), func(o offer.OfferAdvice) bool { return o.Offer == m.Best().Offer || !possible(&o) }))
}

// known is the offer that a module is known by: the one named like it, else the first.
func known(id string, offers []offer.OfferAdvice) offer.OfferAdvice {
	at := slices.IndexFunc(offers, func(o offer.OfferAdvice) bool { return o.Offer.ID == id })
	return offers[max(at, 0)]
}

// otherwise is an offer with its state and, if it is known, what it may pay.
func (b *builder) otherwise(o offer.OfferAdvice) string {
	text := strings.Join(filled(b.Text(o.Offer.Name)+".", b.Text(o.Offer.Validity.Text), b.ends(&o)), " ")
	if o.Estimate != nil && o.Estimate.Known {
		text += " " + capital(b.estimate(o))
	}
	return text
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

// estimate is what an offer may pay, which has to be known; where it is not known to take applications, the sentence
// begins with that.
func (b *builder) estimate(o offer.OfferAdvice) string {
	e := o.Estimate
	text := b.T("report.estimate-band", "x", b.Euro(e.UpTo), "y", e.Band)
	if e.Planned > 0 {
		text = b.T("report.estimate", "x", b.Euro(e.UpTo), "y", b.Euro(e.Planned))
	}
	if o.Status != offer.StatusOpen {
		text = b.T("report.estimate-if", "text", text)
	}
	return text
}
