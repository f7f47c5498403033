package questionnaire_test

import (
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

func decode2(b *questionnaire.Bank, data []byte) (*questionnaire.Assessment, []source.Diagnostic) {
	var d source.Diagnostics
	a := questionnaire.Decode("x.json", data, b, &d)
	return a, d.All()
}

// normal is an assessment without the moment of its last change.
func normal(a *questionnaire.Assessment) *questionnaire.Assessment {
	out := *a
	out.Updated = out.Started
	return &out
}

func TestSettled(t *testing.T) {
	b := fixture(t)
	rows := func(m map[string]string) questionnaire.Answer {
		return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Rows: m}}
	}
	for _, c := range []struct {
		name, id string
		a        questionnaire.Answer
		want     questionnaire.State
	}{
		{"open row", "capture", rows(map[string]string{"sales": "yes"}), questionnaire.Open},
		{"unknown row", "capture", rows(map[string]string{"sales": "unknown", "stock": "no"}), questionnaire.Unknown},
		{"unknown row beside one that does not apply", "capture", rows(map[string]string{"sales": "unknown", "stock": "not_applicable"}), questionnaire.Unknown},
		{"no row applies", "capture", rows(map[string]string{"sales": "not_applicable", "stock": "not_applicable"}), questionnaire.NotApplicable},
		{"all rows", "capture", rows(map[string]string{"sales": "no", "stock": "not_applicable"}), questionnaire.Answered},
		{"no tick", "extras", questionnaire.Answer{State: questionnaire.Answered}, questionnaire.Open},
		{"nothing of this", "extras", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Set: []string{"nothing"}}}, questionnaire.Answered},
		{"skipped", "order", questionnaire.Answer{State: questionnaire.Skipped}, questionnaire.Open},
		{"unknown", "order", questionnaire.Answer{State: questionnaire.Unknown}, questionnaire.Unknown},
	} {
		if got := questionnaire.Settled(b.Question(c.id), c.a); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestTicksOfAnExclusiveOption(t *testing.T) {
	q := fixture(t).Question("extras")
	a, _ := questionnaire.Ticked(q, questionnaire.Answer{Note: "bleibt"}, "app")
	a, _ = questionnaire.Ticked(q, a, "shop")
	if !slices.Equal(a.Value.Set, []string{"shop", "app"}) {
		t.Errorf("order of the bank: %v", a.Value.Set)
	}
	a, cleared := questionnaire.Ticked(q, a, "nothing")
	if cleared != 2 || !slices.Equal(a.Value.Set, []string{"nothing"}) {
		t.Errorf("%d %v", cleared, a.Value.Set)
	}
	a, cleared = questionnaire.Ticked(q, a, "portal")
	if cleared != 1 || !slices.Equal(a.Value.Set, []string{"portal"}) {
		t.Errorf("%d %v", cleared, a.Value.Set)
	}
	a, _ = questionnaire.Ticked(q, a, "portal")
	if a.State != questionnaire.Open || a.Note != "bleibt" {
		t.Errorf("%+v", a)
	}
}

func TestRowsCanBeCleared(t *testing.T) {
	a := questionnaire.WithRow(questionnaire.Answer{State: questionnaire.Unknown}, "sales", "yes")
	b := questionnaire.WithRow(a, "stock", "no")
	if len(a.Value.Rows) != 1 || len(b.Value.Rows) != 2 {
		t.Error("the earlier answer was changed")
	}
	if c := questionnaire.WithRow(questionnaire.WithRow(b, "stock", ""), "sales", ""); c.State != questionnaire.Open {
		t.Errorf("%+v", c)
	}
}

func TestCheck(t *testing.T) {
	b := fixture(t)
	set := func(s ...string) questionnaire.Answer {
		return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Set: s}}
	}
	for _, c := range []struct {
		id   string
		a    questionnaire.Answer
		code string
	}{
		{"order", option("files"), ""},
		{"order", option(""), "no-option"},
		{"typing", option("never-counted"), ""},
		{"extras", set("shop", "nothing"), "exclusive"},
		{"extras", set("shop", "shop"), "twice-ticked"},
		{"extras", questionnaire.Answer{State: questionnaire.NotApplicable}, ""},
		{"order", questionnaire.Answer{State: questionnaire.NotApplicable}, "not-applicable"},
		{"machines", questionnaire.Answer{State: questionnaire.Unknown}, "unknown-profile"},
		{"company_name", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: strings.Repeat("ä", 201)}}, "long"},
		{"order", questionnaire.Answer{Note: strings.Repeat("ä", questionnaire.MaxNote+1)}, "note-long"},
		{"order", questionnaire.Answer{Note: strings.Repeat("ä", questionnaire.MaxNote)}, ""},
	} {
		bad := questionnaire.Check(b.Question(c.id), c.a)
		if (len(bad) == 0) != (c.code == "") || len(bad) > 0 && bad[0].Code != c.code {
			t.Errorf("%s %+v: %v, want %q", c.id, c.a, bad, c.code)
		}
	}
}

func TestAimsAreTheLevelsOfAQuestionWithOneAnswer(t *testing.T) {
	b := fixture(t)
	for id, want := range map[string]int{"order": 3, "extras": 0, "capture": 0, "machines": 0, "employees": 0} {
		if got := b.Question(id).Aims(); len(got) != want {
			t.Errorf("%s: %v", id, got)
		}
	}
	for _, id := range b.Question("typing").Aims() {
		if b.Question("typing").Option(id).Instead {
			t.Errorf("%s stands for no level", id)
		}
	}
}
