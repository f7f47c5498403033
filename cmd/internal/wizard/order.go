package wizard

import (
	"slices"
	"strings"

	"digitalkompass/cmd/internal/desk"
)

// tick adds a format to those wanted, or takes it away; one has to stay.
type tick struct{ f desk.Format }

func (s tick) do(r *root) {
	all := r.order.Wanted()
	if at := slices.Index(all, s.f); at < 0 {
		all = append(all, s.f)
	} else if all = slices.Delete(all, at, at+1); len(all) == 0 {
		r.note = note{key: "file.formats.one"}
		return
	}
	r.order.Formats = all
}

// writeFor is the choice of whom the report is for. Formats that are not for them are given up, and named.
type writeFor struct{ id string }

func (s writeFor) do(r *root) {
	f := r.frame()
	o, gone := r.order.For(r.desk, s.id)
	r.order = o
	r.pop()
	if res, ok := r.top().(*results); ok && res.file.done && res.file.order.Audience != s.id {
		res.at[paneFiles] = 0 // on writing it
	}
	if len(gone) > 0 {
		r.note = note{key: "say.formats-gone", args: []any{"list", f.formats(gone), "who", f.reader(s.id)}}
	}
}

// formats are formats by their short names: PDF, HTML.
func (f frame) formats(all []desk.Format) string {
	var out []string
	for _, x := range all {
		out = append(out, f.T("format.name."+string(x)))
	}
	return strings.Join(out, ", ")
}

// reader is for whom a report is, in words.
func (f frame) reader(id string) string {
	for _, x := range f.Look.Desk.Audiences() {
		if x.ID == id {
			return f.text(x.Title)
		}
	}
	return f.T("say.everybody")
}

// wanted asks in which formats the report is to be written.
type wanted struct{ pick }

func (s *wanted) CapturesText() bool { return false }

func (s *wanted) entries(f frame) []entry {
	o := f.Look.Run.Order
	var out []entry
	for _, x := range f.Look.Desk.Formats(o.Audience) {
		mark := map[bool]string{true: "[x] ", false: "[ ] "}[slices.Contains(o.Wanted(), x)]
		out = append(out, entry{mark + f.T(string(x.Key())), "", []say{tick{x}}})
	}
	return append(out, entry{button(f.T("btn.done")), "", []say{leave{}}})
}

// Update ticks a format or goes back.
func (s *wanted) Update(f frame, k key) []say { return menuOf(&s.pick, s.entries(f), k) }

// View lists the formats with what each is good for.
func (s *wanted) View(f frame) page {
	return f.asked(f.T("file.formats"), f.T("file.formats.how"), s.entries(f), s.at)
}

// Keys are the words of the key row.
func (s *wanted) Keys(f frame) []hint {
	first, o := enter("do.tick"), f.Look.Run.Order
	switch formats := f.Look.Desk.Formats(o.Audience); {
	case s.at >= len(formats):
		first = enter("do.back")
	case slices.Contains(o.Wanted(), formats[s.at]):
		first = enter("do.untick")
	}
	return []hint{first, arrows("do.choose"), esc("do.back"), menuHint}
}

// readers asks for whom the report is.
type readers struct{ pick }

// newReaders begins at the present choice.
func newReaders(f frame) *readers {
	at := slices.IndexFunc(f.Look.Desk.Audiences(), func(x desk.Audience) bool { return x.ID == f.Look.Run.Order.Audience })
	return &readers{pick{at + 1}}
}

func (s *readers) CapturesText() bool { return false }

func (s *readers) entries(f frame) []entry {
	out := []entry{{f.T("say.everybody.about"), "", []say{writeFor{}}}}
	for _, x := range f.Look.Desk.Audiences() {
		out = append(out, entry{f.text(x.Title) + ", " + f.text(x.About), "", []say{writeFor{x.ID}}})
	}
	return out
}

// Update takes the audience pointed at.
func (s *readers) Update(f frame, k key) []say { return menuOf(&s.pick, s.entries(f), k) }

// View lists the audiences with what the report is for.
func (s *readers) View(f frame) page {
	return f.asked(f.T("file.readers"), f.T("file.readers.how"), s.entries(f), s.at)
}

// Keys are the words of the key row.
func (s *readers) Keys(frame) []hint {
	return []hint{enter("do.choose"), esc("do.back"), menuHint}
}

// asked is a question of the result with its entries.
func (f frame) asked(question, how string, entries []entry, at int) page {
	p := page{Left: f.T("tab.title"), Right: f.dated(), Done: 1, Of: 1}
	rows := append([]line{nil}, f.para(question, strong)...)
	rows = append(append(rows, f.para(how, plain)...), nil)
	p.Body = append(rows, f.fit(f.menuBlocks(entries, at, sideColumn), at, f.body()-len(rows))...)
	return p
}
