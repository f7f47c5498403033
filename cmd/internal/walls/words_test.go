package walls

import (
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var (
	keyLine  = regexp.MustCompile(`(?m)^([a-z][a-z0-9-]*(?:\.[A-Za-z0-9_-]+)+):`)
	keyShape = regexp.MustCompile(`^[a-z][a-z0-9-]*(\.[A-Za-z0-9_-]+)+$`)
)

// words are the keys of the German catalogue; a test beside the catalogue holds the other languages against it.
func words(t *testing.T) map[string]bool {
	t.Helper()
	files, _ := filepath.Glob("../../../data/locales/de/*.yaml")
	out := map[string]bool{}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range keyLine.FindAllStringSubmatch(string(text), -1) {
			out[m[1]] = true
		}
	}
	if len(out) < 300 {
		t.Fatalf("only %d messages found", len(out))
	}
	return out
}

// says are functions that take a message's key, by the place of it among their arguments.
var says = map[string]int{"T": 0, "say": 0, "line": 0, "fail": 1, "unknown": 0}

// Every message that the code asks for by name is there: a missing one would show as its key in brackets.
func TestMessagesAreThere(t *testing.T) {
	known := words(t)
	for _, f := range tree(t) {
		ast.Inspect(f.ast, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || f.test {
				return true
			}
			if key, ok := keyOf(call); ok && !known[key] {
				t.Errorf("%s: no message %q", f.at(call), key)
			}
			return true
		})
	}
}

func keyOf(call *ast.CallExpr) (string, bool) {
	s, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return "", false
	}
	at, ok := says[s.Sel.Name]
	if !ok || len(call.Args) <= at {
		return "", false
	}
	lit, ok := call.Args[at].(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	key, err := strconv.Unquote(lit.Value)
	return key, err == nil && keyShape.MatchString(key)
}

// Every message is used: its key, or a beginning of it that is completed, stands somewhere in the code.
func TestNoMessageIsIdle(t *testing.T) {
	used := map[string]bool{}
	for _, f := range tree(t) {
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && !f.test {
				if s, err := strconv.Unquote(lit.Value); err == nil {
					used[s] = true
				}
			}
			return true
		})
	}
	var idle []string
	for key := range words(t) {
		if !reached(key, used) {
			idle = append(idle, key)
		}
	}
	slices.Sort(idle)
	if len(idle) > 0 {
		t.Errorf("%d messages that nothing uses:\n%s", len(idle), strings.Join(idle, "\n"))
	}
}

func reached(key string, used map[string]bool) bool {
	for i := len(key); i > 0; i-- {
		if (i == len(key) || strings.ContainsRune(".-", rune(key[i-1]))) && used[key[:i]] {
			return true
		}
	}
	return false
}
