package questionnaire_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

var day = time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)

func clock() time.Time { return day }

func option(id string) questionnaire.Answer {
	return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: id}}
}

func figure(n int64) questionnaire.Answer {
	return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Figure: big.NewRat(n, 1)}}
}

func ids(items []questionnaire.Item) []string {
	var out []string
	for _, it := range items {
		out = append(out, it.Question.ID)
	}
	return out
}

func TestItemsFollowConditions(t *testing.T) {
	b := fixture(t)
	nav := questionnaire.NewNavigator(b)
	base := questionnaire.New(b, questionnaire.Full, i18n.German, day)
	with := func(pairs ...any) *questionnaire.Assessment {
		a := base
		for i := 0; i < len(pairs); i += 2 {
			a = a.With(b.Question(pairs[i].(string)), pairs[i+1].(questionnaire.Answer))
		}
		return a
	}
	company := []string{"company_name", "employees", "machines"}
	for _, c := range []struct {
		name string
		a    *questionnaire.Assessment
		path questionnaire.Path
		want []string
	}{
		{"nothing said: an open question keeps its followers, an empty field does not meet a condition", base, questionnaire.Full, []string{"order", "typing", "extras"}},
		{"machines bring data and funding", with("machines", option("yes")), questionnaire.Full, []string{"order", "typing", "extras", "capture", "paperless", "wishes", "volume"}},
		{"ten people bring data", with("employees", figure(10)), questionnaire.Full, []string{"order", "typing", "extras", "capture", "paperless", "wishes"}},
		{"a band counts like its figure", with("employees", option("many")), questionnaire.Full, []string{"order", "typing", "extras", "capture", "paperless", "wishes"}},
		{"paper answers typing with zero", with("order", option("paper")), questionnaire.Full, []string{"order", "extras"}},
		{"don't know keeps typing", with("order", questionnaire.Answer{State: questionnaire.Unknown}), questionnaire.Full, []string{"order", "typing", "extras"}},
		{"quick", with("machines", option("yes")), questionnaire.Quick, []string{"order", "capture", "volume"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := *c.a
			a.Path = c.path
			if got := ids(nav.Items(&a)); !slices.Equal(got, append(slices.Clone(company), c.want...)) {
				t.Errorf("got %v", got)
			}
		})
	}
}

func TestStandings(t *testing.T) {
	b := fixture(t)
	nav := questionnaire.NewNavigator(b)
	a := questionnaire.New(b, questionnaire.Full, i18n.German, day).With(b.Question("order"), option("paper"))
	for id, want := range map[string]questionnaire.Standing{
		"order": questionnaire.Asked, "typing": questionnaire.ZeroCount, "capture": questionnaire.Hidden, "volume": questionnaire.Hidden,
	} {
		if got := nav.Standing(a, b.Question(id)); got != want {
			t.Errorf("%s: %d, want %d", id, got, want)
		}
	}
	a.Path = questionnaire.Quick
	if got := nav.Standing(a, b.Question("typing")); got != questionnaire.OffPath {
		t.Errorf("off the path comes before the zero rule: %d", got)
	}
}

func TestNeighboursOfAHiddenItem(t *testing.T) {
	b := fixture(t)
	nav := questionnaire.NewNavigator(b)
	a := questionnaire.New(b, questionnaire.Full, i18n.German, day).With(b.Question("order"), option("paper"))
	if it, ok := nav.Neighbour(a, "typing", 1); !ok || it.Question.ID != "extras" {
		t.Errorf("after the hidden one: %v %v", it.Question, ok)
	}
	if it, ok := nav.Neighbour(a, "typing", -1); !ok || it.Question.ID != "order" {
		t.Errorf("before the hidden one: %v %v", it.Question, ok)
	}
	if _, ok := nav.Neighbour(a, "company_name", -1); ok {
		t.Error("something before the first")
	}
	if _, ok := nav.Neighbour(a, "extras", 1); ok {
		t.Error("something after the last")
	}
	if it, ok := nav.Neighbour(a, "capture", -1); !ok || it.Question.ID != "extras" {
		t.Errorf("before a hidden end: %v %v", it, ok)
	}
}

func TestProgressCountsWhatIsSettled(t *testing.T) {
	b := fixture(t)
	nav := questionnaire.NewNavigator(b)
	a := questionnaire.New(b, questionnaire.Full, i18n.German, day)
	if p := nav.Progress(a); p.Of != 3 || p.Answered != 0 || p.Minutes != 4 {
		t.Errorf("%+v", p)
	}
	a = a.With(b.Question("order"), option("files")).With(b.Question("typing"), questionnaire.Answer{State: questionnaire.Unknown}).
		With(b.Question("extras"), questionnaire.Answer{State: questionnaire.Skipped})
	if p := nav.Progress(a); p.Answered != 2 || p.Minutes != 1 {
		t.Errorf("%+v", p)
	}
	if p := nav.DimensionProgress(a, b.Dimension("ablauf")); p.Of != 3 || p.Answered != 2 {
		t.Errorf("%+v", p)
	}
	if n := nav.Number(a, "extras"); n != 3 {
		t.Errorf("number %d", n)
	}
	if it, ok := nav.FirstOpen(a); !ok || it.Question.ID != "company_name" {
		t.Errorf("first open: %v", it.Question)
	}
}

func TestInterviewUndoAndRedo(t *testing.T) {
	b := fixture(t)
	iv := questionnaire.NewInterview(b, questionnaire.New(b, questionnaire.Full, i18n.German, day), clock)
	start := iv.Assessment()
	for _, x := range []struct {
		id string
		a  questionnaire.Answer
	}{{"machines", option("yes")}, {"order", option("files")}, {"typing", figure(2)}, {"order", option("paper")}} {
		if _, bad := iv.Put(b.Question(x.id), x.a); bad != nil {
			t.Fatal(bad)
		}
	}
	end := iv.Assessment()
	c, ok := iv.Undo()
	if !ok || c.ID != "order" || c.Shown != 1 || iv.Answer(b.Question("order")).Value.Option != "files" {
		t.Errorf("%+v", c)
	}
	for range 3 {
		iv.Undo()
	}
	if _, ok := iv.Undo(); ok {
		t.Error("undone beyond the start")
	}
	if !same(b, start, iv.Assessment()) {
		t.Error("not the start again")
	}
	for range 4 {
		iv.Redo()
	}
	if _, ok := iv.Redo(); ok || !same(b, end, iv.Assessment()) {
		t.Error("not the end again")
	}
	iv.Undo()
	if _, bad := iv.Put(b.Question("order"), option("program")); bad != nil {
		t.Fatal(bad)
	}
	if _, ok := iv.Redo(); ok {
		t.Error("redo after a new answer")
	}
}

func same(b *questionnaire.Bank, x, y *questionnaire.Assessment) bool {
	p, q := *x, *y
	p.Position, q.Position = "", ""
	return string(questionnaire.Encode(b, &p)) == string(questionnaire.Encode(b, &q))
}

func TestInterviewRefusesWrongAnswers(t *testing.T) {
	b := fixture(t)
	iv := questionnaire.NewInterview(b, questionnaire.New(b, questionnaire.Full, i18n.German, day), clock)
	before := iv.Assessment()
	if _, bad := iv.Put(b.Question("order"), option("gone")); bad == nil || iv.Assessment() != before {
		t.Error("a wrong answer was taken")
	}
	if c, bad := iv.Put(b.Question("order"), questionnaire.Answer{}); bad != nil || c.ID != "order" {
		t.Error("clearing an open answer is no change")
	}
	if _, ok := iv.Undo(); ok {
		t.Error("a refused answer can be undone")
	}
}

func TestInterviewMoves(t *testing.T) {
	b := fixture(t)
	iv := questionnaire.NewInterview(b, questionnaire.New(b, questionnaire.Full, i18n.German, day), clock)
	if it, _ := iv.Current(); it.Question.ID != "company_name" {
		t.Errorf("begins at %s", it.Question.ID)
	}
	if iv.Step(-1) {
		t.Error("before the first")
	}
	for iv.Step(1) {
	}
	if it, _ := iv.Current(); it.Question.ID != "extras" {
		t.Errorf("ends at %s", it.Question.ID)
	}
	if iv.Go("capture") {
		t.Error("went to a hidden question")
	}
	iv.SetPath(questionnaire.Quick)
	if _, ok := iv.Current(); ok {
		t.Error("still at a question off the path")
	}
	iv.Home()
	if it, ok := iv.Current(); !ok || it.Question.ID != "company_name" {
		t.Errorf("home: %v", it)
	}
}

func TestInterviewKeepsHiddenAnswersAndSaysSo(t *testing.T) {
	b := fixture(t)
	iv := questionnaire.NewInterview(b, questionnaire.New(b, questionnaire.Full, i18n.German, day), clock)
	iv.Put(b.Question("order"), option("files"))
	iv.Put(b.Question("typing"), figure(2))
	c, _ := iv.Put(b.Question("order"), option("paper"))
	if c.Hidden != 1 {
		t.Errorf("hidden: %d", c.Hidden)
	}
	hidden := iv.HiddenAnswers(iv.Assessment())
	if len(hidden) != 1 || hidden[0].ID != "typing" || iv.Answer(b.Question("typing")).State != questionnaire.Answered {
		t.Errorf("%v", hidden)
	}
	if iv.Changed(b.Question("typing")) || iv.Changed(b.Question("extras")) {
		t.Error("what was answered once counts as changed")
	}
	iv.Put(b.Question("typing"), figure(3))
	if !iv.Changed(b.Question("typing")) || !iv.Changed(b.Question("order")) {
		t.Error("what was answered anew does not count as changed")
	}
	iv.Put(b.Question("typing"), figure(2))
	if iv.Changed(b.Question("typing")) {
		t.Error("what is again as it was first given counts as changed")
	}
}

func TestConflictsHoldOnlyBetweenGivenAnswers(t *testing.T) {
	b := fixture(t)
	iv := questionnaire.NewInterview(b, questionnaire.New(b, questionnaire.Full, i18n.German, day), clock)
	if got := iv.Conflicts(); len(got) != 0 {
		t.Errorf("nothing said: %v", got)
	}
	iv.Put(b.Question("extras"), questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Set: []string{"app"}}})
	iv.Put(b.Question("capture"), questionnaire.WithRow(questionnaire.WithRow(questionnaire.Answer{}, "sales", "partly"), "stock", "no"))
	if got := iv.Conflicts(); len(got) != 1 || got[0].ID != "shop-without-sales" {
		t.Errorf("%v", got)
	}
}

// randomAnswer draws an answer of a kind that fits the question, or none.
func randomAnswer(t *rapid.T, q *questionnaire.Question) questionnaire.Answer {
	if rapid.IntRange(0, 4).Draw(t, "state") == 0 {
		return questionnaire.Answer{State: questionnaire.State(rapid.IntRange(0, 4).Draw(t, "other"))}
	}
	switch q.Kind.Family() {
	case questionnaire.Figure:
		return figure(int64(rapid.IntRange(0, 120).Draw(t, "figure")))
	case questionnaire.AnyOf:
		a := questionnaire.Answer{}
		for range rapid.IntRange(0, 5).Draw(t, "ticks") {
			a, _ = questionnaire.Ticked(q, a, q.Options[rapid.IntRange(0, len(q.Options)-1).Draw(t, "option")].ID)
		}
		return a
	case questionnaire.Rows:
		a := questionnaire.Answer{}
		for _, r := range q.Rows {
			a = questionnaire.WithRow(a, r.ID, rapid.SampledFrom([]string{"", "no", "partly", "yes", "unknown", "not_applicable"}).Draw(t, r.ID))
		}
		return a
	case questionnaire.Line:
		return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: rapid.StringN(0, 20, -1).Draw(t, "text")}}
	case questionnaire.OneOf:
	}
	return option(q.Options[rapid.IntRange(0, len(q.Options)-1).Draw(t, "option")].ID)
}

// Whatever is answered in whatever order: nothing panics, what was accepted is there, undoing all gives the start,
// and the file reads back as it was written.
func TestInterviewProperties(t *testing.T) {
	b := fixture(t)
	all := slices.Concat(b.Profile, b.Dimensions[0].Questions, b.Dimensions[1].Questions)
	rapid.Check(t, func(t *rapid.T) {
		iv := questionnaire.NewInterview(b, questionnaire.New(b, questionnaire.Full, i18n.German, day), clock)
		start := iv.Assessment()
		changes := 0
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			q := all[rapid.IntRange(0, len(all)-1).Draw(t, "question")]
			ans := randomAnswer(t, q)
			before := iv.Answer(q)
			if _, bad := iv.Put(q, ans); bad != nil {
				if !iv.Answer(q).Equal(before) {
					t.Fatal("a refused answer changed something")
				}
				continue
			}
			if !iv.Answer(q).Equal(ans) {
				t.Fatalf("%s: %+v is not there", q.ID, ans)
			}
			if !before.Equal(ans) {
				changes++
			}
			iv.Step(rapid.IntRange(-2, 2).Draw(t, "move"))
		}
		data := questionnaire.Encode(b, iv.Assessment())
		if again, d := decode2(b, data); again == nil || !same(b, again, iv.Assessment()) {
			t.Fatalf("not read back: %v\n%s", d, data)
		}
		for range changes {
			if _, ok := iv.Undo(); !ok {
				t.Fatal("too little to undo")
			}
		}
		if !same(b, normal(start), normal(iv.Assessment())) {
			t.Fatal("not the start again")
		}
	})
}

func TestAmendingIsOneChange(t *testing.T) {
	b := fixture(t)
	iv := questionnaire.NewInterview(b, questionnaire.New(b, questionnaire.Full, i18n.German, day), clock)
	name := b.Question("company_name")
	words := func(s string) questionnaire.Answer {
		return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: s}}
	}
	iv.Put(b.Question("order"), option("files"))
	iv.Amend(name, words("K")) // the last change was to another question
	iv.Amend(name, words("Ke"))
	iv.Amend(name, words("Kes"))
	if _, bad := iv.Amend(name, words(strings.Repeat("s", 201))); bad == nil {
		t.Error("a wrong answer was taken")
	}
	if got := iv.Assessment().CompanyName(); got != "Kes" {
		t.Errorf("name is %q", got)
	}
	if iv.Undo(); iv.Assessment().CompanyName() != "" {
		t.Errorf("undone to %q", iv.Assessment().CompanyName())
	}
	iv.Redo()
	if got := iv.Assessment().CompanyName(); got != "Kes" {
		t.Errorf("redone to %q", got)
	}
	iv.Undo()
	iv.Amend(name, words("L"))
	if _, ok := iv.Redo(); ok {
		t.Error("redo after a new answer")
	}
	iv.Undo()
	if iv.Undo(); !iv.Answer(b.Question("order")).Empty() {
		t.Error("the change before was swallowed")
	}
}
