package wizard

import (
	"math/big"
	"strconv"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// overview is the stage on its ladder, the areas, and what comes next.
type overview struct{}

func (overview) stops(f frame, _ *results) int { return len(f.applying()) }

// applying are the areas that count for this company.
func (f frame) applying() []scoring.DimensionResult {
	r, _ := f.Look.Run.Judge()
	var out []scoring.DimensionResult
	for _, d := range r.Dimensions {
		if d.Applies {
			out = append(out, d)
		}
	}
	return out
}

func (o overview) body(f frame, s *results) (fixed []line, list []block) {
	r, advice := f.Look.Run.Judge()
	head := f.para(f.stageLine(r), strong)
	head = append(head, f.para(f.coverLine(r), plain)...)
	head = append(head, f.ladder(r)...)
	fixed, list = head, append(list, gap)
	for i, d := range f.applying() {
		list = append(list, block{lines: []line{f.areaLine(r, d, i == s.at[paneOverview])}, stop: i})
	}
	list = append(list, gap)
	for _, l := range f.conclusions(r, advice) {
		list = append(list, still(l...))
	}
	if f.body() >= roomy {
		list = append(append(list, gap), f.more(r, advice)...)
	}
	return fixed, list
}

// wide is a space that wrapping keeps.
const wide = "\u00a0\u00a0 "

// roomy is the height from which the overview also shows the next steps and the module's reasons.
const roomy = 32

func (f frame) more(r *scoring.Result, advice *offer.Advice) []block {
	var out []block
	for i, s := range r.NextSteps[:min(3, len(r.NextSteps))] {
		if i == 0 {
			out = append(out, still(bold(" "+f.T("tab.3"))))
		}
		out = append(out, still(steps{}.step(f, s, i+1, false)...))
	}
	if m := advice.Best(); m != nil {
		out = append(out, gap, still(bold(" "+f.T("tab.4"))), still(f.indented(f.text(m.Module.Promise), 3, plain)...))
		for _, reason := range m.Reasons {
			out = append(out, still(f.indented(f.T("mod.why", "reason", reason.In(f.P)), 3, plain)...))
		}
	}
	return out
}

// stageLine says the stage and how sure it is.
func (f frame) stageLine(r *scoring.Result) string {
	name := func(level int) string {
		if st := r.StageOf(level); st != nil {
			return f.text(st.Title)
		}
		return ""
	}
	s := r.Stage
	switch {
	case s.Level == 0:
		n := 0
		var areas []string
		for _, l := range r.Lacking {
			n += l.Missing
			areas = append(areas, f.shortTitle(r.Bank.Dimension(l.Dimension)))
		}
		return f.T("res.few", "n", n, "areas", strings.Join(areas, ", "))
	case r.Certain && r.Assessment.Path == questionnaire.Quick:
		return f.T("res.quick", "n", s.Level, "name", name(s.Level))
	case r.Assessment.Path == questionnaire.Quick:
		return f.T("res.quick.open", "n", s.Level, "name", name(s.Level), "a", s.Low, "b", s.High)
	case r.Certain:
		return f.T("res.fixed", "n", s.Level, "name", name(s.Level))
	case s.Low < s.Level:
		return f.T("res.between", "n", s.Level, "name", name(s.Level), "a", s.Low, "b", s.High)
	}
	return f.T("res.open", "n", s.Level, "name", name(s.Level), "m", s.High, "to", name(s.High))
}

// shortTitle is an area's short name.
func (f frame) shortTitle(d *questionnaire.Dimension) string { return f.text(d.Short) }

// title is an area's name, shortened by the bank where it would not fit beside a bar.
func (f frame) title(d *questionnaire.Dimension) string {
	if t := f.text(d.Title); width(t) <= areaWidth {
		return t
	}
	return f.text(d.Short)
}

func (f frame) pointsLine(s scoring.Span) string {
	if s.Sure() {
		return f.T("res.points.sure", "p", f.points(s.Score))
	}
	return f.T("res.points", "p", f.points(s.Score), "a", f.points(s.Low), "b", f.points(s.High))
}

func (f frame) coverLine(r *scoring.Result) string {
	c := r.Coverage
	cover := f.T("res.cover", "n", c.Answered, "m", c.Asked, "k", c.Unknown, "x", c.NotApplicable)
	if f.W < 100 {
		cover = f.T("res.cover.short", "n", c.Answered, "m", c.Asked, "k", c.Unknown)
	}
	if r.Total.Score == nil {
		return cover
	}
	return f.pointsLine(r.Total) + " " + cover
}

// ladder is the row of stages: certain, still possible, not reached; brackets around where the company stands.
func (f frame) ladder(r *scoring.Result) []line {
	cells := map[bool]int{true: 12, false: 8}[f.W >= 78]
	row, names := line{}, line{}
	edge := " "
	for _, st := range r.Bank.Stages {
		sign, role := "░", plain
		switch {
		case st.Level <= r.Stage.Low && r.Stage.Level > 0:
			sign, role = "█", accent
		case st.Level <= r.Stage.High:
			sign, role = "▒", possible
		}
		if st.Level == r.Stage.Level {
			edge = "["
		}
		row = append(row, span{strong, edge}, span{plain, strconv.Itoa(st.Level) + " "}, span{role, strings.Repeat(sign, cells)})
		edge = map[bool]string{true: "]", false: " "}[edge == "["]
		names = append(names.to(3+(cells+3)*(st.Level-1)), span{plain, f.text(st.Title)})
	}
	row = append(row, span{strong, edge})
	if f.W < 78 {
		return []line{row}
	}
	return []line{row, names}
}

// areaWidth is the room for an area's name before its bar.
const areaWidth = 28

// bar is a score as a bar: certain up to the low end, still possible up to the high one.
func bar(s scoring.Span, w int) line {
	if s.Low == nil {
		return ln(strings.Repeat("░", w))
	}
	low, high := cells(s.Low, w), cells(s.High, w)
	if s.Low.Cmp(s.High) != 0 && high == low {
		high++
		if high > w {
			low, high = w-1, w
		}
	}
	return line{{accent, strings.Repeat("█", low)}, {possible, strings.Repeat("▒", high-low)}, {plain, strings.Repeat("░", w-high)}}
}

// cells is the length of a bar, rounded half up.
func cells(points *big.Rat, w int) int {
	x := new(big.Rat).Mul(points, big.NewRat(int64(w), 100))
	x.Add(x, big.NewRat(1, 2))
	return int(new(big.Int).Div(x.Num(), x.Denom()).Int64())
}

func (f frame) areaLine(r *scoring.Result, d scoring.DimensionResult, on bool) line {
	w := 25
	switch {
	case f.W < 76:
		w = 15
	case f.W >= 110:
		w = 40
	}
	l := append(pointer(on), span{roleOf(on), pad(f.title(d.Dimension), areaWidth) + " "})
	l = append(l, bar(d.Span, w)...)
	score := "–"
	if d.Span.Score != nil {
		score = f.points(d.Span.Score)
	}
	l = append(l, span{roleOf(on), " " + padLeft(score, 3)})
	rest := ""
	if !d.Span.Sure() {
		rest = "  " + pad(f.points(d.Span.Low)+"–"+f.points(d.Span.High), 6)
	}
	if b := blockOf(r, d.Dimension.ID); b != nil && f.W >= 76 {
		rest = pad(rest, 8) + " " + f.T("res.needs", "q", b.Needs)
	}
	return append(l, span{plain, rest})
}

func blockOf(r *scoring.Result, dimension string) *scoring.Block {
	for i := range r.BlockedBy {
		if r.BlockedBy[i].Dimension == dimension {
			return &r.BlockedBy[i]
		}
	}
	return nil
}

func (overview) run(f frame, s *results) []say {
	s.area = s.at[paneOverview] + 1
	s.pane = paneWhy
	s.at[paneWhy] = 0
	return nil
}

func (overview) keys(frame, *results) []hint { return []hint{enter("tab.2"), arrows("do.choose")} }

func (overview) hint(f frame, _ *results) string {
	return "█ " + f.T("res.sure") + wide + "▒ " + f.T("res.may") + wide + "[ ] " + f.T("res.here")
}
