package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"digitalkompass/report/reporttest"
)

func written(t *testing.T, s reporttest.Sample) []byte {
	t.Helper()
	var b bytes.Buffer
	if _, err := Write(&b, s.Document(), s.Printer); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sample(t testing.TB, name string) reporttest.Sample {
	t.Helper()
	for _, s := range samples(t) {
		if s.Name == name {
			return s
		}
	}
	t.Fatalf("no sample %s", name)
	return reporttest.Sample{}
}

var (
	streamStart = regexp.MustCompile(`/Length (\d+)>>\nstream\n`)
	shown       = regexp.MustCompile(`(?s)\(((?:\\.|[^\\()])*)\) Tj`)
	escaped     = regexp.MustCompile(`(?s)\\(.)`)
	lastTable   = regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`)
)

// streams unpacks the compressed streams of a file.
func streams(t *testing.T, file []byte) []string {
	t.Helper()
	var out []string
	for _, at := range streamStart.FindAllSubmatchIndex(file, -1) {
		n, _ := strconv.Atoi(string(file[at[2]:at[3]]))
		z, err := zlib.NewReader(bytes.NewReader(file[at[1] : at[1]+n]))
		if err != nil {
			continue // not compressed
		}
		data, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(data))
	}
	return out
}

// readBack takes the words out of a file as a reader would: what is shown, in order, by the map to Unicode.
func readBack(t *testing.T, file []byte) string {
	t.Helper()
	var out strings.Builder
	for _, s := range streams(t, file) {
		for _, m := range shown.FindAllStringSubmatch(s, -1) {
			raw := escaped.ReplaceAllStringFunc(m[1], func(e string) string {
				if e[1] == 'r' {
					return "\r"
				}
				return e[1:]
			})
			var units []uint16
			for i := 0; i+1 < len(raw); i += 2 {
				units = append(units, binary.BigEndian.Uint16([]byte(raw[i:])))
			}
			out.WriteString(string(utf16.Decode(units)))
		}
	}
	return out.String()
}

func TestWordsCanBeTakenOut(t *testing.T) {
	for _, name := range []string{"metallbau-35/de", "metallbau-35/en", "zu-wenig-antworten/de", "begun/de"} {
		s := sample(t, name)
		have := readBack(t, written(t, s))
		doc := s.Document()
		for i, p := range doc.Parts {
			if p.OnePage {
				doc.Parts[i].Blocks, _ = withSpares(p.Blocks, 0)
			}
		}
		for _, want := range reporttest.Texts(doc) {
			for _, word := range strings.Fields(want) {
				if !strings.Contains(bare(have), bare(word)) {
					t.Errorf("%s: %q of %q is not in the file", name, word, want)
				}
			}
		}
	}
}

// A line that goes on with a new word ends in a space: without it, words run together when they are copied.
func TestLineEndsKeepWordsApart(t *testing.T) {
	s := sample(t, "metallbau-35/de")
	have := readBack(t, written(t, s))
	for _, p := range s.Document().Parts {
		if !strings.Contains(have, p.Lead) {
			t.Errorf("%q is not in the file in one piece", p.Lead)
		}
	}
}

// Every entry of the cross-reference table leads to its object, and every reference to an entry.
func TestTheTableLeadsToTheObjects(t *testing.T) {
	for _, name := range []string{"metallbau-35/de", "odd/de", "empty/de"} {
		file := written(t, sample(t, name))
		start, _ := strconv.Atoi(string(lastTable.FindSubmatch(file)[1]))
		all := streams(t, file[start:])
		if len(all) != 1 {
			t.Fatalf("%d streams at the table", len(all))
		}
		const entry = 7
		entries := []byte(all[0])
		for n := 1; n*entry < len(entries); n++ {
			e := entries[n*entry : (n+1)*entry]
			if at := binary.BigEndian.Uint32(e[1:]); e[0] == 1 && !bytes.HasPrefix(file[at:], fmt.Appendf(nil, "%d 0 obj\n", n)) {
				t.Errorf("%s: object %d is not at %d", name, n, at)
			}
		}
		for _, m := range regexp.MustCompile(`[ \[](\d+) 0 R`).FindAllSubmatch(file, -1) {
			if n, _ := strconv.Atoi(string(m[1])); n < 1 || n*entry >= len(entries) {
				t.Errorf("%s: %s leads nowhere", name, m[0])
			}
		}
	}
}

// Names of companies go into the metadata, whatever is in them.
func TestOddNamesStayOutOfTheWay(t *testing.T) {
	file := written(t, sample(t, "odd/de"))
	from, to := bytes.Index(file, []byte("<x:xmpmeta")), bytes.Index(file, []byte("</x:xmpmeta>"))
	packet := string(file[from:to]) + "</x:xmpmeta>"
	for d := xml.NewDecoder(strings.NewReader(packet)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if strings.ContainsAny(packet, "\u202e\u202c\x1b\x07") {
		t.Error("signs that steer or turn are in the metadata")
	}
	if strings.Contains(readBack(t, file), "\u202e") {
		t.Error("a sign that turns the direction is drawn")
	}
}

func TestEveryPieceOfContentIsMarked(t *testing.T) {
	begin, end := regexp.MustCompile(`(?m)\bBDC$`), regexp.MustCompile(`(?m)^EMC$`)
	pages := 0
	for _, s := range streams(t, written(t, sample(t, "metallbau-35/de"))) {
		if !strings.Contains(s, "BDC") {
			continue
		}
		pages++
		if b, e := len(begin.FindAllString(s, -1)), len(end.FindAllString(s, -1)); b != e {
			t.Errorf("%d marks open, %d close", b, e)
		}
	}
	if pages < 10 {
		t.Errorf("%d pages with content", pages)
	}
}

// Attached files are there as they were given, listed by name, and raise the part of PDF/A that allows them.
func TestAttachedFiles(t *testing.T) {
	s := sample(t, "metallbau-35/de")
	var b bytes.Buffer
	given := []File{{Name: "b.json", About: "Süß (zwei)", Kind: "application/json", Data: []byte("{\"b\": \"endstream\"}")}, {Name: "a.json", About: "x", Kind: "application/json", Data: []byte("{}")}}
	if _, err := Write(&b, s.Document(), s.Printer, given...); err != nil {
		t.Fatal(err)
	}
	got := Attached(b.Bytes())
	if len(got) != 2 || string(got[0]) != "{}" || string(got[1]) != string(given[0].Data) {
		t.Errorf("%q", got)
	}
	for _, want := range []string{"<pdfaid:part>3</pdfaid:part>", "/Names <</EmbeddedFiles <</Names [(a.json) ", "/AFRelationship /Source", "/AF ["} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s", want)
		}
	}
	if plain := written(t, s); strings.Contains(string(plain), "/EmbeddedFile") || !strings.Contains(string(plain), "<pdfaid:part>2</pdfaid:part>") {
		t.Error("a file without attachments says that it has some")
	}
	for _, broken := range []string{"", "/Type /EmbeddedFile", "/Type /EmbeddedFile stream\n", "/Type /EmbeddedFile stream\nx\x9cendstream"} {
		for _, data := range Attached([]byte(broken)) {
			if len(data) > 5 {
				t.Errorf("%q gave %q", broken, data)
			}
		}
	}
}
