package benchmark_test

import (
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/benchmark"
)

const data = "../../data/"

func bank(t *testing.T) *questionnaire.Bank { return bankFrom(t, os.DirFS(data+"banks/dii")) }

func bankFrom(t *testing.T, fsys fs.FS) *questionnaire.Bank {
	t.Helper()
	var d source.Diagnostics
	b := questionnaire.Load(fsys, &d)
	if b == nil {
		t.Fatal(d.All())
	}
	return b
}

func load(t *testing.T, b *questionnaire.Bank) *benchmark.Catalogue {
	t.Helper()
	var d source.Diagnostics
	c := benchmark.Load(os.DirFS(data+"benchmarks"), b, &d)
	if c == nil || !d.Empty() { // warnings too: the shipped figures have none
		t.Fatal(d.All())
	}
	return c
}

func option(s string) questionnaire.Answer {
	return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: s}}
}

func figure(n int64) questionnaire.Answer {
	return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Figure: big.NewRat(n, 1)}}
}

func codes(s *benchmark.Standing) string {
	var out []string
	for _, r := range s.Reasons {
		out = append(out, r.Code)
	}
	return strings.Join(out, " ")
}

// The bank's own examples: peers by size, the level in words, and both ends where the interval crosses a border.
func TestWhereCompaniesStand(t *testing.T) {
	b := bank(t)
	c := load(t, b)
	for _, x := range []struct {
		id, group, codes, first string
		low, high               int
	}{
		{"kosmetik-2", "", "too-small", "", 0, 0},
		{"malerbetrieb-12", "10-49", "lowest reach", "29", 1, 1},
		{"imbiss-11", "10-49", "reach", "71", 2, 2},
		{"metallbau-38", "10-49", "reach", "71", 2, 2},
		{"elektro-24", "10-49", "reach", "33", 3, 3},
		{"hotel-45", "10-49", "reach", "33", 3, 3},
		{"grosshandel-80", "50-249", "reach", "18", 4, 4},
		{"versand-300", "ge250", "reach", "39", 4, 4},
		{"weiss-nicht-40", "10-49", "uncertain reach reach", "71", 2, 3},
		{"zu-wenig-60", "50-249", "uncertain reach reach", "88", 2, 3},
	} {
		s := c.Compare(scoring.Evaluate(b, b.Case(x.id).Assessment))
		group := ""
		if s.Group != nil {
			group = s.Group.ID
		}
		if group != x.group || codes(s) != x.codes || s.Low != x.low || s.High != x.high || first(s) != x.first {
			t.Errorf("%s: group %q, %s, %s%%, levels %d to %d", x.id, group, codes(s), first(s), s.Low, s.High)
		}
		for i, share := range s.Shares {
			if want := i+1 >= x.low && i+1 <= x.high; share.Here != want {
				t.Errorf("%s: level %d marked %v", x.id, i+1, share.Here)
			}
		}
		if s.Group == nil && len(s.Shares) > 0 {
			t.Errorf("%s has no peers, but is shown their figures", x.id)
		}
	}
}

// first is the percentage of the first statement that has one.
func first(s *benchmark.Standing) string {
	for _, r := range s.Reasons {
		for i := 0; i < len(r.Args); i += 2 {
			if r.Args[i] == "p" {
				return r.Args[i+1].(*big.Rat).RatString()
			}
		}
	}
	return ""
}

func TestWhatIsNotKnown(t *testing.T) {
	b := bank(t)
	c := load(t, b)
	full := b.Case("elektro-24").Assessment
	empty := &questionnaire.Assessment{Path: questionnaire.Full, Language: i18n.German}
	sized := empty.With(b.Question("employees"), figure(12))
	for _, x := range []struct {
		name, codes string
		a           *questionnaire.Assessment
	}{
		{"nothing at all", "size-open", empty},
		{"no answers", "no-answers", sized},
		{"size by group", "no-answers", empty.With(b.Question("employees"), option("medium"))},
		{"nine people", "too-small", full.With(b.Question("employees"), figure(9))},
		{"ten people", "reach", full.With(b.Question("employees"), figure(10))},
		{"no size", "size-open", full.With(b.Question("employees"), questionnaire.Answer{})},
		{"a sector that is not asked", "reach sector-outside", full.With(b.Question("sector"), option("wz-q"))},
		{"a sector not given", "reach", full.With(b.Question("sector"), questionnaire.Answer{})},
	} {
		if got := codes(c.Compare(scoring.Evaluate(b, x.a))); got != x.codes {
			t.Errorf("%s: %s, want %s", x.name, got, x.codes)
		}
	}
}

// Three levels at least: the lowest and another end are both named.
func TestBothEndsAreNamed(t *testing.T) {
	b := bank(t)
	a := b.Case("malerbetrieb-12").Assessment
	for _, id := range []string{"cloud", "erp", "crm", "analytics", "ai"} {
		a = a.With(b.Question(id), questionnaire.Answer{State: questionnaire.Unknown})
	}
	s := load(t, b).Compare(scoring.Evaluate(b, a))
	if codes(s) != "uncertain lowest reach" || s.Low != 1 || s.High != 3 || !s.Shares[1].Here || s.Shares[3].Here {
		t.Errorf("%s, levels %d to %d", codes(s), s.Low, s.High)
	}
}

func TestInWords(t *testing.T) {
	var d source.Diagnostics
	words := i18n.LoadCatalogue(os.DirFS(data+"locales"), &d)
	if words == nil {
		t.Fatal(d.All())
	}
	b := bank(t)
	s := load(t, b).Compare(scoring.Evaluate(b, b.Case("elektro-24").Assessment))
	for lang, want := range map[i18n.Lang]string{
		i18n.German:  "33\u00a0% der Unternehmen mit 10 bis 49 Personen in Deutschland erreichen 7 oder mehr von 12 Punkten (Eurostat 2025).",
		i18n.English: "33% of companies with 10 to 49 people in Germany reach 7 or more of 12 points (Eurostat 2025).",
	} {
		if got := s.Reasons[0].In(words.Printer(lang)); got != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

func TestABankWithoutABenchmark(t *testing.T) {
	b := bankFrom(t, os.DirFS(data+"banks/digitalkompass"))
	if s := load(t, b).Compare(scoring.Evaluate(b, b.Cases[0].Assessment)); s != nil {
		t.Errorf("%+v", s)
	}
	var none *benchmark.Catalogue
	if none.Compare(scoring.Evaluate(b, b.Cases[0].Assessment)) != nil {
		t.Error("no catalogue compares")
	}
}

// A bank whose profile asks for the country is compared with that country.
func TestTheCountryOfTheProfile(t *testing.T) {
	files := folder(t, data+"banks/dii")
	add := func(file, text string) {
		files[file] = &fstest.MapFile{Data: append(files[file].Data, text...)}
	}
	add("profile.yaml", "  - id: country\n    kind: choice\n    section: company\n    text: \"Land?\"\n    short: \"Land\"\n    help: \"Wo?\"\n    options:\n      - {id: de, text: \"Deutschland\"}\n      - {id: at, text: \"Österreich\"}\n      - {id: ch, text: \"Schweiz\"}\n")
	add("en/profile.yaml", "  country:\n    text: \"Country?\"\n    short: \"Country\"\n    help: \"Where?\"\n    options: {de: \"Germany\", at: \"Austria\", ch: \"Switzerland\"}\n")
	b := bankFrom(t, files)
	a := b.Case("elektro-24").Assessment
	for country, want := range map[string]string{"": "DE 33", "de": "DE 33", "at": "AT 31", "ch": "DE 33"} {
		now := a
		if country != "" {
			now = a.With(b.Question("country"), option(country))
		}
		if s := load(t, b).Compare(scoring.Evaluate(b, now)); s.Country.ID+" "+first(s) != want {
			t.Errorf("%q: %s %s, want %s", country, s.Country.ID, first(s), want)
		}
	}
}

func folder(t *testing.T, dir string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		out[name] = &fstest.MapFile{Data: text}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
