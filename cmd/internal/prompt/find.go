package prompt

import (
	"slices"
	"strings"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/report"
)

// goTo goes to a question by its number, or to an item by words of its area, title, text, options or rows; several hits
// are offered by number.
// At a detail, a number is that of a detail as far as there are as many; the words for detail and question say which.
func (f *face) goTo(arg string, at questionnaire.Section) (bool, error) {
	items := f.iv.Numbered(f.iv.Assessment())
	details := items
	if at != questionnaire.SectionQuestions {
		details = f.iv.Section(f.iv.Assessment(), at)
	}
	word, rest, _ := strings.Cut(arg, " ")
	n, ok := number(arg)
	if m, numbered := number(rest); numbered {
		switch desk.Fold(word) {
		case "angabe", "detail":
			if at == questionnaire.SectionQuestions {
				details = f.iv.Section(f.iv.Assessment(), questionnaire.SectionCompany)
			}
			n, ok, items, arg = m, true, details, rest
		case "frage", "question":
			n, ok, details, arg = m, true, items, rest
		}
	}
	if ok {
		if n >= 1 && n <= len(details) {
			items = details
		}
		if n < 1 || n > len(items) {
			f.fail(f.p.T("say.no-choice", "x", echo(arg), "a", 1, "b", len(items)))
			return false, nil
		}
		return f.visit(items[n-1]), nil
	}
	if arg == "" {
		f.fail(f.p.T("say.go-how"))
		return false, nil
	}
	return f.search(arg)
}

// search goes to an item by words of it; without one it asks for some, and an empty line leaves it at that.
func (f *face) search(arg string) (bool, error) {
	if arg == "" {
		var err error
		if arg, err = f.ask(f.p.T("say.ask-search")); err != nil || arg == "" {
			return false, err
		}
	}
	var hits []hit
	for _, it := range f.iv.Items(f.iv.Assessment()) {
		s := desk.Search{In: f.p.Text, Bank: f.d.Bank(), Area: f.area(it), Note: f.iv.Answer(it.Question).Note}
		if at, ok := s.Find(it, arg); ok {
			hits = append(hits, hit{it, at})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int { return f.depth(a, arg) - f.depth(b, arg) })
	return f.pick(hits, "go.none")
}

// depth orders hits: an item where a word begins with what is looked for, then what it is about otherwise, then what its
// answers mention.
func (f *face) depth(h hit, search string) int {
	w := h.Question.Wording
	switch {
	case desk.Begins(f.p.Text(w.Short), search):
		return 0
	case desk.Begins(f.p.Text(w.Text), search):
		return 1
	case h.at.Option > 0 || h.at.Row != nil || h.at.Term != nil || h.at.Note:
		return 3
	}
	return 2
}

// area is what an item belongs to.
func (f *face) area(it questionnaire.Item) string {
	switch {
	case it.Dimension != nil:
		return f.p.Text(it.Dimension.Title)
	case it.Question.Section == questionnaire.SectionFunding:
		return f.p.T("head.funding")
	}
	return f.p.T("head.profile")
}

// hit is an item with the place where it was found.
type hit struct {
	questionnaire.Item
	at desk.Place
}

// pick offers items by number and goes to the chosen one.
func (f *face) pick(hits []hit, none string) (bool, error) {
	switch len(hits) {
	case 0:
		f.fail(f.p.T(none))
		return false, nil
	case 1:
		return f.visit(hits[0].Item), nil
	}
	n, err := f.menu(each(hits, f.hitLine).with(f.offering("do.back")))
	if err != nil || n == len(hits) {
		return false, err
	}
	return f.visit(hits[n].Item), nil
}

// hitLine is an item as a choice: text, what was found in it, answer, and the remarks on it.
func (f *face) hitLine(h hit) string {
	q, a := h.Question, f.iv.Answer(h.Question)
	at := f.at(q)
	if q.Section == questionnaire.SectionFunding {
		at = f.p.T("say.at-funding", "n", f.numbered(q))
	}
	parts := []string{at + ", " + f.p.Text(q.Wording.Text)}
	now := f.answered(h.Item) || len(a.Value.Rows) > 0 || a.State == questionnaire.Skipped && q.Asking.Optional
	switch {
	case h.at.Option > 0 && q.Kind.Family() == questionnaire.OneOf && q.Number(a.Value.Option) == h.at.Option: // said below
	case h.at.Option > 0:
		parts = append(parts, f.p.T("rev.value", "k", h.at.Option)+": "+strings.TrimRight(f.p.Text(q.Options[h.at.Option-1].Text), ".")+".")
	case h.at.Row != nil:
		parts = append(parts, f.p.T("go.row", "row", f.rowName(*h.at.Row))+".")
	case h.at.Term != nil:
		parts = append(parts, f.p.T("go.term", "term", f.p.Text(h.at.Term.Name))+".")
	}
	if now {
		v := f.confirm(q, a)
		if n := len(a.Value.Rows); n > 0 && !f.alike(q, a) { // row for row it would bury the other choices
			v = f.p.T("hint.rows", "n", n, "m", len(q.Rows))
		}
		parts = append(parts, f.p.T("say.now", "v", v))
	}
	for _, x := range []struct {
		on  bool
		key string
	}{{questionnaire.Unconfirmed(q, a), "state.carried"}, {a.Note != "", "state.note"}, {a.Later, "state.later"}, {f.iv.Changed(q), "state.changed"}} {
		if x.on {
			parts = append(parts, f.p.T(x.key)+".")
		}
	}
	return strings.Join(parts, " ")
}

// review lists answers by a filter and goes to the chosen one.
func (f *face) review(filter string) (bool, error) {
	if filter == "" {
		f.say("say.filtered", "list", f.filtered())
		return false, nil
	}
	keep := f.filter(desk.Fold(filter))
	if keep == nil {
		f.fail(f.p.T("say.filters"))
		return false, nil
	}
	if strings.HasPrefix(desk.Fold(filter), "ver") || strings.HasPrefix(desk.Fold(filter), "hid") {
		f.hidden()
		return false, nil
	}
	var hits []hit
	for _, it := range f.iv.Items(f.iv.Assessment()) {
		if keep(it.Question, f.iv.Answer(it.Question)) {
			hits = append(hits, hit{it, desk.Place{}})
		}
	}
	return f.pick(hits, "say.none-such")
}

// filtered says how many answers each filter finds.
func (f *face) filtered() string {
	var out []string
	for _, x := range []struct{ word, key string }{{"al", "rev.all"}, {"off", "rev.open"}, {"wei", "rev.unknown"}, {"not", "rev.note"}, {"spa", "rev.later"}, {"gea", "rev.changed"}, {"unb", "rev.carried"}} {
		n := 0
		for _, it := range f.iv.Items(f.iv.Assessment()) {
			if f.filter(x.word)(it.Question, f.iv.Answer(it.Question)) {
				n++
			}
		}
		if n > 0 {
			out = append(out, f.p.T(x.key, "n", n))
		}
	}
	if n := len(f.iv.HiddenAnswers(f.iv.Assessment())); n > 0 {
		out = append(out, f.p.T("rev.hidden", "n", n))
	}
	return strings.Join(out, ", ")
}

// hidden lists the answers to questions that are not asked any more; they are kept and do not count.
func (f *face) hidden() {
	all := f.iv.HiddenAnswers(f.iv.Assessment())
	for _, q := range all {
		f.line(f.p.Text(q.Wording.Text) + " " + report.AnswerText(f.p, q, f.iv.Answer(q)))
	}
	if len(all) == 0 {
		f.fail(f.p.T("say.none-such"))
	}
}

// reading reads out all questions with their answers beforehand, area by area.
func (f *face) reading() error {
	all := f.d.Bank().Dimensions
	for {
		n, err := f.menu(each(all, func(d *questionnaire.Dimension) string {
			return f.p.T("say.area", "area", d.Title, "n", len(d.Questions))
		}).with(f.offering("do.back")))
		if err != nil {
			return err
		}
		if n == len(all) {
			return errBack
		}
		f.line(f.p.Text(all[n].Title) + ". " + f.p.Text(all[n].About))
		for i, q := range all[n].Questions {
			f.say("say.reading", "n", i+1, "m", len(all[n].Questions), "text", q.Wording.Text)
			for _, r := range q.Rows {
				f.say("go.row", "row", r.Text)
			}
			f.listed(q.Options)
		}
	}
}

func (f *face) listed(options []questionnaire.Option) {
	for i, o := range options {
		f.say("say.option", "n", i+1, "text", strings.TrimRight(f.p.Text(o.Text), "."))
	}
}

// areaCalled is the id of the first area whose name begins with these words, else of the first that has them in it; "" for
// none.
func (f *face) areaCalled(word string) string {
	within := ""
	for _, d := range f.d.Bank().Dimensions {
		for _, name := range []string{f.p.Text(d.Title), f.p.Text(d.Short)} {
			switch {
			case word == "" || !desk.Matches(name, word):
			case strings.HasPrefix(desk.Fold(name), desk.Fold(word)):
				return d.ID
			case within == "":
				within = d.ID
			}
		}
	}
	return within
}

type keeps func(*questionnaire.Question, questionnaire.Answer) bool

// filter is the filter that a word begins, nil for none.
func (f *face) filter(word string) keeps {
	for _, x := range []struct {
		starts []string
		keep   keeps
	}{
		{[]string{"al"}, func(*questionnaire.Question, questionnaire.Answer) bool { return true }},
		{[]string{"off", "ope"}, func(q *questionnaire.Question, a questionnaire.Answer) bool {
			return questionnaire.Lacking(q, a)
		}},
		{[]string{"wei", "don", "unk"}, func(q *questionnaire.Question, a questionnaire.Answer) bool {
			return questionnaire.Settled(q, a) == questionnaire.Unknown
		}},
		{[]string{"not"}, func(_ *questionnaire.Question, a questionnaire.Answer) bool { return a.Note != "" }},
		{[]string{"spa", "lat"}, func(_ *questionnaire.Question, a questionnaire.Answer) bool { return a.Later }},
		{[]string{"gea", "cha"}, func(q *questionnaire.Question, _ questionnaire.Answer) bool { return f.iv.Changed(q) }},
		{[]string{"unb", "unc"}, questionnaire.Unconfirmed},
		{[]string{"ver", "hid"}, func(*questionnaire.Question, questionnaire.Answer) bool { return false }},
	} {
		for _, s := range x.starts {
			if strings.HasPrefix(word, s) {
				return x.keep
			}
		}
	}
	return nil
}
