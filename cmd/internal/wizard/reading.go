package wizard

import "strconv"

// reading shows all questions beforehand, with their answers.
type reading struct{ top int }

func (s *reading) CapturesText() bool { return false }

func (s *reading) rows(f frame) []line {
	var rows []line
	n := 0
	for _, d := range f.Look.bank().Dimensions {
		rows = append(append(rows, f.para(f.text(d.Title), strong)...), f.para(f.text(d.About), plain)...)
		rows = append(rows, nil)
		for _, q := range d.Questions {
			n++
			rows = append(rows, f.hanging(ln(" "+pad(strconv.Itoa(n), 3)), f.text(q.Wording.Text), strong)...)
			for _, r := range q.Rows {
				rows = append(rows, f.hanging(ln("      – "), f.text(r.Text), plain)...)
			}
			for _, o := range q.Options {
				rows = append(rows, f.hanging(ln("      · "), f.text(o.Text), plain)...)
			}
			rows = append(rows, nil)
		}
	}
	return rows
}

// Update scrolls.
func (s *reading) Update(f frame, k key) []say {
	by, ok := scrolled(k, f.body())
	if !ok {
		return []say{pass{k}}
	}
	s.top = max(0, min(s.top+by, lastTop(len(s.rows(f)), f.body())))
	return nil
}

// View shows a page of them.
func (s *reading) View(f frame) page {
	rows := s.rows(f)
	top := max(0, min(s.top, lastTop(len(rows), f.body())))
	return page{
		Left: f.T("welcome.read"), Right: f.T("scroll.pos", "a", top+1, "b", shownTo(len(rows), top, f.body()), "n", len(rows)),
		Body: f.window(rows, top, f.body()),
	}
}

// Keys are the words of the key row.
func (s *reading) Keys(frame) []hint {
	return []hint{esc("do.back"), arrows("do.scroll"), {op: opPageDown, key: "key.pagedown", word: "do.page"}, menuHint}
}
