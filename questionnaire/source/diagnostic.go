package source

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity says whether a finding stops the work. The zero value is invalid, so that a forgotten one shows.
type Severity int

// The severities of a finding.
const (
	Error Severity = iota + 1
	Warning
)

// Pos is a place in a data file. Line and Column count from 1, columns in characters; 0 means unknown.
type Pos struct {
	File         string
	Line, Column int
}

// String writes the place as file:line:column, as far as it is known.
func (p Pos) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Compare orders places by file, line and column.
func (p Pos) Compare(o Pos) int {
	return cmp.Or(strings.Compare(p.File, o.File), cmp.Compare(p.Line, o.Line), cmp.Compare(p.Column, o.Column))
}

// Diagnostic is one finding in a data file. It holds no text for people: Code names the message "diag.<code>" and
// its mend "mend.<code>" in the locale files, Args fills their placeholders as pairs of name and value.
type Diagnostic struct {
	Severity Severity
	Code     string
	Pos      Pos
	Args     []any
	Near     string // the name that was probably meant, or ""
	Line     string // the text of the line, or ""
}

// Diagnostics collects findings, so that all are reported at once.
type Diagnostics struct {
	list   []Diagnostic
	errors int
	files  map[string][]byte
}

// maxFindings bounds how many findings one hostile file can cause.
const maxFindings = 500

// AddFile makes the lines of a file known, so that findings can show them. The data have to stay as they are.
func (d *Diagnostics) AddFile(name string, data []byte) {
	if d.files == nil {
		d.files = map[string][]byte{}
	}
	d.files[name] = data
}

// Error adds a finding that stops the work.
func (d *Diagnostics) Error(at Pos, code string, args ...any) { d.add(Error, at, code, "", args) }

// Warn adds a finding that does not stop the work.
func (d *Diagnostics) Warn(at Pos, code string, args ...any) { d.add(Warning, at, code, "", args) }

// Unknown adds an error about a name that is not among the known ones, with the nearest of them as a proposal.
func (d *Diagnostics) Unknown(at Pos, code, name string, known []string, args ...any) {
	d.add(Error, at, code, Nearest(name, known), append([]any{"name", name}, args...))
}

func (d *Diagnostics) add(s Severity, at Pos, code, near string, args []any) {
	if s == Error {
		d.errors++
	}
	if len(d.list) >= maxFindings {
		return
	}
	one := Diagnostic{Severity: s, Code: code, Pos: at, Args: args, Near: near}
	if lines := bytes.Split(d.files[at.File], []byte("\n")); at.Line > 0 && at.Line <= len(lines) {
		one.Line = strings.TrimRight(string(lines[at.Line-1]), "\r")
	}
	d.list = append(d.list, one)
}

// Merge takes over the findings of another collection.
func (d *Diagnostics) Merge(other *Diagnostics) {
	d.list = append(d.list, other.list...)
	d.errors += other.errors
}

// idle says whether a finding is not worth telling, for the value at its place is wrong in another way.
func (d *Diagnostics) idle(x Diagnostic) bool {
	return (x.Code == codeYesNo || x.Code == codeQuotes) && slices.ContainsFunc(d.list, func(other Diagnostic) bool { return other.Severity == Error && other.Pos == x.Pos })
}

// All are the findings, ordered by file and place, each once.
func (d *Diagnostics) All() []Diagnostic {
	out := slices.DeleteFunc(slices.Clone(d.list), d.idle)
	slices.SortStableFunc(out, func(a, b Diagnostic) int {
		return cmp.Or(a.Pos.Compare(b.Pos), strings.Compare(a.Code+fmt.Sprint(a.Args...), b.Code+fmt.Sprint(b.Args...)))
	})
	return slices.CompactFunc(out, func(a, b Diagnostic) bool {
		return a.Pos == b.Pos && a.Code == b.Code && fmt.Sprint(a.Args...) == fmt.Sprint(b.Args...)
	})
}

// Failed says whether there is an error among the findings.
func (d *Diagnostics) Failed() bool { return d.errors > 0 }

// Errors is how many errors were found so far, to see whether a part of a file has some.
func (d *Diagnostics) Errors() int { return d.errors }

// Empty says whether nothing was found at all.
func (d *Diagnostics) Empty() bool { return len(d.list) == 0 }
