package pdf

import (
	"math"
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// The summary keeps to its page for every reader: also on a short way, with answers that are not known or open, and with
// targets, a plan and offers that end soon.
func TestTheSummaryKeepsToItsPage(t *testing.T) {
	all, readers := banks(t)
	w := all["digitalkompass"]
	for _, c := range w.Bank.Cases {
		for _, path := range []questionnaire.Path{questionnaire.Full, questionnaire.Quick} {
			a := *c.Assessment
			a.Path = path
			if path == questionnaire.Full {
				a = *patchy(w.Bank, &a)
			}
			r := scoring.Evaluate(w.Bank, &a)
			for _, x := range slices.DeleteFunc(slices.Clone(readers), func(x *report.Audience) bool { return x.ID != "bank" && x.ID != "consultant" }) {
				p := w.Words.Printer(i18n.German)
				doc := report.Build(r, offer.Recommend(w.Offers, x.Seen(r), w.Day), p, "1.0.0", report.For(x)).Only([]string{"summary", "profile"})
				if pages := drawnDocument(t, doc, p).found.pages; pages["summary"] != 2 || pages["profile"] != 3 {
					t.Errorf("%s, %s, %s: summary on page %d, profile on page %d", c.ID, path, x.ID, pages["summary"], pages["profile"])
				}
			}
		}
	}
}

// On how few questions a score rests stands on the summary page, whether there is room beside its name or not.
func TestThinScoresAreToldOnTheFirstPage(t *testing.T) {
	all, _ := banks(t)
	w := all["digitalkompass"]
	a := *w.Bank.Case("metallbau-35").Assessment
	a.Path = questionnaire.Quick
	r := scoring.Evaluate(w.Bank, &a)
	for _, l := range i18n.Languages() {
		p := w.Words.Printer(l)
		doc := report.Build(r, offer.Recommend(w.Offers, r, w.Day), p, "1.0.0")
		for _, block := range doc.Parts[0].Blocks {
			section, ok := block.(report.Section)
			if !ok {
				continue
			}
			for _, in := range section.Blocks {
				cols, ok := in.(report.Columns)
				if !ok {
					continue
				}
				for _, short := range []string{"Strategie", "Organisation und Datensicherung"} { // the second leaves no room
					ranking := cols.Right[0].(report.Ranking)
					ranking.Rows = slices.Clone(ranking.Rows)
					ranking.Rows[0].Short = short
					var drawnText string
					one := &report.Document{Parts: []report.Part{{ID: "summary", Name: "a", Headline: "b", Blocks: []report.Block{report.Columns{Left: cols.Left, Right: []report.Block{ranking}}}}}}
					for _, place := range drawnDocument(t, one, p).Placements() {
						drawnText += place.Text + " "
					}
					if basis := ranking.Rows[0].Level; !ranking.Rows[0].Thin || !strings.Contains(bare(drawnText), bare(basis)) {
						t.Errorf("%s, %s: %q is not told in %q", l, short, basis, drawnText)
					}
				}
			}
		}
	}
}

// patchy are answers with targets, of which every tenth is not known and the next one left open.
func patchy(b *questionnaire.Bank, a *questionnaire.Assessment) *questionnaire.Assessment {
	n := 0
	for _, d := range b.Dimensions {
		for _, q := range d.Questions {
			ans := a.Get(q)
			if n++; len(q.Options) > 0 && ans.State == questionnaire.Answered {
				ans.Target = q.Options[len(q.Options)-1].ID
			}
			switch n % 10 {
			case 3:
				ans = questionnaire.Answer{State: questionnaire.Unknown}
			case 4:
				ans = questionnaire.Answer{State: questionnaire.Skipped}
			}
			a = a.With(q, ans)
		}
	}
	return a
}

// The picture on the cover is whole: no axis leaves the margins, however many there are, or reaches the contents.
func TestTheCoverPictureIsWhole(t *testing.T) {
	for n := 3; n <= 30; n++ {
		w := web{radius: coverRadius, axes: make([]report.Bar, n)}
		for i := range n {
			p := w.polar(coverAt, float64(i), 100)
			if p.X > sheet.Left+sheet.Full+1e-9 || p.Y > sheet.Bottom+1e-9 || p.X < sheet.Left+sheet.Span(2) {
				t.Errorf("%d axes: one ends at %v", n, p)
			}
		}
	}
	if math.Abs(coverAt.X-coverRadius-(sheet.Left+sheet.Span(2))) > 25 {
		t.Error("the picture has shrunk")
	}
}
