package cli

import (
	"io/fs"
	"slices"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/session"
	"digitalkompass/data"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// shelf keeps the banks that were loaded, by id.
type shelf map[string]*questionnaire.Bank

// shippedIDs are the ids of the banks in the program, the default first.
func shippedIDs() []string {
	out := []string{defaultBank}
	entries, _ := fs.ReadDir(data.Files(), "banks")
	for _, e := range entries {
		if e.Name() != defaultBank {
			out = append(out, e.Name())
		}
	}
	return out
}

// known is a bank by its id: one in use, or a shipped one; nil where there is none.
func (a *app) known(id string) *questionnaire.Bank {
	if b := a.shelf[id]; b != nil || !slices.Contains(shippedIDs(), id) {
		return b
	}
	files, err := a.bankFiles(id)
	if err != nil {
		return nil
	}
	var d source.Diagnostics
	b := questionnaire.Load(files, &d)
	if b != nil {
		a.shelf[id] = b
	}
	return b
}

// bankOf is the name of the bank that a file needs: the one asked for, else the one the file names, if it is shipped.
func (a *app) bankOf(file string) string {
	if a.opts.bank != "" {
		return a.opts.bank
	}
	data, err := session.Read(file)
	if err != nil {
		return ""
	}
	if id := questionnaire.FileBank(data); slices.Contains(shippedIDs(), id) {
		return id
	}
	return ""
}

// Usual says whether the bank is the one asked when none is named.
func (o *office) Usual() bool { return o.bank.About.ID == defaultBank }

// Choice says whether there are other banks to choose from.
func (o *office) Choice() bool { return len(shippedIDs()) > 1 || !o.Usual() }

// Banks are the shipped banks, the default first, then the one in use if it comes from outside.
func (o *office) Banks() []desk.Bank {
	var out []desk.Bank
	for _, id := range shippedIDs() {
		if b := o.app.known(id); b != nil {
			out = append(out, deskBank(b))
		}
	}
	if !slices.ContainsFunc(out, func(b desk.Bank) bool { return b.ID == o.bank.About.ID }) {
		out = append(out, deskBank(o.bank))
	}
	return out
}

func deskBank(b *questionnaire.Bank) desk.Bank {
	return desk.Bank{ID: b.About.ID, Title: b.About.Title, Minutes: b.About.Minutes, Staged: len(b.Stages) > 0}
}

// With is the desk for another bank.
func (o *office) With(id string) (desk.Desk, error) {
	b := o.app.known(id)
	if b == nil {
		return nil, o.app.fail(exitInput, "cli.no-bank", "name", id)
	}
	other, err := o.app.officeFor(b)
	if err != nil {
		return nil, err
	}
	return other, nil
}
