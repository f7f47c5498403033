package offer_test

import (
	"testing"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// Why a module is not the first one is said only as the answers bear it out, and in words that begin with their sign.
func TestWhyAModuleIsNotForNow(t *testing.T) {
	b, c := shipped(t)
	de := messages(t).Printer(i18n.German)
	for _, x := range []struct {
		name, example string
		with          profile
		steps         bool // whether it is known what to do next
		module, code  string
		begins        string
	}{
		{"nothing planned", "alles-unten", profile{"project": chosen("none")}, false, "digitalbonus", "too-early", "Noch zu früh: Wenn noch offen ist"},
		{"planned, but too small for it", "alles-unten", profile{"project": chosen("describable"), "project_kind": chosen("processes")}, false, "digitalbonus", "meant-for", "Für ein abgegrenztes Vorhaben"},
		{"begun", "metallbau-35", profile{"project": chosen("begun")}, true, "digitalbonus", "too-late", "Zu spät: Wenn das Vorhaben begonnen hat"},
		{"second in the table", "alles-unten", nil, false, "mittelstand", "second", "Kommt als Zweites infrage, nach „Erstberatung und Orientierung“."},
		{"help for a step", "alles-unten", nil, true, "mittelstand", "helps", "Hilft Ihnen bei einzelnen der nächsten Schritte."},
		{"data not ready", "alles-unten", nil, false, "ki-zentrum", "too-early", "Noch zu früh: Wenn Aufträge noch abgetippt werden"},
		{"a project that can be described", "metallbau-35", nil, false, "kompetenzzentrum", "too-late", "Zu spät: Wenn Ziel und Umfang"},
		{"no project", "softwarehaus-14", profile{"project": chosen("none")}, false, "kompetenzzentrum", "meant-for", "Für Betriebe, die am Anfang stehen"},
	} {
		a := company(b, x.example, x.with)
		r := scoring.Compile(b).Score(a)
		if x.steps {
			r = scoring.Evaluate(b, a)
		}
		for _, m := range offer.Recommend(c, r, today).Modules {
			if m.Module.ID != x.module {
				continue
			}
			if len(m.Against) == 0 || m.Against[0].Code != x.code {
				t.Errorf("%s: %v, want %s", x.name, m.Against, x.code)
			} else if got := m.Against[0].In(de); len(got) < len(x.begins) || got[:len(x.begins)] != x.begins {
				t.Errorf("%s: %q", x.name, got)
			}
		}
	}
}

// What an SME's class still needs is named: of the two sums one is enough.
func TestWhatTheClassStillNeeds(t *testing.T) {
	b, c := shipped(t)
	de := messages(t).Printer(i18n.German)
	for _, x := range []struct {
		with profile
		want string
	}{
		{profile{"employees": figure(9), "group": chosen("autonomous"), "turnover": {}, "balance_sheet": {}}, "Umsatz oder Bilanzsumme"},
		{profile{"employees": figure(9), "group": {}, "turnover": {}, "balance_sheet": {}}, "Verflechtung; Umsatz oder Bilanzsumme"},
		{profile{"employees": figure(9), "group": chosen("autonomous"), "turnover": figure(1), "balance_sheet": {}}, ""},
		{profile{"employees": figure(300), "group": {}, "turnover": {}, "balance_sheet": {}}, ""},
	} {
		o := find(advise(t, b, c, "metallbau-35", x.with, today), "digitalbonus")
		if got := verdict(o, "sme").Lacks.In(de); got != x.want {
			t.Errorf("%v: %q, want %q", x.with, got, x.want)
		}
	}
}

// Proven is what an official source with a date says.
func TestDocumented(t *testing.T) {
	_, c := shipped(t)
	for id, want := range map[string]bool{"rkw-thueringen": false, "bafa": false, "thex": true} {
		if got := c.Offer(id).Documented(); got != want {
			t.Errorf("%s: %v", id, got)
		}
	}
}
