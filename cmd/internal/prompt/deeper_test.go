package prompt_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// quickly are the lines that answer the quick path with a worked example, up to its end.
func quickly(t *testing.T, id string) (lines []string, full *questionnaire.Assessment) {
	d := shipped(t)
	full = d.Bank().Case(id).Assessment
	quick := *full
	quick.Path = questionnaire.Quick
	nav := questionnaire.NewNavigator(d.Bank())
	now := questionnaire.New(d.Bank(), questionnaire.Quick, i18n.German, d.Now())
	for _, s := range []questionnaire.Section{questionnaire.SectionCompany, questionnaire.SectionQuestions} {
		done := map[string]bool{}
		for more := true; more; {
			more = false
			for _, it := range nav.Section(now, s) {
				if q := it.Question; !done[q.ID] {
					lines = append(lines, typed(q, quick.Get(q)))
					now = now.With(q, quick.Get(q))
					done[q.ID], more = true, true
					break
				}
			}
		}
	}
	return lines, full
}

var heading = regexp.MustCompile(`Vertiefung, [^.]*\.`)

func TestDeeperWhereItMatters(t *testing.T) {
	lines, _ := quickly(t, "metallbau-35")
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Quick}, append(lines, "2", "w", ".o", "z", "z", "", ".o", "w", "p")...)
	all := heading.FindAllString(said, -1)
	// first, second left open, third; back to the second and the first; forward along the same way; on from the third
	if len(all) != 8 || all[1] == all[0] || !strings.Contains(said, "2: Weiter, wo es zählt, höchstens 33 Fragen.\n") || !strings.Contains(said, "Vorläufig nach dem kurzen Weg: Stufe 2") {
		t.Fatalf("%q\n%s", all, tail(said))
	}
	a := d.Last().Assessment()
	if a.Path != questionnaire.Deeper {
		t.Fatalf("path %s", a.Path)
	}
	// Taken up again, the offer is repeated, and the result is one of all answers so far.
	said, result, _ := talk(d, desk.Start{Session: d.Last()}, "1", "2", "m", "vertiefen", "2", "w", "p")
	if !strings.Contains(said, "2: Weiter, wo es zählt, höchstens") || !strings.Contains(result, "Gewertet: 14 von 16 Fragen, ") || len(heading.FindAllString(said, -1)) < 2 {
		t.Fatalf("%s\n%s", said, result)
	}
}

// With every answer given where it matters, the stage is certain before all is answered, and line mode says so.
func TestDeeperEndsWhenNothingCanChange(t *testing.T) {
	lines, full := quickly(t, "metallbau-35")
	d := shipped(t)
	_, _, _ = talk(d, desk.Start{Path: questionnaire.Quick}, append(lines, "2", "p")...)
	for range 40 {
		it, _ := questionnaire.NewInterview(d.Bank(), d.Last().Assessment(), d.Now).Current()
		if it.Question.Asking.Quick {
			break
		}
		said, _, _ := talk(d, desk.Start{Session: d.Last()}, "2", typed(it.Question, full.Get(it.Question)), "p")
		if strings.Contains(said, "steht fest: Keine der übrigen Fragen kann sie noch ändern") {
			return
		}
	}
	t.Error("it did not end")
}

// Undo works at what is offered after the last question: it says what it took back, and leads to that question.
func TestUndoAtTheOffers(t *testing.T) {
	lines, _ := quickly(t, "metallbau-35")
	d := shipped(t)
	said, _, _ := talk(d, desk.Start{Path: questionnaire.Quick}, append(lines, "u", "r", "p")...)
	_, after, offered := strings.Cut(said, "Gleich zum Ergebnis")
	if !offered || !strings.Contains(after, "Zurückgenommen") || !strings.Contains(after, "Frage 14 von 14") || strings.Count(said, "Gleich zum Ergebnis") < 1 {
		t.Fatalf("%s", tail(said))
	}
	// At the offer of the details for support programmes as well, over and over, and with nothing left it says so.
	said, _, _ = talk(d, desk.Start{Path: questionnaire.Quick}, append(lines, "1", "u", "p")...)
	if _, after, offered = strings.Cut(said, "Für die Förderung"); !offered || !strings.Contains(after, "Zurückgenommen") {
		t.Fatalf("%s", tail(said))
	}
}

// The way deeper begins by saying how long it may become, and names the way out after every ten questions.
func TestNotesOnTheWayDeeper(t *testing.T) {
	lines, _ := quickly(t, "metallbau-35")
	lines = append(lines, "2")
	for range 21 {
		lines = append(lines, ".o")
	}
	said, _, _ := talk(shipped(t), desk.Start{Path: questionnaire.Quick}, append(lines, "p")...)
	begin, ten, twenty := "Höchstens 33 Fragen. Es endet früher", "10 Fragen geschafft. Genug für heute? e zeigt das Ergebnis; alles ist gespeichert.", "20 Fragen geschafft."
	if strings.Count(said, begin) != 1 || strings.Count(said, "Fragen geschafft.") != 2 || strings.Contains(said, "verdeckt") {
		t.Fatal(tail(said))
	}
	begun, ended := strings.Index(said, begin), strings.Index(said, twenty)
	if n := len(heading.FindAllString(said[begun:strings.Index(said, ten)], -1)); n != 10 {
		t.Errorf("said after %d questions", n)
	}
	if n := len(heading.FindAllString(said[begun:ended], -1)); n != 20 {
		t.Errorf("said after %d questions", n)
	}
}

// What the details for funding changed is said once the last of them was given.
func TestWhatTheDetailsChangedIsSaid(t *testing.T) {
	for example, want := range desktest.Changed {
		d := shipped(t)
		a, q, given := desktest.Lacking(d.Bank(), example)
		said, _, _ := talk(d, desk.Start{Session: d.Keep(a)}, "", "1", typed(q, given), "p")
		if !strings.Contains(said, want) {
			t.Errorf("%s: no %q\n%s", example, want, tail(said))
		}
	}
}

// Back follows the way walked to where it began, says so there, and then the order of the bank: never to and fro.
func TestBackOutOfTheRound(t *testing.T) {
	lines, full := quickly(t, "metallbau-35")
	d := shipped(t)
	_, _, _ = talk(d, desk.Start{Path: questionnaire.Quick}, append(lines, "2", "p")...)
	it, _ := questionnaire.NewInterview(d.Bank(), d.Last().Assessment(), d.Now).Current()
	// some answers deeper, another round over them, and back beyond its beginning
	_, _, _ = talk(d, desk.Start{Session: d.Last()}, "2", typed(it.Question, full.Get(it.Question)), "w", "w", "p")
	back := strings.Split(strings.Repeat("z ", 40), " ")
	said, _, _ := talk(d, desk.Start{Session: d.Last()}, append([]string{"2", "w", ".o"}, back...)...)
	_, said, _ = strings.Cut(said, "bleibt offen")
	if strings.Count(said, "Zurück vor die Vertiefung.") != 1 || !strings.Contains(said, "Fehler: Das ist die erste Angabe.") {
		t.Fatalf("%s", said)
	}
	last := 1000
	_, said, _ = strings.Cut(said, "Zurück vor die Vertiefung.")
	for _, m := range number.FindAllStringSubmatch(said, -1) {
		n, _ := strconv.Atoi(m[1])
		if n >= last {
			t.Fatalf("question %d after %d:\n%s", n, last, said)
		}
		last = n
	}
	if last != 1 {
		t.Fatalf("ends at question %d", last)
	}
}

var number = regexp.MustCompile(`(?m)^(?:.*: )?Frage (\d+) von \d+`)

// Where going deeper made another stage, line mode says so where its result begins.
func TestTheResultSaysWhatGoingDeeperChanged(t *testing.T) {
	d := shipped(t)
	a := *d.Bank().Case("schwelle-knapp").Assessment
	a.Path = questionnaire.Deeper
	d.Keep(a.With(d.Bank().Question(questionnaire.FieldName), questionnaire.Answer{State: questionnaire.Skipped}))
	said, _, _ := talk(d, desk.Start{}, "1", "1", "1", "2", "p")
	if want := "Vor dem Vertiefen war es Stufe 4, jetzt ist es Stufe 3: Sicherheit und Datenschutz hat jetzt 46 Punkte (vorher 50)."; strings.Count(said, want) != 1 {
		t.Error(tail(said))
	}
}
