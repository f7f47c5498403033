package wizard

import (
	"strings"
)

// View draws the window: exactly its rows, each exactly as wide.
func (r *root) View() string {
	if r.view.w < 1 || r.view.h < 1 {
		return ""
	}
	f := r.frame()
	rows := r.rows(f)
	out := make([]string, len(rows))
	for i, l := range rows {
		out[i] = f.Style.paint(l, f.W)
	}
	return strings.Join(out, "\n")
}

// rows are the rows of the window before they are painted.
func (r *root) rows(f frame) []line {
	if r.tooSmall() {
		return fill(r.small.view(f, r.stop), f.H)
	}
	p := r.top().View(f)
	if f.Away {
		p.Body, p.Panel = unfocused(p.Body), unfocused(p.Panel)
	}
	rows := append([]line{headRow(f, p), progressRow(f, p)}, beside(f, p)...)
	status := r.statusRows(f, p)
	rows = append(fill(rows, f.H-footRows+1-len(status)), ln(strings.Repeat("─", f.W)))
	return append(append(rows, status...), r.keyRow(f))
}

// panelWidth is the room for the panel with its edge, panelWindow the narrowest window that has one.
const panelWidth, panelWindow = 40, 110

// panelAt is the cell where the panel begins.
func (f frame) panelAt() int { return min(80, f.W-panelWidth) }

// beside is the body with its panel.
func beside(f frame, p page) []line {
	if p.Panel == nil || !f.Panel {
		return p.Body
	}
	rows := fill(append([]line{}, p.Body...), f.body())
	for i := range rows {
		rows[i] = append(append(line{}, rows[i].trimmed()...).to(f.panelAt()), span{plain, "│"})
		if i > 0 && i <= len(p.Panel) {
			rows[i] = append(rows[i], p.Panel[i-1]...)
		}
	}
	return rows
}

// side is what stands beside a question: what a consultant sees of the result, or how far every area is; at is the area
// pointed at, or noStop.
func (f frame) side(at int) []line {
	if f.Advice && f.Panel {
		return f.live(at)
	}
	return f.progress()
}

// unfocused is a body while the keys belong to the panel or to the key row: the focus is there, and seen there only.
func unfocused(body []line) []line {
	out := make([]line, len(body))
	for i, l := range body {
		for j, s := range l {
			if s.role == focus {
				s.role = plain
			}
			if j == 0 {
				s.text = strings.Replace(s.text, "►", " ", 1)
			}
			out[i] = append(out[i], s)
		}
	}
	return out
}

// fill makes it exactly n rows.
func fill(rows []line, n int) []line {
	for len(rows) < n {
		rows = append(rows, nil)
	}
	return rows[:n]
}

func headRow(f frame, p page) line {
	room := f.W - 3 - width(p.Right)
	return append(line{{plain, " "}, {strong, shorten(p.Left, room)}}.to(f.W-1-width(p.Right)), span{plain, p.Right})
}

func progressRow(f frame, p page) line {
	if p.Of == 0 {
		return ln(strings.Repeat("─", f.W))
	}
	done := (2*p.Done*f.W + p.Of) / (2 * p.Of)
	return line{{accent, strings.Repeat("═", done)}, {plain, strings.Repeat("─", f.W-done)}}
}

// statusRows say what happened last, or what may be done, on the left; the company on the right. A message that does
// not fit into one row takes more, for as long as it stands there.
func (r *root) statusRows(f frame, p page) []line {
	lead, text, role := r.status(f, p)
	var out []line
	for i, l := range wrap(text, f.W-1-lead.width()) {
		row := line{{plain, strings.Repeat(" ", lead.width())}}
		if i == 0 {
			row = append(line{}, lead...)
		}
		out = append(out, append(row, span{role, l}))
	}
	corner := p.Corner
	if name := f.cornerName(); name != "" && !strings.Contains(p.Right, name) {
		corner = name
	}
	if free := f.W - 1 - out[0].width() - 2; corner != "" && width(corner) <= free {
		out[0] = append(out[0].to(f.W-1-width(corner)), span{plain, corner})
	}
	return out
}

// status is the text of the status row with its sign and role.
func (r *root) status(f frame, p page) (lead line, text string, as role) {
	lead, text = ln(" "), r.note.in(f)
	alarm := line{{plain, " "}, {fault, "! "}}
	switch {
	case r.stop:
		return lead, f.T("stop.ask"), strong
	case text != "" && r.note.fault:
		return alarm, text, strong
	case text != "":
		return lead, text, plain
	case f.Look.Run.Trouble != nil:
		if n := f.Look.Run.Trouble.since; n > 0 {
			return alarm, f.T("unsaved.status", "n", n), strong
		}
		return alarm, f.T("unsaved.detail"), strong
	case p.Hint != "":
		return lead, p.Hint, plain
	case r.savedHere():
		return lead, f.T("hint.saved"), plain
	}
	return lead, "", plain
}

// savedHere says whether what is in sight was saved: the answer to the question shown, or what the last key changed.
func (r *root) savedHere() bool {
	if r.work == nil || r.work.session == nil {
		return false
	}
	if s, ok := r.top().(*question); ok {
		if q := r.work.iv.Bank().Question(s.id); q != nil {
			return !r.work.iv.Answer(q).Empty()
		}
	}
	return r.put
}

func (f frame) cornerName() string {
	if f.Look.Talk == nil {
		return ""
	}
	name := shorten(f.company(), 40)
	if !f.Advice {
		return name
	}
	return strings.TrimPrefix(name+" · "+f.T("adv.view"), " · ")
}

// company is the company's name as it may be shown.
func (f frame) company() string { return f.prep(oneLine(f.Look.Talk.Assessment().CompanyName())) }

// keyRow says which keys do something here. With the focus on it, one word stands in brackets and Enter runs it.
func (r *root) keyRow(f frame) line {
	hints := fitHints(f, r.top().Keys(f))
	chosen := noStop
	if words := r.runnable(); r.bar != noStop && len(words) > 0 {
		n := 0
		for i, h := range hints {
			if h.runs() {
				if n == min(r.bar, len(words)-1) {
					chosen = i
				}
				n++
			}
		}
	}
	if chosen > 0 && hints[0].op == opEnter {
		hints = append([]hint{{op: opEnter, key: "key.enter", word: hints[chosen].word, args: hints[chosen].args}}, hints[1:]...) // what Enter does now
		if hintsWidth(f, hints) > f.W-2 {
			hints, chosen = hints[1:], chosen-1
		}
	}
	out := ln(" "[:1-edges(chosen, 0)])
	for i, h := range hints {
		if i > 0 {
			out = append(out, span{plain, "   "[:3-edges(chosen, i)]})
		}
		if i == chosen {
			out = append(out, span{focus, "[" + h.in(f) + "]"})
		} else {
			out = append(out, span{plain, h.in(f)})
		}
	}
	return out
}

// edges is how many of the three cells before word i the brackets of the chosen word take.
func edges(chosen, i int) int {
	if chosen != noStop && (i == chosen || i == chosen+1 && i > 0) {
		return 1
	}
	return 0
}

func (h hint) in(f frame) string {
	key := h.key
	if f.P.Has(key) {
		key = f.T(key)
	}
	return key + " " + f.T(h.word, h.args...)
}

// fitHints leaves out words from the right until the row fits; the first, the way out and the last one, the menu, stay.
func fitHints(f frame, hints []hint) []hint {
	for at := len(hints) - 2; at > 0 && hintsWidth(f, hints) > f.W-2; at-- {
		if hints[at].op != opEsc {
			hints = append(append([]hint{}, hints[:at]...), hints[at+1:]...)
		}
	}
	return hints
}

func hintsWidth(f frame, hints []hint) int {
	n := 0
	for i, h := range hints {
		if i > 0 {
			n += 3
		}
		n += width(h.in(f))
	}
	return n
}

// second puts a word in the second place, where it stays however narrow the window is.
func second(hints []hint, h hint) []hint {
	n := min(1, len(hints))
	return append(append(append([]hint{}, hints[:n]...), h), hints[n:]...)
}

// enter, esc and the others are the words that key rows are made of.
func enter(word string) hint { return hint{op: opEnter, key: "key.enter", word: word} }

func esc(word string) hint { return hint{op: opEsc, key: "Esc", word: word} }

func arrows(word string) hint { return hint{key: "key.arrows", word: word} }

var (
	helpHint   = hint{op: opHelp, key: "h", word: "do.help"}
	helpF1Hint = hint{op: opHelp, key: "F1", word: "do.help"}
	onwardHint = hint{op: opOnward, key: "+", word: "do.next"}
	noteHint   = hint{op: opNote, key: "n", word: "do.note"}
	goHint     = hint{op: opJump, key: "g", word: "do.go"}
	pauseHint  = hint{op: opPause, key: "p", word: "do.pause"}
	// pauseTextHint is the way in a text field, where p is text.
	pauseTextHint = hint{op: opPause, key: "key.tabp", word: "do.pause"}
	menuHint      = hint{op: opMenu, key: "?", word: "do.menu"}
	tabHint       = hint{op: opMenu, key: "key.tab", word: "do.tomenu"}
)
