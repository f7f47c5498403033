package report

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// heat shows the step of every answer, by dimension.
func (b *builder) heat() *Part {
	if b.r.Coverage.Answered == 0 {
		return nil
	}
	m, aimed := HeatMap{Key: b.T(either(b.bank.FivePoints(), "report.heat-key", "report.heat-dashed"))}, false
	for _, d := range b.applying() {
		g := HeatGroup{Name: b.Text(d.Dimension.Short), Value: b.value(d.Span, b.Of(d.Dimension.ID))}
		for _, c := range b.asked(d.Dimension.ID) {
			row := HeatRow{Name: b.Line(c), Strip: b.strip(c)}
			g.Rows, aimed = append(g.Rows, row), aimed || row.Strip.Target > row.Strip.Step
		}
		m.Groups = append(m.Groups, g)
	}
	if aimed {
		m.Key += " " + b.T("report.heat-target")
	}
	lead := "report.heat-lead." + b.bank.About.ID
	if !b.Has(lead) {
		lead = either(b.bank.FivePoints(), "report.heat-steps", "report.heat-points")
	}
	if b.bank.FivePoints() {
		m.Groups = append(m.Groups, b.stepCount(m))
	}
	return b.part("heat", b.T("report.heat-head"), b.T(lead), m)
}

// stepCount says how many answers stand on each step, the highest first: the key to the shades.
func (b *builder) stepCount(m HeatMap) HeatGroup {
	var on [5]int
	open := 0
	for _, g := range m.Groups {
		for _, r := range g.Rows {
			switch r.Strip.State {
			case StepKnown:
				on[r.Strip.Step]++
			case StepUnknown:
				open++
			case StepNone: // counts nowhere
			}
		}
	}
	out := HeatGroup{Name: b.T("report.heat-count")}
	row := func(s Strip, n int) {
		if n == 0 {
			return
		}
		out.Rows = append(out.Rows, HeatRow{Name: b.T("report.answers-count", "n", n), Strip: s})
	}
	total := open
	for i, n := range slices.Backward(on[:]) {
		row(Strip{State: StepKnown, Step: i, Target: -1, Label: strconv.Itoa(i), Words: b.T("report.step", "n", i)}, n)
		total += n
	}
	row(Strip{State: StepUnknown, Target: -1, Words: b.T("report.answer-open")}, open)
	out.Value.Text = b.Int(total)
	return out
}

// strip is an answer's place on the five steps: its points rounded down, so that a step is shown only when reached.
// Where a bank gives other points than 0 to 4, the points themselves stand on it.
func (b *builder) strip(c scoring.Contribution) Strip {
	s := Strip{State: StepNone, Target: -1, Words: b.T("report.answer-na")}
	switch {
	case c.Score != nil:
		s.State, s.Step = StepKnown, step(c.Score)
		s.Label, s.Words = strconv.Itoa(s.Step), b.T("report.step", "n", s.Step)
		if !b.bank.FivePoints() {
			s.Label = b.Number(rounded(c.Earned, 1))
			s.Words = b.T("word.points-of", "p", s.Label, "of", c.Possible)
		}
	case c.Treatment == scoring.Widens && c.State != questionnaire.Unknown: // also a grid that is not filled
		s.State, s.Words = StepUnknown, b.T("report.answer-open")
	case c.State == questionnaire.Answered:
		s.Words = b.T("report.unscored")
	case c.State == questionnaire.Unknown:
		s.Words = b.T("report.answer-unknown")
	case c.State == questionnaire.Open || c.State == questionnaire.Skipped:
		s.Words = b.T("report.answer-open")
	}
	if c.Treatment == scoring.Widens {
		s.State = StepUnknown
	}
	if aim := b.aim(c); aim != nil && s.State == StepKnown {
		s.Target = step(new(big.Rat).Quo(aim, c.Possible))
		s.Aim = strconv.Itoa(s.Target)
		if !b.bank.FivePoints() {
			s.Aim = b.Number(rounded(aim, 1))
		}
		s.Words = b.T("report.step-target", "now", s.Words, "aim", b.aimed(c))
	}
	return s
}

// aim are the points of the target that is set for an answer with one option or figure, nil for none.
func (b *builder) aim(c scoring.Contribution) *big.Rat {
	q := b.shape(c.Question)
	if f := q.Kind.Family(); f != questionnaire.OneOf && f != questionnaire.Figure || c.Possible == nil || c.Possible.Sign() <= 0 {
		return nil
	}
	if t := q.Option(b.a.Get(q).Target); t != nil {
		return t.PointsFor(c.Part)
	}
	return nil
}

// aimed is the target in words: the number of an option is none of the steps.
func (b *builder) aimed(c scoring.Contribution) string {
	q := b.shape(c.Question)
	return strings.TrimRight(b.Text(q.Option(b.a.Get(q).Target).Text), ".")
}

// step is a share on the steps from 0 to 4, rounded down and never outside.
func step(share *big.Rat) int {
	points := new(big.Rat).Mul(share, big.NewRat(4, 1))
	return int(min(4, max(0, new(big.Int).Div(points.Num(), points.Denom()).Int64())))
}
