package sense_test

import (
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring/offer"
	"digitalkompass/scoring/sense"
)

// change puts new text in place of old.
type change struct{ file, old, with string }

// probe is a bank without a fault, with some changes.
func probe(t testing.TB, changes ...change) fs.FS {
	t.Helper()
	dir := os.DirFS("testdata/probe")
	names, err := fs.Glob(dir, "*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	out := fstest.MapFS{}
	for _, name := range names {
		text, err := fs.ReadFile(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range changes {
			if c.file == name && !strings.Contains(string(text), c.old) {
				t.Fatalf("%s has no %q", name, c.old)
			}
			if c.file == name {
				text = []byte(strings.Replace(string(text), c.old, c.with, 1))
			}
		}
		out[name] = &fstest.MapFile{Data: text}
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

// fault is an entry of testdata/faults.yaml.
type fault struct {
	name, code, mark string
	says             map[string]string
	fault, twin      []change
}

func faults(t testing.TB) []fault {
	t.Helper()
	text, err := os.ReadFile("testdata/faults.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var d source.Diagnostics
	var out []fault
	for _, e := range source.ReadMap(source.ParseYAML("faults.yaml", text, &d), &d).Entries() {
		m := source.ReadMap(e.Value, &d)
		f := fault{name: e.Key, code: m.NeedString("code"), mark: m.NeedString("mark"), says: map[string]string{}}
		for _, s := range m.Map("says").Entries() {
			f.says[s.Key] = s.Value.Value
		}
		f.fault, f.twin = changes(m.Items("fault"), &d), changes(m.Items("twin"), &d)
		m.Done()
		out = append(out, f)
	}
	if d.Failed() || len(out) == 0 {
		t.Fatal(written(d.All()))
	}
	return out
}

func changes(nodes []*source.Node, d *source.Diagnostics) []change {
	var out []change
	for _, n := range nodes {
		m := source.ReadMap(n, d)
		out = append(out, change{m.NeedString("file"), m.NeedString("old"), m.String("new")})
		m.Done()
	}
	return out
}

// hit says whether a finding is the one that a fault has to cause.
func (f *fault) hit(t testing.TB, x source.Diagnostic) bool {
	t.Helper()
	out := x.Code == f.code && strings.Contains(line(t, probe(t, f.fault...), x.Pos), f.mark)
	for name, want := range f.says {
		out = out && arg(x, name) == want
	}
	return out
}

func TestEachFaultIsFoundAndItsTwinIsNot(t *testing.T) {
	seen := map[string]bool{"sense-module": true, "sense-undecided": true} // see TestModules and TestWhatIsTooMuch
	for _, f := range faults(t) {
		seen[f.code] = true
		all := look(t, probe(t, f.fault...), sense.Around{Offers: rules()})
		if !slices.ContainsFunc(all, func(x source.Diagnostic) bool { return f.hit(t, x) }) {
			t.Errorf("%s: not found among %s", f.name, written(all))
		}
		for _, x := range look(t, probe(t, f.twin...), sense.Around{Offers: rules()}) {
			if f.hit(t, x) || x.Code == "sense-undecided" {
				t.Errorf("%s: the twin has %s", f.name, written([]source.Diagnostic{x}))
			}
		}
	}
	for _, code := range sense.Codes {
		if !seen[code] {
			t.Errorf("no fault for %s", code)
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
	allow := func(code, at string) []change {
		return []change{
			{"zwei.yaml", "- {id: nothing,", "- {id: fax, points: 0, text: F}\n      - {id: nothing,"},
			{"bank.yaml", "modules:", "lint:\n  allow:\n    - {code: " + code + ", at: " + at + ", because: B}\nmodules:"},
		}
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
	files := probe(t, change{"zwei.yaml", "size: [large], staff: [many]", "staff: [many]"}, change{"eins.yaml", "from: 1, points: 2", "from: 1, points: 4"})
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

// Figures between the ends of a line are too many to try: what none of those tried reaches is left undecided, unless it
// is declared.
func TestWhatIsTooMuch(t *testing.T) {
	narrow := func(step string) []change {
		return []change{
			{"zwei.yaml", "questions:", "node:\n  of: [paperless]\n  bands:\n    - {id: low, from: 0, title: L}\n    - {id: thin, from: 33.001, title: T}\n    - {id: high, from: 33.002, title: H}\n" +
				"questions:\n  - id: paperless\n    kind: share\n    unit: \"%\"\n    range: [0, 100]\n" + step +
				"    full: 100\n    score: {linear: [0, 100]}\n    text: T\n    short: S\n    why: W\n    example: E\n    where: O"},
			{"bank.yaml", "dimensions:", "results:\n  - {id: rest, title: R, of: [extras, care]}\ndimensions:"},
		}
	}
	for _, c := range []struct{ step, want string }{{"", "sense-undecided"}, {"    whole: true\n", "sense-level"}} {
		all := look(t, probe(t, narrow(c.step)...), sense.Around{Offers: rules()})
		if len(all) != 1 || all[0].Code != c.want || !strings.Contains(line(t, probe(t, narrow(c.step)...), all[0].Pos), "id: thin") {
			t.Errorf("%q: %s", c.step, written(all))
		}
	}
}
