package cli

import (
	"bytes"
	stdjson "encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
	"digitalkompass/report/pdf"
)

func (a *app) verifyCommand() *cobra.Command {
	c := a.command("verify", "verify {file}", func(_ *cobra.Command, args []string) error { return a.verify(args[0]) })
	c.Args = cobra.ExactArgs(1)
	a.flags(c.Flags(), "bank", "brand", "for")
	return c
}

// stated is what a carried result says about itself.
type stated struct {
	Schema string `json:"schema"`
	Bank   struct {
		ID, Version, Digest string
	} `json:"bank"`
	Evaluated string               `json:"evaluated_on"`
	Report    *report.RecordReport `json:"report"`
}

// verify reads back what a report carries, computes it anew and compares: first the result, then the whole file.
func (a *app) verify(file string) error {
	document, err := os.ReadFile(file)
	if err != nil {
		return a.fail(exitInput, "cli.unreadable", "file", file)
	}
	have, err := unpack(document)
	if err != nil {
		return a.fail(exitInput, "verify.none", "file", file)
	}
	var says stated
	if err := stdjson.Unmarshal(have.result, &says); err != nil || says.Report == nil {
		return a.fail(exitInput, "verify.none", "file", file)
	}
	o, got, err := a.again(file, have, says)
	if err != nil {
		return err
	}
	var how manner
	if how.audience, err = a.reader(says.Report.Audience); err != nil {
		return err
	}
	if says.Report.Branded {
		if how.brand, err = a.brand(a.opts.brand); err != nil {
			return err
		}
	}
	unmarked := says.Report.Branded && how.brand == nil
	if unmarked {
		how.brand = &report.Brand{} // its marks are not at hand, and not needed for the numbers
	}
	m := o.make(got, how, says.Report.Parts, a.cat.Printer(i18n.Lang(says.Report.Language)))
	want, err := m.carry()
	if err != nil {
		return err
	}
	same := says.Report.Program == Version
	if diffs := differences(have.result, want.result, same); len(diffs) > 0 {
		for _, d := range diffs {
			fmt.Fprintln(a.env.Out, clean(a.p.T("verify.differs", "where", d.where, "a", d.have, "b", d.want)))
		}
		return a.fail(exitInput, "verify.wrong", "n", len(diffs), "file", file)
	}
	if !same {
		return a.fail(exitFailed, "verify.numbers", "file", file, "v", says.Report.Program)
	}
	if unmarked {
		return a.fail(exitFailed, "verify.branded", "file", file)
	}
	if have.before != nil {
		var d source.Diagnostics
		if m.before = questionnaire.Decode(carriedBefore, have.before, o.bank, &d); m.before == nil {
			return a.broken("", &d)
		}
	}
	return a.verifyPages(file, document, m)
}

// verifyPages writes the report anew: the same answers give the same bytes.
func (a *app) verifyPages(file string, document []byte, m *made) error {
	var again bytes.Buffer
	if _, err := writePDF(&again, m); err != nil {
		return err
	}
	if !bytes.Equal(again.Bytes(), document) {
		return a.fail(exitInput, "verify.pages", "file", file)
	}
	fmt.Fprintln(a.env.Out, a.p.T("verify.same", "file", clean(file)))
	return nil
}

// unpack finds answers and result among what a document carries.
func unpack(document []byte) (carried, error) {
	var c carried
	for _, data := range pdf.Attached(document) {
		var s struct {
			Schema string `json:"schema"`
		}
		if stdjson.Unmarshal(data, &s) != nil {
			continue
		}
		switch {
		case strings.HasPrefix(s.Schema, "digitalkompass.assessment/"):
			if c.answers != nil {
				c.before = data // files are listed by name
				continue
			}
			c.answers = data
		case strings.HasPrefix(s.Schema, "digitalkompass.result/"):
			c.result = data
		}
	}
	if c.answers == nil || c.result == nil {
		return c, errors.New("nothing carried")
	}
	return c, nil
}

// again opens the bank that a result states, on its day, and reads the answers.
func (a *app) again(file string, have carried, says stated) (*office, *questionnaire.Assessment, error) {
	ref := questionnaire.FileBank(have.answers)
	name := a.bankFor(ref)
	if name == "" || ref.ID != says.Bank.ID {
		return nil, nil, a.fail(exitInput, "verify.bank", "name", says.Bank.ID, "v", says.Bank.Version)
	}
	if _, ok := source.ParseDay(says.Evaluated); !ok {
		return nil, nil, a.fail(exitInput, "verify.none", "file", file)
	}
	a.opts.on = says.Evaluated
	o, err := a.office(name)
	if err != nil {
		return nil, nil, err
	}
	if about := o.bank.About; about.ID != says.Bank.ID || about.Version != says.Bank.Version || about.Digest != says.Bank.Digest {
		return nil, nil, a.fail(exitInput, "verify.version", "name", says.Bank.ID, "v", says.Bank.Version, "have", about.Version)
	}
	var d source.Diagnostics
	got := questionnaire.Decode(carriedAnswers, have.answers, o.bank, &d)
	if got == nil || !d.Empty() {
		return nil, nil, a.broken("", &d)
	}
	return o, got, nil
}

// difference is a place where a carried result is not what the rules give.
type difference struct{ where, have, want string }

// worded are fields whose words may change from one version of the program to the next.
var worded = []string{"text", "name", "title", "notice"}

// differences compares two results. With words also the texts have to be the same, and how the report was written.
func differences(have, want []byte, words bool) []difference {
	var x, y any
	if stdjson.Unmarshal(have, &x) != nil || stdjson.Unmarshal(want, &y) != nil {
		return []difference{{where: "/", have: "?", want: "JSON"}}
	}
	var out []difference
	compare("", x, y, words, &out)
	return out
}

func compare(at string, x, y any, words bool, out *[]difference) {
	if a, ok := x.(map[string]any); ok {
		if b, ok := y.(map[string]any); ok {
			keys := maps.Clone(a)
			maps.Copy(keys, b)
			for _, k := range slices.Sorted(maps.Keys(keys)) {
				if !words && (slices.Contains(worded, k) || at == "" && k == "report") {
					continue
				}
				compare(at+"/"+k, a[k], b[k], words, out)
			}
			return
		}
	}
	if a, ok := x.([]any); ok {
		if b, ok := y.([]any); ok && len(a) == len(b) {
			for i := range a {
				compare(fmt.Sprintf("%s/%d", at, i), a[i], b[i], words, out)
			}
			return
		}
	}
	if h, w := short(x), short(y); h != w {
		*out = append(*out, difference{at, h, w})
	}
}

// short is a value as JSON, cut to what fits a line.
func short(v any) string {
	const most = 60
	b, err := stdjson.Marshal(v)
	if err != nil {
		return "?"
	}
	if s := []rune(string(b)); len(s) > most {
		return string(s[:most]) + "…" + fmt.Sprint(len(s))
	}
	return string(b)
}
