package wizard

import (
	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// say is what a screen announces. What it leads to is written here and in opening.go, once.
type say interface{ do(r *root) }

type (
	pass    struct{ k key }    // the screen has no use for this key
	tell    struct{ n note }   // a message for the status row
	open    struct{ s screen } // another screen on top
	leave   struct{}           // this screen is done with
	put     struct{ answer }   // an answer, note or mark
	forward struct {           // the question is answered; go on
		id      string
		inOrder bool // also after a jump
	}
	onward struct { // go on, whatever is answered
		id      string
		inOrder bool
	}
	backward   struct{ id string } // one question back
	visit      struct{ id string } // go to a question and stay there
	noteBefore struct{ id string } // the note of the item before
	begin      struct{ path questionnaire.Path }
	resume     struct{ d desk.Draft }
	sample     struct{}
	start      struct{} // to the welcome screen
	finish     struct{} // to the result, by way of what is still to do
	result     struct{}
	deepen     struct{}
	save       struct{ end *ending } // try once more, and leave then if that was wanted
	abandon    struct{ end *ending } // leave without having saved
	runBelow   struct{ k key }       // run a key on the screen below
	quit       struct{}
	focusBar   struct{ last bool }
)

// answer is a change of one answer. A change within one stay in a text field amends the last one.
type answer struct {
	q     *questionnaire.Question
	a     questionnaire.Answer
	amend bool
}

func (s tell) do(r *root) { r.note = s.n }

func (s open) do(r *root) {
	if h, ok := s.s.(*help); ok {
		h.below = r.top()
	}
	r.push(s.s)
}

func (s leave) do(r *root) { r.pop() }

func (quit) do(r *root) {
	end := &ending{}
	if r.secured(end) {
		r.end = end
	}
}

func (s abandon) do(r *root) { r.end = s.end }

// secured says whether everything is saved, if need be by trying once more; if it is not, a screen says so.
func (r *root) secured(end *ending) bool {
	if r.work == nil || r.work.trouble == nil {
		return true
	}
	_ = r.work.retry()
	if r.work.trouble != nil {
		r.push(&unsaved{end: end})
		return false
	}
	return true
}

func (s runBelow) do(r *root) { r.press(s.k) }

func (s focusBar) do(r *root) {
	r.bar = 0
	if s.last {
		r.bar = len(r.runnable()) - 1
	}
}

func (s put) do(r *root) {
	if r.work.session == nil {
		r.note = note{key: "look.only"}
		return
	}
	change := r.work.iv.Put
	if s.amend {
		change = r.work.iv.Amend
	}
	r.watch(s)
	before := len(r.work.iv.Section(r.work.iv.Assessment(), s.q.Section))
	if was := r.work.iv.Answer(s.q); questionnaire.Settled(s.q, was) != questionnaire.Open && !was.Value.Equal(s.a.Value) {
		r.work.reach = nil
	}
	c, wrong := change(s.q, s.a)
	if len(wrong) > 0 {
		r.note = about("answer.", wrong[0])
		return
	}
	r.put = true
	r.tellMore(s, before)
	if s.q.Section == questionnaire.SectionFunding {
		r.work.offered, r.work.detailed = true, true
	}
	if c.Hidden > 0 {
		r.note = note{key: "msg.hid", args: []any{"n", c.Hidden}}
	} else if m, ok := r.work.once.blind.Next(r.desk, r.work.iv, s.q); ok {
		r.note = note{key: "blind." + m.Code, args: m.Args}
	}
}

// forward passes a question, which confirms an answer that was carried over, and goes on.
func (s forward) do(r *root) {
	r.confirm(r.work.iv.Bank().Question(s.id))
	onward(s).do(r)
}

// onward goes to the next item of the path; after the last question comes what finishes it.
func (s onward) do(r *root) {
	if q, ok := r.top().(*question); ok && q.once {
		r.pop()
		return
	}
	iv := r.work.iv
	if !s.inOrder && r.home(s.id) {
		return
	}
	defer func() { r.work.jumps.Follow(s.id, iv.Assessment().Position) }()
	if r.work.deep.round.On(iv, s.id) {
		r.onward(s.id)
		return
	}
	here := iv.Bank().Question(s.id)
	next, ok := iv.Neighbour(iv.Assessment(), s.id, 1)
	switch {
	case here.Section != questionnaire.SectionFunding && (!ok || next.Question.Section == questionnaire.SectionFunding):
		finish{}.do(r)
	case !ok:
		r.funded()
	default:
		r.goTo(next.Question.ID)
		r.tellSettled()
	}
}

// tellSettled says, once, that no further answer can change the stage, so that nobody goes on for its sake.
func (r *root) tellSettled() {
	w := r.work
	if pr := w.iv.Progress(w.iv.Assessment()); w.once.settled || w.iv.Assessment().Path != questionnaire.Full || len(r.desk.Bank().Stages) == 0 || 2*pr.Answered < pr.Of || pr.Answered == pr.Of {
		return
	}
	if r.note.key == "" && r.desk.Stage(w.iv.Assessment()).Certain() {
		w.once.settled = true
		r.note = note{key: "res.settled"}
	}
}

// backward goes one item back; before the first one lies the welcome screen.
func (s backward) do(r *root) {
	if q, ok := r.top().(*question); ok && q.once {
		r.pop()
		return
	}
	if !r.unleap(s.id) && !r.retrace(s.id) {
		start{}.do(r)
	}
}

// noteBefore opens the note of the item before, on the way that was walked: a digit went on before it could be written.
func (s noteBefore) do(r *root) {
	iv, round := r.work.iv, r.work.deep.round
	before, ok := iv.Visible(round.Before(iv, s.id))
	if !ok {
		before, ok = iv.Neighbour(iv.Assessment(), s.id, -1)
	}
	if !ok {
		r.note = note{key: "note.none-before"}
		return
	}
	r.push(newNote(before.Question, iv.Answer(before.Question)))
}

// show shows an item with nothing but the welcome screen below.
func (r *root) show(id string) {
	r.work.iv.Go(id)
	if w := r.work; w.deep.round.Began() && w.deep.round.On(w.iv, id) {
		w.deep.round.Visit(id)
	}
	r.base()
	r.push(r.question(id))
}

// question is the screen of an item.
func (r *root) question(id string) *question { return newQuestion(r.frame(), id, false) }

// goTo shows an item in the place of the topmost screen.
func (r *root) goTo(id string) {
	r.work.iv.Go(id)
	r.replace(r.question(id))
}

func (s finish) do(r *root) {
	a := r.work.iv.Assessment()
	_, open := r.work.iv.FirstOpen(a)
	switch {
	case open:
		r.push(newReview(filterOpen))
	case !r.work.once.reviewed && len(r.work.iv.Unconfirmed(a)) > 0:
		r.work.once.reviewed = true
		r.push(newReview(filterCarried))
	case a.Path != questionnaire.Full:
		r.push(&deeper{})
	default:
		result{}.do(r)
	}
}

// result shows the result. Once, before, it offers the details that funding needs.
func (s result) do(r *root) {
	if r.offerFunding() {
		return
	}
	if _, ok := r.top().(*funding); ok {
		r.pop()
	}
	r.push(newResult(paneOverview))
}

// offerFunding offers the details that funding needs, once; false when there is nothing to offer.
func (r *root) offerFunding() bool {
	n := len(desk.FundingOpen(r.work.iv))
	if n == 0 || r.work.offered || r.work.session == nil {
		return false
	}
	r.work.offered = true
	r.push(&funding{missing: n})
	return true
}

// glance shows the result from anywhere. With questions open, and on the way deeper, it is a glance, as its key promises; else
// it is the end, and what belongs before the result comes first.
func (r *root) glance() {
	_, open := r.work.iv.FirstOpen(r.work.iv.Assessment())
	if !open && !r.work.deep.round.Began() && r.offerFunding() {
		return
	}
	r.push(newResult(paneOverview))
}

// deepen goes on with all questions of the full path.
func (s deepen) do(r *root) {
	r.work.deep.round.Through(r.desk, r.work.iv)
	r.work.reach = nil
	r.base()
	r.current()
}

// current shows the item that the interview is at.
func (r *root) current() {
	if it, ok := r.work.iv.Current(); ok {
		r.push(r.question(it.Question.ID))
		return
	}
	r.work.iv.Home()
	if it, ok := r.work.iv.Current(); ok {
		r.push(r.question(it.Question.ID))
	}
}

func (s save) do(r *root) {
	if err := r.work.retry(); err != nil {
		r.note = r.failure(err)
	}
	if r.work.trouble == nil {
		r.pop()
		r.note = note{key: "hint.saved"}
		r.end = s.end
	}
}

// failure says what could not be done with a file.
func (r *root) failure(err error) note {
	key, args := saveWords(err)
	return note{key: key, args: args, fault: true}
}
