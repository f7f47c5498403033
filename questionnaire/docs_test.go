package questionnaire_test

import (
	"os"
	"path/filepath"
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

// Every feature of published models names where it is shown, and that is there.
func TestEveryFeatureIsShown(t *testing.T) {
	data, err := os.ReadFile("../docs/bank-format.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(data), "| feature | needed by |")
	rows := 0
	for _, line := range strings.Split(table, "\n")[2:] {
		if !strings.HasPrefix(line, "|") {
			break
		}
		rows++
		m := regexp.MustCompile("\\| `([a-z]+)` ([a-z0-9-]+) \\|$").FindStringSubmatch(line)
		if m == nil {
			t.Errorf("shown nowhere: %s", line)
			continue
		}
		id := regexp.MustCompile(`(?m)(^|[ {])id: ` + regexp.QuoteMeta(m[2]) + `($|[,} ])`)
		found := false
		for _, dir := range []string{"../data/banks/" + m[1], "../scoring/testdata/models/" + m[1], "testdata/allbank"} {
			files, _ := filepath.Glob(filepath.Join(dir, "*.yaml"))
			for _, f := range files {
				text, _ := os.ReadFile(f)
				found = found || (m[1] == "alles") == (dir == "testdata/allbank") && id.Match(text)
			}
		}
		if !found {
			t.Errorf("there is no %s in %s", m[2], m[1])
		}
	}
	if rows < 40 {
		t.Errorf("%d features", rows)
	}
}
