package desk

import (
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring/offer"
)

// advising recommends a module with offers; without an id it recommends none.
func advising(module string, offers ...offer.OfferAdvice) *offer.Advice {
	if module == "" {
		return &offer.Advice{}
	}
	m := questionnaire.Module{ID: module, Title: i18n.Text{i18n.German: "Modul " + module}}
	return &offer.Advice{Modules: []offer.ModuleAdvice{{Module: &m, Recommended: true, Offers: offers}}}
}

// usable is an offer to recommend: with so many conditions that nothing decides yet, and a grant of so much; 0 for no estimate.
func usable(id string, undecided int, upTo int64) offer.OfferAdvice {
	o := offer.OfferAdvice{Offer: &offer.Offer{ID: id, Name: i18n.Text{i18n.German: "Angebot " + id}}, Status: offer.StatusOpen, Eligible: offer.Unknown}
	for range undecided {
		o.Checks = append(o.Checks, offer.Check{Verdict: offer.Unknown})
	}
	if upTo > 0 {
		o.Estimate = &offer.Estimate{Known: true, UpTo: upTo}
	}
	return o
}

func closedTo(o offer.OfferAdvice) offer.OfferAdvice {
	o.Eligible = offer.No
	return o
}

// What the details for funding changed is told by the first of these that is so: the module, its offer, the grant, a condition.
func TestWhatDetailsForFundingChange(t *testing.T) {
	x, y := usable("x", 2, 0), usable("y", 2, 0)
	for _, c := range []struct {
		name       string
		was, now   *offer.Advice
		code, says string // the value that the message names
	}{
		{"never any", advising(""), advising(""), "same", ""},
		{"none any more", advising("a", x), advising(""), "none", "Modul a"},
		{"one at last", advising(""), advising("a", x), "module", "Modul a"},
		{"another module", advising("a", x), advising("b", x), "module", "Modul b"},
		{"another offer", advising("a", x, y), advising("a", closedTo(x), y), "offer", "Angebot y"},
		{"an offer at last", advising("a", closedTo(x)), advising("a", x), "offer", "Angebot x"},
		{"no offer any more", advising("a", x), advising("a", closedTo(x)), "closed", "Angebot x"},
		{"no offer as before", advising("a", closedTo(x)), advising("a", closedTo(x)), "same", ""},
		{"a grant", advising("a", x), advising("a", usable("x", 1, 5000)), "sum", ""},
		{"another grant", advising("a", usable("x", 2, 4000)), advising("a", usable("x", 2, 5000)), "sum", ""},
		{"a condition", advising("a", x), advising("a", usable("x", 1, 0)), "checks", "Angebot x"},
		{"nothing", advising("a", x), advising("a", x), "same", ""},
	} {
		got := fundingChange(c.was, c.now)
		if got.Code != c.code {
			t.Errorf("%s: %s, not %s", c.name, got.Code, c.code)
		}
		named := ""
		for _, a := range got.Args {
			if text, ok := a.(i18n.Text); ok {
				named = text[i18n.German]
			}
		}
		if named != c.says {
			t.Errorf("%s: names %q, not %q", c.name, named, c.says)
		}
	}
	if got := fundingChange(advising("a", x), advising("a", usable("x", 1, 5000))); got.Args[1] != i18n.Money(5000) {
		t.Errorf("the sum: %v", got.Args)
	}
}
