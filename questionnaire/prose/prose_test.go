package prose_test

import (
	"fmt"
	"math/big"
	"os"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/prose"
	"digitalkompass/questionnaire/source"
)

func rules(t testing.TB) *prose.Rules {
	t.Helper()
	var d source.Diagnostics
	r := prose.Load(os.DirFS("../../data/prose"), &d)
	for _, x := range d.All() {
		t.Errorf("%s: %s %v", x.Pos, x.Code, x.Args)
	}
	if r == nil {
		t.FailNow()
	}
	return r
}

// small is a bank with one question of each kind that the checks tell apart. Every question has the terms of the table.
func small() *questionnaire.Bank {
	var list []*questionnaire.Question
	for id, kind := range map[string]questionnaire.Kind{"ladder": questionnaire.Ladder, "grid": questionnaire.Grid, "multi": questionnaire.Multi} {
		list = append(list, &questionnaire.Question{ID: id, Kind: kind, Dimension: "d", Wording: questionnaire.Wording{Terms: []string{"backup", "interface"}}})
	}
	return questionnaire.Assemble(&questionnaire.Bank{
		Dimensions: []*questionnaire.Dimension{{ID: "d", Questions: list}},
		Profile:    []*questionnaire.Question{{ID: "field", Kind: questionnaire.Choice}},
		Glossary: []questionnaire.Term{
			{ID: "backup", Name: i18n.Text{"de": "Sicherung (Backup)", "en": "Backup"}, Text: i18n.Text{"de": "Eine Kopie, etwa auf einem NAS.", "en": "A copy."}},
			{ID: "interface", Name: i18n.Text{"de": "Schnittstelle", "en": "Interface"}, Text: i18n.Text{"de": "Ein Weg.", "en": "A way."}},
		},
	})
}

// roles say where a text of the table stands.
var roles = map[string]questionnaire.Text{
	"question": {Item: "ladder", Part: "text", Role: questionnaire.RoleQuestion},
	"field":    {Item: "field", Part: "text", Role: questionnaire.RoleQuestion},
	"row":      {Item: "grid", Part: "rows/one", Role: questionnaire.RoleRow},
	"tick":     {Item: "multi", Part: "options/one", Role: questionnaire.RoleOption},
	"step":     {Item: "ladder", Part: "options/one", Role: questionnaire.RoleOption},
	"help":     {Item: "ladder", Part: "why", Role: questionnaire.RoleHelp},
	"example":  {Item: "ladder", Part: "example", Role: questionnaire.RoleHelp},
	"measure":  {Item: "buy", Part: "title", Role: questionnaire.RoleOther},
}

// check is what the command does: look, then report allowances that nothing needed.
func check(r *prose.Rules, b *questionnaire.Bank, m *questionnaire.Manuscript, d *source.Diagnostics) {
	allowed := m.Allowances()
	r.Check(b, m, allowed, d)
	allowed.Idle(m, prose.Codes, d)
}

// look checks texts, each in a line of its own.
func look(t testing.TB, r *prose.Rules, allowed []questionnaire.Allowance, texts ...questionnaire.Text) []source.Diagnostic {
	t.Helper()
	for i := range texts {
		texts[i].Path = "d.yaml/questions/" + texts[i].Ref()
		texts[i].Pos = source.Pos{File: "d.yaml", Line: i + 1, Column: 7}
	}
	var d source.Diagnostics
	m := &questionnaire.Manuscript{Languages: i18n.Languages(), Texts: texts, Allowed: allowed}
	check(r, small(), m, &d)
	return d.All()
}

func text(lang i18n.Lang, role, value string) questionnaire.Text {
	out := roles[role]
	out.Lang, out.Value = lang, value
	return out
}

func TestTextsThatAreFoundAndThatAreNot(t *testing.T) {
	data, err := os.ReadFile("testdata/texts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var d source.Diagnostics
	n := source.ParseYAML("texts.yaml", data, &d)
	if n == nil {
		t.Fatal(d.All())
	}
	r := rules(t)
	for _, item := range n.Items {
		m := source.ReadMap(item, &d)
		code, found, role := m.String("code"), m.String("found"), m.NeedString("role")
		if _, ok := roles[role]; !ok {
			t.Fatalf("%s: no role %s", item.Pos, role)
		}
		one := text(i18n.Lang(m.NeedString("lang")), role, m.NeedString("text"))
		m.Done()
		got := look(t, r, nil, one)
		switch {
		case code == "" && len(got) > 0:
			t.Errorf("%s: %q has %s %v", item.Pos, one.Value, got[0].Code, got[0].Args)
		case code != "" && (len(got) != 1 || got[0].Code != code || fmt.Sprint(got[0].Args[1]) != found):
			t.Errorf("%s: %q: want %s %q, have %v", item.Pos, one.Value, code, found, got)
		case code != "" && (got[0].Pos.Column != 7 || got[0].Severity != source.Warning):
			t.Errorf("%s: %v", item.Pos, got[0])
		}
	}
	if d.Failed() {
		t.Error(d.All())
	}
}

// A text can have more than one fault, and each is named once.
func TestEveryFaultIsNamed(t *testing.T) {
	got := look(t, rules(t), nil, text("de", "question", "Warum nutzen Sie oft kein ERP, und wie viel kostet das ERP - 10 %?"))
	var codes []string
	for _, x := range got {
		codes = append(codes, x.Code)
	}
	if want := "prose-double prose-jargon prose-negation prose-typography prose-typography prose-vague"; strings.Join(codes, " ") != want {
		t.Errorf("found %v", codes)
	}
}

// A technical word is named once for a question and language, not in each of its texts.
func TestJargonIsNamedOncePerQuestion(t *testing.T) {
	got := look(t, rules(t), nil, text("de", "question", "Haben Sie ein ERP?"), text("de", "help", "Ein ERP hilft."), text("de", "step", "ERP in Gebrauch"),
		text("en", "question", "Do you have an ERP?"), text("de", "row", "ERP"), text("de", "field", "Haben Sie ein ERP?"))
	var at []int
	for _, x := range got {
		at = append(at, x.Pos.Line)
	}
	if fmt.Sprint(at) != "[1 4 5 6]" {
		t.Errorf("named in lines %v", at)
	}
}

func TestAllowances(t *testing.T) {
	r := rules(t)
	texts := func() []questionnaire.Text {
		return []questionnaire.Text{text("de", "step", "oft"), text("en", "step", "often"), text("de", "question", "Was ist oft da?")}
	}
	for _, c := range []struct {
		name, code, at string
		want           string // findings left, with their lines
		near           string
	}{
		{"none", "", "", "1:prose-vague 2:prose-vague 3:prose-vague", ""},
		{"a part, in every language", "prose-vague", "ladder/options/one", "3:prose-vague", ""},
		{"a group of parts", "prose-vague", "ladder/options", "3:prose-vague", ""},
		{"a whole question", "prose-vague", "ladder", "", ""},
		{"a whole file", "prose-vague", "d.yaml", "", ""},
		{"the way that translations name it", "prose-vague", "d.yaml/questions/ladder/text", "1:prose-vague 2:prose-vague", ""},
		{"another finding", "prose-double", "ladder", "1:prose-vague 2:prose-vague 3:prose-vague 9:allow-unused", ""},
		{"no such finding", "prose-vage", "ladder", "1:prose-vague 2:prose-vague 3:prose-vague 9:bad-word", "prose-vague"},
		{"no such place", "prose-vague", "lader", "1:prose-vague 2:prose-vague 3:prose-vague 9:unknown-place", "ladder"},
		{"only whole names", "prose-vague", "lad", "1:prose-vague 2:prose-vague 3:prose-vague 9:unknown-place", ""},
	} {
		var allowed []questionnaire.Allowance
		if c.code != "" {
			allowed = []questionnaire.Allowance{{Code: c.code, At: c.at, Because: "x", Pos: source.Pos{File: "z.yaml", Line: 9}}}
		}
		var left []string
		near := ""
		for _, x := range look(t, r, allowed, texts()...) {
			left = append(left, fmt.Sprintf("%d:%s", x.Pos.Line, x.Code))
			near += x.Near
		}
		if strings.Join(left, " ") != c.want || near != c.near {
			t.Errorf("%s: %v, near %q", c.name, left, near)
		}
	}
}

// scale makes a question whose options give these points.
func scale(id string, kind questionnaire.Kind, points ...int64) *questionnaire.Question {
	q := &questionnaire.Question{ID: id, Kind: kind, Dimension: "d"}
	for i, p := range points {
		o := questionnaire.Option{ID: fmt.Sprint(i)}
		if p >= 0 {
			o.Points = big.NewRat(p, 1)
		}
		q.Options = append(q.Options, o)
	}
	return q
}

// parts makes a ladder whose options give points in two parts each.
func parts(id string, points ...[2]int64) *questionnaire.Question {
	q := &questionnaire.Question{ID: id, Kind: questionnaire.Ladder, Dimension: "d"}
	q.Scoring.Points.Parts = []string{"a", "b"}
	for i, p := range points {
		q.Options = append(q.Options, questionnaire.Option{ID: fmt.Sprint(i), Parts: map[string]*big.Rat{"a": big.NewRat(p[0], 1), "b": big.NewRat(p[1], 1)}})
	}
	return q
}

func TestDirectionOfScales(t *testing.T) {
	const ladder, grid = questionnaire.Ladder, questionnaire.Grid
	r := rules(t)
	for _, c := range []struct {
		name      string
		questions []*questionnaire.Question
		want      string // where and which order
	}{
		{"all rise", []*questionnaire.Question{scale("a", ladder, 0, 1, 2, 3, 4), scale("b", grid, 0, 2, 4)}, ""},
		{"all fall", []*questionnaire.Question{scale("a", ladder, 4, 2, 0), scale("b", ladder, 4, 0)}, ""},
		{"steps may be level", []*questionnaire.Question{scale("a", ladder, 0, 0, 2, 2, 4)}, ""},
		{"one turns round", []*questionnaire.Question{scale("a", ladder, 0, 2, 1, 4)}, "a/2 rising"},
		{"one turns at its end", []*questionnaire.Question{scale("a", ladder, 4, 2, 3)}, "a/2 falling"},
		{"an option without points stands aside", []*questionnaire.Question{scale("a", ladder, 0, 2, -1, 4)}, ""},
		{"no points at all", []*questionnaire.Question{scale("a", ladder, -1, -1), scale("b", ladder, 0, 4)}, ""},
		{"one against two", []*questionnaire.Question{scale("a", ladder, 0, 4), scale("b", ladder, 4, 0), scale("c", ladder, 0, 4)}, "b rising"},
		{"a shared set against two ladders", []*questionnaire.Question{scale("a", ladder, 4, 0), scale("b", ladder, 4, 0), scale("c", grid, 0, 2, 4)}, "c falling"},
		{"one against one", []*questionnaire.Question{scale("a", ladder, 4, 0), scale("b", ladder, 0, 4)}, "a rising"},
		{"bands of figures run as they like", []*questionnaire.Question{scale("a", ladder, 0, 4), scale("b", questionnaire.Number, 4, 1, 2)}, ""},
		{"ticks have no order", []*questionnaire.Question{scale("a", questionnaire.Multi, 1, 3, 2)}, ""},
		{"parts count together", []*questionnaire.Question{parts("a", [2]int64{0, 0}, [2]int64{0, 1}, [2]int64{1, 0}, [2]int64{1, 1})}, ""},
		{"parts turn together", []*questionnaire.Question{parts("a", [2]int64{0, 0}, [2]int64{1, 1}, [2]int64{0, 1})}, "a/2 rising"},
	} {
		b := questionnaire.Assemble(&questionnaire.Bank{Dimensions: []*questionnaire.Dimension{{ID: "d", Questions: c.questions}}})
		m := &questionnaire.Manuscript{Languages: []i18n.Lang{"de"}}
		for _, q := range c.questions {
			m.Texts = append(m.Texts, questionnaire.Text{Item: q.ID, Part: "text", Lang: "de", Role: questionnaire.RoleOther, Pos: source.Pos{File: q.ID, Line: 1}})
		}
		var d source.Diagnostics
		check(r, b, m, &d)
		var got []string
		for _, x := range d.All() {
			got = append(got, fmt.Sprint(x.Args[1], " ", x.Args[3]))
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// The shipped bank and the fixture have no finding that is not declared as intended, in either language.
func TestTheShippedBankReadsWell(t *testing.T) {
	for _, dir := range []string{"../../data/banks/digitalkompass", "../testdata/bank"} {
		var d source.Diagnostics
		b, m := questionnaire.LoadManuscript(os.DirFS(dir), &d)
		if b == nil {
			t.Fatal(d.All())
		}
		rules(t).Check(b, m, m.Allowances(), &d)
		prose.ReadStamps(os.DirFS(dir), m, &d).Check(m, &d)
		for _, x := range d.All() {
			t.Errorf("%s: %s %v", x.Pos, x.Code, x.Args)
		}
	}
}

func BenchmarkLint(b *testing.B) {
	lists, files := os.DirFS("../../data/prose"), os.DirFS("../../data/banks/digitalkompass")
	for b.Loop() {
		var d source.Diagnostics
		r := prose.Load(lists, &d)
		bank, m := questionnaire.LoadManuscript(files, &d)
		r.Check(bank, m, m.Allowances(), &d)
		prose.ReadStamps(files, m, &d).Check(m, &d)
	}
}

// Every finding is put into words in both languages, with all placeholders filled.
func TestFindingsInWords(t *testing.T) {
	var d source.Diagnostics
	words := i18n.LoadCatalogue(os.DirFS("../../data/locales"), &d)
	if words == nil {
		t.Fatal(d.All())
	}
	r := rules(t)
	var found []source.Diagnostic
	for _, x := range []questionnaire.Text{
		text("de", "question", "Was nutzen Sie oft nicht - ERP und CRM?"), text("de", "step", strings.Repeat("lang ", 30)),
		text("de", "help", `"A" und 'B' ... 5 €, dein  Plan ?`), text("en", "help", "The color of 5 €"),
	} {
		found = append(found, look(t, r, nil, x)...)
	}
	for _, a := range []questionnaire.Allowance{{Code: "prose-vage", At: "ladder"}, {Code: "prose-vague", At: "nowhere"}, {Code: "prose-vague", At: "ladder"}} {
		found = append(found, look(t, r, []questionnaire.Allowance{a}, text("de", "step", "x"))...)
	}
	for _, order := range [][]int64{{0, 2, 1}, {4, 1, 2}} {
		b := questionnaire.Assemble(&questionnaire.Bank{Dimensions: []*questionnaire.Dimension{{ID: "d", Questions: []*questionnaire.Question{scale("a", questionnaire.Ladder, order...)}}}})
		var d source.Diagnostics
		check(r, b, &questionnaire.Manuscript{Languages: i18n.Languages(), Texts: []questionnaire.Text{{Item: "a", Part: "text", Lang: "de", Role: questionnaire.RoleOther}}}, &d)
		found = append(found, d.All()...)
	}
	codes := map[string]bool{}
	for _, x := range found {
		codes[x.Code] = true
		for _, l := range i18n.Languages() {
			f := words.Printer(l).Diagnostic(x)
			if all := f.Text + " " + f.Mend; strings.ContainsAny(all, "[]{}") || strings.Contains(all, "%!") {
				t.Errorf("%s: %s", l, all)
			}
			if args := fmt.Sprint(x.Args...); strings.Contains(args, "want") && strings.HasSuffix(f.Mend, fmt.Sprint(x.Args[len(x.Args)-1])+".") {
				t.Errorf("%s: %s is not translated: %s", l, x.Code, f.Mend)
			}
		}
	}
	if len(codes) != 10 {
		t.Errorf("%d kinds of findings: %v", len(codes), codes)
	}
}
