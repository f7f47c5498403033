package wizard

import (
	"math/big"
	"strconv"
	"strings"

	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// leastRows is the room that steps and module need beside each other, leastSide that for what stands beside the stairs.
const leastRows, leastSide = 6, 28

// mostStairs is how many stages are drawn as stairs.
const mostStairs = 6

// whole is the overview with everything in sight, where the window has room for it: the stages as stairs, beside them
// what keeps the next one away; the areas; steps and module side by side. Else the stages are a row; list is nil where
// not even that fits.
func (o overview) whole(f frame, s *results, r *scoring.Result, advice *offer.Advice) (fixed []line, list []block) {
	if f.W < panelWindow {
		return nil, nil
	}
	head := append([]line{nil}, f.heading(r)...)
	notice, rest := f.notice()
	if notice != "" {
		head = append(head, f.para(notice, plain)...)
	}
	list = append(append(o.funding(f, s), still(f.scale()...)), o.areas(f, s, r)...)
	if more := f.further(); more != nil {
		list = append(list, gap, still(more...))
	}
	var blocks []line
	if text := f.blocksText(r); text != "" {
		blocks = append([]line{nil}, f.para(text, plain)...)
	}
	var last []block
	if rest != "" {
		last = []block{gap, o.rest(f, s, rest)}
	}
	for _, l := range []struct{ ladder, blocks []line }{{f.stairs(r), nil}, {f.ladder(r), blocks}} {
		fixed = append(append(append(head[:len(head):len(head)], nil), l.ladder...), nil)
		list := append(list[:len(list):len(list)], still(l.blocks...))
		room := f.body() - 1 - len(fixed) - len(flatLines(list)) - len(flatLines(last)) - 1
		if columns := f.columns(r, advice, room); l.ladder != nil && room >= len(columns) && len(columns) > 0 {
			return fixed, append(append(list, gap, still(columns...)), last...)
		}
	}
	return nil, nil
}

// reached is how a stage is drawn: certain, still possible, or not reached.
func reached(r *scoring.Result, level int) (sign string, as role) {
	switch {
	case level <= r.Stage.Low && r.Stage.Level > 0:
		return "█", accent
	case level <= r.Stage.High:
		return "▒", possible
	}
	return "░", plain
}

// stairs are the stages one above the other, with what keeps the next one away beside them; nil where they do not fit.
func (f frame) stairs(r *scoring.Result) []line {
	n, cells := len(r.Bank.Stages), 12
	for _, st := range r.Bank.Stages {
		cells = max(cells, width(f.text(st.Title))+2)
	}
	at := max(f.W/2, n*(cells+1)+4)
	if n < 2 || n > mostStairs || f.W-at < leastSide {
		return nil
	}
	rows := make([]line, 0, n+1)
	for height := n; height >= 1; height-- {
		row := ln(" ")
		for _, st := range r.Bank.Stages {
			sign, as := reached(r, st.Level)
			if st.Level < height {
				sign, as = " ", plain
			}
			row = append(row, span{as, strings.Repeat(sign, cells)}, span{plain, " "})
		}
		rows = append(rows, row)
	}
	names := line{}
	for i, st := range r.Bank.Stages {
		word := strconv.Itoa(st.Level) + " " + f.text(st.Title)
		names = names.to((cells + 1) * i)
		if st.Level == r.Stage.Level {
			names = append(names, span{strong, "[" + word + "]"})
		} else {
			names = append(names, span{plain, strings.Repeat(" ", (cells+1)*i+1-names.width()) + word})
		}
	}
	return f.join(append(rows, names), at, f.missing(f.narrowed(f.W-at), r))
}

// narrowed is a frame for a column of its own.
func (f frame) narrowed(w int) frame {
	f.W, f.Panel = w, false
	return f
}

// join puts one column beside another, from a cell on; nil when the second one is longer.
func (f frame) join(left []line, at int, right []line) []line {
	if len(right) > len(left) {
		return nil
	}
	for i, l := range right {
		left[i] = append(left[i].trimmed().to(at), l...)
	}
	return left
}

// missing is what keeps the next stage away, and the shortest way to it.
func (f frame) missing(side frame, r *scoring.Result) []line {
	var out []line
	if next := r.StageOf(r.Stage.Level + 1); next != nil && r.Stage.Level > 0 {
		out = side.para(f.T("step.short", "n", next.Level, "name", f.text(next.Title)), strong)
	}
	if text := f.blocksText(r); text != "" {
		out = append(out, side.para(text, plain)...)
	}
	if ways := f.say().Ways(); len(ways) > 0 {
		if way := side.para(f.prep(ways[0]), plain); len(out)+len(way) <= len(r.Bank.Stages)+1 {
			out = append(out, way...)
		}
	}
	return out
}

// scale names the quarters above the bars, where all of them run to a hundred.
func (f frame) scale() []line {
	for _, d := range f.applying() {
		if f.gauge(d.Dimension.ID).Top.Cmp(big.NewRat(100, 1)) != 0 {
			return nil
		}
	}
	at, w := areaWidth+4, f.barWidth()
	out := ln("")
	for i, word := range []string{"0", "25", "50", "75", "100"} {
		out = append(out.to(at+i*w/4-i*width(word)/4), span{plain, word})
	}
	return []line{out}
}

// columns are the next steps and the module side by side, as much of each as fits whole into a number of rows; nil
// where there is no room for any.
func (f frame) columns(r *scoring.Result, advice *offer.Advice, room int) []line {
	if room < leastRows {
		return nil
	}
	half := min(f.W/2, 78)
	left, right := f.narrowed(half-1), f.narrowed(f.W-half)
	var a, b []line
	doing, moduled := f.Look.bank().HasMeasures() && len(r.NextSteps) > 0, len(r.Bank.Modules) > 0
	if !doing || !moduled {
		left, right = f, f
	}
	if doing {
		a = f.listed(left, "res.steps", paneSteps, left.stepItems(r), room)
	}
	if moduled {
		b = f.listed(right, "tab.4", paneModule, right.moduleItems(advice), room)
	}
	switch {
	case len(a) == 0 || len(b) == 0:
		return append(a, b...)
	case len(b) > len(a):
		a = append(a, make([]line, len(b)-len(a))...)
	}
	return f.join(a, half, b)
}

// listed is a column: its title, as many items as fit, the key that shows all.
func (f frame) listed(side frame, title string, pane paneID, items [][]line, room int) []line {
	out := []line{side.divider(f.T(title), "")}
	for _, item := range items {
		if len(out)+len(item) >= room {
			break
		}
		out = append(out, item...)
	}
	return append(out, ln(" "+f.T("res.key", "k", f.keyOf(pane))))
}

// stepItems are what is to be settled and the next steps, numbered as in their own pane.
func (f frame) stepItems(r *scoring.Result) [][]line {
	var out [][]line
	if open := (steps{}).unknown(f); len(open) > 0 {
		out = append(out, steps{}.settle(f, r, open, false))
	}
	for i, step := range r.NextSteps {
		out = append(out, steps{}.step(f, step, i+1, false))
	}
	return out
}

// moduleItems are what to heed, the module, why it fits, what is open, and how many of its conditions are met.
func (f frame) moduleItems(advice *offer.Advice) [][]line {
	var out [][]line
	m := advice.Best()
	if m == nil {
		return [][]line{f.para(f.T("reason.no-module"), plain)}
	}
	out = append(out, f.para(f.text(m.Module.Title), strong), f.para(f.text(m.Module.Promise), plain))
	for _, reason := range m.Reasons {
		out = append(out, f.para(f.T("mod.why", "reason", reason.In(f.P)), plain))
	}
	if o := m.Best(); o != nil {
		out = append(out, f.para(f.openOffer(o), plain))
		verdicts := map[offer.Verdict]int{}
		for _, c := range o.Checks {
			verdicts[c.Verdict]++
		}
		if len(o.Checks) > 0 {
			out = append(out, f.para(f.T("res.checks", "a", verdicts[offer.Yes], "b", verdicts[offer.Unknown], "c", verdicts[offer.No]), plain))
		}
	}
	for _, n := range advice.Notes {
		out = append(out, f.hanging(line{{warn, " ! "}}, f.prep(n.In(f.P)), plain))
	}
	return out
}

// areas are a bar for every area.
func (overview) areas(f frame, s *results, r *scoring.Result) []block {
	var out []block
	for i, d := range f.applying() {
		at := f.above() + i
		out = append(out, block{lines: []line{f.areaLine(r, d, at == s.at[paneOverview])}, stop: at})
	}
	return out
}

// rest is what a bank wants said after every result; the pointer has to lead to the end of it.
func (overview) rest(f frame, s *results, text string) block {
	n := f.above() + len(f.applying())
	on := s.at[paneOverview] >= n
	return block{lines: f.hanging(pointer(on), text, roleOf(on)), stop: n}
}
