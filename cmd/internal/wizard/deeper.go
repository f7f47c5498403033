package wizard

import (
	"strconv"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// deeper ends the quick path: on to all questions, or to the result.
type deeper struct{ pick }

func (s *deeper) CapturesText() bool { return false }

// remaining are the questions that the full path adds, per dimension.
func (f frame) remaining() (per map[string]int, all int) {
	full := *f.Look.Talk.Assessment()
	full.Path = questionnaire.Full
	per = map[string]int{}
	for _, it := range f.Look.Talk.Section(&full, questionnaire.SectionQuestions) {
		if f.Look.settled(it.Question) == questionnaire.Open {
			per[it.Dimension.ID]++
			all++
		}
	}
	return per, all
}

// open counts what the full path adds.
func (f frame) open() int {
	_, all := f.remaining()
	return all
}

// deepen is the entry that goes on to all questions.
func (f frame) deepen(wrap func(string) string) entry {
	full := *f.Look.Talk.Assessment()
	full.Path = questionnaire.Full
	_, n := f.remaining()
	return entry{wrap(f.T("btn.all", "n", n, "time", f.minutes(f.Look.Talk.Progress(&full).Minutes))), "", []say{deepen{}}}
}

// button is a word as a button.
func button(word string) string { return "[ " + word + " ]" }

// narrow goes on with the questions that can still change something, or says that there are none.
type narrow struct{}

func (narrow) do(r *root) {
	w := r.work
	most := w.ahead(r.desk).Most
	if !w.deep.round.Start(r.desk, w.iv) {
		r.push(&deeper{})
		return
	}
	w.deep.pauses, w.reach = 0, nil
	r.base()
	r.current()
	r.note = note{key: "deep.begin", args: []any{"n", most}}
}

// pauseAfter is how many questions of a round pass before the way out is named again.
const pauseAfter = 10

// onward goes on from a question of the round; behind the last one lies what ends it.
func (r *root) onward(id string) {
	w := r.work
	w.deep.round.Visit(id)
	if w.deep.round.Forward(r.desk, w.iv) {
		r.goTo(w.iv.Assessment().Position)
		if n := w.deep.round.Passed() - 1; n/pauseAfter > w.deep.pauses && r.note.key == "" { // else at the next question
			w.deep.pauses = n / pauseAfter
			r.note = note{key: "deep.pause", args: []any{"n", n}}
		}
		return
	}
	w.deep.of = nil
	finish{}.do(r)
}

// retrace goes one item back, on the way that was walked; false when there is none.
func (r *root) retrace(id string) bool {
	iv := r.work.iv
	moved, out := r.work.deep.round.Back(iv, id)
	if !moved {
		prev, ok := iv.Neighbour(iv.Assessment(), id, -1)
		if !ok {
			return false
		}
		iv.Go(prev.Question.ID)
	}
	r.goTo(iv.Assessment().Position)
	if out {
		r.note = note{key: "deep.before"}
	}
	return true
}

// narrowing is the entry that goes on where it matters, if anything still does. Where that may become all questions, it says
// what is different: it ends earlier.
func (f frame) narrowing(wrap func(string) string) []entry {
	switch ahead := f.Look.Run.Ahead(); {
	case len(ahead.Ask) > 0 && ahead.Most == f.open() && ahead.Most > 1:
		return []entry{{wrap(f.T("deep.go.all", "n", ahead.Most)), "", []say{narrow{}}}}
	case len(ahead.Ask) > 0:
		return []entry{{wrap(f.T("deep.go", "n", ahead.Most)), "", []say{narrow{}}}}
	case ahead.Again > 0:
		return []entry{{wrap(f.T("deep.again")), "", []say{narrow{}}}}
	}
	return nil
}

func (s *deeper) entries(f frame) []entry {
	out := f.narrowing(button)
	out = append(out, entry{button(f.T("btn.result")), "", []say{result{}}})
	if _, n := f.remaining(); n > 0 {
		out = append(out, f.deepen(button))
	}
	return out
}

// rows are the areas that count or will, each with what its number is made of behind it.
func (s *deeper) rows(f frame) []scoring.DimensionResult {
	r, _ := f.Look.Run.Judge()
	per, _ := f.remaining()
	var out []scoring.DimensionResult
	for _, d := range r.Dimensions {
		if d.Applies || per[d.Dimension.ID] > 0 {
			out = append(out, d)
		}
	}
	return out
}

// Update runs one of the two entries, or shows why an area has its points.
func (s *deeper) Update(f frame, k key) []say {
	entries := s.entries(f)
	for _, d := range s.rows(f) {
		why := newResult(paneWhy)
		for i, other := range f.applying() {
			if other.Dimension == d.Dimension {
				why.area = i + 1
			}
		}
		entries = append(entries, entry{run: []say{open{why}}})
	}
	return menuOf(&s.pick, entries, k)
}

// View shows the provisional stage, and per area what further questions would make more exact.
func (s *deeper) View(f frame) page {
	c := f.counts()
	title := "deep.title"
	if f.Look.Talk.Assessment().Path == questionnaire.Deeper {
		title = "deep.title.on"
	}
	p := page{Left: f.T(title), Right: c.in(f), Done: c.of - c.open, Of: c.of}
	r, _ := f.Look.Run.Judge()
	per, all := f.remaining()
	head := f.para(f.stageLine(r), strong)
	if r.Stage.Level > 0 {
		head = append(head, f.para(f.pointsLine(r), plain)...)
	}
	head = append(head, f.deepenedLine()...)
	if r.Coverage.Unknown > 0 && r.Stage.High > r.Stage.Level {
		head = append(head, f.para(f.T("deep.may", "n", r.Coverage.Unknown, "to", r.Stage.High), plain)...)
	}
	if m, ok := f.Look.Run.Ahead().Says(f.Look.bank()); ok {
		head = append(head, f.para(f.T("deep."+m.Code, m.Args...), plain)...)
	}
	list := []block{gap, still(head...), gap}
	menu := f.menuBlocks(s.entries(f), s.at, sideColumn)
	list = append(list, menu...)
	if all > 0 {
		list = append(list, gap, still(f.para(f.T("deep.keep"), plain)...))
	}
	list = append(list, gap, still(f.deepHead()))
	for i, d := range s.rows(f) {
		at := len(menu) + i
		list = append(list, block{lines: []line{f.deepRow(d, per[d.Dimension.ID], at == s.at)}, stop: at})
	}
	p.Body = f.fit(list, s.at, f.body())
	return p
}

// deepColumns are the cells where points and questions begin.
func (f frame) deepColumns() (points, questions int) {
	if f.W < 76 {
		return 34, 48
	}
	return 36, 53
}

func (f frame) deepHead() line {
	points, questions := f.deepColumns()
	word := "deep.questions"
	if f.W < 76 {
		word = "deep.questions.short"
	}
	return append(append(ln("   "+f.T("why.area.head")).to(points), span{plain, f.T("why.points")}).to(questions), span{plain, f.T(word)})
}

func (f frame) deepRow(d scoring.DimensionResult, more int, on bool) line {
	points, questions := f.deepColumns()
	l := append(pointer(on), span{roleOf(on), f.title(d.Dimension)}).to(points)
	return append(append(l, span{roleOf(on), f.span(f.gauge(d.Dimension.ID), d.Span)}).to(questions), span{roleOf(on), strconv.Itoa(more)})
}

// Keys are the words of the key row.
func (s *deeper) Keys(f frame) []hint {
	return []hint{enter("do.run"), f.out(), {op: opReview, key: "a", word: "rev.title"}, menuHint}
}

// funding offers, once, the details that only support programmes need.
type funding struct {
	pick
	missing int
}

func (s *funding) CapturesText() bool { return false }

func (s *funding) entries(f frame) []entry {
	return []entry{
		{f.T("fund.now"), "", []say{fundingNow{}}},
		{f.T("fund.later"), "", []say{result{}}},
	}
}

// fundingNow goes to the first open detail.
type fundingNow struct{}

func (fundingNow) do(r *root) {
	if open := desk.FundingOpen(r.work.iv); len(open) > 0 {
		visit{open[0].Question.ID}.do(r)
		return
	}
	result{}.do(r)
}

// funded shows the result behind the last detail, above what is left to do: back from there leads to no detail.
func (r *root) funded() {
	if _, open := r.work.iv.FirstOpen(r.work.iv.Assessment()); open {
		r.push(newReview(filterOpen))
	}
	r.choices()
	r.push(newResult(paneOverview))
}

// Update runs one of the two entries.
func (s *funding) Update(f frame, k key) []say { return menuOf(&s.pick, s.entries(f), k) }

// secondsPerDetail is how long a detail takes, about.
const secondsPerDetail = 18

// View asks.
func (s *funding) View(f frame) page {
	time := max(1, (s.missing*secondsPerDetail+30)/60)
	rows := append([]line{nil}, f.para(f.T("fund.ask", "n", s.missing, "time", f.minutes(time)), strong)...)
	rows = append(append(rows, f.para(f.T("fund.why"), plain)...), nil)
	p := page{Left: f.T("head.funding"), Done: 1, Of: 1}
	p.Body = append(rows, f.fit(f.menuBlocks(s.entries(f), s.at, sideColumn), s.at, f.body()-len(rows))...)
	return p
}

// Keys are the words of the key row.
func (s *funding) Keys(frame) []hint { return []hint{enter("do.run"), esc("do.back"), menuHint} }
