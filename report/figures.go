package report

// LadderStage is one stair.
type LadderStage struct {
	Level   int
	Name    string
	From    float64 // in percent of the scale
	Start   string  // the same in points
	Reached bool
	Here    bool
}

// Bar is a named value; Short is its name of at most 14 letters. Cuts are where its levels begin, the first left out.
// Last is the value at the time before, which its text says; it is not known without one. Level is what the level is called;
// of a thin value it says on how few questions it rests, and is never left out.
type Bar struct {
	Name, Short string
	Value, Last Value
	Level       string
	Thin        bool
	Cuts        []float64
}

// Strip shows the step of an answer out of five.
type Strip struct {
	State  StripState
	Step   int    // 0–4
	Target int    // 0–4, -1 for none
	Aim    string // on the step of the target
	Label  string // on the step reached
	Words  string
}

// StripState says what a strip can show. The zero value is invalid.
type StripState int

// The states of a strip.
const (
	StepKnown StripState = iota + 1
	StepUnknown
	StepNone // not applicable, unscored, not asked
)

// HeatGroup is a dimension in a heat map.
type HeatGroup struct {
	Name  string
	Value Value
	Rows  []HeatRow
}

// HeatRow is a question in a heat map.
type HeatRow struct {
	Name  string
	Strip Strip
}

// PathStep is a step of a way: working days, the days of all steps up to its end in words, and what is then reached, ""
// where the reader does not see that.
type PathStep struct {
	Days           float64
	Label, Reached string
}

// Share is a part of others in percent of all, with its words; Here says that the company is, or may be, among them.
type Share struct {
	Name, Text string
	Percent    float64
	Here       bool
}

// Span is a stretch of months on a timeline.
type Span struct {
	Name, Text string
	From, To   int
}
