package wizard

import (
	"math/big"
	"strconv"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/report"
	"digitalkompass/scoring"
)

// why shows how a number came about: of one area from its answers, of the total from the areas.
type why struct{}

// lines are the contributions of an area that enter its number.
func (w why) lines(f frame, s *results) []scoring.Contribution {
	r, _ := f.Look.Run.Judge()
	var out []scoring.Contribution
	for _, c := range report.Merged(r) {
		if c.Dimension == w.area(f, s).Dimension.ID && (c.Treatment != scoring.Left || c.State == questionnaire.NotApplicable && c.Standing == questionnaire.Asked) {
			out = append(out, c)
		}
	}
	return out
}

// area is the area shown; only for s.area > 0.
func (why) area(f frame, s *results) scoring.DimensionResult {
	all := f.applying()
	return all[max(0, min(s.area, len(all))-1)]
}

func (w why) stops(f frame, s *results) int {
	if s.area == 0 {
		return len(f.applying())
	}
	return len(w.lines(f, s))
}

func (w why) body(f frame, s *results) (fixed []line, list []block) {
	r, _ := f.Look.Run.Judge()
	if len(f.applying()) == 0 {
		return nil, nil
	}
	if s.area == 0 {
		return w.total(f, s, r)
	}
	d := w.area(f, s)
	fixed = f.hanging(line{{focus, " ◄ " + f.title(d.Dimension) + " ►"}, {plain, "   "}}, f.spanWords(f.gauge(d.Dimension.ID), d.Span), plain)
	place := f.T("why.area", "n", s.area, "m", len(f.applying()))
	if fixed[0].width()+width(place)+2 <= f.W-1 {
		fixed[0] = append(fixed[0].to(f.W-1-width(place)), span{plain, place})
	}
	fixed = append(fixed, nil, w.head(f))
	for i, c := range w.lines(f, s) {
		list = append(list, block{lines: []line{w.row(f, c, i == s.at[paneWhy])}, stop: i})
	}
	list = append(list, gap)
	for _, l := range w.workings(f, d, w.lines(f, s)) {
		list = append(list, still(l...))
	}
	list = append(list, gap)
	if b := blockOf(r, d.Dimension.ID); b != nil {
		list = append(list, still(f.para(f.T("why.min", "n", b.Stage, "q", f.prep(f.gauge(b.Dimension).Points(b.Needs))), plain)...))
	}
	if f.say().Equal() {
		list = append(list, still(f.para(f.T("why.weight", "a", 1, "b", len(f.applying())), plain)...))
	}
	if d.Coverage.Unknown > 0 && d.Span.Low.Cmp(d.Span.High) != 0 {
		list = append(list, still(f.para(f.T("why.unknown"), plain)...))
	}
	list = append(list, w.level(f, d)...)
	return fixed, list
}

// level says what the area's level is called, what it means and what to do next, as far as the bank says so.
func (why) level(f frame, d scoring.DimensionResult) []block {
	say := f.say()
	level := say.Level(&d)
	if level == 0 {
		return nil
	}
	for _, l := range d.Dimension.Levels {
		if l.Level == level {
			out := []block{gap, still(f.para(f.prep(say.LevelHead(&d))+"; "+f.T("level.differs")+": "+f.text(l.Meaning), plain)...)}
			if next := f.text(l.Next); next != "" {
				out = append(out, still(f.para(f.T("level.next")+": "+next, plain)...))
			}
			return out
		}
	}
	if name := f.prep(say.LevelName(&d)); name != "" {
		if text := f.prep(say.Meaning(&d)); text != "" {
			return []block{gap, still(f.para(name+": "+text, plain)...)}
		}
		return []block{gap, still(f.para(f.T("why.reached", "name", name), plain)...)}
	}
	return nil
}

// Cells where answer and points begin.
func (w why) columns(f frame) (answer, points int) { return min(42, f.W-31), min(66, f.W-10) }

func (w why) head(f frame) line {
	a, p := w.columns(f)
	return append(append(ln("       "+f.T("why.question")).to(a), span{plain, f.T("why.yours")}).to(p), span{plain, f.T("why.points")})
}

func (w why) row(f frame, c scoring.Contribution, on bool) line {
	a, p := w.columns(f)
	q := f.Look.bank().Question(c.Question)
	number := ""
	if n := f.Look.Talk.Number(f.Look.Talk.Assessment(), c.Question); n > 0 {
		number = strconv.Itoa(n)
	}
	l := append(pointer(on), span{roleOf(on), padLeft(number, 2) + "  " + shorten(f.prep(f.say().Line(c)), a-8)}).to(a)
	said := f.said(q, f.Look.Talk.Answer(q))
	if c.Treatment == scoring.ZeroCounted {
		said = f.T("why.zero")
	}
	l = append(l, span{roleOf(on), shorten(said, p-a-1)}).to(p)
	return append(l, span{roleOf(on), w.score(f, c)})
}

// score is what an answer is worth, on the scale to a hundred; where a bank gives other points, those of those attainable.
func (why) score(f frame, c scoring.Contribution) string {
	five := f.Look.bank().FivePoints()
	switch {
	case c.Treatment == scoring.Widens && five:
		return f.T("hint.range", "a", "0", "b", "100")
	case c.Treatment == scoring.Widens:
		return f.T("state.open")
	case c.Score == nil:
		return "–"
	case !five:
		return f.prep(f.P.Number(c.Earned) + "/" + f.P.Number(c.Possible))
	}
	return f.prep(f.P.Number(hundredfold(c.Score)))
}

func hundredfold(x *big.Rat) *big.Rat { return new(big.Rat).Mul(x, big.NewRat(100, 1)) }

// workings are the sums for the answered questions, the worst and the best case; where an area is no plain mean, its rule
// and the nodes below it.
func (w why) workings(f frame, d scoring.DimensionResult, lines []scoring.Contribution) [][]line {
	if !f.say().Simple(d.Dimension) {
		return w.nodes(f, d)
	}
	g := f.gauge(d.Dimension.ID)
	var out [][]line
	sum := func(key string, open *big.Rat, result *big.Rat) {
		if alone := len(lines) == 1 && d.Span.Sure(); result != nil && !alone { // one answer is no sum
			lead := line{{plain, " " + pad(f.T(key)+":", 25) + " "}}
			out = append(out, f.hanging(lead, w.sum(f, lines, open)+" = "+f.prep(g.Number(result)), plain))
		}
	}
	sum("why.answered", nil, d.Span.Score)
	if !d.Span.Sure() {
		sum("why.worst", new(big.Rat), d.Span.Low)
		sum("why.best", big.NewRat(100, 1), d.Span.High)
	}
	return out
}

func (why) nodes(f frame, d scoring.DimensionResult) [][]line {
	w := f.say()
	out := [][]line{f.para(f.T("why.rule", "rule", w.Rule(d.Dimension.Node)), plain)}
	for _, n := range w.Groups(d.Dimension) {
		parts := append([]string{f.spanWords(w.Of(n.Node.ID), n.Span)}, w.Bands(n)...)
		out = append(out, f.hanging(ln("   "), f.text(n.Node.Title)+": "+f.prep(strings.Join(parts, ", ")), plain))
	}
	return out
}

// sum writes a weighted mean; open questions count as given, or not at all.
func (why) sum(f frame, lines []scoring.Contribution, open *big.Rat) string {
	var terms []string
	weights := new(big.Rat)
	for _, c := range lines {
		points := open
		if c.Score != nil {
			points = hundredfold(c.Score)
		}
		if c.Treatment == scoring.Left || points == nil {
			continue
		}
		term := f.prep(f.P.Number(points))
		if c.Weight.Cmp(big.NewRat(1, 1)) != 0 {
			term = f.prep(f.P.Number(c.Weight)) + " × " + term
		}
		terms = append(terms, term)
		weights.Add(weights, c.Weight)
	}
	return f.over(terms, f.prep(f.P.Number(weights)))
}

// over is a sum divided by a number, with the language's sign.
func (f frame) over(terms []string, by string) string {
	return "(" + strings.Join(terms, " + ") + ") " + f.T("why.over") + " " + by
}

// total shows how the total comes from the areas.
func (w why) total(f frame, s *results, r *scoring.Result) (fixed []line, list []block) {
	say := f.say()
	fixed = append(f.hanging(line{{focus, " " + f.T("why.total")}, {plain, "   "}}, f.spanWords(say.Total(), r.Total), plain), nil)
	for i, d := range f.applying() {
		on := i == s.at[paneWhy]
		l := append(pointer(on), span{roleOf(on), pad(f.title(d.Dimension), areaWidth+2)})
		g := say.Of(d.Dimension.ID)
		text := f.spanWords(g, d.Span)
		if l.width()+width(text) > f.wide()+1 && d.Span.Score != nil {
			text = f.prep(g.Points(d.Span.Score)) + ", " + f.between(g, d.Span) // in one row
		}
		list = append(list, block{lines: f.hanging(l, text, roleOf(on)), stop: i})
	}
	if more := f.further(); more != nil {
		list = append(list, gap, still(more...))
	}
	list = append(list, gap, still(w.mean(f, r)...))
	for _, b := range r.BlockedBy {
		list = append(list, still(f.para(f.blockText(b), plain)...))
	}
	if st := r.StageOf(r.Stage.Level); st != nil {
		list = append(list, gap, still(f.para(f.T("why.stage", "n", st.Level)+"; "+f.T("level.differs")+": "+f.text(st.Meaning), plain)...), still(f.para(f.T("level.next")+": "+f.text(st.Next), plain)...))
	}
	return fixed, list
}

// mean is the sum that gives the total; where it is no plain mean, its rule.
func (why) mean(f frame, r *scoring.Result) []line {
	say := f.say()
	if !say.Equal() {
		return f.para(f.T("why.rule.total", "rule", say.Rule(r.Bank.Policy.Total)), plain)
	}
	if r.Total.Score == nil {
		return nil
	}
	var scores []string
	for _, d := range f.applying() {
		if d.Span.Score != nil {
			scores = append(scores, f.prep(f.P.Number(d.Span.Score)))
		}
	}
	sum := f.over(scores, strconv.Itoa(len(scores))) + " = " + f.prep(say.Total().Number(r.Total.Score))
	return f.hanging(line{{plain, " " + f.T("why.mean") + " "}}, sum, plain)
}

// run opens the question, or from the total the area.
func (w why) run(f frame, s *results) []say {
	if s.area == 0 {
		s.area = s.at[paneWhy] + 1
		s.at[paneWhy] = 0
		return nil
	}
	lines := w.lines(f, s)
	if len(lines) == 0 {
		return nil
	}
	c := lines[min(s.at[paneWhy], len(lines)-1)]
	if f.Look.Run.ReadOnly || c.Standing != questionnaire.Asked {
		return []say{open{newHelp(c.Question, "")}}
	}
	return []say{open{newQuestion(f, c.Question, true)}}
}

func (why) keys(f frame, s *results) []hint {
	if s.area == 0 {
		return []hint{enter("do.toarea"), {key: "key.right", word: "do.nextview"}}
	}
	return []hint{enter("do.toquestion"), {key: "key.right", word: "do.nextarea"}}
}

func (why) hint(frame, *results) string { return "" }
