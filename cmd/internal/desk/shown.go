package desk

import (
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// Shown is what a result came to when it was shown last. The zero value is nothing.
type Shown struct {
	stage  *questionnaire.Stage
	module *questionnaire.Module
	before bool
}

// Next notes what a result comes to now, and says what of it is another than was shown before, as messages below "moved.":
// "stage" and "module".
func (s *Shown) Next(r *scoring.Result, a *offer.Advice) []i18n.Message {
	was := *s
	*s = Shown{stage: r.StageOf(r.Stage.Level), before: true}
	if best := a.Best(); best != nil {
		s.module = best.Module
	}
	var out []i18n.Message
	if was.stage != nil && s.stage != nil && was.stage.Level != s.stage.Level {
		out = append(out, i18n.Msg("stage", "n", s.stage.Level, "name", s.stage.Title, "was", was.stage.Level))
	}
	if was.before && s.module != nil && (was.module == nil || was.module.ID != s.module.ID) {
		out = append(out, i18n.Msg("module", "b", s.module.Title))
	}
	return out
}
