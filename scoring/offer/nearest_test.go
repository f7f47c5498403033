package offer_test

import (
	"math/big"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

func messages(t testing.TB) *i18n.Catalogue {
	t.Helper()
	var d source.Diagnostics
	words := i18n.LoadCatalogue(os.DirFS("../../data/locales"), &d)
	if words == nil {
		t.Fatal(d.All())
	}
	return words
}

// nbsp stands for "~" in the expected sentences.
func nbsp(s string) string { return strings.ReplaceAll(s, "~", "\u00a0") }

func TestNearestInWords(t *testing.T) {
	b, c := shipped(t)
	words := messages(t)
	for _, x := range []struct {
		offer    string
		with     profile
		day      source.Day
		de, en   string
		eligible offer.Verdict
	}{
		{"innoinvest", profile{"project_volume": chosen("under-5k")}, today,
			"Käme infrage, wenn das Vorhaben mindestens 5.000~€ umfasst (heute unter 5.000~€).",
			"Possible if the project comes to at least €5,000 (today under €5,000).", offer.Unknown},
		{"innoinvest", profile{"project_volume": figure(1200)}, today,
			"Käme infrage, wenn das Vorhaben mindestens 5.000~€ umfasst (heute 1.200~€).",
			"Possible if the project comes to at least €5,000 (today €1,200).", offer.Unknown},
		{"kfw-digitalisierung", profile{"project": chosen("begun"), "in_difficulty": chosen("yes")}, today,
			"Käme infrage, wenn es um ein neues, eigenes Vorhaben geht (das begonnene bleibt ausgeschlossen) und sobald Ihr Unternehmen nicht mehr in Schwierigkeiten ist.",
			"Possible if it is a new, separate project (the one begun stays ruled out) and once your company is no longer in difficulty.", offer.Unknown},
		{"digitalbonus", profile{"project_kind": chosen("machines")}, today,
			"Käme infrage, wenn es um Abläufe, Produkte, Dienstleistungen oder Informationssicherheit geht.",
			"Possible if it is about processes, products, services or information security.", offer.Unknown},
		{"digitalbonus", profile{"de_minimis": chosen("yes"), "de_minimis_amount": figure(300000), "project_volume": figure(20000)}, today,
			"Käme infrage, sobald die De-minimis-Beihilfen der letzten drei Jahre zusammen höchstens 290.000~€ betragen (heute 300.000~€).",
			"Possible once de minimis aid of the last three years adds up to at most €290,000 (today €300,000).", offer.Unknown},
		{"digitalbonus", profile{"in_thueringen": chosen("no"), "project": chosen("begun"), "employees": figure(300)}, today,
			"Bleibt ausgeschlossen: nur Betriebe mit Betriebsstätte in Thüringen; nur kleine und mittlere Unternehmen im Sinne der EU.",
			"Stays ruled out: only businesses with a place of business in Thuringia; only small and medium-sized enterprises by the EU definition.", 0},
		{"bafa", profile{"sector": chosen("wz-a"), "public_share": chosen("no")}, today,
			"Bleibt ausgeschlossen: nicht für die Land- und Forstwirtschaft.", "Stays ruled out: not for farming and forestry.", 0},
		{"bafa", profile{"sector": chosen("wz-a")}, newYear, "", "", 0}, // ended: no answer opens it
		{"innoinvest", nil, today, "", "", 0},                           // not closed
	} {
		o := find(advise(t, b, c, "metallbau-35", x.with, x.day), x.offer)
		if o.Nearest == nil {
			if x.de != "" {
				t.Errorf("%s: nothing for %v", x.offer, x.with)
			}
			continue
		}
		for l, want := range map[i18n.Lang]string{i18n.German: x.de, i18n.English: x.en} {
			if got := o.Nearest.In(words.Printer(l)); got != nbsp(want) {
				t.Errorf("%s: %q, want %q", x.offer, got, want)
			}
		}
		if o.Nearest.Eligible != x.eligible {
			t.Errorf("%s: %s with the changes, want %s", x.offer, o.Nearest.Eligible, x.eligible)
		}
	}
}

func TestNearestTellsApartWhatChangesAndWhatTimeDoes(t *testing.T) {
	b, c := shipped(t)
	n := find(advise(t, b, c, "metallbau-35", profile{"project_volume": figure(1200), "in_difficulty": chosen("yes")}, today), "innoinvest").Nearest
	if len(n.Changes) != 2 || n.Changes[0].Field.ID != "project_volume" || n.Changes[0].By != offer.ChangesProject || n.Changes[1].By != offer.ChangesTime {
		t.Errorf("%+v", n.Changes)
	}
	if n := find(advise(t, b, c, "metallbau-35", profile{"in_thueringen": chosen("no")}, today), "innoinvest").Nearest; n.Never[0].Code != "region" {
		t.Errorf("%+v", n.Never)
	}
}

// A hidden answer decides nothing: without a project, the kind it once had closes no offer.
func TestHiddenAnswersCloseNothing(t *testing.T) {
	b, c := shipped(t)
	a := advise(t, b, c, "metallbau-35", profile{"project": chosen("none"), "project_kind": chosen("machines"), "project_volume": chosen("under-5k")}, today)
	for _, code := range []string{"kind", "spend"} {
		if v := verdict(find(a, "digitalbonus"), code).Verdict; v != offer.Unknown {
			t.Errorf("%s: %s", code, v)
		}
	}
}

func TestOffersForSpecialCasesThatAreClosed(t *testing.T) {
	b, c := shipped(t)
	a := advise(t, b, c, "metallbau-35", profile{"employees": figure(80)}, today)
	if len(a.Closed) != 1 || a.Closed[0].Offer.ID != "cyberrisikocheck" || a.Closed[0].Case != "security" || a.Closed[0].Nearest.Never[0].Code != "size" {
		t.Errorf("%+v", a.Closed)
	}
}

// On random companies and offers, shipped ones and made-up ones, trying every combination finds no smaller set of
// changes than Nearest does, and none at all where it says never.
func TestNearestAgreesWithTryingEverything(t *testing.T) {
	b, c := shipped(t)
	rnd := rand.New(rand.NewPCG(7, 11))
	words := messages(t).Printer(i18n.German)
	sizes, never := map[int]int{}, 0
	example := scoring.Compile(b).Score(b.Case("metallbau-35").Assessment)
	for range 1000 {
		r := of(example, randomCompany(rnd, b))
		for _, o := range []*offer.Offer{c.Offers[rnd.IntN(len(c.Offers))], randomOffer(rnd, b), randomOffer(rnd, b)} {
			got := offer.Judge(c, r, today, o)
			if (got.Nearest != nil) != (got.Eligible == offer.No && got.Status != offer.StatusEnded) {
				t.Fatalf("%s: %s, but nearest is %v", o.ID, got.Eligible, got.Nearest)
			}
			if got.Nearest == nil {
				continue
			}
			n := got.Nearest
			want := fewest(b, c, r, o)
			if len(n.Changes) != want || (want == 0) != (len(n.Never) > 0) {
				t.Fatalf("%s: %d changes, trying everything finds %d: %s %+v", o.ID, len(n.Changes), want, n.In(words), o.Rules)
			}
			if want == 0 {
				never++
				continue
			}
			sizes[want]++
			a := r.Assessment
			for _, x := range n.Changes {
				a = a.With(x.Field, x.To)
			}
			if v := offer.Allowed(c, of(r, a), o); v != n.Eligible {
				t.Fatalf("%s: %s after the change, promised %s", o.ID, v, n.Eligible)
			}
			if s := n.In(words); strings.ContainsAny(s, "[{") {
				t.Fatalf("%s: %q", o.ID, s)
			}
		}
	}
	t.Log(sizes, never)
	for size := 1; size <= 3; size++ {
		if sizes[size] < 10 {
			t.Errorf("only %d cases need %d changes", sizes[size], size)
		}
	}
}

// of is a result with other answers; only the answers matter to eligibility.
func of(r *scoring.Result, a *questionnaire.Assessment) *scoring.Result {
	out := *r
	out.Assessment = a
	return &out
}

// Numbers around all borders of the rules below.
var (
	volumes = []int64{0, 9, 10, 11, 4999, 5000, 5001, 29999, 30000, 30001, 150000}
	sums    = []int64{0, 285000, 299999, 300000}
	figures = append(append([]int64{50, 249, 250, 1000001, 10000001}, volumes...), sums...)
)

func randomCompany(rnd *rand.Rand, b *questionnaire.Bank) *questionnaire.Assessment {
	a := b.Case("metallbau-35").Assessment
	often := map[string]questionnaire.Answer{"in_thueringen": chosen("yes"), "employees": chosen("small"), "group": chosen("autonomous"), "public_share": chosen("no"), "de_minimis": chosen("yes")}
	for _, q := range b.Profile {
		switch often, ok := often[q.ID]; {
		case ok && rnd.IntN(8) > 0:
			a = a.With(q, often)
		case rnd.IntN(8) == 0:
			a = a.With(q, questionnaire.Answer{})
		case q.Kind.Family() == questionnaire.Figure && (len(q.Options) == 0 || rnd.IntN(2) == 0):
			a = a.With(q, figure(figures[rnd.IntN(len(figures))]))
		case len(q.Options) > 0:
			a = a.With(q, chosen(q.Options[rnd.IntN(len(q.Options))].ID))
		}
	}
	if rnd.IntN(3) == 0 {
		a = a.With(b.Question("project"), chosen("begun")) // the commonest reason of all
	}
	return a
}

// randomOffer has up to five rules that may get into each other's way.
func randomOffer(rnd *rand.Rand, b *questionnaire.Bank) *offer.Offer {
	o := &offer.Offer{ID: "random", Funding: &offer.Funding{Percent: 50, Floor: 500000, Ceiling: 15000000, Max: 1500000, Project: true}}
	o.Validity.Status = offer.StatusOpen
	says := i18n.Text{i18n.German: "wenn es anders wäre", i18n.English: "if it were different"}
	tests := []offer.Test{offer.TestSpend, offer.TestBegun, offer.TestRoom, offer.TestOpen}
	for range 1 + rnd.IntN(5) {
		if rnd.IntN(3) == 0 {
			test := tests[rnd.IntN(len(tests))]
			o.Rules = append(o.Rules, offer.Rule{Code: "test", Test: test, Changes: offer.ChangesProject})
			continue
		}
		fields := []string{"project", "project_kind", "in_difficulty", "project_volume", "online_sales"}
		q := b.Question(fields[rnd.IntN(len(fields))])
		test := questionnaire.Test{ID: q.ID}
		if q.Kind == questionnaire.Money && rnd.IntN(2) == 0 {
			test.Figure = randomLimits(rnd)
		} else {
			for _, opt := range q.Options {
				if rnd.IntN(3) > 0 {
					test.Values = append(test.Values, opt.ID)
				}
			}
		}
		o.Rules = append(o.Rules, offer.Rule{Code: "no", No: questionnaire.Condition{AnyOf: [][]questionnaire.Test{{test}}}, Changes: offer.Changes(1 + (rnd.IntN(7)+1)/2%3), Says: says})
	}
	return o
}

func randomLimits(rnd *rand.Rand) *questionnaire.Limits {
	f := big.NewRat([]int64{10, 5000, 30000}[rnd.IntN(3)], 1)
	return []*questionnaire.Limits{{From: f}, {Above: f}, {To: f}, {Below: f}}[rnd.IntN(4)]
}

// fewest is the least number of changes that leaves no rule unmet, 0 for none, by trying every combination.
func fewest(b *questionnaire.Bank, c *offer.Catalogue, r *scoring.Result, o *offer.Offer) int {
	fields := planned(b, o)
	hidden := hiddenAnswers(b, r.Assessment)
	var try func(a *questionnaire.Assessment, rest []*questionnaire.Question, changes int) bool
	try = func(a *questionnaire.Assessment, rest []*questionnaire.Question, changes int) bool {
		switch {
		case changes == 0: // and no answer has fallen away
			return offer.Allowed(c, of(r, a), o) != offer.No && !slices.ContainsFunc(hiddenAnswers(b, a), func(id string) bool { return !slices.Contains(hidden, id) })
		case len(rest) < changes:
			return false
		case try(a, rest[1:], changes):
			return true
		}
		return slices.ContainsFunc(values(rest[0]), func(v questionnaire.Answer) bool { return try(a.With(rest[0], v), rest[1:], changes-1) })
	}
	for changes := 1; changes <= len(fields); changes++ {
		if try(r.Assessment, fields, changes) {
			return changes
		}
	}
	return 0
}

func hiddenAnswers(b *questionnaire.Bank, a *questionnaire.Assessment) []string {
	var out []string
	for _, q := range b.Profile {
		if a.Get(q).State != questionnaire.Open && questionnaire.NewNavigator(b).Standing(a, q) != questionnaire.Asked {
			out = append(out, q.ID)
		}
	}
	return out
}

// planned are the fields that may change for an offer, by another way than the program's.
func planned(b *questionnaire.Bank, o *offer.Offer) []*questionnaire.Question {
	may := map[string]bool{}
	for _, never := range []bool{false, true} {
		for _, r := range o.Rules {
			if (r.Changes == offer.ChangesNever) != never {
				continue
			}
			tested := map[offer.Test]string{offer.TestSpend: "project_volume", offer.TestBegun: "project", offer.TestRoom: "de_minimis_amount"}[r.Test]
			for _, id := range append(r.No.Questions(), tested) {
				may[id] = !never
			}
		}
	}
	var out []*questionnaire.Question
	for _, q := range b.Profile {
		if may[q.ID] {
			out = append(out, q)
		}
	}
	return out
}

func values(q *questionnaire.Question) []questionnaire.Answer {
	var out []questionnaire.Answer
	for _, o := range q.Options {
		out = append(out, chosen(o.ID))
	}
	for _, n := range map[string][]int64{"project_volume": volumes, "de_minimis_amount": sums}[q.ID] {
		out = append(out, figure(n))
	}
	return out
}
