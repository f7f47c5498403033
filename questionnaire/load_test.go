package questionnaire_test

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// fixture is the small bank that uses every feature of the format.
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
	if len(b.Conflicts) != 2 || len(b.Cases) != 1 || len(b.Glossary) != 1 || len(b.Modules) != 1 {
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

// Each case breaks the fixture in one place: in file, old becomes new, and the finding has to name the code on a line
// that holds the mark.
var broken = []struct{ code, file, old, new, mark string }{
	{"unknown-field", "ablauf.yaml", "about: ", "abuot: x\nabout: ", "abuot"},
	{"duplicate-key", "ablauf.yaml", "short: \"Abläufe\"", "short: \"A\"\nshort: \"B\"", "\"B\""},
	{"duplicate-id", "ablauf.yaml", "- id: typing", "- id: order", "- id: order"},
	{"duplicate-id", "ablauf.yaml", "{id: app,", "{id: shop,", "\"App\""},
	{"duplicate-id", "daten.yaml", "{id: scan,", "{id: get-files,", "get-files"},
	{"bad-id", "ablauf.yaml", "- id: typing", "- id: Typing!", "Typing!"},
	{"bad-version", "bank.yaml", "version: 1.0.0", "version: eins", "eins"},
	{"bad-word", "ablauf.yaml", "kind: ladder", "kind: lader", "lader"},
	{"bad-word", "bank.yaml", "languages: [de, en]", "languages: [de, fr]", "fr"},
	{"bad-word", "profile.yaml", "section: funding", "section: founding", "founding"},
	{"wrong-kind", "ablauf.yaml", "quick: true", "quick: vielleicht", "vielleicht"},
	{"wrong-kind", "ablauf.yaml", "points: 2, text: \"Dateien\"", "points: zwei, text: \"Dateien\"", "zwei"},
	{"wrong-kind", "bank.yaml", "date: 2026-11-24", "date: gestern", "gestern"},
	{"wrong-kind", "ablauf.yaml", "levels:\n", "levels: viele\nlevelz:\n", "viele"},
	{"missing-field", "ablauf.yaml", "    kind: ladder\n", "", "id: order"},
	{"missing-field", "bank.yaml", "licence: Apache-2.0\n", "", "id: werkstatt"},
	{"missing-text", "ablauf.yaml", "    why: \"Zeit.\"\n", "", "id: order"},
	{"missing-text", "ablauf.yaml", "text: \"Papier\"", "text: \" \"", "\" \""},
	{"unknown-term", "ablauf.yaml", "terms: [auftrag]", "terms: [auftrg]", "auftrg"},
	{"unknown-question", "ablauf.yaml", "when: {order: [files", "when: {ordre: [files", "ordre"},
	{"unknown-question", "daten.yaml", "capture.sales=yes", "capturr.sales=yes", "capturr"},
	{"unknown-option", "ablauf.yaml", "{order: [files, program]}", "{order: [flies, program]}", "flies"},
	{"unknown-option", "ablauf.yaml", "          files: {text", "          filez: {text", "filez"},
	{"unknown-option", "ablauf.yaml", "items: [shop]", "items: [shup]", "shup"},
	{"unknown-row", "daten.yaml", "capture.sales=yes", "capture.saels=yes", "saels"},
	{"unknown-measure", "ablauf.yaml", "needs: [get-files]", "needs: [get-filez]", "get-filez"},
	{"unknown-dimension", "bank.yaml", "gates: {ablauf: 40}", "gates: {ablaf: 40}", "ablaf"},
	{"unknown-class", "ablauf.yaml", "      micro:\n", "      mikro:\n", "mikro"},
	{"unknown-answers", "daten.yaml", "answers: yes-partly-no", "answers: yes-partly", "yes-partly"},
	{"unknown-module", "cases.yaml", "module: beratung", "module: beratunk", "beratunk"},
	{"bad-reference", "daten.yaml", "\"extras!=shop\"", "\"extras\"", "extras"},
	{"condition-forward", "ablauf.yaml", "when: {order: [files, program]}", "when: {extras: [shop]}", "extras: [shop]"},
	{"condition-forward", "profile.yaml", "when: {machines: [\"yes\"]}", "when: {volume: [much]}", "volume: [much]"},
	{"condition-empty", "ablauf.yaml", "when: {order: [files, program]}", "when: {}", "when: {}"},
	{"translation-missing", "en/ablauf.yaml", "    why: \"Time.\"\n", "", "why: \"Zeit.\""},
	{"translation-extra", "en/ablauf.yaml", "    why: \"Time.\"\n", "    why: \"Time.\"\n    whi: \"x\"\n", "whi"},
	{"translation-only-text", "en/ablauf.yaml", "why: \"Time.\"", "why: [a]", "why: [a]"},
	{"overlay-language", "en/ablauf.yaml", "language: en", "language: de", "language: de"},
	{"bands-gap", "ablauf.yaml", "{id: none, from: 0,", "{id: none, from: 1,", "id: typing"},
	{"bands-overlap", "ablauf.yaml", "{id: many, from: 4,", "{id: many, from: 1,", "id: typing"},
	{"band-outside", "ablauf.yaml", "{id: many, from: 4,", "{id: many, from: 51,", "id: typing"},
	{"band-without-from", "ablauf.yaml", "instead: true, ", "", "id: typing"},
	{"bands-gap", "bank.yaml", "id: start, from: 0", "id: start, from: 5", "from: 5"},
	{"bands-overlap", "bank.yaml", "id: mitte, from: 50", "id: mitte, from: 0", "id: mitte"},
	{"stage-order", "bank.yaml", "{level: 2, id: mitte", "{level: 3, id: mitte", "level: 3"},
	{"out-of-range", "bank.yaml", "gates: {ablauf: 40}", "gates: {ablauf: 400}", "400"},
	{"maximum-unreachable", "ablauf.yaml", "points: 4, text: \"Programm\"", "points: 3, text: \"Programm\"", "id: order"},
	{"maximum-unreachable", "ablauf.yaml", "cap: 2", "cap: 9", "id: extras"},
	{"cap-missing", "ablauf.yaml", "    cap: 2\n", "", "id: extras"},
	{"points-missing", "ablauf.yaml", "{id: app, points: 1,", "{id: app,", "id: extras"},
	{"points-range", "ablauf.yaml", "points: 4, text: \"Programm\"", "points: 5, text: \"Programm\"", "id: order"},
	{"weight-negative", "daten.yaml", "weight: 2", "weight: -2", "id: capture"},
	{"weights-zero", "ablauf.yaml", "    quick: true\n", "    weight: 0\n    quick: true\n", ""},
	{"level-missing", "ablauf.yaml", "  - {level: 2, meaning: \"Digital.\", next: \"Messen.\"}\n", "", "id: ablauf"},
	{"measure-range", "ablauf.yaml", "from: 2, to: 4", "from: 4, to: 2", "get-program"},
	{"needs-circle", "ablauf.yaml", "helps: [beratung], needs: []", "helps: [beratung], needs: [get-program]", "get-files"},
	{"bad-range", "ablauf.yaml", "range: [0, 50]", "range: [50, 0]", "50, 0"},
	{"field-not-here", "daten.yaml", "    kind: grid\n", "    kind: ladder\n", "sales"},
	{"answers-twice", "profile.yaml", "    answers: yes-no\n", "    answers: yes-no\n    options: [{id: x, text: \"x\"}]\n", "answers"},
	{"file-missing", "bank.yaml", "[ablauf, daten]", "[ablauf, dathen]", ""},
	{"answer-kind", "cases.yaml", "typing: 2", "typing: [2]", "typing"},
	{"answer-no-option", "cases.yaml", "order: files", "order: filez", "filez"},
	{"answer-big", "cases.yaml", "typing: 2", "typing: 99", "99"},
	{"answer-whole", "cases.yaml", "typing: 2", "typing: 2.5", "2.5"},
	{"answer-no-row", "cases.yaml", "{sales: \"yes\"", "{salez: \"yes\"", "salez"},
	{"yaml-syntax", "daten.yaml", "about: \"Zahlen.\"", "about: \"Zahlen.", ""},
	{"yaml-alias", "daten.yaml", "about: \"Zahlen.\"", "about: &a \"Zahlen.\"", "&a"},
	{"yaml-second-document", "daten.yaml", "conflicts:", "---\nconflicts:", ""},
	{"file-encoding", "daten.yaml", "Zahlen.", "Zahlen\xff.", ""},
	{"short-long", "ablauf.yaml", "short: \"Auftrag\"", "short: \"Vom allerersten Auftrag zur Rechnung\"", "id: order"},
	{"term-unused", "ablauf.yaml", "    terms: [auftrag]\n", "", "auftrag"},
	{"measure-gap", "daten.yaml", "{id: scan, from: 0", "{id: scan, from: 1", "id: paperless"},
	{"quick-missing", "daten.yaml", "    quick: true\n", "", "id: daten"},
	{"overlay-stray", "", "", "", ""},
	{"level-extra", "ablauf.yaml", "questions:", "  - {level: 3, meaning: \"x\", next: \"y\"}\nquestions:", "id: ablauf"},
}

func TestBrokenBanks(t *testing.T) {
	for _, c := range broken {
		t.Run(c.code+"/"+c.file, func(t *testing.T) {
			files := mapFS(t, "testdata/bank")
			if c.file == "" {
				files["en/fremd.yaml"] = &fstest.MapFile{Data: []byte("language: en\n")}
			} else {
				text := string(files[c.file].Data)
				if !strings.Contains(text, c.old) {
					t.Fatalf("%q is not in %s", c.old, c.file)
				}
				text = strings.ReplaceAll(text, c.old, c.new)
				files[c.file] = &fstest.MapFile{Data: []byte(text)}
			}
			if c.code == "weights-zero" {
				text := string(files["ablauf.yaml"].Data)
				text = strings.ReplaceAll(text, "    kind: number\n", "    kind: number\n    weight: 0\n")
				text = strings.ReplaceAll(text, "    kind: multi\n", "    kind: multi\n    weight: 0\n")
				files["ablauf.yaml"] = &fstest.MapFile{Data: []byte(text)}
			}
			var d source.Diagnostics
			questionnaire.Load(files, &d)
			for _, x := range d.All() {
				if x.Code == c.code && strings.Contains(x.Line, c.mark) {
					if x.Pos.File == "" || c.mark != "" && (x.Pos.Line == 0 || x.Pos.Column == 0) {
						t.Errorf("no place: %v", x.Pos)
					}
					return
				}
			}
			for _, x := range d.All() {
				t.Logf("%s: %s %v | %s", x.Pos, x.Code, x.Args, x.Line)
			}
			t.Errorf("no %s on a line with %q", c.code, c.mark)
		})
	}
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
