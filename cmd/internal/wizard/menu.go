package wizard

// menu lists every key and runs it, so nobody has to know one.
type menu struct {
	pick
	below screen
}

func newMenu(below screen) *menu { return &menu{below: below} }

func (m *menu) CapturesText() bool { return false }

// command is a line of the menu.
type command struct {
	op   op
	key  string
	word string
	args []any
}

// part is a group of commands under a heading.
type part struct {
	title    string
	commands []command
}

// parts are the groups of commands that mean something on the screen below, in two columns.
func (m *menu) parts(f frame) (left, right []part) {
	_, asking := m.below.(*question)
	_, noting := m.below.(*noting)
	answering := part{"menu.answer", nil}
	if asking {
		answering.commands = []command{
			{opEnter, "key.enter", "menu.take", nil}, {opSpace, "key.space", "menu.mark", nil}, {0, "1–9", "menu.digit", nil},
			{opUnknown, "w", "opt.unknown", nil}, {opNotApplicable, "t", "opt.na", nil}, {opSkip, "o", "menu.skip", nil},
			{opNote, "n", "do.note", nil},
		}
		if f.Advice {
			answering.commands = append(answering.commands, command{opNoteBefore, "N", "note.before", nil}, command{opOnward, "+", "do.next", nil})
		}
		answering.commands = append(answering.commands, command{opLater, "b", "note.later", nil})
	}
	if f.Look.Talk != nil && !f.Look.Run.ReadOnly {
		answering.commands = append(answering.commands, command{opUndo, "u", "menu.undo.last", nil}, command{opRedo, "r", "menu.redo", nil})
	}
	help := part{"do.help", []command{{opMenu, "?", "menu.this", nil}}}
	if asking || noting {
		help.commands = append([]command{{opHelp, "h F1", "menu.help", nil}}, help.commands...)
	}
	if f.Look.Talk != nil {
		help.commands = append(help.commands, command{opGlossary, "k", "do.lookup", nil})
	}
	move := part{"menu.move", []command{{opEsc, "Esc z", "do.back", nil}, {opTab, "key.tab", "menu.group", nil}}}
	if f.Look.Talk != nil {
		move.commands = append(move.commands, command{opJump, "g", "menu.go", nil}, command{opTelling, "m", "telling.go", nil}, command{opReview, "a", "rev.title", nil}, command{opResult, "e", "live.title", nil})
	}
	move.commands = append(move.commands, command{opPause, "p", "menu.pause", nil})
	show := part{"menu.show", []command{
		{opLang, "l", "menu.language", nil}, {opTheme, "d", "menu.colour", []any{"value", f.Style.theme.word()}},
		{opView, "v", map[bool]string{false: "menu.advice", true: "menu.owner"}[f.Advice], nil}, {opLine, "s", "menu.line", nil}, {opStop, "menu.ctrlc", "menu.stop", nil},
	}}
	if len(answering.commands) == 0 {
		return []part{move}, []part{show, help}
	}
	return []part{answering, help}, []part{move, show}
}

// commands are all lines in the order of the pointer: down the left column, then the right.
func (m *menu) commands(f frame) (all []command, left int) {
	l, r := m.parts(f)
	for _, p := range l {
		all = append(all, p.commands...)
	}
	left = len(all)
	for _, p := range r {
		all = append(all, p.commands...)
	}
	return all, left
}

// Update runs the line pointed at, on the screen below. A letter does the same at once.
func (m *menu) Update(f frame, k key) []say {
	all, left := m.commands(f)
	if m.press(k, len(all)) {
		return nil
	}
	switch k.op {
	case opLeft, opRight:
		m.across(k, len(all), left)
		return nil
	case opDown, opUp:
		return nil
	case opEsc, opMenu:
		return []say{leave{}}
	case opEnter, opSpace:
		k = key{op: all[m.at].op}
		switch k.op {
		case 0:
			return []say{tell{note{key: "menu.type"}}}
		case opMenu:
			return nil
		}
	}
	if k.op == opText {
		return []say{leave{}, runBelow{k}}
	}
	return []say{leave{}, runBelow{k}}
}

// across goes to the same height in the other column.
func (m *menu) across(k key, all, left int) {
	switch {
	case k.op == opRight && m.at < left:
		m.at = min(all-1, left+m.at)
	case k.op == opLeft && m.at >= left:
		m.at = min(left-1, m.at-left)
	}
}

// keyColumn is the room for a key's name.
const keyColumn = 12

// View shows two columns, or one where the window is narrow.
func (m *menu) View(f frame) page {
	p := page{Left: f.T("menu.title")}
	left, right := m.parts(f)
	foot := append([]line{nil}, f.para(f.T("menu.promise"), plain)...)
	foot = append(foot, f.para(f.T("menu.text"), plain)...)
	if f.W < 76 {
		list := m.column(f, append(left, right...), 0, f.W)
		for _, l := range foot {
			list = append(list, still(l))
		}
		p.Body = f.fit(list, m.at, f.body())
		return p
	}
	_, n := m.commands(f)
	a, inA, _ := flatten(m.column(f, left, 0, 40), m.at)
	b, inB, _ := flatten(m.column(f, right, n, 40), m.at)
	rows := make([]line, max(len(a), len(b)))
	for i := range rows {
		if i < len(a) {
			rows[i] = append(rows[i], a[i]...)
		}
		if rows[i] = rows[i].to(40); i < len(b) {
			rows[i] = append(rows[i], b[i]...)
		}
	}
	if len(rows) < f.body() {
		rows = append([]line{nil}, rows...)
	}
	if room := f.body() - len(rows); room >= len(foot) {
		rows = append(rows, foot...)
	}
	here := max(inA, inB)
	p.Body = f.window(rows, topFor(len(rows), here, here+1, f.body()), f.body())
	return p
}

func (m *menu) column(f frame, parts []part, from, w int) []block {
	var out []block
	n := from
	for i, p := range parts {
		if i > 0 {
			out = append(out, gap)
		}
		out = append(out, still(bold(" "+f.T(p.title))))
		for _, c := range p.commands {
			on := n == m.at
			name := c.key
			if f.P.Has(name) {
				name = f.T(name)
			}
			text := shorten(f.T(c.word, c.args...), w-3-keyColumn)
			out = append(out, block{lines: []line{append(pointer(on), span{roleOf(on), pad(name, keyColumn) + text})}, stop: n})
			n++
		}
	}
	return out
}

// Keys are the words of the key row.
func (m *menu) Keys(frame) []hint {
	return []hint{enter("do.run"), arrows("do.choose"), esc("do.close")}
}
