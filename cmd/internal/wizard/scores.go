package wizard

import (
	"math/big"
	"strings"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/report"
	"digitalkompass/scoring"
)

// say are the words for the present result.
func (f frame) say() report.Words {
	r, advice := f.Look.Run.Judge()
	return report.NewWords(r, advice, f.P)
}

// gauge writes the scores of a node by its id; "" is the total.
func (f frame) gauge(id string) report.Gauge { return f.say().Of(id) }

// called is a node's name, shortened by the bank where it would not fit beside a bar; brief is its short name.
func (f frame) called(id string) string {
	title, short := f.Look.bank().Called(id)
	if t := f.text(title); width(t) <= areaWidth {
		return t
	}
	return f.text(short)
}

func (f frame) brief(id string) string {
	_, short := f.Look.bank().Called(id)
	return f.text(short)
}

// stageLine says the stage and how sure it is; without one, the points.
func (f frame) stageLine(r *scoring.Result) string {
	s := r.Stage
	quick, way := f.provisional(r), desk.Provisional[r.Assessment.Path]
	switch {
	case r.Total.Score == nil:
		return strings.TrimSpace(f.fewLine(r) + " " + f.prep(f.say().Open()))
	case s.Level == 0 && quick:
		return f.T(way.Points, "text", f.pointsLine(r))
	case s.Level == 0:
		return f.pointsLine(r)
	case r.Certain && quick:
		return f.T(way.Sure, "n", s.Level, "name", f.stageName(r, s.Level))
	case quick:
		return f.T(way.Open, "n", s.Level, "name", f.stageName(r, s.Level), "a", s.Low, "b", s.High)
	case f.holds(r) != "":
		return f.holds(r)
	case r.Certain:
		return f.T("res.fixed", "n", s.Level, "name", f.stageName(r, s.Level))
	case s.Low < s.Level:
		return f.T("res.between", "n", s.Level, "name", f.stageName(r, s.Level), "a", s.Low, "b", s.High)
	}
	return f.T("res.open", "n", s.Level, "name", f.stageName(r, s.Level), "m", s.High, "to", f.stageName(r, s.High))
}

// holds is the stage where it is certain only if answers taken over still hold, "" else.
func (f frame) holds(r *scoring.Result) string {
	if f.provisional(r) {
		return ""
	}
	return f.prep(f.say().IfHolds())
}

// provisional says whether further questions could make another stage of the result.
func (f frame) provisional(r *scoring.Result) bool {
	if r.Assessment.Path == questionnaire.Full {
		return false
	}
	ahead := f.Look.Run.Ahead()
	return r.Provisional(!ahead.Sure(), ahead.Stage)
}

func (f frame) stageName(r *scoring.Result, level int) string {
	if st := r.StageOf(level); st != nil {
		return f.text(st.Title)
	}
	return ""
}

// fewLine says which answers keep a result away.
func (f frame) fewLine(r *scoring.Result) string {
	n := 0
	var areas []string
	for _, l := range r.Lacking {
		n += l.Missing
		areas = append(areas, f.brief(l.Dimension))
	}
	key := "res.few"
	if len(r.Bank.Stages) == 0 {
		key = "res.few.points"
	}
	must := f.prep(f.say().Required())
	switch {
	case n == 0 && must == "":
		return f.T("report.lacking-answers", "n", r.Coverage.Unknown+r.Coverage.Open)
	case n == 0:
		return must
	}
	return strings.TrimSpace(f.T(key, "n", n, "areas", strings.Join(areas, ", ")) + " " + must)
}

// pointsLine is the total with the names of its bands and its range.
func (f frame) pointsLine(r *scoring.Result) string {
	w := f.say()
	g := w.Total()
	text := g.OfTop(r.Total.Score)
	if bands := w.Bands(r.Node("")); len(bands) > 0 {
		text += ", " + strings.Join(bands, ", ")
	}
	if !r.Total.Sure() {
		text += f.T("res.points.may", "range", g.Range(r.Total.Low, r.Total.High))
	}
	return f.prep(text) + "."
}

// coverLines are the points and how much of the questions they rest on, which makes the ranges; in one row where there is room.
func (f frame) coverLines(r *scoring.Result) []line {
	cover := f.cover(r)
	if r.Stage.Level > 0 && !r.Total.Sure() {
		ranges := 1
		if !r.Certain {
			ranges++
		}
		if hence := strings.TrimSuffix(cover, ".") + f.T("res.cover.hence", "n", ranges); width(hence) <= f.wide() {
			cover = hence
		}
	}
	if r.Stage.Level == 0 {
		return f.para(cover, plain)
	}
	points := strings.TrimSpace(f.pointsLine(r) + " " + f.prep(f.say().Close()))
	if both := points + " " + cover; width(both) <= f.wide() {
		return f.para(both, plain)
	}
	return append(f.para(points, plain), f.para(cover, plain)...)
}

// cover is how many of the questions that count are answered, and what became of the others.
func (f frame) cover(r *scoring.Result) string {
	c := r.Coverage
	key := "res.cover"
	if c.Unscored > 0 {
		key = "res.cover.scored" // there are others, which count for nothing
	}
	text := f.T(key, "n", c.Answered, "m", c.Asked)
	if c.Unknown > 0 {
		text += ", " + f.T("rev.count.unknown", "n", c.Unknown)
	}
	if c.Open > 0 && c.Answered > 0 {
		text += ", " + f.T("rev.count.open", "n", c.Open)
	}
	if c.NotApplicable > 0 {
		text += ", " + f.T("res.cover.na", "n", c.NotApplicable)
	}
	return text + "."
}

// carriedLine tells of answers taken over and not confirmed; nothing where there are none, and where the stage says it.
func (f frame) carriedLine(r *scoring.Result) []line {
	if text := f.say().Carried(); text != "" && f.holds(r) == "" {
		return f.para(f.prep(text), plain)
	}
	return nil
}

// deepenedLine says what going deeper made of the stage; nothing where it is the same.
func (f frame) deepenedLine() []line {
	if f.Look.Run.Quick == nil {
		return nil
	}
	if text := f.say().Deepened(f.Look.Run.Quick()); text != "" {
		return f.para(f.prep(text), plain)
	}
	return nil
}

// sinceLine says what became of stage and points since the template; nothing where there is none.
func (f frame) sinceLine() []line {
	if text := f.say().Since(); text != "" {
		return f.para(f.prep(text), plain)
	}
	return nil
}

// spanWords is a score with its range in words.
func (f frame) spanWords(g report.Gauge, s scoring.Span) string {
	switch {
	case s.Score == nil && s.Low == nil:
		return f.T("state.na")
	case s.Score == nil:
		return f.T("why.span.none", "a", g.Number(s.Low), "b", g.Number(s.High))
	case s.Sure():
		return f.prep(g.Points(s.Score))
	}
	return f.prep(g.Points(s.Score) + ", " + f.P.T("plain.span", "a", g.Number(s.Low), "b", g.Number(s.High)))
}

// span is a score with its range in short.
func (f frame) span(g report.Gauge, s scoring.Span) string {
	switch {
	case s.Low == nil:
		return f.T("state.na")
	case s.Score == nil:
		return "–  (" + f.between(g, s) + ")"
	case s.Sure():
		return f.prep(g.Text(s.Score))
	}
	return f.prep(g.Text(s.Score)) + " (" + f.between(g, s) + ")"
}

// between is an interval in short: "35–55".
func (f frame) between(g report.Gauge, s scoring.Span) string {
	low, high := f.prep(g.Number(s.Low)), f.prep(g.Number(s.High))
	for _, unit := range []string{"\u00a0%", "%"} {
		if strings.HasSuffix(low, unit) {
			low = strings.TrimSuffix(low, unit)
			break
		}
	}
	return low + "–" + high
}

// further is a line for every result beside the total.
func (f frame) further() []line {
	w := f.say()
	var out []line
	for _, n := range w.Further() {
		parts := append([]string{f.spanWords(w.Of(n.Node.ID), n.Span)}, w.Bands(n)...)
		out = append(out, f.hanging(ln("   "), f.text(n.Node.Title)+": "+f.prep(strings.Join(parts, ", ")), plain)...)
	}
	return out
}

// notice is what the bank wants said with every result: its first sentence, which stands at the head, and the rest.
func (f frame) notice() (first, rest string) {
	text := f.text(f.Look.bank().About.Notice)
	first, rest, more := strings.Cut(text, ". ")
	if more {
		first += "."
	}
	return first, rest
}

func ratOf(n int64) *big.Rat { return big.NewRat(n, 1) }
