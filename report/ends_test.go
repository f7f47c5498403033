package report_test

import (
	"fmt"
	"math/big"
	"os"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// What stands equally high is not named as a strength and as a gap.
func TestEndsAreApart(t *testing.T) {
	for _, c := range []struct {
		points      []int64
		n           int
		best, worst string
	}{
		{[]int64{90, 80, 70, 60, 50, 40}, 3, "90 80 70", "40 50 60"},
		{[]int64{80, 60, 60, 60, 60, 30}, 3, "80", "30"},
		{[]int64{60, 60, 60, 60, 30, 30}, 3, "60 60 60", "30 30"},
		{[]int64{90, 90, 60, 60, 60, 60}, 3, "90 90", "60 60 60"},
		{[]int64{90, 60}, 1, "90", "60"},
		{[]int64{90, 60, 60}, 1, "90", "60"},
	} {
		var all []scoring.DimensionResult
		for _, p := range c.points {
			all = append(all, scoring.DimensionResult{Span: scoring.Span{Score: big.NewRat(p, 1)}, Of: big.NewRat(100, 1)})
		}
		best, worst := report.Ends(all, c.n)
		list := func(all []scoring.DimensionResult) string {
			var out []string
			for _, d := range all {
				out = append(out, d.Span.Score.RatString())
			}
			return strings.Join(out, " ")
		}
		if list(best) != c.best || list(worst) != c.worst {
			t.Errorf("%v: %s and %s", c.points, list(best), list(worst))
		}
	}
}

// Where the border itself belongs to the stage below, a total just on it does not reach the stage, and the line says so.
func TestOnTheBorderIsNotAbove(t *testing.T) {
	w := world(t).With(t, os.DirFS("../data/banks/dma"))
	r := scoring.Evaluate(w.Bank, w.Bank.Case("gesamt-50").Assessment)
	for l, want := range map[i18n.Lang]string{i18n.German: "Gesamtwert nicht erreicht: 50, nötig über 50", i18n.English: "not reached: 50, above 50 needed"} {
		s := reporttest.Sample{Result: r, Advice: &offer.Advice{}, Printer: w.Words.Printer(l)}
		if text := fmt.Sprint(reporttest.Texts(s.Document())); !strings.Contains(text, want) {
			t.Errorf("%s: there is no %q in\n%s", l, want, text[:min(len(text), 1500)])
		}
	}
}

// A target is told with its answer and framed in the picture of steps, on the scale that the question has.
func TestTargetsAreShown(t *testing.T) {
	w := world(t)
	five := w.With(t, os.DirFS("testdata/banks/fuenf"))
	for _, c := range []struct {
		w                               reporttest.World
		question, value, target         string
		step                            int
		aim, words, note, inEnglishNote string
	}{
		{five, "plan-stand", "s3", "s5", 4, "5", "3 von 5 Punkten, Ziel: Stufe 5", "Ziel: Stufe 5. Notiz: Montag", "Target: Stage 5. Note: Montag"},
		{w, "order-to-invoice", "files", "program", 2, "2", "Schritt 1 von 4, Ziel: Ein gemeinsames Programm deckt einen Teil des Weges ab; der Rest läuft auf Papier oder wird abgetippt", "Ziel: Ein gemeinsames Programm", "Target: A shared program"},
	} {
		q := c.w.Bank.Question(c.question)
		a := (&questionnaire.Assessment{Path: questionnaire.Full}).With(q, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: c.value}, Target: c.target, Note: "Montag"})
		r := scoring.Evaluate(c.w.Bank, a)
		for l, note := range map[i18n.Lang]string{i18n.German: c.note, i18n.English: c.inEnglishNote} {
			doc := reporttest.Sample{Result: r, Advice: &offer.Advice{}, Printer: c.w.Words.Printer(l)}.Document()
			strips, notes := strips(doc)
			if len(strips) == 0 || strips[0].Target != c.step || strips[0].Aim != c.aim || l == i18n.German && strips[0].Words != c.words {
				t.Errorf("%s: %+v", c.question, strips)
			}
			if !strings.Contains(notes, note) {
				t.Errorf("%s: %q holds no %q", c.question, notes, note)
			}
		}
	}
}

// strips are those of answers that are known, of the appendix, with all notes.
func strips(d *report.Document) (out []report.Strip, notes string) {
	for _, p := range d.Parts {
		for _, b := range p.Blocks {
			table, _ := b.(report.Table)
			for _, run := range table.Runs {
				for _, cells := range run.Rows {
					for _, c := range cells {
						if c.Strip != nil && c.Strip.State == report.StepKnown {
							out = append(out, *c.Strip)
						}
						notes += c.Note
					}
				}
			}
		}
	}
	return out, notes
}
