package wizard

import (
	"errors"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// work is the assessment being answered, with its file.
type work struct {
	session  desk.Session // nil for the sample
	iv       *questionnaire.Interview
	stored   *questionnaire.Assessment
	trouble  *trouble
	judged   judged
	once     once
	offered  bool // the details for funding were offered
	detailed bool // details for funding were given in this run
	funded   details
	begun    bool // by this run, so that it may be taken back while it is empty
	deep     deep
	trek
}

// trek is the way walked so far.
type trek struct {
	shift  shift // what the last answer changed
	jumps  desk.Jumps
	result *results // where a jump from the result leads back to
	reach  reach
	file   file // the report written last
}

// once is what is told once.
type once struct {
	settled  bool // that the stage is certain
	reviewed bool // what was carried over and not confirmed
	old      bool // that it is of an earlier day: still to be told, before a change
	blind    desk.Blind
}

// deep is going deeper where it matters, with what was found out last about what lies ahead.
type deep struct {
	round  desk.Round
	of     *questionnaire.Assessment
	ahead  desk.Ahead
	pauses int // how often the way out was named in this round
}

// ahead is what can still change something.
func (w *work) ahead(d desk.Desk) desk.Ahead {
	if now := w.iv.Assessment(); w.deep.of != now {
		w.deep.of, w.deep.ahead = now, w.deep.round.Ahead(d, w.iv)
	}
	return w.deep.ahead
}

// details is how the result stands to the details for funding.
type details struct {
	of     *questionnaire.Assessment
	open   int                     // still to be given
	next   *questionnaire.Question // the first of these
	change i18n.Message            // what those given changed, below "fund."; "" unless they were given in this run
}

// details says what the details for funding are to the present answers.
func (w *work) details(d desk.Desk) details {
	if now := w.iv.Assessment(); w.funded.of != now && w.session != nil {
		open := desk.FundingOpen(w.iv)
		w.funded = details{of: now, open: len(open)}
		if len(open) > 0 {
			w.funded.next = open[0].Question
		}
		if w.detailed {
			w.funded.change = desk.FundingChange(d, now)
		}
	}
	return w.funded
}

// trouble is a failure to save, since the question it began at.
type trouble struct {
	err   error
	since int
}

// judged remembers the last result, for assessments never change in place.
type judged struct {
	of     *questionnaire.Assessment
	result *scoring.Result
	advice *offer.Advice
}

func newWork(d desk.Desk, s desk.Session, a *questionnaire.Assessment) *work {
	w := &work{session: s, iv: questionnaire.NewInterview(d.Bank(), a, d.Now), stored: a}
	if s != nil {
		w.iv.Recall(s.History())
	}
	return w
}

// store saves when anything changed since the last time. An error is returned when it is news.
func (w *work) store() error {
	if w.session == nil || w.stored == w.iv.Assessment() {
		return nil
	}
	return w.retry()
}

// retry saves at once. What could not be saved stays in memory, and the next change tries again.
func (w *work) retry() error {
	now := w.iv.Assessment()
	err := w.session.Save(now, w.iv.History())
	w.stored = now
	if edited(err) {
		w.trouble = nil // saved, beside a file that somebody else changed
		return err
	}
	if err == nil || w.trouble != nil {
		if err == nil {
			w.trouble = nil
		} else {
			w.trouble = &trouble{err: err, since: w.trouble.since}
		}
		return nil
	}
	w.trouble = &trouble{err: err, since: w.iv.Number(now, now.Position)}
	return err
}

func edited(err error) bool {
	var save *desk.SaveError
	return errors.As(err, &save) && save.Kind == "edited"
}

// judge is the result of the present answers.
func (w *work) judge(d desk.Desk) (*scoring.Result, *offer.Advice) {
	now := w.iv.Assessment()
	if w.judged.of != now {
		r, advice := d.Evaluate(now)
		w.judged = judged{of: now, result: r, advice: advice}
	}
	return w.judged.result, w.judged.advice
}

// blank says whether the assessment was begun here and holds nothing yet, or nothing but its template.
func (w *work) blank() bool {
	a := w.iv.Assessment()
	return w.begun && (len(a.Company)+len(a.Answers) == 0 || w.iv.Untouched())
}

// path is where the file lies.
func (w *work) path() string {
	if w.session == nil {
		return ""
	}
	return w.session.Path()
}
