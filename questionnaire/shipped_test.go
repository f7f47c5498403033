package questionnaire_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

func shipped(t testing.TB) *questionnaire.Bank {
	t.Helper()
	var d source.Diagnostics
	b := questionnaire.Load(os.DirFS("../data/banks/digitalkompass"), &d)
	for _, x := range d.All() { // warnings too: the shipped bank has none
		t.Errorf("%s: %s %v", x.Pos, x.Code, x.Args)
	}
	if b == nil {
		t.FailNow()
	}
	return b
}

func all(b *questionnaire.Bank) []*questionnaire.Question {
	out := slices.Clone(b.Profile)
	for _, d := range b.Dimensions {
		out = append(out, d.Questions...)
	}
	return out
}

func TestTheShippedBankIsWhatItSays(t *testing.T) {
	b := shipped(t)
	scored, quick := 0, 0
	for _, d := range b.Dimensions {
		inQuick := 0
		for _, q := range d.Questions {
			if q.Scored() {
				scored++
			}
			if q.Asking.Quick {
				inQuick++
			}
		}
		if n := len(d.Questions); n < 5 || n > 7 {
			t.Errorf("%s has %d questions", d.ID, n)
		}
		if inQuick == 0 {
			t.Errorf("%s is not on the quick path", d.ID)
		}
		quick += inQuick
	}
	if len(b.Dimensions) != 9 || scored != 48 || quick != 14 || len(b.Profile) != 26 || len(b.Stages) != 5 || len(b.Modules) != 4 {
		t.Errorf("%d dimensions, %d scored, %d quick, %d fields, %d stages, %d modules", len(b.Dimensions), scored, quick, len(b.Profile), len(b.Stages), len(b.Modules))
	}
	if len(b.Cases) < 16 {
		t.Errorf("%d worked examples", len(b.Cases))
	}
	green := 0
	for _, q := range all(b) {
		if slices.Contains(q.Wording.Tags, "green") {
			green++
		}
	}
	if green < 5 {
		t.Errorf("%d questions on sustainability", green)
	}
}

func TestCompanyDetailsComeInTwoParts(t *testing.T) {
	b := shipped(t)
	company, funding := 0, 0
	for _, q := range b.Profile {
		switch q.Section {
		case questionnaire.SectionCompany:
			company++
		case questionnaire.SectionFunding:
			funding++
		default:
			t.Errorf("%s is in no part", q.ID)
		}
	}
	if company != 9 || funding != 17 {
		t.Errorf("%d first, %d for funding", company, funding)
	}
}

func TestLaddersHaveFiveSteps(t *testing.T) {
	for _, q := range all(shipped(t)) {
		if q.Kind != questionnaire.Ladder {
			continue
		}
		var points []string
		for _, o := range q.Options {
			points = append(points, o.Points.RatString())
		}
		if !slices.Equal(points, []string{"0", "1", "2", "3", "4"}) {
			t.Errorf("%s: points %v", q.ID, points)
		}
	}
}

// wording is one text of the bank with its place.
type wording struct {
	id   string
	text i18n.Text
}

// wordings are all texts that a person reads while answering.
func wordings(b *questionnaire.Bank) []wording {
	var out []wording
	add := func(id string, ts ...i18n.Text) {
		for _, t := range ts {
			if t != nil {
				out = append(out, wording{id, t})
			}
		}
	}
	for _, q := range all(b) {
		w := q.Wording
		add(q.ID, w.Text, w.Short, w.Why, w.Example, w.Where, w.NotApplicableWhen)
		for _, o := range q.Options {
			add(q.ID+"="+o.ID, o.Text)
		}
		for _, r := range q.Rows {
			add(q.ID+"."+r.ID, r.Text)
		}
		for _, m := range q.Measures {
			add(m.ID, m.Title, m.What, m.Who)
		}
	}
	for _, d := range b.Dimensions {
		add(d.ID, d.Title, d.Short, d.About)
		for _, l := range d.Levels {
			add(d.ID, l.Meaning, l.Next)
		}
	}
	for _, s := range b.Stages {
		add(s.ID, s.Title, s.Summary, s.Meaning, s.Next)
	}
	for _, m := range b.Modules {
		add(m.ID, m.Title, m.Promise, m.For, m.TooEarly, m.TooLate)
	}
	for _, g := range b.Glossary {
		add(g.ID, g.Name, g.Text)
	}
	for _, c := range b.Conflicts {
		add(c.ID, c.Ask)
	}
	return out
}

func TestEveryTextIsInBothLanguages(t *testing.T) {
	for _, w := range wordings(shipped(t)) {
		for _, l := range i18n.Languages() {
			if strings.TrimSpace(w.text[l]) == "" {
				t.Errorf("%s: nothing in %s", w.id, l)
			}
		}
	}
}

// Wording, length and typography are checked by questionnaire/prose, which holds the shipped bank against its word lists.
func TestQuestionsAsk(t *testing.T) {
	for _, q := range all(shipped(t)) {
		for _, l := range i18n.Languages() {
			if text := q.Wording.Text.In(l); !strings.Contains(text, "?") && !strings.HasSuffix(text, ".") {
				t.Errorf("%s (%s): no question: %q", q.ID, l, text)
			}
		}
	}
}

func TestIdsAreNeverShown(t *testing.T) {
	b := shipped(t)
	for _, w := range wordings(b) {
		for _, q := range all(b) {
			if strings.Contains(q.ID, "-") && strings.Contains(q.ID, "_") == false && len(strings.Split(q.ID, "-")) > 2 && strings.Contains(w.text.In(i18n.German), q.ID) {
				t.Errorf("%s shows %s", w.id, q.ID)
			}
		}
	}
}

func TestTermsOccurWhereTheyAreNamed(t *testing.T) {
	b := shipped(t)
	for _, q := range all(b) {
		var text strings.Builder
		for _, s := range []i18n.Text{q.Wording.Text, q.Wording.Why, q.Wording.Example, q.Wording.Where, q.Wording.Unit} {
			text.WriteString(strings.ToLower(s.In(i18n.German)) + " ")
		}
		for _, o := range q.Options {
			text.WriteString(strings.ToLower(o.Text.In(i18n.German)) + " ")
		}
		for _, r := range q.Rows {
			text.WriteString(strings.ToLower(r.Text.In(i18n.German)) + " ")
		}
		for _, id := range q.Wording.Terms {
			word, other, bracketed := strings.Cut(strings.TrimSuffix(strings.ToLower(b.Term(id).Name.In(i18n.German)), ")"), " (")
			if !strings.Contains(text.String(), word) && !(bracketed && strings.Contains(text.String(), other)) {
				t.Errorf("%s names the term %q, which does not occur", q.ID, word)
			}
		}
	}
}

func TestEveryHelpHasItsParts(t *testing.T) {
	for _, q := range all(shipped(t)) {
		if q.Dimension == "" {
			continue
		}
		for _, x := range []i18n.Text{q.Wording.Why, q.Wording.Example, q.Wording.Where} {
			if len([]rune(x.In(i18n.German))) < 10 {
				t.Errorf("%s: a help without content: %q", q.ID, x.In(i18n.German))
			}
		}
		if q.Scored() && len(q.Measures) == 0 {
			t.Errorf("%s has no measure", q.ID)
		}
	}
}

func TestConditionsDependOnWhatWasAsked(t *testing.T) {
	b := shipped(t)
	nav := questionnaire.NewNavigator(b)
	a := questionnaire.New(b, questionnaire.Full, i18n.German, day)
	with := func(pairs ...string) *questionnaire.Assessment {
		x := a
		for i := 0; i < len(pairs); i += 2 {
			x = x.With(b.Question(pairs[i]), option(pairs[i+1]))
		}
		return x
	}
	for _, c := range []struct {
		name, id string
		a        *questionnaire.Assessment
		want     questionnaire.Standing
	}{
		{"shop with online sales", "online-ordering", with("online_sales", "yes"), questionnaire.Asked},
		{"shop where it would be possible", "online-ordering", with("online_sales", "could"), questionnaire.Asked},
		{"no shop", "online-ordering", with("online_sales", "no"), questionnaire.Hidden},
		{"machines", "machine-data", with("makes_things", "yes", "equipment", "yes"), questionnaire.Asked},
		{"no machines", "machine-data", with("makes_things", "yes", "equipment", "no"), questionnaire.Hidden},
		{"machines, but nothing is made", "machine-data", with("makes_things", "no", "equipment", "yes"), questionnaire.Hidden},
		{"staff portal for one person", "staff-self-service", with("employees", "solo"), questionnaire.Hidden},
		{"staff portal for three", "staff-self-service", with("employees", "micro"), questionnaire.Asked},
		{"AI idea given before", "ai-intent", with("ai_in_sight", "yes"), questionnaire.Hidden},
		{"AI idea not given", "ai-intent", a, questionnaire.Asked},
		{"product data of a trader", "product-information", with("makes_things", "no", "sector", "wz-g"), questionnaire.Asked},
		{"product data of an adviser", "product-information", with("makes_things", "no", "sector", "wz-m"), questionnaire.Hidden},
		{"retyping on paper", "typing-places", with("order-to-invoice", "paper"), questionnaire.ZeroCount},
		{"retyping with files", "typing-places", with("order-to-invoice", "files"), questionnaire.Asked},
	} {
		if got := nav.Standing(c.a, b.Question(c.id)); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

// A micro firm is never marked down for what it structurally cannot have: its anchors give at least the same points.
func TestAnchorsOfMicroFirmsAreNoHarder(t *testing.T) {
	b := shipped(t)
	micro := questionnaire.New(b, questionnaire.Full, i18n.German, day).With(b.Question("employees"), option("micro"))
	anchored := 0
	for _, q := range all(b) {
		shape := micro.Shape(b, q)
		if shape == q {
			continue
		}
		anchored++
		for _, o := range q.Options {
			if s := shape.Option(o.ID); o.Points != nil && s.Points.Cmp(o.Points) < 0 {
				t.Errorf("%s=%s: %s for micro firms, %s for others", q.ID, o.ID, s.Points, o.Points)
			}
		}
	}
	if anchored < 4 {
		t.Errorf("%d questions have anchors by size", anchored)
	}
	if micro.Class(b) != "micro" || micro.With(b.Question("employees"), figure(10)).Class(b) != "" {
		t.Error("classes")
	}
}

func TestBankLookups(t *testing.T) {
	b := shipped(t)
	if b.Question("gibt-es-nicht") != nil || b.Measure("x") != nil || b.Dimension("x") != nil || b.Module("x") != nil || b.Term("x") != nil || b.Case("x") != nil {
		t.Error("something was found that is not there")
	}
	if b.Dimension("daten").ID != "daten" || b.Module("digitalbonus").ID != "digitalbonus" || b.Case("metallbau-35").ID != "metallbau-35" {
		t.Error("something was not found")
	}
	m := b.Measure("goals-on-one-page")
	if m == nil || m.Question != "digital-goals" || b.Term(b.Glossary[0].ID) == nil {
		t.Error("measures and terms")
	}
	if d := b.Demo(); d != b.Cases[1].Assessment {
		t.Error("the sample company")
	}
	if (&questionnaire.Bank{}).Demo() != nil {
		t.Error("a sample without examples")
	}
}

func TestQuestionLookups(t *testing.T) {
	q := shipped(t).Question("restore-test")
	if q.Option("x") != nil || q.Row("x") != nil || q.Number("x") != 0 || q.Number(q.Options[2].ID) != 3 {
		t.Error("options by id")
	}
	if q.Chosen(questionnaire.Value{}) != nil || q.Chosen(questionnaire.Value{Option: "no-backup"}).ID != "no-backup" {
		t.Error("chosen")
	}
	for _, k := range []questionnaire.Kind{questionnaire.Ladder, questionnaire.Choice, questionnaire.Number, questionnaire.Share, questionnaire.Money, questionnaire.Multi, questionnaire.Grid, questionnaire.Words} {
		if k.Family() == 0 || strings.HasPrefix(k.String(), "kind") {
			t.Errorf("kind %d has no family or word", k)
		}
	}
	if questionnaire.Kind(99).String() != "kind 99" {
		t.Error("the word of no kind")
	}
	for c, want := range map[questionnaire.Cost]string{questionnaire.CostNone: "none", questionnaire.CostLow: "low", questionnaire.CostMiddle: "middle", questionnaire.CostHigh: "high", 0: ""} {
		if c.String() != want {
			t.Errorf("cost %d: %s", c, c)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		var d source.Diagnostics
		questionnaire.Load(os.DirFS("../data/banks/digitalkompass"), &d)
	}
}
