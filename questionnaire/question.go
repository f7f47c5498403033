package questionnaire

import (
	"math/big"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// Kind says how a question is answered and scored. The zero value is invalid.
type Kind int

// The kinds of questions. Ladder, Number, Share, Multi and Grid can be scored; the others belong to the profile.
const (
	Ladder Kind = iota + 1 // one option, steps in order
	Choice                 // one option, without order
	Number                 // a figure or one of its bands
	Share                  // a Number in percent
	Money                  // a Number in whole euros
	Multi                  // any of the options
	Grid                   // one option per row
	Words                  // a line of text
)

// Family groups kinds that are asked in the same way.
type Family int

// The families of kinds. The zero value is invalid.
const (
	OneOf Family = iota + 1
	Figure
	AnyOf
	Rows
	Line
)

// Family is the way a kind is asked.
func (k Kind) Family() Family {
	switch k {
	case Number, Share, Money:
		return Figure
	case Multi:
		return AnyOf
	case Grid:
		return Rows
	case Words:
		return Line
	case Ladder, Choice:
	}
	return OneOf
}

// Section says when an item is asked. The zero value is invalid.
type Section int

// The sections of an interview, in their order.
const (
	SectionCompany   Section = iota + 1 // profile fields that decide what is asked
	SectionQuestions                    // the dimensions
	SectionFunding                      // profile fields that only support programmes need
)

// Question is one question of the bank, or one field of the company profile.
type Question struct {
	ID        string
	Kind      Kind
	Section   Section
	Dimension string // its dimension's id, "" for a profile field
	Wording   Wording
	Asking    Asking
	Range     Range
	Options   []Option
	Rows      []Row
	Scoring   QuestionScoring
	Measures  []*Measure
	sized     map[string]*Question // by size class
}

// Wording is what people read about a question.
type Wording struct {
	Text              i18n.Text
	Short             i18n.Text // at most 24 letters, for lists and charts
	Why               i18n.Text
	Example           i18n.Text // empty for profile fields
	Where             i18n.Text // where to look it up; empty for profile fields
	NotApplicableWhen i18n.Text
	Parts             map[string]i18n.Text // titles of the parts that its answer feeds, as far as they have any
	Terms             []string             // ids of glossary terms
	Unit              i18n.Text
	UnitOne           i18n.Text // beside the figure 1; nil where the unit does not change
	Tags              []string
}

// UnitOf is the unit as it is written beside a figure: "1 month", "2 months", "0.5 months".
func (w *Wording) UnitOf(figure *big.Rat) i18n.Text {
	if w.UnitOne != nil && figure.Cmp(big.NewRat(1, 1)) == 0 {
		return w.UnitOne
	}
	return w.Unit
}

// Asking says when a question is asked and what may be left out.
type Asking struct {
	Quick         bool // on the quick path
	Optional      bool // may be skipped for good; profile fields only
	NotApplicable bool // "does not apply to us" may be chosen
	When          Condition
	Implied       []Implied // not asked, but counted with points, while one of them surely holds
}

// Range bounds a figure; both ends are allowed. Low and High are nil for other kinds.
type Range struct {
	Low, High *big.Rat
	Whole     bool // whole numbers only
	Step      int  // what the arrow keys add
}

// Option is one of the answers offered.
type Option struct {
	ID        string
	Text      i18n.Text
	Points    *big.Rat            // 0–4 unless the question says otherwise; nil where it is unscored
	Parts     map[string]*big.Rat // points by part, where one answer feeds several
	From      *big.Rat            // lower end of a band of figures, nil for other options
	Instead   bool                // ticked in place of a figure
	Exclusive bool                // stands alone in a multi-select: "nothing of this"
	Was       []string            // ids that it had in earlier editions of the bank
	at        source.Pos
}

// Row is a row of a grid.
type Row struct {
	ID            string
	Text          i18n.Text
	NotApplicable bool
	Was           []string // ids that it had in earlier editions of the bank
}

// QuestionScoring says what a question is worth.
type QuestionScoring struct {
	Weight    *big.Rat // 0 means unscored
	Cap       int      // of a multi-select: ticks that suffice for full points
	Points    Points
	Missing   Missing
	Mandatory bool // without its answer there is no total
	Origin    Origin
}

// Cost is the class of a measure's outside cost in the first year. The zero value is invalid.
type Cost int

// The cost classes and their upper ends: 500 €, 5,000 €, 25,000 €, none.
const (
	CostNone Cost = iota + 1
	CostLow
	CostMiddle
	CostHigh
)

// Labour is the working days that something takes in the company.
type Labour struct {
	Days      *big.Rat // whatever the staff
	PerPerson *big.Rat // beside them for each person; nil for none
}

// Measure is something a company can do to improve its answer to a question.
type Measure struct {
	ID       string
	Question string
	From, To *big.Rat // fits a company with From ≤ points < To, on the 0–4 scale
	Items    []string // the rows or options it settles, if it names them
	Labour
	Cost  Cost
	Helps []string // ids of modules and offers, best first
	Needs []string // ids of measures that come first
	Title i18n.Text
	What  i18n.Text
	Who   i18n.Text
}

// Scored says whether the question counts.
func (q *Question) Scored() bool { return q.Scoring.Weight != nil && q.Scoring.Weight.Sign() > 0 }

// UnknownOption is the id of the option of a detail that means "I don't know". Questions that count have a state for that.
const UnknownOption = "unknown"

// DontKnow is the option of a detail that means "I don't know", or nil.
func (q *Question) DontKnow() *Option {
	if q.Dimension != "" || q.Kind.Family() != OneOf {
		return nil
	}
	return q.Option(UnknownOption)
}

// Option finds an option by its id, or nil.
func (q *Question) Option(id string) *Option {
	for i := range q.Options {
		if q.Options[i].ID == id {
			return &q.Options[i]
		}
	}
	return nil
}

// Row finds a row by its id, or nil.
func (q *Question) Row(id string) *Row {
	for i := range q.Rows {
		if q.Rows[i].ID == id {
			return &q.Rows[i]
		}
	}
	return nil
}

// Number is the place of an option as people count, from 1; 0 when it is none.
func (q *Question) Number(option string) int {
	for i := range q.Options {
		if q.Options[i].ID == option {
			return i + 1
		}
	}
	return 0
}

// Band is the option whose band holds a figure, or nil.
func (q *Question) Band(figure *big.Rat) *Option {
	var best *Option
	for i := range q.Options {
		o := &q.Options[i]
		if o.From != nil && o.From.Cmp(figure) <= 0 && (best == nil || o.From.Cmp(best.From) > 0) {
			best = o
		}
	}
	return best
}

// Aims are the ids of the options that a company can aim for: those of one question with one answer, without what is
// ticked in place of a figure. It is nil for profile fields and other kinds.
func (q *Question) Aims() []string {
	if f := q.Kind.Family(); q.Dimension == "" || f != OneOf && f != Figure {
		return nil
	}
	var out []string
	for _, o := range q.Options {
		if !o.Instead {
			out = append(out, o.ID)
		}
	}
	return out
}

// Goals are the aims that are worth more than an answer, and the one that is set already; all of them where nothing is
// answered or the question is worth nothing.
func (q *Question) Goals(a Answer) []string {
	var now *Option
	if a.State == Answered {
		now = q.Chosen(a.Value)
	}
	var out []string
	for _, id := range q.Aims() {
		if now == nil || id == a.Target || q.Option(id).better(now) {
			out = append(out, id)
		}
	}
	return out
}

// better says whether an option is worth more than another: more in one part, and in none less.
func (o *Option) better(than *Option) bool {
	if o.Points == nil && o.Parts == nil {
		return o != than
	}
	parts, more := []string{""}, false
	for part := range o.Parts {
		parts = append(parts, part)
	}
	for _, part := range parts {
		a, b := o.PointsFor(part), than.PointsFor(part)
		if a == nil || b == nil {
			continue
		}
		if a.Cmp(b) < 0 {
			return false
		}
		more = more || a.Cmp(b) > 0
	}
	return more
}
