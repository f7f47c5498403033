package post

import (
	"bytes"
	"fmt"
	"strings"

	"digitalkompass/report/pdf/tag"
)

// structure numbers the elements of the tree and their places in the file.
type structure struct {
	*file
	tree        *tag.Tree
	root        int
	numbers     map[*tag.Elem]int
	elements    []*tag.Elem
	annotations map[[2]int]int // page and place to object
	nums        strings.Builder
	annotNums   strings.Builder
	key         int // next key of the parent tree
}

// addStructure appends the structure tree and ties pages and annotations to it. It gives the number of its root.
func (f *file) addStructure(t *tag.Tree) (int, error) {
	s := &structure{file: f, tree: t, numbers: map[*tag.Elem]int{}, annotations: map[[2]int]int{}, key: len(f.pages)}
	from := len(f.objects)
	s.root = f.add(nil)
	s.number(t.Root)
	parents := f.add(nil)
	f.structure = [2]int{from, len(f.objects)}
	for i, page := range f.pages {
		if err := s.page(i, page); err != nil {
			return 0, err
		}
	}
	for _, e := range s.elements {
		f.objects[s.numbers[e]] = s.element(e)
	}
	f.objects[parents] = fmt.Appendf(nil, "<</Nums [%s%s]>>\n", s.nums.String(), s.annotNums.String())
	f.objects[s.root] = fmt.Appendf(nil, "<</Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d>>\n", s.numbers[t.Root], parents, s.key)
	return s.root, nil
}

func (s *structure) number(e *tag.Elem) {
	s.numbers[e] = s.add(nil)
	s.elements = append(s.elements, e)
	for _, k := range e.Kids {
		if child, ok := k.(*tag.Elem); ok {
			s.number(child)
		}
	}
}

// page ties a page to its elements; its annotations become objects of their own, so that they can be referred to.
func (s *structure) page(i, object int) error {
	body := s.objects[object]
	if at := bytes.Index(body, []byte("/Annots [")); at >= 0 {
		refs, end, err := s.annots(i+1, object, body, at+len("/Annots ["))
		if err != nil {
			return err
		}
		body = fmt.Appendf(nil, "%s/Annots [%s]%s", body[:at], refs, body[end:])
	}
	c := bytes.LastIndex(body, []byte("/Contents "))
	s.objects[object] = fmt.Appendf(nil, "%s/StructParents %d\n/Tabs /S\n%s", body[:c], i, body[c:])
	fmt.Fprintf(&s.nums, "%d [", i)
	for _, e := range s.tree.Owner[i+1] {
		fmt.Fprintf(&s.nums, "%d 0 R ", s.numbers[e])
	}
	s.nums.WriteString("]\n")
	return nil
}

func (s *structure) annots(page, object int, body []byte, at int) (refs string, end int, err error) {
	dicts, end, err := splitDicts(body, at)
	if err != nil {
		return "", 0, err
	}
	if len(dicts) != len(s.tree.Annots[page]) {
		return "", 0, fmt.Errorf("post: page %d has %d annotations, %d recorded", page, len(dicts), len(s.tree.Annots[page]))
	}
	var list []string
	for k, d := range dicts {
		d = bytes.TrimSuffix(bytes.TrimSpace(d), []byte(">>"))
		n := s.add(fmt.Appendf(nil, "%s/F 4 /P %d 0 R /StructParent %d /Contents %s>>\n", d, object, s.key, text(s.tree.AnnotTx[page][k])))
		s.annotations[[2]int{page, k}] = n
		fmt.Fprintf(&s.annotNums, "%d %d 0 R ", s.key, s.numbers[s.tree.Annots[page][k]])
		s.key++
		list = append(list, fmt.Sprintf("%d 0 R", n))
	}
	return strings.Join(list, " "), end, nil
}

// element is a structure element as an object.
func (s *structure) element(e *tag.Elem) []byte {
	parent, page := s.root, firstPage(e)
	if e.Parent != nil {
		parent = s.numbers[e.Parent]
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "<</Type /StructElem /S /%s /P %d 0 R", e.Tag, parent)
	if page > 0 {
		fmt.Fprintf(&b, " /Pg %d 0 R", s.pages[page-1])
	}
	for _, x := range []struct{ key, value string }{{"Alt", e.Alt}, {"T", e.Title}} {
		if x.value != "" {
			fmt.Fprintf(&b, " /%s %s", x.key, text(x.value))
		}
	}
	if e.Lang != "" {
		b.WriteString(" /Lang (" + e.Lang + ")")
	}
	if e.Attr != "" {
		b.WriteString(" /A " + e.Attr)
	}
	b.WriteString(" /K [")
	for _, k := range e.Kids {
		b.WriteString(s.kid(k, page))
	}
	b.WriteString("]>>\n")
	return b.Bytes()
}

func firstPage(e *tag.Elem) int {
	for _, k := range e.Kids {
		if m, ok := k.(tag.MCR); ok {
			return m.Page
		}
	}
	return 0
}

func (s *structure) kid(k any, page int) string {
	switch k := k.(type) {
	case *tag.Elem:
		return fmt.Sprintf("%d 0 R ", s.numbers[k])
	case tag.MCR:
		if k.Page == page {
			return fmt.Sprintf("%d ", k.MCID)
		}
		return fmt.Sprintf("<</Type /MCR /Pg %d 0 R /MCID %d>> ", s.pages[k.Page-1], k.MCID)
	case tag.OBJR:
		return fmt.Sprintf("<</Type /OBJR /Pg %d 0 R /Obj %d 0 R>> ", s.pages[k.Page-1], s.annotations[[2]int{k.Page, k.Annot}])
	}
	return ""
}
