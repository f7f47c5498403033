package wizard

import "digitalkompass/questionnaire"

// old asks, once, before a finished assessment of an earlier day is changed. The pointer is on what leaves it as it is.
type old struct {
	at      int
	pending []say // what would change it
}

func newOld(pending []say) *old { return &old{at: 1, pending: pending} }

func (s *old) CapturesText() bool { return false }

func (s *old) entries(f frame) []entry {
	return []entry{
		{f.T("old.change"), "", []say{renew{s.pending}}},
		{f.T("old.template"), "", []say{again{}}},
		{f.T("old.keep"), "", []say{spare{}}},
	}
}

// Update runs one of the entries; Esc changes nothing.
func (s *old) Update(f frame, k key) []say {
	if k.op == opEsc {
		return []say{spare{}}
	}
	p := pick{s.at}
	says := menuOf(&p, s.entries(f), k)
	s.at = p.at
	return says
}

// View says of which day the assessment is.
func (s *old) View(f frame) page {
	rows := append(append([]line{nil}, f.para(f.T("old.ask", "date", dayOf(f.Look.Talk.Assessment().Updated)), strong)...), nil)
	return page{Left: f.T("old.title"), Right: f.company(), Body: append(rows, f.fit(f.menuBlocks(s.entries(f), s.at, sideColumn), s.at, f.body()-len(rows))...)}
}

// Keys are the words of the key row.
func (s *old) Keys(frame) []hint { return []hint{enter("do.run"), esc("do.back"), menuHint} }

// renew carries out the change after all.
type renew struct{ pending []say }

func (s renew) do(r *root) {
	r.work.once.old = false
	r.pop()
	r.do(s.pending)
}

// spare leaves the assessment as it is. What was typed into a question is gone from its field too.
type spare struct{}

func (spare) do(r *root) {
	r.pop()
	if q, ok := r.top().(*question); ok {
		r.replace(newQuestion(r.frame(), q.id, q.once))
	}
}

// changes says whether what a screen announces would change an answer, a note or a mark.
func (r *root) changes(s say) bool {
	iv := r.work.iv
	switch s := s.(type) {
	case put:
		return !iv.Answer(s.q).Equal(s.a) && questionnaire.Check(s.q, s.a) == nil
	case pass:
		return s.k.op == opUndo && len(iv.History().Undo) > 0 || s.k.op == opRedo && len(iv.History().Redo) > 0
	}
	return false
}
