package pdf

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// spot is a piece of marked content: a page's place and its number on it.
type spot struct {
	page ref
	mcid int
}

// pageRead is what the content stream of a page says.
type pageRead struct {
	found    []string // what is against the rules
	mcids    []int
	texts    map[int]string // by MCID
	painted  map[int]bool
	artifact string            // words in artifacts of the layout, which no reader says
	shown    map[name][]uint16 // codes by font
}

var painting = map[operator]bool{"Tj": true, "TJ": true, "'": true, "\"": true, "S": true, "s": true, "f": true, "F": true, "f*": true,
	"B": true, "B*": true, "b": true, "b*": true, "sh": true, "Do": true, "BI": true}

// mark is an open piece of marked content; mcid is -1 in an artifact.
type mark struct {
	tag    name
	mcid   int
	layout bool
}

// readPage goes through a content stream and asks that all that paints is in exactly one mark.
func readPage(content []byte) pageRead {
	out := pageRead{texts: map[int]string{}, painted: map[int]bool{}, shown: map[name][]uint16{}}
	bad := func(format string, args ...any) { out.found = append(out.found, fmt.Sprintf(format, args...)) }
	var stack []any
	var open []mark
	var font name
	depth := 0
	l := &lexer{b: content}
	for v, ok := l.next(); ok; v, ok = l.next() {
		op, is := v.(operator)
		if !is {
			stack = append(stack, v)
			continue
		}
		switch op {
		case "q":
			depth++
		case "Q":
			depth--
		case "Tf":
			font, _ = stack[0].(name)
		case "BDC", "BMC":
			m := newMark(stack)
			if len(open) > 0 {
				bad("%s inside of %s", m.tag, open[0].tag)
			}
			if m.mcid >= 0 {
				out.mcids = append(out.mcids, m.mcid)
			} else if m.tag != "Artifact" {
				bad("%s without a number", m.tag)
			}
			open = append(open, m)
		case "EMC":
			if len(open) == 0 {
				bad("a mark closes that is not open")
				break
			}
			open = open[:len(open)-1]
		}
		if painting[op] {
			out.paint(op, stack, open, font, bad)
		}
		stack = stack[:0]
	}
	if len(open) > 0 || depth != 0 {
		bad("%d marks and %d states are left open", len(open), depth)
	}
	return out
}

func newMark(stack []any) mark {
	m := mark{mcid: -1}
	m.tag, _ = stack[0].(name)
	if len(stack) > 1 {
		d, _ := stack[1].(dict)
		if n, ok := d["MCID"].(float64); ok {
			m.mcid = int(n)
		}
		m.layout = d["Type"] == name("Layout")
	}
	return m
}

func (r *pageRead) paint(op operator, stack []any, open []mark, font name, bad func(string, ...any)) {
	if len(open) == 0 {
		bad("%s outside of any mark", op)
		return
	}
	m := open[len(open)-1]
	if m.mcid >= 0 {
		r.painted[m.mcid] = true
	}
	for _, v := range stack {
		s, ok := v.(str)
		if !ok {
			continue
		}
		codes := units(string(s))
		r.shown[font] = append(r.shown[font], codes...)
		text := string(utf16.Decode(codes))
		if m.mcid >= 0 {
			r.texts[m.mcid] += text
		} else if m.layout {
			r.artifact += text + " "
		}
	}
}

// content is the content of a page.
func (p *parsed) content(page ref) []byte {
	s, _ := p.get(p.dict(page)["Contents"]).(stream)
	return s.data
}

// node is an element of the structure with what it holds.
type node struct {
	ref
	dict
	tag     string
	kids    []*node
	spots   []spot
	objects []ref // annotations
	text    string
}

// all are the elements of a tree from the top down.
func (n *node) all() []*node {
	out := []*node{n}
	for _, k := range n.kids {
		out = append(out, k.all()...)
	}
	return out
}

// reading is a file with everything that rules ask for.
type reading struct {
	*parsed
	pageReads map[ref]pageRead
	root      *node
}

func read(p *parsed) *reading {
	r := &reading{parsed: p, pageReads: map[ref]pageRead{}}
	for _, page := range p.pages() {
		r.pageReads[page] = readPage(p.content(page))
	}
	top := p.dict(p.catalog()["StructTreeRoot"])["K"]
	if list := p.list(top); len(list) > 0 {
		top = list[0]
	}
	if at, ok := top.(ref); ok {
		r.root = r.node(at, map[ref]bool{})
	} else {
		r.root = &node{}
	}
	return r
}

func (r *reading) node(at ref, seen map[ref]bool) *node {
	d := r.dict(at)
	tag, _ := d["S"].(name)
	n := &node{ref: at, dict: d, tag: string(tag)}
	if seen[at] {
		return n
	}
	seen[at] = true
	page, _ := d["Pg"].(ref)
	kids := r.list(d["K"])
	if kids == nil && d["K"] != nil {
		kids = []any{d["K"]}
	}
	var text strings.Builder
	for _, k := range kids {
		switch k := k.(type) {
		case float64:
			n.spots = append(n.spots, spot{page, int(k)})
			text.WriteString(r.pageReads[page].texts[int(k)])
		case dict:
			on, _ := k["Pg"].(ref)
			if o, ok := k["Obj"].(ref); ok {
				n.objects = append(n.objects, o)
			} else if id, ok := k["MCID"].(float64); ok {
				n.spots = append(n.spots, spot{on, int(id)})
				text.WriteString(r.pageReads[on].texts[int(id)])
			}
		case ref:
			child := r.node(k, seen)
			n.kids = append(n.kids, child)
			text.WriteString(child.text)
		}
	}
	n.text = text.String()
	return n
}
