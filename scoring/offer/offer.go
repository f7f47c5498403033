// Package offer holds the support programmes and recommends what fits a result on a day. Start with Catalogue and
// Recommend.
package offer

import (
	"io/fs"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

// Status says whether an offer takes applications. The zero value is invalid.
type Status int

// The states of an offer on a day.
const (
	StatusOpen      Status = iota + 1 // documented as open
	StatusUnclear                     // sources contradict each other or none is recent
	StatusEnded                       // its last day has passed
	StatusAnnounced                   // its first day is still to come
)

// Verdict answers whether a condition is met. The zero value is invalid.
type Verdict int

// The verdicts. Unknown always comes with what is missing.
const (
	Yes Verdict = iota + 1
	No
	Unknown
)

// Offer is one programme, as data.
type Offer struct {
	ID       string
	Module   string // id of the module it fills, "" for a neighbour
	Name     i18n.Text
	Summary  i18n.Text
	Operator Operator
	Validity Validity
	Terms    []Fact
	Funding  *Funding
	Rules    []Rule
	Before   []i18n.Text // to do before applying, in order
	Sources  []Source
	Fallback string // id of the offer named where this one cannot be used
}

// Operator is who runs an offer and how to reach them. Unknown parts are empty and printed as not known.
type Operator struct {
	Name                i18n.Text
	Address, Phone, Web string
}

// Validity says when an offer holds and how sure that is.
type Validity struct {
	Status     Status
	StatusText i18n.Text // in a sentence
	From       source.Day
	Until      source.Day // last day; zero when not known
	AsOf       source.Day // the day the facts were last checked
	Confirmed  bool       // Until and Status rest on an official source
}

// Fact is one term of an offer, with its sources.
type Fact struct {
	Name, Text i18n.Text
	Sources    []string // ids
}

// Source is where a fact comes from.
type Source struct {
	ID    string
	Kind  SourceKind
	Title i18n.Text
	Ref   string // address or citation
	Date  string // as the source bears it, "" when it bears none
}

// SourceKind says how far a source may be trusted. The zero value is invalid.
type SourceKind int

// The kinds of sources.
const (
	Official SourceKind = iota + 1
	Press
	ThirdParty
	Unofficial
	Inference
)

// Funding says how a grant is computed. Money in euro cents, shares in percent.
type Funding struct {
	Percent        int
	Floor, Ceiling int64 // eligible spend
	Max            int64 // the most that is paid
	Flat           []FlatBand
	DeMinimis      bool
}

// FlatBand is a flat amount for a span of spending.
type FlatBand struct{ From, To, Amount int64 }

// Estimate is what a company may at most expect, in euro cents.
type Estimate struct {
	Known   bool
	UpTo    int64
	Planned int64
	Reason  i18n.Message
}

// Rule is one condition of eligibility. When it cannot be decided the verdict is Unknown, never Yes or No.
type Rule struct {
	Code string // names the rule and its messages "rule.<code>"
	Test Test
}

// Test is a rule's content; exactly one part is used.
type Test struct {
	Field  string   // a profile field
	In     []string // accepted option ids
	Out    []string // refused option ids
	Check  []string // option ids for which the rule answers "check"
	SME    bool     // the company has to be an EU SME
	Room   bool     // de-minimis aid must leave room for the estimate
	Spend  bool     // planned spending between floor and ceiling
	Always Verdict  // decided without looking (for example Unknown)
}

// Catalogue holds all offers and the rules that rank the modules.
type Catalogue struct {
	AsOf   source.Day
	Offers []Offer
	Rules  []ModuleRule
	index  map[string]*Offer
}

// ModuleRule is a row of the table that ranks modules: the first that fits decides.
type ModuleRule struct {
	ID          string
	First, Then string // module ids
	When        Situation
}

// Situation is what a module rule asks for; all of its parts have to hold.
type Situation struct {
	StageFrom, StageTo int // 0 means no bound
	AITask             bool
	Scores             map[string]int // dimension id → at least
	ProjectIn          []string
	KindIn             []string
	TryFirst           bool
}

// Load reads a catalogue from its folder and checks it against a bank's profile and modules.
func Load(fsys fs.FS, b *questionnaire.Bank, d *source.Diagnostics) *Catalogue {
	panic("offers come next")
}

// Advice is the recommendation for one company on one day.
type Advice struct {
	Day     source.Day
	SME     SME
	Modules []ModuleAdvice // all four, best first
	Beside  []OfferAdvice  // special cases: security first, automotive, skills, research
	Notes   []i18n.Message // for example that a project already begun rules grants out; codes below "advice."
}

// SME is the company's class by the EU definition. The zero value is invalid.
type SME int

// The classes of Recommendation 2003/361/EC.
const (
	SMEMicro SME = iota + 1
	SMESmall
	SMEMedium
	SMENone
	SMEUnclear
)

// ModuleAdvice is a module with its rank, reasons and the offers that fill it.
type ModuleAdvice struct {
	Module      *questionnaire.Module
	Rank        int
	Recommended bool
	Reasons     []i18n.Message // for; codes below "reason."
	Against     []i18n.Message
	Offers      []OfferAdvice // best first; ended ones last, never recommended
}

// OfferAdvice is an offer judged for a company on a day.
type OfferAdvice struct {
	Offer    *Offer
	Status   Status // on the day asked
	Eligible Verdict
	Checks   []Check
	Estimate *Estimate
	Fallback *OfferAdvice
	Reasons  []i18n.Message
}

// Check is a rule's verdict with what was found.
type Check struct {
	Code    string
	Verdict Verdict
	Reason  i18n.Message // below "rule."
	Missing string       // the profile field that would decide it, or ""
}

// Recommend judges all modules and offers for a company on a day.
func Recommend(c *Catalogue, r *scoring.Result, day source.Day) *Advice { panic("advice comes next") }
