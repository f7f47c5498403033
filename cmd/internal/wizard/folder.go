package wizard

import (
	"strings"
)

// show opens a file or folder with the system's viewer.
type show struct{ path string }

func (s show) do(r *root) {
	r.note = note{key: "file.opened"}
	if err := r.desk.Show(s.path); err != nil {
		r.note = note{key: "file.noviewer", fault: true, args: []any{"file", oneLine(s.path)}}
	}
}

// folder asks where the report is to go.
type folder struct {
	into *results
	text editor
}

// maxPath bounds what can be typed as a folder, in characters.
const maxPath = 1000

func newFolder(into *results) *folder {
	return &folder{into: into, text: newEditor(into.file.last.Folder, maxPath)}
}

func (s *folder) CapturesText() bool { return true }

// Update types, and writes the report.
func (s *folder) Update(_ frame, k key) []say {
	if k.op == opEnter {
		to := strings.TrimSpace(s.text.String())
		if to == "" {
			return []say{tell{note{key: "file.where.empty", fault: true}}}
		}
		return []say{leave{}, write{s.into, to}}
	}
	next, own := s.text.press(k)
	if !own {
		return []say{pass{k}}
	}
	s.text = next
	return nil
}

// View asks, with what is typed in as many rows as it needs.
func (s *folder) View(f frame) page {
	rows := append([]line{nil}, f.para(f.T("file.where"), strong)...)
	rows = append(append(rows, f.para(f.T("file.where.how"), plain)...), nil)
	p := page{Left: f.T("tab.title"), Right: f.dated(), Done: 1, Of: 1}
	shown, _ := s.text.shown(f.wide()-6, true)
	for _, r := range shown {
		rows = append(rows, append(ln("   [ "), span{focus, pad(f.prep(r), f.wide()-6)}, span{plain, "]"}))
	}
	p.Body = f.window(rows, max(0, len(rows)-f.body()), f.body())
	return p
}

// Keys are the words of the key row.
func (s *folder) Keys(frame) []hint { return []hint{enter("do.write"), esc("do.back"), tabHint} }
