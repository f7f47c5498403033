package pdf

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
)

// generator makes documents that no bank should lead to, but one might. The same seed gives the same document.
type generator struct{ *rand.Rand }

func newGenerator(seed uint64) generator { return generator{rand.New(rand.NewPCG(seed, 5))} }

// scripts are what words are made of: languages, directions, marks, signs beyond what fonts have.
var scripts = []string{
	"abcdefghijklmnopqrstuvwxyz", "aeiou", "xX", "ÄÖÜäöüß", "WMWMWM", "iiiill", "АБВгдежз", "αβγδ", "0123456789.,", "אבגדהוזחט", "ابتثجحخ", "日本語漢字仮名交", "가나다라", "🙂🥐👩🏭🇩🇪",
	"a\u0301e\u0308o\u0302\u0327", "a\u200db\u00adc\u2011d", "-/-_", "„“–€()[]<>&\\", "\u202ea\u202cb\x1b\x07\t",
}

// word has up to n letters, mostly few.
func (g generator) word(n int) string {
	set := []rune(scripts[0])
	if g.IntN(3) == 0 {
		set = []rune(scripts[g.IntN(len(scripts))])
	}
	if g.IntN(12) > 0 {
		n = min(n, 14)
	}
	var b strings.Builder
	for range 1 + g.IntN(max(1, n)) {
		b.WriteRune(set[g.IntN(len(set))])
	}
	return b.String()
}

// text has about n letters at most.
func (g generator) text(n int) string {
	var b strings.Builder
	for n = g.IntN(n + 1); b.Len() < n; {
		b.WriteString(g.word(n - b.Len()))
		b.WriteString([]string{" ", " ", " ", " ", ", ", "\u00a0", "\n", "  "}[g.IntN(8)])
	}
	return b.String()
}

// name has at least one letter that is drawn, and mostly few; one in six has up to 200.
func (g generator) name() string {
	if g.IntN(6) == 0 {
		return "N" + g.text(199)
	}
	return "N" + g.text(30)
}

// long is mostly a sentence, sometimes nothing, sometimes a page of 5,000 letters.
func (g generator) long() string {
	switch g.IntN(30) {
	case 0:
		return "L" + g.text(4999)
	case 1:
		return ""
	}
	return "L" + g.text(150)
}

// count is at most n, mostly far less.
func (g generator) count(n int) int {
	if g.IntN(4) == 0 {
		return g.IntN(n + 1)
	}
	return g.IntN(min(n, 5) + 1)
}

// bounds are up to n places on a scale, rising, the first often at nothing and the last sometimes at the top.
func (g generator) bounds(n int) []float64 {
	out := []float64{}
	at := 0.0
	if g.IntN(4) == 0 {
		at = float64(g.IntN(50))
	}
	for len(out) < n && at < 100 {
		out = append(out, at)
		at += 0.5 + float64(g.IntN(45))
	}
	if g.IntN(4) == 0 {
		out = append(out, 100)
	}
	return out
}

func (g generator) value() report.Value {
	low := float64(g.IntN(101))
	high := low + float64(g.IntN(101-int(low)))
	v := report.Value{Known: g.IntN(3) > 0, Low: low, High: high, Mid: (low + high) / 2, Text: fmt.Sprintf("%.0f", (low+high)/2)}
	if !v.Known {
		v.Text = "ohne Wert"
	}
	if high > low && g.IntN(2) == 0 {
		v.Range = fmt.Sprintf("%.0f bis %.0f", low, high)
	}
	return v
}

func (g generator) rows() []report.Bar {
	var out []report.Bar
	for range g.count(12) {
		b := report.Bar{Name: g.name(), Short: g.word(14), Value: g.value(), Cuts: g.bounds(5)}
		if g.IntN(4) == 0 {
			b.Last = report.Value{Known: true, Mid: 40, Text: "40"}
		}
		out = append(out, b)
	}
	return out
}

func (g generator) strip() *report.Strip {
	s := &report.Strip{State: report.StripState(1 + g.IntN(3)), Step: g.IntN(5), Target: g.IntN(6) - 1, Label: "2", Words: []string{"weiß nicht", "trifft nicht zu", "offen"}[g.IntN(3)]}
	if s.State == report.StepKnown {
		s.Words = "N" // as every name: it is said in the alternative text alone
		if s.Target > s.Step {
			s.Aim = "5"
		}
	} else {
		s.Label = ""
	}
	return s
}

func (g generator) table() report.Table {
	t := report.Table{}
	for _, share := range [][]int{{6}, {4, 2}, {3, 1, 2}, {2, 2, 2}, {1, 3, 2}}[g.IntN(5)] {
		t.Columns = append(t.Columns, report.Column{Title: g.word(10), Share: share, Right: share == 1 && g.IntN(2) == 0})
	}
	strips := len(t.Columns) > 1 && g.IntN(2) == 0
	for range g.count(4) {
		run := report.Run{}
		if g.IntN(3) > 0 {
			run.Title = g.name()
		}
		if g.IntN(2) == 0 && run.Title != "" {
			run.Value = "Monat 3 bis 12"
		}
		for range g.count(60) {
			row := []report.Cell{}
			for i := range t.Columns {
				row = append(row, g.cell(strips && i+1 == len(t.Columns)))
			}
			run.Rows = append(run.Rows, row)
		}
		t.Runs = append(t.Runs, run)
	}
	return t
}

func (g generator) cell(strip bool) report.Cell {
	if strip {
		return report.Cell{Strip: g.strip()}
	}
	c := report.Cell{Text: g.name()}
	if g.IntN(4) == 0 {
		c.Quiet = g.name()
	}
	if g.IntN(12) == 0 {
		c.Note = g.long()
	}
	return c
}

func (g generator) heat() report.HeatMap {
	h := report.HeatMap{Key: g.name()}
	for range g.count(12) {
		group := report.HeatGroup{Name: g.name(), Value: g.value()}
		for range g.count(60) {
			group.Rows = append(group.Rows, report.HeatRow{Name: g.name(), Strip: *g.strip()})
		}
		h.Groups = append(h.Groups, group)
	}
	return h
}

func (g generator) ladder() report.Ladder {
	l := report.Ladder{Top: "100", Score: g.value(), Alt: "Leiter"}
	from := g.bounds(1 + g.IntN(6))
	here := g.IntN(len(from) + 1)
	for i, f := range from {
		l.Stages = append(l.Stages, report.LadderStage{Level: i + 1, Name: g.name(), From: f, Start: fmt.Sprintf("%.0f", f), Reached: i+1 < here, Here: i+1 == here})
	}
	for range g.count(3) {
		l.Held = append(l.Held, g.name())
	}
	return l
}

func (g generator) scale() report.Scale {
	s := report.Scale{Bounds: g.bounds(1 + g.IntN(6)), Value: g.value(), Alt: "Skala"}
	for range s.Bounds {
		s.Levels = append(s.Levels, g.name())
	}
	s.Here = g.IntN(len(s.Bounds) + 1)
	return s
}

func (g generator) axis() report.Axis {
	a := report.Axis{Top: "100"}
	for _, b := range g.bounds(6) {
		a.Ticks = append(a.Ticks, report.Tick{At: b, Text: fmt.Sprintf("%.0f", b)})
		a.Names = append(a.Names, g.name())
	}
	if g.IntN(2) == 0 {
		a.Names = nil
	}
	return a
}

func (g generator) amount() report.Amount {
	planned := 1 + g.Int64N(1_000_000)
	a := report.Amount{Planned: planned, UpTo: g.Int64N(planned + 1), Floor: g.Int64N(planned + 1), PlannedText: fmt.Sprintf("geplant %d €", planned), Alt: "Betrag"}
	a.UpToText = fmt.Sprintf("bis zu %d €", a.UpTo)
	if g.IntN(2) == 0 {
		a.Ceiling = a.Floor + g.Int64N(1_000_000)
	}
	return a
}

func (g generator) facts() report.Facts {
	var out report.Facts
	for range g.count(8) {
		f := report.Fact{Name: g.name(), Text: g.long()}
		if g.IntN(3) == 0 {
			f.Link = "https://example.org/" + fmt.Sprint(g.IntN(99))
		}
		out = append(out, f)
	}
	return out
}

func (g generator) items() report.Items {
	l := report.Items{Boxes: g.IntN(2) == 0}
	for range g.count(8) {
		l.Texts = append(l.Texts, g.long())
	}
	return l
}

// words are the blocks made of words alone.
func (g generator) words() report.Block {
	switch g.IntN(5) {
	case 0:
		return g.items()
	case 1:
		return g.facts()
	case 2:
		return report.Statement{Status: report.Status(1 + g.IntN(3)), Strong: g.IntN(2) == 0, Text: g.name()}
	case 3:
		return report.Ranking{Title: g.name(), Rows: g.rows()}
	}
	return report.Paragraph{Voice: report.Voice(g.IntN(4)), Text: g.long()}
}

func (g generator) path() report.Path {
	p := report.Path{Start: g.name(), Goal: g.name(), Alt: "Weg 4"}
	for range g.count(40) {
		p.Steps = append(p.Steps, report.PathStep{Days: float64(g.IntN(80)) / 2, Label: fmt.Sprint(g.IntN(1000), " Tage"), Reached: []string{"", "4", "W"}[g.IntN(3)]})
	}
	return p
}

func (g generator) spread() report.Spread {
	s := report.Spread{Here: g.name(), Alt: "Verteilung"}
	for range g.count(9) {
		s.Shares = append(s.Shares, report.Share{Name: g.name(), Text: fmt.Sprintf("%d %%", g.IntN(100)), Percent: float64(g.IntN(100)), Here: g.IntN(3) == 0})
	}
	return s
}

func (g generator) picture() report.Block {
	switch g.IntN(8) {
	case 0:
		return g.ladder()
	case 5:
		return g.path()
	case 6:
		return g.spread()
	case 1:
		return report.Radar{Axes: g.rows(), Rings: g.bounds(4), Alt: "Netz", Legend: g.name()}
	case 2:
		return g.scale()
	case 3:
		return g.amount()
	case 4:
		return report.Timeline{Alt: "Zeit", Spans: []report.Span{{Name: "Jetzt", Text: "6 Maßnahmen", To: 3}, {Name: "Dann", Text: "eine", From: 3, To: 12}}[:g.IntN(3)]}
	}
	return report.Bars{Rows: g.rows(), Axis: g.axis(), Alt: "Balken"}
}

// some are up to n blocks of the kinds that sections, cards and columns hold.
func (g generator) some(n int) []report.Block {
	var out []report.Block
	for range g.IntN(n + 1) {
		if g.IntN(3) == 0 {
			out = append(out, g.picture())
			continue
		}
		out = append(out, g.words())
	}
	return out
}

func (g generator) block() report.Block {
	switch g.IntN(9) {
	case 0:
		return g.table()
	case 1:
		return g.heat()
	case 2:
		return report.Columns{Left: g.some(3), Right: append(g.some(2), report.Section{Title: g.name(), Blocks: g.some(2)})}
	case 3:
		return report.Card{Title: g.name(), Blocks: g.some(3)}
	case 4:
		return g.picture()
	case 5:
		return report.Section{Title: g.name(), Blocks: append(g.some(2), g.table())}
	}
	return report.Section{Title: g.name(), Blocks: g.some(4)}
}

func (g generator) document() *report.Document {
	d := &report.Document{Lang: i18n.German, Title: "Bericht", Owner: g.name(), Day: source.Day{Year: 2026, Month: 11, Day: 24}, Maker: "Probe"}
	d.Cover = report.Cover{Name: d.Owner, Stage: g.name(), Profile: report.Radar{Axes: g.rows(), Rings: g.bounds(4)}}
	for range g.count(4) {
		d.Cover.Facts = append(d.Cover.Facts, g.name())
	}
	for i := range 1 + g.IntN(2) {
		p := report.Part{ID: fmt.Sprint("p", i), Name: fmt.Sprintf("Teil %d", i), Headline: g.name(), Lead: g.long(), OnePage: g.IntN(4) == 0}
		for range g.IntN(4) {
			p.Blocks = append(p.Blocks, g.block())
		}
		d.Parts = append(d.Parts, p)
	}
	return d
}
