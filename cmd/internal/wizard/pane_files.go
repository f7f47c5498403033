package wizard

import (
	"maps"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
)

// files writes the report and says where everything lies.
type files struct{}

// file is what was written last.
type file struct {
	done  bool
	order desk.Order // how it was wanted
	last  desk.Written
	of    *questionnaire.Assessment // the answers that it is of
	error note
}

// outdated says whether an answer is another one since the report was written.
func (x file) outdated(f frame) bool {
	if !x.done {
		return false
	}
	now := f.Look.Talk.Assessment()
	return !maps.EqualFunc(now.Company, x.of.Company, questionnaire.Answer.Equal) || !maps.EqualFunc(now.Answers, x.of.Answers, questionnaire.Answer.Equal)
}

// write writes the report of the present answers beside them.
type write struct{ into *results }

func (s write) do(r *root) {
	if err := r.report(s.into, r.order); err != nil {
		s.into.file = file{error: r.failure(err)}
	}
}

// report writes the report of the present answers, and says so where the files are.
func (r *root) report(into *results, order desk.Order) error {
	var session desk.Session
	if r.work.session != nil {
		session = r.work.session
	}
	a := *r.work.iv.Assessment()
	a.Language = r.view.lang
	w, err := r.desk.Report(session, &a, order)
	if err != nil {
		return err
	}
	into.at[paneFiles] = 0
	into.file = file{done: true, order: order, last: w, of: r.work.iv.Assessment()}
	r.work.file = into.file
	r.note = note{key: "file.wrote.files", args: []any{"n", len(w.Files)}}
	if pages := w.Files[0].Pages; pages > 0 && len(w.Files) == 1 {
		r.note = note{key: "file.wrote", args: []any{"n", pages}}
	}
	return nil
}

func (fl files) entries(f frame, s *results) []entry {
	order := f.Look.Run.Order
	formats := f.formats(order.Wanted())
	out := []entry{{f.T("file.write", "list", formats, "who", f.reader(order.Audience)), "", []say{write{s}}}}
	if was, w := s.file.order, s.file.last; s.file.done {
		opens := []entry{
			{f.T("file.open", "list", f.formats(was.Wanted()[:1]), "who", f.reader(was.Audience)), "", []say{show{w.Files[0].Path}}},
			{f.T("file.folder"), "", []say{show{w.Folder}}},
		}
		if s.file.outdated(f) { // the present answers come first
			opens[0].text = f.T("file.open.old", "list", f.formats(was.Wanted()[:1]), "who", f.reader(was.Audience))
			out = append(out, opens...)
		} else if was.Audience == order.Audience && formats == f.formats(was.Wanted()) {
			out[0].text = f.T("file.write.again", "list", formats)
			out = append(opens, out...)
		} else { // another one is wanted than was written: it comes first
			out = append(out, opens...)
		}
	}
	out = append(out, entry{f.T("file.other"), "", []say{open{newFolder(s)}}})
	out = append(out, entry{f.T("file.as", "list", formats), "", []say{open{&wanted{}}}}, entry{f.T("file.for", "who", f.reader(order.Audience)), "", []say{open{newReaders(f)}}})
	out = append(out, entry{f.T("rev.title"), "", []say{open{newReview(filterAll)}}})
	return append(f.withDeepen(out), entry{f.T("file.again"), "", []say{start{}}}, entry{f.T("file.leave"), "", []say{quit{}}})
}

// told are paragraphs about the report written last: first that it advises something else than the result on the screen, which
// stands above the names of the files, then for whom it is, what is in it and what is not.
func (files) told(f frame, s *results) (differs, contents []string) {
	for _, m := range s.file.last.Told {
		text := f.prep(f.P.Message("audience.", m))
		if m.Code == "module" || m.Code == "offer" {
			differs = append(differs, text)
		} else {
			contents = append(contents, text)
		}
	}
	return differs, contents
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

func (fl files) stops(f frame, s *results) int {
	return len(fl.entries(f, s)) + len(s.file.last.Told)
}

func (fl files) body(f frame, s *results) (fixed []line, list []block) {
	list = append(list, gap, still(f.para(f.T("file.private"), plain)...), gap)
	list = append(list, f.menuBlocks(fl.entries(f, s), s.at[paneFiles], sideColumn)...)
	list = append(list, gap)
	differs, contents := fl.told(f, s)
	stop := len(fl.entries(f, s))
	paragraph := func(text string, lead ...span) block {
		on := stop == s.at[paneFiles]
		stop++
		return block{lines: f.hanging(append(pointer(on), lead...), text, roleOf(on)), stop: stop - 1}
	}
	for _, text := range differs {
		list = append(list, paragraph(text, span{warn, "! "}), gap)
	}
	if s.file.error.key != "" {
		list = append(list, still(f.hanging(line{{fault, " ! "}}, s.file.error.in(f), strong)...), gap)
	}
	if s.file.done {
		list = append(list, still(bold(" "+f.T("file.report"))))
		for _, x := range s.file.last.Files {
			list = append(list, still(f.indented(f.prep(oneLine(x.Path)), 3, plain)...))
		}
		if s.file.outdated(f) {
			list = append(list, still(f.para(f.T("file.outdated"), strong)...), gap)
		} else {
			list = append(list, still(f.para(f.T("file.kept"), plain)...), gap)
		}
	}
	if path := f.Look.Run.Path; path != "" {
		list = append(list, still(bold(" "+f.T("file.answers"))), still(f.indented(f.prep(oneLine(path)), 3, plain)...), still(f.indented(f.T("file.resume"), 3, plain)...))
	}
	for _, text := range contents {
		list = append(list, gap, paragraph(text))
	}
	if n := fl.notes(f); n > 0 && f.Look.Run.Order.Audience == "" {
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
	if e := fl.entries(f, s); s.at[paneFiles] < len(e) {
		return e[s.at[paneFiles]].run
	}
	return nil
}

func (fl files) keys(f frame, s *results) []hint {
	if s.at[paneFiles] >= len(fl.entries(f, s)) {
		return []hint{arrows("do.scroll")}
	}
	return []hint{enter("do.run"), arrows("do.choose")}
}

func (files) hint(frame, *results) string { return "" }
