package scoring

import (
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
)

// sequels calls fn for every way to complete two twins, whose common questions are answered alike.
func sequels(t *twin, fn func()) {
	var next func(from int)
	next = func(from int) {
		for i := from; i < len(t.a.standing); i++ {
			t.a.run()
			t.b.run()
			in, too := t.a.open[i], t.b.open[i]
			if !in && !too {
				continue
			}
			for _, ans := range every(t.a.forms[i].q) {
				t.put(i, t.a.forms[i].q.Reply(ans), in, too)
				next(i + 1)
			}
			t.put(i, questionnaire.Blank(), in, too)
			return
		}
		t.a.run()
		t.b.run()
		fn()
	}
	next(t.e.first)
}

// size is how many complete sets of answers a bank has, if all is asked.
func size(b *questionnaire.Bank) int {
	n := 1
	for _, d := range b.Dimensions {
		for _, q := range d.Questions {
			n *= len(every(q))
		}
	}
	return n
}

// tries is how often something that fits is drawn anew within one check: the library gives up when too many are skipped.
const tries = 60

// small draws a bank with no more complete sets of answers than most.
func small(t *rapid.T, most int) (*gen, *questionnaire.Bank) {
	for range tries {
		g := &gen{t: t}
		if b := g.bank(g.chance(70)); size(b) <= most {
			return g, b
		}
	}
	t.Skip()
	return nil, nil
}

// lowersSomewhere tries every two answers to a question with every completion.
func lowersSomewhere(e *Engine, item int) bool {
	t := e.twin(item)
	if t == nil {
		return false
	}
	t.a, t.b = e.start(e.blank()), e.start(e.blank())
	q := e.index.Items[item]
	for _, x := range every(q) {
		for _, y := range every(q) {
			was, now := q.Reply(x), q.Reply(y)
			if t.found != nil || !t.better(&was, &now) {
				continue
			}
			t.a.sheet.Replies[item], t.b.sheet.Replies[item] = was, now
			sequels(t, func() {
				if t.found == nil && t.a.standing[item] == questionnaire.Asked {
					t.judge()
				}
			})
		}
	}
	return t.found != nil
}

// What is said to lower something does, and nothing else does.
func TestLoweringAgainstAllCompletions(t *testing.T) {
	found, none := 0, 0
	many(t, func(t *rapid.T) {
		_, b := small(t, 150)
		e := Compile(b)
		for i, q := range e.index.Items {
			got, decided := e.Lowering(q.ID)
			want := lowersSomewhere(e, i)
			if !decided && lines(b) {
				continue
			}
			if !decided {
				t.Fatalf("%s is not decided", q.ID)
			}
			if (got != nil) != want && !(lines(b) && !want) {
				t.Fatalf("%s lowers something: %t, by all completions: %t", q.ID, got != nil, want)
			}
			if got == nil {
				none++
				continue
			}
			found++
			proves(t, e, got)
		}
	})
	if found == 0 || none == 0 {
		t.Errorf("%d questions lower something, %d do not", found, none)
	}
}

// proves checks that the answers found are what they are said to be, by scoring them.
func proves(t *rapid.T, e *Engine, got *Lowered) {
	before, after := e.Score(got.Before), e.Score(got.After)
	if got.Stage {
		if before.Stage.Level <= after.Stage.Level {
			t.Errorf("stage %d, then %d", before.Stage.Level, after.Stage.Level)
		}
		return
	}
	x, y := before.Node(got.Node), after.Node(got.Node)
	if x.Span.Score.Cmp(got.From) != 0 || y.Span.Score.Cmp(got.To) != 0 || got.From.Cmp(got.To) <= 0 {
		t.Errorf("%q: from %s to %s, scored %s and %s", got.Node, got.From, got.To, x.Span.Score, y.Span.Score)
	}
}
