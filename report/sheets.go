package report

import (
	"math/big"
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

type (
	// Workbook is a result as tables to go on working with: numbers are numbers and days are days.
	Workbook struct {
		Lang   i18n.Lang
		Title  string
		Maker  string
		Day    source.Day
		Brand  *Brand // nil for none
		Sheets []Sheet
	}
	// Sheet is one table. ID is stable: overview, scores, answers, talk, measures, offers. It is at most 31 letters long in words.
	Sheet struct {
		ID, Name string
		Columns  []SheetColumn
		Rows     [][]Datum
	}
	// SheetColumn is a column; Width is a good one in letters. Fill says that its cells are for the reader, with the
	// words to choose from, if it is not free.
	SheetColumn struct {
		Title   string
		Width   int
		Fill    bool
		Days    bool
		Choices []string
	}
	// Datum is the content of a cell: a text, a number, a day or nothing.
	Datum struct {
		Text   string
		Number *big.Rat
		Digits int // after the point, as shown
		Day    source.Day
	}
)

// SheetIDs are the tables of a workbook, in their order.
var SheetIDs = []string{"overview", "scores", "answers", "talk", "measures", "offers"}

// NewWorkbook makes the tables of a result and its advice in the printer's language. version is the program's.
func NewWorkbook(r *scoring.Result, advice *offer.Advice, p *i18n.Printer, version string, more ...Addition) *Workbook {
	b := newBuilder(r, advice, p, more)
	w := &Workbook{
		Lang: p.Lang(), Title: b.owner(), Maker: p.T("report.maker", "v", version, "bank", p.Text(b.bank.About.Title), "b", b.bank.About.Version), Day: b.day(), Brand: b.brand,
	}
	for _, s := range []Sheet{b.overviewSheet(), b.scoreSheet(), b.answerSheet(), b.talkSheet(), b.measureSheet(), b.offersSheet()} {
		if b.audience.HasSheet(s.ID) && (s.ID != "offers" || len(s.Rows) > 0) {
			w.Sheets = append(w.Sheets, s.without(b.unseen(s.ID)))
		}
	}
	return w
}

// unseen are the columns of a table that an audience does not see, from the left.
func (b *builder) unseen(sheet string) []int {
	var out []int
	for _, c := range sightColumns {
		if b.audience != nil && c.sheet == sheet && !c.seen(b.audience.Sees) {
			out = append(out, c.at)
		}
	}
	return out
}

// sightColumns are the columns that not every audience sees.
var sightColumns = []struct {
	sheet string
	at    int
	seen  func(Sight) bool
}{
	{"answers", 4, func(s Sight) bool { return s.Trail }},
	{"answers", 5, func(s Sight) bool { return s.Trail }},
	{"answers", 6, func(s Sight) bool { return s.Targets }},
	{"answers", 7, func(s Sight) bool { return s.Confidence }},
	{"answers", 8, func(s Sight) bool { return s.Notes }},
	{"answers", 9, func(s Sight) bool { return s.Notes }},
	{"measures", 10, func(s Sight) bool { return s.Answers }}, // the gain tells where a measure starts
	{"measures", 11, func(s Sight) bool { return s.Targets }},
}

// without is the table without some columns.
func (s Sheet) without(at []int) Sheet {
	if len(at) == 0 {
		return s
	}
	s.Columns = kept(s.Columns, at)
	for i, row := range s.Rows {
		s.Rows[i] = kept(row, at)
	}
	return s
}

func kept[T any](all []T, without []int) []T {
	var out []T
	for i, x := range all {
		if !slices.Contains(without, i) {
			out = append(out, x)
		}
	}
	return out
}

// Only is the workbook with some of its tables.
func (w *Workbook) Only(ids []string) *Workbook {
	out := *w
	out.Sheets = slices.DeleteFunc(slices.Clone(w.Sheets), func(s Sheet) bool { return !slices.Contains(ids, s.ID) })
	return &out
}

func words(s string) Datum { return Datum{Text: s} }

func count(n int) Datum { return Datum{Number: big.NewRat(int64(n), 1)} }

// figure is a score with the digits that it is shown with.
func (g Gauge) figure(x *big.Rat) Datum {
	if x == nil {
		return Datum{}
	}
	digits := 1
	if g.round != nil {
		digits = g.round.Digits
	}
	return Datum{Number: x, Digits: digits}
}

// sheet starts a table; its columns have the words below "sheet.<id>.".
func (b *builder) sheet(id string, columns ...SheetColumn) Sheet {
	for i := range columns {
		columns[i].Title = b.T("sheet." + columns[i].Title)
	}
	return Sheet{ID: id, Name: b.T("sheet." + id), Columns: columns}
}

// overviewSheet is the result in a few lines.
func (b *builder) overviewSheet() Sheet {
	s := b.sheet("overview", SheetColumn{Title: "what", Width: 34}, SheetColumn{Title: "value", Width: 64})
	add := func(key string, d Datum) {
		if d != (Datum{}) {
			s.Rows = append(s.Rows, []Datum{words(b.T("sheet." + key)), d})
		}
	}
	g, r := b.Total(), b.r
	add("company", words(b.owner()))
	add("day", Datum{Day: b.day()})
	add("bank", words(b.T("report.bank", "name", b.Text(b.bank.About.Title), "v", b.bank.About.Version)))
	add("verdict", words(b.verdict()))
	add("score", g.figure(r.Total.Score))
	if r.Total.Low != nil {
		add("low", g.figure(r.Total.Low))
		add("high", g.figure(r.Total.High))
	}
	add("of", g.figure(g.Top))
	add("answered", count(r.Coverage.Answered))
	add("asked", count(r.Coverage.Asked))
	add("carried", words(b.Carried()))
	add("notice", words(b.Text(b.bank.About.Notice)))
	return s
}

// scoreSheet has a line for each dimension and each named group or further result.
func (b *builder) scoreSheet() Sheet {
	s := b.sheet("scores", SheetColumn{Title: "area", Width: 34}, SheetColumn{Title: "score", Width: 12}, SheetColumn{Title: "low", Width: 13},
		SheetColumn{Title: "high", Width: 13}, SheetColumn{Title: "of", Width: 13}, SheetColumn{Title: "level", Width: 22},
		SheetColumn{Title: "answered", Width: 12}, SheetColumn{Title: "unknown", Width: 12}, SheetColumn{Title: "na", Width: 14}, SheetColumn{Title: "open", Width: 10})
	for i := range b.r.Dimensions {
		d := &b.r.Dimensions[i]
		if !d.Applies {
			continue
		}
		c := d.Coverage
		s.Rows = append(s.Rows, append(b.scoreRow(b.Text(d.Dimension.Title), d.Dimension.ID, d.Span, b.LevelName(d)),
			count(c.Answered), count(c.Unknown), count(c.NotApplicable), count(c.Open)))
		for _, n := range b.Groups(d.Dimension) {
			s.Rows = append(s.Rows, append(b.scoreRow(b.Text(n.Node.Title), n.Node.ID, n.Span, strings.Join(b.Bands(n), ", ")), make([]Datum, 4)...))
		}
	}
	for _, n := range b.Further() {
		s.Rows = append(s.Rows, append(b.scoreRow(b.Text(n.Node.Title), n.Node.ID, n.Span, strings.Join(b.Bands(n), ", ")), make([]Datum, 4)...))
	}
	return s
}

func (b *builder) scoreRow(name, id string, span scoring.Span, level string) []Datum {
	g := b.Of(id)
	return []Datum{words(name), g.figure(span.Score), g.figure(span.Low), g.figure(span.High), g.figure(g.Top), words(level)}
}

// answerSheet has a line for each detail of the company, for each question that was asked, and for each part with a title.
func (b *builder) answerSheet() Sheet {
	s := b.sheet("answers", SheetColumn{Title: "area", Width: 22}, SheetColumn{Title: "id", Width: 16}, SheetColumn{Title: "question", Width: 46},
		SheetColumn{Title: "answer", Width: 46}, SheetColumn{Title: "earned", Width: 12}, SheetColumn{Title: "possible", Width: 13},
		SheetColumn{Title: "target", Width: 22}, SheetColumn{Title: "confidence", Width: 14}, SheetColumn{Title: "evidence", Width: 30},
		SheetColumn{Title: "note", Width: 34})
	if b.r.Carried.N > 0 { // the columns are the same for everybody else
		s.Columns = append(s.Columns, SheetColumn{Title: b.T("sheet.carried-from"), Width: 22})
	}
	for _, q := range b.given() {
		a := b.a.Get(q)
		row := []Datum{words(b.T("report.company")), words(q.ID), words(b.Text(q.Wording.Text)), words(AnswerText(b.Printer, q, a)), {}, {}, {}, {}, {}, {}}
		s.Rows = append(s.Rows, b.besides(row, q, a))
	}
	for _, d := range b.r.Dimensions {
		for _, c := range b.asked(d.Dimension.ID) {
			q := b.shape(c.Question)
			a := b.a.Get(q)
			said := AnswerText(b.Printer, q, a)
			if c.Treatment == scoring.ZeroCounted {
				said = b.T("report.counts-zero")
			}
			text := b.Text(q.Wording.Text)
			if part := b.Text(q.Wording.Parts[c.Part]); part != "" {
				text = b.T("word.part", "question", text, "part", part)
			}
			row := []Datum{words(b.Text(d.Dimension.Title)), words(q.ID), words(text), words(said), points(c.Score, c.Earned), points(c.Score, c.Possible), {}, {}, {}, {}}
			s.Rows = append(s.Rows, b.besides(row, q, a))
		}
	}
	return s
}

// besides fills the columns of a row of answers from the target on.
func (b *builder) besides(row []Datum, q *questionnaire.Question, a questionnaire.Answer) []Datum {
	if t := q.Option(a.Target); t != nil {
		row[6] = words(b.Text(t.Text))
	}
	if a.Confidence != "" {
		row[7] = words(b.T("sheet.sure-" + a.Confidence))
	}
	row[8], row[9] = words(a.Evidence), words(a.Note)
	if b.r.Carried.N > 0 {
		row = append(row, Datum{Day: fromDay(q, a)})
	}
	return row
}

// points are what an answer is worth, if it counts.
func points(score, x *big.Rat) Datum {
	if score == nil || x == nil {
		return Datum{}
	}
	return Datum{Number: x, Digits: 2}
}

// measureSheet is the action list: what to do, and columns for the reader.
func (b *builder) measureSheet() Sheet {
	state := []string{b.T("sheet.state-open"), b.T("sheet.state-running"), b.T("sheet.state-done"), b.T("sheet.state-dropped")}
	s := b.sheet("measures", SheetColumn{Title: "horizon", Width: 17}, SheetColumn{Title: "measure", Width: 30}, SheetColumn{Title: "what", Width: 46},
		SheetColumn{Title: "who", Width: 22}, SheetColumn{Title: "days", Width: 12}, SheetColumn{Title: "cost", Width: 14}, SheetColumn{Title: "cost-from", Width: 13},
		SheetColumn{Title: "cost-to", Width: 13}, SheetColumn{Title: "help", Width: 24},
		SheetColumn{Title: "ahead", Width: 26}, SheetColumn{Title: "gain", Width: 12}, SheetColumn{Title: "target", Width: 22}, SheetColumn{Title: "owner", Width: 16, Fill: true}, SheetColumn{Title: "start", Width: 12, Fill: true, Days: true},
		SheetColumn{Title: "due", Width: 12, Fill: true, Days: true}, SheetColumn{Title: "state", Width: 14, Fill: true, Choices: state},
		SheetColumn{Title: "remark", Width: 28, Fill: true})
	names := []string{"soon", "mid", "far"}
	for h, name := range names {
		for _, step := range b.r.NextSteps {
			term := scoring.Soon + scoring.Term(h)
			if step.Begin != term {
				continue
			}
			m := step.Measure
			from, to := costs(m.Cost)
			aim := Datum{}
			if t := b.target(step); t != nil {
				aim = words(b.Text(t.Text))
			}
			s.Rows = append(s.Rows, []Datum{
				words(b.T("report.horizon-" + name)), words(b.Text(m.Title)), words(b.Text(m.What)), words(b.Text(m.Who)), b.days(step.Effort),
				words(b.T("report.cost-" + m.Cost.String())), from, to, words(b.helpName(step)), words(b.ahead(step, b.helpName(step))), {Number: step.Gain, Digits: 1}, aim, {}, {}, {Day: b.until(term)}, words(state[0]), {},
			})
		}
	}
	return s
}

// days are those of an effort: a number where they are known, else words.
func (b *builder) days(e scoring.Effort) Datum {
	if e = b.told(e); e.Low != nil && e.High != nil && e.Low.Cmp(e.High) == 0 {
		return Datum{Number: e.Low, Digits: 1}
	}
	return words(b.Effort(e))
}

// costBounds are where the classes of cost end, in euros; each begins where the one before ends, and the last is open.
var costBounds = []int{0, 500, 5000, 25000}

// costs are the ends of a class of cost in euros; nothing for no end.
func costs(c questionnaire.Cost) (from, to Datum) {
	at := int(c - questionnaire.CostNone)
	from = count(costBounds[at])
	if at+1 < len(costBounds) {
		to = count(costBounds[at+1])
	}
	return from, to
}
