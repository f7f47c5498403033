package wizard

import (
	"math/big"
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
)

// demo is the result of the shipped sample in a window.
func demo(t *testing.T, l i18n.Lang, w, h int) *driver {
	t.Helper()
	dr := drive(t, shippedDesk(t), desk.Start{Lang: l})
	dr.size(w, h)
	dr.r.do([]say{sample{}})
	return dr
}

// TestResultAtAGlance holds that the result of the sample shows all that matters without scrolling: in a usual
// window, and in the smallest, what keeps the next stage away, first step and module; in a wide one stairs, scale, steps and module side by side.
func TestResultAtAGlance(t *testing.T) {
	for l, want := range map[i18n.Lang][]string{
		i18n.German:  {"[2 Aufbau]", "Auf dem Weg zu Stufe 3 Vernetzt", "Stufe 3 fehlt:", "nötig 30", "── Nächste Schritte ─", "── Modul ─", "Voraussetzungen: 5 erfüllt", "Alles dazu: Taste 3", "Alles dazu: Taste 4"},
		i18n.English: {"[2 ", "Missing for stage 3:", "needs 30", "── Next steps ─", "── Module ─", "Conditions: 5 met", "More: key 3", "More: key 4"},
	} {
		demo(t, l, 120, 40).shows(want...).hides("▼")
		demo(t, l, 200, 60).shows(want...).hides("▼")
		small := map[i18n.Lang][]string{i18n.German: {"Stufe 3 fehlt:", "Modul:", "Zuerst:"}, i18n.English: {"Missing for stage 3:", "Module:", "First:"}}
		demo(t, l, 80, 24).shows(small[l]...).hides("▼")
		demo(t, l, 60, 20).shows(small[l]...)
	}
}

// What came of looking for money for a project is long: it stands with the module and pushes nothing out of sight.
func TestAProjectPushesNothingOutOfSight(t *testing.T) {
	for _, size := range sizes[:2] {
		d := shippedDesk(t)
		a := caseOf(d.Bank(), "alles-unten")
		a = a.With(d.Bank().Question("project"), questionnaire.WithValue(questionnaire.Answer{}, questionnaire.Value{Option: "describable"}))
		if _, advice := d.Evaluate(a); advice.Project == nil {
			t.Fatal("no project")
		}
		d.Keep(a)
		dr := drive(t, d, desk.Start{Lang: i18n.German})
		dr.size(size[0], size[1])
		dr.r.do([]say{resume{firstDraft(t, d)}, result{}, result{}})
		dr.shows("Stufe 2 fehlt:", "Zuerst: Zweiten Nachweis").hides("wurden diese Programme geprüft")
		if !strings.Contains(dr.flowing(), "Zu Ihrem Vorhaben: Taste 4.") {
			t.Error(dr.see())
		}
		dr.press("4")
		pane := ""
		for _, fa := range (module{}).facts(dr.r.frame()) {
			pane += fa.lead.text() + fa.text + "\n"
		}
		for _, want := range []string{"\n– InnoInvest – passt vielleicht, zu klären: ", "\nFragen Sie als Erstes nach InnoInvest – "} {
			if strings.Count(pane, want) != 1 {
				t.Errorf("no %q in %s", want, pane)
			}
		}
	}
}

// The stairs rise by one row a stage, and the name of the present one stands in brackets below its own.
func TestStairs(t *testing.T) {
	dr := demo(t, i18n.German, 120, 40)
	f := dr.r.frame()
	r, _ := f.Look.Run.Judge()
	rows := f.stairs(r)
	if len(rows) != len(r.Bank.Stages)+1 {
		t.Fatalf("%d rows for %d stages", len(rows), len(r.Bank.Stages))
	}
	for i, row := range rows[:len(r.Bank.Stages)] {
		drawn := 0
		for _, part := range strings.Fields(row.text()) {
			if strings.Trim(part, "█▒░") == "" {
				drawn++
			}
		}
		if drawn != i+1 {
			t.Errorf("row %d has %d stages: %s", i, drawn, row.text())
		}
	}
	f.W = 100
	if f.stairs(r) != nil {
		t.Error("stairs without room for what stands beside them")
	}
}

// What fits is shown whole: a column never ends inside of a step.
func TestColumnsEndWithWholeItems(t *testing.T) {
	f := demo(t, i18n.German, 120, 40).r.frame()
	r, advice := f.Look.Run.Judge()
	for room := range 30 {
		rows := f.columns(r, advice, room)
		if len(rows) > max(room, 0) {
			t.Errorf("%d rows in room for %d", len(rows), room)
		}
		if room >= leastRows && (len(rows) == 0 || !strings.Contains(rows[0].text(), "Nächste Schritte")) {
			t.Errorf("no title in room for %d", room)
		}
	}
}

// Of several things that keep a stage away, the total says what is reached of what is needed, never as if the reached were missing.
func TestWhatIsReachedIsNotCalledMissing(t *testing.T) {
	for l, want := range map[i18n.Lang]string{i18n.German: "insgesamt 29 von nötigen 40 Punkten", i18n.English: "29 of the 40 points needed in total"} {
		dr := demo(t, l, 80, 24)
		f := dr.r.frame()
		judged, _ := f.Look.Run.Judge()
		r := *judged
		total := scoring.Block{Stage: 3, Needs: big.NewRat(40, 1), Has: scoring.Span{Score: big.NewRat(29, 1)}}
		area := total
		area.Dimension = r.Dimensions[0].Dimension.ID
		r.BlockedBy = []scoring.Block{area, total}
		if got := strings.ReplaceAll(f.blocksText(&r), "\u00a0", " "); !strings.Contains(got, want) {
			t.Errorf("%s: %s", l, got)
		}
	}
}
