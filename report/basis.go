package report

import (
	"math/big"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

// thin says whether a dimension's score rests on fewer than half of its questions, those that the way leaves out among
// them. Such a score is shown with that, and is never called the lowest or the highest.
func thin(d *scoring.DimensionResult) bool {
	return d.Span.Score != nil && 2*d.Coverage.Answered < questions(d)
}

// questions are those of a dimension that count for the company, asked or not.
func questions(d *scoring.DimensionResult) int {
	return d.Coverage.Asked + d.Coverage.OffPath - d.Coverage.NotApplicable
}

// Thin says on how many of a dimension's questions its score rests, where that is fewer than half of them.
func (w Words) Thin(d *scoring.DimensionResult) (n, of int, is bool) {
	return d.Coverage.Answered, questions(d), thin(d)
}

// Basis says on how many questions a thin score rests, "" for one that is not.
func (w Words) Basis(d *scoring.DimensionResult) string {
	if !thin(d) {
		return ""
	}
	return w.T("report.basis", "n", d.Coverage.Answered, "m", questions(d))
}

// few names those of some dimensions whose scores rest on few questions, each with how many; "" where none does.
func (w Words) few(all []scoring.DimensionResult) string {
	var list []string
	for i := range all {
		if text := w.Basis(&all[i]); text != "" {
			list = append(list, w.T("report.basis-of", "area", all[i].Dimension.Title, "basis", text))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return w.T("report.basis-few", "list", strings.Join(list, ", "))
}

// fineScale is the least top of a scale on which it says something that a score lies near a bound: on coarser ones most
// scores are bounds.
var fineScale = big.NewRat(50, 1)

// Close says that the total lies within a point of where a stage begins, on either side; "" where it does not, or where gates
// keep the next stage away as well.
func (w Words) Close() string {
	score := w.r.Total.Score
	if score == nil || w.r.Stage.Level == 0 || w.Total().Top.Cmp(fineScale) < 0 {
		return ""
	}
	point := new(big.Rat).Quo(w.Total().Top, hundred)
	near := func(s *questionnaire.Stage) bool {
		gap := new(big.Rat).Sub(score, s.From)
		return gap.Abs(gap).Cmp(point) <= 0
	}
	switch here, next := w.r.StageOf(w.r.Stage.Level), w.r.StageOf(w.r.Stage.Level+1); {
	case next != nil && near(next) && !next.Reaches(score) && len(w.r.BlockedBy) == 1: // the points alone are missing
		return w.T("report.close-below", "n", next.Level)
	case here.Level > 1 && near(here):
		return w.T("report.close-above", "n", here.Level)
	}
	return ""
}
