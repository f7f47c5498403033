package xlsx_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
)

var (
	targets  = regexp.MustCompile(` Target="([^"]*)"`)
	override = regexp.MustCompile(` PartName="/([^"]*)"`)
	counted  = regexp.MustCompile(`<(\w+) count="(\d+)"[^>]*>`)
	shared   = regexp.MustCompile(` t="s"><v>(\d+)</v>`)
	looks    = regexp.MustCompile(` s="(\d+)"`)
	order    = regexp.MustCompile(`<(sheetPr|dimension|sheetViews|sheetFormatPr|cols|sheetData|autoFilter|dataValidations|pageSetup)[ >]`)
)

// sound says whether the parts of a file belong together: whatever a relation leads to is there and has a kind, lists are
// as long as they say, and cells name texts and looks that there are.
func sound(t *testing.T, name string, file []byte) {
	t.Helper()
	parts := reporttest.Parts(t, file)
	kinds := map[string]bool{}
	for _, m := range override.FindAllStringSubmatch(parts["[Content_Types].xml"], -1) {
		kinds[m[1]] = true
	}
	led := 0
	for from, text := range parts {
		if strings.Contains(text, "<f>") {
			t.Errorf("%s: %s has a formula", name, from)
		}
		for _, m := range targets.FindAllStringSubmatch(text, -1) {
			led++
			to := path.Join(path.Dir(path.Dir(from)), m[1])
			if parts[to] == "" || !kinds[to] {
				t.Errorf("%s: %s leads to %s", name, from, to)
			}
		}
		for _, m := range counted.FindAllStringSubmatch(text, -1) {
			inside, _, _ := strings.Cut(text[strings.Index(text, m[0])+len(m[0]):], "</"+m[1]+">")
			if got := children(t, inside); m[1] != "sst" && strconv.Itoa(got) != m[2] {
				t.Errorf("%s: %s in %s says %s and has %d", name, m[1], from, m[2], got)
			}
		}
	}
	if led != len(kinds) || led != len(parts)-3 { // all but the kinds and the relations themselves
		t.Errorf("%s: %d parts, %d have a kind, relations lead to %d", name, len(parts), len(kinds), led)
	}
	soundSheets(t, name, parts)
}

func soundSheets(t *testing.T, name string, parts map[string]string) {
	t.Helper()
	uses, texts := 0, strings.Count(parts["xl/sharedStrings.xml"], `<si><t xml:space="preserve">`)
	if book := parts["xl/workbook.xml"]; strings.Count(book, "_FilterDatabase") != strings.Count(book, ` hidden="1"`) {
		t.Errorf("%s: the names of filters are to be seen", name)
	}
	_, cells, _ := strings.Cut(parts["xl/styles.xml"], "<cellXfs ")
	styles := strings.Count(cells, "<xf ")
	for from, text := range parts {
		if !strings.HasPrefix(from, "xl/worksheets/") {
			continue
		}
		for _, m := range shared.FindAllStringSubmatch(text, -1) {
			uses++
			if n, err := strconv.Atoi(m[1]); err != nil || n >= texts {
				t.Errorf("%s: %s names text %s", name, from, m[1])
			}
		}
		for _, m := range looks.FindAllStringSubmatch(text, -1) {
			if n, err := strconv.Atoi(m[1]); err != nil || n >= styles {
				t.Errorf("%s: %s names look %s", name, from, m[1])
			}
		}
		var have []string
		for _, m := range order.FindAllStringSubmatch(text, -1) {
			have = append(have, m[1])
		}
		want := []string{"sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter", "dataValidations", "pageSetup"}
		if got := strings.Join(have, " "); !inOrder(have, want) {
			t.Errorf("%s: %s has %s", name, from, got)
		}
		if strings.Contains(text, ` tabSelected="1"`) != strings.HasSuffix(from, "/sheet1.xml") || strings.Count(text, "<col ") != strings.Count(text, ` customWidth="1"`) {
			t.Errorf("%s: %s is not the sheet to begin with, or its columns are as wide as the reader likes", name, from)
		}
		dimension, _, _ := strings.Cut(strings.SplitN(text, `<dimension ref="`, 2)[1], `"`)
		if _, filter, ok := strings.Cut(text, `<autoFilter ref="`); ok != (strings.Count(text, "<row ") > 1) || ok && !strings.HasPrefix(filter, dimension+`"`) {
			t.Errorf("%s: %s filters %.20s", name, from, filter)
		}
	}
	if want := fmt.Sprintf(` count="%d" uniqueCount="%d"`, uses, texts); !strings.Contains(parts["xl/sharedStrings.xml"], want) {
		t.Errorf("%s: the texts are not%s", name, want)
	}
}

// inOrder says whether what is there comes in the order of the standard, each once.
func inOrder(have, order []string) bool {
	for _, x := range order {
		if len(have) > 0 && have[0] == x {
			have = have[1:]
		}
	}
	return len(have) == 0
}

// children counts the elements at the top of a piece of XML.
func children(t testing.TB, text string) int {
	t.Helper()
	n, depth := 0, 0
	for d := xml.NewDecoder(strings.NewReader("<all>" + text + "</all>")); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return n
		} else if err != nil {
			t.Fatal(err)
		}
		switch token.(type) {
		case xml.StartElement:
			if depth++; depth == 2 {
				n++
			}
		case xml.EndElement:
			depth--
		}
	}
}

// hostile are texts that somebody may type, or paste.
var hostile = []string{
	"=1+1", "+49 361 1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "'=1+1", "0123", "1e5", "TRUE", "\t=1", "<b>&amp;</b>", "]]>", `a "b" 'c'`,
	"  vorn und hinten  ", " ", "\n", "eins\nzwei\r\ndrei\n", "a\x00b\x01c\x1bd\x7fe\u0085f", "\x01", "a\xffb\xed\xa0\x80", "\ufffe\uffff",
	"🧭👩‍🔧🏳️‍🌈", "שלום עולם", "مرحبا \u202egpj.exe", "e\u0301 \u200b \ufeff", "ﷺ", "_x0041_", "_x005F_x0041_", "_x0041_x0042_", "__x000a__", "_x00e4", "_xäöüß_", "_x004\u00001_",
}

// Whoever wrote a text, it is read as it was written, but for what cannot be printed; and it is a text.
func TestTextsStayWhatTheyAre(t *testing.T) {
	b := small()
	b.Title, b.Maker = strings.Join(hostile, " "), strings.Join(hostile, " ")
	s := &b.Sheets[0]
	s.Name, s.Rows = `O'Neill & "<Söhne>"`, nil
	for _, text := range hostile {
		s.Columns[1].Title = text
		s.Rows = [][]report.Datum{{{Text: text}, {Text: "x" + text}, {Text: text}, {Text: text}}}
		file := written(t, b)
		sound(t, text, file)
		f, parts := read(t, file), reporttest.Parts(t, file)
		for cell, want := range map[string]string{"B1": text, "A2": text, "B2": "x" + text, "C2": text, "D2": text} {
			want = asXML(i18n.Printable(want))
			got, err := f.GetCellValue(s.Name, cell)
			if formula, _ := f.GetCellFormula(s.Name, cell); err != nil || formula != "" || got != want {
				t.Errorf("%s: %q, formula %q, want %q, %v", cell, got, formula, want, err)
			}
			if have := texts(t, parts["xl/sharedStrings.xml"]); want != "" && !have[want] {
				t.Errorf("%s: %q is not among %v", cell, want, have)
			}
		}
		if p, err := f.GetDocProps(); err != nil || p.Title != asXML(i18n.Printable(b.Title)) || p.Creator != asXML(i18n.Printable(b.Maker)) {
			t.Errorf("%+v, %v", p, err)
		}
	}
}

// asXML is a text without the two letters that no XML may have.
func asXML(s string) string {
	return strings.NewReplacer("\ufffe", "\ufffd", "\uffff", "\ufffd").Replace(s)
}

var code = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// texts are the texts of a file as the standard has them read: _xHHHH_ is the letter with that number.
func texts(t testing.TB, part string) map[string]bool {
	t.Helper()
	var table struct {
		Texts []string `xml:"si>t"`
	}
	if err := xml.Unmarshal([]byte(part), &table); err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, s := range table.Texts {
		out[code.ReplaceAllStringFunc(s, func(c string) string {
			n, _ := strconv.ParseUint(c[2:6], 16, 16)
			return string(rune(n))
		})] = true
	}
	return out
}

// A cell holds so many letters, an emoji counting as two; what is beyond is cut off, never through a letter.
func TestTooLongForACell(t *testing.T) {
	b := small()
	for text, want := range map[string]int{strings.Repeat("ä", 40000): 32767, strings.Repeat("🧭", 40000): 16383, "x" + strings.Repeat("🧭", 40000): 16384, strings.Repeat("a", 32767): 32767} {
		b.Sheets[0].Rows[0][0].Text = text
		got, err := read(t, written(t, b)).GetCellValue("Maßnahmen", "A2")
		if n := len([]rune(got)); err != nil || n != want || !strings.HasPrefix(text, got) {
			t.Errorf("%.9s…: %d letters, want %d, %v", text, n, want, err)
		}
	}
}

// Nothing of this machine and no time of day gets into a file.
func TestTheFileSaysNothingElse(t *testing.T) {
	core := reporttest.Parts(t, written(t, small()))["docProps/core.xml"]
	if strings.Count(core, "2026-11-22T00:00:00Z") != 2 || !strings.Contains(core, "<dc:language>de</dc:language>") {
		t.Errorf("%s", core)
	}
}
