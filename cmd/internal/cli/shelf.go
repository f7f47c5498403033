package cli

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/session"
	"digitalkompass/data"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// shelf keeps the banks that were loaded, by their names, and their folders, by their ids. A variant is a bank of its own.
type shelf struct {
	banks map[string]*questionnaire.Bank
	files map[string]fs.FS
	ahead func() *questionnaire.Bank // the usual bank, where it is being read already
}

func newShelf() shelf {
	return shelf{banks: map[string]*questionnaire.Bank{}, files: map[string]fs.FS{}}
}

func (s shelf) put(b *questionnaire.Bank, files fs.FS) {
	s.banks[b.Ref().Name()], s.files[b.About.ID] = b, files
}

// readAhead begins to read the usual bank beside the words, where the command line looks as if it will be asked.
func (a *app) readAhead(args []string) {
	other := func(arg string) bool {
		return strings.HasPrefix(arg, "--bank") || arg == "--version" || arg == "--help" || arg == "-h"
	}
	if len(args) > 0 && args[0] != "run" && !strings.HasPrefix(args[0], "-") || slices.ContainsFunc(args, other) {
		return
	}
	read := make(chan *questionnaire.Bank, 1)
	go func() {
		var b *questionnaire.Bank
		defer func() { read <- b }()
		_ = desk.Guard(func() error { // what happens here happens again to whoever asks
			files, err := fs.Sub(data.Files(), path.Join("banks", defaultBank))
			if err == nil {
				b = readBank(defaultBank, files, "", &source.Diagnostics{})
			}
			return err
		})
	}()
	a.shelf.ahead = sync.OnceValue(func() *questionnaire.Bank { return <-read })
}

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

// known is a bank by its name: one in use, a shipped one, or a variant of either; nil where there is none.
func (a *app) known(name string) *questionnaire.Bank {
	if b := a.shelf.banks[name]; b != nil {
		return b
	}
	id, variant := questionnaire.VariantOf(name)
	files := a.shelf.files[id]
	if files == nil {
		if !slices.Contains(shippedIDs(), id) {
			return nil
		}
		var err error
		if files, err = a.bankFiles(id); err != nil {
			return nil
		}
	}
	var d source.Diagnostics
	b := readBank(name, files, variant, &d)
	if b != nil {
		a.shelf.put(b, files)
	}
	return b
}

// bankOf is the name of the bank that a file needs: the one asked for, else the one the file names, if it is shipped; in
// the variant that the file names, unless one was asked for.
func (a *app) bankOf(file string) string {
	data, err := session.Read(file)
	if err != nil {
		return a.opts.bank
	}
	return a.bankFor(session.BankOf(file, data))
}

// bankFor is the name under which the bank of an assessment is found here, "" for the usual one.
func (a *app) bankFor(ref questionnaire.BankRef) string {
	name := a.opts.bank
	if name == "" && slices.Contains(shippedIDs(), ref.ID) {
		name = ref.ID
	}
	if _, asked := questionnaire.VariantOf(name); asked == "" && ref.Variant != "" && a.hasVariant(name, ref) {
		return questionnaire.BankRef{ID: name, Variant: ref.Variant}.Name()
	}
	return name
}

// hasVariant says whether a bank is the one that a file names, and has its variant.
func (a *app) hasVariant(name string, ref questionnaire.BankRef) bool {
	files, err := a.bankFiles(name)
	if err != nil {
		return false
	}
	var d source.Diagnostics
	b := questionnaire.Load(files, &d)
	return b != nil && b.About.ID == ref.ID && slices.ContainsFunc(b.About.Variants, func(v questionnaire.Variant) bool { return v.ID == ref.Variant })
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
	if !slices.ContainsFunc(out, func(b desk.Bank) bool { return b.ID == o.bank.Ref().Name() }) {
		out = append(out, deskBank(o.bank))
	}
	return out
}

func deskBank(b *questionnaire.Bank) desk.Bank {
	return desk.Bank{ID: b.Ref().Name(), Title: b.About.Title, Minutes: b.Times(), Staged: len(b.Stages) > 0}
}

// With is the desk for another bank, or a variant of one, by its name.
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
