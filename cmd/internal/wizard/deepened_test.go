package wizard

import (
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// flowing is what a screen shows as running text.
func (d *driver) flowing() string {
	return strings.Join(strings.Fields(escapes.ReplaceAllString(d.see(), "")), " ")
}

// Where going deeper made another stage, the result says so and why, whichever way one went; where it did not, it says nothing.
func TestTheResultSaysWhatGoingDeeperChanged(t *testing.T) {
	for _, c := range []struct {
		example string
		lang    i18n.Lang
		says    []string
	}{
		{"schwelle-knapp", i18n.German, []string{"Vor dem Vertiefen war es Stufe 4, jetzt ist es Stufe 3: Sicherheit und Datenschutz hat jetzt 46 Punkte (vorher 50). "}},
		{"schwelle-knapp", i18n.English, []string{"Before going deeper it was stage 4, now it is stage 3: Security and data protection now has 46 points (before: 50). "}},
		{"hofkaeserei-8", i18n.German, []string{"Vor dem Vertiefen war es Stufe 1, jetzt ist es Stufe 2: ", "für Stufe 2 nötig sind 20"}},
		{"metallbau-35", i18n.German, nil},
	} {
		for _, way := range []say{deepen{}, narrow{}} {
			d := shippedDesk(t)
			all := caseOf(d.Bank(), c.example)
			quick := quickOf(d.Bank(), c.example)
			quick.Language = c.lang
			d.Keep(quick)
			dr := drive(t, d, desk.Start{Lang: c.lang})
			dr.r.do([]say{resume{firstDraft(t, d)}, way})
			for _, dim := range d.Bank().Dimensions {
				for _, q := range dim.Questions {
					if all.Get(q).State != questionnaire.Open {
						dr.r.work.iv.Put(q, all.Get(q))
					}
				}
			}
			dr.r.do([]say{result{}, result{}}) // the details for funding are offered once
			said := dr.flowing()
			for _, want := range c.says {
				if !strings.Contains(said, want) {
					t.Errorf("%s, %T: no %q in\n%s", c.example, way, want, said)
				}
			}
			if c.says == nil && strings.Contains(said, "Vor dem Vertiefen") {
				t.Errorf("%s, %T: says a change where there is none", c.example, way)
			}
		}
	}
}

// Whoever answers all questions from the start went no deeper.
func TestTheFullPathWentNoDeeper(t *testing.T) {
	d := shippedDesk(t)
	all := *caseOf(d.Bank(), "schwelle-knapp")
	d.Keep(&all)
	dr := drive(t, d, desk.Start{Lang: i18n.German})
	dr.r.do([]say{resume{firstDraft(t, d)}, result{}, result{}})
	if said := dr.flowing(); strings.Contains(said, "Vor dem Vertiefen") {
		t.Error(said)
	}
}

// In a row of the result nothing is cut, however much stands there.
func TestRowsOfAreasAreWhole(t *testing.T) {
	for _, size := range sizes {
		d := shippedDesk(t)
		a := quickOf(d.Bank(), "metallbau-35")
		for _, id := range []string{"two-factor", "data-capture"} {
			a.Answers[id] = questionnaire.Answer{State: questionnaire.Unknown}
		}
		d.Keep(a)
		dr := drive(t, d, desk.Start{Lang: i18n.German})
		dr.size(size[0], size[1])
		dr.r.do([]say{resume{firstDraft(t, d)}, result{}, result{}})
		dr.press("end").hides("…")
		if size[0] >= 76 {
			dr.shows("13–63   aus 1 von 6  nötig 30")
		} else {
			dr.shows("13–63   aus 1/6")
		}
	}
}
