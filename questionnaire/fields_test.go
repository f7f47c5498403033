package questionnaire_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// fieldWalk goes through a schema. Fields are named by where they stand; what several places share has one name.
type fieldWalk struct {
	defs map[string]any
	used map[string]bool // nil while all fields are listed
	all  map[string]bool
}

// visit lists the fields of a schema, or, with a value, marks those that the value uses.
func (w *fieldWalk) visit(schema any, value any, owner string) {
	s, _ := schema.(map[string]any)
	if s == nil {
		return
	}
	if r, ok := s["$ref"].(string); ok {
		name := strings.TrimPrefix(r, "#/$defs/")
		if w.used == nil && w.all["$"+name] {
			return // formulas hold formulas
		}
		w.all["$"+name] = true
		w.visit(w.defs[name], value, name)
		return
	}
	props, _ := s["properties"].(map[string]any)
	if props["combine"] != nil {
		owner = "node"
	}
	w.object(props, s["additionalProperties"], value, owner)
	list, _ := value.([]any)
	if w.used == nil {
		list = []any{nil}
	}
	for _, item := range list {
		w.visit(s["items"], item, owner+"[]")
	}
	for _, one := range asList(s["anyOf"]) {
		w.visit(one, value, owner)
	}
}

func (w *fieldWalk) object(props map[string]any, others, value any, owner string) {
	if w.used == nil {
		for k, sub := range props {
			w.all[owner+"."+k] = true
			w.visit(sub, nil, owner+"."+k)
		}
		w.visit(others, nil, owner+".*")
		return
	}
	m, _ := value.(map[string]any)
	for k, v := range m {
		if sub, ok := props[k]; ok {
			w.used[owner+"."+k] = true
			w.visit(sub, v, owner+"."+k)
		} else {
			w.visit(others, v, owner+".*")
		}
	}
}

func asList(x any) []any {
	l, _ := x.([]any)
	return l
}

// bankFiles are the parsed files of a fixture, but for texts of other languages.
func bankFiles(t *testing.T, dir string) map[string]any {
	t.Helper()
	out := map[string]any{}
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || schemaOf(p) == "texts" {
			return err
		}
		data, err := fs.ReadFile(root, p)
		var d source.Diagnostics
		out[p] = plain(source.ParseYAML(p, data, &d))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The two fixtures use every field there is: they are the reference of the format.
func TestFixturesUseEveryField(t *testing.T) {
	all, used := map[string]bool{}, map[string]bool{}
	for _, name := range questionnaire.SchemaNames() {
		if name == "texts" || name == "assessment" {
			continue
		}
		data, _ := questionnaire.Schema(name)
		var schema map[string]any
		if err := json.Unmarshal(data, &schema); err != nil {
			t.Fatal(err)
		}
		defs, _ := schema["$defs"].(map[string]any)
		(&fieldWalk{defs: defs, all: all}).visit(schema, nil, name)
		for _, dir := range []string{"testdata/bank", "testdata/allbank"} {
			for file, doc := range bankFiles(t, dir) {
				if schemaOf(file) == name {
					(&fieldWalk{defs: defs, all: map[string]bool{}, used: used}).visit(schema, doc, name)
				}
			}
		}
	}
	for f := range all {
		if !strings.HasPrefix(f, "$") && !used[f] {
			t.Errorf("no fixture uses %s", f)
		}
	}
	if len(all) < 150 {
		t.Errorf("only %d fields were found", len(all))
	}
}

// readers are the functions that take a field's name, with the place of it among their arguments.
var readers = map[string]int{"Take": 0, "Need": 0, "String": 0, "NeedString": 0, "Bool": 0, "Rat": 0, "NeedRat": 0, "Int": 0, "Strings": 0,
	"Items": 0, "Map": 0, "Day": 0, "text": 1, "need": 1, "enum": 1, "fraction": 1, "percent": 1, "count": 1}

// Every field that the loader takes stands in a schema, so that the test above looks for it.
func TestSchemasKnowWhatTheLoaderTakes(t *testing.T) {
	known := map[string]bool{}
	for _, name := range questionnaire.SchemaNames() {
		data, _ := questionnaire.Schema(name)
		for _, part := range strings.Split(string(data), "\"") {
			known[part] = true
		}
	}
	files, _ := filepath.Glob("load*.go")
	found := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		tree, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(tree, func(n ast.Node) bool {
			if name, ok := fieldTaken(n); ok {
				found++
				if !known[name] {
					t.Errorf("%s takes %s, which no schema names", file, name)
				}
			}
			return true
		})
	}
	if found < 100 {
		t.Errorf("only %d fields were found", found)
	}
}

func fieldTaken(n ast.Node) (string, bool) {
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return "", false
	}
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	at, ok := readers[sel.Sel.Name]
	if !ok || at >= len(call.Args) {
		return "", false
	}
	lit, ok := call.Args[at].(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	name, err := strconv.Unquote(lit.Value)
	return name, err == nil && !slices.Contains([]string{"", "."}, name)
}
