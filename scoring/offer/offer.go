// Package offer holds the support programmes and recommends what fits a result on a day. Start with Catalogue and
// Recommend.
package offer

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// Status says whether an offer takes applications. The zero value is invalid.
type Status int

// The states of an offer on a day.
const (
	StatusOpen      Status = iota + 1 // documented as open
	StatusUnclear                     // sources contradict each other, or none is recent
	StatusEnded                       // its last day has passed
	StatusAnnounced                   // its first day is still to come
)

// String is the word for a status in data files and in results.
func (s Status) String() string { return statusWords[s] }

var statusWords = map[Status]string{StatusOpen: "open", StatusUnclear: "unclear", StatusEnded: "ended", StatusAnnounced: "announced"}

// Verdict answers whether a condition is met. The zero value is invalid.
type Verdict int

// The verdicts. Unknown always comes with what is missing.
const (
	Yes Verdict = iota + 1
	No
	Unknown
)

// String is the word for a verdict in results.
func (v Verdict) String() string {
	return map[Verdict]string{Yes: "yes", No: "no", Unknown: "unknown"}[v]
}

// Catalogue holds all offers and the rules that rank the modules.
type Catalogue struct {
	AsOf   source.Day
	Limits Limits
	Offers []*Offer // in the order in which they are named
	Rules  []ModuleRule
}

// Limits are the thresholds of European law that several offers rest on. Money in euro cents.
type Limits struct {
	DeMinimis int64 // ceiling within three years
	SME       []SizeLimit
}

// SizeLimit is a row of the EU definition of SMEs (Recommendation 2003/361/EC): fewer staff than Staff, and turnover
// or balance sheet total within the limit. Money in whole euros.
type SizeLimit struct {
	Class                    SME
	Staff, Turnover, Balance *big.Rat
}

// Offer is one programme, as data.
type Offer struct {
	ID       string
	Modules  []string // ids of the modules it can fill
	Beside   []string // special cases it is named in: security, automotive, skills, research
	Name     i18n.Text
	Summary  i18n.Text
	Operator Operator
	Validity Validity
	Terms    []Term
	Funding  *Funding
	Rules    []Rule
	Apply    Application
	Sources  []Source
}

// AppliedFor says whether companies apply for an offer: it pays money, or its rules speak of an application. Of any other, as
// of advice at a chamber, it can only be said that it is there.
func (o *Offer) AppliedFor() bool {
	return o.Funding != nil || o.Apply.Ahead == AheadMust || o.Apply.Ahead == AheadCaution
}

// Application says how a company gets at an offer. What no source says is empty and printed as not documented.
type Application struct {
	Ahead  Ahead
	Where  Claim
	Papers []Claim     // that an application needs, as far as sources name them
	Before []i18n.Text // to do before applying, in order
}

// Claim is a fact in words with its sources.
type Claim struct {
	Text    i18n.Text
	Sources []string // ids
}

// Ahead says whether an offer has to be applied for before the project begins. The zero value is not documented.
type Ahead int

// When to apply.
const (
	AheadMust    Ahead = iota + 1 // the rules demand it
	AheadCaution                  // the exact rule is not documented; grants in general demand it
	AheadNone                     // there is no application
)

// String is the word for it in data files and in results; "unknown" where it is not documented.
func (a Ahead) String() string {
	for w, other := range aheads {
		if other == a {
			return w
		}
	}
	return "unknown"
}

var aheads = map[string]Ahead{"must": AheadMust, "caution": AheadCaution, "none": AheadNone}

// Binding says whether an application has to come before the project, or had better.
func (a Ahead) Binding() bool { return a == AheadMust || a == AheadCaution }

// Operator is who runs an offer and how to reach them. Unknown parts are empty and printed as not known.
type Operator struct {
	Name                i18n.Text
	Address, Phone, Web string
	When                questionnaire.Condition // named only to companies for which it holds
}

// Validity says when an offer holds and how sure that is.
type Validity struct {
	Status    Status    // as last known, within From and Until
	Text      i18n.Text // the status in a sentence
	From      source.Day
	Until     source.Day // last day; zero when not known
	UntilSure bool       // Until rests on an official source or on law
	AsOf      source.Day // the day the facts were last looked at
}

// Documented says whether an official source that bears a date speaks of the offer. Only then is it called proven to be open.
func (o *Offer) Documented() bool {
	return slices.ContainsFunc(o.Sources, func(s Source) bool { return s.Kind == Official && s.Date != nil })
}

// Term is one condition in words.
type Term struct {
	Name, Text i18n.Text
	Sources    []string // ids
}

// Source is where facts come from.
type Source struct {
	ID   string
	Kind SourceKind
	Ref  i18n.Text // address or citation
	Date i18n.Text // as the source bears it, nil when it bears none
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

// String is the word for a kind of source in data files.
func (k SourceKind) String() string {
	for w, other := range sourceKinds {
		if other == k {
			return w
		}
	}
	return ""
}

var sourceKinds = map[string]SourceKind{"official": Official, "press": Press, "third-party": ThirdParty, "unofficial": Unofficial, "inference": Inference}

// Funding says how a grant is computed. Money in euro cents, shares in percent.
type Funding struct {
	Percent        int
	Floor, Ceiling int64 // eligible spend
	Max            int64 // the most that is paid
	Flat           []FlatBand
	DeMinimis      bool
	Project        bool // paid for the project that the company plans
}

// FlatBand is a flat amount for a span of spending, both ends included.
type FlatBand struct{ From, To, Amount int64 }

// Rule is one condition of eligibility. What cannot be decided is Unknown, never Yes or No.
type Rule struct {
	Code string
	Text i18n.Text
	Yes  questionnaire.Condition // met while it certainly holds
	No   questionnaire.Condition // not met while it certainly holds
	Test Test

	Changes Changes   // what could meet it where it is not met
	Says    i18n.Text // then: what stays excluded, or the clause that says what would have to be different
}

// Changes says what could meet a rule that is not met. The zero value is for rules that are met or not settled.
type Changes int

// What changes an answer: nothing, for it is a fact about the company; another plan; time alone.
const (
	ChangesNever Changes = iota + 1
	ChangesProject
	ChangesTime
)

// String is the word for it in data files and in results.
func (c Changes) String() string {
	return map[Changes]string{ChangesNever: "never", ChangesProject: "project", ChangesTime: "time"}[c]
}

// Test is a rule that needs more than conditions. The zero value is none.
type Test int

// The tests.
const (
	TestSME   Test = iota + 1 // an SME by the EU definition
	TestSpend                 // the planned spending lies between floor and ceiling
	TestRoom                  // de-minimis aid received leaves room for the estimate
	TestBegun                 // the project has not begun
	TestOpen                  // not documented: always to be checked
)

// ModuleRule is a row of the table that ranks modules: the first that fits decides.
type ModuleRule struct {
	ID          string
	First, Then string // module ids
	Stage       int    // at least
	StageTo     int    // at most; 0 for no bound
	Scores      map[string]*big.Rat
	When        questionnaire.Condition
	Reason      i18n.Text
}

// SME is the company's class by the EU definition. The zero value is invalid.
type SME int

// The classes, and that the facts do not decide it.
const (
	SMEMicro SME = iota + 1
	SMESmall
	SMEMedium
	SMENone
	SMEUnclear
)

// String is the word for a class in data files and messages.
func (s SME) String() string {
	return map[SME]string{SMEMicro: "micro", SMESmall: "small", SMEMedium: "medium", SMENone: "none", SMEUnclear: "unclear"}[s]
}

// Offer finds an offer by its id, or nil.
func (c *Catalogue) Offer(id string) *Offer {
	for _, o := range c.Offers {
		if o.ID == id {
			return o
		}
	}
	return nil
}

// StatusOn is the offer's status on a day.
func (o *Offer) StatusOn(day source.Day) Status {
	v := o.Validity
	switch {
	case !v.Until.IsZero() && v.Until.Before(day), v.Status == StatusEnded:
		return StatusEnded
	case !v.From.IsZero() && day.Before(v.From):
		return StatusAnnounced
	}
	return v.Status
}

// Looks are what offers look at in an assessment: conditions, and fields whose answers they read as they are.
func (c *Catalogue) Looks() (looks []questionnaire.Condition, fields []string) {
	if len(c.Rules) > 0 {
		fields = []string{"automotive", "research_field", questionnaire.FieldProject}
	}
	for _, r := range c.Rules {
		looks = append(looks, r.When)
	}
	for _, o := range c.Offers {
		looks = append(looks, o.Operator.When)
		for _, r := range o.Rules {
			looks, fields = append(looks, r.Yes, r.No), append(fields, r.fields()...)
			if r.Test == TestRoom {
				fields = append(fields, fieldAid)
			}
		}
	}
	return looks, fields
}
