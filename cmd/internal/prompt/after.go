package prompt

import (
	"errors"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/plain"
	"digitalkompass/questionnaire"
)

// after is the dialogue behind the result: its parts, the report, the answers.
func (f *face) after() error {
	f.goOn()
	f.asWanted()
	return f.commands()
}

// returned is the dialogue behind the result once more, after a detour from there.
func (f *face) returned() error {
	f.say("msg.return.result")
	f.renewed()
	return f.commands()
}

// commands obeys what is asked for behind the result.
func (f *face) commands() error {
	f.behind = true
	defer func() { f.behind = false }()
	for {
		line, err := f.ask(f.p.T("line.command"))
		if errors.Is(err, errEnd) {
			return nil
		}
		if err != nil {
			return err
		}
		switch c, arg := f.command(line); c {
		case cmdPause:
			return errPause
		case cmdFiles, cmdText, cmdShow, cmdFormat, cmdFor:
			if err := f.hand(c, arg); err != nil {
				return err
			}
		case cmdResult, cmdWhy, cmdAreas, cmdSteps, cmdModule:
			f.soFar(c, arg)
		case cmdBack, cmdOpen, cmdDeeper, cmdTelling, cmdReview, cmdGo, cmdSearch:
			moved, err := f.onward(c, arg)
			if err != nil || moved {
				return errors.Join(err, errAgain)
			}
		case cmdFunding:
			moved, err := f.toFunding()
			if err != nil {
				return err
			}
			if moved {
				f.renewed()
			}
		case cmdUndo, cmdRedo:
			changed, err := f.undo(c)
			if err != nil {
				return err
			}
			if changed {
				f.renewed()
			}
		case cmdLanguage:
			f.language()
			f.goOn()
		case cmdSwitch:
			if f.io.Screen {
				return desk.ErrSwitchFace
			}
			f.fail(f.p.T("cli.no-terminal"))
		default:
			f.afterwards(c, arg, line)
		}
	}
}

// goOn says what there is behind the result, as far as the bank has it.
func (f *face) goOn() {
	more := ""
	if f.has(cmdSteps) {
		more += ", " + f.p.T("plain.word-steps")
	}
	if f.has(cmdModule) {
		more += ", " + f.p.T("plain.word-module")
	}
	f.say("say.after", "more", more)
}

// afterwards are the commands behind the result that only say something.
func (f *face) afterwards(c command, arg, line string) {
	switch c {
	case cmdTerm:
		f.term(arg)
	case cmdRead:
		f.soFar(cmdResult, "")
		f.goOn()
	case cmdHelp:
		f.goOn()
	case cmdList:
		f.list(arg, behind)
	case cmdWhere:
		f.say("say.where.end", "left", f.left())
	case 0:
		if f.guessed(line, behind) {
			return
		}
		if line != "" {
			f.fail(f.p.T("say.no-command", "x", echo(line)))
		}
		f.goOn()
	default:
		f.fail(f.p.T("say.no-question", "x", echo(line)))
	}
}

// renewed says what became of the result, and of questions that are asked now.
func (f *face) renewed() {
	r, advice := f.d.Evaluate(f.iv.Assessment())
	plain.Standing(f.io.Dialogue, r, advice, f.p)
	for _, m := range f.shown.Next(r, advice) {
		if m.Code != "stage" { // that was said just now
			f.say("moved."+m.Code, m.Args...)
		}
	}
	f.aside, f.told.brief = false, false
	if open := f.iv.Pending(f.iv.Assessment()); len(open) > 0 {
		f.say("say.open-now", "list", desk.Count(f.p, open))
	}
}

// onward leads from the result to questions: the last one, those that are open, further ones, or one to be found.
func (f *face) onward(c command, arg string) (moved bool, err error) {
	a := f.iv.Assessment()
	it, open := f.iv.FirstOpen(a)
	switch {
	case c == cmdBack:
		return true, f.toLast()
	case c == cmdReview:
		return f.review(arg)
	case c == cmdSearch:
		return f.search(arg)
	case c == cmdGo:
		return f.goTo(arg, questionnaire.SectionQuestions)
	case open && c == cmdTelling:
		return f.telling()
	case open && c == cmdOpen:
		return f.visit(it), nil
	case c == cmdDeeper && a.Path != questionnaire.Full:
		return false, f.deeper()
	case a.Path != questionnaire.Full:
		f.lacking()
	default:
		f.say("say.all-asked")
	}
	return false, nil
}

// toLast goes back to the item that one was at last.
func (f *face) toLast() error {
	if it, ok := f.iv.Visible(f.iv.Assessment().Position); ok {
		f.arrive(it)
	}
	return errAgain
}

// hand carries out the commands that have to do with the report.
func (f *face) hand(c command, arg string) error {
	switch c {
	case cmdFormat:
		return f.inFormats(arg)
	case cmdFor:
		return f.forWhom(arg)
	case cmdText:
		f.writeReport(desk.Order{Folder: arg, Formats: []desk.Format{desk.Text}, Audience: f.order.Audience})
	case cmdShow:
		f.show()
	default:
		f.report(arg)
	}
	return nil
}
