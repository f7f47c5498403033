package report

import (
	"fmt"
	"slices"
	"strings"

	"digitalkompass/scoring"
)

// profile shows the dimensions twice: as a shape to remember and as bars to read.
func (b *builder) profile() *Part {
	bars := b.bars()
	var words []string
	for _, x := range bars {
		words = append(words, x.Name+" "+x.Value.Text)
	}
	alt := b.T("report.profile-alt", "list", strings.Join(words, ", "))
	left := []Block{Radar{Axes: bars, Rings: b.bounds(), Alt: alt, Legend: b.T("report.rings")}}
	if notes := b.remarks(); len(notes) > 0 {
		left = append(left, Section{Title: b.T("report.remarks"), Blocks: notes})
	}
	right := []Block{Bars{Rows: bars, Bounds: b.bounds(), Alt: alt}}
	return b.part("profile", b.profileHead(), b.coverage(), append([]Block{Columns{Left: left, Right: right}}, b.among()...)...)
}

func (b *builder) profileHead() string {
	best, worst := b.extremes()
	if best == nil {
		return b.T("report.profile-none")
	}
	if best.Span.Score.Cmp(worst.Span.Score) == 0 {
		return b.T("report.profile-even")
	}
	return b.T("report.profile-head", "a", best.Dimension.Short, "b", worst.Dimension.Short)
}

func (b *builder) extremes() (best, worst *scoring.DimensionResult) {
	for i := range b.r.Dimensions {
		d := &b.r.Dimensions[i]
		if d.Span.Score == nil {
			continue
		}
		if best == nil || d.Span.Score.Cmp(best.Span.Score) > 0 {
			best = d
		}
		if worst == nil || d.Span.Score.Cmp(worst.Span.Score) < 0 {
			worst = d
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
	return s + ". " + b.T("report.coverage-note")
}

// remarks say what the picture shows: the widest range, and what does not apply.
func (b *builder) remarks() []Block {
	var out []Block
	open := slices.DeleteFunc(b.applying(), func(d scoring.DimensionResult) bool { return d.Span.Sure() })
	if len(open) > 0 {
		widest := slices.MaxFunc(open, func(x, y scoring.DimensionResult) int {
			return int(1000*(float(x.Span.High)-float(x.Span.Low)) - 1000*(float(y.Span.High)-float(y.Span.Low)))
		})
		out = append(out, Paragraph{Text: b.T("report.widest", "area", widest.Dimension.Title, "a", b.Points(widest.Span.Low), "b", b.Points(widest.Span.High))})
	}
	for _, d := range b.r.Dimensions {
		if !d.Applies {
			out = append(out, Paragraph{Text: b.T("report.not-applying", "area", d.Dimension.Title)})
		}
	}
	return out
}

// dimensions say for each field what its level means and what to do next.
func (b *builder) dimensions() *Part {
	var blocks []Block
	for _, d := range b.applying() {
		title := b.Text(d.Dimension.Title)
		v := b.value(d.Span)
		if d.Level == 0 {
			text := b.T("report.dimension-open", "n", d.Missing)
			if v.Range != "" {
				text += " " + b.T("report.possible", "range", v.Range)
			}
			blocks = append(blocks, Section{Title: title, Blocks: []Block{Paragraph{Voice: Quiet, Text: text}}})
			continue
		}
		level := d.Dimension.Levels[d.Level-1]
		scale := Scale{Bounds: b.bounds(), Value: v, Alt: fmt.Sprintf("%s: %s", title, v.Text)}
		for _, s := range b.bank.Stages {
			scale.Levels = append(scale.Levels, b.Text(s.Title))
		}
		blocks = append(blocks, Section{Title: title, Blocks: []Block{scale, Columns{
			Left:  []Block{Paragraph{Voice: Strong, Text: b.T("report.level-today", "name", b.stageName(d.Level))}, Paragraph{Text: b.Text(level.Meaning)}},
			Right: []Block{Paragraph{Voice: Strong, Text: b.T("report.level-next")}, Paragraph{Text: b.Text(level.Next)}},
		}}})
	}
	if len(blocks) == 0 {
		return nil
	}
	return b.part("dimensions", b.T("report.dimensions-head"), b.T("report.dimensions-lead"), blocks...)
}
