package wizard

import (
	"errors"
	"time"

	"digitalkompass/cmd/internal/desk"
)

// saveWords says why a file could not be written, or what else went wrong with it.
func saveWords(err error) (key string, args []any) {
	var save *desk.SaveError
	if !errors.As(err, &save) {
		return "save.failed", []any{"detail", oneLine(err.Error())}
	}
	key = map[string]string{"full": "full.text", "readonly": "save.readonly", "gone": "save.gone", "absent": "save.absent", "nowhere": "save.nowhere", "edited": "save.edited"}[save.Kind]
	if key == "" {
		detail := save.Folder
		if save.Cause != nil {
			detail = save.Cause.Error()
		}
		return "save.failed", []any{"detail", oneLine(detail)}
	}
	return key, []any{"folder", oneLine(save.Folder), "file", oneLine(save.File)}
}

// unsaved stands over everything when answers cannot be saved. end is set when the program was to be left.
type unsaved struct {
	pick
	end *ending
}

func (s *unsaved) CapturesText() bool { return false }

func (s *unsaved) entries(f frame) []entry {
	out := []entry{{f.T("full.again"), "", []say{save{s.end}}}, {f.T("full.on"), "", []say{leave{}}}}
	if s.end != nil {
		out = append(out, entry{f.T("full.lose"), "", []say{abandon{s.end}}})
	}
	return out
}

// Update runs one of the entries.
func (s *unsaved) Update(f frame, k key) []say { return menuOf(&s.pick, s.entries(f), k) }

// View says what is wrong and what can be done.
func (s *unsaved) View(f frame) page {
	p := page{Left: f.T("full.title")}
	text := f.T("full.safe")
	if t := f.Look.Run.Trouble; t != nil {
		key, args := saveWords(t.err)
		text = f.T(key, args...)
		if key != "full.text" {
			text += " " + f.T("full.safe")
		}
	}
	p.Body = append([]line{nil}, f.titled(f.T("full.title"), text, s.entries(f), s.at)...)
	return p
}

// Keys are the words of the key row.
func (s *unsaved) Keys(frame) []hint { return []hint{enter("do.run"), esc("do.later"), menuHint} }

// inUse says that another window holds the file.
type inUse struct {
	pick
	draft desk.Draft
	since time.Time
}

func (s *inUse) CapturesText() bool { return false }

func (s *inUse) entries(f frame) []entry {
	return []entry{{f.T("used.again"), "", []say{leave{}, resume{s.draft}}}, {f.T("used.back"), "", []say{leave{}}}}
}

// Update runs one of the entries.
func (s *inUse) Update(f frame, k key) []say { return menuOf(&s.pick, s.entries(f), k) }

// View says who holds it, and since when.
func (s *inUse) View(f frame) page {
	p := page{Left: "Digitalkompass", Hint: f.T("used.status")}
	text := f.T("used.text", "name", f.draftName(s.draft), "time", s.since.Format("15:04"))
	p.Body = append([]line{nil}, f.titled(f.T("used.title"), text, s.entries(f), s.at)...)
	return p
}

// Keys are the words of the key row.
func (s *inUse) Keys(frame) []hint { return []hint{enter("do.run"), esc("do.start"), menuHint} }

// leaving asks before the program ends; the pointer is on staying.
type leaving struct{ pick }

func (s *leaving) CapturesText() bool { return false }

func (s *leaving) entries(f frame) []entry {
	return []entry{{f.T("quit.stay"), "", []say{leave{}}}, {f.T("quit.leave"), "", []say{quit{}}}}
}

// Update runs one of the entries.
func (s *leaving) Update(f frame, k key) []say { return menuOf(&s.pick, s.entries(f), k) }

// View asks.
func (s *leaving) View(f frame) page {
	rows := append(append([]line{nil}, f.para(f.T("quit.ask"), strong)...), nil)
	return page{Left: "Digitalkompass", Body: append(rows, f.fit(f.menuBlocks(s.entries(f), s.at, sideColumn), s.at, f.body()-len(rows))...)}
}

// Keys are the words of the key row.
func (s *leaving) Keys(frame) []hint { return []hint{enter("do.run"), esc("do.stay"), menuHint} }

// finished is what can be done with an assessment in which nothing is open.
type finished struct{ pick }

func (s *finished) CapturesText() bool { return false }

func (s *finished) entries(f frame) []entry {
	var first []entry
	if list := f.waiting(); list != "" {
		first = []entry{{f.T("entry.confirm", "list", list), "", []say{open{newReview(filterCarried)}}}}
	}
	return f.withDeepen(append(first, []entry{
		{f.T("entry.result"), "", []say{result{}}},
		{f.T("entry.change"), "", []say{open{newReview(filterAll)}}},
		{f.T("entry.template"), "", []say{again{}}},
		{f.T("entry.report"), "", []say{open{newResult(paneFiles)}}},
	}...))
}

// Update runs one of the entries; Esc goes back to all assessments.
func (s *finished) Update(f frame, k key) []say {
	if k.op == opEsc {
		return []say{start{}}
	}
	return menuOf(&s.pick, s.entries(f), k)
}

// View shows whose assessment it is.
func (s *finished) View(f frame) page {
	c := f.counts()
	name := f.company()
	if name == "" {
		name = f.T("welcome.unnamed")
	}
	r, _ := f.Look.Run.Judge()
	rows := append([]line{nil}, f.para(name, strong)...)
	rows = append(append(rows, f.para(f.stageLine(r), plain)...), nil)
	p := page{Left: "Digitalkompass", Right: c.in(f), Done: c.of - c.open, Of: c.of}
	p.Body = append(rows, f.fit(f.menuBlocks(s.entries(f), s.at, sideColumn), s.at, f.body()-len(rows))...)
	return p
}

// Keys are the words of the key row.
func (s *finished) Keys(frame) []hint { return []hint{enter("do.run"), esc("do.start"), menuHint} }
