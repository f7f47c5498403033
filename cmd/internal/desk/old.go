package desk

import (
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// resting is for how long an unfinished assessment may lie and still be the same one that goes on.
const resting = 60 * 24 * time.Hour

// Old says whether an assessment belongs to an earlier day: nothing in it is open or waits to be confirmed, or nobody has
// worked on it for two months. Such a one is not changed without asking, for its day would be lost.
func Old(iv *questionnaire.Interview, now time.Time) bool {
	a := iv.Assessment()
	_, open := iv.FirstOpen(a)
	switch {
	case a.Updated.IsZero() || iv.Untouched():
		return false
	case open || len(iv.Unconfirmed(a)) > 0:
		return now.Sub(a.Updated) > resting
	}
	return source.DayOf(a.Updated).Before(source.DayOf(now))
}
