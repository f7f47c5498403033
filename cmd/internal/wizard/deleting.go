package wizard

import (
	"strings"

	"digitalkompass/cmd/internal/desk"
)

// deleting asks once before a draft is deleted; the pointer is on keeping it.
type deleting struct {
	draft desk.Draft
	at    int
}

func (s *deleting) CapturesText() bool { return false }

func (s *deleting) entries(f frame) []entry {
	return []entry{
		{f.T("entry.delete.sure", "name", f.draftName(s.draft)), "", []say{remove{s.draft}}},
		{f.T("entry.keep"), "", []say{leave{}}},
	}
}

// Update runs one of the two entries.
func (s *deleting) Update(f frame, k key) []say {
	p := pick{s.at}
	says := menuOf(&p, s.entries(f), k)
	s.at = p.at
	return says
}

// View shows what would be deleted.
func (s *deleting) View(f frame) page {
	p := page{Left: "Digitalkompass"}
	text := strings.Join([]string{f.draftName(s.draft) + " · " + f.draftState(s.draft), oneLine(s.draft.Path), f.T("entry.delete.final")}, "\n")
	p.Body = f.titled(f.T("entry.delete"), f.prep(text), s.entries(f), s.at)
	return p
}

// Keys are the words of the key row.
func (s *deleting) Keys(frame) []hint { return []hint{enter("do.run"), esc("do.back"), menuHint} }

// remove deletes a draft and shows the others.
type remove struct{ d desk.Draft }

func (s remove) do(r *root) {
	err := r.desk.Delete(s.d)
	r.base()
	r.stack[0] = newWelcome(r.desk)
	r.note = note{key: "entry.deleted"}
	if err != nil {
		r.note = r.failure(err)
	}
}
