package questionnaire_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

// description are the examples of the description of the format: whole files by name, and parts by what they are part of.
type description struct {
	files fstest.MapFS
	parts map[string][]string
}

func readDescription(t *testing.T) description {
	t.Helper()
	data, err := os.ReadFile("../docs/bank-format.md")
	if err != nil {
		t.Fatal(err)
	}
	d := description{files: fstest.MapFS{}, parts: map[string][]string{}}
	for _, m := range regexp.MustCompile("(?s)```yaml ?([a-z-]*)\n(?:# ([a-z]+\\.yaml)\n)?(.*?)```").FindAllStringSubmatch(string(data), -1) {
		if m[2] != "" {
			d.files[m[2]] = &fstest.MapFile{Data: []byte(m[3])}
		} else {
			d.parts[m[1]] = append(d.parts[m[1]], m[3])
		}
	}
	return d
}

// simplest are the four files that the description begins with.
func (d description) simplest() fstest.MapFS {
	out := fstest.MapFS{}
	for _, name := range []string{"bank.yaml", "profile.yaml", "glossary.yaml", "ablauf.yaml"} {
		out[name] = d.files[name]
	}
	return out
}

// texts are what the examples of questions leave out.
const texts = `text: "t", short: "s", why: "w", example: "e", where: "w"`

// whole is the bank that all examples together make, with a dimension's own part.
func (d description) whole(dimension string) fstest.MapFS {
	out := d.simplest()
	add := func(file, old, with, indent, text string) {
		lines := strings.TrimRight(strings.ReplaceAll("\n"+text, "\n", "\n"+indent), " \n")
		out[file] = &fstest.MapFile{Data: []byte(strings.Replace(string(out[file].Data), old, with, 1) + lines + "\n")}
	}
	add("profile.yaml", "fields: []", "fields:", "  ", strings.Join(d.parts["profile"], ""))
	add("glossary.yaml", "terms: []", "terms:", "  ", strings.Join(d.parts["glossary"], ""))
	add("bank.yaml", "", "", "", strings.Join(d.parts["bank"], ""))
	questions := strings.ReplaceAll(strings.Join(d.parts["question"], ""), "…}", texts+"}")
	questions = regexp.MustCompile(`(?m)^- id: .*$`).ReplaceAllString(questions, "$0\n  "+strings.ReplaceAll(texts, ", ", "\n  "))
	add("ablauf.yaml", "", "", "  ", questions)
	add("ablauf.yaml", "", "", "", dimension)
	out["variants/pso/profile.yaml"] = out["profile.yaml"]
	return out
}

// asked is a question with a part of one, at the end of the bank.
func asked(files fstest.MapFS, part string) fstest.MapFS {
	text := "- id: asked\n  kind: ladder\n  " + strings.ReplaceAll(texts, ", ", "\n  ") +
		"\n  options:\n    - {id: paper, points: 0, text: \"a\"}\n    - {id: program, points: 4, text: \"b\"}\n" + part
	files["last.yaml"] = &fstest.MapFile{Data: []byte("id: last\ntitle: \"L\"\nshort: \"L\"\nabout: \"L\"\nquestions:\n  " + strings.ReplaceAll(strings.TrimSpace(strings.ReplaceAll(text, "\n", "\n  ")), "  - id: asked", "- id: asked") + "\n")}
	files["bank.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(files["bank.yaml"].Data), "[ablauf]", "[ablauf, last]", 1))}
	return files
}

// inner indents a part.
func inner(part string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(part), "\n", "\n  ") + "\n"
}

func sound(t *testing.T, what string, files fstest.MapFS, allowed ...string) {
	t.Helper()
	var d source.Diagnostics
	questionnaire.Load(files, &d)
	for _, x := range d.All() {
		if x.Severity == source.Error && !slices.Contains(allowed, x.Code) || x.Code == "yaml-yes-no" {
			t.Errorf("%s: %s: %s %v | %s", what, x.Pos, x.Code, x.Args, x.Line)
		}
	}
}

// The bank that the description of the format begins with is one: whoever copies it can start.
func TestTheSimplestBankOfTheDescriptionLoads(t *testing.T) {
	var d source.Diagnostics
	if b := questionnaire.Load(readDescription(t).simplest(), &d); b == nil || len(d.All()) > 0 {
		t.Errorf("%v", d.All())
	}
}

// All examples of the description together are a bank, and so is each of those that stand for themselves.
func TestTheExamplesOfTheDescriptionLoad(t *testing.T) {
	d := readDescription(t)
	nodes, known := d.parts["dimension"], strings.Join(d.parts["dimension"], "")
	sound(t, "all together", d.whole(known))
	for _, part := range d.parts["of-question"] {
		sound(t, part, asked(d.whole(known), "  "+strings.ReplaceAll(strings.TrimSpace(part), "\n", "\n  ")))
	}
	for part := range strings.Lines(strings.Join(d.parts["when"], "")) {
		sound(t, part, asked(d.whole(known), "  "+part))
	}
	groups, _, _ := strings.Cut(nodes[0], "node:\n")
	for _, part := range d.parts["of-node"] {
		sound(t, part, d.whole(groups+"node:\n"+inner(part)))
	}
	files := d.whole(known)
	files["reuse.yaml"] = &fstest.MapFile{Data: []byte(d.parts["reuse"][0])}
	files["cases.yaml"] = d.files["cases.yaml"]
	head, _, _ := strings.Cut(string(files["cases.yaml"].Data), "    expected:\n")
	files["cases.yaml"] = &fstest.MapFile{Data: []byte(head + "    expected:\n    " + strings.ReplaceAll(inner(d.parts["expected"][0]), "\n", "\n    "))}
	sound(t, "reuse and cases", files)

	files = d.whole(nodes[0] + inner(d.parts["of-node"][0]))
	edit(t, files, "bank.yaml", "languages: [de]", "languages: [de, en]")
	files["en/ablauf.yaml"] = &fstest.MapFile{Data: []byte(d.parts["texts"][0])}
	sound(t, "texts", files, "translation-missing", "file-missing")
	for name := range d.parts {
		if !slices.Contains([]string{"profile", "glossary", "bank", "question", "dimension", "of-question", "of-node", "when", "reuse", "texts", "expected"}, name) {
			t.Errorf("nobody looks at examples of %q", name)
		}
	}
}

// The worked example of the description gives what it says.
func TestTheExampleOfTheDescriptionIsRight(t *testing.T) {
	d := readDescription(t)
	files := d.simplest()
	files["profile.yaml"] = &fstest.MapFile{Data: []byte("title: \"Ihr Betrieb\"\nfields:\n" + strings.ReplaceAll("\n"+d.parts["profile"][0], "\n", "\n  ") + "\n")}
	files["cases.yaml"] = d.files["cases.yaml"]
	var found source.Diagnostics
	b := questionnaire.Load(files, &found)
	if b == nil {
		t.Fatal(found.All())
	}
	for _, x := range scoring.Compare(b.Cases[0], scoring.Evaluate(b, b.Cases[0].Assessment)) {
		t.Errorf("%+v", x)
	}
}

// Every field that a schema names is named in the description or shown in one of the two fixtures it points to; those
// that only published models need are all in the description.
func TestTheDescriptionNamesWhatModelsNeed(t *testing.T) {
	data, _ := os.ReadFile("../docs/bank-format.md")
	for _, word := range []string{"evidence", "sources", "notice", "variants", "missing", "total", "results", "groups", "node", "of", "part", "weight",
		"take", "combine", "count", "miss", "share", "cases", "formula", "scale", "round", "bounds", "factor", "weakest", "answered", "incomplete",
		"bands", "bands_when", "weighting", "pairwise", "above", "parts", "full", "inverted", "score", "rows", "need", "linear", "leading", "start",
		"least", "most", "mandatory", "implied", "none_of", "at_least", "reuse", "same", "nodes", "answer_sets", "size_classes", "results", "policy",
		"minutes", "target", "confidence", "company_name", "employees", "sector", "founded", "project", "in_thueringen"} {
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
