package wizard

import (
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// steps lists the improvements worth doing next, after the answers that are worth settling.
type steps struct{}

// unknown are the questions answered "don't know".
func (steps) unknown(f frame) []questionnaire.Item {
	var out []questionnaire.Item
	for _, it := range f.Look.asked(questionnaire.SectionQuestions) {
		if f.Look.settled(it.Question) == questionnaire.Unknown && it.Question.Scored() {
			out = append(out, it)
		}
	}
	return out
}

func (st steps) stops(f frame, _ *results) int {
	r, _ := f.Look.Run.Judge()
	n := len(r.NextSteps)
	if len(st.unknown(f)) > 0 {
		n++
	}
	return n
}

func (st steps) body(f frame, s *results) (fixed []line, list []block) {
	r, _ := f.Look.Run.Judge()
	at, n := min(s.at[paneSteps], max(0, st.stops(f, s)-1)), 0
	heading := func(key string, args ...any) {
		if len(list) > 0 {
			list = append(list, gap)
		}
		list = append(list, still(bold(" "+f.T(key, args...))))
	}
	next := r.StageOf(r.Stage.Level + 1)
	unblocks := len(r.NextSteps) > 0 && r.NextSteps[0].Unblocks
	lead := ahead(r)
	way := onWay(r) - lead // how many of the steps below lead to the next stage
	toNext := func() {
		if way == 0 {
			heading("step.short", "n", next.Level, "name", f.text(next.Title))
			return
		}
		heading("step.way", "n", way, "stage", next.Level, "name", f.text(next.Title))
	}
	if next != nil && r.Stage.Level > 0 && lead == 0 && (unblocks || len(st.unknown(f)) > 0) {
		toNext()
	}
	ways := f.say().Ways()
	if len(ways) > 0 {
		list = append(list, still(f.para(f.prep(ways[0]), plain)...))
	}
	if open := st.unknown(f); len(open) > 0 {
		list = append(list, block{lines: st.settle(f, r, open, at == n), stop: n})
		n++
	}
	for i, step := range r.NextSteps {
		switch {
		case i < lead:
			heading("beside.security")
		case i == lead && lead > 0:
			toNext()
		}
		if i == onWay(r) {
			list = append(list, st.later(f, ways)...)
			ways = nil
			heading(map[bool]string{true: "step.worth", false: "step.after"}[len(list) == 0], "n", len(r.NextSteps)-i)
		}
		list = append(list, block{lines: st.step(f, step, i+1, at == n), stop: n})
		n++
	}
	list = append(list, st.later(f, ways)...)
	if n == 0 {
		list = append(list, still(f.para(f.T("step.none"), plain)...))
	}
	return []line{nil}, list
}

// ahead is 1 where a step for security comes before the way to the next stage, which does not hold it; else 0.
func ahead(r *scoring.Result) int {
	if len(r.Ways) > 0 && len(r.Ways[0].Steps) > 0 && r.NextSteps[0].Measure.ID != r.Ways[0].Steps[0].Measure.ID {
		return 1
	}
	return 0
}

// onWay is how many of the next steps are those of the way to the next stage, which come first; without a way, those
// that work on what keeps it away.
func onWay(r *scoring.Result) int {
	if len(r.Ways) > 0 && len(r.Ways[0].Steps) > 0 {
		return ahead(r) + len(r.Ways[0].Steps)
	}
	if i := slices.IndexFunc(r.NextSteps, func(s scoring.Step) bool { return !s.Unblocks }); i >= 0 {
		return i
	}
	return len(r.NextSteps)
}

// later is what leads to the stage after the next one.
func (steps) later(f frame, ways []string) []block {
	if len(ways) < 2 {
		return nil
	}
	return []block{gap, still(f.para(f.prep(ways[1]), plain)...)}
}

// settle proposes to answer what was not known.
func (steps) settle(f frame, r *scoring.Result, open []questionnaire.Item, on bool) []line {
	var names []string
	for _, it := range open {
		names = append(names, f.short(it.Question))
	}
	rows := f.hanging(append(pointer(on), span{roleOf(on), "?  "}), f.T("step.settle", "list", strings.Join(names, ", ")), roleOf(on))
	if g := f.say().Total(); r.Total.Low != nil && r.Total.Low.Cmp(r.Total.High) != 0 {
		rows = append(rows, f.indented(f.T("step.fixed", "a", g.Number(r.Total.Low), "b", g.Number(r.Total.High)), 6, plain)...)
	}
	return rows
}

// step is a measure; the one pointed at says what to do, and who.
func (st steps) step(f frame, step scoring.Step, n int, on bool) []line {
	m := step.Measure
	rows := f.hanging(append(pointer(on), span{roleOf(on), padNumber(n)}), f.text(m.Title), roleOf(on))
	cost := f.T("step.cost", "days", f.say().Effort(step.Effort), "cost", f.cost(m.Cost))
	gain := f.T("step.gain.total", "area", f.shortTitle(f.Look.bank().Dimension(step.Question.Dimension)), "p", f.prep(f.say().Gain(step.Gain)))
	rows = append(rows, f.indented(cost+" · "+strings.ReplaceAll(gain, " ", "\u00a0"), 6, plain)...)
	if on {
		rows = append(rows, f.indented(f.text(m.What), 6, plain)...)
		rows = append(rows, f.indented(f.T("step.who", "who", f.text(m.Who)), 6, plain)...)
	}
	return rows
}

func padNumber(n int) string {
	if n < 10 {
		return string(rune('0'+n)) + "  "
	}
	return string(rune('0'+n/10)) + string(rune('0'+n%10)) + " "
}

// costUpTo are the upper ends of the cost classes, in cents.
var costUpTo = map[questionnaire.Cost]int64{questionnaire.CostNone: 50000, questionnaire.CostLow: 500000, questionnaire.CostMiddle: 2500000}

func (f frame) cost(c questionnaire.Cost) string {
	if cents, ok := costUpTo[c]; ok {
		return f.T("step.upto", "sum", f.P.Euro(cents))
	}
	return f.T("step.above", "sum", f.P.Euro(costUpTo[questionnaire.CostMiddle]))
}

// run opens the question behind a step, or the list of what is not known.
func (st steps) run(f frame, s *results) []say {
	r, _ := f.Look.Run.Judge()
	at := s.at[paneSteps]
	if len(st.unknown(f)) > 0 {
		if at == 0 {
			return []say{open{newReview(filterUnknown)}}
		}
		at--
	}
	if at >= len(r.NextSteps) {
		return nil
	}
	id := r.NextSteps[at].Question.ID
	if _, asked := f.Look.Talk.Visible(id); f.Look.Run.ReadOnly || !asked {
		return []say{open{newHelp(id, "")}}
	}
	return []say{open{newQuestion(f, id, true)}}
}

func (steps) keys(frame, *results) []hint { return []hint{enter("do.toquestion"), arrows("do.choose")} }

func (steps) hint(f frame, _ *results) string {
	if f.W < 78 {
		return ""
	}
	return f.T("step.note")
}
