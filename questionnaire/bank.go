// Package questionnaire is the domain: the question bank, the answers, and the one place that decides what is asked.
// Bank holds the data, Assessment one company's answers, Navigator the order of questions, Interview one run of
// answering with undo. Nothing here reads files, clocks or terminals.
package questionnaire

import (
	"math/big"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// Bank is a question bank, loaded and checked. It is never changed after loading.
type Bank struct {
	About      About
	Policy     Policy
	Classes    []SizeClass
	Profile    []*Question // the company's fields, in order; unscored
	Dimensions []*Dimension
	Stages     []Stage // ascending, the first from 0
	Modules    []Module
	Glossary   []Term
	Conflicts  []Conflict // contradictions between answers, of all files
	Cases      []Case     // worked examples with expected results
	Reuse      []Reuse    // answers of other banks that mean the same
	register
}

// register finds things by their ids.
type register struct {
	index    map[string]*Question
	measures map[string]*Measure
	renamed  map[string]string // present ids of items by those of earlier editions
	numbered *Index            // of a loaded bank
	examples func() []Case     // reads those that were left out; nil where none were
}

// About says what a bank is and which version of it.
type About struct {
	ID        string
	Version   string // semantic version
	Licence   string // SPDX identifier
	Author    string
	Date      source.Day
	Languages []i18n.Lang // the first one is the one the files are written in
	Title     i18n.Text
	Summary   i18n.Text
	Minutes   map[Path]int // how long the questions of a path take
	Digest    string       // "sha256:…" over the files the bank was loaded from
	Provenance
	Edition
}

// Policy says what a score needs.
type Policy struct {
	Answered *big.Rat // percent of a node's applying weight that has to be answered for a score; nil means 50
	Missing  Missing  // for nodes and questions that say nothing themselves
	Total    *Node
	Results  []*Node // further results beside the total
}

// SizeClass is a class of companies for which questions may word or score options differently.
type SizeClass struct {
	ID   string
	When Condition
}

// Dimension is a field of digitalisation with its questions.
type Dimension struct {
	ID        string
	Title     i18n.Text
	Short     i18n.Text // at most 14 letters, for charts
	About     i18n.Text
	When      Condition
	Levels    []Level // one for each of its own bands, or for each stage where it has none; or none at all
	Questions []*Question
	Groups    []*Node // between questions and dimension, children first
	Node      *Node   // how the dimension's score comes about
}

// Level says what a dimension's level means for the company and what to do next.
type Level struct {
	Level   int
	Meaning i18n.Text
	Next    i18n.Text
}

// Stage is a step of the ladder that the whole company stands on.
type Stage struct {
	Level   int // from 1
	ID      string
	From    *big.Rat // lower bound of the total, on its scale
	Above   bool     // the bound itself belongs to the stage below
	Gates   []Gate
	Title   i18n.Text
	Summary i18n.Text
	Meaning i18n.Text
	Next    i18n.Text
}

// Reaches says whether a total reaches the stage's lower bound.
func (s Stage) Reaches(total *big.Rat) bool { return reaches(total.Cmp(s.From), s.Above) }

// Gate is a lower bound on a dimension, group or further result that a stage asks for besides the total.
type Gate struct {
	Dimension string // its id, or "" for every dimension that applies
	From      *big.Rat
}

// Module is one of the roles of public support; the offers that fill it are data of their own.
type Module struct {
	ID                                     string
	Title, Promise, For, TooEarly, TooLate i18n.Text
	Terms                                  []string // ids of glossary terms
}

// Term is a word of the glossary.
type Term struct {
	ID         string
	Name, Text i18n.Text
}

// Conflict is a pair of answers that hardly go together. It is asked about, never judged.
type Conflict struct {
	ID   string
	When []Test // all of them hold
	Ask  i18n.Text
}

// Case is a worked example: an invented company with answers and the result they have to give.
type Case struct {
	ID           string
	Title, Shows i18n.Text
	Assessment   *Assessment
	Expected     Expected
	Pos          source.Pos
}

// Expected is what a case has to give. Scores are exact; nil means that there is none.
type Expected struct {
	Dimensions    map[string]Span
	Total         Span
	Stage         StageSpan
	Lacking       []string // dimensions with too few answers
	Coverage      map[string]int
	Module        string // "" when the case does not say
	SecurityFirst bool
	Nodes         map[string]Span   // of groups and further results, as far as the case names them
	Bands         map[string]string // the band that a node lies in
}

// Span is a score with the ends of its interval.
type Span struct{ Score, Low, High *big.Rat }

// StageSpan is a stage's level with those of the ends of the interval; Level is 0 when there is no stage.
type StageSpan struct{ Level, Low, High int }

// Question finds a question or profile field by its id, or nil.
func (b *Bank) Question(id string) *Question { return b.index[id] }

// Measure finds a measure by its id, or nil.
func (b *Bank) Measure(id string) *Measure { return b.measures[id] }

// Dimension finds a dimension by its id, or nil.
func (b *Bank) Dimension(id string) *Dimension {
	for _, d := range b.Dimensions {
		if d.ID == id {
			return d
		}
	}
	return nil
}

// Module finds a module by its id, or nil.
func (b *Bank) Module(id string) *Module {
	for i := range b.Modules {
		if b.Modules[i].ID == id {
			return &b.Modules[i]
		}
	}
	return nil
}

// Term finds a glossary term by its id, or nil.
func (b *Bank) Term(id string) *Term {
	for i := range b.Glossary {
		if b.Glossary[i].ID == id {
			return &b.Glossary[i]
		}
	}
	return nil
}

// Case finds a worked example by its id, or nil.
func (b *Bank) Case(id string) *Case {
	all := b.Examples()
	for i := range all {
		if all[i].ID == id {
			return &all[i]
		}
	}
	return nil
}

// Examples are the worked examples, also where they were left out so far.
func (b *Bank) Examples() []Case {
	if b.examples != nil {
		return b.examples()
	}
	return b.Cases
}

// HasExamples says whether there are any, without reading them.
func (b *Bank) HasExamples() bool { return b.examples != nil || len(b.Cases) > 0 }

// Demo is the sample company: the first worked example whose text says most, which is the second where there is one,
// for the first is the smallest. It has no file and no date; nil where the bank has no examples.
func (b *Bank) Demo() *Assessment {
	all := b.Examples()
	if len(all) == 0 {
		return nil
	}
	return all[min(1, len(all)-1)].Assessment
}

// Nodes are all places where points come together: groups and dimensions, further results, and the total last.
func (b *Bank) Nodes() []*Node {
	var out []*Node
	for _, d := range b.Dimensions {
		out = append(append(out, d.Groups...), d.Node)
	}
	return append(append(out, b.Policy.Results...), b.Policy.Total)
}

// On counts the questions of a path, whoever the company is.
func (b *Bank) On(p Path) int {
	n := 0
	for _, d := range b.Dimensions {
		for _, q := range d.Questions {
			if p == Full || q.Asking.Quick {
				n++
			}
		}
	}
	return n
}

// Details counts the details of the company that are asked for before the questions, whoever it is.
func (b *Bank) Details() int {
	n := 0
	for _, q := range b.Profile {
		if q.Section == SectionCompany {
			n++
		}
	}
	return n
}

// detailsAMinute is how many details of the company take a minute, about.
const detailsAMinute = 3

// Times is how long each path takes with the details of the company, about, in minutes.
func (b *Bank) Times() map[Path]int {
	details := (b.Details() + detailsAMinute - 1) / detailsAMinute
	return map[Path]int{Quick: b.About.Minutes[Quick] + details, Full: b.About.Minutes[Full] + details}
}

// minutes is how long the questions of a path take, about. Going deeper, what is asked beside the quick path is answered already.
func (b *Bank) minutes(p Path) int {
	if p == Deeper {
		p = Quick
	}
	return b.About.Minutes[p]
}

// Paths are those worth offering: the quick one only where it has questions, and fewer than the full one.
func (b *Bank) Paths() []Path {
	if n := b.On(Quick); n == 0 || n == b.On(Full) {
		return []Path{Full}
	}
	return []Path{Quick, Full}
}
