package questionnaire

import (
	"math/big"

	"digitalkompass/questionnaire/i18n"
)

// Node is a place where points come together: a group of questions, a dimension, the total, or a further result.
type Node struct {
	ID      string
	Title   i18n.Text
	Of      []Ref
	Combine Combine
	Scale   *big.Rat // the top of the node's scale; nil for a sum, whose top is what its children can reach
	Round   *Rounding
	Bounds  Bounds
	Lowering
	Coverage NodeCoverage
	Missing  Missing
	Borders
	Weighting *Weighting // nil where the bank says nothing about its weights
}

// Lowering is what keeps a node down in view of others.
type Lowering struct {
	Factor  *Factor
	Weakest *big.Rat // at most this much above the weakest child; nil for no such cap
}

// Borders cut a node's scale into named parts.
type Borders struct {
	Bands     []Band
	BandsWhen []BandSet // other bands for some companies; the first whose condition holds stands in for Bands
}

// BandSet are the bands of the companies for which a condition on the profile holds.
type BandSet struct {
	When  Condition
	Bands []Band
}

// BandsFor are the bands that count for a company.
func (n *Node) BandsFor(b *Bank, a *Assessment) []Band {
	for _, s := range n.BandsWhen {
		if s.When.Holds(b, a) {
			return s.Bands
		}
	}
	return n.Bands
}

// Weighting says where a node's weights come from. It documents them and is checked against them, and computes nothing.
type Weighting struct {
	Origin   string
	Pairwise [][]*big.Rat // how much more a row's child matters than a column's; nil for none
}

// NodeCoverage says what a node needs for a score of its own.
type NodeCoverage struct {
	Answered *big.Rat // percent of the applying weight that has to have a score
	Zero     bool     // with less, it counts as no points instead of having no score
}

// Ref names a child of a node: part of a question, or another node.
type Ref struct {
	Question, Node string // one of them
	Part           string
	Take           Take
	Weight         *big.Rat
}

// Name is what a result calls the child: the node, or the part or question.
func (r Ref) Name() string {
	for _, s := range []string{r.Node, r.Part} {
		if s != "" {
			return s
		}
	}
	return r.Question
}

// Take says which side of an answer counts. The zero value is invalid.
type Take int

// The sides: the answer, the target aimed for (the answer where none is set), and how sure the answer is.
const (
	TakeAnswer Take = iota + 1
	TakeTarget
	TakeConfidence
)

// Rule is a way of combining children. The zero value is invalid.
type Rule int

// The rules. Mean to Geometric work on shares of what is attainable, Sum on points. Met is the share of children that
// are full. Enough is full when so many children are, else what Miss says. Vote is for the child with most points.
// Levels takes children as ascending levels, Cases decides by conditions, Formula computes.
const (
	Mean Rule = iota + 1
	Sum
	Least
	Greatest
	Median
	Geometric
	Met
	Enough
	Vote
	Levels
	Cases
	Formulate
)

// Combine is a rule with what it needs.
type Combine struct {
	Rule    Rule
	Count   int      // of Enough: NeedAll, or how many
	Miss    *big.Rat // of Enough
	Share   *big.Rat // of Levels: percent of a level that reaches it
	Cases   []NodeCase
	Formula *Formula
}

// NodeCase gives a value while its condition holds and the nodes named lie in one of their bands.
type NodeCase struct {
	When  Condition
	Bands map[string][]string
	Value *big.Rat
}

// Formula is a small typed expression over nodes and numbers.
type Formula struct {
	Op     Op
	Args   []Formula
	Node   string
	Number *big.Rat
}

// Op is what a formula does. The zero value is invalid.
type Op int

// The operations; OpNode and OpNumber have no arguments.
const (
	OpNode Op = iota + 1
	OpNumber
	OpAdd
	OpSub
	OpMul
	OpDiv
	OpMax
	OpMin
)

// Rounding is a rule of the model, not of display: a value is rounded before it is used further.
type Rounding struct {
	Digits int
	Mode   RoundMode
}

// RoundMode says what becomes of ties. The zero value is invalid.
type RoundMode int

// The modes.
const (
	HalfUp RoundMode = iota + 1
	HalfEven
	Down
)

// Factor lowers a node while another one lies below a share of its scale.
type Factor struct {
	Node string
	From *big.Rat // percent at which nothing is taken away
}

// Band is a named part of a node's scale, from a lower border up to the next band's.
type Band struct {
	ID    string
	From  *big.Rat
	Above bool // the border itself belongs to the band below
	Title i18n.Text
	Text  i18n.Text // what it means; empty where the bank says nothing
}

// Reaches says whether a value lies at or above a band's border.
func (b Band) Reaches(v *big.Rat) bool { return reaches(v.Cmp(b.From), b.Above) }

func reaches(cmp int, above bool) bool { return cmp > 0 || cmp == 0 && !above }
