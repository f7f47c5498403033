// Package post turns the marked output of the PDF library into a tagged PDF (PDF/UA-1 and PDF/A-2a, with attachments PDF/A-3a): it splits the file
// at its own cross-reference table, mends what the library writes wrongly, appends structure and metadata, and writes a
// new file. It is deterministic. Start with Tag.
package post

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"sync"
	"time"

	"digitalkompass/questionnaire/pattern"
	"digitalkompass/report/pdf/tag"
)

// file is a PDF as its numbered objects; the first, numbered 0, is unused.
type file struct {
	objects    [][]byte
	root, info int
	pages      []int  // object numbers, in order
	structure  [2]int // the objects that go into a compressed stream, from and to
}

var (
	reStart = pattern.Late(`startxref\s+(\d+)\s+%%EOF\s*$`)
	reRoot  = pattern.Late(`/Root (\d+) 0 R`)
	reInfo  = pattern.Late(`/Info (\d+) 0 R`)
	reKids  = pattern.Late(`(?s)/Kids \[(.*?)\]`)
)

// Tag gives the file its structure and metadata.
func Tag(src []byte, t *tag.Tree, m Meta) ([]byte, error) {
	f, err := split(src)
	if err != nil {
		return nil, err
	}
	fixFonts(f.objects, m.FontNames)
	fixOutline(f.objects)
	f.compress()
	if err := f.describe(m); err != nil {
		return nil, err
	}
	root, err := f.addStructure(t)
	if err != nil {
		return nil, err
	}
	if err := f.finishCatalog(root, m); err != nil {
		return nil, err
	}
	return f.bytes(), nil
}

// split reads the objects of a file by its cross-reference table.
func split(src []byte) (*file, error) {
	start := reStart().FindSubmatch(src)
	if start == nil {
		return nil, errors.New("post: no start of the cross-reference table")
	}
	const entry = 20 // bytes of an entry of the table
	table, _ := strconv.Atoi(string(start[1]))
	lines := bytes.SplitN(src[min(table, len(src)):], []byte("\n"), 3)
	if len(lines) < 3 || string(lines[0]) != "xref" {
		return nil, errors.New("post: no cross-reference table")
	}
	var zero, size int
	if _, err := fmt.Sscanf(string(lines[1]), "%d %d", &zero, &size); err != nil || size < 2 || size > len(lines[2])/entry {
		return nil, errors.New("post: no size of the cross-reference table")
	}
	offsets := make([]int, size)
	for i := range size {
		offsets[i], _ = strconv.Atoi(string(lines[2][i*entry : i*entry+10]))
	}
	trailer := lines[2][entry*size:]
	f := &file{root: refOf(reRoot(), trailer), info: refOf(reInfo(), trailer)}
	if err := f.readObjects(src[:table], offsets); err != nil {
		return nil, err
	}
	kids := reKids().FindSubmatch(f.objects[1])
	if kids == nil {
		return nil, errors.New("post: no page tree")
	}
	for _, k := range bytes.Fields(kids[1]) {
		if n, err := strconv.Atoi(string(k)); err == nil && n > 0 {
			f.pages = append(f.pages, n)
		}
	}
	return f, nil
}

// readObjects takes the bodies between "n 0 obj" and "endobj".
func (f *file) readObjects(body []byte, offsets []int) error {
	order := make([]int, 0, len(offsets))
	for n := 1; n < len(offsets); n++ {
		order = append(order, n)
	}
	slices.SortFunc(order, func(a, b int) int { return offsets[a] - offsets[b] })
	f.objects = make([][]byte, len(offsets))
	for k, n := range order {
		start, end := offsets[n], len(body)
		if k+1 < len(order) {
			end = offsets[order[k+1]]
		}
		b, ok := bytes.CutPrefix(body[min(start, len(body)):min(end, len(body))], fmt.Appendf(nil, "%d 0 obj\n", n))
		if !ok {
			return fmt.Errorf("post: object %d is not at its place", n)
		}
		f.objects[n] = bytes.TrimSuffix(bytes.TrimRight(b, "\n"), []byte("endobj"))
	}
	return nil
}

// add appends an object and gives its number.
func (f *file) add(body []byte) int {
	f.objects = append(f.objects, body)
	return len(f.objects) - 1
}

// describe writes the information dictionary anew.
func (f *file) describe(m Meta) error {
	t, err := time.Parse(time.RFC3339, m.Created)
	if err != nil {
		return err
	}
	day := t.UTC().Format("(D:20060102150405Z)")
	f.objects[f.info] = []byte("<</Title " + text(m.Title) + "/Author " + text(m.Author) + "/Subject " + text(m.Subject) +
		"/Producer " + text(m.Producer) + "/CreationDate " + day + "/ModDate " + day + ">>\n")
	return nil
}

// finishCatalog adds language, structure, metadata and colour profile.
func (f *file) finishCatalog(structure int, m Meta) error {
	packet := xmp(m)
	meta := f.add(fmt.Appendf(nil, "<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream\n", len(packet), packet))
	profile := f.add(stream("/N 3", m.ICC))
	catalog := bytes.TrimSuffix(bytes.TrimSpace(f.objects[f.root]), []byte(">>"))
	if i := bytes.Index(catalog, []byte("/Names <<")); i >= 0 {
		catalog = catalog[:i] // the library writes an empty list of attachments
	}
	if bytes.Contains(catalog, []byte("/Metadata")) {
		return errors.New("post: the catalog has metadata already")
	}
	catalog = append(bytes.Clone(catalog), f.attach(m.Files)...)
	f.objects[f.root] = fmt.Appendf(nil, "%s/Lang (%s)\n/MarkInfo <</Marked true>>\n/ViewerPreferences <</DisplayDocTitle true>>\n"+
		"/StructTreeRoot %d 0 R\n/Metadata %d 0 R\n/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile %d 0 R>>]\n>>\n",
		catalog, m.Lang, structure, meta, profile)
	return nil
}

// stream is a compressed stream with more entries in its dictionary.
func stream(entries string, data []byte) []byte {
	z := deflate(data)
	return fmt.Appendf(nil, "<<%s /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\n", entries, len(z), z)
}

// writers are kept, because each takes as much memory as a short report.
var writers = sync.Pool{New: func() any {
	w, err := zlib.NewWriterLevel(nil, zlib.BestCompression)
	if err != nil {
		panic(err)
	}
	return w
}}

// deflate compresses; writing to memory cannot fail.
func deflate(data []byte) []byte {
	var b bytes.Buffer
	w, _ := writers.Get().(*zlib.Writer)
	defer writers.Put(w)
	w.Reset(&b)
	_, err := w.Write(data)
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err)
	}
	return b.Bytes()
}

var rePlain = pattern.Late(`^<</Length (\d+)>>\nstream\n`)

// compress packs the streams that the library left as they are: the pages.
func (f *file) compress() {
	for i, b := range f.objects {
		m := rePlain().FindSubmatchIndex(b)
		if m == nil {
			continue
		}
		if n, err := strconv.Atoi(string(b[m[2]:m[3]])); err == nil && m[1]+n <= len(b) {
			f.objects[i] = stream("", b[m[1]:m[1]+n])
		}
	}
}
