package report

import (
	"math/big"

	"digitalkompass/questionnaire/i18n"
)

// RecordSchema names the format of results. A field is added freely, a changed meaning raises the number.
const RecordSchema = "digitalkompass.result/1"

type (
	// Record is a result for machines. Scores are on the scale that "of" is the top of, rounded half up to one decimal;
	// the trail is exact.
	Record struct {
		Schema    string          `json:"schema"`
		Bank      RecordBank      `json:"bank"`
		Evaluated string          `json:"evaluated_on"`
		Score     *Number         `json:"score"`
		Of        *Number         `json:"of"`
		Stage     *RecordStage    `json:"stage"`
		Certain   bool            `json:"certain"`
		Interval  RecordIntervals `json:"interval"`
		Coverage  RecordCoverage  `json:"coverage"`
		RecordParts
		Outlook
		RecordProof
	}
	// RecordProof is what another needs to come to the same result, and to the same report.
	RecordProof struct {
		Trail  []RecordLine  `json:"trail"`
		Report *RecordReport `json:"report,omitempty"` // of a result that a report carries
	}
	// RecordReport says how a report was made: by which version of the program, in which language, with which parts, for
	// whom, and whether it bears the marks of a consultancy.
	RecordReport struct {
		Program  string   `json:"program"`
		Language string   `json:"language"`
		Parts    []string `json:"parts"`
		Audience string   `json:"audience,omitempty"`
		Branded  bool     `json:"branded,omitempty"`
	}
	// RecordParts are the results beside the total, and where it stands among others.
	RecordParts struct {
		Dimensions []RecordDimension `json:"dimensions"`
		Benchmark  *RecordStanding   `json:"benchmark,omitempty"` // absent where the bank has none
		Results    []RecordResult    `json:"results"`
	}
	// Outlook is what a record says about what comes next. It is provisional while questions were left out on a short way.
	Outlook struct {
		Provisional bool             `json:"provisional"`
		Stability   *RecordStability `json:"stability"`
		BlockedBy   []RecordBlock    `json:"blocked_by"`
		NextSteps   []RecordStep     `json:"next_steps"`
		Ways        []RecordWay      `json:"ways"`
		Modules     []RecordModule   `json:"modules"`
		Beside      []RecordOffer    `json:"beside"`
		Closed      []RecordOffer    `json:"closed"`
		Notes       []RecordReason   `json:"notes"`
	}
	// Number is an exact number written with one decimal.
	Number struct{ *big.Rat }
	// RecordBank names the bank, and says where its rules come from and what it wants said with every result.
	RecordBank struct {
		ID       string `json:"id"`
		Version  string `json:"version"`
		Digest   string `json:"digest"`
		Evidence string `json:"evidence,omitempty"`
		Notice   string `json:"notice,omitempty"`
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
	// RecordCoverage counts questions; Carried are those, of the whole result, whose answers were taken over from earlier
	// assessments and not confirmed.
	RecordCoverage struct {
		Answered      int `json:"answered"`
		Unknown       int `json:"unknown"`
		NotApplicable int `json:"not_applicable"`
		Open          int `json:"open"`
		Asked         int `json:"asked"`
		Carried       int `json:"carried,omitempty"`
	}
	// RecordDimension is one dimension; score and level are null where too little is answered or it does not apply.
	RecordDimension struct {
		ID       string         `json:"id"`
		Name     string         `json:"name"`
		Applies  bool           `json:"applies"`
		Score    *Number        `json:"score"`
		Of       *Number        `json:"of"`
		Level    *int           `json:"level"`
		Bands    []RecordBand   `json:"bands,omitempty"`
		Interval RecordSpan     `json:"interval"`
		Coverage RecordCoverage `json:"coverage"`
	}
	// RecordResult is a group or a result beside the total; score is null where too little is answered.
	RecordResult struct {
		ID       string       `json:"id"`
		Name     string       `json:"name"`
		Applies  bool         `json:"applies"`
		Score    *Number      `json:"score"`
		Of       *Number      `json:"of"`
		Bands    []RecordBand `json:"bands,omitempty"`
		Interval RecordSpan   `json:"interval"`
	}
	// RecordBand is a named part of a scale that a score lies in.
	RecordBand struct {
		ID   string `json:"id"`
		Name string `json:"name"`
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
	// RecordStep is an improvement; from and to are on the 0–4 scale, gain in points of the total. Target is the option that
	// the company aims for, where the step leads there.
	RecordStep struct {
		Question string       `json:"question"`
		Measure  string       `json:"measure"`
		Title    string       `json:"title"`
		From     *Number      `json:"from"`
		To       *Number      `json:"to"`
		Effort   RecordEffort `json:"effort"`
		Gain     *Number      `json:"gain"`
		Target   string       `json:"target,omitempty"`
	}
	// RecordWay is the set of measures with the least effort that reaches a stage; proven says that no other takes less.
	RecordWay struct {
		Stage int `json:"stage"`
		RecordDays
		Proven bool     `json:"proven"`
		Steps  []string `json:"steps"`
	}
	// RecordDays are working days in the company, from and to: those that grow with a staff that is not known are there for
	// one person, and the upper end is null, as it is for a staff without an upper end.
	RecordDays struct {
		Days     *Number `json:"days"`
		DaysMost *Number `json:"days_most"`
	}
	// RecordEffort is working days in the company and a class of outside cost.
	RecordEffort struct {
		RecordDays
		Cost string `json:"cost"`
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
	// RecordOffer is an offer judged for the company. Ahead says whether it has to be applied for before the start: must,
	// caution, none, or unknown where it is not documented.
	RecordOffer struct {
		ID       string         `json:"id"`
		Name     string         `json:"name"`
		Case     string         `json:"case,omitempty"`
		Status   string         `json:"status"`
		AsOf     string         `json:"as_of"`
		Eligible string         `json:"eligible"`
		Ahead    string         `json:"ahead"`
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
		Part      string  `json:"part,omitempty"`
		PartTitle string  `json:"part_title,omitempty"`
		Standing  string  `json:"standing"`
		State     string  `json:"state"`
		Carried   string  `json:"carried,omitempty"` // the day it was taken over from, while nobody has confirmed it
		Treatment string  `json:"treatment"`
		Weight    string  `json:"weight"`
		Earned    *string `json:"earned"`
		Possible  *string `json:"possible"`
	}
)

// MarshalJSON writes the number with one decimal, rounded half up.
func (n Number) MarshalJSON() ([]byte, error) { return []byte(i18n.HalfUp(n.Rat, 1)), nil }
