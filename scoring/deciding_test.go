package scoring

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
)

// Whatever else is answered, a question that decides nothing changes no stage and passes no mark; and where none decides,
// the stage is certain.
func TestOnlyDecidingQuestionsDecide(t *testing.T) {
	left := 0
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		b := g.bank(false)
		e, a := Compile(b), g.answers()
		marks := []Mark{{Node: "dim0", From: rat(50, 1), Least: g.int(0, 2)}}
		ids, most := e.Deciding(a, marks)
		if most < len(ids) {
			t.Fatalf("at most %d, but %d now", most, len(ids))
		}
		s := e.start(e.index.Sheet(a))
		s.run()
		free := make([]bool, len(s.open))
		for i := e.first; i < len(free); i++ {
			free[i] = s.open[i] && !slices.Contains(ids, e.index.Items[i].ID)
			if free[i] {
				left++
			}
		}
		seen := map[string]string{}
		s.force = s.inForce()
		completions(s, func(x *state) {
			key := ""
			for i := range x.sheet.Replies {
				if !free[i] {
					key += fmt.Sprint(x.sheet.Replies[i], ";")
				}
			}
			bounds := x.outer()
			got := fmt.Sprint(bounds.stage)
			if m := marks[0]; bounds.stage[1] >= m.Least {
				at := e.byID[m.Node]
				got += fmt.Sprint(bounds.here[at] && bounds.low[at].cmp(numOf(m.From)) >= 0)
			}
			if was, ok := seen[key]; ok && was != got {
				t.Fatalf("%s, and %s with the same answers to what decides: %v", was, got, ids)
			}
			seen[key] = got
		})
		if st := e.StageOf(a); len(ids) == 0 && st.Low != st.High {
			t.Fatalf("nothing decides between stages %d and %d", st.Low, st.High)
		}
	})
	if left == 0 {
		t.Error("every open question decided")
	}
}

// On the way deeper, what is asked beside the quick path is what has an answer.
func TestGoingDeeperCountsWhatIsAnswered(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		b := g.bank(true)
		for _, d := range b.Dimensions {
			for i, q := range d.Questions {
				q.Asking.Quick = i == 0
			}
		}
		e := Compile(questionnaire.Assemble(b))
		deep := *g.answers()
		deep.Path = questionnaire.Deeper
		alike := deep
		alike.Path = questionnaire.Full
		open := false
		for _, it := range questionnaire.NewNavigator(b).Section(&alike, questionnaire.SectionQuestions) {
			open = open || !it.Question.Asking.Quick && questionnaire.Settled(it.Question, deep.Get(it.Question)) == questionnaire.Open
		}
		if x, y := e.StageOf(&deep), e.StageOf(&alike); !open && x != y {
			t.Fatalf("%v going deeper, %v with all questions", x, y)
		}
		for _, c := range e.Evaluate(&deep).Trail {
			if q := b.Question(c.Question); !q.Asking.Quick && c.Standing == questionnaire.Asked && questionnaire.Settled(q, deep.Get(q)) == questionnaire.Open {
				t.Fatalf("%s counts without an answer", q.ID)
			}
		}
	})
}
