package desk

import (
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// Old says whether an assessment is finished and of an earlier day: nothing in it is open or waits to be confirmed. Such
// a one is not changed without asking, for its day would be lost.
func Old(iv *questionnaire.Interview, now time.Time) bool {
	a := iv.Assessment()
	_, open := iv.FirstOpen(a)
	return !open && !a.Updated.IsZero() && source.DayOf(a.Updated).Before(source.DayOf(now)) && len(iv.Unconfirmed(a)) == 0
}
