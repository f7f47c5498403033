package offer_test

import (
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

func TestWhatIsFundable(t *testing.T) {
	b, c := shipped(t)
	later := source.Day{Year: 2030, Month: 1, Day: 1}
	outside := profile{"in_thueringen": chosen("no"), "public_share": chosen("yes")}
	for _, x := range []struct {
		name  string
		helps []string
		with  profile
		day   source.Day
		want  bool
	}{
		{"a grant", []string{"innoinvest"}, nil, today, true},
		{"a grant that is not confirmed", []string{"digitalbonus"}, nil, today, true},
		{"a module with a grant", []string{"mittelstand", "digitalbonus"}, nil, later, true},
		{"a grant named second", []string{"mittelstand", "innoinvest"}, nil, today, true},
		{"subsidised advice", []string{"bafa"}, nil, today, true},
		{"subsidised advice that has ended", []string{"bafa"}, nil, later, false},
		{"a grant closed to the company", []string{"innoinvest"}, profile{"project": chosen("begun")}, today, false},
		{"a module closed to the company", []string{"digitalbonus", "kompetenzzentrum"}, outside, today, false},
		{"a loan", []string{"kfw-digitalisierung"}, nil, today, false},
		{"help without money", []string{"mittelstand", "ki-zentrum", "cyberrisikocheck", "zett"}, nil, today, false},
		{"a grant before its first day", []string{"innoinvest"}, nil, source.Day{Year: 2025, Month: 8, Day: 1}, false},
		{"no help", nil, nil, today, false},
	} {
		a := advise(t, b, c, "metallbau-35", x.with, x.day)
		if got := a.Funds(&questionnaire.Measure{Helps: x.helps}); got != x.want {
			t.Errorf("%s: %t", x.name, got)
		}
	}
}
