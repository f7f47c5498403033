package benchmark_test

import (
	"math/big"
	"math/rand"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
)

// firm is a company as the index sees it. What it does not sell it is not asked about.
type firm struct {
	online, sales, web, private float64 // percent
	line                        float64 // Mbit/s, negative for none
	ways, cloud                 int
	yes                         [5]bool // website, social media, ERP, CRM, analytics
	ai                          bool
}

// The ways in which orders come in, and the cloud services bought, by their option.
var (
	waysOf  = [][]string{{"none"}, {"web"}, {"edi"}, {"web", "edi"}}
	cloudOf = []string{"none", "basic", "advanced"}
)

// points counts the twelve variables from their definition, and from nothing else.
func (f firm) points() int {
	sells := f.ways != 0
	onWeb := f.ways == 1 || f.ways == 3
	n := f.cloud // any, and more than basic ones
	for _, met := range []bool{
		f.online > 50, f.line >= 30, sells && f.sales >= 1, onWeb && f.sales >= 1 && f.web > 1 && f.private > 10,
		f.yes[0], f.yes[1], f.yes[2], f.yes[3], f.yes[4], f.ai,
	} {
		if met {
			n++
		}
	}
	return n
}

func (f firm) answers(b *questionnaire.Bank) *questionnaire.Assessment {
	a := &questionnaire.Assessment{Path: questionnaire.Full, Language: i18n.German}
	set := func(id string, v questionnaire.Value) {
		a = a.With(b.Question(id), questionnaire.Answer{State: questionnaire.Answered, Value: v})
	}
	percent := func(id string, x float64) { set(id, questionnaire.Value{Figure: new(big.Rat).SetFloat64(x)}) }
	word := func(id, yes, no string, met bool, multi bool) {
		v := map[bool]string{true: yes, false: no}[met]
		if multi {
			set(id, questionnaire.Value{Set: []string{v}})
			return
		}
		set(id, questionnaire.Value{Option: v})
	}
	percent("staff-online", f.online)
	if f.line < 0 {
		set("line-speed", questionnaire.Value{Option: "no-line"})
	} else {
		percent("line-speed", f.line)
	}
	word("website", "yes", "no", f.yes[0], false)
	word("social-media", "pictures", "none", f.yes[1], true)
	word("erp", "yes", "no", f.yes[2], false)
	word("crm", "yes", "no", f.yes[3], false)
	word("analytics", "bought", "none", f.yes[4], true)
	word("ai", "see", "none", f.ai, true)
	set("cloud", questionnaire.Value{Option: cloudOf[f.cloud]})
	set("order-ways", questionnaire.Value{Set: waysOf[f.ways]})
	percent("e-sales-share", f.sales) // kept in the file also where it is no longer asked
	percent("web-sales-share", f.web)
	percent("b2c-share", f.private)
	return a
}

// Whatever a company answers, the bank counts what the definition counts, and the level follows from the count alone.
func TestTheBankCountsAsTheIndexDoes(t *testing.T) {
	b := bank(t)
	engine := scoring.Compile(b)
	r := rand.New(rand.NewSource(2025))
	pick := func(from ...float64) float64 { return from[r.Intn(len(from))] }
	seen := map[int]bool{}
	for range 4000 {
		f := firm{
			online: pick(0, 50, 50.5, 51, 100), line: pick(-1, 0, 29.5, 30, 1000), sales: pick(0, 0.5, 1, 1.5, 40),
			web: pick(0, 1, 1.5, 40), private: pick(0, 10, 10.5, 100), ways: r.Intn(4), cloud: r.Intn(3), ai: r.Intn(2) == 0,
		}
		likely := r.Intn(3) // so that the ends of the scale are met too
		for i := range f.yes {
			f.yes[i] = r.Intn(2) < likely
		}
		want := f.points()
		got := engine.Evaluate(f.answers(b))
		level := map[bool]int{true: 1}[want <= 3] + map[bool]int{true: 2}[want >= 4 && want <= 6] + map[bool]int{true: 3}[want >= 7 && want <= 9] + map[bool]int{true: 4}[want >= 10]
		if n := big.NewRat(int64(want), 1); !got.Total.Sure() || got.Total.Score.Cmp(n) != 0 || got.Stage.Level != level || !got.Certain || got.Of.RatString() != "12" {
			t.Fatalf("%+v: %s points on level %d, want %d on %d", f, got.Total.Score.RatString(), got.Stage.Level, want, level)
		}
		seen[want] = true
	}
	if len(seen) != 13 {
		t.Errorf("only %d of the 13 counts were met: %v", len(seen), seen)
	}
}

// A band chosen instead of a figure is worth what the figures in it are worth.
func TestBandsAreWorthTheirFigures(t *testing.T) {
	b := bank(t)
	full := firm{online: 100, line: 100, sales: 50, web: 50, private: 50, ways: 1, cloud: 2, yes: [5]bool{true, true, true, true, true}, ai: true}
	for id, bands := range map[string]map[string]int{
		"staff-online":    {"half-or-less": 11, "over-half": 12},
		"line-speed":      {"no-line": 11, "under-30": 11, "from-30": 12},
		"e-sales-share":   {"under-1": 10, "from-1": 12},
		"web-sales-share": {"up-to-1": 11, "over-1": 12},
		"b2c-share":       {"up-to-10": 11, "over-10": 12},
	} {
		for band, want := range bands {
			got := scoring.Evaluate(b, full.answers(b).With(b.Question(id), option(band)))
			if got.Total.Score.Cmp(big.NewRat(int64(want), 1)) != 0 {
				t.Errorf("%s=%s: %s points, want %d", id, band, got.Total.Score.RatString(), want)
			}
		}
	}
}
