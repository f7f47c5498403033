package report

import (
	"math/big"
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

// Changed adds what became of the result since earlier answers.
func Changed(s scoring.Since) Addition { return func(b *builder) { b.since = &s } }

// change says what is different from the time before, and why: because more is known, or because the company changed.
func (b *builder) change() *Part {
	if b.since == nil {
		return nil
	}
	s := b.since
	then, now := s.Then.Total.Score, s.Now.Total.Score
	g, day := b.Total(), b.thenDay()
	head, lead := b.T("change.open"), b.T("change.open-lead", "day", day)
	if then != nil && now != nil {
		head = b.T("change.head", "a", g.Exact(then), "b", g.Said(now))
		known, done := g.step(then, s.Known.Total.Score), g.step(s.Known.Total.Score, now)
		lead = b.T("change.lead", "day", day, "known", known, "done", done)
	}
	if a, c := b.stageName(s.Then), b.stageName(s.Now); a != "" && c != "" {
		lead += " " + b.T(either(a == c, "change.stage-same", "change.stage"), "a", a, "b", c)
	}
	if s.Rescored {
		lead += " " + b.T("change.rescored")
	}
	lead += b.unknownChange()
	blocks := []Block{b.changeTable()}
	if t := b.targets(); t != nil {
		blocks = append(blocks, *t)
	}
	for _, x := range []struct {
		key string
		ids []string
	}{{"done", s.Changed}, {"learned", s.Learned}, {"lost", s.Lost}} {
		if ids := slices.DeleteFunc(slices.Clone(x.ids), b.unseenAnswer); len(ids) > 0 {
			blocks = append(blocks, Section{Title: b.T("change." + x.key), Blocks: []Block{b.changedAnswers(ids)}})
		}
	}
	return b.part("change", head, lead, append(blocks, Paragraph{Voice: Quiet, Text: b.T("change.note")})...)
}

// targets are those that were set the time before, as far as the audience sees them, and whether today's answers reach
// them; nil for none.
func (b *builder) targets() *Section {
	if !b.audience.seesAnswers() {
		return nil
	}
	t := Table{Columns: []Column{{Title: b.T("sheet.question"), Share: 1}, {Title: b.T("change.target"), Share: 2}, {Title: b.T("change.now"), Share: 2}, {Title: b.T("change.standing"), Share: 1}}}
	var run Run
	reached := 0
	then, told := b.audience.Shown(b.bank, b.since.Then.Assessment), map[string]bool{}
	for _, d := range b.r.Dimensions {
		for _, c := range b.asked(d.Dimension.ID) {
			q := b.shape(c.Question)
			aim := q.Option(then.Get(q).Target)
			if aim == nil || told[q.ID] {
				continue
			}
			told[q.ID] = true
			word := "change.not-yet"
			if least := aim.PointsFor(c.Part); c.Score != nil && least != nil && c.Earned.Cmp(least) >= 0 {
				word = "change.reached"
				reached++
			}
			run.Rows = append(run.Rows, []Cell{{Text: b.Text(q.Wording.Short)}, {Text: b.Text(aim.Text)}, {Text: AnswerText(b.Printer, q, b.a.Get(q))}, {Text: b.T(word)}})
		}
	}
	if len(run.Rows) == 0 {
		return nil
	}
	t.Runs = []Run{run}
	return &Section{Title: b.T("change.targets"), Blocks: []Block{Paragraph{Text: b.T("change.targets-met", "n", len(run.Rows), "k", reached)}, t}}
}

func (b *builder) thenDay() source.Day {
	if at := b.since.Then.Assessment.Updated; !at.IsZero() {
		return source.DayOf(at)
	}
	return b.day()
}

func (b *builder) stageName(r *scoring.Result) string {
	s := r.StageOf(r.Stage.Level)
	if s == nil {
		return ""
	}
	return b.T("whatif.level", "n", s.Level, "name", s.Title)
}

// Since says in a sentence what became of stage and points since the assessment that was the template of this one, and
// what of it is only better known; "" where there was none.
func (w Words) Since() string {
	s := w.r.Since()
	if s == nil {
		return ""
	}
	var parts []string
	if a, b := s.Then.Stage.Level, s.Now.Stage.Level; a > 0 && b > 0 {
		parts = append(parts, w.T(either(a == b, "since.stage-same", "since.stage"), "a", a, "b", b))
	}
	g, then, known, now := w.Total(), s.Then.Total.Score, s.Known.Total.Score, s.Now.Total.Score
	if then != nil && now != nil {
		same := g.Exact(then) == g.Exact(now)
		parts = append(parts, w.T(either(same, "since.points-same", "since.points"), "a", g.Exact(then), "b", g.Said(now)))
		if step := g.step(then, known); known != nil && step != g.step(then, then) {
			parts = append(parts, w.T("since.known", "x", step))
		}
	}
	if parts == nil {
		parts = []string{w.T("since.open")}
	} else if w.r.Carried.N > 0 {
		parts = append(parts, w.T("since.confirmed"))
	}
	text := w.T("since.undated", "list", strings.Join(parts, ", "))
	if at := s.Then.Assessment.Updated; !at.IsZero() {
		text = w.T("since.line", "day", source.DayOf(at), "list", strings.Join(parts, ", "))
	}
	return text
}

// changeTable has a line for the total and each dimension: then, now, and what the difference is owed to.
func (b *builder) changeTable() Table {
	t := Table{Columns: []Column{{Title: b.T("sheet.area"), Share: 2}}}
	for _, key := range []string{"then", "now", "col-known", "col-done"} {
		t.Columns = append(t.Columns, Column{Title: b.T("change." + key), Share: 1, Right: true})
	}
	row := func(name string, g Gauge, then, known, now *big.Rat) []Cell {
		return []Cell{{Text: name}, {Text: g.Exact(then)}, {Text: g.Exact(now)}, {Text: g.step(then, known)}, {Text: g.step(known, now)}}
	}
	s := b.since
	run := Run{Rows: [][]Cell{row(b.T("report.total"), b.Total(), s.Then.Total.Score, s.Known.Total.Score, s.Now.Total.Score)}}
	for i, d := range s.Now.Dimensions {
		if d.Applies || s.Then.Dimensions[i].Applies {
			run.Rows = append(run.Rows, row(b.Text(d.Dimension.Title), b.Of(d.Dimension.ID), s.Then.Dimensions[i].Span.Score, s.Known.Dimensions[i].Span.Score, d.Span.Score))
		}
	}
	t.Runs = []Run{run}
	return t
}

// step is a difference of two scores with its sign, "±0" for none, a dash where one of them is not known.
func (g Gauge) step(from, to *big.Rat) string {
	if from == nil || to == nil {
		return "–"
	}
	d := new(big.Rat).Sub(to, from)
	switch text := g.Exact(new(big.Rat).Abs(d)); {
	case text == g.Exact(new(big.Rat)):
		return "±0"
	case d.Sign() < 0:
		return "−" + text
	default:
		return "+" + text
	}
}

// unseenAnswer says whether the report does not show an answer: the name stands on the cover, and an audience may not
// see it.
func (b *builder) unseenAnswer(id string) bool {
	switch q := b.bank.Question(id); {
	case id == questionnaire.FieldName:
		return true
	case q.Dimension == "":
		return !b.audience.HasField(id)
	}
	return !b.audience.seesAnswers()
}

// changedAnswers are answers then and now.
func (b *builder) changedAnswers(ids []string) Table {
	t := Table{Columns: []Column{{Title: b.T("sheet.question"), Share: 2}, {Title: b.T("change.then"), Share: 2}, {Title: b.T("change.now"), Share: 2}}}
	var run Run
	then := b.audience.Shown(b.bank, b.since.Then.Assessment)
	for _, id := range ids {
		q := b.shape(id)
		run.Rows = append(run.Rows, []Cell{{Text: b.Text(q.Wording.Short)}, {Text: AnswerText(b.Printer, q, then.Get(q))}, {Text: AnswerText(b.Printer, q, b.a.Get(q))}})
	}
	t.Runs = []Run{run}
	return t
}

// legend says what the rings of the radar are, and its second line.
func (b *builder) legend() string {
	if b.since == nil {
		return b.ringWords()
	}
	return b.T("change.rings", "rings", b.ringWords(), "day", b.thenDay())
}

// last is a dimension's score at the time before, not known where there was none.
func (b *builder) last(id string) Value {
	if b.since == nil {
		return Value{}
	}
	d := b.since.Then.Dimension(id)
	if d == nil || d.Span.Score == nil {
		return Value{}
	}
	g := b.Of(id)
	return Value{Known: true, Mid: g.Share(d.Span.Score), Text: b.T("change.last", "p", g.Text(d.Span.Score))}
}
