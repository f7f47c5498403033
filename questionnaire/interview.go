package questionnaire

import (
	"slices"
	"time"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// Interview is one run of answering: an assessment, the place in it, and what can be taken back. Every face drives
// one, so that all of them ask the same. It is not safe for concurrent use.
type Interview struct {
	Navigator
	bank    *Bank
	now     func() time.Time
	current *Assessment
	history History
}

// NewInterview continues an assessment. now is the clock that dates changes.
func NewInterview(b *Bank, a *Assessment, now func() time.Time) *Interview {
	iv := &Interview{Navigator: NewNavigator(b), bank: b, now: now, current: a}
	if _, ok := iv.Current(); !ok {
		iv.Home()
	}
	return iv
}

// Bank is the bank that is asked.
func (iv *Interview) Bank() *Bank { return iv.bank }

// Assessment is the present state. It must not be changed.
func (iv *Interview) Assessment() *Assessment { return iv.current }

// Current is the item shown; ok is false when its question is hidden or none is.
func (iv *Interview) Current() (item Item, ok bool) {
	return iv.Visible(iv.current.Position)
}

// Visible is the item with an id, if it is asked now. Going deeper, every question is there to be gone to.
func (iv *Interview) Visible(id string) (Item, bool) {
	all := *iv.current
	if all.Path == Deeper {
		all.Path = Full
	}
	for _, it := range iv.Items(&all) {
		if it.Question.ID == id {
			return it, true
		}
	}
	return Item{}, false
}

// Home goes to the first item without an answer, or to the first of all.
func (iv *Interview) Home() {
	if it, ok := iv.FirstOpen(iv.current); ok {
		iv.Go(it.Question.ID)
		return
	}
	if items := iv.Items(iv.current); len(items) > 0 {
		iv.Go(items[0].Question.ID)
	}
}

// Go moves to an item; false when it is not asked now.
func (iv *Interview) Go(id string) bool {
	if _, ok := iv.Visible(id); !ok {
		return false
	}
	next := *iv.current
	next.Position = id
	iv.current = &next
	return true
}

// Step moves by a number of items, never past the ends; false when there is none. It checks nothing.
func (iv *Interview) Step(n int) bool {
	it, ok := iv.Neighbour(iv.current, iv.current.Position, n)
	return ok && iv.Go(it.Question.ID)
}

// Answer is the present answer to a question.
func (iv *Interview) Answer(q *Question) Answer { return iv.current.Get(q) }

// Put replaces an answer. A wrong one is not taken, and the messages say why (see Check).
func (iv *Interview) Put(q *Question, ans Answer) (Change, []i18n.Message) {
	if bad := Check(q, ans); bad != nil {
		return Change{}, bad
	}
	c := Change{ID: q.ID, Before: iv.current.Get(q), After: ans}
	if c.Before.Equal(ans) {
		return c, nil
	}
	c = iv.apply(c)
	iv.history = iv.history.with(c)
	return c, nil
}

// Amend is Put for one more keystroke in a text field: it becomes part of the last change, if that was in the same field,
// so that one stay there is taken back as a whole.
func (iv *Interview) Amend(q *Question, ans Answer) (Change, []i18n.Message) {
	if last, ok := iv.history.last(); !ok || last.ID != q.ID || len(iv.history.Redo) > 0 || aspects(last.After, ans)&^aspects(last.Before, last.After) != 0 {
		return iv.Put(q, ans)
	}
	if bad := Check(q, ans); bad != nil {
		return Change{}, bad
	}
	iv.history = iv.history.amended(ans)
	return iv.apply(Change{ID: q.ID, Before: iv.current.Get(q), After: ans}), nil
}

// aspects are the parts of an answer that are others after a change, a bit each: what is answered, note, proof.
func aspects(before, after Answer) (parts int) {
	for i, differs := range []bool{before.State != after.State || !before.Value.Equal(after.Value), before.Note != after.Note, before.Evidence != after.Evidence} {
		if differs {
			parts |= 1 << i
		}
	}
	return parts
}

// Adopt takes over answers, by id, where there are none yet; it counts those taken. Each can be taken back, and waits to
// be confirmed; one that does not say from when it is counts as from today.
func (iv *Interview) Adopt(answers map[string]Answer) int {
	n := 0
	for _, q := range iv.index.Items {
		ans, ok := answers[q.ID]
		if !ok || iv.current.Get(q).State != Open {
			continue
		}
		if ans.Carried.IsZero() {
			ans.Carried = source.DayOf(iv.now())
		}
		if c, bad := iv.Put(q, ans); bad == nil && !c.Before.Equal(c.After) {
			n++
		}
	}
	return n
}

// Follow makes an earlier assessment the template of this one: its answers are taken over where there are none yet, and
// remembered as those of the last time. It counts the answers taken.
func (iv *Interview) Follow(earlier *Assessment) int {
	answers := Template(earlier)
	since := &Assessment{Bank: earlier.Bank, Path: earlier.Path, Updated: earlier.Updated, Company: map[string]Answer{}, Answers: map[string]Answer{}}
	for _, q := range iv.index.Items {
		if ans, ok := answers[q.ID]; ok && Check(q, ans) == nil {
			since = since.With(q, Confirmed(ans))
		}
	}
	iv.edit(func(a *Assessment) { a.Since = since })
	return iv.Adopt(answers)
}

// LastTime is the answer that the assessment's template holds for a question; false where there is none.
func (iv *Interview) LastTime(q *Question) (Answer, bool) {
	if iv.current.Since == nil {
		return Answer{}, false
	}
	ans := iv.current.Since.Get(q)
	return ans, ans.State != Open
}

// Untouched says whether the assessment still is what its template made of it.
func (iv *Interview) Untouched() bool {
	if iv.current.Since == nil {
		return false
	}
	for _, q := range iv.index.Items {
		was, now := iv.current.Since.Get(q), iv.current.Get(q)
		if !was.Equal(Confirmed(now)) || !was.Empty() && now.Carried.IsZero() {
			return false
		}
	}
	return true
}

// Confirm makes answers that were carried over ones of today, all in one change; it counts them. Others stay as they are.
func (iv *Interview) Confirm(questions ...*Question) int {
	waiting := slices.DeleteFunc(slices.Clone(questions), func(q *Question) bool { return !Unconfirmed(q, iv.current.Get(q)) })
	batch := 0
	if len(waiting) > 1 {
		batch = iv.history.batch()
	}
	for _, q := range waiting {
		before := iv.current.Get(q)
		iv.history = iv.history.with(iv.apply(Change{ID: q.ID, Before: before, After: Confirmed(before), Batch: batch}))
	}
	return len(waiting)
}

func (iv *Interview) apply(c Change) Change {
	before := len(iv.HiddenAnswers(iv.current))
	next := iv.current.With(iv.bank.Question(c.ID), c.After)
	next.Updated = iv.now()
	iv.current = next
	after := len(iv.HiddenAnswers(next))
	c.Hidden, c.Shown = max(0, after-before), max(0, before-after)
	return c
}

// Undo takes back the last change, with those made together with it, and goes to its item; false when there is none.
func (iv *Interview) Undo() (Change, bool) { return iv.replay(History.undone) }

// Redo brings back the change taken back last, with those made together with it, and goes to its item; false when there
// is none.
func (iv *Interview) Redo() (Change, bool) { return iv.replay(History.redone) }

func (iv *Interview) replay(step func(History) (Change, History, bool)) (Change, bool) {
	c, h, ok := step(iv.history)
	if !ok {
		return Change{}, false
	}
	for also := 0; ; also++ {
		iv.history = h
		c = iv.apply(c)
		next, rest, more := step(h)
		if !more || c.Batch == 0 || next.Batch != c.Batch {
			c.Also = also
			break
		}
		c, h = next, rest
	}
	iv.Go(c.ID)
	return c, true
}

// History is what can be taken back and brought back now.
func (iv *Interview) History() History { return iv.history }

// Recall takes over what could be taken back when the assessment was left.
func (iv *Interview) Recall(h History) { iv.history = h.fitting(iv.bank, iv.current) }

// SetPath changes the path; all answers are kept, and so is their day.
func (iv *Interview) SetPath(p Path) { iv.edit(func(a *Assessment) { a.Path = p }) }

// SetLanguage changes the language the company reads. The day of the answers stays.
func (iv *Interview) SetLanguage(l i18n.Lang) { iv.edit(func(a *Assessment) { a.Language = l }) }

func (iv *Interview) edit(f func(*Assessment)) {
	next := *iv.current
	f(&next)
	iv.current = &next
}

// Changed says whether an answer differs from that of last time or, where there is no last time, from what was answered
// first: giving an answer changes none.
func (iv *Interview) Changed(q *Question) bool {
	before, now := iv.given(q), iv.current.Get(q)
	if iv.current.Since != nil {
		before = iv.current.Since.Get(q)
		if before.State == Open && now.State == Skipped {
			return false
		}
	}
	return before.State != now.State || !before.Value.Equal(now.Value)
}

// given is the answer as it was first given, as far back as the history goes. Several changes to one question in a row
// are one giving: the ticks of a list, or a choice thought better of at once.
func (iv *Interview) given(q *Question) Answer {
	now, found := iv.current.Get(q), false
	for _, c := range iv.history.Undo {
		switch {
		case c.ID == q.ID && !found && c.Before.State != Open && c.Before.State != Skipped:
			return c.Before
		case c.ID == q.ID:
			now, found = c.After, c.After.State != Open && c.After.State != Skipped
		case found:
			return now
		}
	}
	return now
}

// Conflicts are the contradictions between answers that hold now.
func (iv *Interview) Conflicts() []Conflict {
	var out []Conflict
	for _, c := range iv.bank.Conflicts {
		if AllHold(c.When, iv.bank, iv.current) {
			out = append(out, c)
		}
	}
	return out
}
