package report

import (
	"encoding/json"
	"math/big"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// RecordSchema names the format of results. A field is added freely, a changed meaning raises the number.
const RecordSchema = "digitalkompass.result/1"

type (
	// Record is a result for machines. Scores are 0–100, rounded half up to one decimal; the trail is exact.
	Record struct {
		Schema     string            `json:"schema"`
		Bank       RecordBank        `json:"bank"`
		Evaluated  string            `json:"evaluated_on"`
		Score      *Number           `json:"score"`
		Stage      *RecordStage      `json:"stage"`
		Certain    bool              `json:"certain"`
		Interval   RecordIntervals   `json:"interval"`
		Coverage   RecordCoverage    `json:"coverage"`
		Dimensions []RecordDimension `json:"dimensions"`
		Outlook
		Trail []RecordLine `json:"trail"`
	}
	// Outlook is what a record says about what comes next.
	Outlook struct {
		BlockedBy []RecordBlock  `json:"blocked_by"`
		NextSteps []RecordStep   `json:"next_steps"`
		Modules   []RecordModule `json:"modules"`
		Beside    []RecordOffer  `json:"beside"`
		Closed    []RecordOffer  `json:"closed"`
		Notes     []RecordReason `json:"notes"`
	}
	// Number is an exact number written with one decimal.
	Number struct{ *big.Rat }
	// RecordBank names the bank.
	RecordBank struct {
		ID      string `json:"id"`
		Version string `json:"version"`
		Digest  string `json:"digest"`
	}
	// RecordStage is a stage.
	RecordStage struct {
		Level int    `json:"level"`
		ID    string `json:"id"`
		Name  string `json:"name"`
	}
	// RecordIntervals are the ends of score and stage.
	RecordIntervals struct {
		Score RecordSpan `json:"score"`
		Stage struct {
			Low  int `json:"low"`
			High int `json:"high"`
		} `json:"stage"`
	}
	// RecordSpan is an interval of scores.
	RecordSpan struct {
		Low  *Number `json:"low"`
		High *Number `json:"high"`
	}
	// RecordCoverage counts questions.
	RecordCoverage struct {
		Answered      int `json:"answered"`
		Unknown       int `json:"unknown"`
		NotApplicable int `json:"not_applicable"`
		Open          int `json:"open"`
		Asked         int `json:"asked"`
	}
	// RecordDimension is one dimension; score and level are null where too little is answered or it does not apply.
	RecordDimension struct {
		ID       string         `json:"id"`
		Name     string         `json:"name"`
		Applies  bool           `json:"applies"`
		Score    *Number        `json:"score"`
		Level    *int           `json:"level"`
		Interval RecordSpan     `json:"interval"`
		Coverage RecordCoverage `json:"coverage"`
	}
	// RecordReason is a reason with its stable code.
	RecordReason struct {
		Code string `json:"code"`
		Text string `json:"text"`
	}
	// RecordBlock is what keeps the next stage away; dimension is "" for the total.
	RecordBlock struct {
		Dimension string       `json:"dimension"`
		Needs     *Number      `json:"needs"`
		Score     *Number      `json:"score"`
		Open      bool         `json:"open"`
		Reason    RecordReason `json:"reason"`
	}
	// RecordStep is an improvement; from and to are on the 0–4 scale, gain in points of the total.
	RecordStep struct {
		Question string       `json:"question"`
		Measure  string       `json:"measure"`
		Title    string       `json:"title"`
		From     *Number      `json:"from"`
		To       *Number      `json:"to"`
		Effort   RecordEffort `json:"effort"`
		Gain     *Number      `json:"gain"`
	}
	// RecordEffort is working days in the company and a class of outside cost.
	RecordEffort struct {
		Days *Number `json:"days"`
		Cost string  `json:"cost"`
	}
	// RecordModule is a module with its offers.
	RecordModule struct {
		ID          string         `json:"id"`
		Name        string         `json:"name"`
		Rank        int            `json:"rank"`
		Recommended bool           `json:"recommended"`
		Reasons     []RecordReason `json:"reasons"`
		Offers      []RecordOffer  `json:"offers"`
	}
	// RecordOffer is an offer judged for the company.
	RecordOffer struct {
		ID       string         `json:"id"`
		Name     string         `json:"name"`
		Case     string         `json:"case,omitempty"`
		Status   string         `json:"status"`
		AsOf     string         `json:"as_of"`
		Eligible string         `json:"eligible"`
		Reasons  []RecordReason `json:"reasons"`
		Funding  *RecordFunding `json:"funding"`
		Nearest  *RecordNearest `json:"nearest"`
	}
	// RecordNearest says of an offer closed to the company what would open it, or the codes of the rules that never do.
	RecordNearest struct {
		Text    string         `json:"text"`
		Changes []RecordChange `json:"changes"`
		Never   []string       `json:"never"`
	}
	// RecordChange is an answer that would have to be different, values as in an assessment; by is project or time.
	RecordChange struct {
		Field string `json:"field"`
		From  any    `json:"from"`
		To    any    `json:"to"`
		By    string `json:"by"`
		Text  string `json:"text"`
	}
	// RecordFunding is an estimate in euro cents: never a promise.
	RecordFunding struct {
		UpTo    *int64       `json:"up_to_cents"`
		Planned int64        `json:"planned_cents"`
		Reason  RecordReason `json:"reason"`
	}
	// RecordLine is a contribution; exact numbers are written as fractions.
	RecordLine struct {
		Dimension string  `json:"dimension"`
		Question  string  `json:"question"`
		Standing  string  `json:"standing"`
		State     string  `json:"state"`
		Treatment string  `json:"treatment"`
		Weight    string  `json:"weight"`
		Earned    *string `json:"earned"`
		Possible  *string `json:"possible"`
	}
)

// MarshalJSON writes the number with one decimal, rounded half up.
func (n Number) MarshalJSON() ([]byte, error) { return []byte(i18n.HalfUp(n.Rat, 1)), nil }

func number(r *big.Rat) *Number {
	if r == nil {
		return nil
	}
	return &Number{r}
}

// NewRecord makes the record of a result and its advice, texts in the printer's language.
func NewRecord(r *scoring.Result, advice *offer.Advice, p *i18n.Printer) Record {
	about := r.Bank.About
	out := Record{
		Schema: RecordSchema, Bank: RecordBank{about.ID, about.Version, about.Digest}, Evaluated: advice.Day.String(),
		Score: number(r.Total.Score), Certain: r.Certain, Coverage: recordCoverage(r.Coverage),
	}
	out.Interval.Score = RecordSpan{number(r.Total.Low), number(r.Total.High)}
	out.Interval.Stage.Low, out.Interval.Stage.High = r.Stage.Low, r.Stage.High
	if s := r.StageOf(r.Stage.Level); s != nil {
		out.Stage = &RecordStage{s.Level, s.ID, p.Text(s.Title)}
	}
	for _, d := range r.Dimensions {
		out.Dimensions = append(out.Dimensions, recordDimension(d, p))
	}
	out.Outlook = outlook(r, advice, p)
	for _, c := range r.Trail {
		out.Trail = append(out.Trail, recordLine(c))
	}
	return out
}

func recordCoverage(c scoring.Coverage) RecordCoverage {
	return RecordCoverage{Answered: c.Answered, Unknown: c.Unknown, NotApplicable: c.NotApplicable, Open: c.Open, Asked: c.Asked}
}

func recordDimension(d scoring.DimensionResult, p *i18n.Printer) RecordDimension {
	out := RecordDimension{
		ID: d.Dimension.ID, Name: p.Text(d.Dimension.Title), Applies: d.Applies, Score: number(d.Span.Score),
		Interval: RecordSpan{number(d.Span.Low), number(d.Span.High)}, Coverage: recordCoverage(d.Coverage),
	}
	if d.Level > 0 {
		out.Level = &d.Level
	}
	return out
}

func outlook(r *scoring.Result, advice *offer.Advice, p *i18n.Printer) Outlook {
	out := Outlook{BlockedBy: []RecordBlock{}, NextSteps: []RecordStep{}, Modules: []RecordModule{}, Beside: []RecordOffer{}, Closed: []RecordOffer{}, Notes: recordReasons(advice.Notes, p)}
	for _, b := range r.BlockedBy {
		m := b.Reason()
		out.BlockedBy = append(out.BlockedBy, RecordBlock{b.Dimension, number(b.Needs), number(b.Has.Score), b.Open, RecordReason{m.Code, p.Message("reason.", m)}})
	}
	for _, s := range r.NextSteps {
		out.NextSteps = append(out.NextSteps, RecordStep{
			Question: s.Question.ID, Measure: s.Measure.ID, Title: p.Text(s.Measure.Title), From: number(s.From), To: number(s.To),
			Effort: RecordEffort{number(s.Measure.Days), s.Measure.Cost.String()}, Gain: number(s.Gain),
		})
	}
	for _, m := range advice.Modules {
		x := RecordModule{ID: m.Module.ID, Name: p.Text(m.Module.Title), Rank: m.Rank, Recommended: m.Recommended, Reasons: recordReasons(append(m.Reasons, m.Against...), p), Offers: []RecordOffer{}}
		for _, o := range m.Offers {
			x.Offers = append(x.Offers, recordOffer(o, p))
		}
		out.Modules = append(out.Modules, x)
	}
	for _, o := range advice.Beside {
		out.Beside = append(out.Beside, recordOffer(o, p))
	}
	for _, o := range advice.Closed {
		out.Closed = append(out.Closed, recordOffer(o, p))
	}
	return out
}

func recordReasons(rs []offer.Reason, p *i18n.Printer) []RecordReason {
	out := []RecordReason{}
	for _, r := range rs {
		out = append(out, RecordReason{r.Code, r.In(p)})
	}
	return out
}

func recordOffer(o offer.OfferAdvice, p *i18n.Printer) RecordOffer {
	out := RecordOffer{
		ID: o.Offer.ID, Name: p.Text(o.Offer.Name), Case: o.Case, Status: o.Status.String(), AsOf: o.Offer.Validity.AsOf.String(),
		Eligible: o.Eligible.String(), Reasons: recordReasons(o.Reasons, p),
	}
	for _, c := range o.Checks {
		text := p.Text(c.Text) + ": " + p.T("verdict."+c.Verdict.String())
		if c.Missing != nil {
			text += ". " + p.T("report.missing", "field", c.Missing.Wording.Short)
		}
		out.Reasons = append(out.Reasons, RecordReason{c.Code + "-" + c.Verdict.String(), text})
	}
	out.Nearest = recordNearest(o.Nearest, p)
	if e := o.Estimate; e != nil {
		out.Funding = &RecordFunding{Planned: e.Planned, Reason: RecordReason{e.Reason.Code, e.Reason.In(p)}}
		if e.Known {
			out.Funding.UpTo = &e.UpTo
		}
	}
	return out
}

func recordNearest(n *offer.Nearest, p *i18n.Printer) *RecordNearest {
	if n == nil {
		return nil
	}
	out := &RecordNearest{Text: n.In(p), Changes: []RecordChange{}, Never: []string{}}
	for _, c := range n.Changes {
		out.Changes = append(out.Changes, RecordChange{c.Field.ID, recordValue(c.From), recordValue(c.To), c.By.String(), c.Reason.In(p)})
	}
	for _, r := range n.Never {
		out.Never = append(out.Never, r.Code)
	}
	return out
}

// recordValue is an answer as in an assessment, nil where there is none.
func recordValue(a questionnaire.Answer) any {
	switch v := a.Value; {
	case a.State != questionnaire.Answered:
		return nil
	case v.Figure == nil:
		return v.Option
	case v.Figure.IsInt():
		return json.Number(i18n.HalfUp(v.Figure, 0))
	default:
		return json.Number(i18n.HalfUp(v.Figure, 2))
	}
}

var (
	standingWords  = map[questionnaire.Standing]string{questionnaire.Asked: "asked", questionnaire.OffPath: "off_path", questionnaire.Hidden: "hidden", questionnaire.ZeroCount: "counts_as_zero"}
	stateWords     = map[questionnaire.State]string{questionnaire.Open: "open", questionnaire.Skipped: "open", questionnaire.Answered: "answered", questionnaire.Unknown: "unknown", questionnaire.NotApplicable: "not_applicable"}
	treatmentWords = map[scoring.Treatment]string{scoring.Counted: "counted", scoring.ZeroCounted: "counted_as_zero", scoring.Widens: "widens", scoring.Left: "left_out"}
)

func recordLine(c scoring.Contribution) RecordLine {
	return RecordLine{
		Dimension: c.Dimension, Question: c.Question, Standing: standingWords[c.Standing], State: stateWords[c.State],
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
