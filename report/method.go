package report

import (
	"math"
	"math/big"
	"slices"
	"strings"

	"digitalkompass/questionnaire"
)

// method explains the arithmetic and its limits, with this report's own numbers, on one page. What it says follows from
// the bank.
func (b *builder) method() *Part {
	var sections []Block
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
		sections = append(sections, section)
		if levels := b.levels(); levels != nil && name == either(len(b.bank.Stages) > 0, "stage", "total") {
			sections = append(sections, *levels)
		}
	}
	head := b.T(either(len(b.bank.Stages) > 0, "report.method-head", "report.method-head-scored"))
	p := b.part("method", head, b.T(either(b.audience.seesAnswers() && b.audience.HasPart("answers"), "report.method-lead", "report.method-lead-unseen"), "maker", b.T("report.bank", "name", b.Text(b.bank.About.Title), "v", b.bank.About.Version)), halved(sections))
	p.OnePage = true
	return p
}

// halved sets sections side by side, in their order, parted where both sides have about as many letters.
func halved(sections []Block) Columns {
	at, least := 0, math.MaxInt
	for i := range sections {
		apart := letters(sections[:i]) - letters(sections[i:])
		if apart = max(apart, -apart); apart < least {
			at, least = i, apart
		}
	}
	return Columns{Left: sections[:at], Right: sections[at:]}
}

// letters is about how much room words take: letters, with some for each block.
func letters(blocks []Block) int {
	const line = 50
	n := 0
	for _, b := range blocks {
		n += line / 2
		switch b := b.(type) {
		case Section:
			n += 2*line + letters(b.Blocks)
		case Paragraph:
			n += len(b.Text)
		case Items:
			for _, t := range b.Texts {
				n += len(t) + line/2
			}
		case Facts:
			for _, f := range b {
				n += 2*len(f.Text) + line/2
			}
		}
	}
	return n
}

// rule says how one step of the arithmetic works.
func (b *builder) rule(name string) []Block {
	switch name {
	case "question":
		return b.questionRule()
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

// questionRule says how answers become points.
func (b *builder) questionRule() []Block {
	text := b.T(either(b.bank.FivePoints(), "report.method-question-text", "report.method-question-own"))
	for _, d := range b.bank.Dimensions {
		for _, q := range d.Questions {
			if q.Scoring.Points.Bounds != (questionnaire.Bounds{}) {
				return []Block{Paragraph{Text: text + " " + b.T("report.method-question-bounds")}}
			}
		}
	}
	return []Block{Paragraph{Text: text}}
}

// clauses say what is done to a node's value after its children came together: bounds, lowering, rounding.
func (b *builder) clauses(n *questionnaire.Node) []string {
	var out []string
	for _, x := range []struct {
		key string
		p   *big.Rat
	}{{"start", n.Bounds.Start}, {"least", n.Bounds.Least}, {"most", n.Bounds.Most}} {
		if x.p != nil {
			out = append(out, b.T("report.clause-"+x.key, "p", b.Trimmed(x.p, 2)))
		}
	}
	if f := n.Factor; f != nil {
		out = append(out, b.T("report.clause-factor", "area", b.title(f.Node), "p", b.Percent(f.From)))
	}
	if r := n.Round; r != nil {
		out = append(out, b.T("report.clause-"+roundWords[r.Mode], "n", r.Digits))
	}
	return out
}

var roundWords = map[questionnaire.RoundMode]string{questionnaire.HalfUp: "half-up", questionnaire.HalfEven: "half-even", questionnaire.Down: "down"}

// totalRule says how the total comes about, and the results beside it.
func (b *builder) totalRule() []Block {
	text := b.T("report.method-total-text")
	if t := b.bank.Policy.Total; !b.Equal() {
		text = b.T("report.method-total-own", "rule", strings.Join(append([]string{b.Rule(t)}, b.clauses(t)...), ", "), "of", b.Total().Number(b.Total().Top))
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

// capped is a node's rule with what is done to its value afterwards.
func (b *builder) capped(n *questionnaire.Node) string {
	rule := b.Rule(n)
	if n.Weakest != nil {
		rule = b.T("report.method-result-weakest", "rule", rule, "p", b.Count(n.Weakest))
	}
	return strings.Join(append([]string{rule}, b.clauses(n)...), ", ")
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
	if n := b.Text(b.bank.About.Notice); n != "" && !b.audience.HasPart("summary") {
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
		return b.T("report.here-total", "sum", strings.Join(parts, " + "), "n", len(parts), "p", b.Total().Exact(b.r.Total.Score))
	case "range":
		c, g := b.r.Coverage, b.Total()
		if c.Unknown+c.Open == 0 {
			return ""
		}
		return b.T("report.here-range", "n", c.Unknown+c.Open, "a", g.Number(b.r.Total.Low), "b", g.Number(b.r.Total.High))
	}
	return ""
}
