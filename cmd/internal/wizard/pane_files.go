package wizard

import (
	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// files writes the report and says where everything lies.
type files struct{}

// file is what was written last.
type file struct {
	done  bool
	last  desk.Written
	error note
}

// write writes the report of the present answers into a folder, or with "" beside them.
type write struct {
	into   *results
	folder string
}

func (s write) do(r *root) {
	var session desk.Session
	if r.work.session != nil {
		session = r.work.session
	}
	a := *r.work.iv.Assessment()
	a.Language = r.view.lang
	w, err := r.desk.Report(session, &a, desk.Order{Folder: s.folder})
	if err != nil {
		s.into.file = file{error: r.failure(err)}
		return
	}
	s.into.at[paneFiles] = 0
	s.into.file = file{done: true, last: w}
	r.note = note{key: "file.wrote", args: []any{"n", w.Files[0].Pages}}
}

func (fl files) entries(f frame, s *results) []entry {
	var out []entry
	word := "file.write"
	if w := s.file.last; s.file.done {
		out = []entry{{f.T("file.open"), "", []say{show{w.Files[0].Path}}}, {f.T("file.folder"), "", []say{show{w.Folder}}}}
		word = "file.write.again"
	}
	out = append(out, entry{f.T(word), "", []say{write{s, ""}}}, entry{f.T("file.other"), "", []say{open{newFolder(s)}}}, entry{f.T("rev.title"), "", []say{open{newReview(filterAll)}}})
	return append(f.withDeepen(out), entry{f.T("file.again"), "", []say{start{}}}, entry{f.T("file.leave"), "", []say{quit{}}})
}

// withDeepen adds the ways to further questions, after the quick path.
func (f frame) withDeepen(entries []entry) []entry {
	if f.Look.Run.ReadOnly || f.Look.Talk.Assessment().Path == questionnaire.Full {
		return entries
	}
	bare := func(s string) string { return s }
	entries = append(entries, f.narrowing(bare)...)
	if _, n := f.remaining(); n > 0 {
		entries = append(entries, f.deepen(bare))
	}
	return entries
}

func (fl files) stops(f frame, s *results) int { return len(fl.entries(f, s)) }

func (fl files) body(f frame, s *results) (fixed []line, list []block) {
	list = append(list, gap, still(f.para(f.T("file.private"), plain)...), gap)
	list = append(list, f.menuBlocks(fl.entries(f, s), s.at[paneFiles], sideColumn)...)
	list = append(list, gap)
	if s.file.error.key != "" {
		list = append(list, still(f.hanging(line{{fault, " ! "}}, s.file.error.in(f), strong)...), gap)
	}
	if s.file.done {
		list = append(list, still(bold(" "+f.T("file.report"))), still(f.indented(f.prep(oneLine(s.file.last.Files[0].Path)), 3, plain)...), still(f.para(f.T("file.kept"), plain)...), gap)
	}
	if path := f.Look.Run.Path; path != "" {
		list = append(list, still(bold(" "+f.T("file.answers"))), still(f.indented(f.prep(oneLine(path)), 3, plain)...), still(f.indented(f.T("file.resume"), 3, plain)...))
	}
	if n := fl.notes(f); n > 0 {
		list = append(list, gap, still(f.para(f.T("file.withnotes", "n", n), plain)...))
	}
	return nil, list
}

// notes counts them, for they go into the report.
func (files) notes(f frame) int {
	n := 0
	for _, part := range []map[string]questionnaire.Answer{f.Look.Talk.Assessment().Company, f.Look.Talk.Assessment().Answers} {
		for _, a := range part {
			if a.Note != "" {
				n++
			}
		}
	}
	return n
}

func (fl files) run(f frame, s *results) []say {
	e := fl.entries(f, s)
	return e[min(s.at[paneFiles], len(e)-1)].run
}

func (files) keys(frame, *results) []hint { return []hint{enter("do.run"), arrows("do.choose")} }

func (files) hint(frame, *results) string { return "" }
