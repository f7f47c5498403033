package offer_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring/offer"
)

// Each case breaks the shipped catalogue in one place.
func TestBrokenCatalogues(t *testing.T) {
	b, _ := shipped(t)
	for _, x := range []struct{ code, file, old, new string }{
		{"unknown-field", "ki.yaml", "    modules: [ki-zentrum]", "    moduls: [ki-zentrum]"},
		{"unknown-module", "ki.yaml", "modules: [ki-zentrum]", "modules: [ki-zentrun]"},
		{"unknown-module", "catalogue.yaml", "first: digitalbonus", "first: digitalbonuss"},
		{"unknown-dimension", "catalogue.yaml", "scores: {prozesse: 55", "scores: {prozese: 55"},
		{"unknown-question", "catalogue.yaml", "{try_first: [\"yes\"]}", "{try_fist: [\"yes\"]}"},
		{"unknown-option", "erproben.yaml", "test: sme", "yes: {in_thueringen: [vielleicht]}"},
		{"bad-word", "ki.yaml", "status: open", "status: offen"},
		{"bad-word", "ki.yaml", "kind: official", "kind: amtlich"},
		{"bad-word", "nachbarn.yaml", "beside: [security]", "beside: [sicherheit]"},
		{"bad-word", "digitalbonus.yaml", "test: spend", "test: geld"},
		{"translation-missing", "ki.yaml", "en: \"Active under this name, last documented in October 2025.\"", "en: \"\""},
		{"missing-text", "ki.yaml", "    status_text: ", "    status_texd: "},
		{"offer-dates", "erstberatung.yaml", "    until: 2026-12-31", "    until: 2020-12-31"},
		{"wrong-kind", "erstberatung.yaml", "until: 2026-12-31", "until: bald"},
		{"offer-source-unknown", "ki.yaml", "sources: [mdr]", "sources: [mdrr]"},
		{"offer-source", "ki.yaml", "sources: [mdr]", "sources: []"},
		{"offer-rule-empty", "ki.yaml", ", test: open}", "}"},
		{"missing-field", "nachbarn.yaml", ", changes: never", ""},
		{"bad-word", "digitalbonus.yaml", "changes: project", "changes: plan"},
		{"unknown-field", "digitalbonus.yaml", "test: spend", "test: spend, changes: never"},
		{"unknown-field", "digitalbonus.yaml", "test: begun", "test: begun, says: {de: a, en: a}"},
		{"missing-text", "erproben.yaml", "test: sme, says:", "test: sme, sayz:"},
		{"offer-changes", "digitalbonus.yaml", "no: {project_kind: [machines, other]}", "no: {ai-intent: [none]}"},
		{"bad-word", "digitalbonus.yaml", "ahead: must", "ahead: first"},
		{"offer-ahead", "digitalbonus.yaml", "      ahead: must\n", ""},
		{"offer-ahead", "digitalbonus.yaml", "ahead: caution", "ahead: none"},
		{"offer-source", "digitalbonus.yaml", "(Praxis von 2021)\", en: \"Declaration on company size (practice of 2021)\"}, sources: [otz]}", "\", en: \"Size\"}}"},
		{"offer-source-unknown", "digitalbonus.yaml", "the Thüringer Aufbaubank is in charge\"}, sources: [tab, fdb]}", "at the bank\"}, sources: [rat]}"},
		{"missing-text", "digitalbonus.yaml", "where: {text:", "where: {txt:"},
		{"duplicate-id", "digitalbonus.yaml", "- id: innoinvest", "- id: digitalbonus"},
		{"bad-id", "digitalbonus.yaml", "- id: innoinvest", "- id: Inno Invest"},
		{"file-missing", "catalogue.yaml", "files: [erstberatung,", "files: [erstberatun,"},
		{"offer-file-stray", "catalogue.yaml", ", nachbarn]", "]"},
		{"yaml-bracket", "ki.yaml", "offers:", "offers: ["},
	} {
		t.Run(x.code+"/"+x.file, func(t *testing.T) {
			files := fstest.MapFS{}
			for _, name := range []string{"catalogue", "erstberatung", "digitalbonus", "erproben", "ki", "nachbarn"} {
				data, err := os.ReadFile("../../data/offers/" + name + ".yaml")
				if err != nil {
					t.Fatal(err)
				}
				if name+".yaml" == x.file {
					if !strings.Contains(string(data), x.old) {
						t.Fatalf("%q is not in %s", x.old, x.file)
					}
					data = []byte(strings.ReplaceAll(string(data), x.old, x.new))
				}
				files[name+".yaml"] = &fstest.MapFile{Data: data}
			}
			var d source.Diagnostics
			if offer.Load(files, b, &d) != nil {
				t.Error("a broken catalogue was taken")
			}
			for _, f := range d.All() {
				if f.Code == x.code {
					return
				}
			}
			t.Errorf("no %s in %v", x.code, d.All())
		})
	}
}
