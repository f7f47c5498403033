package report_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
)

// Cover and first page say for whom the report is and, as far as that reader sees it, what is planned.
func TestTheFirstPagesSayForWhomAndWhatIsPlanned(t *testing.T) {
	w := world(t)
	a := telling(w)
	set := func(id string, v questionnaire.Value) {
		a = a.With(w.Bank.Question(id), questionnaire.Answer{State: questionnaire.Answered, Value: v})
	}
	set("project", questionnaire.Value{Option: "offer"})
	set("project_kind", questionnaire.Value{Option: "machines"})
	set("project_volume", questionnaire.Value{Figure: big.NewRat(98765, 1)})
	for lang, want := range map[i18n.Lang]struct{ reader, all, costs string }{
		i18n.German:  {"Geschrieben für", "Vorhaben: Maschinen oder Anlagen; Kosten: 98.765\u00a0€; Stand: Mindestens ein Angebot eines Anbieters liegt vor", "98.765"},
		i18n.English: {"Written for", "Project: Machines or plant; costs: €98,765; where it stands: ", "98,765"},
	} {
		p := w.Words.Printer(lang)
		for _, x := range append(audiences(t), nil) {
			doc := tell(w, a, x, p).document
			cover := strings.Join(doc.Cover.Facts, "\n")
			first, _ := doc.Parts[0].Blocks[0].(report.Facts)
			page := ""
			for _, f := range first {
				page += f.Name + ": " + f.Text + "\n"
			}
			for place, text := range map[string]string{"cover": cover, "first page": page} {
				if x == nil {
					if strings.Contains(text, want.reader) || strings.Contains(text, want.costs) {
						t.Errorf("%s, %s: a report for everybody says %q", lang, place, text)
					}
					continue
				}
				if !strings.Contains(text, want.reader+": "+p.Text(x.Title)) {
					t.Errorf("%s, %s: not said to be for %s: %q", lang, place, x.ID, text)
				}
				if all := x.HasField("project") && x.HasField("project_kind") && x.HasField("project_volume"); strings.Contains(text, want.all) != all {
					t.Errorf("%s, %s, %s: the plan is told: %v: %q", lang, x.ID, place, !all, text)
				}
				if strings.Contains(text, want.costs) != x.HasField("project_volume") {
					t.Errorf("%s, %s, %s: the costs: %q", lang, x.ID, place, text)
				}
			}
		}
	}
	set("project", questionnaire.Value{Option: "none"})
	if doc := tell(w, a, audience(t, "bank"), w.Words.Printer(i18n.German)).document; slices.ContainsFunc(doc.Cover.Facts, func(s string) bool { return strings.Contains(s, "98.765") }) {
		t.Error("what is left of a plan that was given up is told")
	}
}
