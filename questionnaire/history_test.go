package questionnaire_test

import (
	"maps"
	"math/big"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

func ladder(option string) questionnaire.Answer {
	return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: option}}
}

func interview(t testing.TB) *questionnaire.Interview {
	t.Helper()
	b := fixture(t)
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	return questionnaire.NewInterview(b, questionnaire.New(b, questionnaire.Full, i18n.German, now), func() time.Time { return now })
}

// What could be taken back can be taken back after the assessment was left and opened again.
func TestRecall(t *testing.T) {
	iv := interview(t)
	order := iv.Bank().Question("order")
	for _, o := range []string{"paper", "files", "program"} {
		iv.Put(order, ladder(o))
	}
	iv.Undo()
	next := questionnaire.NewInterview(iv.Bank(), iv.Assessment(), time.Now)
	next.Recall(iv.History())
	if _, ok := next.Redo(); !ok || next.Answer(order).Value.Option != "program" {
		t.Error("not brought back")
	}
	for range 3 {
		if _, ok := next.Undo(); !ok {
			t.Fatal("cannot be taken back")
		}
	}
	if _, ok := next.Undo(); ok || !next.Answer(order).Empty() {
		t.Errorf("more than there was, or not all: %+v", next.Answer(order))
	}
}

// A history that does not lead to the present answers is cut where it does not: nothing comes back that never was.
func TestRecallOfAnotherHistory(t *testing.T) {
	iv := interview(t)
	order, typing := iv.Bank().Question("order"), iv.Bank().Question("typing")
	iv.Put(order, ladder("paper"))
	iv.Put(typing, ladder("never-counted"))
	other := questionnaire.NewInterview(iv.Bank(), iv.Assessment().With(order, ladder("files")), time.Now)
	other.Recall(iv.History())
	if _, ok := other.Undo(); !ok || !other.Answer(typing).Empty() {
		t.Error("the change that fits is lost")
	}
	if _, ok := other.Undo(); ok {
		t.Error("a change that never was is taken back")
	}
}

func TestHistoryHasAnEnd(t *testing.T) {
	iv := interview(t)
	order := iv.Bank().Question("order")
	for i := range questionnaire.MostChanges + 50 {
		iv.Put(order, ladder([]string{"paper", "files"}[i%2]))
	}
	if n := len(iv.History().Undo); n != questionnaire.MostChanges {
		t.Errorf("%d changes", n)
	}
}

func TestBridge(t *testing.T) {
	iv := interview(t)
	from := iv.Assessment()
	to := from.With(iv.Bank().Question("order"), ladder("files")).With(iv.Bank().Question("machines"), ladder("yes"))
	h, n := questionnaire.History{}.Bridge(iv.Bank(), from, to)
	next := questionnaire.NewInterview(iv.Bank(), to, time.Now)
	next.Recall(h)
	next.Undo()
	next.Undo()
	if n != 2 || len(next.Assessment().Answers)+len(next.Assessment().Company) != 0 {
		t.Errorf("%d changes, left %v", n, next.Assessment().Answers)
	}
}

// However one answers, takes back and brings back: taking back all leads to the beginning, bringing back all to the
// state before, and a history that was kept never changes.
func TestHistoryLaws(t *testing.T) {
	b := fixture(t)
	rapid.Check(t, func(t *rapid.T) {
		iv := questionnaire.NewInterview(b, questionnaire.New(b, questionnaire.Full, i18n.German, time.Time{}), func() time.Time { return time.Time{} })
		kept, copied := questionnaire.History{}, []questionnaire.Change{}
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0:
				iv.Undo()
			case 1:
				iv.Redo()
			case 2:
				iv.Amend(b.Question("company_name"), questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: rapid.StringMatching(`[a-z]{1,5}`).Draw(t, "name")}})
			case 3:
				iv.Put(b.Question("employees"), questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Figure: big.NewRat(rapid.Int64Range(0, 9).Draw(t, "n"), 1)}})
			default:
				iv.Put(b.Question("order"), ladder(rapid.SampledFrom([]string{"paper", "files", "program"}).Draw(t, "order")))
			}
			if rapid.Bool().Draw(t, "keep") {
				kept, copied = iv.History(), slices.Clone(iv.History().Undo)
			}
			if !slices.EqualFunc(kept.Undo, copied, questionnaire.Change.Same) {
				t.Fatal("a kept history changed")
			}
		}
		end, n := iv.Assessment(), 0
		for more := true; more; n++ {
			_, more = iv.Undo()
		}
		if a := iv.Assessment(); len(a.Answers)+len(a.Company) != 0 {
			t.Fatalf("taken back all, left %v %v", a.Answers, a.Company)
		}
		for range n - 1 {
			iv.Redo()
		}
		if !maps.EqualFunc(end.Answers, iv.Assessment().Answers, questionnaire.Answer.Equal) || !maps.EqualFunc(end.Company, iv.Assessment().Company, questionnaire.Answer.Equal) {
			t.Fatal("brought back all, and it is another state")
		}
	})
}

func TestAnswerCodec(t *testing.T) {
	b := fixture(t)
	for id, a := range map[string]questionnaire.Answer{
		"company_name": {State: questionnaire.Answered, Value: questionnaire.Value{Text: "Süß"}, Note: "n"},
		"volume":       {State: questionnaire.Skipped},
		"order":        {State: questionnaire.Unknown, Later: true, Target: "program", Confidence: "told"},
		"extras":       {State: questionnaire.Answered, Value: questionnaire.Value{Set: []string{"shop", "app"}}},
		"typing":       {},
	} {
		q := b.Question(id)
		data := questionnaire.EncodeAnswer(q, a)
		if got, ok := questionnaire.DecodeAnswer(q, data); !ok || !got.Equal(a) {
			t.Errorf("%s: %s gives %+v %v", id, data, got, ok)
		}
	}
	for _, bad := range []string{"", "{", `{"value":"nix"}`, `{"value":7}`, `[]`, `{"wert":"paper"}`} {
		if _, ok := questionnaire.DecodeAnswer(b.Question("order"), []byte(bad)); ok {
			t.Errorf("%s was taken", bad)
		}
	}
}

// One stay in a field is one change, another field of the same question another, and none what ends where it began.
func TestAmendKeepsFieldsApart(t *testing.T) {
	b := fixture(t)
	now := func() time.Time { return time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC) }
	iv := questionnaire.NewInterview(b, questionnaire.New(b, questionnaire.Full, i18n.German, now()), now)
	q := b.Question("company_name")
	named := func(s string) questionnaire.Answer {
		return questionnaire.WithValue(iv.Answer(q), questionnaire.Value{Text: s})
	}
	noted := func(s string) questionnaire.Answer {
		a := iv.Answer(q)
		a.Note = s
		return a
	}
	steps := func() int { return len(iv.History().Undo) }
	iv.Put(q, named("K"))
	iv.Amend(q, named("Ke"))
	iv.Amend(q, noted("n"))
	iv.Amend(q, noted("nn"))
	iv.Amend(q, named("Kes"))
	if steps() != 3 {
		t.Fatalf("%d changes", steps())
	}
	iv.Amend(q, named("Ke"))
	if steps() != 2 || iv.Answer(q).Note != "nn" {
		t.Errorf("%d changes, %+v", steps(), iv.Answer(q))
	}
}
