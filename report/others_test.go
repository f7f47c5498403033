package report_test

import (
	"math/big"
	"os"
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

func TestOtherBanksGolden(t *testing.T) {
	for _, s := range others(t) {
		hold(t, s.Name, s.Document())
	}
}

// A bank without stages and modules is told of neither, in any part.
func TestNothingIsSaidOfWhatABankLacks(t *testing.T) {
	for _, s := range others(t) {
		words := map[i18n.Lang][]string{i18n.German: {"Modul"}, i18n.English: {"module", "Module"}}[s.Printer.Lang()]
		if len(s.Result.Bank.Stages) == 0 {
			words = append(words, map[i18n.Lang][]string{i18n.German: {"Stufe"}, i18n.English: {"stage", "Stage"}}[s.Printer.Lang()]...)
		}
		if !s.Result.Bank.HasMeasures() {
			words = append(words, map[i18n.Lang][]string{i18n.German: {"Maßnahme", "Arbeitstag"}, i18n.English: {"measure", "working day"}}[s.Printer.Lang()]...)
		}
		for _, text := range reporttest.Texts(s.Document()) {
			for _, w := range words {
				if strings.Contains(text, w) {
					t.Errorf("%s: %q holds %q", s.Name, text, w)
				}
			}
			if strings.Contains(text, "[report.") || strings.Contains(text, "{") {
				t.Errorf("%s: %q", s.Name, text)
			}
		}
	}
}

func TestTheMaximumIsTheCompanysOwn(t *testing.T) {
	want := map[string]string{"punkte-server/de": "31 von 37 Punkten", "punkte-server/en": "31 of 37 points", "zwoelf-sieben/de": "Stufe\u00a03 von 4: Viel", "punkte-empty/de": "Noch kein Ergebnis: Es fehlen Antworten."}
	for _, s := range others(t) {
		d := s.Document()
		if w := want[s.Name]; w != "" && d.Parts[0].Headline != w {
			t.Errorf("%s: %q, want %q", s.Name, d.Parts[0].Headline, w)
		}
		if notice := s.Printer.Text(s.Result.Bank.About.Notice); notice != "" && !slices.Contains(reporttest.Texts(d), notice) {
			t.Errorf("%s: the notice is not there", s.Name)
		}
	}
}

func rat(s string) *big.Rat {
	r, _ := new(big.Rat).SetString(s)
	return r
}

func TestGauges(t *testing.T) {
	all := map[string]reporttest.Sample{}
	for _, s := range others(t) {
		all[s.Name] = s
	}
	w := world(t)
	for _, s := range w.Samples()[:1] {
		all["hundred"] = s
	}
	dma := w.With(t, os.DirFS("../data/banks/dma"))
	r := scoring.Evaluate(dma.Bank, dma.Bank.Case("gesamt-50-01").Assessment)
	all["rounds"] = reporttest.Sample{Result: r, Printer: w.Words.Printer(i18n.German)}
	gauge := func(name, node string) report.Gauge {
		s := all[name]
		return report.NewWords(s.Result, s.Advice, s.Printer).Of(node)
	}
	for _, c := range []struct{ sample, node, x, text, points, exact string }{
		{"hundred", "", "160/3", "53", "53 Punkte", "53,3"},
		{"hundred", "sicherheit", "1", "1", "1 Punkt", "1,0"},
		{"punkte-server/de", "", "31", "31 von 37", "31 von 37 Punkten", "31"},
		{"punkte-server/de", "", "-3/2", "−1,5 von 37", "−1,5 von 37 Punkten", "−1,5"},
		{"punkte-offen/de", "netz", "10", "10 von 10", "10 von 10 Punkten", "10"},
		{"punkte-server/de", "schutz", "200/3", "67\u00a0%", "67\u00a0%", "66,7\u00a0%"},
		{"punkte-server/en", "schutz", "50", "50%", "50%", "50%"},
		{"zwoelf-sieben/en", "", "7", "7 of 12", "7 of 12 points", "7"},
		{"rounds", "", "5001/100", "50,01", "50,01 Punkte", "50,01"},
		{"rounds", "", "60", "60", "60 Punkte", "60,00"},
		{"rounds", "strategy", "140/3", "46,67", "46,67 Punkte", "46,67"},
	} {
		g := gauge(c.sample, c.node)
		if x := rat(c.x); g.Text(x) != c.text || g.Points(x) != c.points || g.Exact(x) != c.exact {
			t.Errorf("%s %s %s: %q, %q, %q", c.sample, c.node, c.x, g.Text(x), g.Points(x), g.Exact(x))
		}
		if g.Text(nil) != "–" {
			t.Errorf("%s: no score is %q", c.sample, g.Text(nil))
		}
	}
	if g := gauge("punkte-server/de", ""); g.Share(rat("37/2")) != 50 || g.Share(rat("-3")) != 0 || g.Share(rat("40")) != 100 {
		t.Error("shares leave the scale")
	}
}

// Ways are told in sentences that name the steps, of many the first one; without any there are none.
func TestWays(t *testing.T) {
	w := world(t)
	days := func(n string) scoring.Effort {
		return scoring.Effort{Labour: questionnaire.Labour{Days: rat(n)}, Low: rat(n), High: rat(n)}
	}
	step := func(name string) scoring.Step {
		return scoring.Step{Measure: &questionnaire.Measure{Title: i18n.Text{i18n.German: name, i18n.English: name}}}
	}
	for _, c := range []struct {
		ways   []scoring.Way
		de, en string
	}{
		{nil, "", ""},
		{
			[]scoring.Way{{Stage: 3, Steps: []scoring.Step{step("A"), step("B"), step("C")}, Effort: days("23/2"), Proven: true}},
			"Drei Schritte, zusammen etwa 11,5 Tage, bringen Sie auf Stufe 3: „A“; „B“; „C“.",
			"Three steps, about 11.5 days together, take you to stage 3: ‘A’; ‘B’; ‘C’.",
		},
		{
			[]scoring.Way{{Stage: 2, Steps: []scoring.Step{step("A")}, Effort: days("1"), Proven: true}, {Stage: 3, Steps: []scoring.Step{step("A"), step("B")}, Effort: days("4")}},
			"Ein Schritt, etwa 1 Tag, bringt Sie auf Stufe 2: „A“. Bis Stufe 3 sind es von heute an insgesamt zwei Schritte, zusammen etwa 4 Tage. Nicht alle stehen hier: Manche kommen erst an die Reihe, wenn andere getan sind. Ob es mit weniger Aufwand geht, ist nicht bis zum Ende geprüft.",
			"One step, about 1 day, takes you to stage 2: ‘A’. Stage 3 is two steps away in all, about 4 days together. Not all of them are listed here: some come up only when others are done. Whether less effort would do has not been checked to the end.",
		},
		{
			[]scoring.Way{{Stage: 4, Steps: []scoring.Step{step("A"), step("B"), step("C"), step("D")}, Effort: days("2"), Proven: true}},
			"Vier Schritte, zusammen etwa 2 Tage, bringen Sie auf Stufe 4; der erste ist „A“.", "Four steps, about 2 days together, take you to stage 4; the first is ‘A’.",
		},
	} {
		r := scoring.Evaluate(w.Bank, &questionnaire.Assessment{Path: questionnaire.Full})
		r.Ways = c.ways
		for lang, want := range map[i18n.Lang]string{i18n.German: c.de, i18n.English: c.en} {
			if got := strings.Join(report.NewWords(r, &offer.Advice{}, w.Words.Printer(lang)).Ways(), " "); got != want {
				t.Errorf("%s:\n%s\nwant\n%s", lang, got, want)
			}
		}
	}
}

// An effort says what is known of it, in the same words everywhere; who does not know the staff reads of days per person.
func TestEffort(t *testing.T) {
	w := world(t)
	r := scoring.Evaluate(w.Bank, &questionnaire.Assessment{Path: questionnaire.Full})
	effort := func(days, each, low, high string) scoring.Effort {
		of := func(s string) *big.Rat {
			if s == "" {
				return nil
			}
			return rat(s)
		}
		return scoring.Effort{Labour: questionnaire.Labour{Days: of(days), PerPerson: of(each)}, Low: of(low), High: of(high)}
	}
	for _, c := range []struct {
		effort scoring.Effort
		de, en string
	}{
		{effort("1", "", "1", "1"), "1 Tag", "1 day"},
		{effort("1/2", "", "1/2", "1/2"), "0,5 Tage", "0.5 days"},
		{effort("2", "3/2", "13/2", "13/2"), "6,5 Tage", "6.5 days"},
		{effort("2", "3/2", "5", "17"), "5 bis 17 Tage", "5 to 17 days"},
		{effort("2", "3/2", "377", ""), "377 Tage oder mehr", "377 days or more"},
		{effort("1", "3/2", "", ""), "1 Tag und 1,5 je Person", "1 day plus 1.5 per person"},
		{effort("2", "1", "", ""), "2 Tage und 1 je Person", "2 days plus 1 per person"},
		{effort("0", "1", "", ""), "1 Tag je Person", "1 day per person"},
	} {
		for lang, want := range map[i18n.Lang]string{i18n.German: c.de, i18n.English: c.en} {
			if got := report.NewWords(r, nil, w.Words.Printer(lang)).Effort(c.effort); strings.ReplaceAll(got, "\u00a0", " ") != want {
				t.Errorf("%s: %q, want %q", lang, got, want)
			}
		}
	}
}

func TestPartsOfAQuestionAreAddedUp(t *testing.T) {
	line := func(q, part string, earned, possible string) scoring.Contribution {
		c := scoring.Contribution{Question: q, Part: part, Treatment: scoring.Widens}
		if earned != "" {
			c.Treatment, c.Earned, c.Possible = scoring.Counted, rat(earned), rat(possible)
			c.Score = new(big.Rat).Quo(c.Earned, c.Possible)
		}
		return c
	}
	b := &questionnaire.Bank{}
	for _, id := range []string{"a", "b", "c", "d"} {
		b.Profile = append(b.Profile, &questionnaire.Question{ID: id, Wording: questionnaire.Wording{Short: i18n.Text{i18n.German: "Frage"}}})
	}
	b.Profile[3].Wording.Parts = map[string]i18n.Text{"x": {i18n.German: "getan"}}
	r := &scoring.Result{Bank: questionnaire.Assemble(b), Trail: []scoring.Contribution{line("a", "x", "1", "4"), line("a", "y", "2", "6"),
		line("b", "", "3", "3"), line("c", "x", "1", "1"), line("c", "y", "", ""), line("d", "w", "1", "1"), line("d", "x", "1", "2"), line("d", "y", "1", "1"), line("d", "z", "0", "1")}}
	got := report.Merged(r)
	if len(got) != 6 || got[0].Earned.Cmp(rat("3")) != 0 || got[0].Score.Cmp(rat("3/10")) != 0 || got[1].Question != "b" || got[2].Score != nil {
		t.Errorf("%+v", got)
	}
	if got[4].Part != "x" || got[4].Possible.Cmp(rat("2")) != 0 || got[5].Possible.Cmp(rat("2")) != 0 {
		t.Errorf("a part with a title stands for itself: %+v", got[3:])
	}
	w := report.NewWords(r, nil, world(t).Words.Printer(i18n.German))
	if a, x := w.Line(got[0]), w.Line(got[4]); a != "Frage" || x != "Frage: getan" {
		t.Errorf("%q, %q", a, x)
	}
}

func TestRecordsOfOtherBanks(t *testing.T) {
	for _, s := range others(t) {
		r := report.NewRecord(s.Result, s.Advice, s.Printer)
		if s.Name == "punkte-server/de" && (r.Stage != nil || len(r.Results) != 1 || r.Results[0].Bands[0].Name != "Dicht" || r.Bank.Evidence != "assumed" || r.Bank.Notice == "" || r.Of.Cmp(rat("37")) != 0) {
			t.Errorf("%+v", r)
		}
		if s.Name == "zwoelf-sieben/de" && (len(r.Ways) != 1 || r.Ways[0].Stage != 4 || !slices.Equal(r.Ways[0].Steps, []string{"drei-mehr"})) {
			t.Errorf("%+v", r.Ways)
		}
	}
}

// Without a score the range is told all the same, unless nothing is known.
func TestWhatIsStillOpen(t *testing.T) {
	dma := world(t).With(t, os.DirFS("../data/banks/dma"))
	dii := world(t).With(t, os.DirFS("../data/banks/dii"))
	shipped := world(t)
	for _, c := range []struct {
		w            reporttest.World
		name, de, en string
	}{
		{dii, "zu-wenig-60", "Noch offen: zwischen 5 und 7 von 12 Punkten, Stufe 2 bis 3.", "Still open: between 5 and 7 of 12 points, stage 2 to 3."},
		{dma, "halb-ausgefuellt", "Noch offen: zwischen 33,41 und 61,19 von 100 Punkten, Stufe 2 bis 3.", "Still open: between 33.41 and 61.19 of 100 points, stage 2 to 3."},
		{shipped, "zu-wenig-antworten", "Noch offen: zwischen 43 und 58 von 100 Punkten, in jedem Fall Stufe 3.", "Still open: between 43 and 58 of 100 points, stage 3 in any case."},
		{shipped, "metallbau-35", "", ""},
	} {
		r := scoring.Evaluate(c.w.Bank, c.w.Bank.Case(c.name).Assessment)
		for l, want := range map[i18n.Lang]string{i18n.German: c.de, i18n.English: c.en} {
			if got := report.NewWords(r, nil, c.w.Words.Printer(l)).Open(); got != want {
				t.Errorf("%s: %q, want %q", c.name, got, want)
			}
		}
	}
	r := scoring.Evaluate(dii.Bank, &questionnaire.Assessment{Path: questionnaire.Full})
	if got := report.NewWords(r, nil, dii.Words.Printer(i18n.German)).Open(); got != "" {
		t.Errorf("nothing is known: %q", got)
	}
}

// Where the stage is sure and the points are not, nothing says that it is the stage that lacks answers.
func TestASureStageLacksNothing(t *testing.T) {
	w := world(t)
	some := scoring.Evaluate(w.Bank, w.Bank.Case("zu-wenig-antworten").Assessment) // stage 3 in any case
	few := scoring.Evaluate(w.Bank, w.Bank.Case("zu-wenig-antworten").Assessment)
	few.Stage.Low = 2
	for lang, words := range map[i18n.Lang][]string{
		i18n.German:  {"Für eine Stufe ist", "Noch keine Stufe", "Für die Punktzahl ist", "Noch keine Punktzahl"},
		i18n.English: {"Too little is answered to name a stage", "No stage yet", "Too little has been answered for the points", "No points yet"},
	} {
		for _, r := range []*scoring.Result{some, few} {
			p, advice := w.Words.Printer(lang), offer.Recommend(w.Offers, r, w.Day)
			text := strings.Join(reporttest.Texts(report.Build(r, advice, p, "1.0.0")), "\n")
			for _, m := range report.NewRecord(r, advice, p).Modules {
				for _, reason := range m.Reasons {
					text += "\n" + reason.Text
				}
			}
			for i, word := range words {
				if sure := r == some; strings.Contains(text, word) != (sure == (i >= 2)) {
					t.Errorf("%s, sure %v: %q", lang, sure, word)
				}
			}
		}
	}
}
