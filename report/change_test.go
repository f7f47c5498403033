package report_test

import (
	"os"
	"strings"
	"testing"

	"digitalkompass/report"
	"digitalkompass/report/reporttest"
)

// change is the part on what changed of a sample.
func change(t *testing.T, name string) (report.Part, *report.Document) {
	t.Helper()
	for _, s := range reporttest.Load(t, os.DirFS("../data")).Samples() {
		if s.Name != name {
			continue
		}
		d := s.Document()
		for _, p := range d.Parts {
			if p.ID == "change" {
				return p, d
			}
		}
		return report.Part{}, d
	}
	t.Fatalf("no sample %s", name)
	return report.Part{}, nil
}

func TestWhatChanged(t *testing.T) {
	p, d := change(t, "since/de")
	if !strings.HasPrefix(p.Headline, "Von ") || !strings.HasPrefix(p.Lead, "Verglichen mit dem 15.11.2025: ") {
		t.Errorf("headline %q, lead %q", p.Headline, p.Lead)
	}
	table, ok := p.Blocks[0].(report.Table)
	if !ok || len(table.Runs[0].Rows) != 10 {
		t.Fatalf("%+v", p.Blocks[0])
	}
	rows := map[string][]report.Cell{}
	for _, row := range table.Runs[0].Rows {
		rows[row[0].Text] = row
		sum := 0
		for _, c := range row[3:] {
			if c.Text != "±0" {
				sum++
			}
		}
		if changed := row[1].Text != row[2].Text; changed && sum == 0 {
			t.Errorf("%s: from %s to %s without a reason", row[0].Text, row[1].Text, row[2].Text)
		}
	}
	if r := rows["Strategie und Führung"]; r[3].Text != "±0" || !strings.HasPrefix(r[4].Text, "+") {
		t.Errorf("strategy %v", r)
	}
	if r := rows["Sicherheit und Datenschutz"]; r[4].Text != "±0" || r[3].Text == "±0" {
		t.Errorf("security %v", r)
	}
	var titles []string
	for _, b := range p.Blocks {
		if s, ok := b.(report.Section); ok {
			titles = append(titles, s.Title)
		}
	}
	if got := strings.Join(titles, "; "); got != "Was sich im Betrieb geändert hat; Was heute bekannt ist" {
		t.Errorf("sections %s", got)
	}
	for _, part := range d.Parts {
		if part.ID != "profile" {
			continue
		}
		columns := part.Blocks[0].(report.Columns)
		bar := columns.Right[0].(report.Bars).Rows[0]
		if !bar.Last.Known || !strings.HasPrefix(bar.Last.Text, "damals ") {
			t.Errorf("bar %+v", bar)
		}
		if legend := columns.Left[0].(report.Radar).Legend; !strings.Contains(legend, "15.11.2025") {
			t.Errorf("legend %q", legend)
		}
	}
}

func TestNoComparisonNoPart(t *testing.T) {
	if p, _ := change(t, "metallbau-35/de"); p.ID != "" {
		t.Errorf("%+v", p)
	}
}
