package wizard

import (
	"slices"
	"strings"

	"digitalkompass/questionnaire"
)

// noting is the note of a question, or where the proof of its answer is. Every key is saved.
type noting struct {
	id    string
	text  editor
	at    noteStop
	typed bool
	proof bool
}

// noteStop is a place for the pointer. The zero value is invalid.
type noteStop int

const (
	noteText noteStop = iota + 1
	noteDone
	noteLater
	noteDelete
)

func newNote(q *questionnaire.Question, a questionnaire.Answer) *noting {
	e := newEditor(a.Note, questionnaire.MaxNote)
	e.lines = true
	return &noting{id: q.ID, text: e, at: noteText}
}

func newEvidence(q *questionnaire.Question, a questionnaire.Answer) *noting {
	e := newEditor(a.Evidence, questionnaire.MaxLine)
	e.fresh = false
	return &noting{id: q.ID, text: e, at: noteText, proof: true}
}

func (s *noting) CapturesText() bool { return s.at == noteText }

// Update writes into the text, or runs what is below it.
func (s *noting) Update(f frame, k key) []say {
	if k.op == opHelp {
		return []say{open{newHelp(s.id, "")}}
	}
	if s.at == noteText {
		return s.write(f, k)
	}
	switch k.op {
	case opUp, opBackTab:
		s.move(-1)
	case opDown:
		if s.at == noteDelete {
			return []say{focusBar{}}
		}
		s.move(1)
	case opTab:
		return []say{focusBar{}}
	case opEnter, opSpace:
		return s.run(f)
	case opLater:
		s.at = noteLater
		return s.run(f)
	default:
		return []say{pass{k}}
	}
	return nil
}

// move goes to a neighbour; the mark belongs to the note alone.
func (s *noting) move(by noteStop) {
	if s.at += by; s.proof && s.at == noteLater {
		s.at += by
	}
}

func (s *noting) write(f frame, k key) []say {
	switch k.op {
	case opTab:
		s.at = noteDone
		return nil
	case opEnter:
		if s.proof {
			return []say{leave{}}
		}
	case opUp, opDown:
		by := map[op]int{opUp: -1, opDown: 1}[k.op]
		next, moved := s.text.vertical(by, f.wide())
		if !moved && k.op == opDown {
			s.at = noteDone
		}
		s.text = next
		return nil
	}
	next, own := s.text.press(k)
	if !own {
		return []say{pass{k}}
	}
	changed := !slices.Equal(next.text, s.text.text)
	s.text = next
	if !changed {
		return nil
	}
	return s.put(f)
}

func (s *noting) put(f frame) []say {
	q := f.Look.bank().Question(s.id)
	a := f.Look.Talk.Answer(q)
	if s.proof {
		a.Evidence = strings.TrimSpace(s.text.String())
	} else {
		a.Note = s.text.String()
	}
	says := []say{put{answer{q, a, s.typed}}}
	s.typed = true
	return says
}

func (s *noting) run(f frame) []say {
	q := f.Look.bank().Question(s.id)
	switch s.at {
	case noteLater:
		a := f.Look.Talk.Answer(q)
		a.Later = !a.Later
		return []say{put{answer{q, a, false}}}
	case noteDelete:
		s.text.text, s.text.at = nil, 0
		s.typed = false
		s.at = noteText
		key := map[bool]string{false: "note.deleted", true: "note.evidence.deleted"}[s.proof]
		return append(s.put(f), tell{note{key: key}})
	case noteText, noteDone:
	}
	return []say{leave{}}
}

// View shows question, text, and what can be done.
func (s *noting) View(f frame) page {
	q := f.Look.bank().Question(s.id)
	a := f.Look.Talk.Answer(q)
	p := f.place(q)
	p.Hint, p.Panel = f.T("note.privacy.short"), f.side(noStop)
	count := f.T("note.count", "n", len(s.text.text), "m", s.text.max)
	title := f.T("note.title.field", "field", f.short(q))
	if n, _ := f.Look.number(q); q.Section == questionnaire.SectionQuestions {
		bare := width(f.T("note.title", "n", n, "field", "")) + width(count) + len("--  ") + len("  --")
		title = f.T("note.title", "n", n, "field", shorten(f.short(q), f.across()-bare))
	}
	if s.proof {
		title = f.T("note.evidence")
	}
	rows := append([]line{nil}, f.para(f.text(q.Wording.Text), strong)...)
	rows = append(rows, f.divider(title, count))
	foot := s.foot(f, a)
	room := f.body() - len(rows) - len(foot)
	key := map[bool]string{false: "note.privacy", true: "note.evidence.privacy"}[s.proof]
	if privacy := f.para(f.T(key), plain); room > len(privacy)+6 {
		p.Hint = f.T("hint.saved")
		foot = append(append(foot, nil), privacy...)
		room -= len(privacy) + 1
	}
	p.Body = append(append(rows, s.textRows(f, room)...), foot...)
	return p
}

// foot is what can be done below the text.
func (s *noting) foot(f frame, a questionnaire.Answer) []line {
	row := func(at noteStop, text string) line {
		return append(pointer(s.at == at), span{roleOf(s.at == at), text})
	}
	done := row(noteDone, "[ "+f.T("btn.done")+" ]")
	if s.proof {
		return []line{f.rule(), done, row(noteDelete, f.T("note.evidence.delete"))}
	}
	mark := map[bool]string{true: "[x] ", false: "[ ] "}[a.Later]
	return []line{f.rule(), done, row(noteLater, mark+f.T("note.later")), row(noteDelete, f.T("note.delete"))}
}

// textRows are the rows of the text around the cursor.
func (s *noting) textRows(f frame, room int) []line {
	shown, here := s.text.shown(f.wide(), s.at == noteText)
	rows := make([]line, 0, len(shown))
	for _, r := range shown {
		rows = append(rows, ln(" "+f.prep(r)))
	}
	top := topFor(len(rows), here, here+1, room)
	return fill(f.window(rows, top, room), room)
}

// Keys are the words of the key row.
func (s *noting) Keys(frame) []hint {
	if s.at == noteText && s.proof {
		return []hint{enter("do.done"), esc("do.done"), {op: opTab, key: "key.tab", word: "do.todone"}, helpF1Hint}
	}
	if s.at == noteText {
		return []hint{{op: 0, key: "key.enter", word: "do.newline"}, {op: opTab, key: "key.tab", word: "do.todone"}, esc("do.done"), helpF1Hint}
	}
	return []hint{enter("do.run"), esc("do.done"), helpHint, menuHint}
}
