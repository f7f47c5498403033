package pdf

import (
	"encoding/xml"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// rule is a condition of PDF/UA-1 or PDF/A that a machine can check; it says what is against it.
type rule struct {
	name  string
	check func(*reading) []string
}

// rules are all conditions, by the name that a planted defect asks for.
var rules = []rule{
	{"catalog", catalogRules}, {"metadata", metadataRules}, {"bookmarks", bookmarkRules}, {"content", contentRules}, {"parents", parentRules},
	{"headings", headingRules}, {"nesting", nestingRules}, {"tables", tableRules}, {"lists", listRules}, {"figures", figureRules}, {"links", linkRules},
	{"notes", noteRules}, {"empty", emptyRules}, {"fonts", fontRules}, {"tabs", tabRules}, {"attachments", attachmentRules}, {"languages", languageRules},
}

func catalogRules(r *reading) (found []string) {
	c := r.catalog()
	if !language.MatchString(r.words(c["Lang"])) {
		found = append(found, "no language")
	}
	if r.dict(c["MarkInfo"])["Marked"] != true || r.dict(c["MarkInfo"])["Suspects"] == true {
		found = append(found, "not marked as tagged")
	}
	if r.dict(c["ViewerPreferences"])["DisplayDocTitle"] != true {
		found = append(found, "the title is not shown")
	}
	if r.root.tag != "Document" {
		found = append(found, "the structure does not begin with a document")
	}
	if r.trailer["Encrypt"] != nil || c["OpenAction"] != nil && r.dict(c["OpenAction"])["S"] == name("JavaScript") {
		found = append(found, "encrypted or with a script")
	}
	return found
}

// described are the words of a metadata packet by the local name of their element.
func described(packet []byte) (map[string]string, error) {
	out := map[string]string{}
	d := xml.NewDecoder(strings.NewReader(string(packet)))
	var path []string
	for {
		t, err := d.Token()
		if t == nil {
			if err.Error() == "EOF" {
				return out, nil
			}
			return out, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			path = append(path, t.Name.Space+t.Name.Local)
		case xml.EndElement:
			path = path[:len(path)-1]
		case xml.CharData:
			for _, p := range path {
				out[p] += strings.TrimSpace(string(t))
			}
		}
	}
}

func metadataRules(r *reading) (found []string) {
	const dc, ua, a = "http://purl.org/dc/elements/1.1/", "http://www.aiim.org/pdfua/ns/id/", "http://www.aiim.org/pdfa/ns/id/"
	s, _ := r.get(r.catalog()["Metadata"]).(stream)
	m, err := described(s.data)
	if err != nil {
		return []string{err.Error()}
	}
	if title := m[dc+"title"]; title == "" || title != strings.TrimSpace(r.words(r.dict(r.trailer["Info"])["Title"])) {
		found = append(found, "no title, or two different ones")
	}
	if m[dc+"language"] != r.words(r.catalog()["Lang"]) {
		found = append(found, "two different languages")
	}
	part := "2"
	if r.catalog()["AF"] != nil {
		part = "3"
	}
	if m[ua+"part"] != "1" || m[a+"part"] != part || m[a+"conformance"] != "A" {
		found = append(found, fmt.Sprintf("marked as PDF/UA-%s and PDF/A-%s%s, want PDF/A-%s", m[ua+"part"], m[a+"part"], m[a+"conformance"], part))
	}
	for _, i := range r.list(r.catalog()["OutputIntents"]) {
		if p, ok := r.get(r.dict(i)["DestOutputProfile"]).(stream); ok && r.dict(i)["S"] == name("GTS_PDFA1") && len(p.data) > 36 && string(p.data[36:40]) == "acsp" {
			return found
		}
	}
	return append(found, "no colour profile")
}

func bookmarkRules(r *reading) (found []string) {
	root, _ := r.catalog()["Outlines"].(ref)
	o := r.dict(root)
	if o["First"] == nil {
		return []string{"no bookmarks"}
	}
	count, last := 0, ref(0)
	for at, ok := o["First"].(ref); ok; at, ok = r.dict(at)["Next"].(ref) {
		d := r.dict(at)
		dest := r.list(d["Dest"])
		if strings.TrimSpace(r.words(d["Title"])) == "" || d["Parent"] != root {
			found = append(found, fmt.Sprintf("bookmark %d has no title or is not below the root", at))
		}
		if len(dest) == 0 || !slices.Contains(r.pages(), dest[0].(ref)) {
			found = append(found, fmt.Sprintf("bookmark %d leads nowhere", at))
		}
		if last != 0 && d["Prev"] != last {
			found = append(found, fmt.Sprintf("bookmark %d does not know the one before", at))
		}
		last, count = at, count+1
	}
	if o["Last"] != last || o["Count"] != float64(count) {
		found = append(found, "the bookmarks do not end where they say")
	}
	return found
}

func contentRules(r *reading) (found []string) {
	for i, page := range r.pages() {
		read := r.pageReads[page]
		for _, f := range read.found {
			found = append(found, fmt.Sprintf("page %d: %s", i+1, f))
		}
		seen := map[int]bool{}
		for _, id := range read.mcids {
			if seen[id] {
				found = append(found, fmt.Sprintf("page %d: number %d twice", i+1, id))
			}
			seen[id] = true
		}
	}
	return found
}

// parentRules ask that pages, marks and annotations lead to elements, and elements to them, each exactly once.
func parentRules(r *reading) (found []string) {
	bad := func(format string, args ...any) { found = append(found, fmt.Sprintf(format, args...)) }
	tree := r.dict(r.catalog()["StructTreeRoot"])
	owners := map[int]any{}
	nums := r.list(r.dict(tree["ParentTree"])["Nums"])
	for i := 0; i+1 < len(nums); i += 2 {
		key, _ := nums[i].(float64)
		owners[int(key)] = nums[i+1]
		if next, _ := tree["ParentTreeNextKey"].(float64); key >= next {
			bad("key %v is not below the next one", key)
		}
	}
	held, annotations := map[spot]ref{}, map[ref]ref{}
	for _, n := range r.root.all() {
		for _, s := range n.spots {
			if held[s] != 0 {
				bad("content %v belongs to two elements", s)
			}
			held[s] = n.ref
		}
		for _, o := range n.objects {
			annotations[o] = n.ref
		}
		for _, k := range n.kids {
			if k.dict["P"] != n.ref {
				bad("element %d does not know its parent", k.ref)
			}
		}
	}
	for _, page := range r.pages() {
		d := r.dict(page)
		key, ok := d["StructParents"].(float64)
		if !ok {
			bad("page %d has no key", page)
		}
		list := r.list(owners[int(key)])
		if ids := r.pageReads[page].mcids; len(list) != len(ids) || len(ids) > 0 && slices.Max(ids) >= len(list) {
			bad("page %d has %d marks, the parent tree %d", page, len(ids), len(list))
		}
		for id, owner := range list {
			if held[spot{page, id}] != owner {
				bad("page %d: mark %d belongs to %v, its element is %v", page, id, owner, held[spot{page, id}])
			}
			delete(held, spot{page, id})
		}
		for _, a := range r.list(d["Annots"]) {
			at, _ := a.(ref)
			key, ok := r.dict(at)["StructParent"].(float64)
			if !ok || owners[int(key)] != annotations[at] || annotations[at] == 0 {
				bad("annotation %d is not in the structure", at)
			}
			delete(annotations, at)
		}
	}
	for s := range held {
		bad("content %v of an element is not there", s)
	}
	for a := range annotations {
		bad("annotation %d of an element is on no page", a)
	}
	return found
}

func tabRules(r *reading) (found []string) {
	for i, page := range r.pages() {
		if d := r.dict(page); d["Annots"] != nil && d["Tabs"] != name("S") {
			found = append(found, fmt.Sprintf("page %d is not read in the order of its structure", i+1))
		}
	}
	return found
}

func attachmentRules(r *reading) (found []string) {
	names := r.list(r.dict(r.dict(r.catalog()["Names"])["EmbeddedFiles"])["Names"])
	all := r.list(r.catalog()["AF"])
	if len(names) != 2*len(all) {
		found = append(found, "attachments that are not listed")
	}
	for _, a := range all {
		d := r.dict(a)
		if r.words(d["F"]) == "" || r.words(d["UF"]) == "" || d["AFRelationship"] == nil || r.words(d["Desc"]) == "" {
			found = append(found, fmt.Sprintf("attachment %v is not described", a))
		}
		if f := r.dict(r.dict(d["EF"])["F"]); f["Subtype"] == nil || f["Type"] != name("EmbeddedFile") {
			found = append(found, fmt.Sprintf("attachment %v has no content or no kind", a))
		}
	}
	return found
}

var bfRange = regexp.MustCompile(`(?m)^<(....)> <(....)> <(....)>$`)

// fontRules ask of every code shown that the font has a glyph for it and says which letter it is.
func fontRules(r *reading) (found []string) {
	codes := map[ref]map[uint16]bool{}
	for _, page := range r.pages() {
		fonts := r.dict(r.dict(r.dict(page)["Resources"])["Font"])
		for key, shown := range r.pageReads[page].shown {
			at, ok := fonts[string(key)].(ref)
			if !ok {
				found = append(found, fmt.Sprintf("font %q is not there", key))
				continue
			}
			if codes[at] == nil {
				codes[at] = map[uint16]bool{}
			}
			for _, c := range shown {
				codes[at][c] = true
			}
		}
	}
	for at, used := range codes {
		found = append(found, r.font(at, used)...)
	}
	return found
}

func (r *reading) font(at ref, used map[uint16]bool) (found []string) {
	f := r.dict(at)
	below := dict{}
	if d := r.list(f["DescendantFonts"]); len(d) == 1 {
		below = r.dict(d[0])
	}
	descriptor := r.dict(below["FontDescriptor"])
	if data, ok := r.get(descriptor["FontFile2"]).(stream); !ok || len(data.data) < 1000 {
		found = append(found, fmt.Sprintf("font %v is not embedded", f["BaseFont"]))
	}
	if n, _ := f["BaseFont"].(name); !regexp.MustCompile(`^[A-Z]{6}\+.`).MatchString(string(n)) || below["BaseFont"] != n || descriptor["FontName"] != n {
		found = append(found, fmt.Sprintf("font %v has several names, or none of a subset", f["BaseFont"]))
	}
	cmap, _ := r.get(f["ToUnicode"]).(stream)
	type span struct{ low, high uint64 } // of codes that are letters themselves, as in these files
	var letters []span
	for _, m := range bfRange.FindAllSubmatch(cmap.data, -1) {
		low, _ := strconv.ParseUint(string(m[1]), 16, 16)
		high, _ := strconv.ParseUint(string(m[2]), 16, 16)
		to, _ := strconv.ParseUint(string(m[3]), 16, 16)
		if low == to {
			letters = append(letters, span{low, high})
		}
	}
	glyphs, _ := r.get(below["CIDToGIDMap"]).(stream)
	for c := range used {
		if !slices.ContainsFunc(letters, func(s span) bool { return s.low <= uint64(c) && uint64(c) <= s.high }) {
			found = append(found, fmt.Sprintf("font %v does not say what %04X means", f["BaseFont"], c))
		}
		if i := 2 * int(c); i+1 >= len(glyphs.data) || glyphs.data[i] == 0 && glyphs.data[i+1] == 0 {
			found = append(found, fmt.Sprintf("font %v has no glyph for %04X", f["BaseFont"], c))
		}
	}
	return found
}
