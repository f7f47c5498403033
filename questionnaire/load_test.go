package questionnaire_test

import (
	"cmp"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// fixture is the small bank that uses every feature of the plain format.
func fixture(t testing.TB) *questionnaire.Bank {
	t.Helper()
	var d source.Diagnostics
	b := questionnaire.Load(os.DirFS("testdata/bank"), &d)
	for _, x := range d.All() {
		t.Errorf("%s: %s %v %s", x.Pos, x.Code, x.Args, x.Near)
	}
	if b == nil {
		t.FailNow()
	}
	return b
}

func TestLoadFixture(t *testing.T) {
	b := fixture(t)
	if got := len(b.Dimensions); got != 2 {
		t.Errorf("dimensions: %d", got)
	}
	q := b.Question("order")
	if q.Wording.Text.In(i18n.English) != "How does an order run?" || q.Wording.Text.In(i18n.German) != "Wie läuft ein Auftrag?" {
		t.Errorf("text: %v", q.Wording.Text)
	}
	if !strings.HasPrefix(b.About.Digest, "sha256:") || len(b.About.Digest) != 71 {
		t.Errorf("digest: %q", b.About.Digest)
	}
	if len(b.Conflicts) != 2 || len(b.Cases) != 1 || len(b.Glossary) != 2 || len(b.Modules) != 1 {
		t.Errorf("conflicts %d, cases %d, terms %d, modules %d", len(b.Conflicts), len(b.Cases), len(b.Glossary), len(b.Modules))
	}
}

func TestSizeClassChangesWordingAndPoints(t *testing.T) {
	b := fixture(t)
	a := b.Case("small").Assessment
	q := a.Shape(b, b.Question("order"))
	if got := q.Option("files").Points.String(); got != "3/1" {
		t.Errorf("points for micro: %s", got)
	}
	if got := q.Option("files").Text.In(i18n.English); got != "Files, by phone too" {
		t.Errorf("text for micro: %s", got)
	}
	if got := b.Question("order").Option("files").Points.String(); got != "2/1" {
		t.Errorf("points for others: %s", got)
	}
	if len(q.Measures) != 2 {
		t.Errorf("measures for micro: %d", len(q.Measures))
	}
}

// mapFS copies a folder into memory.
func mapFS(t testing.TB, dir string) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := fs.ReadFile(root, p)
		out[p] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// edit replaces a text in a file that has it.
func edit(t testing.TB, files fstest.MapFS, file, old, with string) {
	t.Helper()
	text := string(files[file].Data)
	if !strings.Contains(text, old) {
		t.Fatalf("%q is not in %s", old, file)
	}
	files[file] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(text, old, with))}
}

// broken is the fixture that a case names, with the case's mistake in it.
func broken(t testing.TB, c map[string]string) fstest.MapFS {
	t.Helper()
	files := mapFS(t, "testdata/"+cmp.Or(c["bank"], "bank"))
	edit(t, files, c["file"], c["replace"], c["with"])
	return files
}

// cases reads a file of cases: a mapping of notes to mappings of texts.
func cases(t testing.TB, file string) map[string]map[string]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var d source.Diagnostics
	n := source.ParseYAML(file, data, &d)
	if n == nil {
		t.Fatal(d.All())
	}
	out := map[string]map[string]string{}
	for _, e := range n.Entries {
		out[e.Key] = map[string]string{}
		for _, f := range e.Value.Entries {
			out[e.Key][f.Key] = f.Value.Value
		}
	}
	return out
}

func TestBrokenBanks(t *testing.T) {
	for note, c := range cases(t, "testdata/broken-banks.yaml") {
		t.Run(note, func(t *testing.T) {
			wantFinding(t, broken(t, c), c["code"], c["mark"])
		})
	}
}

// wantFinding loads files and looks for a code on a line that holds a mark.
func wantFinding(t *testing.T, files fstest.MapFS, code, mark string) {
	t.Helper()
	var d source.Diagnostics
	questionnaire.Load(files, &d)
	for _, x := range d.All() {
		if x.Code == code && strings.Contains(x.Line, mark) {
			if x.Pos.File == "" || mark != "" && (x.Pos.Line == 0 || x.Pos.Column == 0) {
				t.Errorf("no place: %v", x.Pos)
			}
			return
		}
	}
	for _, x := range d.All() {
		t.Logf("%s: %s %v | %s", x.Pos, x.Code, x.Args, x.Line)
	}
	t.Errorf("no %s on a line with %q", code, mark)
}

func TestNoWeightAtAll(t *testing.T) {
	files := mapFS(t, "testdata/bank")
	text := string(files["ablauf.yaml"].Data)
	for _, kind := range []string{"ladder", "number", "multi"} {
		text = strings.ReplaceAll(text, "    kind: "+kind+"\n", "    kind: "+kind+"\n    weight: 0\n")
	}
	files["ablauf.yaml"] = &fstest.MapFile{Data: []byte(text)}
	wantFinding(t, files, "weights-zero", "")
}

func TestWrongEncoding(t *testing.T) {
	files := mapFS(t, "testdata/bank")
	files["daten.yaml"] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(files["daten.yaml"].Data), "Zahlen.", "Zahlen\xff."))}
	wantFinding(t, files, "file-encoding", "")
}

func TestStrayOverlay(t *testing.T) {
	files := mapFS(t, "testdata/bank")
	files["en/fremd.yaml"] = &fstest.MapFile{Data: []byte("language: en\n")}
	wantFinding(t, files, "overlay-stray", "")
}

func TestManyProblemsAreReportedAtOnce(t *testing.T) {
	files := mapFS(t, "testdata/bank")
	text := strings.NewReplacer("kind: ladder", "kind: lader", "cap: 2", "cap: 9", "whole: true", "whole: oui").Replace(string(files["ablauf.yaml"].Data))
	files["ablauf.yaml"] = &fstest.MapFile{Data: []byte(text)}
	var d source.Diagnostics
	if questionnaire.Load(files, &d) != nil {
		t.Error("a broken bank was returned")
	}
	found := map[string]bool{}
	for _, x := range d.All() {
		found[x.Code] = true
		if x.Code == "bad-word" && x.Near != "ladder" {
			t.Errorf("proposal: %q", x.Near)
		}
	}
	for _, want := range []string{"bad-word", "maximum-unreachable", "wrong-kind"} {
		if !found[want] {
			t.Errorf("%s is missing", want)
		}
	}
}

func TestHostileFilesEndQuickly(t *testing.T) {
	deep := strings.Repeat("[", 100000)
	bomb := "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b]\nd: [*c,*c,*c,*c]\n"
	nested := strings.Repeat("a:\n ", 3000)
	for name, text := range map[string]string{
		"deep": deep, "bomb": bomb, "nested": nested, "large": strings.Repeat("# x\n", source.MaxSize), "empty": "", "utf16": "\xff\xfei\x00d\x00",
		"scalar": "hallo", "list": "- 1\n- 2\n", "exponent": "id: x\nminutes: {quick: 1e999999999, full: 1}\nlanguages: [de]\n",
	} {
		t.Run(name, func(t *testing.T) {
			files := mapFS(t, "testdata/bank")
			files["bank.yaml"] = &fstest.MapFile{Data: []byte(text)}
			var d source.Diagnostics
			if questionnaire.Load(files, &d) != nil || !d.Failed() {
				t.Error("no error")
			}
		})
	}
}

func FuzzLoad(f *testing.F) {
	files := mapFS(f, "testdata/bank")
	f.Add(files["ablauf.yaml"].Data)
	f.Add([]byte("id: a\nquestions: [{id: x, kind: grid}]"))
	f.Fuzz(func(t *testing.T, data []byte) {
		files := mapFS(t, "testdata/bank")
		files["ablauf.yaml"] = &fstest.MapFile{Data: data}
		var d source.Diagnostics
		if b := questionnaire.Load(files, &d); b == nil != d.Failed() {
			t.Error("a bank and an error")
		}
	})
}

// A bank without its worked examples is the same, digest and translations included, and reads them when they are asked for.
func TestLoadToAsk(t *testing.T) {
	for _, c := range []struct{ dir, variant string }{{"testdata/bank", ""}, {"testdata/allbank", ""}, {"testdata/allbank", "amt"}, {"../data/banks/digitalkompass", ""}} {
		var d source.Diagnostics
		whole, brief := questionnaire.LoadVariant(os.DirFS(c.dir), c.variant, &d), questionnaire.LoadToAsk(os.DirFS(c.dir), c.variant, &d)
		if whole == nil || brief == nil || d.Failed() {
			t.Fatalf("%v: %v", c, d.All())
		}
		if brief.Cases != nil || !brief.HasExamples() || whole.About.Digest != brief.About.Digest {
			t.Errorf("%v: %d examples, digest %s and %s", c, len(brief.Cases), whole.About.Digest, brief.About.Digest)
		}
		if !reflect.DeepEqual(whole.Glossary, brief.Glossary) || !reflect.DeepEqual(whole.Modules, brief.Modules) {
			t.Errorf("%v: other texts", c)
		}
		if !reflect.DeepEqual(whole.Examples(), brief.Examples()) || !reflect.DeepEqual(whole.Demo(), brief.Demo()) || brief.Case(whole.Cases[0].ID) == nil {
			t.Errorf("%v: other examples", c)
		}
	}
	var d source.Diagnostics
	files := mapFS(t, "testdata/bank")
	delete(files, "cases.yaml")
	delete(files, "en/cases.yaml")
	if b := questionnaire.LoadToAsk(files, "", &d); b == nil || b.HasExamples() || b.Demo() != nil {
		t.Errorf("without examples: %v", d.All())
	}
}
