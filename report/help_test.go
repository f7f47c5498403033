package report_test

import (
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// helped is a report on a company with one step, within the year, that a measure helped by some offers and modules leads to. Every offer
// has to be applied for before the start.
func helped(t *testing.T, helps []string, modules []offer.ModuleAdvice) string {
	t.Helper()
	w := world(t)
	r := *scoring.Evaluate(w.Bank, w.Bank.Case("metallbau-35").Assessment)
	step := r.NextSteps[0]
	m := *step.Measure
	m.Helps, step.Measure, step.Begin = helps, &m, scoring.Later
	r.NextSteps, r.Ways = []scoring.Step{step}, nil
	advice := offer.Advice{Day: source.Day{Year: 2026, Month: 11, Day: 24}, AsOf: w.Day, Modules: modules}
	doc := report.Build(&r, &advice, w.Words.Printer(i18n.German), "1.0.0")
	return outline(&report.Document{Parts: []report.Part{partOf(doc, "summary"), partOf(doc, "module"), partOf(doc, "measures")}})
}

func made(name string, status offer.Status, until string, eligible offer.Verdict) offer.OfferAdvice {
	o := &offer.Offer{ID: name, Name: i18n.Text{i18n.German: name}, Validity: offer.Validity{Text: i18n.Text{i18n.German: "Lage."}, UntilSure: true}}
	o.Apply.Ahead = offer.AheadMust
	if until != "" {
		o.Validity.Until, _ = source.ParseDay(until)
	}
	a := offer.OfferAdvice{Offer: o, Status: status, Eligible: eligible}
	if eligible == offer.No {
		a.Nearest = &offer.Nearest{}
	}
	return a
}

// What has to be applied for before the start is the offer that is open and comes first, never one that is closed.
func TestTheOpenOfferIsAppliedFor(t *testing.T) {
	w := world(t)
	grant := w.Bank.Module("digitalbonus")
	for _, c := range []struct {
		name   string
		offers []offer.OfferAdvice
		want   string
		not    []string
	}{
		{"open before the one that the module is named like", []offer.OfferAdvice{made("InnoInvest", offer.StatusOpen, "", offer.Yes), made("digitalbonus", offer.StatusUnclear, "", offer.Yes)}, "beantragt werden: InnoInvest.", []string{"beantragt werden: digitalbonus"}},
		{"closed to the company", []offer.OfferAdvice{made("Zu", offer.StatusOpen, "", offer.No), made("Offen", offer.StatusOpen, "", offer.Yes)}, "beantragt werden: Offen.", []string{"beantragt werden: Zu."}},
		{"ends before the step begins", []offer.OfferAdvice{made("Bald", offer.StatusOpen, "2026-12-31", offer.Yes), made("Lange", offer.StatusOpen, "2029-12-31", offer.Yes)}, "beantragt werden: Lange.", []string{"endet vorher", "beantragt werden: Bald"}},
		{"all end before", []offer.OfferAdvice{made("Bald", offer.StatusOpen, "2026-12-31", offer.Yes)}, "Bald endet vorher am 31.12.2026. Muss vor Beginn beantragt werden", nil},
		{"ends on the day", []offer.OfferAdvice{made("Gerade", offer.StatusOpen, "2027-02-24", offer.Yes)}, "Muss vor Beginn beantragt werden: Gerade.", []string{"endet vorher"}},
		{"over", []offer.OfferAdvice{made("Aus", offer.StatusEnded, "2024-12-31", offer.Yes)}, "eigene Arbeit", []string{"beantragt werden"}},
	} {
		text := helped(t, []string{"digitalbonus"}, []offer.ModuleAdvice{{Module: grant, Rank: 1, Offers: c.offers}})
		if !strings.Contains(text, c.want) {
			t.Errorf("%s: %q is missing", c.name, c.want)
		}
		for _, not := range c.not {
			if strings.Contains(text, not) {
				t.Errorf("%s: %q", c.name, not)
			}
		}
	}
}

// Offers that end before the first step begins are marked, and stand after those that can still be used, wherever offers
// are listed.
func TestOffersThatEndBeforeTheFirstStep(t *testing.T) {
	w := world(t)
	all := []offer.OfferAdvice{made("Erste", offer.StatusOpen, "", offer.Yes), made("Bald", offer.StatusOpen, "2026-12-31", offer.Yes), made("Lange", offer.StatusOpen, "2029-12-31", offer.Yes), made("Zu", offer.StatusOpen, "2026-12-31", offer.No)}
	text := helped(t, nil, []offer.ModuleAdvice{{Module: w.Bank.Module("digitalbonus"), Rank: 1, Recommended: true, Offers: all}})
	module := text[strings.Index(text, "Andere Möglichkeit"):]
	var places []int
	for _, name := range []string{"Lange", "Bald", "Alle", "Erste", "Lange", "Bald", "Zu"} {
		at := strings.Index(module, name)
		if at < 0 {
			t.Fatalf("%q is missing in\n%s", name, module)
		}
		places, module = append(places, at), module[at+len(name):]
	}
	mark := "Endet am 31.12.2026, bevor der erste Schritt beginnt (24.02.2027)."
	if n := strings.Count(text, mark); n < 2 || !strings.Contains(text, "Lage. "+mark) {
		t.Errorf("marked %d times, %v", n, places)
	}
	if i := slices.IndexFunc(all, func(o offer.OfferAdvice) bool { return o.Offer.ID == "Bald" }); i != 1 {
		t.Error("the advice itself is put in another order")
	}
}
