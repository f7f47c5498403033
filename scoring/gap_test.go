package scoring

import (
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
)

// A gap holds what lies between two twins in every completion of what is open, and a steady one never hides that a
// figure goes away.
func TestGapsHoldEveryCompletion(t *testing.T) {
	many(t, func(t *rapid.T) {
		x := settledTwins(t)
		gaps := append([]gap(nil), x.nodes...)
		sequels(x, func() {
			if x.a.standing[x.item] == questionnaire.Asked {
				holds(t, x, gaps)
			}
		})
	})
}

// settledTwins are two companies of which the second gives a better answer to one question, with some other answers.
func settledTwins(t *rapid.T) *twin {
	for range tries {
		if x := drawTwins(t); x != nil {
			return x
		}
	}
	t.Skip()
	return nil
}

// drawTwins may draw some that do not fit: nil.
func drawTwins(t *rapid.T) *twin {
	g, b := small(t, 150)
	e := Compile(b)
	x := e.twin(g.int(0, len(e.index.Items)-1))
	if x == nil {
		return nil
	}
	x.a, x.b = e.start(e.blank()), e.start(e.blank())
	q := e.index.Items[x.item]
	all := every(q)
	was, now := q.Reply(all[g.int(0, len(all)-1)]), q.Reply(all[g.int(0, len(all)-1)])
	if !x.better(&was, &now) {
		return nil
	}
	x.a.sheet.Replies[x.item], x.b.sheet.Replies[x.item] = was, now
	for i := range e.index.Items { // what conditions look at is settled first, up to somewhere, as the search does
		x.a.run()
		x.b.run()
		if !e.tested[i] || i == x.item {
			continue
		}
		if g.chance(30) {
			break
		}
		if in, too := x.a.open[i], x.b.open[i]; in || too {
			other := every(e.index.Items[i])
			r := e.index.Items[i].Reply(other[g.int(0, len(other)-1)])
			x.put(i, r, in, too)
		}
	}
	if !x.run() {
		return nil
	}
	return x
}

// holds checks the gaps of all nodes against one completion.
func holds(t *rapid.T, x *twin, gaps []gap) {
	for i := range gaps {
		f, g, id := &x.a.nodes[i], &x.b.nodes[i], x.e.nodes[i].ID
		if gaps[i].steady && f.here != g.here {
			t.Fatalf("%q is steady, and there in one only", id)
		}
		if !f.here || !g.here {
			continue
		}
		if d := g.p.sub(f.p); d.cmp(gaps[i].pl) < 0 || d.cmp(gaps[i].ph) > 0 {
			t.Fatalf("%q: %s points, outside of %s to %s", id, d.rat(), gaps[i].pl.rat(), gaps[i].ph.rat())
		}
		if d := g.share().sub(f.share()); gaps[i].steady && (d.cmp(gaps[i].sl) < 0 || d.cmp(gaps[i].sh) > 0) {
			t.Fatalf("%q: a share of %s, outside of %s to %s", id, d.rat(), gaps[i].sl.rat(), gaps[i].sh.rat())
		}
	}
}

// Cases rise when each band that rises and each condition that changes brings no lower value.
func TestCasesThatRise(t *testing.T) {
	yes, no, perhaps := questionnaire.Surely, questionnaire.Never, questionnaire.Perhaps
	bands := map[string][]questionnaire.Band{"n": {{ID: "low"}, {ID: "middle"}, {ID: "high"}}}
	when := questionnaire.Condition{AnyOf: [][]questionnaire.Test{{{ID: "q"}}}}
	on := func(value int, ids ...string) questionnaire.NodeCase {
		return questionnaire.NodeCase{Bands: map[string][]string{"n": ids}, Value: rat(value, 1)}
	}
	asks := func(value int) questionnaire.NodeCase {
		return questionnaire.NodeCase{When: when, Value: rat(value, 1)}
	}
	for _, c := range []struct {
		name          string
		cases         []questionnaire.NodeCase
		first, second []questionnaire.Outlook
		want          bool
	}{
		{"higher bands, higher values", []questionnaire.NodeCase{on(3, "high"), on(2, "middle")}, []questionnaire.Outlook{yes, yes}, []questionnaire.Outlook{yes, yes}, true},
		{"the middle is best", []questionnaire.NodeCase{on(1, "high"), on(2, "middle")}, []questionnaire.Outlook{yes, yes}, []questionnaire.Outlook{yes, yes}, false},
		{"one band falls back to nothing", []questionnaire.NodeCase{on(2, "middle")}, []questionnaire.Outlook{yes}, []questionnaire.Outlook{yes}, false},
		{"a condition comes true", []questionnaire.NodeCase{asks(2)}, []questionnaire.Outlook{no}, []questionnaire.Outlook{yes}, true},
		{"a condition no longer holds", []questionnaire.NodeCase{asks(2)}, []questionnaire.Outlook{yes}, []questionnaire.Outlook{no}, false},
		{"one that is the same in both", []questionnaire.NodeCase{asks(1), on(2, "high")}, []questionnaire.Outlook{perhaps, yes}, []questionnaire.Outlook{perhaps, yes}, true},
		{"one that hides a band that falls", []questionnaire.NodeCase{asks(1), on(2, "low")}, []questionnaire.Outlook{perhaps, yes}, []questionnaire.Outlook{perhaps, yes}, false},
		{"the same where it is sure to hold", []questionnaire.NodeCase{asks(1), on(2, "low")}, []questionnaire.Outlook{yes, yes}, []questionnaire.Outlook{yes, yes}, true},
		{"a lower value comes first", []questionnaire.NodeCase{asks(1), on(2, "low", "middle", "high")}, []questionnaire.Outlook{no, yes}, []questionnaire.Outlook{yes, yes}, false},
	} {
		tab := table{cases: c.cases, first: c.first, second: c.second, at: map[string]int{"n": 0}, bands: bands, ids: []string{"n"}}
		if got := tab.rises(0); got != c.want {
			t.Errorf("%s: %t", c.name, got)
		}
	}
}
