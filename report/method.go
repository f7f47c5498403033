package report

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring/offer"
)

// method explains the arithmetic and its limits, with this report's own numbers. What it says follows from the bank.
func (b *builder) method() *Part {
	var blocks []Block
	for _, name := range []string{"question", "dimension", "total", "stage", "range", "module", "limits"} {
		if blank := name == "stage" && len(b.bank.Stages) == 0 || name == "module" && len(b.bank.Modules) == 0; blank {
			continue
		}
		section := Section{Title: b.T("report.method-" + name), Blocks: b.rule(name)}
		if here := b.here(name); here != "" {
			section.Blocks = append(section.Blocks, Paragraph{Voice: Quiet, Text: here})
		}
		if firm := b.Firm(); name == "stage" && len(firm) > 0 {
			section.Blocks = append(section.Blocks, Paragraph{Voice: Quiet, Text: strings.Join(firm, " ")})
		}
		blocks = append(blocks, section)
	}
	if t := b.levelTable(); t != nil {
		blocks = append(blocks, *t)
	}
	head := b.T(either(len(b.bank.Stages) > 0, "report.method-head", "report.method-head-scored"))
	return b.part("method", head, b.T("report.method-lead", "maker", b.T("report.bank", "name", b.Text(b.bank.About.Title), "v", b.bank.About.Version)), blocks...)
}

// rule says how one step of the arithmetic works.
func (b *builder) rule(name string) []Block {
	switch name {
	case "question":
		return b.say(either(b.bank.FivePoints(), "report.method-question-text", "report.method-question-own"))
	case "dimension":
		return b.dimensionRule()
	case "total":
		return b.totalRule()
	case "stage":
		return b.stageRule()
	case "range":
		if !b.usualMissing() {
			return b.say("report.method-range-own")
		}
		return b.say(either(b.bank.FivePoints(), "report.method-range-text", "report.method-range-points"))
	case "limits":
		return b.limits()
	}
	return b.say("report.method-" + name + "-text")
}

func (b *builder) say(key string, args ...any) []Block {
	return []Block{Paragraph{Text: b.T(key, args...)}}
}

// totalRule says how the total comes about, and the results beside it.
func (b *builder) totalRule() []Block {
	text := b.T("report.method-total-text")
	if t := b.bank.Policy.Total; !b.Equal() {
		text = b.T("report.method-total-own", "rule", b.Rule(t), "of", b.Total().Number(b.Total().Top))
		if t.Weakest != nil {
			text += " " + b.T("report.method-weakest", "p", b.Count(t.Weakest))
		}
	}
	out := []Block{Paragraph{Text: text}}
	var facts Facts
	for _, n := range b.bank.Policy.Results {
		if len(n.Title) > 0 {
			facts = append(facts, Fact{Name: b.Text(n.Title), Text: b.capped(n)})
		}
	}
	if len(facts) > 0 {
		out = append(out, Paragraph{Text: b.T("report.method-results")}, facts)
	}
	return out
}

// capped is a node's rule with the cap by its weakest part, if it has one.
func (b *builder) capped(n *questionnaire.Node) string {
	if n.Weakest == nil {
		return b.Rule(n)
	}
	return b.T("report.method-result-weakest", "rule", b.Rule(n), "p", b.Count(n.Weakest))
}

// dimensionRule says how dimensions come about: in one sentence where all do in the same way.
func (b *builder) dimensionRule() []Block {
	usual, same := b.usualMissing(), true
	first := b.bank.Dimensions[0].Node
	var facts Facts
	for _, d := range b.bank.Dimensions {
		n := d.Node
		usual = usual && n.Simple() && len(d.Groups) == 0 && n.Scale.Cmp(hundred) == 0 && n.Coverage.Answered.Cmp(half) == 0
		same = same && b.capped(n) == b.capped(first) && n.Coverage.Answered.Cmp(first.Coverage.Answered) == 0
		facts = append(facts, Fact{Name: b.Text(d.Title), Text: b.capped(n)})
	}
	switch {
	case usual:
		return b.say("report.method-dimension-text")
	case same:
		return b.say("report.method-dimension-own", "rule", b.capped(first), "p", b.Percent(first.Coverage.Answered))
	}
	return append(b.say("report.method-dimension-each"), facts)
}

var half = big.NewRat(50, 1)

// stageRule says how points become a stage, and in the words for this very bank why it asks for its minimums.
func (b *builder) stageRule() []Block {
	gated := slices.ContainsFunc(b.bank.Stages, func(s questionnaire.Stage) bool { return len(s.Gates) > 0 })
	text := b.T(either(gated, "report.method-stage-text", "report.method-stage-own"))
	if key := "report.stage-why." + b.bank.About.ID; b.Has(key) {
		text += " " + b.T(key)
	}
	return []Block{Paragraph{Text: text}}
}

// usualMissing says whether unknown and open answers always open the range, and what does not apply is left out.
func (b *builder) usualMissing() bool {
	usual := func(m questionnaire.Missing) bool {
		return m.Open <= questionnaire.TreatInterval && m.Unknown <= questionnaire.TreatInterval && (m.NotApplicable == 0 || m.NotApplicable == questionnaire.TreatExclude)
	}
	for _, n := range b.bank.Nodes() {
		if !usual(n.Missing) {
			return false
		}
	}
	for _, d := range b.bank.Dimensions {
		for _, q := range d.Questions {
			if !usual(q.Scoring.Missing) {
				return false
			}
		}
	}
	return true
}

// limits say what the result is not, and where its rules come from.
func (b *builder) limits() []Block {
	parts := []string{b.T("report.limits-self")}
	if b.bank.HasMeasures() {
		parts = append(parts, b.T("report.limits-measures"))
	}
	if len(b.bank.Stages) > 0 {
		parts = append(parts, b.T("report.limits-stage"))
	}
	evidence := b.bank.About.Evidence
	if evidence == 0 {
		evidence = questionnaire.EvidenceOwn
	}
	out := []Block{Paragraph{Text: strings.Join(append(parts, b.T("report.evidence-"+evidence.String())), " ")}}
	if n := b.Text(b.bank.About.Notice); n != "" {
		out = append(out, Paragraph{Text: n})
	}
	if s := b.bank.About.Sources; len(s) > 0 {
		out = append(out, Items{Texts: s})
	}
	return out
}

// here is a rule worked out with this report's numbers.
func (b *builder) here(rule string) string {
	if b.r.Total.Score == nil {
		return ""
	}
	switch rule {
	case "total":
		if !b.Equal() {
			return ""
		}
		var parts []string
		for _, d := range b.applying() {
			parts = append(parts, b.Rounded(d.Span.Score, 1))
		}
		return b.T("report.here-total", "sum", strings.Join(parts, " + "), "n", len(parts), "p", b.Rounded(b.r.Total.Score, 1))
	case "range":
		c, g := b.r.Coverage, b.Total()
		if c.Unknown+c.Open == 0 {
			return ""
		}
		return b.T("report.here-range", "n", c.Unknown+c.Open, "a", g.Number(b.r.Total.Low), "b", g.Number(b.r.Total.High))
	}
	return ""
}

// levelTable lists the stages, or the bands of the total; nil where there are neither.
func (b *builder) levelTable() *Table {
	if len(b.bank.Stages) > 0 {
		return b.stageTable()
	}
	bands := b.Own(b.bank.Policy.Total)
	if len(bands) == 0 {
		return nil
	}
	t := &Table{Columns: []Column{{Title: b.T("report.col-band"), Share: 4}, {Title: b.T("report.col-from"), Share: 2, Right: true}}}
	run := Run{Title: b.T("report.bands")}
	for _, x := range bands {
		run.Rows = append(run.Rows, []Cell{{Text: b.Text(x.Title)}, {Text: b.start(x.From, x.Above)}})
	}
	t.Runs = []Run{run}
	return t
}

// start is where a stage or band begins, in words where its border belongs to the one below.
func (b *builder) start(from *big.Rat, above bool) string {
	if above {
		return b.T("report.above", "p", b.Total().Number(from))
	}
	return b.Total().Number(from)
}

func (b *builder) stageTable() *Table {
	t := &Table{Columns: []Column{{Title: b.T("report.col-stage"), Share: 2}, {Title: b.T("report.col-from"), Share: 1, Right: true}}}
	gated := slices.ContainsFunc(b.bank.Stages, func(s questionnaire.Stage) bool { return len(s.Gates) > 0 })
	if gated {
		t.Columns = append(t.Columns, Column{Title: b.T("report.col-gates"), Share: 3})
	} else {
		t.Columns[0].Share = 5
	}
	run := Run{Title: b.T(either(gated, "report.stages", "report.stages-plain"))}
	for _, s := range b.bank.Stages {
		row := []Cell{{Text: fmt.Sprintf("%d\u00a0%s", s.Level, b.Text(s.Title)), Quiet: b.Text(s.Summary)}, {Text: b.start(s.From, s.Above)}}
		if gated {
			row = append(row, Cell{Text: b.gates(s)})
		}
		run.Rows = append(run.Rows, row)
	}
	t.Runs = []Run{run}
	return t
}

// gates are the minimums of a stage in short.
func (b *builder) gates(s questionnaire.Stage) string {
	var parts []string
	for _, g := range s.Gates {
		name := b.T("report.every")
		if g.Dimension != "" {
			_, short := b.bank.Called(g.Dimension)
			name = b.Text(short)
		}
		parts = append(parts, fmt.Sprintf("%s ≥\u00a0%s", name, b.gateGauge(g).Text(g.From)))
	}
	if len(parts) == 0 {
		return b.T("report.no-gates")
	}
	return strings.Join(parts, ", ")
}

func (b *builder) gateGauge(g questionnaire.Gate) Gauge {
	if g.Dimension == "" {
		return b.area(nil)
	}
	return b.Of(g.Dimension)
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
