package scoring

import "digitalkompass/questionnaire"

// Outlook is what further questions could still make of a result that not all of them were asked for.
type Outlook struct {
	Provisional bool       // further questions can change stage, total or mark, or were left out for the short way
	Unasked     int        // questions with points that were not asked, as things stand
	Stage       StageRange // over all questions, whatever is answered to those that are open
}

// Outlook looks at all questions, whatever the path; marks are what else may change, see Deciding.
func (r *Result) Outlook(marks []Mark) Outlook {
	if r.Assessment.Path == questionnaire.Full {
		return Outlook{Stage: r.Stage}
	}
	full := *r.Assessment
	full.Path = questionnaire.Full
	all := r.engine.Score(&full)
	ids, _ := r.engine.Deciding(&full, marks)
	return Outlook{
		Provisional: r.Provisional(len(ids) > 0, all.Stage),
		Unasked:     max(0, all.Coverage.Asked-r.Coverage.Asked), Stage: all.Stage,
	}
}

// Provisional is the one place that says whether a result is so: on the full path never, on the quick one always, on the
// deeper one until nothing is undecided and all, the stage over all questions, is the one reached.
func (r *Result) Provisional(undecided bool, all StageRange) bool {
	switch r.Assessment.Path {
	case questionnaire.Quick:
		return true
	case questionnaire.Deeper:
		return undecided || all.High != r.Stage.Level
	case questionnaire.Full:
	}
	return false
}
