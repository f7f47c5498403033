package wizard

// small stands in while the window is too small; everything below it stays as it is.
type small struct{ at int }

func (s *small) press(k key) []say {
	switch k.op {
	case opUp, opLeft:
		s.at = 0
	case opDown, opRight:
		s.at = 1
	case opPause:
		return []say{quit{}}
	case opEnter:
		if s.at == 0 {
			return []say{face{}}
		}
		return []say{quit{}}
	}
	return nil
}

// view fills whatever room there is.
func (s *small) view(f frame, stop bool) []line {
	text := f.T("small.text", "w", f.W, "h", f.H)
	if stop {
		text = f.T("stop.ask")
	}
	var rows []line
	for _, l := range wrap(text, max(1, f.W-2)) {
		rows = append(rows, ln(" "+l))
	}
	rows = append(rows, nil)
	for i, key := range []string{"small.line", "small.pause"} {
		rows = append(rows, append(pointer(i == s.at), span{roleOf(i == s.at), f.T(key)}))
	}
	if len(rows) > f.H { // the ways out matter more than the words
		rows = append(rows[:max(0, f.H-2)], rows[len(rows)-2:]...)
	}
	return rows
}
