package pdf

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// spoilt is a file with access to its parts, for planting a defect.
type spoilt struct{ *parsed }

// elements are the structure elements of a kind, in order.
func (s spoilt) elements(tag string) []dict {
	var out []dict
	for _, n := range read(s.parsed).root.all() {
		if n.tag == tag {
			out = append(out, n.dict)
		}
	}
	return out
}

func (s spoilt) element(tag string) dict { return s.elements(tag)[0] }

// content changes the content stream of a page.
func (s spoilt) content(page int, fn func([]byte) []byte) {
	at := s.dict(s.pages()[page])["Contents"].(ref)
	st := s.objects[int(at)].(stream)
	st.data = fn(bytes.Clone(st.data))
	s.objects[int(at)] = st
}

func (s spoilt) replace(page int, old, new string) {
	s.content(page, func(b []byte) []byte { return bytes.Replace(b, []byte(old), []byte(new), 1) })
}

func (s spoilt) metadata(old, new string) {
	at := s.catalog()["Metadata"].(ref)
	st := s.objects[int(at)].(stream)
	st.data = bytes.Replace(st.data, []byte(old), []byte(new), 1)
	s.objects[int(at)] = st
}

func (s spoilt) fonts() []dict {
	var out []dict
	for _, n := range s.sorted() {
		if d := s.dict(ref(n)); d["Type"] == name("Font") && d["Subtype"] == name("Type0") {
			out = append(out, d)
		}
	}
	return out
}

func (s spoilt) sorted() []int {
	var out []int
	for n := range s.objects {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// annotation is the first one of the file.
func (s spoilt) annotation() dict {
	for _, page := range s.pages() {
		if a := s.list(s.dict(page)["Annots"]); len(a) > 0 {
			return s.dict(a[0])
		}
	}
	return nil
}

func (s spoilt) tree() dict { return s.dict(s.catalog()["StructTreeRoot"]) }

// without is an element's list of what it holds less the first that fn names.
func (s spoilt) without(d dict, fn func(any) bool) {
	l := slices.Clone(s.list(d["K"]))
	i := slices.IndexFunc(l, fn)
	d["K"] = slices.Delete(l, i, i+1)
}

// Every rule finds the defects that it is there for: each is planted into a whole file, and the rule named has to speak.
var defects = []struct {
	rule, what string
	plant      func(spoilt)
}{
	{"catalog", "no language", func(s spoilt) { delete(s.catalog(), "Lang") }},
	{"catalog", "not marked", func(s spoilt) { s.dict(s.catalog()["MarkInfo"])["Marked"] = false }},
	{"catalog", "title hidden", func(s spoilt) { delete(s.catalog(), "ViewerPreferences") }},
	{"catalog", "root is no document", func(s spoilt) { s.element("Document")["S"] = name("Part") }},
	{"metadata", "no title", func(s spoilt) { s.metadata("<dc:title>", "<dc:nothing>"); s.metadata("</dc:title>", "</dc:nothing>") }},
	{"metadata", "two titles", func(s spoilt) { s.dict(s.trailer["Info"])["Title"] = str("x") }},
	{"metadata", "no UA mark", func(s spoilt) { s.metadata("<pdfuaid:part>1", "<pdfuaid:part>") }},
	{"metadata", "wrong part of PDF/A", func(s spoilt) { s.metadata("<pdfaid:part>3", "<pdfaid:part>2") }},
	{"metadata", "broken", func(s spoilt) { s.metadata("</rdf:RDF>", "") }},
	{"metadata", "no colour profile", func(s spoilt) { delete(s.catalog(), "OutputIntents") }},
	{"bookmarks", "none", func(s spoilt) { delete(s.catalog(), "Outlines") }},
	{"bookmarks", "one leads nowhere", func(s spoilt) { delete(s.dict(s.dict(s.catalog()["Outlines"])["First"]), "Dest") }},
	{"bookmarks", "chain ends early", func(s spoilt) { delete(s.dict(s.dict(s.catalog()["Outlines"])["First"]), "Next") }},
	{"content", "text outside of marks", func(s spoilt) { s.content(1, func(b []byte) []byte { return append(b, "BT (ab) Tj ET\n"...) }) }},
	{"content", "mark left open", func(s spoilt) { s.replace(1, "EMC\n", "\n") }},
	{"content", "marks nested", func(s spoilt) { s.replace(1, "EMC\n", "/P <</MCID 999>> BDC\n0 0 m 1 1 l S\nEMC\nEMC\n") }},
	{"content", "a number twice", func(s spoilt) { s.replace(1, "<</MCID 1>>", "<</MCID 0>>") }},
	{"parents", "page without key", func(s spoilt) { delete(s.dict(s.pages()[2]), "StructParents") }},
	{"parents", "content nobody owns", func(s spoilt) { s.replace(1, "<</MCID 0>>", "<</MCID 9999>>") }},
	{"parents", "parent tree too short", func(s spoilt) {
		nums := s.list(s.dict(s.tree()["ParentTree"])["Nums"])
		nums[1] = nums[1].([]any)[1:]
	}},
	{"parents", "wrong parent", func(s spoilt) { s.element("TR")["P"] = ref(1) }},
	{"parents", "element lost its content", func(s spoilt) { s.element("P")["K"] = []any{} }},
	{"parents", "next key too low", func(s spoilt) { s.tree()["ParentTreeNextKey"] = 1.0 }},
	{"parents", "annotation without key", func(s spoilt) { delete(s.annotation(), "StructParent") }},
	{"headings", "a level left out", func(s spoilt) { s.element("H2")["S"] = name("H3") }},
	{"headings", "none", func(s spoilt) {
		for _, tag := range []string{"H1", "H2"} {
			for _, d := range s.elements(tag) {
				d["S"] = name("P")
			}
		}
	}},
	{"nesting", "cell outside of rows", func(s spoilt) { s.element("TR")["S"] = name("TBody") }},
	{"nesting", "unknown kind", func(s spoilt) { s.element("P")["S"] = name("Para") }},
	{"nesting", "content in a table", func(s spoilt) { d := s.element("Table"); d["K"] = append(s.list(d["K"]), 0.0) }},
	{"tables", "head without scope", func(s spoilt) { delete(s.element("TH"), "A") }},
	{"tables", "row too short", func(s spoilt) { d := s.elements("TR")[1]; d["K"] = s.list(d["K"])[1:] }},
	{"tables", "wrong span", func(s spoilt) {
		for _, d := range s.elements("TH") {
			if s.dict(d["A"])["ColSpan"] != nil {
				s.dict(d["A"])["ColSpan"] = 9.0
				return
			}
		}
	}},
	{"tables", "no heads", func(s spoilt) {
		for _, d := range s.elements("TH") {
			d["S"] = name("TD")
		}
	}},
	{"lists", "item without body", func(s spoilt) { s.element("LBody")["S"] = name("Lbl") }},
	{"lists", "label at the end", func(s spoilt) {
		for _, d := range s.elements("LI") {
			if k := s.list(d["K"]); len(k) == 2 {
				k[0], k[1] = k[1], k[0]
				return
			}
		}
	}},
	{"lists", "a list for each item", func(s spoilt) {
		long := s.elements("L")[0]
		above, at := s.dict(long["P"]), s.element("LI")["P"]
		long["K"] = s.list(long["K"])[:1]
		above["K"] = append(slices.Clone(s.list(above["K"])), at, at)
		for _, d := range s.elements("L")[1:] {
			d["K"] = s.list(d["K"])[:1]
		}
		above["K"] = append(s.list(above["K"]), s.twin(long), s.twin(long))
	}},
	{"figures", "not described", func(s spoilt) { delete(s.element("Figure"), "Alt") }},
	{"figures", "without a place", func(s spoilt) { delete(s.element("Figure"), "A") }},
	{"figures", "beside the page", func(s spoilt) { s.dict(s.element("Figure")["A"])["BBox"] = []any{0.0, 0.0, 700.0, 9.0} }},
	{"links", "not described", func(s spoilt) { delete(s.annotation(), "Contents") }},
	{"links", "outside of links", func(s spoilt) { s.element("Link")["S"] = name("Span") }},
	{"links", "without words", func(s spoilt) {
		s.without(s.element("Link"), func(k any) bool { _, is := k.(float64); return is })
	}},
	{"notes", "without an id", func(s spoilt) { s.element("P")["S"] = name("Note") }},
	{"empty", "a paragraph", func(s spoilt) { s.element("P")["K"] = []any{} }},
	{"fonts", "not embedded", func(s spoilt) {
		below := s.dict(s.list(s.fonts()[0]["DescendantFonts"])[0])
		delete(s.dict(below["FontDescriptor"]), "FontFile2")
	}},
	{"fonts", "no map to letters", func(s spoilt) { delete(s.fonts()[0], "ToUnicode") }},
	{"fonts", "no glyph", func(s spoilt) { s.replace(1, "BDC\n", "BDC\nBT (\x20\x20) Tj ET\n") }},
	{"fonts", "not a subset's name", func(s spoilt) { s.fonts()[0]["BaseFont"] = name("Sans") }},
	{"tabs", "no order", func(s spoilt) { delete(s.dict(s.pages()[0]), "Tabs") }},
	{"attachments", "not listed", func(s spoilt) { delete(s.catalog(), "Names") }},
	{"languages", "set apart without one", func(s spoilt) { s.element("P")["S"] = name("Span") }},
	{"languages", "no language", func(s spoilt) { s.element("P")["Lang"] = str("Englisch") }},
	{"attachments", "without a relation", func(s spoilt) { delete(s.dict(s.list(s.catalog()["AF"])[0]), "AFRelationship") }},
}

// twin is a copy of an element as a new object.
func (s spoilt) twin(d dict) ref {
	n := slices.Max(s.sorted()) + 1
	s.objects[n] = d
	return ref(n)
}

func TestEveryRuleFindsItsDefects(t *testing.T) {
	file := fileOf(t, sample(t, "metallbau-35/de"), File{Name: "a.json", About: "x", Kind: "application/json", Data: []byte("{}")})
	complain(t, readFile(t, file))
	planted := map[string]bool{}
	for _, d := range defects {
		planted[d.rule] = true
		p, err := parse(file)
		if err != nil {
			t.Fatal(err)
		}
		d.plant(spoilt{p})
		i := slices.IndexFunc(rules, func(r rule) bool { return r.name == d.rule })
		if found := rules[i].check(read(p)); len(found) == 0 {
			t.Errorf("%s: nothing found where %s", d.rule, d.what)
		}
	}
	for _, r := range rules {
		if !planted[r.name] {
			t.Errorf("no defect for %s", r.name)
		}
	}
}

func TestWhatIsNoFileIsNotRead(t *testing.T) {
	for _, file := range []string{"", "startxref\n0\n%%EOF\n", "%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n", strings.Repeat("x", 99)} {
		if _, err := parse([]byte(file)); err == nil {
			t.Errorf("%q was read", file)
		}
	}
}
