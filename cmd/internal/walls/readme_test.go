package walls

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// places are paths of the project between backquotes: those that begin with one of its folders, or name a file at its root.
var places = regexp.MustCompile("`((?:cmd|questionnaire|scoring|report|data)/[a-z0-9/_.-]+|[.A-Za-z][A-Za-z./]*(?:ENSE|\\.md|/run))`")

// What the README points to is there.
func TestReadmeNamesWhatIsThere(t *testing.T) {
	root := "../../.."
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	found := places.FindAllStringSubmatch(string(text), -1)
	if len(found) < 20 {
		t.Errorf("only %d places found", len(found))
	}
	for _, m := range found {
		if _, err := os.Stat(filepath.Join(root, filepath.FromSlash(m[1]))); err != nil {
			t.Errorf("README.md names %s: %v", m[1], err)
		}
	}
}

// Every direct dependency has its reason in the README, and none is named that is not there.
func TestReadmeNamesEveryDependency(t *testing.T) {
	readme, err := os.ReadFile("../../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile("../../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(mod), "\n") {
		path, _, ok := strings.Cut(strings.TrimSpace(line), " v")
		if !ok || strings.Contains(line, "// indirect") {
			continue
		}
		path = regexp.MustCompile(`/v\d+$`).ReplaceAllString(path, "")
		short := path[strings.LastIndex(path, "/")+1:]
		if !strings.Contains(string(readme), "`"+path+"`") && !strings.Contains(string(readme), "`"+short+"`") {
			t.Errorf("README.md says nothing about %s", path)
		}
	}
}
