// Package report says what the report says, in which order, without a word on any file format. Build makes a Document
// from a result and its advice; each writer below this package renders the same Document.
package report

import (
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// Document is a whole report in one language. Every string is final text in that language.
type Document struct {
	Lang    i18n.Lang
	Title   string
	Owner   string // the company's name, or the words for "without a name"
	Day     source.Day
	Maker   string       // "Digitalkompass 1.0.0, Fragen …"
	Brand   *Brand       // who hands it over, with accent and logo; nil for none
	Foreign i18n.Foreign // phrases of other languages that its texts may hold, see Passages
	Cover   Cover
	Parts   []Part
}

// Passages parts a text of the document where its language changes. The company's name stays as it is, whatever it is
// made of; texts that are the company's own words (notes, the voice Own, the name) are not to be asked about at all.
func (d *Document) Passages(text string) []i18n.Passage {
	if d.Owner == "" {
		return d.Foreign.Split(text)
	}
	var out []i18n.Passage
	for i, piece := range strings.Split(text, d.Owner) {
		if i > 0 {
			out = append(out, i18n.Passage{Text: d.Owner})
		}
		out = append(out, d.Foreign.Split(piece)...)
	}
	return out
}

// Cover is the first page.
type Cover struct {
	Name    string
	Facts   []string // who, where, when, by whom
	Stage   string   // the verdict in one line
	Profile Radar    // drawn large, without words
}

// Part is a section of the report with a line in the contents.
type Part struct {
	ID       string // one of PartIDs
	Name     string
	Headline string
	Lead     string
	OnePage  bool // must not run over one page; its spare facts may go
	Blocks   []Block
}

// Block is one element of a part. The types below are all there are.
type Block interface{ block() }

// Voice is how a paragraph speaks. The zero value is plain.
type Voice int

// The voices.
const (
	Plain  Voice = iota
	Quiet        // second voice: captions, sources
	Strong       // stands out
	Own          // the company's own words: notes
)

// Status is the answer to "is it met?". The zero value is invalid.
type Status int

// The states of a condition.
const (
	Met Status = iota + 1
	Unmet
	Undecided
)

// Value is a score in percent of its scale, for drawing, with its words. Known is false where there is no score.
type Value struct {
	Known          bool
	Mid, Low, High float64
	Text           string // the score in words, or the words for "no value"
	Range          string // "35 bis 55", or "" when it is a point
}

// Tick is a place on a scale, in percent of it, with its words.
type Tick struct {
	At   float64
	Text string
}

// Axis is a scale with the places where its parts begin, the first included; each part has a name or none has.
type Axis struct {
	Ticks []Tick
	Names []string
	Top   string
}

type (
	// Section is a heading with blocks.
	Section struct {
		Title  string
		Blocks []Block
	}
	// Paragraph is running text.
	Paragraph struct {
		Voice Voice
		Text  string
	}
	// Items is a list; with Boxes it can be ticked by hand.
	Items struct {
		Boxes bool
		Texts []string
	}
	// Facts are named statements.
	Facts []Fact
	// Statement is a condition with its state in mark and words.
	Statement struct {
		Status Status
		Strong bool
		Text   string
	}
	// Table has a head and runs of rows, each run with an optional title. Cells hold text or a Strip. Fill are the
	// titles of empty columns that a file to go on writing in has besides.
	Table struct {
		Columns []Column
		Runs    []Run
		Fill    []string
	}
	// Ladder shows the stages, the score on them and the gates of the next one.
	Ladder struct {
		Stages []LadderStage
		Top    string // of the scale
		Score  Value
		Held   []string // what holds the next stage, in words
		Alt    string
	}
	// Bars shows a value per dimension.
	Bars struct {
		Rows []Bar
		Axis Axis
		Alt  string
	}
	// Ranking is a short list of names with mini bars: strengths, gaps.
	Ranking struct {
		Title string
		Rows  []Bar
	}
	// Radar shows the profile over all axes. An axis without a value stays empty.
	Radar struct {
		Axes   []Bar
		Rings  []float64
		Alt    string
		Legend string
	}
	// Scale shows a value on the scale of levels.
	Scale struct {
		Levels []string
		Bounds []float64
		Here   int // the level reached, from 1; 0 for none
		Value  Value
		Alt    string
	}
	// HeatMap shows the step of every answer, by dimension.
	HeatMap struct {
		Groups []HeatGroup
		Key    string
	}
	// Amount shows what a grant may at most pay of a planned sum, in whole euros.
	Amount struct {
		Planned, UpTo, Floor, Ceiling int64
		PlannedText, UpToText, Alt    string
	}
	// Timeline shows spans of months.
	Timeline struct {
		Spans []Span
		Alt   string
	}
	// Path shows the steps of a way from where the company stands to where they lead. A table beside it says them in words.
	Path struct {
		Steps       []PathStep
		Start, Goal string
		Alt         string
	}
	// Spread shows how others are spread over the stages, and where the company is among them. A table beside it says it.
	Spread struct {
		Shares []Share
		Here   string // the words for the company's place
		Alt    string
	}
	// Card sets blocks apart.
	Card struct {
		Title  string
		Blocks []Block
	}
	// Columns sets two runs of blocks side by side.
	Columns struct{ Left, Right []Block }
)

// Fact is a named statement, with the address it links to, if any. A spare one may go where a part has to fit on its
// page: another part says it again.
type Fact struct {
	Name, Text, Link string
	Spare            bool
}

// Column is a column of a table.
type Column struct {
	Title string
	Share int  // of the width, in sixths of the page's columns; 0 means what is left
	Right bool // numbers
}

// Run is a number of rows under a title.
type Run struct {
	Title, Value string
	Rows         [][]Cell
}

// Cell is text, with an optional second line in the quiet voice and an optional note; or a strip.
type Cell struct {
	Text, Quiet, Note string
	Strip             *Strip
}

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
// Last is the value at the time before, which its text says; it is not known without one.
type Bar struct {
	Name, Short string
	Value, Last Value
	Level       string
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

func (Section) block()   {}
func (Paragraph) block() {}
func (Items) block()     {}
func (Facts) block()     {}
func (Statement) block() {}
func (Table) block()     {}
func (Ladder) block()    {}
func (Bars) block()      {}
func (Ranking) block()   {}
func (Radar) block()     {}
func (Scale) block()     {}
func (HeatMap) block()   {}
func (Amount) block()    {}
func (Timeline) block()  {}
func (Path) block()      {}
func (Spread) block()    {}
func (Card) block()      {}
func (Columns) block()   {}
