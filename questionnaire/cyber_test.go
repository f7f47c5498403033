package questionnaire_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

func cyber(t testing.TB) *questionnaire.Bank {
	t.Helper()
	var d source.Diagnostics
	b := questionnaire.Load(os.DirFS("../data/banks/cyber"), &d)
	for _, x := range d.All() {
		t.Errorf("%s: %s %v", x.Pos, x.Code, x.Args)
	}
	if b == nil {
		t.FailNow()
	}
	return b
}

// number is the number of the requirement that a question belongs to, and whether it is one of the TOP ones or a status question.
func number(q *questionnaire.Question) (no string, top, status bool) {
	for _, tag := range q.Wording.Tags {
		if strings.HasPrefix(tag, "n") {
			no = tag[1:]
		}
	}
	return no, slices.Contains(q.Wording.Tags, "top"), slices.Contains(q.Wording.Tags, "status")
}

func TestCyberHasItsRequirements(t *testing.T) {
	b := cyber(t)
	met, top, status := map[string]bool{}, map[string]bool{}, 0
	perTopic := map[string]map[string]bool{}
	for _, d := range b.Dimensions {
		perTopic[d.ID] = map[string]bool{}
		for _, q := range d.Questions {
			no, isTop, isStatus := number(q)
			if isStatus {
				status++
				if q.Scored() || len(q.Measures) > 0 {
					t.Errorf("%s is a status question and counts", q.ID)
				}
				continue
			}
			met[no], perTopic[d.ID][no] = true, true
			if isTop {
				top[no] = true
			}
			if len(q.Measures) != 1 {
				t.Errorf("%s has %d measures", q.ID, len(q.Measures))
			}
		}
	}
	if len(met) != 27 || status != 6 {
		t.Errorf("%d requirements, %d status questions", len(met), status)
	}
	if got := strings.Join(slices.Sorted(maps.Keys(top)), " "); got != "01 05 11 15 20" {
		t.Errorf("TOP: %s", got)
	}
	var sizes []int
	for _, d := range b.Dimensions {
		sizes = append(sizes, len(perTopic[d.ID]))
	}
	if !slices.Equal(sizes, []int{7, 3, 4, 3, 3, 7}) {
		t.Errorf("requirements by topic: %v", sizes)
	}
	if n := b.Policy.Total; len(n.Of) != 27 || n.Combine.Rule != questionnaire.Sum || n.Bounds.Least == nil || n.Bounds.Least.Sign() != 0 {
		t.Errorf("the total: %d parts", len(n.Of))
	}
	if len(b.Stages) != 0 || len(b.Modules) != 0 {
		t.Error("stages or modules that the SPEC does not know")
	}
}

// The quick path has the five TOP requirements and one more of each topic.
func TestCyberQuickPath(t *testing.T) {
	for _, d := range cyber(t).Dimensions {
		others, top := map[string]bool{}, map[string]bool{}
		for _, q := range d.Questions {
			no, isTop, isStatus := number(q)
			switch {
			case isTop && !q.Asking.Quick:
				t.Errorf("%s is not on the quick path", q.ID)
			case isTop:
				top[no] = true
			case q.Asking.Quick && !isStatus:
				others[no] = true
			}
		}
		if len(others) != 1 {
			t.Errorf("%s: %d others on the quick path", d.ID, len(others))
		}
	}
}

func TestCyberSaysThatItIsUnofficial(t *testing.T) {
	a := cyber(t).About
	if a.Evidence != questionnaire.EvidenceReproduced || len(a.Sources) == 0 {
		t.Error("evidence and sources")
	}
	for l, word := range map[i18n.Lang]string{i18n.German: "kein Zertifikat", i18n.English: "certificate"} {
		if !strings.Contains(a.Notice.In(l), word) {
			t.Errorf("the notice in %s: %s", l, a.Notice.In(l))
		}
	}
}

func TestCyberIsWordedInBothLanguages(t *testing.T) {
	b := cyber(t)
	for _, w := range wordings(b) {
		for _, l := range i18n.Languages() {
			if strings.TrimSpace(w.text[l]) == "" {
				t.Errorf("%s: nothing in %s", w.id, l)
			}
		}
	}
}

func rowsOf(pairs ...string) questionnaire.Answer {
	var a questionnaire.Answer
	for i := 0; i < len(pairs); i += 2 {
		a = questionnaire.WithRow(a, pairs[i], pairs[i+1])
	}
	return a
}

// Answers of the bank digitalkompass come over where they mean the same, and only there.
func TestCyberTakesAnswersOver(t *testing.T) {
	b, other := cyber(t), shipped(t)
	var d source.Diagnostics
	questionnaire.CheckReuse(b, func(id string) *questionnaire.Bank {
		if id == other.About.ID {
			return other
		}
		return nil
	}, nil, &d)
	for _, x := range d.All() {
		t.Errorf("%s: %s %v", x.Pos, x.Code, x.Args)
	}
	empty := questionnaire.New(other, questionnaire.Full, i18n.German, day)
	for _, c := range []struct {
		name, question string
		answer         questionnaire.Answer
		want           map[string]string // by question; a grid's rows have one word in common
	}{
		{"nothing said", "restore-test", questionnaire.Answer{}, nil},
		{"restored in the last year", "restore-test", option("within-twelve"), map[string]string{"r14-restore": "yes"}},
		{"twelve months ago", "restore-test", figure(12), map[string]string{"r14-restore": "yes"}},
		{"thirteen months ago", "restore-test", figure(13), map[string]string{"r14-restore": "no"}},
		{"never tried out", "restore-test", option("never"), map[string]string{"r14-restore": "no"}},
		{"no backup", "restore-test", option("no-backup"), map[string]string{"r14-restore": "no", "r12-backup-care": "no", "r11-backup": "no"}},
		{"all trained", "staff-trained", figure(100), map[string]string{"r05-training": "yes"}},
		{"not quite all", "staff-trained", figure(95), map[string]string{"r05-training": "no"}},
		{"perhaps all", "staff-trained", option("from-90"), nil},
		{"plan on paper", "emergency-plan", option("on-paper"), map[string]string{"r04-emergency": "yes"}},
		{"plan in a file", "emergency-plan", option("written"), nil},
		{"plan in one head", "emergency-plan", option("in-one-head"), map[string]string{"r04-emergency": "no"}},
		{"no cloud", "two-factor", rowsOf("cloud", questionnaire.RowNotApplicable), map[string]string{"cloud-data": "no"}},
		{"cloud", "two-factor", rowsOf("cloud", "partly"), map[string]string{"cloud-data": "yes"}},
		{"no remote access", "two-factor", rowsOf("remote", questionnaire.RowNotApplicable), map[string]string{"remote-use": "no"}},
		{"remote access", "two-factor", rowsOf("remote", "no"), map[string]string{"remote-use": "yes"}},
		{"nobody outside", "internet-at-work", rowsOf("on-the-road", questionnaire.RowNotApplicable, "home", questionnaire.RowNotApplicable), map[string]string{"mobile-work": "no"}},
		{"somebody at home", "internet-at-work", rowsOf("on-the-road", questionnaire.RowNotApplicable, "home", "yes"), nil},
	} {
		a := empty
		if c.answer.State != questionnaire.Open {
			a = a.With(other.Question(c.question), c.answer)
		}
		got := map[string]string{}
		for id, ans := range b.Proposals(other, a) {
			got[id] = ans.Value.Option
			for _, cell := range ans.Value.Rows {
				got[id] = cell
			}
		}
		if !maps.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// The worked examples were computed apart from the program, also for the requirements that are made of several questions.
func TestCyberWorkedExamples(t *testing.T) {
	b := cyber(t)
	for _, c := range b.Cases {
		r := scoring.Evaluate(b, c.Assessment)
		for _, d := range scoring.Compare(c, r) {
			t.Errorf("%s: %s is %s, want %s", c.ID, d.What, d.Got, d.Want)
		}
		for id, want := range c.Expected.Nodes {
			got := r.Node(id).Span
			if got.Score == nil || got.Score.Cmp(want.Score) != 0 || got.Low.Cmp(want.Low) != 0 || got.High.Cmp(want.High) != 0 {
				t.Errorf("%s: %s is %v, want %v", c.ID, id, got, want)
			}
		}
	}
}

// What does not apply leaves the maximum.
func TestCyberMaximumAdjusts(t *testing.T) {
	b := cyber(t)
	for id, want := range map[string]int64{"alles-erfuellt": 37, "ohne-mobile-arbeit": 35, "allein-ohne-alles": 33, "kurz": 21, "eine-offen": 37} {
		if r := scoring.Evaluate(b, b.Case(id).Assessment); !r.Of.IsInt() || r.Of.Num().Int64() != want {
			t.Errorf("%s: of %s, want %d", id, r.Of.RatString(), want)
		}
	}
}
