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
		i18n.German:  {"Für Ihr Vorhaben (12.000\u00a0€)", "InnoInvest: offen", "Digitalbonus Thüringen: nicht bestätigt", "erst ab Stufe 2; auf Stufe 1"},
		i18n.English: {"For your project (€12,000)", "InnoInvest: open", "Digitalbonus Thüringen: not confirmed", "only from stage 2 on; at stage 1"},
	} {
		s := planned(t, l)
		text := report.NewWords(s.Result, s.Advice, s.Printer).Project()
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

// Who plans nothing, or is led to the module for projects, hears nothing of it.
func TestNoProjectNoWord(t *testing.T) {
	w := world(t)
	for _, id := range []string{"alles-unten", "metallbau-35"} {
		r := scoring.Evaluate(w.Bank, w.Bank.Case(id).Assessment)
		if text := report.NewWords(r, offer.Recommend(w.Offers, r, w.Day), w.Words.Printer(i18n.German)).Project(); text != "" {
			t.Errorf("%s: %s", id, text)
		}
	}
}
