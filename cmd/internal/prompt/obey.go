package prompt

import (
	"strings"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// obey carries out a command at an item; moved says that the place may have changed.
func (f *face) obey(it questionnaire.Item, line string) (moved bool, err error) {
	c, arg := f.command(line)
	switch c {
	case cmdBack:
		return f.back(it)
	case cmdOpen:
		return f.leave(it)
	case cmdNext:
		return f.next(it)
	case cmdGo:
		return f.goTo(arg, it.Question.Section)
	case cmdDeeper:
		return f.telling()
	case cmdFunding:
		return f.toFunding()
	case cmdSearch:
		return f.search(arg)
	case cmdTelling:
		return f.telling()
	case cmdReview:
		return f.review(arg)
	case cmdNote:
		return false, f.note(it, arg)
	case cmdLater:
		return false, f.later(it)
	case cmdEvidence:
		return false, f.evidence(it, arg)
	case cmdBasis, cmdTarget:
		return false, f.advise(it, c, arg)
	case cmdUndo, cmdRedo:
		return f.undo(c)
	case cmdConfirm:
		return false, f.confirmAll(it, arg)
	case cmdSwitch:
		if f.io.Screen {
			return false, desk.ErrSwitchFace
		}
		f.fail(f.p.T("cli.no-terminal"))
		return false, nil
	case cmdFinish:
		return true, errDone
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
		f.help(it)
	case cmdTerm:
		f.term(arg)
	case cmdRead:
		delete(f.told.states, it.Question.Kind.Family()) // whole, as at the first time
		delete(f.told.ways, it.Question.Kind.Family())
		delete(f.told.lists, it.Question.ID)
		f.read(it, true)
	case cmdResult, cmdWhy, cmdAreas, cmdSteps, cmdModule:
		f.soFar(c, arg)
	case cmdWhere:
		f.say("say.where", "place", f.where(it), "left", f.left())
		f.waiting()
	case cmdList:
		f.list(arg, atItem(it.Question))
	case cmdFiles, cmdText, cmdFormat, cmdFor, cmdShow:
		f.fail(f.p.T("say.at-result", "x", echo(line)))
	default:
		if !f.guessed(line, atItem(it.Question)) {
			f.fail(f.p.T("say.no-command", "x", echo(line)))
		}
	}
}

// left says what has to be answered still, and how long that takes.
func (f *face) left() string {
	a := f.iv.Assessment()
	list, time := desk.Count(f.p, f.iv.Pending(a)), f.iv.Progress(a).Minutes
	switch {
	case list == "" && f.round.Began():
		return "" // how many may follow is said at the question
	case list == "":
		return f.p.T("say.none-open")
	case time == 0:
		return f.p.T("say.still-open", "list", list)
	}
	return f.p.T("say.open-time", "list", list, "time", f.minutes(time))
}

// telling goes to the open question whose answer settles most; false where there is none.
func (f *face) telling() (bool, error) {
	if a := f.iv.Assessment(); f.s != nil {
		if it, ok := f.iv.Visible(desk.TellingWaiting(f.d, f.iv.Navigator, a)); ok {
			f.say("telling.waits", "list", desk.WaitingWords(f.p, f.iv.Navigator, a))
			return f.jump(it, false), nil
		}
	}
	if a := f.iv.Assessment(); a.Path != questionnaire.Full && len(f.iv.Pending(a)) == 0 {
		return f.narrow()
	}
	open := f.d.Telling(f.iv.Assessment())
	if len(open) == 0 {
		f.say("telling.none")
		return false, nil
	}
	f.say("telling.here", "n", len(open))
	it, _ := f.iv.Visible(open[0])
	return f.jump(it, false), nil
}

// next does what an empty line does where that keeps or skips, but goes on in order also after a jump; else it says what is
// needed.
func (f *face) next(it questionnaire.Item) (bool, error) {
	q := it.Question
	if !f.answered(it) && !q.Asking.Optional {
		f.fail(f.p.T("say.next-needs"))
		return false, nil
	}
	forward, _, err := f.empty(it)
	if err != nil || !forward {
		return false, err
	}
	return true, f.along(it)
}

// leave leaves an item open and goes on; what was answered stays.
func (f *face) leave(it questionnaire.Item) (bool, error) {
	q, at, left := it.Question, f.at(it.Question), "say.left-open"
	if questionnaire.Settled(q, f.iv.Answer(q)) != questionnaire.Open {
		left = "say.left"
	}
	if _, done, err := f.change(q, questionnaire.LeftOpen(f.iv.Answer(q))); err != nil || !done {
		return false, err
	}
	f.say(left, "at", at)
	return true, f.forward(it)
}

func (f *face) undo(c command) (bool, error) {
	do, key := f.iv.Undo, "say.undone"
	if c == cmdRedo {
		do, key = f.iv.Redo, "say.redone"
	}
	if h := f.iv.History(); c == cmdUndo && len(h.Undo) > 0 || c == cmdRedo && len(h.Redo) > 0 {
		if may, err := f.mayChange(); !may || err != nil {
			return false, err
		}
	}
	change, ok := do()
	if !ok {
		f.fail(f.p.T(map[command]string{cmdUndo: "undo.nothing", cmdRedo: "redo.nothing"}[c]))
		return false, nil
	}
	if err := f.save(); err != nil {
		return false, err
	}
	q := f.iv.Assessment().Shape(f.d.Bank(), f.d.Bank().Question(change.ID))
	f.aside, f.told.brief = q.Section == questionnaire.SectionFunding, true
	if change.Also > 0 {
		f.say(map[command]string{cmdUndo: "carried.undone", cmdRedo: "carried.redone"}[c], "n", change.Also+1)
		return true, nil
	}
	if part := desk.PartKey(change); part != "" {
		f.say(map[command]string{cmdUndo: "msg.undone.field.part", cmdRedo: "msg.redone.field.part"}[c], "field", q.Wording.Short, "value", f.p.T(part))
		return true, nil
	}
	f.say(key, "name", q.Wording.Short, "v", f.confirm(q, change.After))
	return true, nil
}

// note adds to the note of a question, or deletes it.
func (f *face) note(it questionnaire.Item, text string) error {
	q := it.Question
	a := f.iv.Answer(q)
	switch word := desk.Fold(text); {
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
	if _, done, err := f.change(q, a); err != nil || !done {
		return err
	}
	f.say("line.noted", "n", len([]rune(a.Note)))
	return nil
}

// later marks a question to be discussed later, or takes the mark away.
func (f *face) later(it questionnaire.Item) error {
	a := f.iv.Answer(it.Question)
	a.Later = !a.Later
	if _, done, err := f.change(it.Question, a); err != nil || !done {
		return err
	}
	f.say(map[bool]string{true: "say.later-on", false: "say.later-off"}[a.Later])
	return nil
}

// typing are messages that say what can be typed at an item, by the kind of its answers.
var typing = map[questionnaire.Family]string{
	questionnaire.OneOf: "typing.one", questionnaire.AnyOf: "typing.many", questionnaire.Figure: "typing.number", questionnaire.Rows: "typing.rows", questionnaire.Line: "typing.text",
}

// help says what can be typed, and of what there is to tell about the question all that was not read out with it.
func (f *face) help(it questionnaire.Item) {
	q := it.Question
	states := f.statesMean(q)
	switch {
	case f.letters(q) != nil:
		states = f.p.T("typing.letter") + states
	case q.Kind.Family() == questionnaire.Figure && len(q.Options) > 0:
		states = f.p.T("typing.band") + states
	}
	args := []any{"n", len(q.Options), "m", len(q.Rows), "states", states + f.emptyDoes(it), "x", f.word(cmdList)}
	if q.Kind.Family() == questionnaire.Figure {
		args = append(args, "a", q.Range.Low, "b", q.Range.High)
	}
	f.say(typing[q.Kind.Family()], args...)
	for _, x := range []struct {
		key  string
		text i18n.Text
	}{{"help.why", q.Wording.Why}, {"help.example", q.Wording.Example}, {"help.where", q.Wording.Where}} {
		if x.text != nil && (x.key != "help.why" || f.told.why != q.ID) {
			f.line(f.p.T(x.key) + ": " + f.p.Text(x.text))
		}
	}
	var names []string
	for _, id := range q.Wording.Terms {
		names = append(names, f.p.Text(f.d.Bank().Term(id).Name))
	}
	if len(names) > 0 {
		f.say("line.term", "list", strings.Join(names, ", "), "x", briefly(names[0]))
	}
}

// briefly is a term without what stands in brackets behind it: enough to ask for it.
func briefly(term string) string {
	short, _, _ := strings.Cut(term, " (")
	return short
}

// term explains the word asked for; of several that fit, the first, and the others by name. Without a word
// it says how many there are.
func (f *face) term(word string) {
	every := desk.Glossary(f.d.Bank(), f.p)
	if word == "" {
		f.say("say.terms", "n", len(every), "a", briefly(every[0].Name), "b", briefly(every[len(every)-1].Name))
		return
	}
	if all(word) {
		word = ""
	}
	found := desk.Lookup(every, word)
	if len(found) == 0 {
		f.fail(f.p.T("say.no-term", "x", echo(word)))
		return
	}
	if desk.Fold(word) != "" {
		f.line(found[0].Name + ": " + found[0].Text)
		if found = found[1:]; len(found) == 0 {
			return
		}
	}
	var names []string
	for _, e := range found {
		names = append(names, e.Name)
	}
	f.say(map[bool]string{true: "line.term", false: "line.term.more"}[len(found) == len(every)], "list", strings.Join(names, ", "), "x", briefly(names[0]))
}
