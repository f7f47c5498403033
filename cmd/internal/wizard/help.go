package wizard

import (
	"digitalkompass/questionnaire"
)

// help explains a question and its terms: beside it where there is room, else in its place.
type help struct {
	id    string
	term  string // to show first, or ""
	top   int
	below screen // it was opened from
}

func newHelp(id, term string) *help { return &help{id: id, term: term} }

func (h *help) CapturesText() bool { return false }

func (h *help) question(f frame) *questionnaire.Question {
	if it, ok := f.Look.Talk.Visible(h.id); ok {
		return it.Question
	}
	return f.Look.bank().Question(h.id)
}

// text is everything there is to read; a term that was asked for comes first.
func (h *help) text(f frame) (rows []line) {
	w := h.question(f).Wording
	part := func(title, text string) {
		if text != "" {
			rows = append(append(append(rows, bold(" "+title)), f.para(text, plain)...), nil)
		}
	}
	if h.term != "" {
		rows = append(h.terms(f, w.Terms), nil)
	}
	if was, ok := f.Look.Talk.LastTime(h.question(f)); ok {
		in := ask{f: f, q: h.question(f)}
		part(f.T("help.last"), f.T("last.time", "date", dayOf(f.Look.Talk.Assessment().Since.Updated), "v", in.was(was)))
	}
	part(f.T("help.why"), f.text(w.Why))
	part(f.T("help.example"), f.text(w.Example))
	part(f.T("help.where"), f.text(w.Where))
	part(f.T("opt.na"), f.text(w.NotApplicableWhen))
	if h.term == "" {
		rows = append(rows, h.terms(f, w.Terms)...)
	}
	for len(rows) > 0 && len(rows[len(rows)-1]) == 0 {
		rows = rows[:len(rows)-1]
	}
	return rows
}

// terms are the words that the glossary explains, the one asked for first.
func (h *help) terms(f frame, ids []string) []line {
	var first, rest []line
	for _, id := range ids {
		t := f.Look.bank().Term(id)
		if t == nil {
			continue
		}
		rows := append(f.para(f.text(t.Name), strong), f.indented(f.text(t.Text), 3, plain)...)
		if id == h.term {
			first = rows
		} else {
			rest = append(rest, rows...)
		}
	}
	if len(first)+len(rest) == 0 {
		return nil
	}
	return append(append([]line{bold(" " + f.T("help.terms"))}, first...), rest...)
}

// widest is the longest line of running text in the panel, in cells.
const widest = 64

// layout is the text, the row it begins at, and the room it has.
func (h *help) layout(f frame) (head, rows []line, top, room int) {
	if f.Panel {
		room = f.body() - 3 // below the free row and the title with its own
		f.W, f.Panel = min(widest, f.W-f.panelAt()-1), false
		rows = h.text(f)
		return nil, rows, max(0, min(h.top, lastTop(len(rows), room))), room
	}
	head = append([]line{nil}, f.para(f.text(h.question(f).Wording.Text), strong)...)
	rows = h.text(f)
	room = f.body() - len(head) - 1
	return head, rows, max(0, min(h.top, lastTop(len(rows), room))), room
}

// Update scrolls.
func (h *help) Update(f frame, k key) []say {
	_, rows, top, room := h.layout(f)
	by, ok := scrolled(k, room)
	if !ok {
		if k.op == opEnter || k.op == opHelp || k.op == opEsc {
			return []say{leave{}}
		}
		return []say{pass{k}}
	}
	h.top = max(0, min(top+by, lastTop(len(rows), room)))
	return nil
}

// scrolled is how many rows a key moves a text.
func scrolled(k key, page int) (int, bool) {
	by, ok := map[op]int{opUp: -1, opDown: 1, opPageUp: 2 - page, opPageDown: page - 2, opSpace: page - 2, opHome: -100000, opEnd: 100000}[k.op]
	return by, ok
}

// View shows the text below the question, or beside it.
func (h *help) View(f frame) page {
	head, rows, top, room := h.layout(f)
	pos := ""
	if len(rows) > room {
		pos = f.T("scroll.pos", "a", top+1, "b", shownTo(len(rows), top, room), "n", len(rows))
	}
	if !f.Panel {
		p := f.place(h.question(f))
		p.Body = append(append(head, f.divider(f.T("help.title"), pos)), f.window(rows, top, room)...)
		return p
	}
	p := h.beside(f).View(f)
	title := append(pointer(true), span{focus, f.T("help.title")})
	title = append(title.to(max(title.width()+2, min(widest, f.W-f.panelAt()-1)-1-width(pos))), span{plain, pos})
	p.Body, p.Panel, p.Hint = unfocused(p.Body), append([]line{title, nil}, f.window(rows, top, room)...), ""
	return p
}

// beside is the screen beside the text: the question, or its note if that is where the help was opened.
func (h *help) beside(f frame) screen {
	switch s := h.below.(type) {
	case *question:
		if s.id == h.id {
			return s
		}
	case *noting:
		if s.id == h.id {
			return s
		}
	}
	return newQuestion(f, h.id, true)
}

// Keys are the words of the key row.
func (h *help) Keys(frame) []hint { return []hint{esc("do.close"), arrows("do.scroll"), menuHint} }
