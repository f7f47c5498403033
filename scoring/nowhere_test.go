package scoring_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

// nowhere is a small bank whose total applies to few: decide says whether the second dimension is asked, and the total
// can be made of it alone.
const nowhere = `id: nirgends
version: 1.0.0
licence: CC0-1.0
author: Probe
date: 2026-11-24
languages: [de]
title: "Nirgends"
dimensions: [a, b]
policy: POLICY
total: {TOTAL}
stages:
  - {level: 1, id: s1, from: 0, title: "a", summary: "b", meaning: "c", next: "d"}
  - {level: 2, id: s2, from: 40, title: "a", summary: "b", meaning: "c", next: "d"}
  - {level: 3, id: s3, from: 80, gates: {b: 50}, title: "a", summary: "b", meaning: "c", next: "d"}
`

const nowhereDimension = `id: NAME
title: "NAME"
short: "NAME"
about: "NAME"
WHEN
questions:
  - id: decide-NAME
    kind: ladder
    QUICK
    not_applicable: true
    not_applicable_when: "nie"
    text: "t"
    short: "s"
    why: "w"
    example: "e"
    where: "w"
    options:
      - {id: "no", points: 0, text: "n"}
      - {id: some, points: 2, text: "s"}
      - {id: "yes", points: 4, text: "y"}
`

func nowhereBank(t *testing.T, policy, total, when, quick string) *questionnaire.Bank {
	t.Helper()
	text := func(s, name, when string) []byte {
		return []byte(strings.NewReplacer("NAME", name, "WHEN", when, "QUICK", quick, "POLICY", policy, "TOTAL", total).Replace(s))
	}
	files := fstest.MapFS{
		"bank.yaml": {Data: text(nowhere, "", "")}, "glossary.yaml": {Data: []byte("terms: []\n")},
		"profile.yaml": {Data: []byte("title: \"P\"\nfields: []\n")},
		"a.yaml":       {Data: text(nowhereDimension, "a", "")},
		"b.yaml":       {Data: text(nowhereDimension, "b", when)},
	}
	var d source.Diagnostics
	b := questionnaire.Load(files, &d)
	if b == nil {
		t.Fatal(d.All())
	}
	return b
}

// Where the total is not here, or may not be, every way of scoring gives a stage and an interval that there are: 0 for
// none, else a level of the bank.
func TestNoTotalNoStage(t *testing.T) {
	yes, no := option("yes"), option("no")
	void, unknown := questionnaire.Answer{State: questionnaire.NotApplicable}, questionnaire.Answer{State: questionnaire.Unknown}
	hidden := `when: {decide-a: ["yes"]}`
	for note, c := range map[string]struct {
		policy, total, when, quick string
		path                       questionnaire.Path
		a, b                       questionnaire.Answer
		want                       scoring.StageRange
	}{
		"a quick path without questions":  {policy: "{}", path: questionnaire.Quick, want: scoring.StageRange{}},
		"a quick path of hidden ones":     {policy: "{}", total: "of: [b]", when: hidden, quick: "quick: true", path: questionnaire.Quick, a: no, want: scoring.StageRange{}},
		"nothing applies":                 {policy: "{}", path: questionnaire.Full, a: void, b: void, want: scoring.StageRange{}},
		"the only part is hidden":         {policy: "{}", total: "of: [b]", when: hidden, path: questionnaire.Full, a: no, want: scoring.StageRange{}},
		"the only part does not apply":    {policy: "{}", total: "of: [b]", when: hidden, path: questionnaire.Full, a: yes, b: void, want: scoring.StageRange{}},
		"it may be hidden":                {policy: "{}", total: "of: [b]", when: hidden, path: questionnaire.Full, want: scoring.StageRange{Low: 1, High: 3}},
		"unknown is left out":             {policy: "{missing: {unknown: exclude}}", path: questionnaire.Full, a: unknown, b: unknown, want: scoring.StageRange{Low: 1, High: 3}},
		"open is left out, part hidden":   {policy: "{missing: {open: exclude}}", total: "of: [b]", when: hidden, path: questionnaire.Full, want: scoring.StageRange{Low: 1, High: 3}},
		"nothing is answered":             {policy: "{}", path: questionnaire.Full, want: scoring.StageRange{Low: 1, High: 3}},
		"nothing is answered, zero rules": {policy: "{missing: {open: zero}}", path: questionnaire.Full, want: scoring.StageRange{Level: 1, Low: 1, High: 3}},
	} {
		b := nowhereBank(t, c.policy, c.total, c.when, c.quick)
		a := &questionnaire.Assessment{Path: c.path, Language: "de", Company: map[string]questionnaire.Answer{}, Answers: map[string]questionnaire.Answer{}}
		for id, ans := range map[string]questionnaire.Answer{"decide-a": c.a, "decide-b": c.b} {
			if ans.State != questionnaire.Open {
				a = a.With(b.Question(id), ans)
			}
		}
		e := scoring.Compile(b)
		r := e.Evaluate(a)
		brief := e.Scorer().Score(questionnaire.NewIndex(b).Sheet(a))
		for way, got := range map[string]scoring.StageRange{"result": r.Stage, "stage alone": e.StageOf(a), "brief": brief.Stage} {
			if got != c.want {
				t.Errorf("%s, %s: %+v, want %+v", note, way, got, c.want)
			}
		}
		if r.Certain && r.Stage.Level == 0 || brief.Certain != r.Certain {
			t.Errorf("%s: certain of nothing", note)
		}
		e.Telling(a, nil)
	}
}
