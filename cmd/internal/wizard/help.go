package wizard

import (
	"digitalkompass/questionnaire"
)

// help explains a question and its terms.
type help struct {
	id   string
	term string // to show first, or ""
	top  int
}

func newHelp(id, term string) *help { return &help{id: id, term: term} }

func (h *help) CapturesText() bool { return false }

func (h *help) question(f frame) *questionnaire.Question {
	if it, ok := f.Look.Talk.Visible(h.id); ok {
		return it.Question
	}
	return f.Look.bank().Question(h.id)
}

// text is everything there is to read, and the row where the wanted term begins.
func (h *help) text(f frame) (rows []line, term int) {
	w := h.question(f).Wording
	part := func(title, text string) {
		if text != "" {
			rows = append(append(append(rows, bold(" "+title)), f.para(text, plain)...), nil)
		}
	}
	part(f.T("help.why"), f.text(w.Why))
	part(f.T("help.example"), f.text(w.Example))
	part(f.T("help.where"), f.text(w.Where))
	part(f.T("opt.na"), f.text(w.NotApplicableWhen))
	if len(w.Terms) > 0 {
		rows = append(rows, bold(" "+f.T("help.terms")))
	}
	for _, id := range w.Terms {
		t := f.Look.bank().Term(id)
		if t == nil {
			continue
		}
		if id == h.term {
			term = len(rows)
		}
		rows = append(append(rows, f.para(f.text(t.Name), strong)...), f.indented(f.text(t.Text), 3, plain)...)
	}
	return rows, term
}

// layout is the text, the row it begins at, and the room it has.
func (h *help) layout(f frame) (head, rows []line, top, room int) {
	q := h.question(f)
	head = append([]line{nil}, f.para(f.text(q.Wording.Text), strong)...)
	rows, term := h.text(f)
	room = f.body() - len(head) - 1
	top = h.top
	if h.term != "" {
		top = term
	}
	return head, rows, max(0, min(top, lastTop(len(rows), room))), room
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
	h.term = ""
	h.top = max(0, min(top+by, lastTop(len(rows), room)))
	return nil
}

// scrolled is how many rows a key moves a text.
func scrolled(k key, page int) (int, bool) {
	by, ok := map[op]int{opUp: -1, opDown: 1, opPageUp: 2 - page, opPageDown: page - 2, opSpace: page - 2, opHome: -100000, opEnd: 100000}[k.op]
	return by, ok
}

// View shows the question above the text.
func (h *help) View(f frame) page {
	p := f.place(h.question(f))
	head, rows, top, room := h.layout(f)
	pos := ""
	if len(rows) > room {
		pos = f.T("scroll.pos", "a", top+1, "b", min(len(rows), top+room), "n", len(rows))
	}
	p.Body = append(append(head, f.divider(f.T("help.title"), pos)), f.window(rows, top, room)...)
	return p
}

// Keys are the words of the key row.
func (h *help) Keys(frame) []hint { return []hint{esc("do.close"), arrows("do.scroll"), menuHint} }
