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
	for id, option := range map[string]string{"customer-data": "paper", "online-ordering": "tuned"} {
		with(id, func(x *questionnaire.Answer) {
			*x = questionnaire.WithValue(*x, questionnaire.Value{Option: option})
		})
	}
	p := w.Words.Printer(i18n.German)
	got := tell(w, a, audience(t, "consultant"), p)
	part := partOf(got.document, "talk")
	text := outline(&report.Document{Parts: []report.Part{part}})
	for _, want := range []string{"Passt das zusammen?", "Speichert das Auftragssystem auch Name und Anschrift", "Später besprechen", "Vorgemerkt", "Rechnung ansehen", "Noch nicht gewusst", "Ohne Grundlage", "Vereinbart", "Bis wann"} {
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
	if !strings.Contains(text, "Angaben, die nicht Teil dieses Berichts sind.") || strings.Contains(text, "in Schwierigkeiten") {
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

// What nobody knows and what is still open are two lists; while nothing is answered nothing is called open.
func TestWhatIsOpenIsTalkedAboutToo(t *testing.T) {
	w := world(t)
	a := telling(w)
	for _, id := range []string{"staff-trained", questionnaire.FieldSector} {
		a = a.With(w.Bank.Question(id), questionnaire.Answer{State: questionnaire.Skipped})
	}
	for _, id := range []string{"it-care", "de_minimis"} {
		a = a.With(w.Bank.Question(id), questionnaire.Answer{State: questionnaire.Unknown})
	}
	for lang, titles := range map[i18n.Lang][2]string{i18n.German: {"Noch nicht gewusst", "Noch offen"}, i18n.English: {"Not known yet", "Still open"}} {
		p := w.Words.Printer(lang)
		got := tell(w, a, audience(t, "consultant"), p)
		runs := partOf(got.document, "talk").Blocks[0].(report.Table).Runs
		rows := func(title string) (out []string) {
			for _, r := range runs {
				for _, row := range r.Rows {
					if r.Title == title {
						out = append(out, row[0].Text)
					}
				}
			}
			return out
		}
		for i, ids := range [][]string{{"it-care", "de_minimis"}, {"staff-trained", questionnaire.FieldSector}} {
			for _, id := range ids {
				if text := p.Text(w.Bank.Question(id).Wording.Text); !slices.Contains(rows(titles[i]), text) || slices.Contains(rows(titles[1-i]), text) {
					t.Errorf("%s: %q is not below %q alone", lang, text, titles[i])
				}
			}
		}
	}
}

// What was noted of a detail of the company, and that it is put aside, stands where the notes of answers stand, for whoever
// sees those, also where there is no answer.
func TestNotesAtDetails(t *testing.T) {
	w := world(t)
	a := telling(w)
	a = a.With(w.Bank.Question("de_minimis_amount"), questionnaire.Answer{Note: "Bescheide suchen", Later: true})
	a = a.With(w.Bank.Question(questionnaire.FieldStaff), questionnaire.Answer{State: questionnaire.Unknown, Note: "Lohnbüro fragen", Evidence: "Ordner 7"})
	marked := w.Bank.Question("digital-goals")
	ans := a.Get(marked)
	ans.Later = true
	a = a.With(marked, ans)
	p := w.Words.Printer(i18n.German)
	for _, x := range append(audiences(t), nil) {
		got := tell(w, a, x, p)
		notes := x == nil || x.Sees.Notes
		text := outline(got.document)
		for _, s := range got.tables.Sheets {
			for _, row := range s.Rows {
				for _, d := range row {
					text += "\n" + s.ID + ": " + d.Text
				}
			}
		}
		for _, word := range []string{"Notiz: Bescheide suchen", "answers: Bescheide suchen", "Notiz: Lohnbüro fragen", "Nachweis: Ordner 7", "Randbemerkung"} {
			if strings.Contains(text, word) != notes {
				t.Errorf("%+v: %q is told: %v", x, word, !notes)
			}
		}
		if n := strings.Count(text, "Für später vorgemerkt."); notes && n != 2 || !notes && n > 0 {
			t.Errorf("%+v: two marks for later are told %d times", x, n)
		}
		if shown := x.Shown(w.Bank, a); !notes && (shown.Get(marked).Later || shown.Get(w.Bank.Question("de_minimis_amount")).Later) {
			t.Errorf("%+v: the mark for later leaves with the answers", x)
		}
	}
}
