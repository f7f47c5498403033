package report_test

import (
	"fmt"
	"math/big"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/scoring"
)

// A score is never shown as if it stood otherwise to a bound than it does, in whichever way it is written.
func TestRoundingMovesNothingOverABound(t *testing.T) {
	w := world(t)
	r := scoring.Evaluate(w.Bank, w.Bank.Cases[0].Assessment)
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom([]i18n.Lang{i18n.German, i18n.English}).Draw(t, "language")
		words := report.NewWords(r, nil, w.Words.Printer(l))
		bounds, of := map[string][]*big.Rat{}, []string{""}
		for _, s := range w.Bank.Stages {
			bounds[""] = append(bounds[""], s.From)
			for _, g := range s.Gates {
				if r.Node(g.Dimension) != nil {
					bounds[g.Dimension], of = append(bounds[g.Dimension], g.From), append(of, g.Dimension)
				}
			}
		}
		id := rapid.SampledFrom(of).Draw(t, "node")
		bound := rapid.SampledFrom(bounds[id]).Draw(t, "bound")
		x := new(big.Rat).Add(bound, big.NewRat(int64(rapid.IntRange(-1000, 1000).Draw(t, "thousandths")), 1000))
		g := words.Of(id)
		for _, shown := range []string{g.Number(x), g.Exact(x)} {
			y := parsed(shown)
			if y.Cmp(bound) != x.Cmp(bound) || g.Number(bound) == shown && x.Cmp(bound) != 0 {
				t.Errorf("%s: %s is shown as %s beside the bound %s", id, x.FloatString(3), shown, g.Number(bound))
			}
		}
	})
}

func parsed(shown string) *big.Rat {
	y, _ := new(big.Rat).SetString(strings.NewReplacer(",", ".", "−", "-").Replace(shown))
	return y
}

// What is close is told apart, what is far or exactly there keeps its digits.
func TestDecimalsAsManyAsNeeded(t *testing.T) {
	w := world(t)
	r := scoring.Evaluate(w.Bank, w.Bank.Cases[0].Assessment)
	words := report.NewWords(r, nil, w.Words.Printer(i18n.German))
	for x, want := range map[string]string{"20": "20", "19.9": "19,9", "19.96": "19,96", "19.4": "19", "20.04": "20,04", "20.6": "21", "53.5": "54", "39.9999": "39,9999"} {
		score, _ := new(big.Rat).SetString(x)
		if got := words.Total().Number(score); got != want {
			t.Errorf("%s is shown as %s, not %s", x, got, want)
		}
	}
	if got := words.Gain(big.NewRat(1996, 100)); got != "20,0 Punkte" {
		t.Errorf("a difference is no score: %s", got)
	}
}

var sameTwice = regexp.MustCompile(`([0-9]+(?:[.,][0-9]+)?)(?: von 100 Punkten\. Stufe 2 beginnt bei| of 100 points\. Stage 2 begins at|, nötig|,) ([0-9]+(?:[.,][0-9]+)?)(?: needed)?`)

// A total just below a stage is nowhere said to be what the stage asks for.
func TestAStageNarrowlyMissedIsNotSaidToBeReached(t *testing.T) {
	w := world(t)
	checked := 0
	for _, s := range w.Samples() {
		if s.Result.Stage.Level != 1 || s.Since != nil {
			continue
		}
		checked++
		r := *s.Result
		r.Total.Score = big.NewRat(1996, 100)
		r.BlockedBy = []scoring.Block{{Stage: 2, Needs: big.NewRat(20, 1), Has: r.Total}}
		s.Result = &r
		text := fmt.Sprint(reporttest.Texts(s.Document()))
		if !strings.Contains(text, "19,96") && !strings.Contains(text, "19.96") {
			t.Errorf("%s: the total is not told as it is", s.Name)
		}
		for _, m := range sameTwice.FindAllStringSubmatch(text, -1) {
			if m[1] == m[2] {
				t.Errorf("%s: %q", s.Name, m[0])
			}
		}
	}
	if checked == 0 {
		t.Error("no company of stage 1")
	}
}
