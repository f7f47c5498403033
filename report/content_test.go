package report_test

import (
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// sampled is a sample of the shipped bank with its document, made once: working out the ways takes a while.
type sampled struct {
	reporttest.Sample
	doc *report.Document
}

var (
	germanOnce sync.Once
	germanAll  []sampled
)

// german are the samples of the shipped bank in German.
func german(t *testing.T) []sampled {
	germanOnce.Do(func() {
		w := world(t)
		add := func(name string, a *questionnaire.Assessment) {
			r := scoring.Evaluate(w.Bank, a)
			s := reporttest.Sample{Name: name, Result: r, Advice: offer.Recommend(w.Offers, r, w.Day), Printer: w.Words.Printer(i18n.German)}
			germanAll = append(germanAll, sampled{s, s.Document()})
		}
		for _, c := range w.Bank.Cases {
			add(c.ID, c.Assessment)
		}
		add("empty", &questionnaire.Assessment{Path: questionnaire.Full})
		add("begun", w.Bank.Cases[1].Assessment.With(w.Bank.Question("project"), questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "begun"}}))
	})
	return germanAll
}

// partOf is a part of a document, or an empty one.
func partOf(d *report.Document, id string) report.Part {
	for _, p := range d.Parts {
		if p.ID == id {
			return p
		}
	}
	return report.Part{}
}

// deep are all blocks, those within others too.
func deep(blocks []report.Block) (out []report.Block) {
	for _, b := range blocks {
		out = append(out, b)
		switch b := b.(type) {
		case report.Section:
			out = append(out, deep(b.Blocks)...)
		case report.Card:
			out = append(out, deep(b.Blocks)...)
		case report.Columns:
			out = append(out, deep(append(slices.Clone(b.Left), b.Right...))...)
		}
	}
	return out
}

// sectionOf is what stands below a heading.
func sectionOf(p report.Part, title string) []report.Block {
	for _, b := range deep(p.Blocks) {
		switch b := b.(type) {
		case report.Section:
			if b.Title == title {
				return b.Blocks
			}
		case report.Card:
			if b.Title == title {
				return b.Blocks
			}
		}
	}
	return nil
}

// factOf is what a fact says among blocks, "" where there is none of that name.
func factOf(blocks []report.Block, name string) string {
	for _, b := range deep(blocks) {
		if facts, ok := b.(report.Facts); ok {
			for _, f := range facts {
				if f.Name == name {
					return f.Text
				}
			}
		}
	}
	return ""
}

func TestMonthsOn(t *testing.T) {
	for _, x := range []struct {
		from   string
		months int
		want   string
	}{{"2026-11-24", 3, "2027-02-24"}, {"2026-11-30", 3, "2027-02-28"}, {"2027-11-30", 3, "2028-02-29"}, {"2026-12-31", 12, "2027-12-31"}, {"2026-10-31", 24, "2028-10-31"}} {
		from, _ := source.ParseDay(x.from)
		if got := report.MonthsOn(from, x.months).String(); got != x.want {
			t.Errorf("%s and %d months: %s, want %s", x.from, x.months, got, x.want)
		}
	}
}

// The first page names the first step with its day, who does it and whom to ask, and the way it belongs to.
func TestTheFirstPageNamesTheFirstStep(t *testing.T) {
	all := german(t)
	d := all[slices.IndexFunc(all, func(s sampled) bool { return s.Name == "metallbau-35" })].doc
	step := sectionOf(partOf(d, "summary"), "Der erste Schritt")
	if len(step) == 0 {
		t.Fatal("no first step")
	}
	if p := step[0].(report.Paragraph); p.Text != "Rücksicherung proben und wiederholen" {
		t.Errorf("the first step is %q", p.Text)
	}
	for name, want := range map[string]string{
		"Bis wann": "(in 3 Monaten), 1 Tag, bis 500 €, +1,4 Punkte", "Wer": "Person, die die IT betreut, mit dem IT-Dienstleister",
		"Hilfe": "CyberRisikoCheck nach DIN SPEC 27076: bei einem IT-Dienstleister, der ihn anbietet.", "Danach": "Notfallblatt schreiben und aushängen; Zweiten Nachweis",
	} {
		if got := spaces(factOf(step, name)); !strings.Contains(got, want) {
			t.Errorf("%s: %q lacks %q", name, got, want)
		}
	}
	card := sectionOf(partOf(d, "summary"), "Empfohlenes Modul")
	for name, want := range map[string]string{"Zuerst": "unter 30 Punkten", "Kontakt": "0361 7447-0", "Sonst": "Falls Anträge angenommen werden, bis zu 15.000 €"} {
		if got := spaces(factOf(card, name)); !strings.Contains(got, want) {
			t.Errorf("module, %s: %q lacks %q", name, got, want)
		}
	}
}

func spaces(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// Only what other parts say again may go from the first page: the steps after the first, and the offer beside the first one.
func TestOnlyWhatIsSaidAgainIsSpare(t *testing.T) {
	for _, s := range german(t) {
		module := outline(&report.Document{Parts: []report.Part{partOf(s.doc, "module")}})
		for _, b := range deep(partOf(s.doc, "summary").Blocks) {
			facts, _ := b.(report.Facts)
			for _, f := range facts {
				if f.Spare != (f.Name == "Danach" || f.Name == "Sonst") {
					t.Errorf("%s: %s may go: %v", s.Name, f.Name, f.Spare)
				}
				if name, _, _ := strings.Cut(f.Text, ". "); f.Name == "Sonst" && !strings.Contains(module, name) {
					t.Errorf("%s: the module's page does not say %q again", s.Name, name)
				}
			}
		}
	}
}

// What is met is one line, and stands below what is not.
func TestWhatIsMetStandsTogether(t *testing.T) {
	for _, s := range german(t) {
		met := 0
		for _, b := range deep(partOf(s.doc, "summary").Blocks) {
			st, ok := b.(report.Statement)
			switch {
			case !ok || strings.Contains(st.Text, "Stand "): // the module
			case st.Status == report.Met:
				met++
			case met > 0:
				t.Errorf("%s: %q stands below what is met", s.Name, st.Text)
			}
		}
		if met > 1 {
			t.Errorf("%s: %d lines of what is met", s.Name, met)
		}
	}
}

// The method says what a bank does to its values: bounds, lowering, rounding.
func TestTheMethodSaysWhatIsDoneToValues(t *testing.T) {
	for folder, want := range map[string][]string{
		"../data/banks/cyber": {"nie unter 0"}, "../data/banks/dma": {"kaufmännisch auf 2 Nachkommastellen gerundet"},
		"../scoring/testdata/models/nebeneinander": {"gesenkt, solange „", "unter 50 % seiner Skala liegt"}, "../data/banks/dii": nil,
		"../questionnaire/testdata/allbank": {"Bei manchen Fragen sind die Punkte nach unten oder oben begrenzt."},
	} {
		w := world(t).With(t, os.DirFS(folder))
		r := scoring.Evaluate(w.Bank, &questionnaire.Assessment{Path: questionnaire.Full})
		for _, l := range []i18n.Lang{i18n.German, i18n.English} {
			d := report.Build(r, offer.Recommend(w.Offers, r, w.Day), w.Words.Printer(l), "1.0.0")
			words := spaces(strings.Join(reporttest.Texts(&report.Document{Parts: []report.Part{partOf(d, "method")}}), "\n"))
			for _, x := range want {
				if l == i18n.German && !strings.Contains(words, x) {
					t.Errorf("%s does not say %q in %s", folder, x, words)
				}
			}
			if len(want) == 0 && strings.Contains(words, "gerundet,") {
				t.Errorf("%s says what it does not do: %s", folder, words)
			}
		}
	}
}

// The method stays on its page: it is marked so, and both sides carry about the same.
func TestTheMethodIsHalved(t *testing.T) {
	docs := map[string]*report.Document{}
	for _, s := range german(t) {
		docs[s.Name] = s.doc
	}
	for _, s := range others(t) {
		docs[s.Name] = s.Document()
	}
	for name, d := range docs {
		p := partOf(d, "method")
		halves, ok := p.Blocks[0].(report.Columns)
		if !p.OnePage || !ok || len(p.Blocks) != 1 || len(halves.Left) == 0 || len(halves.Right) == 0 {
			t.Errorf("%s: %v %d blocks", name, p.OnePage, len(p.Blocks))
			continue
		}
		a, b := report.Letters(halves.Left), report.Letters(halves.Right)
		if a > 2*b || b > 2*a {
			t.Errorf("%s: %d letters at the left, %d at the right", name, a, b)
		}
	}
}

func TestAheadIsSaidInWords(t *testing.T) {
	p := world(t).Words.Printer(i18n.German)
	for _, a := range []offer.Ahead{0, offer.AheadMust, offer.AheadCaution, offer.AheadNone} {
		if !p.Has("offer.ahead." + a.String()) {
			t.Error(a)
		}
	}
	if offer.Ahead(0).Binding() || offer.AheadNone.Binding() || !offer.AheadMust.Binding() || !offer.AheadCaution.Binding() {
		t.Error("what binds is not what has to come first")
	}
}
