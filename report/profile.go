package report

import (
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// profile shows the dimensions twice: as a shape to remember and as bars to read.
func (b *builder) profile() *Part {
	bars := b.bars()
	var words []string
	for _, x := range bars {
		words = append(words, x.Name+" "+x.Value.Text)
	}
	alt := b.T("report.profile-alt", "top", b.common().Top, "list", strings.Join(words, ", "))
	chart := Bars{Rows: bars, Axis: b.common(), Alt: alt}
	notes := b.remarks()
	if len(bars) < minAxes {
		blocks := []Block{chart}
		if len(notes) > 0 {
			blocks = append(blocks, Section{Title: b.T("report.remarks"), Blocks: notes})
		}
		return b.part("profile", b.profileHead(), b.coverage(), append(blocks, b.among()...)...)
	}
	left := []Block{Radar{Axes: bars, Rings: b.rings(), Alt: alt, Legend: b.legend()}}
	if len(notes) > 0 {
		left = append(left, Section{Title: b.T("report.remarks"), Blocks: notes})
	}
	return b.part("profile", b.profileHead(), b.coverage(), append([]Block{Columns{Left: left, Right: []Block{chart}}}, b.among()...)...)
}

// minAxes is how many dimensions make a shape.
const minAxes = 3

// profileHead is the headline above all bars, so it has to be true of each: where some areas count for nothing in it, it says
// so, unless they lie between those that it names.
func (b *builder) profileHead() string {
	best, worst := b.extremes()
	alone := len(b.telling()) == 1
	part := slices.ContainsFunc(b.applying(), func(d scoring.DimensionResult) bool { return d.Span.Score == nil })
	few := slices.ContainsFunc(b.applying(), func(d scoring.DimensionResult) bool { return thin(&d) })
	switch {
	case few && (alone || best == nil):
		return b.T("report.profile-thin")
	case best == nil:
		return b.T("report.profile-none")
	case part && alone:
		return b.T("report.profile-one")
	case compareShares(best, worst) == 0:
		return b.T(either(few || part, "report.profile-even-part", "report.profile-even"))
	case slices.ContainsFunc(b.applying(), func(d scoring.DimensionResult) bool { return beyond(&d, best, worst) }):
		return b.T("report.profile-part", "a", best.Dimension.Short, "b", worst.Dimension.Short)
	case !b.strong(*best):
		return b.T("report.profile-furthest", "a", best.Dimension.Short, "b", worst.Dimension.Title)
	}
	return b.T("report.profile-head", "a", best.Dimension.Short, "b", worst.Dimension.Short)
}

// beyond says whether a dimension has too few answers for a headline and stands above the highest or below the lowest.
func beyond(d, best, worst *scoring.DimensionResult) bool {
	return thin(d) && (compareShares(d, best) > 0 || compareShares(d, worst) < 0)
}

// telling are the dimensions that a headline may name: those with a score from enough answers.
func (b *builder) telling() []*scoring.DimensionResult {
	var out []*scoring.DimensionResult
	for i := range b.r.Dimensions {
		if d := &b.r.Dimensions[i]; d.Span.Score != nil && !thin(d) {
			out = append(out, d)
		}
	}
	return out
}

// extremes are the dimensions that stand highest and lowest. One that the report warns of is the highest only where no other
// stands above the lowest.
func (b *builder) extremes() (best, worst *scoring.DimensionResult) {
	known := b.telling()
	if len(known) == 0 {
		return nil, nil
	}
	best, worst = slices.MaxFunc(known, compareShares), slices.MinFunc(known, compareShares)
	sound := slices.DeleteFunc(known, func(d *scoring.DimensionResult) bool { return b.warned(*d) })
	if len(sound) > 0 {
		if top := slices.MaxFunc(sound, compareShares); compareShares(top, worst) > 0 {
			best = top
		}
	}
	return best, worst
}

func (b *builder) coverage() string {
	c := b.r.Coverage
	s := b.T("report.coverage", "n", c.Answered, "m", c.Asked)
	for _, x := range []struct {
		key string
		n   int
	}{{"unknown", c.Unknown}, {"open", c.Open}, {"na", c.NotApplicable}} {
		if x.n > 0 {
			s += ", " + b.T("report.coverage-"+x.key, "n", x.n)
		}
	}
	return strings.TrimSpace(s+". "+b.Carried()) + " " + b.T("report.coverage-note")
}

// remarks say what the picture shows: the widest range, and what does not apply.
func (b *builder) remarks() []Block {
	var out []Block
	open := slices.DeleteFunc(b.applying(), func(d scoring.DimensionResult) bool { return d.Span.Sure() })
	if len(open) > 0 {
		widest := slices.MaxFunc(open, func(x, y scoring.DimensionResult) int {
			return int(1000 * (b.width(x) - b.width(y)))
		})
		g := b.Of(widest.Dimension.ID)
		out = append(out, Paragraph{Text: b.T("report.widest", "area", widest.Dimension.Title, "a", g.Number(widest.Span.Low), "b", g.Points(widest.Span.High))})
	}
	if text := b.few(b.applying()); text != "" {
		out = append(out, Paragraph{Text: text})
	}
	for _, d := range b.r.Dimensions {
		if !d.Applies {
			out = append(out, Paragraph{Text: b.T("report.not-applying", "area", d.Dimension.Title)})
		}
	}
	return out
}

// width is how much of a dimension's scale its interval takes.
func (b *builder) width(d scoring.DimensionResult) float64 {
	g := b.Of(d.Dimension.ID)
	return g.Share(d.Span.High) - g.Share(d.Span.Low)
}

// dimensions say for each field what its value means and what to do next.
func (b *builder) dimensions() *Part {
	var blocks []Block
	staged, told := true, true
	for _, d := range b.applying() {
		if !b.tells(d) {
			continue
		}
		blocks = append(blocks, Section{Title: b.Text(d.Dimension.Title), Blocks: b.dimension(d)})
		staged = staged && len(b.bank.Stages) > 0 && len(b.Own(d.Dimension.Node)) == 0
		told = told && len(d.Dimension.Levels) > 0
	}
	if len(blocks) == 0 {
		return nil
	}
	lead := "report.dimensions-plain"
	switch {
	case staged && told:
		lead = "report.dimensions-lead"
	case told:
		lead = "report.dimensions-told"
	}
	return b.part("dimensions", b.T("report.dimensions-head"), b.T(lead, "m", b.count(len(b.bank.Stages)), "differs", b.T("level.differs")), blocks...)
}

// tells says whether there is more to say of a dimension than its value: levels, or nodes of its own.
func (b *builder) tells(d scoring.DimensionResult) bool {
	return len(b.borders(d)) > 1 || len(b.Groups(d.Dimension)) > 0
}

// dimension is what one of them says: its value on the scale of its levels, what the level means, its groups.
func (b *builder) dimension(d scoring.DimensionResult) []Block {
	g := b.Of(d.Dimension.ID)
	v := b.value(d.Span, g)
	var out []Block
	switch borders := b.borders(d); {
	case d.Span.Score == nil:
		out = append(out, Paragraph{Voice: Quiet, Text: b.unscored(d, g)})
	case len(borders) > 1:
		scale := b.scaled(v, g, borders, b.Text(d.Dimension.Title)+": "+v.Text)
		scale.Here = b.Level(&d)
		out = append(out, scale)
	default:
		out = append(out, Paragraph{Text: g.Points(d.Span.Score)})
	}
	if text := b.Basis(&d); text != "" {
		out = append(out, Paragraph{Voice: Quiet, Text: capital(text) + "."})
	}
	if n := b.groupFacts(d); n != nil {
		out = append(out, n)
	}
	if text := b.Meaning(&d); text != "" {
		out = append(out, Paragraph{Text: text})
	}
	for _, level := range d.Dimension.Levels {
		if level.Level == b.Level(&d) && d.Span.Score != nil {
			out = append(out, b.meaning(d, level))
		}
	}
	return out
}

func (b *builder) unscored(d scoring.DimensionResult, g Gauge) string {
	text := b.T("report.dimension-open", "n", d.Missing)
	if d.Span.Low != nil && d.Span.Low.Cmp(d.Span.High) != 0 {
		text += " " + b.T("report.possible", "a", g.Number(d.Span.Low), "b", g.Points(d.Span.High))
	}
	return text
}

// meaning is what is typical of a level, which need not all be true of this company, and what to do next.
func (b *builder) meaning(d scoring.DimensionResult, level questionnaire.Level) Block {
	head := b.LevelHead(&d)
	today := []Block{Paragraph{Voice: Strong, Text: head}, Paragraph{Text: b.Text(level.Meaning)}}
	if b.Text(level.Next) == "" {
		return Section{Title: head, Blocks: today[1:]}
	}
	return Columns{Left: today, Right: []Block{Paragraph{Voice: Strong, Text: b.T("level.next")}, Paragraph{Text: b.Text(level.Next)}}}
}

// groupFacts are the nodes between questions and dimension.
func (b *builder) groupFacts(d scoring.DimensionResult) Block {
	var facts Facts
	for _, n := range b.Groups(d.Dimension) {
		facts = append(facts, Fact{Name: b.Text(n.Node.Title), Text: b.nodeText(n)})
	}
	if len(facts) == 0 {
		return nil
	}
	return facts
}
