package questionnaire_test

import (
	"math/big"
	"slices"
	"testing"

	"digitalkompass/questionnaire"
)

func TestAnswersAreSetAsPeopleTypeThem(t *testing.T) {
	b := fixture(t)
	base := b.Case("small").Assessment
	for _, c := range []struct {
		text, id string
		want     questionnaire.Answer
	}{
		{"order=program", "order", questionnaire.WithValue(questionnaire.Answer{}, questionnaire.Value{Option: "program"})},
		{" order=unknown ", "order", questionnaire.Answer{State: questionnaire.Unknown}},
		{"order=open", "order", questionnaire.Answer{}},
		{"extras=not_applicable", "extras", questionnaire.Answer{State: questionnaire.NotApplicable}},
		{"extras=app+shop", "extras", questionnaire.WithValue(questionnaire.Answer{}, questionnaire.Value{Set: []string{"shop", "app"}})},
		{"extras=shop,portal", "extras", questionnaire.WithValue(questionnaire.Answer{}, questionnaire.Value{Set: []string{"shop", "portal"}})},
		{"typing=7", "typing", questionnaire.WithValue(questionnaire.Answer{}, questionnaire.Value{Figure: big.NewRat(7, 1)})},
		{"typing=never-counted", "typing", questionnaire.WithValue(questionnaire.Answer{}, questionnaire.Value{Option: "never-counted"})},
		{"paperless=33,5", "paperless", questionnaire.WithValue(questionnaire.Answer{}, questionnaire.Value{Figure: big.NewRat(67, 2)})},
	} {
		a, wrong := questionnaire.Set(b, base, c.text)
		if wrong != nil {
			t.Errorf("%s: %+v", c.text, wrong)
			continue
		}
		got := a.Get(b.Question(c.id))
		if got.State != c.want.State || !got.Value.Equal(c.want.Value) {
			t.Errorf("%s: %+v, want %+v", c.text, got, c.want)
		}
		if x := base.Get(b.Question(c.id)); x.State != b.Case("small").Assessment.Get(b.Question(c.id)).State {
			t.Errorf("%s: the assessment itself has changed", c.text)
		}
	}
	a, wrong := questionnaire.Set(b, base, "capture.sales=yes")
	if wrong != nil || a.Get(b.Question("capture")).Value.Rows["sales"] != "yes" {
		t.Errorf("a row: %+v", wrong)
	}
	if a, wrong = questionnaire.Set(b, a, "capture.sales=open"); wrong != nil || a.Get(b.Question("capture")).Value.Rows["sales"] != "" {
		t.Errorf("an open row: %+v", wrong)
	}
}

func TestWrongSettingsSayWhatIsWrong(t *testing.T) {
	b := fixture(t)
	base := b.Case("small").Assessment
	for _, c := range []struct{ text, code, name, known string }{
		{"order", "form", "order", ""},
		{"=x", "form", "=x", ""},
		{"order=", "form", "order=", ""},
		{"oder=paper", "question", "oder", "order"},
		{"order=papr", "option", "papr", "paper"},
		{"order.row=paper", "row", "row", ""},
		{"capture=yes", "row", "", "sales"},
		{"capture.sale=yes", "row", "sale", "sales"},
		{"capture.sales=ja", "option", "ja", "yes"},
		{"extras=shop+ap", "option", "ap", "app"},
		{"extras=shop+nothing", "exclusive", "shop+nothing", ""},
		{"typing=99", "big", "99", ""},
		{"typing=1.5", "whole", "1.5", ""},
		{"typing=viele", "no-number", "viele", ""},
		{"order=not_applicable", "not-applicable", "not_applicable", ""},
	} {
		_, wrong := questionnaire.Set(b, base, c.text)
		if wrong == nil || wrong.Code != c.code || wrong.Name != c.name || c.known != "" && !slices.Contains(wrong.Known, c.known) {
			t.Errorf("%s: %+v, want %s", c.text, wrong, c.code)
		}
	}
}
