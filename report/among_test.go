package report_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/scoring"
	"digitalkompass/scoring/benchmark"
	"digitalkompass/scoring/offer"
)

// compared is the report and the record of an example of the bank that has published figures beside it.
func compared(t *testing.T, example string, l i18n.Lang) (*report.Document, *report.RecordStanding) {
	t.Helper()
	var d source.Diagnostics
	b := questionnaire.Load(os.DirFS("../data/banks/dii"), &d)
	words := i18n.LoadCatalogue(os.DirFS("../data/locales"), &d)
	if b == nil || words == nil {
		t.Fatal(d.All())
	}
	c := benchmark.Load(os.DirFS("../data/benchmarks"), b, &d)
	if c == nil {
		t.Fatal(d.All())
	}
	p, r := words.Printer(l), scoring.Evaluate(b, b.Case(example).Assessment)
	s := c.Compare(r)
	advice := offer.Recommend(&offer.Catalogue{}, r, source.Day{Year: 2026, Month: 11, Day: 25})
	return report.Build(r, advice, p, "1.0.0", report.Among(s)), report.RecordAmong(s, p)
}

func TestTheReportSaysWhereOneStands(t *testing.T) {
	for _, x := range []struct {
		example string
		lang    i18n.Lang
		says    []string
		hides   []string
	}{
		{"elektro-24", i18n.German, []string{
			"Vergleich mit anderen Unternehmen",
			"33\u00a0% der Unternehmen mit 10 bis 49 Personen in Deutschland erreichen 7 oder mehr von 12 Punkten (Eurostat 2025).",
			"25,2\u00a0%", "Ihr Betrieb", "Abruf: Datum nicht bekannt", "(2023, 2021)", "C10 bis S951 ohne K",
		}, []string{"Ihr Betrieb, möglich"}},
		{"weiss-nicht-40", i18n.English, []string{
			"Compared with other companies", "from ‘Low’ to ‘High’", "71% of companies", "33% of companies", "your company, possibly", "Reuse permitted",
		}, []string{"Unternehmen"}},
		{"kosmetik-2", i18n.German, []string{"keine amtliche Vergleichsgruppe"}, []string{"29,0\u00a0%", "Ihr Betrieb\n", "Quelle: Eurostat"}},
		{"kosmetik-2", i18n.English, []string{"no official group of companies of your size"}, []string{"29.0%"}},
	} {
		doc, _ := compared(t, x.example, x.lang)
		all := strings.Join(reporttest.Texts(doc), "\n")
		for _, s := range x.says {
			if !strings.Contains(all, s) {
				t.Errorf("%s/%s does not say %q", x.example, x.lang, s)
			}
		}
		for _, s := range x.hides {
			if strings.Contains(all, s) {
				t.Errorf("%s/%s says %q", x.example, x.lang, s)
			}
		}
	}
}

// Figures in a record are those published, with both decimals.
func TestTheRecordHasTheFigures(t *testing.T) {
	_, got := compared(t, "elektro-24", i18n.German)
	if got.Kind != "measured" || got.Year != 2025 || got.Model != "3/2025" || got.Country != "DE" || got.Group == nil || *got.Group != "10-49" {
		t.Errorf("%+v", got)
	}
	var shares, above, here []string
	for _, s := range got.Shares {
		one, _ := s.Percent.MarshalJSON()
		two, _ := s.AtLeast.MarshalJSON()
		shares, above = append(shares, string(one)), append(above, string(two))
		if s.Here {
			here = append(here, s.ID)
		}
	}
	if !slices.Equal(shares, []string{"29.01", "37.83", "25.21", "7.94"}) || !slices.Equal(above, []string{"100.00", "70.99", "33.15", "7.94"}) || !slices.Equal(here, []string{"high"}) {
		t.Errorf("%v, %v, %v", shares, above, here)
	}
	_, small := compared(t, "kosmetik-2", i18n.German)
	if small.Group != nil || len(small.Shares) != 0 || len(small.Reasons) != 1 || small.Reasons[0].Code != "too-small" {
		t.Errorf("%+v", small)
	}
	if report.RecordAmong(nil, nil) != nil {
		t.Error("a record without figures")
	}
}
