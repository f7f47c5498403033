package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// mostBytes is the size that no report of a worked example passes.
const mostBytes = 250_000

// checkers are programs of others that look at a finished file; each says what it has found wrong.
var checkers = map[string]func(path string, d *report.Document) error{"qpdf": qpdf, "pdffonts": pdffonts, "pdftotext": pdftotext}

func qpdf(path string, _ *report.Document) error {
	out, err := exec.Command("qpdf", "--check", path).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	return nil
}

func pdffonts(path string, _ *report.Document) error {
	out, err := exec.Command("pdffonts", path).CombinedOutput()
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if err != nil || len(lines) < 3 {
		return fmt.Errorf("no fonts: %w: %s", err, out)
	}
	for _, l := range lines[2:] {
		f := strings.Fields(l)
		if n := len(f); n < 5 || f[n-5] != "yes" || f[n-3] != "yes" {
			return fmt.Errorf("not embedded, or not to be copied: %s", l)
		}
	}
	return nil
}

// pdftotext asks that every word of the document can be taken out.
func pdftotext(path string, d *report.Document) error {
	out, err := exec.Command("pdftotext", "-raw", path, "-").Output()
	if err != nil {
		return err
	}
	have := bare(string(out))
	said := *d
	said.Cover.Profile, said.Parts = report.Radar{}, nil
	for _, p := range d.Parts {
		if p.OnePage {
			p.Blocks, _ = withSpares(p.Blocks, 0)
		}
		p.Blocks = spoken(p.Blocks, false)
		said.Parts = append(said.Parts, p)
	}
	for _, text := range reporttest.Texts(&said) {
		for _, word := range strings.Fields(drawable(text)) {
			if !strings.Contains(have, bare(word)) {
				return fmt.Errorf("%q of %q is not taken out", word, text)
			}
		}
	}
	return nil
}

// banks are the shipped ones by name, and the audiences.
func banks(t *testing.T) (map[string]reporttest.World, []*report.Audience) {
	t.Helper()
	data := os.DirFS("../../data")
	w := reporttest.Load(t, data)
	entries, err := os.ReadDir("../../data/banks")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]reporttest.World{w.Bank.About.ID: w}
	for _, e := range entries {
		if e.Name() != w.Bank.About.ID {
			all[e.Name()] = w.With(t, os.DirFS(filepath.Join("../../data/banks", e.Name())))
		}
	}
	var diags source.Diagnostics
	readers := report.LoadAudiences(os.DirFS("../../data/audiences"), &diags)
	if diags.Failed() {
		t.Fatal(diags.All())
	}
	return all, readers
}

// The report of every worked example, in both languages and for every audience, keeps the rules, follows its document
// and passes the checkers. It takes minutes, so it runs only with a folder to write to, KOMPASS_SAMPLES.
func TestSampleReports(t *testing.T) {
	folder := os.Getenv("KOMPASS_SAMPLES")
	if folder == "" {
		t.Skip("no folder in KOMPASS_SAMPLES")
	}
	all, readers := banks(t)
	for id, w := range all {
		for _, c := range w.Bank.Cases {
			t.Run(id+"/"+c.ID, func(t *testing.T) {
				t.Parallel()
				checkCase(t, filepath.Join(folder, id+"-"+c.ID), w, c, readers)
			})
		}
	}
}

func checkCase(t *testing.T, path string, w reporttest.World, c questionnaire.Case, readers []*report.Audience) {
	t.Helper()
	result := scoring.Evaluate(w.Bank, c.Assessment)
	for _, x := range readers {
		advice := offer.Recommend(w.Offers, x.Seen(result), w.Day)
		for _, l := range i18n.Languages() {
			p := w.Words.Printer(l)
			doc := report.Build(result, advice, p, "1.0.0", report.For(x))
			var files []File
			if x.Machine() {
				files = append(files, File{Name: "a.json", About: "x", Kind: "application/json", Data: []byte("{}")})
			}
			checkSample(t, fmt.Sprintf("%s-%s-%s.pdf", path, l, x.ID), doc, p, files)
		}
	}
}

func checkSample(t *testing.T, path string, doc *report.Document, p *i18n.Printer, files []File) {
	t.Helper()
	var b bytes.Buffer
	if _, err := Write(&b, doc, p, files...); err != nil {
		t.Fatal(err)
	}
	if b.Len() > mostBytes {
		t.Errorf("%s: %d bytes", path, b.Len())
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	r := readFile(t, b.Bytes())
	for _, rule := range rules {
		for _, f := range rule.check(r) {
			t.Errorf("%s: %s: %s", path, rule.name, f)
		}
	}
	if diff := difference(outline(r), expected(doc)); diff != "" {
		t.Errorf("%s: %s", path, diff)
	}
	for _, u := range unsaid(r, doc) {
		t.Errorf("%s: %s", path, u)
	}
	if !strings.HasSuffix(path, "-consultant.pdf") {
		return // programs of others take longest and ask what the rules ask too: of the fullest reports is enough
	}
	for _, f := range emptyPages(drawnDocument(t, doc, p)) {
		t.Errorf("%s: %s", path, f)
	}
	for name, check := range checkers {
		if err := check(path, doc); err != nil {
			t.Errorf("%s: %s: %v", path, name, err)
		}
	}
}

// Every checker finds a file that is spoilt.
func TestCheckersFindSpoiltFiles(t *testing.T) {
	for name := range checkers {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("no %s", name)
		}
	}
	s := sample(t, "gaestehaus-kurz/de")
	file, doc := fileOf(t, s), s.Document()
	other := *doc
	other.Owner = "Steht nirgends"
	write := func(data []byte) string {
		path := filepath.Join(t.TempDir(), "a.pdf")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	for name, check := range checkers {
		if err := check(write(file), doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if qpdf(write(file[:len(file)-600]), doc) == nil {
		t.Error("qpdf takes half a file")
	}
	if pdffonts(write(bytes.ReplaceAll(file, []byte("/FontFile2"), []byte("/FontFileX"))), doc) == nil {
		t.Error("pdffonts takes fonts that are not there")
	}
	if pdftotext(write(file), &other) == nil {
		t.Error("pdftotext finds what is not written")
	}
}

func TestReportsAreSmall(t *testing.T) {
	for _, name := range []string{"metallbau-35/de", "pflegedienst-60/de", "weiss-nicht/de"} {
		if n := len(fileOf(t, sample(t, name))); n > mostBytes {
			t.Errorf("%s: %d bytes", name, n)
		}
	}
}
