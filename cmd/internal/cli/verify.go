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
	"digitalkompass/report/json"
	"digitalkompass/report/pdf"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// Names of the files that a report carries.
const (
	carriedAnswers = "assessment.kompass.json"
	carriedBefore  = "before.kompass.json"
	carriedResult  = "result.json"
)

// carried is what another needs to make a report anew: answers, result, and how it was written.
type carried struct {
	answers, result []byte
	before          []byte // the earlier answers, nil without a comparison
}

// files are what a PDF carries: the answers that it shows and its result. It carries none that it does not show.
func (m *made) files() ([]pdf.File, error) {
	if m.app.opts.noData || !slices.Contains(m.parts, "answers") {
		return nil, nil
	}
	c, err := m.carry(m.r, m.advice, m.p, m.parts)
	if err != nil {
		return nil, err
	}
	files := []pdf.File{
		{Name: carriedAnswers, About: m.p.T("verify.answers"), Kind: "application/json", Data: c.answers},
		{Name: carriedResult, About: m.p.T("verify.result"), Kind: "application/json", Data: c.result},
	}
	if m.before != nil && slices.Contains(m.parts, "change") {
		files = append(files, pdf.File{Name: carriedBefore, About: m.p.T("verify.before"), Kind: "application/json", Data: m.shown(m.before)})
	}
	return files, nil
}

func (o *office) carry(r *scoring.Result, advice *offer.Advice, p *i18n.Printer, parts []string) (carried, error) {
	record := o.record(r, advice, p)
	record.Report = &report.RecordReport{Program: Version, Language: string(p.Lang()), Parts: parts}
	var result bytes.Buffer
	err := json.Write(&result, record)
	return carried{answers: o.shown(r.Assessment), result: result.Bytes()}, err
}

// shown are answers as a file, as far as a report shows them.
func (o *office) shown(a *questionnaire.Assessment) []byte {
	out := questionnaire.NewNavigator(o.bank).Shown(a)
	if out.Bank.ID == "" || out.Bank.Digest == "" {
		out.Bank = o.bank.Ref() // a file that was written by hand may not say
	}
	return questionnaire.Encode(o.bank, out)
}

func (a *app) verifyCommand() *cobra.Command {
	c := a.command("verify", "verify {file}", func(_ *cobra.Command, args []string) error { return a.verify(args[0]) })
	c.Args = cobra.ExactArgs(1)
	a.flags(c.Flags(), "bank")
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
	p := a.cat.Printer(i18n.Lang(says.Report.Language))
	r, advice := o.Evaluate(got)
	want, err := o.carry(r, advice, p, says.Report.Parts)
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
		fmt.Fprintln(a.env.Out, a.p.T("verify.numbers", "file", clean(file), "v", clean(says.Report.Program)))
		return nil
	}
	m := &made{o, r, advice, says.Report.Parts, p, nil}
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
	ref, name := questionnaire.FileBank(have.answers), a.opts.bank
	if name == "" && slices.Contains(shippedIDs(), ref.ID) {
		name = ref.ID
	}
	if name == "" || ref.ID != says.Bank.ID {
		return nil, nil, a.fail(exitInput, "verify.bank", "name", says.Bank.ID, "v", says.Bank.Version)
	}
	if ref.Variant != "" {
		name = questionnaire.BankRef{ID: name, Variant: ref.Variant}.Name()
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
