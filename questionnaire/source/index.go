package source

import (
	"crypto/sha256"
	"encoding/binary"
	"reflect"
	"slices"
	"sort"
	"strings"
	"unsafe"
)

// An index spares the work of parsing files that were parsed before: it knows a file by the digest of its bytes, and says
// of every node where in them it stands. It begins with the number of files, then has a digest and a place for each, in the
// order of the digests; at the place stands how many nodes and entries the file has, and its tree.
type index string

// known is the index in use. Files that it does not know are parsed.
var known index

// UseIndex takes an index made by Index for all files read from now on. It is not for two goroutines at once.
func UseIndex(made string) { known = index(made) }

// digestPlace is the length of a digest and the place behind it.
const digestPlace = sha256.Size + 4

// A node begins with a byte: its kind, and these.
const (
	bareBit   = 1 << 3
	quotedBit = 1 << 4 // the value begins behind a quote
	ownBit    = 1 << 5 // the value is not in the file as it is; it follows
	kindBits  = bareBit - 1
)

// Index makes an index of files. Those that cannot be in one are left out, by their numbers: there is a finding in them, or
// something has no place of its own.
func Index(files [][]byte) (made string, left []int) {
	type file struct {
		digest [sha256.Size]byte
		tree   []byte
	}
	var all []file
	for i, data := range files {
		if tree := indexed(data); tree != nil {
			all = append(all, file{sha256.Sum256(data), tree})
		} else {
			left = append(left, i)
		}
	}
	slices.SortFunc(all, func(a, b file) int { return slices.Compare(a.digest[:], b.digest[:]) })
	all = slices.CompactFunc(all, func(a, b file) bool { return a.digest == b.digest })
	out := binary.BigEndian.AppendUint32(nil, uint32(len(all)))
	place := len(out) + len(all)*digestPlace
	for _, f := range all {
		out = binary.BigEndian.AppendUint32(append(out, f.digest[:]...), uint32(place))
		place += len(f.tree)
	}
	for _, f := range all {
		out = append(out, f.tree...)
	}
	return string(out), left
}

// indexed is the part of an index for a file, or nil where reading it would not give what parsing gives.
func indexed(data []byte) []byte {
	var d Diagnostics
	n := parseYAML("", data, &d)
	if n == nil || !d.Empty() {
		return nil
	}
	w := indexWriter{text: string(data), line: 1, column: 1}
	w.node(n)
	out := append(binary.AppendUvarint(binary.AppendUvarint(nil, uint64(w.nodes)), uint64(w.entries)), w.out...)
	if w.lost || !reflect.DeepEqual(n, read("", data, string(out))) {
		return nil
	}
	return out
}

// indexWriter writes the tree of a file. Nodes come in the order of their places; one that does not is lost, and the file
// with it.
type indexWriter struct {
	text           string
	at             int // bytes of the text up to the node before
	line, column   int // of that place
	out            []byte
	nodes, entries int
	lost           bool
}

func (w *indexWriter) node(n *Node) {
	w.nodes++
	w.head(n.Kind, n.bare, n.Pos, n.Value)
	switch n.Kind {
	case Mapping:
		w.number(len(n.Entries))
		w.entries += len(n.Entries)
		for _, e := range n.Entries {
			w.head(String, e.bare, e.At, e.Key)
			w.node(e.Value)
		}
	case List:
		w.number(len(n.Items))
		for _, item := range n.Items {
			w.node(item)
		}
	default: // a scalar is its head alone
	}
}

// head writes what a node and a key have in common.
func (w *indexWriter) head(k Kind, bare bool, at Pos, value string) {
	from := w.at
	there := func() bool { return w.line == at.Line && w.column == at.Column && !inside(w.text[w.at]) }
	for w.at < len(w.text) && !there() {
		w.line, w.column = step(w.text[w.at], w.line, w.column)
		w.at++
	}
	if w.at == len(w.text) { // a null at the end has no place of its own
		w.lost = true
		return
	}
	first := byte(k)
	if bare {
		first |= bareBit
	}
	own := false
	switch rest := w.text[w.at:]; {
	case strings.HasPrefix(rest, value):
	case strings.HasPrefix(rest[1:], value):
		first |= quotedBit
	default:
		first |= ownBit
		own = true
	}
	w.out = append(w.out, first)
	w.number(w.at - from)
	w.number(len(value))
	if own {
		w.out = append(w.out, value...)
	}
}

func (w *indexWriter) number(n int) { w.out = binary.AppendUvarint(w.out, uint64(n)) }

// step is the place behind a byte. The bytes that continue a character have no column of their own.
func step(b byte, line, column int) (nextLine, nextColumn int) {
	switch {
	case b == '\n':
		return line + 1, 1
	case inside(b):
		return line, column
	}
	return line, column + 1
}

// inside says whether a byte continues a character.
func inside(b byte) bool { return b&0xc0 == 0x80 }

// tree is the tree of a file, or nil when the index does not know it.
func (x index) tree(name string, data []byte) *Node {
	if x == "" {
		return nil
	}
	digest := sha256.Sum256(data)
	entry := func(i int) string { return string(x)[4+i*digestPlace:][:digestPlace] }
	i, found := sort.Find(place(string(x)), func(i int) int { return strings.Compare(string(digest[:]), entry(i)[:sha256.Size]) })
	if !found {
		return nil
	}
	return read(name, data, string(x)[place(entry(i)[sha256.Size:]):])
}

// read gives the tree of a file from the part of an index that is for it.
func read(name string, data []byte, part string) *Node {
	text := unsafe.String(unsafe.SliceData(data), len(data)) // a copy would be a tenth of what a start touches; see ParseYAML
	r := indexReader{rest: part, text: text, at: Pos{File: name, Line: 1, Column: 1}}
	r.nodes, r.entries = make([]Node, r.number()), make([]Entry, r.number())
	return r.node()
}

// place is a number of four bytes.
func place(s string) int { return int(s[0])<<24 | int(s[1])<<16 | int(s[2])<<8 | int(s[3]) }

// indexReader reads the tree of a file. What it gives lies together, in the order of the file.
type indexReader struct {
	rest, text string // of the index, and of the file from the place of the last node on
	at         Pos
	nodes      []Node
	entries    []Entry
}

func (r *indexReader) node() *Node {
	n := &r.nodes[0]
	r.nodes = r.nodes[1:]
	n.Kind, n.bare, n.Pos, n.Value = r.head()
	switch n.Kind {
	case Mapping:
		if count := r.number(); count > 0 {
			n.Entries, r.entries = r.entries[:count:count], r.entries[count:]
		}
		for i := range n.Entries {
			e := &n.Entries[i]
			_, e.bare, e.At, e.Key = r.head()
			e.Value = r.node()
		}
	case List:
		if count := r.number(); count > 0 {
			n.Items = make([]*Node, count)
		}
		for i := range n.Items {
			n.Items[i] = r.node()
		}
	default:
	}
	return n
}

func (r *indexReader) head() (k Kind, bare bool, at Pos, value string) {
	first := r.rest[0]
	r.rest = r.rest[1:]
	gap := r.number()
	for i := range gap {
		r.at.Line, r.at.Column = step(r.text[i], r.at.Line, r.at.Column)
	}
	r.text = r.text[gap:]
	length := r.number()
	switch {
	case first&ownBit != 0:
		value, r.rest = r.rest[:length], r.rest[length:]
	case first&quotedBit != 0:
		value = r.text[1:][:length]
	default:
		value = r.text[:length]
	}
	return Kind(first & kindBits), first&bareBit != 0, r.at, value
}

func (r *indexReader) number() int {
	n, shift := 0, 0
	for {
		b := r.rest[0]
		r.rest = r.rest[1:]
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			return n
		}
		shift += 7
	}
}
