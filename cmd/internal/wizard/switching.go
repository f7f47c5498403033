package wizard

import "digitalkompass/cmd/internal/desk"

// switching asks before line mode takes over; the pointer is on staying, for one key too early must not lead out of the screen.
type switching struct{ pick }

// face leaves for line mode, with everything as it is.
type face struct{}

func (face) do(r *root) { r.end = &ending{err: desk.ErrSwitchFace} }

func (s *switching) CapturesText() bool { return false }

func (s *switching) entries(f frame) []entry {
	return []entry{{f.T("line.stay"), "", []say{leave{}}}, {f.T("small.line"), "", []say{face{}}}}
}

// Update runs one of the entries.
func (s *switching) Update(f frame, k key) []say { return menuOf(&s.pick, s.entries(f), k) }

// View says what line mode is and how one comes back.
func (s *switching) View(f frame) page {
	rows := append(append([]line{nil}, f.para(f.T("line.ask"), strong)...), f.para(f.T("line.about"), plain)...)
	rows = append(rows, nil)
	return page{Left: "Digitalkompass", Body: append(rows, f.fit(f.menuBlocks(s.entries(f), s.at, sideColumn), s.at, f.body()-len(rows))...)}
}

// Keys are the words of the key row.
func (s *switching) Keys(frame) []hint { return []hint{enter("do.run"), esc("do.stay"), menuHint} }
