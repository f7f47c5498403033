package report_test

import (
	"fmt"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// planned is a company of the first stage with a quote for software, in one language.
func planned(t *testing.T, l i18n.Lang) reporttest.Sample {
	w := world(t)
	a := w.Bank.Case("alles-unten").Assessment
	for id, v := range map[string]questionnaire.Value{
		"project": {Option: "offer"}, "project_kind": {Option: "processes"}, "project_volume": {Figure: rat("12000")},
		"in_thueringen": {Option: "yes"}, "in_difficulty": {Option: "no"},
	} {
		a = a.With(w.Bank.Question(id), questionnaire.Answer{State: questionnaire.Answered, Value: v})
	}
	r := scoring.Evaluate(w.Bank, a)
	return reporttest.Sample{Result: r, Advice: offer.Recommend(w.Offers, r, w.Day), Printer: w.Words.Printer(l)}
}

// What is planned is spoken of where another module comes first, with every offer for it and the stage that is missing.
func TestAProjectIsSpokenOf(t *testing.T) {
	for l, want := range map[i18n.Lang][]string{
		i18n.German: {
			"Für Ihr Vorhaben (12.000\u00a0€) wurden diese Programme geprüft:", "InnoInvest – passt vielleicht, zu klären: ", "neu. Nimmt Anträge an. Wen fragen: Thüringer Aufbaubank (TAB), 0361",
			"Fragen Sie als Erstes nach InnoInvest – Thüringer Aufbaubank (TAB), 0361", "Bestellen Sie nichts, bevor der Antrag gestellt ist.", "Ob zurzeit Anträge angenommen werden, ist nicht bestätigt. Bis 31.12.2026",
			"erst ab Stufe 2; auf Stufe 1",
		},
		i18n.English: {
			"For your project (€12,000), these programmes were looked at:", "InnoInvest – may fit, to be settled: ", "business. Takes applications. Whom to ask: Thüringer Aufbaubank (TAB), 0361",
			"Ask about InnoInvest first – Thüringer Aufbaubank (TAB), 0361", "Order nothing before the application is in.", "Whether applications are accepted at present is not confirmed. Until 31", "only from stage 2 on; at stage 1",
		},
	} {
		s := planned(t, l)
		plan := report.NewWords(s.Result, s.Advice, s.Printer).Project()
		if len(plan.Programmes) != len(s.Advice.Project.Offers) {
			t.Errorf("%s: %d lines for %d programmes", l, len(plan.Programmes), len(s.Advice.Project.Offers))
		}
		text := fmt.Sprint(plan)
		document := fmt.Sprint(reporttest.Texts(s.Document()))
		for _, part := range want {
			if !strings.Contains(text, part) || !strings.Contains(document, part) {
				t.Errorf("%s: there is no %q in %s", l, part, text)
			}
		}
		if strings.Contains(document, "kein Vorhaben") || strings.Contains(document, "no project") {
			t.Errorf("%s: the report denies the project", l)
		}
	}
}

// What is closed to the project says so on its line, with what would open it; what is closed for good names nobody to ask.
func TestAProgrammeThatDoesNotFit(t *testing.T) {
	s := planned(t, i18n.German)
	w := world(t)
	line := func(field, option string) string {
		a := s.Result.Assessment.With(w.Bank.Question(field), questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: option}})
		r := scoring.Evaluate(w.Bank, a)
		for _, x := range report.NewWords(r, offer.Recommend(w.Offers, r, w.Day), s.Printer).Project().Programmes {
			if x.Offer.Offer.ID == "digitalbonus" {
				return x.Text
			}
		}
		return ""
	}
	if got := line("project_kind", "machines"); !strings.Contains(got, "Digitalbonus Thüringen – passt nicht; käme infrage, wenn es um Abläufe") || !strings.Contains(got, "Wen fragen: ") {
		t.Error(got)
	}
	if got := line("in_thueringen", "no"); !strings.Contains(got, "– passt nicht; bleibt ausgeschlossen: nur Betriebe") || strings.Contains(got, "Wen fragen") {
		t.Error(got)
	}
}

// The summary says which programme to ask about first, to those alone who see the plan.
func TestTheSummaryNamesTheFirstProgramme(t *testing.T) {
	for l, want := range map[i18n.Lang]string{i18n.German: "Fragen Sie als Erstes nach InnoInvest", i18n.English: "Ask about InnoInvest first"} {
		for id, sees := range map[string]bool{"consultant": true, "owner": true, "bank": true, "chamber": false} {
			s := planned(t, l)
			x := audience(t, id)
			r := x.Seen(s.Result)
			d := report.Build(r, offer.Recommend(world(t).Offers, r, world(t).Day), s.Printer, "1", report.For(x))
			if got := strings.Contains(fmt.Sprint(reporttest.Texts(d.Only([]string{"summary"}))), want); got != sees {
				t.Errorf("%s, %q: %v", l, id, got)
			}
		}
	}
}

// Who plans nothing, or is led to the module for projects, hears nothing of it.
func TestNoProjectNoWord(t *testing.T) {
	w := world(t)
	for _, id := range []string{"alles-unten", "metallbau-35"} {
		r := scoring.Evaluate(w.Bank, w.Bank.Case(id).Assessment)
		if plan := report.NewWords(r, offer.Recommend(w.Offers, r, w.Day), w.Words.Printer(i18n.German)).Project(); plan != nil {
			t.Errorf("%s: %+v", id, plan)
		}
	}
}
