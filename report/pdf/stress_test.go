package pdf

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
)

// A bank from elsewhere may have names and texts of any length. What no shipped text does is drawn here.
const longName = "Überdurchschnittlich weit vorangeschrittene Unternehmensdigitalisierung"

func at(v float64) report.Value {
	return report.Value{Known: true, Mid: v, Low: v, High: v, Text: fmt.Sprintf("%.0f", v)}
}

func open(low, high float64) report.Value {
	return report.Value{Low: low, High: high, Text: "ohne Wert", Range: fmt.Sprintf("%.0f bis %.0f", low, high)}
}

func longBars() []report.Bar {
	var out []report.Bar
	for i, v := range []report.Value{at(0), at(100), open(20, 80), open(40, 95), open(0, 60), at(50)} {
		out = append(out, report.Bar{Name: longName, Short: fmt.Sprintf("Langer Bereichsname Nummer %d", i), Value: v})
	}
	return out
}

func ladder(here int, score report.Value, name string, held ...string) report.Ladder {
	l := report.Ladder{Top: "100", Score: score, Held: held, Alt: "Leiter"}
	for i := range 5 {
		l.Stages = append(l.Stages, report.LadderStage{Level: i + 1, Name: name, From: float64(20 * i), Start: fmt.Sprint(20 * i), Reached: i < here, Here: i+1 == here})
	}
	return l
}

// steep is a ladder with stages too narrow for their names on the scale of points.
func steep(here int, score report.Value) report.Ladder {
	l := ladder(here, score, "Fortgeschritten")
	for i, from := range []float64{0, 10, 90, 92, 94} {
		l.Stages[i].From, l.Stages[i].Start = from, fmt.Sprint(from)
	}
	return l
}

func longTable() report.Table {
	known, none := report.Strip{State: report.StepKnown, Step: 1, Target: 3, Words: "Schritt 1"}, report.Strip{State: report.StepNone, Words: "trifft nicht zu"}
	t := report.Table{Columns: []report.Column{{Title: "Frage", Share: 4}, {Title: "Schritt", Share: 2}}}
	for range 3 {
		run := report.Run{Title: longName, Value: "Monat 12 bis 24"}
		for i := range 9 {
			strip := known
			if i%2 == 0 {
				strip = none
			}
			run.Rows = append(run.Rows, []report.Cell{{Text: longName, Quiet: longName, Note: strings.Repeat(longName+". ", i*20)}, {Strip: &strip}})
		}
		t.Runs = append(t.Runs, run)
	}
	return t
}

func stressed() *report.Document {
	scale := report.Scale{Bounds: []float64{0, 20, 40, 60, 80}, Here: 5, Value: at(99), Alt: "99"}
	crowded := report.Scale{Bounds: []float64{0, 1, 2, 98}, Here: 2, Levels: []string{longName, longName, longName, longName}, Value: at(1), Alt: "1"}
	for range 5 {
		scale.Levels = append(scale.Levels, "Ungewöhnlich langer Stufenname")
	}
	part := func(id string, blocks ...report.Block) report.Part {
		return report.Part{ID: id, Name: "Teil " + id, Headline: longName + " – " + longName, Lead: strings.Repeat(longName+". ", 5), Blocks: blocks}
	}
	section := func(blocks ...report.Block) report.Section { return report.Section{Title: longName, Blocks: blocks} }
	long := strings.Repeat("Ein Satz, der sich oft wiederholt. ", 143)
	statements := []report.Block{}
	for _, s := range []report.Status{report.Met, report.Unmet, report.Undecided} {
		statements = append(statements, report.Statement{Status: s, Strong: s == report.Unmet, Text: strings.Repeat(longName+" ", 3)})
	}
	return &report.Document{
		Lang: i18n.German, Title: "Bericht", Owner: longName, Day: source.Day{Year: 2026, Month: 11, Day: 24}, Maker: "Probe",
		Cover: report.Cover{Name: longName, Facts: []string{longName, longName}, Stage: longName, Profile: report.Radar{Axes: longBars(), Rings: []float64{0, 30, 70}}},
		Parts: []report.Part{
			part("ladders", ladder(1, at(25), "Einstieg", "Sicherheit: 3 statt 30", "Daten: 4 statt 50"), ladder(4, at(100), "Ein viel zu langer Name einer Stufe"),
				ladder(5, report.Value{Known: true, Mid: 61, Low: 35, High: 85, Text: "61", Range: "35 bis 85"}, "Lernend"), ladder(0, open(0, 100), "Vernetzt"), steep(3, at(91)), steep(2, open(5, 95))),
			part("profile", report.Columns{
				Left:  []report.Block{report.Radar{Axes: longBars(), Rings: []float64{0, 30, 70}, Alt: "Netz", Legend: longName}, section(report.Paragraph{Text: longName})},
				Right: []report.Block{report.Bars{Rows: longBars(), Axis: report.Axis{Top: "100", Ticks: []report.Tick{{Text: "0"}, {At: 20, Text: "20"}, {At: 21, Text: "21"}, {At: 99, Text: "99"}}, Names: []string{"Stufe 1", "Stufe 2", "Stufe 3", "Stufe 4"}}, Alt: "Balken"}},
			}),
			part("words", section(), section(report.Paragraph{Text: "Daten: 4 statt 50"}), section(scale, crowded, report.Columns{Left: []report.Block{report.Ranking{Title: longName, Rows: longBars()}}, Right: []report.Block{report.Ranking{Title: longName, Rows: longBars()}}}),
				section(statements...), section(report.Paragraph{Text: long}), report.Paragraph{Voice: report.Own, Text: long},
				section(report.Items{Boxes: true, Texts: []string{longName, long[:900]}}, report.Items{Texts: []string{longName}}),
				section(report.Facts{{Name: longName, Text: long[:900], Link: "https://example.org/(a)"}, {Name: "Kurz", Text: "kurz"}})),
			part("money", section(report.Amount{Planned: 200_000, UpTo: 15_000, Floor: 5_000, Ceiling: 150_000, PlannedText: "geplant 200.000 €", UpToText: "bis zu 15.000 €", Alt: "a"}),
				section(report.Amount{Planned: 6_000, UpTo: 3_000, Floor: 5_000, PlannedText: "geplant 6.000 €", UpToText: "bis zu 3.000 €", Alt: "a"}),
				section(report.Amount{Planned: 10_000, UpTo: 10_000, Floor: 100, Ceiling: 9_000, PlannedText: "geplant 10.000 €", UpToText: "bis zu 10.000 €", Alt: "a"}),
				report.Timeline{Alt: "Zeit"}, report.Timeline{Alt: "Zeit", Spans: []report.Span{{Name: "Jetzt", Text: "6 Maßnahmen", To: 3}, {Name: "Dann", Text: "eine", From: 3, To: 12}}}),
			part("table", longTable()),
			part("heat", report.HeatMap{Key: longName, Groups: []report.HeatGroup{{Name: "Kurz", Value: at(3), Rows: []report.HeatRow{{Name: longName, Strip: report.Strip{State: report.StepUnknown, Words: "weiß nicht"}}}}}}),
		},
	}
}

func TestNothingRunsOutOfItsPlace(t *testing.T) {
	printer := reporttest.Load(t, os.DirFS("../../data")).Words.Printer(i18n.German)
	doc := stressed()
	r := drawnDocument(t, doc, printer)
	insideMargins(t, r.Placements())
	noOverlap(t, r.Placements())
	noHeadingAlone(t, r.Placements())
	var all strings.Builder
	for _, p := range r.Placements() {
		all.WriteString(p.Text)
	}
	have := bare(all.String())
	for _, want := range reporttest.Texts(doc) {
		for _, word := range strings.Fields(want) {
			if !strings.Contains(have, bare(word)) {
				t.Errorf("%q of %q is missing", word, want)
			}
		}
	}
}

func TestAHeadingOfSeveralLinesPushesNothingAway(t *testing.T) {
	printer := reporttest.Load(t, os.DirFS("../../data")).Words.Printer(i18n.German)
	doc := &report.Document{Lang: i18n.German, Day: source.Day{Year: 2026, Month: 1, Day: 1}, Parts: []report.Part{{ID: "a", Name: "a", Headline: "b", Blocks: []report.Block{
		report.Section{Title: longName, Blocks: []report.Block{report.Paragraph{Text: "eins"}, report.Paragraph{Text: "zwei"}}},
	}}}}
	y := map[string]float64{}
	for _, p := range drawnDocument(t, doc, printer).Placements() {
		y[p.Text] = p.Y
	}
	if d := y["zwei"] - y["eins"]; d < 5 || d > 8 {
		t.Errorf("the second paragraph stands %.1f mm below the first", d)
	}
}
