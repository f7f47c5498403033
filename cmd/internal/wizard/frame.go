package wizard

import (
	"strings"

	"digitalkompass/questionnaire/i18n"
)

// frame is what a screen needs to draw itself: the window's size, words, style, and what may be looked at. It is
// made anew for every event and never changed.
type frame struct {
	W, H  int
	P     *i18n.Printer
	Style style
	Look  look
	// Advice says whether what a consultant adds is shown, Panel whether something stands beside the body.
	Advice, Panel bool
	// Away says that the key row has the focus.
	Away  bool
	words *strings.Replacer // replaces signs that change their width, or nil
}

// rows that the frame itself takes: head and progress above, rule, status and keys below.
const headRows, footRows = 2, 3

// body is how many rows a screen has.
func (f frame) body() int { return f.H - headRows - footRows }

// wide is how many cells a line of running text has, from column 2.
func (f frame) wide() int { return f.main() - 2 }

// main is how many cells the body has for text, beside a panel or alone.
func (f frame) main() int {
	if f.Panel {
		return f.panelAt()
	}
	return min(f.W, 80)
}

// T is a message in the reader's language.
func (f frame) T(key string, args ...any) string { return f.prep(f.P.T(key, args...)) }

// text is a text of the bank in the reader's language.
func (f frame) text(t i18n.Text) string { return f.prep(f.P.Text(t)) }

// prep makes any text fit for this terminal, before it is laid out.
func (f frame) prep(s string) string {
	s = clean(s)
	if f.words != nil {
		s = f.words.Replace(s)
	}
	return s
}

// minutes is a span of time in words.
func (f frame) minutes(n int) string { return f.T("head.minutes", "n", n) }

// para is running text from column 2.
func (f frame) para(s string, r role) []line { return f.indented(s, 1, r) }

// indented is running text after a number of free cells.
func (f frame) indented(s string, by int, r role) []line {
	var out []line
	for _, l := range wrap(s, f.wide()+1-by) {
		out = append(out, line{{plain, strings.Repeat(" ", by)}, {r, l}})
	}
	return out
}

// hanging is text whose first line starts with a lead and whose others hang below its end.
func (f frame) hanging(lead line, s string, r role) []line {
	at := lead.width()
	var out []line
	for i, l := range wrap(s, f.wide()+1-at) {
		start := line{{plain, strings.Repeat(" ", at)}}
		if i == 0 {
			start = append(line{}, lead...)
		}
		out = append(out, append(start, span{r, l}))
	}
	return out
}

// pointer is the sign in column 2 with its free cells.
func pointer(on bool) line {
	if on {
		return line{{focus, " ► "}}
	}
	return ln("   ")
}

// roleOf is bold for what the pointer rests on.
func roleOf(on bool) role {
	if on {
		return focus
	}
	return plain
}

// across is how many cells a rule in the body has.
func (f frame) across() int {
	if f.Panel {
		return f.panelAt()
	}
	return f.W
}

// divider is a rule with a title on its left and, if given, something on its right.
func (f frame) divider(title, right string) line {
	left := "── " + title + " "
	if right != "" {
		right = " " + right + " ──"
	}
	return ln(left + strings.Repeat("─", max(0, f.across()-width(left)-width(right))) + right)
}

// rule is a line across the body.
func (f frame) rule() line { return ln(strings.Repeat("─", f.across())) }
