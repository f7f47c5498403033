package wizard

import (
	"errors"
	"maps"
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// asking drives the fixture bank to its first question, "order", on the full path.
func asking(t *testing.T) *driver {
	t.Helper()
	return drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Full}).press("Kessler", "enter", "9", "enter", "1", "enter")
}

func TestNothingIsAnsweredByEnterAlone(t *testing.T) {
	d := asking(t)
	d.press("enter", "enter", "enter", "enter", "enter").shows("Bitte eine Antwort wählen", "Frage 1 von 6")
	if !d.answer("order").Empty() {
		t.Error("answered")
	}
	d.press("down", "enter").shows("Frage 2 von 5")
	if got := d.answer("order").Value.Option; got != "paper" {
		t.Errorf("order is %q", got)
	}
}

func TestDigitsMarkAndEnterGoesOn(t *testing.T) {
	d := asking(t).press("2").shows("► 2  (•)", "Frage 1 von 6")
	d.press("3").shows("► 3  (•)").press("enter").shows("Frage 2 von 6")
	d.press("esc").shows("► 3  (•)", "Frage 1 von 6")
	d.press("t").shows("steht bei dieser Frage nicht zur Wahl", "► 3  (•)")
	d.press("w").shows("► w  (•)").press("o").shows("Frage 2 von", "Die Antwort bleibt")
	if got := d.answer("order").State; got != questionnaire.Unknown {
		t.Errorf("order is %v", got)
	}
}

func TestUndoNamesWhatItTakesBack(t *testing.T) {
	d := asking(t).press("2", "enter", "3", "enter")
	d.press("u").shows("Zurückgenommen: Frage 2, wieder offen.")
	d.press("esc", "u").shows("Zurückgenommen: Frage 1, wieder offen.", "Frage 1 von 6")
	d.press("u").shows("Zurückgenommen: Maschinen, wieder offen.")
	d.press("u", "r").shows("Wiederhergestellt: Beschäftigte, jetzt 9 Stellen.")
	d.press("r").shows("Wiederhergestellt: Maschinen, jetzt ja.")
	d.press("r", "r").shows("Wiederhergestellt: Frage 2.")
	if x := d.answer("typing").Value.Figure; x == nil || x.RatString() != "3" {
		t.Errorf("typing is %v", x)
	}
}

func TestEveryKeyOfANoteIsSaved(t *testing.T) {
	d := asking(t).press("2", "n")
	for i, r := range "Zwei Worte" {
		d.press(string(r))
		saved := d.r.work.session.Assessment().Answers["order"].Note
		if saved != "Zwei Worte"[:i+1] {
			t.Fatalf("saved is %q", saved)
		}
	}
	d.press("enter", "dritte", "up", "home", "Die ").shows("Die _Zwei Worte", "21 von 5000 Zeichen")
	d.press("tab", "down", "enter").shows("[x] Später besprechen").press("esc").shows("Notiz · Frage 1 von 6")
	d.press("u").shows("Frage 1").press("u")
	if a := d.answer("order"); a.Note != "" || a.Later || a.Value.Option != "files" {
		t.Errorf("left is %+v", a)
	}
}

func TestEscNeverLeavesTheProgram(t *testing.T) {
	d := asking(t).press("2", "enter")
	for range 11 {
		d.press("esc")
	}
	if d.r.end != nil {
		t.Fatal("left")
	}
	d.shows("Weitermachen", "Kessler") // twice more than needed: "Beenden?" and back
	d.press("esc").shows("Beenden?", "► Bleiben").press("esc").shows("Weitermachen").press("esc", "down", "enter")
	if d.r.end == nil || d.r.end.err != nil {
		t.Error("did not leave")
	}
}

func TestInterruptIsAskedOnce(t *testing.T) {
	d := asking(t).press("ctrl+c").shows("Beenden? Noch einmal Strg+C beendet")
	d.press("2").hides("(•)").press("ctrl+c", "ctrl+c")
	if d.r.end == nil || !errors.Is(d.r.end.err, desk.ErrInterrupted) {
		t.Error("not interrupted")
	}
	var left desk.Start
	d.r.handOver(&left)
	if left.Session == nil || left.Session.Assessment().Position != "order" {
		t.Errorf("left at %+v", left)
	}
}

func TestSwitchingTheFace(t *testing.T) {
	d := asking(t).press("2", "l", "s").shows("Go on in line mode?", "► Stay here").press("down", "enter")
	if d.r.end == nil || !errors.Is(d.r.end.err, desk.ErrSwitchFace) {
		t.Fatal("did not switch")
	}
	var left desk.Start
	d.r.handOver(&left)
	again := drive(t, d.d, left)
	again.shows("Question 1 of 6", "► 2  (•)")
}

// Who types a name one screen too early, or leaves a key down, stays in the full screen, wherever that is.
func TestNobodyLeavesTheFullScreenByAccident(t *testing.T) {
	for _, name := range []string{"Sommer", "Spengler", "Siemens", "Pohl", "Weiss", "sss"} {
		if d := drive(t, fixtureDesk(t), desk.Start{}).press(name, "enter"); d.r.end != nil {
			t.Errorf("%s ends it: %v", name, d.r.end.err)
		}
	}
	drive(t, fixtureDesk(t), desk.Start{}).press("s").shows("Im Zeilenmodus weitermachen?", "► Hier bleiben").press("esc").shows("Kurzer Weg")
	asking(t).press("2", "s", "enter").shows("Frage 1 von 6", "(•)").press("?", "s").shows("weitermachen?").press("esc").shows("Frage 1 von 6")
	d := asking(t).size2(50, 15).press("s").shows("Das Fenster ist zu klein")
	if d.r.end != nil {
		t.Error("a letter leads out of a window that is too small")
	}
}

func TestFinishingGoesThroughWhatIsOpen(t *testing.T) {
	d := asking(t).press("o", "o", "o", "o", "o", "o").shows("[Offen 7]", "Zum Ergebnis")
	d.press("end", "enter").shows("fehlt noch 1 Angabe").press("enter").shows("Was kostet das Vorhaben?", "Angabe 1 von 1")
	d.press("8000", "enter").shows("Ergebnis", "zu wenig beantwortet")
}

func TestQuickPathAndDeeper(t *testing.T) {
	d := drive(t, fixtureDesk(t), desk.Start{Path: questionnaire.Quick}).press("enter", "9", "enter", "2", "enter", "3", "enter")
	d.shows("Kurzer Weg geschafft", "Vorläufig", "► [ Weiter, wo es zählt (höchstens 2; endet").press("down", "down").shows("► [ Alle weiteren Fragen (2,").press("enter").shows("Frage 2 von 3")
	if d.answer("order").Value.Option != "program" {
		t.Error("the quick path's answer is lost")
	}
	d.press("0", "enter", "4", "tab", "enter").shows("Ergebnis")
}

func TestHiddenAnswersAreTold(t *testing.T) {
	d := asking(t).press("2", "enter", "3", "enter", "esc", "esc", "1").shows("1 Antwort ist jetzt verdeckt und zählt nicht mit.")
	d.press("a", "right", "right", "right", "right", "right", "right").shows("[Verdeckt 1]", "Abtippen")
	d.press("u")
	if d.answer("order").Value.Option != "files" {
		t.Error("not taken back")
	}
}

func TestDemoIsForLookingOnly(t *testing.T) {
	d := drive(t, shippedDesk(t), desk.Start{})
	d.press("end", "up", "enter").shows("Ergebnis", "[1 Überblick]").press("a", "enter").shows("Nur zum Ansehen")
	d.press("esc", "5", "enter").shows("Bericht geschrieben")
	if drafts, _, _ := d.d.Drafts(); len(drafts) != 0 {
		t.Error("the sample was saved")
	}
}

func TestMissingDetailFromTheModule(t *testing.T) {
	d := shippedDesk(t)
	a := *d.Sample
	a.Company = maps.Clone(a.Company)
	delete(a.Company, "in_thueringen")
	d.Keep(&a)
	dr := drive(t, d, desk.Start{}).press("enter")
	dr.r.push(newResult(paneModule))
	for range 60 {
		if strings.Contains(dr.see(), "Angabe nachtragen") {
			dr.press("enter").shows("Angabe").press("esc").shows("[4 Modul]")
			return
		}
		dr.press("down")
	}
	t.Error("no missing detail is offered")
}

func TestMenuReachesEverything(t *testing.T) {
	d := asking(t)
	d.size(60, 20)
	d.press("?")
	all, _ := d.r.top().(*menu).commands(d.r.frame())
	for i, c := range all {
		d := asking(t).press("?")
		for range i {
			d.press("down")
		}
		d.press("enter")
		if c.op == opPause && d.r.end == nil || c.op == opLang && d.r.view.lang != i18n.English {
			t.Errorf("%s does nothing", c.word)
		}
		d.see()
	}
}

func TestArrowsAndEnterAreEnough(t *testing.T) {
	d := drive(t, fixtureDesk(t), desk.Start{})
	d.press("enter", "enter").shows("Angabe 2 von 3") // quick path, no name
	d.press("down", "enter").shows("Angabe 3 von 3").press("down", "down", "enter").shows("Frage 1 von 1")
	d.press("down", "enter").shows("Kurzer Weg geschafft", "► [ Gleich zum Ergebnis").press("enter").shows("Ergebnis")
	d.press("right", "right", "right", "right", "enter").shows("Bericht geschrieben")
	d.press("down", "down", "down", "down", "down", "down", "down", "down", "down", "enter")
	if d.r.end == nil || d.r.end.err != nil {
		t.Error("did not end")
	}
}

func TestTheModuleSaysWhatWouldOpenAnOffer(t *testing.T) {
	for volume, want := range map[string]string{"under-5k": "wenn das Vorhaben mindestens 5.000\u00a0€ umfasst (heute unter 5.000\u00a0€)", "over-1m": ""} {
		d := shippedDesk(t)
		a := d.Sample.With(d.Bank().Question("project_volume"), questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: volume}})
		d.Keep(a)
		dr := drive(t, d, desk.Start{}).press("enter")
		dr.r.push(newResult(paneModule))
		var all []string
		for _, x := range (module{}).facts(dr.r.frame()) {
			all = append(all, x.text)
		}
		text := strings.Join(all, "\n")
		if want != "" && !strings.Contains(text, want) || want == "" && strings.Contains(text, "infrage") {
			t.Errorf("%s: %s", volume, text)
		}
	}
}

// Every offer that was looked at opens with Enter, and Esc leads back to the line it was opened from.
func TestOffersOpen(t *testing.T) {
	d := shippedDesk(t)
	d.Keep(d.Sample)
	dr := drive(t, d, desk.Start{}).press("enter")
	s := newResult(paneModule)
	dr.r.push(s)
	f := dr.r.frame()
	opened := map[string]bool{}
	for i, x := range (module{}).facts(f) {
		if x.offer == "" {
			continue
		}
		opened[x.offer] = true
		s.at[paneModule] = i
		dr.press("enter")
		if all := (module{}).shown(f, s); s.programme.id != x.offer || all[0].text == "" {
			t.Fatalf("%s does not open", x.offer)
		}
		dr.press("down", "esc")
		if s.programme.id != "" || s.at[paneModule] != i {
			t.Errorf("%s: the way back leads to %d, not %d", x.offer, s.at[paneModule], i)
		}
	}
	_, advice := f.Look.Run.Judge()
	for _, o := range advice.Judged() {
		if !opened[o.Offer.ID] {
			t.Errorf("%s cannot be opened", o.Offer.ID)
		}
	}
}

func TestOneKeyLeadsToWhatSettlesMost(t *testing.T) {
	d := asking(t)
	first := d.r.desk.Telling(d.r.work.iv.Assessment())[0]
	d.press("m").shows("entscheidet diese am meisten")
	if got := d.r.work.iv.Assessment().Position; got != first {
		t.Errorf("at %s, want %s", got, first)
	}
	for range 8 { // until nothing is open
		if len(d.r.desk.Telling(d.r.work.iv.Assessment())) == 0 {
			break
		}
		q := d.r.work.iv.Bank().Question(d.r.work.iv.Assessment().Position)
		d.r.work.iv.Put(q, firstAnswer(q))
		d.r.telling() // the key is text where a number is typed
	}
	d.shows("Keine Frage ist mehr offen.")
}

// firstAnswer is the first option, ticked or chosen in every row.
func firstAnswer(q *questionnaire.Question) questionnaire.Answer {
	v := questionnaire.Value{}
	switch q.Kind.Family() {
	case questionnaire.AnyOf:
		v.Set = []string{q.Options[0].ID}
	case questionnaire.Rows:
		v.Rows = map[string]string{}
		for _, r := range q.Rows {
			v.Rows[r.ID] = q.Options[0].ID
		}
	default:
		v.Option = q.Options[0].ID
	}
	return questionnaire.WithValue(questionnaire.Answer{}, v)
}

func TestEarlierAnswersAreTakenOverOnlyWhenAskedFor(t *testing.T) {
	begin := func() *driver {
		d := fixtureDesk(t)
		d.Sources = sources(d)
		return drive(t, d, desk.Start{}).press("down", "enter").shows("Antworten übernehmen", "2 Antworten aus: Metallbau Kessler", "Ohne diese Antworten beginnen")
	}
	d := begin().press("enter").shows("2 Antworten übernommen.")
	if got := d.answer("order").Value.Option; got != "program" {
		t.Errorf("order is %q", got)
	}
	if got := d.answer("company_name").Value.Text; got != "Metallbau Kessler" {
		t.Errorf("the name is %q", got)
	}
	for _, keys := range [][]string{{"esc"}, {"down", "down", "enter"}} {
		d := begin().press(keys...)
		if !d.answer("order").Empty() {
			t.Errorf("%v: taken without being asked for", keys)
		}
	}
}
