package report_test

import (
	"os"
	"strings"
	"testing"

	"digitalkompass/report"
	"digitalkompass/report/reporttest"
)

func carriedSample(t *testing.T, name string) reporttest.Sample {
	t.Helper()
	for _, s := range reporttest.Load(t, os.DirFS("../data")).Samples() {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no sample %s", name)
	return reporttest.Sample{}
}

// cells are the texts of all tables of a part.
func cells(p report.Part) (out []report.Cell) {
	for _, b := range deep(p.Blocks) {
		t, ok := b.(report.Table)
		if !ok {
			continue
		}
		for _, run := range t.Runs {
			for _, row := range run.Rows {
				out = append(out, row...)
			}
		}
	}
	return out
}

// What was taken over and not confirmed is told where coverage is told, on the first page, in the comparison, and at each
// answer; without any, nothing of it is there.
func TestCarriedAnswersAreTold(t *testing.T) {
	s := carriedSample(t, "carried/de")
	d := s.Document()
	const line = "6 von 47 Antworten sind aus Selbsteinschätzungen vom 12.03.2024 bis 12.03.2025 übernommen und nicht bestätigt."
	if got := partOf(d, "profile").Lead; !strings.Contains(got, "beantwortet. "+line+" Wo eine Spanne") {
		t.Errorf("profile: %s", got)
	}
	if got := partOf(d, "change").Lead; !strings.Contains(got, line+" Ob sich dort etwas geändert hat, sagt dieser Vergleich nicht.") {
		t.Errorf("change: %s", got)
	}
	if got := partOf(d, "summary").Lead; !strings.HasSuffix(got, "Alle Antworten liegen vor. Stufe 2 Aufbau, wenn die 6 übernommenen Antworten noch gelten.") {
		t.Errorf("first page: %s", got)
	}
	signs := map[string]int{}
	for _, c := range cells(partOf(d, "answers")) {
		for _, sign := range []string{"Stand 12.03.2024, nicht bestätigt", "Stand 12.03.2025, nicht bestätigt"} {
			signs[sign] += strings.Count(c.Quiet, sign)
		}
	}
	if signs["Stand 12.03.2024, nicht bestätigt"] != 3 || signs["Stand 12.03.2025, nicht bestätigt"] != 4 {
		t.Errorf("signs: %v", signs)
	}
	for _, c := range cells(partOf(carriedSample(t, "since/de").Document(), "answers")) {
		if strings.Contains(c.Quiet, "bestätigt") {
			t.Errorf("a sign at an answer of today: %q", c.Quiet)
		}
	}
}

func TestCarriedAnswersInTables(t *testing.T) {
	s := carriedSample(t, "carried/en")
	w := report.NewWorkbook(s.Result, s.Advice, s.Printer, "1.0.0")
	told, days := 0, 0
	for _, row := range w.Sheets[0].Rows {
		if row[0].Text == "Taken over" && strings.HasPrefix(strings.ReplaceAll(row[1].Text, "\u00a0", " "), "6 of 47 answers were taken over from assessments of 12 March 2024 to 12 March 2025") {
			told++
		}
	}
	answers := w.Sheets[2]
	for _, row := range answers.Rows {
		if len(row) != len(answers.Columns) {
			t.Fatalf("%d cells, %d columns", len(row), len(answers.Columns))
		}
		if !row[len(row)-1].Day.IsZero() {
			days++
		}
	}
	if told != 1 || days != 7 || // six answers and a detail of the company
		answers.Columns[len(answers.Columns)-1].Title != "As of, not confirmed" {
		t.Errorf("told %d times, %d days", told, days)
	}
	r := report.NewRecord(s.Result, s.Advice, s.Printer)
	marked := 0
	for _, line := range r.Trail {
		if line.Carried != "" {
			marked++
		}
	}
	if r.Coverage.Carried != 6 || marked < 6 {
		t.Errorf("record: %d, %d lines", r.Coverage.Carried, marked)
	}
	usual := carriedSample(t, "since/en")
	if w := report.NewWorkbook(usual.Result, usual.Advice, usual.Printer, "1.0.0"); len(w.Sheets[2].Columns) != len(answers.Columns)-1 {
		t.Error("a column for nothing")
	}
}
