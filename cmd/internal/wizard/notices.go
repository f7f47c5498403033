package wizard

import "digitalkompass/questionnaire/i18n"

// notices is what there is to tell about a file that was opened, before its question.
type notices struct {
	told []i18n.Message
	top  int
}

func (s *notices) CapturesText() bool { return false }

func (s *notices) rows(f frame) []line {
	var rows []line
	for _, m := range s.told {
		rows = append(append(rows, f.para(f.T("notice."+m.Code, m.Args...), plain)...), nil)
	}
	return rows
}

// Update scrolls, or goes on to the question.
func (s *notices) Update(f frame, k key) []say {
	room := f.body() - 1
	if k.op == opEnter || k.op == opEsc {
		return []say{leave{}}
	}
	by, ok := scrolled(k, room)
	if !ok {
		return []say{pass{k}}
	}
	s.top = max(0, min(s.top+by, lastTop(len(s.rows(f)), room)))
	return nil
}

// View tells one thing after the other.
func (s *notices) View(f frame) page {
	rows, room := s.rows(f), f.body()-1
	top := max(0, min(s.top, lastTop(len(rows), room)))
	return page{Left: "Digitalkompass", Body: append([]line{f.divider(f.T("notice.title"), "")}, f.window(rows, top, room)...)}
}

// Keys are the words of the key row.
func (s *notices) Keys(frame) []hint { return []hint{enter("do.next"), arrows("do.scroll"), menuHint} }
