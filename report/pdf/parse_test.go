package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// What stands in a PDF: dict, []any, name, ref, str, float64, bool, operator, nil.
type (
	dict     map[string]any
	name     string
	ref      int
	str      string
	operator string
	stream   struct {
		dict
		data []byte // unpacked
	}
)

// parsed is a finished file as a reader sees it: its objects by number and its trailer.
type parsed struct {
	objects map[int]any
	trailer dict
}

// lexer reads objects and content streams, which share their words.
type lexer struct {
	b  []byte
	at int
}

const (
	blanks     = " \t\r\n\f\x00"
	delimiters = "()<>[]{}/%"
)

func (l *lexer) skip() {
	for l.at < len(l.b) {
		switch {
		case l.b[l.at] == '%':
			for l.at < len(l.b) && l.b[l.at] != '\n' {
				l.at++
			}
		case strings.IndexByte(blanks, l.b[l.at]) < 0:
			return
		default:
			l.at++
		}
	}
}

func (l *lexer) starts(s string) bool { return bytes.HasPrefix(l.b[l.at:], []byte(s)) }

// next is the next value or operator; at the end ok is false.
func (l *lexer) next() (v any, ok bool) {
	l.skip()
	switch {
	case l.at >= len(l.b):
		return nil, false
	case l.starts("<<"):
		l.at += 2
		return l.dict(), true
	case l.starts("<"):
		end := l.at + bytes.IndexByte(l.b[l.at:], '>')
		raw, _ := hex.DecodeString(string(l.b[l.at+1 : end]))
		l.at = end + 1
		return str(raw), true
	case l.starts("("):
		return l.literal(), true
	case l.starts("["):
		l.at++
		return l.array(), true
	case l.starts("/"):
		l.at++
		return name(strings.ReplaceAll(l.word(), "#2F", "/")), true
	case strings.IndexByte(delimiters, l.b[l.at]) >= 0:
		l.at++
		return operator(l.b[l.at-1 : l.at]), true
	}
	return l.number(), true
}

func (l *lexer) word() string {
	from := l.at
	for l.at < len(l.b) && strings.IndexByte(blanks+delimiters, l.b[l.at]) < 0 {
		l.at++
	}
	return string(l.b[from:l.at])
}

// number is a number, a reference, a word that means a value, or an operator.
func (l *lexer) number() any {
	w := l.word()
	v, err := strconv.ParseFloat(w, 64)
	switch {
	case w == "true" || w == "false":
		return w == "true"
	case w == "null":
		return nil
	case err != nil:
		return operator(w)
	case v != float64(int(v)) || v < 0:
		return v
	}
	back := l.at
	l.skip()
	if gen := l.word(); gen == "0" {
		l.skip()
		if l.starts("R") && l.word() == "R" {
			return ref(v)
		}
	}
	l.at = back
	return v
}

func (l *lexer) dict() dict {
	d := dict{}
	for {
		l.skip()
		if l.at >= len(l.b) || l.starts(">>") {
			l.at = min(len(l.b), l.at+2)
			return d
		}
		k, _ := l.next()
		v, ok := l.next()
		if key, is := k.(name); is && ok {
			d[string(key)] = v
		}
	}
}

func (l *lexer) array() []any {
	var out []any
	for {
		l.skip()
		if l.at >= len(l.b) || l.starts("]") {
			l.at++
			return out
		}
		v, _ := l.next()
		out = append(out, v)
	}
}

func (l *lexer) literal() str {
	var out []byte
	depth := 0
	for ; l.at < len(l.b); l.at++ {
		c := l.b[l.at]
		switch {
		case c == '\\':
			l.at++
			if c = l.b[l.at]; c == 'r' {
				c = '\r'
			} else if c == 'n' {
				c = '\n'
			}
			out = append(out, c)
			continue
		case c == '(':
			if depth++; depth == 1 {
				continue
			}
		case c == ')':
			if depth--; depth == 0 {
				l.at++
				return str(out)
			}
		}
		out = append(out, c)
	}
	return str(out)
}

// parse reads a file by its cross-reference stream, as a reader does.
func parse(file []byte) (*parsed, error) {
	m := lastTable.FindSubmatch(file)
	if m == nil {
		return nil, fmt.Errorf("no start of the cross-reference table")
	}
	start, _ := strconv.Atoi(string(m[1]))
	table, err := objectAt(file, start)
	if err != nil {
		return nil, err
	}
	t, ok := table.(stream)
	if !ok {
		return nil, fmt.Errorf("no cross-reference stream at %d", start)
	}
	p := &parsed{objects: map[int]any{}, trailer: t.dict}
	for n := 1; n*7+7 <= len(t.data); n++ {
		e := t.data[n*7 : n*7+7]
		a := int(e[1])<<24 | int(e[2])<<16 | int(e[3])<<8 | int(e[4])
		if e[0] == 1 {
			if p.objects[n], err = objectAt(file, a); err != nil {
				return nil, fmt.Errorf("object %d: %w", n, err)
			}
		}
	}
	for _, o := range p.objects {
		if s, ok := o.(stream); ok && s.dict["Type"] == name("ObjStm") {
			p.unpack(s)
		}
	}
	return p, nil
}

func (p *parsed) unpack(s stream) {
	first, n := int(s.dict["First"].(float64)), int(s.dict["N"].(float64))
	index := &lexer{b: s.data[:first]}
	for range n {
		number, _ := index.next()
		offset, _ := index.next()
		body := &lexer{b: s.data, at: first + int(offset.(float64))}
		p.objects[int(number.(float64))], _ = body.next()
	}
}

func objectAt(file []byte, at int) (any, error) {
	l := &lexer{b: file, at: at}
	l.next()
	l.next()
	if op, _ := l.next(); op != operator("obj") {
		return nil, fmt.Errorf("no object at %d", at)
	}
	v, _ := l.next()
	d, isDict := v.(dict)
	l.skip()
	if !isDict || !l.starts("stream") {
		return v, nil
	}
	l.at += len("stream\n")
	n, _ := d["Length"].(float64)
	data := file[l.at : l.at+int(n)]
	if d["Filter"] == name("FlateDecode") && d["Subtype"] != name("Image") {
		z, err := zlib.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		if data, err = io.ReadAll(z); err != nil {
			return nil, err
		}
	}
	return stream{d, data}, nil
}

// get follows references.
func (p *parsed) get(v any) any {
	for {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		v = p.objects[int(r)]
	}
}

// dict is a value as a dictionary; what is none is an empty one, so that rules can ask on.
func (p *parsed) dict(v any) dict {
	switch v := p.get(v).(type) {
	case dict:
		return v
	case stream:
		return v.dict
	}
	return nil
}

func (p *parsed) list(v any) []any {
	l, _ := p.get(v).([]any)
	return l
}

func (p *parsed) catalog() dict { return p.dict(p.trailer["Root"]) }

// pages are the references to the pages, in order.
func (p *parsed) pages() []ref {
	var out []ref
	for _, k := range p.list(p.dict(p.catalog()["Pages"])["Kids"]) {
		if r, ok := k.(ref); ok {
			out = append(out, r)
		}
	}
	return out
}

// words is a text string of a dictionary.
func (p *parsed) words(v any) string {
	s, _ := p.get(v).(str)
	if !strings.HasPrefix(string(s), "\xfe\xff") {
		return string(s)
	}
	return string(utf16.Decode(units(string(s[2:]))))
}

func units(s string) []uint16 {
	var out []uint16
	for i := 0; i+1 < len(s); i += 2 {
		out = append(out, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return out
}
