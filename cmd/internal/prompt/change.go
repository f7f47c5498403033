package prompt

import (
	"errors"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// errTemplate leads to a new assessment that begins with the answers of this one.
var errTemplate = errors.New("as a template")

// change applies an answer, a note or a mark, and saves it; done is false where it was not taken: it is wrong, or the
// assessment is of an earlier day and stays as it is.
func (f *face) change(q *questionnaire.Question, a questionnaire.Answer) (c questionnaire.Change, done bool, err error) {
	if questionnaire.Check(q, a) == nil && !f.iv.Answer(q).Equal(a) {
		if may, err := f.mayChange(); !may || err != nil {
			return c, false, err
		}
	}
	c, bad := f.iv.Put(q, a)
	if bad != nil {
		f.reject(bad)
		return c, false, nil
	}
	return c, true, f.save()
}

// mayChange asks, once, before a finished assessment of an earlier day is changed.
func (f *face) mayChange() (bool, error) {
	if !f.old {
		return true, nil
	}
	f.say("old.ask", "date", source.DayOf(f.iv.Assessment().Updated))
	n, err := f.menu(f.offering("old.change", "old.template", "old.keep"))
	var replay replaying
	switch {
	case errors.Is(err, errLast), errors.As(err, &replay), err == nil && n == 2:
		f.say("old.kept")
		return false, nil
	case err == nil && n == 1:
		return false, errTemplate
	}
	f.old = err != nil
	return err == nil, err
}

// begunAgain goes on with a template of the present assessment where that was asked for.
func (f *face) begunAgain(err error) error {
	if !errors.Is(err, errTemplate) {
		return err
	}
	return f.again(f.s)
}
