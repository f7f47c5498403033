package questionnaire_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

func TestProposals(t *testing.T) {
	target, other := everything(t)[0], fixture(t)
	small := other.Case("small").Assessment
	got := target.Proposals(other, small)
	if ids := slices.Sorted(maps.Keys(got)); !slices.Equal(ids, []string{"dienste", "employees", "notfall"}) {
		t.Fatalf("offers %v", ids)
	}
	if !got["employees"].Equal(figure(6)) || got["dienste"].Value.Set[0] != "cloud" || got["notfall"].Value.Option != "yes" {
		t.Errorf("offers %+v", got)
	}
	set := func(ids ...string) questionnaire.Answer {
		return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Set: ids}}
	}
	extras := other.Question("extras")
	for _, c := range []struct {
		name string
		a    *questionnaire.Assessment
		want string
	}{
		{"none of them", small.With(extras, set("portal")), "nothing"},
		{"no case", small.With(extras, set("app")), ""},
		{"open", small.With(extras, questionnaire.Answer{}), ""},
		{"not known", small.With(extras, questionnaire.Answer{State: questionnaire.Unknown}), ""},
	} {
		set := target.Proposals(other, c.a)["dienste"].Value.Set
		if len(set) > 0 != (c.want != "") || c.want != "" && set[0] != c.want {
			t.Errorf("%s: %v", c.name, set)
		}
	}
}

// An answer to a question that is not asked says nothing.
func TestNoProposalFromWhatIsHidden(t *testing.T) {
	target, other := everything(t)[0], fixture(t)
	a := other.Case("small").Assessment.With(other.Question("machines"), questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "no"}})
	if _, ok := target.Proposals(other, a)["notfall"]; ok {
		t.Error("an offer from a dimension that does not apply")
	}
}

func TestCheckReuse(t *testing.T) {
	other := fixture(t)
	others := func(id string) *questionnaire.Bank {
		if id == other.About.ID {
			return other
		}
		return nil
	}
	for _, c := range []struct{ old, with, code string }{
		{"bank: werkstatt", "bank: werkstatt", ""},
		{"bank: werkstatt", "bank: werkstadt", "unknown-bank"},
		{"same: employees", "same: employes", "unknown-question"},
		{"same: employees", "same: extras", "reuse-kind"},
		{"extras: [shop]", "extras: [shup]", "unknown-option"},
		{"{extras: [shop]}", "{extra: [shop]}", "unknown-question"},
		{"capture.sales", "capture.sale", "unknown-row"},
	} {
		files := mapFS(t, "testdata/allbank")
		edit(t, files, "reuse.yaml", c.old, c.with)
		var d source.Diagnostics
		b := questionnaire.Load(files, &d)
		if b == nil {
			t.Fatal(d.All())
		}
		questionnaire.CheckReuse(b, others, nil, &d)
		switch all := d.All(); {
		case c.code == "" && len(all) > 0, c.code != "" && (len(all) != 1 || all[0].Code != c.code):
			t.Errorf("%s: %v", c.with, all)
		case len(all) > 0 && (all[0].Pos.File != "reuse.yaml" || all[0].Pos.Line == 0):
			t.Errorf("%s: at %v", c.with, all[0].Pos)
		}
	}
}

func TestAdoptTakesWhatIsStillOpen(t *testing.T) {
	b := fixture(t)
	a := questionnaire.New(b, questionnaire.Full, i18n.German, time.Time{})
	iv := questionnaire.NewInterview(b, a, func() time.Time { return time.Time{} })
	own := questionnaire.WithValue(questionnaire.Answer{}, questionnaire.Value{Option: "paper"})
	iv.Put(b.Question("order"), own)
	n := iv.Adopt(map[string]questionnaire.Answer{
		"order":         questionnaire.WithValue(questionnaire.Answer{}, questionnaire.Value{Option: "program"}),
		"extras":        questionnaire.WithValue(questionnaire.Answer{}, questionnaire.Value{Set: []string{"shop"}}),
		"capture":       questionnaire.WithValue(questionnaire.Answer{}, questionnaire.Value{Rows: map[string]string{"gibt-es-nicht": "yes"}}),
		"gibt-es-nicht": own,
	})
	if n != 1 || iv.Answer(b.Question("order")).Value.Option != "paper" || len(iv.Answer(b.Question("extras")).Value.Set) != 1 {
		t.Errorf("%d taken: %+v", n, iv.Assessment().Answers)
	}
	if _, ok := iv.Undo(); !ok || !iv.Answer(b.Question("extras")).Empty() {
		t.Error("what was taken over cannot be taken back")
	}
}

func TestTemplateKeepsWhatWasAnsweredAndDropsWhatBelongsToItsDay(t *testing.T) {
	a := &questionnaire.Assessment{
		Company: map[string]questionnaire.Answer{"employees": {State: questionnaire.Answered, Value: questionnaire.Value{Option: "few"}, Note: "damals"}},
		Answers: map[string]questionnaire.Answer{
			"order":   {State: questionnaire.Answered, Value: questionnaire.Value{Option: "paper"}, Target: "program", Confidence: "seen", Later: true, Note: "x"},
			"typing":  {State: questionnaire.Unknown, Note: "y"},
			"extras":  {State: questionnaire.Skipped},
			"capture": {Note: "nur eine Notiz"},
		},
	}
	want := map[string]questionnaire.Answer{
		"employees": {State: questionnaire.Answered, Value: questionnaire.Value{Option: "few"}},
		"order":     {State: questionnaire.Answered, Value: questionnaire.Value{Option: "paper"}, Target: "program"},
		"typing":    {State: questionnaire.Unknown},
	}
	got := questionnaire.Template(a)
	if !maps.EqualFunc(got, want, questionnaire.Answer.Equal) {
		t.Errorf("%+v", got)
	}
}

// What the template held is remembered in the file, and "changed" means: other than then, also after a restart.
func TestLastTimeOutlastsAFile(t *testing.T) {
	b := fixture(t)
	then := time.Date(2025, 11, 22, 10, 0, 0, 0, time.UTC)
	said := func(id string) questionnaire.Answer {
		return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: id}, Note: "damals"}
	}
	earlier := questionnaire.New(b, questionnaire.Full, i18n.German, then).With(b.Question("order"), said("paper")).
		With(b.Question("paperless"), questionnaire.Answer{State: questionnaire.Skipped})
	now := func() time.Time { return then.AddDate(1, 0, 0) }
	iv := questionnaire.NewInterview(b, questionnaire.New(b, questionnaire.Full, i18n.German, now()), now)
	if iv.Untouched() || iv.Follow(earlier) != 1 || !iv.Untouched() {
		t.Fatal("not as its template")
	}
	if _, bad := iv.Put(b.Question("order"), said("files")); bad != nil {
		t.Fatal(bad)
	}
	if _, bad := iv.Put(b.Question("paperless"), questionnaire.Answer{State: questionnaire.Skipped}); bad != nil {
		t.Fatal(bad)
	}
	again, d := decode(t, b, string(questionnaire.Encode(b, iv.Assessment())))
	if again == nil {
		t.Fatal(d.All())
	}
	iv = questionnaire.NewInterview(b, again, now)
	was, ok := iv.LastTime(b.Question("order"))
	if !ok || was.Value.Option != "paper" || was.Note != "" || !again.Since.Updated.Equal(then) || again.Since.Bank != earlier.Bank {
		t.Errorf("last time %+v %v", was, ok)
	}
	if iv.Untouched() || !iv.Changed(b.Question("order")) || iv.Changed(b.Question("paperless")) || iv.Changed(b.Question("typing")) {
		t.Error("what changed is not told")
	}
	if questionnaire.NewNavigator(b).Shown(again).Since != nil {
		t.Error("reports would carry it")
	}
}
