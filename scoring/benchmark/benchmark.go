// Package benchmark compares a result with published figures about other companies. Start with Catalogue and Compare.
// It holds what statistics say and invents nothing: where there are no official peers, it says so.
package benchmark

import (
	"math/big"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// Catalogue holds the benchmark of one bank, if it has one.
type Catalogue struct{ of *Benchmark }

// Benchmark says how many companies of which group reach which stage of a bank.
type Benchmark struct {
	Kind       Kind
	Source     Source
	Population Population
	Countries  []Country // the first is taken where the company's profile names none
	Groups     []Group
	Sets       []Set // latest first
	bank       *questionnaire.Bank
}

// Kind says where figures come from. The zero value is invalid.
type Kind int

// The kinds of figures.
const (
	Measured  Kind = iota + 1 // counted in a survey
	Estimated                 // derived by somebody
)

// String is the word for a kind in data files and in results.
func (k Kind) String() string { return kindWords[k] }

var kindWords = map[Kind]string{Measured: "measured", Estimated: "estimated"}

// Source is where the figures come from.
type Source struct {
	Publisher string
	Name      i18n.Text
	Licence   i18n.Text
	Remark    i18n.Text  // what to know before relying on them; nil for nothing
	Retrieved source.Day // zero where it is not on record
}

// Population is who was asked.
type Population struct {
	Text        i18n.Text
	Enterprises int                     // how many; 0 where it is not known
	Inside      questionnaire.Condition // companies of the population; always holds where nothing is said
	Below       questionnaire.Condition // companies too small to be asked; never holds where nothing is said
}

// Country is a country or a union of them.
type Country struct {
	ID     string
	Option string    // of the profile field "country"
	In     i18n.Text // "in Deutschland"
}

// Group is a class of companies by size. One without a condition is only for reference.
type Group struct {
	ID   string
	When questionnaire.Condition
	Name i18n.Text // "mit 10 bis 49 Personen"
}

// Set is the figures of one year.
type Set struct {
	Year       int
	Model      string // the version of the model they were counted with
	Comparable bool   // counted with what the bank asks
	Rows       []Row
}

// Row is the distribution of one group in one country, in percent.
type Row struct {
	Country, Group string
	Shares         []*big.Rat // by stage, ascending
	Basic          *big.Rat   // all stages above the first, as published; nil where it is not
}

// Row is the distribution of a group in a country, or nil.
func (s *Set) Row(country, group string) *Row {
	for i := range s.Rows {
		if r := &s.Rows[i]; r.Country == country && r.Group == group {
			return r
		}
	}
	return nil
}

// atLeast is how many are on a stage or above: all for the first, and the published figure, where there is one, instead
// of a sum of rounded ones for the second.
func (r *Row) atLeast(i int) *big.Rat {
	switch {
	case i == 0:
		return big.NewRat(100, 1)
	case i == 1 && r.Basic != nil:
		return r.Basic
	}
	return total(r.Shares[i:])
}

// Benchmark is what the catalogue holds, or nil.
func (c *Catalogue) Benchmark() *Benchmark { return c.of }

// current is the latest set that may be compared with, or nil.
func (b *Benchmark) current() *Set {
	for i := range b.Sets {
		if b.Sets[i].Comparable {
			return &b.Sets[i]
		}
	}
	return nil
}

// Looks are what the figures look at in an assessment: conditions, and fields whose answers they read as they are.
func (c *Catalogue) Looks() (looks []questionnaire.Condition, fields []string) {
	if c.of == nil {
		return nil, nil
	}
	looks = append(looks, c.of.Population.Inside, c.of.Population.Below)
	for _, g := range c.of.Groups {
		looks = append(looks, g.When)
	}
	return looks, []string{fieldCountry}
}
