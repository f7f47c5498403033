package prompt

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// welcome offers drafts, new assessments and the sample company.
func (f *face) welcome() error {
	for {
		drafts, unreadable, err := f.d.Drafts()
		if err != nil {
			return err
		}
		if unreadable > 0 {
			f.say("drafts.unreadable", "n", unreadable)
		}
		if !f.d.Usual() {
			f.line(f.p.Text(f.d.Bank().About.Title))
			f.line(f.p.Text(f.d.Bank().About.Summary))
		}
		entries := func() []entry { return f.entries(drafts) }
		f.say("line.start", "n", len(entries()))
		n, err := f.choice(entries)
		if err == nil {
			err = entries()[n].run()
		}
		if !errors.Is(err, errBack) {
			return err
		}
	}
}

// entry is a choice with what it leads to.
type entry struct {
	text string
	run  func() error
}

// entries are the choices at the start: the latest draft, new assessments, older drafts, other questionnaires, the sample, the end.
func (f *face) entries(drafts []desk.Draft) []entry {
	var out, older []entry
	for i, d := range drafts {
		e := entry{f.draftChoice(d, drafts), func() error { return f.draft(d) }}
		if i == 0 {
			out = append(out, e)
		} else {
			older = append(older, e)
		}
	}
	for _, p := range f.d.Bank().Paths() {
		out = append(out, entry{f.pathChoice(p), func() error { return f.create(p) }})
	}
	out = append(out, older...)
	if f.d.Choice() {
		out = append(out, entry{f.p.T("welcome.other"), f.choose})
	}
	if f.d.HasDemo() {
		out = append(out, entry{f.p.T("welcome.demo"), f.demo})
	}
	out = append(out, entry{f.p.T("welcome.read"), f.reading})
	return append(out, entry{f.p.T("quit.leave"), func() error { return errPause }})
}

// draftChoice is a draft as a choice; those that would be told alike are told apart by their files.
func (f *face) draftChoice(d desk.Draft, all []desk.Draft) string {
	state := d.Ended(f.p)
	if state == "" {
		state = f.p.T("say.draft-open", "k", d.Progress.Of-d.Progress.Answered, "m", d.Progress.Of)
	}
	text := f.p.T("say.draft", "what", f.p.T("welcome.resume"), "name", f.draftName(d), "date", d.Updated, "state", state)
	if d.Bank.ID != f.d.Bank().Ref().Name() {
		text += ", " + f.p.Text(d.Bank.Title)
	}
	if slices.ContainsFunc(all, func(x desk.Draft) bool { return x.Path != d.Path && x.Name == d.Name && x.Updated == d.Updated }) {
		text += ", " + f.p.T("say.draft-file", "began", d.Started, "file", strings.TrimSuffix(filepath.Base(d.Path), ".kompass.json"))
	}
	return text
}

// choose takes another questionnaire.
func (f *face) choose() error {
	banks := f.d.Banks()
	n, err := f.menu(each(banks, func(b desk.Bank) string {
		time := f.p.T("welcome.minutes", "a", b.Minutes[questionnaire.Quick], "b", b.Minutes[questionnaire.Full])
		if b.Minutes[questionnaire.Quick] == b.Minutes[questionnaire.Full] {
			time = f.p.T("head.minutes", "n", b.Minutes[questionnaire.Full])
		}
		return f.p.T("welcome.bank", "name", b.Title, "time", time)
	}).with(f.offering("do.back")))
	if err != nil || n == len(banks) {
		return backUnless(err)
	}
	return f.turnTo(banks[n].ID)
}

// turnTo makes the desk that of another bank, and leads back to the start.
func (f *face) turnTo(id string) error {
	other, err := f.d.With(id)
	if err != nil {
		return err
	}
	f.d = other
	return errBack
}

// errBack leads back to the start.
var errBack = errors.New("back to the start")

// backUnless leads back to the start, unless something else was asked for.
func backUnless(err error) error {
	if err != nil {
		return err
	}
	return errBack
}

func (f *face) pathChoice(p questionnaire.Path) string {
	name := "welcome." + string(p)
	if len(f.d.Bank().Paths()) == 1 {
		name = "welcome.only"
	}
	size := f.p.T("welcome.size", "list", desk.Size(f.p, f.d.Bank(), p), "time", f.minutes(f.d.Bank().Times()[p]))
	return f.p.T(name) + ", " + size
}

func (f *face) minutes(n int) string { return f.p.T("head.minutes", "n", n) }

func (f *face) draftName(d desk.Draft) string {
	if d.Name == "" {
		return f.p.T("welcome.unnamed")
	}
	return d.Name
}

// create starts a new assessment. Where it cannot be saved, the ways out are named.
func (f *face) create(p questionnaire.Path) error {
	s, err := f.d.Start(p, f.p.Lang())
	if err != nil {
		return f.refused(err)
	}
	f.say("welcome.folder", "folder", s.Path())
	if err := f.reuse(s); err != nil {
		return err
	}
	return f.work(s)
}

// draft opens, shows or deletes a saved assessment.
func (f *face) draft(d desk.Draft) error {
	n, err := f.menu(f.offering("welcome.resume", "say.template", "entry.delete", "do.back"))
	if err != nil {
		return err
	}
	switch n {
	case 2:
		return f.remove(d)
	case 3:
		return errBack
	}
	if d.Bank.ID != f.d.Bank().Ref().Name() {
		if err := f.turnTo(d.Bank.ID); !errors.Is(err, errBack) {
			return err
		}
	}
	s, err := f.d.Open(d)
	if err != nil {
		return f.refused(err)
	}
	if n == 1 {
		return f.again(s)
	}
	return f.work(s)
}

// again begins anew with the answers of an earlier assessment, which is closed.
func (f *face) again(earlier desk.Session) error {
	a := earlier.Assessment()
	s, err := desk.Again(f.d, a, f.p.Lang())
	_ = earlier.Close()
	if err != nil {
		return f.refused(err)
	}
	f.say("welcome.folder", "folder", s.Path())
	f.say("again.begun", "list", desk.WaitingWords(f.p, questionnaire.NewNavigator(f.d.Bank()), s.Assessment()), "date", source.DayOf(a.Updated))
	f.begun = true
	return f.work(s)
}

func (f *face) remove(d desk.Draft) error {
	n, err := f.menu(f.offering("entry.keep").with(func() []string { return []string{f.p.T("entry.delete.sure", "name", f.draftName(d))} }))
	if err != nil || n == 0 {
		return backUnless(err)
	}
	if err := f.d.Delete(d); err != nil {
		return f.refused(err)
	}
	f.say("say.deleted", "name", f.draftName(d))
	return errBack
}

// refused says why a file cannot be had, and leads back to the start; other errors end the run.
func (f *face) refused(err error) error {
	var use *desk.InUseError
	var save *desk.SaveError
	switch {
	case errors.As(err, &use):
		f.fail(f.p.T("cli.in-use", "file", use.Path, "time", use.Since.Format("15:04")))
	case errors.As(err, &save):
		f.fail(f.p.T("cli.save-"+save.Kind, "folder", save.Folder, "file", save.File))
	default:
		return err
	}
	return errBack
}

// work runs an assessment from where it stands to its result.
func (f *face) work(s desk.Session) error {
	f.s, f.iv = s, questionnaire.NewInterview(f.d.Bank(), s.Assessment(), f.d.Now)
	f.iv.Recall(s.History())
	f.old = desk.Old(f.iv, f.d.Now())
	for _, n := range s.Notices() {
		f.say("notice."+n.Code, n.Args...)
	}
	if open := f.iv.Pending(f.iv.Assessment()); !f.iv.Untouched() && f.iv.Progress(f.iv.Assessment()).Answered > 0 && len(open) > 0 {
		f.say("line.welcome", "list", desk.Count(f.p, open))
	}
	// who went deeper before is offered that again, in place of a question that is answered
	deeper := f.iv.Assessment().Path == questionnaire.Deeper && len(f.iv.Pending(f.iv.Assessment())) == 0
	for {
		var err error
		if !deeper {
			err = f.questions()
		}
		switch deeper = false; {
		case errors.Is(err, errResult):
			err = f.returned()
		case err == nil:
			err = f.finish()
		}
		if !errors.Is(err, errAgain) {
			return f.begunAgain(err)
		}
	}
}

// errAgain leads back to the questions.
var errAgain = errors.New("back to the questions")

// save writes the state and offers ways out when that fails.
func (f *face) save() error {
	f.lost = false
	err := f.s.Save(f.iv.Assessment(), f.iv.History())
	var save *desk.SaveError
	for errors.As(err, &save) {
		f.fail(f.p.T("cli.save-"+save.Kind, "folder", save.Folder, "file", save.File))
		if save.Kind == "edited" {
			return nil // saved beside, and told where
		}
		n, e := f.menu(f.offering("say.save-again", "say.save-without"))
		var replay replaying
		if errors.Is(e, errLast) || errors.As(e, &replay) {
			continue // there is no way back from here
		}
		if e != nil {
			return e
		}
		if n == 1 {
			f.lost = true
			return nil
		}
		err = f.s.Save(f.iv.Assessment(), f.iv.History())
	}
	if err != nil {
		return fmt.Errorf("save: %w", err)
	}
	return nil
}
