// Package post turns the marked output of gofpdf/fpdf into a tagged PDF
// (PDF/UA-1, and PDF/A-2 when asked). own.go needs nothing but the standard
// library: it splits the file gofpdf wrote at its own xref table, patches the
// page and catalog dictionaries, appends the structure objects and writes a
// new file. It is deterministic: equal input gives equal bytes.
package post

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"digitalkompass/report/pdf/tag"
)

type Meta struct {
	Title, Author, Lang, Producer string
	Subject                       string
	Created                       string // XMP date
	PDFA                          string // "", "2A", "2B", "3A" ...
	ICC                           []byte
	FontNames                     map[string]string // gofpdf's font key ("lB") -> PostScript name
	ObjStm                        bool              // pack structure into an object stream (smaller file)
}

// XMP builds the metadata packet (fixed, no instance ids: deterministic).
func XMP(m Meta) []byte {
	e := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace
	var a, subj string
	if m.Subject != "" {
		subj = "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" + e(m.Subject) + "</rdf:li></rdf:Alt></dc:description>"
	}
	if m.PDFA != "" {
		a = fmt.Sprintf("  <rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>%s</pdfaid:part><pdfaid:conformance>%s</pdfaid:conformance></rdf:Description>\n", m.PDFA[:1], m.PDFA[1:])
		// pdfuaid is not a predefined schema in PDF/A: declare it as an extension schema
		a += `  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of PDF/UA standard</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
`
	}
	return []byte("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n" +
		"  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + e(m.Title) + "</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>" + e(m.Author) + "</rdf:li></rdf:Seq></dc:creator>" + subj + "<dc:language><rdf:Bag><rdf:li>" + m.Lang + "</rdf:li></rdf:Bag></dc:language></rdf:Description>\n" +
		"  <rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><xmp:CreateDate>" + m.Created + "</xmp:CreateDate><xmp:ModifyDate>" + m.Created + "</xmp:ModifyDate></rdf:Description>\n" +
		"  <rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><pdf:Producer>" + e(m.Producer) + "</pdf:Producer></rdf:Description>\n" +
		"  <rdf:Description rdf:about=\"\" xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\"><pdfuaid:part>1</pdfuaid:part></rdf:Description>\n" + a +
		" </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>")
}

// Str encodes a text string as a UTF-16BE hex string.
func Str(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}

var (
	reStart = regexp.MustCompile(`startxref\s+(\d+)\s+%%EOF\s*$`)
	reRoot  = regexp.MustCompile(`/Root (\d+) 0 R`)
	reInfo  = regexp.MustCompile(`/Info (\d+) 0 R`)
)

// Own post-processes src.
func Own(src []byte, t *tag.Tree, m Meta) ([]byte, error) {
	sx := reStart.FindSubmatch(src)
	if sx == nil {
		return nil, errors.New("post: no startxref")
	}
	xo, _ := strconv.Atoi(string(sx[1]))
	lines := bytes.SplitN(src[xo:], []byte("\n"), 3)
	if string(lines[0]) != "xref" {
		return nil, errors.New("post: xref expected")
	}
	var zero, size int
	if _, err := fmt.Sscanf(string(lines[1]), "%d %d", &zero, &size); err != nil {
		return nil, err
	}
	tab := lines[2]
	off := make([]int, size)
	for i := range size {
		off[i], _ = strconv.Atoi(string(tab[i*20-0*i : i*20+10]))
	}
	trailer := tab[20*size:]
	num := func(re *regexp.Regexp) int {
		s := re.FindSubmatch(trailer)
		if s == nil {
			return 0
		}
		n, _ := strconv.Atoi(string(s[1]))
		return n
	}
	root, info := num(reRoot), num(reInfo)
	// object bodies, between "n 0 obj" and "endobj"
	ord := make([]int, 0, size)
	for i := 1; i < size; i++ {
		ord = append(ord, i)
	}
	sort.Slice(ord, func(a, b int) bool { return off[ord[a]] < off[ord[b]] })
	obj := make([][]byte, size)
	for k, n := range ord {
		end := xo
		if k+1 < len(ord) {
			end = off[ord[k+1]]
		}
		b := src[off[n]:end]
		h := []byte(fmt.Sprintf("%d 0 obj\n", n))
		if !bytes.HasPrefix(b, h) {
			return nil, fmt.Errorf("post: object %d not at its offset", n)
		}
		b = bytes.TrimRight(b[len(h):], "\n")
		obj[n] = bytes.TrimSuffix(b, []byte("endobj"))
	}
	fixFonts(obj, m.FontNames)
	fixOutline(obj)
	if info > 0 {
		t, err := time.Parse(time.RFC3339, m.Created)
		if err != nil {
			return nil, err
		}
		d := t.UTC().Format("(D:20060102150405Z)")
		sub := ""
		if m.Subject != "" {
			sub = "/Subject " + Str(m.Subject)
		}
		obj[info] = []byte("<</Title " + Str(m.Title) + "/Author " + Str(m.Author) + sub + "/Producer " + Str(m.Producer) + "/CreationDate " + d + "/ModDate " + d + ">>\n")
	}
	add := func(b string) int { obj = append(obj, []byte(b)); return len(obj) - 1 }

	if strings.HasPrefix(m.PDFA, "1") {
		sets, err := cidSets(obj)
		if err != nil {
			return nil, err
		}
		for d := range size { // in order: deterministic
			if set := sets[d]; set != "" {
				n := add(set)
				db := bytes.TrimSuffix(bytes.TrimSpace(obj[d]), []byte(">>"))
				obj[d] = []byte(fmt.Sprintf("%s/CIDSet %d 0 R>>\n", db, n))
			}
		}
	}
	// pages, in order
	kids := regexp.MustCompile(`(?s)/Kids \[(.*?)\]`).FindSubmatch(obj[1])
	if kids == nil {
		return nil, errors.New("post: no page tree")
	}
	var pages []int
	for _, f := range bytes.Fields(kids[1]) {
		if n, err := strconv.Atoi(string(f)); err == nil && n > 0 {
			pages = append(pages, n)
		}
	}
	// structure element numbers
	firstStruct := len(obj)
	eln := map[*tag.Elem]int{}
	var els []*tag.Elem
	rootN := add("") // StructTreeRoot
	var walk func(*tag.Elem)
	walk = func(e *tag.Elem) {
		eln[e] = add("")
		els = append(els, e)
		for _, k := range e.Kids {
			if c, ok := k.(*tag.Elem); ok {
				walk(c)
			}
		}
	}
	walk(t.Root)
	ptN := add("")
	lastStruct := len(obj)

	var nums strings.Builder
	key := len(pages)
	annotRef := map[[2]int]int{}
	var annotNums strings.Builder
	for i, pn := range pages {
		page := i + 1
		body := obj[pn]
		ins := fmt.Sprintf("/StructParents %d\n/Tabs /S\n", i)
		if a := bytes.Index(body, []byte("/Annots [")); a >= 0 {
			ds, end, err := splitDicts(body, a+len("/Annots ["))
			if err != nil {
				return nil, err
			}
			if len(ds) != len(t.Annots[page]) {
				return nil, fmt.Errorf("post: page %d has %d annotations, %d recorded", page, len(ds), len(t.Annots[page]))
			}
			var refs []string
			for k, d := range ds {
				d = bytes.TrimSuffix(bytes.TrimSpace(d), []byte(">>"))
				n := add(fmt.Sprintf("%s/F 4 /P %d 0 R /StructParent %d /Contents %s>>\n", d, pn, key, Str(t.AnnotTx[page][k])))
				annotRef[[2]int{page, k}] = n
				fmt.Fprintf(&annotNums, "%d %d 0 R ", key, eln[t.Annots[page][k]])
				key++
				refs = append(refs, fmt.Sprintf("%d 0 R", n))
			}
			nb := append([]byte{}, body[:a]...)
			nb = append(nb, "/Annots ["+strings.Join(refs, " ")+"]"...)
			body = append(nb, body[end:]...)
		}
		c := bytes.LastIndex(body, []byte("/Contents "))
		obj[pn] = []byte(string(body[:c]) + ins + string(body[c:]))
		fmt.Fprintf(&nums, "%d [", i)
		for _, e := range t.Owner[page] {
			fmt.Fprintf(&nums, "%d 0 R ", eln[e])
		}
		nums.WriteString("]\n")
	}
	for _, e := range els {
		var b strings.Builder
		p := rootN
		if e.Parent != nil {
			p = eln[e.Parent]
		}
		fmt.Fprintf(&b, "<</Type /StructElem /S /%s /P %d 0 R", e.Tag, p)
		pg := 0
		for _, k := range e.Kids {
			if m, ok := k.(tag.MCR); ok {
				pg = m.Page
				break
			}
		}
		if pg > 0 {
			fmt.Fprintf(&b, " /Pg %d 0 R", pages[pg-1])
		}
		if e.Alt != "" {
			b.WriteString(" /Alt " + Str(e.Alt))
		}
		if e.ActualText != "" {
			b.WriteString(" /ActualText " + Str(e.ActualText))
		}
		if e.Title != "" {
			b.WriteString(" /T " + Str(e.Title))
		}
		if e.Lang != "" {
			b.WriteString(" /Lang (" + e.Lang + ")")
		}
		if e.Attr != "" {
			b.WriteString(" /A " + e.Attr)
		}
		b.WriteString(" /K [")
		for _, k := range e.Kids {
			switch k := k.(type) {
			case *tag.Elem:
				fmt.Fprintf(&b, "%d 0 R ", eln[k])
			case tag.MCR:
				if k.Page == pg {
					fmt.Fprintf(&b, "%d ", k.MCID)
				} else {
					fmt.Fprintf(&b, "<</Type /MCR /Pg %d 0 R /MCID %d>> ", pages[k.Page-1], k.MCID)
				}
			case tag.OBJR:
				fmt.Fprintf(&b, "<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>> ", pages[k.Page-1], annotRef[[2]int{k.Page, k.Annot}])
			}
		}
		b.WriteString("]>>\n")
		obj[eln[e]] = []byte(b.String())
	}
	obj[ptN] = []byte("<</Nums [" + nums.String() + annotNums.String() + "]>>\n")
	obj[rootN] = []byte(fmt.Sprintf("<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>\n", eln[t.Root], ptN, key))

	x := XMP(m)
	xn := add(fmt.Sprintf("<</Type /Metadata /Subtype /XML /Length %d>>\nstream\n%s\nendstream\n", len(x), x))
	cat := bytes.TrimSpace(obj[root])
	cat = bytes.TrimSuffix(cat, []byte(">>"))
	// gofpdf writes an empty /Names <</EmbeddedFiles ...>>: drop it
	if i := bytes.Index(cat, []byte("/Names <<")); i >= 0 {
		cat = cat[:i]
	}
	if i := bytes.Index(cat, []byte("/Metadata")); i >= 0 {
		return nil, errors.New("post: metadata already set")
	}
	ext := fmt.Sprintf("/Lang (%s)\n/MarkInfo <</Marked true>>\n/ViewerPreferences <</DisplayDocTitle true>>\n/StructTreeRoot %d 0 R\n/Metadata %d 0 R\n", m.Lang, rootN, xn)
	if m.PDFA != "" && len(m.ICC) > 0 {
		var z bytes.Buffer
		zw, _ := zlib.NewWriterLevel(&z, 9)
		zw.Write(m.ICC)
		zw.Close()
		in := add(fmt.Sprintf("<</N 3 /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\n", z.Len(), z.Bytes()))
		ext += fmt.Sprintf("/OutputIntents [<</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) /DestOutputProfile %d 0 R>>]\n", in)
	}
	obj[root] = []byte(string(cat) + ext + ">>\n")

	if m.ObjStm && !strings.HasPrefix(m.PDFA, "1") {
		return writeObjStm(obj, root, info, firstStruct, lastStruct), nil
	}
	var o bytes.Buffer
	v := "1.7"
	if strings.HasPrefix(m.PDFA, "1") {
		v = "1.4"
	}
	o.WriteString("%PDF-" + v + "\n%\xe2\xe3\xcf\xd3\n")
	offs := make([]int, len(obj))
	for n := 1; n < len(obj); n++ {
		offs[n] = o.Len()
		fmt.Fprintf(&o, "%d 0 obj\n%sendobj\n", n, obj[n])
	}
	id := sha256.Sum256(o.Bytes())
	xo = o.Len()
	fmt.Fprintf(&o, "xref\n0 %d\n0000000000 65535 f \n", len(obj))
	for n := 1; n < len(obj); n++ {
		fmt.Fprintf(&o, "%010d 00000 n \n", offs[n])
	}
	fmt.Fprintf(&o, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%X> <%X>]>>\nstartxref\n%d\n%%%%EOF\n", len(obj), root, info, id[:16], id[:16], xo)
	return o.Bytes(), nil
}

// writeObjStm packs the structure objects [a,b) into one object stream and
// writes an xref stream (PDF 1.5+).
func writeObjStm(obj [][]byte, root, info, a, b int) []byte {
	var o bytes.Buffer
	o.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	var idx, dat bytes.Buffer
	for n := a; n < b; n++ {
		fmt.Fprintf(&idx, "%d %d ", n, dat.Len())
		dat.Write(obj[n])
	}
	flate := func(p []byte) []byte {
		var z bytes.Buffer
		zw, _ := zlib.NewWriterLevel(&z, 9)
		zw.Write(p)
		zw.Close()
		return z.Bytes()
	}
	z := flate(append(idx.Bytes(), dat.Bytes()...))
	sn := len(obj)
	obj = append(obj, []byte(fmt.Sprintf("<</Type /ObjStm /N %d /First %d /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\n", b-a, idx.Len(), len(z), z)))
	xn := len(obj)
	ent := make([][3]int, xn+1)
	ent[0] = [3]int{0, 0, 65535}
	for n := 1; n < xn; n++ {
		if n >= a && n < b {
			ent[n] = [3]int{2, sn, n - a}
			continue
		}
		ent[n] = [3]int{1, o.Len(), 0}
		fmt.Fprintf(&o, "%d 0 obj\n%sendobj\n", n, obj[n])
	}
	ent[xn] = [3]int{1, o.Len(), 0}
	id := sha256.Sum256(o.Bytes())
	var x bytes.Buffer
	for _, e := range ent {
		x.WriteByte(byte(e[0]))
		x.Write([]byte{byte(e[1] >> 24), byte(e[1] >> 16), byte(e[1] >> 8), byte(e[1]), byte(e[2] >> 8), byte(e[2])})
	}
	z = flate(x.Bytes())
	xo := o.Len()
	fmt.Fprintf(&o, "%d 0 obj\n<</Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%X> <%X>] /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", xn, xn+1, root, info, id[:16], id[:16], len(z), z, xo)
	return o.Bytes()
}

// splitDicts splits "<<..>><<..>>]" starting at i, aware of strings.
func splitDicts(b []byte, i int) (ds [][]byte, end int, err error) {
	depth, start, paren := 0, -1, 0
	for ; i < len(b); i++ {
		if paren > 0 {
			switch b[i] {
			case '\\':
				i++
			case '(':
				paren++
			case ')':
				paren--
			}
			continue
		}
		switch {
		case b[i] == '(':
			paren = 1
		case b[i] == '<' && i+1 < len(b) && b[i+1] == '<':
			if depth == 0 {
				start = i
			}
			depth++
			i++
		case b[i] == '>' && i+1 < len(b) && b[i+1] == '>':
			depth--
			i++
			if depth == 0 {
				ds = append(ds, b[start:i+1])
			}
		case b[i] == ']' && depth == 0:
			return ds, i + 1, nil
		}
	}
	return nil, 0, errors.New("post: unterminated /Annots")
}

// fixFonts replaces gofpdf's ToUnicode CMap, whose only range <0000> <FFFF>
// breaks the rule that a range may vary in its last byte only (a reference
// 7.21.7-t1, 6.2.11.7.2-t1), and gives subset fonts a tagged real name.
func fixFonts(obj [][]byte, names map[string]string) {
	var z bytes.Buffer
	zw, _ := zlib.NewWriterLevel(&z, 9)
	zw.Write(ToUnicode())
	zw.Close()
	cmap := []byte(fmt.Sprintf("<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\n", z.Len(), z.Bytes()))
	for i, b := range obj {
		if len(b) < 2000 && bytes.Contains(b, []byte("stream\n/CIDInit")) {
			obj[i] = cmap
			continue
		}
		if len(b) > 20000 || !bytes.Contains(b, []byte("/Font")) || bytes.Contains(b, []byte("stream\n")) {
			continue
		}
		for k, n := range names {
			tagged := SubsetTag(n) + "+" + n
			for _, key := range []string{"/BaseFont /", "/FontName /"} {
				b = bytes.ReplaceAll(b, []byte(key+"utf8"+k+"\n"), []byte(key+tagged+"\n"))
			}
		}
		obj[i] = b
	}
}

// SubsetTag derives the six capital letters of a subset font name.
func SubsetTag(n string) string {
	h := sha256.Sum256([]byte(n))
	t := make([]byte, 6)
	for i := range t {
		t[i] = 'A' + h[i]%26
	}
	return string(t)
}

// ToUnicode is a CMap for CID = Unicode.
func ToUnicode() []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	var rs []string
	for h := range 256 {
		if h >= 0xD8 && h <= 0xDF {
			continue // surrogates
		}
		lo, hi := 0, 0xFF
		if h == 0 {
			lo = 1
		}
		if h == 0xFF {
			hi = 0xFD
		}
		rs = append(rs, fmt.Sprintf("<%02X%02X> <%02X%02X> <%02X%02X>\n", h, lo, h, hi, h, lo))
	}
	for len(rs) > 0 {
		n := min(100, len(rs))
		fmt.Fprintf(&b, "%d beginbfrange\n%sendbfrange\n", n, strings.Join(rs[:n], ""))
		rs = rs[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return b.Bytes()
}

var (
	reCount  = regexp.MustCompile(`/Count 0>>`)
	reFirst  = regexp.MustCompile(`/First (\d+) 0 R`)
	reNext   = regexp.MustCompile(`/Next (\d+) 0 R`)
	reGIDMap = regexp.MustCompile(`/CIDToGIDMap (\d+) 0 R`)
	reDesc   = regexp.MustCompile(`/FontDescriptor (\d+) 0 R`)
)

func refOf(re *regexp.Regexp, b []byte) int {
	if m := re.FindSubmatch(b); m != nil {
		n, _ := strconv.Atoi(string(m[1]))
		return n
	}
	return 0
}

// fixOutline gives the outline real /Count entries (gofpdf writes "/Count 0"
// in every item and none in the root), all levels open.
func fixOutline(obj [][]byte) {
	for i, b := range obj {
		if !bytes.HasPrefix(b, []byte("<</Type /Outlines")) {
			continue
		}
		var walk func(n int) int
		walk = func(n int) (total int) {
			for ; n > 0; n = refOf(reNext, obj[n]) {
				k := walk(refOf(reFirst, obj[n]))
				c := ""
				if k > 0 {
					c = fmt.Sprintf("/Count %d", k)
				}
				obj[n] = reCount.ReplaceAll(obj[n], []byte(c+">>"))
				total += 1 + k
			}
			return total
		}
		k := walk(refOf(reFirst, b))
		b = bytes.TrimSuffix(bytes.TrimSpace(b), []byte(">>"))
		obj[i] = []byte(fmt.Sprintf("%s /Count %d>>\n", b, k))
	}
}

// cidSets builds the /CIDSet streams PDF/A-1 wants for subset CIDFonts, by
// font descriptor number.
func cidSets(obj [][]byte) (map[int]string, error) {
	sets := map[int]string{}
	for _, b := range obj {
		g, d := refOf(reGIDMap, b), refOf(reDesc, b)
		if g == 0 || d == 0 || !bytes.Contains(b, []byte("/CIDFontType2")) {
			continue
		}
		i := bytes.Index(obj[g], []byte("stream\n"))
		zr, err := zlib.NewReader(bytes.NewReader(obj[g][i+7:]))
		if err != nil {
			return nil, err
		}
		var m bytes.Buffer
		if _, err := m.ReadFrom(zr); err != nil {
			return nil, err
		}
		set := make([]byte, 8192)
		set[0] = 0x80
		for c := 0; c*2+1 < m.Len(); c++ {
			if m.Bytes()[c*2] != 0 || m.Bytes()[c*2+1] != 0 {
				set[c/8] |= 0x80 >> (c % 8)
			}
		}
		set = bytes.TrimRight(set, "\x00")
		var z bytes.Buffer
		zw, _ := zlib.NewWriterLevel(&z, 9)
		zw.Write(set)
		zw.Close()
		sets[d] = fmt.Sprintf("<</Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream\n", z.Len(), z.Bytes())
	}
	return sets, nil
}
