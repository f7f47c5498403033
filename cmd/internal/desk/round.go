package desk

import (
	"slices"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
)

// Provisional are the messages for a result that further questions may change, by path: with one stage, with several that
// are possible, and without stages.
var Provisional = map[questionnaire.Path]struct{ Sure, Open, Points string }{
	questionnaire.Quick:  {"res.quick", "res.quick.open", "res.quick.points"},
	questionnaire.Deeper: {"res.deeper", "res.deeper.open", "res.deeper.points"},
}

// Round is one walk through the questions that can still change the stage or the module, those first that settle most.
// Each is asked once; going back follows the way that was walked. The zero value has not begun.
type Round struct {
	trail  []string // what was shown, in order; the first is where the round began from
	at     int
	before bool // one went back past its beginning, where the order of the bank counts
	quick  *scoring.Result
}

// Ahead is what lies ahead of a round.
type Ahead struct {
	Ask   []string           // questions to ask, the most telling first
	Most  int                // how many they may become, with follow-ups
	Left  int                // others that could decide, but were left out or are not known
	Again int                // those of them that were left out, and may be asked in another round
	Stage scoring.StageRange // over all questions, whatever is answered to those that are open
}

// Sure says whether no question is left whose answer could change anything.
func (a Ahead) Sure() bool { return len(a.Ask) == 0 && a.Left == 0 }

// Ahead looks at all questions, whatever the path.
func (r Round) Ahead(d Desk, iv *questionnaire.Interview) Ahead {
	full := *iv.Assessment()
	full.Path = questionnaire.Full
	ids, most := d.Deciding(&full)
	out := Ahead{Most: most, Stage: d.Stage(&full)}
	for _, id := range ids {
		q := d.Bank().Question(id)
		state := questionnaire.Settled(q, iv.Answer(q))
		if state == questionnaire.Unknown || slices.Contains(r.trail, id) {
			out.Left++
			out.Most--
			if state != questionnaire.Unknown {
				out.Again++
			}
			continue
		}
		out.Ask = append(out.Ask, id)
	}
	if out.Ask == nil {
		out.Most = 0
	}
	return out
}

// Says tells what further answers could change, as a message below "deep."; false where there is nothing to tell.
func (a Ahead) Says(b *questionnaire.Bank) (i18n.Message, bool) {
	s := a.Stage
	switch staged := len(b.Stages) > 0; {
	case !staged:
		return i18n.Msg("how.points"), len(a.Ask) > 0
	case a.Sure() && s.High > 0:
		code := "sure"
		if len(b.Modules) > 0 {
			code = "sure.module"
		}
		return i18n.Msg(code, "n", s.High, "name", b.Stages[s.High-1].Title), true
	case len(a.Ask) == 0:
		return i18n.Msg("left", "n", a.Left), a.Left > 0
	case s.Low == s.High:
		return i18n.Msg("how.module", "n", s.High), true
	case len(b.Modules) == 0:
		return i18n.Msg("how.stage", "a", max(1, s.Low), "b", s.High), true
	}
	return i18n.Msg("how", "a", max(1, s.Low), "b", s.High), true
}

// Began says whether the round is under way.
func (r Round) Began() bool { return len(r.trail) > 0 }

// Passed counts the questions shown up to here.
func (r Round) Passed() int { return r.at }

// Shows says whether a question is the one shown now, and was asked for the round's sake.
func (r Round) Shows(id string) bool { return r.at > 0 && r.trail[r.at] == id }

// Start begins a round at the present item and goes to its first question; false when there is none.
func (r *Round) Start(d Desk, iv *questionnaire.Interview) bool {
	from := iv.Assessment().Position
	if q := iv.Bank().Question(from); q != nil && questionnaire.Settled(q, iv.Answer(q)) == questionnaire.Open {
		from = "" // it may have to be asked itself
	}
	r.leave(d, iv)
	*r = Round{trail: []string{from}, quick: r.quick}
	ahead := r.Ahead(d, iv)
	if len(ahead.Ask) == 0 {
		*r = Round{quick: r.quick}
		return false
	}
	iv.SetPath(questionnaire.Deeper)
	return r.forward(iv, ahead)
}

// Through goes on with all questions in their order, from the first item.
func (r *Round) Through(d Desk, iv *questionnaire.Interview) {
	r.leave(d, iv)
	*r = Round{quick: r.quick} // the way walked there is not that of all questions
	iv.SetPath(questionnaire.Full)
	iv.Home()
}

// leave keeps what the quick path came to, when it is left.
func (r *Round) leave(d Desk, iv *questionnaire.Interview) {
	if iv.Assessment().Path == questionnaire.Quick {
		r.quick, _ = d.Evaluate(iv.Assessment())
	}
}

// Quick is the result of the quick path from before going deeper; nil while that path is walked, and where nobody knows that
// it was.
func (r *Round) Quick(d Desk, iv *questionnaire.Interview) *scoring.Result {
	a := *iv.Assessment()
	if a.Path == questionnaire.Quick {
		return nil
	}
	if r.quick == nil && a.Path == questionnaire.Deeper {
		a.Path = questionnaire.Quick
		r.quick, _ = d.Evaluate(&a)
	}
	return r.quick
}

// Visit notes that an item is shown, however one came to it.
func (r *Round) Visit(id string) {
	r.before = false
	if at := slices.Index(r.trail, id); at >= 0 {
		r.at = at
		return
	}
	r.at = min(r.at+1, len(r.trail))
	r.trail = slices.Insert(slices.Clone(r.trail), r.at, id)
}

// Forward goes on: along the way walked before, then to the next question; false when there is none.
func (r *Round) Forward(d Desk, iv *questionnaire.Interview) bool {
	for at := r.at + 1; at < len(r.trail); at++ {
		if iv.Go(r.trail[at]) {
			r.at = at
			return true
		}
	}
	return r.forward(iv, r.Ahead(d, iv))
}

func (r *Round) forward(iv *questionnaire.Interview, ahead Ahead) bool {
	if len(ahead.Ask) == 0 || !iv.Go(ahead.Ask[0]) {
		r.rest(iv)
		return false
	}
	r.trail = append(slices.Clip(r.trail), ahead.Ask[0])
	r.at = len(r.trail) - 1
	return true
}

// rest makes an answered item the present one, so that a question left out at the end is none that is asked.
func (r *Round) rest(iv *questionnaire.Interview) {
	for _, id := range slices.Backward(r.trail) {
		q := iv.Bank().Question(id)
		if q != nil && (questionnaire.Settled(q, iv.Answer(q)) != questionnaire.Open || q.Asking.Quick || q.Dimension == "") && iv.Go(id) {
			return
		}
	}
}

// Back goes from an item to the one shown before it. It has not moved past the beginning, and at items that the round did
// not lead to: there the order of the bank counts, and goes on counting until one goes forward again, so that nobody is
// led to and fro. out says that the round was left backwards just now.
func (r *Round) Back(iv *questionnaire.Interview, id string) (moved, out bool) {
	from := slices.Index(r.trail, id)
	if from < 0 || r.before {
		r.before = true
		return false, false
	}
	for at := from - 1; at >= 0; at-- {
		if iv.Go(r.trail[at]) {
			r.at = at
			return true, at == 0
		}
	}
	r.before = true
	return false, from > 0
}

// Before is the item shown before another one on the way walked; "" where the way does not tell.
func (r Round) Before(iv *questionnaire.Interview, id string) string {
	for at := slices.Index(r.trail, id) - 1; at >= 0; at-- {
		if _, asked := iv.Visible(r.trail[at]); asked {
			return r.trail[at]
		}
	}
	return ""
}

// On says whether an item belongs to the round: it was shown in it, or stands beside the quick path.
func (r Round) On(iv *questionnaire.Interview, id string) bool {
	q := iv.Bank().Question(id)
	if iv.Assessment().Path != questionnaire.Deeper || q == nil || q.Dimension == "" {
		return false
	}
	return slices.Contains(r.trail, id) || !q.Asking.Quick
}
