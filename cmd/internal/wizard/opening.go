package wizard

import (
	"errors"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

func (s begin) do(r *root) {
	session, err := r.desk.Start(s.path, r.view.lang)
	if err != nil {
		r.note = r.failure(err)
		return
	}
	r.take(session)
	r.work.begun = true
	r.offerReuse()
}

func (s resume) do(r *root) {
	if !r.turnTo(s.d.Bank.ID) {
		return
	}
	session, err := r.desk.Open(s.d)
	var busy *desk.InUseError
	switch {
	case errors.As(err, &busy):
		r.push(&inUse{draft: s.d, since: busy.Since})
	case err != nil:
		r.note = r.failure(err)
	default:
		r.base()
		r.take(session)
	}
}

// take goes on with an assessment: a finished one shows its entries, any other its question.
func (r *root) take(s desk.Session) {
	a := s.Assessment()
	r.work = newWork(r.desk, s, a)
	if a.Language != "" && !r.view.chosen {
		r.view.lang = a.Language
	}
	r.work.once.old = desk.Old(r.work.iv, r.desk.Now())
	r.current()
	_, open := r.work.iv.FirstOpen(a)
	r.choices()
	switch told := s.Notices(); {
	case len(told) > 0:
		r.push(&notices{told: told})
	case open && len(a.Company)+len(a.Answers) > 0 && !r.work.iv.Untouched():
		r.note = r.hello(a)
	}
}

// choices shows, above its item, what can be done with an assessment in which nothing is open.
func (r *root) choices() {
	a := r.work.iv.Assessment()
	switch _, open := r.work.iv.FirstOpen(a); {
	case open:
	case a.Path == questionnaire.Deeper:
		r.push(&deeper{})
	default:
		r.push(&finished{})
	}
}

func (r *root) hello(a *questionnaire.Assessment) note {
	if a.Updated.IsZero() {
		return note{}
	}
	if n := r.work.iv.Number(a, a.Position); n > 0 {
		return note{key: "quit.hello", args: []any{"n", n, "date", dayOf(a.Updated)}}
	}
	return note{key: "hello.profile", args: []any{"date", dayOf(a.Updated)}}
}

// again begins anew with the answers of the assessment that is open, at its first item.
type again struct{}

func (again) do(r *root) {
	if !r.secured(nil) {
		return
	}
	earlier := r.work.iv.Assessment()
	session, err := desk.Again(r.desk, earlier, r.view.lang)
	if err != nil {
		r.note = r.failure(err)
		return
	}
	r.close()
	r.base()
	r.work = newWork(r.desk, session, session.Assessment())
	r.work.begun = true
	r.current()
	r.note = note{key: "again.begun", args: []any{"list", r.frame().waiting(), "date", dayOf(earlier.Updated)}}
}

func (s sample) do(r *root) {
	r.work = newWork(r.desk, nil, r.desk.Demo())
	r.push(newResult(paneOverview))
}

// start goes to the welcome screen and gives the file free.
func (s start) do(r *root) {
	if !r.secured(nil) {
		return
	}
	if w := r.work; w != nil && w.blank() {
		_ = r.desk.Delete(desk.Draft{Path: r.closed()}) // begun by mistake; nothing is in it
	} else {
		r.close()
	}
	r.base()
	r.stack[0] = newWelcome(r.desk)
}

// closed gives the file free and says where it lies.
func (r *root) closed() string {
	path := r.work.path()
	r.close()
	return path
}

// close gives the file free.
func (r *root) close() {
	if r.work != nil && r.work.session != nil {
		_ = r.work.store()
		_ = r.work.session.Close()
	}
	r.work = nil
}
