// Package walls guards the shape of the code: which package may know which, and how large things may grow. It reads
// the source files itself, in process, so that Go's test cache notices every change.
package walls

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// module is the path that all imports of the project begin with.
const module = "digitalkompass"

// sourceFile is one parsed Go file.
type sourceFile struct {
	name  string // from the root of the project, with slashes
	dir   string // its package's folder
	test  bool
	lines int
	set   *token.FileSet
	ast   *ast.File
}

// rows is how many lines a piece of code takes.
func (f sourceFile) rows(n ast.Node) int {
	return f.set.Position(n.End()).Line - f.set.Position(n.Pos()).Line + 1
}

// at names a place for a message.
func (f sourceFile) at(n ast.Node) string {
	return f.name + ":" + itoa(f.set.Position(n.Pos()).Line)
}

// tree parses every Go file of the project.
func tree(t *testing.T) []sourceFile {
	t.Helper()
	root := "../../.."
	var out []sourceFile
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && strings.HasPrefix(e.Name(), ".") && path != root:
			return fs.SkipDir
		case e.IsDir() || filepath.Ext(path) != ".go":
			return nil
		}
		f, err := parse(root, path)
		out = append(out, f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 50 {
		t.Fatalf("only %d files found: the tree is elsewhere", len(out))
	}
	return out
}

func parse(root, path string) (sourceFile, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return sourceFile{}, err
	}
	rel, err := filepath.Rel(root, path)
	if err != nil {
		return sourceFile{}, err
	}
	name := filepath.ToSlash(rel)
	f := sourceFile{name: name, dir: strings.TrimSuffix(name, "/"+filepath.Base(path)), set: token.NewFileSet(),
		test: strings.HasSuffix(name, "_test.go"), lines: strings.Count(string(data), "\n")}
	f.ast, err = parser.ParseFile(f.set, name, data, parser.ParseComments|parser.SkipObjectResolution)
	return f, err
}
