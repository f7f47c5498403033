package wizard

import (
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// fraction is the part of the bar of progress that is filled, in thousandths.
func (d *driver) fraction() int {
	p := d.r.top().View(d.r.frame())
	return 1000 * p.Done / max(1, p.Of)
}

// The bar of progress never goes back on the way forward, whatever the answers add; an answer that adds questions says so.
func TestTheBarNeverGoesBack(t *testing.T) {
	for _, path := range []questionnaire.Path{questionnaire.Quick, questionnaire.Full} {
		sd := shippedDesk(t)
		from := caseOf(sd.Bank(), "metallbau-35")
		d := drive(t, sd, desk.Start{Path: path, Lang: i18n.German})
		last, bar := 0, track{}
		for range 80 {
			s, ok := d.r.top().(*question)
			if !ok {
				break
			}
			it, _ := d.r.work.iv.Visible(s.id)
			if now := d.r.frame().reachOf(it.Question); now != bar {
				last, bar = 0, now
			}
			if now := d.fraction(); now < last {
				t.Fatalf("from %d to %d at %s:\n%s", last, now, s.id, d.see())
			} else {
				last = now
			}
			a := from.Get(it.Question)
			if a.State == questionnaire.Open {
				a.State = questionnaire.Skipped
			}
			d.press(keysFor(it.Question, a)...)
		}
	}
}

func TestAnAnswerThatAddsQuestionsSaysSo(t *testing.T) {
	d := asking(t).press("1", "enter").shows("von 5")
	d.press("esc", "2").shows("Durch diese Antwort kommt 1 Frage dazu.", "Frage 1 von 6").press("l", "1", "3").shows("This answer adds 1 question.")
}

// Going deeper, the questions of an area do not grow with each one asked.
func TestAreasDoNotGrowOnTheWayDeeper(t *testing.T) {
	d := shippedDesk(t)
	d.Keep(quickOf(d.Bank(), "metallbau-35"))
	dr := drive(t, d, desk.Start{Lang: i18n.German}).press("enter", "m")
	of := map[string]int{}
	for range 12 {
		s, ok := dr.r.top().(*question)
		if !ok {
			break
		}
		area := dr.d.Bank().Dimension(dr.d.Bank().Question(s.id).Dimension)
		pr := dr.r.frame().Look.areaProgress(area)
		if was := of[area.ID]; was != 0 && was != pr.Of {
			t.Errorf("%s had %d questions, and has %d", area.ID, was, pr.Of)
		}
		of[area.ID] = pr.Of
		dr.deepened(caseOf(d.Bank(), "metallbau-35"), 1)
	}
}

// The list of drafts and the greeting name the same question, and both lists of answers count the same.
func TestTheSamePlaceHasTheSameNumber(t *testing.T) {
	d := asking(t).press("2", "enter", "3", "enter", "1", "esc")
	d.press("p")
	again := drive(t, d.d, desk.Start{Lang: i18n.German}).shows("Frage 2 von 6").press("enter").shows("Zuletzt: Frage 2", "Frage 2 von 6")
	again.press("tab", "?", "g").shows("3 beantwortet · 3 offen").press("esc", "esc")
}
