package main

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// telling is a company that gives itself away by every one of its details, answered at a time of day.
const telling = `{"schema": "digitalkompass.assessment/1", "ref": "kunde-0815", "bank": {"id": "digitalkompass", "version": "1.0.0"}, "language": "de", "path": "full",
"started": "2026-11-20T13:37:42+01:00", "updated": "2026-11-21T23:48:19+01:00", "position": "digital-goals",
"company": {"company_name": "Zwiebelfisch Druck", "in_thueringen": "yes", "sector": "wz-c", "crafts": "no", "makes_things": "yes", "equipment": "yes", "online_sales": "no",
"employees": 137, "founded": 1923, "turnover": 7654321, "project": "describable", "project_kind": "machines", "project_volume": 98765, "wz_code": "18.12", "in_difficulty": "yes"},
"answers": {`

// tellingFile writes the company into a folder whose name must not be found in a report either.
func tellingFile(t *testing.T) (dir, file string) {
	t.Helper()
	b := shippedBank(t)
	var answers []string
	for _, d := range b.Dimensions {
		for _, q := range d.Questions {
			if len(q.Options) > 0 && (q.Kind.Family() == 1) {
				answers = append(answers, fmt.Sprintf(`%q: {"value": %q, "note": "Spiegelstrich", "confidence": "told"}`, q.ID, q.Options[1].ID))
			}
		}
	}
	dir = filepath.Join(t.TempDir(), "geheimer-ordner")
	file = filepath.Join(dir, "heimlich.kompass.json")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(telling+strings.Join(answers, ",\n")+"}}"), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir, file
}

var (
	pdfStream = regexp.MustCompile(`stream\r?\n`)
	tags      = regexp.MustCompile(`<[^>]*>`)
)

// plain is what can be read in a file of any format: streams and archives unpacked, texts of two bytes a letter made
// plain, marks taken out.
func plain(t *testing.T, name string, data []byte) string {
	t.Helper()
	switch filepath.Ext(name) {
	case ".pdf":
		out := string(data)
		for _, at := range pdfStream.FindAllIndex(data, -1) {
			if z, err := zlib.NewReader(bytes.NewReader(data[at[1]:])); err == nil {
				text, _ := io.ReadAll(z)
				out += string(text)
			}
		}
		return strings.ReplaceAll(out, "\x00", "")
	case ".docx", ".xlsx":
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		out := ""
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			out += f.Name + f.Modified.UTC().Format("15:04:05") + tags.ReplaceAllString(string(text), " ") + strings.Join(attributes.FindAllString(string(text), -1), " ")
		}
		return out
	case ".html":
		return tags.ReplaceAllString(string(data), " ")
	}
	return string(data)
}

// attributes may hold what their makers know of themselves.
var attributes = regexp.MustCompile(`(?:title|author|creator|descr|by)="[^"]*"`)

// No reader gets a detail that is not for it, in any format, and nobody gets more than the report says.
func TestNothingHiddenInAnyFormat(t *testing.T) {
	dir, file := tellingFile(t)
	host, _ := os.Hostname()
	never := map[string]string{"the folder": "geheimer-ordner", "the file": "heimlich", "the time": "13:37", "the other time": "23:48", "the clock": "09:12:", "the sender's mark": "kunde-0815"}
	if len(host) > 4 {
		never["the computer"] = host
	}
	sees := map[string]string{ // by audience: which of the details below it sees
		"": "name staff founded turnover volume code note", "owner": "name staff founded turnover volume code note", "consultant": "name staff founded turnover volume code note",
		"bank": "name staff founded volume", "chamber": "name staff", "funder": "name staff founded turnover volume code", "study": "staff", "workshop": "",
	}
	forms := map[string]*regexp.Regexp{
		"name": regexp.MustCompile(`(?i)Zwiebelfisch`), "staff": regexp.MustCompile(`\b137[ \x{a0}]Vollzeit`), "founded": regexp.MustCompile(`\b1923\b`),
		"turnover": regexp.MustCompile(`7\.654\.321|": 7654321`), "volume": regexp.MustCompile(`98\.765|": 98765`), "code": regexp.MustCompile(`\b18\.12\b[^.\d]`), "note": regexp.MustCompile(`Spiegelstrich`),
	}
	for who, what := range sees {
		args, outs := []string{"report", file, "--on", "2026-11-22"}, []string{"a.pdf", "a.html", "a.md", "a.docx", "a.xlsx"}
		if who != "" {
			args = append(args, "--for", who)
		}
		if strings.Contains(" consultant funder study ", " "+who+" ") {
			outs = append(outs, "a.json", "a.csv")
		}
		for _, o := range outs {
			args = append(args, "-o", filepath.Join(dir, who+"-"+o))
		}
		if status, _, stderr := call(dir, "", args...); status != 0 {
			t.Fatalf("%s: %s", who, stderr)
		}
		for _, o := range outs {
			name := filepath.Join(dir, who+"-"+o)
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text := plain(t, name, data)
			for about, word := range never {
				if strings.Contains(text, word) {
					t.Errorf("%q, %s tells %s: %s", who, o, about, word)
				}
			}
			for about, form := range forms {
				may := strings.Contains(" "+what+" ", " "+about+" ")
				if found := form.FindString(text); found != "" && !may {
					t.Errorf("%q, %s tells the %s: %q", who, o, about, found)
				} else if found == "" && may && (o == "a.md" || about == "name" && o == "a.pdf") {
					t.Errorf("%q, %s does not tell the %s", who, o, about)
				}
			}
		}
	}
}

// What a report carries is checked for each reader: it can be computed anew, or nothing is carried.
func TestReportsForReadersAreVerified(t *testing.T) {
	dir := t.TempDir()
	if err := writeCases(shippedBank(t), dir); err != nil {
		t.Fatal(err)
	}
	file, out := filepath.Join(dir, "metallbau-35.kompass.json"), filepath.Join(dir, "x.pdf")
	for who, carries := range map[string]bool{"owner": true, "consultant": true, "funder": true, "study": true, "bank": false, "chamber": false, "workshop": false} {
		status, _, said := call(dir, "", "report", file, "--force", "--on", "2026-11-22", "--for", who, "-o", out)
		if status != 0 {
			t.Fatal(said)
		}
		status, stdout, stderr := call(dir, "", "verify", out)
		if same := status == 0 && strings.Contains(stdout, "stimmt überein"); same != carries || !carries && status != 3 {
			t.Errorf("%s: %d %s%s", who, status, stdout, stderr)
		}
		in, _, _ := strings.Cut(said, "Nicht enthalten:")
		if strings.Contains(in, "beigelegte Dateien") != carries {
			t.Errorf("%s: %s", who, said)
		}
	}
}
