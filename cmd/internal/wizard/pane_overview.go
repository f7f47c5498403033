package wizard

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/report"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// overview is the stage on its ladder, the areas, and what comes next.
type overview struct{}

func (overview) stops(f frame, _ *results) int {
	n := f.above() + len(f.applying())
	if _, rest := f.notice(); rest != "" {
		n++ // the pointer has to lead to the end of it
	}
	return n
}

// above is how many stops stand above the areas: the details for funding that are missing.
func (f frame) above() int { return min(1, f.details().open) }

// details is how the result stands to the details for funding; empty where it is looked at without an interview.
func (f frame) details() details {
	if f.Look.Run.Details == nil {
		return details{}
	}
	return f.Look.Run.Details()
}

// funding is what is missing for support programmes, to be pointed at, and what the details given changed.
func (overview) funding(f frame, s *results) []block {
	var out []block
	d := f.details()
	if d.change.Code != "" {
		out = append(out, still(f.para(f.prep(f.P.Message("fund.", d.change)), plain)...))
	}
	if d.open > 0 {
		on := s.at[paneOverview] == 0
		out = append(out, block{lines: f.hanging(pointer(on), f.T("fund.missing", "n", d.open), roleOf(on)), stop: 0})
	}
	if out != nil {
		out = append(out, gap)
	}
	return out
}

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
	if fixed, list = o.whole(f, s, r, advice); list != nil {
		return fixed, list
	}
	head := append(f.heading(r), f.ladder(r)...)
	notice, rest := f.notice()
	if notice != "" {
		head = append(head, f.para(notice, plain)...)
	}
	list = append(o.funding(f, s), o.areas(f, s, r)...)
	if more := f.further(); more != nil {
		list = append(list, gap, still(more...))
	}
	fixed, list = f.concluded(head, list, f.conclusions(r, advice))
	if rest != "" {
		list = append(list, gap, o.rest(f, s, rest))
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

// ladder is the row of stages: certain, still possible, not reached; brackets around where the company stands. Without
// stages it is the total as a bar.
func (f frame) ladder(r *scoring.Result) []line {
	n := len(r.Bank.Stages)
	if n == 0 {
		return []line{append(ln(" "), bar(f.say().Total(), r.Total, min(f.W-2, 61))...)}
	}
	cells := f.stageCells(n)
	row, names := line{}, line{}
	edge, named := " ", f.W >= 78
	for _, st := range r.Bank.Stages {
		sign, role := reached(r, st.Level)
		if st.Level == r.Stage.Level {
			edge = "["
		}
		row = append(row, span{strong, edge}, span{plain, strconv.Itoa(st.Level) + " "}, span{role, strings.Repeat(sign, cells)})
		edge = map[bool]string{true: "]", false: " "}[edge == "["]
		names = append(names.to(3+(cells+3)*(st.Level-1)), span{plain, f.text(st.Title)})
		named = named && width(f.text(st.Title)) <= cells+2
	}
	row = append(row, span{strong, edge})
	if !named {
		return []line{row}
	}
	return []line{row, names}
}

// stageCells is how long the bar of one of n stages is: enough for their names where the window is wide enough.
func (f frame) stageCells(n int) int {
	most := (min(f.W, 100)-2)/n - 3
	if f.W < 78 {
		return max(1, min(8, most))
	}
	wish := 12
	for _, st := range f.Look.bank().Stages {
		wish = max(wish, width(f.text(st.Title))-1)
	}
	return max(1, min(wish, most))
}

// shortTitle is an area's short name.
func (f frame) shortTitle(d *questionnaire.Dimension) string { return f.text(d.Short) }

// title is an area's name, shortened by the bank where it would not fit beside a bar.
func (f frame) title(d *questionnaire.Dimension) string { return f.called(d.ID) }

// areaWidth is the room for an area's name before its bar.
const areaWidth = 28

// bar is a score as a bar: certain up to the low end, still possible up to the high one.
func bar(g report.Gauge, s scoring.Span, w int) line {
	if s.Low == nil {
		return ln(strings.Repeat("░", w))
	}
	low, high := cells(g, s.Low, w), cells(g, s.High, w)
	if s.Low.Cmp(s.High) != 0 && high == low {
		high++
		if high > w {
			low, high = w-1, w
		}
	}
	return line{{accent, strings.Repeat("█", low)}, {possible, strings.Repeat("▒", high-low)}, {plain, strings.Repeat("░", w-high)}}
}

// cells is the length of a bar, rounded half up.
func cells(g report.Gauge, points *big.Rat, w int) int {
	if g.Top.Sign() <= 0 {
		return 0
	}
	x := new(big.Rat).Mul(points, ratOf(int64(w)))
	x.Add(x.Quo(x, g.Top), big.NewRat(1, 2))
	return max(0, min(w, int(new(big.Int).Div(x.Num(), x.Denom()).Int64())))
}

// barWidth is how long the bar of an area is.
func (f frame) barWidth() int {
	w := 25
	switch {
	case f.W < 76:
		w = 15
	case f.W >= panelWindow:
		w = 40
	}
	if w -= f.scoreWidth() - 3 + f.rangeWidth() - 6; f.W >= 76 {
		w = max(8, min(w, f.W-36-f.scoreWidth()-f.levelWidth()))
	}
	if basis := f.basisWidth(); basis > 0 {
		w = max(leastBar, min(w, f.W-areaWidth-6-f.scoreWidth()-f.spreadWidth()-basis-f.needsWidth()))
	}
	return w
}

// leastBar is the shortest bar of an area.
const leastBar = 4

// spreadWidth is the room for the ranges of areas, 0 where all are certain.
func (f frame) spreadWidth() int {
	if slices.ContainsFunc(f.applying(), func(d scoring.DimensionResult) bool { return !d.Span.Sure() }) {
		return 2 + f.rangeWidth()
	}
	return 0
}

// basis is on how many questions an area's score rests where these are few, in short.
func (f frame) basis(d *scoring.DimensionResult) string {
	key := "res.basis"
	if f.W < 76 {
		key = "res.basis.short"
	}
	if n, m, thin := f.say().Thin(d); thin {
		return f.T(key, "n", n, "m", m)
	}
	return ""
}

// basisWidth is the room for the longest of these, 0 where there is none.
func (f frame) basisWidth() int {
	w := 0
	for _, d := range f.applying() {
		if basis := f.basis(&d); basis != "" {
			w = max(w, 2+width(basis))
		}
	}
	return w
}

// needsWidth is the room for what an area needs, where that stands in its row.
func (f frame) needsWidth() int {
	w := 0
	r, _ := f.Look.Run.Judge()
	for _, b := range r.BlockedBy {
		if b.Dimension != "" && f.W >= 76 {
			w = max(w, 2+width(f.T("res.needs", "q", f.prep(f.say().Needed(b)))))
		}
	}
	return w
}

func (f frame) areaLine(r *scoring.Result, d scoring.DimensionResult, on bool) line {
	w, say := f.barWidth(), f.say()
	g := say.Of(d.Dimension.ID)
	l := append(pointer(on), span{roleOf(on), pad(f.title(d.Dimension), areaWidth) + " "})
	l = append(l, bar(g, d.Span, w)...)
	l = append(l, span{roleOf(on), " " + padLeft(f.prep(g.Text(d.Span.Score)), f.scoreWidth())})
	rest := ""
	if !d.Span.Sure() {
		rest = "  " + pad(f.between(g, d.Span), f.rangeWidth())
	}
	if len(say.Own(d.Dimension.Node)) > 0 && f.W >= 76 {
		rest = pad(rest, 2)
		if d.Span.Sure() {
			rest += f.prep(say.LevelName(&d))
		}
	}
	if f.basisWidth() > 0 {
		rest = pad(rest, f.spreadWidth()) // below the ranges of other areas
	}
	if basis := f.basis(&d); basis != "" {
		rest += "  " + basis
	}
	b := blockOf(r, d.Dimension.ID)
	if b == nil || f.W < 76 {
		return append(l, span{plain, shorten(rest, max(2, f.W-1-l.width()))})
	}
	rest = pad(rest, f.spreadWidth())
	l = append(l, span{plain, rest + "  "})
	return append(l, span{warn, shorten(f.T("res.needs", "q", f.prep(say.Needed(*b))), max(2, f.W-1-l.width()))})
}

// levelWidth is the room for the longest name of an area's own band.
func (f frame) levelWidth() int {
	w, say := 0, f.say()
	for _, d := range f.applying() {
		if len(say.Own(d.Dimension.Node)) > 0 && d.Span.Sure() {
			w = max(w, width(f.prep(say.LevelName(&d))))
		}
	}
	return w
}

// rangeWidth is the room for the longest range of an area in short.
func (f frame) rangeWidth() int {
	w := 6
	for _, d := range f.applying() {
		if !d.Span.Sure() {
			w = max(w, width(f.between(f.say().Of(d.Dimension.ID), d.Span)))
		}
	}
	return w
}

// scoreWidth is the room for the longest score of an area.
func (f frame) scoreWidth() int {
	w := 3
	for _, d := range f.applying() {
		w = max(w, width(f.prep(f.say().Of(d.Dimension.ID).Text(d.Span.Score))))
	}
	return w
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
	at := s.at[paneOverview] - f.above()
	switch {
	case at < 0:
		return []say{fundingNow{}}
	case at >= len(f.applying()):
		return nil
	}
	s.area = at + 1
	s.pane = paneWhy
	s.at[paneWhy] = 0
	return nil
}

func (overview) keys(f frame, s *results) []hint {
	switch at := s.at[paneOverview] - f.above(); {
	case at < 0:
		return []hint{enter("do.fill"), arrows("do.choose")}
	case at >= len(f.applying()):
		return []hint{arrows("do.choose")}
	}
	return []hint{enter("tab.2"), arrows("do.choose")}
}

func (overview) hint(f frame, _ *results) string {
	if r, _ := f.Look.Run.Judge(); r.Stage.Level == 0 {
		return "█ " + f.T("res.sure") + wide + "▒ " + f.T("res.may")
	}
	return "█ " + f.T("res.sure") + wide + "▒ " + f.T("res.may") + wide + "[ ] " + f.T("res.here")
}
