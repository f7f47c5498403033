package report

import (
	"slices"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
)

// Level is the level of a dimension's score, from 1: by its own bands for this company, else by the stages; 0 for none.
func (w Words) Level(d *scoring.DimensionResult) int {
	own := w.Own(d.Dimension.Node)
	if len(own) == 0 && w.staged(d) {
		return min(d.Level, len(w.r.Bank.Stages))
	}
	if n := w.r.Node(d.Dimension.ID); n != nil {
		for i, b := range own {
			if slices.Contains(n.Bands, b.ID) {
				return i + 1
			}
		}
	}
	return 0
}

// staged says whether the stages of the whole company are levels of a dimension too: it has texts for them, or the scale
// that the total has. A field of four in a count of twelve has none.
func (w Words) staged(d *scoring.DimensionResult) bool {
	total := w.r.Bank.Policy.Total.Scale
	return len(w.r.Bank.Stages) > 0 && total != nil && total.Sign() > 0 && (len(d.Dimension.Levels) > 0 || w.area(d.Of).Top.Cmp(total) == 0)
}

// LevelName is what that level is called, "" where there is none.
func (w Words) LevelName(d *scoring.DimensionResult) string {
	level, own := w.Level(d), w.Own(d.Dimension.Node)
	switch {
	case level == 0:
		return ""
	case len(own) > 0:
		return w.Text(own[level-1].Title)
	}
	return w.Text(w.r.Bank.Stages[level-1].Title)
}

// LevelHead stands above what the bank says of the level that a dimension has: that this is general. With it goes
// "level.differs".
func (w Words) LevelHead(d *scoring.DimensionResult) string {
	return w.T(either(len(w.Own(d.Dimension.Node)) == 0, "level.general", "level.general-own"), "name", w.LevelName(d))
}

// Meaning is what the band of its own that a dimension lies in means, "" where the bank does not say.
func (w Words) Meaning(d *scoring.DimensionResult) string {
	if own := w.Own(d.Dimension.Node); len(own) > 0 && w.Level(d) > 0 {
		return w.Text(own[w.Level(d)-1].Text)
	}
	return ""
}

// Own are the bands of a node that count for this company.
func (w Words) Own(n *questionnaire.Node) []questionnaire.Band {
	return n.BandsFor(w.r.Bank, w.r.Assessment)
}

// Bands are the names of the bands that a node lies in.
func (w Words) Bands(n *scoring.NodeResult) []string {
	var out []string
	for _, id := range n.Bands {
		var title i18n.Text
		own := w.Own(n.Node)
		if i := slices.IndexFunc(own, func(b questionnaire.Band) bool { return b.ID == id }); i >= 0 {
			title = own[i].Title
		} else if title, _ = w.r.Bank.Called(id); title == nil {
			if q := w.r.Bank.Question(id); q != nil {
				title = q.Wording.Short
			}
		}
		name := id
		if title != nil {
			name = w.Text(title)
		}
		out = append(out, name)
	}
	return out
}

// Simple says whether a dimension is the mean of its questions in steps from 0 to 4, so that the sum can be written down.
func (w Words) Simple(d *questionnaire.Dimension) bool {
	return d.Node.Simple() && len(d.Groups) == 0 && d.Node.Scale.Cmp(hundred) == 0 && w.r.Bank.FivePoints()
}
