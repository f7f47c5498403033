package walls

import (
	"go/ast"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The budgets: the tail is where quality is lost, so the tail is what they bound.
const (
	maxFunction    = 100
	maxFunction95  = 50
	maxFunctionMid = 10
	maxFile        = 500
	maxFile95      = 300
	maxFields      = 12
	maxUpdate      = 60
	maxUpdateCases = 12
)

type measured struct {
	at string
	n  int
}

// within checks a list of sizes against its bounds and names the offenders.
func within(t *testing.T, what string, list []measured, most, most95 int) {
	t.Helper()
	slices.SortFunc(list, func(a, b measured) int { return b.n - a.n })
	for _, m := range list {
		if m.n > most {
			t.Errorf("%s: %s of %d lines, at most %d", m.at, what, m.n, most)
		}
	}
	tail := len(list) / 20 // those above the 95th percentile
	if m := list[tail]; m.n > most95 {
		t.Errorf("95th percentile of %s sizes is %d lines, at most %d", what, m.n, most95)
		for _, m := range list[:tail+1] {
			t.Logf("%s: %d", m.at, m.n)
		}
	}
}

func TestFunctionsAreShort(t *testing.T) {
	var list []measured
	for _, f := range tree(t) {
		for _, d := range f.ast.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil && !f.test {
				list = append(list, measured{f.at(fn) + " " + fn.Name.Name, f.rows(fn)})
			}
		}
	}
	within(t, "function", list, maxFunction, maxFunction95)
	if m := list[len(list)/2]; m.n > maxFunctionMid {
		t.Errorf("median of function sizes is %d lines, at most %d", m.n, maxFunctionMid)
	}
}

func TestFilesAreShort(t *testing.T) {
	var list []measured
	for _, f := range tree(t) {
		list = append(list, measured{f.name, f.lines})
	}
	within(t, "file", list, maxFile, maxFile95)
}

func TestStructsAreSmall(t *testing.T) {
	for _, f := range tree(t) {
		if f.test {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			if s, ok := spec.Type.(*ast.StructType); ok && fields(s) > maxFields {
				t.Errorf("%s: struct %s has %d fields, at most %d", f.at(spec), spec.Name.Name, fields(s), maxFields)
			}
			return true
		})
	}
}

func fields(s *ast.StructType) int {
	n := 0
	for _, f := range s.Fields.List {
		n += max(1, len(f.Names))
	}
	return n
}

func TestUpdatesOnlyRoute(t *testing.T) {
	for _, f := range tree(t) {
		for _, d := range f.ast.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || f.test || !strings.EqualFold(fn.Name.Name, "update") {
				continue
			}
			cases := 0
			ast.Inspect(fn, func(n ast.Node) bool {
				if _, ok := n.(*ast.CaseClause); ok {
					cases++
				}
				return true
			})
			if f.rows(fn) > maxUpdate || cases > maxUpdateCases {
				t.Errorf("%s: an Update of %d lines and %d cases, at most %d and %d", f.at(fn), f.rows(fn), cases, maxUpdate, maxUpdateCases)
			}
		}
	}
}

func TestExportedNamesAreDocumented(t *testing.T) {
	packages := map[string]bool{}
	for _, f := range tree(t) {
		if f.test && f.dir != "cmd/internal/walls" {
			continue
		}
		packages[f.dir] = packages[f.dir] || f.ast.Doc != nil
		for _, d := range f.ast.Decls {
			for _, name := range undocumented(d) {
				if !f.test {
					t.Errorf("%s: %s has no comment", f.at(d), name)
				}
			}
		}
	}
	for dir, ok := range packages {
		if !ok {
			t.Errorf("%s: the package has no comment", dir)
		}
	}
}

// undocumented names what a declaration exports without a comment. Groups of constants and variables may share one.
func undocumented(d ast.Decl) []string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Name.IsExported() && d.Doc == nil && receiverExported(d) && !obvious[d.Name.Name] {
			return []string{d.Name.Name}
		}
	case *ast.GenDecl:
		var out []string
		for _, s := range d.Specs {
			switch s := s.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() && d.Doc == nil && s.Doc == nil {
					out = append(out, s.Name.Name)
				}
			case *ast.ValueSpec:
				if s.Names[0].IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
					out = append(out, s.Names[0].Name)
				}
			}
		}
		return out
	}
	return nil
}

// obvious are methods whose meaning the language fixes.
var obvious = map[string]bool{"Error": true, "Unwrap": true, "String": true}

// receiverExported says whether people see a function: it has no receiver, or one of an exported type.
func receiverExported(d *ast.FuncDecl) bool {
	if d.Recv == nil {
		return true
	}
	x := d.Recv.List[0].Type
	if p, ok := x.(*ast.StarExpr); ok {
		x = p.X
	}
	id, ok := x.(*ast.Ident)
	return ok && id.IsExported()
}

// TestTestsOutweighCode counts lines that say something: neither blank nor comment. What tests read counts with them:
// fixtures, goldens, and for scoring the worked examples that the bank carries.
func TestTestsOutweighCode(t *testing.T) {
	const root = "../../.."
	for _, layer := range []string{"questionnaire", "scoring", "report"} {
		code, tests := 0, 0
		err := filepath.WalkDir(filepath.Join(root, layer), func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			n, err := telling(path)
			switch slashed := filepath.ToSlash(path); {
			case strings.Contains(slashed, "/testdata/"), strings.HasSuffix(path, "_test.go"), strings.Contains(slashed, "/reporttest/"):
				tests += n
			case filepath.Ext(path) == ".go":
				code += n
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		if layer == "scoring" {
			n, err := telling(filepath.Join(root, "data/banks/digitalkompass/cases.yaml"))
			if err != nil {
				t.Fatal(err)
			}
			tests += n
		}
		if tests < code {
			t.Errorf("%s: %d lines of tests for %d lines of code", layer, tests, code)
		}
	}
}

// telling counts the lines of a file that are neither blank nor comment.
func telling(path string) (int, error) {
	data, err := os.ReadFile(path)
	n := 0
	for line := range strings.SplitSeq(string(data), "\n") {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "//") && !strings.HasPrefix(line, "# ") {
			n++
		}
	}
	return n, err
}
