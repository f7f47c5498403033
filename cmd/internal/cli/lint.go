package cli

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"digitalkompass/cmd/internal/session"
	"digitalkompass/data"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/prose"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring/sense"
)

// lint is what the command was asked for beside the bank.
type lint struct {
	strict bool   // warnings count too
	stamp  string // the place whose translations were reviewed, everything for all, "" for none
}

// everything is what --stamp means without a place.
const everything = "all"

func (a *app) lintCommand() *cobra.Command {
	var l lint
	c := a.command("bank-lint", "lint [{bank}]", func(_ *cobra.Command, args []string) error {
		return a.bankLint(strings.Join(args, ""), l)
	})
	c.Args = cobra.MaximumNArgs(1)
	a.flags(c.Flags(), "format")
	c.Flags().BoolVar(&l.strict, "strict", false, a.p.T("flag.strict"))
	c.Flags().StringVar(&l.stamp, "stamp", "", a.p.T("flag.stamp"))
	c.Flags().Lookup("stamp").NoOptDefVal = everything
	return c
}

func (a *app) bankLint(name string, l lint) error {
	if f := a.opts.format; f != "" && f != "text" && f != "json" {
		return a.unknown("usage.format", f, []string{"text", "json"})
	}
	files, err := a.bankFiles(name)
	if err != nil {
		return err
	}
	var d source.Diagnostics
	b, m := questionnaire.LoadManuscript(files, &d)
	if _, variant := questionnaire.VariantOf(name); b != nil && variant != "" && !slices.Contains(b.About.VariantIDs(), variant) {
		questionnaire.UnknownVariant(source.Pos{File: "bank.yaml", Line: 1, Column: 1}, variant, b.About.VariantIDs(), &d)
	}
	if b != nil {
		allowed := m.Allowances()
		if questionnaire.LoadAll(files, &d) != nil { // each finding once, see Diagnostics.All
			questionnaire.CheckReuse(b, a.known, allowed, &d)
		}
		if err := a.proofread(name, files, b, m, allowed, l.stamp, &d); err != nil {
			return err
		}
		if err := a.makeSense(b, m, allowed, &d); err != nil {
			return err
		}
		allowed.Idle(m, slices.Concat(prose.Codes, sense.Codes, []string{questionnaire.CodeUnknownBank}), &d)
	}
	folder := a.bankFolder(name)
	if a.opts.format == "json" {
		err = a.findings(folder, &d)
	} else {
		a.print(folder, &d)
	}
	if err == nil && (d.Failed() || l.strict && !d.Empty()) {
		return &statusError{status: exitInput}
	}
	if err == nil && a.opts.format != "json" {
		fmt.Fprintln(a.env.Out, a.p.T("lint.ok", "n", len(d.All()), "name", b.About.ID, "version", b.About.Version))
	}
	return err
}

// proofread looks at the texts of a bank that is sound otherwise.
func (a *app) proofread(name string, files fs.FS, b *questionnaire.Bank, m *questionnaire.Manuscript, allowed *questionnaire.Allowances, stamp string, d *source.Diagnostics) error {
	lists, err := fs.Sub(data.Files(), "prose")
	if err != nil {
		return err
	}
	var wrong source.Diagnostics
	rules := prose.Load(lists, &wrong)
	if rules == nil {
		return a.broken("prose", &wrong)
	}
	if stamp != "" {
		if err := a.stamp(name, files, m, stamp); err != nil {
			return err
		}
	}
	rules.Check(b, m, allowed, d)
	prose.ReadStamps(files, m, d).Check(m, d)
	return nil
}

// makeSense looks whether everything in a bank does something, together with what else looks at its answers: offers,
// figures about other companies, and other banks that take answers over.
func (a *app) makeSense(b *questionnaire.Bank, m *questionnaire.Manuscript, allowed *questionnaire.Allowances, d *source.Diagnostics) error {
	offers, err := a.catalogue(b)
	if err != nil {
		return err
	}
	figures, err := a.benchmark(b)
	if err != nil {
		return err
	}
	around := sense.Around{Offers: offers}
	around.Looks, around.Fields = figures.Looks()
	for _, id := range shippedIDs() {
		if other := a.known(id); other != nil && id != b.About.ID {
			same, looks := other.Borrowed(b)
			around.Looks, around.Fields = append(around.Looks, looks...), append(around.Fields, same...)
		}
	}
	sense.Check(b, m, around, allowed, d)
	return nil
}

// shipped says whether a name is that of a bank inside the program, which goes before a folder of that name.
func (a *app) shipped(name string) bool {
	if name == "" {
		return true
	}
	_, err := fs.Stat(data.Files(), path.Join("banks", name))
	return err == nil && fs.ValidPath(name)
}

// stamp writes down that translations were reviewed. Only a folder can take that.
func (a *app) stamp(name string, files fs.FS, m *questionnaire.Manuscript, at string) error {
	if a.shipped(name) {
		return a.fail(exitUsage, "usage.stamp")
	}
	if at == everything {
		at = ""
	}
	var ignored source.Diagnostics // a broken file of stamps is written anew
	old := prose.ReadStamps(files, m, &ignored)
	for _, lang := range m.Languages[1:] {
		text, n := old.Stamp(m, lang, at)
		if n == 0 {
			return a.fail(exitUsage, "usage.place", "x", at)
		}
		file := filepath.Join(name, string(lang), questionnaire.FileFingerprints)
		if err := session.Write(file, text); err != nil {
			return a.saveFailed(err)
		}
		fmt.Fprintln(a.env.Err, a.p.T("lint.stamped", "n", n, "file", file))
	}
	return nil
}

// finding is a diagnostic for machines. Severity and code are stable, message and mend are in the chosen language.
type finding struct {
	Severity string `json:"severity"`
	Code     string `json:"code"`
	File     string `json:"file"`
	Line     int    `json:"line"`
	Column   int    `json:"column"`
	Message  string `json:"message"`
	Mend     string `json:"mend"`
	Near     string `json:"near"`
}

// findings writes all diagnostics as one list, empty where there are none.
func (a *app) findings(folder string, d *source.Diagnostics) error {
	out := []finding{}
	for _, x := range d.All() {
		words := a.p.Diagnostic(x)
		f := finding{Severity: "error", Code: x.Code, File: path.Join(filepath.ToSlash(folder), x.Pos.File), Line: x.Pos.Line, Column: x.Pos.Column,
			Message: clean(words.Text), Mend: clean(words.Mend), Near: x.Near}
		if x.Severity == source.Warning {
			f.Severity = "warning"
		}
		out = append(out, f)
	}
	e := json.NewEncoder(a.env.Out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}
