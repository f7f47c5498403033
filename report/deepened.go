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
	blocks, risen := w.r.BlockedBy, before.Stage.Level < w.r.Stage.Level
	if risen {
		blocks = before.BlockedBy // else what keeps away now what was reached, and what that needs is said elsewhere
	}
	var why []string
	for _, b := range blocks {
		was, now := before.Node(b.Dimension), w.r.Node(b.Dimension)
		if was == nil || now == nil || was.Span.Score == nil || now.Span.Score == nil {
			continue
		}
		g := w.Of(b.Dimension)
		is := w.T("deepened.total", "p", g.Points(now.Span.Score), "x", g.Number(was.Span.Score))
		if b.Dimension != "" {
			area, _ := w.r.Bank.Called(b.Dimension)
			is = w.T("deepened.area", "area", area, "p", g.Points(now.Span.Score), "x", g.Number(was.Span.Score))
		}
		if risen {
			is = w.T("deepened.has", "is", is, "stage", b.Stage, "q", w.Needed(b))
		}
		why = append(why, is)
	}
	text := w.T("deepened.stage", "a", before.Stage.Level, "b", w.r.Stage.Level)
	if len(why) == 0 {
		return text + "."
	}
	return text + ": " + strings.Join(why, "; ") + "."
}
