package pdf

import (
	"fmt"
	"strings"
	"testing"

	"digitalkompass/report"
	"digitalkompass/report/pdf/sheet"
)

// filled is how much of each page between its margins is used, from 0 to 1; pages that end a part are left out, because
// the next part begins a new one.
func filled(r *renderer) map[int]float64 {
	foot := map[int]float64{}
	for _, p := range r.Placements() {
		if p.Y > sheet.Top-1 && p.Y+p.H < sheet.Bottom+1 {
			foot[p.Page] = max(foot[p.Page], (p.Y+p.H-sheet.Top)/(sheet.Bottom-sheet.Top))
		}
	}
	delete(foot, 1)
	delete(foot, r.found.total)
	for _, first := range r.found.pages {
		delete(foot, first-1)
	}
	return foot
}

// leastFilled is how much of a page is used before the next one begins.
const leastFilled = 0.5

func emptyPages(r *renderer) (found []string) {
	for page, f := range filled(r) {
		if f < leastFilled {
			found = append(found, fmt.Sprintf("page %d ends after %.0f %%", page, 100*f))
		}
	}
	return found
}

func TestPagesAreUsed(t *testing.T) {
	for _, s := range samples(t) {
		for _, f := range emptyPages(drawn(t, s)) {
			t.Errorf("%s: %s", s.Name, f)
		}
	}
	p := samples(t)[0].Printer
	for seed := range layouts() / 3 {
		doc := newGenerator(seed).document()
		for i := range doc.Parts {
			doc.Parts[i].OnePage, doc.Parts[i].Blocks = false, withoutPictures(doc.Parts[i].Blocks)
		}
		for _, f := range emptyPages(drawnDocument(t, doc, p)) {
			t.Errorf("document %d: %s", seed, f)
		}
	}
}

// withoutPictures are blocks less those that stay whole however high they are.
func withoutPictures(blocks []report.Block) (out []report.Block) {
	for _, b := range blocks {
		switch x := b.(type) {
		case report.HeatMap, report.Columns, report.Card, report.Radar, report.Ladder, report.Path, report.Spread:
			continue
		case report.Section:
			x.Blocks = withoutPictures(x.Blocks)
			b = x
		}
		out = append(out, b)
	}
	return out
}

func TestEmptyPagesAreFound(t *testing.T) {
	text := report.Paragraph{Text: strings.Repeat("Satz um Satz. ", 210)}
	d := &report.Document{Owner: "x", Parts: []report.Part{{ID: "a", Name: "A", Headline: "B", Blocks: []report.Block{report.Paragraph{Text: "kurz"}, report.Card{Title: "C", Blocks: []report.Block{text}}}}}}
	if got := emptyPages(drawnDocument(t, d, samples(t)[0].Printer)); len(got) != 1 {
		t.Errorf("found %q", got)
	}
}
