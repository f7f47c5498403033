package report_test

import (
	"flag"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

var update = flag.Bool("update", false, "write the golden files anew")

func world(t testing.TB) reporttest.World { return reporttest.Load(t, os.DirFS("../data")) }

// others are the companies of the fixture banks: without stages, on a scale of twelve, with bands of their own.
func others(t testing.TB) []reporttest.Sample {
	return world(t).Others(t, os.DirFS("testdata/banks"))
}

func find(t *testing.T, samples []reporttest.Sample, name string) *report.Document {
	t.Helper()
	for _, s := range samples {
		if s.Name == name {
			return s.Document()
		}
	}
	t.Fatalf("no sample %s", name)
	return nil
}

// outline writes a document's tree, a line for each block and text.
func outline(d *report.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s | %s | %s | %s\n%s | %s | %q\n", d.Lang, d.Title, d.Owner, d.Day, d.Cover.Name, d.Cover.Stage, d.Cover.Facts)
	for _, p := range d.Parts {
		fmt.Fprintf(&b, "\n# %s: %s\n%s\n%s\n", p.ID, p.Name, p.Headline, p.Lead)
		for _, x := range p.Blocks {
			tree(&b, x, 0)
		}
	}
	return b.String()
}

func tree(b *strings.Builder, x report.Block, depth int) {
	pad := strings.Repeat("  ", depth)
	name := strings.TrimPrefix(reflect.TypeOf(x).String(), "report.")
	switch x := x.(type) {
	case report.Section:
		fmt.Fprintf(b, "%s%s %s\n", pad, name, x.Title)
		for _, y := range x.Blocks {
			tree(b, y, depth+1)
		}
	case report.Card:
		fmt.Fprintf(b, "%s%s %s\n", pad, name, x.Title)
		for _, y := range x.Blocks {
			tree(b, y, depth+1)
		}
	case report.Columns:
		for _, side := range [][]report.Block{x.Left, x.Right} {
			fmt.Fprintf(b, "%s%s\n", pad, name)
			for _, y := range side {
				tree(b, y, depth+1)
			}
		}
	case report.Table:
		fmt.Fprintf(b, "%s%s %v\n", pad, name, x.Columns)
		for _, r := range x.Runs {
			fmt.Fprintf(b, "%s  %s | %s\n", pad, r.Title, r.Value)
			for _, row := range r.Rows {
				for _, c := range row {
					fmt.Fprintf(b, "%s    %s | %s | %s", pad, c.Text, c.Quiet, c.Note)
					if c.Strip != nil {
						fmt.Fprintf(b, "%+v", *c.Strip)
					}
					b.WriteByte('\n')
				}
			}
		}
	default:
		fmt.Fprintf(b, "%s%s %+v\n", pad, name, x)
	}
}

func TestGolden(t *testing.T) {
	samples := world(t).Samples()
	for _, name := range []string{
		"metallbau-35/de", "metallbau-35/en", "empty/de", "empty/en", "gaestehaus-kurz/en", "zu-wenig-antworten/de", "pflegedienst-60/de", "onlinehandel-5/en",
		"odd/de", "begun/de", "closed/de", "closed/en",
	} {
		hold(t, name, find(t, samples, name))
	}
}

func hold(t *testing.T, name string, d *report.Document) {
	t.Helper()
	got := outline(d)
	file := filepath.Join("testdata", strings.ReplaceAll(name, "/", ".")+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs from its golden file; look at the change, then run the test with -update", name)
	}
}

func TestPartsWithoutContentAreLeftOut(t *testing.T) {
	samples := world(t).Samples()
	ids := func(name string) []string {
		var out []string
		for _, p := range find(t, samples, name).Parts {
			out = append(out, p.ID)
		}
		return out
	}
	if got, want := ids("metallbau-35/de"), []string{"summary", "profile", "dimensions", "module", "measures", "heat", "answers", "method", "sources", "glossary"}; !slices.Equal(got, want) {
		t.Errorf("usual: %v", got)
	}
	if got := ids("empty/de"); slices.Contains(got, "measures") || slices.Contains(got, "heat") || got[0] != "summary" {
		t.Errorf("empty: %v", got)
	}
}

func TestHeadlinesAreShortStatements(t *testing.T) {
	for _, s := range world(t).Samples() {
		for _, p := range s.Document().Parts {
			if n := len(strings.Fields(p.Headline)); n == 0 || n > 8 {
				t.Errorf("%s: %s: %d words: %q", s.Name, p.ID, n, p.Headline)
			}
		}
	}
}

func TestNoMessageIsMissing(t *testing.T) {
	for _, s := range world(t).Samples() {
		for _, text := range reporttest.Texts(s.Document()) {
			if strings.Contains(text, "[report.") || strings.Contains(text, "[reason.") || strings.Contains(text, "{") && !strings.Contains(text, reporttest.Odd) {
				t.Errorf("%s: %q", s.Name, text)
			}
		}
	}
}

// German words that an English report must not hold, and the other way round; names of programmes are names.
func TestLanguagesDoNotMix(t *testing.T) {
	german := []string{" und ", " der ", " die ", " nicht ", "Stufe", " für ", "Punkte"}
	english := []string{" and ", " the ", " with ", " not ", " points", " stage "}
	names := strings.NewReplacer("wirtschaft.thueringen.de", "", "wird-ausgeweitet-und-vereinfacht", "")
	for _, s := range world(t).Samples() {
		if strings.HasPrefix(s.Name, "odd") || strings.HasPrefix(s.Name, "notes") {
			continue
		}
		d := s.Document()
		other := german
		if d.Lang == i18n.German {
			other = english
		}
		for _, p := range d.Parts {
			if p.ID == "sources" {
				continue // titles of sources stay as they are
			}
			one := report.Document{Parts: []report.Part{p}}
			for _, text := range reporttest.Texts(&one) {
				for _, w := range other {
					if strings.Contains(names.Replace(text), w) && !isName(text) {
						t.Errorf("%s: %s: %q holds %q", s.Name, p.ID, text, w)
					}
				}
			}
		}
	}
}

func isName(s string) bool {
	for _, n := range []string{"Zentrum für Lernende Systeme und Robotik", "Bundesamt für Wirtschaft und Ausfuhrkontrolle", "Präzisionswerkzeug", "Agentur für Arbeit", "HWK für"} {
		if strings.Contains(s, n) {
			return true
		}
	}
	return false
}

func TestMoneyIsNeverPromised(t *testing.T) {
	w := world(t)
	for _, s := range w.Samples() {
		for _, p := range s.Document().Parts {
			if p.ID != "module" && p.ID != "summary" {
				continue
			}
			one := report.Document{Parts: []report.Part{p}}
			for _, text := range reporttest.Texts(&one) {
				for _, claim := range []string{"Sie erhalten", "Sie bekommen einen Zuschuss", "you will receive", "is guaranteed", "garantiert"} {
					if strings.Contains(text, claim) {
						t.Errorf("%s: %q", s.Name, text)
					}
				}
			}
		}
	}
}

func TestAnswerText(t *testing.T) {
	w := world(t)
	p := w.Words.Printer(i18n.German)
	answered := func(v questionnaire.Value) questionnaire.Answer {
		return questionnaire.Answer{State: questionnaire.Answered, Value: v}
	}
	for _, c := range []struct {
		id   string
		a    questionnaire.Answer
		want string
	}{
		{"employees", answered(questionnaire.Value{Figure: big.NewRat(67, 2)}), "33,5\u00a0Vollzeitstellen"},
		{"employees", answered(questionnaire.Value{Option: "small"}), "10 bis unter 50"},
		{"turnover", answered(questionnaire.Value{Figure: big.NewRat(1400000, 1)}), "1.400.000\u00a0€"},
		{"paperless-invoices", answered(questionnaire.Value{Figure: big.NewRat(25, 2)}), "12,5\u00a0%"},
		{"founded", answered(questionnaire.Value{Figure: big.NewRat(1998, 1)}), "1998"},
		{"restore-test", answered(questionnaire.Value{Option: "no-backup"}), "Es gibt keine Sicherung"},
		{"company_name", answered(questionnaire.Value{Text: "Probe"}), "Probe"},
		{"digital-goals", questionnaire.Answer{State: questionnaire.Unknown}, "weiß nicht"},
		{"material", questionnaire.Answer{State: questionnaire.NotApplicable}, "trifft nicht zu"},
		{"material", questionnaire.Answer{State: questionnaire.Skipped}, "offen"},
		{"material", answered(questionnaire.Value{}), "offen"},
	} {
		if got := report.AnswerText(p, w.Bank.Question(c.id), c.a); got != c.want {
			t.Errorf("%s: %q, want %q", c.id, got, c.want)
		}
	}
	grid := report.AnswerText(p, w.Bank.Question("two-factor"), answered(questionnaire.Value{Rows: map[string]string{"email": "yes", "remote": questionnaire.RowNotApplicable, "cloud": questionnaire.RowUnknown}}))
	for _, part := range []string{": ", "trifft nicht zu", "weiß nicht", "offen"} {
		if !strings.Contains(grid, part) {
			t.Errorf("grid: %q lacks %q", grid, part)
		}
	}
}

func TestNotesStandInTheAnnex(t *testing.T) {
	d := find(t, world(t).Samples(), "notes/de")
	found := false
	for _, text := range reporttest.Texts(d) {
		found = found || strings.HasPrefix(text, "Nachweis: Ordner „Nachweise“, Blatt 3. Notiz: Aufmaße")
	}
	if !found {
		t.Error("no note with where the proof is")
	}
}

func TestEveryFactAboutAProgrammeHasItsDate(t *testing.T) {
	for _, s := range world(t).Samples() {
		best := s.Advice.Best()
		if best == nil {
			continue
		}
		for _, p := range s.Document().Parts {
			if p.ID != "module" {
				continue
			}
			one := report.Document{Parts: []report.Part{p}}
			if text := strings.Join(reporttest.Texts(&one), " "); !strings.Contains(text, "2026") {
				t.Errorf("%s: no date on the module's page", s.Name)
			}
		}
	}
}

func TestEndedOffersAreNeverTheWayToGo(t *testing.T) {
	w := world(t)
	w.Day.Year, w.Day.Month, w.Day.Day = 2027, 1, 1
	for _, s := range w.Samples() {
		for _, m := range s.Advice.Modules {
			if m.Recommended && m.Best().Status != offer.StatusOpen {
				t.Errorf("%s: %s", s.Name, m.Best().Offer.ID)
			}
		}
		for _, p := range s.Document().Parts {
			if p.ID == "summary" {
				one := report.Document{Parts: []report.Part{p}}
				if text := strings.Join(reporttest.Texts(&one), " "); strings.Contains(text, "BAFA") {
					t.Errorf("%s: BAFA in 2027", s.Name)
				}
			}
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	w := world(b)
	r := scoring.Evaluate(w.Bank, w.Bank.Cases[1].Assessment)
	advice := offer.Recommend(w.Offers, r, w.Day)
	p := w.Words.Printer(i18n.German)
	for b.Loop() {
		report.Build(r, advice, p, "1.0.0")
	}
}
