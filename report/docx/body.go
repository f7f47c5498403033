package docx

import (
	"fmt"
	"strconv"
	"strings"

	"digitalkompass/report"
)

// body collects the flow of the document.
type body struct {
	strings.Builder
	links []string
}

// width is that between the margins, in twentieths of a point; columns of tables share it.
const (
	width  = 9638
	sixths = 6
)

func (b *body) document(d *report.Document) {
	b.para("Title", d.Cover.Name)
	b.para("Subtitle", d.Title)
	b.para("Verdict", d.Cover.Stage)
	for _, f := range d.Cover.Facts {
		b.para("Quiet", f)
	}
	for _, p := range d.Parts {
		b.para("Kicker", p.Name)
		b.para("Heading1", p.Headline)
		if p.Lead != "" {
			b.para("Normal", p.Lead)
		}
		b.blocks(p.Blocks, 2)
	}
}

// para is a paragraph in a style; lines of its text stay lines.
func (b *body) para(style, text string) {
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>`, style, run(text, false))
}

// run is text of one look.
func run(text string, bold bool) string {
	look := ""
	if bold {
		look = "<w:rPr><w:b/></w:rPr>"
	}
	var out strings.Builder
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			out.WriteString("<w:r><w:br/></w:r>")
		}
		fmt.Fprintf(&out, `<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>`, look, escape(line))
	}
	return out.String()
}

func (b *body) blocks(bs []report.Block, level int) {
	for _, x := range bs {
		b.block(x, level)
	}
}

func (b *body) block(x report.Block, level int) {
	switch x := x.(type) {
	case report.Section:
		b.para(heading(level), x.Title)
		b.blocks(x.Blocks, level+1)
	case report.Card:
		b.para(heading(level), x.Title)
		b.blocks(x.Blocks, level+1)
	case report.Columns:
		b.blocks(x.Left, level)
		b.blocks(x.Right, level)
	case report.Paragraph:
		b.para(voices[x.Voice], x.Text)
	case report.Items:
		style := "ListBullet"
		if x.Boxes {
			style = "ListBox"
		}
		for _, t := range x.Texts {
			b.para(style, t)
		}
	case report.Facts:
		b.facts(x)
	case report.Statement:
		fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>`, statuses[x.Status], run(x.Text, x.Strong))
	case report.Table:
		b.table(x)
	default:
		b.picture(x)
	}
}

func heading(level int) string { return "Heading" + strconv.Itoa(min(level, 4)) }

var voices = map[report.Voice]string{report.Plain: "Normal", report.Quiet: "Quiet", report.Strong: "Strong", report.Own: "Quote"}

var statuses = map[report.Status]string{report.Met: "ListMet", report.Unmet: "ListUnmet", report.Undecided: "ListUndecided"}

// cell is what stands in a cell of a table: paragraphs that are made already, over some columns.
type cell struct {
	content string
	over    int
	right   bool
}

// cellText is a paragraph for a cell.
func cellText(style, text string, bold bool) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr>%s</w:p>`, style, run(text, bold))
}

// grid is a table with columns of some widths. The first row of a table with a head is repeated on every page.
func (b *body) grid(widths []int, head bool, rows [][]cell) {
	if len(rows) == 0 {
		return
	}
	look := "0000"
	if head {
		look = "0020" // the first row is one of heads
	}
	fmt.Fprintf(b, `<w:tbl><w:tblPr><w:tblStyle w:val="Rows"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="%s"/></w:tblPr><w:tblGrid>`, width, look)
	for _, w := range widths {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.WriteString(`</w:tblGrid>`)
	for i, row := range rows {
		b.WriteString(`<w:tr><w:trPr><w:cantSplit/>`)
		if head && i == 0 {
			b.WriteString(`<w:tblHeader/>`)
		}
		b.WriteString(`</w:trPr>`)
		at := 0
		for _, c := range row {
			over := max(1, c.over)
			w := 0
			for _, x := range widths[at : at+over] {
				w += x
			}
			at += over
			content := c.content
			if c.right {
				content = strings.ReplaceAll(content, `</w:pPr>`, `<w:jc w:val="right"/></w:pPr>`)
			}
			fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/><w:gridSpan w:val="%d"/></w:tcPr>%s</w:tc>`, w, over, content)
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl><w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr></w:p>`) // two tables in a row would become one
}

// facts are a table of two columns without a head.
func (b *body) facts(fs report.Facts) {
	var rows [][]cell
	for _, f := range fs {
		said := cellText("Cell", f.Text, false)
		if f.Link != "" {
			said = fmt.Sprintf(`<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr><w:hyperlink r:id="link%d"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r></w:hyperlink></w:p>`, len(b.links), escape(f.Text))
			b.links = append(b.links, f.Link)
		}
		rows = append(rows, []cell{{content: cellText("CellQuiet", f.Name, false)}, {content: said}})
	}
	b.grid([]int{width / 4, width - width/4}, false, rows)
}

// widthsOf shares the width among columns; those without a share take what is left.
func widthsOf(columns []report.Column) []int {
	free, open := sixths, 0
	for _, c := range columns {
		free -= c.Share
		if c.Share == 0 {
			open++
		}
	}
	var out []int
	for _, c := range columns {
		share := float64(c.Share)
		if c.Share == 0 {
			share = float64(max(1, free)) / float64(open)
		}
		out = append(out, int(share*width/sixths))
	}
	return out
}

func (b *body) table(t report.Table) {
	var head []cell
	for _, c := range t.Columns {
		head = append(head, cell{content: cellText("CellHead", c.Title, false), right: c.Right})
	}
	rows := [][]cell{head}
	for _, r := range t.Runs {
		if r.Title != "" {
			rows = append(rows, []cell{{content: cellText("CellRun", strings.TrimSpace(r.Title+"  "+r.Value), false), over: len(t.Columns)}})
		}
		for _, line := range r.Rows {
			var cells []cell
			for i, c := range line {
				cells = append(cells, cell{content: said(c), right: t.Columns[i].Right})
			}
			rows = append(rows, cells)
		}
	}
	b.grid(widthsOf(t.Columns), true, rows)
}

// said is the content of a cell as paragraphs.
func said(c report.Cell) string {
	if c.Strip != nil {
		return cellText("Cell", c.Strip.Words, false)
	}
	out := cellText("Cell", c.Text, false)
	for _, s := range []string{c.Quiet, c.Note} {
		if s != "" {
			out += cellText("CellQuiet", s, false)
		}
	}
	return out
}

// picture says what a picture shows.
func (b *body) picture(x report.Block) {
	switch x := x.(type) {
	case report.Ladder:
		b.ladder(x)
	case report.Bars:
		b.bars(x.Rows)
	case report.Ranking:
		b.para("Strong", x.Title)
		b.bars(x.Rows)
	case report.Scale:
		b.scale(x)
	case report.HeatMap:
		for _, g := range x.Groups {
			b.para("Strong", g.Name+"  "+value(g.Value))
			var rows [][]cell
			for _, row := range g.Rows {
				rows = append(rows, []cell{{content: cellText("Cell", row.Name, false)}, {content: cellText("Cell", row.Strip.Words, false)}})
			}
			b.grid([]int{width * 2 / 3, width - width*2/3}, false, rows)
		}
		b.para("Quiet", x.Key)
	case report.Amount:
		b.para("Strong", x.UpToText)
		b.para("Quiet", x.PlannedText)
	case report.Timeline:
		for _, s := range x.Spans {
			b.para("ListBullet", s.Name+": "+s.Text)
		}
	case report.Radar: // its values are those of the bars beside it
	}
}

func value(v report.Value) string {
	if v.Range == "" {
		return v.Text
	}
	return v.Text + " (" + v.Range + ")"
}

func (b *body) ladder(l report.Ladder) {
	var rows [][]cell
	for _, s := range l.Stages {
		here := ""
		if s.Here {
			here = value(l.Score)
		}
		rows = append(rows, []cell{
			{content: cellText("Cell", strconv.Itoa(s.Level)+" "+s.Name, s.Here)}, {content: cellText("CellQuiet", s.Start, false), right: true},
			{content: cellText("Cell", here, true), right: true},
		})
	}
	b.grid([]int{width / 2, width / 6, width - width/2 - width/6}, false, rows)
	if none(l) {
		b.para("Quiet", value(l.Score))
	}
	for _, h := range l.Held {
		b.para("ListUnmet", h)
	}
}

// none says whether a company stands on no stage yet.
func none(l report.Ladder) bool {
	for _, s := range l.Stages {
		if s.Here {
			return false
		}
	}
	return true
}

func (b *body) bars(all []report.Bar) {
	var rows [][]cell
	for _, r := range all {
		rows = append(rows, []cell{{content: cellText("Cell", r.Name, false)}, {content: cellText("CellQuiet", r.Level, false)}, {content: cellText("Cell", value(r.Value), true) + last(r), right: true}})
	}
	b.grid([]int{width / 2, width / 4, width - width/2 - width/4}, false, rows)
}

// last is the value at the time before, below the one of today.
func last(r report.Bar) string {
	if !r.Last.Known {
		return ""
	}
	return cellText("CellQuiet", r.Last.Text, false)
}

func (b *body) scale(s report.Scale) {
	line := run(value(s.Value)+": ", false)
	for i, name := range s.Levels {
		if i > 0 {
			line += run(" · ", false)
		}
		line += run(name, i+1 == s.Here)
	}
	fmt.Fprintf(b, `<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr>%s</w:p>`, line)
}
