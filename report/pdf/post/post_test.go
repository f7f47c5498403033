package post

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"testing"

	"digitalkompass/report/pdf/tag"
)

func TestOnlyWholeFilesAreTaken(t *testing.T) {
	for name, src := range map[string]string{
		"nothing":    "",
		"no start":   "%PDF-1.3\n1 0 obj\n<<>>\nendobj\n",
		"no table":   "%PDF-1.3\nstartxref\n0\n%%EOF\n",
		"wrong spot": "xref\n0 2\n0000000000 65535 f \n0000000003 00000 n \ntrailer\n<<>>\nstartxref\n0\n%%EOF\n",
	} {
		if _, err := Tag([]byte(src), tag.New(nil), Meta{Created: "2026-11-24T00:00:00Z"}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestStringsHideBrackets(t *testing.T) {
	for s, want := range map[string]int{"(a)b": 3, `(a\)b)c`: 6, "(a(b)c)d": 7, "(open": 5} {
		if got := skipString([]byte(s), 0); got != want {
			t.Errorf("%s ends at %d, want %d", s, got, want)
		}
	}
	src := []byte(`<</A (]>>)>><</B <</C 1>>>>] rest`)
	dicts, end, err := splitDicts(src, 0)
	if err != nil || len(dicts) != 2 || string(src[end:]) != " rest" {
		t.Fatalf("%q, %d, %v", dicts, end, err)
	}
	if string(dicts[0]) != "<</A (]>>)>>" || string(dicts[1]) != "<</B <</C 1>>>>" {
		t.Errorf("%q", dicts)
	}
	if _, _, err := splitDicts([]byte("<</A 1>>"), 0); err == nil {
		t.Error("no end and no error")
	}
}

// A packet that does not parse makes the file invalid, so no text may break it.
func TestTheMetadataAlwaysParses(t *testing.T) {
	for _, owner := range []string{"Müller & Söhne", "<b>", "a\x00b\x1b[31mc\x07", "\ufffe\uffff", "Bäckerei 🥐", "]]>", "bad \xff bytes"} {
		d := xml.NewDecoder(bytes.NewReader(xmp(Meta{Title: owner, Author: owner, Subject: owner, Lang: "de-DE", Created: "2026-11-24T00:00:00Z"})))
		for {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Errorf("%q: %v", owner, err)
				break
			}
		}
	}
}

func TestTextIsUTF16(t *testing.T) {
	for s, want := range map[string]string{"": "<FEFF>", "Aß€": "<FEFF004100DF20AC>", "🙂": "<FEFFD83DDE42>", ")": "<FEFF0029>"} {
		if got := text(s); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

var rangeLine = regexp.MustCompile(`(?m)^<(....)> <(....)> <(....)>$`)

func TestEveryRangeVariesInItsLastByteOnly(t *testing.T) {
	cmap := string(toUnicode())
	lines := rangeLine.FindAllStringSubmatch(cmap, -1)
	if len(lines) != 256-8 { // without the surrogates
		t.Fatalf("%d ranges", len(lines))
	}
	for _, l := range lines {
		if l[1][:2] != l[2][:2] || l[1] != l[3] {
			t.Errorf("%v", l[0])
		}
	}
	for n, block := range regexp.MustCompile(`(?s)(\d+) beginbfrange\n(.*?)endbfrange`).FindAllStringSubmatch(cmap, -1) {
		if got := strings.Count(block[2], "\n"); fmt.Sprint(got) != block[1] || got > 100 {
			t.Errorf("block %d announces %s and has %d", n, block[1], got)
		}
	}
}

func TestSubsetNamesAreTagged(t *testing.T) {
	a, b := subsetTag("LiberationSans"), subsetTag("LiberationSans-Bold")
	if a == b || !regexp.MustCompile(`^[A-Z]{6}$`).MatchString(a) {
		t.Errorf("%s, %s", a, b)
	}
	objects := [][]byte{nil, []byte("<</Type /Font\n/BaseFont /utf8sans\n>>"), []byte("<</Type /Font\n/BaseFont /utf8sansB\n>>")}
	fixFonts(objects, map[string]string{"sans": "LiberationSans", "sansB": "LiberationSans-Bold"})
	for i, want := range []string{"", "/BaseFont /" + a + "+LiberationSans\n", "/BaseFont /" + b + "+LiberationSans-Bold\n"} {
		if !strings.Contains(string(objects[i]), want) {
			t.Errorf("%s", objects[i])
		}
	}
}

func TestTheOutlineCountsItsLines(t *testing.T) {
	objects := [][]byte{nil,
		[]byte("<</Type /Outlines /First 2 0 R /Last 4 0 R>>\n"),
		[]byte("<</Title (a) /First 3 0 R /Next 4 0 R /Count 0>>"),
		[]byte("<</Title (b) /Count 0>>"),
		[]byte("<</Title (c) /Count 0>>"),
	}
	fixOutline(objects)
	for i, want := range []string{1: "/Count 3>>", 2: "/Count 1>>", 3: "(b) >>", 4: "(c) >>"} {
		if !strings.Contains(string(objects[i]), want) {
			t.Errorf("object %d: %s, want %s", i, objects[i], want)
		}
	}
}

func TestPlainStreamsArePacked(t *testing.T) {
	page := strings.Repeat("0 0 m 1 1 l S\n", 50)
	f := &file{objects: [][]byte{nil, fmt.Appendf(nil, "<</Length %d>>\nstream\n%s\nendstream\n", len(page), page), []byte("<</Type /Page>>\n"), []byte("<</Length 99>>\nstream\nx\nendstream\n")}}
	f.compress()
	if got := Attached(append([]byte("/Type /EmbeddedFile "), f.objects[1]...)); len(got) != 1 || string(got[0]) != page {
		t.Errorf("%q", got)
	}
	if string(f.objects[2]) != "<</Type /Page>>\n" || !strings.HasPrefix(string(f.objects[3]), "<</Length 99>>") {
		t.Errorf("%q, %q", f.objects[2], f.objects[3])
	}
}
