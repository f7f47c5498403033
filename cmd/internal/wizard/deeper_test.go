package wizard

import (
	"slices"
	"strconv"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// quickOf is an assessment of the quick path with a worked example's answers to it.
func quickOf(b *questionnaire.Bank, id string) *questionnaire.Assessment {
	for i := range b.Cases {
		if c := &b.Cases[i]; c.ID == id {
			a := *c.Assessment
			a.Path, a.Answers = questionnaire.Quick, map[string]questionnaire.Answer{}
			a = *a.With(b.Question(questionnaire.FieldName), questionnaire.Answer{State: questionnaire.Skipped})
			for _, it := range questionnaire.NewNavigator(b).Section(&a, questionnaire.SectionQuestions) {
				a.Answers[it.Question.ID] = c.Assessment.Answers[it.Question.ID]
			}
			return &a
		}
	}
	return nil
}

// deepened answers, with the example's answers, whatever is asked where it matters; given are the questions in order.
func (d *driver) deepened(from *questionnaire.Assessment, steps int) (asked []string) {
	d.t.Helper()
	for range steps {
		s, ok := d.r.top().(*question)
		if !ok {
			return asked
		}
		asked = append(asked, s.id)
		it, _ := d.r.work.iv.Visible(s.id)
		ans := from.Get(it.Question)
		if ans.State == questionnaire.Open {
			ans.State = questionnaire.Unknown
		}
		d.press(keysFor(it.Question, ans)...)
	}
	return asked
}

func caseOf(b *questionnaire.Bank, id string) *questionnaire.Assessment {
	for i := range b.Cases {
		if b.Cases[i].ID == id {
			return b.Cases[i].Assessment
		}
	}
	return nil
}

// The quick path ends with a result; going on asks what can still change it, until nothing can.
func TestGoingOnWhereItMatters(t *testing.T) {
	d := shippedDesk(t)
	all := caseOf(d.Bank(), "metallbau-35")
	d.Keep(quickOf(d.Bank(), "metallbau-35"))
	dr := drive(t, d, desk.Start{Lang: i18n.German})
	dr.press("enter").shows("Vorläufig nach dem kurzen Weg: Stufe 2", "Weiter, wo es zählt (höchstens")
	dr.press("down", "down", "down", "down", "enter").shows("Vertiefung · höchstens")
	asked := dr.deepened(all, 100)
	dr.shows("Weiter, wo es zählt", "Stufe 2", "steht fest: Keine der übrigen Fragen", "Gleich zum Ergebnis", "weiteren Fragen (")
	dr.hides("höchstens")
	if len(asked) < 5 || len(asked) >= 33 {
		t.Errorf("%d questions asked", len(asked))
	}
	a := dr.r.work.session.Assessment()
	if a.Path != questionnaire.Deeper || len(dr.r.work.iv.Section(a, questionnaire.SectionQuestions)) != 14+len(asked) {
		t.Errorf("path %q, %d questions", a.Path, len(a.Answers))
	}
	dr.press("enter", "down", "enter").shows("Stufe 2", "sicher") // without the details for funding
	// The rest can be answered nevertheless, and every answer stays.
	dr.press("esc", "esc", "end", "up", "up")
}

// Back goes to what was shown before; a question left out is not asked again in this round, but in the next.
func TestTheWayWalkedIsTheWayBack(t *testing.T) {
	d := shippedDesk(t)
	all := caseOf(d.Bank(), "metallbau-35")
	d.Keep(quickOf(d.Bank(), "metallbau-35"))
	dr := drive(t, d, desk.Start{Lang: i18n.German}).press("enter", "m")
	here := func() string { return dr.r.top().(*question).id }
	first := here()
	dr.deepened(all, 1)
	second := here()
	dr.press("o")
	third := here()
	if first == second || second == third || first == third {
		t.Fatal("asked twice:", first, second, third)
	}
	dr.press("esc")
	if here() != second {
		t.Fatalf("back leads to %s, not %s", here(), second)
	}
	dr.press("esc")
	if here() != first {
		t.Fatalf("back leads to %s, not %s", here(), first)
	}
	dr.press("enter")
	if here() != second {
		t.Fatalf("forward leads to %s, not %s", here(), second)
	}
	dr.press("o")
	if here() != third {
		t.Fatalf("forward leads to %s, not %s", here(), third)
	}
	// Taking an answer back leads to its question, and from there the way goes on.
	dr.press("u", "u")
	if here() != second && here() != first {
		t.Fatalf("undo leads to %s", here())
	}
	dr.press("esc", "esc", "esc")
	asked := dr.deepened(all, 100)
	if slices.Contains(asked[min(len(asked), 20):], second) {
		t.Error("asked again")
	}
}

// After a restart the way deeper is taken up where it was offered.
func TestGoingDeeperSurvivesARestart(t *testing.T) {
	d := shippedDesk(t)
	all := caseOf(d.Bank(), "metallbau-35")
	d.Keep(quickOf(d.Bank(), "metallbau-35"))
	dr := drive(t, d, desk.Start{Lang: i18n.German}).press("enter", "m")
	dr.deepened(all, 3)
	kept := len(dr.r.work.session.Assessment().Answers)
	dr.press("p")
	again := drive(t, d, desk.Start{Lang: i18n.German}).press("enter")
	again.shows("Weiter, wo es zählt (höchstens", "Vorläufig nach Ihren bisherigen Antworten: Stufe 2")
	again.press("enter").shows("Vertiefung · höchstens")
	if n := len(again.r.work.iv.Assessment().Answers); n != kept {
		t.Errorf("%d of %d answers", n, kept)
	}
	again.press("tab", "e").shows("[1 Überblick]", "Ergebnis", "Stufe 2", "Angaben zu Ihrem Vorhaben").press("m").shows("Vertiefung · höchstens")
}

func TestOpenQuestionsAreOfferedAgain(t *testing.T) {
	d := shippedDesk(t)
	d.Keep(quickOf(d.Bank(), "onlinehandel-5"))
	dr := drive(t, d, desk.Start{Lang: i18n.German}).press("enter", "m")
	for range 60 {
		if _, ok := dr.r.top().(*question); !ok {
			break
		}
		dr.press("tab", "?", "o")
	}
	dr.shows("offengelassen haben", "Offengelassene Fragen noch einmal ansehen").press("enter").shows("Vertiefung · höchstens")
}

// Undo works on the screens after the last question: it says what it took back, and shows that question.
func TestUndoAtTheOffers(t *testing.T) {
	for _, way := range [][]string{nil, {"down", "enter"}, {"e"}, {"a"}} {
		d := shippedDesk(t)
		from := quickOf(d.Bank(), "metallbau-35")
		items := questionnaire.NewNavigator(d.Bank()).Section(from, questionnaire.SectionQuestions)
		last := items[len(items)-1].Question
		ans := from.Answers[last.ID]
		delete(from.Answers, last.ID)
		d.Keep(from)
		dr := drive(t, d, desk.Start{Lang: i18n.German}).press("enter").press(keysFor(last, ans)...).press(way...)
		if _, asking := dr.r.top().(*question); asking {
			t.Fatalf("%v: still a question", way)
		}
		dr.press("u").shows("Zurückgenommen: Frage 14")
		if s, ok := dr.r.top().(*question); !ok || s.id != last.ID {
			t.Errorf("%v: %T on top", way, dr.r.top())
		}
	}
}

// N in the deepening opens the note of the question answered just before, not of its neighbour in the bank.
func TestNoteBeforeFollowsTheWayWalked(t *testing.T) {
	d := shippedDesk(t)
	d.Keep(quickOf(d.Bank(), "metallbau-35"))
	dr := drive(t, d, desk.Start{Lang: i18n.German}).press("v", "enter", "m")
	first := dr.r.top().(*question).id
	dr.deepened(caseOf(d.Bank(), "metallbau-35"), 1)
	second := dr.r.top().(*question).id
	iv := dr.r.work.iv
	if before, _ := iv.Neighbour(iv.Assessment(), second, -1); before.Question.ID == first {
		t.Fatal("the way walked is the order of the bank here: the test shows nothing")
	}
	dr.press("N")
	if s, ok := dr.r.top().(*noting); !ok || s.id != first {
		t.Errorf("the note of %v was opened, want %s", dr.r.top(), first)
	}
}

// The way deeper begins by saying how long it may become, and names the way out after every ten questions, whether
// they were answered or left open.
func TestNotesOnTheWayDeeper(t *testing.T) {
	d := shippedDesk(t)
	d.Keep(quickOf(d.Bank(), "metallbau-35"))
	dr := drive(t, d, desk.Start{Lang: i18n.German})
	dr.size(120, 40)
	dr.press("enter", "m").shows("Höchstens 33 Fragen. Es endet früher, sobald keine Antwort mehr etwas ändern kann; e zeigt das Ergebnis.")
	dr.deepened(caseOf(d.Bank(), "metallbau-35"), 3)
	for n := 4; n <= 20; n++ {
		dr.press("tab", "?", "o").hides("verdeckt") // what is left open was no answer
		if n%10 == 0 {
			dr.shows(strconv.Itoa(n) + " Fragen geschafft. Genug für heute? e zeigt das Ergebnis; alles ist gespeichert.")
		} else {
			dr.hides("geschafft.")
		}
	}
}

// With one question left that can change anything, this is what is said.
func TestTheLastQuestionThatMatters(t *testing.T) {
	d := shippedDesk(t)
	b := d.Bank()
	whole := *caseOf(b, "metallbau-35")
	whole.Bank, whole.Path = b.Ref(), questionnaire.Deeper
	for _, it := range questionnaire.NewNavigator(b).Section(&whole, questionnaire.SectionQuestions) {
		open := *whole.With(it.Question, questionnaire.Answer{})
		full := open
		full.Path = questionnaire.Full
		if _, most := d.Deciding(&full); it.Question.Asking.Quick || most != 1 {
			continue
		}
		d.Keep(&open)
		dr := drive(t, d, desk.Start{Lang: i18n.German})
		dr.r.do([]say{resume{firstDraft(t, d)}, narrow{}})
		dr.shows("Noch 1 Frage.")
		return
	}
	t.Skip("no question of this example decides alone")
}

func firstDraft(t *testing.T, d desk.Desk) desk.Draft {
	t.Helper()
	drafts, _, err := d.Drafts()
	if err != nil || len(drafts) == 0 {
		t.Fatal(drafts, err)
	}
	return drafts[0]
}

// Where the way on may become all questions, both ways say what is different: one of them ends earlier.
func TestBothWaysOnAreToldApart(t *testing.T) {
	for l, want := range map[i18n.Lang]string{i18n.German: "endet, sobald alles feststeht", i18n.English: "ends once all is settled"} {
		d := drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Quick, Lang: l}).press("enter", "9", "enter", "2", "enter", "3", "enter")
		f := d.shows(want).r.frame()
		if n := f.open(); f.Look.Run.Ahead().Most != n {
			t.Errorf("%d of %d", f.Look.Run.Ahead().Most, n)
		}
	}
}
