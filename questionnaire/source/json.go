package source

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"unicode/utf8"
)

// ParseJSON reads one JSON value. It returns nil when the file cannot be read as one; the reasons are in d.
// Duplicate keys and anything after the value are refused.
func ParseJSON(name string, data []byte, d *Diagnostics) *Node {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	at := Pos{File: name}
	if !readable(at, data, d) {
		return nil
	}
	d.AddFile(name, data)
	r := &jsonReader{file: name, data: data, dec: json.NewDecoder(bytes.NewReader(data)), d: d}
	r.dec.UseNumber()
	n, err := r.value(0)
	if err == nil && !r.failed {
		if _, end := r.dec.Token(); !errors.Is(end, io.EOF) {
			d.Error(r.here(), "json-after-end")
			return nil
		}
	}
	if err != nil {
		r.syntax(err)
	}
	if err != nil || r.failed {
		return nil
	}
	return n
}

type jsonReader struct {
	file   string
	data   []byte
	dec    *json.Decoder
	d      *Diagnostics
	failed bool
	line   int // of the offset counted last, so that counting is linear
	column int // of it
	offset int
}

// syntax says where the text stops being JSON and, by the sign that stands there, what is probably wrong. The library's
// own words are English and speak of its reader.
func (r *jsonReader) syntax(err error) {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		r.d.Error(r.place(len(r.data)), "json-cut-off")
		return
	}
	off := r.skipSpace(int(r.dec.InputOffset()))
	var syn *json.SyntaxError
	if whole := json.Unmarshal(r.data, new(json.RawMessage)); errors.As(whole, &syn) { // tokens count from where they began
		off = int(syn.Offset) - 1
	}
	off = max(0, min(off, len(r.data)-1))
	sign, _ := utf8.DecodeRune(r.data[off:])
	at := r.place(off)
	switch {
	case sign < ' ':
		r.d.Error(at, "json-control")
	case off > 0 && r.data[off-1] == '\\':
		r.d.Error(at, "json-escape", "sign", string(sign))
	case sign == '}' || sign == ']' || sign == ',':
		r.d.Error(at, "json-missing", "sign", string(sign))
	case sign == '"' || sign == '{' || sign == '[':
		r.d.Error(at, "json-comma", "sign", string(sign))
	default:
		r.d.Error(at, "json-syntax", "sign", string(sign))
	}
}

// here is the place of the next token.
func (r *jsonReader) here() Pos {
	off := r.skipSpace(int(r.dec.InputOffset()))
	for off < len(r.data) && (r.data[off] == ',' || r.data[off] == ':') {
		off = r.skipSpace(off + 1)
	}
	return r.place(off)
}

func (r *jsonReader) skipSpace(off int) int {
	for off < len(r.data) && bytes.IndexByte([]byte(" \t\r\n"), r.data[off]) >= 0 {
		off++
	}
	return off
}

func (r *jsonReader) place(off int) Pos {
	off = max(0, min(off, len(r.data)))
	if off < r.offset {
		r.line, r.column, r.offset = 0, 0, 0
	}
	for _, b := range r.data[r.offset:off] {
		switch {
		case b == '\n':
			r.line, r.column = r.line+1, 0
		case utf8.RuneStart(b):
			r.column++
		}
	}
	r.offset = off
	return Pos{File: r.file, Line: r.line + 1, Column: r.column + 1}
}

func (r *jsonReader) value(depth int) (*Node, error) {
	n := &Node{Pos: r.here()}
	t, err := r.dec.Token()
	if err != nil {
		return nil, err
	}
	switch v := t.(type) {
	case json.Delim:
		if depth > maxDepth {
			r.fail(n.Pos, "file-too-deep", "limit", maxDepth)
			return n, nil
		}
		if v == '{' {
			return n, r.object(n, depth)
		}
		return n, r.array(n, depth)
	case string:
		n.Kind, n.Value = String, v
	case json.Number:
		n.Kind, n.Value = Number, v.String()
	case bool:
		n.Kind, n.Value = Bool, map[bool]string{true: "true", false: "false"}[v]
	default:
		n.Kind = Null
	}
	return n, nil
}

func (r *jsonReader) object(n *Node, depth int) error {
	n.Kind = Mapping
	seen := map[string]bool{}
	for r.dec.More() {
		at := r.here()
		k, err := r.dec.Token()
		if err != nil {
			return err
		}
		key, _ := k.(string)
		v, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		if seen[key] {
			r.fail(at, "duplicate-key", "name", key)
			continue
		}
		seen[key] = true
		n.Entries = append(n.Entries, Entry{Key: key, At: at, Value: v})
	}
	_, err := r.dec.Token()
	return err
}

func (r *jsonReader) array(n *Node, depth int) error {
	n.Kind = List
	for r.dec.More() {
		v, err := r.value(depth + 1)
		if err != nil {
			return err
		}
		n.Items = append(n.Items, v)
	}
	_, err := r.dec.Token()
	return err
}

func (r *jsonReader) fail(at Pos, code string, args ...any) {
	r.failed = true
	r.d.Error(at, code, args...)
}
