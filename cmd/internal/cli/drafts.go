package cli

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/session"
	"digitalkompass/questionnaire"
)

func (a *app) draftsCommand() *cobra.Command {
	list := a.command("drafts-list", "list", func(*cobra.Command, []string) error { return a.draftsList() })
	remove := a.command("drafts-delete", "delete {file}…", func(_ *cobra.Command, args []string) error { return a.draftsDelete(args) })
	remove.Args = cobra.MinimumNArgs(1)
	a.flags(list.Flags(), "bank")
	a.flags(remove.Flags(), "bank")
	return a.group("drafts", list, remove)
}

func (a *app) store(b *questionnaire.Bank) session.Store {
	return session.Store{Dir: session.Folder(a.env.Getenv(session.HomeVariable)), Bank: b, Now: a.env.Now, Other: a.known}
}

func (a *app) draftsList() error {
	b, err := a.bank(a.opts.bank)
	if err != nil {
		return err
	}
	d := &office{app: a, bank: b, store: a.store(b)}
	drafts, unreadable, err := d.Drafts()
	if err != nil {
		return err
	}
	for _, x := range drafts {
		fmt.Fprintln(a.env.Out, a.p.T("drafts.line", "file", x.Path, "name", clean(a.nameOf(x.Name)), "date", x.Updated, "k", x.Progress.Of-x.Progress.Answered, "m", x.Progress.Of, "bank", x.Bank.ID))
	}
	fmt.Fprintln(a.env.Out, a.p.T("drafts.count", "n", len(drafts), "folder", d.Folder()))
	if unreadable > 0 {
		fmt.Fprintln(a.env.Err, a.p.T("drafts.unreadable", "n", unreadable))
	}
	return nil
}

func (a *app) nameOf(name string) string {
	if name == "" {
		return a.p.T("welcome.unnamed")
	}
	return name
}

func (a *app) draftsDelete(files []string) error {
	b, err := a.bank(a.opts.bank)
	if err != nil {
		return err
	}
	for _, f := range files {
		if filepath.Ext(f) == "" {
			f += session.Ending
		}
		if filepath.Dir(f) == "." {
			f = filepath.Join(a.store(b).Dir, f)
		}
		if _, err := a.own(f, b); err != nil {
			return err // only what is an assessment is deleted
		}
		if err := a.store(b).Delete(f); err != nil {
			return a.saveFailed(err)
		}
		fmt.Fprintln(a.env.Out, a.p.T("drafts.deleted", "file", f))
	}
	return nil
}

// saveFailed says in words why a file could not be written or opened.
func (a *app) saveFailed(err error) error {
	var use *desk.InUseError
	var save *desk.SaveError
	switch {
	case errors.As(err, &use):
		return a.fail(exitFailed, "cli.in-use", "file", use.Path, "time", use.Since.Format("15:04"))
	case errors.As(err, &save):
		return a.fail(exitFailed, "cli.save-"+save.Kind, "folder", save.Folder, "file", save.File)
	}
	return a.fail(exitFailed, "cli.failed", "text", err.Error())
}
