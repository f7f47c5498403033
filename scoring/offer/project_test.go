package offer_test

import (
	"testing"

	"digitalkompass/questionnaire/source"
)

func TestWhatIsPlannedIsLookedAt(t *testing.T) {
	b, c := shipped(t)
	day := source.Day{Year: 2026, Month: 11, Day: 24}
	quote := profile{"project": chosen("offer"), "project_kind": chosen("processes"), "project_volume": figure(12000)}
	p := advise(t, b, c, "alles-unten", quote, day).Project
	if p == nil || p.From != 2 || p.Planned != 1200000 || len(p.Offers) != 3 {
		t.Fatalf("%+v", p)
	}
	for _, o := range p.Open() {
		if !o.Usable() {
			t.Errorf("%s is no way to go", o.Offer.ID)
		}
	}
	for name, with := range map[string]profile{
		"nothing planned": {"project": chosen("none")}, "an idea": {"project": chosen("idea")}, "begun": {"project": chosen("begun")},
	} {
		if got := advise(t, b, c, "alles-unten", with, day).Project; got != nil {
			t.Errorf("%s: %+v", name, got)
		}
	}
	if got := advise(t, b, c, "metallbau-35", nil, day).Project; got != nil {
		t.Errorf("the module for projects is recommended: %+v", got)
	}
	other := profile{"project": chosen("offer"), "project_kind": chosen("machines"), "project_volume": figure(12000)}
	if got := advise(t, b, c, "metallbau-35", other, day).Project; got == nil || got.From != 0 {
		t.Errorf("another kind of project: %+v", got)
	}
}
