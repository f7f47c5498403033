package report

import (
	"strings"

	"digitalkompass/scoring"
)

// Deepened says that the stage is another than before going deeper, and what made it so; "" where it is the same, and where
// either result has none.
func (w Words) Deepened(before *scoring.Result) string {
	if before == nil || before.Stage.Level == w.r.Stage.Level || before.Stage.Level == 0 || w.r.Stage.Level == 0 {
		return ""
	}
	blocks := w.r.BlockedBy // what keeps the stage away now that was reached before
	if before.Stage.Level < w.r.Stage.Level {
		blocks = before.BlockedBy // what kept it away before
	}
	var why []string
	for _, b := range blocks {
		was, now := before.Node(b.Dimension), w.r.Node(b.Dimension)
		if was == nil || now == nil || was.Span.Score == nil || now.Span.Score == nil {
			continue
		}
		g := w.Of(b.Dimension)
		key, area := "deepened.area", any("")
		if b.Dimension == "" {
			key = "deepened.total"
		} else {
			area, _ = w.r.Bank.Called(b.Dimension)
		}
		why = append(why, w.T(key, "area", area, "p", g.Points(now.Span.Score), "x", g.Number(was.Span.Score), "stage", b.Stage, "q", w.Needed(b)))
	}
	text := w.T("deepened.stage", "a", before.Stage.Level, "b", w.r.Stage.Level)
	if len(why) == 0 {
		return text + "."
	}
	return text + ": " + strings.Join(why, "; ") + "."
}
