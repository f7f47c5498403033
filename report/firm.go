package report

import (
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// namedFlips is how many answers that would change the stage are named; of more, the rest is counted.
const namedFlips = 4

// Firm says in words what would change the stage: single answers that are the next better or worse, next to a step that lifts one further, and other weights. Nothing where
// there is no stage.
func (w Words) Firm() []string {
	s := w.r.Stability()
	if s.Sway.Percent == 0 {
		return nil
	}
	out := []string{w.flips(s.Flips)}
	if ways := w.r.Ways; len(s.Flips) == 0 && len(ways) > 0 && len(ways[0].Steps) == 1 {
		out = append(out, w.T("firm.step", "step", w.titles(ways[0].Steps), "stage", ways[0].Stage))
	}
	key := "firm.weights-range"
	if s.Sway.Low == s.Sway.High {
		key = "firm.weights-same"
	}
	return append(out, w.T(key, "p", s.Sway.Percent, "stage", s.Sway.High, "a", s.Sway.Low, "b", s.Sway.High))
}

// Open says of a result without a score where it can still lie: the points and, with stages, the stage. It is "" where
// there is a score, and while nothing is answered or nothing is ruled out.
func (w Words) Open() string {
	t, g, s := w.r.Total, w.Total(), w.r.Stage
	if t.Score != nil || t.Low == nil || w.r.Coverage.Answered == 0 {
		return ""
	}
	key := "word.open"
	switch staged := len(w.r.Bank.Stages) > 0; {
	case t.Low.Cmp(t.High) == 0:
		key = "word.open-fixed"
	case staged && s.Low == s.High:
		key = "word.open-stage"
	case staged:
		key = "word.open-stages"
	}
	return w.T(key, "a", g.Number(t.Low), "b", g.OfTop(t.High), "c", s.Low, "d", s.High)
}

// Surely says of a result without a score whether its stage is the same whatever the open answers are.
func (w Words) Surely() bool {
	s := w.r.Stage
	return w.r.Total.Score == nil && s.Low == s.High && s.Low > 0 && w.r.Coverage.Answered > 0
}

// Reason is why a module is recommended. That too little was answered for a stage is not said where the stage is sure.
func (w Words) Reason(r offer.Reason) string {
	if r.Code == "too-little" && w.Surely() {
		return w.T("reason.otherwise")
	}
	return r.In(w.Printer)
}

// Outlook is what further questions could still make of the result.
func (w Words) Outlook() scoring.Outlook {
	if w.advice == nil {
		return w.r.Outlook(nil)
	}
	return w.r.Outlook(w.advice.Marks)
}

// Provisional says why a result is provisional: how many questions were not asked, and what they could make of the stage. It is
// "" where the result is not.
func (w Words) Provisional() string {
	o := w.Outlook()
	switch {
	case !o.Provisional || o.Unasked == 0:
		return ""
	case len(w.r.Bank.Stages) == 0:
		return w.T("word.provisional-points", "n", o.Unasked)
	case o.Stage.Low == o.Stage.High:
		return w.T("word.provisional", "n", o.Unasked)
	}
	return w.T("word.provisional-stages", "n", o.Unasked, "a", max(1, o.Stage.Low), "b", o.Stage.High)
}

// flips name each question once, with the stages it would lead to.
func (w Words) flips(all []scoring.Flip) string {
	var names []string
	more, last := 0, ""
	for _, f := range all {
		switch {
		case f.Question.ID == last:
			continue
		case len(names) == namedFlips:
			more++
		default:
			names = append(names, w.T("firm.flip", "q", f.Question.Wording.Short, "stage", f.Stage))
		}
		last = f.Question.ID
	}
	switch list := strings.Join(names, ", "); {
	case len(names) == 0:
		return w.T("firm.no-flip")
	case more > 0:
		return w.T("firm.flips-more", "list", list, "n", more)
	default:
		return w.T("firm.flips", "list", list)
	}
}

type (
	// RecordStability says what would change the stage: answers one step off, and weights off by some percent.
	RecordStability struct {
		Answers []RecordFlip `json:"answers"`
		Weights RecordSway   `json:"weights"`
		Text    []string     `json:"text"`
	}
	// RecordFlip is a question with the level that an answer one step off would give.
	RecordFlip struct {
		Question string `json:"question"`
		Stage    int    `json:"stage"`
	}
	// RecordSway are the levels that weights off by so many percent, each for itself, can give.
	RecordSway struct {
		Percent int `json:"percent"`
		Low     int `json:"low"`
		High    int `json:"high"`
	}
)

func recordStability(r *scoring.Result, p *i18n.Printer) *RecordStability {
	s := r.Stability()
	if s.Sway.Percent == 0 {
		return nil
	}
	out := &RecordStability{Answers: []RecordFlip{}, Weights: RecordSway{s.Sway.Percent, s.Sway.Low, s.Sway.High}, Text: NewWords(r, nil, p).Firm()}
	for _, f := range s.Flips {
		out.Answers = append(out.Answers, RecordFlip{f.Question.ID, f.Stage})
	}
	return out
}
