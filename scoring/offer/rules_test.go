package offer_test

import (
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

func chosen(id string) questionnaire.Answer {
	return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: id}}
}

func figure(n int64) questionnaire.Answer {
	return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Figure: big.NewRat(n, 1)}}
}

type profile map[string]questionnaire.Answer

// company is a worked example with some profile answers replaced; an empty answer removes one.
func company(b *questionnaire.Bank, example string, with profile) *questionnaire.Assessment {
	a := b.Case(example).Assessment
	for id, ans := range with {
		a = a.With(b.Question(id), ans)
	}
	return a
}

func advise(t testing.TB, b *questionnaire.Bank, c *offer.Catalogue, example string, with profile, day source.Day) *offer.Advice {
	t.Helper()
	return offer.Recommend(c, scoring.Compile(b).Score(company(b, example, with)), day)
}

func TestTheTableOfModules(t *testing.T) {
	b, c := shipped(t)
	for _, x := range []struct {
		name, example string
		with          profile
		rule, first   string
	}{
		{"AI in sight, processes and data ready", "softwarehaus-14", nil, "ai-ready", "ki-zentrum"},
		{"AI by the question instead of the field", "softwarehaus-14", profile{"ai_in_sight": {}, "ai-intent": {State: questionnaire.Answered, Value: questionnaire.Value{Set: []string{"texts"}}}}, "ai-ready", "ki-zentrum"},
		{"no area for AI", "softwarehaus-14", profile{"ai_in_sight": {}, "ai-intent": {State: questionnaire.Answered, Value: questionnaire.Value{Set: []string{"none"}}}, "project": chosen("none")}, "upper-stage", "mittelstand"},
		{"a project that can be described", "metallbau-35", nil, "grant", "digitalbonus"},
		{"a project with a quote", "metallbau-35", profile{"project": chosen("offer")}, "grant", "digitalbonus"},
		{"an idea is not enough", "metallbau-35", profile{"project": chosen("idea")}, "no-project", "kompetenzzentrum"},
		{"begun is too late", "metallbau-35", profile{"project": chosen("begun")}, "first-talk", "kompetenzzentrum"},
		{"another kind of project", "metallbau-35", profile{"project_kind": chosen("machines")}, "first-talk", "kompetenzzentrum"},
		{"what is not known is not held to be no", "metallbau-35", profile{"project": {}}, "first-talk", "kompetenzzentrum"},
		{"stage 1", "alles-unten", nil, "first-stage", "kompetenzzentrum"},
		{"stage 1 with a project", "alles-unten", profile{"project": chosen("offer"), "project_kind": chosen("processes")}, "first-stage", "kompetenzzentrum"},
		{"AI too early", "metallbau-35", profile{"ai_in_sight": chosen("yes"), "project": chosen("none")}, "ai-too-early", "mittelstand"},
		{"try first", "metallbau-35", profile{"try_first": chosen("yes"), "project": chosen("none")}, "try-first", "mittelstand"},
		{"stage 3", "bandgrenzen", nil, "middle-stage", "mittelstand"},
		{"stage 4", "schwelle-genau", nil, "upper-stage", "mittelstand"},
		{"too little answered", "zu-wenig-antworten", nil, "too-little", "kompetenzzentrum"},
	} {
		r := offer.RuleFor(c, scoring.Compile(b).Score(company(b, x.example, x.with)))
		if r.ID != x.rule || r.First != x.first {
			t.Errorf("%s: %s names %s, want %s and %s", x.name, r.ID, r.First, x.rule, x.first)
		}
	}
}

func TestOnNewYearsDayEndedOffersHandOver(t *testing.T) {
	b, c := shipped(t)
	before, after := advise(t, b, c, "bandgrenzen", nil, today), advise(t, b, c, "bandgrenzen", nil, newYear)
	if before.Best().Module.ID != "mittelstand" || before.Best().Best().Offer.ID != "mdz-ilmenau" {
		t.Errorf("before: %s", before.Best().Module.ID)
	}
	if after.Best().Module.ID != "kompetenzzentrum" {
		t.Errorf("after: %s", after.Best().Module.ID)
	}
	if !slices.ContainsFunc(after.Best().Reasons, func(r offer.Reason) bool { return r.Code == "handed-over" }) {
		t.Errorf("no reason for the hand-over: %v", after.Best().Reasons)
	}
	for _, o := range after.Best().Offers {
		if o.Offer.ID == "bafa" && o.Status != offer.StatusEnded {
			t.Error("BAFA is open in 2027")
		}
	}
	grant := advise(t, b, c, "metallbau-35", nil, newYear).Best()
	if grant.Module.ID != "digitalbonus" || grant.Best().Offer.ID != "innoinvest" {
		t.Errorf("grant in 2027: %s", grant.Module.ID)
	}
}

func TestSpecialCases(t *testing.T) {
	b, c := shipped(t)
	beside := func(example string, with profile, day source.Day) []string {
		var out []string
		for _, o := range advise(t, b, c, example, with, day).Beside {
			out = append(out, o.Case+":"+o.Offer.ID)
		}
		return out
	}
	for _, x := range []struct {
		name string
		have []string
		want string
		is   bool
	}{
		{"weak security", beside("metallbau-35", nil, today), "security:cyberrisikocheck", true},
		{"weak security of a large firm", beside("metallbau-35", profile{"employees": figure(80)}, today), "security:cyberrisikocheck", false},
		{"strong security", beside("softwarehaus-14", nil, today), "security:cyberrisikocheck", false},
		{"car supplier", beside("softwarehaus-14", profile{"automotive": chosen("yes")}, today), "automotive:tta", true},
		{"no car supplier", beside("softwarehaus-14", profile{"automotive": chosen("no")}, today), "automotive:tta", false},
		{"weak skills", beside("alles-unten", nil, today), "skills:zett", true},
		{"weak skills in 2027", beside("alles-unten", nil, newYear), "skills:zett", false},
		{"weak skills in 2027, what is left", beside("alles-unten", nil, newYear), "skills:thaff", true},
		{"research in a field", beside("softwarehaus-14", nil, today), "research:fti", true},
		{"no research", beside("softwarehaus-14", profile{"research_field": chosen("none")}, today), "research:fti", false},
	} {
		if slices.Contains(x.have, x.want) != x.is {
			t.Errorf("%s: %v", x.name, x.have)
		}
	}
}

func TestNotes(t *testing.T) {
	b, c := shipped(t)
	codes := func(a *offer.Advice) []string {
		var out []string
		for _, n := range a.Notes {
			out = append(out, n.Code)
		}
		return out
	}
	if got := codes(advise(t, b, c, "metallbau-35", profile{"project": chosen("begun")}, today)); !slices.Equal(got, []string{"project-begun", "security-first"}) {
		t.Errorf("%v", got)
	}
	if got := codes(advise(t, b, c, "softwarehaus-14", nil, today)); len(got) != 0 {
		t.Errorf("%v", got)
	}
}

func TestSMEStatus(t *testing.T) {
	b, c := shipped(t)
	base := profile{"employees": figure(9), "group": chosen("autonomous"), "public_share": chosen("no"), "turnover": figure(2000000), "balance_sheet": {}}
	for _, x := range []struct {
		name string
		with profile
		want offer.SME
	}{
		{"micro", nil, offer.SMEMicro},
		{"ten posts are small", profile{"employees": figure(10)}, offer.SMESmall},
		{"9,9 posts are micro", profile{"employees": {State: questionnaire.Answered, Value: questionnaire.Value{Figure: big.NewRat(99, 10)}}}, offer.SMEMicro},
		{"a euro more is small", profile{"turnover": figure(2000001)}, offer.SMESmall},
		{"the balance sheet saves it", profile{"turnover": figure(3000000), "balance_sheet": figure(2000000)}, offer.SMEMicro},
		{"249 posts", profile{"employees": figure(249), "turnover": figure(50000000)}, offer.SMEMedium},
		{"250 posts", profile{"employees": figure(250)}, offer.SMENone},
		{"250 posts by band", profile{"employees": chosen("large")}, offer.SMENone},
		{"too much money", profile{"turnover": figure(50000001), "balance_sheet": figure(43000001)}, offer.SMENone},
		{"too much turnover, balance not known", profile{"turnover": figure(50000001)}, offer.SMEUnclear},
		{"bands decide too", profile{"employees": chosen("micro"), "turnover": chosen("up-to-2m")}, offer.SMEMicro},
		{"partner", profile{"group": chosen("partner")}, offer.SMEUnclear},
		{"linked", profile{"group": chosen("linked")}, offer.SMEUnclear},
		{"group not known", profile{"group": {}}, offer.SMEUnclear},
		{"public bodies", profile{"public_share": chosen("yes")}, offer.SMEUnclear},
		{"no money said", profile{"turnover": {}}, offer.SMEUnclear},
		{"no staff said", profile{"employees": {}}, offer.SMEUnclear},
	} {
		with := profile{}
		for k, v := range base {
			with[k] = v
		}
		for k, v := range x.with {
			with[k] = v
		}
		if got := advise(t, b, c, "metallbau-35", with, today).SME; got != x.want {
			t.Errorf("%s: %s, want %s", x.name, got, x.want)
		}
	}
}

func find(a *offer.Advice, id string) *offer.OfferAdvice {
	for _, m := range a.Modules {
		for i := range m.Offers {
			if m.Offers[i].Offer.ID == id {
				return &m.Offers[i]
			}
		}
	}
	return nil
}

func TestEstimates(t *testing.T) {
	b, c := shipped(t)
	for _, x := range []struct {
		name, offer string
		volume      questionnaire.Answer
		known       bool
		upTo        int64
		reason      string
	}{
		{"half", "digitalbonus", figure(20000), true, 1000000, "estimate-share"},
		{"the floor", "digitalbonus", figure(5000), true, 250000, "estimate-share"},
		{"below the floor", "digitalbonus", figure(4999), false, 0, "estimate-below"},
		{"the ceiling binds from 30,000", "digitalbonus", figure(30000), true, 1500000, "estimate-share"},
		{"the highest spend", "digitalbonus", figure(150000), true, 1500000, "estimate-share"},
		{"above", "digitalbonus", figure(150001), false, 0, "estimate-above"},
		{"a band", "digitalbonus", chosen("under-30k"), true, 1500000, "estimate-share"},
		{"the lowest band", "digitalbonus", chosen("under-5k"), false, 0, "estimate-below"},
		{"nothing said", "digitalbonus", questionnaire.Answer{}, false, 0, "estimate-no-volume"},
		{"the one flat amount", "innoinvest", figure(8000), true, 250000, "estimate-flat"},
		{"its ends", "innoinvest", figure(10000), true, 250000, "estimate-flat"},
		{"no other amount is known", "innoinvest", figure(10001), false, 0, "estimate-unknown"},
		{"a band across", "innoinvest", chosen("under-30k"), false, 0, "estimate-unknown"},
	} {
		e := find(advise(t, b, c, "metallbau-35", profile{"project_volume": x.volume}, today), x.offer).Estimate
		if e == nil || e.Known != x.known || e.UpTo != x.upTo || e.Reason.Code != x.reason {
			t.Errorf("%s: %+v", x.name, e)
		}
	}
	if e := find(advise(t, b, c, "metallbau-35", nil, today), "kfw-digitalisierung").Estimate; e != nil {
		t.Errorf("a loan is no grant: %+v", e)
	}
}

func verdict(o *offer.OfferAdvice, code string) offer.Check {
	for _, c := range o.Checks {
		if c.Code == code {
			return c
		}
	}
	return offer.Check{}
}

func TestEligibilityHasThreeAnswers(t *testing.T) {
	b, c := shipped(t)
	for _, x := range []struct {
		name, code string
		with       profile
		want       offer.Verdict
		missing    string
	}{
		{"in Thuringia", "region", profile{"in_thueringen": chosen("yes")}, offer.Yes, ""},
		{"outside", "region", profile{"in_thueringen": chosen("no")}, offer.No, ""},
		{"place not said", "region", profile{"in_thueringen": {}}, offer.Unknown, "in_thueringen"},
		{"not begun", "begun", profile{"project": chosen("idea")}, offer.Yes, ""},
		{"begun", "begun", profile{"project": chosen("begun")}, offer.No, ""},
		{"no word on the project", "begun", profile{"project": {}}, offer.Unknown, "project"},
		{"spend within", "spend", profile{"project_volume": figure(6000)}, offer.Yes, ""},
		{"spend too low", "spend", profile{"project_volume": figure(100)}, offer.No, ""},
		{"spend above: not documented", "spend", profile{"project_volume": figure(200000)}, offer.Unknown, ""},
		{"spend not said", "spend", profile{"project_volume": {}}, offer.Unknown, "project_volume"},
		{"no aid", "room", profile{"de_minimis": chosen("no")}, offer.Yes, ""},
		{"aid with room", "room", profile{"de_minimis": chosen("yes"), "de_minimis_amount": figure(200000)}, offer.Yes, ""},
		{"aid used up", "room", profile{"de_minimis": chosen("yes"), "de_minimis_amount": figure(300000)}, offer.No, ""},
		{"aid with little room", "room", profile{"de_minimis": chosen("yes"), "de_minimis_amount": figure(299000)}, offer.Unknown, ""},
		{"aid, no sum", "room", profile{"de_minimis": chosen("yes"), "de_minimis_amount": {}}, offer.Unknown, "de_minimis_amount"},
		{"aid not said", "room", profile{"de_minimis": {}}, offer.Unknown, "de_minimis"},
		{"in difficulty", "difficulty", profile{"in_difficulty": chosen("yes")}, offer.No, ""},
		{"perhaps in difficulty", "difficulty", profile{"in_difficulty": chosen("unknown")}, offer.Unknown, ""},
		{"sme", "sme", profile{"turnover": figure(1000000)}, offer.Yes, ""},
		{"sme not settled", "sme", profile{"turnover": {}, "balance_sheet": {}}, offer.Unknown, "turnover"},
		{"not an sme", "sme", profile{"employees": figure(300)}, offer.No, ""},
		{"never documented", "accepting", nil, offer.Unknown, ""},
		{"kind of project", "kind", profile{"project_kind": chosen("security")}, offer.Yes, ""},
		{"another kind", "kind", profile{"project_kind": chosen("machines")}, offer.No, ""},
	} {
		got := verdict(find(advise(t, b, c, "metallbau-35", x.with, today), "digitalbonus"), x.code)
		missing := ""
		if got.Missing != nil {
			missing = got.Missing.ID
		}
		if got.Verdict != x.want || missing != x.missing {
			t.Errorf("%s: %s, missing %q; want %s, %q", x.name, got.Verdict, missing, x.want, x.missing)
		}
	}
	if o := find(advise(t, b, c, "metallbau-35", profile{"in_thueringen": chosen("no")}, today), "digitalbonus"); o.Eligible != offer.No {
		t.Errorf("one unmet rule closes an offer: %s", o.Eligible)
	}
}

func TestGrantsAreClosedOnceTheProjectHasBegun(t *testing.T) {
	b, c := shipped(t)
	a := advise(t, b, c, "metallbau-35", profile{"project": chosen("begun")}, today)
	for _, id := range []string{"digitalbonus", "innoinvest", "kfw-digitalisierung"} {
		if o := find(a, id); o.Eligible != offer.No {
			t.Errorf("%s: %s", id, o.Eligible)
		}
	}
}

func TestOnlyTheOwnChamberIsNamed(t *testing.T) {
	b, c := shipped(t)
	a := advise(t, b, c, "metallbau-35", profile{"chamber": chosen("hwk-erfurt")}, today)
	if find(a, "hwk-erfurt") == nil || find(a, "ihk-erfurt") != nil {
		t.Error("chambers")
	}
	if a := advise(t, b, c, "metallbau-35", profile{"chamber": {}}, today); find(a, "hwk-erfurt") != nil || find(a, "rkw-thueringen") == nil {
		t.Error("without a chamber the others are named")
	}
}

func TestStatusOnADay(t *testing.T) {
	day := func(y, m, d int) source.Day { return source.Day{Year: y, Month: time.Month(m), Day: d} }
	o := &offer.Offer{Validity: offer.Validity{Status: offer.StatusOpen, From: day(2025, 9, 1), Until: day(2026, 12, 31)}}
	for d, want := range map[source.Day]offer.Status{
		day(2025, 8, 31): offer.StatusAnnounced, day(2025, 9, 1): offer.StatusOpen, day(2026, 12, 31): offer.StatusOpen, day(2027, 1, 1): offer.StatusEnded,
	} {
		if got := o.StatusOn(d); got != want {
			t.Errorf("%s: %s", d, got)
		}
	}
	ended := &offer.Offer{Validity: offer.Validity{Status: offer.StatusEnded}}
	if ended.StatusOn(day(2020, 1, 1)) != offer.StatusEnded {
		t.Error("ended without a date")
	}
}

// Whatever the company, whatever the day: nothing that has ended is recommended, every module has its place, and every
// reason has its words in both languages.
func TestNothingEndedIsEverRecommended(t *testing.T) {
	b, c := shipped(t)
	var d source.Diagnostics
	words := i18n.LoadCatalogue(os.DirFS("../../data/locales"), &d)
	if words == nil {
		t.Fatal(d.All())
	}
	rapid.Check(t, func(t *rapid.T) {
		a := b.Cases[rapid.IntRange(0, len(b.Cases)-1).Draw(t, "case")].Assessment
		for _, q := range b.Profile {
			switch {
			case len(q.Options) > 0 && rapid.Bool().Draw(t, q.ID):
				a = a.With(q, chosen(q.Options[rapid.IntRange(0, len(q.Options)-1).Draw(t, "option")].ID))
			case rapid.IntRange(0, 3).Draw(t, "gone") == 0:
				a = a.With(q, questionnaire.Answer{})
			}
		}
		day := source.DayOf(today.Time().AddDate(0, 0, rapid.IntRange(-1500, 1500).Draw(t, "day")))
		adv := offer.Recommend(c, scoring.Compile(b).Score(a), day)
		recommended := 0
		for i, m := range adv.Modules {
			if m.Rank != i+1 {
				t.Fatalf("rank %d at place %d", m.Rank, i+1)
			}
			if m.Recommended {
				recommended++
				if best := m.Best(); best == nil || best.Status != offer.StatusOpen || best.Eligible == offer.No {
					t.Fatalf("%s is recommended without an open offer on %s", m.Module.ID, day)
				}
				if len(m.Reasons) == 0 {
					t.Fatalf("%s: no reason", m.Module.ID)
				}
			}
			said(t, words, append(m.Reasons, m.Against...))
			for _, o := range m.Offers {
				said(t, words, o.Reasons)
				if o.Estimate != nil {
					said(t, words, []offer.Reason{o.Estimate.Reason})
				}
			}
		}
		if len(adv.Modules) != len(b.Modules) || recommended > 1 || (recommended == 0) != (adv.Best() == nil) {
			t.Fatalf("%d modules, %d recommended", len(adv.Modules), recommended)
		}
		for _, o := range adv.Beside {
			if o.Status == offer.StatusEnded || o.Eligible == offer.No {
				t.Fatalf("%s beside on %s", o.Offer.ID, day)
			}
		}
		said(t, words, adv.Notes)
	})
}

func said(t *rapid.T, words *i18n.Catalogue, rs []offer.Reason) {
	for _, r := range rs {
		for _, l := range i18n.Languages() {
			if s := r.In(words.Printer(l)); s == "" || strings.Contains(s, "[reason.") || strings.Contains(s, "{") {
				t.Fatalf("%s in %s: %q", r.Code, l, s)
			}
		}
	}
}

func TestReview(t *testing.T) {
	b, c := shipped(t)
	_ = b
	codes := func(day source.Day, id string) []string {
		var out []string
		for _, f := range offer.Review(c, day) {
			if f.Offer.ID == id {
				out = append(out, f.Code)
			}
		}
		return out
	}
	later := source.Day{Year: 2027, Month: 6, Day: 1}
	for _, x := range []struct {
		day  source.Day
		id   string
		code string
	}{
		{today, "bafa", "ends"}, {today, "zett", "ends"}, {today, "digitalbonus", "unofficial"}, {today, "digitalbonus", "unclear"}, {today, "go-digital", "ended"},
		{today, "kfw-digitalisierung", "no-official"}, {later, "innoinvest", "stale"}, {later, "bafa", "ended"},
		{today, "bafa", "no-where"}, {today, "innoinvest", "no-papers"},
	} {
		if got := codes(x.day, x.id); !slices.Contains(got, x.code) {
			t.Errorf("%s on %s: %v lacks %s", x.id, x.day, got, x.code)
		}
	}
	if got := codes(today, "transferstelle"); len(got) != 0 {
		t.Errorf("transferstelle: %v", got)
	}
}

func TestEveryOfferIsWhole(t *testing.T) {
	b, c := shipped(t)
	helps := map[string]bool{}
	for _, d := range b.Dimensions {
		for _, q := range d.Questions {
			for _, m := range q.Measures {
				for _, h := range m.Helps {
					helps[h] = true
				}
			}
		}
	}
	for h := range helps {
		if b.Module(h) == nil && c.Offer(h) == nil {
			t.Errorf("measures name %s, which is neither module nor offer", h)
		}
	}
	for _, o := range c.Offers {
		if len(o.Modules) == 0 && len(o.Beside) == 0 {
			t.Errorf("%s is named nowhere", o.ID)
		}
		if o.Validity.AsOf.IsZero() || len(o.Sources) == 0 {
			t.Errorf("%s has no date or source", o.ID)
		}
		for _, word := range []string{"Sie erhalten", "Sie bekommen", "you get", "you will receive"} {
			for _, l := range i18n.Languages() {
				if strings.Contains(o.Summary.In(l)+o.Validity.Text.In(l), word) {
					t.Errorf("%s promises: %s", o.ID, word)
				}
			}
		}
	}
	if c.Offer("gibt-es-nicht") != nil {
		t.Error("an offer that is not there")
	}
}

func BenchmarkRecommend(b *testing.B) {
	bank, c := shipped(b)
	r := scoring.Compile(bank).Score(bank.Case("metallbau-35").Assessment)
	for b.Loop() {
		offer.Recommend(c, r, today)
	}
}

// The search for what would open closed offers runs whenever a result is shown: three offers, two changes each.
func BenchmarkRecommendClosed(b *testing.B) {
	bank, c := shipped(b)
	r := scoring.Compile(bank).Score(company(bank, "metallbau-35", profile{"project": chosen("begun"), "project_volume": chosen("under-5k"), "in_difficulty": chosen("yes"), "project_kind": chosen("machines")}))
	for b.Loop() {
		offer.Recommend(c, r, today)
	}
}
