package prompt_test

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/cmd/internal/prompt"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

func shipped(t testing.TB) *desktest.Desk { return desktest.Shipped(t, os.DirFS("../../../data")) }

// talk runs line mode with lines of input and gives back what it said and how it ended.
func talk(d *desktest.Desk, start desk.Start, lines ...string) (dialogue, result string, err error) {
	var said, out bytes.Buffer
	if start.Lang == "" {
		start.Lang = i18n.German
	}
	err = prompt.Run(d, start, prompt.Streams{In: strings.NewReader(strings.Join(lines, "\n") + "\n"), Dialogue: &said, Result: &out})
	return said.String(), out.String(), err
}

// typed is an answer as people type it.
func typed(q *questionnaire.Question, a questionnaire.Answer) string {
	switch a.State {
	case questionnaire.Unknown:
		return "w"
	case questionnaire.NotApplicable:
		return "t"
	case questionnaire.Open, questionnaire.Skipped:
		if q.Asking.Optional {
			return ""
		}
		return ".o"
	case questionnaire.Answered:
	}
	switch q.Kind.Family() {
	case questionnaire.Figure:
		if a.Value.Figure != nil {
			digits, _ := a.Value.Figure.FloatPrec()
			return strings.ReplaceAll(a.Value.Figure.FloatString(digits), ".", ",")
		}
		return "#" + strconv.Itoa(q.Number(a.Value.Option))
	case questionnaire.AnyOf:
		var parts []string
		for _, id := range a.Value.Set {
			parts = append(parts, strconv.Itoa(q.Number(id)))
		}
		return strings.Join(parts, " ")
	case questionnaire.Rows:
		var parts []string
		for i, r := range q.Rows {
			cell := map[string]string{questionnaire.RowUnknown: "w", questionnaire.RowNotApplicable: "t"}[a.Value.Rows[r.ID]]
			if cell == "" && a.Value.Rows[r.ID] != "" {
				cell = strconv.Itoa(q.Number(a.Value.Rows[r.ID]))
			}
			if cell != "" {
				parts = append(parts, fmt.Sprintf("%d=%s", i+1, cell))
			}
		}
		return strings.Join(parts, " ")
	case questionnaire.Line:
		return a.Value.Text
	case questionnaire.OneOf:
	}
	return strconv.Itoa(q.Number(a.Value.Option))
}

// script types a whole assessment, through the funding details to the result.
func script(d *desktest.Desk, want *questionnaire.Assessment) []string {
	b := d.Bank()
	nav := questionnaire.NewNavigator(b)
	now := questionnaire.New(b, want.Path, i18n.German, d.Now())
	var lines []string
	open := false
	for _, s := range []questionnaire.Section{questionnaire.SectionCompany, questionnaire.SectionQuestions, questionnaire.SectionFunding} {
		if s == questionnaire.SectionFunding {
			if open {
				lines = append(lines, "2")
			} else if want.Path == questionnaire.Quick {
				lines = append(lines, "1")
			}
			lines = append(lines, "1")
		}
		for id := ""; ; {
			items := nav.Section(now, s)
			at := 0
			for i, it := range items {
				if it.Question.ID == id {
					at = i + 1
				}
			}
			if at >= len(items) {
				break
			}
			q := items[at].Question
			id = q.ID
			a := want.Get(q)
			line := typed(q, a)
			lines = append(lines, line)
			if q.Kind == questionnaire.Grid && a.State == questionnaire.Answered && questionnaire.Settled(q, a) == questionnaire.Open {
				lines = append(lines, ".o")
			}
			open = open || q.Dimension != "" && questionnaire.Settled(q, a) == questionnaire.Open
			if s == questionnaire.SectionFunding && a.State == questionnaire.Open && !q.Asking.Optional {
				return append(lines[:len(lines)-1], ".p")
			}
			now = now.With(q, a)
		}
	}
	return append(lines, "ende")
}

// Every worked example, typed line by line, gives the same assessment and the same result as its file.
func TestParityWithFiles(t *testing.T) {
	d := shipped(t)
	for _, c := range d.Bank().Cases {
		t.Run(c.ID, func(t *testing.T) {
			d := d.Fresh()
			said, result, err := talk(d, desk.Start{Path: c.Assessment.Path}, script(d, c.Assessment)...)
			if err != nil {
				t.Fatalf("%v\n%s", err, tail(said))
			}
			got := d.Last().Assessment()
			want, _ := d.Evaluate(c.Assessment)
			have, _ := d.Evaluate(got)
			if (want.Total.Score == nil) != (have.Total.Score == nil) || want.Total.Score != nil && want.Total.Score.Cmp(have.Total.Score) != 0 ||
				want.Stage != have.Stage || want.Coverage != have.Coverage || want.Total.Low.Cmp(have.Total.Low) != 0 {
				t.Errorf("stage %v, want %v; coverage %+v, want %+v\n%s", have.Stage, want.Stage, have.Coverage, want.Coverage, tail(said))
			}
			if want.Total.Score != nil && !strings.Contains(result, fmt.Sprintf("Stufe %d von 5", want.Stage.Level)) {
				t.Errorf("result: %s", result)
			}
		})
	}
}

func tail(s string) string { return s[max(0, len(s)-1500):] }

// The input may end anywhere: every answer that was confirmed is saved, and the end is told.
func TestEndOfInputLosesNothing(t *testing.T) {
	d := shipped(t)
	c := d.Bank().Case("metallbau-35")
	lines := script(d, c.Assessment)
	for n := range lines {
		d := d.Fresh()
		said, _, err := talk(d, desk.Start{Path: c.Assessment.Path}, lines[:n]...)
		s := d.Last()
		if s == nil {
			t.Fatalf("after %d lines: no session", n)
		}
		confirmed := strings.Count(said, " gespeichert: ")
		kept := 0
		for _, part := range []map[string]questionnaire.Answer{s.Assessment().Company, s.Assessment().Answers} {
			for _, a := range part {
				if !a.Empty() {
					kept++
				}
			}
		}
		if kept < confirmed {
			t.Errorf("after %d lines: %d confirmed, %d kept", n, confirmed, kept)
		}
		_, open := questionnaire.NewNavigator(d.Bank()).FirstOpen(s.Assessment())
		if open != errors.Is(err, desk.ErrInterrupted) {
			t.Errorf("after %d lines: open %v, %v", n, open, err)
		}
	}
}

func TestFiguresAndTheirErrors(t *testing.T) {
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun[:7]...), "vierunddreißig", "-1", "1.000", "z", "33.5", "z", "#9", "#3")...)
	for _, want := range []string{
		"Angabe 8, Zahl von 0 bis 99.999, oder #1 bis #5:", "Fehler: „vierunddreißig“ ist keine Zahl.", "Fehler: −1 ist zu klein.", "Angabe 8 gespeichert: 1000\u0020Vollzeitstellen, #5, 250 oder mehr.",
		"Angabe 8 gespeichert: 33,5\u0020Vollzeitstellen, #3, 10 bis unter 50.", "Fehler: „#9“ gibt es hier nicht.", "Angabe 8 gespeichert: #3, 10 bis unter 50.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is missing in\n%s", want, tail(said))
		}
	}
}

func TestWelcome(t *testing.T) {
	d := shipped(t)
	a := questionnaire.New(d.Bank(), questionnaire.Quick, i18n.German, d.Now())
	a = a.With(d.Bank().Question("digital-goals"), questionnaire.Answer{State: questionnaire.Unknown})
	kept := d.Keep(a)
	said, _, err := talk(d, desk.Start{}, "x", "1", "4", "6")
	if err != nil || !strings.Contains(said, "Weitermachen: ohne Namen") || !strings.Contains(said, "Auf Wiedersehen.") {
		t.Errorf("%v\n%s", err, said)
	}
	said, _, err = talk(d, desk.Start{}, "1", "1")
	if !errors.Is(err, desk.ErrInterrupted) || !strings.Contains(said, "Willkommen zurück. Noch offen: 12 Fragen und 8 Angaben.") {
		t.Errorf("resumed: %v\n%s", err, tail(said))
	}
	d.InUse[kept.Path()] = true
	if said, _, _ = talk(d, desk.Start{}, "1", "1", "5"); !strings.Contains(said, "in einem anderen Fenster offen") {
		t.Errorf("in use:\n%s", tail(said))
	}
	delete(d.InUse, kept.Path())
	if said, _, _ = talk(d, desk.Start{}, "1", "3", "2", "4"); !strings.Contains(said, "Gelöscht: ohne Namen.") {
		t.Errorf("deleted:\n%s", tail(said))
	}
	if _, result, _ := talk(d, desk.Start{}, "3", "4"); !strings.Contains(result, "Stufe 2 von 5, Aufbau.") {
		t.Errorf("sample: %s", result)
	}
}

func TestSavingFailsWithAWayOut(t *testing.T) {
	d := shipped(t)
	d.SaveErr = &desk.SaveError{Kind: "full", Folder: "Stick"}
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Quick}, "Probe", "1", "2")
	if !strings.Contains(said, "Fehler: Der Datenträger ist voll: Stick.") {
		t.Errorf("%s", said)
	}
}

func TestSwitchAndPause(t *testing.T) {
	d := shipped(t)
	var left desk.Start
	err := prompt.Run(d, desk.Start{Path: questionnaire.Quick, Lang: i18n.English}, prompt.Streams{
		In: strings.NewReader("Probe\n1\n.vollbild\n"), Dialogue: &bytes.Buffer{}, Result: &bytes.Buffer{}, Left: &left, Screen: true,
	})
	if !errors.Is(err, desk.ErrSwitchFace) || left.Session == nil || left.Lang != i18n.English {
		t.Errorf("%v %+v", err, left)
	}
	if _, _, err := talk(d.Fresh(), desk.Start{Path: questionnaire.Quick}, "Probe", ".ende"); err != nil {
		t.Errorf("pause: %v", err)
	}
}

func TestQuickPathGoesDeeper(t *testing.T) {
	d := shipped(t)
	lines := script(d, d.Bank().Case("gaestehaus-kurz").Assessment)
	for i, l := range lines {
		if l == "1" && i > 20 { // the first choice behind the last question
			lines = append(lines[:i:i], "3")
			break
		}
	}
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Quick}, lines...)
	if !strings.Contains(said, "Alle übrigen: ") || d.Last().Assessment().Path != questionnaire.Full {
		t.Errorf("%s", tail(said))
	}
}

// Whatever is typed: nothing panics, nothing steers the terminal, and what is kept is valid.
func TestRandomInput(t *testing.T) {
	d := shipped(t)
	words := []string{"1", "2", "3", "w", "t", "o", "z", "u", "r", "h", "n x", "a", "a offen", "g 7", "e", "wo", "l", "f", "#1", "1 2", "2=1", "b", "12,5", "", ".", "..", "\x1b[31m", "\u202ex", strings.Repeat("9", 50), "befehle", "warum", "bericht"}
	rapid.Check(t, func(t *rapid.T) {
		d := d.Fresh()
		lines := append([]string{}, begun...)
		for range rapid.IntRange(1, 60).Draw(t, "lines") {
			if rapid.IntRange(0, 9).Draw(t, "free") == 0 {
				lines = append(lines, rapid.StringN(0, 30, -1).Draw(t, "text"))
			} else {
				lines = append(lines, rapid.SampledFrom(words).Draw(t, "word"))
			}
		}
		said, result, _ := talk(d, desk.Start{Path: questionnaire.Quick}, lines...)
		for _, r := range said + result {
			if r < ' ' && r != '\n' || r == 0x202e || r >= 0x7f && r < 0xa0 {
				t.Fatalf("%U was written", r)
			}
		}
		if a := d.Last().Assessment(); true {
			for _, q := range d.Bank().Profile {
				if bad := questionnaire.Check(q, a.Get(q)); bad != nil {
					t.Fatalf("%s: %v", q.ID, bad)
				}
			}
		}
	})
}

func TestFiguresKeepTheirExactness(t *testing.T) {
	d := shipped(t)
	if _, _, err := talk(d, desk.Start{Path: questionnaire.Quick}, append(append([]string{}, begun[:7]...), "33,55", ".p")...); err != nil {
		t.Fatal(err)
	}
	if got := d.Last().Assessment().Company["employees"].Value.Figure; got.Cmp(big.NewRat(3355, 100)) != 0 {
		t.Errorf("%s", got)
	}
}

func TestBasisAndTarget(t *testing.T) {
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Full}, ".ziel 1", ".gehe order", ".gehe Auftrag bei Ihnen", "2", "z",
		"grundlage", "grundlage 2", "ziel 4", "ziel", "ziel 9", "grundlage 0", "grundlage 3", "u", "r")
	for _, want := range []string{
		"Fehler: Das gibt es bei dieser Frage nicht.", "Grundlage der Antwort: nicht gesetzt.", "2: berichtet.", "Grundlage der Antwort: berichtet.",
		"Ziel: Jeder Auftrag läuft durchgehend digital", "Fehler: „9“ gibt es hier nicht.", "Grundlage der Antwort: gesehen.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is missing in\n%s", want, tail(said))
		}
	}
	a := d.Last().Assessment().Answers["order-to-invoice"]
	if a.Confidence != "seen" || a.Target == "" || a.Value.Option == "" {
		t.Errorf("%+v", a)
	}
}

func TestSearchLooksIntoAnswersAndAllParts(t *testing.T) {
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Full}, ".gehe Rechnung in Word", "2", ".gehe Thüringen Betriebsstätte", "gehe")
	for _, want := range []string{"Frage 10 von 41", "Frage 10 gespeichert: 2, ", "Haben Sie in Thüringen eine Betriebsstätte, also einen festen Ort, an dem gearbeitet wird?", "Fehler: Bitte dahinter eine Nummer"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is missing in\n%s", want, tail(said))
		}
	}
	if said, _, _ = talk(d.Fresh(), desk.Start{Path: questionnaire.Full}, ".gehe Papier"); !strings.Contains(said, "Antwort 1: Auf Papier") || strings.Contains(said, "Jetzt: offen.") {
		t.Errorf("%s", tail(said))
	}
}

func TestDetailForFundingLeadsBackWhenNamed(t *testing.T) {
	d := shipped(t)
	d.Keep(d.Sample)
	said, result, err := talk(d, desk.Start{}, "1", "1", ".gehe Gründungsjahr", "1999", ".fertig", "2", "2", "ende")
	if err != nil || !strings.Contains(result, "Stufe 2 von 5") {
		t.Errorf("%v\n%s\n%s", err, tail(said), result)
	}
	inOrder(t, said, "Angabe 1 gespeichert: 1999.", "Wie heißt Ihr Unternehmen?", "Noch offen: 1 Angabe.")
}

func TestReadingBeforehand(t *testing.T) {
	d := shipped(t)
	said, _, err := talk(d, desk.Start{}, "4", "1", "10", "5")
	if err != nil || !strings.Contains(said, "Frage 1 von ") || !strings.Contains(said, "Auf Wiedersehen") {
		t.Errorf("%v\n%s", err, tail(said))
	}
}

func TestWhyOfOneArea(t *testing.T) {
	d := shipped(t)
	d.Keep(d.Sample)
	said, _, _ := talk(d, desk.Start{}, "1", "1", ".warum sicherheit", ".warum gibtesnicht", "ende")
	if strings.Contains(said, "Prozesse: ") || !strings.Contains(said, "Sicherheit und Datenschutz") || !strings.Contains(said, "Fehler: Kein Treffer.") {
		t.Errorf("%s", tail(said))
	}
}
