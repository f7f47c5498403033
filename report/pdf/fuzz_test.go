package pdf

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/colour"
	"digitalkompass/report/pdf/sheet"
	"digitalkompass/report/reporttest"
)

// layouts is how many documents the layout is tried with: KOMPASS_LAYOUTS of the environment, else a few.
func layouts() uint64 {
	if n, err := strconv.ParseUint(os.Getenv("KOMPASS_LAYOUTS"), 10, 64); err == nil {
		return n
	}
	return 300
}

// press draws one document after the other on one sheet, since most of the time of a short one goes into its fonts.
type press struct {
	*sheet.Sheet
	printer *i18n.Printer
	drawn   int
}

// print draws a document and gives back where its texts stand.
func (p *press) print(doc *report.Document) []sheet.Placement {
	if p.Sheet == nil || p.drawn%50 == 0 {
		s, err := sheet.New(sheet.NewTheme(colour.Accent), time.Unix(0, 0))
		if err != nil {
			panic(err)
		}
		p.Sheet = s
	}
	p.drawn++
	from := len(p.Placements())
	r := &renderer{Sheet: p.Sheet, p: p.printer, doc: doc, found: plan{pages: map[string]int{}}}
	p.Furniture = nil
	r.cover()
	p.Furniture = r.furniture
	for _, part := range doc.Parts {
		r.part(part)
	}
	return p.Placements()[from:]
}

// faults are what is wrong with where the texts of a document stand: beyond the margins, over each other, or not there.
func faults(doc *report.Document, ps []sheet.Placement) []string {
	out := append(outside(ps), overlaps(ps)...)
	var all strings.Builder
	for _, p := range ps {
		if !p.Artifact {
			all.WriteString(p.Text)
		}
	}
	have := bare(all.String())
	said := *doc
	said.Cover.Profile, said.Parts = report.Radar{}, nil
	for _, p := range doc.Parts {
		if p.OnePage {
			p.Blocks = nil // may leave some out
		}
		p.Blocks = spoken(p.Blocks, false)
		said.Parts = append(said.Parts, p)
	}
	for _, want := range reporttest.Texts(&said) {
		for _, word := range strings.Fields(drawable(want)) {
			if !strings.Contains(have, bare(word)) {
				out = append(out, fmt.Sprintf("%q of %q is missing", word, want))
			}
		}
	}
	return out
}

func outside(ps []sheet.Placement) (out []string) {
	const slack, furnitureTop = 0.5, 284
	for _, p := range ps {
		if p.X < sheet.Left-slack || p.X+p.W > sheet.Left+sheet.Full+slack {
			out = append(out, fmt.Sprintf("page %d: %q spans %.1f to %.1f mm", p.Page, p.Text, p.X, p.X+p.W))
		}
		if foot := p.Y + p.H; foot > sheet.Bottom+5 && foot < furnitureTop || foot > 290 || p.Y < 5 {
			out = append(out, fmt.Sprintf("page %d: %q ends %.1f mm from the top", p.Page, p.Text, foot))
		}
	}
	return out
}

func overlaps(ps []sheet.Placement) (out []string) {
	const touch = 0.2
	pages := map[int][]sheet.Placement{}
	for _, p := range ps {
		for _, q := range pages[p.Page] {
			if p.X+touch < q.X+q.W && q.X+touch < p.X+p.W && p.Y+touch < q.Y+q.H && q.Y+touch < p.Y+p.H {
				out = append(out, fmt.Sprintf("page %d: %q and %q overlap", p.Page, p.Text, q.Text))
			}
		}
		pages[p.Page] = append(pages[p.Page], p)
	}
	return out
}

// Whatever a document says, its texts stay on the page, clear of each other, and all there.
func TestNoDocumentBreaksTheLayout(t *testing.T) {
	from := uint64(0)
	if one, err := strconv.ParseUint(os.Getenv("KOMPASS_LAYOUT"), 10, 64); err == nil {
		from = one // to look at one again
	}
	p := press{printer: reporttest.Load(t, os.DirFS("../../data")).Words.Printer(i18n.German)}
	broken := 0
	for seed := from; seed < from+layouts() && broken < 20; seed++ {
		doc := newGenerator(seed).document()
		list := faults(doc, safely(&p, doc))
		if len(list) > 0 {
			broken++
			t.Errorf("document %d: %d faults, the first: %.300s", seed, len(list), list[0])
		}
	}
}

// safely draws a document; a panic is a text on no page.
func safely(p *press, doc *report.Document) (ps []sheet.Placement) {
	defer func() {
		if r := recover(); r != nil {
			p.Sheet = nil
			ps = []sheet.Placement{{Text: fmt.Sprint("panic: ", r), Y: -1}}
		}
	}()
	return p.print(doc)
}

// The files of such documents keep the rules too, and follow their documents.
func TestEveryDocumentIsAccessible(t *testing.T) {
	p := reporttest.Load(t, os.DirFS("../../data")).Words.Printer(i18n.German)
	for seed := range layouts() / 50 {
		doc := newGenerator(seed).document()
		var b bytes.Buffer
		if _, err := Write(&b, doc, p); err != nil {
			t.Fatal(err)
		}
		r := readFile(t, b.Bytes())
		for _, rule := range rules {
			if found := rule.check(r); len(found) > 0 {
				t.Errorf("document %d: %s: %d, the first: %.300s", seed, rule.name, len(found), found[0])
			}
		}
		onePage := func(p report.Part) bool { return p.OnePage } // may give up what stands above its tables
		if diff := difference(outline(r), expected(doc)); diff != "" && !slices.ContainsFunc(doc.Parts, onePage) {
			t.Errorf("document %d: %s", seed, diff)
		}
	}
}

// Texts that leave the page, lie over each other or are lost are found: each is planted into a layout without faults.
func TestFaultsOfALayoutAreFound(t *testing.T) {
	p := press{printer: reporttest.Load(t, os.DirFS("../../data")).Words.Printer(i18n.German)}
	doc := stressed()
	ps := p.print(doc)
	if list := faults(doc, ps); len(list) > 0 {
		t.Fatal(list)
	}
	at := slices.IndexFunc(ps, func(p sheet.Placement) bool { return p.Page == 3 && p.Y > 100 && len(p.Text) > 20 })
	for what, plant := range map[string]func(*sheet.Placement){
		"beyond the right margin": func(p *sheet.Placement) { p.X = 150 },
		"beyond the left margin":  func(p *sheet.Placement) { p.X = 10 },
		"in the foot of the page": func(p *sheet.Placement) { p.Y = 279 },
		"below the page":          func(p *sheet.Placement) { p.Y = 296 },
		"over another":            func(p *sheet.Placement) { p.Y = ps[at+1].Y + 1; p.X = ps[at+1].X },
	} {
		spoilt := slices.Clone(ps)
		plant(&spoilt[at])
		if len(faults(doc, spoilt)) == 0 {
			t.Errorf("nothing found %s", what)
		}
	}
	lost := slices.DeleteFunc(slices.Clone(ps), func(p sheet.Placement) bool { return strings.Contains(p.Text, "wiederholt") })
	if len(faults(doc, lost)) == 0 {
		t.Error("nothing found where a text is lost")
	}
}
