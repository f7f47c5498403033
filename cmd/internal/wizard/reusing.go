package wizard

import (
	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// reusing offers answers of saved assessments by other questionnaires that mean the same in the one just begun.
type reusing struct {
	pick
	sources []desk.Source
}

// mostSources is how many saved assessments are offered, the latest first.
const mostSources = 3

// offerReuse asks once, where there is something to take over.
func (r *root) offerReuse() {
	if all := r.desk.Reusable(); len(all) > 0 {
		r.push(&reusing{sources: all[:min(mostSources, len(all))]})
	}
}

// adopt takes over the answers of one source.
type adopt struct {
	answers map[string]questionnaire.Answer
}

func (s adopt) do(r *root) {
	n := r.work.iv.Adopt(s.answers)
	if err := r.work.store(); err != nil {
		r.note = r.failure(err)
		return
	}
	r.work.iv.Home()
	r.base()
	r.current()
	r.note = note{key: "reuse.taken", args: []any{"n", n}}
}

func (s *reusing) CapturesText() bool { return false }

func (s *reusing) entries(f frame) []entry {
	var out []entry
	for _, x := range s.sources {
		name := x.Name
		if name == "" {
			name = f.T("welcome.unnamed")
		}
		text := f.T("reuse.take", "n", len(x.Answers), "name", name, "bank", x.Bank, "date", x.Updated)
		out = append(out, entry{text, "", []say{adopt{x.Answers}}})
	}
	return append(out, entry{f.T("reuse.without"), "", []say{leave{}}})
}

// Update takes over what is pointed at, or nothing.
func (s *reusing) Update(f frame, k key) []say { return menuOf(&s.pick, s.entries(f), k) }

// View names the sources and how much each of them gives.
func (s *reusing) View(f frame) page {
	p := page{Left: f.T("reuse.title")}
	rows := append([]line{nil}, f.para(f.T("reuse.text"), plain)...)
	rows = append(rows, nil)
	p.Body = append(rows, f.fit(f.menuBlocks(s.entries(f), s.at, sideColumn), s.at, f.body()-len(rows))...)
	return p
}

// Keys are the words of the key row.
func (s *reusing) Keys(frame) []hint {
	return []hint{enter("do.choose"), esc("reuse.skip"), menuHint}
}
