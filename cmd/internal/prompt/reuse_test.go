package prompt_test

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

func TestEarlierAnswersAreOffered(t *testing.T) {
	order := questionnaire.WithValue(questionnaire.Answer{}, questionnaire.Value{Option: "program"})
	for line, want := range map[string]string{"1": "program", "2": ""} {
		d := shipped(t)
		d.Sources = []desk.Source{{Name: "Kessler", Bank: i18n.Text{i18n.German: "Anderer"}, Updated: d.Today(), Answers: map[string]questionnaire.Answer{"order-to-invoice": order}}}
		dialogue, _, _ := talk(d, desk.Start{}, "2", line)
		if !strings.Contains(dialogue, "1 Antwort aus: Kessler, Anderer") {
			t.Errorf("not offered: %s", tail(dialogue))
		}
		drafts, _, _ := d.Drafts()
		s, err := d.Open(drafts[0])
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Assessment().Answers["order-to-invoice"].Value.Option; got != want {
			t.Errorf("%s: %q, want %q", line, got, want)
		}
	}
}

func TestTemplateBeginsWithEarlierAnswers(t *testing.T) {
	d := shipped(t)
	a := questionnaire.New(d.Bank(), questionnaire.Quick, i18n.German, d.Now())
	q := d.Bank().Question("order-to-invoice")
	a = a.With(q, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "program"}, Note: "damals"})
	earlier := d.Keep(a)
	said, _, _ := talk(d, desk.Start{}, "1", "2", ".gehe Rechnung", "1")
	if !strings.Contains(said, "Als Vorlage da: 1 Frage vom ") || !strings.Contains(said, "Bisher: ") {
		t.Errorf("%s", tail(said))
	}
	if now := d.Last(); now == earlier || now.Assessment().Get(q).Value.Option != "program" || now.Assessment().Get(q).Note != "" || !earlier.Closed {
		t.Errorf("%+v, the earlier one closed: %v", now.Assessment().Get(q), earlier.Closed)
	}
}

func TestTemplateSaysWhatWasSaidLastTime(t *testing.T) {
	d := shipped(t)
	earlier := d.Keep(d.Bank().Case("metallbau-35").Assessment)
	said, _, _ := talk(d, desk.Start{}, "1", "2", ".p")
	if d.Last() != earlier || strings.Contains(said, "Willkommen zurück") || strings.Contains(said, "Alles ist gespeichert") {
		t.Errorf("a template begun by mistake stayed:\n%s", tail(said))
	}
	said, _, _ = talk(d, desk.Start{}, "1", "2", ".gehe Rechnung", "1", "5", ".z", ".p")
	if !strings.Contains(said, "Beim letzten Mal (") {
		t.Errorf("%s", tail(said))
	}
	d.Last().Closed = true
	said, _, _ = talk(d, desk.Start{Session: d.Last()}, ".antworten geändert", ".p")
	if n := strings.Count(said, "\n"); d.Last() == earlier || !strings.Contains(said, "Rechnung") || n > 20 {
		t.Errorf("%s", tail(said))
	}
}
