package questionnaire_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// follow is an interview that began with the answers of an earlier assessment.
func follow(t testing.TB, then time.Time, answers map[string]questionnaire.Answer) *questionnaire.Interview {
	t.Helper()
	b := fixture(t)
	earlier := questionnaire.New(b, questionnaire.Full, i18n.German, then)
	for id, a := range answers {
		earlier = earlier.With(b.Question(id), a)
	}
	now := func() time.Time { return time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC) }
	iv := questionnaire.NewInterview(b, questionnaire.New(b, questionnaire.Full, i18n.German, now()), now)
	iv.Follow(earlier)
	return iv
}

var lastYear = time.Date(2025, 11, 22, 10, 0, 0, 0, time.UTC)

func ticks(ids ...string) questionnaire.Answer {
	return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Set: ids}}
}

func unconfirmed(iv *questionnaire.Interview) string {
	var ids []string
	for _, it := range iv.Unconfirmed(iv.Assessment()) {
		ids = append(ids, it.Question.ID)
	}
	return strings.Join(ids, " ")
}

// What is taken over waits to be gone over: an answer, also the same once more, makes it one of today, a note does not.
func TestCarriedAnswersWait(t *testing.T) {
	iv := follow(t, lastYear, map[string]questionnaire.Answer{
		"order": ladder("files"), "typing": {State: questionnaire.Unknown}, "extras": ticks("shop"),
		"capture": {State: questionnaire.Answered, Value: questionnaire.Value{Rows: map[string]string{"sales": "yes"}}},
	})
	if got := unconfirmed(iv); got != "order typing extras" { // a grid with open rows has to be gone over anyway
		t.Fatalf("waiting: %s", got)
	}
	order, typing, extras := iv.Bank().Question("order"), iv.Bank().Question("typing"), iv.Bank().Question("extras")
	noted := iv.Answer(order)
	noted.Note, noted.Later = "nachfragen", true
	iv.Put(order, noted)
	iv.Put(order, questionnaire.LeftOpen(iv.Answer(order)))
	if got := unconfirmed(iv); got != "order typing extras" {
		t.Errorf("a note confirmed: %s", got)
	}
	again, _ := questionnaire.Ticked(extras, iv.Answer(extras), "app")
	iv.Put(extras, again)
	iv.Put(order, questionnaire.WithValue(iv.Answer(order), questionnaire.Value{Option: "files"}))
	if got := unconfirmed(iv); got != "typing" || iv.Answer(order).Note != "nachfragen" || iv.Changed(order) {
		t.Errorf("waiting: %s, order %+v", got, iv.Answer(order))
	}
	if n := iv.Confirm(order, typing); n != 1 || unconfirmed(iv) != "" || iv.Confirm(typing) != 0 {
		t.Errorf("%d confirmed", n)
	}
	iv.Undo()
	if got := unconfirmed(iv); got != "typing" {
		t.Errorf("taken back: %s", got)
	}
	if c, _ := iv.Redo(); c.Part() != "carried" || c.Also != 0 || unconfirmed(iv) != "" {
		t.Errorf("brought back: %+v", c)
	}
}

// Confirming everything is one change, also after a restart.
func TestConfirmingTogether(t *testing.T) {
	iv := follow(t, lastYear, map[string]questionnaire.Answer{"order": ladder("files"), "typing": ladder("never-counted"), "extras": ticks("shop")})
	var all []*questionnaire.Question
	for _, it := range iv.Unconfirmed(iv.Assessment()) {
		all = append(all, it.Question)
	}
	if !iv.Untouched() {
		t.Fatal("touched by nobody")
	}
	if iv.Confirm(all[:2]...) != 2 || iv.Confirm(all...) != 1 || iv.Untouched() {
		t.Fatal("not confirmed")
	}
	next := questionnaire.NewInterview(iv.Bank(), iv.Assessment(), time.Now)
	next.Recall(iv.History())
	for i, want := range []struct {
		waiting string
		also    int
	}{{"extras", 0}, {"order typing extras", 1}} {
		if c, ok := next.Undo(); !ok || c.Also != want.also || unconfirmed(next) != want.waiting {
			t.Errorf("%d: %+v, waiting %s", i, c, unconfirmed(next))
		}
	}
	if it, _ := next.Current(); it.Question.ID != "order" {
		t.Errorf("at %s", it.Question.ID)
	}
	if c, ok := next.Redo(); !ok || c.Also != 1 || unconfirmed(next) != "extras" {
		t.Errorf("brought back %+v, waiting %s", c, unconfirmed(next))
	}
	// an answer changed elsewhere leaves the rest of the batch, and nothing but that
	edited := next.Assessment().With(all[0], ladder("program"))
	other := questionnaire.NewInterview(iv.Bank(), edited, time.Now)
	other.Recall(next.History())
	if c, ok := other.Undo(); !ok || c.Also != 0 || unconfirmed(other) != "typing extras" {
		t.Errorf("%+v, waiting %s", c, unconfirmed(other))
	}
}

// An answer that nobody confirmed last year is from the year before.
func TestCarriedFromTheYearBefore(t *testing.T) {
	iv := follow(t, lastYear, map[string]questionnaire.Answer{"order": ladder("files"), "typing": ladder("never-counted")})
	iv.Confirm(iv.Bank().Question("typing"))
	tpl := questionnaire.Template(iv.Assessment())
	if got := tpl["order"].Carried; got != source.DayOf(lastYear) {
		t.Errorf("order is from %v", got)
	}
	if got := tpl["typing"].Carried; got != (source.Day{Year: 2026, Month: 11, Day: 24}) {
		t.Errorf("typing is from %v", got)
	}
}

// A file without dates is as old as the day it is taken over.
func TestCarriedFromAnUndatedFile(t *testing.T) {
	iv := follow(t, time.Time{}, map[string]questionnaire.Answer{"order": ladder("files")})
	if got := iv.Answer(iv.Bank().Question("order")).Carried.String(); got != "2026-11-24" {
		t.Errorf("from %s", got)
	}
}

// Whatever is carried over and confirmed, the file holds it as it is, and one without the mark is one where nothing was
// carried over.
func TestCarriedInFiles(t *testing.T) {
	b := fixture(t)
	rapid.Check(t, func(t *rapid.T) {
		a := questionnaire.New(b, questionnaire.Full, i18n.German, lastYear)
		marks := 0
		for _, q := range b.Index().Items {
			ans, ok := map[string]questionnaire.Answer{
				"company_name": {State: questionnaire.Answered, Value: questionnaire.Value{Text: "Kessler"}}, "machines": ladder("yes"), "order": ladder("files"),
				"typing": {State: questionnaire.Unknown}, "extras": ticks("shop", "app"),
			}[q.ID]
			if !ok {
				continue
			}
			if rapid.Bool().Draw(t, q.ID) {
				ans.Carried = source.Day{Year: rapid.IntRange(1990, 2100).Draw(t, "year"), Month: 2, Day: rapid.IntRange(1, 28).Draw(t, "day")}
				marks++
			}
			a = a.With(q, ans)
			if got, ok := questionnaire.DecodeAnswer(q, questionnaire.EncodeAnswer(q, ans)); !ok || !got.Equal(ans) {
				t.Fatalf("%s: %+v", q.ID, got)
			}
		}
		data := questionnaire.Encode(b, a)
		var d source.Diagnostics
		got := questionnaire.Decode("", data, b, &d)
		if got == nil || !bytes.Equal(questionnaire.Encode(b, got), data) {
			t.Fatalf("%v\n%s", d.All(), data)
		}
		if n := bytes.Count(data, []byte(`"carried"`)); n != marks || len(questionnaire.NewNavigator(b).Unconfirmed(got)) != marks {
			t.Fatalf("%d of %d marks\n%s", n, marks, data)
		}
	})
}
