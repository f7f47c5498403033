package sense_test

import (
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring/offer"
	"digitalkompass/scoring/sense"
)

// texts stand for what every question has to say.
const texts = `text: "T", short: "S", why: "W", example: "E", where: "O"`

const profile = `
title: "Betrieb"
fields:
  - {id: staff, kind: number, section: company, unit: "n", range: [0, 500], text: "T", short: "S", help: "H", options: [{id: few, from: 0, text: "F"}, {id: many, from: 10, text: "M"}]}
  - {id: shop, kind: choice, section: company, text: "T", short: "S", help: "H", options: [{id: "yes", text: "J"}, {id: "no", text: "N"}]}
`

const bank = `
id: probe
version: 1.0.0
licence: CC0-1.0
author: "A"
date: 2026-11-29
languages: [de]
title: "P"
dimensions: [eins, zwei]
stages:
  - {level: 1, id: unten, from: 0, title: "T", summary: "S", meaning: "M", next: "N"}
  - {level: 2, id: oben, from: 50, gates: {zwei: 40}, title: "T", summary: "S", meaning: "M", next: "N"}
modules:
  - {id: rat, title: "R", promise: "P", for: "F", too_early: "E", too_late: "L"}
  - {id: geld, title: "G", promise: "P", for: "F", too_early: "E", too_late: "L"}
`

const one = `
id: eins
title: "Eins"
short: "E"
about: "A"
when: {shop: ["yes"]}
levels: [{level: 1, meaning: "M", next: "N"}, {level: 2, meaning: "M", next: "N"}]
questions:
  - id: order
    kind: ladder
    ` + "{{texts}}" + `
    options: [{id: paper, points: 0, text: "P"}, {id: files, points: 2, text: "F"}, {id: program, points: 4, text: "Pr"}]
    measures: [{id: start, from: 0, to: 2, title: "T", what: "W", who: "W", days: 1, cost: low}, {id: buy, from: 2, to: 4, title: "T", what: "W", who: "W", days: 1, cost: low}]
  - id: typing
    kind: number
    when: {order: [files, program]}
    counts_as_zero: {order: [paper]}
    unit: "n"
    range: [0, 50]
    ` + "{{texts}}" + `
    options: [{id: none, from: 0, points: 4, text: "K"}, {id: some, from: 1, points: 2, text: "E"}, {id: many, from: 9, points: 0, text: "V"}]
`

const two = `
id: zwei
title: "Zwei"
short: "Z"
about: "A"
questions:
  - id: extras
    kind: multi
    cap: 2
    ` + "{{texts}}" + `
    options: [{id: app, points: 1, text: "A"}, {id: web, points: 1, text: "W"}, {id: nothing, exclusive: true, points: 0, text: "N"}]
  - id: size
    kind: ladder
    weight: 0
    ` + "{{texts}}" + `
    options: [{id: small, points: 0, text: "K"}, {id: large, points: 0, text: "G"}]
  - id: care
    kind: ladder
    when: {size: [large], staff: [many]}
    ` + "{{texts}}" + `
    options: [{id: "no", points: 0, text: "N"}, {id: "yes", points: 4, text: "J"}]
conflicts:
  - {id: odd, when: ["extras=app", "care=no"], ask: "A"}
`

// probe is a bank without a fault, with some changes: file, old text, new text.
func probe(t testing.TB, changes ...string) fs.FS {
	t.Helper()
	split := strings.ReplaceAll(texts, ", ", "\n    ")
	files := map[string]string{"bank.yaml": bank, "profile.yaml": profile, "glossary.yaml": "terms: []\n",
		"eins.yaml": strings.ReplaceAll(one, "{{texts}}", split), "zwei.yaml": strings.ReplaceAll(two, "{{texts}}", split)}
	for i := 0; i+2 < len(changes); i += 3 {
		if !strings.Contains(files[changes[i]], changes[i+1]) {
			t.Fatalf("%s has no %q", changes[i], changes[i+1])
		}
		files[changes[i]] = strings.Replace(files[changes[i]], changes[i+1], changes[i+2], 1)
	}
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

// rules are a table that recommends both modules.
func rules() *offer.Catalogue {
	return &offer.Catalogue{Rules: []offer.ModuleRule{
		{ID: "money", First: "geld", Stage: 2, Scores: map[string]*big.Rat{"zwei": big.NewRat(60, 1)}},
		{ID: "advice", First: "rat", Stage: 1},
	}}
}

// look checks a bank and writes each finding as code and place.
func look(t testing.TB, files fs.FS, around sense.Around) []source.Diagnostic {
	t.Helper()
	var d source.Diagnostics
	b, m := questionnaire.LoadManuscript(files, &d)
	if b == nil {
		for _, x := range d.All() {
			t.Errorf("%s: %s %v", x.Pos, x.Code, x.Args)
		}
		t.FailNow()
	}
	allowed := m.Allowances()
	sense.Check(b, m, around, allowed, &d)
	allowed.Idle(m, sense.Codes, &d)
	return d.All()
}

// arg is one of a finding's arguments, written out.
func arg(x source.Diagnostic, name string) string {
	for i := 0; i+1 < len(x.Args); i += 2 {
		if x.Args[i] == name {
			if r, ok := x.Args[i+1].(*big.Rat); ok {
				return r.RatString()
			}
			return fmt.Sprint(x.Args[i+1])
		}
	}
	return ""
}

// faults are changes that put one fault into the bank, the finding that has to be there as code, words of its line and
// arguments, and a like change without the fault.
var faults = []struct {
	name, code, line, says string
	fault, twin            []string
}{
	{"stage that nobody stands on", "sense-stage", "level: 2, id: oben", "name=oben",
		[]string{"bank.yaml", "from: 50, gates: {zwei: 40}", "from: 99, gates: {zwei: 40}", "bank.yaml", "dimensions:", "total: {bounds: {most: 98}}\ndimensions:"},
		[]string{"bank.yaml", "from: 50, gates: {zwei: 40}", "from: 99, gates: {zwei: 99}"}},
	{"level between two results", "sense-level", "{id: half", "name=zwei level=half",
		[]string{"zwei.yaml", "questions:", "node: {bands: [{id: low, from: 0, title: \"L\"}, {id: half, from: 51, title: \"H\"}, {id: all, from: 70, title: \"A\"}]}\nquestions:"},
		[]string{"zwei.yaml", "questions:", "node: {bands: [{id: low, from: 0, title: \"L\"}, {id: half, from: 50, title: \"H\"}, {id: all, from: 70, title: \"A\"}]}\nquestions:"}},
	{"measure that fits no answer", "sense-measure", "{id: buy", "name=buy question=order a=1/2 b=3/2",
		[]string{"eins.yaml", "from: 0, to: 2", "from: 0, to: 4", "eins.yaml", "from: 2, to: 4", "from: 0.5, to: 1.5"}, []string{"eins.yaml", "from: 0, to: 2", "from: 0, to: 4", "eins.yaml", "from: 2, to: 4", "from: 0, to: 1.5"}},
	{"question never asked", "sense-unasked", "- id: care", "question=care",
		[]string{"zwei.yaml", "staff: [many]", "staff: {above: 500}"}, []string{"zwei.yaml", "staff: [many]", "staff: {above: 499}"}},
	{"condition that always holds", "sense-always", "when: {size", "name=care/when",
		[]string{"zwei.yaml", "{size: [large], staff: [many]}", "{size: [large, small]}"}, []string{"zwei.yaml", "staff: [many]", "shop: [\"yes\"]"}},
	{"rule after one that covers it", "sense-never", "{when: {order: [paper]}, points: 2}", "name=typing/implied/2",
		[]string{"eins.yaml", "    unit: \"n\"\n", "    implied: [{when: {order: [paper]}, points: 2}]\n    unit: \"n\"\n"},
		[]string{"eins.yaml", "    unit: \"n\"\n", "    implied: [{when: {order: [files], staff: [few]}, points: 2}]\n    unit: \"n\"\n"}},
	{"contradiction that cannot be", "sense-never", "{id: odd", "name=odd",
		[]string{"zwei.yaml", "extras=app", "size=small"}, []string{"zwei.yaml", "extras=app", "size=large"}},
	{"gate that stops nobody", "sense-gate", "level: 2, id: oben", "name=oben node=zwei x=10",
		[]string{"bank.yaml", "from: 50, gates: {zwei: 40}", "from: 60, gates: {zwei: 10}"}, []string{"bank.yaml", "from: 50, gates: {zwei: 40}", "from: 40, gates: {zwei: 10}"}},
	{"gate behind a stronger one", "sense-gate", "level: 2, id: oben", "name=oben node=zwei x=40",
		[]string{"bank.yaml", "gates: {zwei: 40}", "gates: {zwei: 40}, every: 45"}, []string{"bank.yaml", "gates: {zwei: 40}", "gates: {zwei: 40}, every: 20"}},
	{"top that nobody reaches", "sense-top", "node: ", "name=eins x=75 answers=shop=yes",
		[]string{"eins.yaml", "questions:", "node: {bounds: {most: 75}}\nquestions:"}, []string{"eins.yaml", "questions:", "node: {bounds: {most: 100}}\nquestions:"}},
	{"bottom that nobody reaches", "sense-bottom", "node: ", "name=zwei x=10",
		[]string{"zwei.yaml", "questions:", "node: {bounds: {least: 10}}\nquestions:"}, []string{"zwei.yaml", "questions:", "node: {bounds: {least: 0}}\nquestions:"}},
	{"two answers that are one", "sense-same", "{id: some, from: 1", "question=typing option=some other=none",
		[]string{"eins.yaml", "from: 1, points: 2", "from: 1, points: 4"}, []string{"eins.yaml", "from: 1, points: 2", "from: 1, points: 3"}},
	{"tick without effect", "sense-idle", "{id: fax", "question=extras option=fax",
		[]string{"zwei.yaml", "{id: nothing,", "{id: fax, points: 0, text: \"F\"}, {id: nothing,"},
		[]string{"zwei.yaml", "{id: nothing,", "{id: fax, points: 0, text: \"F\"}, {id: nothing,", "zwei.yaml", "extras=app", "extras=app|fax"}},
	{"band out of order", "sense-order", "{id: some, from: 1", "question=typing option=some other=none",
		[]string{"eins.yaml", "points: 4, text: \"K\"", "points: 3, text: \"K\"", "eins.yaml", "from: 1, points: 2", "from: 1, points: 4"},
		[]string{"eins.yaml", "from: 1, points: 2", "from: 1, points: 3"}},
	{"question without effect", "sense-effect", "- id: size", "question=size",
		[]string{"zwei.yaml", "size: [large], staff: [many]", "staff: [many]"}, []string{"zwei.yaml", "size: [large], staff: [many]", "staff: [many], size: [small]"}},
	{"better answer that asks more", "sense-lowers", "- id: order", "question=order name=total a=75/4 b=25/2 from=order=paper to=order=files",
		[]string{"eins.yaml", "    counts_as_zero: {order: [paper]}\n", "", "eins.yaml", "points: 0, text: \"P\"", "points: 1.5, text: \"P\""},
		[]string{"eins.yaml", "points: 0, text: \"P\"", "points: 1.5, text: \"P\""}},
}

func TestEachFaultIsFoundAndItsTwinIsNot(t *testing.T) {
	for _, c := range faults {
		found := false
		all := look(t, probe(t, c.fault...), sense.Around{Offers: rules()})
		for _, x := range all {
			hit := x.Code == c.code && strings.Contains(line(t, probe(t, c.fault...), x.Pos), c.line)
			for _, pair := range strings.Fields(c.says) {
				name, want, _ := strings.Cut(pair, "=")
				hit = hit && arg(x, name) == want
			}
			found = found || hit
		}
		if !found {
			t.Errorf("%s: not found among %s", c.name, written(all))
		}
		for _, x := range look(t, probe(t, c.twin...), sense.Around{Offers: rules()}) {
			if x.Code == c.code || x.Code == "sense-undecided" {
				t.Errorf("%s: the twin has %s", c.name, written([]source.Diagnostic{x}))
			}
		}
	}
}

func written(all []source.Diagnostic) string {
	out := ""
	for _, x := range all {
		out += fmt.Sprintf("\n\t%s: %s %v", x.Pos, x.Code, x.Args)
	}
	return out
}

func line(t testing.TB, files fs.FS, at source.Pos) string {
	t.Helper()
	text, err := fs.ReadFile(files, at.File)
	if err != nil || at.Line == 0 {
		t.Fatal(at, err)
	}
	return strings.Split(string(text), "\n")[at.Line-1]
}

func TestABankWithoutFaults(t *testing.T) {
	if all := look(t, probe(t), sense.Around{Offers: rules()}); len(all) > 0 {
		t.Error(written(all))
	}
}

// What is declared is not found, and a declaration that nothing needs is.
func TestDeclaredFindings(t *testing.T) {
	fault := []string{"zwei.yaml", "{id: nothing,", "{id: fax, points: 0, text: \"F\"}, {id: nothing,"}
	allow := func(code, at string) []string {
		return append(fault[:3:3], "bank.yaml", "modules:", "lint: {allow: [{code: "+code+", at: "+at+", because: \"B\"}]}\nmodules:")
	}
	for _, c := range []struct{ code, at, want string }{
		{"sense-idle", "extras/options/fax", ""},
		{"sense-idle", "extras", ""},
		{"sense-idle", "zwei.yaml", ""},
		{"sense-idle", "extras/options/web", "allow-unused sense-idle"},
		{"sense-same", "extras", "allow-unused sense-idle"},
		{"sense-gate", "oben/gates/zwei", "allow-unused sense-idle"},
		{"sense-idel", "extras", "bad-word sense-idle"},
		{"sense-idle", "extra", "unknown-place sense-idle"},
	} {
		var got []string
		for _, x := range look(t, probe(t, allow(c.code, c.at)...), sense.Around{Offers: rules()}) {
			got = append(got, x.Code)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s at %s: %v, want %s", c.code, c.at, got, c.want)
		}
	}
}

// A module is out of reach where an earlier row always fits.
func TestModules(t *testing.T) {
	early := rules()
	early.Rules[0], early.Rules[1] = early.Rules[1], early.Rules[0]
	all := look(t, probe(t), sense.Around{Offers: early})
	if len(all) != 1 || all[0].Code != "sense-module" || arg(all[0], "name") != "geld" {
		t.Error(written(all))
	}
	if all := look(t, probe(t), sense.Around{}); len(all) > 0 {
		t.Errorf("without a table: %s", written(all))
	}
}

// What others look at has an effect, and tells answers apart.
func TestOthersLookAtAnswers(t *testing.T) {
	files := probe(t, "zwei.yaml", "size: [large], staff: [many]", "staff: [many]", "eins.yaml", "from: 1, points: 2", "from: 1, points: 4")
	around := sense.Around{Offers: rules()}
	if n := len(look(t, files, around)); n != 2 {
		t.Errorf("%d findings", n)
	}
	around.Fields = []string{"size"}
	around.Looks = []questionnaire.Condition{{AnyOf: [][]questionnaire.Test{{{ID: "typing", Values: []string{"some"}}}}}}
	if all := look(t, files, around); len(all) > 0 {
		t.Error(written(all))
	}
}

// The fixtures have no other findings than those that they declare.
func TestFixturesMakeSense(t *testing.T) {
	for _, name := range []string{"bank", "allbank"} {
		for _, x := range look(t, os.DirFS(path.Join("../../questionnaire/testdata", name)), sense.Around{}) {
			if strings.HasPrefix(x.Code, "sense-") {
				t.Errorf("%s: %s", name, written([]source.Diagnostic{x}))
			}
		}
	}
}
