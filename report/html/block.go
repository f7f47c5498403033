package html

import (
	"fmt"
	"html/template"

	"digitalkompass/report"
)

// blocks writes blocks one after another; level is that of the headings among them, 3 to 6.
func (r *renderer) blocks(bs []report.Block, level int) template.HTML {
	var out template.HTML
	for _, b := range bs {
		out += r.block(b, level)
	}
	return out
}

// titled is a heading with what stands below it.
type titled struct{ Heading, Body template.HTML }

func (r *renderer) block(b report.Block, level int) template.HTML {
	switch b := b.(type) {
	case report.Section:
		return r.fill("section", titled{r.heading(level, b.Title), r.blocks(b.Blocks, level+1)})
	case report.Card:
		return r.fill("card", titled{r.heading(level, b.Title), r.blocks(b.Blocks, level+1)})
	case report.Columns:
		return r.fill("columns", [2]template.HTML{r.blocks(b.Left, level), r.blocks(b.Right, level)})
	case report.Paragraph:
		return r.fill("paragraph", map[string]string{"Class": voices[b.Voice], "Text": b.Text})
	case report.Items:
		return r.fill("items", b)
	case report.Facts:
		return r.fill("facts", b)
	case report.Statement:
		return r.fill("statement", map[string]any{"Class": statuses[b.Status], "Strong": b.Strong, "Text": b.Text})
	case report.Table:
		return r.fill("table", table(b))
	}
	return r.picture(b)
}

func (r *renderer) picture(b report.Block) template.HTML {
	switch b := b.(type) {
	case report.Ladder:
		return r.fill("ladder", r.ladder(b))
	case report.Bars:
		return r.fill("bars", b)
	case report.Ranking:
		return r.fill("ranking", b)
	case report.Radar:
		return r.fill("radar", r.web(b))
	case report.Scale:
		return r.fill("scale", fields(b))
	case report.HeatMap:
		return r.fill("heat", heat(b))
	case report.Amount:
		return r.fill("amount", amount(b))
	case report.Timeline:
		return r.fill("timeline", r.months(b))
	case report.Path:
		return r.fill("path", pathOf(b))
	case report.Spread:
		return r.fill("spread", spreadOf(b))
	}
	r.err = fmt.Errorf("html: there is no picture for %T", b)
	return ""
}

var voices = map[report.Voice]string{report.Plain: "plain", report.Quiet: "quiet", report.Strong: "strong", report.Own: "own"}

var statuses = map[report.Status]string{report.Met: "met", report.Unmet: "unmet", report.Undecided: "undecided"}

// heading is a heading of a level; below 6 there is none.
func (r *renderer) heading(level int, text string) template.HTML {
	level = min(level, 6)
	return template.HTML(fmt.Sprintf("<h%d>%s</h%d>", level, r.words(text), level))
}

// tableView is a table whose runs have titles over all columns.
type tableView struct {
	report.Table
	Span int
	Runs []run
}

type run struct {
	report.Run
	Rows [][]cell
}

// cell is a cell with its column; the first of a row names it.
type cell struct {
	report.Cell
	Column       string
	Right, First bool
	Strip        *strip
}

func table(t report.Table) tableView {
	v := tableView{Table: t, Span: len(t.Columns)}
	for _, r := range t.Runs {
		out := run{Run: r}
		for _, row := range r.Rows {
			var cells []cell
			for i, c := range row {
				x := cell{Cell: c, Column: t.Columns[i].Title, Right: t.Columns[i].Right, First: i == 0}
				if c.Strip != nil {
					s := stripOf(*c.Strip)
					x.Strip = &s
				}
				cells = append(cells, x)
			}
			out.Rows = append(out.Rows, cells)
		}
		v.Runs = append(v.Runs, out)
	}
	return v
}

// strip is an answer as steps. Steps are those that the answer reaches, out of five.
type strip struct {
	report.Strip
	Unknown bool
	Steps   []step
}

type step struct {
	Shade  int // 0–4 where it is reached, -1 where not
	Label  string
	Target bool
}

// steps of a strip.
const steps = 5

func stripOf(s report.Strip) strip {
	v := strip{Strip: s, Unknown: s.State == report.StepUnknown}
	if s.State != report.StepKnown {
		return v
	}
	for i := range steps {
		x := step{Shade: -1, Target: i == s.Target && s.Target > s.Step}
		if i <= s.Step {
			x.Shade = s.Step
		}
		switch {
		case i == s.Step:
			x.Label = s.Label
		case x.Target:
			x.Label = s.Aim
		}
		v.Steps = append(v.Steps, x)
	}
	return v
}

// heatView is a heat map with its strips as steps.
type heatView struct {
	report.HeatMap
	Groups []heatGroup
}

type heatGroup struct {
	report.HeatGroup
	Rows []heatRow
}

type heatRow struct {
	Name  string
	Strip strip
}

func heat(h report.HeatMap) heatView {
	v := heatView{HeatMap: h}
	for _, g := range h.Groups {
		out := heatGroup{HeatGroup: g}
		for _, row := range g.Rows {
			out.Rows = append(out.Rows, heatRow{row.Name, stripOf(row.Strip)})
		}
		v.Groups = append(v.Groups, out)
	}
	return v
}
