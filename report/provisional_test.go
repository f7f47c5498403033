package report_test

import (
	"math/big"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// What was asked on a short way only is called provisional on the cover and in the summary, with the questions left.
func TestShortWaysAreProvisional(t *testing.T) {
	w := world(t)
	a := *w.Bank.Case("metallbau-35").Assessment
	for path, want := range map[questionnaire.Path]bool{questionnaire.Quick: true, questionnaire.Full: false} {
		a.Path = path
		r := scoring.Evaluate(w.Bank, &a)
		doc := report.Build(r, offer.Recommend(w.Offers, r, w.Day), w.Words.Printer(i18n.German), "test")
		summary := doc.Parts[0]
		if record := report.NewRecord(r, offer.Recommend(w.Offers, r, w.Day), w.Words.Printer(i18n.German)); record.Provisional != want {
			t.Errorf("%s: the record says provisional: %v", path, record.Provisional)
		}
		for what, got := range map[string]bool{
			"cover": strings.HasPrefix(doc.Cover.Stage, "Vorläufig Stufe"), "headline": strings.HasPrefix(summary.Headline, "Vorläufig Stufe"),
			"questions left": strings.Contains(summary.Lead, "noch nicht gestellt"),
		} {
			if got != want {
				t.Errorf("%s, %s: %q, %q, %q", path, what, doc.Cover.Stage, summary.Headline, summary.Lead)
			}
		}
	}
}

// An area that the report warns of is no strength, and what stands below the middle stage is not called strong.
func TestStrengths(t *testing.T) {
	w := world(t)
	for _, c := range []struct {
		name     string
		security int64 // points
		others   int64
		want     []string
		not      string
	}{
		{"weak and warned of", 29, 20, []string{"Am weitesten", "Vorn: "}, "Sicherheit"},
		{"highest, yet below the middle stage", 39, 20, []string{"Vorn: Sicherheit"}, "Stark"},
		{"strong", 70, 50, []string{"Stärken", "Stark: Sicherheit"}, "Am weitesten"},
	} {
		r := scoring.Evaluate(w.Bank, w.Bank.Case("metallbau-35").Assessment)
		for i := range r.Dimensions {
			d := &r.Dimensions[i]
			points := c.others + int64(i%2)
			if d.Dimension.ID == scoring.Security {
				points = c.security
			}
			d.Span.Score, d.Span.Low, d.Span.High = big.NewRat(points, 1), big.NewRat(points, 1), big.NewRat(points, 1)
		}
		r.BlockedBy = nil
		doc := report.Build(r, offer.Recommend(w.Offers, r, w.Day), w.Words.Printer(i18n.German), "test")
		said := doc.Parts[1].Headline
		for _, b := range doc.Parts[0].Blocks {
			s, ok := b.(report.Section)
			if !ok {
				continue
			}
			for _, in := range s.Blocks {
				if cols, ok := in.(report.Columns); ok {
					best := cols.Left[0].(report.Ranking)
					said += " " + best.Title
					for _, row := range best.Rows {
						said += " " + row.Short
					}
				}
			}
		}
		for _, want := range c.want {
			if !strings.Contains(said, want) {
				t.Errorf("%s: %q lacks %q", c.name, said, want)
			}
		}
		if strings.Contains(said, c.not) {
			t.Errorf("%s: %q says %q", c.name, said, c.not)
		}
	}
}
