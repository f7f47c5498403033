package questionnaire_test

import (
	"slices"
	"testing"

	"digitalkompass/questionnaire"
)

func TestGoalsAreBetterThanToday(t *testing.T) {
	b := fixture(t)
	set := option("files")
	set.Target = "paper"
	for _, c := range []struct {
		id   string
		a    questionnaire.Answer
		want []string
	}{
		{"order", questionnaire.Answer{}, []string{"paper", "files", "program"}},
		{"order", questionnaire.Answer{State: questionnaire.Unknown}, []string{"paper", "files", "program"}},
		{"order", option("files"), []string{"program"}},
		{"order", option("program"), nil},
		{"order", set, []string{"paper", "program"}}, // set before the answer was another one
		{"extras", questionnaire.Answer{}, nil},
	} {
		if got := b.Question(c.id).Goals(c.a); !slices.Equal(got, c.want) {
			t.Errorf("%s %+v: %v, want %v", c.id, c.a, got, c.want)
		}
	}
}

func TestLeftOpenKeepsWhatWasAnswered(t *testing.T) {
	for _, a := range []questionnaire.Answer{option("files"), {State: questionnaire.Unknown}, {State: questionnaire.NotApplicable, Note: "x"}, {State: questionnaire.Skipped}} {
		if !questionnaire.LeftOpen(a).Equal(a) {
			t.Errorf("%+v changed", a)
		}
	}
	if a := questionnaire.LeftOpen(questionnaire.Answer{Note: "x"}); a.State != questionnaire.Skipped || a.Note != "x" {
		t.Errorf("%+v", a)
	}
}

func TestPartOfAChange(t *testing.T) {
	for want, after := range map[string]questionnaire.Answer{
		"": {}, "answer": {State: questionnaire.Unknown, Note: "x"}, "note": {Note: "x"}, "evidence": {Evidence: "x"}, "target": {Target: "x"},
		"confidence": {Confidence: "seen"}, "later": {Later: true},
	} {
		if got := (questionnaire.Change{After: after}).Part(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
