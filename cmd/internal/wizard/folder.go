package wizard

import (
	"errors"
	"strings"

	"digitalkompass/cmd/internal/desk"
)

// show opens a file or folder with the system's viewer.
type show struct{ path string }

func (s show) do(r *root) {
	r.note = note{key: "file.opened"}
	if err := r.desk.Show(s.path); err != nil {
		r.note = note{key: "file.noviewer", fault: true, args: []any{"file", oneLine(s.path)}}
	}
}

// folder asks where the report is to go. What did not work stands below the path, which stays; a folder that is not there can
// be made.
type folder struct {
	into  *results
	text  editor
	wrong note
	offer bool // to make the folder
	on    bool // the pointer is on the offer
}

// maxPath bounds what can be typed as a folder, in characters.
const maxPath = 1000

func newFolder(into *results) *folder {
	return &folder{into: into, text: newEditor(into.file.last.Folder, maxPath)}
}

func (s *folder) CapturesText() bool { return !s.on }

// Update types, and writes the report.
func (s *folder) Update(_ frame, k key) []say {
	switch {
	case k.op == opEnter || k.op == opSpace:
		if strings.TrimSpace(s.text.String()) == "" {
			return []say{tell{note{key: "file.where.empty", fault: true}}}
		}
		return []say{writeInto{s}}
	case (k.op == opDown || k.op == opTab) && s.offer && !s.on:
		s.on = true
		return nil
	case (k.op == opUp || k.op == opBackTab) && s.on:
		s.on = false
		return nil
	case s.on:
		return []say{pass{k}}
	}
	next, own := s.text.press(k)
	if !own {
		return []say{pass{k}}
	}
	if next.String() != s.text.String() {
		s.wrong, s.offer = note{}, false
	}
	s.text = next
	return nil
}

// writeInto writes the report into the folder that was typed.
type writeInto struct{ s *folder }

func (x writeInto) do(r *root) {
	s, order := x.s, r.order
	order.Folder, order.Create = strings.TrimSpace(s.text.String()), s.on
	err := r.report(s.into, order)
	if err == nil {
		r.pop()
		return
	}
	var save *desk.SaveError
	s.wrong, s.on, s.text.fresh = r.failure(err), false, false
	s.offer = errors.As(err, &save) && save.Kind == "absent"
}

// View asks, with what is typed in as many rows as it needs.
func (s *folder) View(f frame) page {
	rows := append([]line{nil}, f.para(f.T("file.where"), strong)...)
	rows = append(append(rows, f.para(f.T("file.where.how"), plain)...), nil)
	p := page{Left: f.T("tab.title"), Right: f.dated(), Done: 1, Of: 1}
	shown, _ := s.text.shown(f.wide()-6, !s.on)
	for _, r := range shown {
		rows = append(rows, append(ln("   [ "), span{roleOf(!s.on), pad(f.prep(r), f.wide()-6)}, span{plain, "]"}))
	}
	if s.wrong.key != "" {
		rows = append(append(rows, nil), f.hanging(line{{fault, " ! "}}, s.wrong.in(f), strong)...)
	}
	if s.offer {
		rows = append(append(rows, nil), append(pointer(s.on), span{roleOf(s.on), f.T("file.where.make")}))
	}
	p.Body = f.window(rows, max(0, len(rows)-f.body()), f.body())
	return p
}

// Keys are the words of the key row.
func (s *folder) Keys(frame) []hint {
	switch {
	case s.on:
		return []hint{enter("do.make"), esc("do.back"), menuHint}
	case s.offer:
		return []hint{enter("do.write"), esc("do.back"), arrows("do.make")}
	}
	return []hint{enter("do.write"), esc("do.back"), tabHint}
}
