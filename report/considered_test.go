package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"digitalkompass/report"
	"digitalkompass/report/reporttest"
)

// Every offer that was judged has a line with a state and a reason, and only one.
func TestEveryOfferConsideredHasALine(t *testing.T) {
	for _, s := range german(t) {
		lines := map[string]int{}
		for _, b := range sectionOf(partOf(s.doc, "module"), "Alle geprüften Angebote") {
			table, _ := b.(report.Table)
			for _, run := range table.Runs {
				for _, row := range run.Rows {
					lines[row[0].Text]++
					if row[2].Text == "" || strings.HasPrefix(row[2].Text, row[0].Text) {
						t.Errorf("%s: %s is said to be %q", s.Name, row[0].Text, row[2].Text)
					}
				}
			}
		}
		judged := s.Advice.Offers()
		for _, o := range s.Advice.Closed {
			judged = append(judged, o.Offer)
		}
		for _, o := range judged {
			if n := lines[s.Printer.Text(o.Name)]; n != 1 {
				t.Errorf("%s: %s has %d lines", s.Name, o.ID, n)
			}
		}
	}
}

// Every offer in question has a sheet that says how to apply, with what no source says called so.
func TestOffersInQuestionHaveASheet(t *testing.T) {
	for _, s := range german(t) {
		best := s.Advice.Best()
		if best == nil {
			continue
		}
		words := strings.Join(reporttest.Texts(&report.Document{Parts: []report.Part{partOf(s.doc, "module")}}), "\n")
		for _, o := range append(slices.Clone(best.Offers), s.Advice.Beside...) {
			if !report.Possible(&o) {
				continue
			}
			want := []string{s.Printer.Text(o.Offer.Summary), s.Printer.Text(o.Offer.Validity.Text)}
			switch a := o.Offer.Apply; {
			case a.Ahead == 0 && a.Where.Text == nil && len(a.Papers) == 0:
				want = append(want, "Wann, wo und mit welchen Unterlagen, ist nicht belegt")
			default:
				want = append(want, s.Printer.T("offer.ahead."+a.Ahead.String()), s.Printer.Text(a.Where.Text))
				for _, p := range a.Papers {
					want = append(want, s.Printer.Text(p.Text))
				}
			}
			for _, w := range want {
				if !strings.Contains(words, w) {
					t.Errorf("%s: %s does not say %q", s.Name, o.Offer.ID, w)
				}
			}
		}
	}
}

// A measure that an offer helps with says that it has to be applied for first, where that offer demands it.
func TestMeasuresSayWhatComesBeforeThem(t *testing.T) {
	said := map[string]bool{}
	for _, s := range german(t) {
		for _, b := range deep(partOf(s.doc, "measures").Blocks) {
			table, ok := b.(report.Table)
			if !ok {
				continue
			}
			for _, run := range table.Runs {
				for _, row := range run.Rows {
					text := row[2].Text + " " + row[2].Quiet
					must := strings.Contains(text, "vor Beginn beantrag")
					said[fmt.Sprint(must, strings.Contains(text, "InnoInvest"))] = true
					if strings.Contains(text, "Hilfe: InnoInvest") && !must {
						t.Errorf("%s: %s: %q", s.Name, row[0].Text, text)
					}
				}
			}
		}
	}
	if !said["true true"] || !said["false false"] {
		t.Errorf("what was said: %v", said)
	}
}
