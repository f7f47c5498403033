package report

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/benchmark"
	"digitalkompass/scoring/offer"
)

// Build says a result and its advice as a document in the printer's language. version is the program's.
func Build(r *scoring.Result, advice *offer.Advice, p *i18n.Printer, version string, more ...Addition) *Document {
	b := newBuilder(r, advice, p, more)
	about := b.bank.About
	d := &Document{
		Lang: p.Lang(), Title: p.T("report.title"), Owner: b.owner(), Day: b.day(), Brand: b.brand, Foreign: p.Foreign(),
		Maker: p.T("report.maker", "v", version, "bank", p.Text(about.Title), "b", about.Version),
	}
	d.Cover = b.cover()
	for _, part := range []*Part{b.summary(), b.profile(), b.change(), b.dimensions(), b.module(), b.roadmap(), b.talk(), b.heat(), b.answers(), b.method(), b.sources(), b.glossary()} {
		if part != nil && b.audience.HasPart(part.ID) {
			d.Parts = append(d.Parts, *part)
		}
	}
	return d
}

// PartIDs are the parts that a document can have, in their order.
var PartIDs = []string{"summary", "profile", "change", "dimensions", "module", "measures", "talk", "heat", "answers", "method", "sources", "glossary"}

// Only is the document with some of its parts; those that it does not have are left out.
func (d *Document) Only(ids []string) *Document {
	out := *d
	out.Parts = slices.DeleteFunc(slices.Clone(d.Parts), func(p Part) bool { return !slices.Contains(ids, p.ID) })
	return &out
}

// builder holds what every part is made from.
type builder struct {
	Words
	a        *questionnaire.Assessment // as far as the audience sees it
	bank     *questionnaire.Bank
	peers    *benchmark.Standing // nil where the bank has no benchmark
	audience *Audience           // nil for everybody
	brand    *Brand              // nil for none
	since    *scoring.Since      // nil without earlier answers
}

func newBuilder(r *scoring.Result, advice *offer.Advice, p *i18n.Printer, more []Addition) *builder {
	b := &builder{Words: NewWords(r, advice, p), a: r.Assessment, bank: r.Bank}
	for _, add := range more {
		add(b)
	}
	b.unstaffed = !b.audience.HasField(questionnaire.FieldStaff)
	if !b.audience.HasPart("change") {
		b.since = nil
	}
	return b
}

// For says a report for an audience; nil is everybody. What is advised has to follow from what it sees, see Seen.
func For(x *Audience) Addition {
	return func(b *builder) { b.audience, b.a = x, x.Shown(b.bank, b.a) }
}

// Addition is something that some reports have besides.
type Addition func(*builder)

// Among adds where the company stands among others; nil adds nothing.
func Among(s *benchmark.Standing) Addition { return func(b *builder) { b.peers = s } }

// part starts a part with the words below "report.<id>".
func (b *builder) part(id, headline, lead string, blocks ...Block) *Part {
	return &Part{ID: id, Name: b.T("report." + id), Headline: headline, Lead: lead, Blocks: blocks}
}

func (b *builder) owner() string {
	if n := b.a.CompanyName(); n != "" {
		return n
	}
	return b.T("report.unnamed")
}

// day is the day of the answers; where a hand-written file has none, the day that was asked for.
func (b *builder) day() source.Day {
	if b.a.Updated.IsZero() {
		return b.advice.Day
	}
	return source.DayOf(b.a.Updated)
}

// value is a span for drawing, with its words.
func (b *builder) value(s scoring.Span, g Gauge) Value {
	v := Value{Text: b.T("report.no-value")}
	if s.Low != nil {
		v.Low, v.High = g.Share(s.Low), g.Share(s.High)
		if s.Low.Cmp(s.High) != 0 {
			v.Range = g.Range(s.Low, s.High)
		}
	}
	if s.Score != nil {
		v.Known, v.Mid, v.Text = true, g.Share(s.Score), g.Text(s.Score)
	}
	return v
}

func float(r *big.Rat) float64 {
	f, _ := r.Float64()
	return f
}

// bar is a dimension as a named value.
func (b *builder) bar(d scoring.DimensionResult) Bar {
	bar := Bar{Name: b.Text(d.Dimension.Title), Short: b.Text(d.Dimension.Short), Value: b.value(d.Span, b.Of(d.Dimension.ID)), Level: b.LevelName(&d)}
	if axis := b.axis(d); len(axis.Ticks) > 0 {
		for _, t := range axis.Ticks[1:] {
			if t.At < 100 {
				bar.Cuts = append(bar.Cuts, t.At)
			}
		}
	}
	return bar
}

// applying are the dimensions that apply, in order.
func (b *builder) applying() []scoring.DimensionResult {
	var out []scoring.DimensionResult
	for _, d := range b.r.Dimensions {
		if d.Applies {
			out = append(out, d)
		}
	}
	return out
}

func (b *builder) bars() []Bar {
	var out []Bar
	for _, d := range b.applying() {
		bar := b.bar(d)
		bar.Last = b.last(d.Dimension.ID)
		out = append(out, bar)
	}
	return out
}

// shape is a question as this company read it, whoever reads the report.
func (b *builder) shape(id string) *questionnaire.Question {
	q := b.bank.Question(id)
	if q == nil {
		return nil
	}
	return b.r.Assessment.Shape(b.bank, q)
}
