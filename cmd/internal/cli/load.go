package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"digitalkompass/cmd/internal/session"
	"digitalkompass/data"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring/benchmark"
	"digitalkompass/scoring/offer"
)

// defaultBank is the bank that is asked when none is named.
const defaultBank = "digitalkompass"

// bankFiles is the folder of a bank: one outside, or a shipped one by id.
func (a *app) bankFiles(name string) (fs.FS, error) {
	name, _ = questionnaire.VariantOf(name)
	if name == "" {
		name = defaultBank
	}
	if sub, err := fs.Sub(data.Files(), path.Join("banks", name)); err == nil && fs.ValidPath(name) {
		if _, err := fs.Stat(sub, "bank.yaml"); err == nil {
			return sub, nil
		}
	}
	info, err := os.Stat(name)
	if err != nil || !info.IsDir() {
		return nil, a.fail(exitInput, "cli.no-bank", "name", name)
	}
	return os.DirFS(name), nil
}

// bank loads a bank; problems are printed and end the run.
func (a *app) bank(name string) (*questionnaire.Bank, error) {
	if b := a.shelf.banks[name]; b != nil && a.opts.bank == "" {
		return b, nil
	}
	files, err := a.bankFiles(name)
	if err != nil {
		return nil, err
	}
	var d source.Diagnostics
	var b *questionnaire.Bank
	if (name == "" || name == defaultBank) && a.shelf.ahead != nil {
		b = a.shelf.ahead()
	}
	if b == nil {
		_, variant := questionnaire.VariantOf(name)
		b = readBank(name, files, variant, &d)
	}
	if b == nil {
		return nil, a.broken(a.bankFolder(name), &d)
	}
	a.shelf.put(b, files)
	return b, nil
}

// readBank reads a bank's files; worked examples of the shipped ones, in which nothing is wrong, only when they are needed.
func readBank(name string, files fs.FS, variant string, d *source.Diagnostics) *questionnaire.Bank {
	if id, _ := questionnaire.VariantOf(name); id == "" || slices.Contains(shippedIDs(), id) {
		return questionnaire.LoadToAsk(files, variant, d)
	}
	return questionnaire.LoadVariant(files, variant, d)
}

// bankFolder is what stands before the names of a bank's files, so that a finding leads to the file.
func (a *app) bankFolder(name string) string {
	name, _ = questionnaire.VariantOf(name)
	if name == "" {
		name = defaultBank
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return name
	}
	return path.Join("banks", name)
}

// offersFor are the shipped offers for a bank, read when they are needed: nothing is wrong with them for a shipped bank.
// One from outside may lack a module that they fill, which is told at once.
func (a *app) offersFor(b *questionnaire.Bank) (func() *offer.Catalogue, error) {
	read := sync.OnceValues(func() (*offer.Catalogue, error) {
		return a.catalogue(b)
	})
	if !slices.Contains(shippedIDs(), b.About.ID) || a.opts.bank != "" {
		if _, err := read(); err != nil {
			return nil, err
		}
	}
	return func() *offer.Catalogue { c, _ := read(); return c }, nil
}

// catalogue loads the shipped offers for a bank. A bank without the modules that offers fill has none.
func (a *app) catalogue(b *questionnaire.Bank) (*offer.Catalogue, error) {
	if b.Module(offer.First) == nil {
		return &offer.Catalogue{}, nil
	}
	files, err := fs.Sub(data.Files(), "offers")
	if err != nil {
		return nil, err
	}
	var d source.Diagnostics
	c := offer.Load(files, b, &d)
	if c == nil {
		return nil, a.broken("offers", &d)
	}
	return c, nil
}

// benchmark loads the shipped figures about other companies for a bank; empty where there are none.
func (a *app) benchmark(b *questionnaire.Bank) (*benchmark.Catalogue, error) {
	files, err := fs.Sub(data.Files(), "benchmarks")
	if err != nil {
		return nil, err
	}
	var d source.Diagnostics
	c := benchmark.Load(files, b, &d)
	if c == nil {
		return nil, a.broken("benchmarks", &d)
	}
	return c, nil
}

// broken prints diagnostics and ends the run with the status for wrong input.
func (a *app) broken(folder string, d *source.Diagnostics) error {
	a.print(folder, d)
	return &statusError{status: exitInput}
}

func (a *app) print(folder string, d *source.Diagnostics) {
	var w strings.Builder
	for _, x := range d.All() {
		x.Pos.File = filepath.Join(folder, x.Pos.File)
		a.p.WriteDiagnostic(&w, x)
	}
	fmt.Fprint(a.env.Err, clean(w.String()))
}

// assessment reads an assessment file; problems are printed and end the run.
func (a *app) assessment(file string, b *questionnaire.Bank) (*questionnaire.Assessment, error) {
	data, err := session.Read(file)
	if err != nil {
		return nil, a.fail(exitInput, "cli.unreadable", "file", file)
	}
	var d source.Diagnostics
	got := questionnaire.Decode(file, data, b, &d)
	if got == nil {
		return nil, a.broken("", &d)
	}
	a.print("", &d)
	return got, nil
}

// own reads an assessment file of a bank or, where it names another, of that one.
func (a *app) own(file string, b *questionnaire.Bank) (*questionnaire.Assessment, error) {
	if name := a.bankOf(file); name != a.opts.bank {
		other, err := a.bank(name)
		if err != nil {
			return nil, err
		}
		b = other
	}
	return a.assessment(file, b)
}

// day is the day that programmes are judged on: --on, else today.
func (a *app) day() (source.Day, error) {
	if a.opts.on == "" {
		return source.DayOf(a.env.Now()), nil
	}
	d, ok := source.ParseDay(a.opts.on)
	if !ok {
		return source.Day{}, a.fail(exitUsage, "usage.day", "x", a.opts.on)
	}
	return d, nil
}
