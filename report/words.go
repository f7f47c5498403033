package report

import (
	"math/big"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// Words says scores, levels and ways of one result. The report and every face share it, so that a number reads the same
// wherever it stands.
type Words struct {
	*i18n.Printer
	r         *scoring.Result
	advice    *offer.Advice
	unstaffed bool // nothing may tell how many people work in the company
}

// NewWords are the words for a result and its advice.
func NewWords(r *scoring.Result, advice *offer.Advice, p *i18n.Printer) Words {
	return Words{Printer: p, r: r, advice: advice}
}

// Gauge writes scores on one scale: as points alone on the common scale up to a hundred, in percent where a part has
// that scale and the total another, else as so many of the points attainable. Where the model rounds a score, it is
// shown with the digits that the model gives it. A score that rounding would put on the other side of a bound, or upon
// it, is shown with as many decimals as it takes to see where it lies: 19,9 where 20 are needed.
type Gauge struct {
	p       *i18n.Printer
	Top     *big.Rat
	percent bool
	bare    bool
	round   *questionnaire.Rounding
	bounds  []*big.Rat // of stages, gates, bands and rules for modules that the scores are compared with
}

var hundred = big.NewRat(100, 1)

// Total is the gauge of the total.
func (w Words) Total() Gauge {
	g := w.scale()
	g.bounds = w.bounds("")
	return g
}

// scale is the gauge of the total for what is compared with no bound, such as differences.
func (w Words) scale() Gauge {
	g := Gauge{p: w.Printer, Top: w.r.Of, round: w.r.Bank.Policy.Total.Round}
	if g.Top == nil {
		g.Top = w.r.Bank.Policy.Total.Scale
	}
	if g.Top == nil {
		g.Top = hundred
	}
	g.bare = g.Top.Cmp(hundred) == 0
	return g
}

// Of is the gauge of a dimension, group or further result by its id; "" is the total.
func (w Words) Of(id string) Gauge {
	n := w.r.Node(id)
	if id == "" || n == nil {
		return w.Total()
	}
	g := w.area(n.Of)
	g.round, g.bounds = n.Node.Round, w.bounds(id)
	return g
}

// area is the gauge of a part with the top of its scale.
func (w Words) area(top *big.Rat) Gauge {
	if top == nil {
		top = hundred
	}
	whole := top.Cmp(hundred) == 0
	total := w.scale().bare
	return Gauge{p: w.Printer, Top: top, percent: whole && !total, bare: whole && total}
}

// shortScale is the top below which parts of points are worth showing.
var shortScale = big.NewRat(50, 1)

// Number is a score alone: rounded half up to whole points, on a short scale to one decimal where it has one.
func (g Gauge) Number(x *big.Rat) string {
	digits := 0
	switch {
	case x == nil:
		return "–"
	case g.round != nil:
		digits = g.round.Digits
	case !g.percent && g.Top.Cmp(shortScale) < 0:
		digits = 1
	}
	return g.trimmed(x, g.telling(x, digits))
}

// Exact is a score alone with one decimal, on scales other than the common one only where it has one.
func (g Gauge) Exact(x *big.Rat) string {
	digits := 1
	if g.round != nil {
		digits = g.round.Digits
	}
	switch {
	case x == nil:
		return "–"
	case g.bare:
		return g.p.Rounded(x, g.telling(x, digits))
	}
	return g.trimmed(x, g.telling(x, digits))
}

func (g Gauge) trimmed(x *big.Rat, digits int) string {
	if g.percent {
		return g.p.PercentTo(x, digits)
	}
	return g.p.Trimmed(x, digits)
}

// Said is an exact score as a statement: "60,5 Punkte", "67 %", "4 von 6 Punkten".
func (g Gauge) Said(x *big.Rat) string {
	switch {
	case x == nil || g.percent:
		return g.Exact(x)
	case !g.bare:
		return g.p.T("word.points-of", "p", g.Exact(x), "of", g.top())
	}
	return g.p.T("word.points", "n", 2, "p", g.Exact(x))
}

// Needed is what a block asks for, as a number: for the total more than the bound where the stage does not include it.
func (w Words) Needed(b scoring.Block) string {
	text := w.Of(b.Dimension).Number(b.Needs)
	if s := w.r.StageOf(b.Stage); b.Dimension == "" && s != nil && s.Above {
		return w.T("report.above", "p", text)
	}
	return text
}

func rounded(x *big.Rat, digits int) *big.Rat {
	out, _ := new(big.Rat).SetString(i18n.HalfUp(x, digits))
	return out
}

// Text is a score that stands for itself: "60", "67 %", "4 von 6".
func (g Gauge) Text(x *big.Rat) string {
	if x == nil || g.bare || g.percent {
		return g.Number(x)
	}
	return g.p.T("word.of", "p", g.Number(x), "of", g.top())
}

// Points is a score in a sentence: "60 Punkte", "67 %", "4 von 6 Punkten".
func (g Gauge) Points(x *big.Rat) string {
	switch {
	case x == nil || g.percent:
		return g.Number(x)
	case !g.bare:
		return g.OfTop(x)
	case g.Number(x) == "1":
		return g.p.T("word.points", "n", 1)
	}
	return g.p.T("word.points", "n", 2, "p", g.Number(x))
}

// OfTop is a score with the top of its scale: "53 von 100 Punkten".
func (g Gauge) OfTop(x *big.Rat) string {
	return g.p.T("word.points-of", "p", g.Number(x), "of", g.top())
}

func (g Gauge) top() string { return g.p.Number(rounded(g.Top, 1)) }

// Range is an interval: "35 bis 55".
func (g Gauge) Range(low, high *big.Rat) string {
	return g.p.T("report.range", "a", g.Number(low), "b", g.Number(high))
}

// Share is a score in percent of the scale, for drawing.
func (g Gauge) Share(x *big.Rat) float64 {
	if x == nil || g.Top.Sign() <= 0 {
		return 0
	}
	share := new(big.Rat).Mul(x, hundred)
	return min(100, max(0, float(share.Quo(share, g.Top))))
}

// Gain is a rise of the total in words, with one decimal: single measures move it by little.
func (w Words) Gain(x *big.Rat) string {
	if text := w.scale().Exact(x); text != "1" {
		return w.T("word.points", "n", 2, "p", text)
	}
	return w.T("word.points", "n", 1)
}

// Count is a number of points in words.
func (w Words) Count(x *big.Rat) string {
	if text := w.Number(x); text != "1" {
		return w.T("word.points", "n", 2, "p", text)
	}
	return w.T("word.points", "n", 1)
}

// Further are the results beside the total that apply and have a name.
func (w Words) Further() []*scoring.NodeResult { return w.named(w.r.Bank.Policy.Results) }

// Groups are the named nodes of a dimension that apply.
func (w Words) Groups(d *questionnaire.Dimension) []*scoring.NodeResult { return w.named(d.Groups) }

func (w Words) named(nodes []*questionnaire.Node) []*scoring.NodeResult {
	var out []*scoring.NodeResult
	for _, n := range nodes {
		if r := w.r.Node(n.ID); r != nil && r.Applies && len(n.Title) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// Required names the questions without whose answer there is no total, "" where none lacks one.
func (w Words) Required() string {
	var names []string
	for _, id := range w.r.Required {
		names = append(names, w.Text(w.r.Bank.Question(id).Wording.Short))
	}
	if len(names) == 0 {
		return ""
	}
	return w.T("report.required", "n", len(names), "list", strings.Join(names, ", "))
}

// Rule is how the children of a node come together, in words.
func (w Words) Rule(n *questionnaire.Node) string {
	return w.T("report.rule-" + ruleWords[n.Combine.Rule])
}

var ruleWords = map[questionnaire.Rule]string{
	questionnaire.Mean: "mean", questionnaire.Sum: "sum", questionnaire.Least: "least", questionnaire.Greatest: "greatest",
	questionnaire.Median: "median", questionnaire.Geometric: "geometric", questionnaire.Met: "met", questionnaire.Enough: "enough",
	questionnaire.Vote: "vote", questionnaire.Levels: "levels", questionnaire.Cases: "cases", questionnaire.Formulate: "formula",
}

// Equal says whether the total is the plain mean of the dimensions on the scale to a hundred.
func (w Words) Equal() bool {
	t := w.r.Bank.Policy.Total
	for _, r := range t.Of {
		if w.r.Bank.Dimension(r.Node) == nil || r.Weight.Cmp(t.Of[0].Weight) != 0 {
			return false
		}
	}
	return t.Simple() && t.Scale.Cmp(hundred) == 0
}
