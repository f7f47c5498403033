package post

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
)

// fixFonts replaces the library's map to Unicode, whose only range breaks the rule that a range may vary in its
// last byte only, and gives subset fonts a tagged real name.
func fixFonts(obj [][]byte, names map[string]string) {
	cmap := stream("", toUnicode())
	for i, b := range obj {
		if len(b) < 2000 && bytes.Contains(b, []byte("stream\n/CIDInit")) {
			obj[i] = cmap
			continue
		}
		if len(b) > 20000 || !bytes.Contains(b, []byte("/Font")) || bytes.Contains(b, []byte("stream\n")) {
			continue
		}
		for k, n := range names {
			tagged := subsetTag(n) + "+" + n
			for _, key := range []string{"/BaseFont /", "/FontName /"} {
				b = bytes.ReplaceAll(b, []byte(key+"utf8"+k+"\n"), []byte(key+tagged+"\n"))
			}
		}
		obj[i] = b
	}
}

// subsetTag derives the six capital letters of a subset font name.
func subsetTag(n string) string {
	h := sha256.Sum256([]byte(n))
	t := make([]byte, 6)
	for i := range t {
		t[i] = 'A' + h[i]%26
	}
	return string(t)
}

// toUnicode is a CMap for CID = Unicode.
func toUnicode() []byte {
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
