package i18n

import (
	"fmt"
	"strings"

	"digitalkompass/questionnaire/source"
)

// Finding is a diagnostic in words.
type Finding struct {
	Severity string // "error" or "note" in the printer's language
	Text     string
	Mend     string
	Near     string // the proposal as a sentence, or ""
}

// Diagnostic puts a diagnostic into words.
func (p *Printer) Diagnostic(d source.Diagnostic) Finding {
	args := make([]any, len(d.Args))
	for i, a := range d.Args {
		args[i] = a
		if s, ok := a.(string); ok && i > 0 && fmt.Sprint(d.Args[i-1]) == "want" && p.Has("diag.want."+s) {
			args[i] = Key("diag.want." + s)
		}
	}
	f := Finding{Text: p.T("diag."+d.Code, args...), Mend: p.T("mend."+d.Code, args...), Severity: p.T("diag.error")}
	if d.Severity == source.Warning {
		f.Severity = p.T("diag.warning")
	}
	if d.Near != "" {
		f.Near = p.T("diag.near", "name", d.Near)
	}
	return f
}

// WriteDiagnostic writes a diagnostic as people read it: place, code, text, the line with a mark below the place,
// the mend.
func (p *Printer) WriteDiagnostic(w *strings.Builder, d source.Diagnostic) {
	f := p.Diagnostic(d)
	fmt.Fprintf(w, "%s: %s: %s: %s\n", d.Pos, f.Severity, d.Code, f.Text)
	if d.Line != "" {
		line, mark := excerpt(d.Line, d.Pos.Column)
		fmt.Fprintf(w, "    %s\n", line)
		if mark > 0 {
			fmt.Fprintf(w, "    %s^\n", strings.Repeat(" ", mark-1))
		}
	}
	if f.Near != "" {
		fmt.Fprintf(w, "    %s\n", f.Near)
	}
	fmt.Fprintf(w, "    %s\n", p.T("diag.mend", "text", f.Mend))
}

// excerptWidth is how much of a long line is shown.
const excerptWidth = 100

// excerpt cuts a long line around the column and makes tabs and control characters harmless, so that the mark stands
// below its character.
func excerpt(line string, column int) (text string, mark int) {
	runes := []rune(strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return ' '
		}
		return r
	}, line))
	start := 0
	if column > excerptWidth {
		start = column - excerptWidth/2
	}
	start = min(start, len(runes))
	end := min(len(runes), start+excerptWidth)
	return string(runes[start:end]), max(0, column-start)
}
