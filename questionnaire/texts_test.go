package questionnaire_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

func manuscript(t *testing.T) *questionnaire.Manuscript {
	t.Helper()
	var d source.Diagnostics
	b, m := questionnaire.LoadManuscript(os.DirFS("testdata/bank"), &d)
	if b == nil {
		t.Fatal(d.All())
	}
	return m
}

// Every text knows what it is for, what it belongs to, and its place in both languages.
func TestTextsHaveTheirPlaces(t *testing.T) {
	m := manuscript(t)
	files := mapFS(t, "testdata/bank")
	got := map[string]questionnaire.Text{}
	for _, x := range m.Texts {
		key := string(x.Lang) + " " + x.Path
		if _, twice := got[key]; twice {
			t.Errorf("%s twice", key)
		}
		got[key] = x
		lines := strings.Split(string(files[x.Pos.File].Data), "\n")
		if line := []rune(lines[x.Pos.Line-1]); !strings.Contains(string(line[x.Pos.Column-1:]), x.Value) {
			t.Errorf("%s: %s is not %q", key, x.Pos, x.Value)
		}
	}
	for _, c := range []struct {
		path, ref, file string
		role            questionnaire.Role
	}{
		{"ablauf.yaml/title", "ablauf/title", "ablauf.yaml", questionnaire.RoleOther},
		{"ablauf.yaml/levels/1/meaning", "ablauf/levels/1/meaning", "ablauf.yaml", questionnaire.RoleOther},
		{"ablauf.yaml/questions/order/text", "order/text", "ablauf.yaml", questionnaire.RoleQuestion},
		{"ablauf.yaml/questions/order/short", "order/short", "ablauf.yaml", questionnaire.RoleHelp},
		{"ablauf.yaml/questions/order/where", "order/where", "ablauf.yaml", questionnaire.RoleHelp},
		{"ablauf.yaml/questions/order/options/paper", "order/options/paper", "ablauf.yaml", questionnaire.RoleOption},
		{"ablauf.yaml/questions/order/by_size/micro/text", "order/by_size/micro/text", "ablauf.yaml", questionnaire.RoleQuestion},
		{"ablauf.yaml/questions/order/by_size/micro/options/files/text", "order/by_size/micro/options/files/text", "ablauf.yaml", questionnaire.RoleOption},
		{"ablauf.yaml/questions/order/measures/get-files/title", "get-files/title", "ablauf.yaml", questionnaire.RoleOther},
		{"daten.yaml/questions/capture/rows/sales", "capture/rows/sales", "daten.yaml", questionnaire.RoleRow},
		{"profile.yaml/title", "profile/title", "profile.yaml", questionnaire.RoleOther},
		{"profile.yaml/fields/employees/text", "employees/text", "profile.yaml", questionnaire.RoleQuestion},
		{"profile.yaml/fields/employees/help", "employees/help", "profile.yaml", questionnaire.RoleHelp},
		{"bank.yaml/title", "bank/title", "bank.yaml", questionnaire.RoleOther},
		{"bank.yaml/answer_sets/yes-no/options/yes", "yes-no/options/yes", "bank.yaml", questionnaire.RoleOption},
		{"bank.yaml/stages/start/meaning", "start/meaning", "bank.yaml", questionnaire.RoleOther},
		{"bank.yaml/modules/beratung/promise", "beratung/promise", "bank.yaml", questionnaire.RoleOther},
		{"cases.yaml/cases/small/shows", "small/shows", "cases.yaml", questionnaire.RoleOther},
		{"glossary.yaml/terms/auftrag/text", "auftrag/text", "glossary.yaml", questionnaire.RoleOther},
	} {
		for _, lang := range i18n.Languages() {
			x, ok := got[string(lang)+" "+c.path]
			file := c.file
			if lang != m.Languages[0] {
				file = string(lang) + "/" + file
			}
			if !ok || x.Ref() != c.ref || x.Role != c.role || x.Pos.File != file {
				t.Errorf("%s %s: %+v", lang, c.path, x)
			}
		}
	}
}

func TestPlacesOfTexts(t *testing.T) {
	x := questionnaire.Text{Path: "ablauf.yaml/questions/order/options/paper", Item: "order", Part: "options/paper"}
	for place, want := range map[string]bool{
		"order": true, "order/options": true, "order/options/paper": true, "ablauf.yaml": true, "ablauf.yaml/questions/order": true, x.Path: true,
		"": false, "orde": false, "orders": false, "order/": false, "order/options/pap": false, "options": false, "ablauf": false, "order/options/paper/x": false,
	} {
		if x.Below(place) != want {
			t.Errorf("%q: %v", place, !want)
		}
	}
}

func TestAllowancesAreRead(t *testing.T) {
	m := manuscript(t)
	if len(m.Allowed) != 2 || m.Allowed[1].Code != "prose-typography" || m.Allowed[1].At != "small/shows" || m.Allowed[1].Because == "" || m.Allowed[1].Pos.Line == 0 {
		t.Errorf("%+v", m.Allowed)
	}
	const entry = `- {code: prose-typography, at: small/shows, because: "`
	for _, c := range []struct{ code, with string }{
		{"missing-field", `- {code: prose-typography, because: "`},
		{"missing-field", `- {at: small, because: "`},
		{"blank-field", `- {code: prose-typography, at: small, because: " "}` + "\n    " + entry},
		{"unknown-field", `- {in: de, code: prose-typography, at: small/shows, because: "`},
	} {
		files := mapFS(t, "testdata/bank")
		files["bank.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(string(files["bank.yaml"].Data), entry, c.with, 1))}
		var d source.Diagnostics
		if b, _ := questionnaire.LoadManuscript(files, &d); b != nil || d.All()[0].Code != c.code {
			t.Errorf("%s: %v", c.with, d.All())
		}
	}
}

func TestShapesOfAQuestion(t *testing.T) {
	b := fixture(t)
	shapes := b.Question("order").Shapes()
	if len(shapes) != 2 || shapes[0] != b.Question("order") || shapes[1].Option("files").Points.RatString() != "3" {
		t.Errorf("%d shapes", len(shapes))
	}
	if len(b.Question("typing").Shapes()) != 1 {
		t.Error("a question without sizes")
	}
}
