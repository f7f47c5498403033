package post

import (
	"bytes"
	"crypto/sha256"
	"fmt"
)

// place is where an object stands: kind 1 at an offset, kind 2 in the object stream a at place b.
type place struct{ kind, a, b int }

// bytes writes the file: the structure packed into one object stream, then a cross-reference stream (PDF 1.5 and
// later). The file's id is the hash of what comes before it.
func (f *file) bytes() []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	packed := f.add(f.pack())
	table := len(f.objects)
	places := make([]place, table+1)
	places[0] = place{0, 0, 65535}
	for n := 1; n < table; n++ {
		if n >= f.structure[0] && n < f.structure[1] {
			places[n] = place{2, packed, n - f.structure[0]}
			continue
		}
		places[n] = place{1, out.Len(), 0}
		fmt.Fprintf(&out, "%d 0 obj\n%sendobj\n", n, f.objects[n])
	}
	places[table] = place{1, out.Len(), 0}
	id := sha256.Sum256(out.Bytes())
	var entries bytes.Buffer
	for _, p := range places {
		entries.Write([]byte{byte(p.kind), byte(p.a >> 24), byte(p.a >> 16), byte(p.a >> 8), byte(p.a), byte(p.b >> 8), byte(p.b)})
	}
	start := out.Len()
	head := fmt.Sprintf("/Type /XRef /Size %d /W [1 4 2] /Root %d 0 R /Info %d 0 R /ID [<%X> <%X>]", table+1, f.root, f.info, id[:16], id[:16])
	fmt.Fprintf(&out, "%d 0 obj\n%sendobj\nstartxref\n%d\n%%%%EOF\n", table, stream(head, entries.Bytes()), start)
	return out.Bytes()
}

// pack puts the objects of the structure into one object stream.
func (f *file) pack() []byte {
	var index, data bytes.Buffer
	for n := f.structure[0]; n < f.structure[1]; n++ {
		fmt.Fprintf(&index, "%d %d ", n, data.Len())
		data.Write(f.objects[n])
	}
	head := fmt.Sprintf("/Type /ObjStm /N %d /First %d", f.structure[1]-f.structure[0], index.Len())
	return stream(head, append(index.Bytes(), data.Bytes()...))
}
