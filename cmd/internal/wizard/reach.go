package wizard

import "digitalkompass/questionnaire"

// reach is how far the bar of progress has come, per section and once more for the way deeper. Questions that an answer adds do
// not draw it back; only answers that are changed or taken back do.
type reach map[track]extent

// track names a bar of progress.
type track struct {
	section questionnaire.Section
	deeper  bool
}

// extent is done of all.
type extent struct{ done, of int }

// less says whether an extent is a smaller part than another.
func (e extent) less(o extent) bool { return e.done*max(1, o.of) < o.done*max(1, e.of) }

// reachOf names the bar that stands above a question.
func (f frame) reachOf(q *questionnaire.Question) track {
	if round := f.Look.Run.Round; round.Began() && round.Shows(q.ID) {
		return track{deeper: true}
	}
	return track{section: q.Section}
}

// reached puts the bar of a question where it stood already, if that is further.
func (f frame) reached(q *questionnaire.Question, p page) page {
	if before := f.Look.Run.Reach[f.reachOf(q)]; (extent{p.Done, p.Of}).less(before) {
		p.Done, p.Of = before.done, before.of
	}
	return p
}

// advance notes how far the bar has come.
func (r *root) advance() {
	s, ok := r.top().(*question)
	if !ok || r.work == nil {
		return
	}
	f := r.frame()
	if in, _, ok := s.ask(f); ok {
		p := f.place(in.q)
		if r.work.reach == nil {
			r.work.reach = reach{}
		}
		r.work.reach[f.reachOf(in.q)] = extent{p.Done, p.Of}
	}
}

// tellMore says that an answer adds questions, or details, so that nobody wonders at the numbers. On the way deeper it is said
// at each question how many there may be.
func (r *root) tellMore(s put, before int) {
	iv := r.work.iv
	n := len(iv.Section(iv.Assessment(), s.q.Section)) - before
	if n <= 0 || iv.Assessment().Path == questionnaire.Deeper {
		return
	}
	key := "msg.more.field"
	if s.q.Section == questionnaire.SectionQuestions {
		key = "msg.more"
	}
	r.note = note{key: key, args: []any{"n", n}}
}
