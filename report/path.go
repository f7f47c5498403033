package report

import (
	"math/big"
	"strconv"
	"strings"

	"digitalkompass/scoring"
)

// path shows the way to the next stage: a picture of its steps, each as wide as its effort, and the same in words. It is
// nothing where no way is known.
func (b *builder) path() []Block {
	if len(b.r.Ways) == 0 || len(b.r.Ways[0].Steps) == 0 || b.r.Total.Score == nil {
		return nil
	}
	w := b.r.Ways[0]
	next, _ := b.ways()
	picture := Path{
		Start: b.T("path.start", "n", b.r.Stage.Level),
		Goal:  b.T("path.goal", "days", b.Effort(w.Effort), "stage", w.Stage, "name", b.Text(b.r.StageOf(w.Stage).Title)),
	}
	table := Table{Columns: []Column{{Title: b.T("path.step"), Share: 3}, {Title: b.T("report.col-effort"), Share: 1}, {Title: b.T("path.help"), Share: 2}}}
	var run Run
	var said []string
	reached, effort := new(big.Rat).Set(b.r.Total.Score), w.Steps[0].Effort
	for i, s := range w.Steps {
		reached.Add(reached, s.Gain)
		if i > 0 {
			effort = effort.And(s.Effort)
		}
		after := ""
		if b.audience.seesAnswers() { // where it stands tells the answer that it starts from
			after = b.Total().Exact(reached)
		}
		picture.Steps = append(picture.Steps, PathStep{Days: float(b.told(s.Effort).Least()), Label: b.Effort(effort), Reached: after})
		row := b.pathRow(i+1, s, after)
		run.Rows = append(run.Rows, row)
		said = append(said, strings.Join(filled(row[0].Text, row[1].Text, row[0].Quiet), ", "))
	}
	table.Runs = []Run{run}
	picture.Alt = b.T("path.alt", "start", picture.Start, "steps", strings.Join(said, "; "), "goal", picture.Goal)
	if len(w.Steps) > 1 { // one step needs no picture
		next = append(next, picture)
	}
	return []Block{Section{Title: b.T("path.title", "n", w.Stage), Blocks: append(next, table)}}
}

// pathRow is a step of a way: what, with how much effort and cost, and who helps.
func (b *builder) pathRow(n int, s scoring.Step, after string) []Cell {
	help := b.helpName(s)
	out := []Cell{
		{Text: strconv.Itoa(n) + ".\u00a0" + b.Text(s.Measure.Title)}, {Text: b.Effort(s.Effort), Quiet: b.T("report.cost-" + s.Measure.Cost.String())},
		{Text: help, Quiet: strings.Join(filled(b.funded(s.Measure), b.ahead(s, help)), " ")},
	}
	if after != "" {
		after = b.T("path.after", "p", after)
	}
	out[0].Quiet = strings.Join(filled(b.targeted(s), after), ", ")
	return out
}
