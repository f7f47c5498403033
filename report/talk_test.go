package report_test

import (
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// The sheet to talk with names what was put aside, what nobody knew and what rests on nothing, and is for whoever has it.
func TestTheSheetToTalkWith(t *testing.T) {
	w := world(t)
	a := telling(w)
	with := func(id string, change func(*questionnaire.Answer)) {
		q := w.Bank.Question(id)
		ans := a.Get(q)
		change(&ans)
		a = a.With(q, ans)
	}
	with("last-purchase", func(x *questionnaire.Answer) { x.Later, x.Note = true, "Rechnung ansehen" })
	with("staff-trained", func(x *questionnaire.Answer) { *x = questionnaire.Answer{State: questionnaire.Unknown} })
	p := w.Words.Printer(i18n.German)
	got := tell(w, a, audience(t, "consultant"), p)
	part := partOf(got.document, "talk")
	text := outline(&report.Document{Parts: []report.Part{part}})
	for _, want := range []string{"Später besprechen", "Vorgemerkt", "Rechnung ansehen", "Noch nicht gewusst", "Ohne Grundlage", "Vereinbart", "Bis wann"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	if strings.Contains(text, p.Text(w.Bank.Question("digital-goals").Wording.Text)) {
		t.Error("an answer with a basis is no question to talk about")
	}
	at := slices.IndexFunc(got.tables.Sheets, func(s report.Sheet) bool { return s.ID == "talk" })
	if at < 0 || len(got.tables.Sheets[at].Rows) < 3 || !got.tables.Sheets[at].Columns[5].Fill {
		t.Error("the workbook has no sheet to talk with")
	}
	for _, x := range append(audiences(t), nil) {
		if x != nil && x.ID == "consultant" {
			continue
		}
		other := tell(w, a, x, p)
		if slices.ContainsFunc(other.document.Parts, func(p report.Part) bool { return p.ID == "talk" }) || x.HasSheet("talk") {
			t.Errorf("%+v gets the sheet to talk with", x)
		}
	}
}

func TestNothingToTalkAbout(t *testing.T) {
	w := world(t)
	blank := &questionnaire.Assessment{Bank: w.Bank.Cases[0].Assessment.Bank, Path: questionnaire.Full}
	doc := tell(w, blank, audience(t, "consultant"), w.Words.Printer(i18n.English)).document
	if slices.ContainsFunc(doc.Parts, func(p report.Part) bool { return p.ID == "talk" }) {
		t.Error("an empty sheet")
	}
}

// What rests on a detail that an audience does not see is not shown, rather than missing.
func TestAHiddenDetailIsNotMissing(t *testing.T) {
	w := world(t)
	p := w.Words.Printer(i18n.German)
	text := outline(tell(w, telling(w), audience(t, "bank"), p).document)
	if !strings.Contains(text, "Nicht Teil dieses Berichts sind: ") {
		t.Error("a hidden detail is not said to be hidden")
	}
	for _, field := range []string{"in_difficulty", "de_minimis", "group"} {
		if name := p.Text(w.Bank.Question(field).Wording.Short); strings.Contains(text, "Es fehlt: "+name) {
			t.Errorf("%s is called missing", name)
		}
	}
}

// A comparison says which targets of the time before are reached.
func TestTargetsReached(t *testing.T) {
	w := world(t)
	now := telling(w)
	q, other := w.Bank.Question("digital-goals"), w.Bank.Question("it-care")
	best := func(q *questionnaire.Question) string { return q.Options[len(q.Options)-1].ID }
	then := now.With(q, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: q.Options[0].ID}, Target: best(q)})
	then = then.With(other, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: other.Options[0].ID}, Target: best(other)})
	now = now.With(q, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: best(q)}})
	now = now.With(other, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: other.Options[0].ID}})
	engine := scoring.Compile(w.Bank)
	r := engine.Evaluate(now)
	for _, x := range append(audiences(t), nil) {
		d := report.Build(r, offer.Recommend(w.Offers, x.Seen(r), w.Day), w.Words.Printer(i18n.German), "1.0.0", report.For(x), report.Changed(engine.Since(then, now)))
		want := x == nil || x.HasPart("change") && x.Sees.Targets
		if text := outline(d); strings.Contains(text, "Von 2 Zielen sind heute erreicht: 1.") != want {
			t.Errorf("%+v: targets are told: %v", x, !want)
		}
	}
}

// What was taken over and not confirmed is a reason to talk, right after what was put aside.
func TestTalkAboutWhatIsNotConfirmed(t *testing.T) {
	for name, title := range map[string]string{"carried/de": "Übernommen und nicht bestätigt", "carried/en": "Taken over and not confirmed"} {
		s := carriedSample(t, name)
		d := report.Build(s.Result, s.Advice, s.Printer, "1.0.0", report.For(&report.Audience{ID: "x", Parts: []string{"talk"}, Sees: report.Sight{Answers: true}, Fields: []string{"employees"}}))
		p := partOf(d, "talk")
		runs := p.Blocks[0].(report.Table).Runs
		if at := slices.IndexFunc(runs, func(r report.Run) bool { return r.Title == title }); at < 0 || len(runs[at].Rows) < 6 {
			t.Errorf("%s: %+v", name, runs)
		}
	}
}
