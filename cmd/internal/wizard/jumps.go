package wizard

import (
	"slices"

	"digitalkompass/cmd/internal/desk"
)

// visit goes to an item; back leads from there to where one was, or to the result.
func (s visit) do(r *root) { r.jump(s.id, false) }

// leap is a jump to a question, from where what is answered leads back.
type leap struct{ id string }

func (s leap) do(r *root) { r.jump(s.id, r.amid()) }

// amid says whether a question or the result lies below a search, so that there is something to come back to.
func (r *root) amid() bool {
	for _, s := range slices.Backward(r.stack) {
		switch s := s.(type) {
		case *jump:
			continue
		case *question:
			return !s.once
		case *results:
			return true
		}
		break
	}
	return false
}

func (r *root) jump(id string, detour bool) {
	w := r.work
	from := desk.Spot{ID: w.iv.Assessment().Position}
	if !w.iv.Go(id) {
		return
	}
	for _, s := range r.stack {
		if res, ok := s.(*results); ok {
			from.Result, w.result = true, res
		}
	}
	w.jumps.Note(from, id, detour)
	r.show(id)
}

// unleap goes back to where a jump to an item began; false when one did not come by a jump.
func (r *root) unleap(id string) bool {
	to, ok := r.work.jumps.Back(r.work.iv, id)
	if ok {
		r.land(to)
	}
	return ok
}

// home goes back to where a detour began; false where the order goes on.
func (r *root) home(id string) bool {
	w := r.work
	to, ok := w.jumps.Home(w.iv, id)
	if !ok {
		return false
	}
	w.jumps.Return()
	r.land(to)
	switch n := w.iv.Number(w.iv.Assessment(), to.ID); {
	case r.note.key != "":
	case to.Result:
		r.note = note{key: "msg.return.result"}
	case n > 0:
		r.note = note{key: "msg.return", args: []any{"n", n}}
	}
	return true
}

// land shows where a jump began.
func (r *root) land(to desk.Spot) {
	if !r.work.iv.Go(to.ID) { // then it is the result, above an item that went away
		r.work.iv.Home()
		to.ID = r.work.iv.Assessment().Position
	}
	r.show(to.ID)
	if to.Result {
		r.choices()
		r.push(r.work.result)
	}
}
