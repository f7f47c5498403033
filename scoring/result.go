// Package scoring turns answers into scores, a stage and its reasons. Start with Evaluate and Result.
package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Result is what an assessment comes to, with everything that led to it. Scores are exact, 0–100.
type Result struct {
	Bank       *questionnaire.Bank
	Assessment *questionnaire.Assessment
	Total      Span     // on the total's scale
	Of         *big.Rat // the top of that scale; less than the bank's own where parts of a sum do not apply
	Stage      StageRange
	Coverage   Coverage
	Dimensions []DimensionResult // all of the bank, also those that do not apply
	Advance
	Trail []Contribution
	Nodes []NodeResult // all of the bank, children before parents, the total last
	Grounds
	engine *Engine
}

// Grounds say how far a result can be relied on.
type Grounds struct {
	Certain  bool     // no completion of open and unknown answers changes the stage
	Lacking  []Lack   // dimensions with too few answers for a score
	Required []string // mandatory questions without an answer; they keep the total away
	Carried  Carried  // answers taken over from earlier assessments and not confirmed
	Exact    bool     // the intervals are as narrow as can be, which they are unless the search for them was cut short
}

// Advance says what keeps the next stage away and what leads on.
type Advance struct {
	BlockedBy []Block
	Ways      []Way // to the next stage and the one after
	NextSteps []Step
}

// Way is the set of measures with the least effort that reaches a stage.
type Way struct {
	Stage  int
	Steps  []Step // in an order in which they can be done
	Effort Effort // of all together
	Proven bool   // no other set takes less effort; false where the search had to be cut short
}

// NodeResult is what a group, a dimension, a further result or the total came to, on its own scale.
type NodeResult struct {
	Node    *questionnaire.Node
	Applies bool
	Span    Span
	Of      *big.Rat // the top of its scale
	Bands   []string // the ids of the band reached; several where a vote is a tie
}

// Span is a score with the interval it lies in while answers are unknown or open. Score is nil when there is none;
// Low and High are nil only where nothing applies.
type Span struct{ Score, Low, High *big.Rat }

// Sure says whether the interval is a point.
func (s Span) Sure() bool { return s.Score != nil && s.Low.Cmp(s.High) == 0 }

// StageRange is the stage with those of the ends of the interval; Level is 0 when too little is answered.
type StageRange struct{ Level, Low, High int }

// Coverage counts questions by what became of them.
type Coverage struct {
	Asked         int // answered, unknown, not applicable and open together
	Answered      int
	Unknown       int
	NotApplicable int
	Open          int
	Hidden        int
	OffPath       int
	Unscored      int // questions without weight that are asked; in no other count
}

// DimensionResult is the result of one dimension.
type DimensionResult struct {
	Dimension *questionnaire.Dimension
	Applies   bool
	Span      Span
	Of        *big.Rat // the top of its scale
	Level     int      // 0 when there is no score, or no levels
	Coverage  Coverage
	Missing   int  // answers still needed for a score
	Stuck     bool // what is open cannot make up for these: some of what is not known would have to be known
}

// Lack is a dimension without a score and how many answers it needs.
type Lack struct {
	Dimension string
	Missing   int
}

// Block is one thing that keeps the next stage away: the total (Dimension "") or a gate.
type Block struct {
	Stage     int // the level kept away
	Dimension string
	Needs     *big.Rat
	Has       Span
	Open      bool // an unknown or open answer may still decide it
}

// Reason says a block in words; its code is stable.
func (b Block) Reason() i18n.Message {
	code := "gate"
	if b.Dimension == "" {
		code = "total"
	}
	return i18n.Msg("blocked-"+code, "stage", b.Stage, "needs", b.Needs)
}

// Step is one improvement worth doing next.
type Step struct {
	Question *questionnaire.Question
	Measure  *questionnaire.Measure
	Effort   Effort
	From, To *big.Rat // the answer on the 0–4 scale
	Gain     *big.Rat // points of the total, 0–100
	Unblocks bool     // works on something that keeps the next stage away
	Begin    Term     // when to begin with it
}

// Term is when to begin with a step. The zero value is invalid.
type Term int

// The terms, in their order.
const (
	Soon  Term = iota + 1 // now
	Later                 // within the year
	Far                   // in the second year
)

// term is that of a measure with this effort: up to three days and no more than low cost soon, high cost or more than ten
// days far.
func (e Effort) term(m *questionnaire.Measure) Term {
	days := e.Least()
	switch {
	case m.Cost == questionnaire.CostHigh || days.Cmp(big.NewRat(10, 1)) > 0:
		return Far
	case days.Cmp(big.NewRat(3, 1)) <= 0 && (m.Cost == questionnaire.CostNone || m.Cost == questionnaire.CostLow):
		return Soon
	}
	return Later
}

// Stability is what would change the stage, see Engine.Stability.
func (r *Result) Stability() Stability { return r.engine.Stability(r.Assessment) }

// Share is a score as a part of its scale, 0–1; nil without one.
func (d *DimensionResult) Share() *big.Rat {
	if d.Span.Score == nil || d.Of.Sign() == 0 {
		return nil
	}
	return new(big.Rat).Quo(d.Span.Score, d.Of)
}

// Treatment says how a question entered the result. The zero value is invalid.
type Treatment int

// The treatments. Counted and ZeroCounted have a score; Widens only opens the interval; Left is in nothing.
const (
	Counted Treatment = iota + 1
	ZeroCounted
	Widens
	Left
)

// Contribution is one line of the trail. All numbers of the result can be recomputed from its lines.
type Contribution struct {
	Dimension string
	Question  string
	Part      string // of a question that feeds several
	Standing  questionnaire.Standing
	State     questionnaire.State
	Treatment Treatment
	Weight    *big.Rat // as declared
	Earned    *big.Rat // points
	Possible  *big.Rat // points attainable
	Score     *big.Rat // 0–1; nil without one
}

// Dimension finds a dimension's result by id, or nil.
func (r *Result) Dimension(id string) *DimensionResult {
	for i := range r.Dimensions {
		if r.Dimensions[i].Dimension.ID == id {
			return &r.Dimensions[i]
		}
	}
	return nil
}

// Node finds a node's result by id, or nil; "" is the total.
func (r *Result) Node(id string) *NodeResult {
	for i := range r.Nodes {
		if r.Nodes[i].Node.ID == id {
			return &r.Nodes[i]
		}
	}
	return nil
}

// StageOf is the stage with a level, or nil.
func (r *Result) StageOf(level int) *questionnaire.Stage {
	if level < 1 || level > len(r.Bank.Stages) {
		return nil
	}
	return &r.Bank.Stages[level-1]
}

// Security is the id of the dimension whose weakness comes before everything else, and weakSecurity the points below
// which it does.
const Security = "sicherheit"

var weakSecurity = big.NewRat(30, 1)

// SecurityFloor are those points.
func SecurityFloor() *big.Rat { return new(big.Rat).Set(weakSecurity) }

// SecurityFirst says whether the security dimension is so weak that it has to be looked at before anything else.
func (r *Result) SecurityFirst() bool {
	d := r.Dimension(Security)
	return d != nil && d.Span.Score != nil && d.Span.Score.Cmp(weakSecurity) < 0
}
