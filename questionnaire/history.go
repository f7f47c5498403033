package questionnaire

import "slices"

// MostChanges bounds how many changes can be taken back; the oldest ones fall out.
const MostChanges = 1000

// Change is one answer replaced by another.
type Change struct {
	ID            string
	Before, After Answer
	Hidden        int // answers that the change hid
	Shown         int // answers that it brought back
	Batch         int // neighbours with the same number were made, and are taken back, together; 0 for one alone
	Also          int // how many were taken back or brought back together with it
}

// Same says whether two changes replace the same answer by the same.
func (c Change) Same(d Change) bool {
	return c.ID == d.ID && c.Batch == d.Batch && c.Before.Equal(d.Before) && c.After.Equal(d.After)
}

// Part is what a change is about: "answer", else "note", "evidence", "target", "confidence", "later" or "carried", the
// first that differs; "" when nothing does.
func (c Change) Part() string {
	a, b := c.Before, c.After
	for _, x := range []struct {
		part    string
		differs bool
	}{
		{"answer", a.State != b.State || !a.Value.Equal(b.Value)}, {"note", a.Note != b.Note}, {"evidence", a.Evidence != b.Evidence},
		{"target", a.Target != b.Target}, {"confidence", a.Confidence != b.Confidence}, {"later", a.Later != b.Later},
		{"carried", a.Carried != b.Carried},
	} {
		if x.differs {
			return x.part
		}
	}
	return ""
}

// History is what can be taken back and what can be brought back, each with its latest change last. A history never
// changes in place, so whoever keeps one may compare it with a later one.
type History struct {
	Undo, Redo []Change
}

func (h History) last() (Change, bool) {
	if len(h.Undo) == 0 {
		return Change{}, false
	}
	return h.Undo[len(h.Undo)-1], true
}

// batch is a number that no change has yet.
func (h History) batch() int {
	n := 0
	for _, c := range h.Undo {
		n = max(n, c.Batch)
	}
	return n + 1
}

// with adds a change; what was taken back before is gone.
func (h History) with(c Change) History {
	first := max(0, len(h.Undo)+1-MostChanges)
	return History{Undo: append(slices.Clip(h.Undo[first:]), c)}
}

// amended makes the last change end with another answer; one that ends where it began is none.
func (h History) amended(ans Answer) History {
	n := len(h.Undo) - 1
	c := h.Undo[n]
	c.After = ans
	if c.Before.Equal(ans) {
		return History{Undo: h.Undo[:n:n], Redo: h.Redo}
	}
	return History{Undo: append(slices.Clip(h.Undo[:n]), c), Redo: h.Redo}
}

// undone is the history after the last change was taken back, and the change that does it.
func (h History) undone() (Change, History, bool) {
	c, ok := h.last()
	if !ok {
		return c, h, false
	}
	n := len(h.Undo) - 1
	return Change{ID: c.ID, Before: c.After, After: c.Before, Batch: c.Batch}, History{Undo: h.Undo[:n:n], Redo: append(slices.Clip(h.Redo), c)}, true
}

// redone is the history after the change taken back last was brought back, and the change that does it.
func (h History) redone() (Change, History, bool) {
	n := len(h.Redo) - 1
	if n < 0 {
		return Change{}, h, false
	}
	c := h.Redo[n]
	return c, History{Undo: append(slices.Clip(h.Undo), c), Redo: h.Redo[:n:n]}, true
}

// Bridge adds what leads from one assessment to another, answer by answer in the order of the bank, and counts it: so
// that a change made elsewhere can be taken back like any other.
func (h History) Bridge(b *Bank, from, to *Assessment) (History, int) {
	n := 0
	for _, q := range b.Index().Items {
		if c := (Change{ID: q.ID, Before: from.Get(q), After: to.Get(q)}); !c.Before.Equal(c.After) {
			h = h.with(c)
			n++
		}
	}
	return h, n
}

// fitting is the part of the history that leads to the present answers. Changes of a question whose answer is another
// one by now are left out, and with them those before: they would bring back what never was.
func (h History) fitting(b *Bank, a *Assessment) History {
	return History{Undo: chain(b, a, h.Undo, func(c Change) (Answer, Answer) { return c.After, c.Before }),
		Redo: chain(b, a, h.Redo, func(c Change) (Answer, Answer) { return c.Before, c.After })}
}

// chain is what of a list of changes can be gone through backwards, beginning at the present answers.
func chain(b *Bank, a *Assessment, list []Change, ends func(Change) (here, there Answer)) []Change {
	lost := map[string]bool{}
	var out []Change
	for _, c := range slices.Backward(list) {
		here, there := ends(c)
		q := b.Question(c.ID)
		if q == nil || lost[c.ID] || !a.Get(q).Equal(here) || Check(q, there) != nil {
			lost[c.ID] = true
			continue
		}
		a = a.With(q, there)
		out = append(out, c)
	}
	slices.Reverse(out)
	return out
}
