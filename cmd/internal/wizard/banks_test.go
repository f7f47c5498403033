package wizard

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/desk/desktest"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring/offer"
)

// bankDesk is a desk for one of the fixture banks that have other scales, no stages, no modules.
func bankDesk(t *testing.T, name string) *desktest.Desk {
	t.Helper()
	b := desktest.Bank(t, os.DirFS("../../../report/testdata/banks/"+name))
	return desktest.New(t, dataFiles, b, &offer.Catalogue{})
}

func TestResultsOfOtherBanks(t *testing.T) {
	for _, s := range desktest.Results {
		for _, l := range i18n.Languages() {
			name := s.Name() + "." + string(l) + ".txt"
			t.Run(name, func(t *testing.T) {
				var got strings.Builder
				for _, size := range sizes {
					d := sampleDesk(t, s.Bank, s.Sample)
					d.Keep(d.Sample)
					dr := drive(t, d, desk.Start{Lang: l, Session: d.Last()})
					dr.size(size[0], size[1])
					dr.press("tab", "?", "e").press(strings.Fields(s.Keys)...)
					fmt.Fprintf(&got, "%d × %d\n%s\n", size[0], size[1], frameOf(dr.see()))
				}
				hold(t, filepath.Join("testdata", name), got.String())
			})
		}
	}
}

func sampleDesk(t *testing.T, bank, id string) *desktest.Desk {
	t.Helper()
	d := bankDesk(t, bank)
	d.Sample = german(d.Bank())
	if c := d.Bank().Case(id); c != nil {
		d.Sample = c.Assessment
	}
	return d
}

// The tabs that a bank has nothing for are not there, and the numbers of the others close up.
func TestTabsAreThoseOfTheBank(t *testing.T) {
	dr := drive(t, sampleDesk(t, "punkte", "server"), desk.Start{Lang: i18n.German})
	dr.r.do([]say{sample{}})
	dr.shows("[1 Überblick] 2 Warum?  3 Dateien").hides("Schritte")
	dr.press("9").shows("[1 Überblick]")
	dr.press("right", "right", "right").shows("[3 Dateien]")
	dr.press("left").shows("[2 Warum?]")
}

func TestAnotherQuestionnaire(t *testing.T) {
	d := bankDesk(t, "zwoelf")
	d.Others = []*desktest.Desk{bankDesk(t, "punkte")}
	dr := drive(t, d, desk.Start{Lang: i18n.German})
	dr.shows("Anderer Fragebogen …", "Fragen beantworten").press("down", "enter")
	dr.shows("Fragebogen wählen", "Zwölf Merkmale, 3 Minuten (kurzer Weg) oder 5 (ganzer Weg)", "Punkte zählen, 4 Minuten")
	dr.press("down", "enter").shows("Wie viele der 37 Punkte hat Ihr Betrieb?", "Fragen beantworten")
	dr.press("enter").shows("Wie heißt Ihr Betrieb?")
	dr.press("P", "enter").shows("Gibt es eine Sicherung?")
	if got := d.Others[0].Last(); got == nil || got.Assessment().Bank.ID != "punkte" {
		t.Errorf("the assessment is not one of the other bank: %+v", got)
	}
}

// A draft of another bank is opened with that bank.
func TestDraftOfAnotherQuestionnaire(t *testing.T) {
	d := bankDesk(t, "zwoelf")
	other := bankDesk(t, "punkte")
	d.Others = []*desktest.Desk{other}
	a := questionnaire.New(other.Bank(), questionnaire.Full, i18n.German, clock)
	other.Keep(a)
	drafts, _, _ := other.Drafts()
	dr := drive(t, d, desk.Start{Lang: i18n.German})
	dr.r.do([]say{resume{drafts[0]}})
	dr.shows("Wie heißt Ihr Betrieb?")
	if dr.r.desk.Bank().About.ID != "punkte" {
		t.Error("the bank is still the other one")
	}
}

// That no further answer can change the stage is said once, while questions are open.
func TestSettledStageIsTold(t *testing.T) {
	d := shippedDesk(t)
	b := d.Bank()
	whole := *b.Demo()
	whole.Bank = b.Ref()
	d.Keep(&whole)
	dr := drive(t, d, desk.Start{Lang: i18n.German, Session: d.Last()})
	if dr.r.tellSettled(); dr.r.work.once.settled {
		t.Fatal("told although everything is answered")
	}
	last := b.Dimensions[len(b.Dimensions)-1].Questions
	gap := whole.With(last[len(last)-1], questionnaire.Answer{State: questionnaire.Open})
	d.Keep(gap)
	dr = drive(t, d, desk.Start{Lang: i18n.German, Session: d.Last()})
	dr.r.note = note{}
	dr.r.tellSettled()
	dr.shows("Die Stufe kann sich nicht mehr ändern.")
	dr.r.note = note{}
	if dr.r.tellSettled(); dr.r.note.key != "" {
		t.Error("told twice")
	}
}
