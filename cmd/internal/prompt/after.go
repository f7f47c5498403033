package prompt

import (
	"errors"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/plain"
	"digitalkompass/questionnaire"
)

// after is the dialogue behind the result: its parts, the report, the answers.
func (f *face) after() error {
	f.say("say.after")
	f.asWanted()
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
		case cmdReview, cmdGo, cmdSearch, cmdTelling, cmdBack:
			moved, err := f.lookBack(c, arg)
			if err != nil || moved {
				return errors.Join(err, errAgain)
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
			f.say("say.after")
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

// afterwards are the commands behind the result that only say something.
func (f *face) afterwards(c command, arg, line string) {
	switch c {
	case cmdTerm:
		f.term(arg)
	case cmdRead:
		f.soFar(cmdResult, "")
		f.say("say.after")
	case cmdHelp:
		f.say("say.after")
	case cmdList:
		f.list(behind)
	case cmdWhere:
		pr := f.iv.Progress(f.iv.Assessment())
		f.say("say.where.end", "a", pr.Answered, "m", pr.Of)
	case 0:
		if line != "" {
			f.fail(f.p.T("say.no-command", "x", line))
		}
		f.say("say.after")
	default:
		f.fail(f.p.T("say.no-question", "x", line))
	}
}

// renewed says what became of the result, and of questions that are asked now.
func (f *face) renewed() {
	r, advice := f.d.Evaluate(f.iv.Assessment())
	plain.Standing(f.io.Dialogue, r, advice, f.p)
	f.aside = false
	if n := len(f.iv.Pending(f.iv.Assessment())); n > 0 {
		f.say("say.open-now", "n", n)
	}
}

func (f *face) lookBack(c command, arg string) (bool, error) {
	switch c {
	case cmdReview:
		return f.review(arg)
	case cmdGo:
		return f.goTo(arg)
	case cmdSearch:
		return f.search(arg)
	case cmdTelling:
		return f.telling()
	}
	return f.toLast(), nil
}

// toLast goes to the last question; false where there is none.
func (f *face) toLast() bool {
	items := f.iv.Section(f.iv.Assessment(), questionnaire.SectionQuestions)
	return len(items) > 0 && f.iv.Go(items[len(items)-1].Question.ID)
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
