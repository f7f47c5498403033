package pdf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

func headingRules(r *reading) (found []string) {
	level := 0
	for _, n := range r.root.all() {
		h, err := strconv.Atoi(strings.TrimPrefix(n.tag, "H"))
		if err != nil || !strings.HasPrefix(n.tag, "H") {
			continue
		}
		if h > level+1 {
			found = append(found, fmt.Sprintf("%s %q follows a heading of level %d", n.tag, n.text, level))
		}
		level = h
	}
	if level == 0 {
		found = append(found, "no headings")
	}
	return found
}

// within says of elements which ones may hold them, and of holders what they may hold.
var (
	within = map[string][]string{"TR": {"Table", "THead", "TBody"}, "TH": {"TR"}, "TD": {"TR"}, "THead": {"Table"}, "TBody": {"Table"}, "LI": {"L"},
		"Lbl": {"LI"}, "LBody": {"LI"}, "TOCI": {"TOC"}, "Document": {}, "H1": {"Document"}, "H2": {"Document"}}
	holding = map[string][]string{"Table": {"TR", "THead", "TBody"}, "THead": {"TR"}, "TBody": {"TR"}, "TR": {"TH", "TD"}, "L": {"LI"}, "LI": {"Lbl", "LBody"},
		"TOC": {"TOCI"}, "H1": {"Span", "Link"}, "H2": {"Span", "Link"}, "P": {"Span", "Link"}, "Figure": {}}
	known = []string{"Document", "H1", "H2", "P", "Span", "L", "LI", "Lbl", "LBody", "Table", "THead", "TBody", "TR", "TH", "TD", "Figure", "Link", "TOC", "TOCI", "Reference", "Note"}
)

func nestingRules(r *reading) (found []string) {
	for _, n := range r.root.all() {
		if !slices.Contains(known, n.tag) {
			found = append(found, fmt.Sprintf("element %d is a %s", n.ref, n.tag))
		}
		for _, k := range n.kids {
			above, bound := within[k.tag]
			below, closed := holding[n.tag]
			if bound && !slices.Contains(above, n.tag) || closed && !slices.Contains(below, k.tag) {
				found = append(found, fmt.Sprintf("%s %q in %s", k.tag, k.text, n.tag))
			}
		}
		if _, closed := holding[n.tag]; closed && len(n.spots) > 0 && strings.HasPrefix(n.tag, "T") || n.tag == "L" && len(n.spots) > 0 || n.tag == "LI" && len(n.spots) > 0 {
			found = append(found, fmt.Sprintf("content directly in a %s", n.tag))
		}
	}
	return found
}

// attr is an entry of an element's attributes.
func (r *reading) attr(n *node, key string) any {
	for _, a := range append(r.list(n.dict["A"]), n.dict["A"]) {
		if v := r.dict(a)[key]; v != nil {
			return v
		}
	}
	return nil
}

func tableRules(r *reading) (found []string) {
	for _, n := range r.root.all() {
		if n.tag == "TH" {
			if s, _ := r.attr(n, "Scope").(name); !slices.Contains([]name{"Row", "Column", "Both"}, s) {
				found = append(found, fmt.Sprintf("head %q has no scope", n.text))
			}
		}
		if n.tag != "Table" {
			continue
		}
		columns, heads := -1, 0
		for _, row := range n.all() {
			if row.tag != "TR" {
				continue
			}
			sum := 0
			for _, c := range row.kids {
				if c.tag == "TH" {
					heads++
				}
				span, ok := r.attr(c, "ColSpan").(float64)
				if !ok {
					span = 1
				}
				sum += int(span)
			}
			if columns >= 0 && sum != columns {
				found = append(found, fmt.Sprintf("row %q has %d columns, the ones before %d", row.text, sum, columns))
			}
			columns = sum
		}
		if heads == 0 {
			found = append(found, fmt.Sprintf("table %q without heads", n.text))
		}
	}
	return found
}

// listRules ask for lists that are lists: items with a body each, and items that follow each other in one list.
func listRules(r *reading) (found []string) {
	for _, n := range r.root.all() {
		single := 0
		for _, k := range n.kids {
			if single++; k.tag != "L" || len(k.kids) != 1 {
				single = 0
			}
			if single > 3 {
				found = append(found, fmt.Sprintf("%q is a list of its own", k.text))
			}
		}
		if n.tag != "LI" {
			continue
		}
		if bodies := len(slices.DeleteFunc(slices.Clone(n.kids), func(k *node) bool { return k.tag != "LBody" })); bodies != 1 {
			found = append(found, fmt.Sprintf("item %q has %d bodies", n.text, bodies))
		}
		if len(n.kids) == 2 && n.kids[0].tag != "Lbl" {
			found = append(found, fmt.Sprintf("item %q does not begin with its label", n.text))
		}
	}
	return found
}

func figureRules(r *reading) (found []string) {
	for _, n := range r.root.all() {
		if n.tag != "Figure" {
			continue
		}
		if strings.TrimSpace(r.words(n.dict["Alt"])) == "" {
			found = append(found, fmt.Sprintf("figure %d %q is not described", n.ref, n.text))
		}
		box := r.list(r.attr(n, "BBox"))
		if len(box) != 4 || box[0].(float64) < 0 || box[1].(float64) < 0 || box[2].(float64) > 595.5 || box[3].(float64) > 842 {
			found = append(found, fmt.Sprintf("figure %d has no place on the page: %v", n.ref, box))
		}
	}
	return found
}

func linkRules(r *reading) (found []string) {
	in := map[ref]bool{}
	for _, n := range r.root.all() {
		if n.tag != "Link" {
			if len(n.objects) > 0 {
				found = append(found, fmt.Sprintf("an annotation in a %s", n.tag))
			}
			continue
		}
		if len(n.objects) == 0 || strings.TrimSpace(n.text) == "" {
			found = append(found, fmt.Sprintf("link %q has no words or leads nowhere", n.text))
		}
		for _, o := range n.objects {
			in[o] = true
		}
	}
	for _, page := range r.pages() {
		for _, a := range r.list(r.dict(page)["Annots"]) {
			at, _ := a.(ref)
			d := r.dict(at)
			if d["Subtype"] != name("Link") || !in[at] {
				found = append(found, fmt.Sprintf("annotation %d is not in a link", at))
			}
			if strings.TrimSpace(r.words(d["Contents"])) == "" {
				found = append(found, fmt.Sprintf("annotation %d is not described", at))
			}
			if d["F"] != 4.0 || d["P"] != page {
				found = append(found, fmt.Sprintf("annotation %d is not printed or not of its page", at))
			}
		}
	}
	return found
}

func noteRules(r *reading) (found []string) {
	seen := map[string]bool{}
	for _, n := range r.root.all() {
		if n.tag != "Note" {
			continue
		}
		if id := r.words(n.dict["ID"]); id == "" || seen[id] {
			found = append(found, fmt.Sprintf("note %q has no id of its own", n.text))
		} else {
			seen[id] = true
		}
	}
	return found
}

// emptyRules ask that only cells are empty.
func emptyRules(r *reading) (found []string) {
	for _, n := range r.root.all() {
		painted := false
		for _, k := range n.all() {
			for _, s := range k.spots {
				painted = painted || r.pageReads[s.page].painted[s.mcid]
			}
		}
		if !painted && n.tag != "TD" && n.tag != "TH" {
			found = append(found, fmt.Sprintf("%s %d is empty", n.tag, n.ref))
		}
	}
	return found
}
