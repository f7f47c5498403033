package questionnaire_test

import (
	"fmt"
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

func dma(t testing.TB) *questionnaire.Bank {
	t.Helper()
	var d source.Diagnostics
	b := questionnaire.Load(os.DirFS("../data/banks/dma"), &d)
	for _, x := range d.All() {
		t.Errorf("%s: %s %v", x.Pos, x.Code, x.Args)
	}
	if b == nil {
		t.FailNow()
	}
	return b
}

// The point table of the reproduction: kinds, and how many items there are to tick or to rate.
func TestDMAHasItsElevenQuestions(t *testing.T) {
	var got []string
	quick := 0
	b := dma(t)
	for _, d := range b.Dimensions {
		inQuick := 0
		for _, q := range d.Questions {
			worth := 0
			for _, o := range q.Options {
				if o.Points != nil && o.Points.Sign() > 0 {
					worth++
				}
			}
			got = append(got, fmt.Sprintf("%s %s rows %d worth %d cap %d parts %d", d.ID, q.Kind, len(q.Rows), worth, q.Scoring.Cap, len(q.PartNames())))
			if q.Asking.Quick {
				inQuick++
			}
			if len(q.Measures) < 2 {
				t.Errorf("%s has %d measures", q.ID, len(q.Measures))
			}
		}
		if inQuick == 0 {
			t.Errorf("%s is not on the quick path", d.ID)
		}
		quick += inQuick
	}
	want := []string{
		"strategy grid rows 10 worth 0 cap 0 parts 2", "strategy multi rows 0 worth 10 cap 10 parts 1",
		"equipment multi rows 0 worth 10 cap 10 parts 1", "equipment grid rows 7 worth 5 cap 0 parts 1",
		"people multi rows 0 worth 7 cap 7 parts 1", "people multi rows 0 worth 8 cap 8 parts 1",
		"data multi rows 0 worth 7 cap 7 parts 1", "data multi rows 0 worth 6 cap 6 parts 1",
		"automation grid rows 5 worth 5 cap 0 parts 1",
		"green multi rows 0 worth 10 cap 10 parts 1", "green grid rows 5 worth 2 cap 0 parts 1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("questions:\n%s", strings.Join(got, "\n"))
	}
	if quick != 6 || len(b.Cases) < 20 {
		t.Errorf("%d on the quick path, %d worked examples", quick, len(b.Cases))
	}
}

// Every multi-select can be answered with nothing, and the second item on data earns nothing but may stand beside others.
func TestDMAKnowsNothingFromUnanswered(t *testing.T) {
	b := dma(t)
	for _, q := range all(b) {
		if q.Kind != questionnaire.Multi {
			continue
		}
		last := q.Options[len(q.Options)-1]
		if !last.Exclusive || last.Points.Sign() != 0 {
			t.Errorf("%s cannot be answered with nothing", q.ID)
		}
	}
	if o := b.Question("data-handling").Options[1]; o.ID != "paper" || o.Exclusive || o.Points.Sign() != 0 {
		t.Errorf("the negative option: %+v", o)
	}
}

// Borders belong to the band below; dimensions and total are rounded to two digits by the model, in that order.
func TestDMABandsAndRounding(t *testing.T) {
	b := dma(t)
	for _, n := range b.Nodes() {
		if r := n.Round; r == nil || r.Digits != 2 || r.Mode != questionnaire.HalfUp {
			t.Errorf("%q is not rounded to two digits", n.ID)
		}
		if n.ID == "" {
			continue
		}
		for i, x := range n.Bands {
			if s := b.Stages[i]; x.ID != s.ID || x.From.Cmp(s.From) != 0 || x.Above != s.Above || x.Title.In(i18n.German) != s.Title.In(i18n.German) || x.Title.In(i18n.English) != s.Title.In(i18n.English) {
				t.Errorf("%s: the band %s is not the stage %s", n.ID, x.ID, s.ID)
			}
		}
	}
	for _, c := range []struct {
		total string
		level int
	}{{"0", 1}, {"25", 1}, {"25.01", 2}, {"50", 2}, {"50.01", 3}, {"75", 3}, {"75.01", 4}, {"100", 4}} {
		total, _ := new(big.Rat).SetString(c.total)
		level := 0
		for _, s := range b.Stages {
			if s.Reaches(total) {
				level = s.Level
			}
		}
		if level != c.level {
			t.Errorf("%s is stage %d, want %d", c.total, level, c.level)
		}
	}
}

func TestDMASaysThatItIsUnofficial(t *testing.T) {
	a := dma(t).About
	if a.Evidence != questionnaire.EvidenceReproduced || !slices.ContainsFunc(a.Sources, func(s string) bool { return strings.Contains(s, "to be confirmed against the annex of JRC133234") }) {
		t.Error("evidence and sources")
	}
	for l, word := range map[i18n.Lang]string{i18n.German: "kein amtliches Ergebnis", i18n.English: "not an official result"} {
		if !strings.Contains(a.Notice.In(l), word) {
			t.Errorf("the notice in %s: %s", l, a.Notice.In(l))
		}
	}
}

func TestDMAIsWordedInBothLanguages(t *testing.T) {
	b := dma(t)
	for _, w := range append(wordings(b), wording{"notice", b.About.Notice}) {
		for _, l := range i18n.Languages() {
			if strings.TrimSpace(w.text[l]) == "" {
				t.Errorf("%s: nothing in %s", w.id, l)
			}
		}
	}
}

// What it takes over from the other bank exists there and has the same options.
func TestDMAReusesTheCompanysDetails(t *testing.T) {
	b, other := dma(t), shipped(t)
	n := 0
	for _, r := range b.Reuse {
		for _, a := range r.Answers {
			n++
			mine, theirs := b.Question(a.For), other.Question(a.Same)
			if mine == nil || theirs == nil || mine.Kind != theirs.Kind || !slices.EqualFunc(mine.Options, theirs.Options, func(a, b questionnaire.Option) bool { return a.ID == b.ID }) {
				t.Errorf("%s is not %s", a.For, a.Same)
			}
		}
	}
	if n != 3 {
		t.Errorf("%d answers are taken over", n)
	}
}
