package report

import (
	"math/big"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

func number(r *big.Rat) *Number {
	if r == nil {
		return nil
	}
	return &Number{r}
}

// NewRecord makes the record of a result and its advice, texts in the printer's language; for an audience, as far as it sees
// the answers.
func NewRecord(r *scoring.Result, advice *offer.Advice, p *i18n.Printer, more ...Addition) Record {
	b, about := newBuilder(r, advice, p, more), r.Bank.About
	out := Record{
		Schema: RecordSchema, Bank: RecordBank{about.ID, about.Version, about.Digest, about.Evidence.String(), p.Text(about.Notice)},
		Evaluated: advice.Day.String(), Score: number(r.Total.Score), Of: number(r.Of), Certain: r.Certain, Coverage: recordCoverage(r.Coverage),
	}
	out.Coverage.Carried = r.Carried.N
	out.Interval.Score = recordSpan(r.Total)
	out.Interval.Stage.Low, out.Interval.Stage.High = r.Stage.Low, r.Stage.High
	if s := r.StageOf(r.Stage.Level); s != nil {
		out.Stage = &RecordStage{s.Level, s.ID, p.Text(s.Title)}
	}
	out.RecordParts = recordParts(r, p)
	out.Outlook = b.outlook()
	for _, c := range r.Trail {
		line := recordLine(r.Bank.Question(c.Question), c, p)
		if q := r.Bank.Question(c.Question); c.Standing == questionnaire.Asked {
			line.Carried = fromDay(q, r.Assessment.Get(q)).String()
		}
		out.Trail = append(out.Trail, line)
	}
	return out
}

func recordCoverage(c scoring.Coverage) RecordCoverage {
	return RecordCoverage{Answered: c.Answered, Unknown: c.Unknown, NotApplicable: c.NotApplicable, Open: c.Open, Asked: c.Asked}
}

func recordParts(r *scoring.Result, p *i18n.Printer) RecordParts {
	out := RecordParts{Dimensions: []RecordDimension{}, Results: []RecordResult{}}
	w := NewWords(r, nil, p)
	for _, d := range r.Dimensions {
		x := recordDimension(d, p)
		if n := r.Node(x.ID); n != nil {
			x.Bands = recordBands(w, n)
		}
		out.Dimensions = append(out.Dimensions, x)
	}
	for i := range r.Nodes {
		n := &r.Nodes[i]
		if n.Node.ID == "" || r.Bank.Dimension(n.Node.ID) != nil {
			continue
		}
		out.Results = append(out.Results, RecordResult{
			ID: n.Node.ID, Name: p.Text(n.Node.Title), Applies: n.Applies, Score: number(n.Span.Score), Of: number(n.Of),
			Bands: recordBands(w, n), Interval: recordSpan(n.Span),
		})
	}
	return out
}

func recordBands(w Words, n *scoring.NodeResult) []RecordBand {
	var out []RecordBand
	for i, name := range w.Bands(n) {
		out = append(out, RecordBand{n.Bands[i], name})
	}
	return out
}

func recordDimension(d scoring.DimensionResult, p *i18n.Printer) RecordDimension {
	out := RecordDimension{
		ID: d.Dimension.ID, Name: p.Text(d.Dimension.Title), Applies: d.Applies, Score: number(d.Span.Score), Of: number(d.Of),
		Interval: recordSpan(d.Span), Coverage: recordCoverage(d.Coverage),
	}
	if d.Level > 0 {
		out.Level = &d.Level
	}
	return out
}

func (b *builder) outlook() Outlook {
	r, advice, p := b.r, b.advice, b.Printer
	out := Outlook{Provisional: b.Words.Outlook().Provisional, Stability: recordStability(r, p), BlockedBy: []RecordBlock{}, NextSteps: []RecordStep{}, Ways: recordWays(r.Ways), Modules: []RecordModule{}, Beside: []RecordOffer{}, Closed: []RecordOffer{}, Notes: b.recordReasons(advice.Notes)}
	for _, x := range r.BlockedBy {
		m := x.Reason()
		out.BlockedBy = append(out.BlockedBy, RecordBlock{x.Dimension, number(x.Needs), number(x.Has.Score), x.Open, RecordReason{m.Code, p.Message("reason.", m)}})
	}
	for _, s := range r.NextSteps {
		step := RecordStep{
			Question: s.Question.ID, Measure: s.Measure.ID, Title: p.Text(s.Measure.Title), From: number(s.From), To: number(s.To),
			Effort: RecordEffort{recordDays(s.Effort), s.Measure.Cost.String()}, Gain: number(s.Gain),
		}
		if t := b.target(s); t != nil {
			step.Target = t.ID
		}
		out.NextSteps = append(out.NextSteps, step)
	}
	for _, m := range advice.Modules {
		x := RecordModule{ID: m.Module.ID, Name: p.Text(m.Module.Title), Rank: m.Rank, Recommended: m.Recommended, Reasons: b.recordReasons(append(m.Reasons, m.Against...)), Offers: []RecordOffer{}}
		for _, o := range m.Offers {
			x.Offers = append(x.Offers, b.recordOffer(o))
		}
		out.Modules = append(out.Modules, x)
	}
	for _, o := range advice.Beside {
		out.Beside = append(out.Beside, b.recordOffer(o))
	}
	for _, o := range advice.Closed {
		out.Closed = append(out.Closed, b.recordOffer(o))
	}
	return out
}

func recordDays(e scoring.Effort) RecordDays { return RecordDays{number(e.Least()), number(e.High)} }

func recordWays(ways []scoring.Way) []RecordWay {
	out := []RecordWay{}
	for _, w := range ways {
		x := RecordWay{Stage: w.Stage, RecordDays: recordDays(w.Effort), Proven: w.Proven, Steps: []string{}}
		for _, s := range w.Steps {
			x.Steps = append(x.Steps, s.Measure.ID)
		}
		out = append(out, x)
	}
	return out
}

func (w Words) recordReasons(rs []offer.Reason) []RecordReason {
	out := []RecordReason{}
	for _, r := range rs {
		out = append(out, RecordReason{r.Code, w.Reason(r)})
	}
	return out
}

func (w Words) recordOffer(o offer.OfferAdvice) RecordOffer {
	p := w.Printer
	out := RecordOffer{
		ID: o.Offer.ID, Name: p.Text(o.Offer.Name), Case: o.Case, Status: o.Status.String(), AsOf: o.Offer.Validity.AsOf.String(),
		Eligible: o.Eligible.String(), Ahead: o.Offer.Apply.Ahead.String(), Reasons: w.recordReasons(o.Reasons),
	}
	for _, c := range o.Checks {
		text := p.Text(c.Text) + ": " + p.T("verdict."+c.Verdict.String())
		if lacks := c.Lacks.In(p); lacks != "" {
			text += ". " + p.T("report.missing", "field", lacks)
		}
		out.Reasons = append(out.Reasons, RecordReason{c.Code + "-" + c.Verdict.String(), text})
	}
	if e := o.Estimate; e != nil {
		out.Funding = &RecordFunding{Planned: e.Planned, Reason: RecordReason{e.Reason.Code, e.Reason.In(p)}}
		if e.Known {
			out.Funding.UpTo = &e.UpTo
		}
	}
	out.Nearest = recordNearest(o.Nearest, p)
	return out
}

var (
	standingWords  = map[questionnaire.Standing]string{questionnaire.Asked: "asked", questionnaire.OffPath: "off_path", questionnaire.Hidden: "hidden", questionnaire.ZeroCount: "counts_as_zero"}
	stateWords     = map[questionnaire.State]string{questionnaire.Open: "open", questionnaire.Skipped: "open", questionnaire.Answered: "answered", questionnaire.Unknown: "unknown", questionnaire.NotApplicable: "not_applicable"}
	treatmentWords = map[scoring.Treatment]string{scoring.Counted: "counted", scoring.ZeroCounted: "counted_as_zero", scoring.Widens: "widens", scoring.Left: "left_out"}
)

func recordLine(q *questionnaire.Question, c scoring.Contribution, p *i18n.Printer) RecordLine {
	return RecordLine{
		Dimension: c.Dimension, Question: c.Question, Part: c.Part, PartTitle: p.Text(q.Wording.Parts[c.Part]), Standing: standingWords[c.Standing], State: stateWords[c.State],
		Treatment: treatmentWords[c.Treatment], Weight: c.Weight.RatString(), Earned: fraction(c.Earned), Possible: fraction(c.Possible),
	}
}

func fraction(r *big.Rat) *string {
	if r == nil {
		return nil
	}
	s := r.RatString()
	return &s
}

func recordSpan(s scoring.Span) RecordSpan { return RecordSpan{number(s.Low), number(s.High)} }
