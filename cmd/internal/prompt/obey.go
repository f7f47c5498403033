package prompt

import (
	"fmt"
	"strings"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
)

// obey carries out a command at an item; moved says that the place may have changed.
func (f *face) obey(it questionnaire.Item, line string) (moved bool, err error) {
	c, arg := f.command(line)
	switch c {
	case cmdBack:
		return f.back()
	case cmdOpen:
		return f.leave(it)
	case cmdGo:
		return f.goTo(arg)
	case cmdTelling:
		return f.telling(), nil
	case cmdReview:
		return f.review(arg)
	case cmdNote:
		return false, f.note(it, arg)
	case cmdLater:
		return false, f.later(it)
	case cmdBasis, cmdTarget:
		return false, f.advise(it, c, arg)
	case cmdUndo, cmdRedo:
		return f.undo(c)
	case cmdSwitch:
		return false, desk.ErrSwitchFace
	case cmdPause:
		return false, errPause
	case cmdLanguage:
		f.language()
		f.read(it, true)
		return false, f.save()
	}
	f.tell(it, c, arg, line)
	return false, nil
}

// tell carries out commands that only say something.
func (f *face) tell(it questionnaire.Item, c command, arg, line string) {
	switch c {
	case cmdHelp:
		f.help(it.Question)
	case cmdTerm:
		f.term(arg)
	case cmdRead:
		f.read(it, true)
	case cmdResult, cmdWhy, cmdSteps, cmdModule:
		f.soFar(c)
	case cmdWhere:
		pr := f.iv.Progress(f.iv.Assessment())
		f.say("say.where", "place", f.where(it), "a", pr.Answered, "m", pr.Of, "time", f.minutes(pr.Minutes))
	case cmdList:
		f.list()
	default:
		f.fail(f.p.T("say.no-command", "x", line))
	}
}

// telling goes to the open question whose answer settles most; false where there is none.
func (f *face) telling() bool {
	open := f.d.Telling(f.iv.Assessment())
	if len(open) == 0 {
		f.say("telling.none")
		return false
	}
	f.say("telling.here", "n", len(open))
	return f.iv.Go(open[0])
}

func (f *face) back() (bool, error) {
	if !f.iv.Step(-1) {
		f.fail(f.p.T("say.first"))
		return false, nil
	}
	return true, nil
}

// leave leaves an item open and goes on; rows that were given stay.
func (f *face) leave(it questionnaire.Item) (bool, error) {
	q := it.Question
	if !f.answered(it) && f.iv.Answer(q).Value.Empty() {
		if _, bad := f.iv.Put(q, questionnaire.WithState(f.iv.Answer(q), questionnaire.Skipped)); bad != nil {
			f.reject(bad)
			return false, nil
		}
		if err := f.save(); err != nil {
			return false, err
		}
	}
	f.say("say.left-open")
	if f.forward(it) {
		return true, errDone
	}
	return true, nil
}

func (f *face) undo(c command) (bool, error) {
	do, key := f.iv.Undo, "say.undone"
	if c == cmdRedo {
		do, key = f.iv.Redo, "say.redone"
	}
	change, ok := do()
	if !ok {
		f.fail(f.p.T("say.nothing-to-undo"))
		return false, nil
	}
	if err := f.save(); err != nil {
		return false, err
	}
	q := f.iv.Assessment().Shape(f.d.Bank(), f.d.Bank().Question(change.ID))
	f.say(key, "name", q.Wording.Short, "v", strings.TrimRight(report.AnswerText(f.p, q, change.After), "."))
	return true, nil
}

// note adds to the note of a question, or deletes it.
func (f *face) note(it questionnaire.Item, text string) error {
	q := it.Question
	a := f.iv.Answer(q)
	switch word := fold(text); {
	case text == "" && a.Note == "":
		f.say("say.note-how")
		return nil
	case text == "":
		f.say("report.note", "text", a.Note)
		return nil
	case word == "loeschen" || word == "delete":
		a.Note = ""
	case a.Note != "":
		a.Note += " " + text
	default:
		a.Note = text
	}
	if _, bad := f.iv.Put(q, a); bad != nil {
		f.reject(bad)
		return nil
	}
	if err := f.save(); err != nil {
		return err
	}
	f.say("line.noted", "n", len([]rune(a.Note)))
	return nil
}

// later marks a question to be discussed later, or takes the mark away.
func (f *face) later(it questionnaire.Item) error {
	a := f.iv.Answer(it.Question)
	a.Later = !a.Later
	if _, bad := f.iv.Put(it.Question, a); bad != nil {
		f.reject(bad)
		return nil
	}
	if err := f.save(); err != nil {
		return err
	}
	f.say(map[bool]string{true: "say.later-on", false: "say.later-off"}[a.Later])
	return nil
}

func (f *face) help(q *questionnaire.Question) {
	for _, x := range []struct {
		key  string
		text i18n.Text
	}{{"help.why", q.Wording.Why}, {"help.example", q.Wording.Example}, {"help.where", q.Wording.Where}} {
		if x.text != nil {
			f.line(f.p.T(x.key) + ": " + f.p.Text(x.text))
		}
	}
	var names []string
	for _, id := range q.Wording.Terms {
		names = append(names, f.p.Text(f.d.Bank().Term(id).Name))
	}
	if len(names) > 0 {
		f.say("line.term", "list", strings.Join(names, ", "), "x", names[0])
	}
}

func (f *face) term(word string) {
	word = fold(word)
	for _, t := range f.d.Bank().Glossary {
		if word != "" && strings.HasPrefix(fold(f.p.Text(t.Name)), word) {
			f.line(f.p.Text(t.Name) + ": " + f.p.Text(t.Text))
			return
		}
	}
	f.fail(f.p.T("go.none"))
}

// goTo goes to a question by its number, or by a word in its text or area; several hits are offered by number.
func (f *face) goTo(arg string) (bool, error) {
	items := f.iv.Section(f.iv.Assessment(), questionnaire.SectionQuestions)
	if n, ok := number(arg); ok {
		if n < 1 || n > len(items) {
			f.fail(f.p.T("say.no-choice", "x", arg, "a", 1, "b", len(items)))
			return false, nil
		}
		return f.iv.Go(items[n-1].Question.ID), nil
	}
	var hits []questionnaire.Item
	for _, it := range items {
		text := fold(f.p.Text(it.Question.Wording.Text) + " " + f.p.Text(it.Question.Wording.Short) + " " + f.p.Text(it.Dimension.Title))
		if strings.Contains(text, fold(arg)) {
			hits = append(hits, it)
		}
	}
	return f.pick(hits, "go.none")
}

// pick offers items by number and goes to the chosen one.
func (f *face) pick(items []questionnaire.Item, none string) (bool, error) {
	switch len(items) {
	case 0:
		f.fail(f.p.T(none))
		return false, nil
	case 1:
		return f.iv.Go(items[0].Question.ID), nil
	}
	choices := []string{}
	for _, it := range items {
		text := strings.TrimRight(f.p.Text(it.Question.Wording.Text), "?") + "?"
		choices = append(choices, fmt.Sprintf("%s %s", text, report.AnswerText(f.p, it.Question, f.iv.Answer(it.Question))))
	}
	n, err := f.menu(append(choices, f.p.T("do.back")))
	if err != nil || n == len(items) {
		return true, err
	}
	return f.iv.Go(items[n].Question.ID), nil
}

// review lists answers by a filter and goes to the chosen one.
func (f *face) review(filter string) (bool, error) {
	keep := f.filter(fold(filter))
	if keep == nil {
		f.fail(f.p.T("say.filters"))
		return false, nil
	}
	if strings.HasPrefix(fold(filter), "ver") || strings.HasPrefix(fold(filter), "hid") {
		for _, q := range f.iv.HiddenAnswers(f.iv.Assessment()) {
			f.line(f.p.Text(q.Wording.Text) + " " + report.AnswerText(f.p, q, f.iv.Answer(q)))
		}
		return false, nil
	}
	var items []questionnaire.Item
	for _, it := range f.iv.Items(f.iv.Assessment()) {
		if keep(it.Question, f.iv.Answer(it.Question)) {
			items = append(items, it)
		}
	}
	return f.pick(items, "say.none-such")
}

type keeps func(*questionnaire.Question, questionnaire.Answer) bool

// filter is the filter that a word begins, nil for none.
func (f *face) filter(word string) keeps {
	for _, x := range []struct {
		starts []string
		keep   keeps
	}{
		{[]string{"off", "ope"}, func(q *questionnaire.Question, a questionnaire.Answer) bool {
			return questionnaire.Settled(q, a) == questionnaire.Open
		}},
		{[]string{"wei", "don", "unk"}, func(q *questionnaire.Question, a questionnaire.Answer) bool {
			return questionnaire.Settled(q, a) == questionnaire.Unknown
		}},
		{[]string{"not"}, func(_ *questionnaire.Question, a questionnaire.Answer) bool { return a.Note != "" }},
		{[]string{"spa", "lat"}, func(_ *questionnaire.Question, a questionnaire.Answer) bool { return a.Later }},
		{[]string{"gea", "cha"}, func(q *questionnaire.Question, _ questionnaire.Answer) bool { return f.iv.Changed(q) }},
		{[]string{"ver", "hid"}, func(*questionnaire.Question, questionnaire.Answer) bool { return false }},
	} {
		for _, s := range x.starts {
			if strings.HasPrefix(word, s) {
				return x.keep
			}
		}
	}
	if word == "" {
		return func(*questionnaire.Question, questionnaire.Answer) bool { return true }
	}
	return nil
}
