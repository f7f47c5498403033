package prompt

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
)

// questions asks item after item, until the last one of company and questions is passed.
func (f *face) questions() error {
	for {
		it, ok := f.iv.Current()
		if !ok {
			f.iv.Home()
			if it, ok = f.iv.Current(); !ok {
				return nil
			}
		}
		if it.Question.Section == questionnaire.SectionFunding && !f.aside {
			return nil
		}
		f.aside = false
		if err := f.item(it); errors.Is(err, errDone) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// Where an item can lead to other than to another one.
var (
	errDone   = errors.New("passed the last item")
	errResult = errors.New("back to the result")
)

// item asks one item until it is left: errDone when it was the last one and was passed, errResult when it was left for the
// result that one had come from.
func (f *face) item(it questionnaire.Item) error {
	f.read(it, !f.answered(it))
	for {
		line, err := f.ask(f.prompt(it))
		if err != nil {
			return err
		}
		forward, handled, err := f.answer(it, line)
		if err != nil {
			return err
		}
		if handled {
			if !forward {
				continue
			}
			return f.forward(it)
		}
		moved, err := f.obey(it, line)
		if err != nil {
			return err
		}
		if now, ok := f.iv.Current(); moved || !ok || now.Question.ID != it.Question.ID {
			return nil
		}
	}
}

func (f *face) answered(it questionnaire.Item) bool {
	return questionnaire.Settled(it.Question, f.iv.Answer(it.Question)) != questionnaire.Open
}

// read says where we are, the question, with all its options, and at last what was answered.
func (f *face) read(it questionnaire.Item, all bool) {
	q := it.Question
	f.line(f.where(it) + " " + f.p.Text(q.Wording.Text))
	long := len(q.Options) > longList
	f.told.why = ""
	if all = all && !f.told.brief; all {
		if it.Dimension == nil && !f.told.lists[q.ID] {
			f.line(f.p.Text(q.Wording.Why))
			f.told.why = q.ID
		}
		if all = !long || !f.told.lists[q.ID]; all {
			f.options(q)
		}
		f.told.lists[q.ID] = long
	}
	f.told.brief = false
	f.stands(it, all)
}

// longList is how many options make a list that is not read out again unasked.
const longList = 9

// stands says what was answered to an item, and what else there is to it; all says that its options were read out.
func (f *face) stands(it questionnaire.Item, all bool) {
	q := it.Question
	a := f.iv.Answer(q)
	waits := questionnaire.Unconfirmed(q, a)
	if was, ok := f.iv.LastTime(q); ok && !waits && report.AnswerText(f.p, q, was) != report.AnswerText(f.p, q, a) {
		day := source.DayOf(f.iv.Assessment().Since.Updated)
		f.line(strings.TrimRight(f.p.T("last.time", "date", day, "v", report.AnswerText(f.p, q, was)), ".") + ".")
	}
	var said []string
	given := f.answered(it) || len(a.Value.Rows) > 0
	switch {
	case given:
		said = append(said, f.p.T("line.sofar", "v", f.confirm(q, a)))
	case a.State == questionnaire.Skipped:
		said = append(said, f.p.T("line.open"))
	}
	if waits {
		said = append(said, f.p.T("say.carried", "date", a.Carried))
	}
	if a.Note != "" {
		said = append(said, f.p.T("say.with-note"))
	}
	if a.Later {
		said = append(said, f.p.T("say.for-later"))
	}
	if !all && len(q.Options) > 0 {
		said = append(said, f.p.T("say.keeps"))
	}
	if len(said) > 0 {
		f.line(strings.Join(said, " "))
	}
}

// at names an item in a word or two: its number, or on the way deeper, where numbers change, its title.
func (f *face) at(q *questionnaire.Question) string {
	if n := f.numbered(q); n > 0 {
		return f.p.T("say.at-detail", "n", n)
	}
	if n := f.iv.Number(f.iv.Assessment(), q.ID); n > 0 && !f.round.Shows(q.ID) {
		return f.p.T("say.at-question", "n", n)
	}
	return f.p.Text(q.Wording.Short)
}

// numbered is the place of a detail among those of its part, from 1; 0 for a question.
func (f *face) numbered(q *questionnaire.Question) int {
	if q.Dimension != "" {
		return 0
	}
	return 1 + slices.IndexFunc(f.iv.Section(f.iv.Assessment(), q.Section), func(x questionnaire.Item) bool { return x.Question.ID == q.ID })
}

func (f *face) where(it questionnaire.Item) string {
	q := it.Question
	if n := f.numbered(q); n > 0 {
		head := f.p.T("head.detail", "n", n, "m", len(f.iv.Section(f.iv.Assessment(), q.Section)))
		if q.Section == questionnaire.SectionFunding {
			head = f.p.T("say.for-funding") + ", " + head
		}
		if q.Asking.Optional {
			head += ", " + f.p.T("head.optional")
		}
		return head + "."
	}
	if f.round.Shows(q.ID) {
		return f.p.T("say.deep", "n", f.round.Ahead(f.d, f.iv).Most+1) + ", " + f.p.Text(it.Dimension.Title) + "."
	}
	pr := f.iv.Progress(f.iv.Assessment())
	return f.p.T("head.question", "n", f.iv.Number(f.iv.Assessment(), q.ID), "m", pr.Of) + ", " + f.p.Text(it.Dimension.Title) + "."
}

// waysKey are messages that say how answers are typed, for kinds where that takes more than a number.
var waysKey = map[questionnaire.Family]string{questionnaire.AnyOf: "say.many-how", questionnaire.Rows: "say.rows-how"}

// options reads out what can be answered; w and t are spelled out at the first question of each kind.
func (f *face) options(q *questionnaire.Question) {
	mark := ""
	if q.Kind.Family() == questionnaire.Figure {
		mark = "#"
	}
	for i, o := range q.Options {
		f.line(fmt.Sprintf("%s%d: %s.", mark, i+1, strings.TrimRight(f.p.Text(o.Text), ".")))
	}
	if q.Kind.Family() == questionnaire.OneOf && f.letters(q) != nil {
		f.say("say.letters")
	}
	if mark != "" && len(q.Options) > 0 && !f.told.how {
		f.told.how = true
		f.say("say.bands-how")
	}
	if key := waysKey[q.Kind.Family()]; key != "" && !f.told.ways[q.Kind.Family()] {
		f.told.ways[q.Kind.Family()] = true
		defer f.say(key, "n", len(q.Rows))
	}
	if notInAllRows(q) {
		f.line("t: " + f.p.T("state.na") + ".")
	}
	for i, r := range q.Rows {
		f.say("say.row", "n", i+1, "m", len(q.Rows), "row", f.rowName(r))
	}
	if q.Dimension == "" || f.told.states[q.Kind.Family()] && !q.Asking.NotApplicable {
		return
	}
	f.told.states[q.Kind.Family()] = true
	f.line("w: " + f.p.T("opt.unknown") + ".")
	if q.Asking.NotApplicable {
		f.line("t: " + f.p.T("opt.na") + ", " + f.p.Text(q.Wording.NotApplicableWhen) + ".")
	}
}

// prompt names the item and what is allowed, with what an empty line does, and ends with a colon.
func (f *face) prompt(it questionnaire.Item) string {
	q := it.Question
	states := ""
	if q.Dimension != "" {
		states = f.p.T("say.or-w")
		if q.Asking.NotApplicable {
			states = f.p.T("say.or-w-t")
		}
	}
	states += f.emptyDoes(it)
	at := f.at(q)
	switch q.Kind.Family() {
	case questionnaire.Figure:
		bands := ""
		switch {
		case len(q.Options) > 0 && q.Dimension != "": // w is the last choice
			bands = f.p.T("say.bands-too", "n", len(q.Options))
		case len(q.Options) > 0:
			bands = f.p.T("say.or-bands", "n", len(q.Options))
		}
		return f.p.T("say.ask-number", "at", at, "a", q.Range.Low, "b", q.Range.High, "bands", bands, "states", states)
	case questionnaire.AnyOf:
		return f.p.T("say.ask-many", "at", at, "n", len(q.Options), "states", states)
	case questionnaire.Rows:
		return f.p.T("say.ask-rows", "at", at, "n", len(q.Rows), "k", len(q.Options), "states", states)
	case questionnaire.Line:
		return f.p.T("line.text", "at", at, "states", states)
	case questionnaire.OneOf:
	}
	if f.letters(q) != nil {
		states = f.p.T("say.or-letter") + states
	}
	return f.p.T("say.ask-one", "at", at, "n", len(q.Options), "states", states)
}

// notInAllRows says whether a table has rows that may not apply.
func notInAllRows(q *questionnaire.Question) bool {
	return slices.ContainsFunc(q.Rows, func(r questionnaire.Row) bool { return r.NotApplicable })
}

// emptyDoes says what an empty line does, "" where it does nothing.
func (f *face) emptyDoes(it questionnaire.Item) string {
	switch {
	case questionnaire.Unconfirmed(it.Question, f.iv.Answer(it.Question)):
		return f.p.T("say.empty-confirms")
	case f.answered(it):
		return f.p.T("say.empty-keeps")
	case it.Question.Asking.Optional:
		return f.p.T("say.empty-skips")
	}
	return ""
}

// cells are the values of a grid's rows as people type them: 1 nein; 2 teilweise; 3 ja.
func (f *face) cells(q *questionnaire.Question) string {
	var parts []string
	for i, o := range q.Options {
		parts = append(parts, fmt.Sprintf("%d %s", i+1, f.p.Text(o.Text)))
	}
	if notInAllRows(q) {
		parts = append(parts, "t "+f.p.T("state.na"))
	}
	return strings.Join(parts, "; ")
}

// reject says what is wrong with an answer.
func (f *face) reject(bad []i18n.Message) {
	for _, m := range bad {
		f.fail(f.p.Message("answer.", m))
	}
}
