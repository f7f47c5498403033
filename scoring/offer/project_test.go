package offer_test

import (
	"slices"
	"testing"

	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring/offer"
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
	if first := p.First(); first == nil || first.Offer.ID != "innoinvest" || p.Ahead() != offer.AheadMust {
		t.Errorf("first %+v, ahead %v", first, p.Ahead())
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

// What fits and is open is asked about before what may fit, and that before what may be open. What is closed is never asked
// about, and says nothing about when to apply.
func TestTheFirstProgramme(t *testing.T) {
	made := func(id string, s offer.Status, v offer.Verdict, ahead offer.Ahead) offer.OfferAdvice {
		return offer.OfferAdvice{Offer: &offer.Offer{ID: id, Apply: offer.Application{Ahead: ahead}}, Status: s, Eligible: v}
	}
	p := offer.Project{Offers: []offer.OfferAdvice{
		made("closed", offer.StatusOpen, offer.No, offer.AheadMust), made("unclear", offer.StatusUnclear, offer.Yes, 0),
		made("perhaps", offer.StatusOpen, offer.Unknown, offer.AheadCaution), made("fits", offer.StatusOpen, offer.Yes, 0),
	}}
	if p.Ahead() != offer.AheadCaution {
		t.Errorf("ahead %v", p.Ahead())
	}
	for _, want := range []string{"fits", "perhaps", "unclear"} {
		if got := p.First(); got == nil || got.Offer.ID != want {
			t.Fatalf("%+v instead of %s", got, want)
		}
		p.Offers = slices.DeleteFunc(p.Offers, func(o offer.OfferAdvice) bool { return o.Offer.ID == want })
	}
	if got := p.First(); got != nil || p.Ahead().Binding() {
		t.Errorf("%+v", got)
	}
}
