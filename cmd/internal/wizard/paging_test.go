package wizard

import (
	"regexp"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire/i18n"
)

// w is the option of a detail that means "I don't know", and says that there is none where there is none.
func TestWIsTheOptionThatMeansNotKnown(t *testing.T) {
	for l, word := range map[i18n.Lang]string{i18n.German: "(•) Weiß ich nicht", i18n.English: "(•) I don’t know"} {
		d := atField(t, "chamber", l).press("w").shows(word)
		if got := d.answer("chamber").Value.Option; got != "unknown" {
			t.Errorf("%s: %q", l, got)
		}
	}
	d := atField(t, "crafts", i18n.German)
	was := d.answer("crafts").Value.Option
	if d.press("w").shows("„Weiß nicht“ passt hier nicht. o lässt die Angabe offen."); d.answer("crafts").Value.Option != was {
		t.Error("an answer has changed")
	}
}

var stepNumber = regexp.MustCompile(`(?m)^ (?:► |  )(\d+|\?) +\S`)

// A page of the steps leads by no step unseen, in every window, and back.
func TestNoStepIsPassedByPages(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
		d := shippedDesk(t)
		d.Keep(d.Sample)
		dr := drive(t, d, desk.Start{}).press("enter")
		dr.size(size[0], size[1])
		dr.r.push(newResult(paneSteps))
		n := (steps{}).stops(dr.r.frame(), dr.r.top().(*results))
		for _, key := range []string{"pgdn", "pgup"} {
			seen := map[string]bool{}
			for range n {
				for _, m := range stepNumber.FindAllStringSubmatch(escapes.ReplaceAllString(dr.see(), ""), -1) {
					seen[m[1]] = true
				}
				dr.press(key)
			}
			if len(seen) != n {
				t.Errorf("%v, %s: %d of %d steps seen: %v", size, key, len(seen), n, seen)
			}
			if at := dr.r.top().(*results).at[paneSteps]; key == "pgdn" && at != n-1 || key == "pgup" && at != 0 {
				t.Errorf("%v, %s ends at %d", size, key, at)
			}
		}
	}
}
