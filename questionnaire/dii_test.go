package questionnaire_test

import (
	"math/big"
	"os"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

func dii(t *testing.T) *questionnaire.Bank {
	t.Helper()
	var d source.Diagnostics
	b := questionnaire.Load(os.DirFS("../data/banks/dii"), &d)
	questionnaire.CheckReuse(b, func(string) *questionnaire.Bank { return shipped(t) }, nil, &d)
	if b == nil || !d.Empty() {
		t.Fatal(d.All())
	}
	return b
}

// Twelve points in all, everything on the quick path, and nothing that could be called a weight.
func TestDIIIsAPlainCount(t *testing.T) {
	b := dii(t)
	sum := new(big.Rat)
	for _, d := range b.Dimensions {
		for _, q := range d.Questions {
			if !q.Asking.Quick {
				t.Errorf("%s is not on the quick path", q.ID)
			}
			if !q.Scored() {
				continue
			}
			if q.Scoring.Weight.Cmp(big.NewRat(1, 1)) != 0 || len(q.Measures) == 0 {
				t.Errorf("%s has weight %s and %d measures", q.ID, q.Scoring.Weight.RatString(), len(q.Measures))
			}
			sum.Add(sum, q.Full(""))
		}
	}
	if sum.RatString() != "12" || b.Policy.Total.Scale.RatString() != "12" || len(b.Modules) != 0 || len(b.Cases) < 12 {
		t.Errorf("%s points, %d modules, %d examples", sum.RatString(), len(b.Modules), len(b.Cases))
	}
}

// No text of either language has a plain space before its unit, or the other language's quotation marks.
func TestDIITypography(t *testing.T) {
	for _, q := range all(dii(t)) {
		texts := []i18n.Text{q.Wording.Text, q.Wording.Short, q.Wording.Why, q.Wording.Example, q.Wording.Where}
		for _, o := range q.Options {
			texts = append(texts, o.Text)
		}
		for _, m := range q.Measures {
			texts = append(texts, m.Title, m.What, m.Who)
		}
		for _, text := range texts {
			if de := text.In(i18n.German); strings.Contains(de, " %") || strings.Contains(de, " €") || strings.ContainsAny(de, "‘\"") {
				t.Errorf("%s: %q", q.ID, de)
			}
			if en := text.In(i18n.English); strings.Contains(en, "\u00a0%") || strings.Contains(en, " %") || strings.ContainsAny(en, "„“\"") {
				t.Errorf("%s: %q", q.ID, en)
			}
		}
	}
}

// What is taken over from the other bank surely means the same; all else is asked anew.
func TestDIITakesOverOnlyWhatIsSure(t *testing.T) {
	b, other := dii(t), shipped(t)
	for _, x := range []struct {
		from, answer string
		staff        int64
		want         map[string]string
	}{
		{"findable-online", "website", 24, map[string]string{"website": "yes"}},
		{"findable-online", "posts", 24, map[string]string{}},
		{"findable-online", "none-of-these", 24, map[string]string{}}, // a website that does not list everything may be there
		{"customer-data", "connected-database", 24, map[string]string{"crm": "yes"}},
		{"customer-data", "shared-database", 24, map[string]string{}},
		{"ai-use", "measured", 24, map[string]string{}},
		{"it-care", "nobody", 9, map[string]string{}}, // nine full-time posts may be ten people
		{"it-care", "nobody", 250, map[string]string{"employees": "large"}},
	} {
		a := &questionnaire.Assessment{Path: questionnaire.Full, Language: i18n.German}
		value := questionnaire.Value{Option: x.answer}
		if other.Question(x.from).Kind == questionnaire.Multi {
			value = questionnaire.Value{Set: []string{x.answer}}
		}
		a = a.With(other.Question(x.from), questionnaire.Answer{State: questionnaire.Answered, Value: value})
		a = a.With(other.Question("employees"), questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Figure: big.NewRat(x.staff, 1)}})
		got := b.Proposals(other, a)
		for id, want := range x.want {
			if got[id].Value.Option != want {
				t.Errorf("%s=%s, %d people: %s is %q, want %q", x.from, x.answer, x.staff, id, got[id].Value.Option, want)
			}
		}
		if len(got) != len(x.want) {
			t.Errorf("%s=%s, %d people: %d answers are taken over, want %d", x.from, x.answer, x.staff, len(got), len(x.want))
		}
	}
}
