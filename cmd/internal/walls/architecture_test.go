package walls

import (
	"go/ast"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func itoa(n int) string { return strconv.Itoa(n) }

// The layers, each with those below it. An arrow that is not in this table is a mistake in the design, not in the table.
var (
	domain  = []string{"questionnaire", "questionnaire/i18n", "questionnaire/pattern", "questionnaire/source"}
	results = append([]string{"scoring", "scoring/offer", "scoring/benchmark"}, domain...)
	face    = append([]string{"cmd/internal/desk", "cmd/internal/plain", "report"}, results...)
)

// arrows says for every package which others of the project it may import.
var arrows = map[string][]string{
	"questionnaire/pattern":      {},
	"questionnaire/source":       {"questionnaire/pattern"},
	"questionnaire/i18n":         {"questionnaire/pattern", "questionnaire/source"},
	"questionnaire":              {"questionnaire/i18n", "questionnaire/pattern", "questionnaire/source"},
	"questionnaire/prose":        domain,
	"scoring":                    domain,
	"scoring/offer":              append([]string{"scoring"}, domain...),
	"scoring/benchmark":          append([]string{"scoring"}, domain...),
	"scoring/stream":             append([]string{"scoring"}, domain...),
	"scoring/sense":              append([]string{"scoring", "scoring/offer"}, domain...),
	"report":                     append([]string{"report/colour"}, results...),
	"report/colour":              {},
	"report/csv":                 {"report", "questionnaire/i18n", "questionnaire/source"},
	"report/docx":                {"report", "questionnaire/i18n"},
	"report/xlsx":                {"report", "questionnaire/i18n", "questionnaire/source"},
	"report/html":                {"report", "report/colour", "questionnaire/i18n"},
	"report/json":                {"report", "questionnaire/i18n"},
	"report/text":                {"report", "questionnaire/i18n"},
	"report/pdf":                 {"report", "report/colour", "questionnaire/i18n", "report/pdf/sheet"},
	"report/pdf/sheet":           {"report/colour", "report/pdf/icc", "report/pdf/post", "report/pdf/tag"},
	"report/pdf/post":            {"questionnaire/pattern", "report/pdf/tag"},
	"report/pdf/tag":             {},
	"report/pdf/icc":             {},
	"report/reporttest":          append([]string{"report"}, results...), // for tests only, see below
	"data":                       {},
	"cmd/internal/desk":          results,
	"cmd/internal/desk/desktest": append([]string{"cmd/internal/desk"}, results...),
	"cmd/internal/plain":         append([]string{"report"}, results...),
	"cmd/internal/wizard":        append([]string{"cmd/internal/wizard/calm"}, face...),
	"cmd/internal/wizard/calm":   {},
	"cmd/internal/prompt":        face,
	"cmd/internal/session":       append([]string{"cmd/internal/desk"}, domain...),
	"cmd/internal/cli": append([]string{"cmd/internal/wizard", "cmd/internal/prompt", "cmd/internal/session", "data", "questionnaire/prose", "scoring/sense",
		"scoring/stream", "report/csv", "report/docx", "report/html", "report/json", "report/xlsx", "report/text", "report/pdf"}, face...),
	"cmd/internal/walls": {},
	"cmd/digitalkompass": {"cmd/internal/cli"},
}

// owners says which package trees may know a library. A later swap is then a change in one place.
var owners = map[string][]string{
	"github.com/charmbracelet/":         {"cmd/internal/wizard"},
	"github.com/muesli/":                {"cmd/internal/wizard"},
	"github.com/mattn/go-isatty":        {"cmd/internal/cli"},
	"github.com/mattn/go-runewidth":     {"cmd/internal/wizard"},
	"github.com/rivo/uniseg":            {"cmd/internal/wizard"},
	"gopkg.in/yaml.v3":                  {"questionnaire/source"},
	"github.com/jung-kurt/gofpdf":       {"report/pdf"},
	"codeberg.org/go-fonts/liberation/": {"report/pdf"},
	"golang.org/x/image/":               {"report/pdf"},
	"github.com/spf13/":                 {"cmd/internal/cli"},
	"github.com/adrg/xdg":               {"cmd/internal/session"},
	"golang.org/x/sys/":                 {"cmd/internal/session", "cmd/internal/cli"},
	"golang.org/x/text/unicode/norm":    {"cmd/internal/session", "report/pdf", "cmd/internal/wizard", "questionnaire/i18n"},
	"golang.org/x/text/unicode/bidi":    {"report/pdf"},
	"golang.org/x/text/":                {"questionnaire/i18n"},
}

// testOnly are libraries that tests of any package may use.
var testOnly = []string{"github.com/rogpeppe/go-internal/testscript", "pgregory.net/rapid", "github.com/santhosh-tekuri/jsonschema/",
	"golang.org/x/sys/", "github.com/charmbracelet/x/ansi", "github.com/jung-kurt/gofpdf"}

// readers are libraries that read back what a package wrote without them: its tests may know them, and nothing else. They
// would be slow to start, large, or know the network.
var readers = map[string][]string{
	"github.com/xuri/excelize/": {"report/xlsx"},
}

func imports(f sourceFile) []string {
	var out []string
	for _, i := range f.ast.Imports {
		path, err := strconv.Unquote(i.Path.Value)
		if err == nil {
			out = append(out, path)
		}
	}
	return out
}

func TestImportsRunOneWay(t *testing.T) {
	for _, f := range tree(t) {
		allowed, known := arrows[f.dir]
		if !known {
			t.Errorf("%s: package %s is not in the table of arrows", f.name, f.dir)
			continue
		}
		for _, path := range imports(f) {
			to, own := strings.CutPrefix(path, module+"/")
			if own && !f.test && !slices.Contains(allowed, to) {
				t.Errorf("%s: %s must not know %s", f.name, f.dir, to)
			}
		}
	}
}

// Regular expressions are made when they are needed, and all of them can be made.
func TestPatternsAreMadeLate(t *testing.T) {
	found := 0
	for _, f := range tree(t) {
		ast.Inspect(f.ast, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return true
			}
			switch of, _ := call.Fun.(*ast.SelectorExpr); {
			case of == nil:
			case isName(of.X, "regexp") && strings.HasPrefix(of.Sel.Name, "MustCompile") && !f.test && f.dir != "questionnaire/pattern":
				t.Errorf("%s makes a regular expression at every start: pattern.Late", f.name)
			case isName(of.X, "pattern") && of.Sel.Name == "Late":
				found++
				literal, _ := call.Args[0].(*ast.BasicLit)
				if literal == nil {
					t.Errorf("%s: a pattern is no literal", f.name)
				} else if expr, err := strconv.Unquote(literal.Value); err != nil {
					t.Errorf("%s: %v", f.name, err)
				} else if _, err := regexp.Compile(expr); err != nil {
					t.Errorf("%s: %v", f.name, err)
				}
			}
			return true
		})
	}
	if found == 0 {
		t.Error("no pattern was found")
	}
}

func isName(x ast.Expr, name string) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Name == name
}

func TestEveryArrowIsNeeded(t *testing.T) {
	present := map[string]bool{}
	for _, f := range tree(t) {
		present[f.dir] = true
	}
	for dir, to := range arrows {
		for _, p := range append(to, dir) {
			if !present[p] {
				t.Errorf("the table of arrows names %s, which is not there", p)
			}
		}
	}
}

func TestEachLibraryIsKnownToOnePackage(t *testing.T) {
	for _, f := range tree(t) {
		for _, path := range imports(f) {
			if first, _, _ := strings.Cut(path, "/"); !strings.Contains(first, ".") {
				continue // Go's own
			}
			if f.test && (hasPrefixOf(path, testOnly) || owned(readers, f.dir, path)) {
				continue
			}
			if !owned(owners, f.dir, path) {
				t.Errorf("%s: %s must not import %s", f.name, f.dir, path)
			}
		}
	}
}

func hasPrefixOf(s string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}

// owned looks the library up by its longest name in a table.
func owned(table map[string][]string, dir, path string) bool {
	best, in := "", []string(nil)
	for lib, dirs := range table {
		if strings.HasPrefix(path, lib) && len(lib) > len(best) {
			best, in = lib, dirs
		}
	}
	return slices.ContainsFunc(in, func(d string) bool { return dir == d || strings.HasPrefix(dir, d+"/") })
}

// The outside world: only cli and session may touch it. The program is offline, so nothing may know the network.
var (
	outside = []string{"os", "os/exec", "os/signal", "os/user", "syscall", "log", "flag", "io/ioutil"}
	trusted = []string{"cmd/digitalkompass", "cmd/internal/cli", "cmd/internal/session", "cmd/internal/walls"}
	printed = []string{"Print", "Printf", "Println"}
	clock   = []string{"Now", "Since", "Until", "Sleep"}
)

func TestOnlyTheEdgeTouchesTheWorld(t *testing.T) {
	for _, f := range tree(t) {
		for _, path := range imports(f) {
			if path == "net" || strings.HasPrefix(path, "net/") {
				t.Errorf("%s: the program is offline, but imports %s", f.name, path)
			}
			if !f.test && !slices.Contains(trusted, f.dir) && slices.Contains(outside, path) {
				t.Errorf("%s: %s must not import %s", f.name, f.dir, path)
			}
		}
		if f.test || slices.Contains(trusted, f.dir) {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && reachesOut(s) {
				t.Errorf("%s: %s prints or reads the clock", f.at(n), f.dir)
			}
			return true
		})
	}
}

func reachesOut(s *ast.SelectorExpr) bool {
	x, ok := s.X.(*ast.Ident)
	return ok && (x.Name == "fmt" && slices.Contains(printed, s.Sel.Name) || x.Name == "time" && slices.Contains(clock, s.Sel.Name))
}

func TestNoPackageForEverything(t *testing.T) {
	for _, f := range tree(t) {
		for _, part := range strings.Split(f.dir, "/") {
			if slices.Contains([]string{"util", "utils", "common", "helper", "helpers", "misc", "shared"}, part) {
				t.Errorf("%s: name the package for what it does", f.name)
			}
		}
	}
}
