package questionnaire_test

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

func compiled(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	data, ok := questionnaire.Schema(name)
	if !ok {
		t.Fatalf("no schema %s", name)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func jsonDoc(t *testing.T, data []byte) any {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// plain turns a tree into what a schema checks.
func plain(n *source.Node) any {
	switch n.Kind {
	case source.Mapping:
		m := map[string]any{}
		for _, e := range n.Entries {
			m[e.Key] = plain(e.Value)
		}
		return m
	case source.List:
		l := []any{}
		for _, i := range n.Items {
			l = append(l, plain(i))
		}
		return l
	case source.Number:
		f, _ := strconv.ParseFloat(n.Value, 64)
		return f
	case source.Bool:
		return n.Value == "true"
	case source.Null:
		return nil
	case source.String:
	}
	return n.Value
}

func schemaOf(file string) string {
	base := strings.TrimSuffix(path.Base(file), ".yaml")
	switch {
	case path.Base(file) == questionnaire.FileFingerprints:
		return "fingerprints"
	case path.Base(path.Dir(file)) == "en":
		return "texts"
	case base == "bank", base == "profile", base == "glossary", base == "cases", base == "reuse":
		return base
	}
	return "dimension"
}

func TestBanksMatchTheirSchemas(t *testing.T) {
	banks, _ := filepath.Glob("../data/banks/*")
	for _, dir := range append([]string{"testdata/bank", "testdata/allbank"}, banks...) {
		root := os.DirFS(dir)
		_ = fs.WalkDir(root, ".", func(p string, e fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(p, ".yaml") {
				return err
			}
			data, _ := fs.ReadFile(root, p)
			var d source.Diagnostics
			n := source.ParseYAML(p, data, &d)
			if n == nil {
				t.Errorf("%s: %v", p, d.All())
				return nil
			}
			if err := compiled(t, schemaOf(p)).Validate(plain(n)); err != nil {
				t.Errorf("%s/%s: %v", dir, p, err)
			}
			return nil
		})
	}
}

func TestSchemaOfAssessments(t *testing.T) {
	b := fixture(t)
	s := compiled(t, "assessment")
	check := func(text string) error {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		return s.Validate(doc)
	}
	a := questionnaire.New(b, questionnaire.Full, i18n.German, day)
	a = a.With(b.Question("volume"), questionnaire.Answer{State: questionnaire.Skipped}).With(b.Question("employees"), figure(3)).
		With(b.Question("capture"), questionnaire.WithRow(questionnaire.Answer{Note: "x", Later: true}, "sales", "yes")).
		With(b.Question("order"), questionnaire.Answer{State: questionnaire.Unknown, Carried: source.DayOf(day)})
	if err := check(string(questionnaire.Encode(b, a))); err != nil {
		t.Error(err)
	}
	for _, c := range cases(t, "testdata/broken-assessments.yaml") {
		switch c["code"] {
		case "missing-field", "unknown-field", "answer-empty", "answer-carried", "assessment-schema":
			if check(c["text"]) == nil {
				t.Errorf("taken by the schema: %s", c["text"])
			}
		}
	}
}

// Every field that a schema names is one that the loader takes, and the other way round: the loader reports a field
// that it does not know, so the fixture with every feature and the schema have to agree.
func TestSchemasRefuseUnknownFields(t *testing.T) {
	for file, name := range map[string]string{"bank.yaml": "bank", "ablauf.yaml": "dimension", "profile.yaml": "profile", "glossary.yaml": "glossary", "cases.yaml": "cases"} {
		data, err := os.ReadFile(path.Join("testdata/bank", file))
		if err != nil {
			t.Fatal(err)
		}
		var d source.Diagnostics
		n := source.ParseYAML(file, append(data, "stray: 1\n"...), &d)
		if n == nil {
			t.Fatal(d.All())
		}
		if compiled(t, name).Validate(plain(n)) == nil {
			t.Errorf("%s takes a stray field", name)
		}
	}
}
