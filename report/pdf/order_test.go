package pdf

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
)

// expected is the structure that a document asks for: headings with their words, tables and figures, in order.
func expected(d *report.Document) []string {
	var out []string
	if d.Brand != nil && d.Brand.Logo != nil {
		out = append(out, "Figure")
	}
	for _, p := range d.Parts {
		out = append(out, heading("H1", p.Name))
		for _, b := range p.Blocks {
			out = append(out, expectedOf(b)...)
		}
	}
	return out
}

func heading(tag, words string) string { return tag + " " + bare(drawable(words)) }

func expectedOf(b report.Block) (out []string) {
	all := func(blocks []report.Block) {
		for _, b := range blocks {
			out = append(out, expectedOf(b)...)
		}
	}
	switch b := b.(type) {
	case report.Section:
		out = append(out, heading("H2", b.Title))
		if t, rest, ok := tableIn(b); ok { // a table stands below what explains it
			all(append(rest, t))
		} else {
			all(b.Blocks)
		}
	case report.Card:
		out = append(out, heading("H2", b.Title))
		all(b.Blocks)
	case report.Columns:
		all(b.Left)
		all(b.Right)
	case report.Table:
		out = append(out, "Table")
		for _, run := range b.Runs {
			for _, row := range run.Rows {
				out = append(out, slices.Repeat([]string{"Figure"}, strips(row))...)
			}
		}
	case report.HeatMap:
		for _, g := range b.Groups {
			out = append(append(out, "Table"), slices.Repeat([]string{"Figure"}, len(g.Rows))...)
		}
	case report.Bars:
		out = append(out, slices.Repeat([]string{"Table"}, min(1, len(b.Rows)))...)
	case report.Radar:
		out = append(out, slices.Repeat([]string{"Figure"}, min(1, len(b.Axes)))...)
	case report.Timeline:
		out = append(out, slices.Repeat([]string{"Figure"}, min(1, len(b.Spans)))...)
	case report.Path:
		out = append(out, slices.Repeat([]string{"Figure"}, min(1, len(b.Steps)))...)
	case report.Spread:
		out = append(out, slices.Repeat([]string{"Figure"}, min(1, len(b.Shares)))...)
	case report.Ladder, report.Scale, report.Amount:
		out = append(out, "Figure")
	}
	return out
}

func strips(row []report.Cell) (n int) {
	for _, c := range row {
		if c.Strip != nil {
			n++
		}
	}
	return n
}

// outline is the structure of a file in the words of expected.
func outline(r *reading) []string {
	var out []string
	for _, n := range r.root.all() {
		switch n.tag {
		case "H1", "H2":
			out = append(out, heading(n.tag, n.text))
		case "Table", "Figure":
			out = append(out, n.tag)
		}
	}
	return out
}

// difference is the first place where two lists part, or "".
func difference(got, want []string) string {
	for i := range max(len(got), len(want)) {
		g, w := "the end", "the end"
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w {
			return fmt.Sprintf("at %d: %s, want %s", i, g, w)
		}
	}
	return ""
}

// parts are the words of a file by part: what stands below each heading of the first level, alternative texts included.
func (r *reading) parts() []string {
	var out []string
	for _, n := range r.root.kids {
		if n.tag == "H1" || len(out) == 0 {
			out = append(out, "")
		}
		for _, k := range n.all() {
			if k.tag == "Figure" {
				out[len(out)-1] += " " + r.words(k.dict["Alt"])
			}
		}
		out[len(out)-1] += " " + n.text
	}
	return out
}

// unsaid are the texts of a document that its file does not say in one piece in the part where they belong. Of a part
// that has to fit on its page spare facts may be left out.
func unsaid(r *reading, d *report.Document) (out []string) {
	got := r.parts()
	if len(got) != len(d.Parts)+1 {
		return []string{fmt.Sprintf("%d parts, want %d", len(got)-1, len(d.Parts))}
	}
	cover := *d
	cover.Parts, cover.Cover.Profile = nil, report.Radar{} // drawn without words
	said := []report.Document{cover}
	for _, p := range d.Parts {
		if p.OnePage {
			p.Blocks, _ = withSpares(p.Blocks, 0)
		}
		p.Blocks = spoken(p.Blocks, true)
		said = append(said, report.Document{Parts: []report.Part{p}})
	}
	for i, doc := range said {
		have := bare(got[i])
		for _, want := range reporttest.Texts(&doc) {
			if !strings.Contains(have, bare(drawable(want))) {
				out = append(out, fmt.Sprintf("part %d does not say %q", i, want))
			}
		}
	}
	return out
}

// face is the font as one that asks it for its letters.
var face = sync.OnceValue(func() *sfnt.Font {
	f, err := sfnt.Parse(liberationsansregular.TTF)
	if err != nil {
		panic(err)
	}
	return f
})

// drawable is a text without what the font has not, which is drawn as a box, and without what turns or steers.
func drawable(s string) string {
	return strings.Map(func(r rune) rune {
		if i, err := face().GlyphIndex(nil, r); r > 0xffff || r == '\u034f' || err != nil || i == 0 || unicode.In(r, unicode.Variation_Selector, unicode.Cf) {
			return -1
		}
		return r
	}, norm.NFC.String(s))
}

// spoken are blocks with what the page says of them: rankings name by the short name, levels are read off the axis.
// What pictures say in their alternative texts only is left out without alts.
func spoken(blocks []report.Block, alts bool) []report.Block {
	bars := func(rows []report.Bar, short bool) []report.Bar {
		rows = slices.Clone(rows)
		for i := range rows {
			rows[i].Level = ""
			if short {
				rows[i].Name, rows[i].Value.Range, rows[i].Last = rows[i].Short, "", report.Value{}
			}
		}
		return rows
	}
	out := slices.Clone(blocks)
	for i, b := range out {
		switch b := b.(type) {
		case report.Section:
			b.Blocks = spoken(b.Blocks, alts)
			out[i] = b
		case report.Card:
			b.Blocks = spoken(b.Blocks, alts)
			out[i] = b
		case report.Columns:
			out[i] = report.Columns{Left: spoken(b.Left, alts), Right: spoken(b.Right, alts)}
		case report.Bars:
			b.Rows = bars(b.Rows, false)
			out[i] = b
		case report.Scale:
			if !alts {
				b.Levels, b.Value = nil, report.Value{}
			}
			out[i] = b
		case report.Radar:
			b.Axes = bars(b.Axes, true)
			for j := range b.Axes {
				if !alts {
					b.Axes[j].Value.Text = ""
				}
			}
			out[i] = b
		case report.Ladder:
			if !b.Score.Known {
				b.Score.Text = "" // says so in words of its own
			}
			if !alts {
				b.Held, b.Stages = nil, slices.Clone(b.Stages)
				for j := range b.Stages {
					b.Stages[j].Start = "" // labelled where it has room
				}
			}
			out[i] = b
		case report.Table:
			if !alts {
				b = withoutStrips(b)
			}
			out[i] = b
		case report.HeatMap:
			b.Groups = slices.Clone(b.Groups)
			for g := range b.Groups {
				b.Groups[g].Value.Range = "" // the bars before it say that
			}
			out[i] = b
		case report.Ranking:
			b.Rows = bars(b.Rows, true)
			out[i] = b
		case report.Path:
			if len(b.Steps) == 0 {
				b.Start, b.Goal = "", "" // nothing is drawn
			}
			if !alts {
				b.Steps = nil // labelled where there is room
			}
			out[i] = b
		case report.Spread:
			if !slices.ContainsFunc(b.Shares, func(s report.Share) bool { return s.Here }) {
				b.Here = ""
			}
			out[i] = b
		}
	}
	return out
}

// withoutStrips is a table without its strips, which say in words only what they do not draw.
func withoutStrips(t report.Table) report.Table {
	t.Runs = slices.Clone(t.Runs)
	for i, run := range t.Runs {
		t.Runs[i].Rows = slices.Clone(run.Rows)
		for j, row := range run.Rows {
			row = slices.Clone(row)
			for k := range row {
				row[k].Strip = nil
			}
			t.Runs[i].Rows[j] = row
		}
	}
	return t
}

// The file has the structure of the document, and says all its texts, each whole and in its part.
func TestTheFileFollowsTheDocument(t *testing.T) {
	for _, s := range samples(t) {
		t.Run(s.Name, func(t *testing.T) {
			r, d := readSample(t, s), s.Document()
			if diff := difference(outline(r), expected(d)); diff != "" {
				t.Error(diff)
			}
			for _, u := range unsaid(r, d) {
				t.Error(u)
			}
		})
	}
}

func TestAFileThatDoesNotFollowIsFound(t *testing.T) {
	s := sample(t, "metallbau-35/de")
	file, d := fileOf(t, s), s.Document()
	for what, plant := range map[string]func(spoilt){
		"a heading lost": func(s spoilt) { s.elements("H2")[3]["S"] = name("P") },
		"a table lost":   func(s spoilt) { s.element("Table")["S"] = name("Sect") },
		"turned round":   func(s spoilt) { slices.Reverse(s.list(s.element("Document")["K"])) },
	} {
		p, err := parse(file)
		if err != nil {
			t.Fatal(err)
		}
		plant(spoilt{p})
		if difference(outline(read(p)), expected(d)) == "" {
			t.Errorf("%s: nothing found", what)
		}
	}
	for what, plant := range map[string]func(spoilt){
		"a letter changed": func(s spoilt) {
			s.content(2, func(b []byte) []byte { return []byte(strings.ReplaceAll(string(b), "\x00e", "\x00x")) })
		},
		"a part lost": func(s spoilt) { s.elements("H1")[2]["S"] = name("P") },
		"a text lost": func(s spoilt) { s.elements("LBody")[40]["K"] = []any{} },
	} {
		p, err := parse(file)
		if err != nil {
			t.Fatal(err)
		}
		plant(spoilt{p})
		if len(unsaid(read(p), d)) == 0 {
			t.Errorf("%s: nothing found", what)
		}
	}
}
