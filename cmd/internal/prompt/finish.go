package prompt

import (
	"errors"
	"slices"
	"strings"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/plain"
	"digitalkompass/questionnaire"
	"digitalkompass/report"
	"digitalkompass/scoring"
)

// replaying asks for undo or redo in place of a choice.
type replaying command

func (replaying) Error() string { return "undo or redo" }

// finish follows the last question. Who goes back from what it offers comes to that question again, who takes an answer
// back to the question of that answer.
func (f *face) finish() error {
	for {
		err := f.ending()
		var replay replaying
		if !errors.As(err, &replay) {
			if errors.Is(err, errLast) {
				return f.toLast()
			}
			return err
		}
		changed, err := f.undo(command(replay))
		if err != nil {
			return err
		}
		if changed {
			return errAgain
		}
	}
}

// ending is open questions first, then deeper, contradictions, funding details, result.
func (f *face) ending() error {
	if open := f.iv.Pending(f.iv.Assessment()); len(open) > 0 {
		f.say("say.still-open", "list", desk.Count(f.p, open))
		i, err := f.menu(f.offering("say.answer-open", "btn.result"))
		if err != nil {
			return err
		}
		if i == 0 {
			if err := f.goOver(f.iv.Pending); err != nil {
				return err
			}
			return f.ending()
		}
	} else if err := f.unconfirmed(); err != nil {
		return err
	} else if err := f.deeper(); err != nil {
		return err
	}
	f.contradictions()
	if err := f.funding(); err != nil {
		return err
	}
	f.result()
	f.lacking()
	return f.after()
}

// errThere leads on from the offer to go deeper to what follows.
var errThere = errors.New("to the result")

// deeper offers further questions at the end of the quick path: those that can still change something, or all. All
// answers are kept.
func (f *face) deeper() error {
	a := f.iv.Assessment()
	if a.Path == questionnaire.Full {
		return nil
	}
	full := *a
	full.Path = questionnaire.Full
	ahead := f.round.Ahead(f.d, f.iv)
	f.line(f.p.T(map[bool]string{true: "deep.title.on", false: "deep.title"}[a.Path == questionnaire.Deeper]) + ".")
	f.soFarInShort(a)
	f.foretell(ahead)
	entries := func() []entry {
		out := []entry{{f.p.T("btn.result"), func() error { return errThere }}}
		switch {
		case len(ahead.Ask) > 0:
			out = append(out, entry{f.p.T("say.deep-go", "n", ahead.Most), f.goDeeper})
		case ahead.Again > 0:
			out = append(out, entry{f.p.T("deep.again"), f.goDeeper})
		}
		if pr := f.iv.Progress(&full); pr.Answered < pr.Of {
			out = append(out, entry{f.p.T("say.deeper", "n", pr.Of-pr.Answered, "time", f.minutes(pr.Minutes)), f.goThrough})
		}
		return out
	}
	n, err := f.choice(entries)
	if err != nil {
		return err
	}
	if err = entries()[n].run(); errors.Is(err, errThere) {
		return nil
	}
	return err
}

// soFarInShort is the stage without what it is made of.
func (f *face) soFarInShort(a *questionnaire.Assessment) {
	r, advice := f.d.Evaluate(a)
	st := r.StageOf(r.Stage.Level)
	way := desk.Provisional[a.Path]
	switch {
	case st == nil || !r.Outlook(advice.Marks).Provisional:
		plain.Standing(f.io.Dialogue, r, advice, f.p)
	case r.Certain:
		f.say(way.Sure, "n", f.comma(st.Level), "name", st.Title)
	default:
		f.say(way.Open, "n", f.comma(st.Level), "name", st.Title, "a", r.Stage.Low, "b", r.Stage.High)
	}
}

// choice offers entries by their texts.
func (f *face) choice(entries func() []entry) (int, error) {
	return f.menu(func() []string { return each(entries(), func(e entry) string { return e.text })() })
}

// goDeeper asks what can still change something.
func (f *face) goDeeper() error {
	_, err := f.narrow()
	return errors.Join(err, errAgain)
}

// goThrough asks all questions.
func (f *face) goThrough() error {
	f.round.Through(f.d, f.iv)
	return errors.Join(f.save(), errAgain)
}

// narrow goes to the first question that can still change something; false where there is none.
func (f *face) narrow() (bool, error) {
	most := f.round.Ahead(f.d, f.iv).Most
	if !f.round.Start(f.d, f.iv) {
		f.foretell(f.round.Ahead(f.d, f.iv))
		return false, nil
	}
	f.say("deep.begin", "n", most)
	return true, f.save()
}

// foretell says what further answers could still change.
func (f *face) foretell(ahead desk.Ahead) {
	if m, ok := ahead.Says(f.d.Bank()); ok {
		if strings.HasPrefix(m.Code, "sure") {
			m.Args = slices.Clone(m.Args)
			m.Args[1] = f.comma(f.round.Ahead(f.d, f.iv).Stage.High)
		}
		f.say("deep."+m.Code, m.Args...)
	}
}

// comma is a stage's number before its name: what a screen shows with a gap, speech needs a pause for.
func (f *face) comma(stage int) string { return f.p.Int(stage) + "," }

// contradictions are asked about, never judged; they keep nobody from the result.
func (f *face) contradictions() {
	for _, c := range f.iv.Conflicts() {
		f.say("say.conflict", "text", c.Ask)
	}
}

// funding offers the details that only support programmes need.
func (f *face) funding() error {
	open := desk.FundingOpen(f.iv)
	if len(open) == 0 {
		return nil
	}
	f.say("say.funding", "n", len(open))
	n, err := f.menu(f.offering("fund.now", "fund.later"))
	if err != nil || n == 1 {
		return err
	}
	f.jump(open[0], false)
	for {
		it, ok := f.iv.Current()
		if !ok || it.Question.Section != questionnaire.SectionFunding {
			return errAgain
		}
		if err := f.item(it); errors.Is(err, errDone) {
			f.toldChange()
			return nil
		} else if err != nil {
			return err
		}
	}
}

// toldChange says what the details for support programmes changed about the module.
func (f *face) toldChange() {
	m := desk.FundingChange(f.d, f.iv.Assessment())
	f.say("fund."+m.Code, m.Args...)
	r, advice := f.d.Evaluate(f.iv.Assessment())
	f.shown.Next(r, advice) // so that nobody is told twice
	if advice.Project != nil {
		f.say("fund.project")
	}
}

// lacking says what a result lacks, open answers, further questions and details for support programmes, each with the word
// that asks for it.
func (f *face) lacking() {
	a := f.iv.Assessment()
	full := *a
	full.Path = questionnaire.Full
	if open := f.iv.Pending(a); len(open) > 0 {
		f.say("say.word-open", "list", desk.Count(f.p, open))
	} else if pr := f.iv.Progress(&full); a.Path != questionnaire.Full && pr.Answered < pr.Of {
		f.say("say.word-deeper")
	}
	if all := f.lackingDetails(); len(all) > 0 {
		f.say("say.word-funding", "n", len(all))
	}
}

// result writes the result to standard output.
func (f *face) result() {
	r, advice := f.d.Evaluate(f.iv.Assessment())
	f.shown.Next(r, advice)
	f.deepened(r)
	if f.io.Heard {
		plain.Short(f.io.Result, r, advice, f.p)
		return
	}
	plain.Result(f.io.Result, r, advice, f.p)
}

// deepened says what going deeper made of the stage.
func (f *face) deepened(r *scoring.Result) {
	if text := report.NewWords(r, nil, f.p).Deepened(f.round.Quick(f.d, f.iv)); text != "" {
		f.line(text)
	}
}

// soFar writes the result so far, or one part of it, into the dialogue.
func (f *face) soFar(c command, arg string) {
	r, advice := f.d.Evaluate(f.iv.Assessment())
	switch c {
	case cmdSteps:
		f.steps(arg)
	case cmdModule:
		f.module(arg)
	case cmdAreas:
		plain.Areas(f.io.Dialogue, r, f.p)
	case cmdWhy:
		area := f.areaCalled(arg)
		switch {
		case arg == "", area == "" && slices.Contains([]string{"stufe", "stage", "punkte", "points", "gesamt", "total"}, desk.Fold(arg)):
			plain.Whole(f.io.Dialogue, r, advice, f.p)
		case area == "" && !all(arg):
			f.fail(f.p.T("go.none"))
		default:
			plain.Why(f.io.Dialogue, r, area, f.p)
		}
	default:
		if all(arg) {
			plain.Result(f.io.Dialogue, r, advice, f.p)
		} else {
			plain.Short(f.io.Dialogue, r, advice, f.p)
		}
		if f.s != nil {
			f.lacking() // nothing can be added to the sample
		}
	}
}

// steps tells the first of the next steps, all, or some beginning with a number.
func (f *face) steps(arg string) {
	r, advice := f.d.Evaluate(f.iv.Assessment())
	n, ok := number(arg)
	switch m := len(r.NextSteps); {
	case arg == "" || all(arg) || m == 0:
		plain.Steps(f.io.Dialogue, r, advice, f.p, 1, all(arg))
	case !ok || n < 1 || n > m:
		f.fail(f.p.T("say.no-choice", "x", echo(arg), "a", 1, "b", m))
	default:
		plain.Steps(f.io.Dialogue, r, advice, f.p, n, false)
	}
}

// module tells what counts of the module, or all of it, or one of its offers by name.
func (f *face) module(arg string) {
	r, advice := f.d.Evaluate(f.iv.Assessment())
	switch {
	case arg == "":
		plain.ShortModule(f.io.Dialogue, r, advice, f.p)
	case all(arg):
		plain.Module(f.io.Dialogue, r, advice, f.p)
	case !plain.Offer(f.io.Dialogue, r, advice, f.p, func(name string) bool { return desk.Matches(name, arg) }):
		f.fail(f.p.T("go.none"))
	}
}

// all says whether everything is asked for.
func all(arg string) bool {
	return slices.Contains([]string{"alles", "alle", "all", "everything"}, desk.Fold(arg))
}
