package scoring

import (
	"slices"

	"digitalkompass/questionnaire"
)

// guess tries four likely completions: all answers lowest or highest, and those that the better answer newly asks as well.
func (t *twin) guess() {
	x, y := slices.Clone(t.a.sheet.Replies), slices.Clone(t.b.sheet.Replies)
	for _, common := range []int{1, -1} {
		for _, own := range []int{1, -1} {
			if t.found != nil {
				break
			}
			for i := t.e.first; i < len(t.a.open); i++ {
				t.a.stand(i)
				t.b.stand(i)
				sign := common
				if t.a.open[i] != t.b.open[i] {
					sign = own
				}
				if t.a.open[i] || t.b.open[i] {
					t.put(i, t.a.extreme(i, sign), t.a.open[i], t.b.open[i])
				}
			}
			t.a.run()
			t.b.run()
			if t.a.standing[t.item] == questionnaire.Asked {
				t.judge()
			}
			copy(t.a.sheet.Replies, x)
			copy(t.b.sheet.Replies, y)
		}
	}
}

// judge looks whether anything is lower with the better answer, all that matters being answered.
func (t *twin) judge() {
	for _, n := range append([]int{t.e.total}, t.e.dims...) {
		f, g := &t.a.nodes[n], &t.b.nodes[n]
		if f.here && g.here && g.ph.cmp(f.pl) < 0 {
			t.lower(Lowered{Node: t.e.nodes[n].ID, From: f.pl.rat(), To: g.ph.rat()})
			return
		}
	}
	if f, g := &t.a.nodes[t.e.total], &t.b.nodes[t.e.total]; f.here && g.here {
		if was, now := t.a.level(1), t.b.level(-1); now < was {
			t.lower(Lowered{Stage: true, From: whole(was).rat(), To: whole(now).rat()})
		}
	}
}

func (t *twin) lower(l Lowered) {
	every := make([]bool, len(t.e.index.Items))
	for i := range every {
		every[i] = true
	}
	l.Before, l.After = t.a.words(every), t.b.words(every)
	t.found = &l
}

// may are the nodes by which something may be lower: the total, dimensions, and what the stage hangs on; nil for none.
func (t *twin) may() []int {
	var out []int
	for _, n := range append([]int{t.e.total}, t.e.dims...) {
		if t.a.nodes[n].here && t.b.nodes[n].here && t.nodes[n].pl.sign() < 0 {
			out = append(out, n)
		}
	}
	if !t.a.nodes[t.e.total].here || !t.b.nodes[t.e.total].here || t.b.level(1) >= t.a.level(-1) {
		return out
	}
	hangs := []int{t.e.total}
	for i := range t.e.stages {
		for _, g := range t.e.stages[i].gates {
			hangs = append(hangs, g.node)
		}
	}
	if slices.ContainsFunc(hangs, func(n int) bool { return !t.nodes[n].steady || t.nodes[n].pl.sign() < 0 }) {
		out = append(out, hangs...)
	}
	return out
}
