package questionnaire_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// The bank that the description of the format begins with is one: whoever copies it can start.
func TestTheSimplestBankOfTheDescriptionLoads(t *testing.T) {
	data, err := os.ReadFile("../docs/bank-format.md")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, m := range regexp.MustCompile("(?s)```yaml\n# ([a-z]+\\.yaml)\n(.*?)```").FindAllStringSubmatch(string(data), -1) {
		files[m[1]] = &fstest.MapFile{Data: []byte(m[2])}
	}
	var d source.Diagnostics
	if b := questionnaire.Load(files, &d); b == nil || len(d.All()) > 0 || len(files) != 4 {
		t.Errorf("%d files: %v", len(files), d.All())
	}
}

// Every field that a schema names is named in the description or shown in one of the two fixtures it points to; those
// that only published models need are all in the description.
func TestTheDescriptionNamesWhatModelsNeed(t *testing.T) {
	data, _ := os.ReadFile("../docs/bank-format.md")
	for _, word := range []string{"evidence", "sources", "notice", "variants", "missing", "total", "results", "groups", "node", "of", "part", "weight",
		"take", "combine", "count", "miss", "share", "cases", "formula", "scale", "round", "bounds", "factor", "weakest", "answered", "incomplete",
		"bands", "bands_when", "weighting", "pairwise", "above", "parts", "full", "inverted", "score", "rows", "need", "linear", "leading", "start",
		"least", "most", "mandatory", "implied", "none_of", "at_least", "reuse", "same", "nodes"} {
		if !strings.Contains(string(data), word+":") && !strings.Contains(string(data), "`"+word) && !strings.Contains(string(data), "."+word+"`") {
			t.Errorf("%s is not described", word)
		}
	}
}
