package wizard

import (
	"strconv"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// shift is what the last answer changed: the result before it.
type shift struct {
	question *questionnaire.Question
	before   *scoring.Result
}

// watch keeps the result before an answer, so that the panel can tell what it changed. Typing on is the same change, and
// marks and notes are none.
func (r *root) watch(s put) {
	if !r.view.advice || s.q.Dimension == "" {
		return
	}
	now := r.work.iv.Answer(s.q)
	if s.amend && r.work.shift.question == s.q || s.a.State == now.State && s.a.Value.Equal(now.Value) {
		return
	}
	before, _ := r.work.judge(r.desk)
	r.work.shift = shift{s.q, before}
}

// shortWidth is the room for an area's short name in the panel, liveBar that for its bar.
const shortWidth, liveBar = 13, 8

// areas are the stops in the panel, from where the reasons of each number are one key away.
func (in ask) areas() []stop {
	if !in.f.Advice || !in.f.Panel {
		return nil
	}
	var out []stop
	for _, d := range in.f.applying() {
		out = append(out, stop{stopArea, d.Dimension.ID, ""})
	}
	return out
}

// whyOf is the result at the reasons of an area's number.
func (f frame) whyOf(id string) *results {
	why := newResult(paneWhy)
	for i, d := range f.applying() {
		if d.Dimension.ID == id {
			why.area = i + 1
		}
	}
	return why
}

// live is the panel with the result so far: the stages that are still possible, what the last answer changed, every
// area with its certainty, and what is still to talk about; at is the area pointed at, or noStop.
func (f frame) live(at int) []line {
	r, _ := f.Look.Run.Judge()
	out := append([]line{bold(" " + f.T("live.title"))}, f.sideways(f.liveStage(r))...)
	out = append(out, f.sideways(f.cover(r))...)
	if list := f.waiting(); list != "" {
		out = append(out, f.sideways(f.T("carried.left", "list", list))...)
	}
	if s := f.Look.Run.Shift; s.question != nil {
		out = append(append(out, nil), bold(" "+f.T("live.change")+": "+shorten(f.text(s.question.Wording.Short), panelWidth-5-width(f.T("live.change")))))
		out = append(out, f.liveShift(s.before, r)...)
	}
	list := []block{still(out...), gap}
	for i, d := range f.applying() {
		list = append(list, block{lines: []line{f.liveArea(d, i == at)}, stop: i})
	}
	return f.fit(append(list, gap, still(f.liveTalk()...)), at, f.body()-1)
}

// sideways is running text in the panel.
func (f frame) sideways(s string) []line {
	var out []line
	for _, l := range wrap(s, panelWidth-2) {
		out = append(out, ln(" "+l))
	}
	return out
}

// liveStage is the stage so far, or the points where there are no stages.
func (f frame) liveStage(r *scoring.Result) string {
	switch s := r.Stage; {
	case len(r.Bank.Stages) == 0:
		return f.spanWords(f.say().Total(), r.Total)
	case s.High == 0:
		return f.T("live.none")
	case s.Low == s.High && f.provisional(r):
		return f.T("live.so-far", "n", s.High, "name", f.stageName(r, s.High))
	case s.Low == s.High && f.holds(r) != "":
		return f.holds(r)
	case s.Low == s.High:
		return f.T("live.fixed", "n", s.High, "name", f.stageName(r, s.High))
	default:
		return f.T("live.may", "a", max(1, s.Low), "b", s.High)
	}
}

// stages are those still possible, in short; "" without stages.
func (f frame) stages(r *scoring.Result) string {
	switch s := r.Stage; {
	case len(r.Bank.Stages) == 0:
		return ""
	case s.Low == s.High:
		return strconv.Itoa(s.High)
	default:
		return f.T("live.between", "a", max(1, s.Low), "b", s.High)
	}
}

func (f frame) liveArea(d scoring.DimensionResult, on bool) line {
	g := f.gauge(d.Dimension.ID)
	l := append(pointer(on), span{roleOf(on), pad(shorten(f.text(d.Dimension.Short), shortWidth-1), shortWidth)})
	l = append(l, bar(g, d.Span, liveBar)...)
	score := f.prep(g.Text(d.Span.Score))
	if d.Span.Score == nil {
		score = "–"
	}
	l = append(l, span{plain, " " + padLeft(score, 4)})
	if !d.Span.Sure() {
		l = append(l, span{plain, shorten("  "+f.between(g, d.Span), max(2, panelWidth-1-l.width()))})
	}
	return l
}

// liveShift says which of the results are others than before.
func (f frame) liveShift(before, now *scoring.Result) []line {
	var out []line
	if a, b := f.stages(before), f.stages(now); a != b {
		out = append(out, f.sideways(f.T("live.was", "what", f.T("live.stage"), "a", a, "b", b))...)
	}
	for _, d := range now.Dimensions {
		was := before.Dimension(d.Dimension.ID)
		g := f.gauge(d.Dimension.ID)
		if a, b := f.span(g, was.Span), f.span(g, d.Span); a != b {
			out = append(out, f.sideways(f.T("live.was", "what", f.text(d.Dimension.Short), "a", a, "b", b))...)
		}
	}
	if out == nil {
		return f.sideways(f.T("live.same"))
	}
	return out
}

// liveTalk counts what a conversation leaves to do.
func (f frame) liveTalk() []line {
	var later, blind, aimed int
	for _, it := range f.Look.asked(questionnaire.SectionQuestions) {
		a := f.Look.Talk.Answer(it.Question)
		if a.Later {
			later++
		}
		if f.Look.settled(it.Question) == questionnaire.Answered && a.Confidence == "" {
			blind++
		}
		if a.Target != "" {
			aimed++
		}
	}
	return []line{
		ln(" " + f.T("live.later", "n", later)), ln(" " + f.T("live.nobasis", "n", blind)), ln(" " + f.T("live.target", "n", aimed)),
	}
}
