package stream

import (
	"os"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

func newJob(t testing.TB, b *questionnaire.Bank) *Job {
	t.Helper()
	var d source.Diagnostics
	words := i18n.LoadCatalogue(os.DirFS("../../data/locales"), &d)
	if words == nil {
		t.Fatal(d.All())
	}
	return &Job{Bank: b, Engine: scoring.Compile(b), Workers: 2, Printer: func() *i18n.Printer { return words.Printer(i18n.English) }}
}
