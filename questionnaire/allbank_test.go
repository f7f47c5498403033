package questionnaire_test

import (
	"math/big"
	"os"
	"slices"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

// everything is the bank that uses what models of others need, and its variant.
func everything(t testing.TB) []*questionnaire.Bank {
	t.Helper()
	var d source.Diagnostics
	all := questionnaire.LoadAll(os.DirFS("testdata/allbank"), &d)
	for _, x := range d.All() {
		t.Errorf("%s: %s %v %s", x.Pos, x.Code, x.Args, x.Near)
	}
	if len(all) != 2 {
		t.Fatal("not all variants came back")
	}
	return all
}

// The worked examples are computed by hand; scoring has to agree with them, so what is read is what is meant.
func TestEverythingScores(t *testing.T) {
	b := everything(t)[0]
	for _, c := range b.Cases {
		r := scoring.Evaluate(b, c.Assessment)
		for _, d := range scoring.Compare(c, r) {
			t.Errorf("%s: %s is %s, want %s", c.ID, d.What, d.Got, d.Want)
		}
		for id, want := range c.Expected.Nodes {
			if got := r.Node(id).Span.Score; got == nil || got.Cmp(want.Score) != 0 {
				t.Errorf("%s: %s is %v, want %v", c.ID, id, got, want.Score)
			}
		}
		for id, want := range c.Expected.Bands {
			if got := r.Node(id).Bands; len(got) != 1 || got[0] != want {
				t.Errorf("%s: %s lies in %v, want %s", c.ID, id, got, want)
			}
		}
	}
}

func TestEverythingIsRead(t *testing.T) {
	b := everything(t)[0]
	a := b.About
	if a.Evidence != questionnaire.EvidenceReproduced || len(a.Sources) != 1 || a.Notice.In(i18n.English) != "An unofficial sample." {
		t.Errorf("provenance %+v", a.Provenance)
	}
	if o := b.Question("dienste").Scoring.Origin; o.Evidence.String() != "published" || o.Source == "" {
		t.Errorf("origin %+v", o)
	}
	if o := b.Question("anteil").Scoring.Origin; o.Evidence != questionnaire.EvidenceReproduced {
		t.Errorf("the bank's evidence is %v for a question that says nothing", o.Evidence)
	}
	if p := b.Question("stimmung").Option("0").Points; p.Cmp(big.NewRat(5, 1)) != 0 {
		t.Errorf("mirrored: %v", p)
	}
	if b.Stages[1].Above != true || b.Stages[1].Reaches(big.NewRat(60, 1)) {
		t.Error("the border itself belongs to the stage below")
	}
	n := b.Dimension("schutz").Node
	if n.Weighting == nil || len(n.Weighting.Pairwise) != 3 || n.Weighting.Origin == "" {
		t.Errorf("weighting %+v", n.Weighting)
	}
	if got := b.Policy.Total.Bands[0].Text.In(i18n.English); got != "It begins." {
		t.Errorf("text of a band: %q", got)
	}
}

// A node, a question, and in the end the bank say what becomes of what is missing.
func TestMissingIsHandedDown(t *testing.T) {
	b := everything(t)[0]
	basis := b.Dimension("schutz").Groups[0]
	if basis.ID != "basis" || basis.Missing.Unknown != questionnaire.TreatZero {
		t.Errorf("%s: %+v", basis.ID, basis.Missing)
	}
	if m := b.Dimension("betrieb").Groups[0].Missing; m.Open != questionnaire.TreatInterval || m.NotApplicable != questionnaire.TreatExclude {
		t.Errorf("from the bank: %+v", m)
	}
}

// A dimension takes the groups that no other group takes.
func TestTopGroupsMakeTheDimension(t *testing.T) {
	files := mapFS(t, "testdata/allbank")
	edit(t, files, "schutz.yaml", "node:\n  of: [{node: basis, weight: 2}, {node: reife, weight: 1}, {node: probe, weight: 1}]\n", "node:\n")
	edit(t, files, "schutz.yaml", "    pairwise: [[1, 2, 2], [1/2, 1, 1], [0.5, 1, 1]]", "   ")
	var d source.Diagnostics
	b := questionnaire.Load(files, &d)
	if b == nil {
		t.Fatal(d.All())
	}
	var got []string
	for _, r := range b.Dimension("schutz").Node.Of {
		got = append(got, r.Node)
	}
	if len(got) != 3 || got[2] != "probe" { // sicht is part of probe
		t.Errorf("children %v", got)
	}
}

func TestBandsFor(t *testing.T) {
	b := everything(t)[0]
	a := questionnaire.New(b, questionnaire.Full, i18n.German, day)
	n := b.Dimension("betrieb").Node
	if got := n.BandsFor(b, a.With(b.Question("employees"), figure(6)))[1].From; got.Cmp(big.NewRat(40, 1)) != 0 {
		t.Errorf("small: %v", got)
	}
	if got := n.BandsFor(b, a.With(b.Question("employees"), figure(250)))[1].From; got.Cmp(big.NewRat(50, 1)) != 0 {
		t.Errorf("large: %v", got)
	}
}

func TestVariant(t *testing.T) {
	all := everything(t)
	b, v := all[0], all[1]
	if v.About.Variant != "amt" || v.About.Digest == b.About.Digest {
		t.Errorf("variant %q", v.About.Variant)
	}
	if got := v.Question("employees").Wording.Text.In(i18n.English); got != "How many work in your authority?" {
		t.Errorf("text %q", got)
	}
	a := questionnaire.New(v, questionnaire.Full, i18n.German, day)
	data := questionnaire.Encode(v, a)
	if err := compiled(t, "assessment").Validate(jsonDoc(t, data)); err != nil {
		t.Error(err)
	}
	if back, _ := decode2(v, data); back == nil || back.Bank != v.Ref() {
		t.Error("the variant is not kept")
	}
	if _, found := decode2(b, data); len(found) != 1 || found[0].Code != "assessment-variant" {
		t.Errorf("taken by the bank itself: %v", found)
	}
	var d source.Diagnostics
	if questionnaire.LoadVariant(os.DirFS("testdata/allbank"), "amd", &d) != nil || d.All()[0].Code != "unknown-variant" || d.All()[0].Near != "amt" {
		t.Errorf("an unknown variant: %v", d.All())
	}
}

func TestConditionsOnFiguresAndCounts(t *testing.T) {
	b := everything(t)[0]
	a := b.Cases[0].Assessment
	rows := func(words, copies string) questionnaire.Answer {
		return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Rows: map[string]string{"words": words, "copies": copies}}}
	}
	for _, c := range []struct {
		name, when string
		id         string
		a          questionnaire.Answer
		holds      bool // as far as can be told
		certain    bool
	}{
		{"from", "{umsatz: {from: 10, below: 20}}", "umsatz", figure(10), true, true},
		{"below", "{umsatz: {from: 10, below: 20}}", "umsatz", figure(20), false, false},
		{"above", "{umsatz: {above: 10, to: 20}}", "umsatz", figure(10), false, false},
		{"to", "{umsatz: {above: 10, to: 20}}", "umsatz", figure(20), true, true},
		{"open", "{umsatz: {above: 10}}", "umsatz", questionnaire.Answer{}, true, false},
		{"none of", "{notfall: {none_of: [\"yes\"]}}", "notfall", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "no"}}, true, true},
		{"ticks", "{dienste: {at_least: 2, of: [cloud, netz]}}", "dienste", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Set: []string{"cloud", "paper"}}}, false, false},
		{"rows", "{grundlagen: {at_least: 2, of: [\"no\"]}}", "grundlagen", rows("no", "no"), true, true},
		{"a row is open", "{grundlagen: {at_least: 2, of: [\"no\"]}}", "grundlagen", rows("no", ""), true, false},
		{"too late", "{grundlagen: {at_least: 2, of: [\"no\"]}}", "grundlagen", rows("yes", ""), false, false},
		{"one row", "{grundlagen.words: [\"no\"]}", "grundlagen", rows("no", ""), true, true},
	} {
		var d source.Diagnostics
		n := source.ParseYAML("x.yaml", []byte(c.when), &d)
		when := questionnaire.ReadCondition(n, b, &d)
		with := a.With(b.Question(c.id), c.a)
		if d.Failed() || when.Holds(b, with) != c.holds || when.Certain(b, with) != c.certain {
			t.Errorf("%s: holds %v, certain %v, %v", c.name, when.Holds(b, with), when.Certain(b, with), d.All())
		}
	}
}

func TestVariantFiles(t *testing.T) {
	files := mapFS(t, "testdata/allbank")
	files["variants/amt/fremd.yaml"] = files["profile.yaml"]
	var d source.Diagnostics
	if questionnaire.LoadVariant(files, "amt", &d) != nil || d.All()[0].Code != "variant-stray" {
		t.Errorf("a file that stands in for nothing: %v", d.All())
	}
	edit(t, files, "variants/amt/profile.yaml", "kind: number", "kind: numbr")
	d = source.Diagnostics{}
	broken := func(x source.Diagnostic) bool {
		return x.Code == "bad-word" && x.Pos.File == "variants/amt/profile.yaml"
	}
	if questionnaire.LoadAll(files, &d) != nil || !slices.ContainsFunc(d.All(), broken) {
		t.Errorf("a broken variant: %v", d.All())
	}
}
